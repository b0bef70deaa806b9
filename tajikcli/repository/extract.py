"""Draft a knowledge file from a text that is not on record yet."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.extract.drafting import draft
from tajikcli.extract.head import head_of
from tajikcli.extract.sentences import Text
from tajikcli.extract.writing import written
from tajikcli.proof.evidence import SourceText, normalise
from tajikcli.repository.verify import article_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.documents import Document
    from tajikcli.model.knowledge import KnowledgeFile, StatementEntry


class Extracted(NamedTuple):
    """A draft.

    Attributes:
        text: the knowledge file, as YAML.
        quotes: the number of quotes.
        figures: the number of figures.
        statements: the number of statements, including quotes.
        questions: the number of open questions.
    """

    text: str
    quotes: int
    figures: int
    statements: int
    questions: int


def extract(document: Document, url: str | None = None, into: str | None = None) -> Extracted:
    """Return the draft of a knowledge file.

    Args:
        document: the text.
        url: its address, if it is known.
        into: the path of a knowledge file whose speakers, topics and measures are reused.

    Raises:
        InputError: there is no text in the document, or the record cannot be read.
        UnsoundRecordError: the record has errors.
    """
    record = _record([into]) if into is not None else None
    article = article_of(document)
    text = Text(article, SourceText(article))
    head = head_of(document.text if document.html else None, text.paragraphs, url)
    knowledge = draft(text, head, record)
    return Extracted(
        written(knowledge),
        sum(one.kind == "quote" for one in knowledge.statements),
        sum(len(one.figures) for one in knowledge.statements),
        len(knowledge.statements),
        _open_questions(knowledge),
    )


def _open_questions(knowledge: KnowledgeFile) -> int:
    """Return the number of open questions as `lint` counts them: a question about each text has one for each missing text."""
    own = sum(not ask.field.startswith("statements.") for ask in knowledge.asks)
    of_texts = sum(not one.text for one in knowledge.statements) if own < len(knowledge.asks) else 0
    return own + of_texts + sum(len(one.asks) for one in knowledge.statements)


def _record(paths: Sequence[str], source: str | None = None) -> KnowledgeFile:
    """Combine the files of a record, with the meeting of the first file or of the file that has a given source."""
    from tajikcli.paths import knowledge_files
    from tajikcli.reader.files import read, read_content

    files = [read(read_content(file.path, file.shown), file.shown) for file in knowledge_files(paths)]
    files.sort(key=lambda one: source is not None and source not in one.sources)
    first, *others = files
    for other in others:
        for section in ("sources", "speakers", "relays", "topics", "measures"):
            definitions = getattr(first, section)
            for slug, definition in getattr(other, section).items():
                definitions.setdefault(slug, definition)
        for statement in other.statements:
            statement.source = other.source_of(statement)
        first.statements += other.statements
    return first


def stubs(paths: Sequence[str], slug: str, document: Document) -> str:
    """Return drafts of statements for sentences of a source without a statement, to paste into the record's file.

    Args:
        paths: the paths of the record in use, as the user gave them.
        slug: the slug of the source.
        document: the text of the source.

    Returns:
        Speakers and measures that the record does not define, and statements, as YAML; empty if nothing is
        missing.

    Raises:
        InputError: there is no text in the document, or the record cannot be read.
        UnsoundRecordError: the record has errors.
    """
    from tajikcli.paths import record_paths

    record = _record(record_paths(paths), slug)
    article = article_of(document)
    text = Text(article, SourceText(article))
    known = record.sources[slug]
    head = head_of(None, text.paragraphs, known.url)
    head = head._replace(title=known.title, publisher=known.publisher, published=known.published)
    knowledge = draft(text, head, record)
    on_record = [one for one in record.statements if record.source_of(one) == slug]
    lacking = _lacking(knowledge.statements, on_record, text.source, known.title)
    for statement in lacking:
        statement.source = None if slug == next(iter(record.sources)) else slug
    used = {
        slug
        for one in lacking
        for slug in (one.speaker, *one.via, *(each.measure for each in one.figures))
        if slug
    }
    knowledge.statements = lacking
    for section in ("speakers", "relays", "measures"):
        definitions = getattr(knowledge, section)
        fresh = {
            slug: one for slug, one in definitions.items() if slug in used - getattr(record, section).keys()
        }
        setattr(knowledge, section, fresh)
    knowledge.topics = {}
    return written(knowledge, whole=False) if lacking else ""


def _lacking(
    drafted: Sequence[StatementEntry],
    on_record: Sequence[StatementEntry],
    source: SourceText,
    title: str | None,
) -> list[StatementEntry]:
    """Return the statements of a draft that are not on record."""
    quotes = {normalise(one.text): one.id for one in on_record if one.kind == "quote"}
    words = [one.text for one in on_record if one.kind == "quote"]
    words += [item.exact for one in on_record for item in one.evidence]
    words += [title] if title else []
    spans = [span for found in source.find_all(words).values() for span in found]
    left = sorted((one.start, one.end) for one in source.uncovered(spans))
    starts = [start for start, _ in left]
    exacts = (item.exact for one in drafted if one.kind != "quote" for item in one.evidence)
    standing = source.find_all(exacts)
    kept: list[StatementEntry] = []
    instead: dict[str, str | None] = {}  # the quote on record that replaces a quote of the draft
    for one in drafted:
        if one.kind == "quote":
            wanted = normalise(one.text)
            same = next(
                (identity for text, identity in quotes.items() if wanted in text or text in wanted), None
            )
            if same is not None:
                instead[one.id] = same
            else:
                kept.append(one)
            continue
        places = [start for item in one.evidence for start, _ in standing[item.exact]]
        before = (bisect_right(starts, start) - 1 for start in places)
        if any(at >= 0 and start < left[at][1] for at, start in zip(before, places, strict=True)):
            kept.append(one)
    for one in kept:
        for link in one.links:
            link.to = instead.get(link.to) or link.to
    return kept
