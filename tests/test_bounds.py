"""A bound in a draft is compared with the bound on record, and not only with the number."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from support.tables import table

from tajikcli.documents import Document
from tajikcli.repository.rows import open_rows

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """\
meeting: {id: lake-2031, title: Lake talks, date: 2031-05-03}
sources: {herald: {publisher: Harbour Herald, language: en}}
topics: {roads: {label: Roads}}
measures: {lorries: {label: Lorries, aliases: [lorry]}, trade: {label: Trade}}
statements:
  - id: lorries-now
    kind: narration
    source: herald
    topics: [roads]
    text: The lorries were counted.
    evidence: [{exact: the lorries were counted}]
"""
TRADE = "{measure: trade, value: 5.6, scale: billion, unit: USD, period: 2028}"


@table("bounds.yaml", "text", "record", "said")
def test_a_bound_and_a_year_are_those_of_the_record_or_it_is_said_that_they_are_not(
    text: str, record: dict[str, Any], said: object, tmp_path: Path
) -> None:
    path = tmp_path / "lake.yaml"
    figure = json.dumps({"measure": "lorries", **record})
    path.write_text(f"{HEAD}    figures: [{figure}, {TRADE}]\n", encoding="utf-8")
    with open_rows([str(path)]) as rows:
        one = rows.checker().examine(Document("-", text, html=False))
    verdicts = [
        found.finding["verdict"] == "agrees" for found in one.found if found.finding["text"] != "$5.6 billion"
    ]
    reasons = [silent["reason"] for silent in one.not_judged if silent["text"] != "$7.2 billion"]
    assert [*verdicts, *reasons] == [said]
