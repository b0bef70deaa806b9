"""A query of the record, and its SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypedDict

    class Filters(TypedDict, total=False):
        """The filters of a query as scripts write them: one value or several, by slug, name or alias."""

        speaker: str | Sequence[str] | None
        source: str | Sequence[str] | None
        via: str | Sequence[str] | None
        meeting: str | Sequence[str] | None
        lang: str | Sequence[str] | None
        phase: str | Sequence[str] | None
        since: str | None
        until: str | None
        limit: int | None


FACTS = ("paraphrase", "narration")
QUOTES = ("quote",)
KINDS = (*QUOTES, *FACTS)
TALKS = "talks"  # the phase of statements without one: the talks themselves
PHASES = ("before", TALKS, "background")


class Query(Parts):
    """The conditions on a statement: it has to match one of the values of each filter that has values.

    Attributes:
        kinds: kinds of statements.
        topics: slugs of topics.
        speakers: slugs of speakers.
        sources: slugs of sources.
        via: slugs of relays.
        meetings: ids of meetings.
        languages: languages of sources, as in their knowledge files.
        phases: members of `PHASES`.
        since: the first day, `YYYY-MM-DD`; the day of a statement is its `said`, otherwise the date of its meeting.
        until: the last day, `YYYY-MM-DD`.
        limit: the maximum number of statements.
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
    """Return the SQL of a query.

    Returns:
        The tables, the condition, and its parameters. A query for one topic reads the topic's own table, which has its
        statements in order and by speaker, so that the first results are found without reading the others.
    """
    clauses: list[str] = []
    values: list[str] = []
    tables = "statement"

    def among(column: str, allowed: tuple[str, ...]) -> None:
        if allowed:
            clauses.append(f"{column} IN ({_marks(allowed)})")
            values.extend(allowed)

    if len(query.topics) == 1:
        # CROSS JOIN makes SQLite keep this order.
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
