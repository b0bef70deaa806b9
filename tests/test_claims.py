"""Figures in a text: they are judged if measure and unit clearly match one on record, and ignored otherwise."""

from __future__ import annotations

from decimal import Decimal

import pytest
from support.frozen import checker
from support.tables import table

from tajikcli.documents import Document
from tajikcli.proof.numbers import numbers


@table("claims.yaml", "text", "agree")
def test_a_figure_is_compared_with_those_of_its_measure(text: str, agree: list[bool]) -> None:
    """A wrong figure is reported, a rounded one agrees, and a figure of another country, year or goal is ignored."""
    found = checker().check(Document("-", text, html=False))
    assert [one["verdict"] == "agrees" for one in found if one["finding"] == "figure"] == agree


def test_a_figure_inside_a_quotation_is_not_judged_as_a_figure() -> None:
    """Figures in quotation marks are judged as words."""
    found = checker().check(Document("-", "“Trade rose 30%, to $1.97 billion,” Rahmon said.", html=False))
    assert [one["finding"] for one in found] == ["quotation"]


def test_a_wrong_figure_is_reported_with_those_on_record() -> None:
    """The finding shows the figures on record and their statements."""
    (found,) = checker().check(Document("-", "The number of teachers will go\nfrom 72 to 92.", html=False))
    assert (found["line"], found["column"], found["text"]) == (2, 1, "from 72 to 92")
    assert "72 → 82 teachers (teachers-increase)" in (found["record_text"] or "")
    assert found["statement"] == "teachers-increase"


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("1.790.000 euros", ["1790000"]),
        ("1.790.000,50 euros", ["1790000.50"]),
        ("1.79 billion", ["1790000000"]),
        ("1.790 billion", ["1790000000"]),
        ("3.125 percent", ["3.125"]),
        ("0.125 euros", ["0.125"]),
        ("25.000 euros", []),
        ("25,000 euros", ["25000"]),
    ],
)
def test_a_number_that_two_languages_read_differently_is_not_read(text: str, amounts: list[str]) -> None:
    """A point separates thousands in German and decimals in English."""
    found = [amount for number in numbers(text) for amount in number.amounts]
    assert found == list(map(Decimal, amounts))
