"""The text of a source in paragraphs and sentences, prepared for drafting."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tajikcli.proof.evidence import legible, paragraphs_of
from tajikcli.proof.sentences import sentence_spans

if TYPE_CHECKING:
    from tajikcli.proof.evidence import SourceText


class Sentence(NamedTuple):
    """A sentence of the text.

    Attributes:
        paragraph: number of its paragraph, counted from 0.
        start: offset of its first character in the paragraph.
        end: offset after its last character.
        text: the sentence.
    """

    paragraph: int
    start: int
    end: int
    text: str


class Text:
    """The text of a source, prepared for drafting.

    Args:
        text: the text as read.
        source: the same text, prepared for searches.
    """

    def __init__(self, text: str, source: SourceText) -> None:
        self.source = source
        self.paragraphs = [" ".join(legible(one).split()) for one in paragraphs_of(text)]
        self.sentences = [
            Sentence(number, start, end, paragraph[start:end])
            for number, paragraph in enumerate(self.paragraphs)
            for start, end in sentence_spans(paragraph)
        ]
