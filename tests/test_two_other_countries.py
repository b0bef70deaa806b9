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
