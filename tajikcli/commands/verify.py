"""`tajik verify`: does a source still say so, and what of it is not on record?"""

from __future__ import annotations

from typing import Any

import click

from tajikcli.commands import completing, options
from tajikcli.commands.opening import opened
from tajikcli.commands.telling import tell
from tajikcli.exits import Exit
from tajikcli.render.views import VERIFICATION


@click.command("verify")
@click.argument("source", metavar="SOURCE", shell_complete=completing.names("source"))
@click.argument("file", metavar="FILE", shell_complete=completing.files)
@click.option("--complete", is_flag=True, help="Exit 1 also where a sentence of the source has no statement.")
@options.reporting
@click.pass_context
def command(context: click.Context, /, source: str, file: str, *, complete: bool, **given: Any) -> None:
    """Hold FILE, the text of SOURCE as it is now (or - for standard input), against the statements that rest on it.

    Each statement's words are found, changed (what stands there now is shown) or lost. Then the sentences of the
    source that no statement rests on. FILE is text or an HTML page; of a page, the article counts and its menus don't.

    Exits 1 where words are changed or lost. The edition tells whether the whole text is the one whose digest the
    knowledge file gives.

    \b
    Examples:
      tajik verify asia-plus article.txt
      tajik verify asia-plus article.html --json | jq .coverage
    """
    from tajikcli.documents import read_document
    from tajikcli.repository.verify import page, verify

    with opened(context) as record:
        known = record.source(source)
        verified = verify(record, known, read_document(file))
        options.report(VERIFICATION, verified.report, given, page=page, names=record.names)
    if verified.report["edition"] != "same":
        edition = (
            "another edition than the one on record"
            if verified.report["edition"] == "differs"
            else "no edition is on record"
        )
        pin = f"; to pin this one, write under {known['slug']}: digest: {verified.digest}"
        tell(f"tajik: {edition}{pin if verified.is_sound else ''}")
    if not verified.is_sound or (complete and not verified.is_complete):
        context.exit(Exit.NO)
