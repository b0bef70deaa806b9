"""A question to the record, and the SQL it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence

FACTS = ("paraphrase", "narration")
QUOTES = ("quote",)
KINDS = (*QUOTES, *FACTS)


class Filters(TypedDict, total=False):
    """The filters of a question as a script writes them: one value or several, by slug, name or alias."""

    speaker: str | Sequence[str] | None
    source: str | Sequence[str] | None
    via: str | Sequence[str] | None
    meeting: str | Sequence[str] | None
    lang: str | Sequence[str] | None
    since: str | None
    until: str | None
    limit: int | None


class Query(NamedTuple):
    """What a statement must be to be an answer: one of the values of each filter that has any.

    Attributes:
        kinds: kinds of statement.
        topics: slugs of topics.
        speakers: slugs of speakers.
        sources: slugs of sources.
        via: slugs of relays.
        meetings: ids of meetings.
        languages: languages of the source, as in its knowledge file.
        since: first day, `YYYY-MM-DD`; a statement's day is its `said`, else its meeting's date.
        until: last day, `YYYY-MM-DD`.
        limit: how many at most.
    """

    kinds: tuple[str, ...] = KINDS
    topics: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    limit: int | None = None


def conditions(query: Query) -> tuple[str, list[str]]:
    """Return the SQL condition on `statement` that a query stands for, and its parameters."""
    clauses: list[str] = []
    values: list[str] = []

    def among(column: str, allowed: tuple[str, ...]) -> None:
        if allowed:
            clauses.append(f"{column} IN ({_marks(allowed)})")
            values.extend(allowed)

    if set(query.kinds) != set(KINDS):
        among("statement.kind", query.kinds)
    among("statement.speaker", query.speakers)
    among("statement.source", query.sources)
    among("statement.meeting", query.meetings)
    among("statement.language", query.languages)
    for table, column, allowed in (("topic", "topic", query.topics), ("via", "relay", query.via)):
        if allowed:
            clauses.append(
                f"statement.seq IN (SELECT seq FROM statement_{table} WHERE {column} IN ({_marks(allowed)}))"  # noqa: S608 - fixed names, values bound
            )
            values.extend(allowed)
    if query.since:
        clauses.append("statement.last_day >= ?")
        values.append(query.since)
    if query.until:
        clauses.append("statement.first_day <= ?")
        values.append(query.until)
    return " AND ".join(clauses) or "1", values


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))
