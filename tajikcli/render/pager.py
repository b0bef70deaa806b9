"""A pager for what is longer than the screen, as git has it: on a terminal only, `$PAGER`, else `less`.

Click's `get_pager_file` starts a pager for every answer, however short, takes `PAGER` for a program and not for a command
of a shell, and pages nothing if stdin is no terminal.
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

_PLAIN = {"", "cat"}  # what people set to have none


@contextmanager
def paged() -> Iterator[None]:
    """Send what is printed through a pager, once it is longer than the screen; on a terminal notes on stderr too."""
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
        except BrokenPipeError:  # the reader has seen enough
            if screen.pager is None:
                raise
        finally:
            screen.end()


def _command() -> str:
    """Return the command of the pager; empty for none."""
    named = os.environ.get("PAGER")
    if named is not None:
        return named.strip() if _is_there(named) else ""
    if os.environ.get("TERM", "dumb") == "dumb":
        return ""
    return next((name for name in ("less", "more") if shutil.which(name)), "")


def _is_there(command: str) -> bool:
    """Tell whether a shell would find a command's program; one that is not there would swallow the answer."""
    with suppress(ValueError):
        for word in shlex.split(command):
            if "=" not in word:  # a setting before the program
                return shutil.which(word) is not None
    return False


class _Screen(StringIO):
    """Holds back what is printed until it is more than a screenful, then starts the pager.

    Args:
        terminal: where it goes otherwise.
        command: the pager.
        lines: how many lines the screen has.
    """

    encoding = ""  # StringIO's own cannot be set

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
        super().write(text)  # fails for bytes, by which Click finds out what stream this is
        self._count += text.count("\n")
        if self._count >= self._lines:
            self._start()
        return len(text)

    def isatty(self) -> bool:
        """Say that somebody is looking."""
        return True

    def fileno(self) -> int:
        """Return the terminal's descriptor, by which its size is known."""
        return self._terminal.fileno()

    def end(self) -> None:
        """Show what is held, or wait until the pager is left."""
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
            except (
                KeyboardInterrupt
            ):  # in a pager, Ctrl-C stops a search; it is the pager that is left, not tajik
                continue
            return

    def _start(self) -> None:
        # As git has it: colours as they are, the screen left as it was, and nothing paged that fits after all.
        environment = {"LESS": "FRX", "LV": "-c", **os.environ}
        try:
            self.pager = subprocess.Popen(  # noqa: S602 - $PAGER is a shell's command, by its definition
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
