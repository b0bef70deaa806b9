"""Figures: one line for each measure, period and value, followed by the sources that give it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tajikcli.ids import full_id
from tajikcli.render.cards.parts import (
    QUIET,
    number,
    plain_text,
    reference,
    where,
    with_hedges,
)
from tajikcli.render.layout import Line
from tajikcli.text import counted, displayed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tajikcli.model import rows
    from tajikcli.model.names import Names
    from tajikcli.model.pages import SameFigure
    from tajikcli.render.layout import Part

_COLUMN = 26  # the column of periods, after the figures


def same(
    one: SameFigure,
    names: Names,
    *,
    known: set[str] | None = None,
    varied: Mapping[str, Text] | None = None,
    undated: str = "no period given",
) -> Iterator[Part]:
    """Yield a figure below its measure, with the sources that give it and the ids of their statements.

    Args:
        one: the figure and its accounts.
        names: the names for slugs.
        known: collects the full ids of the statements.
        varied: statements that vary a claim, by full id.
        undated: the words in place of a period that the source does not give.
    """
    row = one.figure
    if one.total is not None:
        yield Text(counted(one.total, "figure"))
    if one.opens:
        yield Text()
        yield Text(displayed(row["measure_label"] or "No measure given"), style="bold")
    period = Text(displayed(row["period"] or undated))
    yield Line(period, label=number(row), left=2, column=_COLUMN)
    if one.text is not None:
        yield Line(plain_text(one.text), left=4)
    for account in one.accounts:
        name = full_id(account["meeting"], account["statement"])
        if known is not None:
            known.add(name)
        yield _account_line(account, (varied or {}).get(name), names)


def _account_line(account: rows.FigureRow, varied: Text | None, names: Names) -> Line:
    of = with_hedges(where(account, names), account["hedges"])
    of.stylize_before(QUIET)
    if varied:
        of.append(" · ").append_text(varied)
    id_ = displayed(reference(account["meeting"], account["statement"], names))
    return Line(of, id_, left=4, style=QUIET)
