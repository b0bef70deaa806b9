"""Texts as the index has them: the stems of many texts, from their runs of characters between white space.

White space separates words, and folding does not cross it, so the stems of a text are those of its runs. An archive repeats the
same runs, and each is processed once and then looked up.
"""

from __future__ import annotations

import re
from functools import lru_cache
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
        word = run.strip(_MARKS)
        if word != run and word.isalpha():  # most texts have the word without the marks, too
            found = self[word]
            _respelt[run] = _respelt.get(word, (word,))
        else:
            words = folded(run)
            found = searchable(words, self.language)
            spelt = tuple([one for one in words if len(one) > 2 and one.isalpha()])
            if spelt != (run,):
                _respelt[run] = spelt
            if self._is_special(run.casefold()):
                found = _SPECIAL + found
        self[run] = found
        return found


_found = lru_cache(_Found)
# The words of runs in their spelling: `trades` for `(Trades,`. Any other run that was looked up is its own spelling.
_respelt: dict[str, tuple[str, ...]] = {}


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
        parts: parts of words in lower case; `indexed_with_parts` tells whether a text may have one of them.
    """

    def __init__(self, parts: Iterable[str] = ()) -> None:
        self._known = _Known(tuple(parts))
        self._words: set[str] = set()  # of runs that are not remembered any more
        # The runs of all texts, and those of the last few, because a small set stays in the cache of the processor.
        self._all: set[str] = set()
        self._last: set[str] = set()

    def indexed(self, text: str, language: str = "") -> str:
        """Return the stems of a text, as `tajikcli.words.searchable` does.

        Args:
            text: any text of the file.
            language: the code of its language; empty if it is not known.
        """
        return self.indexed_with_parts(text, language)[0]

    def indexed_with_parts(self, text: str, language: str = "") -> tuple[str, bool]:
        """Return the stems of a text as `indexed` does, and whether it may have one of the `parts`.

        Args:
            text: any text of the file.
            language: the code of its language; empty if it is not known.
        """
        known = self._known[language]
        if len(known) > _MOST_RUNS:
            self._forget()
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
        return sorted(self._words | self._spelt())

    def _spelt(self) -> set[str]:
        """Return the words of the remembered runs in their spelling."""
        runs = self._all | self._last
        others = runs & _respelt.keys()
        return (runs - others).union(*map(_respelt.__getitem__, others))

    def _forget(self) -> None:
        """Forget the runs of all files, because there are too many of them; one file is indexed at a time."""
        self._words |= self._spelt()
        for remembered in (self._all, self._last, self._known, _respelt):
            remembered.clear()
        _found.cache_clear()
