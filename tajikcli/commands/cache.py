"""`tajik cache`: show or remove cached indexes."""

from __future__ import annotations

from typing import Any

import click

from tajikcli.commands import options
from tajikcli.commands.command import Command
from tajikcli.commands.opening import paths_in_use
from tajikcli.commands.telling import tell
from tajikcli.model.streams import Computed
from tajikcli.paths import record_origin
from tajikcli.render.views import INDEXES
from tajikcli.repository.cached import cached_rows, clear_cache


@click.command("cache", cls=Command)
@click.argument("action", type=click.Choice(("show", "clear")), default="show", metavar="[show|clear]")
@options.printing
def command(action: str, **given: Any) -> None:
    """List the cached indexes with their sizes and contents (show), or remove them (clear).

    tajik builds an index of knowledge files when it first reads them, and updates it when they change. You can remove
    an index at any time. To use another folder, set TAJIK_CACHE_DIR. A note names the record in use and the
    option or variable that selects it.

    tajik recognises a changed file, or an index that another program has written to, by its size, inode and
    timestamps. It does not read an index in full before it answers. If SQLite finds that an index is damaged,
    tajik rebuilds it.

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
    first = context.find_root().params
    origin = "--file" if first["file"] else record_origin()
    if first["bundled"] and len(paths_in_use(context)) > 1:
        origin += " and --bundled"
    tell(f"tajik: the record in use is {', '.join(paths_in_use(context))} ({origin})")
    options.answer(context, INDEXES, Computed(cached_rows()), given, empty=lambda: "no index is cached yet")
