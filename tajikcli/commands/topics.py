"""`tajik topics`: list topics."""

from __future__ import annotations

from typing import Any

import click

from tajikcli.commands import options
from tajikcli.commands.command import Command
from tajikcli.commands.opening import opened
from tajikcli.render.views import TOPICS


@click.command("topics", cls=Command)
@options.output
@click.pass_context
def command(context: click.Context, /, **given: Any) -> None:
    """Print the topics on record, with their aliases and the number of facts and quotes about each.

    \b
    Examples:
      tajik topics
      tajik topics --json | jq -r '.[].slug'
    """
    with opened(context) as record:
        rows = record.topic_rows()
        options.answer(context, TOPICS, rows, given, empty=lambda: "no topics on record")
