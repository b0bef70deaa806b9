"""The figures of a measure, looked up by unit, months, time and amount, so that a number is not compared with all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from tajikcli.proof.measured.amounts import (
    amounts_of,
    factor_of,
    is_money,
    months_of,
    repeats_kind,
    rounds_to,
    says,
    years_of,
)
from tajikcli.proof.measured.times import is_future
from tajikcli.proof.measured.wording import Part
from tajikcli.proof.numbers import MONEY, NOT_COUNTED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from tajikcli.proof.measured.amounts import Amount, OnRecord
    from tajikcli.proof.measured.times import Time
    from tajikcli.proof.measured.wording import Bound
    from tajikcli.proof.numbers import Number

# An amount that agrees with a number is within these shares of it, with some to spare.
_LOWEST, _HIGHEST = Decimal("0.8"), Decimal("1.3")
_SPARE = Decimal("1e-20")
_DISTINCTIVE = 2  # the number of digits of a rounded amount that is recognised in another currency
_MOST_KEPT = 100  # the number of looked-up sets of figures to keep

# The amounts on record with which a number is compared, by its role in the text.
_COMPARED = {
    Part.LEVEL: frozenset({Part.LEVEL, Part.START, Part.END}),
    Part.SIZE: frozenset({Part.SIZE}),
    Part.END: frozenset({Part.LEVEL, Part.END}),
    Part.START: frozenset({Part.LEVEL, Part.START}),
}


class Amounts:
    """Amounts on record, in the order of the record, found by their size.

    Args:
        amounts: the amounts.
    """

    def __init__(self, amounts: Iterable[Amount]) -> None:
        self.all = tuple(amounts)
        self._others: dict[bool, Amounts] = {}

    def __bool__(self) -> bool:
        """Return whether there are any."""
        return bool(self.all)

    @cached_property
    def _order(self) -> list[int]:
        """The numbers of the amounts, the smallest amount first."""
        return sorted(range(len(self.all)), key=lambda at: self.all[at].amount.copy_abs())

    @cached_property
    def _sizes(self) -> list[Decimal]:
        return [self.all[at].amount.copy_abs() for at in self._order]

    @property
    def largest(self) -> Decimal:
        """The size of the largest amount; -1 if there is none."""
        return self._sizes[-1] if self.all else Decimal(-1)

    def of_size(self, size: Decimal) -> list[Amount]:
        """Return the amounts of exactly one size."""
        first, last = bisect_left(self._sizes, size), bisect_right(self._sizes, size)
        return [self.all[at] for at in sorted(self._order[first:last])]

    def nearest(self, size: Decimal) -> list[Decimal]:
        """Return the sizes of the next larger and the next smaller amount."""
        at = bisect_left(self._sizes, size)
        return self._sizes[max(0, at - 1) : at + 1]

    def agreeing(
        self, number: Number, bound: Bound | None, *, rough: bool
    ) -> list[tuple[Amount, bool | None]]:
        """Return the amounts near a number, each with the result of `says`; all others say False or lie beyond."""
        return [
            (one, says(number, one, bound, rough=rough))
            for one in map(self.all.__getitem__, sorted(self._order[self._near(number, rough=rough)]))
        ]

    def beyond(self, number: Number, bound: Bound | None, *, rough: bool) -> Iterator[Amount]:
        """Yield the amounts that satisfy a bound without being near it, the farthest first, without those that have such a bound on record."""
        if bound is None or bound.close:
            return
        others = self._not_so_bounded(least=bound.least)
        yield from others.past(number, larger=bound.least, rough=rough)

    def past(self, number: Number, *, larger: bool, rough: bool) -> Iterator[Amount]:
        """Yield the amounts that are much larger than a number, or much smaller, the farthest first."""
        near = self._near(number, rough=rough)
        far = reversed(self._order[near.stop :]) if larger else iter(self._order[: near.start])
        yield from (self.all[at] for at in far)

    def _not_so_bounded(self, *, least: bool) -> Amounts:
        """Return the amounts that have no lower or upper bound on record; a bound of the same kind is compared by its number."""
        found = self._others.get(least)
        if found is None:
            found = self._others[least] = Amounts(
                one for one in self.all if not repeats_kind(one, least=least)
            )
        return found

    def _near(self, number: Number, *, rough: bool) -> slice:
        """Return the part of the order that contains every amount for which `says` may return True."""
        size, precision = number.amounts[0], number.precisions[0]
        if not size.is_finite():
            return slice(0, len(self.all))
        off = 2 * precision + size * _SPARE + (Decimal(10).scaleb(size.adjusted()) if rough else 0)
        low, high = min(size * _LOWEST, size - off), max(size * _HIGHEST, size + off)
        return slice(bisect_left(self._sizes, low), bisect_right(self._sizes, high))


class Timed(Amounts):
    """Amounts on record that may belong to a time.

    Args:
        times: the amounts, each with whether it belongs to the time; None if this is not known.
        known: the figures that have them, and others.
    """

    def __init__(self, times: Iterable[tuple[Amount, bool | None]], known: Sequence[OnRecord]) -> None:
        timed, self._known = list(times), known
        super().__init__(one for one, _ in timed)
        self._times = {id(one): time for one, time in timed}

    def narrowed(self, size: Decimal) -> Timed:
        """Return the amounts of exactly one size."""
        return Timed(((one, self._times[id(one)]) for one in self.of_size(size)), self._known)

    def is_then(self, one: Amount) -> bool | None:
        """Return whether one of these amounts belongs to the time."""
        return self._times[id(one)]

    @cached_property
    def has_any_then(self) -> bool:
        """Whether any certainly belongs to the time."""
        return any(self._times.values())

    @cached_property
    def parts(self) -> frozenset[Part]:
        """The roles of the amounts."""
        return frozenset(one.part for one in self.all)

    @cached_property
    def figures(self) -> tuple[OnRecord, ...]:
        """The figures of the statements that give them."""
        statements = {one.figure.statement for one in self.all}
        return tuple(one for one in self._known if one.statement in statements)


class Figures:
    """Figures of a measure, in the order of the record.

    Args:
        figures: the figures.
    """

    def __init__(self, figures: Iterable[OnRecord]) -> None:
        self.all = tuple(figures)
        self._of_unit: dict[str | None, Figures] = {}
        self._in_months: dict[frozenset[tuple[int, int]], Figures] = {}
        self._timed: dict[tuple[Time, Part], Timed] = {}

    def __bool__(self) -> bool:
        """Return whether there are any."""
        return bool(self.all)

    def _where(self, holds: Callable[[OnRecord], bool]) -> Figures:
        return Figures(filter(holds, self.all))

    def of_unit(self, unit: str | None) -> Figures:
        """Return the figures that have the unit of a number; those that count things for None."""
        found = self._of_unit.get(unit)
        if found is None:
            found = self._of_unit[unit] = self._where(
                lambda one: (
                    one.figure["unit"] == unit or (unit is None and one.figure["unit"] not in NOT_COUNTED)
                )
            )
        return found

    @cached_property
    def of_changes(self) -> Figures:
        """The changes whose factor is known: those in percent, and those from one amount to another."""
        return self._where(lambda one: factor_of(one) is not None)

    @cached_property
    def of_money(self) -> Figures:
        """The amounts of money."""
        return self._where(is_money)

    def in_months(self, *months: tuple[int, int]) -> Figures:
        """Return the figures whose period has given first and last months."""
        wanted = frozenset(months)
        found = self._in_months.get(wanted)
        if found is None:
            if len(self._in_months) >= _MOST_KEPT:
                self._in_months.clear()
            found = self._in_months[wanted] = self._where(lambda one: months_of(one) in wanted)
        return found

    @cached_property
    def months(self) -> AbstractSet[tuple[int, int] | None]:
        """The first and last months of their periods."""
        return frozenset(map(months_of, self.all))

    @cached_property
    def years(self) -> AbstractSet[str]:
        """Their years."""
        return frozenset(year for one in self.all for year in years_of(one))

    @cached_property
    def have_changes(self) -> bool:
        """Whether any is a change."""
        return any(one.figure["amount_change"] is not None for one in self.all)

    @cached_property
    def falls(self) -> AbstractSet[bool]:
        """For each change that is not zero, whether it is a decrease."""
        return frozenset(one.amount < 0 for one in self.amounts.all if one.part is Part.SIZE and one.amount)

    @cached_property
    def amounts(self) -> Amounts:
        """Their amounts."""
        return Amounts(amount for one in self.all for amount in amounts_of(one))

    @cached_property
    def _starts(self) -> AbstractSet[Decimal]:
        return frozenset(one.amount for one in self.amounts.all if one.part is Part.START)

    @cached_property
    def _ends(self) -> AbstractSet[Decimal]:
        return frozenset(one.amount for one in self.amounts.all if one.part is Part.END)

    @cached_property
    def with_both(self) -> Sequence[OnRecord]:
        """The figures that have `from 72 to 82`."""
        return [one for one in self.all if one.figure["amount_to"] is not None]

    @cached_property
    def _stated(self) -> Amounts:
        """The amounts that a number may be far from, without differences between two amounts."""
        return Amounts(
            one
            for one in self.amounts.all
            if one.amount and (one.part is not Part.SIZE or one.figure.figure["amount_to"] is None)
        )

    def distance(self, number: Number) -> Decimal:
        """Return the ratio, at least 1, between a number and the nearest figure."""
        return min(
            (
                max(one, size) / min(one, size)
                for one in number.amounts
                if one
                for size in self._stated.nearest(one)
            ),
            default=Decimal(1),
        )

    def all_are_less(self, number: Number) -> bool:
        """Return whether every figure is smaller than a number."""
        return self.amounts.largest < number.amounts[0]

    @cached_property
    def _sums(self) -> AbstractSet[Decimal]:
        return frozenset(one.amount for one in self.of_money.amounts.all)

    def have_in_other_money(self, number: Number) -> bool:
        """Return whether a number is an amount on record, which may be rounded to at least two digits, but in a different currency."""
        if number.unit not in MONEY:
            return False
        written = number.amounts[0]
        if written in self._sums:
            return True
        is_distinctive = len(written.normalize().as_tuple().digits) >= _DISTINCTIVE
        sums = self.of_money.amounts
        return is_distinctive and any(
            rounds_to(written, number.precisions[0], one) for one in sums.nearest(written)
        )

    @cached_property
    def _digits(self) -> dict[tuple[int, ...], set[Decimal]]:
        found: dict[tuple[int, ...], set[Decimal]] = {}
        for one in self.amounts.all:
            if one.part is not Part.SIZE:
                found.setdefault(one.amount.normalize().as_tuple().digits, set()).add(one.amount)
        return found

    def have_in_other_scale(self, number: Number) -> bool:
        """Return whether a number has the same digits as an amount on record (at least two), but differs by a power of ten."""
        digits = number.amounts[0].normalize().as_tuple().digits
        return len(digits) > 1 and bool(self._digits.get(digits, frozenset()) - {number.amounts[0]})

    def have_comparable(self, part: Part) -> bool:
        """Return whether there is an amount with which a number in a role is compared."""
        return not self._parts.isdisjoint(_COMPARED[part])

    @cached_property
    def _parts(self) -> AbstractSet[Part]:
        return frozenset(one.part for one in self.amounts.all)

    def at(self, time: Time, part: Part) -> Timed:
        """Return the amounts with which a number is compared, without those of other times.

        Args:
            time: the time that the text names.
            part: the role of the number in the text.
        """
        found = self._timed.get((time, part))
        if found is None:
            if len(self._timed) >= _MOST_KEPT:
                self._timed.clear()
            times = (
                (one, self._is_then(one, time, part))
                for one in self.amounts.all
                if one.part in _COMPARED[part]
            )
            found = self._timed[time, part] = Timed(
                (pair for pair in times if pair[1] is not False), self.all
            )
        return found

    def _is_then(self, one: Amount, time: Time, part: Part) -> bool | None:
        """Return whether an amount belongs to the time that a text names; None if this is not known."""
        offset, future = time.from_year(one.figure.year), time.future
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
            if part is Part.END:
                return one.amount not in self._starts
            if part is Part.LEVEL and min(years_of(one.figure)) > one.figure.year:
                return True if future else None
            if part is Part.LEVEL and time.will and not one.figure.figure["period"]:
                # A figure that a text gives for the future need not be true already, unless the record is about the future,
                # too.
                return True if is_future(one.figure.figure["text"]) else None
            return part is not Part.START or one.amount not in self._ends
        return str(int(one.figure.year) + offset) in years_of(one.figure)
