"""`tajik schema`: the shapes of what goes in and what comes out, for machines."""

from __future__ import annotations

import json

import click


@click.command("schema")
@click.argument("what", type=click.Choice(("facts", "output")), metavar="facts|output")
def command(what: str) -> None:
    """Print a JSON Schema: of knowledge files (facts), or of what tajik prints as JSON (output).

    The output's schema has one for each command in its $defs, and the contract's version.

    \b
    Examples:
      tajik schema facts > facts.schema.json
      tajik schema output | jq .version
    """
    from tajikcli.schemas import knowledge_schema, output_schema

    schema = knowledge_schema() if what == "facts" else output_schema()
    click.echo(json.dumps(schema, ensure_ascii=False, indent=2))
