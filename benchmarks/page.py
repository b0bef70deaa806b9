"""The page docs/benchmarks.md. Each line is printed when it is measured; the file is written at the end.

The page has two parts: `make bench` writes the first, and `make bench-million` writes the second. Until the end, the lines are
kept in another file, so that an interrupted run keeps what it has measured and the page has only whole runs.
"""

from __future__ import annotations

import datetime as dt
import os
import platform
import sqlite3
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import installed

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
PARTIAL = Path(tempfile.gettempdir()) / "tajik-bench" / "not-whole.md"
MILLION = "\n## A million statements in 1,000 files, half Latin, half Cyrillic\n"
INTRODUCTION = """\
# How long things take

`make bench` and `make bench-million` write this page. They time whole processes in rounds, each round in a new random order. A
number such as `1.12 (1.10–1.14)` is the median of the ratios within the rounds, with the interval that contains the true median in
99 of 100 cases (with fewer than eight rounds, the lowest and the highest ratio). Each table has a budget of time, and its
slowest rows have only one round or two, which the table says. A target is “reached” or “missed” only if the
whole interval is on one side of it; otherwise, it is “open”. Growth is the time at five times the size, divided by five: 1 is
proportional, 0.2 is constant. Peak memory is the peak of the whole process.

“Processor time” is the same ratio calculated from processor time, which is less sensitive to machine load. tajik
exits without tearing down the interpreter; if the yardstick does tear it down, two ratios are given: one to the yardstick as it is,
and one to the yardstick without its teardown.
"""
_lines: list[str] = []
_NOT_WHOLE = "These tables are of a run that has not ended.\n\n"


def line(text: str) -> None:
    """Print a line, and keep it for the page and in `PARTIAL`."""
    with PARTIAL.open("a" if _lines else "w", encoding="utf-8") as kept:
        kept.write(f"{text}\n" if _lines else f"{_NOT_WHOLE}{text}\n")
    _lines.append(f"{text}\n")
    print(text, flush=True)


def heading(title: str, columns: Sequence[str]) -> None:
    """Print the heading of a section and of its table."""
    line(f"\n## {title}\n")
    if columns:
        line(f"| {' | '.join(columns)} |")
        line(f"|---|{'---:|' * (len(columns) - 1)}")


def row(*cells: object) -> None:
    """Print a row of a table."""
    line(f"| {' | '.join(map(str, cells))} |")


def about() -> str:
    """Return a description of the machine, with the date."""
    with open("/proc/cpuinfo", encoding="utf-8") as told:
        models = [words.partition(":")[2].strip() for words in told if words.startswith("model name")]
    return (
        f"{dt.datetime.now(tz=dt.UTC):%Y-%m-%d}: tajik {installed.revision()}, on {len(models)} ×"
        f" {models[0] if models else platform.machine()}, {platform.system()} {platform.release()},"
        f" Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}."
        f" Load at the start: {os.getloadavg()[0]:.1f}."
    )


def write(*, million: bool) -> None:
    """Write the lines so far as one of the page's two parts, and leave the other as it is.

    Args:
        million: whether it is the part about a million statements.
    """
    try:
        content = PAGE.read_text(encoding="utf-8")
    except FileNotFoundError:
        content = INTRODUCTION
    first, found, second = content.partition(MILLION)
    lines = "".join(_lines)
    PAGE.write_text(first + lines if million else lines + found + second, encoding="utf-8")
    PARTIAL.unlink(missing_ok=True)
