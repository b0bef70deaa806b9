"""Measure tajik as a whole process and write the tables of docs/benchmarks.md; `make bench` runs it.

With `--base COMMIT` it compares the working tree with a commit, with `--million` it measures an archive of a million statements, and with
`--only PART` it prints one part without writing the page. Data and environments are created once, under `$TMPDIR/tajik-bench`. `paired`
describes the method.
"""

from __future__ import annotations

import argparse
import resource
import shutil
from typing import TYPE_CHECKING

import archive
import installed
import page
import peers
from budget import WHOLE, Budget, tell
from builds import builds, cold, collector
from cases import (
    ASKED,
    BASE,
    BOTH,
    CACHE,
    ENVIRONMENT,
    OUT,
    REACH,
    SEARCHED,
    STARTS,
    Case,
    bundled_article,
    cases,
    checked,
    large,
)
from page import heading, line, row
from paired import FEWEST, Command, Failure, apart, compare, memory, ratio, run, seconds

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from installed import Installed


def starts(tajik: Installed, budget: float) -> None:
    """Print the time of each start on the bundled record, compared with the import of Click in the same environment."""
    commands = {
        "python -c 'import click'": Command([tajik.python, "-c", "import click"]),
        "the same without teardown": Command([tajik.python, "-c", "import click, os; os._exit(0)"]),
        "python -c pass": Command([tajik.python, "-c", "pass"]),
    }
    click, cut, _ = commands
    commands |= {f"tajik {name}": case.of(tajik) for name, case in STARTS.items()}
    assert all(checked(case.of(tajik)) for case in STARTS.values())
    runs = compare(commands, budget=budget)
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


def growth(tajik: Installed, budget: float) -> None:
    """Print the cost of each command at 20,000 and at 100,000 statements."""
    small, big = large(tajik, 20_000), large(tajik, 100_000)
    for size in _TEXTS:
        apart(bundled_article, tajik, size)
    heading(
        "Every command, at 20,000 and at 100,000 statements",
        ("", "20,000, ms", "100,000, ms", "growth", "20,000, MiB", "100,000, MiB"),
    )
    at_big = cases(big)
    pairs = {
        name: {"small": case.of(tajik, small.where), "big": at_big[name].of(tajik, big.where)}
        for name, case in cases(small).items()
    }
    pairs["check 40,000 and 200,000 words, the bundled record"] = {
        name: Case(("check", str(BASE / f"bundled-{size}.md"), "--json"), 1).of(tajik)
        for name, size in zip(("small", "big"), _TEXTS, strict=True)
    }
    shares = Budget(budget, dict.fromkeys(pairs, 1.0))
    for name, pair in pairs.items():
        growing(name, pair, shares.share(name))


def growing(name: str, pair: dict[str, Command], budget: float) -> None:
    """Print a row with the cost of a command at a size and at five times that size."""
    try:
        runs = compare(pair, budget=budget)
    except Failure as failure:
        row(name, f"left out: {failure}")
        return
    row(
        name,
        *(f"{seconds(runs[size]) * 1000:,.0f}" for size in ("small", "big")),
        ratio(runs["big"], runs["small"]) / 5,
        *(memory(runs[size]) for size in ("small", "big")),
    )


def race(tajik: Installed, budget: float) -> None:
    """Print the times of tajik and its peers for one question, at several sizes."""
    files = {}
    for size in peers.SIZES:
        where = BASE / ("1-latin" if size == 100_000 else f"{size}-in-1")
        apart(archive.folder, where, 1, size)
        files[size] = where / "0000.yaml"
    found = peers.versions()
    heading("Peers: tajik's time ÷ the peer's time, for the quotes of one speaker about one topic", ())
    peers.table(peers.Race(tajik, CACHE, BASE), files, budget)
    there = ", ".join(f"{name} {version}" for name, version in found.items() if version)
    line(f"\nInstalled here: {there or 'none'}.")


def million(tajik: Installed) -> None:
    """Print the cost of queries of a million statements, compared with the bundled record."""
    where = BASE / "million"
    apart(archive.folder, where, 1000, 1000, BOTH)
    built = run(cold(tajik, where, BASE / "cold-million"), OUT, limit=3_600)
    environment = {"TAJIK_CACHE_DIR": str(BASE / "cold-million")}

    def at_million(case: Case) -> Command:
        return case.of(tajik, where)._replace(environment={**ENVIRONMENT, **environment})

    searched = run(at_million(Case(SEARCHED)), OUT, limit=3_600)
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
    line(page.MILLION + f"\n{page.about()}\n")
    line("| | × the bundled record's | target | ms | MiB |")
    line("|---|---:|---:|---:|---:|")
    for name, (case, bundled, reach) in asked.items():
        tell(name)
        pair = {
            "million": at_million(case),
            "bundled": bundled.of(tajik),
        }
        assert all(checked(command) for command in pair.values())
        runs = compare(pair, budget=15)
        times = ratio(runs["million"], runs["bundled"])
        row(
            name,
            times,
            times.against(reach),
            f"{seconds(runs['million']) * 1000:.0f}",
            memory(runs["million"]),
        )
    for name, one in (
        ("building its index and answering", built),
        ("the first search, which adds the words of the statements", searched),
    ):
        row(name, "", "", f"{one.seconds * 1000:,.0f}", f"{one.memory:.0f}")


def compared(now: Installed, before: Installed) -> None:
    """Print the commands that are slower or faster than at another commit, measured side by side on the same data."""
    heading(
        f"Now ÷ {before.name}",
        ("", "ratio", "difference", "ratio of processor time", "now, ms", "now, MiB", "then, MiB"),
    )
    counts = dict.fromkeys(("slower", "faster", "none"), 0)
    for name, pair in _pairs(now, before):
        tell(name)
        if not all(checked(command) for command in pair.values()):
            row(name, "left out: one of the two fails")
            continue
        runs = compare(pair, budget=8, least=FEWEST, stretch=20)
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
    line(f"\n{', '.join(f'{verdict}: {count}' for verdict, count in counts.items())}")


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
    pair = {
        "now": cold(now, small.where, BASE / "cold", SEARCHED),
        "then": cold(before, small.where, BASE / "cold", SEARCHED),
    }
    yield "building 20,000 in 200 files, and searching", pair


_TEXTS = (40_000, 200_000)  # the words of the texts about the bundled record
PARTS = {"starts": starts, "growth": growth, "builds": builds, "collector": collector, "peers": race}
_WEIGHTS = {"starts": 30.0, "growth": 270.0, "builds": 190.0, "collector": 50.0, "peers": 150.0}


def main() -> None:
    """Run the measurements that the command line selects."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", metavar="COMMIT", help="compare with this commit")
    parser.add_argument("--million", action="store_true", help="measure an archive of a million statements")
    parser.add_argument(
        "--only", choices=PARTS, action="append", help="measure this part, and do not write the page"
    )
    asked = parser.parse_args()
    BASE.mkdir(exist_ok=True)
    shutil.rmtree(CACHE, ignore_errors=True)
    now = installed.working_tree(BASE)
    if asked.base:
        before = installed.commit(BASE, asked.base)
        line(page.about())
        compared(now, before)
    elif asked.million:
        million(now)
        page.write(million=True)
    else:
        line(f"{page.INTRODUCTION}\n{page.about()}")
        parts = asked.only or list(PARTS)
        weights = {name: _WEIGHTS[name] for name in parts}
        shares = Budget(WHOLE * sum(weights.values()) / sum(_WEIGHTS.values()), weights)
        for name in parts:
            PARTS[name](now, shares.share(name))
        if not asked.only:
            page.write(million=False)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    tell(f"the end; processor time: {(used.ru_utime + used.ru_stime) / 60:.1f} minutes")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        raise SystemExit(f"\ninterrupted; {page.PARTIAL} has what was measured") from None
