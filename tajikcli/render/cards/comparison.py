"""A comparison: the accounts of each measure with what follows from them, then linked statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from tajikcli.figures import amount_in_words
from tajikcli.model.relations import Relation
from tajikcli.render.cards.parts import (
    FIGURE,
    QUIET,
    beneath,
    chain,
    highlight,
    path,
    reference,
    with_hedges,
    words,
)
from tajikcli.render.console import NARROW, console
from tajikcli.render.plain import only_declared
from tajikcli.render.plain import reference as figure_reference
from tajikcli.text import displayed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from rich.console import RenderableType

    from tajikcli.model import rows
    from tajikcli.model.names import Names
    from tajikcli.model.pages import ComparisonPage

_LEFT_OUT = {"conflicts": "conflicts", "implied": "implied amounts", "linked": "linked statements"}


def page(shown: ComparisonPage, names: Names) -> Iterator[RenderableType]:
    """Yield a table for each measure with what follows from it, then linked statements side by side."""
    report = shown.comparison
    following = _following(shown)
    for measure in report["figures"]:
        if len(measure["accounts"]) == 1:
            continue  # nothing to set it beside
        head = Text(displayed(measure["measure_label"]), style="bold cyan")
        values = {one["value"] for one in measure["accounts"]} - {None}
        if len(values) > 1:
            head.append(
                f": {len(values)} values, for different periods and sources",
                style="not bold default",
            )
        yield head
        table = _accounts if console().width >= NARROW else _accounts_in_lines
        yield Padding(table(measure["accounts"], names), (0, 0, 0, 2))
        for part in following.get(measure["measure"], ()):
            yield Padding(part, (0, 0, 0, 2))
        yield Text()
    for conflict in only_declared(report):
        yield Text("conflict  ", style="bold red").append(" against ".join(conflict["statements"]))
        yield Text()
    for linked in report["linked"]:
        yield _linked(linked, names)
        yield Text()
    for key, count in report["left_out"].items():
        if count:
            yield Text(f"{count:,} more {_LEFT_OUT[key]}, not listed", style="bold yellow")


def _following(shown: ComparisonPage) -> dict[str, list[Text]]:
    """Return what follows from the figures of each measure."""
    report = shown.comparison
    following: dict[str, list[Text]] = {}

    def add(measure: str, head: str, style: str, told: str) -> None:
        text = Text(head, style=style).append(displayed(told), style="not bold default")
        following.setdefault(measure, []).append(text)

    for conflict in report["conflicts"]:
        if conflict["measure"] is None:
            continue  # declared ones stand by themselves
        one, other = map(_with_reference, conflict["figures"])
        add(conflict["measure"], "conflict  ", "bold red", f"{conflict['period']}: {one} against {other}")
    for rest, pace in zip(report["implied"], shown.paces, strict=True):
        add(rest["measure"], "implied  ", "bold yellow", _implied(rest, pace))
    left: dict[str, list[str]] = {}
    for figure in report["uncompared"]:
        left.setdefault(figure["measure"], []).append(_with_reference(figure))
    for measure, figures in left.items():
        add(measure, "no period  ", "bold yellow", f"{', '.join(figures)}: not compared")
    return following


def _with_reference(figure: rows.NamedFigure) -> str:
    return f"{figure['figure']} ({figure_reference(figure)})"


def _implied(rest: rows.Implied, pace: Decimal) -> str:
    """Return in words what two amounts imply, and how that compares with the time before."""
    whole, part = rest["whole"], rest["part"]
    amount = f"{amount_in_words(rest['amount'])} {rest['unit']}"
    told = f"{whole['figure']} in {whole['period']} less {part['figure']} in {part['period']} leaves {amount} for {rest['period']}"
    if rest["amount"] < 0:
        return f"{told}: they cannot both be right"
    times = f"{float(pace):.1f} times the daily pace of {part['period']}"
    return f"{told}: {times} ({figure_reference(whole)}, {figure_reference(part)})"


def _accounts(accounts: Sequence[rows.Account], names: Names) -> RenderableType:
    """Return a measure's figures as a table: period, value, change, who says it, through whom, which source."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style=QUIET, padding=(0, 2, 0, 0))
    for name in ("period", "value", "change", "who says it, through whom, where"):
        table.add_column(name, overflow="fold", no_wrap=name == "period")
    for one in accounts:
        period = Text(displayed(one["period"])) if one["period"] else Text("none named", style="yellow")
        values = (Text(displayed(value or ""), style=FIGURE) for value in (one["value"], one["change"]))
        table.add_row(period, *values, with_hedges(Text(path(one, names)), one["hedges"]))
    return table


def _accounts_in_lines(accounts: Sequence[rows.Account], names: Names) -> RenderableType:
    """Return a measure's figures one below the other, for a screen that has no room for a table."""
    parts: list[RenderableType] = []
    for one in accounts:
        values = " · ".join(value for value in (one["value"], one["change"]) if value)
        figures = Text(displayed(values), style=FIGURE)
        figures.append(f"  {displayed(one['period'] or 'no period given')}", style="not bold default")
        parts += [figures, beneath(with_hedges(Text(path(one, names), style=QUIET), one["hedges"]))]
    return Group(*parts)


def _linked(linked: rows.Linked, names: Names) -> RenderableType:
    """Return two linked statements, the words that differ marked in each."""
    first, second = linked["statements"]
    head = Text(displayed(reference(first["meeting"], first["id"], names)), style="bold")
    relation = Relation.of(linked["relation"])
    head.append(f" {relation.forward} ", style=relation.style)
    head.append(displayed(reference(second["meeting"], second["id"], names)), style="bold")
    parts: list[RenderableType] = [head]
    sides = (
        (first, [one["text"] for one in linked["differences"]]),
        (second, [one["record"] for one in linked["differences"]]),
    )
    for statement, different in sides:
        text = words(statement)
        highlight(text, different, "bold underline")
        of = with_hedges(chain(statement, names), statement["hedges"])
        parts += [beneath(text), Padding(of, (0, 0, 0, 4), expand=False)]
    return Group(*parts)
