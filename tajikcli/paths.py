"""Which files a record is made of: named paths, folders of knowledge files, and the bundled record."""

from __future__ import annotations

import os
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

VARIABLE = "TAJIK_FACTS"
_ENDINGS = (".yaml", ".yml")
_PART = 1 << 20  # bytes that are read at a time


class FileStamp(NamedTuple):
    """A knowledge file and what `stat` says of it, by which a changed file is known.

    Attributes:
        path: absolute path.
        shown: the path as the user would recognise it, for messages.
        size: in bytes.
        mtime_ns: time of the last change of its contents, in nanoseconds since the epoch, as anybody may set it.
        ctime_ns: time of the last change of any kind, which nobody can set (on Windows the time it was made).
        inode: number of the file on its device.
    """

    path: str
    shown: str
    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int


def bundled_record() -> str:
    """Return the path of the record that tajik carries."""
    here = os.path.dirname(os.path.abspath(__file__))
    installed = os.path.join(here, "facts.yaml")
    # In a checkout (an editable install, a test run) the file stands beside the package.
    return installed if os.path.exists(installed) else os.path.join(os.path.dirname(here), "facts.yaml")


def record_paths(named: Sequence[str] = ()) -> list[str]:
    """Return the paths in use: those named, else those of `TAJIK_FACTS`, else the bundled record."""
    if named:
        return list(named)
    listed = [path for path in os.environ.get(VARIABLE, "").split(os.pathsep) if path]
    return listed or [bundled_record()]


def record_origin() -> str:
    """Return what chooses the record where no path is named: `TAJIK_FACTS`, or `the bundled record` where it is not set."""
    return VARIABLE if os.environ.get(VARIABLE, "").strip(os.pathsep) else "the bundled record"


def knowledge_files(paths: Sequence[str]) -> list[FileStamp]:
    """Return the knowledge files that `paths` stand for, in the record's order, none of them twice.

    A folder stands for every `.yaml` and `.yml` file in it and the folders below it, by name; hidden
    ones are passed over, and so are folders reached by a symbolic link.

    Args:
        paths: files and folders, as the user named them.

    Returns:
        Each file with what `stat` says of it.

    Raises:
        InputError: a path is not there or can't be read, or a folder holds no knowledge file.
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
            # Where the system gives no inode, the real path tells whether two names are one file.
            same = (known.st_dev, known.st_ino) if known.st_ino else os.path.realpath(path)
            times = (_in_64_bits(known.st_mtime_ns), _in_64_bits(known.st_ctime_ns))
            file = FileStamp(path, name, known.st_size, *times, _in_64_bits(known.st_ino))
            stamps.setdefault(same, file)
    return list(stamps.values())


def absolute_path(shown: str) -> str:
    """Return the absolute path of a file or folder.

    Raises:
        InputError: the path is relative, and the working folder has been deleted.
    """
    try:
        return os.path.abspath(shown)
    except OSError:
        raise InputError(shown, "no such file or folder; the working folder has been deleted") from None


def read_bytes(path: str, most: int) -> bytes:
    """Return a file's bytes, or the first `most + 1` where it has more.

    Memory is taken as the bytes come: the size that a file claims may be none (a pipe) or untrue.

    Raises:
        OSError, ValueError: it can't be read.
    """
    parts, left = [], most + 1
    with open(path, "rb", buffering=0) as file:
        while left and (part := file.read(min(left, _PART))):
            parts.append(part)
            left -= len(part)
    return b"".join(parts)


def unreadable(shown: str, error: OSError | ValueError) -> InputError:
    """Return what to say when the system refuses a file.

    Args:
        shown: the path as the user named it.
        error: what the system said.

    Returns:
        The error to raise instead.
    """
    if isinstance(error, FileNotFoundError):
        return InputError(shown, "no such file or folder")
    if isinstance(error, OSError) and error.strerror:
        return InputError(shown, f"can't be read: {error.strerror.lower()}")
    return InputError(shown, f"can't be read: {error}")


def _in_64_bits(number: int) -> int:
    """Return a number as SQLite can hold it: `touch -d 2400-01-01` gives nanoseconds that it can't."""
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
    except OSError as error:  # where a link leads to what may not be looked at
        raise unreadable(os.path.join(shown, entry.name), error) from None


def _status(absolute: str, shown: str) -> os.stat_result:
    try:
        return os.stat(absolute)
    except (OSError, ValueError) as error:
        raise unreadable(shown, error) from None
