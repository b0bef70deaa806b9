"""A fault found in a knowledge file, before its line and column are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tajikcli.text import nearest

if TYPE_CHECKING:
    from collections.abc import Collection
    from typing import Literal

Path = tuple[str | int, ...]

# What YAML elsewhere takes for nothing; here it is text as any, and seldom meant.
NOTHING = frozenset({"null", "Null", "NULL", "~"})


class Fault(NamedTuple):
    """Something wrong at a place in the tree of values.

    Attributes:
        path: keys and list indexes from the root to the value.
        message: what is wrong, what was expected, the nearest right thing.
        at_key: whether the key itself is meant, not its value.
        severity: `error` or `warning`.
    """

    path: Path
    message: str
    at_key: bool = False
    severity: Literal["error", "warning"] = "error"


class MarkedFault(NamedTuple):
    """A fault whose place is known at once: line and column, both counted from 1."""

    line: int
    column: int
    message: str


class Guesses:
    """Suggestions for the misspelt, until a file has had its share.

    One comparison is cheap; a file of twenty thousand dangling links, each compared with twenty thousand
    ids, would take an hour. What is wrong is told in any case.
    """

    def __init__(self) -> None:
        self._left = 100_000  # comparisons, of some ten microseconds each

    def nearest(self, word: str, choices: Collection[str], limit: int = 3) -> list[str]:
        """Return what `tajikcli.text.nearest` does, or nothing once the share is used up.

        Args:
            word: what was written.
            choices: what would have been right.
            limit: how many to return at most.

        Returns:
            The likely ones, the likeliest first.
        """
        if self._left <= 0:
            return []
        self._left -= len(choices) + 1
        return nearest(word, choices, limit)
