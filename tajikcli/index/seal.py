"""The seal of an index: a text with the results of `stat` for the knowledge files when they were read, and for the finished index.

An index that another program has written to does not match its seal. This holds for every write through the
file system, because the
kernel itself sets the time of the last change (`ctime`). The seal is not a checksum: it does not notice that
a disk returns wrong
bytes. If SQLite notices them, the index is removed and the next command rebuilds it.
"""

from __future__ import annotations

import os
import sqlite3
import time
from typing import TYPE_CHECKING

from tajikcli.index.connection import checked
from tajikcli.index.folder import unlink
from tajikcli.index.maker import made_by
from tajikcli.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.index.folder import IndexFiles
    from tajikcli.paths import FileStamp

SETTLED, _RACY = b"settled", b"racy"  # whether `stat` alone can show that no file has changed


def stats_of(files: Sequence[FileStamp]) -> bytes:
    """Return the results of `stat` for knowledge files in the form of a seal."""
    stats = (f"{file.path}\0{' '.join(map(str, file.status))}" for file in files)
    return "\0".join(stats).encode("utf-8", "surrogateescape")


def read_seal(where: IndexFiles) -> tuple[bytes, bytes]:
    """Return the state and the files' stats in a seal; both are empty if the seal does not match the index."""
    try:
        with open(where.seal, "rb", opener=_unhurried) as seal:
            head, state, stats = seal.read().split(b"\n", 2)
        if head == _head(where.database):
            return state, stats
    except (OSError, ValueError):
        pass
    return b"", b""


def write_seal(where: IndexFiles, stats: bytes, connection: sqlite3.Connection) -> None:
    """Write the seal of an index.

    Args:
        where: the files of the index; the lock is held, or the index is fresh.
        stats: the results of `stat` for the knowledge files before they were read.
        connection: a connection to the index.
    """
    from tajikcli.index.schema import SETTLED_AFTER  # which a start that finds an index does not need

    (racy,) = connection.execute("SELECT max(max(mtime_ns, ctime_ns)) FROM file WHERE racy").fetchone()
    settled = racy is None or time.time_ns() > racy + SETTLED_AFTER
    renew_seal(where, SETTLED if settled else _RACY, stats)


def renew_seal(where: IndexFiles, state: bytes, stats: bytes) -> None:
    """Write the seal of an index that has changed, although no file has been read again.

    Args:
        where: the files of the index; the lock is held.
        state: the state in the seal before.
        stats: the files' stats in the seal before.
    """
    _replace(where.seal, b"\n".join((_head(where.database), state, stats)))


def contents_same(connection: sqlite3.Connection) -> bool:
    """Return whether the files that `stat` cannot verify still have the contents that were read."""
    from hashlib import sha256

    for path, digest in connection.execute("SELECT path, digest FROM file WHERE racy"):
        try:
            with open(path, "rb") as file:
                if sha256(file.read()).digest() != digest:
                    return False
        except OSError:
            return False
    return True


def _head(index: str) -> bytes:
    """Return the start of a seal: the code that built the index, and the result of `stat` for the index."""
    status = checked(index)
    stat = f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"
    return f"tajik {__version__} {made_by()} {sqlite3.sqlite_version}: {stat}".encode()


def _unhurried(path: str, flags: int) -> int:
    """Open a file for reading, but do not wait for a pipe or follow a link."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))


def _replace(path: str, content: bytes) -> None:
    aside = f"{path}.{os.getpid()}.tmp"
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        with open(descriptor, "wb") as file:
            file.write(content)
        os.replace(aside, path)
    except BaseException:
        unlink(aside)
        raise
