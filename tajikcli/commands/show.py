"""`tajik show`: one statement whole."""

from __future__ import annotations

from typing import Any

import click

from tajikcli.commands import completing, options
from tajikcli.commands.opening import opened
from tajikcli.commands.telling import note
from tajikcli.render import statement_sheet


@click.command("show")
@click.argument("ids", nargs=-1, required=True, metavar="ID...", shell_complete=completing.ids)
@options.output
@click.pass_context
def command(context: click.Context, /, ids: tuple[str, ...], **given: Any) -> None:
    """Print statements whole: who said it, through whom, the words it rests on, figures, links.

    \b
    Examples:
      tajik show trade-volume
      tajik show trade-volume --json
    """
    with opened(context) as record:
        rows = record.rows_by_id(ids, notice=note)
        options.answer(context, statement_sheet(rows, "show"), given, record=record)
