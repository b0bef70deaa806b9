"""What is kept in the cache folder, for people to know and to remove."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING, Any

from tajikcli.index.cache import clear, kept_indexes

if TYPE_CHECKING:
    from collections.abc import Iterator


def cached_rows() -> Iterator[dict[str, Any]]:
    """Yield the indexes in the cache folder, each as an object of the output contract."""
    for path, size, connection in kept_indexes():
        files: list[str] = []
        statements = 0
        if connection is not None:
            try:
                rows = connection.execute(
                    "SELECT CAST(path AS BLOB) FROM file WHERE path NOTNULL ORDER BY rank"
                ).fetchall()
                files = [os.fsdecode(path) for (path,) in rows]
                (statements,) = connection.execute("SELECT count(*) FROM statement").fetchone()
            except sqlite3.DatabaseError:  # damaged, and still something to tell of and to remove
                files = []
            finally:
                connection.close()
        yield {"path": path, "bytes": size, "statements": statements, "files": files}


def clear_cache() -> int:
    """Remove every index, and return how many there were."""
    return clear()
