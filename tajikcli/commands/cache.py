"""`tajik cache`: the indexes that make answers quick."""

from __future__ import annotations

from typing import Any

import click

from tajikcli.commands import options
from tajikcli.commands.telling import tell
from tajikcli.model.streams import Computed
from tajikcli.paths import record_origin, record_paths
from tajikcli.render.views import INDEXES
from tajikcli.repository.cached import cached_rows, clear_cache


@click.command("cache")
@click.argument("action", type=click.Choice(("show", "clear")), default="show", metavar="[show|clear]")
@options.printing
def command(action: str, **given: Any) -> None:
    """Tell where indexes are kept, how large they are and what they hold (show), or remove them (clear).

    An index is made from knowledge files the first time that they are asked, and follows their changes. It can be
    removed at any time. TAJIK_CACHE_DIR names another folder. A note says which record is in use, and by what.

    A changed file, and an index that something else has written to, are known by size, inode and the times of the last
    change. An index is not read whole before it answers: damage that the file system does not show is noticed where SQLite
    notices it, and the index is then made again.

    \b
    Examples:
      tajik cache
      tajik cache --json | jq -r '.[].path'
      tajik cache clear
    """
    if action == "clear":
        count = clear_cache()
        tell(f"tajik: {count} {'index' if count == 1 else 'indexes'} removed")
        return
    context = click.get_current_context()
    named = context.find_root().params["file"]
    used = ", ".join(record_paths(named))
    tell(f"tajik: answers are from {used} ({'--file' if named else record_origin()})")
    options.answer(context, INDEXES, Computed(cached_rows()), given, empty=lambda: "no index is kept yet")
