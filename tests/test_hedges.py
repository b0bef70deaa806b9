"""Every output that shows a statement also shows its hedges."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from support.lake import LAKE, lake, run_cli

from tajikcli.proof.styles import STYLES, WITHOUT_WORDS
from tajikcli.repository.rows import open_rows

if TYPE_CHECKING:
    from pathlib import Path

HEDGE = "is thought to have"
FORMATS = ("table", "plain", "json", "jsonl", "csv", "markdown", "yaml")


@pytest.fixture
def hedged(tmp_path: Path) -> Path:
    """A record whose first fact has a hedge that its text does not contain."""
    path = lake(tmp_path)
    text = LAKE.replace(
        "    text: Trade grew by nearly a fifth",
        f"    hedges: [{HEDGE}]\n    text: Trade grew by nearly a fifth",
    )
    assert text.count(HEDGE) == 1
    # Another account of the same measure and period with a very different figure, which `compare` reports as
    # a conflict.
    other = """\
  - id: trade-halved
    kind: narration
    topics: [trade]
    text: Trade was 0.5 billion dollars.
    figures: [{measure: two-way-trade, value: 0.5, scale: billion, unit: USD, period: 2031}]
    evidence: [{exact: half a billion}]
    links: [{to: trade-growth, as: conflicts}]
  - id: trade-of-the-spring
    kind: narration
    topics: [trade]
    text: Trade was 0.2 billion dollars in the spring.
    figures:
      - {measure: two-way-trade, value: 0.2, scale: billion, unit: USD, period: 2031-01/2031-03}
      - {measure: two-way-trade, value: 0.1, scale: billion, unit: USD}
    evidence: [{exact: in the spring}]
"""
    path.write_text(text + other, encoding="utf-8")
    return path


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize(
    "words",
    [
        "facts trade --limit 1",
        "statements --limit 1",
        "figures --limit 1",
        "show trade-growth",
        "search fifth",
    ],
)
def test_every_format_shows_it_with_the_fact(hedged: Path, words: str, format_: str) -> None:
    shown = run_cli("--file", hedged, *words.split(), "--format", format_)
    assert shown.code == 0
    assert HEDGE in " ".join(shown.out.split()).replace("\\", "")


def test_it_is_shown_beside_a_statement_that_another_one_is_linked_with(hedged: Path) -> None:
    """This covers the page of the linking statement and the page of the linked one."""
    for name in ("trade-halved", "berg-schools"):
        shown = run_cli("--file", hedged, "show", name, "--format", "table").out
        assert f"hedged: {HEDGE}" in " ".join(shown.split())


@pytest.mark.parametrize("columns", ["200", "60"])
def test_the_page_of_compare_shows_it_with_each_figure_and_each_linked_statement(
    hedged: Path, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This covers contradictory figures, other figures, implied amounts, and contradictions."""
    monkeypatch.setenv("COLUMNS", columns)
    page = " ".join(run_cli("--file", hedged, "compare", "--format", "table").out.split())
    rest, _, implied = page.partition("implied ")
    contradictions, _, figures = rest.partition("Figures Two-way trade")
    declared, _, rivals = contradictions.partition("Two-way trade")
    for part in (declared, rivals, figures):
        assert re.search(rf"→ Harbour Herald · hedged: {HEDGE} trade-growth", part)
    assert f"1.2 billion USD (hedged: {HEDGE}) less 0.2 billion USD" in implied


def test_the_lines_of_compare_show_it_too(hedged: Path) -> None:
    lines = [
        line.split("\t")
        for line in run_cli("--file", hedged, "compare", "--format", "plain").out.splitlines()
    ]
    with_it = [line[0] for line in lines if HEDGE in "\t".join(line)]
    about_it = [line[0] for line in lines if "trade-growth" in "\t".join(line)]
    assert with_it == about_it
    assert {"figure", "conflict", "implied", "conflicts"} <= set(with_it)


def test_an_account_of_several_statements_has_the_hedges_of_each(hedged: Path) -> None:
    text = hedged.read_text(encoding="utf-8")
    second = (
        text
        + """\
  - id: trade-again
    kind: paraphrase
    speaker: orlova
    via: [aland-presidency]
    topics: [trade]
    hedges: [reportedly]
    text: Trade was 1.2 billion dollars.
    figures: [{measure: two-way-trade, value: 1.20, scale: billion, unit: USD, period: 2031}]
    evidence: [{exact: again}]
"""
    )
    hedged.write_text(second, encoding="utf-8")
    (measure,) = [
        one
        for one in run_cli("--file", hedged, "compare", "--json").json["figures"]
        if one["measure"] == "two-way-trade"
    ]
    (account,) = [one for one in measure["accounts"] if "trade-again" in one["statements"]]
    assert account["hedges"] == [HEDGE, "reportedly"]


@pytest.mark.parametrize("style", [style for style in STYLES if style not in WITHOUT_WORDS])
def test_every_style_of_citation_has_it(hedged: Path, style: str) -> None:
    assert f"hedged: {HEDGE}" in run_cli("--file", hedged, "cite", "trade-growth", "--as", style).out


QUOTED = "“Trade grew by nearly a fifth, to 1.2 billion dollars”, she said."


def test_a_finding_shows_it_with_the_fact_that_it_is_compared_with(hedged: Path) -> None:
    checked = run_cli("--file", hedged, "check", "--text", QUOTED, "--json")
    (finding,) = checked.json
    assert (finding["verdict"], finding["statement"]) == ("paraphrase", "trade-growth")
    assert finding["hedges"] == [HEDGE]
    for format_ in ("table", "csv", "yaml", "github"):
        shown = run_cli("--file", hedged, "check", "--text", QUOTED, "--format", format_).out
        assert HEDGE in " ".join(shown.split()), format_


def test_a_figure_on_record_has_it_beside_it(hedged: Path) -> None:
    draft = hedged.parent / "draft.txt"
    draft.write_text("Turnover grew by 40 percent.", encoding="utf-8")
    checked = run_cli("--file", hedged, "check", draft, "--json")
    (finding,) = checked.json
    assert finding["finding"] == "figure"
    assert f"(trade-growth; hedged: {HEDGE})" in finding["record_text"]


def test_the_completion_of_an_id_begins_with_its_hedges(hedged: Path) -> None:
    with open_rows([str(hedged)]) as rows:
        ((_, told),) = rows.completions("id", "trade-growth")
    assert told.startswith(f"hedged: {HEDGE}: Trade grew")


def test_a_statement_without_hedges_shows_none(hedged: Path) -> None:
    rows = json.loads(run_cli("--file", hedged, "facts", "fish", "--json").out)
    assert [row["hedges"] for row in rows] == [[]]
    assert "hedged" not in run_cli("--file", hedged, "facts", "fish", "--format", "table").out
