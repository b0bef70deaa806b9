"""Opening the record that the command line names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.repository.record import open_record

if TYPE_CHECKING:
    import click

    from tajikcli.repository.record import Record


def opened(context: click.Context) -> Record:
    """Return the record in use: the paths of `--file`, else those of `TAJIK_FACTS`, else the bundled one."""
    return open_record(*context.find_root().params["file"])
