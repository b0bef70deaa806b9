"""`tajik cite`: a citation to paste or import."""

from __future__ import annotations

import click

from tajikcli.commands import completing
from tajikcli.commands.opening import opened
from tajikcli.commands.telling import note
from tajikcli.proof.citation import STYLES
from tajikcli.repository.cite import cite
from tajikcli.text import printable


@click.command("cite")
@click.argument("ids", nargs=-1, required=True, metavar="ID...", shell_complete=completing.ids)
@click.option(
    "--as",
    "style",
    type=click.Choice(tuple(STYLES)),
    default="line",
    help="What to write it as; a line to paste otherwise.",
)
@click.option(
    "--words", metavar="WORDS", help="Quote these words of the statement, which must stand in it as they are."
)
@click.pass_context
def command(context: click.Context, /, ids: tuple[str, ...], style: str, words: str | None) -> None:
    """Print a citation of each statement: speaker, role, chain, title, publisher, date, address.

    The address opens the page at the very words, in browsers that know text fragments. What the record does not know is
    left out. Only words of a quote go in quotation marks: --words takes no others.

    \b
    Examples:
      tajik cite putin-relations
      tajik cite putin-relations --words "a reliable ally"
      tajik cite trade-volume tass-oil-products --as bibtex > talks.bib
    """
    if words is not None and len(ids) > 1:
        raise click.UsageError("--words are of one statement; expected one ID with them")
    with opened(context) as record:
        text = cite(record, ids, style=style, words=words, notice=note)
    click.echo(text if style == "csl-json" else "\n".join(map(printable, text.split("\n"))))
