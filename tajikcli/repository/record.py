"""The typed record for scripts."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, TypeVar

from tajikcli.paths import absolute_path, record_paths
from tajikcli.repository.pool import Pool
from tajikcli.repository.query import FACTS, KINDS, QUOTES
from tajikcli.repository.rows import open_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
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
    """Open a record.

    Args:
        paths: knowledge files and folders; empty for `TAJIK_FACTS` or the bundled record, as on the command line.
        bundled: whether to read the bundled record together with them, as `--bundled` does.
        notice: called with a message if the index of the record cannot be saved.
        progress: called with the number of bytes read so far and the total, while an index is built.

    Returns:
        The record; use it as a context manager, or call `close` when done.

    Raises:
        InputError: a path cannot be read.
        UnsoundRecordError: a knowledge file has errors; its `problems` have their positions.

    Example:
        >>> from tajikcli import open_record
        >>> with open_record() as record:
        ...     for statement in record.quotes("trade", speaker="Putin"):
        ...         print(statement.id, statement.text)
    """
    return Record(*paths, bundled=bundled, notice=notice, progress=progress)


class Record:
    """A record of statements, opened by `open_record`.

    All queries have the same filters. A filter takes one value or several, and a statement has to match one
    of them. Names match by slug, name or alias, in any case and script: `speaker="Путин"`.

    Threads may share a record. A pickled record holds the paths of its files, and is opened again from them.

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
        """Close the index. Queries in progress finish; later queries raise an error."""
        self._pool.close()

    def _asked(self) -> AbstractContextManager[Rows]:
        if self._pool.is_inherited:
            self._pool = Pool(open_rows(self._paths))
        return self._pool.lent()

    def facts(self, *topics: str, **filters: Unpack[Filters]) -> list[answers.Statement]:
        """Return the facts on record, in the order of the record.

        Args:
            topics: topics by slug, label or alias; a fact has to have one of them; empty for all topics.
            filters: `speaker`, `source`, `via`, `meeting`, `lang`, `phase` (a text or several), `since`, `until`
                (ISO 8601 dates), `limit` (the maximum number).

        Returns:
            The facts, which are paraphrases and narrations; empty if none matches.

        Raises:
            UnknownValueError: a value is not in the record; the error has similar values.
            AmbiguousValueError: a value stands for several things.
            UseError: an invalid date or limit.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:
            ...     figures = [figure for fact in record.facts("trade") for figure in fact.figures]
        """
        return self.statements(*topics, kind=FACTS, **filters)

    def quotes(self, *topics: str, **filters: Unpack[Filters]) -> list[answers.Statement]:
        """Return the quotes on record: the speakers' words as their sources print them.

        The arguments, errors and order are those of `facts`.

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
        """Return the figures on record, each with its statement.

        The arguments and errors are those of `facts`.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:
            ...     volumes = [row.amount for row in record.figures("trade") if row.unit == "USD"]
        """
        from tajikcli.model import answers

        with self._asked() as rows:
            return _decoded(rows.figure_rows(rows.query(topics, **filters)), answers.FigureRow)

    def show(self, *ids: str) -> list[answers.Statement]:
        """Return the statements with these ids, in the given order.

        Args:
            ids: ids; `meeting/id` if the short form is ambiguous. The id of a merged statement returns the statement that
                replaces it.

        Raises:
            UnknownValueError: no statement has the id.
            AmbiguousValueError: statements of several meetings have the id.

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
        """Return the statements that answer a question in plain words, best match first.

        Args:
            question: words in English, Russian, German or Tajik; statements with all of them come first.
            kind: as for `statements`.
            filters: as for `facts`; the default of `limit` is 10.

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
        """Check the quotations and figures in a text.

        Args:
            text: an article or a draft, as text or Markdown.
            html: whether it is HTML.

        Returns:
            A finding for each quotation, and each figure that is for a measure on record, in the order of the text.

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

    def check_many(self, texts: Iterable[str], *, html: bool = False) -> Iterator[list[answers.Finding]]:
        """Check the quotations and figures in many texts, one after the other.

        Texts are read and findings yielded one at a time, so both may be endless streams. Data from the index
        is cached between texts.

        Args:
            texts: articles or drafts, as text or Markdown; a generator is read as the findings are read.
            html: whether they are HTML.

        Yields:
            The findings on each text, as `check` returns them.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:
            ...     texts = (f"“A reliable {word},” said Putin." for word in ("ally", "friend"))
            ...     verdicts = [finding.verdict for findings in record.check_many(texts) for finding in findings]
        """
        for text in texts:
            yield self.check(text, html=html)

    def compare(self, *topics: str, **filters: Unpack[Filters]) -> answers.Comparison:
        """Compare what sources say: where they agree, differ or conflict.

        Args:
            topics: as for `facts`.
            filters: as for `facts`.

        Returns:
            The figures of each measure, those that conflict, and the statements that the record links.

        Raises:
            UnknownValueError, AmbiguousValueError, UseError: as for `facts`.

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
        """Check whether a source still contains the words that the record cites.

        Args:
            source: a source by slug, publisher or title.
            path: a file with the current text of the source, as text or HTML.

        Returns:
            The status of each statement, and the sentences that no statement covers.

        Raises:
            UnknownValueError, AmbiguousValueError: the name stands for no source, or for several.
            InputError: the file cannot be read.

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
            ids: the ids of the statements; exactly one if `words` are given.
            style: `line`, `markdown`, `bibtex`, `ris` or `csl-json`.
            words: words of a quote to put in quotation marks, exactly as in the quote.
            notice: called with a message if an id was merged into another one.

        Returns:
            The citation as text.

        Raises:
            UnknownValueError, AmbiguousValueError: an id stands for no statement, or for several.
            UseError: an unknown style, words of a fact, or words that are not in the quote.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:
            ...     line = record.cite("putin-relations", words="reliable ally")
        """
        from tajikcli.repository.cite import cite

        notices: list[str] = []
        with self._asked() as rows:
            citation = cite(rows, ids, style=style, words=words, notice=notices.append)
        for sentence in notices:  # only now, because the callback may query the record, too
            notice(sentence)
        return citation

    def meetings(self) -> list[answers.Meeting]:
        """Return the meetings on record, with the number of their statements.

        Returns:
            Every meeting, in the order of the record.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:
            ...     dates = {meeting.id: meeting.date for meeting in record.meetings()}
        """
        from tajikcli.model import answers

        with self._asked() as rows:
            return _decoded(rows.meeting_rows(), answers.Meeting)

    def topics(self) -> list[answers.Topic]:
        """Return the topics on record.

        Returns:
            Every topic, in the order of the record.

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
            Every speaker, in the order of the record.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:
            ...     names = [speaker.name for speaker in record.speakers()]
        """
        from tajikcli.model import answers

        with self._asked() as rows:
            return _decoded(rows.speaker_rows(), answers.Speaker)

    def sources(self) -> list[answers.Source]:
        """Return the published texts from which the statements are taken.

        Returns:
            Every source, in the order of the record.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:
            ...     addresses = [source.url for source in record.sources() if source.url]
        """
        from tajikcli.model import answers

        with self._asked() as rows:
            return _decoded(rows.source_rows(), answers.Source)

    def relays(self) -> list[answers.Relay]:
        """Return the persons and bodies that relayed statements, which are the values of the filter `via`.

        Returns:
            Every relay, in the order of the record.

        Example:
            >>> from tajikcli import open_record
            >>> with open_record() as record:
            ...     relayed = {relay.slug: relay.statements for relay in record.relays()}
        """
        from tajikcli.model import answers

        with self._asked() as rows:
            return _decoded(rows.relay_rows(), answers.Relay)

    def measures(self) -> list[answers.Measure]:
        """Return the measures on record, whose figures `check` and `compare` use.

        Returns:
            Every measure, in the order of the record.

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
