"""To which period `extract` assigns a figure when its sentence names several times, and what it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.drafts import draft, figures

if TYPE_CHECKING:
    from pathlib import Path

_OF_2031 = "Report of the day\n\nDecember 19, 2031\n\n"


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("Trade grew 12 percent on last year.", [""]),
        ("Trade grew 12 percent on the previous year, to 3 billion dollars.", ["", ""]),
        ("Trade was up 12 percent on 2030.", [""]),
        ("Trade was 12 million dollars last year.", ["2030"]),
        ("Trade was 2 billion dollars in 2029 and reached 3 billion dollars in 2030.", ["2029", "2030"]),
        ("In 2029 trade rose and reached 3 billion dollars.", ["2029"]),
        ("В 2029 году построено 20 школ и открыто 5 мостов в 2030 году.", ["2029", "2030"]),
        ("Грузооборот вырос в 2029 году и экспорт увеличен на 5 процентов.", [""]),
        ("Экспорт увеличен до 3 млн тонн в 2030 году, а доля расчётов достигла 60 процентов.", ["2030", ""]),
        ("Trade grew 23 percent in the first eight months of 2031, after reaching 3 billion dollars in 2030.", ["2031-01/2031-08", "2030"]),
        ("Japan plans to spend 2 million dollars by 2037 and to buy 400 boats.", ["2037", ""]),
        ("In 2037 Japan plans to spend 2 million dollars and to buy 400 boats.", ["2037", "2037"]),
        ("Япония намерена выделить 2 млн долларов до 2037 года и купить 400 лодок.", ["2037", ""]),
        ("Since May 2030, when it began, trade has risen by 15 percent.", [""]),
        ("Exports rose 12 percent in the year to March 2031.", [""]),
        ("In January-August, Lind said, it reached 3 billion dollars in 2030.", ["2030-01/2030-08"]),
    ],
)  # fmt: skip
def test_a_figure_has_the_time_of_its_own_predicate(
    sentence: str, periods: list[str], tmp_path: Path
) -> None:
    """A year with which another is compared is not the year of a figure, and neither is that of another predicate."""
    value = draft(tmp_path, f"{_OF_2031}{sentence}\n")
    assert [one.get("period", "") for one in figures(value)] == periods


@pytest.mark.parametrize(
    ("sentence", "candidates"),
    [
        ("Trade was 3 billion dollars two years ago.", ["2029"]),
        ("A year ago, they had 12 boats.", ["2030"]),
        ("Два года назад торговля составляла 3 млрд долларов.", ["2029"]),
        ("Ду сол пеш гардиши мол 3 миллиард доллар буд.", ["2029"]),
        ("Several years ago they had 12 boats.", []),
        ("In January-August trade grew, and it reached 3 billion dollars in 2030.", ["2030"]),
        (
            "В январе-августе торговля выросла, тогда как в прошлом году она составила 3 млрд долларов.",
            ["2030"],
        ),
        ("Production rose to 20 tonnes from 18 tonnes in 2029.", ["2029"]),
        ("The programme has 40 ships and ends in 2034.", ["2034"]),
        ("Доля расчётов достигла 60 процентов и экспорт вырос на 5 процентов в 2030 году.", ["2030"]),
    ],
)
def test_a_time_that_may_not_be_that_of_the_figure_is_a_question(
    sentence: str, candidates: list[str], tmp_path: Path
) -> None:
    """Years that are counted back from the report are not exact, and a verb in -s may be a plural."""
    value = draft(tmp_path, f"{_OF_2031}{sentence}\n")
    first, *_ = (one for one in value["statements"] if one.get("figures"))
    assert "period" not in first["figures"][0]
    assert [ask.get("candidates", []) for ask in first["asks"] if ask["field"] == "figures.0.period"] == [
        candidates
    ]


def test_a_time_years_ago_with_which_a_figure_is_compared_is_no_question(tmp_path: Path) -> None:
    text = f"{_OF_2031}Freight reached 3 million tonnes in 2030, twice as much as two years ago.\n"
    (fact,) = (one for one in draft(tmp_path, text)["statements"] if one.get("figures"))
    assert fact["figures"][0]["period"] == "2030"
    assert "asks" not in fact
