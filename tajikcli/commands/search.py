"""`tajik search`: find statements that answer a question, best match first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tajikcli.commands import options
from tajikcli.commands.command import Command
from tajikcli.commands.opening import opened
from tajikcli.render.views import HITS
from tajikcli.repository.query import KINDS
from tajikcli.repository.search import shortfall
from tajikcli.text import counted, nearest

if TYPE_CHECKING:
    from tajikcli.repository.search import Found

_DEFAULT_LIMIT = 10


@click.command("search", cls=Command, context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, required=True, metavar="WORDS...", type=click.UNPROCESSED)
@options.kind
@options.filters
@options.output
@click.pass_context
def command(context: click.Context, /, words: tuple[str, ...], kind: tuple[str, ...], **given: Any) -> None:
    """Print the statements that answer a question, best match first (at most 10 unless --limit is given).

    Statements that contain all the words, or synonyms of them, come before those that contain some; a note says how many
    there are of each. A word matches its other forms (teacher, teachers), a name matches in Latin and Cyrillic letters, and a number
    matches its other spellings (1.79, 1,79).

    \b
    Examples:
      tajik search how many russian teachers work in tajikistan
      tajik search quota --speaker putin --kind quote
      tajik search trade 1.79 --json | jq -r '.[0].text'
    """
    for word in words:
        if word.startswith(
            "--"
        ):  # an unknown option is searched for like a word, unless it looks like a long option
            raise click.NoSuchOption(word, possibilities=nearest(word, _options(context)), ctx=context)
    if not any(map(str.strip, words)):
        raise click.UsageError("nothing to search for; give a question or some words")
    with opened(context) as record:
        limit = _DEFAULT_LIMIT if given["limit"] is None else given["limit"]
        query = options.asked(record, (), {**given, "limit": limit}, kind=kind or KINDS)
        found = record.found(" ".join(words), query)
        notes = [f"'{word}' does not occur in the record" for word in found.unheard]
        if found.instead:
            notes.append(f"showing results for: {found.instead}")
        if found.role:
            notes.append(found.role)
        if found.total:
            notes.append(_which(found, limit))
        options.answer(
            context,
            HITS,
            found.answers,
            given,
            names=record.names,
            notes=notes,
            empty=lambda: "no statement contains any of these words",
        )


def _options(context: click.Context) -> list[str]:
    return [option for parameter in context.command.params for option in parameter.opts if option[:2] == "--"]


def _which(found: Found, limit: int) -> str:
    """Return a note that says how many statements contain all the words, or some of them.

    A search ends at its limit without counting further matches; the note then counts only those shown.
    """
    number, complete = found.total, found.complete
    related = ", or related words" if found.related else ""
    best = "the best match" if number == 1 else f"the {number:,} best matches"
    if complete == number and number >= limit:
        told = f"showing {best}, which contain{'s' * (number == 1)} all the words or synonyms"
    elif complete == number:
        told = f"{counted(number, 'statement')} contain{'s' * (number == 1)} all the words or synonyms"
    elif complete:
        first = "contains" if complete == 1 else f"{complete:,} contain"
        shown = f"showing {best}" if number >= limit else f"{number:,} statements"
        told = f"{shown}: the first {first} all the words or synonyms, the others some of them{related}"
    else:
        shown = best if number >= limit else f"{number:,}"
        told = f"{shortfall(found)}; showing {shown} that contain{'s' * (number == 1)} some{related}"
    return f"{told}; the first quotes them exactly" if found.exact else told
