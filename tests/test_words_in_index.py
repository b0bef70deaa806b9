"""The words of the statements are added to an index by the first command that finds statements by their words."""

from __future__ import annotations

import io
import itertools
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager, redirect_stderr, redirect_stdout, suppress
from typing import TYPE_CHECKING

import pytest
from support.lake import HILL, Terminal, archive, run_cli

from tajikcli.cli import main
from tajikcli.commands import opening
from tajikcli.index import build, cache, lock, searched, update
from tajikcli.index.connection import has_words, opened
from tajikcli.render import progress
from tajikcli.repository import many
from tajikcli.repository.rows import Rows, open_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

READ = "cannot save the words of the statements in {cached} (another process is reading the index); adding them in memory"
DRAFT = "“We are satisfied,” Orlova said."


def asked(where: Path, *words: str | Path) -> str:
    answer = run_cli("--file", where, *words)
    assert answer.code == 0, answer.err
    return answer.out


def fresh(where: Path, elsewhere: Path, *words: str | Path) -> str:
    """Return the answer of a cache that has no index yet."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TAJIK_CACHE_DIR", str(elsewhere))
        return asked(where, *words)


def found(rows: Rows) -> list[str]:
    return list(rows.found("trade school", rows.query()).hits.texts())


def index_of(cached: Path) -> Path:
    (index,) = cached.glob("*.index")
    return index


def is_worded(cached: Path) -> bool:
    connection = opened(str(index_of(cached)))
    assert connection is not None
    with closing(connection):
        return has_words(connection)


@pytest.fixture
def where(tmp_path: Path, cached: Path) -> Path:
    """An archive whose index has no words."""
    path = archive(tmp_path)
    asked(path, "statements")
    assert not is_worded(cached)
    return path


@pytest.mark.parametrize(("command", "in_memory"), [("search", 0), ("search", 50_000), ("check", 50_000)])
@pytest.mark.usefixtures("settled")
def test_the_first_command_that_needs_words_adds_them_and_reads_no_file_again(
    command: str, in_memory: int, where: Path, cached: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = where.with_name("draft.md")
    draft.write_text(DRAFT, encoding="utf-8")
    words = (command, draft if command == "check" else "trade")
    expected = fresh(where, where.with_name("fresh"), *words)
    monkeypatch.setattr(update, "build", None)
    monkeypatch.setattr(build, "read_content", None)
    monkeypatch.setattr(searched, "_IN_MEMORY", in_memory)
    before = index_of(cached).stat().st_ino
    assert asked(where, *words) == expected
    assert is_worded(cached)
    assert index_of(cached).stat().st_ino == before
    monkeypatch.setattr(update, "add_words", None)
    assert asked(where, *words) == expected


def test_progress_is_reported_while_words_are_added(where: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For an index that is saved and for one in memory; it ends before the answer is printed."""
    told: list[object] = []

    @contextmanager
    def adding() -> Iterator[Callable[[int, int], None]]:
        yield lambda done, total: told.append((done, total))
        told.append("end")

    monkeypatch.setattr(searched, "_AT_ONCE", 2)
    expected = [(0, 7), (2, 7), (4, 7), (6, 7), "end"]
    with open_rows([str(where)], adding=adding) as rows:
        assert told == []
        found(rows)
        assert told == expected
        found(rows)
        assert told == expected
    monkeypatch.setenv("TAJIK_CACHE_DIR", str(where / "1-lake.yaml"))
    with open_rows([str(where)], adding=adding) as rows:
        found(rows)
    assert told == [*expected, *expected]


@pytest.mark.parametrize("command", ["search", "check"])
def test_progress_is_shown_on_a_terminal_and_is_gone_at_the_end(
    command: str, where: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With `--jobs`, the words are added before several processes need them."""
    shown: list[str] = []

    class Bar:
        def __init__(self, what: str) -> None:
            shown.append(what)

        def advance(self, done: int, total: int) -> None:
            shown.append(f"{done} of {total}")

        def end(self) -> None:
            shown.append("end")

    monkeypatch.setattr(opening, "_UNNOTICED", 0)
    monkeypatch.setattr(progress, "Bar", Bar)
    monkeypatch.setattr(many, "_in_processes", lambda *_: iter([]))
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    for number in range(9):
        (drafts / f"{number}.md").write_text(DRAFT, encoding="utf-8")
    words = ("check", drafts, "--jobs", "2") if command == "check" else ("search", "trade")
    with redirect_stdout(io.StringIO()), redirect_stderr(Terminal()), suppress(SystemExit):
        main(["--file", str(where), *map(str, words)])
    assert shown == ["adding words", "0 of 7", "end"]


@contextmanager
def locked(cached: Path, _: Path) -> Iterator[None]:
    (path,) = cached.glob("*.lock")
    with lock.locked(str(path)):
        yield


@contextmanager
def reader(cached: Path) -> Iterator[None]:
    with closing(sqlite3.connect(index_of(cached))) as connection:
        reading = connection.execute("SELECT json FROM answer")
        reading.fetchone()
        yield
        reading.close()


@contextmanager
def being_read(cached: Path, _: Path) -> Iterator[None]:
    """A reader that is there at the start is noticed before the work, not after it."""
    with reader(cached), pytest.MonkeyPatch.context() as patch:
        patch.setattr(update, "add_words", None)
        yield


@contextmanager
def read_later(cached: Path, _: Path) -> Iterator[None]:
    def added(
        connection: sqlite3.Connection, progress: Callable[[int, int], None], saved: Callable[[], None]
    ) -> None:
        with reader(cached):
            searched.add_words(connection, progress, saved=saved)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(update, "add_words", added)
        yield


@contextmanager
def added_by_another(cached: Path, where: Path) -> Iterator[None]:
    """While this process waits for the lock; the other one reads what it has added."""
    held = lock.locked

    @contextmanager
    def taken(path: str) -> Iterator[None]:
        with pytest.MonkeyPatch.context() as undone:
            undone.setattr(lock, "locked", held)
            asked(where, "search", "trade")
        with held(path), reader(cached):
            yield

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lock, "locked", taken)
        yield


@contextmanager
def full(_: Path, __: Path) -> Iterator[None]:
    def refused(
        connection: sqlite3.Connection, progress: Callable[[int, int], None], saved: Callable[[], None]
    ) -> None:
        connection.execute("PRAGMA max_page_count = 1")
        searched.add_words(connection, progress, saved=saved)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(update, "add_words", refused)
        yield


@contextmanager
def removed(_: Path, __: Path) -> Iterator[None]:
    cache.clear()
    yield


@contextmanager
def replaced(cached: Path, where: Path) -> Iterator[None]:
    (where / "2-hill.yaml").unlink()
    index_of(cached).unlink()
    asked(where, "statements")
    yield


@pytest.mark.parametrize(
    ("cause", "note"),
    [
        (locked, "timed out"),
        (being_read, READ),
        (read_later, READ),
        (full, "full"),
        (added_by_another, ""),
        (removed, ""),
        (replaced, ""),
    ],
)
def test_words_that_cannot_be_saved_are_kept_in_memory(
    cause: Callable[[Path, Path], AbstractContextManager[None]],
    note: str,
    where: Path,
    cached: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The answer is the same, and a note says why, unless the index is no longer that of the record."""
    monkeypatch.setattr(lock, "_PATIENCE", 0)
    monkeypatch.setattr(update, "_MOMENT", 0)
    monkeypatch.setattr(update, "_GLANCE", 0)
    with monkeypatch.context() as patch, open_rows([str(where)]) as rows:
        patch.setattr(update, "save_words", lambda _, __: None)
        expected = found(rows)
    notes: list[str] = []
    with open_rows([str(where)], notes.append) as rows:
        with cause(cached, where):
            assert found(rows) == expected
        assert found(rows) == expected
    assert [note.format(cached=cached) in one for one in notes] == [True] * bool(note)
    again: list[str] = []
    with open_rows([str(where)], again.append) as rows:
        assert (found(rows) == expected) == (cause is not replaced)
    assert again == []


def test_words_in_memory_follow_the_index(where: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_rows([str(where)]) as rows:
        with monkeypatch.context() as patch:
            patch.setattr(update, "save_words", lambda _, __: None)
            assert not any("zeppelin" in one for one in found(rows))
            hill = where / "2-hill.yaml"
            hill.write_text(HILL.replace("We climb", "Trade school zeppelin"), encoding="utf-8")
            asked(where, "statements")
            assert any("zeppelin" in one for one in found(rows))
        hill.write_text(HILL.replace("We climb", "Trade school airship"), encoding="utf-8")
        asked(where, "search", "trade")
        assert any("airship" in one for one in found(rows))


@pytest.mark.parametrize("cache_folder", ["cache/tajik", "archive/1-lake.yaml"])
def test_an_interrupt_leaves_all_words_or_none(
    cache_folder: str, where: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This also holds for words in several transactions, and for an index in memory, which is used where the cache folder is not a folder."""
    monkeypatch.setattr(searched, "_IN_MEMORY", 0)
    monkeypatch.setenv("TAJIK_CACHE_DIR", str(tmp_path / cache_folder))
    add, calls = searched._add, itertools.count()

    def interrupted(connection: sqlite3.Connection, rank: int, step: Callable[[], None]) -> None:
        if next(calls) == 1:
            raise KeyboardInterrupt
        add(connection, rank, step)

    monkeypatch.setattr(searched, "_add", interrupted)
    with open_rows([str(where)]) as rows:
        with pytest.raises(KeyboardInterrupt):
            found(rows)
        assert not has_words(rows._connection)
        words = found(rows)
    assert len(words) > 2
    assert any("hill-2032" in one for one in words)


# A search that is killed after the words of the first file, at the next file, whose words have a transaction of their own, at the end of
# a transaction, or before it renews the seal.
KILLED = """
import os, signal, sys
from tajikcli.cli import main
from tajikcli.index import searched, update

moment, where = sys.argv[1:]
searched._IN_MEMORY = 0 if moment == "next file" else 50_000
add_words, add = searched.add_words, searched._add

def killed(*_):
    os.kill(os.getpid(), signal.SIGKILL)

def written_early(connection, progress, **more):
    connection.set_trace_callback(lambda sql: killed() if sql == moment else None)
    connection.execute("PRAGMA cache_spill = 1")
    connection.execute("PRAGMA cache_size = 1")
    add_words(connection, progress, **more)

def added(connection, rank, step):
    if moment == "next file" and rank > 1024:
        killed()
    add(connection, rank, step)
    if moment != "next file":
        connection.execute("CREATE TABLE IF NOT EXISTS large AS SELECT zeroblob(1000000)")
    if moment == "file":
        killed()

if moment == "seal":
    update.renew_seal = killed
else:  # as if the index were so large that SQLite writes parts of it before the end
    update.add_words, searched._add = written_early, added
main(["--file", where, "search", "trade"])
"""


@pytest.mark.parametrize("changes", [False, True])
@pytest.mark.parametrize("moment", ["file", "next file", "COMMIT", "seal"])
def test_after_the_first_search_is_killed_the_next_one_answers(
    moment: str, where: Path, cached: Path, tmp_path: Path, *, changes: bool
) -> None:
    """The answer is that of a fresh cache, also if a file changes in between."""
    index = index_of(cached)
    journal = index.with_name(f"{index.name}-journal")
    content, inode = index.read_bytes(), index.stat().st_ino
    process = subprocess.run([sys.executable, "-c", KILLED, moment, where], check=False)
    assert process.returncode == -signal.SIGKILL
    assert journal.exists() == (moment in {"file", "COMMIT"})
    assert moment != "next file" or not is_worded(cached)
    assert index.read_bytes() != content
    if changes:
        hill = where / "2-hill.yaml"
        hill.write_text(HILL.replace("We climb", "Trade school zeppelin"), encoding="utf-8")
    for words in (("search", "trade", "school"), ("statements",)):
        assert asked(where, *words) == fresh(where, tmp_path / "fresh", *words)
    assert is_worded(cached)
    assert not (journal.exists() and journal.stat().st_size)
    assert (index.stat().st_ino == inode) == (moment == "next file"), "kept if it matches its seal"


def test_first_searches_at_the_same_time_see_a_changed_file_or_not(
    where: Path, cached: Path, tmp_path: Path
) -> None:
    """Each answer is that of a fresh cache before or after the change."""
    words = ("search", "trade", "school", "--json")
    before = fresh(where, tmp_path / "before", *words)
    command = [sys.executable, "-m", "tajikcli", "--file", str(where), *words]

    def started() -> list[subprocess.Popen[str]]:
        return [
            subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in "ab"
        ]

    searches = started()
    aside = tmp_path / "aside.yaml"
    aside.write_text(HILL.replace("We climb", "Trade school zeppelin"), encoding="utf-8")
    aside.replace(where / "2-hill.yaml")
    searches += started()
    answers = [search.communicate() for search in searches]
    after = fresh(where, tmp_path / "after", *words)
    assert before != after
    assert {out for out, _ in answers} <= {before, after}
    assert not any("cannot save" in err for _, err in answers)
    assert answers[-1][0] == answers[-2][0] == asked(where, *words) == after
    assert is_worded(cached)
