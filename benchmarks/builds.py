"""Measure builds of the index: their time compared with `yaml.load`, updates, and peak memory."""

from __future__ import annotations

import itertools
import shutil
from typing import TYPE_CHECKING

import archive
from budget import tell
from cases import ASKED, BASE, ENVIRONMENT, SEARCHED, Case
from page import heading, line, row
from paired import END, Command, apart, compare, memory, middle, ratio, run, seconds

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from installed import Installed

LOAD = """
import gc, os, sys, yaml
gc.disable()
for name in sorted(os.listdir(sys.argv[1])):
    if name.endswith('.yaml'):
        with open(os.path.join(sys.argv[1], name), 'rb') as file:
            yaml.load(file, Loader=yaml.CSafeLoader)
"""
COLLECTED = "import sys; from tajikcli.cli import main; main(sys.argv[1:])"


def cold(tajik: Installed, where: Path, cache: Path, words: Sequence[str] = ASKED) -> Command:
    """Return the command that builds the index of a record and answers."""
    asked = Case(words).of(tajik, where)
    return asked._replace(
        environment={**ENVIRONMENT, "TAJIK_CACHE_DIR": str(cache)},
        prepare=lambda: shutil.rmtree(cache, ignore_errors=True),
    )


def builds(tajik: Installed, budget: float) -> None:
    """Print the cost of builds and updates, compared with `yaml.load` of the same bytes.

    Args:
        tajik: the tajik to measure.
        budget: seconds for the rounds.
    """
    archives = {
        "100,000 in 1 file": BASE / "1-latin",
        "100,000 in 1 file, Cyrillic": BASE / "1-cyrillic",
        "100,000 in 1,000 files": BASE / "1000-latin",
    }
    apart(archive.folder, BASE / "1-latin", 1, 100_000)
    apart(archive.folder, BASE / "1-cyrillic", 1, 100_000, ("cyrillic",))
    apart(archive.folder, BASE / "1000-latin", 1000, 100)
    many = BASE / "1000-latin"
    changed = many / "0500.yaml"
    written = changed.read_text(encoding="utf-8").splitlines(keepends=True)
    content = "".join(
        line for line in written if "{id: new-" not in line
    )  # a stopped run may leave one behind
    count = itertools.count(1)

    def change() -> None:
        number = next(count)
        added = f"  - {{id: new-{number}, kind: quote, speaker: speaker-1, text: New}}\n"
        changed.write_text(content + added, encoding="utf-8")
        archive.settle(changed, number)

    def follow() -> None:
        run(Case(SEARCHED).of(tajik, many))

    follow()
    commands = {f"build {name}": cold(tajik, where, BASE / "cold") for name, where in archives.items()}
    for name, where in archives.items():
        commands[f"load {name}"] = Command([tajik.python, "-c", LOAD + END, str(where)], tells=True)
    first = next(iter(archives))
    commands["search"] = cold(tajik, archives[first], BASE / "cold", SEARCHED)
    commands["follow"] = Case(SEARCHED).of(tajik, many)._replace(prepare=change)
    commands["ask"] = Case(SEARCHED).of(tajik, many)._replace(prepare=follow)
    try:
        runs = compare(commands, budget=budget, most=3, stretch=1.5, warm=False)
    finally:
        changed.write_text(content, encoding="utf-8")
        archive.settle(changed)
    heading(
        "Building the index and answering, without a cached index",
        (
            *("", "× `yaml.load` of the same bytes, collector off", "target", "processor time"),
            *("× the same without teardown", "× 1 file, Latin", "target", "s", "MiB"),
        ),
    )
    reach = {"100,000 in 1 file, Cyrillic": 1.15, "100,000 in 1,000 files": 1.10}
    for name in archives:
        built = runs[f"build {name}"]
        against, other = ratio(built, runs[f"load {name}"]), ratio(built, runs[f"build {first}"])
        row(
            name,
            against,
            against.against(0.80),
            ratio(built, runs[f"load {name}"], "cpu"),
            ratio(built, runs[f"load {name}"], against="work"),
            other if name in reach else "",
            other.against(reach[name]) if name in reach else "",
            f"{seconds(built):.2f}",
            memory(built),
        )
    searched = runs["search"]
    line(
        f"\nA search that builds the index of {first}, with the words of the statements:"
        f" {ratio(searched, runs[f'load {first}'])} × `yaml.load`, {ratio(searched, runs[f'build {first}'])} × the build above."
    )
    whole = runs["build 100,000 in 1,000 files"]
    more = middle(
        [
            (one.seconds - asked.seconds) / built.seconds
            for one, asked, built in zip(runs["follow"], runs["ask"], whole, strict=True)
        ]
    )
    line(
        f"\nOne of the 1,000 files changed, in an index with the words of the statements: {more.median:.3f} ({more.low:.3f}–{more.high:.3f}) of that build"
        f" is added to the time of a search. Rounds: {more.rounds}."
    )


def collector(tajik: Installed, _: float) -> None:
    """Print the peak memory with the garbage collector off, as in the command, and on; a peak needs only one run."""
    where, many = BASE / "1-latin", BASE / "1000-small"
    apart(archive.folder, where, 1, 100_000)
    apart(archive.folder, many, 1000, 10)
    heading("Peak memory, with the garbage collector off", ("", "MiB, off", "MiB, on", "off ÷ on", "target"))
    for name, words in (
        ("build 100,000 in 1 file, and search", ("--file", str(where), *SEARCHED)),
        ("lint 10,000 in 1,000 files", ("lint", str(many))),
    ):
        tell(f"peak memory: {name}")
        prepare = cold(tajik, where, BASE / "cold").prepare
        environment = {**ENVIRONMENT, "TAJIK_CACHE_DIR": str(BASE / "cold")}
        off = run(Command([tajik.tajik, *words], environment, prepare=prepare))
        on = run(Command([tajik.python, "-c", COLLECTED, *words], environment, prepare=prepare))
        times = off.memory / on.memory
        said = f"≤ 1.20: {'reached' if times <= 1.2 else 'missed'}"
        row(name, f"{off.memory:.0f}", f"{on.memory:.0f}", f"{times:.2f}", said)
