"""Look up positions between marks, such as commas, in sorted lists of their offsets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def around(marks: Sequence[int], first: int, last: int, size: int) -> tuple[int, int]:
    """Return the start and end of the part of a sentence that contains two positions, between the given marks."""
    before, behind = bisect_right(marks, first - 2), bisect_left(marks, last)
    return (marks[before - 1] if before else 0), (marks[behind] if behind < len(marks) else size)


def any_between(places: Sequence[int], start: int, end: int) -> bool:
    """Return whether any position lies between two offsets."""
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end
