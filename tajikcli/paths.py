"""The files of a record: paths that the user names, folders of knowledge files, and the bundled record."""

from __future__ import annotations

import os
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING

from tajikcli.errors import InputError
from tajikcli.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

VARIABLE = "TAJIK_FACTS"
_ENDINGS = (".yaml", ".yml")
_PART = 1 << 16  # the number of bytes to read at a time; more would be allocated by the page


class FileStamp(Parts):
    """A knowledge file with the result of `stat`, which reveals a change.

    Attributes:
        path: the absolute path.
        shown: the path as the user knows it, for messages.
        size: the size in bytes.
        mtime_ns: when its contents last changed, in nanoseconds since the epoch; any program can set it.
        ctime_ns: when the file last changed in any way, which no program can set (on Windows, when it was created).
        inode: the number of the file on its device.
    """

    path: str
    shown: str
    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int

    @property
    def status(self) -> tuple[int, int, int, int]:
        """All that the file system tells about a change: size, both times and inode."""
        return self.size, self.mtime_ns, self.ctime_ns, self.inode


def bundled_record() -> str:
    """Return the path of the bundled record."""
    here = os.path.dirname(os.path.abspath(__file__))
    installed = os.path.join(here, "facts.yaml")
    # In a checkout (an editable install, a test run) the file is beside the package.
    return installed if os.path.exists(installed) else os.path.join(os.path.dirname(here), "facts.yaml")


def record_paths(named: Sequence[str] = (), *, bundled: bool = False) -> list[str]:
    """Return the paths in use: the given ones, otherwise those of `TAJIK_FACTS`, otherwise the bundled record.

    Args:
        named: the paths that the user gives.
        bundled: whether to read the bundled record together with the others, after them.
    """
    used = list(named) or [path for path in os.environ.get(VARIABLE, "").split(os.pathsep) if path]
    return [*used, bundled_record()] if bundled or not used else used


def record_origin() -> str:
    """Return the origin of the record if no path is given: `TAJIK_FACTS`, or `the bundled record` if that is not set."""
    return VARIABLE if os.environ.get(VARIABLE, "").strip(os.pathsep) else "the bundled record"


def knowledge_files(paths: Sequence[str]) -> list[FileStamp]:
    """Return the knowledge files that `paths` name, in the order of the record, without duplicates.

    A folder stands for every `.yaml` and `.yml` file in it and in the folders below it, sorted by name. Hidden files and folders,
    and folders behind a symbolic link, are skipped.

    Args:
        paths: files and folders, as the user wrote them.

    Returns:
        Each file with the result of `stat`.

    Raises:
        InputError: a path does not exist or cannot be read, or a folder has no knowledge files.
    """
    stamps: dict[object, FileStamp] = {}
    for shown in paths:
        if not shown:
            raise InputError(
                "''", "the path is empty; expected a knowledge file or a folder of knowledge files"
            )
        absolute = absolute_path(shown)
        status = _status(absolute, shown)
        inside = list(_folder(absolute, shown)) if S_ISDIR(status.st_mode) else [(absolute, shown, status)]
        if not inside:
            raise InputError(shown, "this folder has no knowledge files; expected at least one *.yaml")
        for path, name, known in inside:
            if not S_ISREG(known.st_mode):
                raise InputError(name, "not a file or folder; expected a YAML file")
            # If the system gives no inode, the real path shows whether two names are one file.
            same = (known.st_dev, known.st_ino) if known.st_ino else os.path.realpath(path)
            file = FileStamp(
                path=path,
                shown=name,
                size=known.st_size,
                mtime_ns=_in_64_bits(known.st_mtime_ns),
                ctime_ns=_in_64_bits(known.st_ctime_ns),
                inode=_in_64_bits(known.st_ino),
            )
            stamps.setdefault(same, file)
    return list(stamps.values())


def absolute_path(shown: str) -> str:
    """Return the absolute path of a file or folder.

    Raises:
        InputError: the path is relative, and the working directory has been deleted.
    """
    try:
        return os.path.abspath(shown)
    except OSError:
        raise InputError(shown, "no such file or folder; the working directory has been deleted") from None


def read_bytes(path: str, most: int) -> bytes:
    """Return the bytes of a file, or the first `most + 1` bytes if it has more.

    Memory is allocated as the bytes arrive, because the reported size of a file may be zero (a pipe) or wrong.

    Raises:
        OSError, ValueError: the file cannot be read.
    """
    parts, left = [], most + 1
    with open(path, "rb", buffering=0) as file:
        while left and (part := file.read(min(left, _PART))):
            parts.append(part)
            left -= len(part)
    return b"".join(parts)


def unreadable(shown: str, error: OSError | ValueError) -> InputError:
    """Return the error to raise if the system refuses to read a file.

    Args:
        shown: the path as the user wrote it.
        error: the error from the system.
    """
    if isinstance(error, FileNotFoundError):
        return InputError(shown, "no such file or folder")
    if isinstance(error, OSError) and error.strerror:
        return InputError(shown, f"cannot be read: {error.strerror.lower()}")
    return InputError(shown, f"cannot be read: {error}")


def _in_64_bits(number: int) -> int:
    """Return a number that SQLite can store: `touch -d 2400-01-01` gives nanoseconds that do not fit."""
    return (number + (1 << 63)) % (1 << 64) - (1 << 63)


def _folder(absolute: str, shown: str) -> Iterator[tuple[str, str, os.stat_result]]:
    try:
        with os.scandir(absolute) as listing:
            entries = sorted(
                (entry for entry in listing if not entry.name.startswith(".")), key=lambda entry: entry.name
            )
    except OSError as error:
        raise unreadable(shown, error) from None
    for entry in entries:
        if _is_folder(entry, shown):
            if not entry.is_symlink():
                yield from _folder(entry.path, os.path.join(shown, entry.name))
        elif entry.name.endswith(_ENDINGS):
            below = os.path.join(shown, entry.name)
            yield entry.path, below, _status(entry.path, below)


def _is_folder(entry: os.DirEntry[str], shown: str) -> bool:
    try:
        return entry.is_dir()
    except OSError as error:  # a symbolic link whose target must not be read
        raise unreadable(os.path.join(shown, entry.name), error) from None


def _status(absolute: str, shown: str) -> os.stat_result:
    try:
        return os.stat(absolute)
    except (OSError, ValueError) as error:
        raise unreadable(shown, error) from None
