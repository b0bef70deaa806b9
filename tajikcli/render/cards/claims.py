"""Claims: what is said, once, and beneath it who gives it and where accounts part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tajikcli.render.cards.parts import (
    QUIET,
    counted,
    mark_figures,
    number,
    periods,
    reference,
    where,
    with_hedges,
    words,
)
from tajikcli.render.layout import Line
from tajikcli.text import displayed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from tajikcli.model import rows
    from tajikcli.model.names import Names
    from tajikcli.model.pages import Claim

_SECTIONS = {"before": "Before the talks", "background": "Background"}
_LABEL = 8  # columns of what stands before an account
_CONFLICT = 11  # and before a contradiction


def claim(one: Claim, names: Names) -> Iterator[RenderableType]:
    """Yield a claim's lines: its head, then each account with the words or figures in which it parts."""
    if one.totals:
        about = " and ".join(map(displayed, one.totals.about)) or "All topics"
        counts = f"{counted(one.totals.claims, 'claim')}, {counted(one.totals.statements, 'statement')}"
        yield Text(about, style="bold").append(f" · {counts}", style="not bold")
        yield Text()
    if one.section:
        if not one.totals:
            yield Text()
        yield Text(_SECTIONS.get(one.section, one.section), style="bold")
    yield from head(one.head, words(one.head), names)
    for account in one.accounts:
        yield account_line(account, one.head, names)
    for other in one.contradictions:
        yield conflict_line(other, names)


def head(statement: rows.Statement, text: Text, names: Names) -> Iterator[RenderableType]:
    """Yield a statement, its figures marked in its text, and beneath it those that the text does not have, who gives it, its id."""
    unsaid = mark_figures(text, statement["figures"])
    yield text
    told = [_with_measure(row) for row in unsaid]
    told += map(Text, periods(row for row in statement["figures"] if row not in unsaid))
    of = with_hedges(where(statement, names), statement["hedges"])
    if statement["claim"] not in {None, statement["id"]}:
        of.append(f" · account of {reference(statement['meeting'], statement['claim'] or '', names)}")
    of.stylize_before(QUIET)
    yield Line(Text(" · ").join([*told, of]), _id(statement, names), left=2, style=QUIET)


def _with_measure(row: rows.Figure) -> Text:
    text = number(row)
    for part in (row["measure_label"], row["period"]):
        if part:
            text.append(f" · {displayed(part)}", style="not bold default")
    return text


def account_line(account: rows.Statement, of: rows.Statement, names: Names) -> Line:
    """Return an account in a line: whether it says the same, its source, where it parts, and its id."""
    varies = any(one["as"] == "varies" for one in account["links"])
    label = Text("varies", style="yellow") if varies else Text("also", style=QUIET)
    text = where(account, names, of=of["speaker"])
    parts = list(_parting(account, of))
    if parts:
        text.append(": ").append_text(Text(", ").join(parts))
    elif varies:
        text.append(": ").append(_exact(account, of))
    text = with_hedges(text, account["hedges"])
    return Line(text, _id(account, names), label=label, left=2, column=_LABEL, style=QUIET)


def _parting(account: rows.Statement, of: rows.Statement) -> Iterator[Text]:
    """Yield the figures that an account has and its claim's head has not, with the period where that is another one."""
    known = {(number(row).plain, row["measure"], row["period"]) for row in of["figures"]}
    spans = {row["period"] for row in of["figures"]}
    for row in account["figures"]:
        if (number(row).plain, row["measure"], row["period"]) not in known:
            text = number(row)
            if row["period"] and row["period"] not in spans:
                text.append(f" · {displayed(row['period'])}", style="not bold default")
            yield text


def _exact(account: rows.Statement, of: rows.Statement) -> str:
    """Return the words of its source that an account rests on, less those that its claim's head rests on too."""
    shared = {one["exact"] for one in of["evidence"]}
    exact = [one["exact"] for one in account["evidence"]]
    own = [run for run in exact if run not in shared] or exact
    return f"…{'… …'.join(map(displayed, own))}…"


def conflict_line(other: rows.Statement, names: Names) -> Line:
    """Return a statement that contradicts a claim, with its id."""
    text = words(other)
    mark_figures(text, other["figures"])
    text.append(" · ").append_text(with_hedges(where(other, names), other["hedges"]))
    label = Text("conflicts", style="bold red")
    return Line(text, _id(other, names), label=label, left=2, column=_CONFLICT, style=QUIET)


def _id(statement: rows.Statement, names: Names) -> str:
    return displayed(reference(statement["meeting"], statement["id"], names))

