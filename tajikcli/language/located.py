"""Find words for the place where something is or goes, by the prepositions before them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together

if TYPE_CHECKING:
    from collections.abc import Sequence


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
