"""Compare amounts in a text with amounts on record."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from tajikcli.dates import days
from tajikcli.language.all_languages import together
from tajikcli.language.forms import any_of
from tajikcli.proof.numbers import NOT_COUNTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.proof.measured.measures import OnRecord
    from tajikcli.proof.numbers import Number

_ALL = together()
_BOUND = re.compile(
    rf"\b(?:(?P<least>{any_of(_ALL.least)})|(?P<most>{any_of(_ALL.most)}))\s*(?:(?:{any_of(_ALL.articles)})\s+)?$",
    re.IGNORECASE,
)
_BOUNDED = Decimal("0.15")  # how far a true bound may be from the figure and still refer to it
FAR_OFF = 20  # a number that is this many times larger or smaller counts something else
_CLOSE = Decimal("0.05")  # how far a number that is rounded to one or two digits may be off


def relevant(figures: Sequence[OnRecord], number: Number, *, change: bool) -> list[OnRecord]:
    """Return the figures that a number may refer to: with the same unit, and either changes or levels.

    Args:
        figures: the figures of a measure on record.
        number: the number.
        change: whether to return changes.
    """
    return [
        one
        for one in figures
        if (one.figure["unit"] == number.unit or (number.unit is None and _is_count(one)))
        and (one.figure["amount_change"] is not None) == change
    ]


def agreeing(number: Number, figures: Sequence[OnRecord], *, falls: bool) -> OnRecord | None:
    """Return the first figure that agrees with a number.

    Args:
        number: the number.
        figures: the figures on record that it may refer to.
        falls: whether the text says that something fell by this number.
    """
    return next((one for one in figures if _agrees(number, one, falls=falls)), None)


def held(number: Number, figures: Sequence[OnRecord], before: str) -> OnRecord | None:
    """Return the first figure that satisfies a bound and is close to it, as 1.79 billion is to `over $1.7 billion`."""
    bound = _BOUND.search(before)
    if bound is None:
        return None
    least = bool(bound["least"])
    return next((one for one in figures if _holds(number, one, least=least) and _is_close(number, one)), None)


def bounded(number: Number, figures: Sequence[OnRecord], before: str) -> bool | None:
    """Return whether a figure is close to a bound that it satisfies; None if there is no such bound, or if a figure agrees."""
    bound = _BOUND.search(before)
    if bound is None or agreeing(number, figures, falls=False) is not None:
        return None
    kept = [one for one in figures if _holds(number, one, least=bool(bound["least"]))]
    return any(_is_close(number, one) for one in kept) if kept else None


def distance(number: Number, figures: Sequence[OnRecord]) -> Decimal:
    """Return the factor by which the nearest figure is larger or smaller than a number."""
    return min(
        (
            max(one, amount) / min(one, amount)
            for one in number.amounts
            for figure in figures
            for amount in _amounts(figure)
            if one and amount
        ),
        default=Decimal(1),
    )


def exceeds(number: Number, figures: Sequence[OnRecord]) -> bool:
    """Return whether a number is larger than every figure."""
    return all(amount < number.amounts[0] for one in figures for amount in _amounts(one))


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


def _holds(number: Number, one: OnRecord, *, least: bool) -> bool:
    return any(
        amount >= number.amounts[0] if least else amount <= number.amounts[0] for amount in _amounts(one)
    )


def _is_close(number: Number, one: OnRecord) -> bool:
    return any(abs(amount - number.amounts[0]) <= _BOUNDED * abs(amount) for amount in _amounts(one))


def _is_count(one: OnRecord) -> bool:
    return one.figure["unit"] not in NOT_COUNTED


def _amounts(one: OnRecord) -> list[Decimal]:
    figure = one.figure
    amounts = (figure["amount"], figure["amount_from"], figure["amount_to"], figure["amount_change"])
    return [Decimal(amount) for amount in amounts if amount is not None]


def _agrees(number: Number, one: OnRecord, *, falls: bool) -> bool:
    on_record = _amounts(one)
    if len(number.amounts) == 2 and len(on_record) == 2:
        return all(map(_rounds_to, number.amounts, number.precisions, on_record))
    if len(number.amounts) == 2:
        return False
    if falls:
        on_record = [-amount for amount in on_record]
    return any(_rounds_to(number.amounts[0], number.precisions[0], amount) for amount in on_record)


def _rounds_to(written: Decimal, precision: Decimal, amount: Decimal) -> bool:
    """Return whether a number as written is an amount rounded to as many digits, but not rounded too far."""
    off = abs(written - amount)
    return off == 0 or (off <= precision and off <= _CLOSE * abs(amount))
