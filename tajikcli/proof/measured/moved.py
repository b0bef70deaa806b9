"""Recognise a figure on record that a text gives for another time, country or measure: `In the first half, trade was $1.08 billion`.

Such a number is not compared with the figures for its own time, because the record has none. But if it repeats a distinctive
figure of the same measure, the text has taken it from there, and the time, the country or the measure is wrong: `exports of $1.79 billion`.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from tajikcli.proof.measured.amounts import months_of
from tajikcli.proof.measured.marks import around
from tajikcli.proof.measured.sentence import NO_MONTHS
from tajikcli.proof.measured.silence import (
    A_SHARE,
    ANOTHER_MEASURE,
    ANOTHER_YEAR,
    FAR,
    OF_OTHERS,
    OTHER_MONTHS,
    is_of_another_year,
    is_of_others,
)
from tajikcli.proof.measured.times import years_in
from tajikcli.proof.measured.wording import Part
from tajikcli.proof.numbers import MONEY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.proof.measured.amounts import OnRecord
    from tajikcli.proof.measured.question import Question

_INTRODUCING = 4  # the maximum number of words of a phrase that introduces a sentence
_NEAR = 14  # the maximum number of words between a number and the name of another measure
_DISTINCTIVE = 3  # the number of digits of a number that is hardly the same by chance


def _own_clause(asked: Question) -> str:
    """Return the words around a number up to the next comma, semicolon or colon, with a short phrase before them: `In 2023, trade …`."""
    before, part, _, at = asked.sentence.clause(asked.number)
    introduction = before if len(before.split()) <= _INTRODUCING else ""
    return f"{introduction} {part[part.rfind(':', 0, at) + 1 :]}"


def moved_figures(asked: Question, reason: str) -> Sequence[OnRecord]:
    """Return the figures on record that a number repeats although the text gives it for something else; empty if there are none.

    Args:
        asked: a number beside a measure.
        reason: the reason for not judging it.
    """
    number = asked.number
    if reason == A_SHARE or (reason == FAR and asked.sentence.words[asked.last - 1][1] <= number.start):
        return _of_rival(asked)
    if (
        reason not in {ANOTHER_YEAR, OTHER_MONTHS, OF_OTHERS, ANOTHER_MEASURE}
        or len(number.amounts) > 1
        or not asked.fits
    ):
        return ()
    if reason == ANOTHER_MEASURE and (whole := _exceeded(asked)) is not None:
        return (whole,)
    if len(number.amounts[0].normalize().as_tuple().digits) < _DISTINCTIVE:
        return ()
    if reason == ANOTHER_MEASURE and (number.unit not in MONEY or is_of_others(asked)):
        return ()  # shares and counts of different things are often the same
    if reason == OF_OTHERS and (number.unit == "percent" or not asked.sentence.names_others_only):
        return ()
    if reason == ANOTHER_YEAR and not years_in(_own_clause(asked)):
        return ()  # `He, who will leave in 2025, saw it differently: trade reached $1.79 billion`
    same = [
        one.figure
        for one in asked.on_record.amounts.of_size(number.amounts[0])
        if one.part is not Part.SIZE or asked.is_change
    ]
    if reason == OTHER_MONTHS and asked.sentence.months(number) == NO_MONTHS:
        return ()  # the text names the period elsewhere
    if reason == OTHER_MONTHS and any(months_of(one) is None for one in same):
        return ()  # the record does not say for which months it is
    return same


def _exceeded(asked: Question) -> OnRecord | None:
    """Return the largest figure of a measure if a part of it, between all countries on record, is larger: `Russian exports to Tajikistan of $1.8 billion`."""
    sentence, number = asked.sentence, asked.number
    is_part = asked.first in sentence.parts and number.unit in MONEY
    if not is_part or not sentence.names_all or is_of_others(asked) or is_of_another_year(asked):
        return None
    wholes = [one for one in asked.on_record.amounts.all if one.part is Part.LEVEL]
    largest = max(wholes, key=lambda one: one.amount, default=None)
    return largest.figure if largest is not None and number.amounts[0] > largest.amount else None


def _of_rival(asked: Question) -> Sequence[OnRecord]:
    """Return the figures that a number repeats of another measure in its clause: `a quota of over 36,000 for Tajik students`.

    The quota is not near 36,000, but the number of students is.
    """
    sentence, number = asked.sentence, asked.number
    begin, end = around(sentence.breaks, number.start, number.end, len(sentence.text))
    first, last = bisect_left(sentence.starts, begin), bisect_left(sentence.starts, end)
    at = bisect_left(sentence.starts, number.start)
    low = bisect_left(sentence.places, max(first, at - _NEAR))
    high = bisect_left(sentence.places, min(last, at + _NEAR))
    rivals = {one.slug: one for _, _, one in sentence.named[low:high] if one.slug != asked.measure.slug}
    if is_of_others(asked):
        return ()
    return [
        one.figure
        for rival in rivals.values()
        for one in rival.known.of_unit(number.unit).amounts.of_size(number.amounts[0])
        if one.part is Part.LEVEL
    ]
