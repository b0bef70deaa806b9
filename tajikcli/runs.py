"""Texts as the index has them: the stems of many texts, from their runs of characters between white space.

White space separates words, and folding does not cross it, so the stems of a text are those of its runs. An archive repeats the
same runs, and each is processed once and then looked up.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from tajikcli.words import OTHERS, folded, searchable

if TYPE_CHECKING:
    from collections.abc import Iterable

# the number of runs to remember: more than a language has, fewer than a hostile file may have
_MOST_RUNS = 500_000
_FEW = 4_000
# A number with thousands separators, before folding, which may remove accents between its digits.
_APART = "[0-9][^\\w\\s]*[ \u00a0\u202f][^\\w\\s]*[0-9]"
_SPECIAL = "\0"  # no stem has it
_MARKS = ".,;:!?()[]\"'«»“”„…"  # at the ends of words; none is a sign that is read as a word


class _Found(dict[str, str]):
    """The stems of runs: `trade` for `(Trades,`; those of a run with a digit or with one of the parts start with `_SPECIAL`.

    Args:
        language: the code of the language of the texts; empty if it is not known.
        parts: as for `Runs`.

    Attributes:
        language: this code.
    """

    def __init__(self, language: str, parts: tuple[str, ...]) -> None:
        self.language = language
        self._is_special = re.compile("|".join(("[0-9]", *map(re.escape, parts)))).search

    def __missing__(self, run: str) -> str:
        if len(self) >= _MOST_RUNS:
            self.clear()
            _spelt.clear()
        word = run.strip(_MARKS)
        if word != run and word.isalpha():  # most texts have the word without the marks, too
            found = self[word]
            _spelt[run] = _spelt[word]
        else:
            words = folded(run)
            found = searchable(words, self.language)
            _spelt[run] = _spelling(words)
            if self._is_special(run.casefold()):
                found = _SPECIAL + found
        self[run] = found
        return found


_found = lru_cache(_Found)


class _Spelt(dict[str, tuple[str, ...]]):
    """The words of runs in their spelling: `trades` for `(Trades,`."""

    def __missing__(self, run: str) -> tuple[str, ...]:
        spelt = self[run] = _spelling(folded(run))
        return spelt


def _spelling(words: Iterable[str]) -> tuple[str, ...]:
    return tuple([word for word in words if len(word) > 2 and word.isalpha()])


_spelt = _Spelt()


class _Known(dict[str, _Found]):
    """The stems of runs by the language of their text, as sources write it: `tg`, `tg-Cyrl`."""

    def __init__(self, parts: tuple[str, ...]) -> None:
        self._parts = parts

    def __missing__(self, language: str) -> _Found:
        code = language.partition("-")[0]
        found = self[language] = _found(code if code in OTHERS else "", self._parts)
        return found


class Runs:
    """The stems of the texts of a file, and their words.

    Args:
        parts: parts of words in lower case; `told` may find a text that has one of them.
    """

    def __init__(self, parts: Iterable[str] = ()) -> None:
        self._known = _Known(tuple(parts))
        # The runs of all texts, and those of the last few, because a small set stays in the cache of the processor.
        self._all: set[str] = set()
        self._last: set[str] = set()

    def indexed(self, text: str, language: str = "") -> str:
        """Return the stems of a text, as `tajikcli.words.searchable` does.

        Args:
            text: any text of the file.
            language: the code of its language; empty if it is not known.
        """
        return self.told(text, language)[0]

    def told(self, text: str, language: str = "") -> tuple[str, bool]:
        """Return the stems of a text as `indexed` does, and whether it may have one of the `parts`.

        Args:
            text: any text of the file.
            language: the code of its language; empty if it is not known.
        """
        known = self._known[language]
        runs = text.split()
        self._last.update(runs)
        if len(self._last) > _FEW:
            self._all |= self._last
            self._last.clear()
        found = " ".join(map(known.__getitem__, runs))
        if _SPECIAL not in found:
            return found, False
        if re.search(_APART, text):
            return searchable(folded(text), known.language), True
        return found.replace(_SPECIAL, ""), True

    def spellings(self) -> list[str]:
        """Return the words of all texts so far in their spelling, folded but not stemmed, without duplicates, sorted."""
        return sorted(set(chain.from_iterable(map(_spelt.__getitem__, self._all | self._last))))
