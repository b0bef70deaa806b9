"""Find where accounts agree, differ and contradict each other.

Two figures of one measure and one period conflict if the ranges that they allow do not overlap (a common
border is no overlap):

- an exact number allows every number that rounds to it (`1.79`: from 1.785 to 1.795; a rank allows only itself);
- `about` allows five percent more or less, `almost` and `under` ten percent less, `over` ten percent more;
- `at-least` allows every higher number, `up-to` every lower number.

So almost 20 % (18 to 20) and about 20 % (19 to 21) agree, and neither agrees with 25 %. Figures of two
periods do not conflict. If one
period begins or ends with the other and the measure is an amount of money, which adds up over time, the
difference is the amount that
they imply for the rest. A figure without a period is not compared.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from tajikcli.dates import days
from tajikcli.ids import full_id
from tajikcli.model.relations import COMPARED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tajikcli.model.relations import Relation
    from tajikcli.model.rows import FigureRow, Statement

ABOUT = Decimal("0.05")  # the tolerance in both directions, as a share of the number
NEARLY = Decimal("0.10")  # the tolerance in the direction of the word, as a share of the number
MOST = 10_000  # the maximum number of pairs of a measure's figures
_INFINITE = Decimal("Infinity")
_CURRENCY = re.compile("[A-Z]{3}")  # a currency code of ISO 4217

Number = Literal["value", "from", "to", "change"]
Amount = Literal["amount", "amount_from", "amount_to", "amount_change"]
_AMOUNTS: dict[Number, Amount] = {
    "value": "amount",
    "from": "amount_from",
    "to": "amount_to",
    "change": "amount_change",
}


class Account(NamedTuple):
    """The figures that one speaker and source give for a measure in a period, in one or several statements.

    Attributes:
        levels: its values, as figures of the output contract.
        changes: its changes.
    """

    levels: tuple[FigureRow, ...]
    changes: tuple[FigureRow, ...]

    @property
    def first(self) -> FigureRow:
        """The figure that identifies the account."""
        return (*self.levels, *self.changes)[0]


class Conflict(NamedTuple):
    """Two figures of one measure and one period that cannot both be right."""

    one: FigureRow
    other: FigureRow

    @property
    def period(self) -> str:
        """The period, as written in the first figure."""
        period = self.one["period"]
        assert period is not None
        return period


class Rest(NamedTuple):
    """The amount that two figures imply for the rest of the longer period.

    Attributes:
        whole: the figure of the longer period.
        part: the figure of the shorter period, with which the longer one begins or ends.
        period: the rest of the longer period, in ISO 8601.
        amount: the difference as a plain number; negative if the figures cannot both be right.
        before: days of the shorter period.
        left: days of the rest.
        unit: the currency of both.
    """

    whole: FigureRow
    part: FigureRow
    period: str
    amount: Decimal
    before: int
    left: int
    unit: str


def by_measure(figures: Iterable[FigureRow]) -> dict[str, list[FigureRow]]:
    """Return the figures that have numbers, by measure, with the measures that have the most different numbers first."""
    measures: dict[str, list[FigureRow]] = {}
    for figure in figures:
        if figure["measure"] is not None and figure["direction"] is None:
            measures.setdefault(figure["measure"], []).append(figure)
    return dict(sorted(measures.items(), key=lambda item: -len({_identity(figure) for figure in item[1]})))


def accounts(figures: Sequence[FigureRow]) -> list[Account]:
    """Return the figures of a measure by account, in chronological order, with accounts without a period last."""
    together: dict[tuple[Any, ...], list[FigureRow]] = {}
    for figure in figures:
        key = (
            figure["period"],
            figure["speaker"],
            tuple(figure["via"]),
            figure["source"],
            figure["meeting"],
            figure["unit"] == "rank",
        )
        together.setdefault(key, []).append(figure)
    found = [
        Account(
            tuple(figure for figure in same if figure["change"] is None),
            tuple(figure for figure in same if figure["change"] is not None),
        )
        for same in together.values()
    ]
    return sorted(found, key=lambda one: days(one.first["period"]) if one.first["period"] else ("~", "~"))


def conflicts(figures: Sequence[FigureRow], most: int) -> tuple[list[Conflict], int]:
    """Return pairs of a measure's figures that contradict each other; of equal figures, only the first is used.

    Args:
        figures: the figures of one measure.
        most: the maximum number of pairs of different figures to return.

    Returns:
        The pairs in the order of the figures, and the number of other pairs of different numbers that conflict.
    """
    places: dict[_Numbers, list[int]] = {}
    for place, figure in enumerate(figures):
        if figure["period"]:
            spans = tuple(span(figure, key) for key in _shape(figure))
            kind = (days(figure["period"]), figure["unit"], _shape(figure))
            places.setdefault(_Numbers(kind, spans, _identity(figure)), []).append(place)
    groups: dict[tuple[Any, ...], list[_Numbers]] = {}
    for numbers in places:
        groups.setdefault(numbers.kind, []).append(numbers)
    sides = {
        kind: [_Side([numbers.spans[key] for numbers in group]) for key in range(len(kind[2]))]
        for kind, group in groups.items()
    }
    total = sum(side.conflicts for same in sides.values() for side in same)
    orders = {numbers: order for group in groups.values() for order, numbers in enumerate(group)}
    pairs: list[tuple[_Numbers, _Numbers]] = []
    listed = 0
    for one in places:
        if len(pairs) >= most:
            break
        order, group, same = orders[one], groups[one.kind], sides[one.kind]
        others: dict[int, int] = {}
        for side in same:
            for other in side.against(order):
                if other > order:
                    others[other] = others.get(other, 0) + 1
        for other in sorted(others)[: most - len(pairs)]:
            pairs.append((one, group[other]))
            listed += others[other]
    found: dict[tuple[Any, ...], tuple[int, int]] = {}
    for earlier, later in [*pairs, *((later, earlier) for earlier, later in pairs)]:
        first, behind = places[earlier][0], places[later]
        at = bisect_right(behind, first)
        if at < len(behind):
            key = (earlier.identity, later.identity)
            found[key] = min(found.get(key, (first, behind[at])), (first, behind[at]))
    listing = [Conflict(figures[first], figures[second]) for first, second in sorted(found.values())]
    return listing, total - listed


def rivals(figures: Sequence[FigureRow]) -> list[tuple[FigureRow, FigureRow]]:
    """Return pairs of a measure's figures that contradict each other, with the limit of `conflicts`."""
    found, _ = conflicts(figures, MOST)
    return [(conflict.one, conflict.other) for conflict in found]


class _Numbers(NamedTuple):
    """The content of a figure; figures of one kind may conflict, and figures with equal content have the same conflicts.

    Attributes:
        kind: the days, the unit, and the names of its numbers.
        spans: the ranges that its numbers allow.
        identity: a value that is the same for equal figures.
    """

    kind: tuple[Any, ...]
    spans: tuple[tuple[Decimal, Decimal], ...]
    identity: tuple[Any, ...]


class _Side:
    """Ranges sorted by both ends, so that the ranges disjoint from a given range are found without comparing all of them.

    Args:
        ranges: the lowest and highest number of each range.
    """

    def __init__(self, ranges: Sequence[tuple[Decimal, Decimal]]) -> None:
        self._ranges = ranges
        # A range of one number overlaps a range that begins or ends there; two longer ranges that only touch do not overlap.
        self._starts = sorted((low, low != high, number) for number, (low, high) in enumerate(ranges))
        self._ends = sorted((high, low == high, number) for number, (low, high) in enumerate(ranges))

    @property
    def conflicts(self) -> int:
        """The number of disjoint pairs."""
        return sum(self._before(number) for number in range(len(self._ranges)))

    def against(self, number: int) -> Iterator[int]:
        """Yield the ranges that are disjoint from a given range."""
        for _, _, other in self._ends[: self._before(number)]:
            yield other
        low, high = self._ranges[number]
        beyond = bisect_left(self._starts, (high, True, -1 if low != high else len(self._ranges)))
        for _, _, other in self._starts[beyond:]:
            yield other

    def _before(self, number: int) -> int:
        """Return the number of ranges that end before a given range begins."""
        low, high = self._ranges[number]
        return bisect_left(self._ends, (low, low != high, -1))


def rests(figures: Sequence[FigureRow], most: int) -> tuple[list[Rest], int]:
    """Return the amounts of money that a measure's figures imply if two periods begin or end together.

    Args:
        figures: the figures of one measure.
        most: the maximum number to return.

    Returns:
        The implied amounts, in the order of the figures, and the number of other pairs of different figures that imply one.
    """
    firsts: dict[tuple[Any, ...], _Sum] = {}
    for figure in figures:
        amount, unit, period = figure["amount"], figure["unit"], figure["period"]
        if amount is not None and period and unit and _CURRENCY.fullmatch(unit):
            firsts.setdefault(_identity(figure), _Sum(figure, Decimal(amount), unit, *days(period)))
    wholes = list(firsts.values())
    # Periods that begin with the whole and end before it, and periods that end with it and begin later.
    beginning: dict[tuple[str, str], list[tuple[str, int]]] = {}
    ending: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for number, (_, _, unit, first, last) in enumerate(wholes):
        beginning.setdefault((unit, first), []).append((last, number))
        ending.setdefault((unit, last), []).append((first, number))
    for same in (*beginning.values(), *ending.values()):
        same.sort()
    found: list[Rest] = []
    total = 0
    for whole in wholes:
        _, _, unit, first, last = whole
        begun, ended = beginning[unit, first], ending[unit, last]
        before, behind = bisect_left(begun, (last, -1)), bisect_left(ended, (first, len(wholes)))
        total += before + len(ended) - behind
        if len(found) < most:
            parts = sorted(number for _, number in (*begun[:before], *ended[behind:]))
            found += [_rest(whole, wholes[number]) for number in parts[: most - len(found)]]
    return found, total - len(found)


class _Sum(NamedTuple):
    """An amount of money, with the first and last day of its period."""

    figure: FigureRow
    amount: Decimal
    unit: str
    first: str
    last: str


def _rest(whole: _Sum, part: _Sum) -> Rest:
    left = _left((whole.first, whole.last), (part.first, part.last))
    before = (date.fromisoformat(part.last) - date.fromisoformat(part.first)).days + 1
    return Rest(
        whole.figure,
        part.figure,
        period_of(*left),
        whole.amount - part.amount,
        before,
        (left[1] - left[0]).days + 1,
        whole.unit,
    )


def span(figure: FigureRow, key: Number) -> tuple[Decimal, Decimal]:
    """Return the lowest and highest number that a figure allows.

    Args:
        figure: a figure of the output contract.
        key: one of its numbers: `value`, `from`, `to` or `change`.
    """
    number = figure[_AMOUNTS[key]]
    assert number is not None
    amount = Decimal(number)
    written = str(figure[key])
    scale = amount / Decimal(written) if Decimal(written) else Decimal(1)
    half = (
        abs(scale) / (2 * Decimal(10) ** len(written.partition(".")[2]))
        if figure["unit"] != "rank"
        else Decimal(0)
    )
    size = abs(amount)
    approximation = figure["approx"]
    if approximation == "about":
        return amount - max(ABOUT * size, half), amount + max(ABOUT * size, half)
    if approximation in {"almost", "under"}:
        return amount - NEARLY * size, amount
    if approximation == "over":
        return amount, amount + NEARLY * size
    if approximation == "at-least":
        return amount, _INFINITE
    if approximation == "up-to":
        return -_INFINITE, amount
    return amount - half, amount + half


def period_of(first: date, last: date) -> str:
    """Return the days from `first` to `last` in the shortest form of ISO 8601: a year, months, or days."""
    after = last + timedelta(days=1)
    if (first.month, first.day, after.month, after.day) == (1, 1, 1, 1):
        return _interval(f"{first.year:04}", f"{last.year:04}")
    if first.day == after.day == 1:
        return _interval(
            first.isoformat()[:7], last.isoformat()[:7]
        )  # strftime does not pad years below 1000
    return _interval(first.isoformat(), last.isoformat())


def _interval(start: str, end: str) -> str:
    return start if start == end else f"{start}/{end}"


def _left(whole: tuple[str, str], part: tuple[str, str]) -> tuple[date, date]:
    """Return the first and last day of the rest of a period after a shorter period at its beginning or end is removed."""
    (first, last), (start, end) = (tuple(map(date.fromisoformat, period)) for period in (whole, part))
    return (end + timedelta(days=1), last) if first == start else (first, start - timedelta(days=1))


def _shape(figure: FigureRow) -> tuple[Number, ...]:
    """Return the names of a figure's numbers."""
    return tuple(key for key in _AMOUNTS if figure[key] is not None)


def _identity(figure: FigureRow) -> tuple[Any, ...]:
    """Return a value that is the same for equal figures."""
    numbers = tuple(figure[amount] for amount in _AMOUNTS.values())
    return (*numbers, figure["unit"], figure["approx"], figure["period"])


def linked(statements: Iterable[Statement], most: int) -> tuple[list[tuple[str, str, Relation]], int]:
    """Return pairs of statements that their record links as saying the same, translating, contradicting or correcting.

    Args:
        statements: statements of the output contract.
        most: the maximum number of pairs to return.

    Returns:
        The full ids of both and the relation, contradictions first; and the number of other pairs.
    """
    found: dict[Relation, list[tuple[str, str, Relation]]] = {relation: [] for relation in COMPARED}
    total = 0
    for statement in statements:
        for link in statement["links"]:
            same = found.get(link["as"])
            if same is not None:
                total += 1
                if len(same) < most:
                    meeting = statement["meeting"]
                    same.append((full_id(meeting, statement["id"]), full_id(meeting, link["to"]), link["as"]))
    pairs = [pair for same in found.values() for pair in same][:most]
    return pairs, total - len(pairs)
