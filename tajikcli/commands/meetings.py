"""`tajik meetings`: list meetings."""

from __future__ import annotations

from typing import Any

import click

from tajikcli.commands import options
from tajikcli.commands.command import Command
from tajikcli.commands.opening import opened
from tajikcli.render.views import MEETINGS


@click.command("meetings", cls=Command)
@options.output
@click.pass_context
def command(context: click.Context, /, **given: Any) -> None:
    """Print the meetings on record, with the number of facts and quotes from each.

    \b
    Examples:
      tajik meetings
      tajik meetings --json | jq -r '.[].id'
    """
    with opened(context) as record:
        rows = record.meeting_rows()
        options.answer(context, MEETINGS, rows, given, empty=lambda: "no meetings on record")
