"""A progress bar on stderr, which disappears at the end."""

from __future__ import annotations

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn


class Indexing:
    """Shows the share of the knowledge files that has been read into the index."""

    def __init__(self) -> None:
        self._progress = Progress(
            TextColumn("indexing"),
            BarColumn(),
            DownloadColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._progress.add_task("indexing", total=None)
        self._progress.start()

    def advance(self, done: int, total: int) -> None:
        """Show that `done` of `total` bytes have been read; without a number, show activity."""
        self._progress.update(self._task, completed=done, total=total if done else None)

    def end(self) -> None:
        """Remove the progress bar."""
        self._progress.stop()
