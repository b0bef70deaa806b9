"""Find where accounts agree and differ, and what they imply; `rivals.py` finds those that contradict each other.

If one period begins or ends with another and the measure is an amount of money, which adds up over time, the
difference is the amount that they imply for the rest. A figure without a period is not compared.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from tajikcli.dates import days
from tajikcli.ids import full_id
from tajikcli.model.relations import COMPARED
from tajikcli.proof.rivals import identity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tajikcli.model.relations import Relation
    from tajikcli.model.rows import FigureRow, Statement

_CURRENCY = re.compile("[A-Z]{3}")  # a currency code of ISO 4217


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
    return dict(sorted(measures.items(), key=lambda item: -len({identity(figure) for figure in item[1]})))


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
            firsts.setdefault(identity(figure), _Sum(figure, Decimal(amount), unit, *days(period)))
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


def linked(statements: Iterable[Statement], most: int) -> tuple[list[tuple[str, str, Relation]], int]:
    """Return pairs of statements that their record links as saying the same thing, translating, contradicting or correcting.

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
