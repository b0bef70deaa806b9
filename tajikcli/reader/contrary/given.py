"""The numbers in the text and the evidence of a fact, with what the words around them say."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from tajikcli.extract.amounts import has_an_amount
from tajikcli.extract.codes import no_amounts
from tajikcli.extract.dates import dates_in
from tajikcli.extract.movement import approximation, is_change, moves, turn_before
from tajikcli.extract.periods import period_of
from tajikcli.extract.things import POINTS, are_points, unit_behind
from tajikcli.figures import ZEROS
from tajikcli.language.all_languages import together
from tajikcli.language.all_wordings import wordings
from tajikcli.language.forms import OnFirstUse, any_of
from tajikcli.proof.all_numbers import all_numbers
from tajikcli.proof.grammar import THAT
from tajikcli.proof.measured.ranking import ranks_worded
from tajikcli.proof.measured.times import compared_years, times_in
from tajikcli.proof.measured.wording import worded
from tajikcli.proof.multiples import TIMES
from tajikcli.proof.number_words import PERCENT_UNIT, has_rank_words
from tajikcli.proof.numbers import MONEY, is_date, parts_of_year

if TYPE_CHECKING:
    from tajikcli.model.knowledge import Approximation
    from tajikcli.proof.measured.wording import Bound, Part, Wording
    from tajikcli.proof.numbers import Number

EXACTLY = Decimal(0)
_APPROXIMATED = Decimal("0.1")  # the maximum error of a rounder number, as a share: `almost twenty`
_BEYOND = 2  # a number that is that many times a bound has another bound
ROUNDED = Decimal("0.05")  # the maximum error of a rounded number, as a share
_DENIAL = OnFirstUse(rf"\b(?:{'|'.join(together().refuted)})\s+$")
_DENIAL_ANYWHERE = OnFirstUse(rf"\b(?:{any_of(together().denials)})\b")
_LONGEST_DENIAL = 20
_BOUNDS = (*together().least, *together().most, *wordings().over, *wordings().under)
SHARES = {PERCENT_UNIT, POINTS}


class Given:
    """A number in a text. The words around it are read only when they are needed, and only once.

    Args:
        text: the text.
        number: the number in it.
        published: the date from which `last year` is counted; None if it is not known.
        is_quoted: whether the text is an `exact`, which may end before the word for the scale of the number: `to $2`.
        is_alone: whether the text has no other number.
    """

    def __init__(
        self,
        text: str,
        number: Number,
        published: str | None,
        *,
        is_quoted: bool = False,
        is_alone: bool = False,
    ) -> None:
        self.text, self.number, self.is_alone = text, number, is_alone
        self._published, self._is_quoted = published, is_quoted
        is_cut = is_quoted and number.unit in MONEY and number.end == len(text) and text[-1].isdigit()
        self._scales = tuple(ZEROS.values()) if is_cut else (0,)

    @cached_property
    def written(self) -> str:
        """The number as written, with the word for its unit."""
        return self.text[self.number.start : self.number.end].strip()

    @cached_property
    def unit(self) -> str | None:
        """Its unit, or the things that it counts, as a unit; None if the text does not name them."""
        unit = self.number.unit
        if unit in {PERCENT_UNIT, None} and are_points(self.text, self.number):
            return POINTS
        if unit is not None:
            return unit
        things = unit_behind(self.text, self.number.end)
        return (things and things[0]) or None

    @property
    def is_word_for_share(self) -> bool:
        """Whether it is a fraction or a multiple in words, which give a percentage only roughly."""
        return self.number.unit in {PERCENT_UNIT, TIMES} and not self.is_in_digits

    @property
    def is_in_digits(self) -> bool:
        """Whether it is written in digits."""
        return self.written[:1].isdigit()

    def equals(self, other: Decimal, precision: Decimal = EXACTLY) -> bool:
        """Return whether it, or one number of a range, is another amount, within the rounding of its last digit."""
        return any(self.amount_equals(at, other, precision) for at in range(len(self.number.amounts)))

    def amount_equals(self, at: int, other: Decimal, precision: Decimal = EXACTLY) -> bool:
        """Return whether one of its amounts is another amount."""
        off = min(abs(self.number.amounts[at].scaleb(zeros) - other) for zeros in self._scales)
        return off <= min(precision, ROUNDED * other)

    def may_be(self, exact: Given) -> bool:
        """Return whether it has only amounts of another number, rounded, or words that approximate them: `over a dozen` for 15."""
        rounded = max(*self.number.precisions, *exact.number.precisions)
        return all(
            exact.equals(amount, rounded) or any(self._is_near(amount, one) for one in exact.number.amounts)
            for amount in self.number.amounts
        )

    def _is_near(self, amount: Decimal, exact: Decimal) -> bool:
        is_rounded = abs(amount - exact) <= _APPROXIMATED * exact and _digits(amount) < _digits(exact)
        is_beyond = max(amount, exact) < _BEYOND * min(amount, exact)
        if (is_rounded or is_beyond) and self.bound is not None and not self.bound.close:
            return is_beyond and self.bound.least == (exact >= amount)
        return is_rounded and self.is_approximated

    def rivals(self, unit: str | None) -> bool:
        """Return whether a unit is another one than its own, and a number has only one of them: euros, and not dollars.

        A number of percentage points in words may be read as one of percent.
        """
        if {self.unit, unit} == SHARES:
            return self.is_in_digits
        return self.unit != unit and self.unit in MONEY and unit in MONEY

    @property
    def part(self) -> Part:
        """Its role."""
        return self._worded.part

    @property
    def part_of_change(self) -> Part:
        """Its role in a change, even if no word says that something grows or falls."""
        return self._moved.part

    @cached_property
    def bound(self) -> Bound | None:
        """The bound that the words say that it is; None if a word before them denies it: `will not stay below 2 billion`.

        An `exact` may begin after that word: with the last words of `no more than`.
        """
        bound = self._worded.bound
        before = self.text[: self.number.start].strip()
        if bound and self._is_quoted and any(phrase.endswith(f" {before}") for phrase in _BOUNDS):
            return None
        denials = list(_DENIAL_ANYWHERE.compiled.finditer(self.text, 0, self.number.start)) if bound else []
        if denials and self._as_worded(moved=self.is_moved, begins=denials[-1].end()).bound == bound:
            return None
        return bound

    @property
    def is_approximated(self) -> bool:
        """Whether words beside it say that it is not exact."""
        words = self._worded
        return words.rough or words.bound is not None or self.approximation is not None

    @property
    def is_approximated_as_change(self) -> bool:
        """Whether words beside it say so if it is that of a change; the verb of `by more than 20 percent` may be cut off."""
        return self._moved.rough or self._moved.bound is not None

    @property
    def approx(self) -> Approximation | None:
        """An approximation with the bound that the words express, even if a verb of rising is cut off: `до 1,08 млрд` may be an end."""
        bound = self._moved.bound
        if bound is not None and bound == self.bound:
            return "over" if bound.least else "under"
        return "about" if self._moved.rough else None

    @cached_property
    def approximation(self) -> Approximation | None:
        """The approximation that the words directly before it express."""
        return approximation(self.text, self.number)

    @property
    def is_moved(self) -> bool:
        """Whether words near it say that something grows or falls."""
        return any(self._moves)

    @cached_property
    def rises(self) -> bool | None:
        """Whether it is the size of an increase; False for a decrease, None if it is neither or if the words name both."""
        up, down = self._moves
        return None if up is down or not is_change(self.text, self.number) else up

    @cached_property
    def is_denied(self) -> bool | None:
        """Whether the text says that the rise or the fall did not take place: `did not grow by 12 percent`.

        None without a word for it, or if an `exact` begins with this word.
        """
        turn = turn_before(self.text, self.number)
        if turn is None or (self._is_quoted and turn[0] == 0):
            return None
        return _DENIAL.compiled.search(self.text, max(0, turn[0] - _LONGEST_DENIAL), turn[0]) is not None

    @cached_property
    def period(self) -> str | None:
        """The period that the text gives for it.

        None if it names none, or several, or one that is that of something else: of a comparison (`more than in 2023`), of
        the words themselves (`said in December that`), or a day.
        """
        number = self.number
        begins = max((match.end() for match in THAT.compiled.finditer(self.text, 0, number.start)), default=0)
        text = self.text[begins:]
        placed = number._replace(start=number.start - begins, end=number.end - begins)
        period = period_of(text, placed, self._published, alone=True)
        if period is None or compared_years(text) or any(dates_in(text)):
            return None
        is_relative = any(isinstance(one, int) and one for one in times_in(text))
        return None if is_relative and self._published is None else period

    @cached_property
    def _moves(self) -> tuple[bool, bool]:
        return moves(self.text, self.number)

    @cached_property
    def _worded(self) -> Wording:
        return self._as_worded(moved=self.is_moved)

    @cached_property
    def _moved(self) -> Wording:
        return self._worded if self.is_moved else self._as_worded(moved=True)

    def _as_worded(self, *, moved: bool, begins: int = 0) -> Wording:
        start, end = self.number.start - begins, self.number.end - begins
        is_percent = self.number.unit == PERCENT_UNIT
        return worded(self.text[begins:], start, end, moves=moved, percent=is_percent)


def _digits(amount: Decimal) -> int:
    return len(amount.normalize().as_tuple().digits)


def numbers_in(text: str, published: str | None, *, ranked: bool, is_quoted: bool = False) -> list[Given]:
    """Return the numbers of a text, without dates, parts of a year, times of day and codes.

    Args:
        text: the text.
        published: the date from which `last year` is counted; None if it is not known.
        ranked: whether to look for ranks, too.
        is_quoted: whether the text is an `exact`.
    """
    found = all_numbers(text) if has_an_amount(text) else []
    if found:
        parts = parts_of_year(text)
        found = [one for one in found if not any(start < one.end and one.start < end for start, end in parts)]
    if any(number.unit is None and text[number.end - 1].isdigit() for number in found):
        taken = no_amounts(text)
        found = [
            number
            for number in found
            if number.unit is not None
            or not (
                is_date(text, number)
                or any(start < number.end and number.start < end for start, end in taken)
            )
        ]
    if ranked and has_rank_words(text):
        found += [one.number for one in ranks_worded(text) if one.alone or one.superlative]
    is_alone = len(found) == 1
    return [Given(text, number, published, is_quoted=is_quoted, is_alone=is_alone) for number in found]
