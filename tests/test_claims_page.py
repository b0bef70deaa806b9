"""The page of facts: each claim is shown once with its accounts below it, and nothing is lost or counted twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.lake import run_cli

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
    return run_cli("--file", record, "facts", *asked, "--format", "table").out


def test_each_claim_is_shown_once_with_its_accounts_below_it(record: Path) -> None:
    """An arrow before a source says that the speaker of the head speaks in it, too."""
    text = page(record)
    assert text.startswith("All topics · 5 claims, 8 statements\n")
    assert text.index("grew by almost 20") < text.index("varies  \u2192 Post: up by 19 percent")
    assert "trade grew by 19 percent" not in text  # shown once, in the words of the head
    assert re.search("varies  \u2192 Post: …a major partner… +post-partner\n", text)
    assert re.search("also    Post +post-plan\n", text)
    assert re.search("conflicts  Herald: …Syldavia is the main… +other\n", text)


def test_announcements_and_background_come_after_the_talks(record: Path) -> None:
    text = page(record, "trade")
    assert text.startswith("Trade · ")
    order = [
        text.index(part)
        for part in ("almost 20", "Before the talks", "will discuss", "Background", "in the past")
    ]
    assert order == sorted(order)


def test_an_account_without_its_head_is_shown_alone_and_names_the_claim(record: Path) -> None:
    text = page(record, "--source", "post")
    assert "trade grew by 19 percent" in text
    assert "account of growth" in text
    assert "3 claims, 3 statements" in text


@pytest.mark.bundled
@pytest.mark.parametrize(
    "asked", [(), ("trade",), ("education",), ("--speaker", "putin"), ("--source", "tass"), ("--limit", "7")]
)
def test_the_totals_and_ids_of_the_page_are_those_of_json(asked: tuple[str, ...]) -> None:
    """The page loses no statement and counts no claim twice."""
    rows = run_cli("facts", *asked, "--json").json
    text = run_cli("facts", *asked, "--format", "table").out
    head = text.splitlines()[0]
    counted = [int(number) for number in re.findall(r"(\d+) (?:claims?|statements?)", head)]
    assert counted == [len({row["claim"] for row in rows}), len(rows)]
    assert {row["id"] for row in rows} <= set(re.findall(r"[\w-]+", text))


FIGURES = """\
meeting: {id: lake-2031, title: Lake talks, date: 2031-05-03}
sources:
  herald: {publisher: Herald, language: en, url: "https://example.org/a%20b"}
  post: {publisher: Post, language: en}
topics: {trade: {label: Trade}, art: {label: Art}}
measures: {trade: {label: Two-way trade}, rank: {label: Rank among partners}}
statements:
  - {id: plain, kind: narration, topics: [art, trade], text: Art is traded., evidence: [{exact: is traded}]}
  - {id: second, kind: narration, topics: [trade], text: Syldavia ranks second., evidence: [{exact: second}], figures: [{measure: rank, value: 2, unit: rank}]}
  - {id: quiet, kind: narration, topics: [trade], text: Trade is quiet., evidence: [{exact: quiet}]}
  - {id: twice, kind: narration, topics: [trade], text: Trade is old., evidence: [{exact: is old}]}
  - {id: post-twice, kind: narration, source: post, topics: [trade], text: Trade is old., evidence: [{exact: old}], links: [{to: twice, as: restates}]}
  - {id: art-figure, kind: narration, topics: [art, trade], text: "Trade in art came to 1,000 dollars.", evidence: [{exact: in art}], figures: [{measure: trade, value: 1000, unit: USD, period: 2031}]}
  - {id: rival, kind: narration, source: post, topics: [trade], text: Trade came to a lot., evidence: [{exact: a lot}], figures: [{measure: trade, value: 12500, unit: USD, period: 2031-01/2031-12}]}
"""


@pytest.fixture
def figures(tmp_path: Path) -> Path:
    path = tmp_path / "figures.yaml"
    path.write_text(FIGURES, encoding="utf-8")
    return path


def order(text: str) -> list[str]:
    """Return the ids of the heads on a page, in order."""
    return [
        found[1]
        for line in text.splitlines()
        if not line.startswith(("  also", "  varies", "  conflicts"))
        and (found := re.search(r" {2,}(\S+)$", line))
    ]


def test_claims_about_what_was_asked_come_first_then_figures_then_more_accounts_then_the_files_order(
    figures: Path,
) -> None:
    assert order(page(figures, "trade")) == ["second", "rival", "twice", "quiet", "art-figure", "plain"]
    assert order(page(figures, "art")) == ["art-figure", "plain"]
    assert order(page(figures)) == ["second", "art-figure", "rival", "twice", "plain", "quiet"]


def test_each_figure_is_shown_exactly_once(figures: Path) -> None:
    """A figure is printed below a text that does not contain it; thousands are separated, and a rank is a word."""
    text = page(figures)
    assert re.search(r"Syldavia ranks second\.\n  Herald +second\n", text)
    assert re.search(r"1,000 dollars\.\n  2031 · Herald +art-figure\n", text)
    assert "  12,500 USD · Two-way trade · 2031-01/2031-12 · Post" in text


def test_figures_that_contradict_each_other_are_marked_with_the_other_value(figures: Path) -> None:
    """They are marked even if the record does not declare it, and even if the period is written differently."""
    text = page(figures)
    assert re.search(r"  conflicts  Post: 12,500 USD · 2031-01/2031-12 +rival\n", text)
    assert re.search(r"  conflicts  Herald: 1,000 USD · 2031 +art-figure\n", text)
    assert "conflicts" not in page(figures, "--source", "post")


def test_contradictions_of_a_claim_are_counted_after_the_first_few(figures: Path) -> None:
    more = "".join(
        f"  - {{id: other-{value}, kind: narration, topics: [trade], text: Some text., evidence: [{{exact: it}}],"
        f" figures: [{{measure: trade, value: {value}, unit: USD, period: 2031}}]}}\n"
        for value in range(20000, 70000, 10000)
    )
    figures.write_text(FIGURES + more, encoding="utf-8")
    entry = page(figures).partition("1,000 dollars.")[2].partition("other-20000\n")
    first = page(figures).partition("1,000 dollars.")[2].split("Trade came to a lot.")[0]
    assert first.count("  conflicts  ") == 4
    assert "conflicts  with 3 more statements: see 'tajik compare'" in first
    assert entry[1]


def test_a_source_links_to_its_address_if_the_terminal_supports_links(
    figures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another terminal would print the address in the middle of the text."""
    for name in ("NO_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    text = run_cli("--file", figures, "facts", terminal=True).out
    assert set(re.findall(r"\x1b\]8;[^;]*;([^\x1b]*)\x1b\\", text)) == {"", "https://example.org/a%20b"}
    for name, value in (("TERM", "linux"), ("TERM", "dumb"), ("NO_COLOR", "1")):
        monkeypatch.setenv(name, value)
        assert "\x1b]8" not in run_cli("--file", figures, "facts", terminal=True).out
