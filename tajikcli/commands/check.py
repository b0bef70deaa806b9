"""`tajik check`: check the quotations and figures of a text against the record."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from tajikcli.commands import completing, options
from tajikcli.commands.opening import opened
from tajikcli.commands.telling import tell
from tajikcli.exits import Exit
from tajikcli.model.streams import Computed, Detailed
from tajikcli.model.verdicts import OF_FIGURES, OF_QUOTATIONS, Attribution
from tajikcli.render import FORMATS, GITHUB
from tajikcli.render.views import FINDINGS
from tajikcli.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tajikcli.model.pages import FileFinding
    from tajikcli.model.verdicts import Verdict
    from tajikcli.repository.check import Checker

# Those whose findings say which file they are of; the others hold the contract's keys and no more.
_NAMING = ("auto", "table", "plain", GITHUB)


@click.command("check")
@click.argument("files", nargs=-1, metavar="[FILE]...", shell_complete=completing.files)
@click.option("--text", metavar="WORDS", help="Check WORDS as one quotation; quotation marks are not needed.")
@click.option(
    "--baseline",
    metavar="FILE",
    help="Accept the findings listed in FILE (written by --format jsonl) until their words change.",
    shell_complete=completing.files,
)
@partial(options.printing, formats=(*FORMATS, GITHUB))
@click.pass_context
def command(
    context: click.Context, /, files: tuple[str, ...], text: str | None, baseline: str | None, **given: Any
) -> None:
    """Check every quotation and figure of a text (FILE, or standard input) against the record, word for word.

    Text, Markdown and HTML are read as a reader sees them. A quotation gets the first verdict that applies:

    \b
      too_short   it has fewer than three words
      verbatim    one quote on record contains it, word for word
      elided      it leaves out whole sentences (… or [...]), or has a bracket
                  that does not change the meaning
      unclear     one quote contains its words in order, but what is left out
                  or put in may change the meaning
      altered     one quote contains most of its words, but some differ
      paraphrase  the record has it as a fact, not as anyone's words
      not_found   none of the above

    The speaker that the text names gets a verdict of its own: agrees, differs or unnamed. A figure next to the words
    of a measure on record either agrees with a figure on record or differs from all of them. Exits with 1 if a
    quotation is unclear, altered, paraphrase or not_found, or if a speaker or a figure differs. --format github prints
    annotations for GitHub Actions.

    To accept findings, save them to a file and pass it as --baseline. A finding stays accepted until its words, or
    those on record, change.

    \b
    Examples:
      tajik check --text 'Tajikistan is a reliable ally'
      tajik check draft.md
      tajik check draft.html --json | jq '.[] | select(.verdict == "altered")'
      tajik check draft.md draft.html
      tajik check draft.md --format jsonl > accepted.jsonl
      tajik check draft.md --baseline accepted.jsonl
    """
    format_ = "json" if given["json_"] else given["format_"]
    naming = format_ in _NAMING and not given["fields"]
    if text is not None and files:
        raise click.UsageError(
            "--text and FILE cannot be combined; put the words of --text in quotation marks"
        )
    if text is not None and not text.strip():
        raise click.UsageError("--text has no words; expected some to judge")
    if len(files) > 1 and not naming:
        raise click.UsageError(
            f"--format {format_} does not name the file of a finding; give one FILE, or use --format plain"
        )
    with opened(context) as record:
        from tajikcli.repository.baseline import Baseline
        from tajikcli.repository.check import is_faulty
        from tajikcli.repository.pages import compared

        known = Baseline(baseline) if baseline is not None else None
        checker = record.checker(notice=lambda told: tell(f"tajik: {told}"))
        found: list[FileFinding] = (
            checker.check_words(text)
            if text is not None
            else _findings(checker, files or ("-",), naming=naming)
        )
        if known is not None:
            for one in found:
                one["accepted"] = is_faulty(one) and known.accepts(one)
        options.answer(
            context, FINDINGS, Detailed(Computed(found), partial(compared, record)), given, names=record.names
        )
    tell(f"tajik: {_summary(found)}")
    if any(map(is_faulty, found)):
        context.exit(Exit.NO)


def _findings(checker: Checker, files: tuple[str, ...], *, naming: bool) -> list[FileFinding]:
    from tajikcli.documents import STDIN, read_document

    found: list[FileFinding] = []
    for file in files:
        for one in checker.check(read_document(file)):
            if naming and file != STDIN:
                one["file"] = file
            found.append(one)
    return found


def _summary(found: list[FileFinding]) -> str:
    quotations = Counter(one["verdict"] for one in found if one["finding"] == "quotation")
    figures = Counter(one["verdict"] for one in found if one["finding"] == "figure")
    told = [
        _counted(quotations, "quotation", OF_QUOTATIONS),
        _counted(figures, "figure", OF_FIGURES),
    ]
    speakers = sum(one["attribution"] == Attribution.DIFFERS for one in found)
    if speakers:
        told.append(f"{speakers} attributed to the wrong speaker")
    accepted = sum(one["accepted"] for one in found)
    if accepted:
        told.append(f"{accepted} accepted by the baseline")
    return "; ".join(filter(None, told)) or "no quotations, and no figures of a measure on record"


def _counted(counts: Counter[Verdict], noun: str, verdicts: Iterable[Verdict]) -> str:
    total = counts.total()
    if not total:
        return ""
    parts = ", ".join(f"{counts[verdict]} {verdict.in_words}" for verdict in verdicts if counts[verdict])
    return f"{counted(total, noun)}: {parts}"
