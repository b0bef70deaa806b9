"""`tajik facts`: list facts, written in the record's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tajikcli.commands import options
from tajikcli.commands.command import Command
from tajikcli.commands.opening import opened
from tajikcli.model.streams import Detailed
from tajikcli.render.views import CLAIMS
from tajikcli.repository.query import FACTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tajikcli.model import rows
    from tajikcli.model.pages import Claim


@click.command("facts", cls=Command)
@options.topics
@options.filters
@options.output
@click.pass_context
def command(context: click.Context, /, topics: tuple[str, ...], **given: Any) -> None:
    """Print the facts on record about TOPICs, or all facts.

    A fact is a paraphrase of what a speaker said, or the source's own narration. Its text is in the record's words. To
    quote a speaker, use 'tajik quotes'.

    \b
    Examples:
      tajik facts trade
      tajik facts education --speaker putin
      tajik facts --json | jq -r '.[].text'
    """
    with opened(context) as record:
        query = options.asked(record, topics, given, kind=FACTS)

        def shown(_: Iterator[rows.Statement]) -> Iterator[Claim]:
            from tajikcli.repository.pages import claims

            return claims(record, query)

        options.answer(
            context,
            CLAIMS,
            Detailed(record.statement_rows(query), shown),
            given,
            names=record.names,
            empty=lambda: record.why_empty(query, "facts"),
        )
