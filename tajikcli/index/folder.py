"""Where indexes are kept: the cache folder, the names of the files in it, and removing them."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from stat import S_IMODE, S_ISDIR, S_ISREG
from typing import NamedTuple

CACHE_VARIABLE = "TAJIK_CACHE_DIR"
# What SQLite itself puts beside a database, and believes where it finds it.
_BESIDE = ("journal", "wal", "shm")
_PRIME = 2**48 - 59  # the largest of twelve hexadecimal digits


class IndexFiles(NamedTuple):
    """The files of one index.

    Attributes:
        database: the SQLite database.
        seal: what the index was built from, and what `stat` says of it since: a text.
        lock: held by whoever changes either.
    """

    database: str
    seal: str
    lock: str


def cache_folder() -> str:
    """Return the cache folder in use: `TAJIK_CACHE_DIR`, else the platform's own for tajik.

    The rules are those of platformdirs' `user_cache_dir` (a test compares them): importing it costs a quarter of the whole
    start, for these lines.

    Raises:
        OSError: `TAJIK_CACHE_DIR` is relative to a working folder that has been deleted, or nobody knows the home folder.
    """
    if named := os.environ.get(CACHE_VARIABLE):
        return os.path.abspath(named)
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~\\AppData\\Local")
        return os.path.join(local, "tajik", "tajik", "Cache")
    if sys.platform == "darwin":
        return os.path.join(_home(), "Library", "Caches", "tajik")
    cache = os.environ.get("XDG_CACHE_HOME", "")
    return os.path.join(cache if os.path.isabs(cache) else os.path.join(_home(), ".cache"), "tajik")


def _home() -> str:
    """Return the home folder: `HOME` where that is a path that can be meant, else the one of the user's account."""
    home = os.environ.get("HOME", "")
    if not os.path.isabs(home):
        import pwd

        try:
            home = pwd.getpwuid(os.getuid()).pw_dir
        except KeyError:
            home = ""
    if not os.path.isabs(home):
        raise OSError("there is no home folder; set TAJIK_CACHE_DIR to another folder")
    return home


def secure_folder() -> str:
    """Return the cache folder, made if need be, when nobody else can write into it.

    Raises:
        OSError: it can't be made, is a symbolic link or no folder, belongs to somebody else, or others may
            write into it.
    """
    folder = cache_folder()
    try:
        status = os.lstat(folder)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(folder), exist_ok=True)
        with suppress(FileExistsError):  # another process was as quick
            os.mkdir(folder, 0o700)
        status = os.lstat(folder)
    if not S_ISDIR(status.st_mode):
        raise OSError(f"{folder} is a link or not a folder")
    if os.name == "posix":
        if status.st_uid != os.geteuid():
            raise OSError(f"{folder} belongs to another user")
        if S_IMODE(status.st_mode) & 0o022:
            raise OSError(f"{folder} can be written by others")
    return folder


def files_for(folder: str, paths: list[str]) -> IndexFiles:
    """Return the files of the index for one set of paths.

    The name is short and may be shared by two sets of paths: the seal tells them apart.

    Args:
        folder: the cache folder.
        paths: absolute paths of the files and folders that a record is made of, as named.
    """
    text = "\0".join(paths).encode(errors="surrogateescape")
    # A remainder is hash enough, and needs no import: that of zlib or hashlib costs more than opening the index.
    return files_of(os.path.join(folder, f"{int.from_bytes(text) % _PRIME:012x}"))


INDEX_NAME = r"([0-9a-f]{12})[.](?:index|seal|lock)"  # of the files that `files_for` names


def files_of(stem: str) -> IndexFiles:
    """Return the files of an index, from what their paths begin with."""
    return IndexFiles(f"{stem}.index", f"{stem}.seal", f"{stem}.lock")


def is_our_own(status: os.stat_result) -> bool:
    """Tell whether something is a regular file of the user's: no link, pipe, socket, device or folder."""
    return S_ISREG(status.st_mode) and (os.name != "posix" or status.st_uid == os.geteuid())


def remove(where: IndexFiles) -> None:
    """Remove an index: its seal first, so that nobody takes what is left for one."""
    for path in (where.seal, where.database, *(f"{where.database}-{tail}" for tail in _BESIDE)):
        unlink(path)


def unlink(path: str) -> None:
    """Remove what has the name of one of our files, whatever it is.

    Raises:
        OSError: it can't be removed; so are folders that are not empty, which somebody may need.
    """
    with suppress(FileNotFoundError):
        try:
            os.unlink(path)
        except OSError:
            if not os.path.isdir(path):
                raise
            os.rmdir(path)
