"""Print notes and errors on stderr; a failure to do so never affects the answer."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TextIO

import click

from tajikcli.text import in_one_line


def tell(*lines: str) -> None:
    """Print notes or errors on stderr, one line each, without control characters.

    If stderr does not accept output, the lines are dropped.
    """
    try:
        click.echo("\n".join(map(in_one_line, lines)), err=True)
    except OSError:
        discard(sys.stderr)  # from Python 3.14 on, a process that cannot flush it exits with 120


def note(text: str) -> None:
    """Print a note that starts with `tajik:`."""
    tell(f"tajik: {text}")


def discard(stream: TextIO) -> None:
    """Discard everything that is still written to a stream, because the interpreter flushes it again at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
