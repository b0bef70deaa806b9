"""The cache folder: where it is, the names of its files, and how to remove them."""

from __future__ import annotations

import os
import re
import sys
import time
from contextlib import suppress
from stat import S_IMODE, S_ISDIR, S_ISREG

from tajikcli.parts import Parts

CACHE_VARIABLE = "TAJIK_CACHE_DIR"
_DAY = 24 * 60 * 60  # seconds
# The files that SQLite writes beside a database and reads if they exist.
_BESIDE = ("journal", "wal", "shm")
_PRIME = 2**48 - 59  # the largest prime with twelve hexadecimal digits


class IndexFiles(Parts):
    """The files of one index.

    Attributes:
        database: the SQLite database.
        seal: a text with the sources of the index, and the result of `stat` for the index.
        lock: a process that changes one of these holds it.
    """

    database: str
    seal: str
    lock: str


def cache_folder() -> str:
    """Return the cache folder in use: `TAJIK_CACHE_DIR`, otherwise the platform's cache folder for tajik.

    The rules are those of platformdirs' `user_cache_dir`; a test compares them. Importing platformdirs would
    take a quarter of a start.

    Raises:
        OSError: `TAJIK_CACHE_DIR` is relative to a deleted working directory, or the home folder is unknown.
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
    """Return the home folder: `HOME` if it is a usable path, otherwise the folder of the user's account."""
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
    """Return the cache folder, created if needed, if no other user can write to it.

    Raises:
        OSError: it cannot be created, is a symbolic link or not a folder, belongs to another user, or others may
            write to it.
    """
    folder = cache_folder()
    try:
        status = os.lstat(folder)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(folder), exist_ok=True)
        with suppress(FileExistsError):  # another process has just created it
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
    """Return the files of the index for a set of paths.

    The name is short, and two sets of paths may share it; the seal distinguishes them.

    Args:
        folder: the cache folder.
        paths: absolute paths of the files and folders of a record, as the user wrote them.
    """
    text = "\0".join(paths).encode(errors="surrogateescape")
    # A remainder is a sufficient hash and needs no import; importing zlib or hashlib takes longer than opening the index.
    return files_of(os.path.join(folder, f"{int.from_bytes(text) % _PRIME:012x}"))


INDEX_NAME = r"([0-9a-f]{12})[.](?:index|seal|lock)"  # the file names that `files_for` returns


def files_of(stem: str) -> IndexFiles:
    """Return the files of an index, given the common beginning of their paths."""
    return IndexFiles(database=f"{stem}.index", seal=f"{stem}.seal", lock=f"{stem}.lock")


def kept_files(folder: str) -> list[IndexFiles]:
    """Return the files of each index in the cache folder, in the order of their names.

    Only names from `files_for` count, because `TAJIK_CACHE_DIR` may be a folder that contains another
    program's `poetry.lock`.

    Raises:
        OSError: the folder cannot be read.
    """
    stems = dict.fromkeys(
        match[1] for name in sorted(os.listdir(folder)) if (match := re.fullmatch(INDEX_NAME, name))
    )
    return [files_of(os.path.join(folder, stem)) for stem in stems]


def mark_used(where: IndexFiles) -> None:
    """Record, in the modification time of the seal, that an index is in use; this is done at most once a day.

    If it cannot be recorded, the index may be removed some day, and is then built again.
    """
    with suppress(OSError):
        now = time.time()
        if abs(now - os.lstat(where.seal).st_mtime) > _DAY:
            os.utime(where.seal, (now, now))


def is_our_own(status: os.stat_result) -> bool:
    """Return whether something is a regular file of the user: not a link, pipe, socket, device or folder."""
    return S_ISREG(status.st_mode) and (os.name != "posix" or status.st_uid == os.geteuid())


def remove(where: IndexFiles) -> None:
    """Remove an index: first its seal, so that no process uses the rest."""
    for path in (where.seal, where.database, *(f"{where.database}-{tail}" for tail in _BESIDE)):
        unlink(path)


def unlink(path: str) -> None:
    """Remove a file or an empty folder with the name of one of our files.

    Raises:
        OSError: it cannot be removed, or it is a folder that is not empty, which somebody may need.
    """
    with suppress(FileNotFoundError):
        try:
            os.unlink(path)
        except OSError:
            if not os.path.isdir(path):
                raise
            os.rmdir(path)
