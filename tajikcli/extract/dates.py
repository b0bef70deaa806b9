"""Find dates in running text, in the notations of all languages, and convert them to ISO 8601."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import reports
from tajikcli.language.forms import any_of
from tajikcli.language.listed import meaning_of
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Iterator

_ALL = together()
_REPORTS = reports()
_LEAST = 3  # the minimum number of letters of a month's abbreviation
_ORDINAL = rf"(?:{any_of(_ALL.ordinal_endings)}|\.)?"
_OF_YEAR = rf"(?:\s*,)?\s*(?:(?:{any_of(_REPORTS.year_words)})\s+)?"
_WRITTEN = re.compile(
    r"(?<![\w.,/-])(?:"
    r"(?P<iso>(?:19|20)\d\d(?P<mark>[-/.])\d{1,2}(?P=mark)\d{1,2})(?![\d/]|[.-]\d)"
    r"|(?P<numbers>\d{1,2}(?P<point>[./])\d{1,2}(?P=point)(?:19|20)\d\d)(?![\d/]|[.-]\d)"
    rf"|(?P<day>\d{{1,2}}){_ORDINAL}\s+(?:{any_of(_ALL.of)})?\s*(?P<month>[^\W\d_]{{3,12}})\.?{_OF_YEAR}(?P<year>(?:19|20)\d\d)(?![\d-])"
    rf"|(?P<month2>[^\W\d_]{{3,12}})\.?\s+(?P<day2>\d{{1,2}}){_ORDINAL}\s*,?\s+(?P<year2>(?:19|20)\d\d)(?![\d-])"
    r")"
)
_WITHOUT_YEAR = re.compile(
    rf"(?<![\w.,/-])(?:(?P<day>\d{{1,2}}){_ORDINAL}\s+(?P<month>[^\W\d_]{{3,12}})\b|(?P<month2>[^\W\d_]{{3,12}})\.?\s+(?P<day2>\d{{1,2}}){_ORDINAL}\b)"
)


class Dated(NamedTuple):
    """A date in a text.

    Attributes:
        start: offset of its first character.
        end: offset after its last character.
        iso: the date in ISO 8601; `--12-24` if it has no year.
    """

    start: int
    end: int
    iso: str


def dates_in(text: str) -> Iterator[Dated]:
    """Yield the days that a text gives with their year, except ambiguous dates such as 04/05/2024."""
    for match in _WRITTEN.finditer(text):
        if match["iso"]:
            found = _sound(*re.split("[-/.]", match["iso"]))
        elif match["numbers"]:
            day, month, year = re.split("[./]", match["numbers"])
            if match["point"] == "/" and int(day) <= 12 and day.zfill(2) != month.zfill(2):
                continue
            found = _sound(year, month, day)
        else:
            group = "" if match["month"] else "2"
            number = month_of(match[f"month{group}"])
            found = _sound(match[f"year{group}"], str(number), match[f"day{group}"]) if number else None
        if found:
            yield Dated(match.start(), match.end(), found)


def days_without_year(text: str) -> Iterator[Dated]:
    """Yield the days that a text gives, with or without a year: `24 December`, `Dec. 24`."""
    place = 0
    while match := _WITHOUT_YEAR.search(text, place):
        group = "" if match["month"] else "2"
        number = month_of(match[f"month{group}"])
        if number and _sound("2000", str(number), match[f"day{group}"]):
            yield Dated(match.start(), match.end(), f"--{number:02}-{int(match[f'day{group}']):02}")
            place = match.end()
        else:  # a number after a word that is no month may be the day of the next word: `in Oslo 8 June`
            place = match.end() if match["month"] else match.start("day2")


@lru_cache(maxsize=1_000)
def month_of(word: str) -> int | None:
    """Return the month that a word names: by its name, a form of the name, or a beginning that only one name has."""
    folded = word.casefold()
    known = meaning_of(folded, _ALL.months) or meaning_of(fold_letters(word), _ALL.months)
    if known or len(folded) < _LEAST:
        return known
    begun = {number for name, number in _ALL.months.items() if name.rstrip("*").startswith(folded)}
    return begun.pop() if len(begun) == 1 else None


def _sound(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
