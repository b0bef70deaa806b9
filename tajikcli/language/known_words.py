"""Which words are words, not typing errors: a list of English, read when a word is nowhere on record or in the vocabulary."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "known_words.txt")
_SHORTEST = 3  # letters that a word is looked up by, at least


def is_known_word(word: str, stem: Callable[[str], str]) -> bool:
    """Tell whether a word is one of English, in any form that the stemmer brings to one of the list.

    Args:
        word: the word, folded.
        stem: the stemmer.
    """
    listed, wanted = _listed(), stem(word)
    beginning = "\n" + wanted[: max(_SHORTEST, len(wanted) - 1)]
    place = listed.find(beginning)
    while place >= 0:
        end = listed.index("\n", place + 1)
        if stem(listed[place + 1 : end]) == wanted:
            return True
        place = listed.find(beginning, end)
    return False


@lru_cache(maxsize=1)
def _listed() -> str:
    with open(_FILE, encoding="ascii") as file:
        return "\n" + "".join(line for line in file if line[0] != "#")
