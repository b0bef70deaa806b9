"""The README is held to what tajik does: its screens are real, and nothing in it is missing or invented."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tajikcli import paths
from tajikcli.commands import COMMANDS
from tajikcli.exits import Exit
from tajikcli.render import FORMATS, STATEMENT_KEYS, figure_sheet, finding_sheet

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SCREENS = re.findall(r"^```console\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
SHOWN = [
    (command, output)
    for screen in SCREENS
    for command, output in re.findall(r"^\$ (tajik .*)\n((?:(?!\$ ).*\n)*)", screen, re.MULTILINE)
]
WIDTH = "80"


def test_the_readme_has_screens() -> None:
    """There is something to hold the README to."""
    assert len(SHOWN) >= 3


@pytest.mark.parametrize(("command", "output"), SHOWN, ids=[command for command, _ in SHOWN])
def test_each_screen_in_the_readme_is_what_the_command_prints(command: str, output: str) -> None:
    """A reader who types a command of the README sees what the README shows (on an 80-column terminal)."""
    words = [*shlex.split(command)[1:], "--format", "table"]  # as on a terminal
    ran = subprocess.run(
        [sys.executable, "-m", "tajikcli", *words],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": WIDTH, "NO_COLOR": "1"},
    )
    printed = "".join(f"{line.rstrip()}\n" for line in (ran.stderr + ran.stdout).splitlines())
    assert printed == output


def test_every_command_is_in_the_readme() -> None:
    """Nobody has to guess that a command exists."""
    for name in COMMANDS:
        assert f"`{name}" in README, name


def test_every_exit_code_is_in_the_readme_with_its_meaning() -> None:
    """A script's author finds each code and what it says."""
    for code in Exit:
        assert f"| {code.value} | {code.meaning} |" in README


def test_the_contract_in_the_readme_is_the_one_that_holds() -> None:
    """Each key of the JSON contract is described, in order, and no other."""
    for heading, keys in (
        ("A statement", STATEMENT_KEYS),
        ("A figure", figure_sheet([]).keys),
        ("A finding", finding_sheet([]).keys),
    ):
        table = README.partition(f"**{heading}**")[2].partition("\n\n**")[0].partition("\n## ")[0]
        described = [
            key
            for row in re.findall(r"^\| (`[^|]*) \|", table, re.MULTILINE)
            for key in re.findall(r"`(\w+)`", row)
        ]
        assert described == list(keys), heading


def test_every_format_and_environment_variable_is_in_the_readme() -> None:
    """What changes the output can be looked up."""
    for name in (*FORMATS, paths.ENVIRONMENT, "NO_COLOR"):
        assert f"`{name}`" in README, name
