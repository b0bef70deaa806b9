"""Statements and figures: briefly, as a search finds them, and whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from tajikcli.model.relations import Relation
from tajikcli.render.cards.parts import (
    QUIET,
    beneath,
    chain,
    figure,
    origin,
    plain_text,
    reference,
    with_hedges,
    words,
)
from tajikcli.text import counted, displayed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

    from tajikcli.model import rows
    from tajikcli.model.names import Names
    from tajikcli.model.pages import Claim, FoundStatement, Neighbour, WholeStatement


def brief(statement: rows.Statement, names: Names) -> RenderableType:
    """Return a statement with its figures and its chain."""
    return _brief(statement, words(statement), names)


_SECTIONS = {"before": "Before the talks", "background": "Background"}


def claim(one: Claim, names: Names) -> RenderableType:
    """Return a claim: its head, then a line for each account, with the words or figures in which it differs."""
    parts: list[RenderableType] = []
    if one.totals:
        about = " and ".join(map(displayed, one.totals.about)) or "All topics"
        counts = f"{counted(one.totals.claims, 'claim')}, {counted(one.totals.statements, 'statement')}"
        parts += [Text(about, style="bold").append(f" · {counts}", style="not bold"), Text()]
    if one.section:
        parts += [Text(_SECTIONS.get(one.section, one.section), style="bold"), Text()]
    parts.append(brief(one.head, names))
    if one.head["claim"] != one.head["id"]:
        parts.append(beneath(Text(f"account of {one.head['claim']}", style=QUIET)))
    parts += [beneath(_account(account, names)) for account in one.accounts]
    for other in one.contradictions:
        text = Text("contradicted  ", style="bold red").append_text(words(other))
        parts.append(beneath(text.append_text(_where(other, names))))
    return Group(*parts)


def _account(account: rows.Statement, names: Names) -> Text:
    """Return an account in a line: whether it says the same, where it differs, its source and its id."""
    if not any(link["as"] == Relation.VARIES for link in account["links"]):
        return Text("also  ", style=QUIET).append_text(_where(account, names, ""))
    text = Text("differs  ", style="yellow")
    if account["figures"]:
        text.append_text(Text(", ").join(figure(row) for row in account["figures"]))
    else:
        text.append(f"… {' … '.join(displayed(one['exact']) for one in account['evidence'])} …")
    return text.append_text(_where(account, names))


def _where(statement: rows.Statement, names: Names, before: str = " · ") -> Text:
    where = Text(f"{before}{displayed(names.sources[statement['source']])}", style=QUIET)
    id_ = reference(statement["meeting"], statement["id"], names)
    return with_hedges(where, statement["hedges"]).append(f" · {id_}")


def found(one: FoundStatement, names: Names) -> RenderableType:
    """Return a statement as `brief` does, with the words that were asked for marked."""
    text = words(one.statement)
    before = text.plain.startswith("“") and one.statement["kind"] == "quote"
    for start, end in one.marks:
        text.stylize("bold underline", start + before, end + before)
    return _brief(one.statement, text, names)


def _brief(statement: rows.Statement, text: Text, names: Names) -> RenderableType:
    parts: list[RenderableType] = [text]
    if statement["figures"]:
        parts.append(beneath(Text("\n").join(figure(row) for row in statement["figures"])))
    parts.append(beneath(origin(statement, statement["id"], names)))
    return Group(*parts)


def figure_row(row: rows.FigureRow, names: Names) -> RenderableType:
    """Return a figure with its measure, its period and its chain."""
    text = figure(row, none="no measure given")
    if not row["period"]:
        text.append(" · no period given", style="not bold default")
    return Group(text, beneath(origin(row, row["statement"], names)))


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
    text = Text(f"{relation.inverse if neighbour.is_pointing else relation.forward} ")
    text.append(reference(other["meeting"], other["id"], names), style="bold")
    text.append("\n")
    text.append_text(words(other))
    text.append("\n")
    text.append_text(with_hedges(chain(other, names), other["hedges"]))
    return text


def _lines(texts: Iterable[Text], between: str = "\n") -> Text | None:
    joined = Text(between).join(texts)
    return joined if joined.plain else None
