"""The environment of tajik: unusual settings, wrong files in place of its own, little memory, moving folders and clocks."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from support.lake import LAKE, Answer, lake, run_cli

from tajikcli import open_record
from tajikcli.errors import DamagedIndexError
from tajikcli.index import build, folder
from tajikcli.index import seal as sealing
from tajikcli.text import is_control

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="files, memory and locales as POSIX has them")
ESCAPE = "a\x1b[31mb\x9b31m\u202ec\nd"


def ran(words: Sequence[object], *, before: str = "", **options: Any) -> subprocess.CompletedProcess[bytes]:
    """Run tajik in a separate process after a line of shell code."""
    more = options.pop("env", {})
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    return subprocess.run(
        ["sh", "-c", f'{before}\nexec "$@"', "sh", sys.executable, "-m", "tajikcli", *map(str, words)],
        capture_output=True,
        check=False,
        timeout=60,
        env={**environment, "PYTHONPATH": str(ROOT), **more},
        **options,
    )


def run_apart(*words: str | Path) -> Answer:
    """Run tajik in a separate process that can be stopped."""
    process = ran(words)
    return Answer(process.returncode, process.stdout.decode(), process.stderr.decode())


def ids(path: Path) -> list[str]:
    answer = run_cli("--file", path, "statements", "--fields", "id")
    assert (answer.code, answer.err) == (0, "")
    return answer.out.split()


def index_of(path: Path) -> Path:
    (index,) = path.glob("*.index")
    return index


def same_times(path: Path, change: Callable[[], object]) -> None:
    """Change a file and restore the times of its contents, as `touch -r`, archives and rsync do."""
    status = path.stat()
    change()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_ino) == (status.st_size, status.st_ino)


# Stale answers.


@pytest.mark.usefixtures("cached", "settled")
def test_a_file_changed_in_place_with_its_size_and_time_kept_is_read_again(tmp_path: Path) -> None:
    path = lake(tmp_path)
    os.utime(path, (10**9, 10**9))
    assert "fish-fell" in ids(path)
    same_times(path, lambda: path.write_text(LAKE.replace("fish-fell", "fish-rose"), encoding="utf-8"))
    assert "fish-rose" in ids(path)


@pytest.mark.usefixtures("settled")
def test_an_index_changed_in_place_with_its_size_and_time_kept_is_not_trusted(
    cached: Path, tmp_path: Path
) -> None:
    path = lake(tmp_path)
    expected = run_cli("--file", path, "figures", "--json")
    index = index_of(cached)
    content = index.read_bytes()
    assert b'"value":"1.20"' in content

    def change() -> None:
        with open(index, "r+b") as file:
            file.write(content.replace(b'"value":"1.20"', b'"value":"9.20"'))

    same_times(index, change)
    assert run_cli("--file", path, "figures", "--json") == expected


def test_a_corrupt_index_with_its_size_and_time_kept_is_rebuilt(cached: Path, tmp_path: Path) -> None:
    path = lake(tmp_path)
    expected = ids(path)
    index = index_of(cached)
    size = index.stat().st_size

    def change() -> None:
        with open(index, "r+b") as file:
            file.seek(8192)
            file.write(b"\xa5" * (size - 8192))

    same_times(index, change)
    assert ids(path) == expected
    assert ids(path) == expected


def damaged(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the disk return wrong bytes behind the first two pages without changing the file's timestamps."""
    place = index.with_suffix(".seal")
    seal = place.read_bytes()
    page = int.from_bytes(index.read_bytes()[16:18])  # the header has the size of a page there
    with open(index, "r+b") as file:
        file.seek(2 * page)
        file.write(b"\xa5" * (index.stat().st_size - 2 * page))
    head = sealing._head

    def unnoticed(path: str) -> bytes:
        return seal.split(b"\n")[0] if place.exists() and place.read_bytes() == seal else head(path)

    monkeypatch.setattr(sealing, "_head", unnoticed)


def test_an_index_that_sqlite_cannot_read_is_rebuilt_in_the_same_call(
    cached: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = lake(tmp_path)
    expected = run_cli("--file", path, "show", "fish-fell", "--json")
    damaged(index_of(cached), monkeypatch)
    assert run_cli("--file", path, "show", "fish-fell", "--json") == expected


def test_a_script_gets_one_error_about_an_index_that_sqlite_cannot_read(
    cached: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = lake(tmp_path)
    ids(path)
    damaged(index_of(cached), monkeypatch)
    with pytest.raises(DamagedIndexError), open_record(path) as record:
        record.show("fish-fell")
    with open_record(path) as record:
        assert record.show("fish-fell")[0].id == "fish-fell"


def test_a_partial_answer_is_not_printed_twice(
    cached: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If part of it may have been printed, a line says that the index has been removed, and the next call answers."""
    path = lake(tmp_path)
    expected = run_cli("--file", path, "statements", "--json")
    from tajikcli.repository.rows import Rows

    whole = Rows._rows

    def broken(self: Rows, *asked: Any) -> Any:
        yield next(whole(self, *asked))
        raise sqlite3.DatabaseError("database disk image is malformed")

    with monkeypatch.context() as patch:
        patch.setattr(Rows, "_rows", broken)
        answer = run_cli("--file", path, "statements", "--json")
    assert answer.code == 3
    assert "the index was damaged" in answer.err
    assert not list(cached.glob("*.seal"))
    assert run_cli("--file", path, "statements", "--json") == expected


def test_a_question_that_fails_on_a_new_index_too_is_a_bug(
    cached: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise sqlite3.OperationalError("no such column: x")

    monkeypatch.setattr("tajikcli.repository.rows.Rows.statement_rows", broken)
    path = lake(tmp_path)
    assert run_cli("--file", path, "statements").code == 70
    assert run_cli("--file", path, "statements").code == 70
    assert cached.exists()


@pytest.mark.parametrize("when", ["2400-01-01", "1900-01-01"])
def test_a_file_from_far_in_the_future_or_the_past_is_read(when: str, cached: Path, tmp_path: Path) -> None:
    """Nanoseconds of the year 2400 exceed SQLite's integers."""
    path = lake(tmp_path)
    subprocess.run(["touch", "-d", when, str(path)], check=True)
    assert ids(path) == ids(path)
    assert cached.exists()


# Wrong files in place of tajik's own.


def put(what: str, path: Path) -> None:
    """Put something in place of a file."""
    if path.is_dir():
        path.rmdir()
    path.unlink(missing_ok=True)
    if what == "pipe":
        os.mkfifo(path)
    elif what == "socket":
        short = os.path.relpath(path)  # the path of a socket must be short
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(short)
    elif what == "folder":
        path.mkdir()
    elif what == "loop":
        path.symlink_to(path.name)
    elif what == "device":
        path.symlink_to("/dev/zero")
    else:
        path.symlink_to("nowhere")


ODD = ["pipe", "socket", "folder", "loop", "device", "dangling"]


@pytest.mark.parametrize("what", ODD)
@pytest.mark.parametrize("whose", [".index", ".seal", ".lock", ".index-journal", ".index-wal"])
def test_odd_files_in_place_of_an_index_are_neither_waited_for_nor_kept(
    whose: str, what: str, cached: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = lake(tmp_path)
    expected = ids(path)
    monkeypatch.chdir(cached)
    place = index_of(cached).with_suffix(whose)
    put(what, place)
    ask = run_apart if what == "pipe" else run_cli  # this process would hang, too
    answer = ask("--file", path, "statements", "--fields", "id")
    assert (answer.code, answer.out.split(), answer.err) == (0, expected, "")
    if whose != ".lock":  # which is not needed while the index is up to date
        assert not os.path.lexists(place) or place.is_file()
    put(what, place)
    kept = ask("cache", "--json")
    assert (kept.code, len(kept.json)) == (0, 1)
    cleared = ask("cache", "clear")
    assert (cleared.code, cleared.err) == (0, "tajik: 1 index removed\n")
    assert not os.listdir(cached)


def test_a_write_ahead_log_beside_an_index_changes_no_answer(cached: Path, tmp_path: Path) -> None:
    """SQLite would read its contents instead of the index's."""
    path = lake(tmp_path)
    expected = run_cli("--file", path, "figures", "--json")
    index = index_of(cached)
    copy = tmp_path / "copy"
    shutil.copy(index, copy)
    connection = sqlite3.connect(copy, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    connection.execute("UPDATE figure SET json = replace(json, '1.20', '9.20')")
    shutil.copy(f"{copy}-wal", f"{index}-wal")
    connection.close()
    assert run_cli("--file", path, "figures", "--json") == expected


def test_a_folder_that_is_not_empty_is_left_alone(cached: Path, tmp_path: Path) -> None:
    path = lake(tmp_path)
    expected = ids(path)
    index = index_of(cached)
    index.unlink()
    index.mkdir()
    (index / "mine").touch()
    answer = run_cli("--file", path, "statements", "--fields", "id")
    assert answer.out.split() == expected
    assert "building it in memory" in answer.err
    cleared = run_cli("cache", "clear")
    assert cleared.code == 3
    assert f"{index}: cannot be removed: directory not empty" in cleared.err
    assert (index / "mine").exists()


def test_clearing_removes_only_our_own_files(cached: Path, tmp_path: Path) -> None:
    """`TAJIK_CACHE_DIR` may name a folder that other programs use."""
    cached.mkdir(parents=True, mode=0o700)
    others = ["poetry.lock", "book.index", "royal.seal", "0123456789ab.txt", "0123456789abc.lock"]
    for name in others:
        (cached / name).touch()
    ids(lake(tmp_path))
    assert run_cli("cache", "clear").err == "tajik: 1 index removed\n"
    assert sorted(os.listdir(cached)) == sorted(others)


@pytest.mark.parametrize("what", ODD)
def test_odd_files_in_place_of_a_record_or_a_draft_are_refused(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    place = Path("odd.yaml")
    put(what, place)
    lines: list[list[str | Path]] = [["--file", place, "facts"], ["lint", place]]
    if what != "pipe":  # a draft may come from a pipe, as in `tajik check <(pandoc …)`
        lines.append(["check", place])
    for words in lines:
        answer = run_cli(*words)
        assert (answer.code, answer.out, answer.err.count("\n")) == (3, "", 1)


def test_a_draft_may_come_through_a_pipe(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    os.mkfifo(draft)
    with subprocess.Popen(["sh", "-c", 'printf "“a b c d”" > "$1"', "sh", str(draft)]):
        assert b"1 not found" in ran(["check", draft]).stderr


# Memory.


@pytest.mark.parametrize("kibibytes", [100_000, 250_000])
def test_a_small_record_needs_little_memory(kibibytes: int, tmp_path: Path) -> None:
    """The maximum size of a file is not allocated before the file is read."""
    draft = tmp_path / "draft.md"
    draft.write_text("“Tajikistan is a reliable ally,” Putin said.", encoding="utf-8")
    path = lake(tmp_path)
    for words in (["--file", path, "quotes"], ["lint", path], ["check", draft], ["search", "trade"]):
        asked = ran(words, before=f"ulimit -v {kibibytes}")
        assert (asked.returncode, asked.stderr.count(b"bug")) == (0, 0), asked.stderr
        shutil.rmtree(tmp_path / "tajik", ignore_errors=True)


def test_too_little_memory_is_not_a_bug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def greedy(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("tajikcli.repository.rows.Rows.statement_rows", greedy)
    answer = run_cli("--file", lake(tmp_path), "quotes")
    assert (answer.code, answer.err) == (3, "tajik: not enough memory\n")


# The environment.


@pytest.mark.parametrize("home", ["", "relative", "~", ".", "/"])
def test_an_odd_home_puts_no_cache_into_an_odd_place(
    home: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A HOME that is not an absolute path is ignored, and the account's home folder is used."""
    import pwd

    monkeypatch.chdir(tmp_path)
    for name in ("XDG_CACHE_HOME", "TAJIK_CACHE_DIR"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", home)
    expected = home if home.startswith("/") else pwd.getpwuid(os.getuid()).pw_dir
    tail = ("Library", "Caches") if sys.platform == "darwin" else (".cache",)
    assert folder.cache_folder() == os.path.join(expected, *tail, "tajik")


def test_an_account_without_a_home_answers_from_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pwd

    def nobody(_: int) -> None:
        raise KeyError

    monkeypatch.chdir(tmp_path)
    for name in ("XDG_CACHE_HOME", "TAJIK_CACHE_DIR", "HOME"):
        monkeypatch.delenv(name)
    monkeypatch.setattr(pwd, "getpwuid", nobody)
    answer = run_cli("--file", lake(tmp_path), "quotes", "--fields", "id")
    assert answer.code == 0
    assert "cannot save an index (there is no home folder; set tajik_cache_dir" in answer.err.casefold()
    assert run_cli("cache").code == 0
    assert run_cli("cache", "clear").err == "tajik: 0 indexes removed\n"
    assert os.listdir(tmp_path) == ["lake.yaml"]


def test_a_deleted_working_directory_is_not_an_error_of_the_output(tmp_path: Path) -> None:
    path = lake(tmp_path)
    gone = tmp_path / "gone"
    for words, code in (
        (["--file", path, "quotes", "--fields", "id"], 0),
        (["quotes", "--limit", "1"], 0),
        (["--file", "lake.yaml", "quotes"], 3),
        (["lint", "lake.yaml"], 3),
        (["check", "draft.md"], 3),
        (["verify", "asia-plus", "page.html"], 3),
        (["cache"], 0),
        (["cache", "clear"], 0),
    ):
        gone.mkdir()
        asked = ran(words, before='rmdir "$PWD"', cwd=gone, env={"TAJIK_CACHE_DIR": "here"})
        assert asked.returncode == code, (words, asked.stderr)
        assert b"can't be written" not in asked.stderr


def test_words_are_read_as_utf_8_where_the_locale_is_c_and_utf_8_mode_is_off(tmp_path: Path) -> None:
    """The same holds for file names."""
    odd = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    path = tmp_path / "озеро.yaml"
    lake(tmp_path).rename(path)
    for words in (
        ["--file", path, "search", "довольны"],
        ["--file", path, "quotes", "--speaker", "Вера Орлова"],
        ["lint", path],
    ):
        usual = ran(words)
        asked = ran(words, env=odd)
        assert usual.returncode == 0
        assert (asked.returncode, asked.stdout, asked.stderr) == (0, usual.stdout, usual.stderr)
    told = subprocess.run(  # an explicit setting is respected, and no process restarts itself forever
        [sys.executable, "-X", "utf8=0", "-m", "tajikcli", "speakers"],
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, **odd, "PYTHONPATH": str(ROOT)},
    )
    assert told.returncode == 0


@pytest.mark.parametrize(
    "odd",
    [
        {"PAGER": "'"},
        {"PAGER": " "},
        {"PAGER": "no-such-pager --x"},
        {"LESS": ""},
        {"TERM": ""},
        {"COLUMNS": "²"},
        {"COLUMNS": "0", "LINES": "-1"},
        {"COLUMNS": "1"},
        {"COLUMNS": "9" * 30, "LINES": "x"},
        {"TAJIK_CACHE_DIR": "/dev/null"},
        {"TAJIK_CACHE_DIR": "/proc/self/nowhere"},
        {"TAJIK_CACHE_DIR": "x" * 300},
        {"TAJIK_CACHE_DIR": "a/../../b"},
        {"XDG_CACHE_HOME": "~", "TAJIK_CACHE_DIR": ""},
        {"TAJIK_FACTS": ":"},
        {"FORCE_COLOR": "x", "NO_COLOR": ""},
        {"TMPDIR": "/nowhere"},
    ],
    ids=str,
)
@pytest.mark.parametrize("place", ["terminal", "pipe"])
def test_an_odd_environment_does_not_prevent_an_answer(
    odd: dict[str, str], place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in odd.items():
        monkeypatch.setenv(name, value)
    answer = run_cli("quotes", "--limit", "2", terminal=place == "terminal")
    assert answer.code == 0
    words = " ".join(re.sub(r"\x1b\[[\d;]*m", "", answer.out).split())
    assert "strategic partner" in words or odd.get("COLUMNS") == "1"


# Names of files.


def obeyed(text: str) -> list[str]:
    """Return the characters of an output that a terminal would obey."""
    return [char for char in text if is_control(char) or char == "\r"]


def test_no_escape_sequence_of_a_path_reaches_the_terminal(
    cached: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This holds in every message, format and command, and a message stays one line."""
    where = tmp_path / ESCAPE
    where.mkdir()
    good, bad, twin, gone = (where / f"{name}.yaml" for name in ("good", "bad", "twin", "gone"))
    good.write_text(LAKE, encoding="utf-8")
    bad.write_text(LAKE.replace("topics: [fish", "topics: [fsh"), encoding="utf-8")
    twin.write_text(LAKE, encoding="utf-8")
    draft = where / "draft.md"
    draft.write_text("“Not at all a thing” and “never closed\n\nx", encoding="utf-8")
    formats = ("table", "plain", "json", "jsonl", "csv", "markdown", "yaml")
    lines: list[list[str | Path]] = []
    for name in formats:
        lines += [
            ["--file", good, "cache", "--format", name],
            ["--file", good, "cache", "--fields", "path,files", "--format", name],
            ["lint", bad, "--format", name],
            ["lint", bad, "--fields", "file,message", "--format", name],
        ]
    for file in (draft, gone):
        lines += [["check", file, "--format", name] for name in (*formats, "github")]
    for asjson in ("--json", "--format=plain"):
        lines += [["--file", file, "facts", asjson] for file in (bad, gone)]
        lines += [["verify", "asia-plus", file, asjson] for file in (draft, gone, where)]
        lines += [["--file", good, "--file", twin, "facts", asjson]]
    lines += [
        ["--file", good, "facts", "nothing"],
        ["--file", good, "search", "nothing\x1b[31m\x9b\u202e"],
        ["check", "--text", f"{ESCAPE} and more words", "--json"],
        ["check", "--text", f"{ESCAPE} and more words", "--format", "csv"],
        ["--file", good, "cache", "clear"],
    ]
    for words in lines:
        for terminal in (False, True):
            answer = run_cli(*words, terminal=terminal)
            assert answer.code in {0, 1, 2, 3}, (words, answer.err)
            out = re.sub(r"\x1b\[[\d;]*m", "", answer.out) if terminal else answer.out
            out = out.replace("\r\n", "\n") if "csv" in words else out
            assert obeyed(out) == [], words
            assert obeyed(answer.err) == [], words
            assert all(
                line.startswith(("tajik: ", '{"error"', '{"summary"', "/"))
                for line in answer.err.splitlines()
            ), answer.err
    monkeypatch.setenv("TAJIK_FACTS", str(good))
    assert obeyed(run_cli("cache").err) == []
    assert json.loads(run_cli("lint", bad, "--json").out)[0]["file"] == str(bad)
    monkeypatch.setenv("TAJIK_CACHE_DIR", str(draft / "cache"))
    answer = run_cli("--file", good, "facts")
    assert "building it in memory" in answer.err
    assert obeyed(answer.err) == []
    assert cached.exists()


def test_a_record_whose_name_is_not_text_answers_and_is_listed(
    cached: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`tajik cache` shows a name that is not UTF-8 in every format."""
    monkeypatch.setenv("COLUMNS", "1000")
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.yaml")
    Path(path).write_text(LAKE, encoding="utf-8")
    assert ids(Path(path))
    for name in ("table", "plain", "json", "jsonl", "csv", "markdown", "yaml"):
        for more in ((), ("--fields", "path,files")):
            answer = run_cli("cache", "--format", name, *more)
            assert answer.code == 0, answer.err
            assert answer.out.isprintable() or obeyed(answer.out.replace("\r\n", "\n")) == []
            shown = "".join(answer.out.lower().split())  # a page wraps long paths
            assert r"\udcff\udcfe" in shown.replace("\\\\", "\\")
    assert run_cli("cache", "--json").json[0]["files"] == [path]
    assert run_cli("cache", "clear").err == "tajik: 1 index removed\n"
    assert cached.exists()


def test_an_index_is_the_same_after_a_change_of_timestamps_alone(
    cached: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`chmod` and `touch` do not change contents, so nothing is read into the index again."""
    path = lake(tmp_path)
    before = ids(path)
    inode = index_of(cached).stat().st_ino
    path.chmod(0o400)
    os.utime(path)

    def nothing(_: object, files: Sequence[object]) -> None:
        assert not files

    monkeypatch.setattr(build, "read_into", nothing)
    assert ids(path) == before
    assert index_of(cached).stat().st_ino == inode
