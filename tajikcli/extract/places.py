"""Find the places named in sentences about a meeting: capitalised words after `in` or `at` that are not a country, a month or a person."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tajikcli.extract.dates import month_of
from tajikcli.extract.nominative import Form, declines, nominative
from tajikcli.language.all_reports import reports
from tajikcli.language.countries import countries_in
from tajikcli.language.forms import has_cases, nominatives
from tajikcli.text import fold_letters, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_REPORTS = reports()
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*|[^\s\w]")
_PLACING = {fold_letters(word): case for word, case in _REPORTS.place_prepositions}
_NOUNS = word_set(fold_letters(_REPORTS.place_nouns))
_MOST_OF_A_PLACE = 3  # the maximum number of words of a place
_LEAST_OF_A_NAME = 4  # the minimum number of letters of a word that is not an abbreviation


def places_in(sentence: str, language: str | None) -> Iterator[str]:
    """Yield the names of places in a sentence, in the nominative if it is certain.

    Args:
        sentence: the sentence.
        language: the code of its language; None if it is not known.
    """
    words = _WORD.findall(sentence)
    folded = [fold_letters(word) for word in words]
    for at, word in enumerate(folded):
        if word not in _PLACING:
            continue
        start = at + 1
        while start < len(words) and folded[start] in _NOUNS:
            start += 1
        end = start
        while end < len(words) and end - start < _MOST_OF_A_PLACE and _may_be_of_a_name(words[end]):
            is_short = (
                words[end + 1 : end + 2] == ["."] and len(words[end]) < _LEAST_OF_A_NAME
            )  # `St. Petersburg`
            if is_short and end + 2 < len(words) and _may_be_of_a_name(words[end + 2]):
                words[end : end + 2] = [f"{words[end]}."]
                folded[end : end + 2] = [folded[end]]
            end += 1
        if end > start and not countries_in(words[start:end]) and month_of(words[start]) is None:
            place = _named(words[start:end], _PLACING[word], language)
            if place:
                yield place


def _may_be_of_a_name(word: str) -> bool:
    return word[0].isupper() and len(word) > 1


def _named(words: Sequence[str], case: str, language: str | None) -> str | None:
    """Return the name of a place in the nominative; None if it is not certain."""
    if not case or not declines(language) or not has_cases(words[-1]):
        return " ".join(words)
    known = _cities() & nominatives(fold_letters(" ".join(words)))
    if len(known) == 1:
        return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), next(iter(known)))
    bases = [nominative([Form(word, case)]) for word in words]
    return None if any(base.others for base in bases) else " ".join(base.word for base in bases)


@lru_cache(maxsize=1)
def _cities() -> frozenset[str]:
    """Return the cities of the vocabulary, folded, in languages whose names have cases; for capitals, only the names of the city."""
    from tajikcli.language.concepts import terms_of  # the vocabulary, which few texts need

    found: set[str] = set()
    for subject in ("cities", "capitals"):
        for concept in terms_of(subject):
            first: set[str] = set()
            for term in concept:
                if (
                    term.language
                    and declines(term.language)
                    and not (subject == "capitals" and term.language in first)
                ):
                    found.add(term.text)
                first.add(term.language)
    return frozenset(found)
