"""How two commands are compared: whole processes, in rounds, each round in a new random order.

A machine's speed drifts, with its heat and with what else runs on it, and one drift hits the commands of one round alike.
So the times of one round are divided by each other, and what is reported is the median of those ratios with its confidence
interval: the range of the ordered ratios that holds the true median in 99 of 100 cases, whatever their distribution
(the sign test turned around). Where that range holds 1, no difference has been measured.
"""

from __future__ import annotations

import math
import multiprocessing
import os
import random
import resource
import signal
import statistics
import subprocess
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

LIMIT = 120  # seconds that one run may take
_DOUBT = 0.01  # how often the interval may miss the true median
FEWEST = 8  # rounds from which such an interval exists; of fewer, the whole range is given


def _nothing() -> None:
    pass


class Command(NamedTuple):
    """What is run.

    Attributes:
        words: the program and its arguments.
        environment: variables, besides those of this process that are not Python's.
        code: the exit code that it has to end with.
        prepare: called before each run, outside the time.
        silent: whether it prints nothing.
    """

    words: Sequence[str]
    environment: Mapping[str, str] = {}
    code: int = 0
    prepare: Callable[[], None] = _nothing
    silent: bool = False


class Run(NamedTuple):
    """One run: its seconds on the clock, its seconds of processor, children included, and its peak memory in MiB."""

    seconds: float
    cpu: float
    memory: float


class Ratio(NamedTuple):
    """How many times what one command takes another takes.

    Attributes:
        median: of the ratios of the rounds.
        low: lower end of the interval of that median.
        high: upper end.
        rounds: how many there were.
    """

    median: float
    low: float
    high: float
    rounds: int

    def __truediv__(self, number: float) -> Ratio:
        """Return the ratio divided by a number."""
        return Ratio(self.median / number, self.low / number, self.high / number, self.rounds)

    def __str__(self) -> str:
        return f"{self.median:.2f} ({self.low:.2f}–{self.high:.2f})"

    def verdict(self) -> str:
        """Say whether there is a difference: `faster`, `slower`, or `none` where the interval holds 1."""
        return "slower" if self.low > 1 else "faster" if self.high < 1 else "none"

    def against(self, target: float) -> str:
        """Say whether it is at most `target`: `reached`, `missed`, or `open` where the interval holds the target."""
        outcome = "missed" if self.low > target else "reached" if self.high <= target else "open"
        return f"≤ {target:.2f}: {outcome}"


class Failure(Exception):  # noqa: N818 - it is the command's, and no error of the benchmark's
    """A command ended otherwise than it should."""


class TooLongError(Failure):
    """A command took longer than `LIMIT`."""


def run(command: Command, out: str = os.devnull, limit: float = LIMIT) -> Run:
    """Run a command once.

    Args:
        command: what to run.
        out: the file that its stdout goes to.
        limit: seconds after which it is stopped.

    Raises:
        Failure: it ended with another exit code than its own.
        TooLongError: it was stopped.
    """
    command.prepare()
    with open(out, "wb") as sink, open(f"{out}.err" if out != os.devnull else out, "wb") as errors:
        started = time.perf_counter()
        process = subprocess.Popen(
            command.words, stdout=sink, stderr=errors, env={**_usual(), **command.environment}
        )
        signal.signal(signal.SIGALRM, _stop)
        signal.setitimer(signal.ITIMER_REAL, limit)
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except TimeoutError:
            process.kill()
            os.wait4(process.pid, 0)
            process.returncode = -signal.SIGKILL
            raise TooLongError(f"longer than {limit:.0f} s: {' '.join(command.words)}") from None
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != command.code:
        raise Failure(f"exit code {process.returncode}, not {command.code}: {' '.join(command.words)[:200]}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _usual() -> dict[str, str]:
    """Return this process's environment without what changes how Python runs, such as PYTHONUNBUFFERED."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def _stop(*_: object) -> None:
    raise TimeoutError


def compare(
    commands: Mapping[str, Command],
    *,
    budget: float = 10,
    least: int = 3,
    most: int = 40,
    warm: bool = True,
) -> dict[str, list[Run]]:
    """Run commands in rounds, each round in a new random order, and return the runs of each, round by round.

    Args:
        commands: what to run, by name.
        budget: seconds that all of it should take.
        least: rounds at least, however long they take.
        most: rounds at most.
        warm: whether a first round warms up and is not counted; without, `least` rounds are run.
    """
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    rounds = least
    if warm:
        spent = sum(run(command).seconds for command in commands.values())
        rounds = max(least, min(most, int(budget / spent)))
    order = list(commands)
    for _ in range(rounds):
        random.shuffle(order)
        for name in order:
            runs[name].append(run(commands[name]))
    return runs


def ratio(runs: Sequence[Run], others: Sequence[Run], what: str = "seconds") -> Ratio:
    """Return what the runs of one command take, as a multiple of those of another in the same rounds.

    Args:
        runs: of the one.
        others: of the other, which counts as 1.
        what: the field of `Run` to compare.
    """
    return middle(
        [getattr(one, what) / getattr(other, what) for one, other in zip(runs, others, strict=True)]
    )


def middle(ratios: Sequence[float]) -> Ratio:
    """Return the median of ratios, with its interval."""
    ordered = sorted(ratios)
    outside = _outside(len(ordered))
    return Ratio(statistics.median(ordered), ordered[outside], ordered[-1 - outside], len(ordered))


def _outside(rounds: int) -> int:
    """Return how many ordered values lie below the interval, and as many above."""
    missed, outside = 0, -1
    while missed + math.comb(rounds, outside + 1) <= _DOUBT / 2 * 2**rounds:
        outside += 1
        missed += math.comb(rounds, outside)
    return max(outside, 0)


def seconds(runs: Sequence[Run]) -> float:
    """Return the median time of runs, in seconds."""
    return statistics.median(one.seconds for one in runs)


def memory(runs: Sequence[Run]) -> str:
    """Return the peak memory of runs in MiB.

    Linux counts what its parent has when a process starts as the process's own peak, so less than that can't be seen.
    """
    peak = max(one.memory for one in runs)
    floor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{peak:.0f}" if peak > floor else f"< {floor:.0f}"


def apart(function: Callable[..., object], *arguments: object) -> None:
    """Call a function in a process of its own, so that this one stays small (see `memory`)."""
    process = multiprocessing.get_context("fork").Process(target=function, args=arguments)
    process.start()
    process.join()
    if process.exitcode:
        raise Failure(f"{function.__name__} failed")
