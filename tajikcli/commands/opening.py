"""Open the record that the command line names."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from tajikcli.commands.telling import tell
from tajikcli.paths import record_paths
from tajikcli.repository.rows import open_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import click

    from tajikcli.render.progress import Bar
    from tajikcli.repository.rows import Rows

_UNNOTICED = 0.5  # seconds before progress is shown


def paths_in_use(context: click.Context) -> list[str]:
    """Return the paths that the command line names, or the default paths."""
    given = context.find_root().params
    return record_paths(given["file"], bundled=given["bundled"])


def opened(context: click.Context) -> Rows:
    """Open the record in use: the paths of `--file`, otherwise those of `TAJIK_FACTS`, otherwise the bundled record.

    `--bundled` adds the bundled record. A long build of an index, and adding words to it, show their progress on a
    terminal. A note says if the index or its words cannot be saved.
    """
    with _progress("indexing") as progress:
        return open_rows(
            paths_in_use(context),
            notice=lambda text: tell(f"tajik: {text}"),
            progress=progress,
            adding=partial(_progress, "adding words"),
        )


@contextmanager
def _progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """Yield a function that shows the progress of a task on stderr if it is a terminal and the task takes long."""
    started = time.monotonic()
    shown: Bar | None = None

    def advance(done: int, total: int) -> None:
        nonlocal shown
        if shown is None and (time.monotonic() - started > _UNNOTICED or total > _LARGE):
            from tajikcli.render.progress import Bar

            shown = Bar(what)
        if shown is not None:
            shown.advance(done, total)

    try:
        yield advance if sys.stderr is not None and sys.stderr.isatty() else _silently
    finally:
        if shown is not None:
            shown.end()


_LARGE = 4_000_000  # even a single file of this many bytes takes longer


def _silently(_done: int, _total: int) -> None:
    pass
