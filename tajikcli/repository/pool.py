"""The connections of a record: one for each query in progress, in any thread."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from queue import Empty, LifoQueue
from typing import TYPE_CHECKING

from tajikcli.errors import UseError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tajikcli.repository.rows import Rows


_DAY = 24 * 60 * 60  # seconds


class Pool:
    """Lends index connections, each to one query at a time.

    If all are in use, a query gets another connection to the same index. For an index in memory there is only
    one, and queries take
    turns. No connection belongs to a thread, so threads may come and go.

    Args:
        first: the first connection.
    """

    def __init__(self, first: Rows) -> None:
        self._first = first
        self._process = os.getpid()
        self._marked = time.monotonic()
        self._is_closed = False
        self._idle: LifoQueue[Rows | None] = LifoQueue()  # None after closing, to wake waiting threads
        self._idle.put(first)

    @property
    def is_inherited(self) -> bool:
        """Whether this process is a fork of the one that opened the pool, so that it must not use the connections."""
        return self._process != os.getpid() and not self._is_closed

    @property
    def is_closed(self) -> bool:
        """Whether the pool no longer lends connections."""
        return self._is_closed

    @contextmanager
    def lent(self) -> Iterator[Rows]:
        """Lend a connection during a `with` block.

        Raises:
            UseError: the pool is closed.
            DamagedIndexError: SQLite cannot read the index, which is removed.
        """
        rows = self._take()
        try:
            if time.monotonic() - self._marked > _DAY:
                self._marked = time.monotonic()
                rows.mark_used()
            yield rows
        except Exception as error:
            damage = rows.damage(error)
            if damage is None:
                raise
            self._is_closed = True
            raise damage from error
        finally:
            self._idle.put(rows)
            if self._is_closed:
                self.close()

    def close(self) -> None:
        """Close the idle connections now, and the others when they are returned."""
        self._is_closed = True
        while True:
            try:
                rows = self._idle.get_nowait()
            except Empty:
                break
            if rows is not None:
                rows.close()
        self._idle.put(None)

    def _take(self) -> Rows:
        rows = None
        if not self._is_closed:
            try:
                rows = self._idle.get_nowait()
            except Empty:
                rows = self._first.another() or self._idle.get()
        if rows is None:
            self._idle.put(None)
            raise UseError("this record is closed; open it again with open_record()")
        return rows
