"""A pager for output longer than the screen, as in git: `$PAGER` or `less`, on a terminal only.

Click's `get_pager_file` starts a pager for every answer, however short, treats `PAGER` as a program instead
of a shell command, and does not page if stdin is not a terminal.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout, suppress
from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

_PLAIN = {"", "cat"}  # values of PAGER that mean no pager


@contextmanager
def paged() -> Iterator[None]:
    """Send output, and on a terminal also notes on stderr, through a pager once it is longer than the screen."""
    command = _command()
    if command in _PLAIN:
        yield
        return
    screen = _Screen(sys.stdout, command, shutil.get_terminal_size().lines)
    with ExitStack() as redirected:
        redirected.enter_context(redirect_stdout(screen))
        if sys.stderr is not None and sys.stderr.isatty():
            redirected.enter_context(redirect_stderr(screen))
        try:
            yield
        except BrokenPipeError:  # the reader has left the pager
            if screen.pager is None:
                raise
        finally:
            screen.end()


def _command() -> str:
    """Return the command of the pager; empty if there is none."""
    named = os.environ.get("PAGER")
    if named is not None:
        return named.strip() if _is_there(named) else ""
    if os.environ.get("TERM", "dumb") == "dumb":
        return ""
    return next((name for name in ("less", "more") if shutil.which(name)), "")


def _is_there(command: str) -> bool:
    """Return whether a shell would find the program of a command; a missing one would swallow the answer."""
    with suppress(ValueError):
        for word in shlex.split(command):
            if "=" not in word:  # a variable before the program
                return shutil.which(word) is not None
    return False


class _Screen(StringIO):
    """Holds output back until it is longer than the screen, then starts the pager.

    Args:
        terminal: the stream for shorter output.
        command: the pager.
        lines: the number of lines of the screen.
    """

    encoding = ""  # this attribute cannot be set in StringIO

    def __init__(self, terminal: TextIO, command: str, lines: int) -> None:
        super().__init__(newline="")
        self.encoding = terminal.encoding
        self._terminal, self._command, self._lines = terminal, command, lines
        self._count = 0
        self.pager: subprocess.Popen[str] | None = None

    def write(self, text: str) -> int:
        """Print a text, now or later."""
        if self.pager is not None and self.pager.stdin is not None:
            self.pager.stdin.write(text)
            return len(text)
        super().write(text)  # fails for bytes, which is how Click recognises a text stream
        self._count += text.count("\n")
        if self._count >= self._lines:
            self._start()
        return len(text)

    def isatty(self) -> bool:
        """Return True, because the pager writes to a terminal."""
        return True

    def fileno(self) -> int:
        """Return the descriptor of the terminal, from which its size can be found."""
        return self._terminal.fileno()

    def end(self) -> None:
        """Print the text that was held back, or wait until the user leaves the pager."""
        if self.pager is None:
            self._terminal.write(self.getvalue())
            self._terminal.flush()
            return
        with suppress(BrokenPipeError):
            if self.pager.stdin is not None:
                self.pager.stdin.close()
        while True:
            try:
                self.pager.wait()
            except KeyboardInterrupt:  # in a pager, Ctrl-C stops a search and must not stop tajik
                continue
            return

    def _start(self) -> None:
        # As in git, keep colours, restore the screen, and do not page output that fits on it.
        environment = {"LESS": "FRX", "LV": "-c", **os.environ}
        try:
            self.pager = subprocess.Popen(  # noqa: S602 - $PAGER is a shell command by definition
                self._command,
                shell=True,
                stdin=subprocess.PIPE,
                env=environment,
                text=True,
                encoding=self.encoding,
                errors="backslashreplace",
            )
        except OSError:
            self._command = ""
            self._lines = sys.maxsize
            return
        self.write(self.getvalue())
