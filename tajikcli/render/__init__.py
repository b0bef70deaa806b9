"""Answers on stdout: a page for people on a terminal, and every other format for pipes and files.

Rendering asks nothing: it prints what it is given, and its imports are held to that.
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
    "plain": "one result a line, with tabs between the columns, never wrapped",
    "json": "one array (of compare and verify, one object)",
    "jsonl": "one JSON object a line",
    "csv": "all keys as columns, with nested values as JSON",
    "markdown": "a table",
    "yaml": "a list",
}
REPORT_FORMATS = ("auto", "table", "plain", "json")  # of what is one object and no rows
GITHUB = "github"  # annotations of GitHub's workflows, which `check` can print besides


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
    """Print answers on stdout and tell whether there were any.

    Args:
        view: how they are printed.
        answers: the answers.
        format_: a key of `FORMATS`, or one of the view's own; `auto` is a table on a terminal and plain text elsewhere.
        fields: the keys to print, or None for the format's own choice.
        names: returns the names that people read instead of slugs; called for a page only.
        pager: whether what is longer than a terminal's screen goes through a pager.
        notes: prints on stderr what has to be known before the answer; in a pager it is the top of a page for people, and
            stays out of what programs read.

    Raises:
        UnknownValueError: a field that the answer does not have.
    """
    for field in fields or ():
        if field not in view.keys:
            close = nearest(field, view.keys)
            hint = close or [f"one of {', '.join(view.keys)}"]
            raise UnknownValueError("field", field, hint)
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
        view: how it is printed.
        report: its values.
        shown: adds to it what a page shows beside it; called for a page only.
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
