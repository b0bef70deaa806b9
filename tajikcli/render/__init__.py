"""Answers on stdout: `people` for a terminal, `machines` for everything else.

A `Sheet` says what there is to print; `write` chooses who prints it.
"""

from __future__ import annotations

import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any, NamedTuple

from tajikcli.errors import UnknownValueError
from tajikcli.text import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from contextlib import AbstractContextManager

    from tajikcli.repository.rows import Rows

FORMATS = ("auto", "table", "plain", "json", "jsonl", "csv", "markdown", "yaml")

STATEMENT_KEYS = (
    "id",
    "meeting",
    "kind",
    "text",
    "speaker",
    "speaker_name",
    "via",
    "source",
    "said",
    "when",
    "hedges",
    "topics",
    "figures",
    "evidence",
    "links",
)

REPORT_FORMATS = ("auto", "table", "plain", "json")  # of what is one object and no rows
GITHUB = "github"  # annotations of GitHub's workflows, which `check` can print besides

_COUNTS = ("statements", "facts", "quotes")


class Sheet(NamedTuple):
    """An answer ready to be printed.

    Attributes:
        layout: how people see it: `statements`, `show` (statements whole), `figures`, `definitions` (of meetings, topics,
            speakers, sources), `kept` (indexes), `problems` (`file:line:column: message`, in plain text too), or `findings`
            (of a text that was checked; their rows may have a `file` besides, which is no key of the contract).
        rows: the answers, each a JSON object of the output contract.
        keys: all keys of such an object, in order: the columns of CSV, and what `--fields` may name.
        columns: the keys that plain text shows when `--fields` names none.
        marks: tells where in a text the words stand that a search asked for.
    """

    layout: str
    rows: Iterable[str]
    keys: Sequence[str]
    columns: Sequence[str]
    marks: Callable[[str], list[tuple[int, int]]] | None = None


def statement_sheet(rows: Iterable[str], layout: str = "statements") -> Sheet:
    """Return the sheet of an answer that consists of statements."""
    columns = ("id", "kind", "speaker_name", "source", "text", "hedges")
    return Sheet(layout, rows, STATEMENT_KEYS, columns)


def hit_sheet(rows: Iterable[str], marks: Callable[[str], list[tuple[int, int]]]) -> Sheet:
    """Return the sheet of an answer that consists of statements found by a search."""
    columns = ("score", "id", "kind", "speaker_name", "source", "snippet", "hedges")
    return Sheet("statements", rows, (*STATEMENT_KEYS, "snippet", "score"), columns, marks)


def figure_sheet(rows: Iterable[str]) -> Sheet:
    """Return the sheet of an answer that consists of figures, each with its statement."""
    keys = (
        *("measure", "measure_label", "value", "from", "to", "change", "direction", "scale", "unit"),
        *("approx", "period", "amount", "amount_from", "amount_to", "amount_change", "statement", "meeting"),
        *("kind", "speaker", "speaker_name", "via", "source", "hedges", "topics", "text", "figure"),
    )
    columns = ("figure", "measure_label", "period", "speaker_name", "source", "statement", "hedges")
    return Sheet("figures", rows, keys, columns)


def meeting_sheet(rows: Iterable[str]) -> Sheet:
    """Return the sheet of an answer that consists of meetings."""
    keys = ("id", "title", "date", "place", "aliases", *_COUNTS)
    return Sheet("definitions", rows, keys, ("id", "date", "title", "facts", "quotes"))


def topic_sheet(rows: Iterable[str]) -> Sheet:
    """Return the sheet of an answer that consists of topics."""
    keys = ("slug", "label", "aliases", *_COUNTS)
    return Sheet("definitions", rows, keys, ("slug", "label", "facts", "quotes", "aliases"))


def speaker_sheet(rows: Iterable[str]) -> Sheet:
    """Return the sheet of an answer that consists of speakers."""
    keys = ("slug", "name", "role", "aliases", *_COUNTS)
    return Sheet("definitions", rows, keys, ("slug", "name", "role", "facts", "quotes", "aliases"))


def source_sheet(rows: Iterable[str]) -> Sheet:
    """Return the sheet of an answer that consists of sources."""
    keys = ("slug", "title", "publisher", "published", "url", "language", "digest", *_COUNTS)
    return Sheet(
        "definitions", rows, keys, ("slug", "publisher", "published", "language", "facts", "quotes", "url")
    )


def cache_sheet(rows: Iterable[str]) -> Sheet:
    """Return the sheet of the indexes that are kept."""
    return Sheet(
        "kept", rows, ("path", "bytes", "statements", "files"), ("path", "bytes", "statements", "files")
    )


def problem_sheet(rows: Iterable[str]) -> Sheet:
    """Return the sheet of the problems of knowledge files."""
    return Sheet("problems", rows, ("file", "line", "column", "message", "severity"), ())


def finding_sheet(rows: Iterable[str]) -> Sheet:
    """Return the sheet of what a text's quotations and figures were found to be."""
    keys = ("line", "column", "finding", "text", "speaker", "verdict", "attribution", "statement")
    columns = ("line", "column", "verdict", "attribution", "statement", "text")
    return Sheet("findings", rows, (*keys, "record_text", "differences", "hedges", "accepted"), columns)


def write(
    sheet: Sheet,
    format_: str,
    fields: Sequence[str] | None,
    record: Rows | None = None,
    *,
    pager: bool = False,
    notes: Callable[[], None] = lambda: None,
) -> bool:
    """Print an answer on stdout and tell whether there was anything in it.

    Args:
        sheet: the answer.
        format_: one of `FORMATS`, or `GITHUB` for findings; `auto` is a table on a terminal and plain text elsewhere.
        fields: the keys to print, or None for the format's own choice.
        record: what knows the names that people read instead of slugs.
        pager: whether what is longer than a terminal's screen goes through a pager.
        notes: prints on stderr what has to be known before the answer; in a pager it is the top of a page for people, and
            stays out of what programs read.

    Raises:
        UnknownValueError: a field that the answer does not have.
    """
    for field in fields or ():
        if field not in sheet.keys:
            close = nearest(field, sheet.keys)
            hint = close or [f"one of {', '.join(sheet.keys)}"]
            raise UnknownValueError("field", field, hint)
    if format_ == "auto":
        format_ = "table" if sys.stdout.isatty() else "plain"
    if format_ != "table":
        notes()
    with _paged(wanted=pager):
        if format_ == "table":
            from tajikcli.render import people  # noqa: PLC0415 - Rich only for people

            notes()
            return people.write(sheet, fields, record)
        from tajikcli.render import machines  # noqa: PLC0415 - one writer is enough

        return machines.write(sheet, format_, fields)


def write_report(
    layout: str, report: dict[str, Any], format_: str, record: Rows, *, pager: bool = False
) -> None:
    """Print a report, which is one object, on stdout.

    Args:
        layout: what it is a report of: `verification` or `comparison`.
        report: its values, with the keys of the output contract.
        format_: one of `REPORT_FORMATS`; `auto` is a page on a terminal and plain text elsewhere.
        record: what knows the names that people read instead of slugs.
        pager: as for `write`.
    """
    if format_ == "auto":
        format_ = "table" if sys.stdout.isatty() else "plain"
    with _paged(wanted=pager):
        if format_ == "table":
            from tajikcli.render import people  # noqa: PLC0415 - Rich only for people

            people.write_report(layout, report, record)
        else:
            from tajikcli.render import machines  # noqa: PLC0415 - one writer is enough

            machines.write_report(layout, report, format_)


def _paged(*, wanted: bool) -> AbstractContextManager[None]:
    if not wanted or not sys.stdout.isatty():
        return nullcontext()
    from tajikcli.render.pager import paged  # noqa: PLC0415 - on a terminal only

    return paged()
