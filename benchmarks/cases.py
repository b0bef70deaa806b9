"""Uses of tajik that are timed: at least one for every command, and the data that they need."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import archive
from paired import Command, Failure, apart, run

from tajikcli.commands import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from installed import Installed

BASE = Path(tempfile.gettempdir()) / "tajik-bench"
CACHE = BASE / "cache"
OUT = str(BASE / "out")
ENVIRONMENT = {"TAJIK_CACHE_DIR": str(CACHE), "TAJIK_FACTS": "", "FORCE_COLOR": "", "COLUMNS": "100"}
ASKED = ("facts", "trade", "--speaker", "speaker-3", "--limit", "20", "--json")
SEARCHED = ("search", "trade", "--json")
BOTH = archive.SCRIPTS
SERVERS = {"mcp"}  # commands that serve until they are stopped, so that no run of theirs can be timed


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
        """Return the command, for a record or for the bundled one."""
        file = () if where is None else ("--file", str(where))
        return Command(
            [tajik.tajik, *file, *self.words],
            {**ENVIRONMENT, **self.environment},
            self.code,
            silent=self.silent,
        )


def completing(*line: str, where: Path | None = None) -> Case:
    """Return the command that Bash runs when Tab is pressed at the end of a line."""
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
    """Make an archive with a number of statements, a hundred in each file, and its index, with the words of the statements."""
    where = BASE / f"{statements}-both"
    made = Large(where, BASE / f"{where.name}.md", BASE / f"{where.name}.txt")
    apart(archive.folder, where, statements // 100, 100, BOTH)
    run(Case(SEARCHED).of(tajik, where), OUT)
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
        "extract a source": Case(("extract", str(at.source))),
        "lint": Case(("lint", str(at.where)), silent=True),
        "open, the address": Case(("open", ids[0], "--print")),
        "export into SQLite": Case(("export", "sqlite", str(BASE / "export.db")), silent=True),
        "help": Case(("help", "check")),
        "cache": Case(("cache", "--json")),
        "completion, the script": Case(("completion", "bash")),
        "completion of a topic": completing("facts", "topic-1", where=at.where),
        "completion of an id": completing("show", "meeting-0002/statement-4", where=at.where),
        "schema": Case(("schema", "output")),
    }
    missing = set(COMMANDS) - SERVERS - {case.words[0] for case in found.values() if case.words}
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


def bundled_article(tajik: Installed, size: int) -> None:
    """Write an article with a given number of words that quotes the bundled record, unless the article exists."""
    path = BASE / f"bundled-{size}.md"
    if not path.exists():
        run(Case(("quotes", "--json")).of(tajik), OUT)
        _article(path, size, ["Putin", "Rahmon", "he"])
