"""Remove unused indexes: a process that builds an index looks for indexes that have not been used recently."""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from tajikcli.index.folder import kept_files, remove, unlink
from tajikcli.index.lock import locked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tajikcli.index.folder import IndexFiles

KEPT_FOR = 90 * 24 * 60 * 60  # seconds after the last use


def forget_unused(folder: str, keep: IndexFiles) -> None:
    """Remove indexes that have not been used for a long time; files that cannot be removed stay.

    Args:
        folder: the cache folder.
        keep: an index that is in use; the caller holds its lock.
    """
    with suppress(OSError):
        for where in kept_files(folder):
            if where != keep and _is_unused(where):
                _forget(where)


def _forget(where: IndexFiles) -> None:
    # A process that builds or changes the index holds the lock; the index may also have been used in the
    # meantime.
    with suppress(OSError, sqlite3.OperationalError), locked(where.lock, patience=0):
        if _is_unused(where):
            remove(where)
            if sys.platform != "win32":  # on this system, open files are not removed
                unlink(where.lock)


def _is_unused(where: IndexFiles) -> bool:
    """Return whether neither the seal, which `mark_used` changes, nor the database has changed for a long time."""
    latest = max(_changes(where), default=None)
    return latest is not None and time.time() - latest > KEPT_FOR


def _changes(where: IndexFiles) -> Iterator[float]:
    for path in (where.seal, where.database):
        with suppress(OSError):
            yield os.lstat(path).st_mtime
