"""A statement with all that is on record of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from tajikcli.render.cards.parts import (
    FORWARD,
    QUIET,
    chain,
    figure,
    plain_text,
    reference,
    with_hedges,
    words,
)
from tajikcli.text import displayed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

    from tajikcli.model.names import Names
    from tajikcli.model.pages import Neighbour, WholeStatement

_INVERSE = {
    "restates": "restated by",
    "varies": "varied by",
    "translates": "translated by",
    "conflicts": "conflicts with",
    "corrects": "corrected by",
    "part-of": "contains",
}


def whole(one: WholeStatement, names: Names) -> RenderableType:
    """Return a statement with all that is on record of it."""
    from rich.table import Table

    statement = one.statement
    facts = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    facts.add_column(style=QUIET, no_wrap=True)
    facts.add_column(overflow="fold", ratio=1)

    def line(label: str, value: RenderableType | None) -> None:
        if value:
            facts.add_row(Text(label), value)

    line("figures", _lines(figure(row) for row in statement["figures"]))
    line("chain", chain(statement, names))
    line("hedged", plain_text(", ".join(statement["hedges"])))
    when = f"in the source: {statement['when']}" if statement["when"] else ""
    line("when", plain_text(" · ".join(part for part in (statement["said"], when) if part)))
    line("phase", plain_text(statement["phase"] or ""))
    line("topics", plain_text(", ".join(statement["topics"])))
    if statement["kind"] == "quote":
        line("rests on", plain_text("words in the source"))
    line("rests on", _lines(Text(f"… {displayed(item['exact'])} …") for item in statement["evidence"]))
    address = names.addresses.get(statement["source"])
    line("source", _lines(Text(text) for text in (statement["source"], address) if text))
    line("linked", _lines((_neighbour(other, names) for other in one.neighbours), between="\n\n"))
    return Group(words(statement), Text(), Padding(facts, (0, 0, 0, 2)))


def _neighbour(neighbour: Neighbour, names: Names) -> Text:
    relation, other = neighbour.relation, neighbour.statement
    told = _INVERSE[relation] if neighbour.is_pointing else FORWARD.get(relation, relation)
    text = Text(f"{told} ")
    text.append(reference(other["meeting"], other["id"], names), style="bold")
    text.append("\n")
    text.append_text(words(other))
    text.append("\n")
    text.append_text(with_hedges(chain(other, names), other["hedges"]))
    return text


def _lines(texts: Iterable[Text], between: str = "\n") -> Text | None:
    joined = Text(between).join(texts)
    return joined if joined.plain else None
