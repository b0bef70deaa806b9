"""`tajik cite`: a citation to paste or import."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from tajikcli.commands import completing
from tajikcli.commands.opening import opened
from tajikcli.commands.telling import note
from tajikcli.errors import UseError
from tajikcli.proof.citation import STYLES, WordsError, quoted
from tajikcli.text import printable

if TYPE_CHECKING:
    from tajikcli.proof.citation import Citation
    from tajikcli.repository.record import Record


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
        citations = record.citations(ids, notice=note)
        if words is not None:
            citations = [_quoting(record, citations[0], words)]
    text = STYLES[style](citations)
    click.echo(text if style == "csl-json" else "\n".join(map(printable, text.split("\n"))))


def _quoting(record: Record, citation: Citation, words: str) -> Citation:
    """Return a citation with words of its quote, as the record prints them."""
    statement = citation.statement
    if statement["kind"] != "quote":
        raise UseError(
            f"'{statement['id']}' is a fact, in our words, and can't be cited in quotation marks{_instead(record, statement)}"
        )
    try:
        return citation._replace(words=quoted(statement["text"], words))
    except WordsError:
        (found,) = record.checker().check_words(words)
        nearest = ""
        if (
            found["statement"] in {statement["id"], f"{statement['meeting']}/{statement['id']}"}
            and found["record_text"]
        ):
            nearest = f"; it has: {found['record_text']}"
        elif found["verdict"] == "verbatim":
            nearest = f"; they do in {found['statement']}"
        raise UseError(f"these words don't stand so in '{statement['id']}'{nearest}") from None


def _instead(record: Record, statement: Any) -> str:
    """Say which quote a fact is part of."""
    for link in statement["links"]:
        if link["as"] == "part-of":
            target = link["to"] if "/" in link["to"] else f"{statement['meeting']}/{link['to']}"
            row = json.loads(next(record.rows_by_id([target])))
            if row["kind"] == "quote":
                return f"; it is part of the quote {link['to']}: tajik cite {link['to']} --words …"
    return "; no quote on record has it"
