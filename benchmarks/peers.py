"""Compare tajik with other tools that answer the same question, on the same statements.

The question asks for the quotes of one speaker about one topic, in full. A peer that reads a data file reads
it for every question, unlike tajik; a peer with a database has it built in advance, like tajik's index.
"""

from __future__ import annotations

import json
import math
import re
import shutil
import subprocess
from typing import TYPE_CHECKING, NamedTuple

from budget import Budget
from page import line
from paired import Command, Failure, TooLongError, apart, compare, ratio, run, seconds

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from installed import Installed
    from paired import Ratio, Run

SIZES = (300, 1_000, 3_000, 10_000, 30_000, 100_000)
ASKED = ("quotes", "trade", "--speaker", "speaker-3", "--json")
_LIMIT = 20.0  # seconds for one answer, after which a peer is stopped
_IDS = re.compile(rb'"id": ?"statement-|^id: statement-', re.MULTILINE)
_JQ = 'select(.kind == "quote" and .speaker == "speaker-3" and (.topics | contains(["trade"])))'
_SQL = "kind = 'quote' AND speaker = 'speaker-3'"
_IN_JSON = f"{_SQL} AND EXISTS (SELECT 1 FROM json_each(topics) WHERE value = 'trade')"


class _Data(NamedTuple):
    """The same statements in the format of each peer."""

    yaml: str
    array: str
    lines: str
    records: str
    sqlite: str
    duckdb: str


def _data(yaml: Path, array: Path, folder: Path) -> _Data:
    """Write the data for all peers, from all statements as tajik prints them."""
    endings = ("jsonl", "rec", "sqlite", "duckdb")
    data = _Data(str(yaml), str(array), *(str(folder / f"statements.{ending}") for ending in endings))
    if not (folder / "done").exists():
        apart(_write, data)
        (folder / "done").touch()
    return data


def _write(data: _Data) -> None:
    with open(data.array, encoding="utf-8") as array:
        rows = json.load(array)
    with open(data.lines, "w", encoding="utf-8") as lines:
        lines.writelines(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
    with open(data.records, "w", encoding="utf-8") as records:
        for row in rows:
            records.writelines(f"{key}: {value}\n" for key, value in _fields(row))
            records.write("\n")
    if shutil.which("sqlite-utils"):
        _made("sqlite-utils", "insert", data.sqlite, "statements", data.lines, "--nl", "--pk", "id")
        _made("sqlite-utils", "create-index", data.sqlite, "statements", "speaker", "kind")
    if shutil.which("duckdb"):
        _made("duckdb", data.duckdb, "-c", f"CREATE TABLE statements AS FROM read_json_auto('{data.lines}')")


def _fields(row: dict[str, object]) -> Iterable[tuple[str, str]]:
    """Return the fields of a statement for recutils, where a list is a repeated field."""
    for key, value in row.items():
        for one in value if isinstance(value, list) else [value]:
            if one is not None:
                yield key, one if isinstance(one, str) else json.dumps(one, ensure_ascii=False)


def _made(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)


def _questions(data: _Data) -> dict[str, list[str]]:
    """Return the same question for every peer, by its name; the first word is the program."""
    return {
        "jq": ["jq", "-c", f".[] | {_JQ}", data.array],
        "yq, on the knowledge file": ["yq", *_yq_prints_json(), f".statements[] | {_JQ}", data.yaml],
        "recsel": [
            *("recsel", "-e", 'kind = "quote" && speaker = "speaker-3" && topics = "trade"', data.records)
        ],
        "mlr (Miller)": [
            *("mlr", "--ijsonl", "--ojsonl", "filter"),
            '$kind == "quote" && $speaker == "speaker-3" && any($topics, func(one) {return one == "trade"})',
            data.lines,
        ],
        "DuckDB, JSON": [
            *("duckdb", "-jsonlines", "-c"),
            f"FROM read_json_auto('{data.lines}') WHERE {_SQL} AND list_contains(topics, 'trade')",
        ],
        "DuckDB, its own table": [
            *("duckdb", "-readonly", "-jsonlines", data.duckdb, "-c"),
            f"FROM statements WHERE {_SQL} AND list_contains(topics, 'trade')",
        ],
        "sqlite-utils, JSON": [
            *("sqlite-utils", "memory", f"{data.lines}:nl"),
            f"SELECT * FROM statements WHERE {_IN_JSON}",
        ],
        "sqlite-utils, a table with an index": [
            *("sqlite-utils", "query", data.sqlite),
            f"SELECT * FROM statements WHERE {_IN_JSON}",
        ],
    }


def _yq_prints_json() -> list[str]:
    """Return the options with which yq prints one JSON line for each answer; two programs have that name."""
    if not shutil.which("yq"):
        return []
    told = subprocess.run(["yq", "--version"], capture_output=True, check=False).stdout
    return ["-o=json", "-I=0"] if b"mikefarah" in told else ["-c"]


def versions() -> dict[str, str]:
    """Return the versions of the installed peers, by program; the text is empty for one that is not installed."""
    found = {}
    for program in ("jq", "yq", "recsel", "mlr", "duckdb", "sqlite-utils"):
        found[program] = ""
        if shutil.which(program):
            told = subprocess.run([program, "--version"], capture_output=True, check=False, text=True).stdout
            number = re.search(r"\d+(\.\d+)+", told.replace("jq-", ""))
            found[program] = number[0] if number else "?"
    return found


class Race:
    """A comparison of tajik with its peers.

    Args:
        tajik: the tajik to compare.
        cache: the folder of its indexes.
        folder: a folder for the data.
    """

    def __init__(self, tajik: Installed, cache: Path, folder: Path) -> None:
        self._tajik, self._folder = tajik, folder
        self._environment = {"TAJIK_CACHE_DIR": str(cache)}
        self._slow: set[str] = set()

    def at(self, yaml: Path, size: int, budget: float) -> tuple[list[Run], dict[str, Ratio | str], int]:
        """Run the question with every program, in rounds.

        Args:
            yaml: a knowledge file.
            size: number of its statements.
            budget: seconds for the rounds.

        Returns:
            The runs of tajik; for each peer the time of tajik as a multiple of its time, or the reason why there is none; and
            the number of statements in the answer.

        Raises:
            Failure: a peer and tajik return different numbers of statements.
        """
        folder = self._folder / f"peers-{size}"
        folder.mkdir(exist_ok=True)
        ours = Command([self._tajik.tajik, "--file", str(yaml), *ASKED], self._environment)
        everything = [self._tajik.tajik, "--file", str(yaml), "statements", "--json"]
        array = folder / "statements.json"
        run(Command(everything, self._environment), str(array))
        told: dict[str, Ratio | str] = {}
        racing = {"tajik": ours}
        out = folder / "answer"
        run(ours, str(out))
        count = len(_IDS.findall(out.read_bytes()))
        for name, words in _questions(_data(yaml, array, folder)).items():
            if not shutil.which(words[0]):
                told[name] = "not installed"
                continue
            if name in self._slow:
                told[name] = f"over {_LIMIT:.0f} s"
                continue
            try:
                run(Command(words), str(out), _LIMIT)
            except TooLongError:
                self._slow.add(name)
                told[name] = f"over {_LIMIT:.0f} s"
                continue
            found = len(_IDS.findall(out.read_bytes()))
            if found != count:
                raise Failure(f"{name} has {found} answers, but tajik has {count}")
            racing[name] = Command(words)
        runs = compare(racing, budget=budget, most=12)
        own = runs.pop("tajik")
        return own, told | {name: ratio(own, theirs) for name, theirs in runs.items()}, count


def table(race: Race, files: dict[int, Path], budget: float) -> None:
    """Print the ratios for each size, and the size from which tajik is faster.

    Args:
        race: the comparison.
        files: a knowledge file of each size.
        budget: seconds for all sizes; the largest take most of it.
    """
    names = {size: f"peers: {size:,} statements" for size in files}
    shares = Budget(budget, {name: math.sqrt(size) for size, name in names.items()})
    rows: dict[str, list[str]] = {}
    ahead: dict[str, int | None] = {}
    own, counts = [], []
    for size, yaml in files.items():
        ours, told, count = race.at(yaml, size, shares.share(names[size]))
        own.append(f"{seconds(ours) * 1000:.0f} ms")
        counts.append(f"{count:,}")
        for name, found in told.items():
            rows.setdefault(name, []).append(found if isinstance(found, str) else str(found))
            behind = not (found.startswith("over") if isinstance(found, str) else found.high < 1)
            if behind:
                ahead[name] = None
            elif ahead.get(name) is None:
                ahead[name] = size
    line(f"| statements | {' | '.join(f'{size:,}' for size in files)} | tajik is ahead from |")
    line(f"|---|{'---:|' * (len(files) + 1)}")
    line(f"| results | {' | '.join(counts)} | |")
    line(f"| tajik, index cached | {' | '.join(own)} | |")
    for name, cells in rows.items():
        start = ahead[name]
        said = f"{start:,}" if start is not None else "–" if "not installed" in cells else "never here"
        line(f"| {name} | {' | '.join(cells)} | {said} |")
