"""Read a draft as the paragraphs that readers see, with the position of each character in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from tajikcli.draft.html import paragraphs_of_html
from tajikcli.draft.markdown import paragraphs_of_markdown

if TYPE_CHECKING:
    from tajikcli.draft.paragraphs import Paragraph


class Draft:
    """A text to check.

    Args:
        paragraphs: the paragraphs that readers see.
        source: the text of the file, for lines and columns.
    """

    def __init__(self, paragraphs: list[Paragraph], source: str) -> None:
        self.paragraphs, self.source = paragraphs, source
        self._starts = [0, *(match.end() for match in re.finditer("\n", source))]

    def position(self, place: int) -> tuple[int, int]:
        """Return the line and column, counted from 1, of a position in the file."""
        line = bisect_right(self._starts, place)
        return line, place - self._starts[line - 1] + 1


def read_draft(source: str, *, html: bool, word: bool = False) -> Draft:
    """Return the paragraphs of a draft.

    Args:
        source: the text of the file.
        html: whether the text is HTML, not plain text or Markdown.
        word: whether it represents a Word document, in which a paragraph counts as a line.
    """
    paragraphs = paragraphs_of_html(source) if html else paragraphs_of_markdown(source)
    return _by_paragraph(paragraphs) if word else Draft(paragraphs, source)


def _by_paragraph(paragraphs: list[Paragraph]) -> Draft:
    """Return a draft in which each paragraph counts as a line."""
    lines, place = [], 0
    for paragraph in paragraphs:
        lines.append(paragraph.text.replace("\n", " "))
        paragraph.move_to(place)
        place += len(lines[-1]) + 1
    return Draft(paragraphs, "\n".join(lines))
