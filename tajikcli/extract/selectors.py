"""Find short runs of words that occur once in a source, on which facts rest."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from operator import itemgetter
from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.model.knowledge import MOST_WORDS
from tajikcli.proof.evidence import normalise
from tajikcli.text import fold_letters, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.proof.evidence import SourceText

_WORD = re.compile(r"\S+")
_EDGES = " .,;:!?\u2026\"'\u201c\u201d\u201e\u00ab\u00bb()[]-\u2013\u2014"
_BEST = 5  # the number of words of a good run, which is short but specific
_RUN = re.compile(r"[^\W_]+")
_MOST_RUNS = 12  # the maximum number of runs of letters and digits in one `exact`; `US$1.79` has three
_MOST_TRIED = 40  # the maximum number of positions in a sentence at which a run may begin
_LITTLE = word_set(
    fold_letters(
        f"{together().function_words} {together().articles} {together().conjunctions} {together().auxiliaries}"
    )
)


def _cost(run: str, size: int, begin: int) -> float:
    """Return the distance of a run from a run that a person would choose: with few words, and not across clauses."""
    first, *_, last = [*run.split(), run.rsplit(maxsplit=1)[-1]] if run else ["", ""]
    cost = abs(size - _BEST) + begin / 10 + 0.6 * sum(word[:1].isupper() for word in run.split())
    cost += 3 * len(_INNER.findall(run))
    cost += 2 * (fold_letters(last.strip(_EDGES)) in _LITTLE) + (fold_letters(first.strip(_EDGES)) in _LITTLE)
    return cost


_INNER = re.compile(
    r"[,;:()/\u2013\u2014]|\.\s|(?<!\S)[\"'\u201c\u201e\u2018\u00ab]|[\"'\u201d\u2019\u00bb](?!\S)"
)
_CUT = 1.5  # the cost of an end inside a phrase
_WITHOUT = 4  # the cost of leaving out an essential word


def _least_cost(size: int, begin: int) -> float:
    """Return the least cost of a run of a number of words at a position."""
    return abs(size - _BEST) + begin / 10


class _Read:
    """The words of a sentence.

    Args:
        sentence: the sentence.

    Attributes:
        words: the start and the end of each.
    """

    def __init__(self, sentence: str) -> None:
        self.words: list[tuple[int, int]] = []
        self._runs: list[str] = []  # of letters and digits in all words
        self._begins = [0]  # for each word, the number of runs before it
        for match in _WORD.finditer(sentence):
            normalised = normalise(match[0])
            if normalised.strip(_EDGES):
                self.words.append(match.span())
                self._runs += _RUN.findall(normalised)
                self._begins.append(len(self._runs))

    def runs_of(self, begin: int, size: int) -> tuple[str, ...]:
        """Return the runs of letters and digits in some words."""
        return tuple(self._runs[self._begins[begin] : self._begins[begin + size]])


class Selectors:
    """Finds words that occur once in a source.

    Args:
        source: the source.
    """

    def __init__(self, source: SourceText) -> None:
        self._read: tuple[str, _Read] = ("", _Read(""))
        self._found: dict[tuple[str, int, int, tuple[tuple[int, int], ...]], str | None] = {}
        words = _RUN.findall(source.normalised)
        self._counts = {
            size: Counter(map(hash, zip(*(words[at:] for at in range(size)), strict=False)))
            for size in range(1, _MOST_RUNS + 1)
        }

    def exact(
        self, sentence: str, start: int = 0, end: int = 0, essential: Sequence[tuple[int, int]] = ()
    ) -> str | None:
        """Return at most eight words of a sentence that occur once in the source.

        Args:
            sentence: the sentence as printed.
            start: the offset of words that must be included.
            end: the offset after them; nothing must be included if both are 0.
            essential: start and end of words without which the claim is not made; they are included if
                possible.

        Returns:
            The words, including the required ones; None if the source repeats them, or if they are too many.
        """
        key = sentence, start, end, tuple(essential)
        if key not in self._found:  # a text may repeat its sentences
            self._found[key] = self._exact(*key)
        return self._found[key]

    def _exact(self, sentence: str, start: int, end: int, essential: Sequence[tuple[int, int]]) -> str | None:
        read = self._words_of(sentence)
        words = read.words
        if not words:
            return None
        # The words that the stretch touches.
        first = min(bisect_right(words, start, key=itemgetter(1)), len(words) - 1)
        last = bisect_left(words, end, key=itemgetter(0)) if end else first + 1
        if last - first > MOST_WORDS:
            return None
        # The cost, the number of words, the number of the first word, and the run.
        best: tuple[float, int, int, str] | None = None
        sizes = range(max(1, last - first), min(MOST_WORDS, len(words)) + 1)
        for size in sorted(sizes, key=lambda one: abs(one - _BEST)):
            low, high = (
                (max(0, last - size), min(first, len(words) - size)) if end else (0, len(words) - size)
            )
            for begin in range(low, min(high, low + _MOST_TRIED) + 1):
                after = begin if not end else 0
                if best is not None and _least_cost(size, after) > best[0]:
                    break
                if not self._stands_once(read.runs_of(begin, size)):
                    continue
                run = sentence[words[begin][0] : words[begin + size - 1][1]].strip(_EDGES)
                cost = _cost(run, size, after)
                from_, to = words[begin][0], words[begin + size - 1][1]
                cost += _CUT * self._is_cut(sentence, words[begin + size - 1 : begin + size + 1])
                cost += _WITHOUT * sum(not (from_ <= one and other <= to) for one, other in essential)
                found = cost, size, begin, run
                best = found if best is None else min(best, found)
        return best[3] if best else None

    @staticmethod
    def _is_cut(sentence: str, ends: Sequence[tuple[int, int]]) -> bool:
        """Return whether a run ends inside a phrase: neither a mark nor a function word follows it.

        Args:
            sentence: the sentence.
            ends: start and end of its last word, and of the next word, if there is one.
        """
        if len(ends) == 1:
            return False
        (start, end), (then, until) = ends
        following = fold_letters(sentence[then:until].strip(_EDGES))
        return sentence[start:end][-1] not in _EDGES and following not in _LITTLE

    def _words_of(self, sentence: str) -> _Read:
        """Return the words of a sentence, which are cached because a sentence may have many figures."""
        if sentence != self._read[0]:
            self._read = sentence, _Read(sentence)
        return self._read[1]

    def repeated(self, sentence: str) -> str | None:
        """Return the first words of a sentence if the source repeats it word for word."""
        words = [match.span() for match in _WORD.finditer(sentence)][:MOST_WORDS]
        run = sentence[words[0][0] : words[-1][1]].strip(_EDGES) if words else ""
        return run or None

    def _stands_once(self, runs: tuple[str, ...]) -> bool:
        """Return whether the letters and digits of some words occur once in the source, whatever is between them."""
        return 0 < len(runs) <= _MOST_RUNS and self._counts[len(runs)][hash(runs)] == 1
