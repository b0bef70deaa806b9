"""Removing the indexes that nobody uses any more: whoever makes an index looks for those without a recent mark of use."""

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
    """Remove the indexes that have not been used for long; what cannot be removed stays.

    Args:
        folder: the cache folder.
        keep: an index that is in use, and whose lock the caller holds.
    """
    with suppress(OSError):
        for where in kept_files(folder):
            if where != keep and _is_unused(where):
                _forget(where)


def _forget(where: IndexFiles) -> None:
    # Whoever builds or changes it holds the lock; it may also have been used meanwhile.
    with suppress(OSError, sqlite3.OperationalError), locked(where.lock, patience=0):
        if _is_unused(where):
            remove(where)
            if sys.platform != "win32":  # which removes nothing that is open
                unlink(where.lock)


def _is_unused(where: IndexFiles) -> bool:
    """Return whether its seal, which `seal.mark_used` changes, and its database have not been changed for long."""
    latest = max(_changes(where), default=None)
    return latest is not None and time.time() - latest > KEPT_FOR


def _changes(where: IndexFiles) -> Iterator[float]:
    for path in (where.seal, where.database):
        with suppress(OSError):
            yield os.lstat(path).st_mtime
