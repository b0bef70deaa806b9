"""`tajik statements`: list facts and quotes."""

from __future__ import annotations

from typing import Any

import click

from tajikcli.commands import options
from tajikcli.commands.command import Command
from tajikcli.commands.opening import opened
from tajikcli.render.views import STATEMENTS
from tajikcli.repository.query import KINDS


@click.command("statements", cls=Command)
@options.topics
@options.kind
@options.filters
@options.output
@click.pass_context
def command(context: click.Context, /, topics: tuple[str, ...], kind: tuple[str, ...], **given: Any) -> None:
    """Print the facts and quotes on record about TOPICs, or all of them.

    \b
    Examples:
      tajik statements migration
      tajik statements --kind narration --source tass
      tajik statements --format csv > statements.csv
    """
    with opened(context) as record:
        query = options.asked(record, topics, given, kind=kind or KINDS)
        options.answer(
            context,
            STATEMENTS,
            record.statement_rows(query),
            given,
            names=record.names,
            empty=lambda: record.why_empty(query),
        )
