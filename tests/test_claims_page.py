"""The page of facts: each claim once, its accounts beneath it, and nothing lost or counted twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lake import run

if TYPE_CHECKING:
    from pathlib import Path

RECORD = """\
meeting: {id: lake-2031, title: Lake talks, date: 2031-05-03}
sources:
  herald: {publisher: Herald, language: en}
  post: {publisher: Post, language: en}
speakers: {orlova: {name: Vera Orlova}}
topics: {trade: {label: Trade}}
measures: {trade: {label: Two-way trade}}
statements:
  - {id: post-growth, kind: paraphrase, source: post, speaker: orlova, topics: [trade], text: Orlova said trade grew by 19 percent., evidence: [{exact: by 19}], figures: [{measure: trade, change: 19, unit: percent}], links: [{to: growth, as: varies}]}
  - {id: post-partner, kind: paraphrase, source: post, speaker: orlova, topics: [trade], text: Orlova said Borduria is a major partner., evidence: [{exact: a major partner}], links: [{to: partner, as: varies}]}
  - {id: old, kind: narration, phase: background, topics: [trade], text: Trade was small in the past., evidence: [{exact: small}]}
  - {id: plan, kind: narration, phase: before, topics: [trade], text: The presidents will discuss trade., evidence: [{exact: will discuss}]}
  - {id: growth, kind: paraphrase, speaker: orlova, topics: [trade], text: Orlova said trade grew by almost 20 percent., evidence: [{exact: almost 20}], figures: [{measure: trade, change: 20, approx: almost, unit: percent}]}
  - {id: partner, kind: paraphrase, speaker: orlova, topics: [trade], text: Orlova said Borduria is the main partner., evidence: [{exact: the main partner}], links: [{to: other, as: conflicts}]}
  - {id: other, kind: narration, topics: [trade], text: Syldavia is the main partner., evidence: [{exact: Syldavia is the main}]}
  - {id: post-plan, kind: narration, source: post, phase: before, topics: [trade], text: Trade is on the agenda., evidence: [{exact: agenda}], links: [{to: plan, as: restates}]}
"""


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.yaml"
    path.write_text(RECORD, encoding="utf-8")
    return path


def page(record: Path, *asked: str) -> str:
    return run("--file", record, "facts", *asked, "--format", "table").out


def test_each_claim_stands_once_with_its_accounts_beneath_it(record: Path) -> None:
    text = page(record)
    assert text.startswith("All topics · 5 claims, 8 statements\n")
    assert text.index("grew by almost 20") < text.index("varies  Post: up by 19 percent")
    assert "trade grew by 19 percent" not in text  # said once, in the head's words
    assert re.search("varies  Post: …a major partner… +post-partner\n", text)
    assert re.search("also    Post +post-plan\n", text)
    assert re.search("conflicts  Herald: …Syldavia is the main… +other\n", text)


def test_what_was_announced_before_and_background_stand_behind_the_talks(record: Path) -> None:
    text = page(record, "trade")
    assert text.startswith("Trade · ")
    order = [
        text.index(part)
        for part in ("almost 20", "Before the talks", "will discuss", "Background", "in the past")
    ]
    assert order == sorted(order)


def test_an_account_whose_head_is_left_out_stands_by_itself_and_names_the_claim(record: Path) -> None:
    text = page(record, "--source", "post")
    assert "trade grew by 19 percent" in text
    assert "account of growth" in text
    assert "3 claims, 3 statements" in text


@pytest.mark.bundled
@pytest.mark.parametrize(
    "asked", [(), ("trade",), ("education",), ("--speaker", "putin"), ("--source", "tass"), ("--limit", "7")]
)
def test_the_totals_and_ids_of_the_page_are_those_of_json(asked: tuple[str, ...]) -> None:
    """Nothing is lost on the way to the page, and no claim is counted twice."""
    rows = run("facts", *asked, "--json").json
    text = run("facts", *asked, "--format", "table").out
    head = text.splitlines()[0]
    counted = [int(number) for number in re.findall(r"(\d+) (?:claims?|statements?)", head)]
    assert counted == [len({row["claim"] for row in rows}), len(rows)]
    assert {row["id"] for row in rows} <= set(re.findall(r"[\w-]+", text))
