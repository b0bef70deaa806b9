"""The one way to stderr: notes and errors, none of which may cost the answer."""

from __future__ import annotations

from contextlib import suppress

import click

from tajikcli.text import printable


def tell(text: str) -> None:
    """Print a note or an error on stderr; where stderr takes nothing, there is nobody left to tell."""
    with suppress(OSError):
        click.echo(text, err=True)


def note(text: str) -> None:
    """Print a note in tajik's name; what it has from a record is made safe for a terminal."""
    tell(f"tajik: {printable(text)}")
