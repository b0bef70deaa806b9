"""Compare amounts in a text with amounts on record."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.dates import days
from tajikcli.figures import phrase
from tajikcli.proof.measured.wording import Part
from tajikcli.proof.numbers import MONEY, NOT_COUNTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tajikcli.model.rows import FigureRow
    from tajikcli.proof.measured.wording import Bound
    from tajikcli.proof.numbers import Number

_BOUNDED = Decimal("0.15")  # the maximum distance between a true bound and the same amount, as a share
FAR_OFF = 20  # a number that differs by this factor counts something else
_HUNDRED = 100
_CLOSE = Decimal("0.05")  # the maximum error of a number rounded to one or two digits, as a share
_ROUND = "about"  # an approximation that is no bound
# Approximations on record that mean less or more than the amount.
_NOT_REACHED, _PASSED = frozenset({"almost", "under", "up-to"}), frozenset({"over", "at-least"})
_STRICT = (_NOT_REACHED | _PASSED) - {"almost"}  # bounds that do not say how far the amount is from them


class OnRecord:
    """A figure on record.

    Attributes:
        figure: with the keys of the output contract's figures.
        statement: id of the statement that states it.
        year: the meeting's year, for a figure without a period.
        speakers: the speakers of the statements that give it; None for a source in its own voice.
    """

    def __init__(
        self, figure: FigureRow, statement: str, year: str, speakers: frozenset[str | None] = frozenset()
    ) -> None:
        self.figure, self.statement, self.year, self.speakers = figure, statement, year, speakers

    @cached_property
    def words(self) -> str:
        """The figure in words, with its period."""
        period = self.figure["period"]
        return phrase(self.figure) + (f", {period}" if period else "")


class Amount(NamedTuple):
    """An amount on record.

    Attributes:
        amount: the plain number; a decrease is negative.
        part: the role of the amount in the record: a level, or a part of a change.
        figure: its figure.
    """

    amount: Decimal
    part: Part
    figure: OnRecord


def amounts_of(one: OnRecord) -> Iterator[Amount]:
    """Yield the amounts of a figure on record; a figure with two numbers also has their difference."""
    figure = one.figure
    if figure["amount"] is not None:
        yield Amount(Decimal(figure["amount"]), Part.LEVEL, one)
    if figure["amount_change"] is not None:
        yield Amount(Decimal(figure["amount_change"]), Part.SIZE, one)
    if figure["amount_from"] is not None and figure["amount_to"] is not None:
        first, last = Decimal(figure["amount_from"]), Decimal(figure["amount_to"])
        yield Amount(first, Part.START, one)
        yield Amount(last, Part.END, one)
        yield Amount(last - first, Part.SIZE, one)


def says(number: Number, one: Amount, bound: Bound | None, *, rough: bool = False) -> bool | None:
    """Return whether a number agrees with an amount on record; None if both may be true.

    Args:
        number: the number of a text.
        one: the amount.
        bound: the bound that the text's words express.
        rough: whether they say that the number is not exact; it may then be rounded: `some seventy` for 72.
    """
    written, precision, amount = number.amounts[0], number.precisions[0], one.amount.copy_abs()
    if rough and written and written.is_finite():
        precision = max(precision, Decimal(5).scaleb(_last_place(written) - 1))
    same = rounds_to(written, precision, amount)
    if bound is None:
        # `19.8` for almost 20 is more exact than the record, which it does not contradict.
        is_finer = _approximation(one) in _NOT_REACHED and amount * (1 - _CLOSE) < written < amount
        if not same:
            return None if is_finer and _last_place(written) < min(0, _last_place(amount)) else False
        return True if rough or not _is_bounded(one) else None
    if bound.close and (written != amount or _approximation(one) == _ROUND):
        return same or 0 <= written - amount <= _CLOSE * amount
    if written == amount:
        return _at_the_very_number(one, bound)
    if (amount > written) != bound.least:
        return False
    near = abs(amount - written) <= _BOUNDED * amount
    if _approximation(one) in _STRICT:
        # A bound of the same kind with another number differs, unless it is weaker and has fewer digits or is near: then it is
        # true, but not what the record says.
        if not _is_along(one, bound):
            return None
        return True if same else (None if near or _has_fewer_digits(written, amount) else False)
    return True if same or near else None


def is_satisfied(number: Number, one: Amount, bound: Bound) -> bool:
    """Return whether it is known that an amount on record satisfies a bound: not 1.79 billion `over 1.79 billion`, and not up to 36 `at least 20`.

    Args:
        number: the number of a text.
        one: an amount that does not contradict the bound.
        bound: the bound that the text's words express.
    """
    is_opposed = _approximation(one) in _STRICT and not _is_along(one, bound)
    return not is_opposed and number.amounts[0] != one.amount.copy_abs()


def repeats_kind(one: Amount, *, least: bool) -> bool:
    """Return whether the record has a lower or an upper bound, so that another bound of that kind is compared by its number."""
    return _approximation(one) in (_PASSED if least else _NOT_REACHED) & _STRICT


def _has_fewer_digits(written: Decimal, amount: Decimal) -> bool:
    """Return whether a bound has as many digits as an amount, but the last ones are zeros: `over 30,000` for 36,000, `up to 40` for 36."""
    if not written.is_finite() or not written or written.adjusted() != amount.adjusted():
        return False
    return abs(amount - written) < Decimal(1).scaleb(_last_place(written))


def _last_place(amount: Decimal) -> int:
    """Return the power of ten of the last nonzero digit of a number."""
    exponent = amount.normalize().as_tuple().exponent
    assert isinstance(exponent, int)  # not infinite
    return exponent


def _at_the_very_number(one: Amount, bound: Bound) -> bool | None:
    """Return whether `over 72` agrees with 72 on record: always with over 72, and never with almost 72, about 72 or 72 things.

    Money and percentages on record may be rounded: whether they are over that number is not known. `At least 72` includes 72.
    """
    if _is_along(one, bound) or (bound.inclusive and not bound.close and _approximation(one) is None):
        return True
    return None if _approximation(one) is None and one.figure.figure["unit"] in NOT_COUNTED else False


def _is_bounded(one: Amount) -> bool:
    """Return whether the record has a bound: `almost 20`, but not `about 20`."""
    return _approximation(one) not in {None, _ROUND}


def _is_along(one: Amount, bound: Bound) -> bool:
    """Return whether the record has a bound of the same kind."""
    return _approximation(one) in (_PASSED if bound.least else _NOT_REACHED)


def _approximation(one: Amount) -> str | None:
    return one.figure.figure["approx"]


def both_are(number: Number, one: OnRecord) -> bool:
    """Return whether a figure on record has `from 72 to 82`."""
    on_record = [each for each in amounts_of(one) if each.part in {Part.START, Part.END}]
    return len(on_record) == 2 and all(
        rounds_to(written, precision, each.amount)
        for written, precision, each in zip(number.amounts, number.precisions, on_record, strict=True)
    )


def factor_of(one: OnRecord) -> Decimal | None:
    """Return the factor by which a figure on record changes: 1.2 for a rise of 20 percent; None if it is not known."""
    figure = one.figure
    if figure["amount_from"] is not None and figure["amount_to"] is not None:
        first = Decimal(figure["amount_from"])
        return Decimal(figure["amount_to"]) / first if first else None
    is_share = figure["unit"] == "percent" and figure["amount_change"] is not None
    return 1 + Decimal(figure["amount_change"] or 0) / _HUNDRED if is_share else None


def is_money(one: OnRecord) -> bool:
    """Return whether a figure on record is an amount of money."""
    return one.figure["unit"] in MONEY


def months_of(one: OnRecord) -> tuple[int, int] | None:
    """Return the first and last month of the period of a figure on record."""
    if not one.figure["period"]:
        return None
    first, last = days(one.figure["period"])
    return int(first[5:7]), int(last[5:7])


def years_of(one: OnRecord) -> set[str]:
    """Return the years of a figure on record; without a period, the year of the meeting."""
    period = one.figure["period"]
    return {part[:4] for part in period.split("/")} if period else {one.year}


def rounds_to(written: Decimal, precision: Decimal, amount: Decimal) -> bool:
    """Return whether a written number is an amount rounded to its digits, but not too far from it."""
    off = abs(written - amount)
    return off == 0 or (off <= precision and off <= _CLOSE * abs(amount))
