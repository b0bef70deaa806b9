"""Short runs of words that stand once in a source: what a fact rests on."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from tajikcli.model.knowledge import MOST_WORDS
from tajikcli.proof.evidence import normalise

if TYPE_CHECKING:
    from tajikcli.proof.evidence import SourceText

_WORD = re.compile(r"\S+")
_EDGES = " .,;:!?\u2026\"'\u201c\u201d\u201e\u00ab\u00bb()[]-\u2013\u2014"
_SIZES = (5, 6, 4, 7, 8, 3, 2, 1)  # of a run, the best first: short, and yet it says what it is about


class Selectors:
    """Finds words in a source that stand there once.

    Args:
        source: the source.
    """

    def __init__(self, source: SourceText) -> None:
        words = [word.strip(_EDGES) for word in source.normalised.split()]
        words = [word for word in words if word]
        self._counts = {
            size: Counter(hash(tuple(words[at : at + size])) for at in range(len(words) - size + 1))
            for size in sorted(_SIZES)
        }

    def exact(self, sentence: str, start: int = 0, end: int = 0) -> str | None:
        """Return at most eight words of a sentence that stand once in the source.

        Args:
            sentence: as it is printed there.
            start: offset of what has to be among them.
            end: offset behind that; nothing has to be where both are 0.

        Returns:
            The words, those around the stretch; None where the source repeats them all.
        """
        words = [match.span() for match in _WORD.finditer(sentence) if normalise(match[0]).strip(_EDGES)]
        if not words:
            return None
        first = next((at for at, (_, stop) in enumerate(words) if stop > start), 0)
        last = (
            next((at for at, (begin, _) in enumerate(words) if begin >= end), len(words))
            if end
            else first + 1
        )
        sizes = [size for size in _SIZES if size >= last - first] or [MOST_WORDS]
        for size in sizes:
            for begin in self._beginnings(first, last, size, len(words), anchored=end > 0):
                stop = min(begin + size, len(words))
                run = sentence[words[begin][0] : words[stop - 1][1]]
                if self._stands_once(run) and (
                    stop - begin == size or size == sizes[-1] or stop - begin == len(words)
                ):
                    return run.strip(_EDGES) if run.strip(_EDGES) else None
        return None

    @staticmethod
    def _beginnings(first: int, last: int, size: int, total: int, *, anchored: bool) -> list[int]:
        """Return where a run of so many words may begin, the best first: with the words before a number in it."""
        if not anchored:
            return list(range(max(1, total - size + 1)))
        low, high = max(0, last - size), min(first, max(0, total - size))
        preferred = max(low, min(high, first - (size - (last - first)) * 2 // 3))
        return sorted(range(min(low, high), high + 1), key=lambda at: abs(at - preferred))

    def _stands_once(self, run: str) -> bool:
        words = tuple(filter(None, (word.strip(_EDGES) for word in normalise(run).split())))
        return bool(words) and len(words) <= MOST_WORDS and self._counts[len(words)][hash(words)] == 1
