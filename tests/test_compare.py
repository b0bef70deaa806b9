"""`tajik compare`: contradictions, apparent contradictions, and implied amounts."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.contract import validator_of
from support.lake import run_cli

from tajikcli.dates import days
from tajikcli.proof.comparison import period_of
from tajikcli.proof.rivals import span

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """\
meeting: {id: lake-2031, title: Lake talks, date: 2031-05-03}
sources:
  herald: {publisher: Harbour Herald, language: en}
  post: {publisher: Other Post, language: en}
speakers: {orlova: {name: Vera Orlova}}
relays: {office: {name: Press office}}
topics: {trade: {label: Trade}}
measures: {trade: {label: Two-way trade}, staff: {label: Staff}}
statements:
"""


def compared(folder: Path, *figures: str, more: str = "") -> Any:
    """Compare figures, each stated by a narration from a different source."""
    statements = "".join(
        f"  - {{id: s{number}, kind: narration, source: {'post' if number % 2 else 'herald'}, topics: [trade],"
        f" text: Some text., figures: [{{measure: trade, {figure}}}], evidence: [{{exact: some text}}]}}\n"
        for number, figure in enumerate(figures)
    )
    path = folder / "record.yaml"
    path.write_text(HEAD + statements + more, encoding="utf-8")
    answer = run_cli("--file", path, "compare", "trade", "--json")
    assert answer.code == 0, answer.err
    validator_of("compare").validate(answer.json)
    return json.loads(answer.out, parse_float=Decimal)


AGREE = [
    (
        "change: 20, unit: percent, approx: almost, period: 2031",
        "change: 20, unit: percent, approx: about, period: 2031",
    ),
    ("change: 20, unit: percent, approx: about, period: 2031", "change: 19.1, unit: percent, period: 2031"),
    (
        "value: 1.8, scale: billion, unit: USD, period: 2031",
        "value: 1.79, scale: billion, unit: USD, period: 2031",
    ),
    (
        "value: 1790, scale: million, unit: USD, period: 2031",
        "value: 1.79, scale: billion, unit: USD, period: 2031",
    ),
    (
        "value: 1, scale: billion, unit: USD, approx: over, period: 2031",
        "value: 1.08, scale: billion, unit: USD, period: 2031",
    ),
    (
        "value: 5, scale: billion, unit: USD, approx: up-to, period: 2031",
        "value: 1, scale: billion, unit: USD, period: 2031",
    ),
    ("value: 1, unit: USD, period: 2031", "value: 2, unit: EUR, period: 2031"),
    ("value: 20, unit: percent, period: 2031", "change: 90, unit: percent, period: 2031"),
    ("value: 1, unit: USD, period: 2031", "value: 2, unit: USD, period: 2032"),
    ("value: 1, unit: USD, period: 2031", "value: 2, unit: USD"),
    ("value: 1, unit: USD", "value: 2, unit: USD"),
    # Figures that do not compete: a change, its starting value now, and its result next year.
    ("from: 72, to: 82, unit: men", "value: 72, unit: men"),
    ("from: 72, to: 82, unit: men", "value: 82, unit: men, period: 2032"),
    ("from: 72, to: 82, unit: men, period: 2032", "value: 72, unit: men, period: 2031"),
    ("from: 72, to: 82, unit: men, period: 2032", "value: 72, unit: men, period: 2032"),
]
CONFLICT = [
    (
        "value: 1.79, scale: billion, unit: USD, period: 2031",
        "value: 1.97, scale: billion, unit: USD, period: 2031",
    ),
    ("value: 1, unit: USD, period: 2031", "value: 2, unit: USD, period: 2031-01/2031-12"),
    (
        "change: 20, unit: percent, approx: almost, period: 2031",
        "change: 25, unit: percent, approx: about, period: 2031",
    ),
    ("change: 20, unit: percent, period: 2031", "change: -20, unit: percent, period: 2031"),
    ("from: 72, to: 82, unit: men, period: 2031", "from: 72, to: 92, unit: men, period: 2031"),
    ("value: 1, unit: rank, period: 2031", "value: 2, unit: rank, period: 2031"),
    (
        "value: 3, unit: USD, approx: at-least, period: 2031",
        "value: 2, unit: USD, approx: about, period: 2031",
    ),
]


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_figures_within_their_approximations_do_not_conflict(one: str, other: str, tmp_path: Path) -> None:
    """Figures of other periods or units, or without a period, do not conflict, either."""
    assert compared(tmp_path, one, other)["conflicts"] == []


@pytest.mark.parametrize(("one", "other"), CONFLICT)
def test_figures_too_far_apart_conflict_without_a_declaration(one: str, other: str, tmp_path: Path) -> None:
    """They have the same measure and period, and both statements are named."""
    (conflict,) = compared(tmp_path, one, other)["conflicts"]
    assert [figure["statement"] for figure in conflict["figures"]] == ["s0", "s1"]
    assert conflict["statements"] == ["lake-2031/s0", "lake-2031/s1"]
    assert conflict["declared"] is False


def test_what_two_periods_imply_for_the_rest_is_shown(tmp_path: Path) -> None:
    """1.618 billion to October minus 1.08 billion to September leaves 0.538 billion for one month."""
    report = compared(
        tmp_path,
        "value: 1.618, scale: billion, unit: USD, period: 2031-01/2031-10",
        "value: 1.08, scale: billion, unit: USD, period: 2031-01/2031-09",
    )
    assert report["conflicts"] == []
    (rest,) = report["implied"]
    assert (rest["period"], rest["amount"], rest["unit"]) == ("2031-10", 538_000_000, "USD")
    assert (rest["days"], rest["days_of_part"]) == (31, 273)


def test_a_part_larger_than_the_whole_leaves_a_negative_amount(tmp_path: Path) -> None:
    """A reader sees that they cannot both be right."""
    figures = (
        "value: 1, scale: billion, unit: USD, period: 2031",
        "value: 2, scale: billion, unit: USD, period: 2031-01/2031-03",
    )
    assert compared(tmp_path, *figures)["implied"][0]["amount"] == -1_000_000_000
    page = run_cli("--file", tmp_path / "record.yaml", "compare", "--format", "table").out
    assert "cannot both be right" in " ".join(page.split())


def test_figures_that_do_not_add_up_over_time_imply_nothing(tmp_path: Path) -> None:
    """This holds for shares, heads and ranks, and for a period in the middle of another."""
    for unit, period in (
        ("percent", "2031-01/2031-03"),
        ("men", "2031-01/2031-03"),
        ("USD", "2031-02/2031-03"),
    ):
        report = compared(
            tmp_path, f"value: 3, unit: {unit}, period: 2031", f"value: 1, unit: {unit}, period: {period}"
        )
        assert report["implied"] == []


def test_a_figure_without_a_period_is_not_compared_and_says_so(tmp_path: Path) -> None:
    """It may belong to any period."""
    report = compared(tmp_path, "value: 1, unit: USD", "value: 2, unit: USD, period: 2031")
    assert [one["statement"] for one in report["uncompared"]] == ["s0"]
    page = run_cli("--file", tmp_path / "record.yaml", "compare", "--format", "table").out
    assert re.search("1 USD +no period given: not compared\n +Harbour Herald +s0\n", page)


def test_figures_of_one_measure_are_in_one_table(tmp_path: Path) -> None:
    """The table has period, value, change, speaker, relays and source; figures with a period come first."""
    more = (
        "  - {id: t, kind: paraphrase, speaker: orlova, via: [office], topics: [trade], text: Some text., evidence: [{exact: a}],\n"
        "     figures: [{measure: trade, value: 3, unit: USD}, {measure: trade, change: 2, unit: percent, approx: about}]}\n"
    )
    report = compared(
        tmp_path, "value: 1, unit: USD, period: 2032", "value: 2, unit: USD, period: 2031", more=more
    )
    (measure,) = report["figures"]
    told = [
        (one["period"], one["value"], one["change"], one["speaker"], one["via"], one["source"])
        for one in measure["accounts"]
    ]
    assert told == [
        ("2031", "2 USD", None, None, [], "post"),
        ("2032", "1 USD", None, None, [], "herald"),
        (None, "3 USD", "up by about 2 percent", "orlova", ["office"], "herald"),
    ]


def test_linked_statements_are_shown_with_the_words_that_differ(tmp_path: Path) -> None:
    """Declared conflicts come first; a part of a quote is not a separate account."""
    more = (
        "  - {id: a, kind: quote, speaker: orlova, topics: [trade], text: We trade a lot, links: [{to: b, as: restates}, {to: c, as: conflicts}]}\n"
        "  - {id: b, kind: quote, speaker: orlova, source: post, text: We trade very much}\n"
        "  - {id: c, kind: quote, speaker: orlova, text: We trade nothing, links: [{to: a, as: part-of}]}\n"
    )
    linked = compared(tmp_path, more=more)["linked"]
    assert [(pair["relation"], [one["id"] for one in pair["statements"]]) for pair in linked] == [
        ("conflicts", ["a", "c"]),
        ("restates", ["a", "b"]),
    ]
    assert linked[1]["differences"] == [{"text": "a lot", "record": "very much"}]


AT_ODDS = (
    "  - {id: here, kind: narration, topics: [trade], text: They met here, evidence: [{exact: here}], links: [{to: there, as: conflicts}]}\n"
    "  - {id: there, kind: narration, source: post, topics: [trade], text: They met there, evidence: [{exact: there}]%s}\n"
)
DECLARED = {
    "measure": None,
    "period": None,
    "figures": [],
    "statements": ["lake-2031/here", "lake-2031/there"],
    "declared": True,
}


@pytest.mark.parametrize("back", ["", ", links: [{to: here, as: conflicts}]"])
def test_a_declared_contradiction_is_listed_once_after_those_of_figures(back: str, tmp_path: Path) -> None:
    """Either statement, or both, may declare it."""
    report = compared(tmp_path, *CONFLICT[0], more=AT_ODDS % back)
    assert [conflict["declared"] for conflict in report["conflicts"]] == [False, True]
    assert report["conflicts"][1] == DECLARED


@pytest.mark.parametrize("source", ["herald", "post"])
def test_a_contradiction_is_reported_whichever_side_was_asked_for(source: str, tmp_path: Path) -> None:
    """This holds in every format, even if the filters exclude the other side."""
    compared(tmp_path, more=AT_ODDS % "")
    asked = ("--file", tmp_path / "record.yaml", "compare", "--source", source)
    assert run_cli(*asked, "--json").json["conflicts"] == [DECLARED]
    for format_ in ("plain", "table"):
        told = run_cli(*asked, "--format", format_).out
        assert told.count("here") >= 1
        assert told.count("there") >= 1
        assert "conflict" in told
    other = run_cli("--file", tmp_path / "record.yaml", "compare", "--speaker", "orlova", "--json")
    assert other.json["conflicts"] == []


def test_figures_that_the_record_calls_contradictory_are_one_contradiction(tmp_path: Path) -> None:
    """Both statements are shown, and the conflict is marked as declared."""
    numbers = ("value: 1, unit: USD, period: 2031", "value: 2, unit: USD, period: 2031")
    compared(tmp_path, *numbers)
    path = tmp_path / "record.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("id: s1,", "id: s1, links: [{to: s0, as: conflicts}],"), encoding="utf-8")
    (conflict,) = run_cli("--file", path, "compare", "--json").json["conflicts"]
    assert conflict["declared"] is True
    assert len(conflict["figures"]) == 2


def test_a_limit_that_hides_something_is_reported(tmp_path: Path) -> None:
    """The statements that are not compared may contain a contradiction."""
    figures = [f"value: {number}, unit: USD, period: 2031" for number in (1, 5, 9)]
    assert len(compared(tmp_path, *figures)["conflicts"]) == 3
    path = tmp_path / "record.yaml"
    one = run_cli("--file", path, "compare", "trade", "--limit", "1", "--json")
    assert one.json["conflicts"] == []
    assert one.err == "tajik: only the first statement and the first figure were compared\n"
    two = run_cli("--file", path, "compare", "--limit", "2")
    assert two.err == "tajik: only the first 2 statements and the first 2 figures were compared\n"
    assert run_cli("--file", path, "compare", "--limit", "3").err == ""


def test_a_limit_of_figures_is_reported_too(tmp_path: Path) -> None:
    """One statement may have several figures."""
    path = tmp_path / "record.yaml"
    figures = ", ".join(f"{{measure: trade, value: {number}, unit: USD, period: 2031}}" for number in (1, 5))
    path.write_text(
        f"{HEAD}  - {{id: s, kind: narration, topics: [trade], text: Some text., figures: [{figures}],"
        " evidence: [{exact: some text}]}\n",
        encoding="utf-8",
    )
    assert (
        "only the first statement and the first figure"
        in run_cli("--file", path, "compare", "--limit", "1").err
    )


@pytest.mark.parametrize(
    ("figures", "more", "code", "told"),
    [
        (CONFLICT[0], "", 1, "tajik: 1 contradiction\n"),
        (CONFLICT[0], AT_ODDS % "", 1, "tajik: 2 contradictions\n"),
        ((), AT_ODDS % "", 1, "tajik: 1 contradiction\n"),
        (AGREE[0], "", 0, ""),
    ],
)
def test_with_an_option_the_exit_code_reports_a_contradiction(
    figures: tuple[str, ...], more: str, code: int, told: str, tmp_path: Path
) -> None:
    """Without the option, the exit code is 0."""
    compared(tmp_path, *figures, more=more)
    answer = run_cli("--file", tmp_path / "record.yaml", "compare", "--fail-on-conflict", "--json")
    assert (answer.code, answer.err) == (code, told)
    assert run_cli("--file", tmp_path / "record.yaml", "compare", "--json").out == answer.out


@pytest.mark.bundled
def test_the_bundled_record_has_one_contradiction_about_the_place() -> None:
    """Igora is not St. Petersburg; no figures contradict each other, not even 72, 82 and 72 → 82 teachers."""
    answer = run_cli("compare", "--fail-on-conflict", "--json")
    assert answer.code == 1
    assert [one["statements"] for one in answer.json["conflicts"]] == [
        ["igora-2024/meeting-place", "igora-2024/trend-meeting-place"]
    ]
    assert run_cli("compare", "education", "--fail-on-conflict").code == 0


@given(st.dates(), st.dates())
@example(date(987, 3, 1), date(987, 3, 31))
@example(date(1, 2, 1), date(987, 3, 31))
@example(date(987, 1, 1), date(1987, 12, 31))
def test_a_printed_period_covers_the_same_days(one: date, other: date) -> None:
    """Whole years and months are written as such, even before the year 1000."""
    first, last = min(one, other), max(one, other)
    if last == date.max:
        return
    assert days(period_of(first, last)) == (first.isoformat(), last.isoformat())


@pytest.mark.parametrize(
    ("figure", "least", "most"),
    [
        (
            {"value": "1.79", "amount": 1_790_000_000, "approx": None, "unit": "USD"},
            "1785000000",
            "1795000000",
        ),
        ({"value": "20", "amount": 20, "approx": "almost", "unit": "percent"}, "18", "20"),
        ({"value": "20", "amount": 20, "approx": "about", "unit": "percent"}, "19", "21"),
        ({"value": "20", "amount": 20, "approx": "over", "unit": "percent"}, "20", "22"),
        ({"value": "2", "amount": 2, "approx": None, "unit": "rank"}, "2", "2"),
        ({"value": "0", "amount": 0, "approx": None, "unit": "USD"}, "-0.5", "0.5"),
    ],
)
def test_the_range_that_a_figure_leaves_open_is_the_documented_one(
    figure: Any, least: str, most: str
) -> None:
    """The tolerances are those that the help documents."""
    assert span(figure, "value") == (Decimal(least), Decimal(most))
