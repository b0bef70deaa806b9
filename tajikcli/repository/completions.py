"""Completions of the beginning of a word, for shells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.repository.naming import encodable
from tajikcli.text import hedged

if TYPE_CHECKING:
    import sqlite3

_SHORT = 60  # characters in the description of a choice


def completions(
    connection: sqlite3.Connection, kind: str, beginning: str, most: int = 300
) -> list[tuple[str, str]]:
    """Return the completions of the beginning of a word, each with a short description.

    Args:
        connection: a connection to the index.
        kind: `id` for statements, or `topic`, `speaker`, `source`, `relay`, `meeting`, `language`.
        beginning: the typed beginning of a slug or id; an id may start with its meeting.
        most: the maximum number to return.
    """
    typed = encodable(beginning).casefold()
    if kind != "id":
        rows = connection.execute(
            "SELECT slug, name FROM entity WHERE kind = ? AND substr(slug, 1, ?) = ? ORDER BY place LIMIT ?",
            (kind, len(typed), typed, most),
        )
        return rows.fetchall()
    meeting, slash, short = typed.rpartition("/")
    rows = connection.execute(
        "SELECT meeting, id, json FROM statement JOIN answer USING (seq)"
        " WHERE id >= ? AND id < ? AND (meeting = ? OR NOT ?) LIMIT ?",
        (short, f"{short}\U0010ffff", meeting, bool(slash), most),
    )
    return [(f"{row[0]}/{row[1]}" if slash else row[1], _explained(row[2])) for row in rows]


def _explained(row: str) -> str:
    """Return the beginning of a statement's text, after its hedges, for a list of choices."""
    import json

    statement = json.loads(row)
    hedges = hedged(statement["hedges"])
    words = " ".join((f"{hedges}: " if hedges else "").split() + statement["text"].split())
    return words if len(words) <= _SHORT else f"{words[: _SHORT - 1]}…"
