"""The positions of quotations in a draft, and the links beside them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.draft.links import Links
from tajikcli.model.reported import Mark, MarkedText
from tajikcli.proof.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tajikcli.draft.paragraphs import Paragraph
    from tajikcli.draft.read import Draft
    from tajikcli.model.rows import Finding, NotJudged
    from tajikcli.proof.quotation import Quotation

_AROUND = 600  # the number of characters before and after a quotation that may belong to its sentence

_OPENING, _CLOSING = "\u201c\u201e\u00ab\u2018(", "\"'\u201d\u00bb\u2019 \u00a0\n"
_REMARKS = "([\u2013\u2014-"  # the start of a remark after a sentence: (TASS), — TASS


class Span(NamedTuple):
    """A position in a text: the first character, and the one after the last; all counted from 1."""

    line: int
    column: int
    end_line: int
    end_column: int


class Found(NamedTuple):
    """A finding with its position.

    Attributes:
        finding: the finding.
        place: its start in the file.
        paragraph: number of the paragraph in which it begins, counted from 0.
        start: the offset of its start in that paragraph.
        last: number of the paragraph in which it ends.
        end: the offset after its end in that paragraph.
    """

    finding: Finding
    place: int
    paragraph: int
    start: int
    last: int
    end: int


class Examined(NamedTuple):
    """The text of a draft, its findings, and the parts without a verdict, in the order of the text."""

    draft: Draft
    found: list[Found]
    not_judged: list[NotJudged]


def placed(draft: Draft, one: Quotation) -> tuple[int, Span]:
    """Return the position in the file of the words of a quotation, and their span, without surrounding white space."""
    first, last = draft.paragraphs[one.paragraph], draft.paragraphs[one.last]
    start = one.start
    while start < len(first.text) and first.text[start].isspace():
        start += 1
    place = first.place(start)
    low = start if one.paragraph == one.last else 0
    end = one.end
    while end > low and last.text[end - 1].isspace():
        end -= 1
    behind = last.place_behind(end) if end > low else place
    return place, Span(*draft.position(place), *draft.position(max(place, behind)))


def span_of(draft: Draft, paragraph: Paragraph, start: int, end: int) -> Span:
    """Return the position in the file of a part of a paragraph."""
    place, behind = paragraph.place(start), paragraph.place_behind(end)
    return Span(*draft.position(place), *draft.position(max(place, behind)))


class Sourced:
    """The links beside the quotations of a draft.

    Args:
        paragraphs: the paragraphs of the draft.
        quoted: its quotations.
    """

    def __init__(self, paragraphs: Sequence[Paragraph], quoted: Iterable[Quotation]) -> None:
        self._paragraphs = paragraphs
        self._links: dict[int, Links | None] = {}
        self._starts: dict[int, list[int]] = {}
        self._ends: dict[int, list[int]] = {}
        for one in quoted:
            if one.paragraph == one.last:
                self._starts.setdefault(one.last, []).append(one.start)
            self._ends.setdefault(one.last, []).append(one.end)
        for offsets in (*self._starts.values(), *self._ends.values()):
            offsets.sort()

    def links_beside(self, one: Quotation) -> Sequence[str]:
        """Return the addresses that the words of a quotation link to, or else those in its sentence.

        The sentence is searched only up to the neighbouring quotations. A link on the whole paragraph always counts.
        """
        number = one.last
        paragraph = self._paragraphs[number]
        text = paragraph.text
        if number not in self._links:
            has_links = bool(paragraph.links) or "://" in text
            self._links[number] = Links(paragraph) if has_links else None
        links = self._links[number]
        if links is None:
            return ()
        start = one.start if one.paragraph == number else 0
        ends, starts = self._ends[number], self._starts.get(number, [])
        before, behind = bisect_right(ends, start), bisect_left(starts, one.end)
        first = max(start - _AROUND, ends[before - 1] if before else 0, 0)
        last = min(one.end + _AROUND, starts[behind] if behind < len(starts) else len(text), len(text))
        return links.beside(start, one.end, *_sentences(text, start, one.end, first, last))


def _sentences(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """Return the range of the sentences that contain words, and of a remark in brackets directly after them."""
    head = sentence_spans(text[first:start])
    begins = first + head[-1][0] if head and not _is_complete(text[first:start]) else start
    tail = sentence_spans(text[end:last])
    if not tail:
        return begins, end
    behind = text[end:last].lstrip(_CLOSING)
    if _is_complete(text[start:end]) and not (behind[:1].islower() or behind[:1] in _REMARKS):
        return begins, end  # the sentence ends with the words
    if len(tail) > 1 and text[end + tail[1][0]] in _REMARKS:
        return begins, end + tail[1][1]
    return begins, end + tail[0][1]


def _is_complete(text: str) -> bool:
    """Return whether a sentence ends with a text."""
    return text.rstrip(_OPENING + _CLOSING).endswith((".", "!", "?", "\u2026"))


def marked(examined: Examined) -> list[MarkedText]:
    """Return the paragraphs of a draft; the marks number its findings."""
    marks: list[list[Mark]] = [[] for _ in examined.draft.paragraphs]
    for number, one in enumerate(examined.found):
        for at in range(one.paragraph, one.last + 1):
            start = one.start if at == one.paragraph else 0
            end = one.end if at == one.last else len(examined.draft.paragraphs[at].text)
            marks[at].append(Mark(start, end, number))
    return [
        MarkedText(paragraph.text, sorted(mark), is_aside=paragraph.aside)
        for paragraph, mark in zip(examined.draft.paragraphs, marks, strict=True)
    ]
