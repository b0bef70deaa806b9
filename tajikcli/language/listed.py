"""Look up words in lists in which a word with `*` at its end stands for all words that begin with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

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
