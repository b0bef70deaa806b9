"""Time commands on inputs of two sizes, one ten times as large as the other, and print the ratios.

Run it with `python benchmarks/growth.py`. A ratio above 12 means that the time grows faster than n log n. The
times are processor times
of whole processes, without the start; the lowest of three runs counts.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

TAJIK = [sys.executable, "-m", "tajikcli"]
MOST = 12.0
ROUNDS = 3
HEAD = """\
meeting: {id: lake-2031, title: Lake talks, date: 2031-05-03}
sources: {herald: {publisher: Harbour Herald, language: en}}
topics: {trade: {label: Trade}}
measures: {trade: {label: Two-way trade}}
statements:
"""


class Case(NamedTuple):
    """A command whose time grows with its input.

    Attributes:
        name: the name of the case.
        size: the smaller size; the larger one is ten times as much.
        make: writes an input of a given size into a folder and returns the words of the command.
    """

    name: str
    size: int
    make: Callable[[Path, int], list[str]]


def record(folder: Path, size: int, *, faults: bool = False) -> Path:
    """Write a record with many different figures of one measure, or with an invalid key in each statement."""
    path = folder / f"record-{size}-{faults}.yaml"
    wrong = ", wrnog: x" if faults else ""
    path.write_text(
        HEAD
        + "".join(
            f"  - {{id: s{number}, kind: narration, topics: [trade], text: Some {number} words of a narration that says little.,"
            f" evidence: [{{exact: words {number} of it}}], figures: [{{measure: trade, value: {number}, unit: USD, period: 2031}}]{wrong}}}\n"
            for number in range(size)
        ),
        encoding="utf-8",
    )
    return path


def asked(*words: str) -> Callable[[Path, int], list[str]]:
    """Return a function that makes a record and the words of a query."""
    return lambda folder, size: ["--file", str(record(folder, size)), *words]


def verified(folder: Path, size: int) -> list[str]:
    """Make a record and the source that it rests on, and return the words of `verify`."""
    source = folder / f"source-{size}.txt"
    source.write_text(
        "\n\n".join(f"So these are words {number} of it, said at length." for number in range(size))
    )
    return ["--file", str(record(folder, size)), "verify", "herald", str(source)]


def repeated(mark: str, command: str = "check") -> Callable[[Path, int], list[str]]:
    """Return a function that makes a text which repeats something, and the words of a command that reads it."""

    def make(folder: Path, size: int) -> list[str]:
        text = folder / f"text-{size}.txt"
        text.write_text(mark * size + "the end\n", encoding="utf-8")
        return [command, *(["asia-plus"] if command == "verify" else []), str(text)]

    return make


def many_persons(*command: str) -> Callable[[Path, int], list[str]]:
    """Return a function that makes a text with many persons in office and offices without a name, and the words of a command that reads it."""

    def make(folder: Path, size: int) -> list[str]:
        text = folder / f"persons-{size}.txt"
        letters = str.maketrans("0123456789", "abdefgklmn")
        names = (f"O{number}".translate(letters) for number in range(size))
        text.write_text(
            "\n\n".join(
                f"The minister of Kenya met Minister Ada {name.capitalize()} for talks. The foreign minister of Spain was there."
                for name in names
            ),
            encoding="utf-8",
        )
        return [str(text) if word == "FILE" else word for word in command]

    return make


CASES = (
    Case("compare --json, figures of one measure", 2_000, asked("compare", "--json")),
    Case("compare, for people", 2_000, asked("compare", "--format", "table")),
    Case("statements --format table", 1_000, asked("statements", "--format", "table")),
    Case(
        "statements --format table --fields id,text",
        1_000,
        asked("statements", "--format", "table", "--fields", "id,text"),
    ),
    Case("statements --format yaml", 2_000, asked("statements", "--format", "yaml")),
    Case("verify, all of it found", 2_000, verified),
    Case(
        "verify of long words again and again",
        5_000,
        repeated("Trade between Tajikistan and Russia. ", "verify"),
    ),
    Case(
        "lint, a fault in each statement",
        300,
        lambda folder, size: ["lint", str(record(folder, size, faults=True))],
    ),
    Case("extract of persons in office", 100, many_persons("extract", "FILE")),
    Case("verify --stubs of persons in office", 100, many_persons("verify", "asia-plus", "FILE", "--stubs")),
    Case("check of comments at the head", 5_000, repeated("<!-- a -->\n")),
    Case("check of quotations in one paragraph", 500, repeated("“one two three four” said Putin. ")),
    Case(
        "check of an altered quotation in each paragraph",
        300,
        repeated("“I completely disagree with you,” said Rahmon.\n\n"),
    ),
    Case("check of unclosed quotations", 2_000, repeated("“one two three ")),
    Case("check of paragraphs that each open a quotation", 1_000, repeated("“one two three\n\n")),
    Case("check of tags that never end", 3_000, repeated('<a b="')),
    Case("check of brackets in quotations", 1_000, repeated("“one [two] three [four] ")),
    Case("check of names in one sentence", 1_000, repeated("Putin and Rahmon said to Putin, ")),
    Case("check of figures in one sentence", 500, repeated("trade of 5 billion dollars and ")),
)


def seconds(command: list[str], cache: Path) -> float:
    """Return the processor time of a command, the lowest of several runs; the first run builds the index."""
    times = []
    for _ in range(ROUNDS + 1):
        environment = {**os.environ, "TAJIK_CACHE_DIR": str(cache)}
        process = subprocess.Popen(
            [*TAJIK, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode in {0, 1}, command
        times.append(usage.ru_utime + usage.ru_stime)
    return min(times[1:])


def main() -> int:
    """Print a line for each case, and exit with 1 if one grows too fast."""
    failed = False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = seconds(["--version"], folder)
        for case in CASES:
            small, large = (
                seconds(case.make(folder, size), folder / "cache") for size in (case.size, 10 * case.size)
            )
            ratio = (large - start) / max(small - start, 0.01)
            failed = failed or ratio > MOST
            print(
                f"{case.name:48} {case.size:>7,} {small:7.2f} s {10 * case.size:>8,} {large:7.2f} s {ratio:6.1f} ×",
                flush=True,
            )
    return int(failed)


if __name__ == "__main__":
    raise SystemExit(main())
