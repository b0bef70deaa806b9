"""The record of a second real meeting has no errors, and can be read together with the bundled record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from support.lake import run_cli

ROOT = Path(__file__).parents[1]
BISHKEK = ROOT / "tests" / "records" / "bishkek-2023.yaml"

Entry = dict[str, Any]


@pytest.fixture(scope="module")
def statements() -> list[Entry]:
    """The statements of the file as plain values, read by PyYAML instead of the code under test."""
    read: Entry = yaml.load(BISHKEK.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - the base loader creates only texts
    return list(read["statements"])


def test_it_lints_clean() -> None:
    """There are no errors and no warnings."""
    answer = run_cli("lint", BISHKEK, "--json")
    assert (answer.code, answer.json) == (0, []), answer.out
    assert answer.err == "tajik: 1 file checked: no problems\n"


def test_it_is_read_together_with_the_bundled_record(tmp_path: Path) -> None:
    """Its topics and measures have the same names as in the other record, and no name has two meanings."""
    for path in (BISHKEK, ROOT / "facts.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    answer = run_cli("lint", tmp_path, "--json")
    assert (answer.code, answer.json) == (0, []), answer.out
    found = run_cli("--file", tmp_path, "facts", "relations", "--json")
    assert {row["meeting"] for row in found.json} == {"bishkek-2023", "igora-2024"}


def test_no_statement_has_keywords(statements: list[Entry]) -> None:
    """Search finds its statements by their words and by the names of their topics."""
    assert not [entry["id"] for entry in statements if "keywords" in entry]


def test_every_exact_has_at_most_eight_words(statements: list[Entry]) -> None:
    """The file has only as many words of a source as are needed to find a fact."""
    facts = [entry for entry in statements if entry["kind"] != "quote"]
    for fact in facts:
        assert fact["evidence"], fact["id"]
        for evidence in fact["evidence"]:
            assert len(evidence["exact"].split()) <= 8, fact["id"]
