"""The end of a process: it is immediate if nothing is left to do, and the exit code is 0 only after a complete answer."""

from __future__ import annotations

import gc
import json
import os
import pty
import shlex
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from coverage import CoverageData
from support.lake import LAKE, indexed, lake, run_cli

import tajikcli.__main__
from tajikcli import cli, open_record
from tajikcli.exits import Exit
from tajikcli.reader.files import examine

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
TORN = "import atexit; atexit.register(int); from tajikcli.__main__ import main; main()"
ENDS = {"at once": ["-m", "tajikcli"], "after the teardown": ["-c", TORN]}
needs_proc = pytest.mark.skipif(not os.path.exists("/proc/self/stat"), reason="reads what a process is doing")
needs_full = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device that is always full")
COMMANDS = [
    "facts --json",
    "statements --format csv",
    "figures --format yaml",
    "topics",
    "--help",
    "schema output",
]
WITNESS = """
import os, sys

class Witness:
    def __del__(self, write=os.write):
        write(2, b"torn down")

sys.witness = Witness()
"""


def environment(**more: str) -> dict[str, str]:
    """Return an environment that runs this checkout without measurement, because a tracer changes the end of a process."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("COV", "PYTHON"))}
    return {**plain, "PYTHONPATH": str(ROOT), **more}


def tajik(path: Path, words: str, options: list[str]) -> list[str]:
    """Return the command line of tajik with a record whose index exists and with options for Python."""
    return [sys.executable, *options, "--file", str(indexed(path)), *words.split()]


@pytest.fixture(params=list(ENDS.values()), ids=list(ENDS))
def options(request: pytest.FixtureRequest) -> list[str]:
    """Return options of Python with which tajik ends at once, and options with which it does not."""
    found: list[str] = request.param
    return found


def torn_down(folder: Path, site: str, options: list[str], **more: str) -> bool:
    """Run tajik and return whether the interpreter was torn down at the end."""
    (folder / "sitecustomize.py").write_text(WITNESS + site, encoding="utf-8")
    ran = subprocess.run(
        tajik(lake(folder), "facts trade --json", [*options, "-m", "tajikcli"]),
        capture_output=True,
        check=False,  # after inspection, the exit code is that of the inspector
        stdin=subprocess.DEVNULL,
        env=environment(PYTHONPATH=f"{folder}{os.pathsep}{ROOT}", **more),
    )
    assert len(json.loads(ran.stdout)) == 2
    return b"torn down" in ran.stderr


def test_a_process_ends_at_once(tmp_path: Path) -> None:
    """Tearing down the interpreter takes an eighth of the time of a short answer."""
    assert not torn_down(tmp_path, "", [])


@pytest.mark.parametrize("options", [["-i"], ["-X", "dev"]], ids=" ".join)
def test_a_process_with_an_interactive_option_does_not_end_at_once(
    options: list[str], tmp_path: Path
) -> None:
    """With `python -i` and `python -X dev`, the interpreter ends normally."""
    assert torn_down(tmp_path, "", options)


def test_a_process_with_python_inspect_does_not_end_at_once(tmp_path: Path) -> None:
    """The variable has the same effect as the option."""
    assert torn_down(tmp_path, "", [], PYTHONINSPECT="1")


@pytest.mark.parametrize(
    "site",
    [
        "sys.settrace(lambda *_: None)",
        "sys.setprofile(lambda *_: None)",
        "import atexit; atexit.register(int)",
        "import threading, time; threading.Thread(target=time.sleep, args=(60,), daemon=True).start()",
        "import _thread, time; _thread.start_new_thread(time.sleep, (60,))",
        pytest.param(
            "sys.monitoring.use_tool_id(sys.monitoring.PROFILER_ID, 'a profiler')",
            marks=pytest.mark.skipif(sys.version_info < (3, 12), reason="since Python 3.12"),
        ),
    ],
)
def test_a_process_with_something_left_to_do_does_not_end_at_once(site: str, tmp_path: Path) -> None:
    """This covers a tracer, a profiler, a function registered for the exit, and another thread."""
    assert torn_down(tmp_path, site, [])


def test_neither_a_script_nor_clicks_test_runner_is_ended(tmp_path: Path) -> None:
    """`open_record` and the group of commands return, and leave the collector as it was."""
    path = lake(tmp_path)
    for turn in (gc.disable, gc.enable):
        turn()
        with open_record(path) as record:
            assert record.facts("trade")
        answer = CliRunner().invoke(cli.tajik, ["--file", str(path), "facts", "--json"])
        assert (answer.exit_code, len(json.loads(answer.stdout))) == (0, 3)
        assert gc.isenabled() is (turn is gc.enable)


def test_a_program_that_calls_the_entry_point_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Here pytest has something left to do, so it gets the exit code and its collector back."""
    monkeypatch.setattr(sys, "argv", ["tajik", "--file", str(lake(tmp_path)), "facts", "trade", "--json"])
    with pytest.raises(SystemExit) as stop:
        tajikcli.__main__.main()
    assert (stop.value.code, len(json.loads(capfd.readouterr().out))) == (0, 2)
    assert gc.isenabled()


def test_importing_tajik_leaves_the_collector_on() -> None:
    """It is turned off only in the process of the command."""
    script = "import gc, tajikcli.cli, tajikcli.__main__, tajikcli.repository.record, tajikcli.repository.rows; print(gc.isenabled())"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, env=environment())
    assert ran.stdout == b"True\n"


def dump(folder: Path) -> list[str]:
    """Return the content of the index in a cache folder as SQL, without the table of files.

    That table depends on the clock, because it records whether a file changed just before it was read.
    """
    (index,) = folder.glob("*.index")
    connection = sqlite3.connect(index)
    try:
        return [line for line in connection.iterdump() if not line.startswith('INSERT INTO "file"')]
    finally:
        connection.close()


def test_the_index_is_the_same_with_the_collector_on(tmp_path: Path) -> None:
    """An index built without the collector is complete."""
    path = lake(tmp_path)
    script = "import gc, sys; from tajikcli.cli import main; assert gc.isenabled(); main(sys.argv[1:])"
    words = ["--file", str(path), "facts", "--json"]
    for name, command in (("off", ["-m", "tajikcli"]), ("on", ["-c", script])):
        subprocess.run(
            [sys.executable, *command, *words],
            check=True,
            stdout=subprocess.DEVNULL,
            env=environment(TAJIK_CACHE_DIR=str(tmp_path / name)),
        )
    assert dump(tmp_path / "on") == dump(tmp_path / "off")


@pytest.mark.parametrize(
    "change", [("", ""), ("kind: quote", "kind: qote"), ("topics: [trade]", "topics: [trde]")]
)
def test_reading_leaves_nothing_for_the_collector(change: tuple[str, str]) -> None:
    """The collector is off, so cycles left by reading a file would add up from file to file."""
    content = LAKE.replace(*change).encode()
    examine(content, "lake.yaml")
    gc.collect()
    gc.disable()
    try:
        assert examine(content, "lake.yaml").problems
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_coverage_of_a_process_that_would_end_at_once_counts(tmp_path: Path) -> None:
    """This uses the settings of the project."""
    data = tmp_path / "coverage"
    subprocess.run(
        [
            *(sys.executable, "-m", "coverage", "run", f"--rcfile={ROOT / 'pyproject.toml'}"),
            *(f"--data-file={data}", "-m", "tajikcli", "--file", str(lake(tmp_path)), "facts"),
        ],
        check=True,
        capture_output=True,
        env=environment(),
        cwd=tmp_path,
    )
    (written,) = tmp_path.glob("coverage.*")
    measured = CoverageData(basename=str(written))
    measured.read()
    (command,) = (
        file for file in measured.measured_files() if file.endswith(os.path.join("commands", "facts.py"))
    )
    assert measured.lines(command)


@pytest.mark.parametrize(
    "words",
    [
        *(
            "facts",
            "search trade",
            "compare trade",
            "show trade-growth",
            "cite trade-growth",
            "topics",
            "cache",
        ),
        *("check --text nothing", "facts trde", "lint", "verify herald-2031-05-04 {text}"),
    ],
)
def test_no_index_is_left_open(words: str, tmp_path: Path) -> None:
    """Every command closes its files before the process ends, whatever the result."""
    (tmp_path / "text").write_text("almost a fifth, shared by President Orlova", encoding="utf-8")

    def connections() -> dict[int, sqlite3.Connection]:
        gc.collect()
        return {id(one): one for one in gc.get_objects() if isinstance(one, sqlite3.Connection)}

    before = connections()  # other tests keep a record open
    run_cli("--file", lake(tmp_path), *words.format(text=tmp_path / "text").split())
    for connection in (one for key, one in connections().items() if key not in before):
        with suppress(sqlite3.ProgrammingError):  # a closed connection raises this
            (path,) = connection.execute("SELECT file FROM pragma_database_list").fetchone()
            assert not path.endswith(".index"), path


@needs_full
@pytest.mark.parametrize("words", [*COMMANDS, "search trade --json", "compare trade --json"])
def test_a_full_disk_is_reported(words: str, options: list[str], tmp_path: Path) -> None:
    """Every command exits with 74 and prints a line."""
    path = lake(tmp_path)
    with open("/dev/full", "wb") as full:
        ran = subprocess.run(
            tajik(path, words, options), stdout=full, stderr=subprocess.PIPE, check=False, env=environment()
        )
    assert ran.returncode == Exit.OUTPUT
    assert ran.stderr.splitlines()[-1] == b"tajik: cannot write the output: no space left on device"


@pytest.mark.skipif(os.name != "posix", reason="limits as POSIX has them")
@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
@pytest.mark.parametrize("words", ["statements --format csv", "statements --json", "--help"])
def test_a_cut_answer_never_ends_with_0(
    words: str, unbuffered: str, options: list[str], tmp_path: Path
) -> None:
    """A file that is limited to a kibibyte holds the beginning of the answer, and the exit code reports the error."""
    path, out = lake(tmp_path), tmp_path / "out"
    # The index exists, so the limit applies to the answer.
    line = f"ulimit -f 1; exec {shlex.join(tajik(path, words, options))} > {shlex.quote(str(out))}"
    ran = subprocess.run(
        ["bash", "-c", line],
        stderr=subprocess.PIPE,
        check=False,
        env=environment(PYTHONUNBUFFERED=unbuffered),
    )
    whole = subprocess.run(
        tajik(path, words, options), capture_output=True, check=True, env=environment()
    ).stdout
    assert ran.returncode == Exit.OUTPUT
    assert b"cannot write the output: file too large" in ran.stderr
    assert out.read_bytes() == whole[:1024]


@pytest.mark.parametrize("words", COMMANDS)
def test_an_error_on_closing_stdout_is_reported(words: str, options: list[str], tmp_path: Path) -> None:
    """With network file systems or quotas, closing a file may reveal a full disk; here the test simulates the error."""
    site = """
import errno, os

def close(descriptor, _close=os.close):
    same = descriptor > 2 and os.path.samestat(os.fstat(descriptor), os.fstat(1))
    _close(descriptor)
    if same:
        raise OSError(errno.EDQUOT, os.strerror(errno.EDQUOT))

os.close = close
"""
    (tmp_path / "sitecustomize.py").write_text(site, encoding="utf-8")
    path = lake(tmp_path)
    with open(tmp_path / "out", "wb") as out:
        ran = subprocess.run(
            tajik(path, words, options),
            stdout=out,
            stderr=subprocess.PIPE,
            check=False,
            env=environment(PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}"),
        )
    assert ran.returncode == Exit.OUTPUT
    assert b"tajik: cannot write the output: disk quota exceeded\n" in ran.stderr


@pytest.mark.skipif(os.name != "posix", reason="pipes as POSIX has them")
@pytest.mark.parametrize("words", COMMANDS)
def test_a_reader_that_has_gone_is_not_an_error(words: str, options: list[str], tmp_path: Path) -> None:
    """The exit code is 0, and there is no message."""
    reader, writer = os.pipe()
    os.close(reader)
    with open(writer, "wb") as closed:
        ran = subprocess.run(
            tajik(lake(tmp_path), words, options),
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
            env=environment(),
        )
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.skipif(os.name != "posix", reason="pipes as POSIX has them")
@pytest.mark.parametrize("number", [1, 5000])
@pytest.mark.parametrize("form", ["--json", "--format=csv", "--diff"])
def test_a_check_whose_reader_has_gone_still_exits_with_its_verdict(
    number: int, form: str, tmp_path: Path
) -> None:
    """A short answer fails when it is flushed at the end, a long one before that; `tajik check … | head -1` guards a commit."""
    (tmp_path / "a.txt").write_text("Putin said trade is $9.79 billion.\n\n" * number, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Nothing is wrong here.\n", encoding="utf-8")
    for drafts, code in (("a.txt",), Exit.NO), (("b.txt",), Exit.OK), (("b.txt", "a.txt"), Exit.NO):
        reader, writer = os.pipe()
        os.close(reader)
        with open(writer, "wb") as closed:
            ran = subprocess.run(
                [sys.executable, "-m", "tajikcli", "check", form, *(str(tmp_path / name) for name in drafts)],
                stdout=closed,
                stderr=subprocess.DEVNULL,
                check=False,
                env=environment(),
            )
        assert ran.returncode == code


@pytest.fixture
def full_pipe() -> Iterator[tuple[int, int]]:
    """Yield both ends of a pipe that accepts no more data until somebody reads from it."""
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    try:
        while True:
            os.write(writer, b" " * 4096)
    except BlockingIOError:
        pass
    try:
        while True:
            os.write(writer, b" ")
    except BlockingIOError:
        pass
    os.set_blocking(writer, True)
    yield reader, writer
    os.close(reader)
    os.close(writer)


def wait_until_it_waits(process: subprocess.Popen[bytes]) -> None:
    """Return when a process has been asleep for a while."""
    before, since = "", time.monotonic()
    deadline = since + 60
    while time.monotonic() < deadline:
        stat = Path(f"/proc/{process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        now = f"{stat[0]} {stat[11]} {stat[12]}"  # its state, its user time and its system time
        if now != before or stat[0] != "S":
            before, since = now, time.monotonic()
        elif time.monotonic() - since > 0.4:
            return
        time.sleep(0.02)
    raise AssertionError("it never waits")


@needs_proc
@pytest.mark.parametrize(
    "words", ["facts --json", "topics --json", "search trade --json", "figures", "--help"]
)
def test_an_interrupt_while_the_rest_is_flushed_exits_130(
    words: str, options: list[str], full_pipe: tuple[int, int], tmp_path: Path
) -> None:
    """A short answer is still in a buffer, so an interrupt discards it, and the exit code says so."""
    process = subprocess.Popen(
        tajik(lake(tmp_path), words, options), stdout=full_pipe[1], stderr=subprocess.PIPE, env=environment()
    )
    try:
        wait_until_it_waits(process)
        process.send_signal(signal.SIGINT)
        err = process.communicate(timeout=30)[1].decode()
    finally:
        process.kill()
    assert process.returncode == Exit.INTERRUPTED
    told = err.splitlines()[-1]
    if "--json" in words:
        assert json.loads(told) == {"error": {"code": 130, "message": "interrupted"}}
    else:
        assert told == "tajik: interrupted"
    assert "Traceback" not in err


@pytest.mark.skipif(os.name != "posix", reason="terminals as POSIX has them")
@pytest.mark.parametrize("pager", ["head -n 1", "true", "cat >/dev/null; exit 3"])
@pytest.mark.parametrize("words", ["statements", "figures --format yaml"])
def test_a_pager_that_was_left_early_is_waited_for_and_is_not_an_error(
    pager: str, words: str, options: list[str], tmp_path: Path
) -> None:
    """The exit code is 0, and the pager has written everything when tajik ends."""
    ours, theirs = pty.openpty()
    done = tmp_path / "done"
    process = subprocess.Popen(
        tajik(lake(tmp_path), words, options),
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.PIPE,
        env=environment(
            LINES="5", COLUMNS="80", TERM="xterm", PAGER=f"sh -c {shlex.quote(f'{pager}; touch {done}')}"
        ),
    )
    os.close(theirs)
    try:
        while os.read(ours, 65536):
            pass
    except OSError:  # a closed terminal ends like this
        pass
    err = process.communicate(timeout=30)[1]
    os.close(ours)
    assert (process.returncode, err) == (0, b"")
    assert done.exists() is ("exit" not in pager)
