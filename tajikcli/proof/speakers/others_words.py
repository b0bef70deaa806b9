"""Reasons to doubt that the person named says the words: they may be another's, whom this person cites, answers, agrees with or hears: `Lind welcomed the words “…”`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.forms import has_cases, nominatives
from tajikcli.proof.speakers.ascribing import is_word_for_words
from tajikcli.proof.speakers.clauses import is_noun_of_words
from tajikcli.proof.speakers.mention import Kind, Mention
from tajikcli.proof.speakers.objects import before_titles, is_governed
from tajikcli.proof.speakers.sentence import mention_ending
from tajikcli.proof.speakers.strangers import OTHER_CASE
from tajikcli.proof.speakers.verbs import is_saying, may_say
from tajikcli.proof.speakers.view import View, clause_begin, denied
from tajikcli.proof.speech import (
    AGREEING,
    AND,
    CITING,
    CLOSED,
    DENIALS,
    DETERMINERS,
    GIVING,
    HEARING,
    OTHERS_WORDS,
    OWNER_BEHIND,
    PREPOSITIONS,
    QUOTING,
    RECEIVING,
    REPLYING,
    USING,
    UTTERED,
    VERBS,
    WITHHOLDING,
    WORDS_OF,
)

if TYPE_CHECKING:
    from tajikcli.proof.speakers.sentence import Sentence

_ALL = together()
NO_CONJUNCTIONS = PREPOSITIONS - AND
_NEAR = 3  # the number of words around a noun for words within which its owner, its article or a verb stands


def is_with_words(one: Sentence, place: int) -> bool:
    """Return whether a noun for words has the case of the means of a verb: `начал словами «…»`."""
    return is_noun_of_words(one, place) and one.folded[place].endswith(_ALL.means_endings)


def is_listener(one: Sentence, mention: Mention) -> bool:
    """Return whether a name has the case of a listener: `заявлял Линду`."""
    return not mention.nominative and OTHER_CASE.search(one.folded[mention.end - 1]) is not None


def is_shared(view: View, subject: Mention) -> bool:
    """Return whether the words after a colon may be another's with whom the subject agrees: `Lind agreed with Berg's assessment: “…”`."""
    one, colon = view.one, view.sign - 1
    if not view.start <= subject.start < colon or one.words[colon] != ":":
        return False
    owner = mention_ending(one, colon)
    if (
        owner is not None
        and owner.is_named
        and owner.who != subject.who
        and not owner.nominative
        and not is_listener(one, owner)
    ):
        noun = before_titles(one, owner)  # `Линд рассказал о словах Берга: «…»`
        is_told_of = one.folded[noun - 1] in PREPOSITIONS and REPLYING.isdisjoint(
            one.folded[subject.end : noun]
        )
        if noun > subject.end and is_noun_of_words(one, noun) and is_told_of:
            return True
    clause = range(max(subject.end, clause_begin(one, view.start, colon)), colon)
    agreed = next((at for at in clause if agrees(one, at)), None)
    return agreed is not None and any(
        other.is_named
        and other.who != subject.who
        and clause.start <= other.start < colon
        and not PREPOSITIONS.isdisjoint(one.folded[min(agreed + 1, other.start - 1) : other.start])
        for other in one.mentions
    )


def agrees(one: Sentence, place: int) -> bool:
    """Return whether a word says that somebody shares words of another; who does not withhold words says his own (`не стал спорить с Бергом`)."""
    withholds = one.folded[place] in WITHHOLDING and not DENIALS.isdisjoint(
        one.folded[max(0, place - 2) : place]
    )
    return one.folded[place] in AGREEING and not withholds


def takes_up(view: View, subject: Mention) -> bool:
    """Return whether the subject only takes up or receives words, which then are another's: `Lind welcomed the words “…”`, `Lind smiled at the phrase “…”`, `Lind got an answer: “…”`, `Lind cited a proverb: “…”`.

    Somebody who uses words, or does something with them, says them: `Lind used the words “…”`, `Lind greeted Berg with the words “…”`.
    """
    one, noun = view.one, view.sign - 1
    if not view.start <= subject.start < subject.end <= noun:
        return False
    if _has_words_of_others(one, subject.end, view.sign):
        return True
    if one.words[noun] == ":":
        got = next((at for at in range(subject.end, noun) if one.folded[at] in RECEIVING), noun)
        return any(is_noun_of_words(one, at) for at in range(got, noun)) and not any(
            is_saying(one, at) and not is_noun_of_words(one, at) for at in range(got, noun)
        )
    if not is_noun_of_words(one, noun) or is_with_words(one, noun):
        return False
    first = next((at for at in range(noun - 1, noun - 1 - _NEAR, -1) if one.folded[at] in DETERMINERS), noun)
    governing = one.folded[first - 1]
    if governing in PREPOSITIONS:
        return governing not in USING or not AGREEING.isdisjoint(one.folded[subject.end : first])
    is_said = governing in VERBS and governing not in REPLYING | CITING
    return governing not in UTTERED | GIVING and not is_said


def cites_others(view: View) -> Mention | None:
    """Find that the person before a quotation, with any verb, only speaks words that usually are somebody else's: `Lind read out a prayer: “…”`."""
    subject = next((one for one in view.one.mentions if one.start >= view.start), None)
    if subject is None or not subject.is_named or subject.end >= view.sign:
        return None
    return denied(subject.start) if _has_words_of_others(view.one, subject.end, view.sign) else None


def _has_words_of_others(one: Sentence, start: int, sign: int) -> bool:
    """Return whether the object before a quotation, or its colon, is something that usually is not the speaker's: `cited a proverb: “…”`, but not `ended with a joke: “…”`."""
    end = sign - 1 if one.words[sign - 1] == ":" else sign
    for noun in range(start if end < sign else sign - 1, end):
        word = one.folded[noun]
        forms = nominatives(word) if has_cases(word) else {word}
        if OTHERS_WORDS.isdisjoint(forms) or not one.words[noun].islower():
            continue
        first = noun
        while first > start and may_describe(one, first - 1):
            first -= 1
        first -= one.folded[first - 1] in DETERMINERS
        if word in VERBS and DETERMINERS.isdisjoint(one.folded[first:noun]):
            continue  # `Lind opened the talks saying: “…”`
        is_means = has_cases(word) and word.endswith(_ALL.means_endings)
        if one.folded[first - 1] not in NO_CONJUNCTIONS and not is_means:
            return True
    return False


def may_describe(one: Sentence, place: int) -> bool:
    """Return whether a word may be an adjective before a noun."""
    return one.words[place][0].isalpha() and one.folded[place] not in CLOSED and not may_say(one, place)


def is_answered(view: View, owner: Mention) -> bool:
    """Return whether somebody before the quotation answers the words of another, so that an answer may follow: `Berg replied to Lind's remark: “…”`.

    Somebody who cites the words (`Berg recalled Lind's remark: “…”`) does not answer them.
    """
    one = view.one
    if not owner.is_named or owner.end > view.sign or one.words[view.sign - 1] not in {":", ","}:
        return False
    start = before_titles(one, owner)
    is_one_of_several = one.folded[start] in OWNER_BEHIND and not has_cases(one.words[start])
    if is_one_of_several:
        start -= 1
    behind = one.folded[owner.end : owner.end + _NEAR] if owner.possessive else []
    if is_word_for_words(one.folded[start]):
        start -= 1
    elif WORDS_OF.isdisjoint(behind):
        return False
    while start > view.start and one.folded[start] in DETERMINERS:
        start -= 1
    before = one.folded[view.start : start + 1]
    if is_one_of_several and one.folded[start] not in PREPOSITIONS and REPLYING.isdisjoint(before):
        return False  # `Berg took up a phrase of Lind's: “…”`
    return (CITING | QUOTING | HEARING).isdisjoint(before) and any(
        (other.known or other.kind is Kind.PERSON)
        and other.nominative
        and not other.possessive
        and other.who != owner.who
        and view.start <= other.start
        and other.end <= start + 1
        and not is_governed(one, other)
        for other in one.mentions
    )
