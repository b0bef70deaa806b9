"""Judge a number: decide whether it agrees with a figure on record."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tajikcli.proof.measured.amounts import amounts_of, both_are, months_of, says, years_of
from tajikcli.proof.measured.roles import are_exchanged
from tajikcli.proof.measured.wording import Part, is_future

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.proof.measured.amounts import Amount
    from tajikcli.proof.measured.measures import OnRecord
    from tajikcli.proof.measured.silence import Question

DIFFERENCE = "a difference"
KEPT = "a bound that the figure on record satisfies"
BEFORE_OR_AFTER = "before or after a change on record"
ANOTHER_TIME = "another time"
# Reasons for not judging a number that become apparent only in a comparison.
REASONS = (DIFFERENCE, KEPT, BEFORE_OR_AFTER, ANOTHER_TIME)
# The amounts on record with which a number is compared, by its role in the text.
_COMPARED = {
    Part.LEVEL: frozenset({Part.LEVEL, Part.START, Part.END}),
    Part.SIZE: frozenset({Part.SIZE}),
    Part.END: frozenset({Part.LEVEL, Part.END}),
    Part.START: frozenset({Part.LEVEL, Part.START}),
}


class Compared(NamedTuple):
    """The result of comparing a number with the record.

    Attributes:
        agrees: whether a figure on record agrees; None if this is not known.
        figures: the figures that agree; otherwise, the figures that differ.
        reason: the reason why it is not known.
        exchanged: whether the number is the same, but two countries are exchanged.
    """

    agrees: bool | None
    figures: tuple[OnRecord, ...] = ()
    reason: str = ""
    exchanged: bool = False


def compared(asked: Question) -> Compared:
    """Return the result of comparing a number with the figures on record of its measure and unit."""
    figures = asked.on_record
    months = asked.sentence.months(asked.number)
    if months is not None:
        figures = [one for one in figures if months_of(one) == months]
    found = _of_figures(asked, figures)
    if found.agrees is False and len(asked.sentence.all_months) > 1:
        # The number may belong to another of the periods that the sentence names.
        others = [one for one in asked.on_record if months_of(one) in asked.sentence.all_months]
        if others and _of_figures(asked, others).agrees:
            return Compared(agrees=None, reason=ANOTHER_TIME)
    if found.agrees and are_exchanged(asked.sentence, asked.measure, asked.number):
        return Compared(agrees=False, figures=found.figures, exchanged=True)
    return found


def _of_figures(asked: Question, figures: Sequence[OnRecord]) -> Compared:
    return _of_two(asked, figures) if len(asked.number.amounts) == 2 else _of_one(asked, figures)


def _of_two(asked: Question, figures: Sequence[OnRecord]) -> Compared:
    """Return the result for `from 72 to 82`."""
    same = tuple(one for one in figures if both_are(asked.number, one))
    up, down = asked.moves
    rises = asked.number.amounts[0] <= asked.number.amounts[1]
    agrees = bool(same) and up in {down, rises}  # no direction, or the right one
    return Compared(agrees=agrees, figures=same or tuple(figures))


def _of_one(asked: Question, figures: Sequence[OnRecord]) -> Compared:
    amounts = [amount for one in figures for amount in amounts_of(one)]
    part, bound, rough = asked.wording[:3]
    if asked.wording.negative and not asked.is_change:
        return Compared(agrees=None, reason=DIFFERENCE)
    if asked.is_change and part is Part.LEVEL:
        part = Part.SIZE  # `rose 20 percent`
    comparable = [one for one in amounts if one.part in _COMPARED[part]]
    if not comparable:
        # A level on record is presented as a change, or a change as a level; or the record has nothing
        # similar.
        mistaken = [one for one in amounts if says(asked.number, one, bound, rough=rough) is True]
        if mistaken:
            return Compared(agrees=False, figures=(mistaken[0].figure,))
        return Compared(agrees=None, reason=DIFFERENCE)
    times = [_is_then(one, asked, part, amounts) for one in comparable]
    judged = [
        (one, time, says(asked.number, one, bound, rough=rough))
        for one, time in zip(comparable, times, strict=True)
        if time is not False
    ]
    if not judged:
        return Compared(agrees=None, reason=ANOTHER_TIME)
    if bound is not None and not bound.close:
        # `less than 1.79 billion`: the figure with that very number is meant, not a smaller one.
        very = [each for each in judged if abs(each[0].amount) == asked.number.amounts[0]]
        judged = very or judged
    right_way = [each for each in judged if _is_same_way(each[0], asked, part)]
    agreeing = (
        {}
        if not asked.fits
        else {one.figure.statement: one.figure for one, time, same in right_way if time and same}
    )
    if agreeing:
        return Compared(agrees=True, figures=tuple(agreeing.values()))
    if asked.is_slip:
        return Compared(agrees=False, figures=tuple(figures))
    if any(same is None for _, _, same in right_way):
        return Compared(agrees=None, reason=KEPT)
    if any(same for _, _, same in right_way) or not any(time for _, time, _ in judged):
        return Compared(agrees=None, reason=BEFORE_OR_AFTER)
    if part is Part.START and not any(one.part is Part.START for one, _, _ in judged):
        return Compared(agrees=None, reason=ANOTHER_TIME)  # the record has no start of a change
    others = dict.fromkeys(one.figure.statement for one, _, _ in judged)
    kept = [one for one in figures if one.statement in others]
    return Compared(agrees=False, figures=tuple(kept))


def _is_then(one: Amount, asked: Question, part: Part, amounts: Sequence[Amount]) -> bool | None:
    """Return whether an amount on record belongs to the time that a text names; None if this is not known."""
    offset, future = asked.time.from_year(one.figure.year), asked.time.future
    if one.part is Part.SIZE and one.figure.figure["amount_to"] is not None:
        return offset is None or offset >= 0
    if one.part is Part.END and not one.figure.figure["period"]:
        if offset is None:
            return True if future or part is Part.END else None
        return offset > 0 or (None if part is Part.END else False)
    if one.part is Part.START and not one.figure.figure["period"]:
        if part is Part.START or offset == 0:
            return True
        return None if offset is None and future else offset is None
    if offset is None or part is Part.START:
        begins = {other.amount for other in amounts if other.part is Part.START}
        ends = {other.amount for other in amounts if other.part is Part.END}
        if part is Part.END:
            return one.amount not in begins
        if part is Part.LEVEL and min(years_of(one.figure)) > one.figure.year:
            return True if future else None
        if part is Part.LEVEL and asked.time.will and not one.figure.figure["period"]:
            # A figure that a text gives for the future need not be true already, unless the record is about the future,
            # too.
            return True if is_future(one.figure.figure["text"]) else None
        return part is not Part.START or one.amount not in ends
    return str(int(one.figure.year) + offset) in years_of(one.figure)


def _is_same_way(one: Amount, asked: Question, part: Part) -> bool:
    """Return whether a change has the same direction in a text as on record."""
    up, down = asked.moves
    if part is Part.LEVEL or (up == down and part is not Part.SIZE):
        return True
    falls = asked.wording.fewer or (down and not up)
    if one.part is Part.SIZE:
        return (one.amount < 0) == falls
    if one.part in {Part.START, Part.END}:
        size = next(each for each in amounts_of(one.figure) if each.part is Part.SIZE)
        return (size.amount < 0) == falls
    changes = [
        each.amount
        for figure in asked.measure.figures
        for each in amounts_of(figure)
        if each.part is Part.SIZE and each.amount
    ]
    return not changes or any((change < 0) == falls for change in changes)
