"""`tajik cite`: print citations to paste or import."""

from __future__ import annotations

import click

from tajikcli.commands import completing
from tajikcli.commands.command import Command
from tajikcli.commands.opening import opened
from tajikcli.commands.telling import note
from tajikcli.proof.styles import STYLES
from tajikcli.repository.cite import cite
from tajikcli.text import printable


@click.command("cite", cls=Command)
@click.argument("ids", nargs=-1, required=True, metavar="ID...", shell_complete=completing.ids)
@click.option(
    "--as",
    "style",
    type=click.Choice(tuple(STYLES)),
    default="line",
    help="Citation format; the default is a line to paste.",
)
@click.option("--words", metavar="WORDS", help="Quote WORDS, which the quote must contain exactly as given.")
@click.pass_context
def command(context: click.Context, /, ids: tuple[str, ...], style: str, words: str | None) -> None:
    """Print a citation for each statement: speaker, role, relay, title, publisher, date and address.

    In browsers that support text fragments, the address opens the page at the cited words. A part that the record does
    not have is left out. Only words of a quote are put in quotation marks, so --words accepts no other words.

    \b
    Examples:
      tajik cite putin-relations
      tajik cite putin-relations --words "a reliable ally"
      tajik cite trade-volume tass-oil-products --as bibtex > talks.bib
    """
    if words is not None and len(ids) > 1:
        raise click.UsageError("--words takes exactly one ID")
    with opened(context) as record:
        text = cite(record, ids, style=style, words=words, notice=note)
    click.echo(text if style == "csl-json" else "\n".join(map(printable, text.split("\n"))))
