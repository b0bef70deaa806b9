"""An amount for each day, as `extract` writes its unit, is compared with amounts for the same time: `50,000 barrels a day`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.parties import SENEGAL, written

from tajikcli.documents import Document
from tajikcli.repository.rows import open_rows

if TYPE_CHECKING:
    from pathlib import Path

CONTENT = (
    SENEGAL.replace(
        "measures:\n",
        "measures:\n  output: {label: Oil output of Senegal, aliases: [oil output]}\n",
    )
    + """\
  - id: oil
    kind: paraphrase
    speaker: minh
    topics: [trade]
    text: Senegal produces 50,000 barrels of oil a day.
    evidence: [{exact: 50000 barrels}]
    figures: [{measure: output, value: 50000, unit: barrels per day}]
"""
)
NO_UNIT = "no figure for this measure on record has this unit"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Senegal's oil output is 50,000 barrels a day.", "agrees"),
        ("Senegal's oil output is 50,000 barrels of crude per day.", "agrees"),
        ("Oil output of Senegal reached 50,000 barrels daily.", "agrees"),
        ("Senegal's oil output is 40,000 barrels a day.", "differs"),
        ("Senegal's oil output is 40,000 barrels per day.", "differs"),
        ("Senegal's oil output is 50,000 barrels a week.", NO_UNIT),
        ("Senegal's oil output is 50,000 barrels.", NO_UNIT),
    ],
)
def test_an_amount_for_a_time_agrees_only_with_one_for_the_same_time(
    tmp_path: Path, text: str, verdict: str
) -> None:
    with open_rows([str(written(tmp_path, CONTENT))]) as rows:
        examined = rows.checker().examine(Document("-", text, html=False))
    verdicts = [found.finding["verdict"] for found in examined.found]
    assert [*verdicts, *(one["reason"] for one in examined.not_judged)] == [verdict]
