"""Find the period of a number in a sentence: from a year in its clause, or from words such as `last year` and the date of publication."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.extract.dates import month_of
from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import reports
from tajikcli.language.all_wordings import wordings
from tajikcli.language.forms import WORD, any_of
from tajikcli.language.listed import meaning_of
from tajikcli.proof.grammar import ARTICLES, FINITE
from tajikcli.proof.numbers import months_in
from tajikcli.proof.speech import AND, MODALS, PREPOSITIONS, SPEAKING, SUBORDINATE, looks_like_verb
from tajikcli.text import fold_letters, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.proof.numbers import Number

_ALL = together()
_REPORTS = reports()
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
    return _period(sentence, number, published, own_clause(sentence, number), alone=alone)


def period_of_another(sentence: str, number: Number, published: str | None) -> str | None:
    """Return the period of a number if its clause were not ended by `and` before another predicate; None if none ends it."""
    whole = clause_around(sentence, number)
    if own_clause(sentence, number) == whole:
        return None
    return _period(sentence, number, published, whole, alone=False)


def _period(
    sentence: str, number: Number, published: str | None, clause: tuple[int, int], *, alone: bool
) -> str | None:
    begins, ends = clause
    whole = clause_around(sentence, number)
    span = YEARS.search(sentence)
    if span and not (whole[0] <= span.start() < begins or ends <= span.start() < whole[1]):
        return f"{span['first']}/{span['last']}" if span["first"] < span["last"] else None
    months = _months_of(sentence, number, begins, ends)
    years = _years_meant(sentence[begins:ends], published, number.start - begins)
    if not years and begins > 0 and begins == whole[0] and not alone:
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
            if one.start >= number.end and not _DIGIT.search(sentence, number.end, one.start)
        ]
        found = behind if len(near) > 1 else near
    different = {(one.first, one.last) for one in found}
    if len(different) == 1:
        return different.pop()
    return _SEVERAL if different or (whole == (begins, ends) and months_in(sentence)) else None


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
    begins, ends = own_clause(sentence, number)
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
    begins, ends = own_clause(sentence, number)
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


class _Word(NamedTuple):
    """A word of a sentence: its offsets, its folded form, and whether it is clearly a finite verb."""

    start: int
    end: int
    folded: str
    is_verb: bool


def own_clause(sentence: str, number: Number) -> tuple[int, int]:
    """Return the start and end of the part of a number's clause without the predicates that `and` joins to its own.

    What is before such an `and` is another predicate only if a year stands behind its verb: `In 2030 trade rose and exports
    reached 3 billion` has one year for both.
    """
    begins, ends = clause_around(sentence, number)
    if _ANY_JOINT.search(sentence, begins, ends) is None:
        return begins, ends
    words = [word for word in _words_in(sentence) if begins <= word.start < ends]
    ahead = [word for word in words if word.start < number.start]
    behind = [word for word in words if word.start >= number.end]
    joints = [at for at, word in enumerate(behind) if word.folded in AND]
    for at, close in pairwise([*joints, len(behind)]):
        if _begins_predicate(sentence, number, ahead, behind[:close], at):
            ends = behind[at].start
            break
    last = next((at for at in range(len(ahead) - 1, 0, -1) if ahead[at].folded in AND), None)
    if last is not None:
        piece = [*ahead[last + 1 :], *behind[: joints[0] if joints else None]]
        verb = next((word for word in ahead[:last] if word.is_verb), None)
        # `2 billion euros went to aid`, but not `and reached 2 billion euros`
        is_other = any(word.is_verb for word in piece) and not any(
            word.is_verb for word in ahead[last + 1 : last + 2]
        )
        if verb is not None and is_other and _years_meant(sentence[verb.end : ahead[last].start], _ANY_DATE):
            begins = ahead[last].start
    return begins, ends


_ANY_JOINT = re.compile(rf"(?<!\w)(?:{any_of(_ALL.joining)})(?!\w)", re.IGNORECASE)
_ANY_DATE = "2000-01-01"


def _begins_predicate(
    sentence: str, number: Number, ahead: Sequence[_Word], behind: Sequence[_Word], at: int
) -> bool:
    """Return whether another predicate begins at an `and` after a number.

    Args:
        sentence: the sentence.
        number: the number.
        ahead: the words of its clause before it.
        behind: the words after it, up to the next `and` or the end of the clause.
        at: the position of the `and` among them.
    """
    joint, rest = behind[at], behind[at + 1 :]
    if not rest:
        return False
    if any(word.is_verb for word in rest) or rest[0].folded in SUBORDINATE or (at and behind[at - 1].is_verb):
        return True
    is_year_behind = YEAR.match(sentence, min(rest[0].end + 1, len(sentence))) is not None
    if rest[0].folded in PREPOSITIONS and is_year_behind:
        return not YEAR.search(sentence, number.end, joint.start)
    # `cost 20 million euros and open in 2034`, but `20 million euros and 3 million dollars in 2034`
    if _DIGIT.search(YEAR.sub("", sentence[joint.end : rest[-1].end])) is not None:
        return False
    is_modal = any(word.folded in MODALS for word in ahead)
    is_infinitive = (
        is_modal
        and len(rest) > 1
        and rest[1].folded in PREPOSITIONS
        and not rest[0].folded.endswith(tuple(_REPORTS.plural_endings))
    )
    return is_infinitive or (number.unit is not None and at == 0)


_BEFORE_NOUNS = (ARTICLES | PREPOSITIONS) - AND


@lru_cache(maxsize=8)  # because the figures of a sentence are read one after the other
def _words_in(sentence: str) -> list[_Word]:
    """Return the words of a sentence; a word that may be a plural (`exports`) is not clearly a verb."""
    found: list[_Word] = []
    for match in WORD.finditer(sentence):
        folded = fold_letters(match[0])
        is_noun = bool(found) and found[-1].folded in _BEFORE_NOUNS
        is_plural = folded.isascii() and folded.endswith(tuple(_REPORTS.plural_endings))
        is_verb = folded in FINITE or (
            match[0].islower()
            and not is_noun
            and (folded in SPEAKING or (looks_like_verb(folded) and not is_plural))
        )
        found.append(_Word(match.start(), match.end(), folded, is_verb))
    return found


@lru_cache(maxsize=8)  # because the figures of a sentence are read one after the other
def _marks(sentence: str) -> list[int]:
    """Return the positions at which the clauses of a sentence end."""
    return [match.start() for match in CLAUSE.finditer(sentence)]


def _first_clause(sentence: str) -> int:
    match = CLAUSE.search(sentence)
    return match.start() if match else len(sentence)


def _year_named(words: str) -> int | None:
    return meaning_of(" ".join(words.casefold().split()), _REPORTS.years_named)
