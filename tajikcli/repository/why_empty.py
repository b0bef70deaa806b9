"""Explain an empty answer: find the filter that excluded the last results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.repository.query import Query, conditions

if TYPE_CHECKING:
    import sqlite3


def why_empty(connection: sqlite3.Connection, query: Query, what: str = "statements") -> str:
    """Return a sentence that names the filter that excluded the last results.

    Args:
        connection: a connection to the index.
        query: a query without results.
        what: the noun for the results, in the plural.
    """
    if query.limit == 0:
        return "nothing to show because the limit is 0"
    asked = Query() if what == "statements" else Query(kinds=query.kinds)
    held = ""
    count = _count(connection, asked, what)
    filters = (
        ("kinds", "of kind"),
        ("topics", "about"),
        ("speakers", "by"),
        ("sources", "from"),
        ("via", "via"),
        ("meetings", "from the meeting"),
        ("languages", "in"),
        ("phases", "from the phase"),
        ("since", "dated {} or later"),
        ("until", "dated {} or earlier"),
    )
    for field, words in filters:
        value = getattr(query, field)
        if not value or value == getattr(asked, field):
            continue
        named = " or ".join(value) if isinstance(value, tuple) else value
        phrase = words.format(named) if "{" in words else f"{words} {named}"
        asked = Query(**{**vars(asked), field: value})
        left = _count(connection, asked, what)
        if left == 0:
            if count > 1:
                return f"none of the {count} {what}{held} is {phrase}"
            return (
                f"the only {what.removesuffix('s')}{held} is not {phrase}"
                if count
                else f"no {what} on record"
            )
        count, held = left, f"{held} {phrase}"
    return f"no {what} on record"


def _count(connection: sqlite3.Connection, query: Query, what: str) -> int:
    tables, where, values = conditions(query)
    if what == "figures":
        tables += " JOIN figure USING (seq)"
    row = connection.execute(f"SELECT count(*) FROM {tables} WHERE {where}", values)
    return int(row.fetchone()[0])
