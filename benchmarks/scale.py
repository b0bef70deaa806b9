"""Measure how many texts of 1 KB are checked per second, in one process and by two Dask workers on this machine.

Run it with `python benchmarks/scale.py`; it needs the `scale` extra. Each round measures both, and the best
of several rounds counts. The start of Dask is not measured, because an archive takes hours.
"""

from __future__ import annotations

import random
import sys
import time
from typing import TYPE_CHECKING, Any, NamedTuple

from tajikcli import open_record

if TYPE_CHECKING:
    from collections.abc import Iterable

WORKERS, ROUNDS, PARTITIONS = 2, 3, 4
WORDS = [
    "the",
    "talks",
    "took",
    "place",
    "on",
    "Monday",
    "and",
    "both",
    "sides",
    "discussed",
    "trade",
    "energy",
    "migration",
    "security",
    "while",
    "experts",
    "said",
    "growth",
    "of",
    "exports",
    "may",
    "continue",
    "in",
    "the",
    "coming",
    "year",
    "according",
    "to",
    "officials",
    "in",
    "Dushanbe",
    "Moscow",
    "border",
    "region",
    "water",
    "power",
    "schools",
]
QUOTED = (
    "“Tajikistan is a reliable ally,” Putin said.",
    "“Tajikistan is our closest ally,” Putin said.",
    "“Tajikistan is a reliable ally,” Rahmon said.",
    "“We {} with {} and {} every year,” an expert said.",
    "Trade grew by 10.1 percent in 2024.",
)


class Rate(NamedTuple):
    """The number of texts that were checked, and the time."""

    texts: int
    seconds: float
    processor: float

    def by(self, clock: str) -> float:
        """Return the texts per second, by the clock or by processor time."""
        return self.texts / (self.processor if clock == "by processor time" else self.seconds)


def articles(count: int) -> list[str]:
    """Return texts of 1 KB, each with a quotation or a figure."""
    dice = random.Random(19)
    return [_article(dice) for _ in range(count)]


def _article(dice: random.Random) -> str:
    sentences: list[str] = []
    while sum(map(len, sentences)) < 880:
        sentences.append(f"{' '.join(dice.choices(WORDS, k=dice.randint(8, 20))).capitalize()}.")
    quoted = dice.choice(QUOTED).format(*dice.choices(WORDS, k=3))
    sentences.insert(dice.randint(0, len(sentences)), quoted)
    return "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4))


def checked(texts: Iterable[str]) -> list[int]:
    """Check texts, and return the number of findings on each."""
    with open_record() as record:
        return [len(findings) for findings in record.check_many(texts)]


def main(count: int) -> None:
    """Print both rates, and the rate of a worker as a share of that of one process, by the clock and by processor time.

    On a busy machine, only processor time is meaningful.
    """
    import dask.bag
    from dask.distributed import Client

    texts = articles(count)
    alone: list[Rate] = []
    together: list[Rate] = []
    open_client: Any = Client
    from_sequence: Any = dask.bag.from_sequence
    with open_client(n_workers=WORKERS, threads_per_worker=1, dashboard_address=":0") as client:
        bag = from_sequence(texts, npartitions=PARTITIONS)
        expected = checked(texts)
        # the workers have imported everything they need
        assert bag.map_partitions(checked).compute() == expected
        for _ in range(ROUNDS):
            start, spent = time.perf_counter(), time.process_time()
            checked(texts)
            alone.append(Rate(count, time.perf_counter() - start, time.process_time() - spent))
            start, spent = time.perf_counter(), sum(client.run(time.process_time).values())
            bag.map_partitions(checked).compute()
            seconds, spent = time.perf_counter() - start, sum(client.run(time.process_time).values()) - spent
            together.append(Rate(count, seconds * WORKERS, spent))
    size = sum(len(text.encode()) for text in texts) / count
    print(f"{count} texts of {size:.0f} bytes in {PARTITIONS} partitions, best of {ROUNDS} rounds")
    for clock in ("by the clock", "by processor time"):
        one, worker = (max(rate.by(clock) for rate in rates) for rates in (alone, together))
        print(f"{clock}: one process {one:,.0f} per second, a Dask worker {worker:,.0f} ({worker / one:.0%})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 12_000)
