"""The one way to stderr: notes and errors, none of which may cost the answer."""

from __future__ import annotations

from contextlib import suppress

import click


def tell(text: str) -> None:
    """Print a note or an error on stderr; where stderr takes nothing, there is nobody left to tell."""
    with suppress(OSError):
        click.echo(text, err=True)
