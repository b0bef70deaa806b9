"""An invented record, and a runner for tajik in this process, for the tests of commands and formats."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple

from tajikcli.cli import main

RECORDS = Path(__file__).parents[1] / "records"
LAKE = (RECORDS / "lake.yaml").read_text(encoding="utf-8")
HILL = (RECORDS / "hill.yaml").read_text(encoding="utf-8")


class Answer(NamedTuple):
    """The result of running tajik: its exit code, stdout and stderr."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer read as JSON."""
        return json.loads(self.out)


class Terminal(io.StringIO):
    """A stream that claims to be a terminal."""

    def isatty(self) -> bool:
        """Return True."""
        return True


def run_cli(*words: str | Path, terminal: bool = False) -> Answer:
    """Run tajik like the command line, including the exit code."""
    out = Terminal() if terminal else io.StringIO()
    err = io.StringIO()
    code: Any = None
    with redirect_stdout(out), redirect_stderr(err):
        try:
            main([str(word) for word in words])
        except SystemExit as stop:
            code = stop.code
    assert isinstance(code, int)
    return Answer(int(code), out.getvalue(), err.getvalue())


def lake(folder: Path) -> Path:
    """Write the invented record and return its path."""
    path = folder / "lake.yaml"
    path.write_text(LAKE, encoding="utf-8")
    return path


def indexed(path: Path) -> Path:
    """Build the index of a record and return its path; here this takes a tenth of the time that a new process needs."""
    assert run_cli("--file", path, "meetings").code == 0
    return path


def archive(folder: Path) -> Path:
    """Write two meetings into a folder and return it."""
    path = folder / "archive"
    path.mkdir()
    (path / "1-lake.yaml").write_text(LAKE, encoding="utf-8")
    (path / "2-hill.yaml").write_text(HILL, encoding="utf-8")
    return path
