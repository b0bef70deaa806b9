"""Turns of a transcript: the words after a name with a colon at the beginning of a line, or after a name alone on a line."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.forms import has_cases
from tajikcli.proof.grammar import PRONOUNS_OF_SPEAKER
from tajikcli.proof.quotation import Quotation
from tajikcli.proof.sentences import sentence_spans
from tajikcli.proof.speakers.marks import TOKEN, is_dash
from tajikcli.proof.speakers.naming import Attributed, bare, is_written_as_name
from tajikcli.proof.speech import ADDRESSED_TO, ADVERBS, LIGHT, PREPOSITIONS, PRONOUNS, RANKS, VERBS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tajikcli.draft.paragraphs import Paragraph
    from tajikcli.proof.speakers.naming import Names

_LABEL = re.compile(
    r"@?(?P<name>[^\W\d_][^:\n\"\u201c\u00ab]{1,80}?)[ \t]*:[ \t]*(?P<words>(?=[^\s\"\u201c\u00ab\u201e'\u2018>])[^\n]*)?$"
)
_NEXT = re.compile(
    r"(?<=[.!?\u2026\"\u201d\u00bb)\n])[ \t]{0,3}(?P<name>(?:[^\W\d_]\.[ \t]?){0,2}[^\W\d_][^:.\n\"\u201c\u00ab]{1,80}):(?=\s)"
)
_BRACKETS = re.compile(r"\s{0,9}\([^()]{0,80}\)\s{0,9}$")
_ENDS = re.compile(r"[.!?\u2026][\"\u201d\u00bb)]*\s*$")
_MARKED = re.compile('["\u201c\u00ab\u201e]')
_DIRECTION = re.compile(r"\s*[(\[<\u2026.]")  # `(Applause.)`, `<…>`
_MOST = 9  # the maximum number of words of a label: `President of the Republic of Aland Anna Lind`
_LONGEST = 90  # the maximum number of characters in a label
_OPENING = 400  # the number of characters within which a heading's text begins
_FEWEST_WORDS = 3  # the minimum number of words of a turn that stands alone
# a text with this many turns is a transcript, in which the last turn may have several paragraphs
_TRANSCRIPT = 3
_SPEAKERS = 2  # the minimum number of speakers of a dialogue
_STOPPED = re.compile(
    r"(?P<name>[^\W\d_][^.:\n\"\u201c\u00ab]{1,60})\.[ \t]{1,3}(?P<words>[^\W\d_][^\n\"\u201c\u00ab]*)$"
)


class _Turn(NamedTuple):
    """The beginning of a turn: the paragraph and offsets of the line, the start of the words, and the speaker.

    A full stop instead of a colon (`Lind. We build.`) only counts if two speakers have one. A label with a second name in
    brackets (`Lind (Berg): …`) leaves the speaker in doubt.
    """

    paragraph: int
    line: int
    start: int
    end: int
    who: Attributed
    alone: bool
    stopped: bool = False
    doubt: bool = False


def turns(paragraphs: Sequence[Paragraph], names: Names) -> list[tuple[Quotation, Attributed | None]]:
    """Return the turns of a transcript, each with its speaker, or None in doubt; empty for a text that is not a transcript.

    Args:
        paragraphs: the paragraphs of the draft.
        names: the names of speakers.
    """
    begun = list(_begun(paragraphs, names))
    if len({turn.who for turn in begun if turn.stopped}) < _SPEAKERS:
        begun = [turn for turn in begun if not turn.stopped]
    known = [turn for turn in begun if turn.who.known]
    alone = [turn for turn in known if turn.alone]
    few = len(alone) < 2 and len({turn.who for turn in begun if turn.alone}) < 2
    if few or any(_is_told_about(paragraphs, turn, names) for turn in alone):
        begun = [turn for turn in begun if not turn.alone]
    if not known:
        return []
    ends = [
        other.line
        if other is not None and other.paragraph == turn.paragraph
        else len(paragraphs[turn.paragraph].text)
        for turn, other in zip_longest(begun, begun[1:])
    ]
    begun = [
        turn
        for turn, end in zip(begun, ends, strict=True)
        if turn.alone or _is_speech(paragraphs[turn.paragraph].text[turn.start : end], only=len(begun) == 1)
    ]
    found: list[tuple[Quotation, Attributed | None]] = []
    for number, turn in enumerate(begun):
        following = begun[number + 1] if number + 1 < len(begun) else None
        found += _said(paragraphs, turn, following, names, open_end=len(begun) >= _TRANSCRIPT)
    return found


def _is_told_about(paragraphs: Sequence[Paragraph], turn: _Turn, names: Names) -> bool:
    """Return whether the text below a name alone on a line tells what that person said, so that the name is a heading: `Lind ⏎ She said that …`."""
    text = paragraphs[turn.paragraph].text[turn.start : turn.start + _OPENING]
    if not text.strip() and turn.paragraph + 1 < len(paragraphs):
        text = paragraphs[turn.paragraph + 1].text[:_OPENING]
    first = next((text[start:end] for start, end in sentence_spans(text.strip())), "")
    words = TOKEN.findall(_MARKED.split(first, maxsplit=1)[0])
    folded = [bare(word) for word in words]
    for place, word in enumerate(folded):
        if word in PRONOUNS_OF_SPEAKER:
            return False
        named = names.at(words, place)
        end = place + (named[0] if named is not None and named[1] == turn.who.who else word in PRONOUNS)
        while place < end < len(folded) and folded[end] in ADVERBS:
            end += 1
        if place < end and not VERBS.isdisjoint((*folded[end : end + 1], *folded[place - 1 : place])):
            return True
    return False


def _is_speech(words: str, *, only: bool) -> bool:
    """Return whether words after a name are speech: a sentence, not a headline, an office or a list item.

    Args:
        words: the words up to the next turn or the end of their paragraph.
        only: whether no other turn is near.
    """
    words = _without_tags(words)
    first = words.split(maxsplit=1)[0] if words.strip() else ""
    if first.islower() and bare(first) in VERBS:
        return False  # `Lind: said that …`
    size = len(words.split())
    return size >= (_FEWEST_WORDS if only else 1) and bool(_ENDS.search(words) or (not only and size > _MOST))


def _without_tags(words: str) -> str:
    """Return words without the tags at their end: `#Igora` after a short message."""
    tags = 0
    for word in reversed(words.split()):
        if not word.startswith("#"):
            break
        tags += 1
    return words.rsplit(None, tags)[0] if 0 < tags < len(words.split()) else words.rstrip()


def _begun(paragraphs: Sequence[Paragraph], names: Names) -> Iterator[_Turn]:
    for number, paragraph in enumerate(paragraphs):
        if paragraph.aside or paragraph.quoted:
            continue
        for begin, line in _lines(paragraph.text, names):
            match = _LABEL.match(line) if ":" in line[:_LONGEST] else None
            if match is not None:
                who = _person(match["name"], names)
                if who is not None:
                    words = match.start("words") if match["words"] else len(line)
                    yield _Turn(
                        number,
                        begin,
                        begin + words,
                        begin + len(line),
                        who,
                        alone=not match["words"],
                        doubt=_has_another_in_brackets(match["name"], who, names),
                    )
            elif len(line) < _LONGEST and len(line.split()) <= _MOST and not _ENDS.search(line):
                who = _person(line, names)
                if who is not None and who.known:
                    yield _Turn(number, begin, begin + len(line), begin + len(line), who, alone=True)
            elif (stopped := _STOPPED.match(line)) is not None:
                who = _person(stopped["name"], names)
                if who is not None and who.known:
                    words = begin + stopped.start("words")
                    yield _Turn(number, begin, words, begin + len(line), who, alone=False, stopped=True)


def _lines(text: str, names: Names) -> Iterator[tuple[int, str]]:
    """Yield the lines of a paragraph, each with its offset; a line ends before a sentence with a label of its own (`Berg: Too few. Lind: We build.`)."""
    begin = 0
    for line in text.split("\n"):
        starts = [0, *_labels_in(line, names)] if ":" in line[:_LONGEST] else [0]
        for start, end in zip_longest(starts, starts[1:], fillvalue=len(line)):
            yield begin + start, line[start:end].rstrip(" \t") if end < len(line) else line[start:]
        begin += len(line) + 1


def _labels_in(text: str, names: Names) -> list[int]:
    """Return the offsets at which a later sentence or line of a text begins with the name of a speaker on record and a colon."""
    found = [
        match.start("name")
        for match in _NEXT.finditer(text)
        if (who := _person(match["name"], names)) is not None and who.known
    ]
    starts = {start for start, _ in sentence_spans(text)} if found else set()
    return [at for at in found if at in starts or text[:at].rstrip(" \t").endswith("\n")]


def _said(
    paragraphs: Sequence[Paragraph], turn: _Turn, following: _Turn | None, names: Names, *, open_end: bool
) -> Iterator[tuple[Quotation, Attributed | None]]:
    """Yield the speech of a turn, paragraph by paragraph, and its speaker, or None in doubt."""
    at, start = turn.paragraph, turn.start
    while at < len(paragraphs):
        text = paragraphs[at].text
        end = following.line if following is not None and following.paragraph == at else len(text)
        end = next((start + label for label in _labels_in(text[start:end], names)), end)
        if paragraphs[at].aside or paragraphs[at].quoted or (_DIRECTION.match(text, start) and start == 0):
            return
        begin = start + len(text[start:end]) - len(text[start:end].lstrip())
        finish = begin + len(_without_tags(text[begin:end]))
        if begin < finish:
            yield Quotation(at, begin, at, finish, text[begin:finish]), None if turn.doubt else turn.who
            if following is None and not open_end:
                return
        at, start = at + 1, 0
        if following is not None and (
            at > following.paragraph or (at == following.paragraph and following.line == 0)
        ):
            return


def _person(label: str, names: Names) -> Attributed | None:
    """Return the person that a label names: a speaker on record with titles, or a name of two capitalised words; otherwise None."""
    words = TOKEN.findall(_BRACKETS.sub("", label))
    if not 0 < len(words) <= _MOST:
        return None
    for place in range(len(words)):
        named = names.at(words, place)
        if named is None or not named[2]:
            continue
        end = place + named[0]
        while end < len(words) and names.is_part(words[end], named[1]):
            end += 1
        other = names.at(words, end) if end < len(words) else None
        if other is not None and other[1] == named[1]:
            end += other[0]
        is_whole = end == len(words) or _is_listener(words, end, names)
        if is_whole and _fits(words[:place], named[1], names):
            return Attributed(named[1], known=True)
    plain = [word for word in words if bare(word).rstrip(".") not in RANKS]
    is_name = 1 < len(plain) <= 3 and all(is_written_as_name(word) or word.endswith(".") for word in plain)
    return Attributed(" ".join(plain), known=False) if is_name and is_written_as_name(plain[-1]) else None


def said_to_another(line: str, names: Names) -> Attributed | None:
    """Return the person on record whose words a line announces or signs if it only names this person and a listener: `Lind to Berg`."""
    if len(line) > _LONGEST:
        return None
    words = TOKEN.findall(line.rstrip(" .:"))
    person = _person(" ".join(words), names)
    last = names.at(words, len(words) - 1) if person is not None and person.known else None
    return person if last is not None and person is not None and last[1] != person.who else None


def _is_listener(words: Sequence[str], place: int, names: Names) -> bool:
    """Return whether the rest of a label is the person to whom the words are said: `Lind to Berg`, `Линд — Бергу`, `Линд Бергу`."""
    addressed = False
    while place < len(words) and (
        is_dash(words[place]) or bare(words[place]) in ADDRESSED_TO or bare(words[place]) in RANKS
    ):
        addressed = addressed or bare(words[place]) in ADDRESSED_TO
        place += 1
    named = names.at(words, place) if place < len(words) else None
    if named is None or place + named[0] != len(words):
        return False
    return addressed or (has_cases(words[place]) and not named[2])


def _has_another_in_brackets(label: str, who: Attributed, names: Names) -> bool:
    """Return whether brackets after the name in a label contain only the name of another person on record: `Lind (Berg)`."""
    brackets = _BRACKETS.search(label)
    inside = brackets[0].strip(" ()") if brackets is not None else ""
    if not inside or bare(inside.split(maxsplit=1)[0]) in PREPOSITIONS:
        return False  # `Lind (to Berg)`
    other = _person(inside, names)
    return other is not None and other.known and other != who


def _fits(before: Sequence[str], slug: str, names: Names) -> bool:
    """Return whether only titles, names and initials precede a speaker's name."""
    for word in before:
        folded = bare(word)
        if word.endswith(".") and len(folded) == 2:
            if not names.has_initial(slug, folded[0]):
                return False
        elif not (word[0].isupper() or folded in RANKS or folded in LIGHT or folded in names.small_words):
            return False
    return True
