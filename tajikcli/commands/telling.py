"""The one way to stderr: notes and errors, none of which may cost the answer."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TextIO

import click

from tajikcli.text import printable


def tell(text: str) -> None:
    """Print a note or an error on stderr; where stderr takes nothing, there is nobody left to tell."""
    try:
        click.echo(text, err=True)
    except OSError:
        discard(sys.stderr)  # from Python 3.14 on, a process that can't flush it ends in 120


def note(text: str) -> None:
    """Print a note in tajik's name; what it has from a record is made safe for a terminal."""
    tell(f"tajik: {printable(text)}")


def discard(stream: TextIO) -> None:
    """Let whatever still goes to a stream vanish: the interpreter flushes it once more at its end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
