"""The record: what scripts ask, typed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, TypeVar

from tajikcli.paths import absolute_path, record_paths
from tajikcli.repository.pool import Pool
from tajikcli.repository.query import FACTS, KINDS, QUOTES
from tajikcli.repository.rows import open_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager
    from typing import Self, Unpack

    from tajikcli.model import answers
    from tajikcli.model.streams import Stored
    from tajikcli.repository.query import Filters
    from tajikcli.repository.rows import Rows

_T = TypeVar("_T")


def open_record(
    *paths: str | os.PathLike[str],
    bundled: bool = False,
    notice: Callable[[str], None] = lambda _: None,
    progress: Callable[[int, int], None] | None = None,
) -> Record:
    """Open a record and return it ready to be asked.

    Args:
        paths: knowledge files, and folders of them; none for `TAJIK_FACTS` or the bundled record, as the
            command line has it.
        bundled: whether the bundled record is read together with them, as `--bundled` has it.
        notice: called with a sentence where the index of a record can't be kept for the next time.
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
    return Record(*paths, bundled=bundled, notice=notice, progress=progress)


class Record:
    """A record of statements, as `open_record` gives it.

    The filters are the same everywhere. Each takes one value or several (any of them), matched by
    slug, name or alias, in any case and script: `speaker="Путин"`.

    Threads may share a record. A pickle holds the paths of its files, and opens them again where it is read.

    Args:
        paths: as for `open_record`.
        bundled: as for `open_record`.
        notice: as for `open_record`.
        progress: as for `open_record`.
    """

    def __init__(
        self,
        *paths: str | os.PathLike[str],
        bundled: bool = False,
        notice: Callable[[str], None] = lambda _: None,
        progress: Callable[[int, int], None] | None = None,
    ) -> None:
        named = record_paths([os.fspath(path) for path in paths], bundled=bundled)
        self._pool = Pool(open_rows(named, notice, progress))
        self._paths = tuple(map(absolute_path, named))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __reduce__(self) -> tuple[Callable[..., Record], tuple[str, ...]]:
        return open_record, self._paths

    def close(self) -> None:
        """Let go of the index. Questions that are being answered still are; nothing can be asked after that."""
        self._pool.close()

    def _asked(self) -> AbstractContextManager[Rows]:
        if self._pool.is_inherited:
            self._pool = Pool(open_rows(self._paths))
        return self._pool.lent()

    def facts(self, *topics: str, **filters: Unpack[Filters]) -> list[answers.Statement]:
        """Return the facts on record, in the record's order.

        Args:
            topics: topics by slug, label or alias; a fact about any of them counts; none for all.
            filters: `speaker`, `source`, `via`, `meeting`, `lang`, `phase` (a text or several), `since`,
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
        from tajikcli.model import answers

        with self._asked() as rows:
            query = rows.query(topics, kind=kind, **filters)
            return _decoded(rows.statement_rows(query), answers.Statement)

    def figures(self, *topics: str, **filters: Unpack[Filters]) -> list[answers.FigureRow]:
        """Return the figures on record, each with the statement that states it.

        Arguments and errors are those of `facts`.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:
            ...     volumes = [row.amount for row in record.figures("trade") if row.unit == "USD"]
        """
        from tajikcli.model import answers

        with self._asked() as rows:
            return _decoded(rows.figure_rows(rows.query(topics, **filters)), answers.FigureRow)

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
        from tajikcli.model import answers

        with self._asked() as rows:
            return _decoded(rows.rows_by_id(ids), answers.Statement)

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
        from tajikcli.model import answers

        with self._asked() as rows:
            query = rows.query(kind=kind, **{"limit": 10, **filters})
            return _decoded(rows.found(question, query).hits, answers.Hit)

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
        from tajikcli.documents import Document
        from tajikcli.model import answers

        with self._asked() as rows:
            return _converted(rows.check(Document("-", text, html)), list[answers.Finding])

    def compare(self, *topics: str, **filters: Unpack[Filters]) -> answers.Comparison:
        """Return compare what sources say: where they agree, differ or conflict.

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
        from tajikcli.model import answers
        from tajikcli.repository.compare import compare

        with self._asked() as rows:
            return _converted(compare(rows, rows.query(topics, **filters)), answers.Comparison)

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
            >>> with open_record() as record:
            ...     statements = record.verify("asia-plus", "article.txt").statements
            ...     lost = [statement.id for statement in statements if statement.status == "lost"]
        """
        from tajikcli.documents import read_document
        from tajikcli.model import answers
        from tajikcli.repository.verify import verify

        with self._asked() as rows:
            verified = verify(rows, rows.source(source), read_document(os.fspath(path)))
            return _converted(verified.report, answers.Verification)

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
            ...     line = record.cite("putin-relations", words="reliable ally")
        """
        from tajikcli.repository.cite import cite

        notices: list[str] = []
        with self._asked() as rows:
            citation = cite(rows, ids, style=style, words=words, notice=notices.append)
        for sentence in notices:  # not before: who is called may ask the record in turn
            notice(sentence)
        return citation

    def meetings(self) -> list[answers.Meeting]:
        """Return the meetings on record, with how much is on record of each.

        Returns:
            every meeting, in the record's order.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:
            ...     dates = {meeting.id: meeting.date for meeting in record.meetings()}
        """
        from tajikcli.model import answers

        with self._asked() as rows:
            return _decoded(rows.meeting_rows(), answers.Meeting)

    def topics(self) -> list[answers.Topic]:
        """Return the topics that can be asked for.

        Returns:
            every topic, in the record's order.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:
            ...     slugs = [topic.slug for topic in record.topics()]
        """
        from tajikcli.model import answers

        with self._asked() as rows:
            return _decoded(rows.topic_rows(), answers.Topic)

    def speakers(self) -> list[answers.Speaker]:
        """Return the speakers on record.

        Returns:
            every speaker, in the record's order.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:
            ...     names = [speaker.name for speaker in record.speakers()]
        """
        from tajikcli.model import answers

        with self._asked() as rows:
            return _decoded(rows.speaker_rows(), answers.Speaker)

    def sources(self) -> list[answers.Source]:
        """Return the published texts that the statements were taken from.

        Returns:
            every source, in the record's order.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:
            ...     addresses = [source.url for source in record.sources() if source.url]
        """
        from tajikcli.model import answers

        with self._asked() as rows:
            return _decoded(rows.source_rows(), answers.Source)

    def relays(self) -> list[answers.Relay]:
        """Return those through whom statements came: what the filter `via` takes.

        Returns:
            every relay, in the record's order.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:
            ...     relayed = {relay.slug: relay.statements for relay in record.relays()}
        """
        from tajikcli.model import answers

        with self._asked() as rows:
            return _decoded(rows.relay_rows(), answers.Relay)

    def measures(self) -> list[answers.Measure]:
        """Return what the figures on record measure: what `check` and `compare` know figures of.

        Returns:
            every measure, in the record's order.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:
            ...     labels = {measure.slug: measure.label for measure in record.measures()}
        """
        from tajikcli.model import answers

        with self._asked() as rows:
            return _decoded(rows.measure_rows(), answers.Measure)


def _decoded(stored: Stored[Any], answer: type[_T]) -> list[_T]:
    import msgspec

    decoder = msgspec.json.Decoder(answer)
    return [decoder.decode(text) for text in stored.texts()]


def _converted(values: object, answer: type[_T]) -> _T:
    import msgspec

    return msgspec.convert(values, answer)
