"""`tajik check`: check the quotations and figures in texts against the record."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from tajikcli.commands import completing, options
from tajikcli.commands.command import Command
from tajikcli.commands.opening import opened
from tajikcli.commands.telling import for_a_reader_that_may_leave, tell, tell_failure
from tajikcli.exits import Exit
from tajikcli.model.faults import is_faulty
from tajikcli.model.streams import Computed, Detailed
from tajikcli.render import FORMATS, GITHUB
from tajikcli.render.views import FINDINGS
from tajikcli.text import in_json, in_one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tajikcli.model import rows
    from tajikcli.model.reported import Checked
    from tajikcli.model.rows import Finding
    from tajikcli.render.counter import Counter
    from tajikcli.render.report.drafts import DraftsReport
    from tajikcli.repository.many import Wanted
    from tajikcli.repository.rows import Rows


@click.command("check", cls=Command)
@click.argument("files", nargs=-1, metavar="[FILE]...", shell_complete=completing.files)
@click.option("--text", metavar="WORDS", help="Check WORDS as one quotation; quotation marks are not needed.")
@click.option(
    "--baseline",
    metavar="FILE",
    help="Accept the findings listed in FILE (written by --format jsonl) until their words change.",
    shell_complete=completing.files,
)
@click.option(
    "--allow-unclear",
    is_flag=True,
    help="Exit with 0 if the only faults are unclear words and unclear speakers.",
)
@click.option("--faults", is_flag=True, help="Print only findings that are faults.")
@click.option(
    "--diff",
    is_flag=True,
    help="Print a unified diff for git apply, which replaces altered words with the words on record.",
)
@options.report_file
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    metavar="N",
    help="Use N processes; this is faster if there are hundreds of files.",
)
@partial(options.printing, formats=(*FORMATS, GITHUB))
@click.pass_context
def command(
    context: click.Context,
    /,
    files: tuple[str, ...],
    text: str | None,
    baseline: str | None,
    *,
    allow_unclear: bool,
    faults: bool,
    diff: bool,
    report_file: str | None,
    jobs: int,
    **given: Any,
) -> None:
    """Check every quotation and figure in FILE, or on standard input, against the record, word for word.

    FILE is text, Markdown, HTML or a Word document (.docx); tajik checks only the text that a reader sees. If
    FILE is a folder, tajik checks the texts in it and in its subfolders. A quotation gets the first verdict
    that applies:

    \b
      too_short   it has fewer than three words
      verbatim    one quote on record contains it, word for word
      elided      it leaves out whole sentences (… or [...]), or has words in
                  brackets that do not change the meaning
      unclear     one quote contains its words in order, but words left out or
                  added may change the meaning
      altered     one quote contains most of its words, but some differ
      paraphrase  the record has it as a fact, not as a quote
      not_found   none of the above

    The speaker that the text names gets a separate verdict: agrees, differs, unclear (the text names other people, but
    does not say who speaks) or unnamed (it names nobody). A figure near the name of a measure on record
    either agrees with a figure for that measure or differs from all of them. The command exits with 1 if a
    quotation is unclear, altered, paraphrase or not_found, if a speaker differs or is unclear, or if a figure
    differs. With --allow-unclear, it exits with 0 if the only faults are unclear words and unclear speakers.
    --format github prints annotations for GitHub Actions.

    The page lists faults first, file by file. If one of several files cannot be read, tajik reports it, checks the
    others and exits with 3.

    To accept findings, save them to a file and pass it as --baseline. A finding stays accepted until its words, or
    those on record, change.

    \b
    Examples:
      tajik check --text 'Tajikistan is a reliable ally'
      tajik check draft.md
      tajik check draft.html --json | jq '.[] | select(.verdict == "altered")'
      tajik check articles/ --faults --jobs 4
      tajik check draft.md --diff | git apply
      tajik check draft.docx --report report.html
      tajik check draft.md --format jsonl > accepted.jsonl
      tajik check draft.md --baseline accepted.jsonl
    """
    if text is not None and files:
        raise click.UsageError(
            "--text and FILE cannot be combined; put the words of --text in quotation marks"
        )
    if text is not None and not text.strip():
        raise click.UsageError("--text is empty; expected the words of a quotation")
    chosen = options.format_of(given)
    if chosen == GITHUB and given["fields"] is not None:
        raise click.UsageError(
            "--format github and --fields cannot be combined; the parts of an annotation are fixed"
        )
    if diff:
        _refuse_with_diff(given, text, report_file, faults=faults)
    if report_file is not None:
        if text is not None:
            raise click.UsageError("--report and --text cannot be combined; give a FILE")
        options.refuse_report(report_file, [*files, *([baseline] if baseline is not None else [])])
    with opened(context) as record:
        from tajikcli.repository.baseline import Baseline
        from tajikcli.repository.many import Wanted
        from tajikcli.repository.pages import compared

        accepted = Baseline(baseline) if baseline is not None else None
        wanted = Wanted(accepted, patches=diff, reports=report_file is not None)
        with ExitStack() as reporting:
            is_page = chosen == "table" or (chosen == "auto" and sys.stdout.isatty())
            run = _Run(record, wanted, faults=faults, is_page=is_page, as_json=chosen in {"json", "jsonl"})
            if report_file is not None:
                reporting.enter_context(run.reported(report_file, files))
            if text is not None:
                found: Iterable[Finding] = run.words(text)
            else:
                found = run.files(files or ("-",), jobs=jobs, paths=context.find_root().params["file"])
            if not diff:
                with for_a_reader_that_may_leave():
                    answers = Detailed(Computed(found), partial(compared, record))
                    options.answer(context, FINDINGS, answers, given, names=record.names)
            for _ in found:  # for a diff, or the exit code if the reader has gone
                pass
        run.tell_all()
        if run.tally.unread:
            context.exit(Exit.INPUT)
        if run.tally.faults > (run.tally.unclear if allow_unclear else 0):
            context.exit(Exit.NO)


def _refuse_with_diff(
    given: dict[str, Any], text: str | None, report_file: str | None, *, faults: bool
) -> None:
    """Raise an error for options that cannot be combined with a diff."""
    others = {
        "--text": text is not None,
        "--json": given["json_"],
        "--format": given["format_"] != "auto",
        "--fields": given["fields"] is not None,
        "--faults": faults,
        "--report": report_file is not None,
    }
    for name, is_given in others.items():
        if is_given:
            raise click.UsageError(
                f"--diff and {name} cannot be combined; --diff prints a diff and no findings"
            )


class _Run:
    """Checks texts, and counts the findings while they are printed.

    Args:
        record: the record.
        wanted: which data to collect for each file.
        faults: whether only faults are printed.
        is_page: whether the output is a page, which has the faults of each file first.
        as_json: whether the output is JSON, so that errors on stderr are JSON, too.
    """

    def __init__(self, record: Rows, wanted: Wanted, *, faults: bool, is_page: bool, as_json: bool) -> None:
        from tajikcli.model.tally import Tally

        self.tally = Tally()
        self._record, self._wanted = record, wanted
        self._only_faults, self._is_page, self._as_json = faults, is_page, as_json
        self._is_several = False
        self._silence: list[str] = []
        self._counter: Counter | None = None
        self._report: DraftsReport | None = None

    @contextmanager
    def reported(self, path: str, files: tuple[str, ...]) -> Iterator[None]:
        """Write a report when all checks are done.

        Args:
            path: the path of the report.
            files: the files to check.
        """
        from tajikcli.render.report.drafts import DraftsReport, summary_of
        from tajikcli.render.report.whole import whole_file
        from tajikcli.repository.reports import Reported

        self._reported = Reported(self._record)
        is_several = len(files) > 1 or (bool(files) and os.path.isdir(files[0]))
        with DraftsReport(self._record.names(), is_several=is_several) as self._report:
            yield
            in_words = self.tally.of_files() if is_several else self.tally.in_words()
            with whole_file(path) as file:
                self._report.write(file, summary_of(in_words, self.tally.faults))

    def words(self, text: str) -> list[Finding]:
        """Return the findings on words."""
        found = self._record.checker(notice=self._tell).check_words(text)
        if self._wanted.baseline is not None:
            for one in found:
                one["accepted"] = is_faulty(one) and self._wanted.baseline.accepts(one)
        return self._chosen(found)

    def files(self, files: tuple[str, ...], *, jobs: int, paths: tuple[str, ...]) -> Iterable[Finding]:
        """Return the findings on files: all at once for one file, one by one for several."""
        from tajikcli.documents import drafts_in
        from tajikcli.repository.many import check_all

        self._is_several = len(files) > 1 or os.path.isdir(files[0])
        if not self._is_several:
            return self._findings(next(check_all(self._record, files, self._wanted)))
        gc.enable()  # a command that reads only one file does not need it
        return self._stream(check_all(self._record, drafts_in(files), self._wanted, jobs=jobs, paths=paths))

    def _stream(self, results: Iterator[Checked]) -> Iterator[Finding]:
        from tajikcli.render.counter import Counter

        self._counter = Counter("checking")
        for one in results:
            found = self._findings(one)
            if found:
                self._counter.give_way()
            yield from found
            self._print_silence()
            at_fault = f", {self.tally.at_fault:,} with faults" if self.tally.at_fault else ""
            self._counter.show(self.tally.files + self.tally.unread, at_fault, one.file)
        self._counter.give_way()

    def _findings(self, checked: Checked) -> list[Finding]:
        from tajikcli.errors import InputError
        from tajikcli.model.tally import Tally

        for notice in checked.notices:
            self._tell(notice)
        if checked.reason is not None:
            error = InputError(checked.file, checked.reason)
            if not self._is_several:
                raise error
            self._give_way()
            tell_failure(Exit.INPUT, str(error), error, as_json=self._as_json)
            self.tally.unread += 1
            if self._report is not None:
                self._report.add_unread(str(error))
            return []
        before, self.tally = self.tally, Tally()
        found = self._chosen(checked.findings)
        self.tally.not_judged = len(checked.not_judged)
        self._tell_silence(checked)
        if self._is_several and (self.tally.faults or not self._only_faults):
            self._tell(f"{checked.file}: {self.tally.in_words()}")
        if checked.patch:
            self._give_way()
            with for_a_reader_that_may_leave():
                _write_patch(checked.patch)
        if self._report is not None:
            self._report.add(self._reported.draft(checked, self.tally.in_words()))
        self.tally.files = 1
        self.tally = before + self.tally
        return found

    def _chosen(self, found: list[Finding]) -> list[Finding]:
        """Count findings, and return them in the form for printing."""
        self.tally.count(found)
        if self._only_faults:
            return [one for one in found if is_faulty(one)]
        return sorted(found, key=lambda one: not is_faulty(one)) if self._is_page else found

    def _tell_silence(self, checked: Checked) -> None:
        """Record the parts without a verdict, which programs read on stderr and people read below the page."""
        if self._only_faults and not self.tally.faults:
            return
        if self._as_json:
            import json

            self._give_way()
            summary: rows.Summary = {
                "summary": {
                    "file": None if checked.file == "-" else checked.file,
                    "findings": len(checked.findings),
                    "faults": self.tally.faults,
                    "not_judged": list(checked.not_judged),
                }
            }
            tell(in_json(json.dumps(summary, ensure_ascii=False)))
        elif self._is_page and not self._only_faults:
            from tajikcli.render.faults import not_judged

            self._silence += map(not_judged, checked.not_judged)

    def tell_all(self) -> None:
        """Print the number of findings of each kind on stderr, and below a page the parts without a verdict."""
        self._print_silence()
        if self.tally.files or not self._is_several:
            self._tell(self.tally.of_files() if self._is_several else self.tally.in_words())

    def _print_silence(self) -> None:
        """Print the parts without a verdict below a page."""
        if self._silence:
            self._give_way()
        for line in self._silence:
            click.echo(in_one_line(line))
        self._silence.clear()

    def _tell(self, text: str) -> None:
        self._give_way()
        tell(f"tajik: {text}")

    def _give_way(self) -> None:
        if self._counter is not None:
            self._counter.give_way()


def _write_patch(patch: str) -> None:
    """Print a diff, unchanged in a pipe and without control characters on a terminal."""
    if sys.stdout.isatty():
        from tajikcli.documents import harmless

        sys.stdout.write(harmless(patch))
        return
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(newline="\n")
    sys.stdout.write(patch)
