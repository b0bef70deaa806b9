"""What check promises holds for any two countries and any people: nothing of it is written for the bundled record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lake import run
from parties import ARMENIA, SENEGAL, findings, written

if TYPE_CHECKING:
    from pathlib import Path


def test_a_name_that_folds_to_its_own_slug_is_known_as_written(tmp_path: Path) -> None:
    """The slug `awa-diop` does not take the place of the name Awa Diop."""
    (one,) = findings(tmp_path, SENEGAL, "“The river brings rice to both of our capitals,” Awa Diop said.")
    assert (one["verdict"], one["speaker"], one["attribution"]) == ("verbatim", "awa-diop", "differs")
    (one,) = findings(tmp_path, SENEGAL, "“We climb the hill together every single day,” Awa Diop said.")
    assert (one["speaker"], one["attribution"]) == ("awa-diop", "agrees")


def test_a_measure_that_folds_to_its_own_slug_is_known_as_written(tmp_path: Path) -> None:
    """The slug `two-way-trade` does not take the place of the label Two-way trade."""
    content = SENEGAL.replace(", aliases: [trade]", "")
    (one,) = findings(tmp_path, content, "Two-way trade reached $25 billion.")
    assert (one["finding"], one["verdict"]) == ("figure", "differs")


def test_a_block_quote_goes_on_where_markdown_has_it_go_on(tmp_path: Path) -> None:
    """A second line without `>` is read by readers as the speaker's, so it is checked as such."""
    true = "> We climb the hill\ntogether every single day\n\nText."
    false = "> We climb the hill\ntogether every single night\n\nText."
    assert [one["verdict"] for one in findings(tmp_path, SENEGAL, true)] == ["verbatim"]
    assert [one["verdict"] for one in findings(tmp_path, SENEGAL, false)] == ["altered"]


def test_every_way_to_write_a_name_is_kept(tmp_path: Path) -> None:
    """Two aliases that differ by a hyphen are two in a text, and one to a filter."""
    content = SENEGAL.replace("name: Awa Diop,", "name: Awa-Marie Diop, aliases: [Awa Marie Diop],")
    for name in ("Awa-Marie Diop", "Awa Marie Diop"):
        (one,) = findings(tmp_path, content, f"“We climb the hill together every single day,” {name} said.")
        assert (one["speaker"], one["attribution"]) == ("awa-diop", "agrees"), name
    found = run("--file", written(tmp_path, content), "quotes", "--speaker", "awa marie diop", "--fields", "id")
    assert (found.code, found.out) == (0, "diop-hill\n")


# A sentence, and for each figure that is judged whether it agrees with the 24 billion dollars and 20 % on record.
FIGURES = {
    SENEGAL: [
        *((f"{country} trade rose 30%.", []) for country in ("Kazakh", "Brazilian", "Tajik", "Russian", "Chinese", "US")),
        *((f"{country} trade rose 30%.", []) for country in ("U.S.", "EU", "World", "Global", "South Korean", "Saudi", "Polish")),
        ("Russia's trade rose 30%.", []),
        ("Trade with China rose 30%.", []),  # though the title of a source names it
        ("China's trade rose 30%.", []),
        ("Sino-Vietnamese trade rose 30%.", []),
        ("Trade rose 30%.", [False]),
        ("Vietnamese trade rose 30%.", [False]),
        ("Senegalese trade rose 30%.", [False]),
        ("Today Vietnamese trade rose 30%.", [False]),
        ("Trade of the Senegalese with the Vietnamese rose 20%.", [True]),
        ("Vietnam's trade with Senegal reached $24 billion.", [True]),
        ("Vietnamese-Senegalese trade reached $25 billion.", [False]),
        ("Trade reached 25 billion US dollars.", [False]),
    ],
    ARMENIA: [
        ("Товарооборот вырос на 30%.", [False]),
        ("Товарооборот Казахстана с Арменией вырос на 30%.", [False]),
        ("Казахстанско-армянский товарооборот вырос на 20%.", [True]),
        ("Армянский товарооборот вырос на 30%.", [False]),
        ("Российско-китайский товарооборот вырос на 30%.", []),
        ("Китайский товарооборот вырос на 30%.", []),
        ("Товарооборот китайских компаний вырос на 30%.", []),
        ("Товарооборот с Таджикистаном вырос на 30%.", []),
        ("Мировой товарооборот вырос на 30%.", []),
        ("Товарооборот достиг 25 млрд долларов США.", [False]),
    ],
}


@pytest.mark.parametrize(
    ("content", "sentence", "agree"),
    [(content, *case) for content, cases in FIGURES.items() for case in cases],
    ids=[case[0] for cases in FIGURES.values() for case in cases],
)
def test_figures_of_the_parties_are_judged_and_those_of_others_are_not(
    content: str, sentence: str, agree: list[bool], tmp_path: Path
) -> None:
    """Who the parties are, the record says; what all others are called, a list of the world's countries."""
    found = findings(tmp_path, content, sentence)
    assert [one["verdict"] == "agrees" for one in found if one["finding"] == "figure"] == agree


def test_a_country_in_a_measures_own_name_is_no_other_country(tmp_path: Path) -> None:
    """`French teachers` may be what is counted."""
    content = SENEGAL.replace("aliases: [trade]", "aliases: [trade with France]")
    (one,) = findings(tmp_path, content, "Trade with France rose 30%.")
    assert one["verdict"] == "differs"
