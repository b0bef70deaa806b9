"""Judge a number: decide whether it agrees with a figure on record."""

from __future__ import annotations

from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_wordings import wordings
from tajikcli.language.forms import any_of
from tajikcli.language.spotting import Worded
from tajikcli.proof.measured.amounts import amounts_of, both_are, factor_of, is_satisfied, years_of
from tajikcli.proof.measured.marks import any_between, around
from tajikcli.proof.measured.other_verbs import has_other_verb
from tajikcli.proof.measured.roles import are_exchanged
from tajikcli.proof.measured.times import compared_years
from tajikcli.proof.measured.wording import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.proof.measured.amounts import Amount, OnRecord
    from tajikcli.proof.measured.figures import Figures
    from tajikcli.proof.measured.question import Question

ROUGHLY = Decimal("0.1")  # the tolerance for a multiple, as a share
_LOSING = Worded(
    rf"\b(?:{any_of(wordings().losing)})\b", [" ".join(phrase.split()[:1]) for phrase in wordings().losing]
)
DIFFERENCE = "a difference"
KEPT = "a bound that the figure on record satisfies"
NOT_GIVEN = "a bound that the record does not give"
LEFT_OUT = "the record gives a bound that the text leaves out"
BEFORE_OR_AFTER = "before or after a change on record"
ANOTHER_TIME = "another time"
A_FALL = "a fall that the record does not give"
LOST = "a loss or a lack that the record does not give"
OTHER_VERB = "a verb that may say something else"
A_RANGE = "a range that the record does not give"
# Reasons for not judging a number that become apparent only in a comparison.
REASONS = (
    DIFFERENCE,
    KEPT,
    NOT_GIVEN,
    LEFT_OUT,
    BEFORE_OR_AFTER,
    ANOTHER_TIME,
    A_FALL,
    LOST,
    OTHER_VERB,
    A_RANGE,
)


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
        figures = figures.in_months(months)
    found = _of_figures(asked, figures)
    if found.agrees is False and len(asked.sentence.all_months) > 1:
        # The number may belong to another of the periods that the sentence names.
        others = asked.on_record.in_months(*asked.sentence.all_months)
        if others and _of_figures(asked, others).agrees:
            return Compared(agrees=None, reason=ANOTHER_TIME)
    if found.agrees and _is_compared_with_another_year(asked, found.figures):
        return Compared(agrees=False, figures=found.figures)
    if found.agrees and _falls_off_record(asked):
        return Compared(agrees=None, reason=A_FALL)
    if found.agrees and _starts_elsewhere(asked, found.figures):
        return Compared(agrees=None, reason=ANOTHER_TIME)
    if found.agrees and are_exchanged(asked.sentence, asked.measure, asked.number):
        return Compared(agrees=False, figures=found.figures, exchanged=True)
    if found.agrees and _is_lost(asked):
        return Compared(agrees=None, reason=LOST)
    if found.agrees and not asked.is_change and not asked.is_multiple and has_other_verb(asked):
        return Compared(agrees=None, reason=OTHER_VERB)
    return found


def _falls_off_record(asked: Question) -> bool:
    """Return whether a text says that a measure fell, and the record has no fall of it: `The quota was cut to 1,000`."""
    sentence, (up, down) = asked.sentence, asked.moves
    is_fall = down and not up and asked.wording.part is not Part.SIZE
    if not is_fall or True in asked.measure.known.falls:
        return False
    # `Contracts worth $1.6 billion were signed`: the name of the measure.
    return not set(sentence.downs) <= {sentence.words[place][0] for place in sentence.places}


def _starts_elsewhere(asked: Question, figures: Sequence[OnRecord]) -> bool:
    """Return whether a change starts from a level on record that has no time, and the record has no start of a change: `up from $1.79 billion`."""
    if asked.wording.part is not Part.START or any(one.figure["period"] for one in figures):
        return False
    return all(one.part is not Part.START for one in asked.on_record.amounts.all)


def _is_lost(asked: Question) -> bool:
    """Return whether the words around a level say that it was lost or is lacking, and the record has no fall: `lacks 72 teachers`."""
    if asked.is_change or asked.is_multiple or True in asked.measure.known.falls:
        return False
    sentence, number = asked.sentence, asked.number
    lost = [match.start() for match in _LOSING.finditer(sentence.text)]
    if not lost:
        return False
    begin, end = around(sentence.breaks, number.start, number.end, len(sentence.text))
    return any_between(lost, begin, end)


def _is_compared_with_another_year(asked: Question, figures: Sequence[OnRecord]) -> bool:
    """Return whether a text compares a change with another year than the one before it: `in 2024, 10 percent more than in 2022`."""
    if not asked.is_change and not asked.is_multiple:
        return False
    years = compared_years("".join(asked.sentence.clause(asked.number)[1:3]))
    if not years:
        return False
    before = {str(int(year) - 1) for one in figures for year in years_of(one)}
    return years.isdisjoint(before)


def _of_figures(asked: Question, figures: Figures) -> Compared:
    if asked.is_multiple:
        return _of_multiple(asked, figures)
    return _of_two(asked, figures) if len(asked.number.amounts) == 2 else _of_one(asked, figures)


def _of_two(asked: Question, figures: Figures) -> Compared:
    """Return the result for `from 72 to 82`."""
    if not figures.with_both:
        # The record only says where the change leads: `from 1.5 to 1.79 billion`.
        last = asked.number._replace(amounts=asked.number.amounts[1:], precisions=asked.number.precisions[1:])
        reached = figures.amounts.agreeing(last, None, rough=False)
        if any(agrees is not False and one.part is Part.LEVEL for one, agrees in reached):
            return Compared(agrees=None, reason=BEFORE_OR_AFTER)
    same = tuple(one for one in figures.with_both if both_are(asked.number, one))
    up, down = asked.moves
    rises = asked.number.amounts[0] <= asked.number.amounts[1]
    agrees = bool(same) and up in {down, rises}  # no direction, or the right one
    return Compared(agrees=agrees, figures=same or figures.all)


def _of_multiple(asked: Question, figures: Figures) -> Compared:
    """Return the result for `trade doubled`, which is compared with `trade grew by 20 percent` and `from 72 to 82`."""
    factor = asked.number.amounts[0]
    up, down = asked.moves
    if factor > 1 and down and not up:
        factor = 1 / factor
    judged = [
        one.figure
        for one in figures.at(asked.time, Part.SIZE).all
        if not asked.time.future or one.figure.figure["amount_to"] is not None
    ]
    if not judged or _is_compared_with_another_year(asked, judged):
        return Compared(agrees=None, reason=ANOTHER_TIME)
    same = tuple(one for one in judged if abs((factor_of(one) or 0) - factor) <= ROUGHLY * factor)
    return Compared(agrees=bool(same), figures=same or tuple(judged))


def _of_one(asked: Question, figures: Figures) -> Compared:
    number = asked.number
    part, bound, rough = asked.wording[:3]
    if asked.wording.negative and not asked.is_change:
        return Compared(agrees=None, reason=DIFFERENCE)
    if asked.is_change and part is Part.LEVEL:
        part = Part.SIZE  # `rose 20 percent`
    if not figures.have_comparable(part):
        # A level on record is presented as a change, or a change as a level; or the record has nothing
        # similar.
        near = figures.amounts.agreeing(number, bound, rough=rough)
        mistaken = next((one for one, same in near if same or (same is None and bound is None)), None)
        if mistaken is not None:
            return Compared(agrees=False, figures=(mistaken.figure,))
        return Compared(agrees=None, reason=DIFFERENCE)
    judged = figures.at(asked.time, part)
    if not judged:
        return Compared(agrees=None, reason=ANOTHER_TIME)
    if bound is not None and not bound.close:
        # `less than 1.79 billion`: the figure with that very number is meant, not a smaller one.
        judged = judged.narrowed(number.amounts[0]) or judged
    right_way = [
        (one, same)
        for one, same in judged.agreeing(number, bound, rough=rough)
        if same is not False
        and _is_same_way(one, asked, part)
        and not (asked.wording.exact and one.figure.figure["approx"])
    ]
    agreeing = (
        {}
        if not asked.fits
        else {one.figure.statement: one.figure for one, same in right_way if same and judged.is_then(one)}
    )
    if agreeing:
        return Compared(agrees=True, figures=tuple(agreeing.values()))
    if asked.is_slip:
        return Compared(agrees=False, figures=figures.all)
    beyond = judged.beyond(number, bound, rough=rough)
    unsure = [one for one, same in right_way if same is None]
    unsure += islice((one for one in beyond if _is_same_way(one, asked, part)), 1)
    if unsure:
        return Compared(agrees=None, reason=_why_unsure(asked, unsure))
    if right_way or not judged.has_any_then:
        return Compared(agrees=None, reason=BEFORE_OR_AFTER)
    if part is Part.START and Part.START not in judged.parts:
        return Compared(agrees=None, reason=ANOTHER_TIME)  # the record has no start of a change
    return Compared(agrees=False, figures=judged.figures)


def _why_unsure(asked: Question, unsure: Sequence[Amount]) -> str:
    """Return the reason for not judging a number if amounts on record neither agree with it nor contradict it."""
    bound = asked.wording.bound
    if bound is None:
        return LEFT_OUT
    return KEPT if any(is_satisfied(asked.number, one, bound) for one in unsure) else NOT_GIVEN


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
    falling = asked.measure.known.falls
    return not falling or falls in falling
