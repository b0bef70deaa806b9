"""Where accounts agree, differ and contradict each other.

Two figures of one measure for one period conflict when the ranges that they leave open share nothing but a border:

- a number given flatly stands for all that is rounded to it (`1.79`: from 1.785 to 1.795; a rank for itself);
- `about` for five per cent more or less, `almost` and `under` for ten per cent less, `over` for ten per cent more;
- `at-least` for anything above, `up-to` for anything below.

So almost 20 % (18 to 20) and about 20 % (19 to 21) agree, and neither does with 25 %. Two periods are no conflict. Where one
begins or ends with the other, and the measure is an amount of money, which adds up over time, the difference is what they
imply for the rest. A figure with no period is compared with none.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from tajikcli.dates import days

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Row = dict[str, Any]

ABOUT = Decimal("0.05")  # of a number, more or less
NEARLY = Decimal("0.10")  # of a number, on the side that the word says
_INFINITE = Decimal("Infinity")
_CURRENCY = re.compile("[A-Z]{3}")  # ISO 4217
_AMOUNTS = {"value": "amount", "from": "amount_from", "to": "amount_to", "change": "amount_change"}


class Account(NamedTuple):
    """What one statement or several of one speaker and source say of a measure in a period.

    Attributes:
        levels: its values, as figures of the output contract.
        changes: its changes.
    """

    levels: tuple[Row, ...]
    changes: tuple[Row, ...]

    @property
    def first(self) -> Row:
        """The figure that tells whose account it is."""
        return (*self.levels, *self.changes)[0]


class Conflict(NamedTuple):
    """Two figures of one measure and one period that can't both be right."""

    one: Row
    other: Row


class Rest(NamedTuple):
    """What two figures imply for the part of the longer period that the shorter one leaves.

    Attributes:
        whole: the figure of the longer period.
        part: that of the shorter one, which the longer begins or ends with.
        period: what is left, as ISO 8601 writes it.
        amount: the difference, in plain units; below 0 where the two can't both be right.
        before: days of the shorter period.
        left: days of what is left.
    """

    whole: Row
    part: Row
    period: str
    amount: Decimal
    before: int
    left: int


def by_measure(figures: Iterable[Row]) -> dict[str, list[Row]]:
    """Return figures by measure, those with the most different numbers first; directions without a number are left out."""
    measures: dict[str, list[Row]] = {}
    for figure in figures:
        if figure["measure"] is not None and figure["direction"] is None:
            measures.setdefault(figure["measure"], []).append(figure)
    return dict(sorted(measures.items(), key=lambda item: -len({_identity(figure) for figure in item[1]})))


def accounts(figures: Sequence[Row]) -> list[Account]:
    """Return a measure's figures by who gives them, those with a period first, in its order."""
    together: dict[tuple[Any, ...], list[Row]] = {}
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


def conflicts(figures: Sequence[Row]) -> list[Conflict]:
    """Return pairs of a measure's figures that contradict each other; of several that say the same, the first."""
    found: dict[tuple[Any, ...], Conflict] = {}
    for one, other in combinations(figures, 2):
        if not one["period"] or not other["period"] or days(one["period"]) != days(other["period"]):
            continue
        if one["unit"] != other["unit"] or _shape(one) != _shape(other):
            continue
        for key in _shape(one):
            if not _meet(span(one, key), span(other, key)):
                found.setdefault((_identity(one), _identity(other)), Conflict(one, other))
    return list(found.values())


def _meet(one: tuple[Decimal, Decimal], other: tuple[Decimal, Decimal]) -> bool:
    """Tell whether two ranges share more than a border: over 20 and almost 20 do not."""
    low, high = max(one[0], other[0]), min(one[1], other[1])
    return low < high or (low == high and (one[0] == one[1] or other[0] == other[1]))


def rests(figures: Sequence[Row]) -> list[Rest]:
    """Return what a measure's amounts of money imply where one period begins or ends with another."""
    found: dict[tuple[Any, ...], Rest] = {}
    for whole in figures:
        for part in figures:
            if whole["value"] is None or part["value"] is None or whole["unit"] != part["unit"]:
                continue
            if not whole["period"] or not part["period"] or not _CURRENCY.fullmatch(whole["unit"] or ""):
                continue
            left = _left(days(whole["period"]), days(part["period"]))
            if left is None:
                continue
            amount = Decimal(whole["amount"]) - Decimal(part["amount"])
            first, last = map(date.fromisoformat, days(part["period"]))
            rest = Rest(
                whole, part, period_of(*left), amount, (last - first).days + 1, (left[1] - left[0]).days + 1
            )
            found.setdefault((_identity(whole), _identity(part)), rest)
    return list(found.values())


def span(figure: Mapping[str, Any], key: str) -> tuple[Decimal, Decimal]:
    """Return the least and the greatest number that a figure leaves open.

    Args:
        figure: a figure of the output contract.
        key: which of its numbers: `value`, `from`, `to` or `change`.
    """
    amount = Decimal(figure[_AMOUNTS[key]])
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
    """Return the days from `first` to `last` as ISO 8601 writes them shortest: a year, months, or days."""
    after = last + timedelta(days=1)
    if (first.month, first.day, after.month, after.day) == (1, 1, 1, 1):
        return _interval(f"{first.year:04}", f"{last.year:04}")
    if first.day == after.day == 1:
        return _interval(first.isoformat()[:7], last.isoformat()[:7])  # strftime pads no year below 1000
    return _interval(first.isoformat(), last.isoformat())


def _interval(start: str, end: str) -> str:
    return start if start == end else f"{start}/{end}"


def _left(whole: tuple[str, str], part: tuple[str, str]) -> tuple[date, date] | None:
    """Return the first and last day of what a part leaves of the whole that begins or ends with it."""
    (first, last), (start, end) = (tuple(map(date.fromisoformat, period)) for period in (whole, part))
    if first == start and end < last:
        return end + timedelta(days=1), last
    if last == end and first < start:
        return first, start - timedelta(days=1)
    return None


def _shape(figure: Row) -> tuple[str, ...]:
    """Return which numbers a figure has."""
    return tuple(key for key in _AMOUNTS if figure[key] is not None)


def _identity(figure: Row) -> tuple[Any, ...]:
    """Return what two figures that say the same have in common."""
    numbers = tuple(figure[amount] for amount in _AMOUNTS.values())
    return (*numbers, figure["unit"], figure["approx"], figure["period"])


def linked(statements: Iterable[Row]) -> Iterator[tuple[str, str, str]]:
    """Yield pairs of statements that their record links as saying the same, translating, contradicting or correcting.

    Args:
        statements: of the output contract.

    Yields:
        Full ids of both, and the relation; contradictions first.
    """
    found: list[tuple[str, str, str]] = []
    for statement in statements:
        for link in statement["links"]:
            if link["as"] != "part-of":
                to = link["to"] if "/" in link["to"] else f"{statement['meeting']}/{link['to']}"
                found.append((f"{statement['meeting']}/{statement['id']}", to, link["as"]))
    yield from sorted(found, key=lambda pair: _ORDER.index(pair[2]))


_ORDER = ("conflicts", "corrects", "translates", "restates")
