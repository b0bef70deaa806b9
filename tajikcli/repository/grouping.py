"""The orders in which pages show answers: facts claim by claim, quotes by source, figures by measure.

SQLite sorts the numbers of statements, and rows are read one at a time, however long an answer is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.index.schema import STRIDE
from tajikcli.model.relations import CLAIMING, Relation
from tajikcli.repository.query import conditions

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from tajikcli.model.pages import Totals
    from tajikcli.repository.query import Query

# The statement to which a link leads, by its id or by the id of a statement merged into it.
_TARGET = (
    "coalesce((SELECT seq FROM statement WHERE id = to_id AND meeting = to_meeting),"
    " (SELECT seq FROM merged WHERE id = to_id AND meeting = to_meeting))"
)
CLAIMS = ", ".join(f"'{relation}'" for relation in CLAIMING)
_HEAD = (
    f"coalesce((SELECT {_TARGET} FROM link WHERE link.seq = asked.seq AND relation IN ({CLAIMS})), asked.seq)"
)
_PLACED = f"placed AS (SELECT seq, {_HEAD} AS head FROM asked)"


def _asked(query: Query, columns: str = "seq", joined: str = "") -> tuple[str, list[object]]:
    """Return SQL, with its values, for a table `asked` of the matches of a query, up to its limit."""
    tables, where, values = conditions(query)
    limit = -1 if query.limit is None else query.limit
    sql = f"WITH asked AS (SELECT {columns} FROM {tables} {joined} WHERE {where} ORDER BY {columns} LIMIT ?)"
    return sql, [*values, limit]


def by_claim(connection: sqlite3.Connection, query: Query) -> Iterator[tuple[int, str, str]]:
    """Return the facts that match a query, claim by claim, each head before its accounts.

    Claims about the talks themselves come first, then those announced before them, then background. Within
    each phase, claims whose first topic is in the query come first, then those with figures, then those with
    more accounts, in the order of the record.

    Returns:
        The number of the claim's head, its phase (empty for the talks themselves), and the statement. This is a cursor and
        not a generator, which would close the cursor after the connection if a reader stops early.
    """
    asked, values = _asked(query)
    topics = ", ".join("?" * len(query.topics))
    about = f"SELECT json_extract(json, '$.topics[0]') IN ({topics}) FROM answer WHERE answer.seq = head"
    return connection.execute(
        f"{asked}, {_PLACED}, claim AS (SELECT head, count(*) AS size, ({about}) AS asked_for,"
        " max(seq IN (SELECT seq FROM figure)) AS has_figures FROM placed GROUP BY head)"
        " SELECT head, coalesce(statement.phase, ''), json FROM claim JOIN placed USING (head) JOIN answer USING (seq)"
        " JOIN statement ON statement.seq = head"
        " ORDER BY statement.phase IS NOT NULL, statement.phase DESC, asked_for DESC, has_figures DESC, size DESC,"
        " head, placed.seq != head, placed.seq",
        [*values, *query.topics],
    )


def totals(connection: sqlite3.Connection, query: Query) -> Iterator[Totals]:
    """Yield, once, the topics of a query and the number of statements and claims that match it."""
    from tajikcli.model.pages import Totals

    asked, values = _asked(query)
    statements, claims = connection.execute(
        f"{asked}, {_PLACED} SELECT count(*), count(DISTINCT head) FROM placed", values
    ).fetchone()
    labels = dict(connection.execute("SELECT slug, name FROM entity WHERE kind = 'topic'").fetchall())
    yield Totals([labels[slug] for slug in query.topics], claims, statements)


def by_source(connection: sqlite3.Connection, query: Query) -> Iterator[tuple[int, str]]:
    """Return the quotes that match a query, by meeting, speaker, source and relays; a translation follows its original.

    Returns:
        The number of the first statement in a group of a quote and its translations, and the statement; a
        cursor as in `by_claim`.
    """
    asked, values = _asked(query)
    place = "(SELECT place FROM entity WHERE kind = '{0}' AND slug = statement.{0})"
    original = f"(SELECT {_TARGET} FROM link WHERE link.seq = asked.seq AND relation = '{Relation.TRANSLATES}' ORDER BY number LIMIT 1)"
    return connection.execute(
        f"{asked}, entry AS (SELECT seq, {original} AS original FROM asked),"
        " led AS (SELECT seq, min(seq) OVER"
        " (PARTITION BY CASE WHEN original IN (SELECT seq FROM asked) THEN original ELSE seq END) AS leader FROM entry)"
        " SELECT leader, answer.json FROM led JOIN answer USING (seq)"
        " JOIN statement ON statement.seq = leader JOIN answer AS leading ON leading.seq = leader"
        f" ORDER BY leader / {STRIDE}, {place.format('speaker')}, {place.format('source')},"
        " json_array_length(leading.json, '$.via'), json_extract(leading.json, '$.via'), leader, led.seq",
        values,
    )


def figure_total(connection: sqlite3.Connection, query: Query) -> Iterator[int]:
    """Yield, once, the number of figures that match a query."""
    asked, values = _asked(query, "seq, number", "JOIN figure USING (seq)")
    (total,) = connection.execute(f"{asked} SELECT count(*) FROM asked", values).fetchone()
    yield int(total)


def figures(connection: sqlite3.Connection, query: Query) -> Iterator[tuple[int, str, str | None]]:
    """Return the figures that match a query, by measure, period and value; those without a measure by claim.

    Returns:
        The number of the head of the figure's claim, the figure, and the text of that head if there is no
        measure; a cursor as in
        `by_claim`.
    """
    asked, values = _asked(query, "seq, number", "JOIN figure USING (seq)")
    period, words = "json_extract(figure.json, '$.period')", "json_extract(figure.json, '$.figure')"
    return connection.execute(
        f"{asked}, placed AS (SELECT seq, number, {_HEAD} AS head FROM asked),"
        f" told AS (SELECT head, CASE WHEN measure IS NULL THEN head END AS claim, seq, number, figure.json, measure,"
        f" {period} AS period, {words} AS words FROM placed JOIN figure USING (seq, number)),"
        " ranked AS (SELECT *, min(seq) OVER (PARTITION BY measure) AS place,"
        " min(seq) OVER (PARTITION BY claim, measure, period, words) AS first FROM told)"
        " SELECT head, json, (SELECT json_extract(json, '$.text') FROM answer WHERE answer.seq = claim) FROM ranked"
        " ORDER BY measure IS NULL, place, measure, claim, period IS NULL, period, first, words, seq, number",
        values,
    )
