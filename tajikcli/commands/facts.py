"""`tajik facts`: what is on record, in our words."""

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
    """Print what is on record about TOPICs (or all of it), in our words.

    A fact is a paraphrase of what somebody said, or the source's own narration. It is never anybody's
    words: for those, ask for quotes.

    \b
    Examples:
      tajik facts trade
      tajik facts education --speaker putin
      tajik facts --json | jq -r '.[].text'
    """
    print_statements(context, topics, given, FACTS, "facts")
