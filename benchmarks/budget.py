"""Divide the time of `make bench` among its tables and their rows, so that it ends in time on a slow machine, too.

A row gets an equal part of the time that its table has left. A fast row takes all the rounds that it may have in less, and
leaves the rest to the rows after it.
"""

from __future__ import annotations

import sys
from time import perf_counter

WHOLE = 690.0  # seconds for all tables, without the archives and the environment: `make bench` ends within 15 minutes
_STARTED = perf_counter()


class Budget:
    """The time that something with several parts may take.

    Args:
        seconds: the time for all parts.
        weights: the weight of each part, by its name; parts are taken in this order.
    """

    def __init__(self, seconds: float, weights: dict[str, float]) -> None:
        self._end = perf_counter() + seconds
        self._weights = dict(weights)

    def share(self, part: str) -> float:
        """Return the seconds for a part, from the time that is left, and say on stderr that the part begins."""
        tell(part)
        left = max(self._end - perf_counter(), 0.0)
        whole = sum(self._weights.values())
        return left * self._weights.pop(part) / whole


def tell(doing: str) -> None:
    """Print on stderr what is measured now, and the time since the start; on a terminal, over the line before."""
    passed = int(perf_counter() - _STARTED)
    on_terminal = sys.stderr.isatty()
    start, end = ("\r\x1b[K", "") if on_terminal else ("", "\n")
    print(f"{start}{passed // 60:2}:{passed % 60:02} {doing}", end=end, file=sys.stderr, flush=True)
