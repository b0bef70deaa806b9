"""The examples of the documentation: run them, and replace the output that a page shows by the output that tajik prints.

An example is a fenced block marked `console`. A line that starts with `$ ` is a command, and the lines up to the next
command are its output. `$ cat FILE` shows a file, which the commands after it in the page can read. A command with a pipe
or a redirection runs in a shell; every other one runs in this process, as on a terminal of 80 columns without colours.
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
_SETTINGS = ("TAJIK_FACTS", "FORCE_COLOR", "PAGER", "LINES")  # a reader's own, which would change the output


class Example(NamedTuple):
    """A command of a page, and the output that the page shows beneath it."""

    command: str
    output: str


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class _Notes(io.StringIO):
    """Standard error of the same terminal, in the order of writing."""

    def __init__(self, terminal: io.StringIO) -> None:
        super().__init__()
        self._terminal = terminal

    def write(self, text: str) -> int:
        return self._terminal.write(text)


def examples(page: str) -> list[Example]:
    """Return the examples of a page, in order."""
    return [Example(*found) for block in _BLOCK.findall(page) for found in _COMMAND.findall(block)]


def renewed(page: str, folder: Path) -> str:
    """Return a page with the output that its commands print now.

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
    """Return what a terminal shows after the command of an example.

    Args:
        example: the example.
        folder: the folder to run it in; `cat FILE` writes the file that the page shows there.
    """
    words = shlex.split(example.command)
    if words[0] == "cat" and len(words) == 2:
        (folder / words[1]).write_text(example.output, encoding="utf-8")
        return example.output
    with _settings(folder):
        printed = _in_shell(example.command, folder) if _needs_shell(example) else on_terminal(words[1:])
    return "".join(f"{line.rstrip()}\n" for line in printed.splitlines())


def missing(example: Example) -> str | None:
    """Return a program that an example needs and this machine does not have."""
    after_pipes = (part.split()[0] for part in re.findall(r"\| (\w+ [^|]*)", example.command))
    wanted = {"jq"} & set(after_pipes)
    return next((program for program in wanted if shutil.which(program) is None), None)


def _needs_shell(example: Example) -> bool:
    words = shlex.shlex(example.command, posix=True, punctuation_chars=True)
    return not example.command.startswith("tajik ") or any(set(word) <= set("|&;<>") for word in words)


def on_terminal(words: list[str]) -> str:
    """Return what tajik shows on a terminal, answer and notes in the order of printing."""
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
    """Return a folder in which `tajik` is the one that runs here."""
    path = folder / ".bin" / "tajik"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tajikcli "$@"\n', encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path.parent


@contextmanager
def _settings(folder: Path) -> Iterator[None]:
    """Work in a folder, with the settings of a terminal and none of the reader's own."""
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
