"""The terminal: its width, its colours, and how to print the parts of a page on it.

Rich lays out and styles the texts. Its console, whose import takes a third as long as Python and Click together,
prints only tables and lists, and on Windows everything in colours.
"""

from __future__ import annotations

import os
import sys
from functools import cached_property
from typing import TYPE_CHECKING

from rich.style import Style
from rich.text import Text

from tajikcli.render.layout import Line, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from tajikcli.render.layout import Part

_WIDEST = 96  # longer lines are hard to read on any terminal
_USUAL = 80  # columns of a terminal that does not tell its width


class Terminal:
    """The terminal of stdout."""

    @cached_property
    def rich(self) -> Console:
        """Rich's console for stdout."""
        from rich.console import Console

        class Ours(Console):
            """Lets the boundary of the command line handle a closed pipe; Rich would exit with 1."""

            def on_broken_pipe(self) -> None:
                raise BrokenPipeError

        # With NO_COLOR, Rich would keep bold and dim. Its other rules are also in `width` and `has_colours`, which a
        # test compares with it.
        return Ours(
            file=sys.stdout,
            highlight=False,
            markup=False,
            emoji=False,
            color_system=None if os.environ.get("NO_COLOR") else "auto",
        )

    @cached_property
    def width(self) -> int:
        """The number of columns, as Rich's console finds it."""
        if sys.platform == "win32":
            return self.rich.width
        if _is_a_terminal() and _is_dumb():
            return _USUAL
        columns = os.environ.get("COLUMNS", "")
        if columns.isdigit():
            return int(columns) or _USUAL
        for descriptor in range(3):  # stdin, stdout or stderr
            try:
                return os.get_terminal_size(descriptor).columns or _USUAL
            except OSError:
                continue
        return _USUAL

    @cached_property
    def has_colours(self) -> bool:
        """Whether it shows colours and bold letters, by the same rules as Rich's console."""
        if sys.platform == "win32":
            return self.rich.color_system is not None
        return not os.environ.get("NO_COLOR") and _is_a_terminal() and not _is_dumb()

    def print(self, lines: list[tuple[int, Text]]) -> None:
        """Print lines, each with its indentation."""
        if not self.has_colours:
            sys.stdout.write("".join(f"{(' ' * left + line.plain).rstrip(' ')}\n" for left, line in lines))
            return
        page = Text(end="")
        for left, line in lines:
            line.rstrip()
            page.append(" " * left if line else "").append_text(line).append("\n")
        if sys.platform == "win32":
            self.rich.print(page, soft_wrap=True, end="")
        else:
            sys.stdout.write("".join(_styled(page)))


def _is_a_terminal() -> bool:
    compatible, forced = os.environ.get("TTY_COMPATIBLE"), os.environ.get("FORCE_COLOR")
    if compatible in {"0", "1"}:
        return compatible == "1"
    return sys.stdout.isatty() if forced is None else forced != ""


def _is_dumb() -> bool:
    return os.environ.get("TERM", "").lower() in {"dumb", "unknown"}


class _Styles:
    """The styles by their names, for Rich's `Text.render`, which takes them from a console."""

    def get_style(self, style: str | Style, *, default: Style) -> Style:  # noqa: ARG002 - Rich's signature
        return Style.parse(style) if isinstance(style, str) else style


def _styled(text: Text) -> Iterator[str]:
    """Yield a text in pieces with the codes of their styles, whose colours all terminals have."""
    for piece, style, _ in text.render(_Styles()):  # type: ignore[arg-type]
        yield style.render(piece) if style else piece


def page_width(terminal: Terminal) -> int:
    """Return the width of a page in columns."""
    return min(terminal.width, _WIDEST)


def print_part(terminal: Terminal, part: Part, width: int) -> None:
    """Print a part of a page in a given width."""
    terminal.print(_lines_of(part, width))


def _lines_of(part: Part, width: int, left: int = 0) -> list[tuple[int, Text]]:
    """Return the lines of a text, with or without an indentation.

    Args:
        part: the part of a page.
        width: the available columns.
        left: the indentation.

    Returns:
        Each line with its indentation.
    """
    if isinstance(part, Text):
        return [(left, line) for line in wrapped(part, width - left)]
    if isinstance(part, Line):
        return part.lines(width, left)
    assert isinstance(part.renderable, Text)
    return _lines_of(part.renderable, width, left + part.left)
