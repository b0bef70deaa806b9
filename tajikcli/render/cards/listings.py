"""Lists of meetings, topics, speakers and sources, of cached indexes, and of problems in knowledge files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tajikcli.render.cards.parts import QUIET, beneath, plain_text, whole_address
from tajikcli.render.layout import Line
from tajikcli.text import counted, displayed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tajikcli.model import rows
    from tajikcli.model.names import Names
    from tajikcli.render.layout import Part

_FEW = 5  # the number of files of an index to show on a page


def meeting(row: rows.Meeting, _: Names) -> Iterator[Part]:
    """Yield the lines of a meeting: its id, title, date, place, and number of statements."""
    return _definition(
        row["id"], row["title"], [row["date"], row["place"], *_counts(row)], aliases=row["aliases"]
    )


def topic(row: rows.Topic, _: Names) -> Iterator[Part]:
    """Yield the lines of a topic: its slug, its names, and its number of statements."""
    return _definition(row["slug"], row["label"], _counts(row), aliases=row["aliases"])


def speaker(row: rows.Speaker, _: Names) -> Iterator[Part]:
    """Yield the lines of a speaker: the slug, name, role, and number of statements."""
    return _definition(row["slug"], row["name"], [row["role"], *_counts(row)], aliases=row["aliases"])


def source(row: rows.Source, _: Names) -> Iterator[Part]:
    """Yield the lines of a source: its slug, title, publisher, date, number of statements, and addresses."""
    about = [row["publisher"], row["published"], row["language"], *_counts(row)]
    return _definition(row["slug"], row["title"], about, addresses=[row["url"], row["archived"]])


def _counts(row: rows.Meeting | rows.Topic | rows.Speaker | rows.Source) -> list[str]:
    facts, quotes = row["facts"], row["quotes"]
    return [
        f"{facts} {'fact' if facts == 1 else 'facts'}",
        f"{quotes} {'quote' if quotes == 1 else 'quotes'}",
    ]


def _definition(
    name: str,
    title: str | None,
    about: Sequence[str | None],
    *,
    aliases: Sequence[str] = (),
    addresses: Sequence[str | None] = (),
) -> Iterator[Part]:
    text = Text(displayed(name), style="bold cyan")
    if title:
        text.append(f"  {displayed(title)}", style="not bold default")
    lines = [plain_text(" · ".join(part for part in about if part))]
    if aliases:
        lines.append(plain_text(f"also {', '.join(aliases)}"))
    below = Text("\n").join(lines)
    below.stylize(QUIET)
    yield text
    yield beneath(below)
    for one in addresses:
        if one:
            yield Line(whole_address(one), left=2)


def index(row: rows.Index, _: Names) -> Iterator[Part]:
    """Yield the lines of a cached index: its path, size and files."""
    held = f"{row['bytes']:,} bytes · {counted(row['statements'], 'statement')} from {counted(len(row['files']), 'file')}"
    named = row["files"][:_FEW]
    more = [f"and {len(row['files']) - _FEW:,} more"] if len(row["files"]) > _FEW else []
    below = Text("\n".join(map(displayed, (held, *named, *more))), style=QUIET, overflow="fold")
    yield Text(displayed(row["path"]), style="bold cyan", overflow="fold")
    yield beneath(below)


def problem(row: rows.Problem, _: Names) -> Text:
    """Return a problem as `file:line:column: severity: message`."""
    text = Text(displayed(f"{row['file']}:{row['line']}:{row['column']}: "), style="bold", overflow="ignore")
    is_error = row["severity"] == "error"
    text.append(f" {row['severity']}: ", style="not bold red" if is_error else "not bold yellow")
    text.append(displayed(row["message"]), style="not bold")
    return text
