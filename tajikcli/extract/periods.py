"""Find the period of a number in a sentence: from a year in its clause, or from words such as `last year` and the date of publication."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import reports
from tajikcli.language.forms import any_of, meaning_of
from tajikcli.proof.numbers import months_named
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
_ABOUT = word_set(fold_letters(" ".join(_REPORTS.approximations)))
UP_TO = word_set(fold_letters(_ALL.range_to)) - word_set(fold_letters(_ALL.joining))
_NEW = word_set(
    fold_letters(f"{_ALL.conjunctions} {_ALL.clause_openers} {_ALL.contrasting} {_ALL.subordinating}")
)
CLAUSE = re.compile(r"[;:]|,\s|\s[\u2013\u2014-]\s")
FAR = 90  # the number of characters around a number that may contain its words
_OPENING = 8  # the maximum number of words of an opening that applies to the whole sentence


def period_of(sentence: str, number: Number, published: str | None) -> str | None:
    """Return the period of a number if its sentence names only one time.

    Args:
        sentence: the sentence.
        number: the number in it.
        published: the date of publication, for `last year`; None if it is not known.

    Returns:
        The period in ISO 8601, as in a knowledge file: a year, a month, or the first and the last with `/` between them.
    """
    span = YEARS.search(sentence)
    if span:
        return f"{span['first']}/{span['last']}" if span["first"] < span["last"] else None
    begins, ends = clause_around(sentence, number)
    years = _years_in(sentence[begins:ends], published)
    if not years and begins > 0:
        years = _years_before(sentence, begins, number.start, published)
    if len(years) != 1:
        return None
    (year,) = years
    months = months_named(sentence)
    if months is None:
        return str(year)
    first, last = months
    if first > last:
        return None
    return f"{year}-{first:02}" if first == last else f"{year}-{first:02}/{year}-{last:02}"


def _years_in(text: str, published: str | None) -> set[int]:
    years = {int(match[0]) for match in YEAR.finditer(text)}
    if not years and published:
        named = {
            _year_named(match[0])
            for match in _RELATIVE.finditer(text)
            if not _is_compared(text, match.start())
        }
        years = {int(published[:4]) + one for one in named if one is not None}
    return years


def relative_year(sentence: str, number: Number) -> str | None:
    """Return the words in a number's clause for a year relative to the date of publication; None if it has none, or names a year."""
    begins, ends = clause_around(sentence, number)
    if YEAR.search(sentence[begins:ends]):
        return None
    for match in _RELATIVE.finditer(sentence, begins, ends):
        if not _is_compared(sentence, match.start()):
            return match[0]
    return None


def _is_compared(text: str, start: int) -> bool:
    """Return whether a year is only what another year is compared with: `the same period last year`."""
    begins = max(0, start - FAR // 2)
    found = _COMPARING.search(text, begins, start)
    return found is not None and months_named(text[found.end() : start]) is None


def _years_before(sentence: str, begins: int, start: int, published: str | None) -> set[int]:
    """Return the year of a clause without a year: from a short opening (`In 2023, …`), or from the clause that it continues.

    Args:
        sentence: the sentence.
        begins: the start of the clause.
        start: the start of the number in it.
        published: the date of publication, for `last year`.
    """
    opening = sentence[: _first_clause(sentence)]
    if len(opening.split()) <= _OPENING and (years := _years_in(opening, published)):
        return years
    following = WORD.search(sentence, begins)
    if following and following.start() >= start:  # `this year will be a record: 40 billion`
        before = [match.start() for match in CLAUSE.finditer(sentence, 0, begins)]
        return _years_in(sentence[max(before, default=0) : begins], published)
    if following is None or fold_letters(following[0]) in _NEW:
        return set()
    between = {fold_letters(word) for word in WORD.findall(sentence[begins:start])}
    if (
        not between.isdisjoint(UP_TO) and between <= UP_TO | _ABOUT
    ):  # `grew by 20 percent last year, to 1.2 billion`
        return _years_in(sentence[:begins], published)
    return {int(match[0]) for match in YEAR.finditer(sentence, 0, begins)}


def clause_around(sentence: str, number: Number) -> tuple[int, int]:
    """Return the start and end of a number's clause."""
    marks = [match.start() for match in CLAUSE.finditer(sentence)]
    begins = max((mark for mark in marks if mark < number.start), default=0)
    return begins, min((mark for mark in marks if mark >= number.end), default=len(sentence))


def _first_clause(sentence: str) -> int:
    match = CLAUSE.search(sentence)
    return match.start() if match else len(sentence)


def _year_named(words: str) -> int | None:
    return meaning_of(" ".join(words.casefold().split()), _REPORTS.years_named)
