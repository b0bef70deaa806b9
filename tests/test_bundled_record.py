"""The record that tajik carries says what its sources say, and nothing else.

The sources are other people's texts and are not part of the project: these tests read them from the folder
that `TAJIK_SOURCES` names (or `../shared/sources`), and what needs them is skipped where they are missing.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from lake import run

from tajikcli.text import fold_space

ROOT = Path(__file__).parents[1]
SOURCES = Path(os.environ.get("TAJIK_SOURCES", ROOT.parent / "shared" / "sources"))
FILES = {
    "asia-plus-2024-12-25": "asia-plus-2024-12-25.txt",
    "trend-2024-12-25": "trend-2024-12-25.txt",
    "tass-2024-12-24": "tass-2024-12-24.txt",
    "menafn-2024-12-24": "menafn-trend-2024-12-24.txt",
    "regnum-2024-12-24": "regnum-2024-12-24.ru.txt",
    "izvestia-2024-12-25": "izvestia-2024-12-25.ru.txt",
}
PRIMARY = "asia-plus-2024-12-25"
LONGEST_BORROWED_RUN = 5  # words in a row; the rule is seven, and what is ours should sound like us
MARKED = re.compile(r'"([^"]+)"|“([^”]+)”|«([^»]+)»')

Entry = dict[str, Any]


@pytest.fixture(scope="module")
def record() -> Entry:
    """The bundled file as plain values, read by PyYAML itself and not by what is under test."""
    read: Entry = yaml.load((ROOT / "facts.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - the base loader makes texts only
    return read


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """Each source's text, white space folded."""
    if not SOURCES.is_dir():
        pytest.skip(f"the source texts are not here ({SOURCES}); TAJIK_SOURCES names their folder")
    return {slug: fold_space((SOURCES / name).read_text(encoding="utf-8")) for slug, name in FILES.items()}


def statements(record: Entry, *kinds: str) -> list[Entry]:
    return [entry for entry in record["statements"] if not kinds or entry["kind"] in kinds]


def source_of(entry: Entry) -> str:
    return str(entry.get("source", PRIMARY))


def runs_in_quotation_marks(text: str) -> list[str]:
    found = ["".join(groups) for groups in MARKED.findall(text)]
    return [fold_space(run).removesuffix(",") for run in found]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def sentences(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of a folded English text start and end."""
    ends = [match.end() for match in re.finditer(r"[.?!][”\"]?(?= [A-Z“\"]|$)", text)]
    return list(zip([0, *ends], ends, strict=False))


def test_every_quote_stands_word_for_word_between_quotation_marks_of_its_source(
    record: Entry, texts: dict[str, str]
) -> None:
    for quote in statements(record, "quote"):
        assert fold_space(quote["text"]) in runs_in_quotation_marks(texts[source_of(quote)]), quote["id"]


def test_every_run_in_quotation_marks_that_somebody_said_is_a_quote(
    record: Entry, texts: dict[str, str]
) -> None:
    for slug, text in texts.items():
        quotes = {fold_space(q["text"]) for q in statements(record, "quote") if source_of(q) == slug}
        said = {run for run in runs_in_quotation_marks(text) if run != "Игора"}  # a name, in Russian marks
        assert said == quotes, slug
    assert sum(source_of(quote) == PRIMARY for quote in statements(record, "quote")) == 7


def test_every_exact_has_at_most_eight_words_and_stands_once_in_its_source(
    record: Entry, texts: dict[str, str]
) -> None:
    for fact in statements(record, "paraphrase", "narration"):
        assert fact["evidence"], fact["id"]
        for evidence in fact["evidence"]:
            exact = fold_space(evidence["exact"])
            assert len(exact.split()) <= 8, fact["id"]
            assert texts[source_of(fact)].count(exact) == 1, (fact["id"], exact)


def test_each_of_the_primary_sources_sentences_is_answered_for(record: Entry, texts: dict[str, str]) -> None:
    text = texts[PRIMARY]
    spans = []
    for entry in statements(record):
        if source_of(entry) == PRIMARY:
            said = [entry["text"]] if entry["kind"] == "quote" else [e["exact"] for e in entry["evidence"]]
            spans += [(at := text.index(fold_space(run)), at + len(fold_space(run))) for run in said]
    whole = sentences(text)
    assert len(whole) == 25
    for start, end in whole:
        assert any(first < end and last > start for first, last in spans), text[start:end]


def test_no_fact_borrows_a_sentence_from_its_source(record: Entry, texts: dict[str, str]) -> None:
    length = LONGEST_BORROWED_RUN + 1
    for fact in statements(record, "paraphrase", "narration"):
        ours, theirs = words(fact["text"]), f" {' '.join(words(texts[source_of(fact)]))} "
        for start in range(len(ours) - length + 1):
            run = " ".join(ours[start : start + length])
            assert f" {run} " not in theirs, (fact["id"], run)


def test_no_fact_has_quotation_marks(record: Entry) -> None:
    for fact in statements(record, "paraphrase", "narration"):
        assert not re.search(r'["“”„«»]', fact["text"]), fact["id"]


def test_every_number_of_a_figure_stands_in_its_source(record: Entry, texts: dict[str, str]) -> None:
    ranks = {"1": r"ranks first|primary trade|foremost", "2": r"\bsecond\b"}
    for fact in statements(record):
        for figure in fact.get("figures", []):
            text = texts[source_of(fact)].replace(",", "")
            for key in ("value", "from", "to", "change"):
                if figure.get("unit") == "rank" and key in figure:
                    assert re.search(ranks[figure[key]], text), fact["id"]
                elif key in figure:
                    number = figure[key]
                    assert re.search(rf"(?<![\d.]){re.escape(number)}(?![\d]|\.\d)", text), fact["id"]


def test_no_figure_stands_on_a_quote(record: Entry) -> None:
    assert not any(quote.get("figures") for quote in statements(record, "quote"))


def test_via_stands_only_where_the_text_names_who_relayed_it(record: Entry, texts: dict[str, str]) -> None:
    kremlins_paragraphs = texts[PRIMARY].index("Meanwhile, Kremlin says")
    for entry in statements(record):
        via = entry.get("via", [])
        if source_of(entry) == PRIMARY:
            run = entry["text"] if entry["kind"] == "quote" else entry["evidence"][0]["exact"]
            after = texts[PRIMARY].index(fold_space(run)) >= kremlins_paragraphs
            relayed = ["tajik-presidency"] if entry["id"] in {"trade-volume", "trade-growth"} else []
            assert via == (["kremlin"] if after else relayed), entry["id"]
        elif via:
            named = {"kremlin": "сайте Кремля", "trend": "Trend reports"}
            assert all(named[relay] in texts[source_of(entry)] for relay in via), entry["id"]


def test_the_meetings_date_rests_on_narrations_of_the_sources_that_give_it(record: Entry) -> None:
    assert record["meeting"]["date"] == "2024-12-24"
    by_id = {entry["id"]: entry for entry in statements(record)}
    for name in ("izvestia-meeting", "regnum-meeting-date"):
        assert by_id[name]["kind"] == "narration"
        assert any("24 декабря" in evidence["exact"] for evidence in by_id[name]["evidence"])
    for entry in by_id.values():
        if source_of(entry) == PRIMARY:
            assert "said" not in entry, entry["id"]  # that text says only "yesterday evening"
            assert entry.get("when", "yesterday evening") in {"yesterday evening", "Prior to the meeting"}


def test_the_two_wordings_of_one_remark_are_linked(record: Entry) -> None:
    by_id = {entry["id"]: entry for entry in statements(record)}
    for name in ("kremlin-relations-constructive", "kremlin-relations-pace"):
        assert {"to": "putin-relations", "as": "restates"} in by_id[name]["links"]
    assert {"to": "izvestia-putin-relations", "as": "translates"} in by_id["putin-relations"]["links"]
    assert {"to": "regnum-putin-teachers", "as": "translates"} in by_id["putin-teachers-criticism"]["links"]


def test_the_figures_of_the_primary_source_are_figures(record: Entry) -> None:
    def figures(name: str) -> list[Entry]:
        return next(list(entry["figures"]) for entry in statements(record) if entry["id"] == name)

    trade = {"measure": "two-way-trade"}
    assert figures("trade-volume") == [{**trade, "value": "1.79", "scale": "billion", "unit": "USD"}]
    assert figures("trade-growth") == [{**trade, "change": "20", "unit": "percent", "approx": "almost"}]
    assert [(f["from"], f["to"]) for f in figures("teachers-increase")] == [("72", "82")]
    assert [(f["value"], f["unit"]) for f in figures("quota-1000")] == [("1000", "students")]
    assert [(f["value"], f["unit"]) for f in figures("trade-partner-rank")] == [("1", "rank")]
    assert [(f["value"], f["unit"]) for f in figures("investor-rank")] == [("2", "rank")]
    assert figures("increase-this-year") == [{"direction": "up", "period": "2024"}]


@pytest.mark.parametrize("slug", sorted(FILES))
def test_tajik_verify_finds_every_statement_in_its_source(slug: str) -> None:
    """The command itself says of the record what these tests say; a pinned edition is the one that is here."""
    if not SOURCES.is_dir():
        pytest.skip(f"the source texts are not here ({SOURCES}); TAJIK_SOURCES names their folder")
    answer = run("verify", slug, SOURCES / FILES[slug], "--json")
    assert answer.code == 0
    assert {told["status"] for told in answer.json["statements"]} == {"found"}
    assert answer.json["edition"] in {"same", "unpinned"}
    if slug == PRIMARY:
        assert (answer.json["coverage"], answer.json["edition"]) == (100.0, "same")
