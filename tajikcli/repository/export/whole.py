"""Write files completely or not at all, and never replace a file that tajik has not written."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from tajikcli.errors import OutputError, UseError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def written_whole(shown: str, is_ours: Callable[[str], bool]) -> Iterator[str]:
    """Yield a temporary path, whose file replaces another one at the end; after an error, nothing has changed.

    Args:
        shown: the path of the file, as the user named it.
        is_ours: returns whether an existing file was written by tajik, so that it may be replaced.

    Raises:
        UseError: another file exists at the path.
        OutputError: the file cannot be written.
    """
    path = os.path.realpath(shown)
    aside = os.path.join(os.path.dirname(path), f".{os.path.basename(path)}.{os.getpid()}.tmp")
    try:
        if os.path.lexists(path) and not (os.path.isfile(path) and is_ours(path)):
            raise UseError(
                f"{shown}: exists and was not written by tajik export; remove it or name another file"
            )
        try:
            os.close(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
            yield aside
            os.replace(aside, path)
        except BaseException:
            for left in (aside, f"{aside}-journal"):
                with suppress(OSError):
                    os.unlink(left)
            raise
    except OSError as error:
        raise OutputError(shown, f"cannot be written: {(error.strerror or str(error)).lower()}") from None
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}:
            raise
        raise OutputError(shown, f"cannot be written: {error}") from None
