"""`tajik quotes`: list quotes, in the speakers' own words."""

from __future__ import annotations

from typing import Any

import click

from tajikcli.commands import options
from tajikcli.commands.statements import print_statements
from tajikcli.repository.query import QUOTES


@click.command("quotes")
@options.topics
@options.filters
@options.output
@click.pass_context
def command(context: click.Context, /, topics: tuple[str, ...], **given: Any) -> None:
    """Print the quotes on record about TOPICs, or all quotes, word for word as the sources print them.

    A quote from a translated article has the words of the translation. Use --lang ru for quotes in Russian.

    \b
    Examples:
      tajik quotes --speaker putin
      tajik quotes education --lang ru
      tajik quotes --json | jq -r '.[].text'
    """
    print_statements(context, topics, given, QUOTES, "quotes")
