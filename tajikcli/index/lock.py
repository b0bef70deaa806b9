"""The lock of an index: whoever changes the index holds it; whoever only reads needs none.

SQLite holds it, by an exclusive transaction on an empty database: that ends with the process, however that ends, on every
system. The library filelock would do it too, but its import alone takes a third as long as building a small index and
answering from it.
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

_PATIENCE = 60  # seconds to wait for whoever builds the same index, before answering from memory
_MOMENT = 0.2  # seconds that SQLite waits at a time: an interrupt is not heard before


@contextmanager
def locked(path: str) -> Iterator[None]:
    """Hold a lock for the length of a `with` block.

    Args:
        path: of the lock's file, which is made where it is missing.

    Raises:
        OSError, sqlite3.OperationalError: it can't be made, or somebody else holds it for longer than we wait.
    """
    deadline = time.monotonic() + _PATIENCE
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
    """Return what `stat` says of the lock's file, made if need be."""
    with suppress(FileNotFoundError):
        status = os.lstat(path)
        if is_our_own(status) and not status.st_size:
            return status
        unlink(path)  # nobody can hold that, and it would keep everybody out
    # Closing a file lets go of all locks that this process has on it: it is opened only where it is new.
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    with suppress(FileExistsError):
        os.close(os.open(path, flags, 0o600))
    return os.lstat(path)


def _is_taken(connection: sqlite3.Connection, made: os.stat_result, path: str) -> bool:
    """Take the lock where nobody has it, and tell whether it is taken."""
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        # Of a file that was removed SQLite says what the system says: its lock is no longer the one to take.
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY and _is_still(made, path):
            raise
        return False
    return _is_still(made, path)


def _is_still(made: os.stat_result, path: str) -> bool:
    """Tell whether the lock is that of the path: `clear` may have removed the file that we waited for."""
    try:
        return os.path.samestat(made, os.lstat(path))
    except FileNotFoundError:
        return False
