"""Find the figures in a sentence in the form of a knowledge file: number, scale, unit, approximation, period, measure.

A part that the sentence does not state is left out: neither unit nor period is guessed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, cast

from tajikcli.extract.amounts import amounts_in, has_an_amount
from tajikcli.extract.clauses import CLAUSE, clause_around
from tajikcli.extract.codes import may_be_a_model, no_amounts
from tajikcli.extract.dates import dates_in
from tajikcli.extract.measure_words import measure_near
from tajikcli.extract.movement import approximation, falls, is_change, moves, turn_before
from tajikcli.extract.periods import (
    continues_a_change,
    perhaps_meant,
    period_of,
    period_of_another,
    relative_year,
)
from tajikcli.extract.things import (
    POINTS,
    are_points,
    ends_a_phrase,
    is_bare_amount,
    is_measuring,
    is_over,
    is_rank,
    unit_behind,
)
from tajikcli.extract.years import FAR, YEAR, counts_things
from tajikcli.figures import ZEROS
from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import reports
from tajikcli.language.all_wordings import wordings
from tajikcli.language.forms import WORD, any_of
from tajikcli.model.knowledge import FigureEntry
from tajikcli.proof.numbers import NOT_COUNTED, ranks
from tajikcli.proof.rates import rate_behind
from tajikcli.proof.speech import PREPOSITIONS
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tajikcli.model.knowledge import Scale
    from tajikcli.proof.numbers import Number

_ALL = together()
_REPORTS = reports()
_FROM = re.compile(rf"(?<!\w)(?:{any_of(_ALL.range_from)})\s+$", re.IGNORECASE)
_TO_DASH = re.compile(r"[^.!?:;\u2013\u2014]*?(?:\s-{1,2}\s|\s?[\u2013\u2014]\s)")
_LONGEST_DATELINE = 60  # the maximum number of characters of its place and date, and of those up to its dash
_LONGEST = 1_000  # the maximum number of characters of a sentence that is read in one piece
_RANGE = re.compile(
    r"(?<![\w.,\u2013\u2014-])(?P<lower>\d{1,6}(?:[.,]\d{1,3})?)"
    rf"(?:\s?[\u2013\u2014-]\s?|\s+(?:{any_of(_REPORTS.alternatives)})\s+)$"
)
_UPPER = re.compile(r"-(\d{4})(?![\w-])")  # the upper number of a range that may also be a telephone number
_COMPARED = re.compile(
    rf"\b(?:{any_of(wordings().comparing)})(?:\s+(?:{any_of(_ALL.prepositions)}))?\s+$", re.IGNORECASE
)
_OTHER_SCALE = re.compile(rf"\s(?:{any_of(_REPORTS.other_scales)})\b", re.IGNORECASE)  # `₹300 crore`
_PER_CENT, _RANK = "percent", "rank"


class Counted(NamedTuple):
    """A figure in a sentence.

    Attributes:
        start: offset of its first character.
        end: offset after its last character.
        entry: the figure as in a knowledge file, without its measure.
        measure: the slug of the measure; None if the sentence does not state it clearly.
        relative: words for its year that depend on the date of publication (`last year`); None if there are none.
        essential: start and end of the words for the counted things and for their rise or fall.
        unclear: a key of the figure whose value the sentence does not state clearly; None if there is none.
        candidates: the possible values of that key.
        periods: the possible periods, if the words of `relative` mean one of several, or if only another predicate of the
            sentence names one.
        named: the words of the sentence for the measure; None if it has none.
    """

    start: int
    end: int
    entry: FigureEntry
    measure: str | None
    relative: str | None
    essential: tuple[tuple[int, int], ...] = ()
    unclear: str | None = None
    candidates: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    named: str | None = None


def figures_in(sentence: str, published: str | None) -> Iterator[Counted]:
    """Yield the figures in a sentence.

    Args:
        sentence: the sentence.
        published: the date of publication, for `last year`; None if it is not known.
    """
    for begin, end in _pieces(sentence, _dateline(sentence)):
        for one in _in_piece(sentence[begin:end], published):
            yield one._replace(
                start=one.start + begin,
                end=one.end + begin,
                essential=tuple((start + begin, end + begin) for start, end in one.essential),
            )


def _dateline(sentence: str) -> int:
    """Return the end of a place and a date before a dash, which do not belong to the sentence: `OSLO, December 25, 2024 - …`."""
    for date in dates_in(sentence[:_LONGEST_DATELINE]):
        dash = _TO_DASH.match(sentence, date.end, date.end + _LONGEST_DATELINE)
        names = WORD.findall(sentence[: date.start] + dash[0]) if dash and date.start else []
        return dash.end() if dash and names and all(name[0].isupper() for name in names) else 0
    return 0


def _pieces(sentence: str, begin: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence from an offset on, in parts if it is longer than a person would write; each part is read separately."""
    while len(sentence) - begin > _LONGEST:
        cut = sentence.rfind(" ", begin + _LONGEST // 2, begin + _LONGEST)
        cut = cut if cut >= 0 else begin + _LONGEST
        yield begin, cut
        begin = cut
    yield begin, len(sentence)


def _range_before(sentence: str, number: Number) -> re.Match[str] | None:
    """Return the match of the lower number of a range before its upper number: `20-` of `20-25%`."""
    return _RANGE.search(sentence, max(0, number.start - FAR), number.start)


def _in_piece(sentence: str, published: str | None) -> Iterator[Counted]:
    if not has_an_amount(sentence):
        return
    taken = no_amounts(sentence)
    found = [*amounts_in(sentence), *((rank, None) for rank in ranks(sentence))]
    lowers = {lower.start("lower") for number, _ in found if (lower := _range_before(sentence, number))}
    last: Counted | None = None
    for number, scale in sorted(found, key=lambda one: one[0].start):
        if any(start < number.end and number.start < end for start, end in taken) and number.unit is None:
            continue
        if not lowers.isdisjoint(range(number.start, number.end)):
            continue  # the figure of `20-25%` is that of its last number
        counted = _counted(sentence, number, scale, published)
        if counted is None and YEAR.fullmatch(sentence[number.start : number.end].strip()):
            continue  # `grew to 20 tonnes in 2030, from 18`
        is_bare = (counted is None or counted.entry.unit is None) and scale is None
        if is_bare and last is not None and _is_start_of(sentence, number, last):
            last.entry.from_, last.entry.to = f"{number.amounts[0]:f}", last.entry.value
            last.entry.value = None
            yield last._replace(end=number.end)
            last = None
            continue
        if is_bare and last is not None and _is_compared_with(sentence, number, last):
            counted = _same_things(sentence, number, last, published)
        if counted is not None and last is not None and _is_earlier_value(sentence, number, counted, last):
            counted = counted._replace(measure=last.measure, relative=None, periods=())
            counted.entry.period = _earlier_period(sentence, number, last.entry.period, published)
        if counted is not None and last is not None and _is_level_after(sentence, number, counted, last):
            counted = counted._replace(measure=last.measure)
        if counted is not None and last is not None and _is_span(sentence, number, counted, last):
            counted.entry.approx = None
        if last is not None:
            yield last
        last = counted
    if last is not None:
        yield last


def _is_start_of(sentence: str, number: Number, last: Counted) -> bool:
    """Return whether a number without a unit is the one before a change: `rose to 1,000 places, up from 900`."""
    between = sentence[last.end : number.start]
    return (
        last.entry.value is not None
        and last.entry.scale is None
        and last.unclear is None
        and len(number.amounts) == 1
        and not YEAR.fullmatch(sentence[number.start : number.end].strip())
        and len(between) <= FAR
        and _FROM.search(between) is not None
        and len(CLAUSE.findall(between)) <= 1
        and any(moves(sentence, number))
    )


def _is_earlier_value(sentence: str, number: Number, counted: Counted, last: Counted) -> bool:
    """Return whether a number is the one before a change, with the same unit: `52 percent, up from 48 percent`."""
    between = sentence[last.end : number.start]
    return (
        last.entry.value is not None
        and counted.entry.value is not None
        and last.entry.unit == counted.entry.unit
        and len(between) <= FAR
        and len(CLAUSE.findall(between)) <= 1
        and (
            _COMPARED.search(between) is not None
            or (_FROM.search(between) is not None and turn_before(sentence, number) is not None)
        )
    )


def _is_level_after(sentence: str, number: Number, counted: Counted, last: Counted) -> bool:
    """Return whether a number in a unit of measurement is what a change led to: `fell by 6 percent, to about 2 million tonnes`."""
    begins, _ = clause_around(sentence, number)
    return (
        counted.measure is None
        and last.entry.change is not None
        and is_measuring(counted.entry.unit or "")
        and len(CLAUSE.findall(sentence[last.end : number.start])) <= 1
        and continues_a_change(sentence, max(begins, last.end), number.start)
    )


def _is_span(sentence: str, number: Number, counted: Counted, last: Counted) -> bool:
    """Return whether a number of years is the time that another number takes: `2 billion dollars over 5 years`, not `more than 5 years`."""
    between = [fold_letters(word) for word in WORD.findall(sentence[last.end : number.start])]
    return (
        counted.entry.approx == "over"
        and counted.entry.unit in _SPANS
        and between[-1:] == [word for word in between if word in PREPOSITIONS]
        and len(between) <= _MOST_BETWEEN
    )


_SPANS = frozenset({"years", "months", "weeks", "days", "hours"})
_MOST_BETWEEN = 3  # words


def _earlier_period(sentence: str, number: Number, later: str | None, published: str | None) -> str | None:
    """Return the period of a number before a change: `last year` may also mean the year before that of the number after the change.

    Args:
        sentence: the sentence.
        number: the number.
        later: the period of the number after the change.
        published: the date of publication; None if it is not known.
    """
    written = period_of(sentence, number, None, alone=True)
    named = period_of(sentence, number, published, alone=True)
    if written or not named or not later:
        return written or named
    if not later.isdecimal():
        return None
    return str(int(later) - 1) if named == later else named


def _is_compared_with(sentence: str, number: Number, last: Counted) -> bool:
    """Return whether a number without a unit counts the same things as the one before: `75 schools, compared with 72`."""
    between = sentence[last.end : number.start]
    return (
        last.entry.value is not None
        and last.entry.unit not in NOT_COUNTED
        and len(number.amounts) == 1
        and len(between) <= FAR
        and not YEAR.fullmatch(sentence[number.start : number.end].strip())
        and _COMPARED.search(between) is not None
    )


def _same_things(sentence: str, number: Number, last: Counted, published: str | None) -> Counted:
    """Return a number as a figure of the same things as the one before."""
    period = period_of(sentence, number, published)
    entry = FigureEntry(value=f"{number.amounts[0]:f}", unit=last.entry.unit, period=period)
    relative = None if period or published else relative_year(sentence, number)
    return Counted(number.start, number.end, entry, last.measure, relative, last.essential)


def _counted(sentence: str, number: Number, scale: str | None, published: str | None) -> Counted | None:
    written = sentence[number.start : number.end]
    values = [f"{amount.scaleb(-ZEROS[scale]):f}" for amount in number.amounts]
    start, end, ends = _range_around(sentence, number, values[0])
    things = unit_behind(sentence, end) if number.unit is None else None
    if things and (is_rank(sentence, number, things) or is_over(sentence, things[2])):
        return None
    unit = (things[0] if things else number.unit) or None
    rate = rate_behind(sentence, things[2]) if things and is_measuring(things[0]) else None
    if things and rate and ends_a_phrase(sentence, rate[1]):
        unit = f"{things[0]} {rate[0]}"
    if are_points(sentence, number):
        things, unit = None, POINTS
    measured = measure_near(sentence, number, things)
    measure = measured[0] if measured else None
    if unit is None and len(number.amounts) == 2:  # `the number of teachers rises from 72 to 82`
        unit = measure if measure in _REPORTS.units.values() else None
    # `61 billion dollars … and will reach 66 billion`: what is counted is a question.
    is_open = (
        number.unit == ""
        or (things is not None and not things[0])
        or ((scale or is_bare_amount(sentence, number)) and ends_a_phrase(sentence, number.end))
    )
    unclear = "unit" if unit is None and is_open else None
    if (unit is None and unclear is None) or not all(amount.is_finite() for amount in number.amounts):
        return None
    is_year = number.unit is None and len(number.amounts) == 1 and YEAR.fullmatch(written.strip())
    if is_year and not counts_things(sentence, number.start, number.end):
        return None
    entry = FigureEntry(unit=unit)
    if unit not in {_PER_CENT, _RANK, POINTS}:
        entry.scale = cast("Scale | None", scale)
    if len(values) == 2:
        entry.from_, entry.to = values
    elif is_change(sentence, number._replace(unit=_PER_CENT) if unit == POINTS else number):
        entry.change = f"-{values[0]}" if falls(sentence, number) else values[0]
    else:
        entry.value = values[0]
    candidates: tuple[str, ...] = ()
    if _OTHER_SCALE.match(sentence, number.end) or may_be_a_model(sentence, number):
        unclear, candidates = "value", (values[0],)
        entry.value = entry.change = None
    if ends and len(values) == 1:  # `5-6 talks`: a knowledge file has one value
        unclear, candidates = "value", ends
        entry.value = entry.change = None
    entry.approx = approximation(sentence, number)
    entry.period = period_of(sentence, number, published)
    relative = None if entry.period or published else relative_year(sentence, number)
    periods: tuple[str, ...] = ()
    if entry.period is None and (perhaps := perhaps_meant(sentence, number, published)):
        relative, periods = perhaps
    elif entry.period is None and relative is None:
        other = period_of_another(sentence, number, published)
        periods = (other,) if other else ()
    essential = [one[1:] for one in (things, measured) if one]
    if entry.value is None and (turn := turn_before(sentence, number)):
        essential.append(turn)
    named = sentence[slice(*measured[1:])] if measured else None
    return Counted(
        start, end, entry, measure, relative, tuple(essential), unclear, candidates, periods, named
    )


def _range_around(sentence: str, number: Number, value: str) -> tuple[int, int, tuple[str, ...]]:
    """Return the start and end of the range that has a number, and its two ends; those of the number and no ends if there is none."""
    if lower := _range_before(sentence, number):
        return lower.start("lower"), number.end, (lower["lower"], value)
    if upper := _UPPER.match(sentence, number.end):
        return number.start, upper.end(), (value, upper[1])
    return number.start, number.end, ()
