"""Build an index, or update it file by file."""

from __future__ import annotations

import os
from hashlib import sha256
from itertools import groupby
from time import time_ns
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from tajikcli.errors import UnsoundRecordError
from tajikcli.index.compile import is_racy, read_into
from tajikcli.index.entities import Entities
from tajikcli.index.schema import GAP, INDEXES, STRIDE, TABLES, run_all
from tajikcli.index.searched import follow
from tajikcli.model.knowledge import KnowledgeFile
from tajikcli.reader.archive import Agreement, dangling
from tajikcli.reader.faults import Guesses
from tajikcli.reader.files import locate_faults, read_content

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from tajikcli.paths import FileStamp
    from tajikcli.problems import Problem


class Indexed(NamedTuple):
    """A file in an index: its rank, the result of `stat`, and the content that was read."""

    rank: int
    path: str
    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int
    digest: bytes
    racy: bool

    def surely_is(self, file: FileStamp) -> bool:
        """Return whether a file is unchanged since it was read, by `stat` alone."""
        return not self.racy and (self.size, self.mtime_ns, self.ctime_ns, self.inode) == file.status


def build(
    connection: sqlite3.Connection,
    files: Sequence[FileStamp],
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Fill an empty database with the index of a record, without the words of its statements, which `searched` adds.

    Args:
        connection: a connection to the database; nothing is committed.
        files: the knowledge files, in the order of the record.
        progress: called for each file with the number of bytes read so far and the total.

    Raises:
        InputError: a file cannot be read.
        UnsoundRecordError: files have errors or contradict each other; the exception has every problem.
    """
    run_all(connection, TABLES)
    read_into(connection, [(GAP * number, file) for number, file in enumerate(files, 1)], progress)
    run_all(connection, INDEXES)
    _define(connection, files)
    _follow_links(connection, files)


def change(connection: sqlite3.Connection, files: Sequence[FileStamp], *, words: bool) -> bool:
    """Update an index in place, reading only the files that may have changed.

    Args:
        connection: a connection to an index, in a transaction; nothing is committed.
        files: the current knowledge files, in the order of the record.
        words: whether the index has the words of its statements.

    Returns:
        Whether the update was possible; if not, the index has to be rebuilt.

    Raises:
        InputError: a file cannot be read.
        UnsoundRecordError: as for `build`.
    """
    before = {file.path: file for file in indexed_files(connection)}
    ranks = _ranks(before, files)
    if ranks is None:
        return False
    now = {file.path for file in files}
    gone = [old.rank for path, old in before.items() if path not in now]
    changed = []
    for rank, file in zip(ranks, files, strict=True):
        old = before.get(file.path)
        if old is None:
            changed.append((rank, file))
        elif not old.surely_is(file):
            started = time_ns()
            if sha256(read_content(file.path, file.shown)).digest() == old.digest:
                connection.execute(
                    "UPDATE file SET size = ?, mtime_ns = ?, ctime_ns = ?, inode = ?, racy = ? WHERE rank = ?",
                    (*file.status, is_racy(file, started), rank),
                )
            else:
                changed.append((rank, file))
    touched = [*gone, *(rank for rank, _ in changed)]
    defined = _definitions(connection, touched)
    for rank in touched:
        _forget(connection, rank)
    read_into(connection, changed)
    if _definitions(connection, touched) != defined:
        _define(connection, files)
    if words:
        follow(connection, gone, [rank for rank, _ in changed])
    if touched:
        _follow_links(connection, files)
    return True


def indexed_files(connection: sqlite3.Connection) -> list[Indexed]:
    """Return the files from which an index was built, in the order of the record."""
    rows = connection.execute(
        "SELECT rank, path, size, mtime_ns, ctime_ns, inode, digest, racy FROM file ORDER BY rank"
    )
    return [Indexed(rank, os.fsdecode(path), *rest) for rank, path, *rest in rows]


def _ranks(before: dict[str, Indexed], files: Sequence[FileStamp]) -> list[int] | None:
    """Return a rank for each file, the same as before for old files; None if there is no room or the order has changed."""
    ranks: list[int] = []
    low = 0
    for known, run in groupby(enumerate(files), key=lambda item: item[1].path in before):
        members = list(run)
        if known:
            ranks += [before[file.path].rank for _, file in members]
        else:
            after = members[-1][0] + 1
            high = before[files[after].path].rank if after < len(files) else low + GAP * (len(members) + 1)
            step = (high - low) // (len(members) + 1)
            ranks += [low + step * number for number in range(1, len(members) + 1)]
        low = ranks[-1]
    rising = all(one < other for one, other in zip([0, *ranks], ranks, strict=False))
    return ranks if rising else None


def _definitions(connection: sqlite3.Connection, ranks: Sequence[int]) -> list[str | None]:
    definitions = []
    for rank in ranks:
        row = connection.execute("SELECT definitions FROM file WHERE rank = ?", (rank,)).fetchone()
        definitions.append(row[0] if row else None)
    return definitions


def _forget(connection: sqlite3.Connection, rank: int) -> None:
    """Delete all rows of a file from an index."""
    first, last = rank * STRIDE, (rank + 1) * STRIDE - 1
    for table, column, kind in (
        ("statement_topic", "topic", "topic"),
        ("statement_via", "relay", "relay"),
    ):
        slugs = connection.execute("SELECT slug FROM entity WHERE kind = ?", (kind,)).fetchall()
        connection.executemany(
            f"DELETE FROM {table} WHERE {column} = ? AND seq BETWEEN ? AND ?",
            [(slug, first, last) for (slug,) in slugs],
        )
    for table, key in (
        ("statement", "seq"),
        ("merged", "seq"),
        ("answer", "seq"),
        ("figure", "seq"),
        ("link", "seq"),
    ):
        connection.execute(f"DELETE FROM {table} WHERE {key} BETWEEN ? AND ?", (first, last))
    for table in ("tally", "file"):
        connection.execute(f"DELETE FROM {table} WHERE rank = ?", (rank,))


def _define(connection: sqlite3.Connection, files: Sequence[FileStamp]) -> None:
    """Write the definitions of all files, or raise an error if they contradict each other."""
    entities, agreement = Entities(), Agreement()
    decode = msgspec.json.Decoder(KnowledgeFile).decode
    problems: list[Problem] = []
    rows = connection.execute("SELECT definitions FROM file ORDER BY rank")
    for file, (text,) in zip(files, rows, strict=True):
        definitions = decode(text)
        if faults := agreement.faults(file.shown, definitions):
            problems += locate_faults(read_content(file.path, file.shown), file.shown, faults)
        entities.add(definitions)
    if problems:
        raise UnsoundRecordError(problems)
    entities.write(connection)


def _follow_links(connection: sqlite3.Connection, files: Sequence[FileStamp]) -> None:
    """Raise an error if a link to another meeting leads nowhere; the reader has checked links inside a file."""
    lost = connection.execute(
        "SELECT seq, number, to_meeting || '/' || to_id FROM link WHERE abroad AND NOT EXISTS"
        " (SELECT 1 FROM statement WHERE id = to_id AND meeting = to_meeting) AND NOT EXISTS"
        " (SELECT 1 FROM merged WHERE id = to_id AND meeting = to_meeting) ORDER BY seq, number"
    ).fetchall()
    if not lost:
        return
    ids = [row[0] for row in connection.execute("SELECT meeting || '/' || id FROM statement")]
    by_rank = dict(zip((file.rank for file in indexed_files(connection)), files, strict=True))
    guesses = Guesses()
    problems: list[Problem] = []
    for rank, links in groupby(lost, key=lambda row: int(row[0]) // STRIDE):
        faults = [dangling(seq % STRIDE, number, target, ids, guesses) for seq, number, target in links]
        file = by_rank[rank]
        problems += locate_faults(read_content(file.path, file.shown), file.shown, faults)
    raise UnsoundRecordError(problems)
