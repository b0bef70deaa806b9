"""The record: everything that can be asked of the statements loaded, whatever files they came from."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING, Any, TypeVar

from tajikcli.dates import days
from tajikcli.errors import AmbiguousValueError, DamagedIndexError, UnknownValueError, UseError
from tajikcli.index.cache import drop, open_index
from tajikcli.model.streams import Stored
from tajikcli.paths import knowledge_files, record_paths
from tajikcli.repository.query import FACTS, KINDS, QUOTES, Query, conditions
from tajikcli.text import fold_name, hedged, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import Self, Unpack

    from tajikcli.model import answers, rows
    from tajikcli.model.names import Names
    from tajikcli.model.pages import ComparedFinding, FileFinding, WholeStatement
    from tajikcli.proof.citation import Citation
    from tajikcli.repository.check import Checker
    from tajikcli.repository.query import Filters
    from tajikcli.repository.search import Found

_T = TypeVar("_T")

# The command that lists what can be asked for, for each kind of thing.
_LISTINGS = {
    "topic": "tajik topics",
    "speaker": "tajik speakers",
    "source": "tajik sources",
    "meeting": "tajik meetings",
}


def open_record(
    *paths: str | os.PathLike[str],
    notice: Callable[[str], None] = lambda _: None,
    progress: Callable[[int, int], None] | None = None,
) -> Record:
    """Open a record and return it ready to be asked.

    Args:
        paths: knowledge files, and folders of them; none for `TAJIK_FACTS` or the bundled record, as the
            command line has it.
        notice: told, in a sentence, where the index of a record can't be kept for the next time.
        progress: called with the bytes read so far and those there are, while an index is built.

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
    named = record_paths([os.fspath(path) for path in paths])
    return Record(open_index(named, knowledge_files(named), notice, progress))


class Record:
    """A record of statements, as `open_record` gives it.

    The filters are the same everywhere. Each takes one value or several (any of them), matched by
    slug, name or alias, in any case and script: `speaker="Путин"`.

    Args:
        connection: the index that answers.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._open: sqlite3.Connection | None = connection
        self._checker: Checker | None = None
        self._has_answered = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        connection = self._open
        self.close()
        if isinstance(error, sqlite3.DatabaseError) and connection is not None and drop(connection):
            raise DamagedIndexError(str(error), has_answered=self._has_answered) from error

    def close(self) -> None:
        """Let go of the index; the record can't be asked any more."""
        if self._open is not None:
            self._open.close()
        self._open = self._checker = None

    @property
    def _connection(self) -> sqlite3.Connection:
        if self._open is None:
            raise UseError("this record is closed; open it again with open_record()")
        return self._open

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
            ids: ids, as `meeting/id` where the short form is ambiguous; that of a statement that was merged
                into another one brings that one.

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

    def search(
        self, question: str, *, kind: str | Sequence[str] = KINDS, **filters: Any
    ) -> list[answers.Hit]:
        """Return the statements that answer a question in plain words, best first.

        Args:
            question: words in English, Russian or Tajik; those with all of them come first.
            kind: as for `statements`.
            filters: as for `facts`; `limit` is 10 where it is left out.

        Raises:
            UnknownValueError, AmbiguousValueError, UseError: as for `facts`.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:
            ...     best = record.search("how many russian teachers work in tajikistan", limit=1)
        """
        from tajikcli.model import answers  # noqa: PLC0415 - as in statements

        query = self.query(kind=kind, **{"limit": 10, **filters})
        return self._typed(self.found(question, query).hits, answers.Hit)

    def check(self, text: str, *, html: bool = False) -> list[answers.Finding]:
        """Return what a text's quotations and figures are found to be.

        Args:
            text: an article or a draft, as text or Markdown.
            html: whether it is HTML.

        Returns:
            a finding for each quotation, and for each figure of a measure on record, in the order of the text.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:
            ...     (finding,) = record.check('“A reliable ally,” said Putin.')
            ...     assert finding.verdict == "verbatim"
        """
        from tajikcli.documents import Document  # noqa: PLC0415 - as in statements
        from tajikcli.model import answers  # noqa: PLC0415 - as in statements

        if self._checker is None:
            self._checker = self.checker()  # it keeps what it has read of the index
        return _converted(self._checker.check(Document("-", text, html)), list[answers.Finding])

    def compare(self, *topics: str, **filters: Unpack[Filters]) -> answers.Comparison:
        """Return where accounts agree, differ and contradict each other.

        Args:
            topics: as in `facts`.
            filters: as in `facts`.

        Returns:
            the figures of each measure side by side, those that conflict, and the statements that the record links.

        Raises:
            UnknownValueError, AmbiguousValueError, UseError: as in `facts`.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:
            ...     conflicts = record.compare("trade").conflicts
        """
        from tajikcli.model import answers  # noqa: PLC0415 - as in statements
        from tajikcli.repository.compare import compare  # noqa: PLC0415 - as in statements

        return _converted(compare(self, self.query(topics, **filters)), answers.Comparison)

    def verify(self, source: str, path: str | os.PathLike[str]) -> answers.Verification:
        """Return whether a source still has the words that statements rest on.

        Args:
            source: a source on record, by slug, publisher or title.
            path: of a file with its text as it is now, as text or HTML.

        Returns:
            what became of each statement's words, and the sentences that no statement rests on.

        Raises:
            UnknownValueError, AmbiguousValueError: the record knows no such source, or several.
            InputError: the file can't be read.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:  # doctest: +SKIP
            ...     lost = [one.id for one in record.verify("asia-plus", "article.html").statements if one.status == "lost"]
        """
        from tajikcli.documents import read_document  # noqa: PLC0415 - as in statements
        from tajikcli.model import answers  # noqa: PLC0415 - as in statements
        from tajikcli.repository.verify import verify  # noqa: PLC0415 - as in statements

        known = self.source_row(source)
        return _converted(verify(self, known, read_document(os.fspath(path))).report, answers.Verification)

    def cite(
        self,
        *ids: str,
        style: str = "line",
        words: str | None = None,
        notice: Callable[[str], None] = lambda _: None,
    ) -> str:
        """Return a citation of statements.

        Args:
            ids: of the statements; one where `words` are given.
            style: `line`, `markdown`, `bibtex`, `ris` or `csl-json`.
            words: words of a quote to put in quotation marks, just as it prints them.
            notice: told where an id was merged into another one.

        Returns:
            the citation as a text.

        Raises:
            UnknownValueError, AmbiguousValueError: the record knows no such id, or several.
            UseError: an unknown style, words of a fact, or words that the quote does not have.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:
            ...     line = record.cite("putin-relations", words="a reliable ally")
        """
        from tajikcli.proof.citation import STYLES  # noqa: PLC0415 - as in statements
        from tajikcli.repository.cite import quoting  # noqa: PLC0415 - as in statements

        if style not in STYLES:
            raise UseError(f"there is no style '{style}'; expected one of {', '.join(STYLES)}")
        citations = self.citations(ids, notice)
        if words is not None:
            if len(citations) != 1:
                raise UseError("words are of one statement; expected one id with them")
            citations = [quoting(self, citations[0], words)]
        return STYLES[style](citations)

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

    def statement_rows(self, query: Query) -> Stored[rows.Statement]:
        """Return the statements that answer a query."""
        tables, where, values = conditions(query)
        sql = f"SELECT json FROM {tables} JOIN answer USING (seq) WHERE {where} ORDER BY seq"  # noqa: S608 - values are bound
        return Stored(self._rows(sql, values, query.limit))

    def figure_rows(self, query: Query) -> Stored[rows.FigureRow]:
        """Return the figures of the statements that answer a query."""
        tables, where, values = conditions(query)
        sql = f"SELECT json FROM {tables} JOIN figure USING (seq) WHERE {where} ORDER BY seq, number"  # noqa: S608 - values are bound
        return Stored(self._rows(sql, values, query.limit))

    def found(self, text: str, query: Query) -> Found:
        """Return the statements that answer a question in plain words; the query's filters and limit hold."""
        from tajikcli.repository.search import find  # noqa: PLC0415 - the stemmers are for search only

        return find(self._connection, _encodable(text), query)

    def citations(self, ids: Iterable[str], notice: Callable[[str], None] = lambda _: None) -> list[Citation]:
        """Return statements with what a citation says of them, in the order asked for; as `rows_by_id` finds them."""
        from tajikcli.proof.citation import Citation  # noqa: PLC0415 - for `cite` only

        sources = {source["slug"]: source for source in self.source_rows().rows()}
        roles: dict[str | None, str | None] = {
            speaker["slug"]: speaker["role"] for speaker in self.speaker_rows().rows()
        }
        relays = self.names().relays
        statements = {(one["meeting"], one["id"]): one for one in self.rows_by_id(ids, notice).rows()}
        return [
            Citation(
                one, sources[one["source"]], roles.get(one["speaker"]), [relays[slug] for slug in one["via"]]
            )
            for one in statements.values()
        ]

    def completions(self, kind: str, beginning: str, most: int = 300) -> list[tuple[str, str]]:
        """Return what may be meant by the beginning of a word, each with a few words that explain it.

        Args:
            kind: `id` for statements, or `topic`, `speaker`, `source`, `relay`, `meeting`, `language`.
            beginning: what has been typed, of a slug or id; of an id also with its meeting before it.
            most: how many to return at most.
        """
        typed = _encodable(beginning).casefold()
        if kind != "id":
            rows = self._connection.execute(
                "SELECT slug, name FROM entity WHERE kind = ? AND substr(slug, 1, ?) = ? ORDER BY place LIMIT ?",
                (kind, len(typed), typed, most),
            )
            return rows.fetchall()
        meeting, slash, short = typed.rpartition("/")
        rows = self._connection.execute(
            "SELECT meeting, id, json FROM statement JOIN answer USING (seq)"
            " WHERE id >= ? AND id < ? AND (meeting = ? OR NOT ?) LIMIT ?",
            (short, f"{short}\U0010ffff", meeting, bool(slash), most),
        )
        return [(f"{row[0]}/{row[1]}" if slash else row[1], _explained(row[2])) for row in rows]

    def source_row(self, name: str) -> rows.Source:
        """Return one source.

        Args:
            name: its slug, title or publisher.

        Raises:
            UnknownValueError, AmbiguousValueError: the name stands for none, or for several.
        """
        (slug,) = self._resolve("source", (name,))
        return next(source for source in self.source_rows().rows() if source["slug"] == slug)

    def checker(self, notice: Callable[[str], None] = lambda _: None) -> Checker:
        """Return what holds texts against the record.

        Args:
            notice: told where a quotation of a text is never closed.
        """
        from tajikcli.repository.check import Checker  # noqa: PLC0415 - for `check` only

        return Checker(self._connection, notice)

    def rows_by_id(
        self, ids: Iterable[str], notice: Callable[[str], None] = lambda _: None
    ) -> Stored[rows.Statement]:
        """Return the statements with these ids; errors as for `show`.

        Args:
            ids: as for `show`.
            notice: told, in a sentence, where a statement was merged into another one, which is the answer then.
        """
        found = []
        asked = "id = :id AND (meeting = :meeting OR NOT :full)"
        for written in map(_encodable, ids):
            meeting, slash, short = written.strip().rpartition("/")
            rows = self._connection.execute(
                f"SELECT statement.meeting, json, statement.id FROM (SELECT seq FROM statement WHERE {asked}"  # noqa: S608 - values are bound
                f" UNION SELECT seq FROM merged WHERE {asked}) JOIN statement USING (seq) JOIN answer USING (seq)"
                " ORDER BY seq",
                {"id": short, "meeting": meeting, "full": bool(slash)},
            ).fetchall()
            if not rows:
                raise UnknownValueError("id", written, nearest(written, self._ids(full=bool(slash))))
            if len(rows) > 1:
                raise AmbiguousValueError("id", written, [f"{row[0]}/{row[2]}" for row in rows])
            ((_, answer, now),) = rows
            if now != short:
                notice(f"'{written}' was merged into {f'{meeting}/{now}' if slash else now}")
            found.append((answer,))
        return Stored(self._answered(found))

    def backlinks(self, meeting: str, statement: str) -> list[tuple[str, str, str]]:
        """Return the links that point at a statement, in the record's order.

        Returns:
            meeting and id of the statement that has the link, and how it relates to this one.
        """
        rows = self._connection.execute(
            "SELECT statement.meeting, statement.id, relation FROM link JOIN statement USING (seq)"
            " WHERE to_meeting = :meeting AND to_id IN (SELECT :id UNION SELECT merged.id FROM merged"
            " JOIN statement AS now USING (seq) WHERE now.meeting = :meeting AND now.id = :id) ORDER BY seq, number",
            {"meeting": meeting, "id": statement},
        )
        return rows.fetchall()

    def whole(self, statements: Iterable[rows.Statement]) -> Iterator[WholeStatement]:
        """Yield statements with those that they are linked with, for a page."""
        from tajikcli.repository import pages  # noqa: PLC0415 - for pages only

        return pages.whole(self, statements)

    def compared(self, findings: Iterable[FileFinding]) -> Iterator[ComparedFinding]:
        """Yield findings with the statements that they were compared with, for a page."""
        from tajikcli.repository import pages  # noqa: PLC0415 - for pages only

        return pages.compared(self, findings)

    def meeting_rows(self) -> Stored[rows.Meeting]:
        """Return the meetings."""
        return Stored(self._counted("meeting", "id"))

    def topic_rows(self) -> Stored[rows.Topic]:
        """Return the topics."""
        return Stored(self._counted("topic", "slug"))

    def speaker_rows(self) -> Stored[rows.Speaker]:
        """Return the speakers."""
        return Stored(self._counted("speaker", "slug"))

    def source_rows(self) -> Stored[rows.Source]:
        """Return the sources."""
        return Stored(self._counted("source", "slug"))

    def names(self) -> Names:
        """Return what slugs are called, for people to read."""
        from tajikcli.model.names import Names  # noqa: PLC0415 - for pages only

        run = self._connection.execute
        addresses = run("SELECT slug, json_extract(detail, '$.url') FROM entity WHERE kind = 'source'")
        return Names(
            speakers=dict(run("SELECT slug, name FROM entity WHERE kind = 'speaker'").fetchall()),
            relays=dict(run("SELECT slug, name FROM entity WHERE kind = 'relay'").fetchall()),
            sources=dict(run("SELECT slug, name FROM entity WHERE kind = 'source'").fetchall()),
            addresses={slug: url for slug, url in addresses if url},
            meetings=run("SELECT count(*) FROM entity WHERE kind = 'meeting'").fetchone()[0],
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
        tables, where, values = conditions(query)
        if what == "figures":
            tables += " JOIN figure USING (seq)"
        row = self._connection.execute(f"SELECT count(*) FROM {tables} WHERE {where}", values)  # noqa: S608 - values are bound
        return int(row.fetchone()[0])

    def _rows(self, sql: str, values: Sequence[object], limit: int | None) -> Iterator[str]:
        if limit is not None:
            sql, values = f"{sql} LIMIT ?", [*values, limit]
        return self._answered(self._connection.execute(sql, values))

    def _answered(self, rows: Iterable[tuple[str]]) -> Iterator[str]:
        """Yield rows, and remember that there were some: whatever fails after that can't be asked again unnoticed."""
        for (row,) in rows:
            self._has_answered = True
            yield row

    def _typed(self, stored: Stored[Any], answer: type[_T]) -> list[_T]:
        import msgspec  # noqa: PLC0415 - for typed answers only

        decoder = msgspec.json.Decoder(answer)
        return [decoder.decode(text) for text in stored.texts()]

    def _counted(self, kind: str, key: str) -> Iterator[str]:
        """Yield the entities of a kind as JSON objects, each with its counts of statements."""
        import json  # noqa: PLC0415 - statements are JSON already

        table, quotes = ("statement_topic", "quote") if kind == "topic" else ("statement", "kind = 'quote'")
        counts: dict[str, tuple[int, int]] = {
            slug: (total, quoted)
            for slug, total, quoted in self._connection.execute(
                f"SELECT {kind}, count(*), sum({quotes}) FROM {table} GROUP BY {kind}"  # noqa: S608 - fixed names
            )
        }
        rows = self._connection.execute(
            "SELECT slug, detail FROM entity WHERE kind = ? ORDER BY place", (kind,)
        )
        for slug, detail in rows:
            total, quoted = counts.get(slug, (0, 0))
            answer = {key: slug, **json.loads(detail)}
            answer |= {"statements": total, "facts": total - quoted, "quotes": quoted}
            self._has_answered = True
            yield json.dumps(answer, ensure_ascii=False, separators=(",", ":"))

    def _resolve(self, kind: str, values: Iterable[str]) -> tuple[str, ...]:
        """Return the slugs that names as people write them stand for."""
        slugs: dict[str, None] = {}
        for value in map(_encodable, values):
            rows = self._connection.execute(
                "SELECT DISTINCT slug, slug = ? FROM alias WHERE kind = ? AND folded = ? ORDER BY slug",
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
        for (tag,) in self._connection.execute("SELECT name FROM entity WHERE kind = 'language'"):
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


def _converted(value: object, answer: type[_T]) -> _T:
    """Return a row as the typed answer that scripts get."""
    import msgspec  # noqa: PLC0415 - for typed answers only

    return msgspec.convert(value, answer)


def _explained(row: str) -> str:
    """Return the beginning of a statement's text, its hedges before it, for a list of choices."""
    import json  # noqa: PLC0415 - statements are JSON already

    statement = json.loads(row)
    told = hedged(statement["hedges"])
    words = " ".join((f"{told}: " if told else "").split() + statement["text"].split())
    return words if len(words) <= _SHORT else f"{words[: _SHORT - 1]}…"


_SHORT = 60


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
