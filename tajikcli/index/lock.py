"""The lock of an index: a process that changes the index holds it; readers do not need it.

SQLite implements it, as an exclusive transaction on an empty database, which ends with the process on every
system. The library
filelock could do the same, but its import alone takes a third of the time of building a small index and answering from it.
"""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from tajikcli.index.folder import is_our_own, unlink

if TYPE_CHECKING:
    from collections.abc import Iterator

# seconds to wait for a process that builds the same index; after that, the index is built in memory
_PATIENCE = 60
_MOMENT = 0.2  # seconds that SQLite waits at a time; an interrupt is handled only in between


@contextmanager
def locked(path: str, patience: float | None = None) -> Iterator[None]:
    """Hold a lock during a `with` block.

    Args:
        path: the path of the lock file, which is created if it does not exist.
        patience: seconds to wait for another process that holds it; None for a minute.

    Raises:
        OSError, sqlite3.OperationalError: it cannot be created, or another process holds it for too long.
    """
    deadline = time.monotonic() + (_PATIENCE if patience is None else patience)
    while True:
        made = _made(path)
        connection = sqlite3.connect(path, isolation_level=None, timeout=_MOMENT)
        try:
            if _is_taken(connection, made, path):
                yield
                return
        finally:
            connection.close()
        if time.monotonic() > deadline:
            raise TimeoutError("timed out waiting for another tajik process")


def _made(path: str) -> os.stat_result:
    """Return the result of `stat` for the lock file, created if needed."""
    with suppress(FileNotFoundError):
        status = os.lstat(path)
        if is_our_own(status) and not status.st_size:
            return status
        unlink(path)  # no process can hold such a lock, and it would block all processes
    # Closing a file releases all locks of this process on it, so it is opened only if it is new.
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    with suppress(FileExistsError):
        os.close(os.open(path, flags, 0o600))
    return os.lstat(path)


def _is_taken(connection: sqlite3.Connection, made: os.stat_result, path: str) -> bool:
    """Try to take the lock, and return whether that worked."""
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        # If the file was removed, SQLite reports a system error, and the lock is no longer valid.
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY and _is_still(made, path):
            raise
        return False
    return _is_still(made, path)


def _is_still(made: os.stat_result, path: str) -> bool:
    """Return whether the lock file at the path is still the same; `clear` may have removed it in the meantime."""
    try:
        return os.path.samestat(made, os.lstat(path))
    except FileNotFoundError:
        return False
