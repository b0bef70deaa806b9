"""Measure tajik as a whole process and print the tables of docs/benchmarks.md; `make bench` runs it.

With `--base COMMIT` it compares the working tree with a commit, and with `--million` it measures an archive
of a million statements.
Data and environments are created once, under `$TMPDIR/tajik-bench`. `paired` describes the method.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import json
import os
import platform
import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import archive
import installed
import peers
from paired import (
    FEWEST,
    Command,
    Failure,
    apart,
    compare,
    memory,
    middle,
    ratio,
    run,
    seconds,
)

from tajikcli.commands import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from installed import Installed

BASE = Path(tempfile.gettempdir()) / "tajik-bench"
CACHE = BASE / "cache"
OUT = str(BASE / "out")
ENVIRONMENT = {"TAJIK_CACHE_DIR": str(CACHE), "TAJIK_FACTS": "", "FORCE_COLOR": "", "COLUMNS": "100"}
ASKED = ("facts", "trade", "--speaker", "speaker-3", "--limit", "20", "--json")
BOTH = archive.SCRIPTS


class Case(NamedTuple):
    """A use of tajik.

    Attributes:
        words: the command line, without `tajik` and `--file`.
        code: the expected exit code.
        environment: variables in addition to `ENVIRONMENT`.
        silent: whether it prints nothing.
    """

    words: Sequence[str]
    code: int = 0
    environment: Mapping[str, str] = {}
    silent: bool = False

    def of(self, tajik: Installed, where: Path | None = None) -> Command:
        """Return the command, for a given record or for the bundled record."""
        file = () if where is None else ("--file", str(where))
        return Command(
            [tajik.tajik, *file, *self.words],
            {**ENVIRONMENT, **self.environment},
            self.code,
            silent=self.silent,
        )


def completing(*line: str, where: Path | None = None) -> Case:
    """Return the request that Bash sends if Tab is pressed at the end of a line."""
    words = ["tajik", *(() if where is None else ("--file", str(where))), *line]
    asked = {
        "_TAJIK_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(words),
        "COMP_CWORD": str(len(words) - 1),
    }
    return Case((), environment=asked)


STARTS = {
    "facts trade --json": Case(("facts", "trade", "--json")),
    "--help": Case(("--help",)),
    "completion of a topic": completing("facts", "tra"),
    "search trade growth --json": Case(("search", "trade", "growth", "--json")),
    "facts trade, a page": Case(("facts", "trade", "--format", "table")),
    "facts trade, a page in colours": Case(
        ("facts", "trade", "--format", "table"),
        environment={"FORCE_COLOR": "1", "TERM": "xterm-256color"},
    ),
}
REACH = {
    "facts trade --json": 1.12,
    "--help": 1.05,
    "completion of a topic": 1.15,
    "search trade growth --json": 1.25,
    "facts trade, a page": 1.95,
    "facts trade, a page in colours": 1.95,
}


class Large(NamedTuple):
    """An archive, with half of its files in each script, and texts to check."""

    where: Path
    article: Path
    source: Path


def large(tajik: Installed, statements: int) -> Large:
    """Make an archive with a number of statements, a hundred in each file, and its index."""
    where = BASE / f"{statements}-both"
    made = Large(where, BASE / f"{where.name}.md", BASE / f"{where.name}.txt")
    apart(archive.folder, where, statements // 100, 100, BOTH)
    run(Case(ASKED).of(tajik, where), OUT)
    if not made.article.exists():
        apart(archive.source, made.source, where / "0002.yaml")
        run(Case(("quotes", "--meeting", "meeting-0002", "--json")).of(tajik, where), OUT)
        apart(_article, made.article, 2_000, ["Person speaker-3", "he"])
    return made


def _article(path: Path, size: int, speakers: list[str]) -> None:
    with open(OUT, encoding="utf-8") as printed:
        texts = [row["text"].removesuffix(".") for row in json.load(printed)]
    archive.article(path, size, texts, speakers)


def cases(at: Large) -> dict[str, Case]:
    """Return at least one case for every command, for an archive."""
    words = {script: [archive.vocabulary(script)[rank] for rank in (40, 300, 900)] for script in BOTH}
    ids = [f"meeting-{number:04}/statement-{number}" for number in (2, 30, 99)]
    found = {
        "facts, 20 by topic and speaker": Case(ASKED),
        "quotes by a speaker": Case(("quotes", "--speaker", "speaker-30", "--json")),
        "statements, all, as JSON": Case(("statements", "--json")),
        "statements, all, as JSON Lines": Case(("statements", "--format", "jsonl")),
        "statements, all, in plain text": Case(("statements", "--format", "plain")),
        "statements, all, as CSV": Case(("statements", "--format", "csv")),
        "statements, all, as Markdown": Case(("statements", "--format", "markdown")),
        "facts of a topic, as YAML": Case(("facts", "trade", "--format", "yaml")),
        "facts of a topic, a page": Case(("facts", "trade", "--format", "table")),
        "figures, all, as JSON": Case(("figures", "--json")),
        "figures of a topic, a page": Case(("figures", "trade", "--format", "table")),
        "search, three Latin words": Case(("search", *words["latin"], "--json")),
        "search, three Cyrillic words": Case(("search", *words["cyrillic"], "--json")),
        "show three": Case(("show", *ids, "--json")),
        "compare a topic of a meeting": Case(("compare", "trade", "--meeting", "meeting-0002", "--json")),
        "compare a topic": Case(("compare", "trade", "--json")),
        "check 2,000 words": Case(("check", str(at.article), "--json"), 1),
        "cite three": Case(("cite", *ids)),
        "verify a source": Case(("verify", "herald-meeting-0002", str(at.source), "--json"), 1),
        "meetings": Case(("meetings", "--json")),
        "topics": Case(("topics", "--json")),
        "speakers": Case(("speakers", "--json")),
        "sources": Case(("sources", "--json")),
        "lint": Case(("lint", str(at.where)), silent=True),
        "cache": Case(("cache", "--json")),
        "completion, the script": Case(("completion", "bash")),
        "completion of a topic": completing("facts", "topic-1", where=at.where),
        "completion of an id": completing("show", "meeting-0002/statement-4", where=at.where),
        "schema": Case(("schema", "output")),
    }
    missing = set(COMMANDS) - {case.words[0] for case in found.values() if case.words}
    assert not missing, f"never timed: {', '.join(sorted(missing))}"
    return found


def checked(command: Command) -> bool:
    """Run a command once to see whether it answers, and print the reason if it does not."""
    try:
        run(command, OUT)
    except Failure as failure:
        print(f"left out: {failure}", file=sys.stderr)
        return False
    assert command.silent or os.path.getsize(OUT), f"no answer: {' '.join(command.words)}"
    return True


def starts(tajik: Installed) -> None:
    """Print the time of each start on the bundled record, compared with the import of Click in the same environment."""
    commands = {
        "python -c 'import click'": Command([tajik.python, "-c", "import click"]),
        "the same without teardown": Command([tajik.python, "-c", "import click, os; os._exit(0)"]),
        "python -c pass": Command([tajik.python, "-c", "pass"]),
    }
    click, cut, _ = commands
    commands |= {f"tajik {name}": case.of(tajik) for name, case in STARTS.items()}
    assert all(checked(case.of(tajik)) for case in STARTS.values())
    runs = compare(commands, budget=40)
    heading(
        "The start",
        ("", "× `import click`", "target", "processor time", "× the same without teardown", "ms", "MiB"),
    )
    for name, timed in runs.items():
        against = ratio(timed, runs[click])
        reach = REACH.get(name.removeprefix("tajik "))
        row(
            f"`{name}`" if name != cut else name,
            against,
            against.against(reach) if reach else "",
            ratio(timed, runs[click], "cpu"),
            ratio(timed, runs[cut]),
            f"{seconds(timed) * 1000:.1f}",
            memory(timed),
        )


def growth(tajik: Installed) -> None:
    """Print the cost of each command at 20,000 and at 100,000 statements."""
    small, big = large(tajik, 20_000), large(tajik, 100_000)
    heading(
        "Every command, at 20,000 and at 100,000 statements",
        ("", "20,000, ms", "100,000, ms", "growth", "20,000, MiB", "100,000, MiB"),
    )
    at_big = cases(big)
    for name, case in cases(small).items():
        pair = {"small": case.of(tajik, small.where), "big": at_big[name].of(tajik, big.where)}
        growing(name, pair)
    apart(_bundled_article, tajik, 40_000)
    apart(_bundled_article, tajik, 200_000)
    texts = {size: BASE / f"bundled-{size}.md" for size in (40_000, 200_000)}
    pair = {
        name: Case(("check", str(text), "--json"), 1).of(tajik)
        for name, text in zip(("small", "big"), texts.values(), strict=True)
    }
    growing("check 40,000 and 200,000 words, the bundled record", pair)


def growing(name: str, pair: dict[str, Command]) -> None:
    """Print a row with the cost of a command at a size and at five times that size."""
    try:
        runs = compare(pair, budget=9)
    except Failure as failure:
        row(name, f"left out: {failure}")
        return
    row(
        name,
        *(f"{seconds(runs[size]) * 1000:,.0f}" for size in ("small", "big")),
        ratio(runs["big"], runs["small"]) / 5,
        *(memory(runs[size]) for size in ("small", "big")),
    )


def _bundled_article(tajik: Installed, size: int) -> None:
    path = BASE / f"bundled-{size}.md"
    if not path.exists():
        run(Case(("quotes", "--json")).of(tajik), OUT)
        _article(path, size, ["Putin", "Rahmon", "he"])


LOAD = """
import gc, os, sys, yaml
gc.disable()
for name in sorted(os.listdir(sys.argv[1])):
    if name.endswith('.yaml'):
        with open(os.path.join(sys.argv[1], name), 'rb') as file:
            yaml.load(file, Loader=yaml.CSafeLoader)
"""
COLLECTED = "import sys; from tajikcli.cli import main; main(sys.argv[1:])"


def cold(tajik: Installed, where: Path, cache: Path) -> Command:
    """Return the command that builds the index of a record and answers."""
    asked = Case(ASKED).of(tajik, where)
    return asked._replace(
        environment={**ENVIRONMENT, "TAJIK_CACHE_DIR": str(cache)},
        prepare=lambda: shutil.rmtree(cache, ignore_errors=True),
    )


def builds(tajik: Installed) -> None:
    """Print the cost of builds and updates, compared with `yaml.load` of the same bytes."""
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
    content = changed.read_text(encoding="utf-8")
    count = itertools.count(1)

    def change() -> None:
        number = next(count)
        added = f"  - {{id: new-{number}, kind: quote, speaker: speaker-1, text: New}}\n"
        changed.write_text(content + added, encoding="utf-8")
        archive.settle(changed, number)

    def follow() -> None:
        run(Case(ASKED).of(tajik, many))

    follow()
    commands = {f"build {name}": cold(tajik, where, BASE / "cold") for name, where in archives.items()}
    for name, where in archives.items():
        commands[f"load {name}"] = Command([tajik.python, "-c", LOAD, str(where)])
        commands[f"cut {name}"] = Command([tajik.python, "-c", f"{LOAD}os._exit(0)", str(where)])
    commands["follow"] = Case(ASKED).of(tajik, many)._replace(prepare=change)
    commands["ask"] = Case(ASKED).of(tajik, many)._replace(prepare=follow)
    try:
        runs = compare(commands, least=3, warm=False)
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
    first = next(iter(archives))
    reach = {"100,000 in 1 file, Cyrillic": 1.15, "100,000 in 1,000 files": 1.10}
    for name in archives:
        built = runs[f"build {name}"]
        against, other = ratio(built, runs[f"load {name}"]), ratio(built, runs[f"build {first}"])
        row(
            name,
            against,
            against.against(0.80),
            ratio(built, runs[f"load {name}"], "cpu"),
            ratio(built, runs[f"cut {name}"]),
            other if name in reach else "",
            other.against(reach[name]) if name in reach else "",
            f"{seconds(built):.2f}",
            memory(built),
        )
    whole = runs["build 100,000 in 1,000 files"]
    more = middle(
        [
            (one.seconds - asked.seconds) / built.seconds
            for one, asked, built in zip(runs["follow"], runs["ask"], whole, strict=True)
        ]
    )
    print(
        f"\nOne of the 1,000 files changed: {more.median:.3f} ({more.low:.3f}–{more.high:.3f}) of that build,"
        " in addition to an answer.",
        flush=True,
    )


def collector(tajik: Installed) -> None:
    """Print the peak memory with the garbage collector off, as in the command, and on."""
    where, many = BASE / "1-latin", BASE / "1000-latin"
    heading("Peak memory, with the garbage collector off", ("", "MiB, off", "MiB, on", "off ÷ on", "target"))
    for name, words in (
        ("build 100,000 in 1 file", ("--file", str(where), *ASKED)),
        ("lint 1,000 files", ("lint", str(many))),
    ):
        prepare = cold(tajik, where, BASE / "cold").prepare
        environment = {**ENVIRONMENT, "TAJIK_CACHE_DIR": str(BASE / "cold")}
        off = run(Command([tajik.tajik, *words], environment, prepare=prepare))
        on = run(Command([tajik.python, "-c", COLLECTED, *words], environment, prepare=prepare))
        times = off.memory / on.memory
        said = f"≤ 1.20: {'reached' if times <= 1.2 else 'missed'}"
        row(name, f"{off.memory:.0f}", f"{on.memory:.0f}", f"{times:.2f}", said)


def race(tajik: Installed) -> None:
    """Print the times of tajik and its peers for one question, at several sizes."""
    files = {}
    for size in peers.SIZES:
        where = BASE / ("1-latin" if size == 100_000 else f"{size}-in-1")
        apart(archive.folder, where, 1, size)
        files[size] = where / "0000.yaml"
    found = peers.versions()
    heading("Peers: tajik's time ÷ the peer's time, for the quotes of one speaker about one topic", ())
    peers.table(peers.Race(tajik, CACHE, BASE), files)
    there = ", ".join(f"{name} {version}" for name, version in found.items() if version)
    print(f"\nInstalled here: {there or 'none'}.")


def million(tajik: Installed) -> None:
    """Print the cost of queries of a million statements, compared with the bundled record."""
    where = BASE / "million"
    apart(archive.folder, where, 1000, 1000, BOTH)
    built = run(cold(tajik, where, BASE / "cold-million"), OUT, limit=1_200)
    environment = {"TAJIK_CACHE_DIR": str(BASE / "cold-million")}
    latin, cyrillic = ([archive.vocabulary(script)[rank] for rank in (40, 300, 900)] for script in BOTH)
    bundled_words = Case(("search", "russian", "teachers", "quota", "--json"))
    asked = {
        "facts, 20 by topic and speaker": (Case(ASKED), Case(("facts", "trade", "--json")), 1.2),
        "search, three Latin words": (Case(("search", *latin, "--json")), bundled_words, 2.0),
        "search, three Cyrillic words": (Case(("search", *cyrillic, "--json")), bundled_words, 2.0),
        **{
            name: (Case((name, "--json")), Case((name, "--json")), 2.0)
            for name in ("topics", "speakers", "sources", "meetings")
        },
    }
    heading(
        "A million statements in 1,000 files, half Latin, half Cyrillic",
        ("", "× the bundled record's", "target", "ms", "MiB"),
    )
    for name, (case, bundled, reach) in asked.items():
        pair = {
            "million": case.of(tajik, where)._replace(environment={**ENVIRONMENT, **environment}),
            "bundled": bundled.of(tajik),
        }
        assert all(checked(command) for command in pair.values())
        runs = compare(pair, budget=20)
        times = ratio(runs["million"], runs["bundled"])
        row(
            name,
            times,
            times.against(reach),
            f"{seconds(runs['million']) * 1000:.0f}",
            memory(runs["million"]),
        )
    row("building its index and answering", "", "", f"{built.seconds * 1000:,.0f}", f"{built.memory:.0f}")


def compared(now: Installed, before: Installed) -> None:
    """Print the commands that are slower or faster than at another commit, measured side by side on the same data."""
    heading(
        f"Now ÷ {before.name}",
        ("", "ratio", "difference", "ratio of processor time", "now, ms", "now, MiB", "then, MiB"),
    )
    counts = dict.fromkeys(("slower", "faster", "none"), 0)
    for name, pair in _pairs(now, before):
        if not all(checked(command) for command in pair.values()):
            row(name, "left out: one of the two fails")
            continue
        runs = compare(pair, budget=8, least=FEWEST)
        times = ratio(runs["now"], runs["then"])
        counts[times.verdict()] += 1
        row(
            name,
            times,
            times.verdict(),
            ratio(runs["now"], runs["then"], "cpu"),
            f"{seconds(runs['now']) * 1000:,.0f}",
            memory(runs["now"]),
            memory(runs["then"]),
        )
    print(f"\n{', '.join(f'{verdict}: {count}' for verdict, count in counts.items())}")


def _pairs(now: Installed, before: Installed) -> Iterator[tuple[str, dict[str, Command]]]:
    """Yield the cases for both commits; each commit has its own indexes."""

    def both(case: Case, where: Path | None = None) -> dict[str, Command]:
        pair = {"now": case.of(now, where), "then": case.of(before, where)}
        caches = {"now": CACHE, "then": BASE / f"cache-{before.name}"}
        return {
            which: command._replace(
                environment={**command.environment, "TAJIK_CACHE_DIR": str(caches[which])}
            )
            for which, command in pair.items()
        }

    for name, case in STARTS.items():
        yield name, both(case)
    small = large(now, 20_000)
    for name, case in cases(small).items():
        yield f"20,000: {name}", both(case, small.where)
    for script in BOTH:
        where = BASE / f"20000-in-1-{script}"
        apart(archive.folder, where, 1, 20_000, (script,))
        pair = {"now": cold(now, where, BASE / "cold"), "then": cold(before, where, BASE / "cold")}
        yield f"building 20,000 in 1 file, {script.capitalize()}", pair
    pair = {
        "now": cold(now, small.where, BASE / "cold"),
        "then": cold(before, small.where, BASE / "cold"),
    }
    yield "building 20,000 in 200 files", pair


def heading(title: str, columns: Sequence[str]) -> None:
    """Print the heading of a section and of its table."""
    print(f"\n## {title}\n")
    if columns:
        print(f"| {' | '.join(columns)} |")
        print(f"|---|{'---:|' * (len(columns) - 1)}", flush=True)


def row(*cells: object) -> None:
    """Print a row of a table."""
    print(f"| {' | '.join(str(cell) for cell in cells)} |", flush=True)


INTRODUCTION = """# How long things take

`make bench` and `make bench-million` write this page. They time whole processes in rounds, each round in a new random order. A
number such as `1.12 (1.10–1.14)` is the median of the ratios within the rounds, with the interval that contains the true median in
99 of 100 cases (with fewer than eight rounds, the lowest and the highest ratio). A target is “reached” or “missed” only if the
whole interval is on one side of it, otherwise it is “open”. Growth is the time at five times the size, divided by five: 1 is
proportional, 0.2 is constant. Peak memory is that of the process.

“Processor time” is the same ratio for processor time, which is less sensitive to a loaded machine. tajik ends without tearing down the
interpreter; if the yardstick does not, there are two ratios: to the yardstick as it is, and to the yardstick without its
teardown.
"""


def about() -> str:
    """Return a description of the machine, with the date."""
    with open("/proc/cpuinfo", encoding="utf-8") as told:
        models = [line.partition(":")[2].strip() for line in told if line.startswith("model name")]
    return (
        f"{dt.datetime.now(tz=dt.UTC):%Y-%m-%d}: tajik {installed.revision()}, on {len(models)} ×"
        f" {models[0] if models else platform.machine()}, {platform.system()} {platform.release()},"
        f" Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}."
        f" Load at the start: {os.getloadavg()[0]:.1f}."
    )


def main() -> None:
    """Run the measurements that the command line selects."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", metavar="COMMIT", help="compare with this commit")
    parser.add_argument("--million", action="store_true", help="measure an archive of a million statements")
    asked = parser.parse_args()
    BASE.mkdir(exist_ok=True)
    shutil.rmtree(CACHE, ignore_errors=True)
    now = installed.working_tree(BASE)
    if asked.base:
        before = installed.commit(BASE, asked.base)
        print(about())
        compared(now, before)
    elif asked.million:
        print(f"\n{about()}")
        million(now)
    else:
        print(f"{INTRODUCTION}\n{about()}")
        for section in (starts, growth, builds, collector, race):
            section(now)


if __name__ == "__main__":
    main()
