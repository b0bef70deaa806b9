"""Update a cached index: in place if possible, otherwise by building a new one beside it.

This module reads YAML, and is imported only if something has to be compiled.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from tajikcli.index.build import build, change
from tajikcli.index.connection import has_words, opened
from tajikcli.index.folder import remove, unlink
from tajikcli.index.seal import read_seal, renew_seal, write_seal
from tajikcli.index.searched import add_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tajikcli.index.folder import IndexFiles
    from tajikcli.paths import FileStamp

    Progress = Callable[[int, int], None]

# Seconds to wait for readers before and after the work. Most readers take less; one whose answer a pager shows may take hours.
_GLANCE = 0.5
_MOMENT = 2


def renewed(
    where: IndexFiles, files: Sequence[FileStamp], wanted: bytes, progress: Progress | None
) -> sqlite3.Connection:
    """Update an index and return a connection to it.

    Args:
        where: the files of the index; the lock is held.
        files: the knowledge files to index.
        wanted: the result of `stat` for these files.
        progress: called with the number of bytes read so far and the total.

    Raises:
        InputError: a file cannot be read.
        UnsoundRecordError: a file has errors.
    """
    if read_seal(where)[1]:
        try:
            with closing(_writer(where)) as connection:
                connection.execute("BEGIN IMMEDIATE")
                done = change(connection, files, words=has_words(connection))
                connection.execute("COMMIT" if done else "ROLLBACK")
        except sqlite3.DatabaseError:
            done = False
        if done:
            return _sealed(where, wanted)
    _build_aside(where, files, progress)
    return _sealed(where, wanted)


def save_words(where: IndexFiles, progress: Progress) -> None:
    """Add the words of the statements to a cached index that has none.

    Args:
        where: the files of the index; the lock is held.
        progress: as for `add_words`.

    Raises:
        OSError, sqlite3.OperationalError: they cannot be saved.
    """
    state, stats = read_seal(where)
    if not stats:  # the index has been removed, or another program has changed it
        return
    with closing(_writer(where)) as connection:
        if has_words(connection):  # another process has just added them
            return
        connection.execute("PRAGMA cache_spill = OFF")  # other processes read until everything is ready
        add_words(connection, progress, saved=lambda: renew_seal(where, state, stats))
    renew_seal(where, state, stats)


def _writer(where: IndexFiles) -> sqlite3.Connection:
    """Return a connection that can change an index.

    Raises:
        sqlite3.OperationalError: a process reads the index for long, perhaps longer than any work would take.
    """
    connection = sqlite3.connect(where.database, isolation_level=None, timeout=_GLANCE)
    try:
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("ROLLBACK")
        connection.execute(f"PRAGMA busy_timeout = {_MOMENT * 1000}")
        connection.execute(
            "PRAGMA synchronous = OFF"
        )  # a cache has to survive a killed process, but not a power failure
    except BaseException:
        connection.close()
        raise
    return connection


def _sealed(where: IndexFiles, wanted: bytes) -> sqlite3.Connection:
    connection = opened(where.database)
    if connection is None:
        raise sqlite3.OperationalError("the index cannot be opened")
    write_seal(where, wanted, connection)
    return connection


def _build_aside(where: IndexFiles, files: Sequence[FileStamp], progress: Progress | None) -> None:
    folder, name = os.path.split(where.database)
    # these files belong to killed processes, because this process has the lock
    for stale in os.listdir(folder):
        if stale.startswith(f"{name}.") and stale.endswith(".tmp"):
            unlink(os.path.join(folder, stale))
    aside = f"{where.database}.{os.getpid()}.tmp"
    os.close(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        connection = sqlite3.connect(aside, isolation_level=None)
        try:
            for setting in (
                "page_size = 16384",  # fewer pages are filled and written
                *("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE"),
            ):
                connection.execute(f"PRAGMA {setting}")
            connection.execute("PRAGMA cache_size = -32000")  # KiB
            connection.execute("BEGIN")
            build(connection, files, progress)
            connection.execute("COMMIT")
        finally:
            connection.close()
        # SQLite would roll back the journal of a killed process into the new index.
        remove(where)
        os.replace(aside, where.database)
    except BaseException:
        unlink(aside)
        raise
