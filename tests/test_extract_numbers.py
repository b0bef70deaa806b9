"""Which numbers of a text are figures for `extract`, what they count, and which measure they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from support.drafts import draft

if TYPE_CHECKING:
    from pathlib import Path


def facts(folder: Path, sentence: str) -> list[dict[str, Any]]:
    value = draft(folder, f"Report of the day\n\nDecember 19, 2031\n\n{sentence}\n")
    return [one for one in value["statements"] if one.get("figures")]


@pytest.mark.parametrize(
    "sentence",
    [
        "He called 555-1234.",
        "Call +994 12 497-31-72 or 8 495 123-45-67 or 212-555-1234.",
        "Article 5 of the accord and paragraph 12 refers to Resolution 2231.",
        "Articles 5, 7 and 12 of the accord and Article 5.2 are new.",
        "Under Article 12 countries must report.",
        "The flight SU 2134 landed, and flight 101 left at 10:30.",
        "The Su-35, the An-26, COVID-19, the G20 and 5G were discussed, and the match ended 3-1.",
        "Статья 5 договора действует, а рейс 1234 вылетел в 10:30.",
        "Согласно пункту 12 соглашения стороны обсудили указ № 5 министра и резолюцию 2593.",
        "Тибқи моддаи 5 созишнома тарафҳо мулоқот мекунанд.",
    ],
)
def test_a_number_that_is_part_of_a_name_is_no_figure(sentence: str, tmp_path: Path) -> None:
    assert not facts(tmp_path, sentence)


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("On the flight 12 guests met.", ["12 guests"]),
        ("In the second phase 12 companies joined.", ["12 companies"]),
        (
            "The flight to 12 countries and the article on 5 projects came.",
            ["12 countries", "5 projects"],
        ),
        ("They discussed chapter 7 and 12 projects.", ["12 projects"]),
        ("Резолюцию 12 государств приняли.", ["12 countries"]),
        ("Подписали указ 5 министров.", ["5 министров"]),
        ("India will buy 26 Rafale jets.", ["26 jets"]),
        ("Poland ordered 180 K2 tanks and 12 B-52 bombers.", ["180 tanks", "12 bombers"]),
        ("The target is 400 MW within three years.", ["400 mw"]),
        ("Japan hosts 500 U.S. personnel.", ["500 personnel"]),
        ("Чин 200 юан медиҳад.", ["200 CNY"]),
        ("India will buy 26 Rafale-M jets.", ["26 jets"]),
        ("On 26 Lind meets Berg.", []),
        ("There are about 10,000 now.", ["10000 "]),
        ("Oil exports stand at 200,000 barrels per day.", ["200000 barrels per day"]),
        ("They sold 200,000 barrels a day of oil.", ["200000 barrels per day"]),
        ("Добыча выросла до 200 баррелей в сутки.", ["200 barrels per day"]),
        ("Завод даёт 200 тонн нефти в год.", ["200 tonnes per year"]),
        ("Завод даёт 200 тонн в год.", ["200 tonnes per year"]),
        ("Завод дал 200 тонн в год юбилея.", ["200 tonnes"]),
        ("The port loaded 200 tonnes a year ago.", ["200 tonnes"]),
        ("Ширкат 200 тонна дар як рӯз.", ["200 tonnes per day"]),
    ],
)
def test_a_number_that_counts_things_is_a_figure(sentence: str, counted: list[str], tmp_path: Path) -> None:
    """An amount for each day is not the same unit as the amount, and a name may describe the things."""
    found = [one["figures"][0] for one in facts(tmp_path, sentence)]
    assert [f"{one['value']} {one.get('unit', '')}" for one in found] == counted


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("Экспорт нефти вырос на 12 процентов.", "exports"),
        ("Экспорт нефти и газа составил 3 млрд долларов.", "exports"),
        ("Импорт газа был увеличен до 67 млн долларов.", "imports"),
        ("Exports of oil reached 3 billion dollars.", "exports"),
        ("Oil exports reached 3 billion dollars.", "exports"),
        ("Содироти нафт ба 3 миллион тонна расид.", "exports"),
        ("Экспорт упал, а нефть выросла на 12 процентов.", "oil"),
        ("Trade rose by 5 percent and reached 3 billion dollars in 2030.", "trade"),
    ],
)
def test_the_measure_is_the_first_of_two_nouns_if_the_second_belongs_to_it(
    sentence: str, measure: str, tmp_path: Path
) -> None:
    *_, last = facts(tmp_path, sentence)
    assert last["figures"][0]["measure"] == measure


@pytest.mark.parametrize(
    ("sentence", "change"),
    [
        ("За семь месяцев рост – 10,3 процента.", "10.3"),
        ("Рост торговли составил 10 процентов.", "10"),
        ("The growth of trade was 10 percent.", "10"),
        ("The decline in trade was about 10 percent.", "-10"),
        ("The share increased and was 10 percent.", None),
        ("The increased share was 10 percent.", None),
        ("The share is 10 percent.", None),
    ],
)
def test_the_amount_of_growth_is_a_change(sentence: str, change: str | None, tmp_path: Path) -> None:
    (fact,) = facts(tmp_path, sentence)
    assert fact["figures"][0].get("change") == change


@pytest.mark.parametrize(
    ("sentence", "approx"),
    [
        ("They give 15 million dollars over 5 years.", [None, None]),
        ("They worked for over 5 years.", ["over"]),
        ("They gave 12 boats and over 5 tonnes.", [None, "over"]),
    ],
)
def test_the_time_that_an_amount_takes_is_not_approximate(
    sentence: str, approx: list[str | None], tmp_path: Path
) -> None:
    assert [one["figures"][0].get("approx") for one in facts(tmp_path, sentence)] == approx


def test_a_range_that_may_be_a_telephone_number_is_a_question(tmp_path: Path) -> None:
    (fact,) = facts(tmp_path, "The quota rose to 500-1000 places.")
    assert "value" not in fact["figures"][0]
    assert {"field": "figures.0.value", "candidates": ["500", "1000"]} in fact["asks"]


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("They will build three submarines and seven new hospitals.", ["3 submarines", "7 hospitals"]),
        ("Four Lindish companies bid for two joint rescue centres.", ["4 companies", "2 centres"]),
        ("Three neighbouring countries joined.", ["3 countries"]),
        ("Стороны построят четыре завода и два филиала.", ["4 завода", "2 branches"]),
        ("Создано пять совместных предприятий.", ["5 companies"]),
        ("Дар вилоят се корхона ва чор мактаб сохта шуд.", ["3 companies", "4 schools"]),
        # those who meet, what the text has spoken of, times, ways, parts of names, ranges and shares
        ("Two leaders, two sides and two countries met in two foreign capitals.", []),
        ("The three ships, these four plants and our five schools opened.", []),
        ("The talks lasted three hours and five days in two ways.", []),
        ("In chapter three projects are listed, and the Big Four banks agreed.", []),
        ("They will build two or three plants, and one of five firms left.", []),
        ("Nine out of ten firms stayed.", []),
        ("Два лидера двух стран за три дня построят два-три завода.", []),
        ("Один из пяти заводов закрыт, эти три проекта важны.", []),
        ("Ду кишвар дар се моҳ мулоқот карданд, яке аз се корхона баста шуд.", []),
    ],
)
def test_a_small_number_in_words_is_a_figure_if_it_counts_things(
    sentence: str, counted: list[str], tmp_path: Path
) -> None:
    found = [figure for one in facts(tmp_path, sentence) for figure in one["figures"]]
    assert [f"{one['value']} {one['unit']}" for one in found] == counted


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Lind buys Boeing 737 planes for the route.", ""),
        ("Самолёты Boeing 767 свяжут Осло и Берген.", ""),
        ("In Oslo 300 guests met.", "300"),
        ("On Monday 300 guests met.", "300"),
        ("Norway sold Sweden 300 tractors.", "300"),
        ("Norway sold Sweden Boeing 20 planes.", "20"),
    ],
)
def test_a_number_that_may_be_part_of_the_name_before_it_is_a_question(
    sentence: str, value: str, tmp_path: Path
) -> None:
    (fact,) = facts(tmp_path, sentence)
    assert fact["figures"][0].get("value", "") == value
    assert ("figures.0.value" in [ask["field"] for ask in fact.get("asks", ())]) == (not value)
