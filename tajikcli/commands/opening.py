"""Opening the record that the command line names."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tajikcli.commands.telling import tell
from tajikcli.paths import record_paths
from tajikcli.repository.rows import open_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import click

    from tajikcli.render.progress import Indexing
    from tajikcli.repository.rows import Rows

_UNNOTICED = 0.5  # seconds that nobody minds waiting


def paths_in_use(context: click.Context) -> list[str]:
    """Return the paths that the command line names, or those that are read if it names none."""
    given = context.find_root().params
    return record_paths(given["file"], bundled=given["bundled"])


def opened(context: click.Context) -> Rows:
    """Return the record in use: the paths of `--file`, else those of `TAJIK_FACTS`, else the bundled one.

    With `--bundled`, the bundled one is read together with the others. What takes long shows its progress on a terminal; where cannot keep an index, a note says so.
    """
    with _progress() as progress:
        return open_rows(
            paths_in_use(context),
            notice=lambda text: tell(f"tajik: {text}"),
            progress=progress,
        )


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """Give what shows progress on stderr, once it has taken long and only on a terminal."""
    started = time.monotonic()
    shown: Indexing | None = None

    def advance(done: int, total: int) -> None:
        nonlocal shown
        if shown is None and (time.monotonic() - started > _UNNOTICED or total > _LARGE):
            from tajikcli.render.progress import Indexing

            shown = Indexing()
        if shown is not None:
            shown.advance(done, total)

    try:
        yield advance if sys.stderr is not None and sys.stderr.isatty() else _silently
    finally:
        if shown is not None:
            shown.end()


_LARGE = 4_000_000  # bytes that surely take longer, also where they are one file


def _silently(_done: int, _total: int) -> None:
    pass
