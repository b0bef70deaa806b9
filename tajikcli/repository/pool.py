"""A record's connections: one for each question that is being answered, whichever thread asks it."""

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
    """Lends what asks an index, to one question at a time.

    A question that finds all of them lent gets another one on the same index; of an index in memory there is only one,
    and questions take turns. None of them belongs to a thread, so that threads may come and go.

    Args:
        first: the one to begin with.
    """

    def __init__(self, first: Rows) -> None:
        self._first = first
        self._process = os.getpid()
        self._marked = time.monotonic()
        self._is_closed = False
        self._idle: LifoQueue[Rows | None] = LifoQueue()  # None once it is closed, to wake whoever waits
        self._idle.put(first)

    @property
    def is_inherited(self) -> bool:
        """Whether this process is a fork of the one that opened it: SQLite's connections are for that one alone."""
        return self._process != os.getpid() and not self._is_closed

    @property
    def is_closed(self) -> bool:
        """Whether nothing is lent any more."""
        return self._is_closed

    @contextmanager
    def lent(self) -> Iterator[Rows]:
        """Give what asks the index for the length of a `with` block.

        Raises:
            UseError: the pool is closed.
            DamagedIndexError: SQLite can't read the index, which is dropped then.
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
        """Close what is not lent now, and the rest as it comes back."""
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
