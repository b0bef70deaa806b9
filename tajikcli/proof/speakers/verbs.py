"""The verbs of a sentence: which may be verbs of saying, which deny that words were said, which are passive."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.forms import has_cases, nominatives
from tajikcli.proof.speakers.marks import QUOTE
from tajikcli.proof.speech import (
    ADDRESSING,
    ADVERBS,
    AND,
    BARELY,
    BE,
    CLOSED,
    DENIALS,
    DENYING,
    KEEPING_SILENT,
    LIGHT_VERBS,
    LISTENING,
    MONTHS_AND_DAYS,
    NO_ADVERBS,
    NO_PARTICIPLES,
    NOBODY,
    NOTHING,
    PAST_TENSES,
    RANKS,
    RECEIVING,
    SAYING_WITH,
    SILENT,
    SPEAKING,
    STRESSING,
    SUBORDINATE,
    SUPPOSEDLY,
    VERBS,
    WITHHOLDING,
    WORDS_OF,
    looks_like_verb,
)
from tajikcli.remembered import Remembered

if TYPE_CHECKING:
    from tajikcli.proof.speakers.sentence import Sentence

_NOT_DENYING = WITHHOLDING | STRESSING

_ALL = together()
_DESCRIBING = 3  # the maximum number of words between a preposition and a name that describe the person
_PARTICIPLE = re.compile(rf"[a-z]{{2}}(?:{'|'.join(_ALL.participle_endings)})$")
_SAYING_FIRST = frozenset(phrase[0] for phrase in SAYING_WITH)
_NO_NOUNS_OF_VERBS = SILENT | CLOSED | ADVERBS | LISTENING
_LONG_SUBJECT = 12  # the number of words of a long subject


def is_saying(one: Sentence, place: int) -> bool:
    """Return whether a word is a known verb of saying."""
    word = one.folded[place]
    if not MAY_BE_SAYING[word] or word in VERBS:
        return MAY_BE_SAYING[word]
    return (
        (word in _SAYING_FIRST and tuple(one.folded[place : place + 2]) in SAYING_WITH)
        or (
            _is_said_with(word)
            and not LIGHT_VERBS.isdisjoint(one.folded[place + 1 : place + 1 + _DESCRIBING])
        )
        or negated(word)
    )


def _is_said_with(folded: str) -> bool:
    """Return whether a folded noun forms a verb of saying with a light verb, in a different form than on its own: `изҳори умед кард`."""
    return has_cases(folded) and folded not in WORDS_OF and not VERBS.isdisjoint(nominatives(folded))


def _may_be_saying(folded: str) -> bool:
    """Return whether a folded word may be a verb of saying, whichever words follow."""
    return folded in VERBS or folded in _SAYING_FIRST or _is_said_with(folded) or negated(folded)


MAY_BE_SAYING = Remembered(_may_be_saying)


def _is_noun_of_verb(one: Sentence, place: int) -> bool:
    """Return whether a word may be the noun that forms a verb with the light verb after it: `шӯхӣ кард`, but not `гӯш кард`."""
    if place < 0:
        return False
    folded = one.folded[place]
    return one.words[place].islower() and one.words[place].isalpha() and folded not in _NO_NOUNS_OF_VERBS


def may_say(one: Sentence, place: int) -> bool:
    """Return whether a word may be a verb of saying here: it looks like a verb, and is not a known verb of another kind."""
    word = one.words[place]
    folded = one.folded[place]
    if is_saying(one, place) or folded in DENYING or folded in KEEPING_SILENT:
        return True
    if folded in LIGHT_VERBS and _is_noun_of_verb(one, place - 1):
        return True
    return word.islower() and word.isalpha() and _LOOKS_LIKE_SAYING[folded]


def _looks_like_saying(folded: str) -> bool:
    return (
        not any(
            folded in known for known in (SILENT, CLOSED, ADVERBS, MONTHS_AND_DAYS, RANKS, NO_PARTICIPLES)
        )
        and not is_adverb(folded)
        and looks_like_verb(folded)
    )


_LOOKS_LIKE_SAYING = Remembered(_looks_like_saying)


def _nobody_says(one: Sentence, verb: int) -> bool:
    """Return whether the subject of a verb is nobody: `nobody, least of all Lind, said`, `neither Lind nor Berg said`."""
    for place in range(verb - 1, max(-1, verb - _LONG_SUBJECT), -1):
        if one.folded[place] in NOBODY:
            return place == 0 or one.folded[place - 1] not in AND  # `Lind, and nobody else, said`
        if one.words[place] in {QUOTE, ";", ":"} or may_say(one, place):
            return False
    return False


@lru_cache(maxsize=50_000)
def negated(folded: str) -> bool:
    """Return whether a folded word is a verb of saying with a prefix that negates it: `нагуфт`."""
    return (
        folded not in VERBS
        and folded.startswith(_ALL.negated)
        and any(folded.removeprefix(beginning) in VERBS | LIGHT_VERBS for beginning in _ALL.negated)
    )


@lru_cache(maxsize=50_000)
def is_participle(folded: str) -> bool:
    """Return whether a folded word has the ending of a participle."""
    return _PARTICIPLE.search(folded) is not None


@lru_cache(maxsize=50_000)
def is_adverb(folded: str) -> bool:
    """Return whether a folded word may be between a subject and its verb."""
    if folded in ADVERBS or folded in BE:
        return True
    return folded.endswith(_ALL.adverb_endings) and folded not in NO_ADVERBS


def is_denied(one: Sentence, verb: int) -> bool:
    """Return whether the verb denies that words were said: `did not say`, `denied that`, `denied saying`, `said nothing`."""
    folded = one.folded
    after = [word for word in folded[verb + 1 : verb + 3] if word != ","][:1]
    behind = folded[verb + 1 : verb + 2] if has_cases(folded[verb]) else []  # `не стал спорить`
    if not WITHHOLDING.isdisjoint((folded[verb], *behind)) and not DENIALS.isdisjoint(
        folded[max(0, verb - 1) : verb]
    ):
        return False  # `не скупился на похвалы`
    if folded[verb] in VERBS and not RECEIVING.isdisjoint(folded[verb + 1 : verb + 2]):
        return True  # `ҷавоб гирифт`
    if folded[verb] in KEEPING_SILENT or negated(folded[verb]) or _nobody_says(one, verb):
        return True
    if folded[verb] in DENYING and (QUOTE in after or not SUBORDINATE.isdisjoint(after)):
        return True
    start = max(0, verb - 3)
    before = folded[start:verb]
    if not BARELY.isdisjoint(before[-1:]):
        return True
    if before[-1:] and before[-1].endswith(_ALL.converb_endings) and not DENIALS.isdisjoint(before[-2:-1]):
        before = before[:-2]  # `не раздумывая ответил`
    if (
        not SUPPOSEDLY.isdisjoint(
            before if "," not in before else before[-2:]
        )  # `was falsely quoted as saying`
        or (not DENIALS.isdisjoint(before[-2:]) and before[-1] not in _NOT_DENYING)
        or not NOTHING.isdisjoint(folded[verb + 1 : verb + 2])
    ):
        return True
    return any(
        word in DENYING and all(not between[0].isupper() for between in one.words[start + at + 1 : verb])
        for at, word in enumerate(before)
    )


def may_follow_subject(one: Sentence, place: int) -> bool:
    """Return whether a word is an adverb or looks like a verb, and like no plural: `In Salem, Lind rarely smiled`."""
    folded = one.folded[place]
    return one.words[place].islower() and (
        is_adverb(folded) or folded in SILENT or (looks_like_verb(folded) and not folded.endswith("s"))
    )


def is_told(one: Sentence, end: int, start: int = 0) -> bool:
    """Return whether the last verb before a position is passive: `was told`, `was greeted with the words`."""
    for place in range(end - 1, start, -1):
        word = one.folded[place]
        if word in ADDRESSING or is_participle(word) or word in PAST_TENSES:
            before = place - 1
            while before > start and one.folded[before] in ADVERBS - BE:
                before -= 1
            return one.folded[before] in BE
        if word in SPEAKING:
            return False
    return False


def is_passive(one: Sentence, verb: int, start: int = 0) -> bool:
    """Return whether a verb says that something was done to its subject (`was told`, `was greeted`), except `was quoted`."""
    return (one.folded[verb] in ADDRESSING or one.folded[verb] not in VERBS) and is_told(one, verb + 1, start)
