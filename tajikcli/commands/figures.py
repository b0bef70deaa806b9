"""`tajik figures`: list figures with their units, periods and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tajikcli.commands import options
from tajikcli.commands.command import Command
from tajikcli.commands.opening import opened
from tajikcli.model.streams import Detailed
from tajikcli.render.views import FIGURES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tajikcli.model import rows
    from tajikcli.model.pages import SameFigure


@click.command("figures", cls=Command)
@options.topics
@options.filters
@options.output
@click.pass_context
def command(context: click.Context, /, topics: tuple[str, ...], **given: Any) -> None:
    """Print the figures on record about TOPICs, or all figures, with their units, periods and sources.

    Numbers are printed as the source writes them; JSON adds the plain amounts. A figure has no period if its source
    does not give one.

    \b
    Examples:
      tajik figures trade
      tajik figures --json | jq '.[] | select(.unit == "USD") | {amount, period, source}'
    """
    with opened(context) as record:
        query = options.asked(record, topics, given)

        def shown(_: Iterator[rows.FigureRow]) -> Iterator[SameFigure]:
            from tajikcli.repository.pages import figures

            return figures(record, query)

        options.answer(
            context,
            FIGURES,
            Detailed(record.figure_rows(query), shown),
            given,
            names=record.names,
            empty=lambda: record.why_empty(query, "figures"),
        )
