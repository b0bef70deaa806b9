"""Generate parts of the documentation from the code: help, keys, exit codes and environment variables.

A page marks the position of each part with `<!-- from the code: NAME -->` and `<!-- end -->`. `PARTS` has the
names.
"""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING

import click

from tajikcli.cli import tajik
from tajikcli.commands import COMMANDS
from tajikcli.commands.help import TOPICS
from tajikcli.environment import ENVIRONMENT
from tajikcli.exits import MEANINGS
from tajikcli.model import answers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import msgspec

_PART = re.compile(
    r"(?<=^<!-- from the code: )([^\n]*?)( -->\n).*?(?=^<!-- end -->$)", re.DOTALL | re.MULTILINE
)


def renewed(page: str) -> str:
    """Return a page with its generated parts up to date.

    Raises:
        KeyError: a part with an unknown name.
    """

    def part(found: re.Match[str]) -> str:
        name, _, argument = found[1].partition(" ")
        return f"{found[1]}{found[2]}\n{PARTS[name](*argument.split())}\n\n"

    return _PART.sub(part, page)


def commands() -> str:
    """Return every command with its help and options."""
    root = click.Context(tajik, info_name="tajik", **tajik.context_settings)
    parts = []
    for name in COMMANDS:
        command = tajik.get_command(root, name)
        assert command is not None
        context = click.Context(command, info_name=name, parent=root)
        usage = " ".join(["tajik", name, *command.collect_usage_pieces(context)])
        parts += [f"## {name}", f"```text\n{usage}\n```", *_help(command), _options(command, context)]
    return "\n\n".join(filter(None, parts))


def formats() -> str:
    """Return the formats of answers as a table, including the format that only one command has."""
    return _table(("format", "output"), ((f"`{name}`", what) for name, what in TOPICS["formats"][1].items()))


def exit_codes() -> str:
    """Return the exit codes and their meaning as a table."""
    return _table(("exit code", "meaning"), ((str(code), meaning) for code, meaning in MEANINGS.items()))


def environment() -> str:
    """Return the environment variables that change an answer or its display, as a table."""
    return _table(
        ("variable", "meaning"),
        ((f"`{name}`", what.replace("';'", "':'")) for name, what in ENVIRONMENT.items()),
    )


def keys(name: str) -> str:
    """Return the keys of an answer as a table, from the docstring of its struct.

    Args:
        name: the struct, in `model/answers.py`. Keys that it inherits are in the table of that struct.
    """
    struct = getattr(answers, name)
    return _table(("key", "value"), ((f"`{key}`", what) for key, what in _described(struct)))


def _described(struct: type[msgspec.Struct]) -> Iterator[tuple[str, str]]:
    own = vars(struct)["__annotations__"]
    encoded = dict(zip(struct.__struct_fields__, struct.__struct_encode_fields__, strict=True))
    attributes = inspect.cleandoc(struct.__doc__ or "").partition("Attributes:\n")[2]
    said = {
        field: " ".join(what.split())
        for field, what in re.findall(r"^    (\w+): (.*(?:\n {8}.*)*)", attributes, re.MULTILINE)
    }
    if list(said) != list(own):
        raise ValueError(f"the docstring of {struct.__name__} does not describe its keys, in order")
    for field, what in said.items():
        yield encoded[field], f"{what[:1].upper()}{what[1:]}"


def _help(command: click.Command) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", inspect.cleandoc(command.help or "")):
        if paragraph.startswith("\b"):
            lines = paragraph.splitlines()[1:]
            if not lines[0].startswith(" "):
                yield lines.pop(0)
            yield "```text\n" + inspect.cleandoc("\n".join(lines)) + "\n```"
        else:
            yield _escaped(" ".join(paragraph.split()))


def _options(command: click.Command, context: click.Context) -> str:
    records = (parameter.get_help_record(context) for parameter in command.get_params(context))
    rows = ((f"`{found[0]}`", found[1]) for found in records if found is not None and found[1])
    return _table(("option", "meaning"), rows)


def _table(head: tuple[str, str], rows: Iterator[tuple[str, str]]) -> str:
    lines = [f"| {_cell(first)} | {_cell(second)} |" for first, second in rows]
    return "\n".join((f"| {head[0]} | {head[1]} |", "|---|---|", *lines)) if lines else ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _escaped(text: str) -> str:
    return text.replace("[", "\\[").replace("*", "\\*").replace("_", "\\_")


PARTS: dict[str, Callable[..., str]] = {
    "commands": commands,
    "formats": formats,
    "exit-codes": exit_codes,
    "environment": environment,
    "keys": keys,
}
