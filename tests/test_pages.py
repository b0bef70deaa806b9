"""Pages have everything that JSON has: each id and figure is shown once or counted, at every width."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from support.lake import RECORDS, run_cli

from tajikcli.render.spoken import spoken

if TYPE_CHECKING:
    from pathlib import Path

BUNDLED: tuple[str, ...] = ()
TWO = ("--file", str(RECORDS / "igora.yaml"), "--file", str(RECORDS / "bishkek-2023.yaml"))
ASKED = [
    *(
        (record, words)
        for record in (BUNDLED, TWO)
        for words in ((), ("--limit", "7"), ("--speaker", "putin"))
    ),
    *((BUNDLED, (topic,)) for topic in ("trade", "education", "meeting", "investment", "relations")),
    *((BUNDLED, ("--source", source)) for source in ("regnum", "tass", "trend")),
    (BUNDLED, ("--lang", "ru")),
    (BUNDLED, ("--phase", "before")),
]
WIDTHS = ["40", "60", "80", "100", "160"]
asked = pytest.mark.parametrize(("record", "words"), ASKED, ids=lambda given: " ".join(given)[-40:] or "all")
pytestmark = pytest.mark.bundled


def told(*words: str) -> str:
    return run_cli(*words, "--format", "table").out


def folded(text: str) -> str:
    return " ".join(text.split())


def ids(text: str) -> list[str]:
    """Return the short ids at the right edge of a page's lines."""
    found = re.findall(
        r"(?:^|^ {3,}|(?<=\S) {2,})((?:[a-z0-9-]+/)?[a-z0-9-]*[a-z][a-z0-9-]*)$", text, re.MULTILINE
    )
    return [name.rpartition("/")[2] for name in found]


def without_contradictions(text: str) -> str:
    """Return a page without the lines that name contradicting statements, which the page also shows as claims."""
    return re.sub(r"^  conflicts .*(?:\n {13,}.*)*", "", text, flags=re.MULTILINE)


@asked
@pytest.mark.parametrize("command", ["facts", "quotes", "statements"])
def test_each_statement_is_once_on_its_page(record: Any, words: Any, command: str) -> None:
    rows = run_cli(*record, command, *words, "--json").json
    page = told(*record, command, *words)
    assert sorted(ids(without_contradictions(page))) == sorted(row["id"] for row in rows)


@asked
def test_each_quote_is_whole_and_the_head_counts_them(record: Any, words: Any) -> None:
    rows = run_cli(*record, "quotes", *words, "--json").json
    page = told(*record, "quotes", *words)
    for row in rows:
        assert f"“{folded(row['text'])}”" in folded(page)
    if rows:
        assert re.search(rf"^.+ · {len(rows)} quotes?$", page.splitlines()[0])


@asked
def test_each_figure_is_shown_once_with_each_statement_that_gives_it(record: Any, words: Any) -> None:
    rows = run_cli(*record, "figures", *words, "--json").json
    page = told(*record, "figures", *words)
    assert sorted(ids(page)) == sorted(row["statement"] for row in rows)
    values = {(row["measure"], row["period"], row["figure"]) for row in rows if row["measure"]}
    claims = {row["id"]: row["claim"] for row in run_cli(*record, "facts", "--json").json}
    values |= {(claims[row["statement"]], row["period"], row["figure"]) for row in rows if not row["measure"]}
    lines = [line for line in page.splitlines() if re.match("  [^ ]", line)]
    assert len(lines) == len(values)
    for row in rows:
        assert f"{spoken(row)} {row['period'] or 'no period given'}" in map(folded, lines)
        if row["measure"] is None:
            (head,) = run_cli(*record, "show", claims[row["statement"]], "--json").json
            assert folded(head["text"]) in folded(page)
    if rows:
        assert re.match(rf"{len(rows)} figures?\n", page)


@pytest.mark.parametrize(
    "words", ["quota", "trade growth 20 percent", "russian teachers", "ally", "first partner", "1.08"]
)
def test_search_shows_each_statement_found_once_and_each_claim_once(words: str) -> None:
    rows = run_cli("search", *words.split(), "--limit", "40", "--json").json
    page = told("search", *words.split(), "--limit", "40")
    assert sorted(ids(page)) == sorted(row["id"] for row in rows)
    claims = [row["claim"] or row["id"] for row in rows]
    entries = page.split("\n\n")
    assert len(entries) == len(set(claims))
    for entry in entries:
        assert len({row["claim"] or row["id"] for row in rows if row["id"] in ids(entry)}) == 1


def test_search_counts_the_accounts_of_a_claim_that_it_does_not_show() -> None:
    rows = run_cli("facts", "--json").json
    page = told("search", "foremost", "commercial", "partner", "--limit", "1")
    accounts = sum(row["claim"] == "trade-main-partner" for row in rows)
    assert f"  {accounts - 1} more accounts of this claim" in page


@asked
def test_compare_counts_contradictions_and_variations_and_shows_each_once(record: Any, words: Any) -> None:
    report = run_cli(*record, "compare", *words, "--json").json
    page = told(*record, "compare", *words)
    varies = [one for one in report["linked"] if one["relation"] == "varies"]
    counted = [
        int(number) for number in re.findall(r"(\d+) (?:contradiction|variation)", page.splitlines()[0])
    ]
    assert counted == [len(report["conflicts"]), len(varies)]
    shown = ids(page)
    claims = page.partition("Claims whose accounts vary")[2]
    for one in varies:
        assert one["statements"][0]["id"] in shown
    for conflict in report["conflicts"]:
        assert {name.partition("/")[2] for name in conflict["statements"]} <= set(shown)
    for measure in report["figures"]:
        if len(measure["accounts"]) > 1:
            for account in measure["accounts"]:
                assert set(account["statements"]) <= set(shown)
    for name in set(ids(claims)):  # a section shows everything once
        assert ids(claims).count(name) == 1
    for relation, told_as in (
        ("restates", r"(\d+) accounts? saying the same"),
        ("translates", r"(\d+) translation"),
    ):
        count = sum(one["relation"] == relation for one in report["linked"])
        found = re.search(told_as, folded(page))
        assert (int(found[1]) if found else 0) == count


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "command", ["facts trade", "quotes", "figures", "statements trade", "search quota", "compare"]
)
def test_every_width_has_the_same_words(command: str, width: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wrapping moves words and ids but does not lose any."""
    monkeypatch.setenv("COLUMNS", "96")
    wide = told(*command.split())
    monkeypatch.setenv("COLUMNS", width)
    assert sorted(told(*command.split()).replace("\n", " ").split()) == sorted(
        wide.replace("\n", " ").split()
    )


def test_a_page_is_easy_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bundled record on a terminal with 80 columns is the standard for these pages."""
    monkeypatch.setenv("COLUMNS", "80")
    most = {"facts trade": 80, "quotes --speaker putin": 45, "compare trade": 70}
    lines = {command: told(*command.split()).count("\n") for command in most}
    assert {command: count for command, count in lines.items() if count > most[command]} == {}


QUOTES = """\
meeting: {id: lake-2031, title: Lake talks, date: 2031-05-03}
sources:
  herald: {publisher: Herald, language: en}
  ozero: {publisher: Озеро, language: ru}
  post: {publisher: Post, language: de}
speakers: {berg: {name: Jón Berg}, orlova: {name: Vera Orlova}}
relays: {office: {name: Press office}}
topics: {trade: {label: Trade}}
measures: {staff: {label: Staff}}
statements:
  - {id: first, kind: quote, speaker: orlova, topics: [trade], text: We are pleased, links: [{to: russian, as: translates}]}
  - {id: relayed, kind: quote, speaker: orlova, via: [office], topics: [trade], text: We were told}
  - {id: of-berg, kind: quote, speaker: berg, source: post, topics: [trade], text: Wir auch}
  - {id: second, kind: quote, speaker: orlova, topics: [trade], text: We will come}
  - {id: russian, kind: quote, speaker: orlova, source: ozero, topics: [trade], text: Мы довольны}
  - {id: german, kind: quote, speaker: orlova, source: post, topics: [trade], text: Wir freuen uns, links: [{to: russian, as: translates}]}
  - {id: staff, kind: narration, topics: [trade], text: The staff is 72 men., evidence: [{exact: 72}], figures: [{measure: staff, value: 72, unit: men, period: 2031}]}
  - {id: other, kind: narration, topics: [trade], text: A lake has a shore., evidence: [{exact: shore}]}
  - {id: more-staff, kind: narration, source: post, topics: [trade], text: The staff of men is 82., evidence: [{exact: 82}], figures: [{measure: staff, value: 82, unit: men, period: 2031}]}
  - {id: up, kind: narration, topics: [trade], text: The lake is higher., evidence: [{exact: higher}], figures: [{direction: up, period: 2031}]}
  - {id: post-up, kind: narration, source: post, topics: [trade], text: The lake has risen., evidence: [{exact: risen}], figures: [{direction: up, period: 2031}], links: [{to: up, as: restates}]}
  - {id: down, kind: narration, topics: [trade], text: The hill is lower., evidence: [{exact: lower}], figures: [{direction: up, period: 2031}]}
"""


@pytest.fixture
def quotes(tmp_path: Path) -> Path:
    path = tmp_path / "quotes.yaml"
    path.write_text(QUOTES, encoding="utf-8")
    return path


def test_quotes_are_grouped_by_speaker_and_source_with_their_translations(quotes: Path) -> None:
    lines = [folded(line) for line in told("--file", str(quotes), "quotes").splitlines()]
    assert lines == [
        *("All topics · 6 quotes", ""),
        *("Jón Berg → Post", "“Wir auch” of-berg", ""),
        "Vera Orlova → Herald",
        "“We are pleased” first",
        "original, Озеро: “Мы довольны” russian",
        "translation, Post: “Wir freuen uns” german",
        *("“We will come” second", ""),
        *("Vera Orlova → Press office → Herald", "“We were told” relayed"),
    ]


def test_an_original_without_its_translations_is_shown_alone(quotes: Path) -> None:
    page = told("--file", str(quotes), "quotes", "--lang", "ru")
    assert [folded(line) for line in page.splitlines()[2:]] == [
        "Vera Orlova → Озеро",
        "“Мы довольны” russian",
    ]
    assert "translation" not in told("--file", str(quotes), "quotes", "--lang", "de")


def test_a_direction_without_a_measure_shows_its_statement_and_no_other_claim_with_it(quotes: Path) -> None:
    page = folded(told("--file", str(quotes), "figures"))
    assert "up 2031 The lake is higher. Herald up Post post-up" in page
    assert "up 2031 The hill is lower. Herald down" in page


def test_search_shows_rival_figures_together(quotes: Path) -> None:
    """The best answer comes first, directly followed by the other figure of its measure and period."""
    words = ("search", "staff", "72", "lake", "shore", "men")
    rows = [row["id"] for row in run_cli("--file", str(quotes), *words, "--json").json]
    shown = ids(told("--file", str(quotes), *words))
    assert rows.index("more-staff") - rows.index("staff") > 1
    assert shown.index("more-staff") - shown.index("staff") == 1
    assert sorted(rows) == sorted(shown)


def test_figures_that_contradict_each_other_are_shown_once_in_compare(quotes: Path) -> None:
    page = told("--file", str(quotes), "compare")
    assert page.startswith("All topics · 1 contradiction, 0 variations\n\nContradictions\nStaff\n")
    assert sorted(ids(page)) == ["more-staff", "staff"]
    assert "Not listed: 1 account saying the same thing, 2 translations" in page


def test_each_contradiction_and_each_text_is_shown_once_in_compare(tmp_path: Path) -> None:
    """Three statements contradict each other, two of them have accounts, and one corrects another."""
    texts = {"a": "The lake is blue.", "b": "The lake is green.", "c": "The lake is red."}
    links = {
        "a": "[{to: b, as: conflicts}, {to: c, as: conflicts}]",
        "b": "[{to: c, as: conflicts}]",
        "c": "[]",
    }
    record = QUOTES + "".join(
        f"  - {{id: {name}, kind: narration, topics: [trade], text: {text}, evidence: [{{exact: is {name}}}], links: {links[name]}}}\n"
        for name, text in texts.items()
    )
    for name, head in (("a-light", "a"), ("c-dark", "c")):
        record += (
            f"  - {{id: {name}, kind: narration, source: post, topics: [trade], text: The lake is not quite so.,"
            f" evidence: [{{exact: {name} it is}}], links: [{{to: {head}, as: varies}}]}}\n"
        )
    record += (
        "  - {id: pond, kind: quote, speaker: berg, source: post, topics: [trade], text: I meant the pond,"
        " links: [{to: of-berg, as: corrects}]}\n"
    )
    path = tmp_path / "three.yaml"
    path.write_text(record, encoding="utf-8")
    page = told("--file", str(path), "compare")
    assert page.startswith("All topics · 4 contradictions, 2 variations\n")
    for text in (*texts.values(), "“I meant the pond”", "“Wir auch”"):
        assert page.count(text) == 1
    lines = [folded(line) for line in page.splitlines()]
    assert lines[3:9] == [
        *(texts["a"], "Herald a"),
        f"conflicts {texts['b']} · Herald b",
        f"conflicts {texts['c']} · Herald c",
        "varies Post: …a-light it is… a-light",
        "b, above",
    ]
    assert lines[9] == "conflicts Herald c"
    assert lines[lines.index("c, above") + 1] == "varies Post: …c-dark it is… c-dark"
    assert "corrects “Wir auch” · Jón Berg → Post of-berg" in lines
