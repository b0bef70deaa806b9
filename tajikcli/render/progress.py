"""A progress bar on stderr, which disappears at the end."""

from __future__ import annotations

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn


class Bar:
    """Shows the share of a task that is done.

    Args:
        what: the name of the task.
    """

    def __init__(self, what: str) -> None:
        self._progress = Progress(
            TextColumn(what),
            BarColumn(),
            TaskProgressColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._progress.add_task(what, total=None)
        self._progress.start()

    def advance(self, done: int, total: int) -> None:
        """Show that `done` of `total` is done; if nothing is, show activity."""
        self._progress.update(self._task, completed=done, total=total if done else None)

    def end(self) -> None:
        """Remove the progress bar."""
        self._progress.stop()
