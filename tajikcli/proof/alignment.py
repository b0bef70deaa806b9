"""Align the tokens of two texts, and find their differences.

This module uses no similarity score: the longest common subsequence of tokens shows how much two texts share.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tajikcli.proof.tokens import forms_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rapidfuzz.distance import Opcodes

    from tajikcli.proof.tokens import Token

_NUDGES = 100  # the maximum number of tokens by which a stretch is shortened
ALIKE = 0.6  # the share of a quotation's tokens that must align for it to be an altered form of a text


class Difference(NamedTuple):
    """A difference between two texts: words of one, and the words of the other in the same place; either may be empty.

    Attributes:
        text: the words of the text that is checked.
        record: the words of the record.
    """

    text: str
    record: str


class Alignment(NamedTuple):
    """The alignment of a text's words with another's.

    Attributes:
        matched: number of the text's words that occur in the other text, in order.
        share: that number divided by the number of words in the text, from 0 to 1.
        first: the first word of the best stretch of the other text.
        last: the word after the stretch.
    """

    matched: int
    share: float
    first: int
    last: int


def aligned(text: Sequence[str], record: Sequence[str], *, cut: bool = False) -> Alignment:
    """Return the best alignment of a text's words with a stretch of another text.

    The stretch is at most one and a half times as long as the text, so that words scattered over a long quote
    do not count. A text
    with marked omissions (`cut`) may align with the whole other text.

    Args:
        text: the forms of the words of the text, in lower case.
        record: the forms of the words of the record's text, in lower case.
        cut: whether the text has marked omissions.
    """
    from rapidfuzz.distance import LCSseq

    size = len(text)
    width = len(record) if cut else min(len(record), size + size // 2 + 2)
    step = max(1, size // 4)
    best = Alignment(0, 0.0, 0, 0)
    for first in range(0, max(1, len(record) - width + step), step):
        window = record[first : first + width]
        matched = LCSseq.similarity(text, window, score_cutoff=best.matched)
        if matched > best.matched:
            blocks = [code for code in LCSseq.opcodes(text, window) if code.tag == "equal"]
            best = Alignment(
                matched, matched / size, first + blocks[0].dest_start, first + blocks[-1].dest_end
            )
    return _tightened(text, record, best) if best.share >= ALIKE else best


def _tightened(text: Sequence[str], record: Sequence[str], best: Alignment) -> Alignment:
    """Return an alignment with the shortest stretch: of several equal words, the nearest counts."""
    from rapidfuzz.distance import LCSseq

    first, last = best.first, best.last
    for _ in range(_NUDGES):
        if first < last and LCSseq.similarity(text, record[first + 1 : last]) == best.matched:
            first += 1
        elif first < last and LCSseq.similarity(text, record[first : last - 1]) == best.matched:
            last -= 1
        else:
            break
    return best._replace(first=first, last=last)


def differences(text: str, words: Sequence[Token], record: str, other: Sequence[Token]) -> list[Difference]:
    """Return the differences between a text and a stretch of the record, word by word.

    Args:
        text: the text that is checked.
        words: its words.
        record: the text on record.
        other: the words of the stretch that the text aligns with.

    Returns:
        The differences in order. A difference in case counts, except in the first letter of the text.
    """
    from rapidfuzz.distance import LCSseq

    mine, theirs = forms_of(words), forms_of(other)
    if mine and theirs:
        mine[0], theirs[0] = _lowered(mine[0]), _lowered(theirs[0])
    return [
        Difference(_slice(text, words[start:end]), _slice(record, other[first:last]))
        for start, end, first, last in joined(LCSseq.opcodes(mine, theirs))
    ]


def joined(codes: Opcodes) -> Iterator[tuple[int, int, int, int]]:
    """Yield the unequal parts, with a deletion and an adjacent insertion as one replacement."""
    pending: tuple[int, int, int, int] | None = None
    for code in codes:
        if code.tag == "equal":
            if pending:
                yield pending
            pending = None
        else:
            start, other = (pending[0], pending[2]) if pending else (code.src_start, code.dest_start)
            pending = (start, code.src_end, other, code.dest_end)
    if pending:
        yield pending


def _slice(text: str, words: Sequence[Token]) -> str:
    return text[words[0].start : words[-1].end] if words else ""


def _lowered(form: str) -> str:
    return form[:1].lower() + form[1:]
