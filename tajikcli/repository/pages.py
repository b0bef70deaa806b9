"""What pages show beside the answers: neighbours, and the statements that findings were compared with.

Each is looked up when its answer is printed, one at a time, and for a page only.
"""

from __future__ import annotations

from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from tajikcli.model.pages import Claim, ComparedFinding, Neighbour, Quote, SameFigure, WholeStatement

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
    for (_, phase), placed in groupby(record.rows_by_claim(query), key=itemgetter(0, 1)):
        statements = (one for _, _, one in placed)
        head = next(statements)
        contradictions = [
            neighbour.statement
            for neighbour in _neighbours(record, head)
            if neighbour.relation == "conflicts"
        ]
        yield Claim(head, statements, contradictions, totals, phase if phase != section else "")
        totals, section = None, phase


def quotes(record: Rows, query: Query) -> Iterator[Quote]:
    """Yield the quotes that answer a query by meeting, speaker and source, each with its translations or original."""
    totals: Totals | None = record.totals(query)
    place: tuple[object, ...] = ()
    for _, same in groupby(record.rows_by_source(query), key=itemgetter(0)):
        statements = (one for _, one in same)
        first = next(statements)
        here = (first["meeting"], first["speaker"], first["source"], first["via"])
        yield Quote(first, statements, totals, here != place)
        totals, place = None, here


def figures(record: Rows, query: Query) -> Iterator[SameFigure]:
    """Yield the figures that answer a query, those of one measure, period and value together."""
    total: int | None = record.figure_total(query)
    before: str | None = None
    for (_, measure, *_), same in groupby(record.figures_by_measure(query), key=_said):
        first, text, accounts = _accounts(same)
        yield SameFigure(first, accounts, text, total, total is not None or measure != before)
        total, before = None, measure


def _accounts(
    same: Iterator[tuple[int | None, rows.FigureRow, str | None]],
) -> tuple[rows.FigureRow, str | None, Iterator[rows.FigureRow]]:
    """Return the first of several figures, the text that is shown with it, and all of them."""
    _, first, text = next(same)
    return first, text, chain([first], (row for _, row, _ in same))


def _said(
    told: tuple[int | None, rows.FigureRow, str | None],
) -> tuple[int | None, str | None, str | None, str]:
    claim, row, _ = told
    return claim, row["measure"], row["period"], row["figure"]


def whole(record: Rows, statements: Iterable[rows.Statement]) -> Iterator[WholeStatement]:
    """Yield statements with those that they are linked with: their own links first, then the links that point at them."""
    for one in statements:
        yield WholeStatement(one, list(_neighbours(record, one)))


def _neighbours(record: Rows, one: rows.Statement) -> Iterator[Neighbour]:
    for link in one["links"]:
        meeting, _, short = link["to"].rpartition("/")
        yield Neighbour(link["as"], False, statement(record, f"{meeting or one['meeting']}/{short}"))  # noqa: FBT003 - a field
    for meeting, short, relation in record.backlinks(one["meeting"], one["id"]):
        yield Neighbour(relation, True, statement(record, f"{meeting}/{short}"))  # noqa: FBT003 - as above


def compared(record: Rows, findings: Iterable[FileFinding]) -> Iterator[ComparedFinding]:
    """Yield findings with the statements that they were compared with."""
    for finding in findings:
        known = finding["statement"]
        yield ComparedFinding(finding, statement(record, known) if known else None)


def statement(record: Rows, name: str) -> rows.Statement:
    """Return a statement by its full id."""
    return next(record.rows_by_id([name]).rows())
