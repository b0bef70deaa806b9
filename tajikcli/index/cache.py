"""Opening the index of a record: the kept one where it is fresh, else one brought up to date or built.

Freshness is decided by `stat` alone, by the seal beside each index (`seal`). Whoever changes an index holds its lock (`lock`);
whoever only reads needs none.
"""

from __future__ import annotations

import os
import re
import sqlite3
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from tajikcli.errors import InputError
from tajikcli.index.connection import opened
from tajikcli.index.folder import INDEX_NAME, cache_folder, files_for, files_of, remove, secure_folder, unlink
from tajikcli.index.seal import SETTLED, contents_same, read_seal, stats_of, write_seal
from tajikcli.paths import absolute_path

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tajikcli.index.folder import IndexFiles
    from tajikcli.paths import FileStamp

    Progress = Callable[[int, int], None]


def open_index(
    paths: Sequence[str],
    files: Sequence[FileStamp],
    notice: Callable[[str], None],
    progress: Progress | None = None,
) -> sqlite3.Connection:
    """Return an index of a record as its files are now.

    Args:
        paths: the files and folders that the record is made of, as named.
        files: the knowledge files that these stand for.
        notice: told, once, where cannot keep an index.
        progress: called with the bytes read so far and those there are, while an index is built.

    Returns:
        a connection that threads may use one after the other.

    Raises:
        InputError: a file can't be read.
        UnsoundRecordError: a file is not sound; nothing is answered from the others alone.
    """
    try:
        where = files_for(secure_folder(), list(map(absolute_path, paths)))
        wanted = stats_of(files)
        connection = _kept(where, wanted)
        if connection is None:
            from tajikcli.index.lock import locked
            from tajikcli.index.update import renewed

            with locked(where.lock):
                # Somebody else may have built it meanwhile.
                connection = _kept(where, wanted) or renewed(where, files, wanted, progress)
    except (OSError, sqlite3.OperationalError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        try:
            where_not = f" in {cache_folder()}"
        except OSError:
            where_not = ""
        notice(f"cannot keep an index{where_not} ({reason.lower()}); building it in memory")
        from tajikcli.index.build import build

        connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        try:
            build(connection, files, progress)
        except BaseException:
            connection.close()  # Python 3.13 and newer warn of one that is left open
            raise
    return connection


def clear() -> int:
    """Remove every index from the cache folder, and return how many there were.

    Raises:
        InputError: something in the place of an index can't be removed; all others are.
    """
    from tajikcli.index.lock import locked

    count = 0
    stuck: InputError | None = None
    for name in _names():
        try:
            with locked(name.lock):
                count += os.path.lexists(name.database)
                remove(name)
                if sys.platform != "win32":  # which removes nothing that is open
                    unlink(name.lock)
        except OSError as error:
            shown = os.fsdecode(error.filename or name.lock)
            stuck = InputError(shown, f"can't be removed: {(error.strerror or str(error)).lower()}")
    if stuck is not None:
        raise stuck
    return count


def kept_indexes() -> list[tuple[str, int, sqlite3.Connection | None]]:
    """Return the indexes in the cache folder: path, size in bytes, and a connection where it can be read."""
    indexes = []
    for name in _names():
        with suppress(OSError):
            indexes.append((name.database, os.lstat(name.database).st_size, opened(name.database)))
    return indexes


def _names() -> list[IndexFiles]:
    try:
        folder = cache_folder()
        listed = sorted(os.listdir(folder))
    except OSError:
        return []
    # Only names that `place` gives: TAJIK_CACHE_DIR may be a folder with other people's `poetry.lock` in it.
    stems = dict.fromkeys(match[1] for name in listed if (match := re.fullmatch(INDEX_NAME, name)))
    return [files_of(os.path.join(folder, stem)) for stem in stems]


def _kept(where: IndexFiles, wanted: bytes) -> sqlite3.Connection | None:
    """Return the kept index where it is fresh."""
    state, sealed = read_seal(where)
    if sealed != wanted:
        return None
    connection = opened(where.database)
    if connection is None or state == SETTLED:
        return connection
    if contents_same(connection):
        with suppress(OSError):
            write_seal(where, wanted, connection)
        return connection
    connection.close()
    return None
