"""Tables for other programs: CSV for spreadsheets, Markdown for documents."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from tajikcli.render.encoding import encoded
from tajikcli.render.plain import columns_of
from tajikcli.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_FORMULA = frozenset(
    "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"
)  # characters that may begin a formula in a spreadsheet
# Characters that may precede it: white space except the characters above, quotation marks, invisible characters.
_NO_FORMULA = re.compile(
    "(?:[^\\S\t\r\n]|[\"'`\u00ab\u00bb\u2018-\u201f\u00ad\u200b-\u200f\u2060-\u2064\ufeff])*"
)
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~#&$@]")
_ADDRESS = re.compile(r"(?i)(?<=\bwww)[.]|:(?=//)")


def csv_lines(rows: Iterable[Mapping[str, object]], columns: Sequence[str]) -> Iterator[str]:
    """Yield rows as CSV after a line with their keys; nested values are JSON text."""
    line = io.StringIO(newline="")
    writer = csv.writer(line)
    writer.writerow(columns)
    for row in rows:
        writer.writerow(_csv_cell(row[column]) for column in columns)
        yield line.getvalue()
        line.seek(0)
        line.truncate()
    yield line.getvalue()


def _csv_cell(value: object) -> object:
    if isinstance(value, (list, dict)):
        return encoded(value)
    if isinstance(value, str):
        value = printable(value)
        if not value[:1].isalnum() and _may_be_formula(value):
            return f"'{value}"
    return value


def _may_be_formula(text: str) -> bool:
    """Return whether a spreadsheet may treat a text as a formula; some ignore the characters before its beginning."""
    ignored = _NO_FORMULA.match(text)
    first = ignored.end() if ignored else 0
    return text[first : first + 1] in _FORMULA and not _is_number(text)


def _is_number(text: str) -> bool:
    return text.removeprefix("-").replace(".", "", 1).isdecimal()


def markdown_lines(rows: Iterable[Mapping[str, object]], columns: Sequence[str]) -> Iterator[str]:
    """Yield rows as a Markdown table."""
    yield f"| {' | '.join(columns)} |\n| {' | '.join('---' for _ in columns)} |\n"
    for row in rows:
        yield f"| {' | '.join(map(_escaped, columns_of(row, columns)))} |\n"


def _escaped(text: str) -> str:
    """Return text without any effect in Markdown and HTML, and without automatic links."""
    return _ADDRESS.sub(r"\\\g<0>", _SPECIAL.sub(r"\\\g<0>", text))
