"""Print answers on stdout: a page for people on a terminal, and other formats for pipes and files.

Rendering runs no queries. It prints the values that it receives, and an import contract limits what it may
import.
"""

from __future__ import annotations

import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING, TypeVar

from tajikcli.errors import UnknownValueError
from tajikcli.text import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from contextlib import AbstractContextManager

    from tajikcli.model.names import Names
    from tajikcli.model.streams import Answers
    from tajikcli.render.views import Report, View

    _Row = TypeVar("_Row", bound=Mapping[str, object])
    _Shown = TypeVar("_Shown")

FORMATS = {
    "auto": "a page on a terminal, plain text elsewhere",
    "table": "a page to read; with --fields, a table",
    "plain": "one result per line, with tabs between the columns, never wrapped",
    "json": "one array (one object for compare and verify)",
    "jsonl": "one JSON object per line",
    "csv": "all keys as columns, with nested values as JSON",
    "markdown": "a table",
    "yaml": "a list",
}
REPORT_FORMATS = ("auto", "table", "plain", "json")  # for reports, which are one object without rows
GITHUB = "github"  # annotations for GitHub workflows, only for `check`


def write(
    view: View[_Row, _Shown],
    answers: Answers[_Row, _Shown],
    format_: str,
    fields: Sequence[str] | None,
    names: Callable[[], Names],
    *,
    pager: bool = False,
    notes: Callable[[], None] = lambda: None,
) -> bool:
    """Print answers on stdout, and return whether there were any.

    Args:
        view: the view of the answers.
        answers: the answers.
        format_: a key of `FORMATS`, or a format of the view; `auto` is a table on a terminal and plain text elsewhere.
        fields: the keys to print, or None for the default of the format.
        names: returns the names that pages show instead of slugs; called only for a page.
        pager: whether output longer than the screen goes through a pager.
        notes: prints notes on stderr before the answer; a pager shows them at the top of the page, and output
            for programs does not include them.

    Raises:
        UnknownValueError: a key that the answer does not have.
    """
    for field in fields or ():
        if field not in view.keys:
            raise UnknownValueError("key", field, nearest(field, view.keys), known=view.keys)
    if format_ == "auto":
        format_ = "table" if sys.stdout.isatty() else "plain"
    if format_ != "table":
        notes()
    with _paged(wanted=pager):
        if format_ == "table":
            from tajikcli.render import page

            notes()
            return page.write(view, answers, fields, names)
        from tajikcli.render import formats

        return formats.write(view, answers, format_, fields)


def write_report(
    view: Report[_Row, _Shown],
    report: _Row,
    shown: Callable[[_Row], _Shown],
    format_: str,
    names: Callable[[], Names],
    *,
    pager: bool = False,
) -> None:
    """Print a report, which is one object, on stdout.

    Args:
        view: the view of the report.
        report: its values.
        shown: adds the data that only a page shows; called only for a page.
        format_: one of `REPORT_FORMATS`; `auto` is a page on a terminal and plain text elsewhere.
        names: as for `write`.
        pager: as for `write`.
    """
    if format_ == "auto":
        format_ = "table" if sys.stdout.isatty() else "plain"
    with _paged(wanted=pager):
        if format_ == "table":
            from tajikcli.render import page

            page.write_report(view, shown(report), names)
        else:
            from tajikcli.render import formats

            formats.write_report(view, report, format_)


def _paged(*, wanted: bool) -> AbstractContextManager[None]:
    if not wanted or not sys.stdout.isatty():
        return nullcontext()
    from tajikcli.render.pager import paged

    return paged()
