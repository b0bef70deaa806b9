"""`tajik schema`: print JSON Schemas of knowledge files and of the output."""

from __future__ import annotations

import json

import click

from tajikcli.commands.command import Command


@click.command("schema", cls=Command)
@click.argument("what", type=click.Choice(("facts", "output")), metavar="facts|output")
def command(what: str) -> None:
    """Print the JSON Schema of knowledge files (facts) or of the JSON that tajik prints (output).

    The output schema describes the JSON of each command under $defs and has its own version number under version.

    \b
    Examples:
      tajik schema facts > facts.schema.json
      tajik schema output | jq .version
    """
    from tajikcli.schemas import knowledge_schema, output_schema

    schema = knowledge_schema() if what == "facts" else output_schema()
    click.echo(json.dumps(schema, ensure_ascii=False, indent=2))
