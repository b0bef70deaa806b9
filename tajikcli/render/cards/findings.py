"""Findings of `check`: a quotation or figure in a text, and its counterpart on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tajikcli.model.faults import heading, meaning, untold
from tajikcli.model.verdicts import Attribution, Verdict
from tajikcli.render.cards.parts import QUIET, beneath, highlight, origin, plain_text
from tajikcli.render.faults import misled
from tajikcli.render.plain import position
from tajikcli.render.spoken import spoken_words
from tajikcli.text import displayed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tajikcli.model import rows
    from tajikcli.model.names import Names
    from tajikcli.model.pages import ComparedFinding
    from tajikcli.render.layout import Part


def finding(compared: ComparedFinding, names: Names) -> Iterator[Part]:
    """Yield the lines of a finding, with the words that differ marked on both sides."""
    row, statement = compared.finding, compared.statement
    verdict, headed = Verdict.of(row["verdict"]), heading(row)
    source = names.sources[statement["source"]] if statement else ""
    head = Text(displayed(position(row)), style="bold")
    head.append("  ")
    head.append(headed.in_words, style=headed.style)
    head.append(f": {meaning(row).format(source=displayed(source))}", style="not bold default")
    if row["accepted"]:
        head.append(" (accepted)", style="not bold green")
    text = plain_text(row["text"])
    if verdict is not Verdict.VERBATIM:
        highlight(text, [one["text"] for one in row["differences"]], "bold red")
    parts: list[Part] = [head, beneath(text)]
    if row["record_text"] and verdict is not Verdict.VERBATIM:
        is_spoken = row["finding"] == "figure" and statement is not None  # not the day of a meeting
        record = plain_text(spoken_words(row["record_text"]) if is_spoken else row["record_text"])
        highlight(record, [one["record"] for one in row["differences"]], "bold green")
        if statement and statement["kind"] == "quote" and row["finding"] == "quotation":
            record = Text("“").append_text(record).append("”")
        parts.append(beneath(Text("on record: ", style=QUIET).append_text(record)))
    parts += [beneath(line) for line in _differences(verdict, row["differences"])]
    if statement and row["finding"] == "quotation":
        parts.append(beneath(origin(statement, statement["id"], names)))
    parts += [
        beneath(Text("similar: ", style=QUIET).append(f"{displayed(one['text'])} ({one['statement']})"))
        for one in row["also"]
    ]
    is_figure = row["finding"] == "figure" and row["speaker"] is not None
    if row["attribution"] == Attribution.UNCLEAR and not is_figure:
        parts.append(beneath(Text(untold(row), style="yellow")))
    if row["attribution"] == Attribution.DIFFERS or (is_figure and row["attribution"] == Attribution.UNCLEAR):
        named = Text("the text names ", style="yellow" if is_figure else "red").append(
            displayed(row["speaker_name"] or ""), style="bold"
        )
        on_record = row["record_speaker_name"] or ("nobody" if is_figure else "")
        parts.append(beneath(named.append(f", but the record names {displayed(on_record)}")))
    elsewhere = misled(row)
    if elsewhere:
        parts.append(beneath(Text(displayed(elsewhere), style="yellow")))
    return iter(parts)


def _differences(verdict: Verdict, differences: list[rows.Difference]) -> Iterator[Text]:
    """Yield a description of the differences, if marks alone do not show them."""
    added = " · ".join(displayed(one["text"]) for one in differences if one["text"])
    left_out = " · ".join(displayed(one["record"]) for one in differences if one["record"])
    if verdict is Verdict.UNCLEAR:
        if added:
            yield Text("added: ", style=QUIET).append(added)
        if left_out:
            yield Text("left out: ", style=QUIET).append(left_out)
    if verdict in {Verdict.ALTERED, Verdict.VERBATIM} and differences:
        pairs = (
            f"{displayed(one['text']) or '(nothing)'} → {displayed(one['record']) or '(nothing)'}"
            for one in differences
        )
        label = "differs: " if verdict is Verdict.ALTERED else "punctuation or capital: "
        yield Text(label, style=QUIET).append(" · ".join(pairs))
