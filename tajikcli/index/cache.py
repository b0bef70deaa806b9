"""Opening the index of a record: the kept one where it is fresh, else one brought up to date or built.

Freshness is decided by `stat` alone. Beside each index lies its seal, a text with what the knowledge files looked like
when they were read and what the index itself looked like when it was done: an index that anything else has written to
does not match its seal. That holds for every write that goes through the file system, since the kernel itself keeps the
time of the last change (`ctime`). The seal is no checksum: it does not notice a disk that returns other bytes than it was
given. Where SQLite notices those, the index is dropped, and built anew by the next question. Whoever changes an index
holds its lock; whoever only reads needs none.
"""

from __future__ import annotations

import os
import re
import sqlite3
import sys
import time
from contextlib import contextmanager, suppress
from stat import S_ISREG
from typing import TYPE_CHECKING

from tajikcli.errors import InputError
from tajikcli.index.folder import INDEX_NAME, cache_folder, files_of, place, secure_folder
from tajikcli.index.maker import made_by
from tajikcli.index.schema import SETTLED_AFTER
from tajikcli.paths import absolute_path
from tajikcli.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tajikcli.index.folder import Place
    from tajikcli.paths import KnowledgePath

    Progress = Callable[[int, int], None]

_PATIENCE = 60  # seconds to wait for whoever builds the same index, before answering from memory
# What SQLite itself puts beside a database, and believes where it finds it.
_BESIDE = ("journal", "wal", "shm")
_SETTLED, _RACY = b"settled", b"racy"  # whether `stat` alone can tell that no file has changed


def open_index(
    paths: Sequence[str],
    files: Sequence[KnowledgePath],
    notice: Callable[[str], None],
    progress: Progress | None = None,
) -> sqlite3.Connection:
    """Return an index of a record as its files are now.

    Args:
        paths: the files and folders that the record is made of, as named.
        files: the knowledge files that these stand for.
        notice: told, once, where no index can be kept.
        progress: called with the bytes read so far and those there are, while an index is built.

    Returns:
        a connection that threads may use one after the other.

    Raises:
        InputError: a file can't be read.
        UnsoundRecordError: a file is not sound; nothing is answered from the others alone.
    """
    try:
        where = place(secure_folder(), list(map(absolute_path, paths)))
        wanted = _stats(files)
        connection = _kept(where, wanted)
        if connection is None:
            with _locked(where.lock):
                # Somebody else may have built it meanwhile.
                connection = _kept(where, wanted) or _renewed(where, files, wanted, progress)
    except (OSError, sqlite3.OperationalError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        try:
            where_not = f" in {cache_folder()}"
        except OSError:
            where_not = ""
        notice(f"no index can be kept{where_not} ({reason.lower()}); answering from memory")
        from tajikcli.index.build import build  # noqa: PLC0415 - reads YAML: only where something is compiled

        connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        try:
            build(connection, files, progress)
        except BaseException:
            connection.close()  # Python 3.13 and newer warn of one that is left open
            raise
    return connection


def clear() -> int:
    """Remove every index from the cache folder, and return how many there were.

    Raises:
        InputError: something in the place of an index can't be removed; all others are.
    """
    count = 0
    stuck: InputError | None = None
    for name in _names():
        try:
            with _locked(name.lock):
                count += os.path.lexists(name.database)
                _remove(name)
                _unlink(name.lock)
        except OSError as error:
            shown = os.fsdecode(error.filename or name.lock)
            stuck = InputError(shown, f"can't be removed: {(error.strerror or str(error)).lower()}")
    if stuck is not None:
        raise stuck
    return count


def kept_indexes() -> list[tuple[str, int, sqlite3.Connection | None]]:
    """Return the indexes in the cache folder: path, size in bytes, and a connection where it can be read."""
    found = []
    for name in _names():
        with suppress(OSError):
            found.append((name.database, os.lstat(name.database).st_size, _opened(name.database)))
    return found


def _names() -> list[Place]:
    try:
        folder = cache_folder()
        found = sorted(os.listdir(folder))
    except OSError:
        return []
    # Only names that `place` gives: TAJIK_CACHE_DIR may be a folder with other people's `poetry.lock` in it.
    stems = dict.fromkeys(match[1] for name in found if (match := re.fullmatch(INDEX_NAME, name)))
    return [files_of(os.path.join(folder, stem)) for stem in stems]


def _kept(where: Place, wanted: bytes) -> sqlite3.Connection | None:
    """Return the kept index where it is fresh."""
    state, stats = _unsealed(where)
    if stats != wanted:
        return None
    connection = _opened(where.database)
    if connection is None or state == _SETTLED:
        return connection
    if _contents_same(connection):
        with suppress(OSError):
            _seal(where, wanted, connection)
        return connection
    connection.close()
    return None


def _unsealed(where: Place) -> tuple[bytes, bytes]:
    """Return the state and the files' stats that a seal gives, both empty where the index is not what was sealed."""
    try:
        with open(where.seal, "rb", opener=_unhurried) as seal:
            head, state, stats = seal.read().split(b"\n", 2)
        if head == _head(where.database):
            return state, stats
    except (OSError, ValueError):
        pass
    return b"", b""


def _unhurried(path: str, flags: int) -> int:
    """Open a file for reading; a pipe or a link in its place is neither waited for nor followed."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))


def _head(index: str) -> bytes:
    status = _checked(index)
    stat = f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"
    return f"tajik {__version__} {made_by()} {sqlite3.sqlite_version}: {stat}".encode()


def _checked(index: str) -> os.stat_result:
    """Return what `stat` says of an index that SQLite may open.

    Raises:
        OSError: it is not there or no regular file of the user's (SQLite would wait for a pipe), or so is its journal,
            or there is a write-ahead log, from which SQLite would read other contents than the index has.
    """
    status = os.lstat(index)
    with suppress(FileNotFoundError):
        if not _is_our_own(os.lstat(f"{index}-journal")):
            raise OSError(f"{index}-journal is not a file of its own")
    if not _is_our_own(status) or os.path.lexists(f"{index}-wal"):
        raise OSError(f"{index} is not a file of its own")
    return status


def _is_our_own(status: os.stat_result) -> bool:
    """Tell whether something is a regular file of the user's: no link, pipe, socket, device or folder."""
    return S_ISREG(status.st_mode) and (os.name != "posix" or status.st_uid == os.geteuid())


def _stats(files: Sequence[KnowledgePath]) -> bytes:
    stats = (f"{file.path}\0{' '.join(map(str, file[2:]))}" for file in files)
    return "\0".join(stats).encode("utf-8", "surrogateescape")


def _seal(where: Place, stats: bytes, connection: sqlite3.Connection) -> None:
    (racy,) = connection.execute("SELECT max(max(mtime_ns, ctime_ns)) FROM file WHERE racy").fetchone()
    settled = racy is None or time.time_ns() > racy + SETTLED_AFTER
    content = b"\n".join((_head(where.database), _SETTLED if settled else _RACY, stats))
    _replace(where.seal, content)


def _replace(path: str, content: bytes) -> None:
    aside = f"{path}.{os.getpid()}.tmp"
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        with open(descriptor, "wb") as file:
            file.write(content)
        os.replace(aside, path)
    except BaseException:
        _unlink(aside)
        raise


def _opened(index: str) -> sqlite3.Connection | None:
    """Return a connection that can only read, or None where there is no sound database."""
    uri = f"file:{_quoted(index)}?mode=ro"
    try:
        inode = _checked(index).st_ino
        connection = sqlite3.connect(
            uri, uri=True, isolation_level=None, timeout=30, factory=_KeptIndex, check_same_thread=False
        )
    except (OSError, sqlite3.Error):
        return None
    try:
        connection.execute("SELECT 1 FROM file LIMIT 1").fetchone()
    except sqlite3.Error:
        connection.close()
        return None
    connection.index, connection.inode = index, inode
    return connection


class _KeptIndex(sqlite3.Connection):
    """A connection to an index in the cache folder; it knows the index's path, and its inode when it was opened."""

    index = ""
    inode = 0


def drop(connection: sqlite3.Connection) -> bool:
    """Have a kept index built anew by the next question: SQLite can't read it, though it matches its seal.

    Args:
        connection: as `open_index` gave it.

    Returns:
        Whether it is a kept one; what was built in memory is gone anyway.
    """
    if not isinstance(connection, _KeptIndex):
        return False
    with suppress(OSError):
        _unlink(files_of(connection.index.removesuffix(".index")).seal)
    return True


def another(connection: sqlite3.Connection) -> sqlite3.Connection | None:
    """Return another connection to the same index, or None where it is not kept, or has been replaced meanwhile.

    Args:
        connection: as `open_index` gave it; it is not used.
    """
    if not isinstance(connection, _KeptIndex):
        return None
    other = _opened(connection.index)
    # Looked at after it has been opened: as long as `connection` is open, no other file gets the same inode.
    with suppress(OSError):
        if other is not None and os.lstat(connection.index).st_ino == connection.inode:
            return other
    if other is not None:
        other.close()
    return None


def _quoted(path: str) -> str:
    # As urllib.parse.quote, whose import costs a query more than the query.
    return "".join(
        chr(byte) if (chr(byte).isalnum() and byte < 128) or byte in b"/-_.~" else f"%{byte:02X}"
        for byte in os.fsencode(path)
    )


def _contents_same(connection: sqlite3.Connection) -> bool:
    """Tell whether the files that `stat` can't vouch for still hold what was read."""
    from hashlib import sha256  # noqa: PLC0415 - seldom needed

    for path, digest in connection.execute("SELECT path, digest FROM file WHERE racy"):
        try:
            with open(path, "rb") as file:
                if sha256(file.read()).digest() != digest:
                    return False
        except OSError:
            return False
    return True


def _renewed(
    where: Place, files: Sequence[KnowledgePath], wanted: bytes, progress: Progress | None
) -> sqlite3.Connection:
    """Bring the index up to date, in place where that is possible, and return it; the lock is held."""
    from tajikcli.index.build import change  # noqa: PLC0415 - reads YAML: only where something is compiled

    if _unsealed(where)[1]:
        connection = sqlite3.connect(where.database, isolation_level=None, timeout=30)
        try:
            connection.execute(
                "PRAGMA synchronous = OFF"
            )  # a cache survives a kill, and need survive no more
            connection.execute("BEGIN IMMEDIATE")
            done = change(connection, files)
            connection.execute("COMMIT" if done else "ROLLBACK")
        except sqlite3.DatabaseError:
            done = False
        finally:
            connection.close()
        if done:
            return _sealed(where, wanted)
    _build_aside(where, files, progress)
    return _sealed(where, wanted)


def _sealed(where: Place, wanted: bytes) -> sqlite3.Connection:
    connection = _opened(where.database)
    if connection is None:
        raise sqlite3.OperationalError("the index can't be opened")
    _seal(where, wanted, connection)
    return connection


def _build_aside(where: Place, files: Sequence[KnowledgePath], progress: Progress | None) -> None:
    from tajikcli.index.build import build  # noqa: PLC0415 - as in _renewed

    folder, name = os.path.split(where.database)
    for stale in os.listdir(folder):  # of processes that were killed: the lock is ours
        if stale.startswith(f"{name}.") and stale.endswith(".tmp"):
            _unlink(os.path.join(folder, stale))
    aside = f"{where.database}.{os.getpid()}.tmp"
    os.close(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        connection = sqlite3.connect(aside, isolation_level=None)
        try:
            for setting in ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE"):
                connection.execute(f"PRAGMA {setting}")
            connection.execute("PRAGMA cache_size = -32000")  # KiB
            connection.execute("BEGIN")
            build(connection, files, progress)
            connection.execute("COMMIT")
        finally:
            connection.close()
        # A journal that a killed process left would be rolled back into the new index.
        _remove(where)
        os.replace(aside, where.database)
    except BaseException:
        _unlink(aside)
        raise


def _remove(where: Place) -> None:
    for path in (where.seal, where.database, *(f"{where.database}-{tail}" for tail in _BESIDE)):
        _unlink(path)


def _unlink(path: str) -> None:
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


@contextmanager
def _locked(path: str) -> Iterator[None]:
    """Hold a lock that ends with the process, however that ends.

    Raises:
        OSError: somebody else holds it for longer than we wait.
    """
    if sys.platform == "win32":  # no flock; there, the last to finish wins
        yield
        return
    import fcntl  # noqa: PLC0415 - not for those that only read

    deadline = time.monotonic() + _PATIENCE
    while True:
        with suppress(FileNotFoundError):
            if not _is_our_own(os.lstat(path)):  # nobody can hold that, and it would keep everybody out
                _unlink(path)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        try:
            while not _tried(fcntl.flock, descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB):
                if time.monotonic() > deadline:
                    raise TimeoutError("another tajik has been busy with it for a minute")
                time.sleep(0.02)
            if _is_at(descriptor, path):  # `clear` may have removed the file that we waited for
                yield
                return
        finally:
            os.close(descriptor)


def _tried(lock: Callable[[int, int], None], descriptor: int, operation: int) -> bool:
    try:
        lock(descriptor, operation)
    except BlockingIOError:
        return False
    return True


def _is_at(descriptor: int, path: str) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), os.stat(path))
    except FileNotFoundError:
        return False
