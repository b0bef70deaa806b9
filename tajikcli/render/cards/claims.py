"""Claims: each is shown once, followed by its accounts and their differences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tajikcli.model.relations import Relation
from tajikcli.render.cards.parts import (
    QUIET,
    id_of,
    mark_figures,
    number,
    periods,
    reference,
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
    from tajikcli.model.pages import Claim, FoundClaim
    from tajikcli.render.layout import Part

_SECTIONS = {"before": "Before the talks", "background": "Background"}
_COLUMN = 8  # the column of an account, after its label
_FURTHER = 11  # the column of a contradiction


def claim(one: Claim, names: Names) -> Iterator[Part]:
    """Yield the lines of a claim: its head, then each account with the words or figures that differ."""
    if one.totals:
        about = " and ".join(map(displayed, one.totals.about)) or "All topics"
        counts = f"{counted(one.totals.claims, 'claim')}, {counted(one.totals.statements, 'statement')}"
        yield Text(about, style="bold").append(f" · {counts}", style="not bold")
        yield Text()
    if one.section:
        if not one.totals:
            yield Text()
        yield Text(_SECTIONS.get(one.section, one.section), style="bold underline")
    yield from head(one.head, words(one.head), names)
    for account in one.accounts:
        yield account_line(account, one.head, names)
    contradictions, more = one.contradictions()
    for other in contradictions:
        yield conflict_line(other, one.head, names)
    if more:
        told = f"with {counted(more, 'more statement')}: see 'tajik compare'"
        yield Line(Text(told), label=_conflicts(), left=2, column=_FURTHER)


def statement(one: rows.Statement, names: Names) -> Iterator[Part]:
    """Yield a statement as `head` does."""
    return head(one, words(one), names)


def found(one: FoundClaim, names: Names) -> Iterator[Part]:
    """Yield the best matching statement of a claim, with the words searched for marked, and the other accounts that were found."""
    text = words(one.statement)
    before = one.statement["kind"] == "quote"  # the opening quotation mark
    for start, end in one.marks:
        text.stylize("bold underline", start + before, end + before)
    yield from head(one.statement, text, names)
    for other in one.others:
        yield account_line(other, one.statement, names)
    if one.more:
        yield Line(Text(f"{counted(one.more, 'more account')} of this claim", style=QUIET), left=2)


def head(statement: rows.Statement, text: Text, names: Names) -> Iterator[Part]:
    """Yield a statement with its figures marked, then the figures that are not in its text, its speaker and source, and its id."""
    unsaid = mark_figures(text, statement["figures"])
    if statement["kind"] == "quote":
        yield Line(text[1:], label=text[:1], column=1)
    else:
        text.stylize_before("bold")
        yield text
    told = [_with_measure(row) for row in unsaid]
    told += map(Text, periods(row for row in statement["figures"] if row not in unsaid))
    of = with_hedges(where(statement, names), statement["hedges"])
    if statement["claim"] not in {None, statement["id"]}:
        of.append(f" · account of {reference(statement['meeting'], statement['claim'] or '', names)}")
    of.stylize_before(QUIET)
    yield Line(Text(" · ").join([*told, of]), id_of(statement, names), left=2, style=QUIET)


def _with_measure(row: rows.Figure) -> Text:
    text = number(row)
    for part in (row["measure_label"], row["period"]):
        if part:
            text.append(f" · {displayed(part)}", style="not bold default")
    return text


def account_line(account: rows.Statement, of: rows.Statement, names: Names) -> Line:
    """Return an account as a line, which says whether it varies, and has its source, its differences and its id."""
    if _varies(account) or _varies(of):
        text, label = _apart(account, of, names), Text(Relation.VARIES, style="bold")
    else:
        text, label = _apart(account, of, names, exact=False), Text("also", style=QUIET)
        text.stylize_before(QUIET)
    return Line(text, id_of(account, names), label=label, left=2, column=_COLUMN, style=QUIET)


def _conflicts() -> Text:
    return Text(Relation.CONFLICTS, style=Relation.CONFLICTS.style)


def _varies(account: rows.Statement) -> bool:
    return any(one["as"] == Relation.VARIES for one in account["links"])


def conflict_line(other: rows.Statement, of: rows.Statement, names: Names) -> Line:
    """Return a statement that contradicts a claim as a line: its source, the figures or words, and its id."""
    return Line(
        _apart(other, of, names),
        id_of(other, names),
        label=_conflicts(),
        left=2,
        column=_FURTHER,
        style=QUIET,
    )


def beside(relation: Relation, other: rows.Statement, names: Names, *, is_known: bool = False) -> Line:
    """Return a statement that contradicts another, or is corrected by it, with its text, source and id.

    Args:
        relation: the relation between the two statements.
        other: the statement.
        names: the names of slugs.
        is_known: whether the page already has the text, which is then omitted.
    """
    text = Text()
    if not is_known:
        text = words(other)
        mark_figures(text, other["figures"])
        text.append(" · ")
    text.append_text(with_hedges(where(other, names), other["hedges"]))
    label = Text(relation, style=relation.style)
    return Line(text, id_of(other, names), label=label, left=2, column=_FURTHER, style=QUIET)


def _apart(other: rows.Statement, of: rows.Statement, names: Names, *, exact: bool = True) -> Text:
    """Return the source and hedges of a statement, and the figures, or else the words, that differ from those of a second statement."""
    text = where(other, names, of=of["speaker"])
    if of["speaker"] and other["speaker"] == of["speaker"]:
        text = Text("\u2192 ").append_text(text)  # words of the same speaker, not of the source itself
    parts = list(_parting(other, of))
    if parts:
        text.append(": ").append_text(Text(", ").join(parts))
    elif exact:
        text.append(": ").append_text(words(other) if other["kind"] == "quote" else Text(_exact(other, of)))
    return with_hedges(text, other["hedges"])


def _parting(account: rows.Statement, of: rows.Statement) -> Iterator[Text]:
    """Yield the figures of an account that the head of its claim does not have, with the period if it differs."""
    known = {(number(row).plain, row["measure"], row["period"]) for row in of["figures"]}
    spans = {row["period"] for row in of["figures"]}
    for row in account["figures"]:
        if (number(row).plain, row["measure"], row["period"]) not in known:
            text = number(row)
            if row["period"] and row["period"] not in spans:
                text.append(f" · {displayed(row['period'])}", style="not bold default")
            yield text


def _exact(account: rows.Statement, of: rows.Statement) -> str:
    """Return the words from the source on which an account rests but the head of its claim does not."""
    shared = {one["exact"] for one in of["evidence"]}
    exact = [one["exact"] for one in account["evidence"]]
    own = [run for run in exact if run not in shared] or exact
    return f"…{'… …'.join(map(displayed, own))}…"
