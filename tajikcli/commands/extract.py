"""`tajik extract`: write a draft of a knowledge file from an article or a transcript."""

from __future__ import annotations

import click

from tajikcli.commands import completing
from tajikcli.commands.command import Command
from tajikcli.commands.telling import tell
from tajikcli.text import counted


@click.command("extract", cls=Command)
@click.argument("file", metavar="[FILE]", default="-", shell_complete=completing.files)
@click.option("--url", metavar="ADDRESS", help="The address of the text.")
@click.option(
    "--into",
    metavar="RECORD",
    help="Reuse the speakers, topics and measures of this knowledge file or folder, which is not changed.",
    shell_complete=completing.files,
)
def command(file: str, url: str | None, into: str | None) -> None:
    """Write a draft of a knowledge file from FILE, an article or a transcript, or from standard input.

    The draft contains every quotation with its speaker, every figure, and, for each remaining sentence, the
    words to cite as evidence. If the text does not state a value plainly, the draft asks a question. It
    always asks for the text of a fact, because tajik does not write paraphrases. To answer a question, write
    the value into its field and remove the question. 'tajik lint' lists the open questions; every other
    command refuses the file while a question is open.

    FILE is text, Markdown, HTML or a Word document (.docx), in English, Russian, Tajik or German. With
    --into, paste the output into RECORD.

    \b
    Examples:
      tajik extract article.html --url https://example.org/a > draft.yaml
      tajik extract transcript.txt --into facts.yaml
      tajik lint draft.yaml
    """
    from tajikcli.documents import read_document
    from tajikcli.extract.page import is_address
    from tajikcli.repository.extract import extract

    if url is not None and not is_address(url):
        raise click.UsageError(f"--url '{url}' is not an address; expected one such as https://example.org/a")
    if "://" in file and is_address(file):
        raise click.UsageError(
            f"'{file}' is an address; expected a file. Save the page and run: tajik extract FILE --url {file}"
        )
    extracted = extract(read_document(file), url, into)
    click.echo(extracted.text, nl=False)
    told = [
        counted(extracted.quotes, "quote"),
        counted(extracted.figures, "figure"),
        counted(extracted.statements, "statement"),
    ]
    tell(f"tajik: {', '.join(told)}; {counted(extracted.questions, 'question')}")
