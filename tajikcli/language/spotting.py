"""Rule out quickly that a text contains any of many words, before a long regular expression is compiled and run."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from tajikcli.language.forms import OnFirstUse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_RUN = re.compile(r"\w+")
_HEAD = 3  # the number of letters by which beginnings of words are looked up
_LONG = 10_000  # the words of a longer text take megabytes


class _Spelled:
    """The words of a text without case.

    Args:
        text: the text.

    Attributes:
        words: the words.
        heads: their first letters.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self.words = set(_RUN.findall(_without_case(text)))
        self.heads = {word[:_HEAD] for word in self.words}

    @cached_property
    def has_digits(self) -> bool:
        """Whether any is in digits."""
        return any(head[0].isdecimal() for head in self.heads)

    @cached_property
    def runs(self) -> list[tuple[int, str]]:
        """All words with their offsets."""
        return [(run.start(), _without_case(run[0])) for run in _RUN.finditer(self._text)]


def _spelled(text: str) -> _Spelled:
    return _in_sentence(text) if len(text) <= _LONG else _in_long(text)


_in_sentence = lru_cache(maxsize=32)(_Spelled)  # many lists of words are looked up in the same sentence
_in_long = lru_cache(maxsize=1)(_Spelled)


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
        begun: dict[str, tuple[str, ...]] = {}  # by their first letters
        self._marks: list[str] = []
        self._digits = digits
        for phrase in words.split() if isinstance(words, str) else words:
            plain = _without_case(phrase.removesuffix("*"))
            first = _RUN.match(plain)
            if first is None:
                self._marks.append(plain)
            elif phrase.endswith("*") and first[0] == plain:
                assert len(plain) >= _HEAD, phrase
                begun[plain[:_HEAD]] = (*begun.get(plain[:_HEAD], ()), plain)
            else:
                whole.add(first[0])
        self._whole, self._begun = frozenset(whole), begun

    def may_be_in(self, text: str) -> bool:
        """Return whether a text may contain one of them: True if it does, and sometimes if it does not."""
        spelled = _spelled(text)
        return (
            not self._whole.isdisjoint(spelled.words)
            or (bool(self._begun) and self._begins(spelled))
            or (self._digits and spelled.has_digits)
            or bool(self._marks and self.has_mark(text))
        )

    def _begins(self, spelled: _Spelled) -> bool:
        """Return whether a word of a text begins with one of those with any ending."""
        if self._begun.keys().isdisjoint(spelled.heads):
            return False
        return any(word.startswith(self._begun.get(word[:_HEAD], ())) for word in spelled.words)

    def has_mark(self, text: str) -> bool:
        """Return whether a text has one of the marks."""
        return any(map(text.__contains__, self._marks))

    def places(self, text: str) -> list[int]:
        """Return the offsets of the words in a text with which one of them may begin."""
        whole, begun, digits = self._whole, self._begun, self._digits
        return [
            start
            for start, word in _spelled(text).runs
            if word in whole
            or ((head := word[:_HEAD]) in begun and word.startswith(begun[head]))
            or (digits and word[0].isdecimal())
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
        return self._matches(text) if self._words.may_be_in(text) else iter(())

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in a text."""
        return next(self._matches(text), None) if self._words.may_be_in(text) else None

    def _matches(self, text: str) -> Iterator[re.Match[str]]:
        if self._words.has_mark(text):
            yield from self.compiled.finditer(text)
            return
        done = 0
        for place in self._words.places(text):
            match = self.compiled.match(text, place) if place >= done else None
            if match is not None:
                done = match.end()
                yield match
