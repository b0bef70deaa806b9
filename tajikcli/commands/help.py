"""`tajik help`: explain a command, formats, exit codes or the environment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tajikcli.commands import COMMANDS
from tajikcli.commands.command import Command
from tajikcli.environment import ENVIRONMENT
from tajikcli.exits import MEANINGS
from tajikcli.render import FORMATS, GITHUB
from tajikcli.text import nearest

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

# Each topic has a heading, a list, and a note below the list.
TOPICS = {
    "formats": (
        "Formats (--format)",
        {**FORMATS, GITHUB: "annotations for GitHub Actions (only for check)"},
        "--json is short for --format json. --fields KEY,KEY prints only the given keys, in that order. 'tajik schema output' describes the keys.",
    ),
    "exit-codes": (
        "Exit codes",
        {str(code): meaning for code, meaning in MEANINGS.items()},
        "If JSON is requested, an error is one JSON object on stderr.",
    ),
    "environment": (
        "Environment",
        ENVIRONMENT,
        "Options override variables. 'tajik cache' shows which record is in use and where its index is.",
    ),
}


def _complete(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    told = {name: heading for name, (heading, *_) in TOPICS.items()} | COMMANDS
    return [CompletionItem(name, help=line) for name, line in told.items() if name.startswith(incomplete)]


@click.command("help", cls=Command)
@click.argument("topic", required=False, metavar="[COMMAND|TOPIC]", shell_complete=_complete)
@click.pass_context
def command(context: click.Context, /, topic: str | None) -> None:
    """Explain a COMMAND, as its option --help does, or a TOPIC: formats, exit-codes or environment.

    \b
    Examples:
      tajik help check
      tajik help formats
      tajik help exit-codes
    """
    root = context.find_root()
    if topic is None:
        click.echo(root.get_help())
    elif topic in TOPICS:
        click.echo(_listed(*TOPICS[topic]))
    else:
        group = root.command
        assert isinstance(group, click.Group)
        found = group.get_command(root, topic)
        if found is None:
            close = nearest(topic, (*TOPICS, *COMMANDS))
            hint = (
                f"did you mean {' or '.join(close)}?"
                if close
                else f"expected a command, or {', '.join(TOPICS)}"
            )
            raise click.UsageError(f"unknown command or topic '{topic}'; {hint}")
        click.echo(click.Context(found, info_name=topic, parent=root).get_help())


def _listed(heading: str, items: dict[str, str], below: str) -> str:
    """Return a list with one item per line, so that scripts can search it; only terminals break long lines."""
    width = max(map(len, items))
    return "\n".join(
        (f"{heading}:", *(f"  {name:<{width}}  {what}" for name, what in items.items()), "", below)
    )
