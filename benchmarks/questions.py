"""Measure how well search answers a bank of questions: `python benchmarks/questions.py BANK [--record FILE] [--without-keywords]`.

A bank is a YAML file (a list of `{ask, answer, group}`, as in `tests/questions.yaml`). If its name ends in
`.tsv`, it has a line for each question: the question, the ids of the statements that answer it, separated by
commas, and its group. If a question has no ids, the record does not answer it; it fails if a statement is
presented as containing all of its words.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import yaml

from tajikcli.repository.rows import open_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.repository.rows import Rows

BUNDLED = Path(__file__).parents[1] / "facts.yaml"
LIMIT = 10  # the number of results that the command prints


class Asked(NamedTuple):
    """A question of a bank: its text, the ids that answer it (any of them is right), and its group."""

    text: str
    answers: tuple[str, ...]
    group: str


class Outcome(NamedTuple):
    """The result of a question: the rank of the first right answer (99 for none), and whether an answer had all the words."""

    place: int
    complete: bool
    first: str


def bank(path: Path) -> list[Asked]:
    """Return the questions of a bank.

    Args:
        path: a YAML file, or a file whose name ends in `.tsv`.
    """
    content = path.read_text(encoding="utf-8")
    if path.suffix == ".tsv":
        lines = [line.split("\t") for line in content.splitlines() if line.strip() and line[0] != "#"]
        return [
            Asked(text, tuple(filter(None, map(str.strip, ids.split(",")))), (rest or ["all"])[0].strip())
            for text, ids, *rest in ((*line, "")[: max(len(line), 2)] for line in lines)
        ]
    return [
        Asked(entry["ask"], tuple(entry.get("answer") or ()), entry.get("group", "all"))
        for entry in yaml.safe_load(content)
    ]


def without_keywords(path: Path, folder: Path) -> Path:
    """Write a copy of a record without any `keywords`, and return its path."""
    record = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - this loader creates only texts
    for statement in record["statements"]:
        statement.pop("keywords", None)
    copy = folder / path.name
    copy.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return copy


def outcome(rows: Rows, question: Asked) -> Outcome:
    """Ask a question, and return the result."""
    found = rows.found(question.text, rows.query(limit=LIMIT))
    ids = [hit["id"] for hit in found.hits.rows()]
    place = next((place for place, name in enumerate(ids, 1) if name in question.answers), 99)
    return Outcome(place, found.complete > 0, ids[0] if ids else "-")


def told(outcomes: Sequence[tuple[Asked, Outcome]]) -> str:
    """Return the results of a group in one line."""
    answerable = [one for question, one in outcomes if question.answers]
    first = sum(one.place == 1 for one in answerable)
    three = sum(one.place <= 3 for one in answerable)
    parts = []
    if answerable:
        count = len(answerable)
        parts.append(
            f"{count:4} questions  first {first} ({first / count:.0%})  in three {three} ({three / count:.0%})"
        )
    silent = [one for question, one in outcomes if not question.answers]
    if silent:
        parts.append(
            f"{len(silent)} without an answer, {sum(one.complete for one in silent)} presented as answered"
        )
    return "  ".join(parts)


def main() -> None:
    """Print how many questions are answered first and among the first three, for each group and for all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("bank", type=Path)
    parser.add_argument("--record", type=Path, default=BUNDLED)
    parser.add_argument(
        "--without-keywords", action="store_true", help="ask a copy without the record's keywords"
    )
    parser.add_argument("--late", action="store_true", help="list the questions that are not answered first")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TAJIK_CACHE_DIR"] = folder
        record = without_keywords(given.record, Path(folder)) if given.without_keywords else given.record
        groups: dict[str, list[tuple[Asked, Outcome]]] = defaultdict(list)
        with open_rows([str(record)]) as rows:
            for question in bank(given.bank):
                groups[question.group].append((question, outcome(rows, question)))
    everything = [one for outcomes in groups.values() for one in outcomes]
    if given.late:
        for question, one in everything:
            wrong = one.place > 1 if question.answers else one.complete
            if wrong:
                print(f"{one.place:3} {question.group:8} {question.text}  [{one.first}]")
    for group, outcomes in sorted(groups.items()):
        print(f"{group:12}{told(outcomes)}")
    if len(groups) > 1:
        print(f"{'all':12}{told(everything)}")


if __name__ == "__main__":
    main()
