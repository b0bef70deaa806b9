"""What pages show beside the answers: neighbours, and the statements that findings were compared with.

Each is looked up when its answer is printed, one at a time, and for a page only.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from tajikcli.ids import full_id
from tajikcli.model.pages import Claim, ComparedFinding, Neighbour, WholeStatement
from tajikcli.model.relations import Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tajikcli.model import rows
    from tajikcli.model.pages import FileFinding, Totals
    from tajikcli.repository.query import Query
    from tajikcli.repository.rows import Rows


def claims(record: Rows, query: Query) -> Iterator[Claim]:
    """Yield the facts that answer a query as claims, each with its accounts beneath it."""
    totals: Totals | None = record.totals(query)
    section = ""
    for (phase, _), placed in groupby(record.rows_by_claim(query), key=_claim):
        head, *accounts = (statement for _, statement in placed)
        contradictions = [
            neighbour.statement
            for neighbour in _neighbours(record, head)
            if neighbour.relation is Relation.CONFLICTS
        ]
        yield Claim(head, accounts, contradictions, totals, phase if phase != section else "")
        totals, section = None, phase


def _claim(placed: tuple[str, rows.Statement]) -> tuple[str, str]:
    phase, statement = placed
    return phase, f"{statement['meeting']}/{statement['claim']}"


def whole(record: Rows, statements: Iterable[rows.Statement]) -> Iterator[WholeStatement]:
    """Yield statements with those that they are linked with: their own links first, then the links that point at them."""
    for statement in statements:
        yield WholeStatement(statement, list(_neighbours(record, statement)))


def _neighbours(record: Rows, statement: rows.Statement) -> Iterator[Neighbour]:
    for link in statement["links"]:
        other = _statement(record, full_id(statement["meeting"], link["to"]))
        yield Neighbour(Relation.of(link["as"]), is_pointing=False, statement=other)
    for meeting, short, relation in record.backlinks(statement["meeting"], statement["id"]):
        other = _statement(record, full_id(meeting, short))
        yield Neighbour(Relation.of(relation), is_pointing=True, statement=other)


def compared(record: Rows, findings: Iterable[FileFinding]) -> Iterator[ComparedFinding]:
    """Yield findings with the statements that they were compared with."""
    for finding in findings:
        known = finding["statement"]
        yield ComparedFinding(finding, _statement(record, known) if known else None)


def _statement(record: Rows, name: str) -> rows.Statement:
    return next(record.rows_by_id([name]).rows())
