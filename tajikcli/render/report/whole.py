"""Write a file as a whole or not at all."""

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
    """Before any work is done, raise an error if a report cannot have this path.

    Args:
        path: the path of the report.
        inputs: the paths of input files, which a report must not replace.

    Raises:
        OutputError: the path is a folder, a device or an input, or its folder does not exist.
    """
    if not path or path == "-":
        raise OutputError(path or "''", "expected a path for the report, such as report.html")
    try:
        status = os.stat(path)
    except OSError:
        status = None
    if status is not None and not stat.S_ISREG(status.st_mode):
        raise OutputError(path, "not a file; expected a path such as report.html")
    if status is not None and any(_is_same(path, one) for one in inputs):
        raise OutputError(path, "this file is an input; choose another path for the report")
    folder = os.path.dirname(os.path.abspath(path))
    if not os.path.isdir(folder):
        raise OutputError(path, "its folder does not exist")


def _is_same(path: str, other: str) -> bool:
    with suppress(OSError, ValueError):
        return os.path.samefile(path, other)
    return False


@contextmanager
def whole_file(path: str) -> Iterator[TextIO]:
    """Yield a file to write, which replaces a path only when it is complete.

    Args:
        path: the final path; a link is followed.

    Raises:
        OutputError: the file cannot be written.
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
    """Return the permissions of an existing file, or those of a new one."""
    with suppress(OSError):
        return stat.S_IMODE(os.stat(target).st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _discard(draft: str) -> None:
    if draft:
        with suppress(OSError):
            os.unlink(draft)
