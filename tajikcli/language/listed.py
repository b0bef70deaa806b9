"""Look up words in the lists of the languages, in which a word with `*` at its end stands for all words that begin with it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from tajikcli.language.all_languages import together

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Meaning = TypeVar("Meaning")

_LONGEST_WORD = 100  # a longer run of letters is no word


def meaning_of(word: str, meanings: Mapping[str, Meaning]) -> Meaning | None:
    """Return the meaning of a word, by the whole word or by its beginning.

    Args:
        word: a word in lower case.
        meanings: the meanings by word; a `*` at the end of a word stands for any ending.
    """
    if len(word) > _LONGEST_WORD:
        return None
    begins = (f"{word[:end]}*" for end in range(len(word), 0, -1))
    return next((meanings[form] for form in (word, *begins) if form in meanings), None)


def is_located(folded_words: Sequence[str], place: int) -> bool:
    """Return whether a word comes right after a preposition that makes it the place where something is or goes.

    Args:
        folded_words: all words of a text in order, folded.
        place: the position of the word.
    """
    before = place - 1
    if before > 0 and folded_words[before] in _articles():
        before -= 1
    return before >= 0 and folded_words[before] in _placed_in()


@lru_cache(maxsize=1)
def _placed_in() -> frozenset[str]:
    return frozenset(together().placed_in.split())


@lru_cache(maxsize=1)
def _articles() -> frozenset[str]:
    return frozenset(together().articles.split())
