"""`tajik statements`: facts and quotes alike."""

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
    """Ask for statements of some kinds and print them.

    Args:
        context: the command's context.
        topics: topics as typed.
        given: the values of the filters and the output options.
        kinds: the kinds of statement that the command is about.
        what: those in a word, in the plural, to say when there are none.
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
