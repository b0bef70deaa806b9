"""Quotes, by speaker and source, each followed by the same words in other languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tajikcli.ids import full_id
from tajikcli.model.relations import Relation
from tajikcli.render.cards.parts import (
    QUIET,
    id_of,
    mark_figures,
    number,
    where,
    with_hedges,
    words,
)
from tajikcli.render.layout import Line
from tajikcli.text import counted, displayed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tajikcli.model import rows
    from tajikcli.model.names import Names
    from tajikcli.model.pages import Quote
    from tajikcli.render.layout import Part


def quote(one: Quote, names: Names) -> Iterator[Part]:
    """Yield a quote and its translations, preceded by the speaker and source if they differ from those of the previous quote."""
    if one.totals:
        about = " and ".join(map(displayed, one.totals.about)) or "All topics"
        yield Text(about, style="bold").append(
            f" · {counted(one.totals.statements, 'quote')}", style="not bold"
        )
    if one.opens:
        yield Text()
        of = where(one.quote, names)
        if names.meetings > 1:
            of.append(f" · {one.quote['meeting']}")
        of.stylize_before("bold")
        yield of
    text = _printed(one.quote)
    yield Line(
        text[1:],
        id_of(one.quote, names),
        label=text[:1],
        left=2,
        column=1,
        style=QUIET,
    )
    for other in one.others:
        is_original = _translates(one.quote, other)
        told = Text("original" if is_original else "translation")
        if _from(other) != _from(one.quote):
            told.append(", ").append_text(where(other, names, of=one.quote["speaker"]))
        told.append(": ").stylize_before(QUIET)
        body = told.append_text(_printed(other))
        yield Line(body, id_of(other, names), left=3, style=QUIET)


def _printed(statement: rows.Statement) -> Text:
    text = words(statement)
    for row in mark_figures(text, statement["figures"]):
        text.append(" · ").append_text(number(row))
    return with_hedges(text, statement["hedges"])


def _from(statement: rows.Statement) -> tuple[object, ...]:
    return statement["speaker"], statement["via"], statement["source"]


def _translates(one: rows.Statement, other: rows.Statement) -> bool:
    """Return whether a quote translates another."""
    name = full_id(other["meeting"], other["id"])
    return any(
        link["as"] == Relation.TRANSLATES and full_id(one["meeting"], link["to"]) == name
        for link in one["links"]
    )
