"""List and remove the contents of the cache folder."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

from tajikcli.index.cache import clear, kept_indexes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tajikcli.model import rows


def cached_rows() -> Iterator[rows.Index]:
    """Yield the indexes in the cache folder, each as a row of the output contract."""
    for path, size, connection in kept_indexes():
        files: list[str] = []
        statements = 0
        if connection is not None:
            try:
                known = connection.execute(
                    "SELECT CAST(path AS BLOB) FROM file WHERE path NOTNULL ORDER BY rank"
                ).fetchall()
                files = [os.fsdecode(path) for (path,) in known]
                (statements,) = connection.execute("SELECT count(*) FROM statement").fetchone()
            except sqlite3.DatabaseError:  # a damaged index is listed, too, and can be removed
                files = []
            finally:
                connection.close()
        yield {"path": path, "bytes": size, "statements": statements, "files": files}


def clear_cache() -> int:
    """Remove every index, and return their number."""
    return clear()
