"""Times tajik as a whole process, side by side with what it is measured against, and prints medians and ratios.

`make bench` runs it. Everything goes in one run, the commands of a comparison in turns, since machines are noisy and
only ratios hold. Data is made once, under `$TMPDIR/tajik-bench`; `--million` adds the archive of a million.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import archive

HERE = Path(__file__).parent
BASE = Path(tempfile.gettempdir()) / "tajik-bench"
TAJIK = [str(Path(sys.executable).with_name("tajik"))]
CLICK = [sys.executable, "-c", "import click"]
ASKED = ["facts", "trade", "--speaker", "speaker-3", "--limit", "20", "--json"]


class Timed(NamedTuple):
    """How long a command took, the median of its runs in seconds, and its peak memory in MiB."""

    seconds: float
    memory: float


def once(command: list[str], out: str = os.devnull) -> tuple[float, float]:
    """Run a command and return its seconds and its peak memory in MiB."""
    environment = {**os.environ, "TAJIK_CACHE_DIR": str(BASE / "cache"), "FORCE_COLOR": ""}
    with open(out, "wb") as sink:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=sink, stderr=subprocess.DEVNULL, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in {0, 1}, command  # 1: `check` found what it was given to find
    return seconds, usage.ru_maxrss / 1024


def in_turns(commands: dict[str, list[str]], rounds: int = 25) -> dict[str, Timed]:
    """Return the timings of commands that take turns; the first round only warms up."""
    runs: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            timed = once(command)
            if number:
                runs[name].append(timed)
    return {
        name: Timed(statistics.median(s for s, _ in timed), max(m for _, m in timed))
        for name, timed in runs.items()
    }


def row(what: str, timed: Timed, against: Timed, target: str) -> None:
    """Print a line of the table."""
    ratio = timed.seconds / against.seconds
    print(
        f"{what:58} {timed.seconds * 1000:9.1f} ms {ratio:6.2f} ×  {target:8} {timed.memory:7.0f} MiB",
        flush=True,
    )


def answers(where: Path) -> list[object]:
    """Return what the measured question is answered with."""
    environment = {**os.environ, "TAJIK_CACHE_DIR": str(BASE / "cache")}
    command = [*TAJIK, "--file", str(where), *ASKED]
    told = subprocess.run(command, check=True, capture_output=True, env=environment).stdout
    answer: list[object] = json.loads(told)
    return answer


def starts() -> None:
    """Measure what every start costs, on the bundled record."""
    timed = in_turns(
        {
            "click": CLICK,
            "facts trade --json": [*TAJIK, "facts", "trade", "--json"],
            "--help": [*TAJIK, "--help"],
            "facts trade, for people": [*TAJIK, "facts", "trade", "--format", "table"],
            "search three words": [*TAJIK, "search", "russian", "teachers", "quota"],
        }
    )
    row("python -c 'import click'", timed["click"], timed["click"], "")
    for name, target in (
        ("facts trade --json", "≤ 1.20"),
        ("--help", "≤ 1.25"),
        ("facts trade, for people", "≤ 2.00"),
        ("search three words", ""),
    ):
        row(f"tajik {name}", timed[name], timed["click"], target)


def sizes(*, million: bool) -> None:
    """Measure that a question costs the same at any size."""
    small = archive.folder(BASE / "small", 1, 100)
    places = {"100 in 1 file": small, "100,000 in 1,000 files": archive.folder(BASE / "many", 1000, 100)}
    if million:
        places["1,000,000 in 1,000 files"] = archive.folder(BASE / "million", 1000, 1000)
    for where in places.values():
        answers(where)  # builds the index
    assert len(answers(places["100,000 in 1,000 files"])) == 20
    asked = in_turns({name: [*TAJIK, "--file", str(where), *ASKED] for name, where in places.items()})
    first = asked["100 in 1 file"]
    for name, timed in asked.items():
        row(
            f"20 facts by topic and speaker, {name}",
            timed,
            first,
            "≤ 2.00" if "1,000,000" in name else "≤ 1.50",
        )
    words = archive.vocabulary()
    three = [words[rank] for rank in (40, 300, 900)]
    found = in_turns(
        {name: [*TAJIK, "--file", str(where), "search", *three] for name, where in places.items()}, 9
    )
    for name, timed in found.items():
        row(f"search of three words, {name}", timed, found["100 in 1 file"], "≤ 2.00")


def builds() -> None:
    """Measure building and following, against what parsing the same bytes alone costs."""
    one, many = archive.folder(BASE / "one", 1, 100_000), archive.folder(BASE / "many", 1000, 100)
    load = "import sys, yaml; yaml.load(open(sys.argv[1], 'rb'), Loader=yaml.CSafeLoader)"
    parsed = Timed(*once([sys.executable, "-c", load, str(one / "0000.yaml")]))
    row("yaml.load(…, CSafeLoader), 100,000 in 1 file", parsed, parsed, "")
    for name, where in (("1 file", one), ("1,000 files", many)):
        shutil.rmtree(BASE / "cache", ignore_errors=True)
        cold = Timed(*once([*TAJIK, "--file", str(where), *ASKED]))
        row(f"cold build of 100,000 in {name}, and an answer", cold, parsed, "≤ 0.25")
    warm = in_turns({"warm": [*TAJIK, "--file", str(many), *ASKED]}, 9)["warm"]
    changed = many / "0500.yaml"
    content = changed.read_text(encoding="utf-8")
    following = []
    for number in range(5):
        changed.write_text(
            content + f"  - {{id: new-{number}, kind: quote, speaker: speaker-1, text: New}}\n"
        )
        os.utime(changed, (1_600_000_000 + number, 1_600_000_000 + number))
        following.append(once([*TAJIK, "--file", str(many), *ASKED]))
    changed.write_text(content, encoding="utf-8")
    os.utime(changed, (1_700_000_000, 1_700_000_000))
    more = Timed(statistics.median(s for s, _ in following) - warm.seconds, max(m for _, m in following))
    row("one file of the 1,000 changed, on top of the start", more, cold, "≤ 0.03")


def proofs() -> None:
    """Measure checking a long text against the bundled record, and a short one against a large archive."""
    many = archive.folder(BASE / "many", 1000, 100)
    bundled = json.loads(subprocess.run([*TAJIK, "quotes", "--json"], check=True, capture_output=True).stdout)
    long = archive.article(
        BASE / "long.md", 200_000, [row["text"] for row in bundled], ["Putin", "Rahmon", "he"]
    )
    stored = BASE / "quotes.json"
    once([*TAJIK, "--file", str(many), "quotes", "--limit", "5000", "--json"], str(stored))
    texts = [row["text"].removesuffix(".") for row in json.loads(stored.read_text(encoding="utf-8"))]
    short = archive.article(BASE / "short.md", 2_000, texts, ["Person speaker-3", "he"])
    timed = in_turns(
        {
            "click": CLICK,
            "long": [*TAJIK, "check", str(long)],
            "short": [*TAJIK, "--file", str(many), "check", str(short)],
        },
        9,
    )
    row(
        "check: 200,000 words, the bundled record, against `import click`",
        timed["long"],
        timed["click"],
        "< 20",
    )
    row(
        "check: 2,000 words, 100,000 statements, against `import click`",
        timed["short"],
        timed["click"],
        "< 40",
    )


def whole() -> None:
    """Measure printing everything, against jq on the same JSON."""
    many = archive.folder(BASE / "many", 1000, 100)
    out = str(BASE / "all.json")
    once([*TAJIK, "--file", str(many), "statements", "--json"], out)
    commands = {"tajik": [*TAJIK, "--file", str(many), "statements", "--json"]}
    if shutil.which("jq"):
        commands["jq"] = ["jq", ".", out]
    timed = in_turns(commands, 3)
    row("all 100,000 as JSON", timed["tajik"], timed.get("jq", timed["tajik"]), "≤ 1.00")
    if "jq" in timed:
        row("jq . on the same JSON", timed["jq"], timed["jq"], "")


if __name__ == "__main__":
    BASE.mkdir(exist_ok=True)
    starts()
    sizes(million="--million" in sys.argv)
    builds()
    proofs()
    whole()
