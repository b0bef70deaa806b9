"""Which files a record is made of: named paths, folders of knowledge files, and the bundled record."""

from __future__ import annotations

import os
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ENVIRONMENT = "TAJIK_FACTS"
_ENDINGS = (".yaml", ".yml")


class KnowledgePath(NamedTuple):
    """A knowledge file and what `stat` says of it, by which a changed file is known.

    Attributes:
        path: absolute path.
        shown: the path as the user would recognise it, for messages.
        size: in bytes.
        mtime_ns: time of the last change, in nanoseconds since the epoch.
        inode: number of the file on its device.
    """

    path: str
    shown: str
    size: int
    mtime_ns: int
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
    listed = [path for path in os.environ.get(ENVIRONMENT, "").split(os.pathsep) if path]
    return listed or [bundled_record()]


def knowledge_files(paths: Sequence[str]) -> list[KnowledgePath]:
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
    found: dict[str, KnowledgePath] = {}
    for shown in paths:
        if not shown:
            raise InputError("''", "an empty path; expected a knowledge file or a folder of them")
        absolute = os.path.abspath(shown)
        status = _status(absolute, shown)
        inside = (
            list(_folder(absolute, shown)) if S_ISDIR(status.st_mode) else [_known(absolute, shown, status)]
        )
        if not inside:
            raise InputError(shown, "no knowledge file in this folder; expected at least one *.yaml")
        for file in inside:
            found.setdefault(os.path.realpath(file.path), file)
    return list(found.values())


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


def _folder(absolute: str, shown: str) -> Iterator[KnowledgePath]:
    try:
        names = sorted(name for name in os.listdir(absolute) if not name.startswith("."))
    except OSError as error:
        raise unreadable(shown, error) from None
    for name in names:
        path, below = os.path.join(absolute, name), os.path.join(shown, name)
        if os.path.isdir(path):
            if not os.path.islink(path):
                yield from _folder(path, below)
        elif name.endswith(_ENDINGS):
            yield _known(path, below, _status(path, below))


def _status(absolute: str, shown: str) -> os.stat_result:
    try:
        return os.stat(absolute)
    except (OSError, ValueError) as error:
        raise unreadable(shown, error) from None


def _known(absolute: str, shown: str, status: os.stat_result) -> KnowledgePath:
    if not S_ISREG(status.st_mode):
        raise InputError(shown, "neither a file nor a folder; expected a YAML file")
    return KnowledgePath(absolute, shown, status.st_size, status.st_mtime_ns, status.st_ino)
