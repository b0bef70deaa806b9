"""The one way to stderr: notes and errors, none of which may cost the answer."""

from __future__ import annotations

from contextlib import suppress

import click

from tajikcli.text import in_one_line


def tell(*lines: str) -> None:
    """Print notes or errors on stderr, each in one line of its own that no terminal obeys.

    Where stderr takes nothing, there is nobody left to tell.
    """
    with suppress(OSError):
        click.echo("\n".join(map(in_one_line, lines)), err=True)
