"""The progress of reading many files: a line on stderr, on a terminal only, gone before anything else is printed."""

from __future__ import annotations

import shutil
import sys
import time

from tajikcli.text import in_one_line

_EVERY = 0.1  # seconds between two looks of the line
_CLEAR = "\r\x1b[K"


class Counter:
    """Shows how many files have been read, and which is next.

    Args:
        what: the beginning of the line.
    """

    def __init__(self, what: str) -> None:
        self._what = what
        self._stream = sys.stderr  # as it is now: a pager will get what is printed there later
        self._is_shown = False
        self._is_on = self._stream is not None and self._stream.isatty()
        self._last = time.monotonic()

    def show(self, done: int, told: str, file: str) -> None:
        """Show the number of files read so far, some words about them, and the last one's name."""
        now = time.monotonic()
        if not self._is_on or now - self._last < _EVERY:
            return
        self._last = now
        line = f"{self._what}: {done:,} files{told} · {in_one_line(file)}"
        self._stream.write(_CLEAR + line[: shutil.get_terminal_size().columns - 1])
        self._stream.flush()
        self._is_shown = True

    def give_way(self) -> None:
        """Take the line off the screen, since something is about to be printed; for good where that is printed there too."""
        if self._is_shown:
            self._stream.write(_CLEAR)
            self._stream.flush()
            self._is_shown = False
        if sys.stdout is not None and sys.stdout.isatty():
            self._is_on = False
