"""`tajik facts`: list facts, written in the record's words."""

from __future__ import annotations

from typing import Any

import click

from tajikcli.commands import options
from tajikcli.commands.statements import print_statements
from tajikcli.repository.query import FACTS


@click.command("facts")
@options.topics
@options.filters
@options.output
@click.pass_context
def command(context: click.Context, /, topics: tuple[str, ...], **given: Any) -> None:
    """Print the facts on record about TOPICs, or all facts.

    A fact is a paraphrase of what a speaker said, or the source's own narration. Its text is the record's, never
    the speaker's: to quote a speaker, use 'tajik quotes'.

    \b
    Examples:
      tajik facts trade
      tajik facts education --speaker putin
      tajik facts --json | jq -r '.[].text'
    """
    print_statements(context, topics, given, FACTS, "facts")
