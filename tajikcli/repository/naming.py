"""Resolve names as people write them, in any case and script, to slugs, and build queries from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.errors import AmbiguousValueError, UnknownValueError, UseError
from tajikcli.repository.query import KINDS, PHASES, Query
from tajikcli.text import fold_name, nearest

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

_MOST = 10**18  # no record has as many statements, and SQLite has no numbers from 2 ** 63 on
# The command that lists the names of each kind.
_LISTINGS = {
    "topic": "tajik topics",
    "speaker": "tajik speakers",
    "source": "tajik sources",
    "meeting": "tajik meetings",
}


def build_query(
    connection: sqlite3.Connection,
    topics: Iterable[str] = (),
    *,
    kind: str | Sequence[str] = KINDS,
    speaker: str | Sequence[str] | None = None,
    source: str | Sequence[str] | None = None,
    via: str | Sequence[str] | None = None,
    meeting: str | Sequence[str] | None = None,
    lang: str | Sequence[str] | None = None,
    phase: str | Sequence[str] | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int | None = None,
) -> Query:
    """Return the query for values as people write them.

    Args:
        connection: a connection to the index.
        topics: topics by slug, label or alias.
        kind: `quote`, `paraphrase`, `narration`, or several.
        speaker: one or several speakers, by slug, name or alias.
        source: one or several sources.
        via: one or several relays.
        meeting: one or several meetings.
        lang: languages of sources, in any case.
        phase: `before`, `talks`, `background`, or several.
        since: the first day, as an ISO 8601 date of any precision.
        until: the last day, in the same form.
        limit: the maximum number of statements.

    Raises:
        UnknownValueError: a value is not in the record; the error has similar values.
        AmbiguousValueError: a value stands for several things.
        UseError: an invalid date or limit.
    """
    if limit is not None and limit < 0:
        raise UseError(f"the limit {limit} is negative; expected 0 or more")
    kinds, phases = _several(kind), _several(phase)
    for what, values, known in (("kind", kinds, KINDS), ("phase", phases, PHASES)):
        for value in values:
            if value not in known:
                raise UnknownValueError(what, value, nearest(value, known), known=known)
    query = Query(
        kinds=kinds,
        topics=resolve(connection, "topic", topics),
        speakers=resolve(connection, "speaker", _several(speaker)),
        sources=resolve(connection, "source", _several(source)),
        via=resolve(connection, "relay", _several(via)),
        meetings=resolve(connection, "meeting", _several(meeting)),
        languages=_languages(connection, _several(lang)),
        phases=phases,
        since=None if since is None else _day(since, 0),
        until=None if until is None else _day(until, 1),
        limit=limit if limit is None else min(limit, _MOST),
    )
    if query.since and query.until and query.until < query.since:
        raise UseError(f"until {until} is earlier than since {since}; swap the dates")
    return query


def resolve(connection: sqlite3.Connection, kind: str, values: Iterable[str]) -> tuple[str, ...]:
    """Return the slugs of names, without duplicates.

    Args:
        connection: a connection to the index.
        kind: `topic`, `speaker`, `source`, `relay` or `meeting`.
        values: slugs, names or aliases.

    Raises:
        UnknownValueError, AmbiguousValueError: a name stands for nothing, or for several things.
    """
    slugs: dict[str, None] = {}
    for value in map(encodable, values):
        rows = connection.execute(
            "SELECT DISTINCT slug, slug = ? FROM alias WHERE kind = ? AND folded = ? ORDER BY slug",
            (value, kind, fold_name(value)),
        ).fetchall()
        exact = [row for row in rows if row[1]] or rows
        if not exact:
            raise UnknownValueError(kind, value, _suggest(connection, kind, value), _LISTINGS.get(kind))
        if len(exact) > 1:
            raise AmbiguousValueError(kind, value, [row[0] for row in exact])
        slugs[exact[0][0]] = None
    return tuple(slugs)


def _languages(connection: sqlite3.Connection, values: Iterable[str]) -> tuple[str, ...]:
    """Return languages in the case of their files: `zh-Hant` for `zh-hant`."""
    known: dict[str, list[str]] = {}
    for (tag,) in connection.execute("SELECT name FROM entity WHERE kind = 'language'"):
        known.setdefault(tag.casefold(), []).append(tag)
    languages: dict[str, None] = {}
    for value in values:
        if value.casefold() not in known:
            raise UnknownValueError("language", value, nearest(value, known), known=sorted(known))
        languages.update(dict.fromkeys(known[value.casefold()]))
    return tuple(languages)


def _suggest(connection: sqlite3.Connection, kind: str, value: str) -> list[str]:
    known = connection.execute("SELECT written, slug FROM alias WHERE kind = ?", (kind,))
    slugs = dict(known.fetchall())
    close = nearest(value, [*slugs.values(), *slugs])
    # The suggestion is the slug, which is the easiest to type.
    return list(dict.fromkeys(slugs.get(name, name) for name in close))


def encodable(value: str) -> str:
    """Return a value that SQLite accepts: undecodable bytes of an argument are escaped."""
    return value.encode("utf-8", "backslashreplace").decode()


def _several(value: str | Sequence[str] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


def _day(text: str, end: int) -> str:
    """Return the first (0) or last (1) day of a date."""
    if "/" in text:
        raise UseError(f"'{text}' is an interval; expected a single date")
    from tajikcli.dates import days  # which few queries need

    try:
        return days(text)[end]
    except ValueError as error:
        from tajikcli.written_dates import respell

        meant = respell(text)
        hint = f"; did you mean {meant}?" if meant else ""
        raise UseError(f"{error}; expected a date such as 2024, 2024-12 or 2024-12-24{hint}") from None
