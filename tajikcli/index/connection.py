"""Read-only connections to cached indexes."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING

from tajikcli.index.folder import files_of, is_our_own, mark_used, unlink

if TYPE_CHECKING:
    from tajikcli.index.folder import IndexFiles


def opened(index: str) -> sqlite3.Connection | None:
    """Return a connection to an index in the cache folder, or None if it is not a valid database."""
    uri = f"file:{_quoted(index)}?mode=ro"
    try:
        inode = checked(index).st_ino
        connection = sqlite3.connect(
            uri, uri=True, isolation_level=None, timeout=30, factory=_KeptIndex, check_same_thread=False
        )
    except (OSError, sqlite3.Error):
        return None
    try:
        connection.execute("SELECT 1 FROM file LIMIT 1").fetchone()
    except sqlite3.Error:
        connection.close()
        return None
    connection.index, connection.inode = index, inode
    return connection


class _KeptIndex(sqlite3.Connection):
    """A connection to an index in the cache folder, with the path of the index and its inode at the time of opening."""

    index = ""
    inode = 0


def checked(index: str) -> os.stat_result:
    """Return the result of `stat` for an index that SQLite may open.

    Raises:
        OSError: the index or its journal does not exist or is not a regular file of the user (SQLite would wait for a pipe),
            or there is a write-ahead log, from which SQLite would read contents that the index does not have.
    """
    status = os.lstat(index)
    with suppress(FileNotFoundError):
        if not is_our_own(os.lstat(f"{index}-journal")):
            raise OSError(f"{index}-journal is a link or not a regular file")
    if not is_our_own(status) or os.path.lexists(f"{index}-wal"):
        raise OSError(f"{index} is a link or not a regular file")
    return status


def has_words(connection: sqlite3.Connection) -> bool:
    """Return whether an index has the words of its statements, which `searched` adds."""
    return connection.execute("SELECT 1 FROM pragma_table_info('stem') LIMIT 1").fetchone() is not None


def files_behind(connection: sqlite3.Connection) -> IndexFiles | None:
    """Return the files of an index, or None if it is not cached."""
    if isinstance(connection, _KeptIndex):
        return files_of(connection.index.removesuffix(".index"))
    return None


def another(connection: sqlite3.Connection) -> sqlite3.Connection | None:
    """Return another connection to the same index, or None if it is not cached or has been replaced.

    Args:
        connection: a connection from `open_index`; it is not used.
    """
    if not isinstance(connection, _KeptIndex):
        return None
    other = opened(connection.index)
    # Checked after opening: while `connection` is open, no other file can get the same inode.
    with suppress(OSError):
        if other is not None and os.lstat(connection.index).st_ino == connection.inode:
            return other
    if other is not None:
        other.close()
    return None


def mark(connection: sqlite3.Connection) -> None:
    """Record that a cached index is still in use, so that it is not removed."""
    where = files_behind(connection)
    if where is not None:
        mark_used(where)


def drop(connection: sqlite3.Connection) -> bool:
    """Make the next command rebuild a cached index that SQLite cannot read although it matches its seal.

    Args:
        connection: a connection from `open_index`.

    Returns:
        Whether the index is cached; an index in memory need not be removed.
    """
    where = files_behind(connection)
    if where is None:
        return False
    with suppress(OSError):
        unlink(where.seal)
    return True


def _quoted(path: str) -> str:
    # The same as urllib.parse.quote, whose import takes longer than the query.
    return "".join(
        chr(byte) if (chr(byte).isalnum() and byte < 128) or byte in b"/-_.~" else f"%{byte:02X}"
        for byte in os.fsencode(path)
    )
