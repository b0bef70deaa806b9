"""`tajik facts`: list facts, written in the record's words."""

from __future__ import annotations

from typing import Any

import click

from tajikcli.commands import options
from tajikcli.commands.opening import opened
from tajikcli.model.streams import Detailed
from tajikcli.render.views import CLAIMS
from tajikcli.repository.query import FACTS


@click.command("facts")
@options.topics
@options.filters
@options.output
@click.pass_context
def command(context: click.Context, /, topics: tuple[str, ...], **given: Any) -> None:
    """Print the facts on record about TOPICs, or all facts.

    A fact is a paraphrase of what a speaker said, or the source's own narration. Its text is the record's, never
    the speaker's: to quote a speaker, use 'tajik quotes'.

    \b
    Examples:
      tajik facts trade
      tajik facts education --speaker putin
      tajik facts --json | jq -r '.[].text'
    """
    from tajikcli.repository.pages import claims

    with opened(context) as record:
        query = options.asked(record, topics, given, kind=FACTS)
        options.answer(
            context,
            CLAIMS,
            Detailed(record.statement_rows(query), lambda _: claims(record, query)),
            given,
            names=record.names,
            empty=lambda: record.why_empty(query, "facts"),
        )
