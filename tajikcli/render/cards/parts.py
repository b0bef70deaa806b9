"""What cards have in common: words, figures, chains, ids, and what stands beneath them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from tajikcli.figures import phrase
from tajikcli.ids import full_id
from tajikcli.text import displayed, hedged

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tajikcli.model import rows
    from tajikcli.model.names import Names

FIGURE = "bold magenta"
QUIET = "dim"
_KIND = {"quote": "green", "paraphrase": "yellow", "narration": "blue"}


def plain_text(text: str) -> Text:
    """Return a text of the record as it is displayed."""
    return Text(displayed(text))


def words(statement: rows.Statement) -> Text:
    """Return a statement's text: quotation marks around words as printed, and around nothing else."""
    if statement["kind"] != "quote":
        return plain_text(statement["text"])
    text = Text("“", style=_KIND["quote"])
    text.append(displayed(statement["text"]))
    text.append("”")
    return text


def figure(row: rows.Figure, none: str = "") -> Text:
    """Return a figure with its measure and its period; `none` in the place of a measure that its source does not name."""
    text = Text(displayed(phrase(row)), style=FIGURE)
    about = " · ".join(part for part in (row["measure_label"] or none, row["period"]) if part)
    if about:
        text.append(f"  {displayed(about)}", style="not bold default")
    return text


def path(row: rows.Statement | rows.FigureRow | rows.Account, names: Names) -> str:
    """Return who said it, through whom, and where it stands, for people to read."""
    chain = [row["speaker_name"]] if row["speaker_name"] else []
    chain += [names.relays[slug] for slug in row["via"]]
    return displayed(" → ".join([*chain, names.sources[row["source"]]]))


def chain(row: rows.Statement | rows.FigureRow, names: Names) -> Text:
    """Return a statement's kind and its path."""
    text = Text(style=QUIET)
    text.append(row["kind"], style=f"not dim {_KIND[row['kind']]}")
    text.append(f" · {path(row, names)}")
    return text


def with_hedges(text: Text, hedges: Sequence[str]) -> Text:
    """Return where words are from, with the reservations that the source gives them with."""
    if hedges:
        text.append(f" · {displayed(hedged(hedges))}", style="not dim italic")
    return text


def origin(row: rows.Statement | rows.FigureRow, statement: str, names: Names) -> Text:
    """Return a chain with its hedges and the id to type for its statement."""
    text = with_hedges(chain(row, names), row["hedges"])
    text.append(f" · {reference(row['meeting'], statement, names)}", style=QUIET)
    return text


def reference(meeting: str, statement: str, names: Names) -> str:
    """Return a statement's id as it is to be typed: in full where there are several meetings."""
    return full_id(meeting, statement) if names.meetings > 1 else statement


def beneath(text: Text) -> Padding:
    """Return a text moved to the right."""
    return Padding(text, (0, 0, 0, 2), expand=False)


def highlight(text: Text, parts: Iterable[str], style: str) -> None:
    """Mark parts of a text, which stand in it in this order."""
    start = 0
    for part in filter(None, map(displayed, parts)):
        at = text.plain.find(part, start)
        if at >= 0:
            start = at + len(part)
            text.stylize(style, at, start)
