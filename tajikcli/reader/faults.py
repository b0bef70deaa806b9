"""Faults of a knowledge file, before their line and column are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tajikcli.text import nearest

if TYPE_CHECKING:
    from collections.abc import Collection
    from typing import Literal

Path = tuple[str | int, ...]

# Texts that mean “no value” in other YAML files. Here they are ordinary texts, but rarely intended.
NOTHING = frozenset({"null", "Null", "NULL", "~"})


class Fault(NamedTuple):
    """A fault at a place in the tree of values.

    Attributes:
        path: keys and list indexes from the root to the value.
        message: the problem, the expected value, and the nearest right value.
        at_key: whether the fault is in the key, not in its value.
        severity: `error` or `warning`.
    """

    path: Path
    message: str
    at_key: bool = False
    severity: Literal["error", "warning"] = "error"


class MarkedFault(NamedTuple):
    """A fault whose position is known: line and column, both counted from 1."""

    line: int
    column: int
    message: str


class Guesses:
    """Suggestions for misspelt words, up to a limit for each file.

    One comparison is cheap, but a file with 20,000 dangling links, each compared with 20,000 ids, would take an hour. Faults are
    reported in any case.
    """

    def __init__(self) -> None:
        self._left = 100_000  # the number of comparisons; each takes about ten microseconds

    def nearest(self, word: str, choices: Collection[str], limit: int = 3) -> list[str]:
        """Return the result of `tajikcli.text.nearest`, or nothing after the limit.

        Args:
            word: the word as written.
            choices: the right words.
            limit: the maximum number to return.

        Returns:
            Likely words, the most likely first.
        """
        if self._left <= 0:
            return []
        self._left -= len(choices) + 1
        return nearest(word, choices, limit)
