"""Rule out quickly that a text contains any of many words, before a long regular expression is compiled and run."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache, reduce
from itertools import repeat
from operator import or_
from typing import TYPE_CHECKING

from tajikcli.language.folding import fold_letters
from tajikcli.language.forms import OnFirstUse
from tajikcli.remembered import MOST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_WORD, _RUN = re.compile(r"\S+"), re.compile(r"\w+")
_HEAD = 3  # the number of letters by which beginnings of words are looked up
_MARKS = ".,;:!?\u2026()\"'\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb"  # the marks that stand directly beside words
_NEW = -1  # instead of the bits of a word that has not been looked up
_DIGITS = 1  # the bit of words in digits
_LONG = 10_000  # characters; the words of a longer text take megabytes


class _Lists:
    """For each word between white space, the lists that have it or a part of it: a bit for each list.

    A text is read once for all lists, and a word once for all texts.
    """

    def __init__(self) -> None:
        self._known: dict[str, int] = {}
        self._runs: dict[str, list[tuple[int, int]]] = {}
        self._whole: dict[str, int] = {}
        self._begun: dict[str, tuple[tuple[str, int], ...]] = {}  # by their first letters
        self._asked: list[tuple[Callable[[str], bool], Callable[[], frozenset[str]], int]] = []
        self._heads: frozenset[str] = frozenset()
        self._next = _DIGITS

    def add(self, whole: Iterable[str], begun: Iterable[str]) -> int:
        """Return the bit of a new list, given its words and the beginnings of others."""
        bit = self._new()
        for word in whole:
            self._whole[word] = self._whole.get(word, 0) | bit
        for word in begun:
            self._begun[word[:_HEAD]] = (*self._begun.get(word[:_HEAD], ()), (word, bit))
        return bit

    def add_asked(self, ask: Callable[[str], bool], heads: Callable[[], frozenset[str]]) -> int:
        """Return the bit of a new list, given the functions of `Asked`."""
        bit = self._new()
        self._asked.append((ask, heads, bit))
        return bit

    def _new(self) -> int:
        self._known.clear()
        self._runs.clear()
        self._heads = frozenset()
        for read in (_in_sentence, _in_long):
            read.cache_clear()
        self._next <<= 1
        return self._next

    def of_words(self, words: list[str]) -> set[int]:
        """Return the lists that have each of some words as written."""
        known = self._known
        found = set(map(known.get, words, repeat(_NEW)))
        if _NEW in found:
            if len(known) > MOST:
                known.clear()
                self._runs.clear()
            self._learn({word for word in words if word not in known})
            found = set(map(known.__getitem__, words))
        return found

    def _learn(self, words: set[str]) -> None:
        """Look up words for the first time; most words are on no list, and their first letters tell."""
        if not self._heads:
            own = (word[:_HEAD] for word in (*self._whole, *self._begun))
            self._heads = frozenset(own).union(*(heads() for _, heads, _ in self._asked))
        known, heads = self._known, self._heads
        for word in words:
            bare = word.strip(_MARKS).casefold()
            head = bare[:_HEAD]
            if head in heads or not bare.isalpha() or (not head.isascii() and fold_letters(head) in heads):
                known[word] = self._of_word(word)
            else:
                known[word] = 0

    def _of_word(self, word: str) -> int:
        """Return the lists that have a word as written."""
        bits = 0
        for run in _RUN.findall(_without_case(word)):
            bits |= self._of(run)
        for ask, _, bit in self._asked:
            if ask(word):
                bits |= bit
        return bits

    def runs(self, word: str) -> Sequence[tuple[int, int]]:
        """Return the offsets of the parts of a word as written that are on a list, each with the lists that have it."""
        if self._known.get(word) == 0:
            return ()
        found = self._runs.get(word)
        if found is None:
            parts = ((run.start(), self._of(_without_case(run[0]))) for run in _RUN.finditer(word))
            found = self._runs[word] = [(start, bits) for start, bits in parts if bits]
        return found

    def _of(self, run: str) -> int:
        """Return the lists that have a run of letters and digits without case."""
        bits = self._whole.get(run, 0)
        for begin, bit in self._begun.get(run[:_HEAD], ()):
            if run.startswith(begin):
                bits |= bit
        if not run.isalpha() and any(map(str.isdecimal, run)):
            bits |= _DIGITS
        return bits


class _Spelled:
    """The words of a text that are on a list.

    Args:
        text: the text.

    Attributes:
        bits: the lists that have one of its words.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self.bits = reduce(or_, _LISTS.of_words(text.split()), 0)

    @cached_property
    def listed(self) -> list[tuple[int, int]]:
        """The offsets of these words, each with the lists that have it."""
        return [
            (word.start() + start, bits)
            for word in _WORD.finditer(self._text)
            for start, bits in _LISTS.runs(word[0])
        ]


_LISTS = _Lists()


def _spelled(text: str) -> _Spelled:
    return _in_sentence(text) if len(text) <= _LONG else _in_long(text)


_in_sentence = lru_cache(maxsize=64)(_Spelled)  # many lists of words are looked up in the same sentence
_in_long = lru_cache(maxsize=1)(_Spelled)


def _without_case(text: str) -> str:
    # A regular expression also matches the dotted capital with i.
    return text.replace("\u0130", "i").casefold()


def has_digits(text: str) -> bool:
    """Return whether a text has a digit."""
    return bool(_spelled(text).bits & _DIGITS)


class Asked:
    """A list whose words a function recognises; it is called once for each word of all texts.

    Args:
        ask: whether a word, as written, with the marks beside it, is one of them.
        heads: returns the first letters, folded, of all of them that consist of letters.
    """

    def __init__(self, ask: Callable[[str], bool], heads: Callable[[], frozenset[str]]) -> None:
        self._bit = _LISTS.add_asked(ask, heads)

    def may_be_in(self, text: str) -> bool:
        """Return whether a text has one of them."""
        return bool(_spelled(text).bits & self._bit)


class Words:
    """Words, phrases and marks that a text may contain.

    Args:
        words: words separated by white space, or words, phrases and marks; a `*` at the end stands for any ending.
        digits: whether a word in digits counts, too.
    """

    def __init__(self, words: str | Iterable[str], *, digits: bool = False) -> None:
        whole: set[str] = set()
        begun: set[str] = set()
        self._marks: list[str] = []
        for phrase in words.split() if isinstance(words, str) else words:
            plain = _without_case(phrase.removesuffix("*"))
            first = _RUN.match(plain)
            if first is None:
                self._marks.append(plain)
            elif phrase.endswith("*") and first[0] == plain:
                assert len(plain) >= _HEAD, phrase
                begun.add(plain)
            else:
                whole.add(first[0])
        self._bits = _LISTS.add(whole, begun) | (_DIGITS if digits else 0)

    def may_be_in(self, text: str) -> bool:
        """Return whether a text may contain one of them: True if it does, and sometimes if it does not."""
        return bool(_spelled(text).bits & self._bits) or (bool(self._marks) and self.has_mark(text))

    def has_mark(self, text: str) -> bool:
        """Return whether a text has one of the marks."""
        return any(map(text.__contains__, self._marks))

    def places(self, text: str) -> list[int]:
        """Return the offsets of the words in a text with which one of them may begin."""
        bits = self._bits
        return [start for start, listed in _spelled(text).listed if listed & bits]


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
