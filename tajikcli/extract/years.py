"""Find the years that a text names: in numbers, or in words such as `last year`, but not those with which another year is compared."""

from __future__ import annotations

import re

from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import reports
from tajikcli.language.forms import any_of, meaning_of
from tajikcli.proof.numbers import months_in
from tajikcli.text import fold_letters, word_set

_ALL = together()
_REPORTS = reports()
YEAR = re.compile(r"(?<![\d$\u20ac.,-])(?:19|20)\d\d(?![\d%]|[.,]\d)")
YEARS = re.compile(r"(?<![\d.,])(?P<first>(?:19|20)\d\d)\s?[\u2013\u2014-]\s?(?P<last>(?:19|20)\d\d)(?!\d)")
RELATIVE = re.compile(rf"\b(?:{any_of(_REPORTS.years_named)})\b", re.IGNORECASE)
_COMPARING = re.compile(rf"\b(?:{any_of(_REPORTS.comparing)})\b", re.IGNORECASE)
# `rose to 900 from 2031` is no comparison.
_COMPARING_A_YEAR = re.compile(
    rf"\b(?:{any_of(' '.join(word for word in _REPORTS.comparing.split() if word not in _ALL.range_from.split()))})\b",
    re.IGNORECASE,
)
FAR = 90  # the number of characters around a number that may contain its words


def years_meant(text: str, published: str | None, at: int | None = None) -> set[int]:
    """Return the years that a text names.

    Args:
        text: the text.
        published: the date of publication, for `last year`; None if it is not known.
        at: the offset of the number to which the year belongs; None if the text does not have it.
    """
    years = {
        int(match[0])
        for match in years_in(text)
        if not is_compared(text, match.start(), at, _COMPARING_A_YEAR)
    }
    if not years and published:
        named = {
            _year_named(match[0])
            for match in RELATIVE.finditer(text)
            if not is_compared(text, match.start(), at)
        }
        years = {int(published[:4]) + one for one in named if one is not None}
    return years


def years_in(text: str, start: int = 0, end: int | None = None) -> list[re.Match[str]]:
    """Return the years in a text, without numbers of the same form that may count things: `2000 tractors`."""
    found = YEAR.finditer(text, start, len(text) if end is None else end)
    return [match for match in found if not _may_count(text, match.start(), match.end())]


def counts_things(text: str, start: int, end: int) -> bool:
    """Return whether a number that has the form of a year counts the things named after it.

    Args:
        text: the text.
        start: the offset of the number.
        end: the offset after it.
    """
    before = _WORD_BEFORE.search(text, max(0, start - FAR), start)
    is_behind_preposition = before is not None and fold_letters(before[1]) in _LITTLE
    return _may_count(text, start, end) and not is_behind_preposition


def _may_count(text: str, start: int, end: int) -> bool:
    behind = _NEXT_WORD.match(text, end)
    if behind is None or not behind[1][0].islower():
        return False
    word = behind[1].casefold()
    before = _WORD_BEFORE.search(text, max(0, start - FAR), start)
    if before is not None and fold_letters(before[1]) in _YEAR_WORDS:
        return False
    if meaning_of(word, _REPORTS.units) is not None and fold_letters(word) not in _YEAR_WORDS:
        return True
    # `transferred 2000 tractors`, but `the 2008 talks`, `in 2024 exports`
    is_behind_verb = before is not None and before[1][0].islower() and fold_letters(before[1]) not in _LITTLE
    return is_behind_verb and word.isascii() and word.endswith(tuple(_REPORTS.plural_endings))


_NEXT_WORD = re.compile(r"\s([^\W\d_]+)")
_WORD_BEFORE = re.compile(r"(?<!\w)([^\W\d_]{1,40})\s$")
_YEAR_WORDS = word_set(fold_letters(_REPORTS.year_words))
_LITTLE = word_set(
    fold_letters(
        f"{_ALL.function_words} {_ALL.articles} {_ALL.prepositions} {_ALL.conjunctions} {_ALL.months_word}"
    )
) | {month.rstrip("*") for month in _ALL.months}


_DIRECTLY = re.compile(
    rf"(?<!\w)(?:{any_of(_REPORTS.comparing_directly)})\s+(?:(?:{any_of(_ALL.articles)})\s+)?$", re.IGNORECASE
)


def is_compared(text: str, start: int, at: int | None, comparing: re.Pattern[str] = _COMPARING) -> bool:
    """Return whether a year is only what another year is compared with: `the same period last year`.

    Args:
        text: the text.
        start: the offset of the year.
        at: the offset of a number; the year belongs to it in `compared with 72 last year`.
        comparing: the words before a year for comparison.
    """
    begins = max(0, start - FAR // 2)
    if _DIRECTLY.search(text, begins, start):
        return True  # `up 12 percent on last year`
    found = comparing.search(text, begins, start)
    if found is None or months_in(text[found.end() : start]):
        return False
    return at is None or not found.end() <= at < start


def _year_named(words: str) -> int | None:
    return meaning_of(" ".join(words.casefold().split()), _REPORTS.years_named)
