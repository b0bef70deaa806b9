"""Find figures that contradict each other.

Two figures of one measure and one period conflict if the ranges that they allow do not overlap (a common border is not an overlap):

- an exact number allows every number that rounds to it (`1.79`: from 1.785 to 1.795; a rank allows only itself);
- `about` allows five percent more or less, `almost` and `under` ten percent less, `over` ten percent more;
- `at-least` allows every higher number, `up-to` every lower number.

So almost 20 % (18 to 20) and about 20 % (19 to 21) agree, and neither agrees with 25 %. Figures of two periods do
not conflict, and a figure without a period is not compared.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from tajikcli.dates import days

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tajikcli.model.rows import FigureRow

ABOUT = Decimal("0.05")  # the tolerance in both directions, as a share of the number
NEARLY = Decimal("0.10")  # the tolerance in the direction of the word, as a share of the number
MOST = 10_000  # the maximum number of pairs of a measure's figures
_INFINITE = Decimal("Infinity")

Number = Literal["value", "from", "to", "change"]
Amount = Literal["amount", "amount_from", "amount_to", "amount_change"]
_AMOUNTS: dict[Number, Amount] = {
    "value": "amount",
    "from": "amount_from",
    "to": "amount_to",
    "change": "amount_change",
}


class Conflict(NamedTuple):
    """Two figures of one measure and one period that cannot both be right."""

    one: FigureRow
    other: FigureRow

    @property
    def period(self) -> str:
        """The period, as the first of them writes it."""
        period = self.one["period"]
        assert period is not None
        return period


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
            places.setdefault(_Numbers(kind, spans, identity(figure)), []).append(place)
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


def _shape(figure: FigureRow) -> tuple[Number, ...]:
    """Return the names of a figure's numbers."""
    return tuple(key for key in _AMOUNTS if figure[key] is not None)


def identity(figure: FigureRow) -> tuple[Any, ...]:
    """Return a value that is the same for equal figures."""
    numbers = tuple(figure[amount] for amount in _AMOUNTS.values())
    return (*numbers, figure["unit"], figure["approx"], figure["period"])
