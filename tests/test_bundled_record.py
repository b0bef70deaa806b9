"""The bundled record says exactly what its sources say.

The sources belong to other people and are not part of the project. These tests read them from the folder that
`TAJIK_SOURCES` names (or `../shared/sources`), and are skipped if they are missing.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.lake import run_cli

from tajikcli.text import fold_space
from tajikcli.words import stems

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
# this many words in a row are enough for a source's short terms and too few to republish a sentence
LONGEST_BORROWED_RUN = 7
MARKED = re.compile(r'"([^"]+)"|“([^”]+)”|«([^»]+)»')

Entry = dict[str, Any]
pytestmark = pytest.mark.bundled


@pytest.fixture(scope="module")
def record() -> Entry:
    """The bundled file as plain values, read by PyYAML instead of the code under test."""
    read: Entry = yaml.load((ROOT / "facts.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - the base loader creates only texts
    return read


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """The text of each source, with folded white space."""
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
    """Return the words of a text; an apostrophe or hyphen joins a word, and a point joins a number."""
    return re.findall(r"\w+(?:['’.,:-]\w+)*", text.casefold())


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the positions of the sentences of a folded text."""
    ends = [match.end() for match in re.finditer(r"(?<!\bSt)[.?!][”\"»]?(?= [A-ZА-ЯЁ“\"«])", text)]
    return list(zip([0, *ends], [*ends, len(text)], strict=True))


def resting_on(entry: Entry, text: str) -> str:
    """Return the sentences of a source that a statement rests on."""
    runs = [entry["text"]] if entry["kind"] == "quote" else [e["exact"] for e in entry["evidence"]]
    spans = [(at := text.index(fold_space(run)), at + len(fold_space(run))) for run in runs]
    whole = [
        text[start:end]
        for start, end in sentences(text)
        if any(first < end and last > start for first, last in spans)
    ]
    return "".join(whole)


def numbers(text: str) -> set[str]:
    """Return the numbers of a text, without thousands separators."""
    return {number.replace(",", "") for number in re.findall(r"\d+(?:[.,:]\d+)*", text)}


def test_every_quote_is_word_for_word_between_quotation_marks_in_its_source(
    record: Entry, texts: dict[str, str]
) -> None:
    for quote in statements(record, "quote"):
        assert fold_space(quote["text"]) in runs_in_quotation_marks(texts[source_of(quote)]), quote["id"]


def test_all_words_in_quotation_marks_that_somebody_said_are_quotes(
    record: Entry, texts: dict[str, str]
) -> None:
    for slug, text in texts.items():
        quotes = {fold_space(q["text"]) for q in statements(record, "quote") if source_of(q) == slug}
        # a name in Russian quotation marks
        said = {run for run in runs_in_quotation_marks(text) if run != "Игора"}
        assert said == quotes, slug
    assert sum(source_of(quote) == PRIMARY for quote in statements(record, "quote")) == 7


def test_every_exact_has_at_most_eight_words_and_occurs_once_in_its_source(
    record: Entry, texts: dict[str, str]
) -> None:
    for fact in statements(record, "paraphrase", "narration"):
        assert fact["evidence"], fact["id"]
        for evidence in fact["evidence"]:
            exact = fold_space(evidence["exact"])
            assert len(exact.split()) <= 8, fact["id"]
            assert texts[source_of(fact)].count(exact) == 1, (fact["id"], exact)


def test_each_sentence_of_the_primary_source_has_a_statement(record: Entry, texts: dict[str, str]) -> None:
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


RANKS = {"1": "first", "2": "second"}
SCALES = {"thousand": r"thousand", "million": r"million|\bmln", "billion": r"billion|\bbln"}
UNITS = {"USD": r"\$|dollar", "percent": r"%|percent"}
APPROXIMATIONS = {"almost": "almost", "about": "about", "over": "more than|over"}
PERIODS = {  # their names in the sources
    "2023": "last year",
    "2024": "this year|ending year|2024",
    "2025": "next year|следующего года",
    "2024-01/2024-09": r"January(?:-| to )September (?:of )?2024",
    "2024-01/2024-10": "January to October 2024",
}


def evidence_of(fact: Entry) -> str:
    return " / ".join(evidence["exact"] for evidence in fact["evidence"])


def test_every_number_and_rank_of_a_fact_is_in_its_evidence(record: Entry) -> None:
    for fact in statements(record, "paraphrase", "narration"):
        rests_on = evidence_of(fact)
        assert numbers(fact["text"]) <= numbers(rests_on), fact["id"]
        for rank in RANKS.values():
            assert rank not in words(fact["text"]) or rank in words(rests_on), fact["id"]


def test_every_figure_is_in_its_evidence(record: Entry, texts: dict[str, str]) -> None:
    """The evidence has the number or rank, and the same sentences have its scale, unit and period."""
    for fact in statements(record):
        for figure in fact.get("figures", []):
            sentence = resting_on(fact, texts[source_of(fact)])
            given = [figure[key] for key in ("value", "from", "to", "change") if key in figure]
            if figure.get("unit") == "rank":
                assert all(RANKS[number] in words(evidence_of(fact)) for number in given), fact["id"]
            else:
                assert set(given) <= numbers(evidence_of(fact)), fact["id"]
            if "scale" in figure:
                assert re.search(SCALES[figure["scale"]], sentence), fact["id"]
            if figure.get("unit") in UNITS:
                assert re.search(UNITS[figure["unit"]], sentence), fact["id"]
            if "period" in figure:
                assert re.search(PERIODS[figure["period"]], sentence), (fact["id"], figure["period"])


def test_a_figures_approximation_is_its_sources(record: Entry, texts: dict[str, str]) -> None:
    """No approximation is added, and none before the number is dropped."""
    for fact in statements(record):
        for figure in fact.get("figures", []):
            sentence = resting_on(fact, texts[source_of(fact)]).replace(",", "").casefold()
            for number in (figure[key] for key in ("value", "change") if key in figure):
                before = rf"\b({'|'.join(APPROXIMATIONS.values())}) \D?{re.escape(number)}\b"
                found = re.search(before, sentence)
                expected = APPROXIMATIONS.get(figure.get("approx", ""))
                assert bool(found) == bool(expected), fact["id"]
                assert not found or re.fullmatch(str(expected), found[1]), fact["id"]


HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|apparently|supposedly|presumably"
    r"|(?:is|are|was|were) (?:expected|anticipated|believed|thought|rumou?red|likely) to"
    r"|якобы|предположительно|вероятно|по-видимому|ожидается)\b",
    re.IGNORECASE,
)


def test_a_sources_reservations_are_hedges_and_are_in_the_text_too(
    record: Entry, texts: dict[str, str]
) -> None:
    """A person who reads only the text does not learn anything that the source does not say."""
    for entry in statements(record):
        hedges = entry.get("hedges", [])
        assert hedges == HEDGE.findall(resting_on(entry, texts[source_of(entry)])), entry["id"]
        if entry["kind"] != "quote":
            assert all(hedge in entry["text"] for hedge in hedges), entry["id"]


SUPERLATIVE = re.compile(
    r"\b(?:most|main|major|first|foremost|primary|principal|chief|leading|top|key|best|worst"
    r"|(?!interest|request|west|invest|rest|test)\w+est)\b"
)
IN_RUSSIAN = {"leading": "ведущее"}


def test_no_fact_has_a_superlative_that_its_source_lacks(record: Entry, texts: dict[str, str]) -> None:
    """The source has the same word: “major” is neither “main” nor “biggest”."""
    for fact in statements(record, "paraphrase", "narration"):
        sentence = words(resting_on(fact, texts[source_of(fact)]))
        for word in SUPERLATIVE.findall(fact["text"].casefold()):
            assert word in sentence or IN_RUSSIAN.get(word) in sentence, (fact["id"], word)


def test_no_superlative_in_a_sources_claim_is_lost(record: Entry) -> None:
    """If the words that a fact rests on have a superlative, the fact has it, too."""
    for fact in statements(record, "paraphrase", "narration"):
        for evidence in fact["evidence"]:
            for word in SUPERLATIVE.findall(evidence["exact"].casefold()):
                assert word in words(fact["text"]), (fact["id"], word)


def test_no_quote_has_figures(record: Entry) -> None:
    assert not any(quote.get("figures") for quote in statements(record, "quote"))


def test_via_is_set_where_the_source_names_a_relay_and_where_the_passage_continues(
    record: Entry, texts: dict[str, str]
) -> None:
    """A relay named for a passage holds until the passage ends; a relay named for some words holds for these."""
    kremlins_paragraphs = texts[PRIMARY].index("Meanwhile, Kremlin says")
    assert "сайте Кремля" in texts["regnum-2024-12-24"]
    assert "Trend reports" in texts["menafn-2024-12-24"]
    through = {"regnum-2024-12-24": ["kremlin"], "menafn-2024-12-24": ["trend"]}
    for entry in statements(record):
        via, source = entry.get("via", []), source_of(entry)
        if source == PRIMARY:
            run = entry["text"] if entry["kind"] == "quote" else entry["evidence"][0]["exact"]
            after = texts[PRIMARY].index(fold_space(run)) >= kremlins_paragraphs
            site = "official website says" in resting_on(entry, texts[PRIMARY])
            # this statement is about the website itself
            relayed = site and entry["id"] != "trade-figures-origin"
            assert via == (["kremlin"] if after else ["tajik-presidency"] if relayed else []), entry["id"]
        elif entry["id"] == "regnum-dateline":
            assert not via
        else:
            assert via == through.get(source, []), entry["id"]


def test_said_is_a_day_that_the_source_gives(record: Entry, texts: dict[str, str]) -> None:
    """A speaker's own sentence dates the words; a dateline, like `published`, dates the report."""
    days = {"2024-12-24": r"\bDecember 24\b|\b24 декабря\b"}
    assert any("said" in entry for entry in statements(record))
    for entry in statements(record):
        if "said" in entry:
            assert entry["kind"] != "narration", entry["id"]
            assert re.search(days[entry["said"]], resting_on(entry, texts[source_of(entry)])), entry["id"]


def test_the_meetings_date_rests_on_narrations_of_the_sources_that_give_it(record: Entry) -> None:
    assert record["meeting"]["date"] == "2024-12-24"
    by_id = {entry["id"]: entry for entry in statements(record)}
    for name in ("izvestia-meeting", "regnum-meeting-date"):
        assert by_id[name]["kind"] == "narration"
        assert any("24 декабря" in evidence["exact"] for evidence in by_id[name]["evidence"])
    for entry in by_id.values():
        if source_of(entry) == PRIMARY:
            assert "said" not in entry, entry["id"]  # the text says only "yesterday evening"
            assert entry.get("when", "yesterday evening") in {"yesterday evening", "Prior to the meeting"}
            assert "when" not in entry or entry["kind"] != "narration", entry[
                "id"
            ]  # `said` dates speech, not events


def test_different_wordings_of_one_remark_are_linked(record: Entry) -> None:
    by_id = {entry["id"]: entry for entry in statements(record)}
    for name, head in (
        ("kremlin-relations-pace", "relations-pace"),
        ("izvestia-reliable-ally", "tajikistan-reliable-ally"),
    ):
        assert {"to": head, "as": "restates"} in by_id[name]["links"]
    assert {"to": "izvestia-putin-relations", "as": "translates"} in by_id["putin-relations"]["links"]
    assert {"to": "regnum-putin-teachers", "as": "translates"} in by_id["putin-teachers-criticism"]["links"]


def heads(record: Entry) -> dict[str, tuple[str, str]]:
    """Return the head of each account, and the relation of the link."""
    facts = {entry["id"] for entry in statements(record, "paraphrase", "narration")}
    return {
        entry["id"]: (link["to"], link["as"])
        for entry in statements(record)
        for link in entry.get("links", [])
        if entry["id"] in facts and link["as"] in {"restates", "varies"}
    }


def test_the_head_of_a_claim_is_the_primary_sources_fact_if_there_is_one(record: Entry) -> None:
    by_id = {entry["id"]: entry for entry in statements(record)}
    for account, (head, _) in heads(record).items():
        if source_of(by_id[account]) == PRIMARY:
            assert source_of(by_id[head]) == PRIMARY, account


def test_the_head_of_a_claim_has_a_hedge_only_where_all_its_accounts_of_one_source_have(
    record: Entry,
) -> None:
    """The head has no hedge if the same source also makes the claim without a hedge."""
    by_id = {entry["id"]: entry for entry in statements(record)}
    for account, (head, _) in heads(record).items():
        if by_id[head].get("hedges") and source_of(by_id[account]) == source_of(by_id[head]):
            assert by_id[account].get("hedges"), account


@pytest.mark.parametrize(
    ("account", "link"),
    [
        ("trend-foremost-partner", ("trade-main-partner", "varies")),
        ("tass-leading-partner", ("trade-main-partner", "varies")),
        ("trend-trade-growth", ("trade-growth", "varies")),
        ("trend-ally", ("tajikistan-reliable-ally", "varies")),
        ("kremlin-relations-constructive", ("relations-constructive", "varies")),
        ("regnum-teachers-now", ("teachers-increase", "varies")),
        ("trend-work-plan", ("work-plan-prepared", "varies")),
        ("menafn-trade-january-october", None),
        ("trend-rahmon-trade-partner", None),
        ("closest-ally", None),
    ],
)
def test_accounts_that_differ_are_neither_merged_nor_linked_as_equal(
    record: Entry, account: str, link: tuple[str, str] | None
) -> None:
    """An account with a different strength or number varies; one with a different speaker, period or remark is a separate claim."""
    assert heads(record).get(account) == link


def test_a_phase_matches_the_point_of_view_of_the_source(record: Entry, texts: dict[str, str]) -> None:
    """Previews and their background are not about the talks; reports of the talks say when they look back."""
    asides = {"trend-2024-12-25": "To note, ", "menafn-2024-12-24": "It is noteworthy"}
    for entry in statements(record):
        source, phase = source_of(entry), entry.get("phase")
        rests_on = resting_on(entry, texts[source])
        if source in {"tass-2024-12-24", "menafn-2024-12-24"}:
            assert phase in {"before", "background"}, entry["id"]
        if "Prior to the meeting" in rests_on:
            assert phase == "before", entry["id"]
        if source in asides:
            aside = texts[source].index(asides[source])
            run = entry["text"] if entry["kind"] == "quote" else entry["evidence"][-1]["exact"]
            assert (texts[source].index(fold_space(run)) > aside) == (phase == "background"), entry["id"]
        if source in {"regnum-2024-12-24", "izvestia-2024-12-25"}:
            assert (phase == "background") == (entry["id"] == "regnum-dateline"), entry["id"]


def test_a_fact_that_rests_on_a_quotes_words_is_part_of_it(record: Entry) -> None:
    quotes = statements(record, "quote")
    for fact in statements(record, "paraphrase", "narration"):
        parts = {link["to"] for link in fact.get("links", []) if link["as"] == "part-of"}
        holding = {
            quote["id"]
            for quote in quotes
            if source_of(quote) == source_of(fact)
            and any(fold_space(e["exact"]) in fold_space(quote["text"]) for e in fact["evidence"])
        }
        assert parts - holding <= {"ushakov-migration", "tass-ushakov-migration"}, fact["id"]
        assert holding <= parts, fact["id"]


def test_no_keyword_repeats_the_text(record: Entry) -> None:
    for entry in statements(record):
        said = set(stems(entry["text"]))
        for keyword in entry.get("keywords", []):
            told = set(stems(keyword))  # question words such as "where" do not count
            assert not told or not told <= said, (entry["id"], keyword)


def test_the_record_and_a_users_own_can_be_read_together(tmp_path: Path) -> None:
    """Topics have the same labels as in any other record, and name no country."""
    guide = (ROOT / "docs" / "knowledge-file.md").read_text(encoding="utf-8")
    example = guide.partition("```yaml example\n")[2].partition("```")[0]
    own = example.replace(
        "topics:\n", "topics:\n  relations: {label: Relations}\n  regions: {label: Regions}\n"
    ).replace("topics: [trade]", "topics: [trade, relations, regions]")
    (tmp_path / "own.yaml").write_text(own, encoding="utf-8")
    (tmp_path / "facts.yaml").write_bytes((ROOT / "facts.yaml").read_bytes())
    found = run_cli("--file", tmp_path, "facts", "relations", "--json")
    assert found.code == 0, found.err
    assert {row["meeting"] for row in found.json} == {"igora-2024", "lake-2031"}


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
    """The command confirms what these tests check, and a source with a digest is the edition at hand."""
    if not SOURCES.is_dir():
        pytest.skip(f"the source texts are not here ({SOURCES}); TAJIK_SOURCES names their folder")
    answer = run_cli("verify", slug, SOURCES / FILES[slug], "--json")
    assert answer.code == 0
    assert {told["status"] for told in answer.json["statements"]} == {"found"}
    assert answer.json["edition"] in {"same", "unpinned"}
    if slug == PRIMARY:
        assert (answer.json["coverage"], answer.json["edition"]) == (100.0, "same")


def test_the_bundled_record_is_valid() -> None:
    """The bundled record passes lint without a message."""
    assert run_cli("lint").code == 0
