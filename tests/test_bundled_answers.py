"""Answers from the bundled record to a bank of questions and to every example in the help."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from support.lake import archive, lake, run_cli
from support.word import paragraph, run_of, write_docx

from tajikcli import open_record
from tajikcli.commands import COMMANDS
from tajikcli.exits import Exit
from tajikcli.repository import search

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tajikcli import Record

pytestmark = pytest.mark.bundled
BANK = yaml.load((Path(__file__).parent / "questions.yaml").read_bytes(), Loader=yaml.CSafeLoader)


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """The bundled record, with its index in a folder for these tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TAJIK_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        patch.delenv("TAJIK_FACTS", raising=False)
        with open_record() as record:
            yield record


def rank(record: Record, entry: dict[str, Any]) -> int:
    """Return the rank, counted from 1, of the first right answer to a question; 99 if there is none."""
    found = [hit.id for hit in record.search(entry["ask"])]
    return next((place for place, name in enumerate(found, 1) if name in entry["answer"]), 99)


def test_the_answers_of_the_bank_are_on_record(bundled: Record) -> None:
    known = {statement.id for statement in bundled.statements()}
    assert len(BANK) >= 100
    for entry in BANK:
        assert known.issuperset(entry["answer"]), entry["ask"]


def test_questions_are_answered_first_or_among_the_first_three(bundled: Record) -> None:
    ranks = [(rank(bundled, entry), entry["ask"]) for entry in BANK]
    assert sum(place == 1 for place, _ in ranks) >= 0.95 * len(BANK), [late for late in ranks if late[0] > 1]
    assert sum(place <= 3 for place, _ in ranks) >= 0.99 * len(BANK), [late for late in ranks if late[0] > 3]


@pytest.mark.parametrize("limit", [1, 10])
def test_skipping_statements_with_only_a_frequent_word_loses_none_of_the_best(
    bundled: Record, monkeypatch: pytest.MonkeyPatch, limit: int
) -> None:
    """In a small record, all statements with any of the words are ranked, so the number is the same."""
    asked = [entry["ask"] for entry in BANK]
    ranked = [bundled.search(question, limit=limit) for question in asked]
    monkeypatch.setattr(search, "_FREQUENT", 0)
    assert [bundled.search(question, limit=limit) for question in asked] == ranked


def test_questions_that_share_no_word_with_the_text_are_answered_too(bundled: Record) -> None:
    far = [entry for entry in BANK if entry.get("far")]
    assert len(far) >= 5
    assert sum(rank(bundled, entry) <= 3 for entry in far) >= 0.8 * len(far)


def test_the_teachers_come_first(bundled: Record) -> None:
    best = bundled.search("how many russian teachers work in tajikistan")[0]
    assert [(figure.from_, figure.to) for figure in best.figures] == [("72", "82")]


@pytest.mark.parametrize(
    ("synonym", "expected"),
    [
        ("commerce", "trade-volume"),
        ("educators", "teachers-increase"),
        ("scholarships", "quota-1000"),
        ("resort", "meeting-place"),
        ("chairmanship", "cis-chairmanship"),
    ],
)
def test_synonyms_that_the_record_carries_are_found(bundled: Record, synonym: str, expected: str) -> None:
    assert expected in [hit.id for hit in bundled.search(synonym, limit=100)]


def examples() -> list[str]:
    """Return every command line in the help."""
    lines = []
    for words in ([], *([name] for name in COMMANDS)):
        lines += re.findall(r"^    (tajik .*?)(?:  .*)?$", run_cli(*words, "--help").out, re.MULTILINE)
    return lines


@pytest.mark.parametrize("line", examples())
def test_bundled_every_example_in_the_help_runs_and_answers(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every example in the help works and has an answer."""
    monkeypatch.chdir(tmp_path)
    lake(tmp_path).rename("meeting.yaml")
    archive(tmp_path)
    said = "Tajikistan is a reliable ally,"
    if "--diff" in line:
        said = said.replace("reliable", "faithful")
    (tmp_path / "articles").mkdir()
    for name in ("draft.md", "draft.html", "article.html", "transcript.txt", "articles/one.md"):
        (tmp_path / name).write_text(f"“{said}” Putin said.", encoding="utf-8")
    write_docx(tmp_path / "draft.docx", paragraph(run_of(f"“{said}” Putin said.")))
    for name in ("draft.yaml", "facts.yaml"):
        shutil.copy("meeting.yaml", name)
    (tmp_path / "accepted.jsonl").touch()
    if "verify" in line:
        pytest.skip(
            "its example needs a source's text, which is not ours to carry; tests/test_verify.py runs it on one"
        )
    words = shlex.split(re.split(r" (?:[|>]|&&) ", line)[0])[1:]
    if words[-1] == "mcp":
        pytest.importorskip("mcp", reason="mcp is not installed here")
        done = subprocess.run(
            [sys.executable, "-m", "tajikcli", *words], stdin=subprocess.DEVNULL, check=True
        )
        assert done.returncode == 0
        return
    answer = run_cli(*words)
    assert answer.code == (1 if "--diff" in line else 0)
    assert answer.out or re.search("no fault|no problem|index|written to|opening|1 verbatim", answer.err)


def test_bundled_trade_is_economy_in_any_script() -> None:
    """The answers that the design promises by name."""
    trade = run_cli("facts", "trade")
    assert trade.code == 0
    assert trade.out
    assert run_cli("facts", "economy") == trade
    assert run_cli("facts", "торговля") == trade


def test_bundled_putin_is_putin_in_any_script() -> None:
    """The slug, the Cyrillic alias, and the full name in lower case all match."""
    putin = run_cli("quotes", "--speaker", "putin")
    assert putin.code == 0
    assert putin.out
    assert run_cli("quotes", "--speaker", "Путин") == putin
    assert run_cli("quotes", "--speaker", "vladimir putin") == putin


def test_bundled_trde_suggests_trade() -> None:
    """A typing error produces one line with a suggestion."""
    answer = run_cli("facts", "trde")
    assert (answer.code, answer.out) == (Exit.USE, "")
    assert "did you mean trade" in answer.err


def test_bundled_trade_fits_a_screen_that_warns_of_a_figure_without_period_and_source() -> None:
    """This is the first answer that a new user sees."""
    screen = "\n".join(run_cli("compare", "trade", "--format", "table").out.splitlines()[:24])
    for part in (
        "2024-01/2024-09",
        "2024-01/2024-10",
        "no period given",
        "0.538 billion USD",
        "not compared",
    ):
        assert part in screen, part
    assert run_cli("compare", "trade", "--json").json["conflicts"] == []
