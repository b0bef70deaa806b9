"""Compare two commands: whole processes, in rounds, each round in a new random order.

The speed of a machine drifts with its temperature and with other processes, and a drift affects all commands
of a round. So the times of one round are divided by each other, and the report has the median of these ratios
with its confidence interval: the range of the ordered ratios that contains the true median in 99 of 100
cases, whatever their distribution (by inversion of the sign test). If the range contains 1, no difference has
been measured.
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
import tempfile
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

LIMIT = 600  # seconds for one run; much more than any takes on a machine that does nothing else
_DOUBT = 0.01  # the probability that the interval misses the true median
FEWEST = 8  # rounds that such an interval needs; with fewer, the whole range is given


def _nothing() -> None:
    pass


class Command(NamedTuple):
    """A command to run.

    Attributes:
        words: the program and its arguments.
        environment: variables to add to those of this process, without Python's own.
        code: the expected exit code.
        prepare: called before each run, outside the measured time.
        silent: whether it prints nothing.
        tells: whether the last line that it prints is `END`'s, so that the teardown of its interpreter can be left out.
    """

    words: Sequence[str]
    environment: Mapping[str, str] = {}
    code: int = 0
    prepare: Callable[[], None] = _nothing
    silent: bool = False
    tells: bool = False


# The end of a Python program whose `Command` tells when its work is done, on the clocks of `run`.
END = "\nimport time; print(time.perf_counter(), time.process_time(), flush=True)"


class Run(NamedTuple):
    """One run.

    Attributes:
        seconds: elapsed seconds.
        cpu: processor seconds, with those of children.
        memory: peak memory in MiB.
        work: elapsed seconds until the end of the work, without the teardown of the interpreter; of a command that does not
            tell, all of them.
        work_cpu: the same in processor seconds.
    """

    seconds: float
    cpu: float
    memory: float
    work: float
    work_cpu: float


class Ratio(NamedTuple):
    """The ratio of the times of two commands.

    Attributes:
        median: the median of the ratios of the rounds.
        low: the lower end of its interval.
        high: the upper end.
        rounds: the number of rounds.
    """

    median: float
    low: float
    high: float
    rounds: int

    def __truediv__(self, number: float) -> Ratio:
        """Return the ratio divided by a number."""
        return Ratio(self.median / number, self.low / number, self.high / number, self.rounds)

    def __str__(self) -> str:
        if self.rounds == 1:
            return f"{self.median:.2f}, one round"
        few = ", two rounds" if self.rounds == 2 else ""
        return f"{self.median:.2f} ({self.low:.2f}–{self.high:.2f}){few}"

    def verdict(self) -> str:
        """Return `faster`, `slower`, or `none` if the interval contains 1."""
        if not self._is_sure():
            return "none"
        return "slower" if self.low > 1 else "faster" if self.high < 1 else "none"

    def _is_sure(self) -> bool:
        """Return whether there are enough rounds for a verdict."""
        return self.rounds >= 3

    def against(self, target: float) -> str:
        """Return whether the ratio is at most `target`: `reached`, `missed`, or `open` if the interval contains the target."""
        outcome = "missed" if self.low > target else "reached" if self.high <= target else "open"
        outcome = outcome if self._is_sure() else "open"
        return f"≤ {target:.2f}: {outcome}"


class Failure(Exception):  # noqa: N818 - the command failed, not the benchmark
    """A command ended with an unexpected result."""


class TooLongError(Failure):
    """A command took longer than `LIMIT`."""


def run(command: Command, out: str = os.devnull, limit: float = LIMIT) -> Run:
    """Run a command once.

    Args:
        command: the command.
        out: the file for its stdout.
        limit: seconds after which it is stopped.

    Raises:
        Failure: it ended with an unexpected exit code.
        TooLongError: it was stopped.
    """
    command.prepare()
    if command.tells and out == os.devnull:
        with tempfile.TemporaryDirectory() as folder:
            return _run(command, os.path.join(folder, "out"), limit)
    return _run(command, out, limit)


def _run(command: Command, out: str, limit: float) -> Run:
    with open(out, "wb") as sink, open(f"{out}.err" if out != os.devnull else out, "wb") as errors:
        started = time.perf_counter()
        process = subprocess.Popen(
            command.words,
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=errors,
            env={**_usual(), **command.environment},
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
    cpu = usage.ru_utime + usage.ru_stime
    work, work_cpu = seconds, cpu
    if command.tells:
        with open(out, encoding="ascii") as told:
            end, work_cpu = map(float, told.read().splitlines()[-1].split())
        work = end - started
    return Run(seconds, cpu, usage.ru_maxrss / 1024, work, work_cpu)


def _usual() -> dict[str, str]:
    """Return the environment of this process without the variables that change how Python runs, such as PYTHONUNBUFFERED."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def _stop(*_: object) -> None:
    raise TimeoutError


def compare(
    commands: Mapping[str, Command],
    *,
    budget: float = 10,
    least: int = 3,
    most: int = 40,
    stretch: float = 2,
    warm: bool = True,
) -> dict[str, list[Run]]:
    """Run commands in rounds, each round in a new random order, and return the runs of each command.

    Args:
        commands: the commands, by name.
        budget: seconds for all runs.
        least: minimum number of rounds, unless they would take too long.
        most: maximum number of rounds.
        stretch: the multiple of `budget` that `least` rounds may take. Commands that need more time run once or twice, and
            their `Ratio` says so.
        warm: whether the first round, which warms up, is left out if there is time for more than `least` others.
    """
    runs: dict[str, list[Run]] = {name: [] for name in commands}

    def add_round() -> float:
        order = random.sample(list(commands), len(commands))
        found = {name: run(commands[name]) for name in order}
        for name, one in found.items():
            runs[name].append(one)
        return sum(one.seconds for one in found.values())

    spent = add_round()
    affordable = int(stretch * budget / spent)
    fewest = least if affordable >= least else min(max(affordable, 1), 2)
    rounds = min(most, max(int(budget / spent), fewest))
    if warm and least < rounds:
        for timed in runs.values():
            timed.clear()
        rounds += 1
    for _ in range(rounds - 1):
        add_round()
    return runs


def ratio(
    runs: Sequence[Run], others: Sequence[Run], what: str = "seconds", against: str | None = None
) -> Ratio:
    """Return the time of one command as a multiple of another's in the same rounds.

    Args:
        runs: the runs of the command.
        others: the runs of the other, which counts as 1.
        what: the field of `Run` to compare.
        against: the field of the other's runs; None for the same.
    """
    return middle(
        [
            getattr(one, what) / getattr(other, against or what)
            for one, other in zip(runs, others, strict=True)
        ]
    )


def middle(ratios: Sequence[float]) -> Ratio:
    """Return the median of ratios, with its interval."""
    ordered = sorted(ratios)
    outside = _outside(len(ordered))
    return Ratio(statistics.median(ordered), ordered[outside], ordered[-1 - outside], len(ordered))


def _outside(rounds: int) -> int:
    """Return the number of ordered values below the interval, which is also the number above it."""
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

    Linux counts the memory of the parent at the start of a process as the process's own peak, so less cannot be measured.
    """
    peak = max(one.memory for one in runs)
    floor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{peak:.0f}" if peak > floor else f"< {floor:.0f}"


def apart(function: Callable[..., object], *arguments: object) -> None:
    """Call a function in a separate process, so that this one stays small (see `memory`)."""
    process = multiprocessing.get_context("fork").Process(target=function, args=arguments)
    process.start()
    process.join()
    if process.exitcode:
        raise Failure(f"{function.__name__} failed")
