"""Shell completion of names and ids of the record in use, and of the keys of an answer.

A user who presses Tab has not run a command yet. So errors are silent, and if a large record has no index,
none is built.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    import click
    from click.shell_completion import CompletionItem

    Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]

COMPLETE_VARIABLE = "_TAJIK_COMPLETE"  # set by the shell that asks for completions
_QUICK = 1_000_000  # the maximum number of bytes of YAML that are read without a noticeable delay


def names(kind: str) -> Complete:
    """Return the completer of a kind of slug (`topic`, `speaker`, `source`, `relay`, `meeting`, `language`) or of `id`s."""

    def complete(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
        taken = context.params.get(parameter.name or "") or ()
        return [item for item in _asked(context, kind, incomplete) if item.value not in taken]

    return complete


ids = names("id")


def files(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Let the shell complete paths."""
    return [_item(incomplete, type="file")]


def fields(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the last of several keys of an answer."""
    from tajikcli.render.views import VIEWS

    keys = VIEWS[context.info_name or ""].keys
    before, comma, last = incomplete.rpartition(",")
    taken = before.split(",")
    return [_item(f"{before}{comma}{key}") for key in keys if key.startswith(last) and key not in taken]


def _asked(context: click.Context, kind: str, incomplete: str) -> list[CompletionItem]:
    from tajikcli.paths import record_paths
    from tajikcli.repository.rows import open_rows

    with suppress(Exception):
        given = context.find_root().params
        paths = record_paths(given.get("file") or (), bundled=bool(given.get("bundled")))
        with open_rows(paths, progress=_refuse) as record:
            return [_item(value, help=explained) for value, explained in record.completions(kind, incomplete)]
    return []


def _item(value: str, **more: Any) -> CompletionItem:
    from click.shell_completion import CompletionItem

    return CompletionItem(value, **more)


def _refuse(_: int, total: int) -> None:
    """Stop the build of an index that takes too long."""
    if total > _QUICK:
        raise TimeoutError
