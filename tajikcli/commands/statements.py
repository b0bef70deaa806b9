"""`tajik statements`: list facts and quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tajikcli.commands import options
from tajikcli.commands.opening import opened
from tajikcli.render.views import STATEMENTS
from tajikcli.repository.query import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence


@click.command("statements")
@options.topics
@options.kind
@options.filters
@options.output
@click.pass_context
def command(context: click.Context, /, topics: tuple[str, ...], kind: tuple[str, ...], **given: Any) -> None:
    """Print the facts and quotes on record about TOPICs, or all of them.

    \b
    Examples:
      tajik statements migration
      tajik statements --kind narration --source tass
      tajik statements --format csv > statements.csv
    """
    print_statements(context, topics, given, kind or KINDS, "statements")


def print_statements(
    context: click.Context, topics: tuple[str, ...], given: dict[str, Any], kinds: Sequence[str], what: str
) -> None:
    """Print the statements of some kinds that match the filters.

    Args:
        context: the context of the command.
        topics: the topics as typed.
        given: the values of the filters and output options.
        kinds: the kinds of statements that the command lists.
        what: the noun for these statements, in the plural, for messages.
    """
    with opened(context) as record:
        query = options.asked(record, topics, given, kind=kinds)
        options.answer(
            context,
            STATEMENTS,
            record.statement_rows(query),
            given,
            names=record.names,
            empty=lambda: record.why_empty(query, what),
        )
