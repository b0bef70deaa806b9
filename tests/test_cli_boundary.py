"""The boundary with the system: pipes, full disks, interrupts, encodings, start-up, and bugs of tajik."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from support.lake import LAKE, indexed, lake, run_cli

from tajikcli import __version__, cli
from tajikcli.exits import MEANINGS, Exit
from tajikcli.repository.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parent.parent
FULL = "/dev/full"
needs_posix = pytest.mark.skipif(os.name != "posix", reason="descriptors and signals as POSIX has them")
needs_full = pytest.mark.skipif(
    not os.path.exists(FULL), reason="only Linux has a device that is always full"
)


def environment(**more: str) -> dict[str, str]:
    """Return an environment in which `tajik` runs this checkout."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


def started(words: Sequence[str | Path], **options: Any) -> subprocess.Popen[str]:
    """Start tajik in a separate process."""
    options.setdefault("env", environment())
    command = [sys.executable, "-m", "tajikcli", *(str(word) for word in words)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8", **options)


def shell(script: str, path: Path) -> subprocess.CompletedProcess[str]:
    """Run a shell command in which $T is tajik with a record."""
    line = (
        f'T() {{ {shlex.quote(sys.executable)} -m tajikcli --file {shlex.quote(str(path))} "$@"; }}; {script}'
    )
    return subprocess.run(
        ["bash", "-c", line], capture_output=True, check=False, encoding="utf-8", env=environment()
    )


def large(folder: Path) -> Path:
    """Write a record whose answers fill any pipe."""
    path = folder / "large.yaml"
    text = "A sentence that says very little and takes its time to say even that. " * 5
    statements = (
        f"  - {{id: s-{number}, kind: narration, topics: [fish], text: '{text}', evidence: [{{exact: x}}]}}\n"
        for number in range(1500)
    )
    path.write_text(LAKE + "".join(statements), encoding="utf-8")
    return path


@needs_posix
@pytest.mark.parametrize(
    "words", ["facts", "facts --json", "facts --format csv", "facts --format table", "--help"]
)
def test_a_reader_that_stops_early_is_not_an_error(words: str, tmp_path: Path) -> None:
    """`tajik … | head -c 1` exits quietly with code 0."""
    reader, writer = os.pipe()
    process = started(["--file", large(tmp_path), *words.split()], stdout=writer)
    os.close(writer)
    os.read(reader, 1)
    os.close(reader)
    assert process.communicate()[1] == ""
    assert process.returncode == 0


@needs_posix
def test_a_reader_that_never_reads_is_not_an_error(tmp_path: Path) -> None:
    """Even an answer that would fit into the pipe finds no reader."""
    reader, writer = os.pipe()
    os.close(reader)
    process = started(["--file", lake(tmp_path), "facts"], stdout=writer)
    os.close(writer)
    assert process.communicate()[1] == ""
    assert process.returncode == 0


@needs_full
@pytest.mark.parametrize(
    "words",
    ["facts", "facts --json", "facts --format table", "figures --format yaml", "lint", "--help", "--version"],
)
def test_a_full_disk_exits_74_in_one_line(words: str, tmp_path: Path) -> None:
    """An answer that could not be written never counts as success."""
    with open(FULL, "w") as full:
        process = started(["--file", indexed(lake(tmp_path)), *words.split()], stdout=full)
        err = process.communicate()[1]
    assert process.returncode == Exit.OUTPUT
    assert err.splitlines()[-1] == "tajik: cannot write the output: no space left on device"
    assert "Traceback" not in err


@needs_posix
def test_a_closed_stdout_exits_74_in_one_line(tmp_path: Path) -> None:
    """`>&-` does not accept any output."""
    ran = shell("T facts >&-", lake(tmp_path))
    assert (ran.returncode, ran.stderr) == (
        Exit.OUTPUT,
        "tajik: cannot write the output: stdout is closed\n",
    )


@needs_full
def test_an_error_that_cannot_be_printed_keeps_its_code(tmp_path: Path) -> None:
    """A full or closed stderr changes neither the code nor the answer."""
    path = lake(tmp_path)
    for redirection in (f"2>{FULL}", "2>&-"):
        assert shell(f"T facts trde {redirection}", path).returncode == Exit.USE
        assert shell(f"T quotes fish -e {redirection}", path).returncode == Exit.NO
        empty = shell(f"T quotes fish --json {redirection}", path)
        assert (empty.returncode, empty.stdout) == (0, "[]\n")


@needs_posix
def test_an_interrupt_exits_130_in_one_line(tmp_path: Path) -> None:
    """After Ctrl-C while an answer is being written, there is no traceback, and tajik does not wait for the reader."""
    reader, writer = os.pipe()
    process = started(["--file", large(tmp_path), "facts", "--json"], stdout=writer)
    os.close(writer)
    os.read(reader, 1)  # the process is still writing, because the rest does not fit into the pipe
    process.send_signal(signal.SIGINT)
    try:
        told = json.loads(process.communicate(timeout=20)[1])  # JSON was requested
        assert told == {"error": {"code": Exit.INTERRUPTED, "message": "interrupted"}}
    finally:
        process.kill()
        os.close(reader)
    assert process.returncode == Exit.INTERRUPTED


@pytest.mark.parametrize(
    "more",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1:strict"},
    ],
    ids=str,
)
def test_every_letter_is_printed_whatever_the_locale(more: dict[str, str], tmp_path: Path) -> None:
    """Output in a pipe is UTF-8."""
    for words in (["quotes", "--fields", "text"], ["quotes", "--format", "table"], ["quotes", "--json"]):
        process = started(["--file", lake(tmp_path), *words], stdout=subprocess.PIPE, env=environment(**more))
        out, err = process.communicate()
        assert (process.returncode, err) == (0, "")
        assert "Мы довольны" in out


@needs_posix
def test_an_argument_that_is_not_text_is_a_usage_error(tmp_path: Path) -> None:
    """Bytes that are not UTF-8 are an unknown value, not a bug."""
    path = lake(tmp_path)
    for words in (
        r"facts $'\xff'",
        r"show $'\xff'",
        r"quotes --speaker $'orlova\xff'",
        r"facts --lang $'\xff'",
    ):
        ran = shell(f"T {words}", path)
        assert (ran.returncode, ran.stdout) == (Exit.USE, "")
        assert r"\udcff" in ran.stderr
        asjson = shell(f"T {words} --json", path)
        assert json.loads(asjson.stderr)["error"]["code"] == Exit.USE


def test_control_characters_are_made_visible_in_errors(tmp_path: Path) -> None:
    """An error message repeats the typed text without its control characters."""
    answer = run_cli("--file", lake(tmp_path), "facts", "a\x1b[31mb\nc")
    assert answer.code == Exit.USE
    assert "\x1b" not in answer.err
    assert r"a\x1b[31mb" in answer.err


def unmeasured() -> dict[str, str]:
    """Return the environment without coverage measurement in subprocesses, which imports many modules."""
    return {name: value for name, value in environment().items() if not name.startswith("COV")}


def modules(words: Sequence[str | Path]) -> set[str]:
    """Return the modules that a run of tajik has imported at its end."""
    script = (
        "import atexit, sys; from tajikcli.cli import main;"
        "atexit.register(lambda: print(*sys.modules, file=sys.stderr)); main(sys.argv[1:])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, *(str(word) for word in words)],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env=unmeasured(),
    )
    return set(ran.stderr.split())


def test_a_script_does_not_load_modules_that_only_people_need(tmp_path: Path) -> None:
    """Only a terminal needs Rich, and help needs neither YAML nor the model."""
    path = lake(tmp_path)
    for words in (["facts", "--json"], ["facts"], ["figures", "--format", "csv"]):
        assert "rich" not in modules(["--file", path, *words])
    assert not {"rich", "yaml", "msgspec", "sqlite3"} & modules(["--help"])


def test_a_page_does_not_load_what_only_tables_need(tmp_path: Path) -> None:
    """The console of Rich takes a third as long to import as Python and Click together."""
    path = lake(tmp_path)
    for words in (["facts"], ["quotes"], ["topics"], ["search", "trade"]):
        loaded = modules(["--file", path, *words, "--format", "table"])
        assert "rich.text" in loaded
        assert "rich.console" not in loaded


def test_importing_tajikcli_costs_nothing() -> None:
    """Names of the Python interface are resolved when they are used."""
    script = "import sys; import tajikcli; print(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, encoding="utf-8", env=unmeasured()
    )
    assert not {"click", "rich", "yaml", "msgspec", "sqlite3", "json"} & set(ran.stdout.split())


def test_a_bug_is_one_line_with_how_to_report_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is never a traceback."""

    def broken(*_: object) -> None:
        raise ZeroDivisionError("so it\nseems")

    monkeypatch.setattr(Rows, "statement_rows", broken)
    answer = run_cli("--file", lake(tmp_path), "facts", "trade")
    assert (answer.code, answer.out) == (Exit.BUG, "")
    assert answer.err.count("\n") == 1
    assert f"a bug in tajik {__version__}: ZeroDivisionError at test_cli_boundary.py:" in answer.err
    assert answer.err.endswith("facts trade\n")
    told = run_cli("--file", lake(tmp_path), "facts", "--json")
    assert json.loads(told.err)["error"]["code"] == Exit.BUG


def test_python_m_tajikcli_is_tajik(tmp_path: Path) -> None:
    """The module runs as the command does."""
    process = started(["--file", lake(tmp_path), "facts", "trade"], stdout=subprocess.PIPE)
    out, err = process.communicate()
    assert (process.returncode, out, err) == run_cli("--file", lake(tmp_path), "facts", "trade")


def test_every_exit_code_has_its_meaning_in_the_help() -> None:
    """`tajik help exit-codes` explains each code."""
    text = run_cli("help", "exit-codes").out
    assert list(MEANINGS) == [0, 1, 2, 3, 70, 74, 130]
    for code, meaning in MEANINGS.items():
        assert re.search(rf"^ +{code} +{re.escape(meaning)}$", text, re.MULTILINE)


def test_main_without_arguments_uses_those_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """The installed command calls it like this."""
    monkeypatch.setattr(sys, "argv", ["tajik", "no-such-command"])
    with pytest.raises(SystemExit) as stop:
        cli.main()
    assert stop.value.code == Exit.USE
