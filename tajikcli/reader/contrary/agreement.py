"""Whether a number in a text is that of a figure, or may be compared with it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from tajikcli.proof.measured.wording import Part
from tajikcli.proof.multiples import TIMES, is_complete
from tajikcli.proof.numbers import NOT_COUNTED
from tajikcli.reader.contrary.given import EXACTLY, ROUNDED
from tajikcli.words import stem

if TYPE_CHECKING:
    from tajikcli.reader.contrary.figured import Figure
    from tajikcli.reader.contrary.given import Given


def same_unit(one: str | None, other: str | None) -> bool:
    """Return whether two units are the same."""
    return one is not None and other is not None and (one == other or stem(one) == stem(other))


def is_comparable(given: Given, figure: Figure) -> bool:
    """Return whether a number has the unit of a figure, so that it is the figure or contradicts it."""
    if given.unit == TIMES:
        return figure.factor is not None and "change" in figure.amounts
    if given.rivals(figure.unit):
        return any(is_exactly(given, amount) for amount in figure.amounts.values())
    if given.unit is None and "from" in figure.amounts and figure.unit not in NOT_COUNTED:
        return len(given.number.amounts) == 2 or given.part in {Part.START, Part.END}
    return same_unit(given.unit, figure.unit)


def is_exactly(given: Given, amount: Decimal) -> bool:
    """Return whether a number is an amount; a fraction in words is a rounded percentage."""
    precision = given.number.precisions[0] if given.is_word_for_share else EXACTLY
    return given.equals(amount.copy_abs(), precision)


def states(given: Given, figure: Figure) -> bool:
    """Return whether a number is that of a figure."""
    return explains(figure, given) and same_unit(given.unit, figure.unit)


def explains(figure: Figure, given: Given, *, exactly: bool = False) -> bool:
    """Return whether a number agrees with a figure.

    Args:
        figure: the figure.
        given: the number.
        exactly: whether it must not be rounded.
    """
    if given.number.unit == TIMES:
        factor = figure.factor or Decimal(0)
        # `halved` says where it goes; what `fell threefold` is a third of what it was.
        factors = [factor] if factor <= 0 or is_complete(given.text, given.number) else [factor, 1 / factor]
        return any(given.equals(many, ROUNDED * many) for many in factors if many > 0)
    known = [one.copy_abs() for one in figure.amounts.values()]
    if figure.difference is not None:
        known.append(figure.difference)
    is_pair = len(figure.amounts) == len(given.number.amounts)
    return (all if is_pair else any)(
        any(given.amount_equals(at, other, EXACTLY if exactly else precision) for other in known)
        for at, precision in enumerate(given.number.precisions)
    ) and not given.rivals(figure.unit)
