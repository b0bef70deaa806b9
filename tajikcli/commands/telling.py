"""Print notes and errors on stderr; if this fails, the answer is not affected."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TextIO

import click

from tajikcli.text import in_json, in_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tajikcli.errors import TajikError
    from tajikcli.model import rows


def tell(*lines: str) -> None:
    """Print notes or errors on stderr, without control characters: one line each, and on a terminal wrapped at words.

    If stderr does not accept output, the lines are dropped.
    """
    try:
        click.echo("\n".join(fitted(line, sys.stderr) for line in lines), err=True)
    except OSError:
        discard(sys.stderr)  # from Python 3.14 on, a process that cannot flush stderr exits with 120


def fitted(text: str, stream: TextIO | None) -> str:
    """Return a message in one line, or, if it is for a terminal, in lines that end between words."""
    line = in_one_line(text)
    if stream is None or not stream.isatty():
        return line
    columns = os.environ.get("COLUMNS", "")
    width = int(columns) if columns.isdecimal() else 0
    if not width:
        with suppress(OSError, ValueError):
            width = os.get_terminal_size(stream.fileno()).columns
    if not width:
        return line
    from textwrap import fill

    return fill(line, width, break_long_words=False, break_on_hyphens=False)


def note(text: str) -> None:
    """Print a note that starts with `tajik:`."""
    tell(f"tajik: {text}")


def tell_failure(code: int, message: str, error: TajikError | None = None, *, as_json: bool = False) -> None:
    """Print an error as a line that starts with `tajik:`, or as one JSON object.

    Args:
        code: the exit code.
        message: a sentence.
        error: the error, which may have more information for scripts.
        as_json: whether to print a JSON object, for scripts.
    """
    if not as_json:
        tell(f"tajik: {message}")
        return
    import json

    details = error.details() if error is not None else {}
    failure: rows.Failure = {"error": {"code": code, "message": message}}
    tell(in_json(json.dumps({"error": {**failure["error"], **details}}, ensure_ascii=False)))


@contextmanager
def for_a_reader_that_may_leave() -> Iterator[None]:
    """Let a command whose exit code is a verdict go on to it although the reader of stdout has gone: `tajik check draft.md | head -1`."""
    try:
        yield
    except BrokenPipeError:
        discard(sys.stdout)


def discard(stream: TextIO) -> None:
    """Discard everything that is written to a stream from now on; the interpreter flushes the stream again at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
