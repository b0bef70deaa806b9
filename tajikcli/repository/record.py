"""The record: everything that can be asked of the statements loaded, whatever files they came from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from tajikcli.dates import days
from tajikcli.errors import AmbiguousValueError, UnknownValueError, UseError
from tajikcli.paths import knowledge_files, record_paths
from tajikcli.repository.query import FACTS, KINDS, QUOTES, Query, conditions
from tajikcli.text import fold_name, nearest

if TYPE_CHECKING:
    import os
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Self, Unpack

    from tajikcli.model import answers
    from tajikcli.repository.query import Filters

_T = TypeVar("_T")

# The command that lists what can be asked for, for each kind of thing.
_LISTINGS = {
    "topic": "tajik topics",
    "speaker": "tajik speakers",
    "source": "tajik sources",
    "meeting": "tajik meetings",
}


class Backlink(NamedTuple):
    """A link that points at a statement: from which other one, and how that one relates to it."""

    meeting: str
    id: str
    relation: str


class Names(NamedTuple):
    """What slugs are called, for people to read.

    Attributes:
        relays: names of relays by slug.
        sources: `publisher, date` of sources by slug.
        addresses: addresses of sources by slug, where on record.
        meetings: how many meetings the record has.
    """

    relays: dict[str, str]
    sources: dict[str, str]
    addresses: dict[str, str]
    meetings: int


def open_record(*paths: str | os.PathLike[str]) -> Record:
    """Open a record and return it ready to be asked.

    Args:
        paths: knowledge files, and folders of them; none for `TAJIK_FACTS` or the bundled record, as the
            command line has it.

    Returns:
        the record; use it as a context manager, or call `close` when done.

    Raises:
        InputError: a path can't be read.
        UnsoundRecordError: a knowledge file is not sound; its `problems` say where and why.

    Example:
        >>> from tajikcli import open_record
        >>> with open_record() as record:
        ...     for statement in record.quotes("trade", speaker="Putin"):
        ...         print(statement.id, statement.text)
    """
    from tajikcli.index.compile import compile_record  # noqa: PLC0415 - reads YAML: only when a record opens

    return Record(compile_record(knowledge_files(record_paths([str(path) for path in paths]))))


class Record:
    """A record of statements, as `open_record` gives it.

    The filters are the same everywhere. Each takes one value or several (any of them), matched by
    slug, name or alias, in any case and script: `speaker="Путин"`.

    Args:
        connection: the index that answers.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the index; the record can't be asked any more."""
        self._connection.close()

    # What scripts ask.

    def facts(self, *topics: str, **filters: Unpack[Filters]) -> list[answers.Statement]:
        """Return the facts on record, in the record's order.

        Args:
            topics: topics by slug, label or alias; a fact about any of them counts; none for all.
            filters: `speaker`, `source`, `via`, `meeting`, `lang` (a text or several), `since`,
                `until` (ISO 8601 dates), `limit` (how many at most).

        Returns:
            the facts, paraphrases and narrations; empty where none fits.

        Raises:
            UnknownValueError: a value that the record does not know, with the nearest that it does.
            AmbiguousValueError: a value that stands for several things.
            UseError: a bad date or limit.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:
            ...     figures = [figure for fact in record.facts("trade") for figure in fact.figures]
        """
        return self.statements(*topics, kind=FACTS, **filters)

    def quotes(self, *topics: str, **filters: Unpack[Filters]) -> list[answers.Statement]:
        """Return the quotes on record: the speakers' words as their sources print them.

        Arguments, errors and order are those of `facts`.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:
            ...     words = [quote.text for quote in record.quotes(speaker="putin", lang="ru")]
        """
        return self.statements(*topics, kind=QUOTES, **filters)

    def statements(
        self, *topics: str, kind: str | Sequence[str] = KINDS, **filters: Any
    ) -> list[answers.Statement]:
        """Return facts and quotes on record.

        Args:
            topics: as for `facts`.
            kind: `quote`, `paraphrase`, `narration`, or several.
            filters: as for `facts`.

        Raises:
            UnknownValueError, AmbiguousValueError, UseError: as for `facts`.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:
            ...     unvoiced = record.statements("migration", kind="narration")
        """
        from tajikcli.model import answers  # noqa: PLC0415 - msgspec's import is for typed answers only

        return self._typed(self.statement_rows(self.query(topics, kind=kind, **filters)), answers.Statement)

    def figures(self, *topics: str, **filters: Unpack[Filters]) -> list[answers.FigureRow]:
        """Return the figures on record, each with the statement that states it.

        Arguments and errors are those of `facts`.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:
            ...     volumes = [row.amount for row in record.figures("trade") if row.unit == "USD"]
        """
        from tajikcli.model import answers  # noqa: PLC0415 - as in statements

        return self._typed(self.figure_rows(self.query(topics, **filters)), answers.FigureRow)

    def show(self, *ids: str) -> list[answers.Statement]:
        """Return the statements with these ids, in the order asked for.

        Args:
            ids: ids, as `meeting/id` where the short form is ambiguous.

        Raises:
            UnknownValueError: no statement has that id.
            AmbiguousValueError: statements of several meetings have it.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:
            ...     first = record.facts()[0]
            ...     assert record.show(first.id) == [first]
        """
        from tajikcli.model import answers  # noqa: PLC0415 - as in statements

        return self._typed(self.rows_by_id(ids), answers.Statement)

    def meetings(self) -> list[answers.Meeting]:
        """Return the meetings on record, with how much is on record of each.

        Returns:
            every meeting, in the record's order.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:
            ...     dates = {meeting.id: meeting.date for meeting in record.meetings()}
        """
        from tajikcli.model import answers  # noqa: PLC0415 - as in statements

        return self._typed(self.meeting_rows(), answers.Meeting)

    def topics(self) -> list[answers.Topic]:
        """Return the topics that can be asked for.

        Returns:
            every topic, in the record's order.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:
            ...     slugs = [topic.slug for topic in record.topics()]
        """
        from tajikcli.model import answers  # noqa: PLC0415 - as in statements

        return self._typed(self.topic_rows(), answers.Topic)

    def speakers(self) -> list[answers.Speaker]:
        """Return the speakers on record.

        Returns:
            every speaker, in the record's order.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:
            ...     names = [speaker.name for speaker in record.speakers()]
        """
        from tajikcli.model import answers  # noqa: PLC0415 - as in statements

        return self._typed(self.speaker_rows(), answers.Speaker)

    def sources(self) -> list[answers.Source]:
        """Return the published texts that the statements were taken from.

        Returns:
            every source, in the record's order.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:
            ...     addresses = [source.url for source in record.sources() if source.url]
        """
        from tajikcli.model import answers  # noqa: PLC0415 - as in statements

        return self._typed(self.source_rows(), answers.Source)

    # What the commands ask: the same answers as JSON texts, ready to print.

    def query(
        self,
        topics: Iterable[str] = (),
        *,
        kind: str | Sequence[str] = KINDS,
        speaker: str | Sequence[str] | None = None,
        source: str | Sequence[str] | None = None,
        via: str | Sequence[str] | None = None,
        meeting: str | Sequence[str] | None = None,
        lang: str | Sequence[str] | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> Query:
        """Return the query that values as people write them stand for; errors as for `facts`."""
        if limit is not None and limit < 0:
            raise UseError(f"the limit {limit} is below 0; expected how many at most")
        kinds = _several(kind)
        for value in kinds:
            if value not in KINDS:
                raise UnknownValueError("kind", value, nearest(value, KINDS) or KINDS)
        query = Query(
            kinds=kinds,
            topics=self._resolve("topic", topics),
            speakers=self._resolve("speaker", _several(speaker)),
            sources=self._resolve("source", _several(source)),
            via=self._resolve("relay", _several(via)),
            meetings=self._resolve("meeting", _several(meeting)),
            languages=self._languages(_several(lang)),
            since=None if since is None else _day(since, 0),
            until=None if until is None else _day(until, 1),
            limit=limit,
        )
        if query.since and query.until and query.until < query.since:
            raise UseError(f"until {until} is before since {since}; no day is in between")
        return query

    def statement_rows(self, query: Query) -> Iterator[str]:
        """Yield the statements that answer a query, each as a JSON object of the contract."""
        where, values = conditions(query)
        sql = f"SELECT answer FROM statement WHERE {where} ORDER BY seq"  # noqa: S608 - values are bound
        return self._rows(sql, values, query.limit)

    def figure_rows(self, query: Query) -> Iterator[str]:
        """Yield the figures of the statements that answer a query, each as a JSON object."""
        where, values = conditions(query)
        sql = (
            f"SELECT figure.answer FROM figure JOIN statement USING (seq) WHERE {where} ORDER BY seq, number"  # noqa: S608 - values are bound
        )
        return self._rows(sql, values, query.limit)

    def rows_by_id(self, ids: Iterable[str]) -> Iterator[str]:
        """Yield the statements with these ids as JSON objects; errors as for `show`."""
        found = []
        for written in map(_encodable, ids):
            meeting, slash, short = written.strip().rpartition("/")
            rows = self._connection.execute(
                "SELECT meeting, answer FROM statement WHERE id = ? AND (meeting = ? OR NOT ?) ORDER BY seq",
                (short, meeting, bool(slash)),
            ).fetchall()
            if not rows:
                raise UnknownValueError("id", written, nearest(written, self._ids(full=bool(slash))))
            if len(rows) > 1:
                raise AmbiguousValueError("id", written, [f"{row[0]}/{short}" for row in rows])
            found.append(rows[0][1])
        return iter(found)

    def backlinks(self, meeting: str, statement: str) -> list[Backlink]:
        """Return the links that point at a statement, in the record's order."""
        rows = self._connection.execute(
            "SELECT from_meeting, from_id, relation FROM link WHERE to_meeting = ? AND to_id = ? ORDER BY rowid",
            (meeting, statement),
        )
        return [Backlink(*row) for row in rows]

    def meeting_rows(self) -> Iterator[str]:
        """Yield the meetings as JSON objects."""
        return self._counted("meeting", "slug AS id, title, date, place", "meeting")

    def topic_rows(self) -> Iterator[str]:
        """Yield the topics as JSON objects."""
        return self._counted("topic", "slug, name AS label, aliases", "topic")

    def speaker_rows(self) -> Iterator[str]:
        """Yield the speakers as JSON objects."""
        return self._counted("speaker", "slug, name, role, aliases", "speaker")

    def source_rows(self) -> Iterator[str]:
        """Yield the sources as JSON objects."""
        return self._counted("source", "slug, title, publisher, published, url, language, digest", "source")

    def names(self) -> Names:
        """Return what slugs are called, for people to read."""
        run = self._connection.execute
        sources = run("SELECT slug, publisher, published, url FROM source").fetchall()
        return Names(
            relays=dict(run("SELECT slug, name FROM relay").fetchall()),
            sources={slug: f"{by}, {on}" if on else by for slug, by, on, _ in sources},
            addresses={slug: url for slug, _, _, url in sources if url},
            meetings=run("SELECT count(*) FROM meeting").fetchone()[0],
        )

    def why_empty(self, query: Query, what: str = "statements") -> str:
        """Return in words which filter left nothing of what a query asked for.

        Args:
            query: a query with no answer.
            what: what was asked for, in the plural.
        """
        if query.limit == 0:
            return "nothing to show: the limit is 0"
        asked = Query() if what == "statements" else Query(kinds=query.kinds)
        told = ""
        count = self._count(asked, what)
        filters = (
            ("kinds", "of the kind"),
            ("topics", "about"),
            ("speakers", "by"),
            ("sources", "from"),
            ("via", "via"),
            ("meetings", "of"),
            ("languages", "in"),
            ("since", "since"),
            ("until", "until"),
        )
        for field, word in filters:
            value = getattr(query, field)
            if not value or value == getattr(asked, field):
                continue
            phrase = f"{word} {' or '.join(value) if isinstance(value, tuple) else value}"
            asked = asked._replace(**{field: value})
            left = self._count(asked, what)
            if left == 0:
                noun = what.removesuffix("s") if count == 1 else what
                return f"{count or 'no'} {noun}{told}, none {phrase}" if count else f"no {what} on record"
            count, told = left, f"{told} {phrase}"
        return f"no {what} on record"

    def _count(self, query: Query, what: str) -> int:
        where, values = conditions(query)
        table = "figure JOIN statement USING (seq)" if what == "figures" else "statement"
        row = self._connection.execute(f"SELECT count(*) FROM {table} WHERE {where}", values)  # noqa: S608 - values are bound
        return int(row.fetchone()[0])

    def _rows(self, sql: str, values: Sequence[object], limit: int | None) -> Iterator[str]:
        if limit is not None:
            sql, values = f"{sql} LIMIT ?", [*values, limit]
        return (row[0] for row in self._connection.execute(sql, values))

    def _typed(self, rows: Iterable[str], answer: type[_T]) -> list[_T]:
        import msgspec  # noqa: PLC0415 - for typed answers only

        decoder = msgspec.json.Decoder(answer)
        return [decoder.decode(row) for row in rows]

    def _counted(self, table: str, columns: str, facet: str) -> Iterator[str]:
        """Yield the rows of a table as JSON objects, each with its counts of statements."""
        counts_from = "statement JOIN statement_topic USING (seq)" if facet == "topic" else "statement"
        counts: dict[str, tuple[int, int]] = {
            slug: (total, quotes)
            for slug, total, quotes in self._connection.execute(
                f"SELECT {facet}, count(*), sum(kind = 'quote') FROM {counts_from} GROUP BY {facet}"  # noqa: S608 - fixed names
            )
        }
        cursor = self._connection.execute(f"SELECT {columns} FROM {table} ORDER BY rowid")  # noqa: S608 - fixed names
        keys = [column[0] for column in cursor.description]
        for row in cursor:
            total, quotes = counts.get(row[0], (0, 0))
            answer = dict(zip(keys, row, strict=True))
            if "aliases" in answer:
                answer["aliases"] = json.loads(answer["aliases"])
            answer |= {"statements": total, "facts": total - quotes, "quotes": quotes}
            yield json.dumps(answer, ensure_ascii=False, separators=(",", ":"))

    def _resolve(self, kind: str, values: Iterable[str]) -> tuple[str, ...]:
        """Return the slugs that names as people write them stand for."""
        slugs: dict[str, None] = {}
        for value in map(_encodable, values):
            rows = self._connection.execute(
                "SELECT slug, slug = ? FROM alias WHERE kind = ? AND folded = ? ORDER BY slug",
                (value, kind, fold_name(value)),
            ).fetchall()
            exact = [row for row in rows if row[1]] or rows
            if not exact:
                raise UnknownValueError(kind, value, self._suggest(kind, value), _LISTINGS.get(kind))
            if len(exact) > 1:
                raise AmbiguousValueError(kind, value, [row[0] for row in exact])
            slugs[exact[0][0]] = None
        return tuple(slugs)

    def _languages(self, values: Iterable[str]) -> tuple[str, ...]:
        """Return languages as their files write them: `zh-hant` asks for `zh-Hant`."""
        known: dict[str, list[str]] = {}
        sql = "SELECT language FROM source UNION SELECT language FROM statement"
        for (tag,) in self._connection.execute(sql):
            known.setdefault(tag.casefold(), []).append(tag)
        languages: dict[str, None] = {}
        for value in values:
            if value.casefold() not in known:
                raise UnknownValueError("language", value, nearest(value, known) or sorted(known))
            languages.update(dict.fromkeys(known[value.casefold()]))
        return tuple(languages)

    def _suggest(self, kind: str, value: str) -> list[str]:
        known = self._connection.execute("SELECT written, slug FROM alias WHERE kind = ?", (kind,))
        slugs = dict(known.fetchall())
        close = nearest(value, [*slugs.values(), *slugs])
        # What is suggested is what is typed most safely: the slug.
        return list(dict.fromkeys(slugs.get(name, name) for name in close))

    def _ids(self, *, full: bool) -> list[str]:
        column = "meeting || '/' || id" if full else "id"
        return [row[0] for row in self._connection.execute(f"SELECT {column} FROM statement")]  # noqa: S608 - fixed names


def _several(value: str | Sequence[str] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


def _encodable(value: str) -> str:
    """Return a value as SQLite takes it: bytes of an argument that are no UTF-8 become visible."""
    return value.encode("utf-8", "backslashreplace").decode()


def _day(text: str, end: int) -> str:
    """Return the first (0) or last (1) day of a date of reduced precision."""
    if "/" in text:
        raise UseError(f"'{text}' is an interval; expected a date; since and until make an interval together")
    try:
        return days(text)[end]
    except ValueError as error:
        from tajikcli.dates import respell  # noqa: PLC0415 - only on the way to an error

        meant = respell(text)
        hint = f"; did you mean {meant}?" if meant else ""
        raise UseError(f"{error}; expected a date such as 2024, 2024-12 or 2024-12-24{hint}") from None
