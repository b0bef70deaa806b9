"""`tajik speakers`: list speakers."""

from __future__ import annotations

from typing import Any

import click

from tajikcli.commands import options
from tajikcli.commands.command import Command
from tajikcli.commands.opening import opened
from tajikcli.render.views import SPEAKERS


@click.command("speakers", cls=Command)
@options.output
@click.pass_context
def command(context: click.Context, /, **given: Any) -> None:
    """Print the speakers on record, with the names that --speaker accepts.

    \b
    Examples:
      tajik speakers
      tajik speakers --json | jq -r '.[].name'
    """
    with opened(context) as record:
        rows = record.speaker_rows()
        options.answer(context, SPEAKERS, rows, given, empty=lambda: "no speakers on record")
