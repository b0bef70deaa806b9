"""The passages of a paragraph whose numbers are judged together: its sentences, the rows of a table, and the cells below its headings."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.proof.measured.times import has_figure, times_in
from tajikcli.proof.numbers import months_in
from tajikcli.proof.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ROW = re.compile(r"\n(?=\|)")
_BAR, _DELIMITER = re.compile(r"\|"), re.compile(r"[\s|:-]*")
_SEPARATOR = " | "
_MOST_TIMES = 2  # a year and months


class Passage(NamedTuple):
    """A part of a paragraph whose numbers are judged together.

    Attributes:
        text: its words; before those of a cell, the first cell of its row that has words, those that have a time, and the heading of
            its column.
        start: offset in the paragraph of its first own character.
        end: offset in the paragraph after its last character.
        own: offset in `text` of its first own character.
    """

    text: str
    start: int
    end: int
    own: int = 0


def passages(text: str) -> Iterator[Passage]:
    """Yield the passages of a paragraph.

    Args:
        text: the paragraph, with quotations blanked out.
    """
    spans = sentence_spans(text)
    if "\n|" not in text:
        yield from (Passage(text[start:end], start, end) for start, end in spans)
        return
    headings: list[str] | None = None  # None before the first row; empty if the table has none
    for start, end in _rows(text, spans):
        cells = _cells(text, start, end)
        row = [text[begin:finish] for begin, finish in cells]
        if headings and len(row) == len(headings):
            named = next((place for place, cell in enumerate(row) if any(map(str.isalpha, cell))), 0)
            timed = [place for place, cell in enumerate(row) if _is_time(cell)]
            if len(timed) > _MOST_TIMES:  # then none of them is the time of all the others
                timed = []
            around = sorted({named, *timed})
            for place, ((begin, finish), heading) in enumerate(zip(cells, headings, strict=True)):
                beside = [row[other] for other in around if other != place]
                before = "".join(f"{one}{_SEPARATOR}" for one in (*beside, heading))
                yield Passage(before + text[begin:finish], begin, finish, len(before))
            continue
        yield Passage(text[start:end], start, end)
        if headings is None and cells:
            is_data = any(has_figure(cell) and not months_in(cell) for cell in row)
            headings = [] if is_data else row


def _is_time(cell: str) -> bool:
    """Return whether a cell has a year or months, and no other number: `2024`, `January–September 2024`."""
    return bool(times_in(cell) or months_in(cell)) and not has_figure(cell)


def _rows(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the positions of sentences, and of the rows of a table in Markdown."""
    for start, end in spans:
        begin = start
        for match in _ROW.finditer(text, start, end):
            yield begin, match.start()
            begin = match.start() + 1
        yield begin, end


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the positions of the cells of a row; none for a sentence and for the line below the headings."""
    if not text.startswith("|", start) or _DELIMITER.fullmatch(text, start, end):
        return []
    bars = [match.start() for match in _BAR.finditer(text, start, end)]
    if text[bars[-1] + 1 : end].strip():
        bars.append(end)
    inside = ((text[one + 1 : other], one + 1, other) for one, other in pairwise(bars))
    return [(end - len(cell.lstrip()), begin + len(cell.rstrip())) for cell, begin, end in inside]
