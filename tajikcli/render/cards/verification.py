"""A verification: the status of a source's statements, and the sentences that no statement covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from tajikcli.render.cards.parts import QUIET, beneath, highlight, plain_text
from tajikcli.text import displayed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tajikcli.model import rows
    from tajikcli.model.names import Names
    from tajikcli.model.pages import VerificationPage
    from tajikcli.render.layout import Part


def page(shown: VerificationPage, _: Names) -> Iterator[Part]:
    """Yield each fault, the sentences without a statement, and a summary."""
    report = shown.verification
    for statement, differences in zip(report["statements"], shown.differences, strict=True):
        if statement["status"] != "found":
            yield from _fault(statement, differences)
            yield Text()
    if report["uncovered"]:
        yield Text("sentences without a statement (those with a quotation or a number first)", style=QUIET)
        for left in report["uncovered"]:
            place = Text(f"{left['paragraph']}.{left['sentence']}", style="bold cyan")
            place.append(f"  {displayed(left['text'])}", style="not bold default")
            yield Padding(place, (0, 0, 0, 2), expand=False)
        yield Text()
    if report["unsearched"]:
        yield Text(
            f"did not look for similar words for {report['unsearched']:,} lost statements, because that would have taken too long",
            style="yellow",
        )
        yield Text()
    found = sum(statement["status"] == "found" for statement in report["statements"])
    text = Text(f"{found} of {len(report['statements'])} statements found", style="bold")
    text.append(
        f" · {report['coverage']:g} % of the sentences are on record · edition: {report['edition']}",
        style="not bold",
    )
    yield text


def _fault(statement: rows.Verified, differences: Sequence[rows.Difference]) -> Iterator[Part]:
    head = Text(statement["status"], style="red")
    yield head.append(f"  {displayed(statement['id'])}", style="not bold default")
    exact = plain_text(statement["exact"] or "")
    highlight(exact, [one["text"] for one in differences], "bold red")
    yield beneath(Text("on record  ", style=QUIET).append_text(exact))
    if statement["nearest"]:
        now = plain_text(statement["nearest"])
        highlight(now, [one["record"] for one in differences], "bold green")
        yield beneath(Text("now        ", style=QUIET).append_text(now))
