"""`tajik export`: write statements to a SQLite database."""

from __future__ import annotations

from typing import Any

import click

from tajikcli.commands import completing, options
from tajikcli.commands.command import Command
from tajikcli.commands.opening import opened
from tajikcli.commands.telling import note
from tajikcli.repository.query import KINDS


@click.command("export", cls=Command)
@click.argument("format_", type=click.Choice(("sqlite",)), metavar="sqlite", expose_value=False)
@click.argument("out", metavar="OUT", shell_complete=completing.files)
@options.topics
@options.kind
@options.filters
@click.option(
    "--metadata",
    metavar="FILE",
    shell_complete=completing.files,
    help="Also write metadata for Datasette to FILE: labels, facets, and descriptions of the columns.",
)
@click.pass_context
def command(context: click.Context, /, out: str, topics: tuple[str, ...], **given: Any) -> None:
    """Write statements into the SQLite database OUT, for Datasette and other programs that read SQLite.

    The database has tables of statements, figures, evidence, links, claims and definitions, with foreign keys, a full-text
    index of the statements, and the views quotes and facts. docs/data.md describes it.

    The database is written completely or not at all. If OUT is a database that this command wrote, it is replaced;
    tajik does not overwrite any other file.

    \b
    Examples:
      tajik export sqlite igora.db
      tajik export sqlite trade.db trade --kind quote
      tajik export sqlite igora.db --metadata metadata.json && datasette igora.db --metadata metadata.json
    """
    from tajikcli.repository.export.database import export_sqlite

    with opened(context) as record:
        query = options.asked(record, topics, given, kind=given["kind"] or KINDS)
        count = export_sqlite(record, query, out, given["metadata"])
        note(f"{count} {'statement' if count == 1 else 'statements'} written to {out}")
        if not count:
            note(record.why_empty(query))
