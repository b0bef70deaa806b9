"""Find the period of a number in a sentence: from a year in its clause, or from words such as `last year` and the date of publication."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tajikcli.extract.clauses import (
    CLAUSE,
    DIGIT,
    clause_around,
    clause_at,
    first_clause,
    has_verb,
    own_clause,
)
from tajikcli.extract.dates import month_of
from tajikcli.extract.years import RELATIVE, YEARS, is_compared, years_in, years_meant
from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import reports
from tajikcli.language.all_wordings import wordings
from tajikcli.language.forms import WORD, any_of
from tajikcli.proof.grammar import ARTICLES
from tajikcli.proof.number_words import numbers_in_words
from tajikcli.proof.numbers import months_in, numbers
from tajikcli.text import fold_letters, word_set

if TYPE_CHECKING:
    from tajikcli.proof.numbers import Number

_ALL = together()
_REPORTS = reports()
_PART_OF_YEAR = re.compile(
    rf"\b(?:{any_of(f'{_ALL.months_word} {wordings().halves} {wordings().quarters}')}"
    rf"|{any_of(word for word, unit in _REPORTS.units.items() if unit == 'months')})\b",
    re.IGNORECASE,
)
_SINCE_YEAR = re.compile(
    rf"\b(?:{any_of(_REPORTS.since)})\s+(?:(?:{any_of(_REPORTS.year_words)}|{any_of(_ALL.months)})\s+)?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_YEAR_ENDING = re.compile(
    rf"\b(?:{any_of(_REPORTS.year_words)})\s(?:{any_of(_REPORTS.ending)})\s(?:{any_of(_ALL.months)})\b",
    re.IGNORECASE,
)
_SINCE_NEW_YEAR = re.compile(rf"\b(?:{any_of(_REPORTS.since_new_year)})\b", re.IGNORECASE)
_ABOUT = word_set(fold_letters(" ".join(_REPORTS.approximations)))
UP_TO = word_set(fold_letters(_ALL.range_to)) - word_set(fold_letters(_ALL.joining))
_NEW = word_set(
    fold_letters(f"{_ALL.conjunctions} {_ALL.clause_openers} {_ALL.contrasting} {_ALL.subordinating}")
)
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
    return _period(sentence, number, published, own_clause(sentence, number), alone=alone)


def period_of_another(sentence: str, number: Number, published: str | None) -> str | None:
    """Return the period of a number if its clause were not ended by `and` before another predicate, or if the months of another predicate are not its own; None if neither is the case."""
    whole = clause_around(sentence, number)
    if own_clause(sentence, number) == whole:
        apart = _year_behind_months(sentence, *whole, published)
        return str(apart[0]) if apart else None
    return _period(sentence, number, published, whole, alone=False)


def _period(
    sentence: str, number: Number, published: str | None, clause: tuple[int, int], *, alone: bool
) -> str | None:
    begins, ends = clause
    if years_ago(sentence, number) is not None and not years_in(sentence, begins, ends):
        return None
    if (apart := _year_behind_months(sentence, begins, ends, published)) is not None:
        year, is_sure = apart
        return str(year) if is_sure else None
    whole = clause_around(sentence, number)
    span = YEARS.search(sentence)
    if span and not (whole[0] <= span.start() < begins or ends <= span.start() < whole[1]):
        return f"{span['first']}/{span['last']}" if span["first"] < span["last"] else None
    months = _months_of(sentence, number, begins, ends)
    years = years_meant(sentence[begins:ends], published, number.start - begins)
    if not years and begins > 0 and begins == whole[0] and not alone:
        years = _years_before(sentence, begins, number.start, published)
        if years and months is None and _PART_OF_YEAR.search(sentence, 0, begins):
            return None
    if months == _SEVERAL or len(years) > 1:
        return None
    since = _SINCE_YEAR.search(sentence, begins, ends) or _SINCE_YEAR.match(sentence)
    if since and not is_compared(sentence, since.start(), None):  # not compared with that year
        return None  # until when is not said
    if _YEAR_ENDING.search(sentence, begins, ends):
        return None  # the year of twelve months, most of which are in the year before
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
    whole = clause_around(sentence, number)
    found = [
        one
        for one in months_in(sentence)
        if not (whole[0] <= one.start < begins or ends <= one.start < whole[1])  # of another predicate
    ]
    if len({(one.first, one.last) for one in found}) > 1:
        near = [one for one in found if begins <= one.start and one.end <= ends]
        behind = [
            one
            for one in near
            if one.start >= number.end and not DIGIT.search(sentence, number.end, one.start)
        ]
        found = behind if len(near) > 1 else near
    different = {(one.first, one.last) for one in found}
    if len(different) == 1:
        return different.pop()
    return _SEVERAL if different or (whole == (begins, ends) and months_in(sentence)) else None


def _year_behind_months(
    sentence: str, begins: int, ends: int, published: str | None
) -> tuple[int, bool] | None:
    """Return the only year of a clause if the months of the sentence may be those of another predicate only, with whether they surely are.

    They surely are if that predicate has another year: `In January-May 2031 trade grew, after reaching 3 billion in 2030`.
    Without one, `in January-May trade grew, while last year it was 3 billion` means the year.
    """
    months = [one.start for one in months_in(sentence)]
    years = years_meant(sentence[begins:ends], published)
    if not months or len(years) != 1 or any(begins <= at < ends for at in months):
        return None
    clauses = {clause_at(sentence, at, at) for at in months}
    (year,) = years
    others = {int(match[0]) for start, end in clauses for match in years_in(sentence, start, end)}
    if others:
        return (year, True) if others != {year} else None
    return (year, False) if any(has_verb(sentence, start, end) for start, end in clauses) else None


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


def perhaps_meant(sentence: str, number: Number, published: str | None) -> tuple[str, tuple[str, ...]] | None:
    """Return words for a period that may mean several periods, with those that they may mean; None if there are no such words.

    Args:
        sentence: the sentence.
        number: the number in it.
        published: the date of publication; None if it is not known.
    """
    begins, ends = own_clause(sentence, number)
    match = _SINCE_NEW_YEAR.search(sentence, begins, ends)
    if match is not None:
        year, month = (published or "")[:4], int((published or "")[5:7] or 0)
        lasts = [last for last in (month - 1, month) if last > 0]
        return match[0], tuple(_written(int(year), 1, last) for last in lasts)
    if (ago := years_ago(sentence, number)) is not None:
        years = _number_of_years(ago["count"])
        likely = int((published or "0")[:4]) - years if published and years else None
        return ago[0], (str(likely),) if likely else ()
    words = _any_months(sentence)
    months = _months_of(sentence, number, begins, ends)
    if words is None or months is None or published is None or years_meant(sentence[begins:ends], published):
        return None
    latest = _latest(*months, published)
    return words, (latest,) if latest else ()


@lru_cache(maxsize=8)  # because the period and the questions about it ask for it
def years_ago(sentence: str, number: Number) -> re.Match[str] | None:
    """Return the words for the year of a number that count back from the report: `two years ago`; None if there are none.

    They are in its clause, or in a short opening of the sentence.
    """
    for start, end in _places(sentence, number):
        for match in _YEARS_AGO.finditer(sentence, start, end):
            if not is_compared(sentence, match.start(), number.start):
                return match
    return None


_YEARS_AGO = re.compile(
    rf"(?<!\w)(?:(?P<count>[^\W_]{{1,20}})\s+)?(?:{any_of(f'{wordings().years} {_REPORTS.year_words}')})\s+(?:{any_of(_REPORTS.ago)})(?!\w)",
    re.IGNORECASE,
)


def _number_of_years(written: str | None) -> int | None:
    """Return the number that a word before `years ago` means; None if it is not known."""
    if written is None or fold_letters(written) in ARTICLES:
        return 1
    words = f"{written} %"  # small numbers in words count only with a unit
    found = [*numbers(words), *numbers_in_words(words)]
    return int(found[0].amounts[0]) if found else None


def _places(sentence: str, number: Number) -> list[tuple[int, int]]:
    """Return where a number's year may be named: in its clause, and in a short opening of the sentence: `Last year, …`."""
    begins, ends = own_clause(sentence, number)
    opening = first_clause(sentence)
    is_opened = begins > 0 and len(sentence[:opening].split()) <= _OPENING
    return [(begins, ends), *([(0, opening)] if is_opened else [])]


def relative_year(sentence: str, number: Number) -> str | None:
    """Return the words for a number's year relative to the date of publication; None if there are none, or if there is a year.

    They are in its clause, or in a short opening of the sentence: `Last year, …`.
    """
    for start, end in _places(sentence, number):
        if years_in(sentence, start, end):
            return None
        for match in RELATIVE.finditer(sentence, start, end):
            if not is_compared(sentence, match.start(), number.start):
                return match[0]
    return None


def _years_before(sentence: str, begins: int, start: int, published: str | None) -> set[int]:
    """Return the year of a clause without a year: from a short opening (`In 2023, …`), or from the clause that it continues.

    Args:
        sentence: the sentence.
        begins: the start of the clause.
        start: the start of the number in it.
        published: the date of publication, for `last year`.
    """
    opening = sentence[: first_clause(sentence)]
    if len(opening.split()) <= _OPENING and (years := years_meant(opening, published)):
        return years
    following = WORD.search(sentence, begins)
    if following and following.start() >= start:  # `this year will be a record: 40 billion`
        before = [match.start() for match in CLAUSE.finditer(sentence, 0, begins)]
        return years_meant(sentence[max(before, default=0) : begins], published)
    if following is None or fold_letters(following[0]) in _NEW:
        return set()
    if continues_a_change(sentence, begins, start):
        return years_meant(sentence[:begins], published)
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
