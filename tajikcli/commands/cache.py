"""`tajik cache`: the indexes that make answers quick."""

from __future__ import annotations

import json
from typing import Any

import click

from tajikcli.commands import options
from tajikcli.commands.telling import tell
from tajikcli.paths import record_origin, record_paths
from tajikcli.render import cache_sheet
from tajikcli.repository.cached import cached_rows, clear_cache


@click.command("cache")
@click.argument("action", type=click.Choice(("show", "clear")), default="show", metavar="[show|clear]")
@options.printing
def command(action: str, **given: Any) -> None:
    """Tell where indexes are kept, how large they are and what they hold (show), or remove them (clear).

    An index is made from knowledge files the first time that they are asked, and follows their changes. It can be
    removed at any time. TAJIK_CACHE_DIR names another folder. A note says which record is in use, and by what.

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
    rows = (json.dumps(row, ensure_ascii=False) for row in cached_rows())
    options.answer(context, cache_sheet(rows), given, empty=lambda: "no index is kept yet")
