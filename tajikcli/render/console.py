"""The terminal: its width, its colours, and how to print the parts of a page on it."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.padding import Padding
from rich.text import Text

from tajikcli.render.layout import Line, wrapped

if TYPE_CHECKING:
    from rich.console import RenderableType

NARROW = 70  # the number of columns that a table of accounts needs
_PADDING = r"(?<! ) +((?:\x1b\[0m)?)$"  # compiled on first use, which few pages need
_WIDEST = 96  # longer lines are hard to read on any terminal


class _Console(Console):
    """Lets the boundary of the command line handle a closed pipe; Rich would exit with 1."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def console() -> Console:
    """Return the console for stdout."""
    # Rich handles FORCE_COLOR, TERM=dumb and COLUMNS; with NO_COLOR it would keep bold and dim.
    return _Console(
        file=sys.stdout,
        highlight=False,
        markup=False,
        emoji=False,
        color_system=None if os.environ.get("NO_COLOR") else "auto",
    )


def page_width(terminal: Console) -> int:
    """Return the width of a page in columns."""
    return min(terminal.width, _WIDEST)


def print_part(terminal: Console, part: RenderableType, width: int) -> None:
    """Print a part of a page in a given width."""
    # Texts need only to be broken into lines; Rich's console takes three times as long to lay them out as to
    # print them.
    lines = _lines_of(terminal, part, width)
    if lines is None:
        with terminal.capture() as printed:
            terminal.print(part, width=width)
        # Rich pads lines with spaces, which are unwanted in copied text.
        sys.stdout.write(re.sub(_PADDING, r"\1", printed.get(), flags=re.MULTILINE))
    elif terminal.color_system is None:
        sys.stdout.write("".join(f"{(' ' * left + line.plain).rstrip(' ')}\n" for left, line in lines))
    else:
        page = Text(end="")
        for left, line in lines:
            line.rstrip()
            page.append(" " * left if line else "").append_text(line).append("\n")
        terminal.print(page, soft_wrap=True, end="")


def _lines_of(
    terminal: Console, part: RenderableType, width: int, left: int = 0
) -> list[tuple[int, Text]] | None:
    """Return the lines of texts, of groups of texts, and of indented texts; None if the part contains anything else.

    Args:
        terminal: the console.
        part: the part of a page.
        width: the available columns.
        left: the indentation.

    Returns:
        Each line with its indentation.
    """
    if isinstance(part, Text):
        return [(left, line) for line in wrapped(part, terminal, width - left)]
    if isinstance(part, Line):
        return part.lines(terminal, width, left)
    if isinstance(part, Group):
        lines: list[tuple[int, Text]] = []
        for one in part.renderables:
            inner = _lines_of(terminal, one, width, left)
            if inner is None:
                return None
            lines += inner
        return lines
    if isinstance(part, Padding) and not (part.top or part.bottom or part.right):
        return _lines_of(terminal, part.renderable, width, left + part.left)
    return None
