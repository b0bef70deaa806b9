"""The README is held to what tajik does: its screens are real, and nothing in it is missing or invented."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tajikcli import paths
from tajikcli.cli import ENVIRONMENT, tajik
from tajikcli.commands import COMMANDS
from tajikcli.exits import Exit
from tajikcli.render import FORMATS
from tajikcli.render.views import VIEWS
from tajikcli.schemas import output_schema

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SCREENS = re.findall(r"^```console\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
SHOWN = [
    (command, output)
    for screen in SCREENS
    for command, output in re.findall(r"^\$ (tajik .*)\n((?:(?!\$ ).*\n)*)", screen, re.MULTILINE)
]
WIDTH = "80"
pytestmark = pytest.mark.bundled


def keys_of(command: str) -> list[str]:
    """Return the keys of what a command prints as JSON, as its schema has them."""
    definitions = output_schema()["$defs"]
    definition = definitions[command]
    named = definition.get("items", definition)["$ref"].rpartition("/")[2]
    return list(definitions[named]["properties"])


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
    for heading, command in (("A statement", "facts"), ("A figure", "figures"), ("A finding", "check")):
        keys = keys_of(command)
        table = README.partition(f"**{heading}**")[2].partition("\n\n**")[0].partition("\n## ")[0]
        described = [
            key
            for row in re.findall(r"^\| (`[^|]*) \|", table, re.MULTILINE)
            for key in re.findall(r"`(\w+)`", row)
        ]
        assert described == keys, heading


@pytest.mark.parametrize("command", ["meetings", "topics", "speakers", "sources", "cache", "lint"])
def test_the_keys_of_the_other_answers_are_listed_in_the_readme(command: str) -> None:
    """In the order in which they are printed; the counts, which several of them end with, are named once."""
    others = README.partition("**The others.**")[2].partition("\n## ")[0]
    described = re.findall(r"`(\w+)`", others.partition(f"`{command}`:")[2].partition(".")[0])
    counts = ["statements", "facts", "quotes"]
    keys = keys_of(command)
    assert described == (keys[:-3] if keys[-3:] == counts else keys)
    assert re.search("also: `statements`, `facts`, `quotes`", others)


def test_every_format_and_environment_variable_is_in_the_readme() -> None:
    """What changes the output can be looked up."""
    for name in (*FORMATS, paths.ENVIRONMENT, "NO_COLOR"):
        assert f"`{name}`" in README, name


def _options() -> set[str]:
    """Return every long option of every command."""
    context = click.Context(tajik, info_name="tajik", **tajik.context_settings)
    commands = [tajik, *(tajik.get_command(context, name) for name in COMMANDS)]
    return {
        name
        for command in commands
        if command is not None
        for parameter in command.get_params(context)
        for name in parameter.opts
        if name.startswith("--")
    }


def test_every_option_is_in_the_readme_and_no_other() -> None:
    """What can be typed is told, and what is told can be typed."""
    elsewhere = {"--env"}  # of other programs
    told = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", README)) - elsewhere
    assert _options() - told == set()
    assert told - _options() == set()


def test_every_variable_that_the_code_reads_is_in_the_readme_and_the_help() -> None:
    """Nothing in the environment changes an answer secretly."""
    code = "".join(path.read_text(encoding="utf-8") for path in Path(paths.__file__).parent.rglob("*.py"))
    read = set(re.findall(r"""environ(?:\.get\(|\[)["']([A-Z_]+)["']""", code)) | {
        paths.ENVIRONMENT,
        "TAJIK_CACHE_DIR",
    }
    of_systems = {"TERM", "LOCALAPPDATA", "XDG_CACHE_HOME", "HOME"}  # which every program heeds alike
    assert read - of_systems <= set(ENVIRONMENT)
    for name in ENVIRONMENT:
        assert f"`{name}`" in README, name


def test_every_key_of_the_contract_is_in_the_readme() -> None:
    """For each command: what `tajik schema output` has, the README names."""
    for command in VIEWS:
        for key in keys_of(command):
            assert f"`{key}`" in README, (command, key)
