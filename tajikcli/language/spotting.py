"""Rule out quickly that a text contains any of many words, before a long regular expression is compiled and run."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.forms import OnFirstUse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_RUN = re.compile(r"\w+")
_HEAD = 3  # the number of letters by which beginnings of words are looked up
_LONG = 10_000  # the words of a longer text take megabytes


class _Spelled(NamedTuple):
    """The words of a text without case: all with their offsets, as a set, their first letters, and whether any is in digits."""

    runs: list[tuple[int, str]]
    words: frozenset[str]
    heads: frozenset[str]
    has_digits: bool


def _spelled(text: str) -> _Spelled:
    return _in_sentence(text) if len(text) <= _LONG else _in_long(text)


@lru_cache(maxsize=32)  # many lists of words are looked up in the same sentence
def _in_sentence(text: str) -> _Spelled:
    return _read(text)


@lru_cache(maxsize=1)
def _in_long(text: str) -> _Spelled:
    return _read(text)


def _read(text: str) -> _Spelled:
    runs = [(run.start(), _without_case(run[0])) for run in _RUN.finditer(text)]
    words = frozenset([word for _, word in runs])
    heads = frozenset([word[:_HEAD] for word in words])
    return _Spelled(runs, words, heads, any(head[0].isdecimal() for head in heads))


def _without_case(text: str) -> str:
    return text.replace(
        "\u0130", "i"
    ).casefold()  # a regular expression also matches the dotted capital with i


class Words:
    """Words, phrases and marks that a text may contain.

    Args:
        words: words separated by white space, or words, phrases and marks; a `*` at the end stands for any ending.
        digits: whether a word in digits counts, too.
    """

    def __init__(self, words: str | Iterable[str], *, digits: bool = False) -> None:
        whole: set[str] = set()
        heads: set[str] = set()
        self._marks: list[str] = []
        self._digits = digits
        for phrase in words.split() if isinstance(words, str) else words:
            plain = _without_case(phrase.removesuffix("*"))
            first = _RUN.match(plain)
            if first is None:
                self._marks.append(plain)
            elif phrase.endswith("*") and first[0] == plain:
                assert len(plain) >= _HEAD, phrase
                heads.add(plain[:_HEAD])
            else:
                whole.add(first[0])
        self._whole, self._heads = frozenset(whole), frozenset(heads)

    def may_be_in(self, text: str) -> bool:
        """Return whether a text may contain one of them: True if it does, and sometimes if it does not."""
        spelled = _spelled(text)
        return (
            not self._whole.isdisjoint(spelled.words)
            or not self._heads.isdisjoint(spelled.heads)
            or (self._digits and spelled.has_digits)
            or self.has_mark(text)
        )

    def has_mark(self, text: str) -> bool:
        """Return whether a text has one of the marks."""
        return any(map(text.__contains__, self._marks))

    def places(self, text: str) -> list[int]:
        """Return the offsets of the words in a text with which one of them may begin."""
        whole, heads, digits = self._whole, self._heads, self._digits
        return [
            start
            for start, word in _spelled(text).runs
            if word in whole or word[:_HEAD] in heads or (digits and word[0].isdecimal())
        ]


class Worded(OnFirstUse):
    """A regular expression that ignores case, all matches of which begin with one of some words.

    Args:
        pattern: the expression; a match begins at the beginning of a word, or with a mark.
        words: the words and marks, as for `Words`; a word without a `*` is a whole word of the text.
        digits: whether a match may begin with digits, too.
    """

    def __init__(self, pattern: str, words: str | Iterable[str], *, digits: bool = False) -> None:
        super().__init__(pattern)
        self._words = Words(words, digits=digits)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches in a text that do not overlap."""
        if not self._words.may_be_in(text):
            return
        if self._words.has_mark(text):
            yield from self.compiled.finditer(text)
            return
        done = 0
        for place in self._words.places(text):
            match = self.compiled.match(text, place) if place >= done else None
            if match is not None:
                done = match.end()
                yield match

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in a text."""
        return next(self.finditer(text), None)
