"""The pager, as in git: on a terminal, for output longer than the screen."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from textwrap import wrap
from typing import TYPE_CHECKING

from support.lake import indexed, lake, run_cli

if TYPE_CHECKING:
    from pathlib import Path


def record(folder: Path) -> Path:
    """Return the record in a folder, which is written once, so that it is indexed once."""
    path = folder / "lake.yaml"
    return path if path.exists() else indexed(lake(folder))


def on_a_terminal(folder: Path, *words: str, notes: bytes | None = b"", **settings: str) -> str:
    """Run tajik with a terminal of 10 lines as its stdout and return the output.

    Args:
        folder: a folder for the record.
        words: the command line.
        notes: the expected stderr; None if stderr is the same terminal.
        settings: environment variables.
    """
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "tajikcli", "--file", str(record(folder)), *words],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs if notes is None else subprocess.PIPE,
        env={**os.environ, "LINES": "10", "COLUMNS": "80", "TERM": "xterm", "NO_COLOR": "1", **settings},
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(ours)
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (0, notes)
    return shown.decode().replace("\r\n", "\n")


def test_output_longer_than_the_screen_goes_through_the_pager(tmp_path: Path) -> None:
    """`PAGER` is a shell command, and it gets the whole output."""
    shown = on_a_terminal(tmp_path, "statements", PAGER="sed 's/^/paged: /'")
    plain = on_a_terminal(tmp_path, "statements", PAGER="cat")
    assert shown.splitlines() == [f"paged: {line}" for line in plain.splitlines()]
    assert len(plain.splitlines()) > 10


def test_json_is_paged_too_and_stays_json(tmp_path: Path) -> None:
    """On a terminal, output in any format may be longer than the screen."""
    assert on_a_terminal(tmp_path, "figures", "--format", "yaml", PAGER="sed 's/^/> /'").startswith(
        "> - measure:"
    )


_NOTED = ("search", "trade", "xyzzy")
_NOTES = [
    "tajik: 'xyzzy' does not occur in the record",
    "tajik: no statement contains all the words, or comes near an answer; showing 4 that contain some",
]
_WRAPPED = [line for note in _NOTES for line in wrap(note, 80)]


def test_the_notes_of_a_search_are_the_top_of_its_page(tmp_path: Path) -> None:
    """A note about an unknown word does not scroll away before the pager starts."""
    run_cli("--file", lake(tmp_path), "facts")  # a slow machine would show the progress of the first reading
    shown = on_a_terminal(tmp_path, *_NOTED, notes=None, LINES="6", PAGER="sed 's/^/paged: /'").splitlines()
    assert shown[:3] == [f"paged: {line}" for line in _WRAPPED]
    assert all(line.startswith("paged: ") for line in shown)
    fits = on_a_terminal(tmp_path, *_NOTED, notes=None, LINES="60", PAGER="sed 's/^/paged: /'").splitlines()
    assert fits == [line.removeprefix("paged: ") for line in shown]


def test_notes_go_to_a_file_that_stderr_is_sent_to(tmp_path: Path) -> None:
    """The pager does not show them, and JSON stays JSON in a pager, too."""
    notes = "".join(f"{note}\n" for note in _NOTES).encode()
    shown = on_a_terminal(tmp_path, *_NOTED, notes=notes, LINES="6", PAGER="sed 's/^/paged: /'")
    assert "nowhere" not in shown
    shown = on_a_terminal(tmp_path, *_NOTED, "--json", notes=None, LINES="6", PAGER="sed 's/^/paged: /'")
    assert [line for line in shown.splitlines() if not line.startswith("paged: ")] == _WRAPPED


def test_output_that_fits_is_shown_as_it_is(tmp_path: Path) -> None:
    """A short answer starts no pager."""
    assert "paged" not in on_a_terminal(tmp_path, "quotes", "--limit", "1", PAGER="sed 's/^/paged: /'")


def test_no_pager_means_none(tmp_path: Path) -> None:
    """An empty PAGER or `cat` has the same effect."""
    wanted = on_a_terminal(tmp_path, "statements", PAGER="")
    record = tmp_path / "lake.yaml"
    assert (
        on_a_terminal(tmp_path, "--no-pager", "--file", str(record), "statements", PAGER="sed 's/^/paged: /'")
        == wanted
    )


def test_a_missing_pager_does_not_matter(tmp_path: Path) -> None:
    """The answer is still shown."""
    assert on_a_terminal(tmp_path, "statements", PAGER="no-such-pager -R") == on_a_terminal(
        tmp_path, "statements", PAGER="cat"
    )


def test_a_pager_that_is_left_early_ends_it_quietly(tmp_path: Path) -> None:
    """As with `q` in less, the exit code is 0 and there is no traceback."""
    assert len(on_a_terminal(tmp_path, "statements", PAGER="head -n 1").splitlines()) == 1
