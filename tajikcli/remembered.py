"""Answers about words that are remembered, because texts repeat their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_Answer = TypeVar("_Answer")
MOST = 100_000  # the number of words to remember


class Remembered(dict[str, _Answer]):
    """For words, the answers of a function, which is asked about each word once; a lookup is faster than a call.

    Args:
        ask: the function.
    """

    def __init__(self, ask: Callable[[str], _Answer]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, word: str) -> _Answer:
        if len(self) > MOST:
            self.clear()
        self[word] = answer = self._ask(word)
        return answer
