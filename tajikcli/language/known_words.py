"""Words that are not typing errors: a list of English words, read if a word is neither on record nor in the vocabulary."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "known_words.txt")
# Endings of forms, each with the possible endings of the base word.
_ENDINGS = (
    *(("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""), ("ing", "e")),
    *(
        ("er", ""),
        ("er", "e"),
        ("ers", ""),
        ("ers", "e"),
        ("ier", "y"),
        ("est", ""),
        ("est", "e"),
        ("iest", "y"),
    ),
    *(("ly", ""), ("ily", "y"), ("ness", ""), ("iness", "y")),
)
_SHORTEST = 3  # the minimum number of letters of a form without its ending


def is_known_word(word: str) -> bool:
    """Return whether a word is English, or a regular form of an English word.

    Args:
        word: the folded word.
    """
    listed = _listed()
    return any(f"\n{one}\n" in listed for one in bases(word))


def known_words(letter: str) -> list[str]:
    """Return the words of the list that begin with a letter."""
    return [word for word in _listed().split() if word[0] == letter]


def bases(word: str) -> Iterator[str]:
    """Yield a word and the words of which it may be a form, whether they exist or not: `planned` gives `plann` and `plan`."""
    yield word
    for ending, other in _ENDINGS:
        base = word.removesuffix(ending)
        if base != word and len(base) >= _SHORTEST:
            yield base + other
            if not other and base[-1] == base[-2]:
                yield base[:-1]


@lru_cache(maxsize=1)
def _listed() -> str:
    with open(_FILE, encoding="ascii") as file:
        text = file.read()
    return text[text.index("\n", text.rindex("\n#") + 1) :]  # after the licence
