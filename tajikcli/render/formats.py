"""Print answers for pipes and files: JSON, JSON Lines, CSV, YAML, Markdown, and plain text.

JSON is printed as the index stores it; the other formats are created from rows.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from tajikcli.model.streams import Answers
    from tajikcli.render.views import Report, View

    _Row = TypeVar("_Row", bound=Mapping[str, object])
    _Shown = TypeVar("_Shown")
_Item = TypeVar("_Item")


def write(
    view: View[_Row, _Shown], answers: Answers[_Row, _Shown], format_: str, fields: Sequence[str] | None
) -> bool:
    """Print answers in a format for programs, and return whether there were any."""
    counted = _Counted()
    own = view.formats.get(format_)
    if own is not None and (fields is None or format_ not in _WRITERS):
        chunks = own(counted.each(answers.rows()))
    elif format_ in _JSON:
        texts = answers.texts() if fields is None else _chosen(answers.rows(), fields)
        chunks = _JSON[format_](counted.each(texts))
    else:
        columns = fields or (view.keys if format_ in _WHOLE else view.columns)
        chunks = _WRITERS[format_](counted.each(answers.rows()), columns)
    for chunk in chunks:
        sys.stdout.write(chunk)
    return counted.some


def write_report(view: Report[_Row, _Shown], report: _Row, format_: str) -> None:
    """Print a report as one JSON object, or as lines of plain text with the kind of each in its first cell."""
    if format_ == "json":
        from tajikcli.render.encoding import encoded

        sys.stdout.write(f"{encoded(report)}\n")
        return
    from tajikcli.render.plain import line

    for cells in view.lines(report):
        sys.stdout.write(line(cells))


class _Counted:
    """Passes on answers and remembers whether there were any."""

    def __init__(self) -> None:
        self.some = False

    def each(self, answers: Iterable[_Item]) -> Iterator[_Item]:
        """Yield the answers as they arrive."""
        for answer in answers:
            self.some = True
            yield answer


def _chosen(rows: Iterable[Mapping[str, object]], fields: Sequence[str]) -> Iterator[str]:
    from tajikcli.render.encoding import encoded

    return (encoded({field: row[field] for field in fields}) for row in rows)


def _json(texts: Iterable[str]) -> Iterator[str]:
    before = "["
    for text in texts:
        yield f"{before}\n{text}"
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def _jsonl(texts: Iterable[str]) -> Iterator[str]:
    return (f"{text}\n" for text in texts)


def _plain(rows: Iterable[Mapping[str, object]], columns: Sequence[str]) -> Iterator[str]:
    from tajikcli.render.plain import columns_of

    return ("\t".join(columns_of(row, columns)) + "\n" for row in rows)


def _csv(rows: Iterable[Mapping[str, object]], columns: Sequence[str]) -> Iterator[str]:
    from tajikcli.render.tables import csv_lines

    return csv_lines(rows, columns)


def _markdown(rows: Iterable[Mapping[str, object]], columns: Sequence[str]) -> Iterator[str]:
    from tajikcli.render.tables import markdown_lines

    return markdown_lines(rows, columns)


def _yaml(rows: Iterable[Mapping[str, object]], columns: Sequence[str]) -> Iterator[str]:
    from tajikcli.render.block import dumped

    some = False
    for row in rows:
        some = True
        yield dumped({column: row[column] for column in columns})
    if not some:
        yield "[]\n"


_JSON: dict[str, Callable[[Iterable[str]], Iterator[str]]] = {"json": _json, "jsonl": _jsonl}
_WRITERS: dict[str, Callable[[Iterable[Mapping[str, object]], Sequence[str]], Iterator[str]]] = {
    "plain": _plain,
    "csv": _csv,
    "markdown": _markdown,
    "yaml": _yaml,
}
_WHOLE = ("csv", "yaml")  # formats that have every key unless `--fields` is given
