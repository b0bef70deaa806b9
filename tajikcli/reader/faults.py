"""A fault found in a knowledge file, before its line and column are known."""

from __future__ import annotations

from typing import NamedTuple

Path = tuple[str | int, ...]


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
    severity: str = "error"


class MarkedFault(NamedTuple):
    """A fault whose place is known at once: line and column, both counted from 1."""

    line: int
    column: int
    message: str
