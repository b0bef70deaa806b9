"""Phases: announcements before the talks, the talks themselves, and the source's background."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.lake import LAKE, lake, run_cli

from tajikcli import open_record
from tajikcli.errors import UnknownValueError

if TYPE_CHECKING:
    from pathlib import Path

PHASES = {"trade-growth": "background", "orlova-pleased": "before", "fish-fell": "before"}
ALL = ["trade-growth", "orlova-satisfied", "orlova-pleased", "fish-fell", "berg-schools"]


@pytest.fixture
def phased(tmp_path: Path) -> Path:
    """A record in which three of five statements have a phase."""
    text = LAKE
    for name, phase in PHASES.items():
        text = text.replace(f"  - id: {name}\n", f"  - id: {name}\n    phase: {phase}\n")
    path = lake(tmp_path)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ("statements --phase before", ["orlova-pleased", "fish-fell"]),
        ("statements --phase talks", ["orlova-satisfied", "berg-schools"]),
        ("statements --phase talks --phase background", ["trade-growth", "orlova-satisfied", "berg-schools"]),
        ("statements --phase before --phase talks --phase background", ALL),
        ("facts trade --phase before", ["fish-fell"]),
        ("facts trade fish --phase background --speaker orlova", ["trade-growth"]),
        ("quotes --phase talks", ["orlova-satisfied"]),
        ("search catch --phase before", ["fish-fell"]),
        ("search catch --phase talks", []),
    ],
)
def test_a_phase_filters_like_anything_else(phased: Path, asked: str, ids: list[str]) -> None:
    assert [row["id"] for row in run_cli("--file", phased, *asked.split(), "--json").json] == ids


def test_figures_and_comparisons_have_the_phase_that_was_asked_for(phased: Path) -> None:
    rows = run_cli("--file", phased, "figures", "--phase", "background", "--json").json
    assert {row["statement"] for row in rows} == {"trade-growth"}
    report = run_cli("--file", phased, "compare", "--phase", "talks", "--json").json
    assert [measure["measure"] for measure in report["figures"]] == ["pupils"]


def test_every_statement_says_its_phase(phased: Path, tmp_path: Path) -> None:
    """Null means the talks themselves, even in a record without phases."""
    rows = run_cli("--file", phased, "statements", "--json").json
    assert {row["id"]: row["phase"] for row in rows} == {name: PHASES.get(name) for name in ALL}
    assert "phase     before" in run_cli("--file", phased, "show", "fish-fell", "--format", "table").out
    plain = run_cli("--file", lake(tmp_path), "statements", "--phase", "talks", "--json").json
    assert [row["id"] for row in plain] == ALL


def test_an_empty_answer_names_the_phase(tmp_path: Path) -> None:
    answer = run_cli("--file", lake(tmp_path), "facts", "trade", "--phase", "before")
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == "tajik: none of the 2 facts about trade is from the phase before\n"


def test_an_unknown_phase_is_a_usage_error(tmp_path: Path) -> None:
    """It is an error on the command line, in Python and in a file."""
    assert run_cli("facts", "--phase", "after").code == 2
    path = lake(tmp_path)
    with open_record(path) as record:
        with pytest.raises(UnknownValueError, match="unknown phase 'befor'; did you mean before"):
            record.facts(phase="befor")
        assert len(record.facts(phase=["talks", "before"])) == 3
    path.write_text(
        LAKE.replace("    kind: quote\n", "    kind: quote\n    phase: befor\n", 1), encoding="utf-8"
    )
    assert (
        "'phase' is 'befor'; expected one of background, before; did you mean 'before'?"
        in run_cli("lint", path).out
    )
