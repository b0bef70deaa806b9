"""`tajik show`: show statements in full."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from tajikcli.commands import completing, options
from tajikcli.commands.command import Command
from tajikcli.commands.opening import opened
from tajikcli.commands.telling import note
from tajikcli.model.streams import Detailed
from tajikcli.render.views import WHOLE_STATEMENTS
from tajikcli.repository.pages import whole


@click.command("show", cls=Command)
@click.argument("ids", nargs=-1, required=True, metavar="ID...", shell_complete=completing.ids)
@options.output
@click.pass_context
def command(context: click.Context, /, ids: tuple[str, ...], **given: Any) -> None:
    """Print statements in full: speaker, relay, source, evidence, figures and links.

    \b
    Examples:
      tajik show trade-volume
      tajik show trade-volume --json
    """
    with opened(context) as record:
        statements = Detailed(record.rows_by_id(ids, notice=note), partial(whole, record))
        options.answer(context, WHOLE_STATEMENTS, statements, given, names=record.names)
