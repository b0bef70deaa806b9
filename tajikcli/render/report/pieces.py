"""The pieces of reports: texts cut at the ends of marks, and words that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tajikcli.text import displayed, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tajikcli.model.reported import Mark, MarkedText


class Piece(NamedTuple):
    """A part of a text.

    Attributes:
        text: its characters.
        number: the number of its finding; None if there is none.
        is_first: whether it is the first part of that finding.
    """

    text: str
    number: int | None = None
    is_first: bool = False


def paragraphs_of(
    paragraphs: Iterable[MarkedText], cards: Sequence[Mapping[str, Any]]
) -> Iterator[Mapping[str, Any]]:
    """Yield each paragraph with its pieces, and the cards of the findings that begin in it, faults first.

    Args:
        paragraphs: the paragraphs of a text.
        cards: the cards of all findings, which the marks of the paragraphs number.
    """
    seen: set[int] = set()
    for paragraph in paragraphs:
        begun = [mark.number for mark in paragraph.marks if mark.number not in seen]
        cut = list(_pieces(paragraph, seen))
        seen.update(begun)
        beside = [cards[number] for number in dict.fromkeys(begun) if cards[number]["is_linked"]]
        beside.sort(key=lambda card: not card["is_fault"])
        yield {"pieces": cut, "is_aside": paragraph.is_aside, "cards": beside}


def _pieces(paragraph: MarkedText, seen: set[int]) -> Iterator[Piece]:
    """Yield a paragraph, cut at the ends of its marks.

    Args:
        paragraph: the paragraph.
        seen: the numbers of marks in earlier paragraphs, to which those of this paragraph are added.
    """
    text, done = paragraph.text, 0
    ends = sorted({end for mark in paragraph.marks for end in (mark.start, mark.end)})
    open_: list[Mark] = []
    begun = 0
    for end in [*ends, len(text)]:
        open_ = [mark for mark in open_ if mark.end > done]
        while begun < len(paragraph.marks) and paragraph.marks[begun].start <= done:
            open_ = [*open_[-_DEEPEST:], paragraph.marks[begun]]
            begun += 1
        open_ = [mark for mark in open_ if mark.end > done]
        if end > done:
            number = open_[-1].number if open_ else None
            yield Piece(printable(text[done:end]), number, number is not None and number not in seen)
            if number is not None:
                seen.add(number)
            done = end


_DEEPEST = 20  # nested marks that are shown


def parted(text: str, parts: Sequence[str]) -> list[tuple[str, bool]]:
    """Cut a text around parts that it contains in this order; return each piece with whether it is such a part."""
    shown, cut, done = displayed(text), [], 0
    for part in filter(None, map(displayed, parts)):
        at = shown.find(part, done)
        if at >= 0:
            cut += [(shown[done:at], False), (part, True)]
            done = at + len(part)
    cut.append((shown[done:], False))
    return [pair for pair in cut if pair[0]]
