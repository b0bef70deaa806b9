"""A number beside a measure, with everything that its verdict depends on."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from tajikcli.language.all_wordings import wordings
from tajikcli.language.forms import OnFirstUse, any_of
from tajikcli.proof.measured.times import YEAR, Time, has_figure, time_of, years_in
from tajikcli.proof.measured.wording import worded
from tajikcli.proof.multiples import TIMES

if TYPE_CHECKING:
    from tajikcli.proof.measured.figures import Figures
    from tajikcli.proof.measured.measures import Measure
    from tajikcli.proof.measured.sentence import FigureSentence
    from tajikcli.proof.measured.wording import Wording
    from tajikcli.proof.numbers import Number

_WORDINGS = wordings()
_COMPARED = OnFirstUse(
    rf"\s(?:(?P<up>{any_of(_WORDINGS.more_than)})|(?P<down>{any_of(_WORDINGS.less_than)}))\b"
)
_DIGITS = 4  # of a year
_SIGN = re.compile(r"[\s(]([+\u2212\u2013-])")


class Question:
    """A number beside a measure.

    Args:
        sentence: the sentence that contains both.
        number: the number.
        measure: the measure that is nearest.
        name: the first word of the measure's name, and the word after its last.
        fits: whether a figure of the measure has the unit of the number.
        rivals: the number of other measures that are equally near.
    """

    def __init__(
        self,
        sentence: FigureSentence,
        number: Number,
        measure: Measure,
        name: tuple[int, int],
        *,
        fits: bool,
        rivals: int,
    ) -> None:
        self.sentence, self.number, self.measure = sentence, number, measure
        (self.first, self.last), self.fits, self.rivals = name, fits, rivals

    @cached_property
    def moves(self) -> tuple[bool, bool]:
        """Whether the surrounding words mention a rise, and whether they mention a fall."""
        if self.number.unit == "percent":
            sign = _SIGN.match(self.sentence.text, max(0, self.number.start - 2))
            if sign is not None:  # `trade was $1.6 billion (+19.1%)`
                return sign[1] == "+", sign[1] != "+"
            behind = _COMPARED.compiled.match(self.sentence.text, self.number.end)
            if behind is not None:  # `10.1 percent more than a year before`
                return bool(behind["up"]), bool(behind["down"])
        return self.sentence.moves(self.number)

    @cached_property
    def is_change(self) -> bool:
        """Whether the number is a percentage and the record has changes in percent."""
        return self.number.unit == "percent" and self.on_record.have_changes

    @cached_property
    def is_multiple(self) -> bool:
        """Whether the number is a multiple: `doubled`."""
        return self.number.unit == TIMES

    @cached_property
    def on_record(self) -> Figures:
        """The figures on record with its unit; if only the currency is wrong, the figures in the right currency; changes for a multiple."""
        known = self.measure.known
        if self.is_multiple:
            return known.of_changes
        own = known.of_unit(self.number.unit)
        return own if own or self.fits or not known.have_in_other_money(self.number) else known.of_money

    @cached_property
    def is_slip(self) -> bool:
        """Whether the number has the digits of a figure on record with a wrong scale or currency, so that it concerns the same matter."""
        if self.fits:
            return self.on_record.have_in_other_scale(self.number)
        return self.measure.known.have_in_other_money(self.number)

    @cached_property
    def wording(self) -> Wording:
        """The wording of the number: its role, its bound, and whether it is rough."""
        number, moves = self.number, any(self.moves)
        percent = number.unit == "percent"
        return worded(self.sentence.text, number.start, number.end, moves=moves, percent=percent)

    @cached_property
    def time(self) -> Time:
        """The time that the surrounding words name.

        A year before a semicolon may belong to a figure there: `Trade grew to $5.6 billion in 2028; the floods killed 71 people`.
        """
        before, part, behind, at = self.sentence.clause(self.number)
        earlier, semicolon, own = f"{before}{part[:1]}".rpartition(";")
        years = years_in(earlier) if semicolon and has_figure(earlier) else frozenset()
        if years and years.isdisjoint(self.sentence.years(self.number)):
            before = f"{self.sentence.introduction} {own}"
        if YEAR.match(part, at):  # the number itself is no year: `2000 teachers`
            part = f"{part[:at]}{'0' * _DIGITS}{part[at + _DIGITS :]}"
        return time_of(before, part, behind, at)
