"""What is kept in the cache folder, for people to know and to remove."""

from __future__ import annotations

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
            files = [
                str(row[0]) for row in connection.execute("SELECT CAST(path AS TEXT) FROM file ORDER BY rank")
            ]
            statements = connection.execute("SELECT count(*) FROM statement").fetchone()[0]
            connection.close()
        yield {"path": path, "bytes": size, "statements": statements, "files": files}


def clear_cache() -> int:
    """Remove every index, and return how many there were."""
    return clear()
