"""Ranks in words, in the language of pages."""

from __future__ import annotations

from tajikcli.language.english import ENGLISH

_WORDS = {rank: word for word, rank in ENGLISH.ordinals.items()}
_TEENS = range(11, 14)  # eleventh, twelfth and thirteenth do not end like first, second and third


def ordinal(number: str) -> str:
    """Return a rank in words: `second` for 2, `21st` for 21; a number that is not whole stays unchanged.

    Args:
        number: the rank as written.
    """
    if not (number.isascii() and number.isdigit()):
        return number
    if len(number) < 3 and int(number) in _WORDS:
        return _WORDS[int(number)]
    first, second, third, other = ENGLISH.ordinal_endings.split()
    ending = {1: first, 2: second, 3: third}.get(int(number[-1]), other)
    return number + (other if int(number[-2:]) in _TEENS else ending)
