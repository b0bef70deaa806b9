"""Find the period of a number in a sentence: from a year in its clause, or from words such as `last year` and the date of publication."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from tajikcli.extract.dates import month_of
from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import reports
from tajikcli.language.all_wordings import wordings
from tajikcli.language.forms import any_of, meaning_of
from tajikcli.proof.numbers import months_in
from tajikcli.text import fold_letters, word_set

if TYPE_CHECKING:
    from tajikcli.proof.numbers import Number

_ALL = together()
_REPORTS = reports()
WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
YEAR = re.compile(r"(?<![\d$\u20ac.,-])(?:19|20)\d\d(?![\d%]|[.,]\d)")
YEARS = re.compile(r"(?<![\d.,])(?P<first>(?:19|20)\d\d)\s?[\u2013\u2014-]\s?(?P<last>(?:19|20)\d\d)(?!\d)")
_RELATIVE = re.compile(rf"\b(?:{any_of(_REPORTS.years_named)})\b", re.IGNORECASE)
_COMPARING = re.compile(rf"\b(?:{any_of(_REPORTS.comparing)})\b", re.IGNORECASE)
# `rose to 900 from 2031` is no comparison.
_COMPARING_A_YEAR = re.compile(
    rf"\b(?:{any_of(' '.join(word for word in _REPORTS.comparing.split() if word not in _ALL.range_from.split()))})\b",
    re.IGNORECASE,
)
_PART_OF_YEAR = re.compile(
    rf"\b(?:{any_of(f'{_ALL.months_word} {wordings().halves} {wordings().quarters}')}"
    rf"|{any_of(word for word, unit in _REPORTS.units.items() if unit == 'months')})\b",
    re.IGNORECASE,
)
_SINCE_YEAR = re.compile(
    rf"\b(?:{any_of(_REPORTS.since)})\s+(?:(?:{any_of(_REPORTS.year_words)})\s+)?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_SINCE_NEW_YEAR = re.compile(rf"\b(?:{any_of(_REPORTS.since_new_year)})\b", re.IGNORECASE)
_ABOUT = word_set(fold_letters(" ".join(_REPORTS.approximations)))
UP_TO = word_set(fold_letters(_ALL.range_to)) - word_set(fold_letters(_ALL.joining))
_NEW = word_set(
    fold_letters(f"{_ALL.conjunctions} {_ALL.clause_openers} {_ALL.contrasting} {_ALL.subordinating}")
)
CLAUSE = re.compile(r"[;:]|,\s|\s[\u2013\u2014-]\s")
FAR = 90  # the number of characters around a number that may contain its words
_MOST_MONTHS_AGO = 4  # months without a year are assumed to be over for at most this number of months
_OPENING = 8  # the maximum number of words of an opening that applies to the whole sentence


def period_of(sentence: str, number: Number, published: str | None, *, alone: bool = False) -> str | None:
    """Return the period of a number if its sentence names only one time.

    Args:
        sentence: the sentence.
        number: the number in it.
        published: the date of publication, for `last year`; None if it is not known.
        alone: whether only a time in the clause of the number counts.

    Returns:
        The period in ISO 8601, as in a knowledge file: a year, a month, or the first and the last with `/` between them.
    """
    span = YEARS.search(sentence)
    if span:
        return f"{span['first']}/{span['last']}" if span["first"] < span["last"] else None
    begins, ends = clause_around(sentence, number)
    months = _months_of(sentence, number, begins, ends)
    years = _years_meant(sentence[begins:ends], published, number.start - begins)
    if not years and begins > 0 and not alone:
        years = _years_before(sentence, begins, number.start, published)
        if years and months is None and _PART_OF_YEAR.search(sentence, 0, begins):
            return None
    if months == _SEVERAL or len(years) > 1:
        return None
    since = _SINCE_YEAR.search(sentence, begins, ends)
    if since and not _is_compared(sentence, since.start(), None):  # not compared with that year
        return None  # until when is not said
    if months is None and _PART_OF_YEAR.search(sentence, begins, ends):
        return None  # part of a year, in words that are not understood
    if not years:
        return _latest(*months, published) if months and published and not _any_months(sentence) else None
    (year,) = years
    if months is None:
        return _as_of(sentence, year) or str(year)
    first, last = months
    if first > last:
        return None
    return _written(year, first, last)


def _as_of(sentence: str, year: int) -> str | None:
    """Return the month of a year at which a sentence counts something: `as of May 2030`; None if it names none."""
    found = [match for match in _AS_OF.finditer(sentence) if int(match["year"]) == year]
    months = {month for match in found if (month := month_of(match["month"]))}
    return f"{year}-{months.pop():02}" if len(months) == 1 else None


_AS_OF = re.compile(
    rf"\b(?:{any_of(_REPORTS.as_of)})\s+(?P<month>[^\W\d_]{{3,12}})\.?\s+(?:{any_of(_REPORTS.year_words)})?\s*(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_SEVERAL = (0, 0)  # instead of the months of a number if its sentence has several, and it is not clear which


def _months_of(sentence: str, number: Number, begins: int, ends: int) -> tuple[int, int] | None:
    """Return the first and the last month of a number; None if its sentence names no months.

    Args:
        sentence: the sentence.
        number: the number in it.
        begins: the start of its clause.
        ends: the end of its clause.
    """
    found = months_in(sentence)
    if len({(one.first, one.last) for one in found}) > 1:
        near = [one for one in found if begins <= one.start and one.end <= ends]
        behind = [
            one
            for one in near
            if one.start >= number.end and not _DIGIT.search(sentence, number.end, one.start)
        ]
        found = behind if len(near) > 1 else near
    different = {(one.first, one.last) for one in found}
    if len(different) == 1:
        return different.pop()
    return _SEVERAL if different or months_in(sentence) else None


_DIGIT = re.compile(r"\d")


def _any_months(sentence: str) -> str | None:
    """Return words for a number of months that may be counted from January or back from the report: `over nine months`.

    The Russian words for it mean the months from January in a report.
    """
    words = (sentence[one.start : one.end] for one in months_in(sentence))
    return next((one for one in words if one.isascii() and _SPANS.match(one)), None)


_SPANS = re.compile(rf"(?:{any_of(wordings().spans)})\s", re.IGNORECASE)


def _latest(first: int, last: int, published: str) -> str | None:
    """Return the period of several months without a year in a report; None if they were not over shortly before it."""
    year, month = int(published[:4]), int(published[5:7] or 0)
    if not month or first >= last:
        return None
    ago = (month - last) % _MONTHS_A_YEAR or _MONTHS_A_YEAR
    return _written(year - (last >= month), first, last) if ago <= _MOST_MONTHS_AGO else None


_MONTHS_A_YEAR = 12


def _written(year: int, first: int, last: int) -> str:
    return f"{year}-{first:02}" if first == last else f"{year}-{first:02}/{year}-{last:02}"


def _years_meant(text: str, published: str | None, at: int | None = None) -> set[int]:
    """Return the years that a text names.

    Args:
        text: the text.
        published: the date of publication, for `last year`; None if it is not known.
        at: the offset of the number to which the year belongs; None if the text does not have it.
    """
    years = {
        int(match[0])
        for match in years_in(text)
        if not _is_compared(text, match.start(), at, _COMPARING_A_YEAR)
    }
    if not years and published:
        named = {
            _year_named(match[0])
            for match in _RELATIVE.finditer(text)
            if not _is_compared(text, match.start(), at)
        }
        years = {int(published[:4]) + one for one in named if one is not None}
    return years


def perhaps_meant(sentence: str, number: Number, published: str | None) -> tuple[str, tuple[str, ...]] | None:
    """Return words for a period that may mean several periods, with those that they may mean; None if there are no such words.

    Args:
        sentence: the sentence.
        number: the number in it.
        published: the date of publication; None if it is not known.
    """
    begins, ends = clause_around(sentence, number)
    match = _SINCE_NEW_YEAR.search(sentence, begins, ends)
    if match is not None:
        year, month = (published or "")[:4], int((published or "")[5:7] or 0)
        lasts = [last for last in (month - 1, month) if last > 0]
        return match[0], tuple(_written(int(year), 1, last) for last in lasts)
    words = _any_months(sentence)
    months = _months_of(sentence, number, begins, ends)
    if words is None or months is None or published is None or _years_meant(sentence[begins:ends], published):
        return None
    latest = _latest(*months, published)
    return words, (latest,) if latest else ()


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


def relative_year(sentence: str, number: Number) -> str | None:
    """Return the words for a number's year relative to the date of publication; None if there are none, or if there is a year.

    They are in its clause, or in a short opening of the sentence: `Last year, …`.
    """
    begins, ends = clause_around(sentence, number)
    opening = _first_clause(sentence)
    places = [(begins, ends)]
    if begins > 0 and len(sentence[:opening].split()) <= _OPENING:
        places.append((0, opening))
    for start, end in places:
        if years_in(sentence, start, end):
            return None
        for match in _RELATIVE.finditer(sentence, start, end):
            if not _is_compared(sentence, match.start(), number.start):
                return match[0]
    return None


def _is_compared(text: str, start: int, at: int | None, comparing: re.Pattern[str] = _COMPARING) -> bool:
    """Return whether a year is only what another year is compared with: `the same period last year`.

    Args:
        text: the text.
        start: the offset of the year.
        at: the offset of a number; the year belongs to it in `compared with 72 last year`.
        comparing: the words before a year for comparison.
    """
    begins = max(0, start - FAR // 2)
    found = comparing.search(text, begins, start)
    if found is None or months_in(text[found.end() : start]):
        return False
    return at is None or not found.end() <= at < start


def _years_before(sentence: str, begins: int, start: int, published: str | None) -> set[int]:
    """Return the year of a clause without a year: from a short opening (`In 2023, …`), or from the clause that it continues.

    Args:
        sentence: the sentence.
        begins: the start of the clause.
        start: the start of the number in it.
        published: the date of publication, for `last year`.
    """
    opening = sentence[: _first_clause(sentence)]
    if len(opening.split()) <= _OPENING and (years := _years_meant(opening, published)):
        return years
    following = WORD.search(sentence, begins)
    if following and following.start() >= start:  # `this year will be a record: 40 billion`
        before = [match.start() for match in CLAUSE.finditer(sentence, 0, begins)]
        return _years_meant(sentence[max(before, default=0) : begins], published)
    if following is None or fold_letters(following[0]) in _NEW:
        return set()
    if continues_a_change(sentence, begins, start):
        return _years_meant(sentence[:begins], published)
    return {int(match[0]) for match in years_in(sentence, 0, begins)}


def continues_a_change(sentence: str, begins: int, start: int) -> bool:
    """Return whether nothing but words for a level are before a number: `grew by 20 percent last year, to about 1.2 billion`.

    Args:
        sentence: the sentence.
        begins: the start of the clause, or the end of the number before.
        start: the start of the number.
    """
    between = {fold_letters(word) for word in WORD.findall(sentence[begins:start])}
    return not between.isdisjoint(UP_TO) and between <= UP_TO | _ABOUT


def clause_around(sentence: str, number: Number) -> tuple[int, int]:
    """Return the start and end of a number's clause."""
    marks = _marks(sentence)
    before, behind = bisect_left(marks, number.start), bisect_left(marks, number.end)
    return marks[before - 1] if before else 0, marks[behind] if behind < len(marks) else len(sentence)


@lru_cache(maxsize=8)  # because the figures of a sentence are read one after the other
def _marks(sentence: str) -> list[int]:
    """Return the positions at which the clauses of a sentence end."""
    return [match.start() for match in CLAUSE.finditer(sentence)]


def _first_clause(sentence: str) -> int:
    match = CLAUSE.search(sentence)
    return match.start() if match else len(sentence)


def _year_named(words: str) -> int | None:
    return meaning_of(" ".join(words.casefold().split()), _REPORTS.years_named)
