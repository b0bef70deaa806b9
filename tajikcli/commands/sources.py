"""`tajik sources`: list the published sources of the statements."""

from __future__ import annotations

from typing import Any

import click

from tajikcli.commands import options
from tajikcli.commands.command import Command
from tajikcli.commands.opening import opened
from tajikcli.render.views import SOURCES


@click.command("sources", cls=Command)
@options.output
@click.pass_context
def command(context: click.Context, /, **given: Any) -> None:
    """Print the published sources of the statements, with their addresses.

    \b
    Examples:
      tajik sources
      tajik sources --json | jq -r '.[].url'
    """
    with opened(context) as record:
        rows = record.source_rows()
        options.answer(context, SOURCES, rows, given, empty=lambda: "no sources on record")
