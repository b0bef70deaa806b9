"""`tajik quotes`: what was said, in the speakers' words."""

from __future__ import annotations

from typing import Any

import click

from tajikcli.commands import options
from tajikcli.commands.opening import opened
from tajikcli.model.streams import Detailed
from tajikcli.render.views import QUOTES
from tajikcli.repository.query import QUOTES as KIND


@click.command("quotes")
@options.topics
@options.filters
@options.output
@click.pass_context
def command(context: click.Context, /, topics: tuple[str, ...], **given: Any) -> None:
    """Print the quotes on record about TOPICs, or all quotes, word for word as the sources print them.

    A quote in a translated article is the translation that the article prints. Use --lang ru for the Russian words.

    \b
    Examples:
      tajik quotes --speaker putin
      tajik quotes education --lang ru
      tajik quotes --json | jq -r '.[].text'
    """
    from tajikcli.repository.pages import quotes

    with opened(context) as record:
        query = options.asked(record, topics, given, kind=KIND)
        options.answer(
            context,
            QUOTES,
            Detailed(record.statement_rows(query), lambda _: quotes(record, query)),
            given,
            names=record.names,
            empty=lambda: record.why_empty(query, "quotes"),
        )
