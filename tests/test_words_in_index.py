"""The words of the statements are added to an index by the first command that finds statements by their words."""

from __future__ import annotations

import itertools
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest
from support.lake import HILL, archive, run_cli

from tajikcli.index import build, cache, lock, searched, update
from tajikcli.index.connection import has_words, opened
from tajikcli.repository.rows import Rows, open_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

DRAFT = "“We are satisfied,” Orlova said."


def asked(where: Path, *words: str | Path) -> str:
    answer = run_cli("--file", where, *words)
    assert answer.code == 0, answer.err
    return answer.out


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


@pytest.mark.parametrize("command", ["search", "check"])
@pytest.mark.usefixtures("settled")
def test_the_first_command_that_needs_words_adds_them_and_reads_no_file_again(
    command: str, where: Path, cached: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(DRAFT, encoding="utf-8")
    monkeypatch.setattr(update, "build", None)
    monkeypatch.setattr(build, "read_content", None)
    before = index_of(cached).stat().st_ino
    words = (command, draft if command == "check" else "trade")
    first = asked(where, *words)
    assert is_worded(cached)
    assert index_of(cached).stat().st_ino == before
    monkeypatch.setattr(update, "add_words", None)
    assert asked(where, *words) == first


@contextmanager
def locked(cached: Path, _: Path) -> Iterator[None]:
    (path,) = cached.glob("*.lock")
    with lock.locked(str(path)):
        yield


@contextmanager
def being_read(cached: Path, _: Path) -> Iterator[None]:
    with closing(sqlite3.connect(index_of(cached))) as reader:
        reading = reader.execute("SELECT json FROM answer")
        reading.fetchone()
        yield
        reading.close()


@contextmanager
def full(_: Path, __: Path) -> Iterator[None]:
    def refused(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA max_page_count = 1")
        searched.add_words(connection)

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
    [(locked, "timed out"), (being_read, "locked"), (full, "full"), (removed, ""), (replaced, "")],
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
    monkeypatch.setattr(update, "_MOMENT", 0.1)
    with monkeypatch.context() as patch, open_rows([str(where)]) as rows:
        patch.setattr(update, "save_words", lambda _: None)
        expected = found(rows)
    notes: list[str] = []
    with open_rows([str(where)], notes.append) as rows:
        with cause(cached, where):
            assert found(rows) == expected
        assert found(rows) == expected
    assert [note in one for one in notes] == [True] * bool(note)
    again: list[str] = []
    with open_rows([str(where)], again.append) as rows:
        assert (found(rows) == expected) == (cause is not replaced)
    assert again == []


def test_words_in_memory_follow_the_index(where: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_rows([str(where)]) as rows:
        with monkeypatch.context() as patch:
            patch.setattr(update, "save_words", lambda _: None)
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
    """This also holds for an index in memory, which is used where the cache folder is not a folder."""
    monkeypatch.setenv("TAJIK_CACHE_DIR", str(tmp_path / cache_folder))
    add, calls = searched._add, itertools.count()

    def interrupted(connection: sqlite3.Connection, rank: int) -> None:
        if next(calls) == 1:
            raise KeyboardInterrupt
        add(connection, rank)

    monkeypatch.setattr(searched, "_add", interrupted)
    with open_rows([str(where)]) as rows:
        with pytest.raises(KeyboardInterrupt):
            found(rows)
        assert not has_words(rows._connection)
        words = found(rows)
    assert len(words) > 2
    assert any("hill-2032" in one for one in words)
