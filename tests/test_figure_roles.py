"""The roles of countries in a figure matter in any record: `A's pilots in B` are not `B's pilots in A`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.parties import SENEGAL, findings

if TYPE_CHECKING:
    from pathlib import Path

CONTENT = (
    SENEGAL.replace(
        "measures:\n",
        """measures:
  pilots: {label: Vietnamese pilots working in Senegal, aliases: [pilots, лётчики, вьетнамские лётчики]}
  supplier-rank: {label: Vietnam's rank among Senegal's suppliers of rice, aliases: [supplier, supplier of rice, поставщик]}
  loans: {label: Loans of Vietnam to Senegal, aliases: [loans, Vietnamese loans, кредиты]}
  trainees: {label: Trainees from Senegal at Vietnamese shipyards, aliases: [trainees, стажёры]}
""",
    )
    + """\
  - id: others
    kind: paraphrase
    speaker: minh
    topics: [trade]
    text: There are 30 pilots, 400 trainees, and loans of 5 billion dollars; Vietnam is the third supplier.
    evidence: [{exact: 30 pilots}]
    figures:
      - {measure: pilots, value: 30, unit: pilots}
      - {measure: supplier-rank, value: 3, unit: rank}
      - {measure: loans, value: 5, scale: billion, unit: USD}
      - {measure: trainees, value: 400, unit: trainees}
"""
)
TRUE = [
    "Some 30 Vietnamese pilots work in Senegal.",
    "Senegal employs 30 pilots from Vietnam.",
    "Vietnam has 30 pilots in Senegal.",
    "In Senegal, 30 pilots are Vietnamese.",
    "Vietnam is Senegal's third supplier of rice.",
    "Senegal's third-largest supplier is Vietnam.",
    "Vietnam ranks third among the suppliers of Senegal.",
    "Vietnamese loans to Senegal reached $5 billion.",
    "There are 400 trainees from Senegal at Vietnamese shipyards.",
    "The 400 Senegalese trainees live in Vietnam.",
    "В Сенегале работают 30 вьетнамских лётчиков.",
    "Вьетнам — третий поставщик Сенегала.",
    "Кредиты Вьетнама Сенегалу достигли 5 млрд долларов.",
    "На верфях Вьетнама 400 стажёров из Сенегала.",
]
EXCHANGED = [
    "Some 30 Senegalese pilots work in Vietnam.",
    "Vietnam employs 30 pilots from Senegal.",
    "Senegal is Vietnam's third supplier of rice.",
    "Vietnam's third-largest supplier is Senegal.",
    "Senegal ranks third among the suppliers of Vietnam.",
    "Senegalese loans to Vietnam reached $5 billion.",
    "There are 400 trainees from Vietnam at Senegalese shipyards.",
    "The 400 Vietnamese trainees live in Senegal.",
    "Во Вьетнаме работают 30 сенегальских лётчиков.",
    "Сенегал — третий поставщик Вьетнама.",
    "На верфях Сенегала 400 стажёров из Вьетнама.",
]


@pytest.mark.parametrize(
    ("text", "verdict"), [*((text, "agrees") for text in TRUE), *((text, "differs") for text in EXCHANGED)]
)
def test_a_figure_whose_countries_are_swapped_differs(text: str, verdict: str, tmp_path: Path) -> None:
    """Adjectives, possessives, prepositions and cases show the roles; the finding shows the measure on record."""
    (one,) = findings(tmp_path, CONTENT, text)
    assert one["verdict"] == verdict
    if verdict == "differs":
        assert ": " in (one["record_text"] or "")
