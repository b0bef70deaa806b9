"""Find the nominative of names that a text has in other cases, if the case and the ending leave only one possibility."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_reports import REPORTS, reports
from tajikcli.language.forms import has_cases, nominatives
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Iterable

NOMINATIVE = "nominative"
_REPORTS = reports()
_NAMES = [(case, re.compile(f"{ending}$"), base) for case, ending, base in _REPORTS.names_in_cases]
_OFFICES = [(re.compile(f"{ending}$"), oblique, case) for ending, oblique, case in _REPORTS.offices_in_cases]
_DOUBTFUL = "?"  # replaces an ending if several nominatives are possible


class Form(NamedTuple):
    """A word of a name in a text.

    Attributes:
        word: the word as written.
        case: its case, if the words around the name show it; otherwise None.
    """

    word: str
    case: str | None


class Base(NamedTuple):
    """The nominative of a word of a name.

    Attributes:
        word: the nominative; if it is not certain, the word as written in the text.
        others: other possible nominatives; empty if the nominative is certain.
    """

    word: str
    others: tuple[str, ...] = ()


def declines(language: str | None) -> bool:
    """Return whether names have cases in a language; True for an unknown language."""
    return next((bool(one.names_in_cases) for one in REPORTS if one.code == language), True)


def case_of_office(written: str, base: str) -> str | None:
    """Return the case of an office, which is also the case of the name beside it.

    Args:
        written: its first word as written in a text, folded.
        base: the same word in the nominative.
    """
    if written == base:
        return NOMINATIVE
    found = {
        case
        for ending, oblique, case in _OFFICES
        if (match := ending.search(base)) and written == base[: match.start()] + oblique
    }
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=1)
def _cases_behind() -> dict[str, str]:
    return {fold_letters(word): case for word, case in _REPORTS.cases_behind}


def case_behind(preposition: str) -> str | None:
    """Return the case of a name after a preposition, if the preposition governs only one case."""
    return _cases_behind().get(preposition)


def case_of(word: str, base: str, *, changing: bool) -> str | None:
    """Return the case of a word of a name, if only one is possible.

    Args:
        word: the word as written.
        base: its nominative.
        changing: whether the text also has other forms of the word, which shows that its form depends on the
            case.
    """
    if word == base:
        return NOMINATIVE if changing else None
    cases = dict.fromkeys(case for case, _, _ in _REPORTS.names_in_cases)
    found = [case for case in cases if in_nominative(word, case) == base]
    return found[0] if len(found) == 1 else None


def is_unchanged(word: str) -> bool:
    """Return whether a word of a name has no case ending."""
    cases = dict.fromkeys(case for case, _, _ in _REPORTS.names_in_cases)
    return all(in_nominative(word, case) == word for case in cases)


def nominative(forms: Iterable[Form]) -> Base:
    """Return the nominative of a word, given some of its forms in a text.

    If one of the forms is in the nominative, it is the result. Otherwise, the nominatives of all forms,
    according to their cases, must agree, or there must be only one word of which all forms can be cases.
    """
    listed = list(dict.fromkeys(forms))
    words = list(dict.fromkeys(one.word for one in listed))
    plain = [one.word for one in listed if one.case == NOMINATIVE or not has_cases(one.word)]
    if plain:
        return Base(plain[0])
    told = {in_nominative(one.word, one.case) for one in listed if one.case}
    known = {one for one in told if one is not None}
    if len(known) == 1:
        return Base(known.pop())
    folded = {word: fold_letters(word) for word in words}
    unchanged = [word for word in words if nominatives(folded[word]) == {folded[word]} or is_unchanged(word)]
    if len(unchanged) == 1:
        return Base(unchanged[0])
    common = frozenset.intersection(*(nominatives(one) for one in folded.values()))
    if len(words) > 1 and len(common) == 1:
        (base,) = common
        written = next((word for word in words if folded[word] == base), None)
        cut = next((word[: len(base)] for word in words if fold_letters(word[: len(base)]) == base), None)
        if found := written or cut:
            return Base(found)
    guesses = [guess for word in words for guess in _guesses(word)]
    return Base(words[0], tuple(dict.fromkeys([*known, *words, *guesses])))


def _guesses(word: str) -> list[str]:
    cases = dict.fromkeys(case for case, _, _ in _REPORTS.names_in_cases)
    found = (in_nominative(word, case) for case in cases)
    return [one for one in found if one is not None and one != word]


def in_nominative(word: str, case: str) -> str | None:
    """Return the nominative of a word of a name in a known case; None if there are several possibilities."""
    folded = word.casefold()
    for of_case, ending, base in _NAMES:
        match = ending.search(folded) if of_case == case else None
        if match:
            return None if base == _DOUBTFUL else word[: match.start()] + base
    return word
