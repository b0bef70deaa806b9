"""A draft of a knowledge file from a text that nothing is on record of yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tajikcli.extract.drafting import Text, draft
from tajikcli.extract.head import head_of
from tajikcli.extract.writing import written
from tajikcli.proof.evidence import SourceText
from tajikcli.repository.verify import article_of

if TYPE_CHECKING:
    from tajikcli.documents import Document
    from tajikcli.model.knowledge import KnowledgeFile


class Extracted(NamedTuple):
    """A draft.

    Attributes:
        text: the knowledge file, as YAML.
        quotes: how many quotes it has.
        figures: how many figures.
        statements: how many statements, quotes included.
        questions: how many questions are open in it.
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
        url: its address, where it is known.
        into: path of a knowledge file whose speakers, topics and measures are used again.

    Raises:
        InputError: there is no text in the document, or the record can't be read.
        UnsoundRecordError: the record is not sound.
    """
    record = _record(into) if into is not None else None
    article = article_of(document)
    text = Text(article, SourceText(article))
    head = head_of(document.text if document.html else None, text.paragraphs, url)
    knowledge = draft(text, head, url, record)
    return Extracted(
        written(knowledge),
        sum(one.kind == "quote" for one in knowledge.statements),
        sum(len(one.figures) for one in knowledge.statements),
        len(knowledge.statements),
        len(knowledge.asks) + sum(len(one.asks) for one in knowledge.statements),
    )


def _record(path: str) -> KnowledgeFile:
    """Return the files of a record as one: the first one's meeting, and what all of them define and say."""
    from tajikcli.paths import knowledge_files
    from tajikcli.reader.files import read, read_content

    first, *others = [
        read(read_content(file.path, file.shown), file.shown) for file in knowledge_files([path])
    ]
    for other in others:
        for section in ("sources", "speakers", "relays", "topics", "measures"):
            definitions = getattr(first, section)
            for slug, definition in getattr(other, section).items():
                definitions.setdefault(slug, definition)
        first.statements += other.statements
    return first
