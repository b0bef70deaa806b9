"""`tajik quotes`: list quotes, in the speakers' own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tajikcli.commands import options
from tajikcli.commands.command import Command
from tajikcli.commands.opening import opened
from tajikcli.model.streams import Detailed
from tajikcli.render.views import QUOTES
from tajikcli.repository.query import QUOTES as KIND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tajikcli.model import rows
    from tajikcli.model.pages import Quote


@click.command("quotes", cls=Command)
@options.topics
@options.filters
@options.output
@click.pass_context
def command(context: click.Context, /, topics: tuple[str, ...], **given: Any) -> None:
    """Print the quotes on record about TOPICs, or all quotes, word for word as the sources print them.

    A quote from a translated article is in the words of the translation. Use --lang ru for quotes in Russian.

    \b
    Examples:
      tajik quotes --speaker putin
      tajik quotes education --lang ru
      tajik quotes --json | jq -r '.[].text'
    """
    with opened(context) as record:
        query = options.asked(record, topics, given, kind=KIND)

        def shown(_: Iterator[rows.Statement]) -> Iterator[Quote]:
            from tajikcli.repository.pages import quotes

            return quotes(record, query)

        options.answer(
            context,
            QUOTES,
            Detailed(record.statement_rows(query), shown),
            given,
            names=record.names,
            empty=lambda: record.why_empty(query, "quotes"),
        )
