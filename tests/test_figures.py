"""Numbers stay exactly as their source writes them, and the amounts computed from them are exact."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.lake import LAKE, lake, run_cli

from tajikcli.figures import phrase
from tajikcli.index.compile import _amount
from tajikcli.render.spoken import spoken, spoken_words

if TYPE_CHECKING:
    from pathlib import Path

NOTHING: Any = dict.fromkeys(("value", "from", "to", "change", "direction", "scale", "unit", "approx"))


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ({"value": "1.79", "scale": "billion", "unit": "USD"}, "1.79 billion USD"),
        ({"value": "1.20", "unit": "percent"}, "1.20 percent"),
        ({"value": "1000", "unit": "students", "approx": "at-least"}, "at least 1000 students"),
        ({"value": "10", "unit": "schools", "approx": "up-to"}, "up to 10 schools"),
        ({"change": "20", "unit": "percent", "approx": "almost"}, "up by almost 20 percent"),
        ({"change": "-3.50", "unit": "percent"}, "down by 3.50 percent"),
        ({"change": "2", "unit": "rank"}, "up by 2 rank"),
        ({"from": "72", "to": "82", "unit": "teachers"}, "72 → 82 teachers"),
        ({"from": "3", "to": "2", "unit": "rank"}, "rank 3 → 2"),
        ({"value": "1", "unit": "rank"}, "rank 1"),
        ({"direction": "down"}, "down"),
        ({"value": "0", "unit": "USD"}, "0 USD"),
    ],
)
def test_a_figure_reads_as_a_person_would_say_it(figure: Any, words: str) -> None:
    """Digits stay as written; approximation and direction are words."""
    assert phrase(NOTHING | figure) == words


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ({"value": "1000", "unit": "students", "approx": "at-least"}, "at least 1,000 students"),
        ({"value": "999", "unit": "men"}, "999 men"),
        ({"value": "1234567.8901", "unit": "USD"}, "1,234,567.8901 USD"),
        ({"change": "-10000", "unit": "men"}, "down by 10,000 men"),
        ({"from": "-1000", "to": "2000", "unit": "men"}, "-1,000 → 2,000 men"),
        ({"value": "2", "unit": "rank"}, "second"),
        ({"from": "3", "to": "11", "unit": "rank", "approx": "about"}, "about third → 11th"),
        ({"value": "21", "unit": "rank"}, "21st"),
        ({"value": "112", "unit": "rank"}, "112th"),
        ({"value": "103", "unit": "rank"}, "103rd"),
        ({"value": "1.5", "unit": "rank"}, "1.5"),
        ({"change": "2", "unit": "rank"}, "up by 2 rank"),
        ({"direction": "down"}, "down"),
    ],
)
def test_a_page_separates_thousands_and_writes_ranks_in_words(figure: Any, words: str) -> None:
    """Only pages do this; every other format prints numbers as written."""
    assert spoken(NOTHING | figure) == words
    assert spoken_words(phrase(NOTHING | figure)) == words


def test_the_page_of_check_prints_figures_as_other_pages_do() -> None:
    """Not the label of a measure, a period, or a hedge, which may have a year."""
    record = "Students of 2024: over 36000 students, 2024 (reportedly); rank 1 (trade-rank); and 1 more"
    assert (
        spoken_words(record)
        == "Students of 2024: over 36,000 students, 2024 (reportedly); first (trade-rank); and 1 more"
    )


@given(st.from_regex(r"-?[0-9]{1,20}([.][0-9]{1,18})?", fullmatch=True))
def test_a_page_shows_every_digit(number: str) -> None:
    """A page adds only commas between thousands."""
    shown = spoken(NOTHING | {"value": number, "unit": "USD"})
    assert shown.replace(",", "") == f"{number} USD"
    assert max(map(len, shown.partition(".")[0].removesuffix(" USD").lstrip("-").split(","))) <= 3


@pytest.mark.parametrize(
    ("number", "scale", "amount"),
    [
        ("1.20", "billion", "1200000000"),
        ("1.79", "billion", "1790000000"),
        ("19.1", None, "19.1"),
        ("19.10", None, "19.1"),
        ("-3.5", "thousand", "-3500"),
        ("0.5", "million", "500000"),
        ("1.2345", "thousand", "1234.5"),
        ("100", None, "100"),
        ("0.000", None, "0"),
        ("123456789012345678901234567890", "trillion", "123456789012345678901234567890000000000000"),
        ("12345678901234567890.12345678901234567", None, "12345678901234567890.12345678901234567"),
    ],
)
def test_an_amount_is_the_plain_number(number: str, scale: str | None, amount: str) -> None:
    """No float and no arithmetic context is involved."""
    assert str(_amount(number, scale)) == amount


@given(
    st.from_regex(r"-?[0-9]{1,20}([.][0-9]{1,18})?", fullmatch=True),
    st.sampled_from([None, "thousand", "trillion"]),
)
def test_no_digit_of_an_amount_is_ever_lost(number: str, scale: str | None) -> None:
    """An amount is its number times its scale, however many digits it has."""
    amount = _amount(number, scale)
    assert amount is not None
    zeros = {None: 0, "thousand": 3, "trillion": 12}[scale]
    assert amount == Decimal(f"{number}E{zeros}")


def figures(path: Path, *words: str) -> list[dict[str, Any]]:
    """Return the figures with every number as written in the JSON."""
    answer = run_cli("--file", path, "figures", "--json", *words)
    rows: list[dict[str, Any]] = json.loads(answer.out, parse_float=Decimal)
    return rows


def test_figures_have_the_number_as_written_and_the_plain_amount(tmp_path: Path) -> None:
    """`1.20 billion` stays `1.20`, and the amount is 1200000000."""
    rows = figures(lake(tmp_path))
    said = [(row["figure"], row["period"], row["measure_label"], row["statement"]) for row in rows]
    assert said == [
        ("1.20 billion USD", "2031", "Two-way trade", "trade-growth"),
        ("up by almost 20 percent", "2031", "Two-way trade", "trade-growth"),
        ("down", None, None, "fish-fell"),
        ("down by 3.50 percent", None, "Catch", "fish-fell"),
        ("19.1 → 18 tonnes", None, "Catch", "fish-fell"),
        ("at least 123456789012345678901234567890 pupils", None, "Pupils", "berg-schools"),
        ("rank 2", None, "Pupils", "berg-schools"),
    ]
    amounts = [
        tuple(row[key] for key in ("amount", "amount_from", "amount_to", "amount_change")) for row in rows
    ]
    assert amounts == [
        (1200000000, None, None, None),
        (None, None, None, 20),
        (None, None, None, None),
        (None, None, None, Decimal("-3.5")),
        (None, Decimal("19.1"), 18, None),
        (123456789012345678901234567890, None, None, None),
        (2, None, None, None),
    ]


@pytest.mark.parametrize("format_", ["plain", "json", "jsonl", "csv", "markdown", "yaml", "table"])
def test_a_long_number_keeps_every_digit_in_every_format(
    format_: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Thirty digits stay thirty digits, and 19.1 never becomes 19.10000001."""
    monkeypatch.setenv("COLUMNS", "200")
    path = lake(tmp_path)
    for fields in ([], ["--fields", "amount,amount_from"]):
        out = run_cli("--file", path, "figures", "--format", format_, *fields).out
        assert "123456789012345678901234567890" in out.replace(",", "")
        assert "19.1" in out
        assert "19.10" not in out


def test_figures_are_filtered_like_statements(tmp_path: Path) -> None:
    """Topic, speaker, relay and limit apply to the rows of figures, too."""
    path = lake(tmp_path)
    assert {row["statement"] for row in figures(path, "school")} == {"berg-schools"}
    assert {row["speaker"] for row in figures(path, "--speaker", "вера орлова")} == {"orlova"}
    assert {row["statement"] for row in figures(path, "--via", "mill-agency")} == {"berg-schools"}
    assert len(figures(path, "--limit", "4")) == 4


def test_a_value_written_as_text_is_the_same_value(tmp_path: Path) -> None:
    """Quoting a number in YAML changes nothing."""
    path = lake(tmp_path)
    bare = figures(path)
    path.write_text(LAKE.replace("value: 1.20", "value: '1.20'"), encoding="utf-8")
    assert figures(path) == bare
