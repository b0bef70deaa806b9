"""What cards have in common: words, figures, chains, ids, and what stands beneath them."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.style import Style
from rich.text import Text

from tajikcli.figures import spelt, spoken
from tajikcli.ids import full_id
from tajikcli.text import displayed, hedged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tajikcli.model import rows
    from tajikcli.model.names import Names

FIGURE = "bold magenta"
QUIET = "dim"
_KIND = {"quote": "green", "paraphrase": "yellow", "narration": "blue"}
# Words of a text, and numbers: with their thousands apart, or digits with points or commas between.
_WORD = re.compile(
    r"[^\W\d]\w*|(?<![\w.,])(?:\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)*)(?!\w)"
)
_THOUSANDS = re.compile("[,\u00a0\u202f ]")
_NO_LINKS = {"dumb", "linux"}  # terminals that would print a link's address, or worse


def plain_text(text: str) -> Text:
    """Return a text of the record as it is displayed."""
    return Text(displayed(text))


def words(statement: rows.Statement) -> Text:
    """Return a statement's text: quotation marks around words as printed, and around nothing else."""
    if statement["kind"] != "quote":
        return plain_text(statement["text"])
    mark = _KIND["quote"]
    return Text.assemble(("“", mark), displayed(statement["text"]), ("”", mark))


def figure(row: rows.Figure, none: str = "") -> Text:
    """Return a figure with its measure and its period; `none` in the place of a measure that its source does not name."""
    text = number(row)
    about = " · ".join(part for part in (row["measure_label"] or none, row["period"]) if part)
    if about:
        text.append(f"  {displayed(about)}", style="not bold default")
    return text


def number(row: rows.Figure) -> Text:
    """Return a figure without its measure and its period."""
    return Text(displayed(spoken(row)), style=FIGURE)


def mark_figures(text: Text, figures: Iterable[rows.Figure]) -> list[rows.Figure]:
    """Mark the numbers of figures in a text that says them.

    Returns:
        the figures that the text does not say in digits, or as the page has them.
    """
    spans: dict[str, tuple[int, int]] = {}
    for found in _WORD.finditer(text.plain):
        spans.setdefault(_THOUSANDS.sub("", found[0]), found.span())
        spans.setdefault(found[0], found.span())
    unsaid = []
    for row in figures:
        numbers = spelt(row)
        said = [spans[one] for one in numbers if one in spans]
        if not numbers or len(said) < len(numbers):
            unsaid.append(row)
            continue
        for start, end in said:
            text.stylize(FIGURE, start, _behind_unit(text.plain, end, row))
    return unsaid


def _behind_unit(text: str, end: int, row: rows.Figure) -> int:
    """Return where a number ends with its scale and unit, if they stand behind it as the record has them."""
    for word in (row["scale"], row["unit"]):
        if word and text.startswith(f" {word}", end):
            end += len(word) + 1
    return end


def periods(figures: Iterable[rows.Figure]) -> list[str]:
    """Return the periods of figures, each once."""
    return list(dict.fromkeys(displayed(row["period"]) for row in figures if row["period"]))


def path(row: rows.Statement | rows.FigureRow | rows.Account, names: Names) -> str:
    """Return who said it, through whom, and where it stands, for people to read."""
    return displayed(" → ".join([*_relayed(row, names, of=None), names.sources[row["source"]]]))


def where(
    row: rows.Statement | rows.FigureRow | rows.Account, names: Names, *, of: str | None = None
) -> Text:
    """Return who said it, through whom, and in which source, that one linked to its address and as short as it can be named.

    Args:
        row: the statement or figure.
        names: what slugs are called.
        of: the slug of a speaker who need not be named again.
    """
    before = [plain_text(name) for name in _relayed(row, names, of=of)]
    return Text(" → ").join([*before, source(row["source"], names)])


def _relayed(
    row: rows.Statement | rows.FigureRow | rows.Account, names: Names, *, of: str | None
) -> Iterator[str]:
    if row["speaker_name"] and row["speaker"] != of:
        yield row["speaker_name"]
    yield from (names.relays[slug] for slug in row["via"])


def source(slug: str, names: Names) -> Text:
    """Return a source's short name, which leads to its address on a terminal that has links."""
    return Text(displayed(names.publishers[slug]), style=link(names.addresses.get(slug)))


def address(slug: str, names: Names) -> list[Text]:
    """Return the address of a source, which no line break cuts; none where none is on record."""
    url = names.addresses.get(slug)
    return [whole_address(url)] if url else []


def whole_address(url: str) -> Text:
    """Return an address, which no line break cuts, and which leads there on a terminal that has links."""
    return Text(displayed(url), style=link(url), overflow="ignore")


def link(address: str | None) -> Style:
    """Return the style of a text that leads to a web address; none where there is no such address, or no links."""
    if not address or os.environ.get("TERM") in _NO_LINKS:
        return Style.null()
    return _leading_to(address)


@lru_cache(
    maxsize=1024
)  # every style of a link has a number of its own, which ties the pieces of a broken line together
def _leading_to(address: str) -> Style:
    if not address.casefold().startswith(("http://", "https://")):
        return Style.null()
    from urllib.parse import quote

    # A link has the characters of an address and no other: nothing in it may end it early.
    return Style(link=quote(address, safe="!#$%&'()*+,/:;=?@[]~"))


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


def id_of(statement: rows.Statement, names: Names) -> str:
    """Return a statement's id as `reference` does, as it is displayed."""
    return displayed(reference(statement["meeting"], statement["id"], names))


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
