"""Lines of a page with a label before them and an id at the right edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

if TYPE_CHECKING:
    from rich.padding import Padding

_LETTER = 2  # columns of the widest character
_GAP = 2  # columns between a text and the id after it
_ROOM = 24  # columns that a text needs beside its label; with fewer, it goes below the label


def wrapped(text: Text, width: int) -> list[Text]:
    """Return the lines of a text wrapped to a width.

    Rich takes as long for a text that fits in one line as for any other, and half of all texts fit.

    Args:
        text: the text.
        width: the number of columns; at least one letter fits into a line in any case.
    """
    plain, width = text.plain, max(width, _LETTER)
    if len(plain) <= width and plain.isprintable() and cell_len(plain) <= width:
        return [text.copy()]
    if text.overflow == "ignore":  # no word is broken, so a long one makes all lines longer
        width = max(width, *map(cell_len, plain.split()))
        text = text.copy()
        text.overflow = "fold"
    # Rich needs its console only to justify a text on both sides.
    return list(text.wrap(None, width, overflow=text.overflow or "fold"))  # type: ignore[arg-type]


class Line:
    """A text that is wrapped beside its label, with an id at the right edge of its last line or of a separate line.

    Args:
        body: the text.
        end: the id; empty if there is none.
        label: the label before the text, in a separate column.
        left: the indentation.
        column: the width of the label.
        style: the style of the id.
    """

    def __init__(
        self,
        body: Text,
        end: str = "",
        *,
        label: Text | None = None,
        left: int = 0,
        column: int = 0,
        style: str = "",
    ) -> None:
        self.body, self.end, self.label, self.style = body, Text(end, style=style), label, style
        self._left, self._column = left, column

    def lines(self, width: int, left: int = 0) -> list[tuple[int, Text]]:
        """Return the lines, each with its indentation.

        Args:
            width: the available columns.
            left: the indentation in addition to that of the object.
        """
        left += self._left
        indent = left + self._column
        body, label = self.body, self.label
        if width - indent < _ROOM or (label is not None and cell_len(label.plain) > self._column):
            # The label is part of the text.
            left = indent = min(left, max(width - _ROOM, 0))
            if label is not None:
                body, label = Text("  " if self._column > 1 else "").join([label, body]), None
        lines = [(indent, line) for line in wrapped(body, width - indent)]
        if label is not None and lines:
            free = " " * (self._column - cell_len(label.plain))
            lines[0] = (left, Text.assemble(label, free, lines[0][1], end=""))
        return [*lines[:-1], *self._ended(lines[-1], width)] if lines else lines

    def _ended(self, last: tuple[int, Text], width: int) -> list[tuple[int, Text]]:
        """Return the last line with the id after it, or below it if there is no room."""
        size = cell_len(self.end.plain)
        if not size:
            return [last]
        left, line = last
        line.rstrip()
        free = width - left - cell_len(line.plain) - size
        if free >= _GAP:
            return [(left, Text.assemble(line, " " * free, self.end, end=""))]
        if size > width:
            return [last, *((0, part) for part in wrapped(self.end, width))]
        return [last, (width - size, self.end)]


if TYPE_CHECKING:
    Part = Text | Line | Padding  # a part of a page; only texts are padded
