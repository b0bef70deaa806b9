"""A question to the record, and the SQL it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence

FACTS = ("paraphrase", "narration")
QUOTES = ("quote",)
KINDS = (*QUOTES, *FACTS)
TALKS = "talks"  # the phase of a statement that has none: the talks themselves
PHASES = ("before", TALKS, "background")


class Filters(TypedDict, total=False):
    """The filters of a question as a script writes them: one value or several, by slug, name or alias."""

    speaker: str | Sequence[str] | None
    source: str | Sequence[str] | None
    via: str | Sequence[str] | None
    meeting: str | Sequence[str] | None
    lang: str | Sequence[str] | None
    phase: str | Sequence[str] | None
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
        phases: of `PHASES`.
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
    phases: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    limit: int | None = None


def conditions(query: Query) -> tuple[str, str, list[str]]:
    """Return the SQL that a query stands for.

    Returns:
        the tables to ask, the condition on them, and its parameters. One topic is asked by its own table, which
        has its statements in order and by speaker, so that the first few are found without looking at the others.
    """
    clauses: list[str] = []
    values: list[str] = []
    tables = "statement"

    def among(column: str, allowed: tuple[str, ...]) -> None:
        if allowed:
            clauses.append(f"{column} IN ({_marks(allowed)})")
            values.extend(allowed)

    if len(query.topics) == 1:
        # CROSS JOIN keeps SQLite to this order.
        tables = "statement_topic CROSS JOIN statement USING (seq)"
        among("topic", query.topics)
        among("statement_topic.speaker", query.speakers)
    else:
        among("statement.speaker", query.speakers)
        if query.topics:
            among_topics = f"SELECT seq FROM statement_topic WHERE topic IN ({_marks(query.topics)})"
            clauses.append(f"seq IN ({among_topics})")
            values.extend(query.topics)
    if set(query.kinds) != set(KINDS):
        among("kind", query.kinds)
    among("source", query.sources)
    among("meeting", query.meetings)
    among("language", query.languages)
    among(f"ifnull(phase, '{TALKS}')", query.phases)
    if query.via:
        clauses.append(f"seq IN (SELECT seq FROM statement_via WHERE relay IN ({_marks(query.via)}))")
        values.extend(query.via)
    if query.since:
        clauses.append("last_day >= ?")
        values.append(query.since)
    if query.until:
        clauses.append("first_day <= ?")
        values.append(query.until)
    return tables, " AND ".join(clauses) or "1", values


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))
