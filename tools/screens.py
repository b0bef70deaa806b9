"""Run the examples of the documentation, and update the output that the pages show.

An example is a fenced block marked `console`. A line that starts with `$ ` is a command, and the lines up to the next command are its
output. `$ cat FILE` shows a file that later commands of the page can read. A command with a pipe or a redirection runs in a shell;
every other command runs in this process, as on a terminal with 80 columns and without colours.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import stat
import subprocess
import sys
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout, suppress
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WIDTH = 80
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
_COMMAND = re.compile(r"^\$ (.*(?:\\\n.*)*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
_SETTINGS = (
    "TAJIK_FACTS",
    "FORCE_COLOR",
    "PAGER",
    "LINES",
)  # variables of the user that would change the output


class Example(NamedTuple):
    """A command of a page, with the output that the page shows below it."""

    command: str
    output: str


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class _Notes(io.StringIO):
    """The standard error of the same terminal, written in the order of printing."""

    def __init__(self, terminal: io.StringIO) -> None:
        super().__init__()
        self._terminal = terminal

    def write(self, text: str) -> int:
        return self._terminal.write(text)


def examples(page: str) -> list[Example]:
    """Return the examples of a page, in order."""
    return [Example(*found) for block in _BLOCK.findall(page) for found in _COMMAND.findall(block)]


def renewed(page: str, folder: Path) -> str:
    """Return a page with the current output of its commands.

    Args:
        page: the text of the page.
        folder: an empty folder to run the commands in.
    """

    def block(found: re.Match[str]) -> str:
        return "".join(
            f"$ {example.command}\n{example.output if missing(example) else run(example, folder)}"
            for example in (Example(*command) for command in _COMMAND.findall(found[0]))
        )

    return _BLOCK.sub(block, page)


def run(example: Example, folder: Path) -> str:
    """Return the text that a terminal shows after the command of an example.

    Args:
        example: the example.
        folder: the folder to run it in; `cat FILE` writes the file that the page shows.
    """
    words = shlex.split(example.command)
    if words[0] == "cat" and len(words) == 2:
        (folder / words[1]).write_text(example.output, encoding="utf-8")
        return example.output
    with _settings(folder):
        printed = _in_shell(example.command, folder) if _needs_shell(example) else on_terminal(words[1:])
    return "".join(f"{line.rstrip()}\n" for line in printed.splitlines())


def missing(example: Example) -> str | None:
    """Return a program that an example needs but this machine does not have, or None."""
    after_pipes = (part.split()[0] for part in re.findall(r"\| (\w+ [^|]*)", example.command))
    wanted = {"jq"} & set(after_pipes)
    return next((program for program in wanted if shutil.which(program) is None), None)


def _needs_shell(example: Example) -> bool:
    words = shlex.shlex(example.command, posix=True, punctuation_chars=True)
    return not example.command.startswith("tajik ") or any(set(word) <= set("|&;<>") for word in words)


def on_terminal(words: list[str]) -> str:
    """Return the output of tajik on a terminal, answer and notes in the order of printing."""
    terminal = _Terminal()
    with redirect_stdout(terminal), redirect_stderr(_Notes(terminal)), suppress(SystemExit):
        main(["--no-pager", *words])
    return terminal.getvalue()


def _in_shell(command: str, folder: Path) -> str:
    ran = subprocess.run(
        ["/bin/sh", "-c", command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        cwd=folder,
        encoding="utf-8",
        env={**os.environ, "PATH": f"{_programs(folder)}{os.pathsep}{os.environ['PATH']}"},
    )
    return ran.stdout


def _programs(folder: Path) -> Path:
    """Return a folder with a command `tajik` that runs this installation."""
    path = folder / ".bin" / "tajik"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tajikcli "$@"\n', encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path.parent


@contextmanager
def _settings(folder: Path) -> Iterator[None]:
    """Work in a folder, with the settings of a terminal and without those of the user."""
    kept = dict(os.environ)
    for name in _SETTINGS:
        os.environ.pop(name, None)
    os.environ.update({"COLUMNS": str(WIDTH), "NO_COLOR": "1", "TERM": "xterm-256color"})
    try:
        with chdir(folder):
            yield
    finally:
        os.environ.clear()
        os.environ.update(kept)
