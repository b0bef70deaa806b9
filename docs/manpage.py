"""Write the manual page `tajik.1` from the help; `make man` runs it, and a test compares the page with it."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING

import click

from tajikcli.cli import tajik
from tajikcli.commands import COMMANDS, GROUPS
from tajikcli.environment import ENVIRONMENT
from tajikcli.exits import MEANINGS
from tajikcli.render import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterator


def page() -> str:
    """Return the page in the macros of man(7)."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    root = click.Context(tajik, info_name="tajik", **tajik.context_settings)
    yield '.TH TAJIK 1 "" "tajik" "User Commands"'
    yield ".SH NAME"
    yield _roff("tajik - find out who said what at a diplomatic meeting, with the source of every word")
    yield ".SH SYNOPSIS"
    yield r".B tajik"
    yield _roff("[--file PATH]... COMMAND [TOPIC|ID]... [filters] [output]")
    yield ".SH DESCRIPTION"
    yield from _help(tajik)
    yield ".SH OPTIONS"
    yield from _options(tajik, root)
    yield ".SH COMMANDS"
    for title, commands in GROUPS.items():
        yield ".SS " + _roff(title)
        for name, line in commands.items():
            yield from _item(name, line)
    for name in COMMANDS:
        command = tajik.get_command(root, name)
        if command is not None:
            context = click.Context(command, info_name=name, parent=root)
            yield ".SS " + _roff(" ".join(["tajik", name, *command.collect_usage_pieces(context)]))
            yield from _help(command)
            yield from _options(command, context)
    yield ".SH FORMATS"
    for name, what in FORMATS.items():
        yield from _item(name, what)
    yield ".SH EXIT STATUS"
    for code, meaning in MEANINGS.items():
        yield from _item(str(code), meaning)
    yield ".SH ENVIRONMENT"
    for name, what in ENVIRONMENT.items():
        yield from _item(name, what.replace("';'", "':'"))


def _help(command: click.Command) -> Iterator[str]:
    for number, paragraph in enumerate(re.split(r"\n\s*\n", inspect.cleandoc(command.help or ""))):
        if number:
            yield ".PP"
        if paragraph.startswith("\b"):
            yield ".nf"
            yield from map(_roff, paragraph.splitlines()[1:])
            yield ".fi"
        else:
            yield _roff(" ".join(paragraph.split()))


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and record[1]:
            yield from _item(*record)


def _item(term: str, told: str) -> Iterator[str]:
    yield ".TP"
    yield f"\\fB{_roff(term)}\\fR"
    yield _roff(" ".join(told.split()))


def _roff(text: str) -> str:
    """Return text that roff prints as it is, with hyphens that can be copied."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-")
    return f"\\&{escaped}" if escaped[:1] in {".", "'"} else escaped


if __name__ == "__main__":
    click.echo(page(), nl=False)
