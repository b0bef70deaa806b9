"""`tajik verify`: check whether a source still contains the words the record cites."""

from __future__ import annotations

from typing import Any

import click

from tajikcli.commands import completing, options
from tajikcli.commands.command import Command
from tajikcli.commands.opening import opened
from tajikcli.commands.telling import for_a_reader_that_may_leave, tell
from tajikcli.exits import Exit
from tajikcli.render.views import VERIFICATION


@click.command("verify", cls=Command)
@click.argument("source", metavar="SOURCE", shell_complete=completing.names("source"))
@click.argument("file", metavar="FILE", shell_complete=completing.files)
@click.option(
    "--complete", is_flag=True, help="Also exit with 1 if a sentence in the source has no statement."
)
@click.option(
    "--stubs",
    is_flag=True,
    help="Instead of the report, print drafts of statements for the sentences that have none, to paste into the record.",
)
@options.report_file
@options.reporting
@click.pass_context
def command(
    context: click.Context,
    /,
    source: str,
    file: str,
    *,
    complete: bool,
    stubs: bool,
    report_file: str | None,
    **given: Any,
) -> None:
    """Check whether FILE, the current text of SOURCE, still contains the words that each statement cites.

    FILE is text, an HTML page or a Word document (.docx), or - for standard input. If FILE is an HTML page,
    tajik reads only the article. The words of each statement are reported as found, changed (with the current
    words) or lost. Then the report lists the sentences in the source that no statement covers.

    The command exits with 1 if words are changed or lost. The edition is "same" if the digest of the text
    matches the one in the knowledge file.

    With --stubs, the command prints drafts of statements like those of tajik extract.

    A report (--report) contains the text of the source, which belongs to its publisher.

    \b
    Examples:
      tajik verify asia-plus article.txt
      tajik verify asia-plus article.html --json | jq .coverage
      tajik verify asia-plus article.txt --stubs
      tajik verify asia-plus article.txt --report report.html
    """
    from tajikcli.documents import read_document
    from tajikcli.repository.verify import page, verify

    if stubs and (given["json_"] or given["format_"] != "auto"):
        raise click.UsageError("--stubs and --format cannot be combined; stubs are YAML")
    if report_file is not None:
        options.refuse_report(report_file, [file])
    document = read_document(file)
    with opened(context) as record:
        known = record.source(source)
        verified = verify(record, known, document)
        if report_file is not None:
            from tajikcli.render.report.source import write
            from tajikcli.render.report.whole import whole_file
            from tajikcli.repository.reports import reported_source

            name = record.names().sources[known["slug"]]
            with whole_file(report_file) as written:
                write(written, reported_source(name, file, verified))
        if stubs:
            from tajikcli.repository import extract

            click.echo(extract.stubs(context.find_root().params["file"], known["slug"], document), nl=False)
        else:
            with for_a_reader_that_may_leave():
                options.report(VERIFICATION, verified.report, given, page=page, names=record.names)
    if verified.report["edition"] != "same":
        edition = (
            "the text differs from the edition on record"
            if verified.report["edition"] == "differs"
            else "the record has no digest for this source"
        )
        pin = f"; to record this edition, add this line to the source {known['slug']}: digest: {verified.digest}"
        tell(f"tajik: {edition}{pin if verified.is_sound else ''}")
    if not verified.is_sound or (complete and not verified.is_complete):
        context.exit(Exit.NO)
