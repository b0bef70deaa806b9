"""The seal of an index: a text with what the knowledge files looked like when they were read, and the index when it was done.

An index that anything else has written to does not match its seal. That holds for every write that goes through the file
system, since the kernel itself keeps the time of the last change (`ctime`). The seal is no checksum: it does not notice a
disk that returns other bytes than it was given. Where SQLite notices those, the index is dropped, and built anew by the
next question.
"""

from __future__ import annotations

import os
import sqlite3
import time
from typing import TYPE_CHECKING

from tajikcli.index.connection import checked
from tajikcli.index.folder import unlink
from tajikcli.index.maker import made_by
from tajikcli.index.schema import SETTLED_AFTER
from tajikcli.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.index.folder import IndexFiles
    from tajikcli.paths import FileStamp

SETTLED, _RACY = b"settled", b"racy"  # whether `stat` alone can tell that no file has changed


def stats_of(files: Sequence[FileStamp]) -> bytes:
    """Return what `stat` says of knowledge files, as a seal has it."""
    stats = (f"{file.path}\0{' '.join(map(str, file[2:]))}" for file in files)
    return "\0".join(stats).encode("utf-8", "surrogateescape")


def read_seal(where: IndexFiles) -> tuple[bytes, bytes]:
    """Return the state and the files' stats that a seal gives, both empty where the index is not what was sealed."""
    try:
        with open(where.seal, "rb", opener=_unhurried) as seal:
            head, state, stats = seal.read().split(b"\n", 2)
        if head == _head(where.database):
            return state, stats
    except (OSError, ValueError):
        pass
    return b"", b""


def write_seal(where: IndexFiles, stats: bytes, connection: sqlite3.Connection) -> None:
    """Say of an index what it was made from.

    Args:
        where: its files; the lock is held, or the index is fresh.
        stats: what `stat` said of the knowledge files before they were read.
        connection: to the index.
    """
    (racy,) = connection.execute("SELECT max(max(mtime_ns, ctime_ns)) FROM file WHERE racy").fetchone()
    settled = racy is None or time.time_ns() > racy + SETTLED_AFTER
    content = b"\n".join((_head(where.database), SETTLED if settled else _RACY, stats))
    _replace(where.seal, content)


def contents_same(connection: sqlite3.Connection) -> bool:
    """Tell whether the files that `stat` can't vouch for still hold what was read."""
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
    """Return what a seal begins with: what made the index, and what `stat` says of it."""
    status = checked(index)
    stat = f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"
    return f"tajik {__version__} {made_by()} {sqlite3.sqlite_version}: {stat}".encode()


def _unhurried(path: str, flags: int) -> int:
    """Open a file for reading; a pipe or a link in its place is neither waited for nor followed."""
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
