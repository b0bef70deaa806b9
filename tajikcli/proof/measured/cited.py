"""Find the person who cites a figure: `Putin named this figure`, `a figure cited by Putin`, `эту цифру привёл Путин`.

Verbs of citing take a noun for a figure, or the number itself, as their object, so they are no verbs of saying.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tajikcli.language.all_wordings import wordings
from tajikcli.language.forms import OnFirstUse, any_of
from tajikcli.language.spotting import Worded
from tajikcli.proof.grammar import OF
from tajikcli.proof.speakers.mention import REFERRING_KINDS
from tajikcli.proof.speakers.reference import meaning
from tajikcli.proof.speakers.sentence import read_sentence
from tajikcli.proof.speech import AGENTS, CLOSED, DENYING, PREPOSITIONS
from tajikcli.text import fold_letters, word_set

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tajikcli.proof.speakers.earlier import Context
    from tajikcli.proof.speakers.mention import Mention
    from tajikcli.proof.speakers.naming import Names
    from tajikcli.proof.speakers.sentence import Sentence

_WORDINGS = wordings()
_CITING = Worded(rf"\b(?:{any_of(_WORDINGS.citing_figures)})\b", _WORDINGS.citing_figures)
_FIGURE = Worded(rf"\b(?:{any_of(_WORDINGS.figure_nouns)})\b", _WORDINGS.figure_nouns)
_VERB = OnFirstUse(any_of(_WORDINGS.citing_figures))
_NOUNS = word_set(fold_letters(_WORDINGS.figure_nouns))
_ORIGINS = word_set(fold_letters(_WORDINGS.origins))  # `the figure came from Putin`
_BREAK = re.compile(r"[,;:]\s|\s[\u2013\u2014-]\s")
_DIGIT = re.compile(r"\d")
_FIRST = 4  # the number of words of a clause behind a figure that may be a noun for it: `…, a figure cited by Putin`
_LINKING = 4  # the number of words between a verb of citing and the number itself
_SUBJECT = 8  # the maximum number of words between a subject and its verb
_OBJECT = 12  # the maximum number of words and marks between a verb and the noun for a figure: `the figure of $1.79 billion was given`
_FAR = 300  # the number of characters around a figure that are searched


def cited_in_sentence(
    text: str, start: int, end: int, names: Names, context: Callable[[], Context]
) -> str | None:
    """Return the speaker who cites a figure in its sentence: `Putin cited a figure of $2 billion`, `Путин оценил его в 2 млрд`.

    Args:
        text: the sentence.
        start: offset of the first character of the number.
        end: offset after its last character.
        names: the names of speakers.
        context: returns the persons whom a pronoun or a title may mean.
    """
    near = text[max(0, start - _FAR) : end + _FAR]
    if not _CITING.search(near) and not _FIGURE.search(near):
        return None
    for part, at, beside in _parts(text, start, end):
        who = _agent(part, at, names, context, is_behind=beside)
        if who is not None:
            return who
    return None


def cited_in_next(later: str, names: Names, context: Callable[[], Context]) -> str | None:
    """Return the speaker whom the next sentence names for a figure: `Putin named this figure at the talks.`; it has no number of its own."""
    if _DIGIT.search(later) or not _CITING.search(later) or not _FIGURE.search(later):
        return None
    first = _BREAK.search(later)
    return _agent(later[: first.start()] if first else later, None, names, context, is_behind=False)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[str, int | None, bool]]:
    """Yield the clause of a number with the offset of the number in it, then the clause behind it, and one before a colon."""
    begin = max(0, start - _FAR)
    marks = list(_BREAK.finditer(text, begin, end + _FAR))
    before = [mark for mark in marks if mark.end() <= start]
    behind = [mark for mark in marks if mark.start() >= end]
    first, last = (before[-1].end() if before else begin), (behind[0].start() if behind else end + _FAR)
    yield text[first:last], start - first, False
    if behind:
        yield text[behind[0].end() : behind[1].start() if len(behind) > 1 else end + _FAR], None, True
    if before and behind:  # `The figure for trade, $2 billion, was given by Putin.`
        begins = before[-2].end() if len(before) > 1 else begin
        ends = behind[1].start() if len(behind) > 1 else end + _FAR
        yield f"{text[begins : before[-1].start()]} {text[behind[0].end() : ends]}", None, False
    if before and before[-1][0].startswith(":"):
        yield text[before[-2].end() if len(before) > 1 else begin : before[-1].start()], None, False


def _agent(
    part: str, at: int | None, names: Names, context: Callable[[], Context], *, is_behind: bool
) -> str | None:
    """Return the speaker on record who cites a figure in a clause.

    Args:
        part: the clause.
        at: the offset of the number in it, if it has one.
        names: the names of speakers.
        context: returns the persons whom a pronoun or a title may mean.
        is_behind: whether the clause only adds something about the figure, and so begins with a noun for it.
    """
    one = read_sentence(part, (), names)
    if not DENYING.isdisjoint(one.folded):
        return None
    nouns = [place for place, word in enumerate(one.folded) if word in _NOUNS]
    if is_behind and (_DIGIT.search(part) or not any(place < _FIRST for place in nouns)):
        return None  # a clause with a number of its own is about that
    owner = next((each for each in one.mentions if each.possessive and each.end in nouns), None)
    if owner is not None and owner.known:
        return owner.who  # `Putin's figure for trade was $2 billion`
    origin = next((each for each in one.mentions if _is_origin(one, each)), None)
    if origin is not None:
        return origin.who
    number = None if at is None else len(read_sentence(part[:at], (), names).words)
    for verb, word in enumerate(one.folded):
        if not _VERB.compiled.fullmatch(word):
            continue
        if not (any(abs(noun - verb) <= _OBJECT for noun in nouns) or _is_direct(verb, number)):
            continue
        mention = _subject(one, verb)
        if mention is None:
            continue
        if mention.known:
            return mention.who
        if mention.kind in REFERRING_KINDS:
            who = meaning(mention, one, context(), names).who
            return who.who if who is not None and who.known else None
    return None


def _is_origin(one: Sentence, mention: Mention) -> bool:
    """Return whether a person is named directly after a noun for a figure as its origin: `a figure from Putin`."""
    before = one.folded[max(0, mention.start - 2) : mention.start]
    return (
        mention.known
        and not mention.possessive
        and len(before) > 1
        and before[0] in _NOUNS
        and before[1] in _ORIGINS
    )


def _is_direct(verb: int, number: int | None) -> bool:
    """Return whether only small words, or an object, stand between a verb and the number: `put trade at $2 billion`."""
    return number is not None and 0 < number - verb <= _LINKING


def _subject(one: Sentence, verb: int) -> Mention | None:
    """Return the person who cites: the agent of a passive, or the nearest subject before the verb, or the one directly behind it."""
    for mention in one.mentions:
        if mention.start > verb and one.folded[mention.start - 1] in AGENTS | _ORIGINS:
            return mention
    subjects = [
        mention
        for mention in one.mentions
        if mention.nominative
        and not mention.possessive
        and not (mention.start and one.folded[mention.start - 1] in PREPOSITIONS | OF)
    ]
    before = [mention for mention in subjects if mention.end <= verb and verb - mention.end <= _SUBJECT]
    if before:
        return before[-1]
    behind = [mention for mention in subjects if mention.start > verb]
    between = one.folded[verb + 1 : behind[0].start] if behind else ()
    return behind[0] if behind and all(word in CLOSED or word in _NOUNS for word in between) else None
