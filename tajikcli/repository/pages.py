"""The data of pages: claims with their accounts, quotes with translations, figures with their sources, linked statements.

The data is looked up for one answer at a time when it is printed, and only for a page.
"""

from __future__ import annotations

from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from tajikcli.figures import phrase
from tajikcli.ids import full_id
from tajikcli.model.pages import Claim, ComparedFinding, Neighbour, Quote, SameFigure, WholeStatement
from tajikcli.model.relations import Relation
from tajikcli.model.streams import Stored
from tajikcli.repository import grouping

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tajikcli.model import rows
    from tajikcli.model.pages import Totals
    from tajikcli.model.rows import Finding
    from tajikcli.repository.query import Query
    from tajikcli.repository.rows import Rows

# the number of statements that contradict a claim to show on the page of facts; others are counted
_LISTED = 3
_Figure = tuple[str | None, str | None, str]  # measure, period, and the number in words


def claims(record: Rows, query: Query) -> Iterator[Claim]:
    """Yield the facts that match a query as claims, each with its accounts."""
    totals: Totals | None = next(record.ordered(grouping.totals, query))
    rivals = _Rivals(record, query)
    section = ""
    for (number, phase), placed in groupby(record.ordered(grouping.by_claim, query), key=itemgetter(0, 1)):
        statements = _rows(placed)
        head = next(statements)
        read = _Read(record, head, statements, number, rivals)
        yield Claim(head, read.accounts(), read.contradictions, totals, phase if phase != section else "")
        totals, section = None, phase


class _Read:
    """A claim whose accounts are read one at a time; its contradictions are known after all accounts have been read.

    Args:
        record: the record.
        head: the head of the claim.
        statements: its accounts.
        number: the number of its head.
        rivals: figures that contradict each other.
    """

    def __init__(
        self,
        record: Rows,
        head: rows.Statement,
        statements: Iterator[rows.Statement],
        number: int,
        rivals: _Rivals,
    ) -> None:
        self._record, self._head, self._statements = record, head, statements
        self._number, self._rivals = number, rivals
        self._found: dict[str, None] = {}
        self._look(head)

    def accounts(self) -> Iterator[rows.Statement]:
        """Yield the accounts."""
        for one in self._statements:
            self._look(one)
            yield one

    def contradictions(self) -> tuple[Sequence[rows.Statement], int]:
        """Return statements that contradict the head, or the figures of the head or an account, and the number of further ones."""
        declared = [
            name for relation, _, name in _linked(self._record, self._head) if relation is Relation.CONFLICTS
        ]
        names = list(dict.fromkeys([*declared, *self._found]))
        return [statement(self._record, name) for name in names[:_LISTED]], len(names[_LISTED:])

    def _look(self, one: rows.Statement) -> None:
        for figure in one["figures"]:
            self._found |= self._rivals.of(
                (figure["measure"], figure["period"], phrase(figure)), self._number
            )


class _Rivals:
    """Figures of one measure and period that contradict each other.

    Args:
        record: the record.
        query: selects the figures.
    """

    def __init__(self, record: Rows, query: Query) -> None:
        from tajikcli.proof.rivals import rivals  # no other page calculates

        self._pairs: dict[_Figure, dict[_Figure, None]] = {}
        self._holders: dict[_Figure, dict[int, str]] = {}  # one statement from each of two claims
        for measure, told in groupby(_figures(record, query), key=lambda one: one[1]["measure"]):
            different: dict[_Figure, rows.FigureRow] = {}
            holders: dict[_Figure, dict[int, str]] = {}
            for head, row, _ in told:
                key = (measure, row["period"], row["figure"])
                if measure is not None and row["direction"] is None:
                    different.setdefault(key, row)
                    held = holders.setdefault(key, {})
                    if len(held) < 2:
                        held.setdefault(head, full_id(row["meeting"], row["statement"]))
            for one, other in rivals(list(different.values())):
                keys = [(measure, row["period"], row["figure"]) for row in (one, other)]
                for key, rival in (keys, keys[::-1]):
                    self._pairs.setdefault(key, {})[rival] = None
                    self._holders[key] = holders[key]

    def of(self, figure: _Figure, claim: int) -> dict[str, None]:
        """Return the full ids of statements of other claims that contradict a figure, one for each other figure."""
        found: dict[str, None] = {}
        for rival in self._pairs.get(figure, ()):
            for head, name in self._holders[rival].items():
                if head != claim:
                    found[name] = None
                    break
        return found


def quotes(record: Rows, query: Query) -> Iterator[Quote]:
    """Yield the quotes that match a query by meeting, speaker and source, each with its translations or original."""
    totals: Totals | None = next(record.ordered(grouping.totals, query))
    place: tuple[object, ...] = ()
    for _, same in groupby(record.ordered(grouping.by_source, query), key=itemgetter(0)):
        statements = _rows(same)
        first = next(statements)
        here = (first["meeting"], first["speaker"], first["source"], first["via"])
        yield Quote(first, statements, totals, here != place)
        totals, place = None, here


def figures(record: Rows, query: Query) -> Iterator[SameFigure]:
    """Yield the figures that match a query, grouped by measure, period and value."""
    total: int | None = next(record.ordered(grouping.figure_total, query))
    before: str | None = None
    for (_, measure, *_), same in groupby(_figures(record, query), key=_said):
        first, text, accounts = _accounts(same)
        yield SameFigure(first, accounts, text, total, total is not None or measure != before)
        total, before = None, measure


def _figures(record: Rows, query: Query) -> Iterator[tuple[int, rows.FigureRow, str | None]]:
    for head, text, told in record.ordered(grouping.figures, query):
        stored: Stored[rows.FigureRow] = Stored([text])
        yield head, next(stored.shown()), told


def _rows(placed: Iterable[tuple[Any, ...]]) -> Iterator[rows.Statement]:
    """Yield the statement at the end of each row, where it is a JSON text."""
    stored: Stored[rows.Statement] = Stored(row[-1] for row in placed)
    return stored.shown()


def _accounts(
    same: Iterator[tuple[int, rows.FigureRow, str | None]],
) -> tuple[rows.FigureRow, str | None, Iterator[rows.FigureRow]]:
    """Return the first of several figures, its text, and all the figures."""
    _, first, text = next(same)
    return first, text, chain([first], (row for _, row, _ in same))


def _said(told: tuple[int, rows.FigureRow, str | None]) -> tuple[int | None, str | None, str | None, str]:
    head, row, _ = told
    return (head if row["measure"] is None else None), row["measure"], row["period"], row["figure"]


def whole(record: Rows, statements: Iterable[rows.Statement]) -> Iterator[WholeStatement]:
    """Yield statements with linked statements: first those to which they link, then those that link to them."""
    for one in statements:
        yield WholeStatement(one, list(_neighbours(record, one)))


def _neighbours(record: Rows, one: rows.Statement) -> Iterator[Neighbour]:
    for relation, is_pointing, name in _linked(record, one):
        yield Neighbour(relation, is_pointing, statement(record, name))


def _linked(record: Rows, one: rows.Statement) -> Iterator[tuple[Relation, bool, str]]:
    """Yield each relation of a statement, whether the other statement has the link, and the full id of the other statement."""
    for link in one["links"]:
        yield Relation.of(link["as"]), False, full_id(one["meeting"], link["to"])
    for meeting, short, relation in record.backlinks(one["meeting"], one["id"]):
        yield Relation.of(relation), True, full_id(meeting, short)


def compared(record: Rows, findings: Iterable[Finding]) -> Iterator[ComparedFinding]:
    """Yield findings with the statements that they were compared with."""
    for finding in findings:
        known = finding["statement"]
        yield ComparedFinding(finding, statement(record, known) if known else None)


def statement(record: Rows, name: str) -> rows.Statement:
    """Return a statement by its full id."""
    return next(record.rows_by_id([name]).rows())
