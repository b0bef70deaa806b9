"""The terminal of a page has the width and the colours that Rich's console finds."""

from __future__ import annotations

import inspect
import io
import itertools
import os
import sys
from typing import TYPE_CHECKING

import pytest
import rich.console
from rich.text import Text
from support.lake import LAKE, lake, run_cli

from tajikcli.commands.telling import tell
from tajikcli.render.console import Terminal

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = {
    "TERM": (None, "xterm-256color", "dumb", "Unknown"),
    "FORCE_COLOR": (None, "", "1", "0"),
    "TTY_COMPATIBLE": (None, "0", "1", "2"),
    "NO_COLOR": (None, "", "1"),
    "COLUMNS": (None, "57"),
}


class _Stream(io.StringIO):
    """A stdout that may be a terminal."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


@pytest.mark.parametrize("terminal", [False, True])
@pytest.mark.skipif(sys.platform == "win32", reason="there, Rich's console is asked")
@pytest.mark.skipif(
    "TTY_COMPATIBLE" not in inspect.getsource(rich.console), reason="an older Rich has other rules"
)
def test_width_and_colours_are_those_of_richs_console(
    monkeypatch: pytest.MonkeyPatch, *, terminal: bool
) -> None:
    monkeypatch.delenv("LINES", raising=False)  # with it, Rich believes COLUMNS also on a dumb terminal
    monkeypatch.setattr(sys, "stdout", _Stream(terminal=terminal))
    for values in itertools.product(*SETTINGS.values()):
        for name, value in zip(SETTINGS, values, strict=True):
            if value is None:
                monkeypatch.delenv(name, raising=False)
            else:
                monkeypatch.setenv(name, value)
        told, rich = Terminal(), Terminal().rich
        assert told.width == rich.width, values
        assert told.has_colours == (rich.color_system is not None), values


@pytest.mark.parametrize("terminal", [False, True])
def test_notes_and_problems_are_wrapped_at_words_on_a_terminal_and_never_in_a_pipe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, terminal: bool
) -> None:
    """A program reads one note and one problem from each line; a person reads whole words."""
    monkeypatch.setenv("COLUMNS", "40")
    path = lake(tmp_path)
    path.write_text(LAKE.replace("topics: [trade]", "topics: [trde]", 1), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    linted = run_cli("lint", path.name, terminal=terminal).out
    stream = _Stream(terminal=terminal)
    monkeypatch.setattr(sys, "stderr", stream)
    note = "a quotation that neither begins nor ends like the record is left as it is"
    tell(note)
    for text, whole in ((linted, "unknown topic 'trde'; did you mean trade?"), (stream.getvalue(), note)):
        assert (max(map(len, text.splitlines())) <= 40) is terminal
        assert (whole in text) is not terminal
        assert whole in " ".join(text.split())


def test_styles_are_written_as_richs_console_writes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    text = Text.assemble(
        ("bold", "bold"), " plain ", ("red", "bold red"), ("not bold", "not bold default"), style="dim"
    )
    text.stylize("italic underline", 3, 9)
    printed = []
    for term in ("xterm", "xterm-256color"):
        monkeypatch.setenv("TERM", term)
        ours, richs = io.StringIO(), io.StringIO()
        monkeypatch.setattr(sys, "stdout", ours)
        Terminal().print([(2, text.copy()), (0, Text()), (1, Text("last", style="cyan"))])
        monkeypatch.setattr(sys, "stdout", richs)
        page = Text("  ").append_text(text).append("\n\n ").append_text(Text("last", style="cyan"))
        Terminal().rich.print(page, soft_wrap=True)
        assert ours.getvalue() == richs.getvalue()
        assert "\x1b[" in ours.getvalue()
        printed.append(ours.getvalue())
    assert os.environ["TERM"] == "xterm-256color"
    assert printed[0] == printed[1]
