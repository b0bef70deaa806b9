"""Parts that are not judged are listed with the reason, and each reason has a case."""

from __future__ import annotations

import json
import re
from pathlib import Path

from support.frozen import FROZEN, checker
from support.lake import run_cli
from support.tables import read, table

from tajikcli.documents import Document
from tajikcli.proof.measured.claims import UNNAMED
from tajikcli.proof.measured.silence import SILENCES
from tajikcli.proof.measured.verdict import REASONS
from tajikcli.proof.unspoken import UNSPOKEN


def reasons(text: str, finding: str) -> list[str]:
    examined = checker().examine(Document("-", text, html=False))
    return [one["reason"] for one in examined.not_judged if one["finding"] == finding]


@table("silences.yaml", "text", "reason")
def test_a_number_that_is_not_judged_is_listed_with_the_reason(text: str, reason: str) -> None:
    assert reasons(text, "figure") == [reason]


@table("unspoken.yaml", "text", "reason")
def test_names_of_works_and_scare_quotes_are_not_findings(text: str, reason: str | None) -> None:
    found = [one for one in checker().check(Document("-", text, html=False)) if one["finding"] == "quotation"]
    assert (reasons(text, "quotation"), bool(found)) == ([reason] if reason else [], reason is None)


def test_every_reason_has_a_case() -> None:
    covered = {row["reason"] for name in ("silences", "unspoken") for row in read(f"{name}.yaml")}
    # Two cases need a separate record: measures that are equally near, and a kind of figure that a measure
    # lacks.
    apart = {"several measures are equally near", "the record has no such figure"}
    assert {*(reason for _, reason in (*SILENCES, *UNSPOKEN)), *REASONS, UNNAMED} <= covered | apart


def test_the_documentation_has_every_reason_for_a_figure_without_a_verdict() -> None:
    page = (Path(__file__).parents[1] / "docs" / "figures.md").read_text("utf-8")
    listed = re.findall(r"^\| ([^|]+) \|$", page, re.MULTILINE)[1:]
    assert sorted(listed) == sorted([UNNAMED, *(reason for _, reason in SILENCES), *REASONS])


def test_programs_and_people_see_the_parts_that_were_not_judged(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("In 2019, trade was $1.9 billion.\n", "utf-8")
    answer = run_cli("--file", FROZEN, "check", draft, "--json")
    (line,) = [line for line in answer.err.splitlines() if line.startswith("{")]
    summary = json.loads(line)["summary"]
    assert (summary["findings"], summary["faults"]) == (0, 0)
    assert summary["not_judged"] == [
        {
            "file": str(draft),
            "line": 1,
            "column": 20,
            "finding": "figure",
            "text": "$1.9 billion",
            "reason": "another year",
        }
    ]
    page = run_cli("--file", FROZEN, "check", draft, "--format", "table")
    assert f"{draft}:1:20: not judged: $1.9 billion (another year)" in page.out
    assert "1 not judged" in page.err
