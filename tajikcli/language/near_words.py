"""Related words of English words, from WordNet: another word for the same thing, a wider or narrower one, one of the same root.

They are farther from a word than its synonyms in the vocabulary, and only help to rank. `make near-words` writes
`near_words.txt`. It has a line for each word, in order: the word and, after a tab each, a weight in tenths and the related words
of this weight, with a space between words and `_` within a term of several words.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tajikcli.language.known_words import bases

if TYPE_CHECKING:
    from typing import BinaryIO

_FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "near_words.txt")
_TENTHS = 10
_BUFFER = 2048  # more than a line has
_SHORTEST = 3  # the minimum number of letters of a word with a line


def near_words(word: str) -> dict[str, float]:
    """Return the related words of an English word in any of its forms, each with its weight from 0 to 1.

    Args:
        word: the folded word.

    Returns:
        The related words, with spaces in a term of several words; empty for a word that is not in the list.
    """
    if not (word.isascii() and word.isalpha()):
        return {}
    found: dict[str, float] = {}
    with open(_FILE, "rb", buffering=_BUFFER) as file:
        for base in bases(word):
            near = _line(file, base)
            for irregular in [other for other, fit in near.items() if fit == 1]:
                near |= _line(file, irregular)  # `sell` for `sold`
            if near and base != word:
                near[base] = 1.0
            for other, fit in near.items():
                found[other] = max(found.get(other, 0.0), fit)
    found.pop(word, None)
    return found


def _line(file: BinaryIO, word: str) -> dict[str, float]:
    """Return the related words on the line of a word, each with its weight; empty if it has none."""
    if len(word) < _SHORTEST:
        return {}
    sought = word.encode() + b"\t"
    low, high = 0, os.fstat(file.fileno()).st_size
    while low < high:
        middle = (low + high) // 2
        file.seek(middle)
        file.readline()  # the rest of a line
        if file.readline()[: len(sought)] < sought:
            low = middle + 1
        else:
            high = middle
    file.seek(low)
    file.readline()
    line = file.readline()
    if not line.startswith(sought):
        return {}
    return {
        other.replace("_", " "): int(weight) / _TENTHS
        for weight, *others in (part.split(" ") for part in line.decode("ascii").rstrip("\n").split("\t")[1:])
        for other in others
    }
