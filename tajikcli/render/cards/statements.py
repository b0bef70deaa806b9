"""A statement in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tajikcli.render.cards.parts import (
    QUIET,
    address,
    chain,
    figure,
    id_of,
    plain_text,
    with_hedges,
    words,
)
from tajikcli.render.layout import Line
from tajikcli.text import displayed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tajikcli.model.names import Names
    from tajikcli.model.pages import Neighbour, WholeStatement
    from tajikcli.render.layout import Part

_COLUMN = 10  # the column of the values


def whole(one: WholeStatement, names: Names) -> Iterator[Part]:
    """Yield everything on record about a statement."""
    statement = one.statement
    yield words(statement)
    yield Text()
    yield from _line("figures", *(figure(row) for row in statement["figures"]))
    yield from _line("chain", chain(statement, names))
    yield from _line("hedged", plain_text(", ".join(statement["hedges"])))
    when = f"in the source: {statement['when']}" if statement["when"] else ""
    yield from _line("when", plain_text(" · ".join(part for part in (statement["said"], when) if part)))
    yield from _line("phase", plain_text(statement["phase"] or ""))
    yield from _line("topics", plain_text(", ".join(statement["topics"])))
    if statement["kind"] == "quote":
        yield from _line("rests on", plain_text("words in the source"))
    yield from _line("rests on", *(Text(f"…{displayed(item['exact'])}…") for item in statement["evidence"]))
    yield from _line("source", plain_text(statement["source"]), *address(statement["source"], names))
    for number, neighbour in enumerate(one.neighbours):
        if number:
            yield Text()
        yield from _line("" if number else "linked", *_neighbour(neighbour, names))


def _line(label: str, *values: Text) -> Iterator[Line]:
    """Yield values after their label; nothing if there are none."""
    for value in filter(None, values):
        yield Line(value, label=Text(label, style=QUIET), left=2, column=_COLUMN)
        label = ""


def _neighbour(neighbour: Neighbour, names: Names) -> Iterator[Text]:
    relation, other = neighbour.relation, neighbour.statement
    told = relation.inverse if neighbour.is_pointing else relation.forward
    yield Text(f"{told} ").append(id_of(other, names), style="bold")
    yield words(other)
    yield with_hedges(chain(other, names), other["hedges"])
