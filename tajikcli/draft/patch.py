"""Changes to a text as a unified diff for `git apply` and `patch`."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CONTEXT = 3  # unchanged lines around a change
_PLAIN_NAME = re.compile(r'[^\x00-\x1f"\\\x7f]+')
_MISSING = "\n\\ No newline at end of file\n"


class Edit(NamedTuple):
    """A change to a text: the characters from `start` to `end` become `text`."""

    start: int
    end: int
    text: str


class _Block(NamedTuple):
    """Lines that change together.

    Attributes:
        first: number of the first old line, counted from 0.
        last: number after the last old line.
        new: the new lines.
    """

    first: int
    last: int
    new: list[str]


def applied(text: str, edits: Sequence[Edit]) -> str:
    """Return a text after edits, which are in order and do not overlap."""
    parts, done = [], 0
    for edit in edits:
        parts += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*parts, text[done:]])


def unified_diff(name: str, text: str, edits: Sequence[Edit]) -> Iterator[str]:
    """Yield the edits of a file as the parts of a unified diff; every line ends with a line feed.

    Args:
        name: name of the file, relative to the folder in which the diff is applied.
        text: the whole text of the file.
        edits: at least one edit, in order, without overlaps.
    """
    lines = _lines(text)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    yield f"--- {_name('a', name)}\n+++ {_name('b', name)}\n"
    blocks = list(_blocks(text, lines, starts, edits))
    shift = 0
    for hunk in _hunks(blocks):
        first = max(0, hunk[0].first - _CONTEXT)
        last = min(len(lines), hunk[-1].last + _CONTEXT)
        grown = sum(len(block.new) - (block.last - block.first) for block in hunk)
        old, new = last - first, last - first + grown
        yield f"@@ -{_range(first, old)} +{_range(first + shift, new)} @@\n"
        shift += grown
        at = first
        for block in hunk:
            yield from _marked(" ", lines[at : block.first])
            yield from _marked("-", lines[block.first : block.last])
            yield from _marked("+", block.new)
            at = block.last
        yield from _marked(" ", lines[at:last])


def _lines(text: str) -> list[str]:
    """Return the lines of a text with their line feeds; other characters that Python treats as line endings do not count."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _blocks(text: str, lines: list[str], starts: list[int], edits: Sequence[Edit]) -> Iterator[_Block]:
    """Yield the changes, each as a block of lines with all edits that affect it."""
    touched: list[tuple[int, int, list[Edit]]] = []
    for edit in edits:
        first = min(bisect_right(starts, edit.start) - 1, max(0, len(lines) - 1))
        last = max(first + 1, bisect_right(starts, max(edit.start, edit.end - 1)))
        last = min(last, len(lines))
        if touched and touched[-1][1] > first:
            touched[-1] = (touched[-1][0], max(last, touched[-1][1]), [*touched[-1][2], edit])
        else:
            touched.append((first, last, [edit]))
    for first, last, inside in touched:
        begin = starts[first]
        moved = [Edit(edit.start - begin, edit.end - begin, edit.text) for edit in inside]
        yield _Block(first, last, _lines(applied(text[begin : starts[last]], moved)))


def _hunks(blocks: list[_Block]) -> Iterator[list[_Block]]:
    """Yield blocks, joined if they are so close that they share context lines."""
    numbers, number = [], 0
    for place, block in enumerate(blocks):
        number += place > 0 and block.first - blocks[place - 1].last > 2 * _CONTEXT
        numbers.append(number)
    for _, group in groupby(zip(numbers, blocks, strict=True), key=lambda pair: pair[0]):
        yield [block for _, block in group]


def _marked(mark: str, lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield f"{mark}{line}" if line.endswith("\n") else f"{mark}{line}{_MISSING}"


def _range(first: int, count: int) -> str:
    return f"{first + 1 if count else first},{count}"


def _name(side: str, name: str) -> str:
    """Return the name of a file in git's form: with a tab at the end if it has spaces, and quoted and escaped if needed."""
    whole = f"{side}/{name}"
    if _PLAIN_NAME.fullmatch(whole) and whole.isprintable():
        return f"{whole}\t" if " " in whole else whole
    escaped = "".join(
        chr(byte) if 0x20 <= byte < 0x7F and byte not in b'"\\' else f"\\{byte:03o}"
        for byte in whole.encode("utf-8", "surrogateescape")
    )
    return f'"{escaped}"'
