"""`tajik search`: the statements that answer a question, best first."""

from __future__ import annotations

from typing import Any

import click

from tajikcli.commands import options
from tajikcli.commands.opening import opened
from tajikcli.render.views import HITS
from tajikcli.repository.query import KINDS
from tajikcli.text import nearest

_DEFAULT_LIMIT = 10


@click.command("search", context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, required=True, metavar="WORDS...", type=click.UNPROCESSED)
@options.kind
@options.filters
@options.output
@click.pass_context
def command(context: click.Context, /, words: tuple[str, ...], kind: tuple[str, ...], **given: Any) -> None:
    """Print the statements that answer a question in plain words, best first (10 of them, or --limit).

    Statements with all the words come before those with some; a note says which they are. Word forms match
    (teacher, teachers), names in either script, figures however written (1.79, 1,79).

    \b
    Examples:
      tajik search how many russian teachers work in tajikistan
      tajik search quota --speaker putin --kind quote
      tajik search trade 1.79 --json | jq -r '.[0].text'
    """
    for word in words:
        if word.startswith("--"):  # what is no option of ours is a word, but never one like this
            raise click.NoSuchOption(word, possibilities=nearest(word, _options(context)), ctx=context)
    if not any(map(str.strip, words)):
        raise click.UsageError("there are no words to search for; expected a question or some words")
    with opened(context) as record:
        limit = _DEFAULT_LIMIT if given["limit"] is None else given["limit"]
        query = options.asked(record, (), {**given, "limit": limit}, kind=kind or KINDS)
        found = record.found(" ".join(words), query)
        notes = []
        for word, meant in found.unheard.items():
            hint = f"; did you mean {' or '.join(meant)}?" if meant else ""
            notes.append(f"'{word}' is nowhere on record{hint}")
        if found.total:
            notes.append(_which(found.complete, found.total))
        options.answer(
            context,
            HITS,
            found.answers,
            given,
            names=record.names,
            notes=notes,
            empty=lambda: "nothing on record has any of these words",
        )


def _options(context: click.Context) -> list[str]:
    return [option for parameter in context.command.params for option in parameter.opts if option[:2] == "--"]


def _which(complete: int, all_: int) -> str:
    """Say which of the statements have all the words."""
    noun = "statement" if all_ == 1 else "statements"
    if complete == all_:
        return f"{all_} {noun} with all the words"
    if complete:
        return f"{all_} {noun}: the first {complete} with all the words, the others with some"
    return f"no statement has all the words; {all_} with some of them"
