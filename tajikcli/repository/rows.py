"""The answers of an index as JSON texts, ready to print; `Record` turns them into typed answers."""

from __future__ import annotations

import sqlite3
from contextlib import nullcontext
from typing import TYPE_CHECKING, TypeVar

from tajikcli.errors import AmbiguousValueError, DamagedIndexError, UnknownValueError
from tajikcli.index.cache import need_words, open_index
from tajikcli.index.connection import another, drop, mark
from tajikcli.model.streams import Stored
from tajikcli.paths import knowledge_files, record_paths
from tajikcli.repository.naming import build_query, encodable, resolve
from tajikcli.repository.query import KINDS, conditions
from tajikcli.text import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from typing import Self, Unpack

    from tajikcli.documents import Document
    from tajikcli.model import rows
    from tajikcli.model.names import Names
    from tajikcli.model.rows import Finding
    from tajikcli.proof.citation import Citation
    from tajikcli.repository.check import Checker
    from tajikcli.repository.query import Filters, Query
    from tajikcli.repository.search import Found

    Adding = Callable[[], AbstractContextManager[Callable[[int, int], None]]]
    Definition = rows.Meeting | rows.Topic | rows.Speaker | rows.Source | rows.Relay | rows.Measure

_Placed = TypeVar("_Placed")

# The number of statements and of quotes for the kinds of definitions that have no tally.
_COUNTS = {
    "relay": "SELECT relay, count(*), sum(kind = 'quote') FROM statement_via JOIN statement USING (seq) GROUP BY relay",
    "measure": "SELECT measure, count(*), sum(kind = 'quote') FROM"
    " (SELECT DISTINCT measure, seq FROM figure) JOIN statement USING (seq)"
    " GROUP BY measure",
}
_TALLY = "SELECT slug, sum(statements), sum(quotes) FROM tally WHERE kind = :kind GROUP BY slug"


def _unseen() -> AbstractContextManager[Callable[[int, int], None]]:
    """Return a context for adding words that shows no progress."""
    return nullcontext(lambda _, __: None)


def open_rows(
    paths: Sequence[str],
    notice: Callable[[str], None] = lambda _: None,
    progress: Callable[[int, int], None] | None = None,
    adding: Adding = _unseen,
) -> Rows:
    """Open the index of a record.

    Args:
        paths: knowledge files and folders; empty for `TAJIK_FACTS` or the bundled record.
        notice: called with a message if the index or its words cannot be saved.
        progress: called with the number of bytes read so far and the total, while an index is built.
        adding: returns a context for adding the words of the statements to the index; the function in it is called with the
            number of statements whose words have been added so far and the total.

    Raises:
        InputError: a path cannot be read.
        UnsoundRecordError: a knowledge file has errors.
    """
    named = record_paths(paths)
    return Rows(open_index(named, knowledge_files(named), notice, progress), notice, adding)


class Rows:
    """Queries an index, and closes it at the end of a `with` block.

    Args:
        connection: a connection to the index.
        notice: called with a message if its words cannot be saved.
        adding: as for `open_rows`.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        notice: Callable[[str], None] = lambda _: None,
        adding: Adding = _unseen,
    ) -> None:
        self._connection, self._notice, self._adding = connection, notice, adding
        self._version: int | None = None  # of the index, when it was found to have words
        self._has_answered = False
        self._kept_checker: Checker | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        self.close()
        damage = self.damage(error)
        if damage is not None:
            raise damage from error

    def close(self) -> None:
        """Close the index."""
        self._kept_checker = None
        self._connection.close()

    def damage(self, error: BaseException | None) -> DamagedIndexError | None:
        """Return the error to raise if the cached index cannot be read, and remove the index; None for other errors."""
        if isinstance(error, sqlite3.DatabaseError) and drop(self._connection):
            return DamagedIndexError(str(error), has_answered=self._has_answered)
        return None

    def another(self) -> Rows | None:
        """Return another object with its own connection, or None if the index is not cached."""
        connection = another(self._connection)
        return None if connection is None else Rows(connection, self._notice, self._adding)

    def mark_used(self) -> None:
        """Record that the index is still in use, so that it is not removed while a record stays open for months."""
        mark(self._connection)

    def query(
        self, topics: Iterable[str] = (), kind: str | Sequence[str] = KINDS, **filters: Unpack[Filters]
    ) -> Query:
        """Return the query for topics and filters as people write them; see `naming.build_query`."""
        return build_query(self._connection, topics, kind=kind, **filters)

    def statement_rows(self, query: Query) -> Stored[rows.Statement]:
        """Return the statements that match a query."""
        tables, where, values = conditions(query)
        sql = f"SELECT json FROM {tables} JOIN answer USING (seq) WHERE {where} ORDER BY seq"
        return Stored(self._rows(sql, values, query.limit))

    def ordered(
        self, order: Callable[[sqlite3.Connection, Query], Iterator[_Placed]], query: Query
    ) -> Iterator[_Placed]:
        """Yield the answers to a query in the order of a page, which a function of `grouping` defines."""
        for placed in order(self._connection, query):
            self._has_answered = True
            yield placed

    def figure_rows(self, query: Query) -> Stored[rows.FigureRow]:
        """Return the figures of the statements that match a query."""
        tables, where, values = conditions(query)
        sql = f"SELECT json FROM {tables} JOIN figure USING (seq) WHERE {where} ORDER BY seq, number"
        return Stored(self._rows(sql, values, query.limit))

    def exceeds(self, query: Query, limit: int) -> bool:
        """Return whether the statements or the figures that match a query exceed its limit."""
        tables, where, values = conditions(query)
        (more,) = self._connection.execute(
            f"SELECT EXISTS (SELECT 1 FROM {tables} WHERE {where} LIMIT 1 OFFSET ?)"
            f" OR EXISTS (SELECT 1 FROM {tables} JOIN figure USING (seq) WHERE {where} LIMIT 1 OFFSET ?)",
            [*values, limit, *values, limit],
        ).fetchone()
        return bool(more)

    def found(self, text: str, query: Query) -> Found:
        """Return the statements that answer a question in plain words, within the filters and the limit of the query."""
        from tajikcli.repository.search import find

        return find(self._worded(), encodable(text), query)

    def citations(self, ids: Iterable[str], notice: Callable[[str], None] = lambda _: None) -> list[Citation]:
        """Return statements with their citations, in the given order; `rows_by_id` finds them."""
        from tajikcli.proof.citation import Citation

        sources = {source["slug"]: source for source in self.source_rows().rows()}
        roles: dict[str | None, str | None] = {
            speaker["slug"]: speaker["role"] for speaker in self.speaker_rows().rows()
        }
        relays = self.names().relays
        statements = {
            (statement["meeting"], statement["id"]): statement
            for statement in self.rows_by_id(ids, notice).rows()
        }
        return [
            Citation(
                statement,
                sources[statement["source"]],
                roles.get(statement["speaker"]),
                [relays[slug] for slug in statement["via"]],
            )
            for statement in statements.values()
        ]

    def moved(self) -> dict[str, str]:
        """Return the full ids of merged statements, each with the full id of the statement that replaces it."""
        moved = self._connection.execute(
            "SELECT merged.meeting || '/' || merged.id, statement.meeting || '/' || statement.id"
            " FROM merged JOIN statement USING (seq)"
        )
        return dict(moved.fetchall())

    def source(self, name: str) -> rows.Source:
        """Return one source.

        Args:
            name: its slug, title or publisher.

        Raises:
            UnknownValueError, AmbiguousValueError: the name stands for nothing, or for several sources.
        """
        (slug,) = resolve(self._connection, "source", (name,))
        known: Stored[rows.Source] = Stored(self._definitions("source", slug))
        return next(known.rows())

    def checker(self, notice: Callable[[str], None] = lambda _: None) -> Checker:
        """Return the checker of texts.

        Args:
            notice: called with a message if a quotation is never closed.
        """
        from tajikcli.repository.check import Checker

        return Checker(self._worded(), notice)

    def check(self, document: Document) -> list[Finding]:
        """Check the quotations and figures in a document.

        Data from the index is cached for the next document, until the index changes.
        """
        self._worded()
        if self._kept_checker is None:
            self._kept_checker = self.checker()
        return self._kept_checker.check(document)

    def rows_by_id(
        self, ids: Iterable[str], notice: Callable[[str], None] = lambda _: None
    ) -> Stored[rows.Statement]:
        """Return the statements with these ids; errors as for `Record.show`.

        Args:
            ids: as for `Record.show`.
            notice: called with a message if a statement was merged into another one, which is returned instead.
        """
        answers = []
        condition = "id = :id AND (meeting = :meeting OR NOT :full)"
        for written in map(encodable, ids):
            meeting, slash, short = written.strip().rpartition("/")
            matches = self._connection.execute(
                f"SELECT statement.meeting, json, statement.id FROM (SELECT seq FROM statement WHERE {condition}"
                f" UNION SELECT seq FROM merged WHERE {condition}) JOIN statement USING (seq) JOIN answer USING (seq)"
                " ORDER BY seq",
                {"id": short, "meeting": meeting, "full": bool(slash)},
            ).fetchall()
            if not matches:
                raise UnknownValueError("id", written, nearest(written, self._ids(full=bool(slash))))
            if len(matches) > 1:
                raise AmbiguousValueError("id", written, [f"{row[0]}/{row[2]}" for row in matches])
            ((_, answer, now),) = matches
            if now != short:
                notice(f"'{written}' was merged into {f'{meeting}/{now}' if slash else now}")
            answers.append((answer,))
        return Stored(self._answered(answers))

    def backlinks(self, meeting: str, statement: str) -> list[tuple[str, str, str]]:
        """Return the links to a statement, in the order of the record.

        Returns:
            The meeting and id of the statement that has the link, and its relation to the given statement.
        """
        rows = self._connection.execute(
            "SELECT statement.meeting, statement.id, relation FROM link JOIN statement USING (seq)"
            " WHERE to_meeting = :meeting AND to_id IN (SELECT :id UNION SELECT merged.id FROM merged"
            " JOIN statement AS now USING (seq) WHERE now.meeting = :meeting AND now.id = :id) ORDER BY seq, number",
            {"meeting": meeting, "id": statement},
        )
        return rows.fetchall()

    def declared_conflicts(self, query: Query) -> list[tuple[str, str]]:
        """Return the full ids of pairs that the record links as conflicting, if one of them matches a query."""
        from tajikcli.model.relations import Relation

        tables, where, values = conditions(query)
        rows = self._connection.execute(
            f"WITH asked AS (SELECT seq FROM {tables} WHERE {where} ORDER BY seq LIMIT ?)"
            " SELECT one.meeting || '/' || one.id, other.meeting || '/' || other.id"
            " FROM link JOIN statement AS one USING (seq) JOIN statement AS other ON other.seq = coalesce("
            "(SELECT seq FROM statement WHERE id = to_id AND meeting = to_meeting),"
            " (SELECT seq FROM merged WHERE id = to_id AND meeting = to_meeting))"
            f" WHERE relation = '{Relation.CONFLICTS}' AND (one.seq IN asked OR other.seq IN asked) ORDER BY one.seq, number",
            [*values, -1 if query.limit is None else query.limit],
        )
        return rows.fetchall()

    def meeting_rows(self) -> Stored[rows.Meeting]:
        """Return the meetings."""
        return Stored(self._definitions("meeting"))

    def topic_rows(self) -> Stored[rows.Topic]:
        """Return the topics."""
        return Stored(self._definitions("topic"))

    def speaker_rows(self) -> Stored[rows.Speaker]:
        """Return the speakers."""
        return Stored(self._definitions("speaker"))

    def source_rows(self) -> Stored[rows.Source]:
        """Return the sources."""
        return Stored(self._definitions("source"))

    def relay_rows(self) -> Stored[rows.Relay]:
        """Return the relays."""
        return Stored(self._definitions("relay"))

    def measure_rows(self) -> Stored[rows.Measure]:
        """Return the measures."""
        return Stored(self._definitions("measure"))

    def names(self) -> Names:
        """Return the names that pages show instead of slugs."""
        from tajikcli.model.names import Names

        run = self._connection.execute
        addresses = run("SELECT slug, json_extract(detail, '$.url') FROM entity WHERE kind = 'source'")
        publishers = run(
            "SELECT slug, CASE count(*) OVER (PARTITION BY json_extract(detail, '$.publisher')) WHEN 1"
            " THEN json_extract(detail, '$.publisher') ELSE name END FROM entity WHERE kind = 'source'"
        )
        return Names(
            speakers=dict(run("SELECT slug, name FROM entity WHERE kind = 'speaker'").fetchall()),
            relays=dict(run("SELECT slug, name FROM entity WHERE kind = 'relay'").fetchall()),
            sources=dict(run("SELECT slug, name FROM entity WHERE kind = 'source'").fetchall()),
            publishers=dict(publishers.fetchall()),
            addresses={slug: url for slug, url in addresses if url},
            meetings=run("SELECT count(*) FROM entity WHERE kind = 'meeting'").fetchone()[0],
        )

    def _worded(self) -> sqlite3.Connection:
        """Return the connection to the index, which now has the words of its statements."""
        if self._version is None or self._version != self._data_version():
            self._kept_checker = None
            need_words(self._connection, self._notice, self._adding)
            self._version = self._data_version()
        return self._connection

    def _data_version(self) -> int:
        """Return a number that changes when another process changes the index."""
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        return int(version)

    def completions(self, kind: str, beginning: str) -> list[tuple[str, str]]:
        """Return the completions of the beginning of a word, each with a short description."""
        from tajikcli.repository.completions import completions

        return completions(self._connection, kind, beginning)

    def why_empty(self, query: Query, what: str = "statements") -> str:
        """Return a sentence that says which filter excluded everything."""
        from tajikcli.repository.why_empty import why_empty

        return why_empty(self._connection, query, what)

    def _rows(self, sql: str, values: Sequence[object], limit: int | None) -> Iterator[str]:
        if limit is not None:
            sql, values = f"{sql} LIMIT ?", [*values, limit]
        return self._answered(self._connection.execute(sql, values))

    def _answered(self, rows: Iterable[tuple[str]]) -> Iterator[str]:
        """Yield rows, and remember whether there were any; if so, a later failure must not silently repeat the query."""
        for (row,) in rows:
            self._has_answered = True
            yield row

    def _definitions(self, kind: str, slug: str | None = None) -> Iterator[str]:
        """Yield all definitions of a kind, or the one with a slug, as JSON objects with the number of their statements."""
        import json

        counts = {
            slug: counted
            for slug, *counted in self._connection.execute(_COUNTS.get(kind, _TALLY), {"kind": kind})
        }
        definitions = self._connection.execute(
            "SELECT slug, detail FROM entity WHERE kind = ? AND slug = ifnull(?, slug) ORDER BY place",
            (kind, slug),
        )
        for name, detail in definitions:
            total, quotes = counts.get(name, (0, 0))
            answer: Definition = json.loads(detail)
            answer["statements"], answer["facts"], answer["quotes"] = total, total - quotes, quotes
            self._has_answered = True
            yield json.dumps(answer, ensure_ascii=False, separators=(",", ":"))

    def _ids(self, *, full: bool) -> list[str]:
        column = "meeting || '/' || id" if full else "id"
        return [row[0] for row in self._connection.execute(f"SELECT {column} FROM statement")]
