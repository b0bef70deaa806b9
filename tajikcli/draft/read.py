"""A draft as the paragraphs that its readers see, each character with its place in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from tajikcli.draft.html import paragraphs_of_html
from tajikcli.draft.markdown import paragraphs_of_markdown

if TYPE_CHECKING:
    from tajikcli.draft.paragraphs import Paragraph


class Draft:
    """A text to be checked.

    Args:
        paragraphs: what its readers see.
        source: the file's text, for lines and columns.
    """

    def __init__(self, paragraphs: list[Paragraph], source: str) -> None:
        self.paragraphs, self.source = paragraphs, source
        self._starts = [0, *(match.end() for match in re.finditer("\n", source))]

    def position(self, place: int) -> tuple[int, int]:
        """Return line and column, from 1, of a place in the file."""
        line = bisect_right(self._starts, place)
        return line, place - self._starts[line - 1] + 1


def read_draft(source: str, *, html: bool, word: bool = False) -> Draft:
    """Return a draft's paragraphs.

    Args:
        source: the file's text.
        html: whether it is HTML; text and Markdown otherwise.
        word: whether it stands for a Word document: a paragraph counts as a line there.
    """
    paragraphs = paragraphs_of_html(source) if html else paragraphs_of_markdown(source)
    return _by_paragraph(paragraphs) if word else Draft(paragraphs, source)


def _by_paragraph(paragraphs: list[Paragraph]) -> Draft:
    """Return paragraphs as a draft in which each is a line."""
    lines, place = [], 0
    for paragraph in paragraphs:
        lines.append(paragraph.text.replace("\n", " "))
        paragraph.move_to(place)
        place += len(lines[-1]) + 1
    return Draft(paragraphs, "\n".join(lines))
