"""Open the index of a record: the cached one if it is fresh; otherwise update or build one.

`stat` alone decides whether an index is fresh, with the seal beside each index (`seal`). A process that
changes an index holds its
lock (`lock`); readers need no lock.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from tajikcli.errors import InputError
from tajikcli.index.connection import files_behind, has_words, opened
from tajikcli.index.folder import (
    cache_folder,
    files_for,
    kept_files,
    mark_used,
    remove,
    secure_folder,
    unlink,
)
from tajikcli.index.seal import SETTLED, contents_same, read_seal, stats_of, write_seal
from tajikcli.paths import absolute_path

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    from tajikcli.index.folder import IndexFiles
    from tajikcli.paths import FileStamp

    Progress = Callable[[int, int], None]


def open_index(
    paths: Sequence[str],
    files: Sequence[FileStamp],
    notice: Callable[[str], None],
    progress: Progress | None = None,
) -> sqlite3.Connection:
    """Return an up-to-date index of a record.

    Args:
        paths: the files and folders of the record, as the user wrote them.
        files: the knowledge files in these paths.
        notice: called once with a message if the index cannot be saved.
        progress: called with the number of bytes read so far and the total, while an index is built.

    Returns:
        A connection that threads may use one after the other.

    Raises:
        InputError: a file cannot be read.
        UnsoundRecordError: a file has errors; tajik never answers from the other files alone.
    """
    try:
        where = files_for(secure_folder(), list(map(absolute_path, paths)))
        wanted = stats_of(files)
        connection = _kept(where, wanted)
        if connection is None:
            from tajikcli.index.lock import locked
            from tajikcli.index.unused import forget_unused
            from tajikcli.index.update import renewed

            with locked(where.lock):
                # Another process may have built it in the meantime.
                connection = _kept(where, wanted) or renewed(where, files, wanted, progress)
                forget_unused(os.path.dirname(where.database), where)
    except (OSError, sqlite3.OperationalError) as error:
        notice(_not_saved("an index", error, "building it"))
        from tajikcli.index.build import build

        connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        try:
            build(connection, files, progress)
        except BaseException:
            connection.close()  # Python 3.13 and newer warn about a connection that is left open
            raise
    return connection


def need_words(
    connection: sqlite3.Connection,
    notice: Callable[[str], None],
    adding: Callable[[], AbstractContextManager[Progress]],
) -> None:
    """Add the words of the statements to an index, unless it has them.

    They are kept in memory, for this connection alone, if the index is in memory, cannot be changed, or has been replaced.

    Args:
        connection: a connection from `open_index`; after its index has changed, call this function again.
        notice: called once with a message if the words cannot be saved.
        adding: returns a context in which words are added; the function in it is called with the number of statements whose
            words have been added so far and the total.
    """
    for (name,) in connection.execute("SELECT name FROM temp.sqlite_master WHERE sql NOTNULL").fetchall():
        connection.execute(f"DROP TABLE IF EXISTS temp.{name}")  # words of the index as it was
    if has_words(connection):
        return
    where = files_behind(connection)
    if where is not None:
        from tajikcli.index.lock import locked
        from tajikcli.index.update import save_words

        try:
            with locked(where.lock):
                # Another process may have added them in the meantime, and may now read them.
                if not has_words(connection):
                    with adding() as progress:
                        save_words(where, progress)
        except (OSError, sqlite3.OperationalError) as error:
            notice(_not_saved("the words of the statements", error, "adding them"))
    if not has_words(connection):
        from tajikcli.index.searched import add_words

        connection.execute("PRAGMA temp_store = MEMORY")
        with adding() as progress:
            add_words(connection, progress, "temp")


def _not_saved(what: str, error: OSError | sqlite3.OperationalError, instead: str) -> str:
    """Return the notice that something cannot be saved in the cache folder, and what happens in memory instead."""
    if isinstance(error, OSError):
        reason = error.strerror or str(error)
    elif getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
        reason = "another process is reading the index"
    else:
        reason = str(error)
    try:
        where = f" in {cache_folder()}"
    except OSError:
        where = ""
    return f"cannot save {what}{where} ({reason.lower()}); {instead} in memory"


def clear() -> int:
    """Remove every index from the cache folder, and return their number.

    Raises:
        InputError: a file with the name of an index cannot be removed; all other indexes are removed.
    """
    from tajikcli.index.lock import locked

    count = 0
    stuck: InputError | None = None
    for name in _names():
        try:
            with locked(name.lock):
                count += os.path.lexists(name.database)
                remove(name)
                if sys.platform != "win32":  # on systems on which open files cannot be removed
                    unlink(name.lock)
        except OSError as error:
            shown = os.fsdecode(error.filename or name.lock)
            stuck = InputError(shown, f"cannot be removed: {(error.strerror or str(error)).lower()}")
    if stuck is not None:
        raise stuck
    return count


def kept_indexes() -> list[tuple[str, int, sqlite3.Connection | None]]:
    """Return the indexes in the cache folder: path, size in bytes, and a connection if the index can be read."""
    indexes = []
    for name in _names():
        with suppress(OSError):
            indexes.append((name.database, os.lstat(name.database).st_size, opened(name.database)))
    return indexes


def _names() -> list[IndexFiles]:
    try:
        return kept_files(cache_folder())
    except OSError:
        return []


def _kept(where: IndexFiles, wanted: bytes) -> sqlite3.Connection | None:
    """Return the cached index if it is fresh."""
    state, sealed = read_seal(where)
    if sealed != wanted:
        return None
    connection = opened(where.database)
    if connection is None:
        return None
    mark_used(where)
    if state == SETTLED:
        return connection
    if contents_same(connection):
        with suppress(OSError):
            write_seal(where, wanted, connection)
        return connection
    connection.close()
    return None
