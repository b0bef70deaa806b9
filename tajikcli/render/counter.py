"""A progress line for many files on stderr, on a terminal only, which disappears before other output."""

from __future__ import annotations

import shutil
import sys
import time

from tajikcli.text import in_one_line

_EVERY = 0.1  # seconds between two updates
_CLEAR = "\r\x1b[K"


class Counter:
    """Shows the number of files that have been read, and the name of the last one.

    Args:
        what: the start of the line.
    """

    def __init__(self, what: str) -> None:
        self._what = what
        self._stream = sys.stderr  # the current stream, because a pager replaces it later
        self._is_shown = False
        self._is_on = self._stream is not None and self._stream.isatty()
        self._last = time.monotonic()

    def show(self, done: int, told: str, file: str) -> None:
        """Show the number of files read so far, a summary, and the name of the last one."""
        now = time.monotonic()
        if not self._is_on or now - self._last < _EVERY:
            return
        self._last = now
        line = f"{self._what}: {done:,} files{told} · {in_one_line(file)}"
        self._stream.write(_CLEAR + line[: shutil.get_terminal_size().columns - 1])
        self._stream.flush()
        self._is_shown = True

    def give_way(self) -> None:
        """Remove the line before other output; if that output goes to the same terminal, do not show the line again."""
        if self._is_shown:
            self._stream.write(_CLEAR)
            self._stream.flush()
            self._is_shown = False
        if sys.stdout is not None and sys.stdout.isatty():
            self._is_on = False
