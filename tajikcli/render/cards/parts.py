"""Parts that cards have in common: words, figures, paths from speaker to source, and ids."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.style import Style
from rich.text import Text

from tajikcli.ids import full_id
from tajikcli.render.spoken import spelt, spoken
from tajikcli.text import displayed, hedged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tajikcli.model import rows
    from tajikcli.model.names import Names

FIGURE = "bold magenta"
QUIET = "dim"
_KIND = {"quote": "green", "paraphrase": "yellow", "narration": "blue"}
# Words of a text, and numbers, with thousands separators, or with points or commas between the digits.
_WORD = re.compile(
    r"[^\W\d]\w*|(?<![\w.,])(?:\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)*)(?!\w)"
)
_THOUSANDS = dict.fromkeys(map(ord, ",\u00a0\u202f "))
_MARKS = "!#$%&'()*+,/:;=?@[]~"  # the marks in an address, besides `-`, `.` and `_`
_ADDRESS = frozenset(f"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._{_MARKS}")
_NO_LINKS = {"dumb", "linux"}  # terminals that would show the address of a link, or garbage


def plain_text(text: str) -> Text:
    """Return a text of the record in its displayed form."""
    return Text(displayed(text))


def words(statement: rows.Statement) -> Text:
    """Return the text of a statement, with quotation marks only around words as printed."""
    if statement["kind"] != "quote":
        return plain_text(statement["text"])
    mark = _KIND["quote"]
    return Text.assemble(("“", mark), displayed(statement["text"]), ("”", mark))


def figure(row: rows.Figure, none: str = "") -> Text:
    """Return a figure with its measure and period; `none` is shown instead of a measure that the source does not name."""
    text = number(row)
    about = " · ".join(part for part in (row["measure_label"] or none, row["period"]) if part)
    if about:
        text.append(f"  {displayed(about)}", style="not bold default")
    return text


def number(row: rows.Figure) -> Text:
    """Return a figure without its measure and period."""
    return Text(displayed(spoken(row)), style=FIGURE)


def mark_figures(text: Text, figures: Iterable[rows.Figure]) -> list[rows.Figure]:
    """Mark the numbers of figures in a text that contains them.

    Returns:
        The figures that the text contains neither in digits nor in the form of the page.
    """
    spans: dict[str, tuple[int, int]] = {}
    for found in _WORD.finditer(text.plain):
        spans.setdefault(found[0].translate(_THOUSANDS), found.span())
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
    """Return the end of a number with its scale and unit, if they follow it as on record."""
    for word in (row["scale"], row["unit"]):
        if word and text.startswith(f" {word}", end):
            end += len(word) + 1
    return end


def periods(figures: Iterable[rows.Figure]) -> list[str]:
    """Return the periods of figures, without duplicates."""
    return list(dict.fromkeys(displayed(row["period"]) for row in figures if row["period"]))


def path(row: rows.Statement | rows.FigureRow | rows.Account, names: Names) -> str:
    """Return the speaker, the relays and the source in words."""
    return displayed(" → ".join([*_relayed(row, names, of=None), names.sources[row["source"]]]))


def where(
    row: rows.Statement | rows.FigureRow | rows.Account, names: Names, *, of: str | None = None
) -> Text:
    """Return the speaker, the relays and the source, with the source's shortest name and a link to its address.

    Args:
        row: the statement or figure.
        names: the names for slugs.
        of: the slug of a speaker who is already named above.
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
    """Return the short name of a source, as a link if the terminal supports links."""
    return Text(displayed(names.publishers[slug]), style=link(names.addresses.get(slug)))


def address(slug: str, names: Names) -> list[Text]:
    """Return the address of a source without line breaks; empty if there is none on record."""
    url = names.addresses.get(slug)
    return [whole_address(url)] if url else []


def whole_address(url: str) -> Text:
    """Return an address without line breaks, as a link if the terminal supports links."""
    return Text(displayed(url), style=link(url), overflow="ignore")


def link(address: str | None) -> Style:
    """Return the style of a link; empty if there is no web address or the terminal does not support links."""
    if not address or os.environ.get("TERM") in _NO_LINKS:
        return Style.null()
    return _leading_to(address)


@lru_cache(maxsize=1024)  # every link style has its own number, which connects the pieces of a broken line
def _leading_to(address: str) -> Style:
    if not address.casefold().startswith(("http://", "https://")):
        return Style.null()
    # A link has only the characters of an address, so that nothing in it can end it early.
    if not _ADDRESS.issuperset(address):
        from urllib.parse import quote

        address = quote(address, safe=_MARKS)
    return Style(link=address)


def chain(row: rows.Statement | rows.FigureRow, names: Names) -> Text:
    """Return the kind of a statement and its path from speaker to source."""
    text = Text(style=QUIET)
    text.append(row["kind"], style=f"not dim {_KIND[row['kind']]}")
    text.append(f" · {path(row, names)}")
    return text


def with_hedges(text: Text, hedges: Sequence[str]) -> Text:
    """Return the origin of words, with the hedges of the source."""
    if hedges:
        text.append(f" · {displayed(hedged(hedges))}", style="not dim italic")
    return text


def origin(row: rows.Statement | rows.FigureRow, statement: str, names: Names) -> Text:
    """Return the path from speaker to source with the hedges and the id of the statement."""
    text = with_hedges(chain(row, names), row["hedges"])
    text.append(f" · {reference(row['meeting'], statement, names)}", style=QUIET)
    return text


def reference(meeting: str, statement: str, names: Names) -> str:
    """Return the id of a statement as users type it: the full id if there are several meetings."""
    return full_id(meeting, statement) if names.meetings > 1 else statement


def id_of(statement: rows.Statement, names: Names) -> str:
    """Return the id of a statement as in `reference`, in displayed form."""
    return displayed(reference(statement["meeting"], statement["id"], names))


def beneath(text: Text) -> Padding:
    """Return an indented text."""
    return Padding(text, (0, 0, 0, 2), expand=False)


def highlight(text: Text, parts: Iterable[str], style: str) -> None:
    """Mark parts of a text, which the text contains in this order."""
    start = 0
    for part in filter(None, map(displayed, parts)):
        at = text.plain.find(part, start)
        if at >= 0:
            start = at + len(part)
            text.stylize(style, at, start)
