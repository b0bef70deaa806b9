"""Whether the words beside a leader's title show that its bearer leads something else, or not now: `the Aland opposition leader`, `the former president`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.countries import countries_in, is_adjective, seat_of
from tajikcli.language.forms import has_cases, is_possessive, nominatives
from tajikcli.proof.speech import (
    ADVERBS,
    BEFORE_TITLES,
    CLOSED,
    DEPUTIES,
    DETERMINERS,
    LEADERS,
    LIGHT_VERBS,
    MONTHS_AND_DAYS,
    OPENERS,
    OWNER_BEHIND,
    OWNERS,
    RANKS,
    SILENT,
    STATES,
    VERBS,
    looks_like_verb,
)
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Sequence

_ALL = together()
_IN_OFFICE = frozenset(fold_letters(_ALL.in_office).split())
_OUT_OF_OFFICE = frozenset(fold_letters(_ALL.out_of_office).split())
_OF = frozenset(_ALL.of_office.split()) & OWNER_BEHIND
_DESCRIBING = (*_ALL.participle_endings, *_ALL.adverb_endings)
_ARTICLES = BEFORE_TITLES | DETERMINERS | OWNERS
_NO_NOUNS = (
    CLOSED | ADVERBS | OPENERS | VERBS | SILENT | LIGHT_VERBS | MONTHS_AND_DAYS | STATES
)  # words after a title that do not say what its bearer leads
_COUNTRY = 3  # the maximum number of words of the name of a country


def is_of_another(words: Sequence[str], folded: Sequence[str], begin: int, place: int) -> bool:
    """Return whether a leader's title does not belong to the leader of the country, or to the person named before.

    Args:
        words: the words of a sentence.
        folded: the same words, folded.
        begin: the start of the title, with its article and its country.
        place: the word for the office.
    """
    if LEADERS.isdisjoint((folded[place], *(nominatives(folded[place]) if has_cases(words[place]) else ()))):
        return False
    return _is_described(words, folded, begin, place) or _leads_something_else(words, folded, place)


def _is_described(words: Sequence[str], folded: Sequence[str], begin: int, place: int) -> bool:
    """Return whether a word before the office, or before its country, changes it: `the former`, `Aland's opposition`, `бывший`."""
    before = folded[begin - 1] if begin else ""
    if has_cases(words[place]) and not (_OUT_OF_OFFICE | DEPUTIES).isdisjoint(nominatives(before)):
        return True
    country = -1
    for at in range(begin, place):
        if countries_in(words[at : at + 1]) or seat_of(words[at]):
            country = at
        elif at == begin and folded[at] in _ARTICLES:
            continue
        elif folded[at] in _OUT_OF_OFFICE or folded[at].rstrip(".") in RANKS:
            return True
        elif country >= 0 and not (folded[at] in _IN_OFFICE or folded[at].endswith(_DESCRIBING)):
            return True  # a noun between a country and its leader
    return False


def _leads_something_else(words: Sequence[str], folded: Sequence[str], place: int) -> bool:
    """Return whether the words after an office name something other than a country or state: `leader of the party`, `лидер партии`."""
    behind = place + 1
    if folded[behind : behind + 1] and folded[behind] in _OF:
        behind += 1
        while behind < len(words) and folded[behind] in _ARTICLES:
            behind += 1
        if behind >= len(words) or not words[behind][0].isalpha() or folded[behind] in STATES:
            return False
        return not _is_country(words, folded, behind)
    if behind >= len(words) or not has_cases(words[place]) or not has_cases(words[behind]):
        return False
    word = folded[behind]
    if not words[behind].islower() or not word.isalpha() or word in _NO_NOUNS or looks_like_verb(word):
        return False
    if folded[place].endswith(_ALL.describing_endings):
        return True  # `раҳбари ҳизб`
    if is_adjective(word):
        return not STATES.intersection(folded[behind + 1 : behind + 2])  # `лидер российской оппозиции`
    return word.endswith(_ALL.owner_endings)


def _is_country(words: Sequence[str], folded: Sequence[str], place: int) -> bool:
    """Return whether the name of a country is at a position, and no noun follows its adjective: `Aland`, but not `Aland Railways`."""
    found = countries_in(words[place : place + _COUNTRY])
    if not found or found[0].start:
        return False
    end = place + found[0].end
    if is_possessive(words[end - 1]):
        return False
    return not is_adjective(folded[end - 1]) or not STATES.isdisjoint(folded[end : end + 1])
