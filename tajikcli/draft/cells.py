"""The cells of tables, and the terms of lists with their definitions, which say something only together: `| Trade | $1.79 billion |`."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from tajikcli.draft.paragraphs import Link, Paragraph, Run

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 120  # the maximum number of characters of a cell that is joined with others
# A cell with a quotation, or one that is a sentence or names who speaks in the next cell, stands by itself.
_APART = re.compile('["\u201c-\u201f\u00ab\u00bb\u2018]|[.!?:\u2026]\\s*$')


class Cells:
    """The cells of the table that is being read, which become one paragraph, written as in Markdown.

    Args:
        paragraphs: the paragraphs of the page, to which the cells are added.
    """

    def __init__(self, paragraphs: list[Paragraph]) -> None:
        self._paragraphs = paragraphs
        self._begins: list[int] = []  # for each cell of the row, the number of paragraphs before it
        self._first, self._rows = 0, 0  # the complete rows at the end of the paragraphs

    def begin(self) -> None:
        """Begin a cell."""
        self._begins.append(len(self._paragraphs))

    def end_row(self) -> None:
        """End the row, and make one paragraph of its cells if each is a short one."""
        begins, self._begins = [*self._begins, len(self._paragraphs)], []
        cells = self._paragraphs[begins[0] :]
        if self._first + self._rows != begins[0]:
            self.end_table()
        is_short = all(end - begin <= 1 for begin, end in pairwise(begins)) and all(map(_is_plain, cells))
        if not cells or len(begins) <= 2 or not is_short:
            return
        if not self._rows:
            self._first = begins[0]
        row = [self._paragraphs[begin] if end > begin else None for begin, end in pairwise(begins)]
        self._paragraphs[begins[0] :] = [_joined(row, "| ", " | ", " |")]
        self._rows += 1

    def end_table(self) -> None:
        """End the table, and make one paragraph of the rows."""
        rows = slice(self._first, self._first + self._rows)
        if self._rows > 1:
            self._paragraphs[rows] = [_joined(self._paragraphs[rows], "", "\n", "")]
        self._begins, self._rows = [], 0


def _is_plain(cell: Paragraph) -> bool:
    is_special = cell.quoted or cell.aside
    return not is_special and len(cell.text) <= _LONGEST and not _APART.search(cell.text)


def _joined(parts: Sequence[Paragraph | None], before: str, between: str, behind: str) -> Paragraph:
    """Return one paragraph of several, or of none for an empty cell, with marks before, between and behind them."""
    texts: list[str] = []
    runs: list[Run] = []
    links: list[Link] = []
    mark, size = before, 0
    place = next(part.place(0) for part in parts if part is not None)
    for part in parts:
        texts.append(mark)
        runs.append(Run(size, place, 0))
        size += len(mark)
        mark = between
        if part is not None:
            begin, end = len(part.text) - len(part.text.lstrip()), len(part.text.rstrip())
            own = part.part(begin, end)
            runs += [run._replace(offset=run.offset + size) for run in own.pieces(0, end - begin)]
            links += [
                Link(max(link.start, begin) - begin + size, min(link.end, end) - begin + size, link.address)
                for link in part.links
                if link.start < end and link.end > begin
            ]
            texts.append(own.text)
            size += end - begin
            place = part.place_behind(end)
    texts.append(behind)
    runs.append(Run(size, place, 0))
    return Paragraph("".join(texts), runs, links=links)
