"""The index is cached, up to date, complete, and private to its owner."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import grimp
import platformdirs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.lake import HILL, LAKE, archive, lake, run_cli

from tajikcli import open_record
from tajikcli.index import build, cache, folder, maker, update
from tajikcli.index.searched import add_words
from tajikcli.paths import knowledge_files
from tajikcli.reader.files import read_content
from tajikcli.repository.rows import open_rows

LONG_AGO = 1_900_000_000


def aged(path: Path, *, by: int = 0) -> None:
    """Make a file look as if its contents had last changed long ago."""
    os.utime(path, (LONG_AGO - 10**9 + by, LONG_AGO - 10**9 + by))


def ids(path: Path) -> list[str]:
    answer = run_cli("--file", path, "statements", "--fields", "id")
    assert answer.code == 0, answer.err
    return answer.out.split()


def found(path: Path) -> list[str]:
    answer = run_cli("--file", path, "search", "trade", "school", "--fields", "id")
    assert answer.code == 0, answer.err
    return answer.out.split()


def index_of(path: Path) -> Path:
    (index,) = path.glob("*.index")
    return index


def test_an_index_is_private_to_its_owner(cached: Path, tmp_path: Path) -> None:
    ids(lake(tmp_path))
    assert stat.S_IMODE(cached.stat().st_mode) == 0o700
    for file in cached.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.usefixtures("settled")
def test_a_fresh_index_is_only_read(cached: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = lake(tmp_path)
    aged(path)
    before = ids(path)
    state = {file.name: file.stat().st_mtime_ns for file in cached.iterdir()}
    monkeypatch.setattr(build, "build", None)
    monkeypatch.setattr(build, "change", None)
    assert ids(path) == before
    assert {file.name: file.stat().st_mtime_ns for file in cached.iterdir()} == state


@pytest.mark.usefixtures("cached")
def test_a_change_within_the_same_second_and_of_the_same_size_is_seen(tmp_path: Path) -> None:
    """`stat` cannot show such a change, so the file is read again until it can."""
    path = lake(tmp_path)
    status = path.stat()
    assert "fish-fell" in ids(path)
    path.write_text(LAKE.replace("fish-fell", "fish-rose"), encoding="utf-8")
    os.utime(path, ns=(status.st_mtime_ns, status.st_mtime_ns))
    assert "fish-rose" in ids(path)


@pytest.mark.usefixtures("settled")
def test_only_files_that_changed_are_read_again(
    cached: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = archive(tmp_path)
    for file in where.iterdir():
        aged(file)
    ids(where)
    inode = index_of(cached).stat().st_ino
    read: list[str] = []

    def noted(path: str, shown: str) -> bytes:
        read.append(shown)
        return read_content(path, shown)

    monkeypatch.setattr("tajikcli.index.build.read_content", noted)
    changed = where / "2-hill.yaml"
    changed.write_text(HILL.replace("We climb", "We climbed"), encoding="utf-8")
    answer = run_cli("--file", where, "quotes", "--speaker", "orlov", "--fields", "text")
    assert answer.out == "We climbed\n"
    assert {Path(name).name for name in read} == {"2-hill.yaml"}
    assert index_of(cached).stat().st_ino == inode, "changed in place"


_EVERYTHING = (
    "SELECT json FROM answer ORDER BY seq",
    "SELECT json FROM figure ORDER BY seq, number",
    "SELECT topic, speaker, quote FROM statement_topic ORDER BY topic, seq",
    "SELECT relay FROM statement_via ORDER BY relay, seq",
    "SELECT relation, to_meeting, to_id FROM link ORDER BY seq, number",
    "SELECT kind, slug, name, detail FROM entity ORDER BY kind, place",
    "SELECT * FROM alias ORDER BY kind, folded, slug, written",
    "SELECT * FROM name_word ORDER BY stem, phrase, token",
    "SELECT text, keywords, evidence, names FROM search ORDER BY rowid",
    "SELECT words FROM spelling ORDER BY rank",
    "SELECT kind, slug, statements, quotes FROM tally ORDER BY kind, slug, rank",
)


@given(st.lists(st.sampled_from(["add", "remove", "change", "touch", "rename"]), max_size=6), st.randoms())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.usefixtures("cached")
def test_an_updated_index_equals_a_new_one(
    tmp_path_factory: pytest.TempPathFactory, changes: list[str], dice: random.Random
) -> None:
    where = tmp_path_factory.mktemp("archive")
    (where / "m.yaml").write_text(LAKE, encoding="utf-8")
    for number, change in enumerate(changes):
        files = sorted(where.iterdir())
        file = dice.choice(files)
        if change == "add":
            content = HILL.replace("hill-2032", f"hill-{number}").replace(
                ", links: [{to: lake-2031/trade-growth, as: corrects}]", ""
            )
            (where / f"{dice.choice('abxyz')}{number}.yaml").write_text(content, encoding="utf-8")
        elif change == "remove" and len(files) > 1:
            file.unlink()
        elif change == "change":
            file.write_text(
                file.read_text(encoding="utf-8").replace("trade", "trade, x", 1).replace("trade, x", "trade")
                + f"# {number}\n",
                encoding="utf-8",
            )
            file.write_text(file.read_text(encoding="utf-8").replace("Trade", "Trade "), encoding="utf-8")
        elif change == "touch":
            aged(file, by=number)
        elif change == "rename":
            file.rename(where / f"{dice.choice('abxyz')}-{number}.yaml")
        with (
            open_rows([str(where)]) as followed,
            closing(sqlite3.connect(":memory:", isolation_level=None)) as anew,
        ):
            if dice.random() < 0.5 and number + 1 < len(changes):
                continue  # no words are added, or looked at, until a later change
            build.build(anew, knowledge_files([str(where)]))
            add_words(anew, lambda _, __: None)
            for sql in _EVERYTHING:
                assert followed._worded().execute(sql).fetchall() == anew.execute(sql).fetchall(), (
                    change,
                    sql,
                )
            # It may keep stems of files as they were, without statements.
            counted = "SELECT stem, statements FROM stem WHERE statements != 0 ORDER BY stem"
            of_all = "SELECT term, doc FROM vocabulary"
            named = "SELECT stem FROM name_word EXCEPT SELECT stem FROM stem"
            for index in (followed._connection, anew):
                assert index.execute(counted).fetchall() == index.execute(of_all).fetchall()
                assert index.execute(named).fetchall() == []


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize(
    "damage", ["truncated", "scribbled", "foreign", "empty", "gone", "seal", "seal gone", "folder"]
)
def test_a_damaged_index_is_rebuilt_silently(damage: str, cached: Path, tmp_path: Path) -> None:
    path = lake(tmp_path)
    aged(path)
    before = ids(path)
    index = index_of(cached)
    seal = index.with_suffix(".seal")
    content = index.read_bytes()
    if damage == "truncated":
        index.write_bytes(content[: len(content) // 2])
    elif damage == "scribbled":
        with open(index, "r+b") as file:
            file.seek(len(content) // 2)
            file.write(os.urandom(4096))
    elif damage == "foreign":
        index.unlink()
        sqlite3.connect(index).execute("CREATE TABLE file (x)").connection.close()
    elif damage == "empty":
        index.write_bytes(b"")
    elif damage == "gone":
        index.unlink()
    elif damage == "seal":
        seal.write_bytes(os.urandom(200))
    elif damage == "seal gone":
        seal.unlink()
    else:
        index.unlink()
        seal.unlink()
        index.with_suffix(".lock").unlink()
    answer = run_cli("--file", path, "statements", "--fields", "id")
    assert (answer.out.split(), answer.err) == (before, "")


@pytest.mark.usefixtures("settled")
def test_an_index_is_rebuilt_after_a_change_in_the_code_that_makes_it(cached: Path, tmp_path: Path) -> None:
    """No version has to be incremented: the next answer has a new key of the contract."""
    path = lake(tmp_path)
    aged(path)
    copy = tmp_path / "copy" / "tajikcli"
    shutil.copytree(Path(cache.__file__).parents[1], copy, ignore=shutil.ignore_patterns("__pycache__"))

    def answered() -> str:
        command = [
            sys.executable,
            "-m",
            "tajikcli",
            "--file",
            str(path),
            "show",
            "fish-fell",
            "--format",
            "jsonl",
        ]
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=True,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(copy.parent)},
        )
        return done.stdout

    before = answered()
    inode = index_of(cached).stat().st_ino
    assert answered() == before
    assert index_of(cached).stat().st_ino == inode, "kept"
    for name, old, new in (
        ("model/answers", "    links: tuple[Link, ...]\n", "    links: tuple[Link, ...]\n    length: int\n"),
        (
            "index/compile",
            "        said=entry.said,\n",
            "        said=entry.said,\n        length=len(entry.text),\n",
        ),
    ):
        module = copy / f"{name}.py"
        content = module.read_text(encoding="utf-8")
        assert content.count(old) == 1, name
        module.write_text(content.replace(old, new), encoding="utf-8")
    assert json.loads(answered()) == {**json.loads(before), "length": len(json.loads(before)["text"])}


def test_the_modules_that_make_an_index_are_those_that_building_one_imports() -> None:
    """A new module cannot be forgotten."""
    graph = grimp.build_graph("tajikcli", cache_dir=None)
    made = {"tajikcli.index.build", *graph.find_upstream_modules("tajikcli.index.build")}
    assert {f"tajikcli.{name.replace('/', '.')}" for name in maker.MODULES} == made


def test_an_index_is_rebuilt_after_something_was_installed(
    cached: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other stemmers produce other stems."""
    path = lake(tmp_path)
    aged(path)
    library = tmp_path / "lib" / "site-packages"
    library.mkdir(parents=True)
    monkeypatch.syspath_prepend(library)
    ids(path)
    inode = index_of(cached).stat().st_ino
    ids(path)
    assert index_of(cached).stat().st_ino == inode
    (library / "PyStemmer-9.dist-info").mkdir()
    ids(path)
    assert index_of(cached).stat().st_ino != inode


def test_a_broken_file_of_a_folder_is_reported_and_nothing_is_answered(cached: Path, tmp_path: Path) -> None:
    where = archive(tmp_path)
    ids(where)
    (where / "2-hill.yaml").write_text(HILL.replace("topics: [trade]", "topics: [trde]"), encoding="utf-8")
    answer = run_cli("--file", where, "facts")
    assert (answer.code, answer.out) == (3, "")
    assert "2-hill.yaml:14:14: unknown topic 'trde'" in answer.err
    (where / "2-hill.yaml").write_text(HILL, encoding="utf-8")
    assert "hill-words" in ids(where)
    assert cached.exists()


def test_without_a_folder_to_write_to_the_answer_comes_from_memory_and_a_note_says_so(
    cached: Path, tmp_path: Path
) -> None:
    cached.parent.mkdir()
    cached.write_text("not a folder", encoding="utf-8")
    answer = run_cli("--file", lake(tmp_path), "quotes", "--fields", "id")
    assert answer.out.split() == ["orlova-satisfied", "orlova-pleased"]
    assert answer.err.count("\n") == 1
    assert "building it in memory" in answer.err


def test_a_folder_that_others_can_write_to_or_a_link_is_not_used(cached: Path, tmp_path: Path) -> None:
    cached.mkdir(parents=True)
    cached.chmod(0o777)
    assert "can be written by others" in run_cli("--file", lake(tmp_path), "quotes").err
    assert not list(cached.iterdir())
    cached.rmdir()
    other = tmp_path / "elsewhere"
    other.mkdir()
    cached.symlink_to(other)
    assert "building it in memory" in run_cli("--file", lake(tmp_path), "quotes").err
    assert not list(other.iterdir())


@pytest.mark.usefixtures("settled")
def test_an_index_behind_a_symbolic_link_is_not_read(cached: Path, tmp_path: Path) -> None:
    path = lake(tmp_path)
    aged(path)
    before = ids(path)
    index = index_of(cached)
    index.rename(tmp_path / "moved")
    index.symlink_to(tmp_path / "moved")
    assert ids(path) == before
    assert not index.is_symlink()


def started(path: Path, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tajikcli", "--file", str(path), *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
    )


@pytest.mark.usefixtures("cached")
def test_many_processes_that_start_without_an_index_all_answer(tmp_path: Path) -> None:
    where = archive(tmp_path)
    for asked in (("statements",), ("search", "trade")):
        processes = [started(where, *asked, "--fields", "id") for _ in range(12)]
        answers = {process.communicate() for process in processes}
        assert len(answers) == 1
        assert "cannot save" not in answers.pop()[1]


def test_after_a_process_is_killed_at_any_moment_the_next_one_answers(cached: Path, tmp_path: Path) -> None:
    where = archive(tmp_path)
    expected, answer = ids(where), found(where)
    dice = random.Random(1)  # noqa: S311 - dice
    for number in range(12):
        if number % 3 == 0:
            index_of(cached).unlink()
        else:
            (where / "2-hill.yaml").write_text(HILL + f"# {number}\n", encoding="utf-8")
        process = started(where, *(("statements",) if number % 2 else ("search", "trade")))
        time.sleep(dice.uniform(0, 0.25))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert ids(where) == expected
        assert found(where) == answer


@pytest.mark.usefixtures("cached")
def test_readers_during_a_change_see_the_old_record_or_the_new(tmp_path: Path) -> None:
    where = archive(tmp_path)
    texts = ("We climb", "They fell")

    def asked(_: int) -> str:
        process = started(where, "quotes", "--speaker", "orlov", "--fields", "text")
        out, err = process.communicate()
        assert err == ""
        return out.strip()

    asked(0)
    with ThreadPoolExecutor(4) as pool:
        answers = pool.map(asked, range(12))
        for number in range(12):
            aside = tmp_path / "aside.yaml"
            aside.write_text(HILL.replace("We climb", texts[number % 2]), encoding="utf-8")
            aside.replace(where / "2-hill.yaml")
            time.sleep(0.03)
        assert set(answers) <= set(texts)


@pytest.mark.usefixtures("settled")
def test_a_change_does_not_wait_for_a_reader_whose_answer_a_pager_shows(
    cached: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new index replaces the one that is read, which the reader keeps."""
    where = archive(tmp_path)
    before = ids(where)
    monkeypatch.setattr(update, "_GLANCE", 0)
    monkeypatch.setattr(update, "change", None)
    with closing(sqlite3.connect(index_of(cached))) as connection:
        reading = connection.execute("SELECT id FROM statement ORDER BY seq")
        first = reading.fetchone()
        (where / "2-hill.yaml").unlink()
        after = ids(where)
        assert after == before[: len(after)] != before
        assert [row[0] for row in (first, *reading)] == [one.rpartition("/")[2] for one in before]


def test_words_of_one_record_never_reach_the_index_of_another(cached: Path, tmp_path: Path) -> None:
    """Words that a process has read from a secret draft do not get into the index of a shared record."""
    other = tmp_path / "other"
    other.mkdir()
    secret = lake(other)
    secret.write_text(LAKE.replace("every school", "every zeppelin"), encoding="utf-8")
    ids(secret)
    for index in cached.iterdir():
        index.unlink()
    assert run_cli("--file", secret, "search", "airships").code == 0
    for index in cached.iterdir():
        index.unlink()
    assert run_cli("--file", lake(tmp_path), "search", "schools").code == 0
    assert b"school" in index_of(cached).read_bytes()
    assert b"zeppelin" not in index_of(cached).read_bytes()
    assert b"airships" not in index_of(cached).read_bytes()


def test_cache_lists_the_indexes_and_clears_them(cached: Path, tmp_path: Path) -> None:
    path = lake(tmp_path)
    assert run_cli("cache").err.splitlines()[1:] == ["tajik: no index is cached yet"]
    ids(path)
    (row,) = run_cli("cache", "--json").json
    assert row == {
        "path": str(index_of(cached)),
        "bytes": index_of(cached).stat().st_size,
        "statements": 5,
        "files": [str(path)],
    }
    assert run_cli("cache", "clear").err == "tajik: 1 index removed\n"
    assert not list(cached.iterdir())


@pytest.mark.bundled
def test_cache_names_the_record_in_use_and_the_origin_of_the_choice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order is --file, TAJIK_FACTS, and the bundled record."""
    path = lake(tmp_path)
    assert run_cli("cache").err.splitlines()[0].endswith("facts.yaml (the bundled record)")
    monkeypatch.setenv("TAJIK_FACTS", f"{path}{os.pathsep}{tmp_path}")
    assert (
        run_cli("cache").err.splitlines()[0]
        == f"tajik: the record in use is {path}, {tmp_path} (TAJIK_FACTS)"
    )
    assert (
        run_cli("--file", path, "cache").err.splitlines()[0] == f"tajik: the record in use is {path} (--file)"
    )


def test_the_folder_is_where_platformdirs_would_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TAJIK_CACHE_DIR")
    assert folder.cache_folder() == platformdirs.user_cache_dir("tajik")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert folder.cache_folder() == platformdirs.user_cache_dir("tajik")
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert folder.cache_folder() == platformdirs.user_cache_dir("tajik")


def test_progress_is_reported_while_an_index_is_built(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    where = archive(tmp_path)
    with open_record(where, progress=lambda done, total: told.append((done, total))):
        pass
    sizes = [file.stat().st_size for file in sorted(where.iterdir())]
    assert told == [(0, sum(sizes)), (sizes[0], sum(sizes))]
