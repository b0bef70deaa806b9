"""How the tokens of two texts align, and where they differ.

A similarity score decides nothing here: it is the longest common subsequence of tokens that tells how much two texts
share.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tajikcli.proof.tokens import forms_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rapidfuzz.distance import Opcodes

    from tajikcli.proof.tokens import Token

_NUDGES = 100  # tokens that a stretch is made shorter by at most
ALIKE = 0.6  # of a quotation's tokens have to align for it to be the same words, altered


class Difference(NamedTuple):
    """Where two texts differ: words of the one, and what stands in their place in the other; either may be empty.

    Attributes:
        text: the words of the text that is checked.
        record: the words of the record.
    """

    text: str
    record: str


class Alignment(NamedTuple):
    """How a text's words align with another's.

    Attributes:
        matched: how many of the text's words stand in the other one, in order.
        share: that number in relation to all words of the text, 0 to 1.
        first: where the best stretch of the other text begins, in words.
        last: behind its last word.
    """

    matched: int
    share: float
    first: int
    last: int


def aligned(text: Sequence[str], record: Sequence[str], *, cut: bool = False) -> Alignment:
    """Return how a text's words align best with a stretch of another's.

    The stretch is at most half as long again as the text, so that words scattered over a long quote count for nothing; a
    text with marked omissions (`cut`) may align with all of it.

    Args:
        text: forms of the words of the text, in lower case.
        record: forms of the words of the record's text, in lower case.
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
    """Return an alignment whose stretch is as short as it can be: the nearest of several equal words counts."""
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
    """Return where a text differs from a stretch of the record, word by word.

    Args:
        text: the text that is checked.
        words: its words.
        record: the record's text.
        other: the words of the stretch of it that the text aligns with.

    Returns:
        The differences in order; a difference in case counts, but that of the text's first letter.
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
    """Yield what is not equal, a deletion and the insertion beside it as one replacement."""
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
