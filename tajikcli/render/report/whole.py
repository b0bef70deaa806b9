"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TextIO

from tajikcli.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def refuse_unwritable(path: str, inputs: Sequence[str]) -> None:
    """Refuse a path that no report can have, before anything is done for it.

    Args:
        path: of the report.
        inputs: paths of what is read, which a report must not replace.

    Raises:
        OutputError: it is a folder, a device, or one of the inputs, or its folder is not there.
    """
    if not path or path == "-":
        raise OutputError(path or "''", "a report is a file of its own; expected a path such as report.html")
    try:
        status = os.stat(path)
    except OSError:
        status = None
    if status is not None and not stat.S_ISREG(status.st_mode):
        raise OutputError(path, "not a file; expected a path such as report.html")
    if status is not None and any(_is_same(path, one) for one in inputs):
        raise OutputError(path, "this file is what is read; expected another path for the report")
    folder = os.path.dirname(os.path.abspath(path))
    if not os.path.isdir(folder):
        raise OutputError(path, "its folder is not there")


def _is_same(path: str, other: str) -> bool:
    with suppress(OSError, ValueError):
        return os.path.samefile(path, other)
    return False


@contextmanager
def whole_file(path: str) -> Iterator[TextIO]:
    """Give a file to write, which takes a path's place when all of it is written; else nothing changes there.

    Args:
        path: where it shall be; of a link, what it leads to.

    Raises:
        OutputError: it can't be written.
    """
    target = os.path.realpath(path)
    folder, name = os.path.split(target)
    draft = ""
    try:
        handle, draft = tempfile.mkstemp(prefix=f".{name[:50]}.", suffix=".part", dir=folder)
        with open(handle, "w", encoding="utf-8", errors="replace", newline="\n") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.chmod(draft, _mode(target))
        os.replace(draft, target)
    except OSError as error:
        _discard(draft)
        raise OutputError(path, f"cannot be written: {(error.strerror or str(error)).lower()}") from None
    except BaseException:
        _discard(draft)
        raise


def _mode(target: str) -> int:
    """Return the permissions of a file that is there, or those that a new one gets."""
    with suppress(OSError):
        return stat.S_IMODE(os.stat(target).st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _discard(draft: str) -> None:
    if draft:
        with suppress(OSError):
            os.unlink(draft)
