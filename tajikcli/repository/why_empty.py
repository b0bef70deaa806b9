"""Why a query has no answer: which of its filters left nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.repository.query import Query, conditions

if TYPE_CHECKING:
    import sqlite3


def why_empty(connection: sqlite3.Connection, query: Query, what: str = "statements") -> str:
    """Return in words which filter left nothing of what a query asked for.

    Args:
        connection: to the index.
        query: a query with no answer.
        what: what was asked for, in the plural.
    """
    if query.limit == 0:
        return "nothing to show because the limit is 0"
    asked = Query() if what == "statements" else Query(kinds=query.kinds)
    held = ""
    count = _count(connection, asked, what)
    filters = (
        ("kinds", "of the kind"),
        ("topics", "about"),
        ("speakers", "by"),
        ("sources", "from"),
        ("via", "via"),
        ("meetings", "of"),
        ("languages", "in"),
        ("phases", "of the phase"),
        ("since", "since"),
        ("until", "until"),
    )
    for field, word in filters:
        value = getattr(query, field)
        if not value or value == getattr(asked, field):
            continue
        phrase = f"{word} {' or '.join(value) if isinstance(value, tuple) else value}"
        asked = asked._replace(**{field: value})
        left = _count(connection, asked, what)
        if left == 0:
            noun = what.removesuffix("s") if count == 1 else what
            return f"{count or 'no'} {noun}{held}, none {phrase}" if count else f"no {what} on record"
        count, held = left, f"{held} {phrase}"
    return f"no {what} on record"


def _count(connection: sqlite3.Connection, query: Query, what: str) -> int:
    tables, where, values = conditions(query)
    if what == "figures":
        tables += " JOIN figure USING (seq)"
    row = connection.execute(f"SELECT count(*) FROM {tables} WHERE {where}", values)
    return int(row.fetchone()[0])
