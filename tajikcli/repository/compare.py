"""Setting accounts side by side: linked statements, and figures of one measure."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tajikcli.figures import phrase
from tajikcli.proof import comparison
from tajikcli.proof.alignment import differences
from tajikcli.proof.tokens import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tajikcli.repository.query import Query
    from tajikcli.repository.rows import Rows

Report = dict[str, Any]

MOST_LISTED = 10_000  # conflicts, implied amounts and linked pairs, of each; what is left out is counted


def compare(record: Rows, query: Query) -> Report:
    """Return where the accounts that answer a query agree, differ and contradict each other.

    Args:
        record: what the index answers.
        query: which statements; one that is linked with such a one is shown too.

    Returns:
        The keys of `model.answers.Comparison`.
    """
    figures = map(_decoded, record.figure_rows(query))
    report: Report = {"figures": [], "conflicts": [], "implied": [], "uncompared": [], "linked": []}
    left_out = dict.fromkeys(("conflicts", "implied", "linked"), 0)
    for measure, same in comparison.by_measure(figures).items():
        rows = [_account(one) for one in comparison.accounts(same)]
        report["figures"].append(
            {"measure": measure, "measure_label": same[0]["measure_label"], "accounts": rows}
        )
        conflicts, more = comparison.conflicts(same, MOST_LISTED - len(report["conflicts"]))
        left_out["conflicts"] += more
        for conflict in conflicts:
            pair = [_named(conflict.one), _named(conflict.other)]
            report["conflicts"].append(
                {"measure": measure, "period": conflict.one["period"], "figures": pair}
            )
        rests, more = comparison.rests(same, MOST_LISTED - len(report["implied"]))
        left_out["implied"] += more
        for rest in rests:
            report["implied"].append(
                {
                    "measure": measure,
                    "period": rest.period,
                    "amount": _number(rest.amount),
                    "unit": rest.whole["unit"],
                    "whole": _named(rest.whole),
                    "part": _named(rest.part),
                    "days": rest.left,
                    "days_of_part": rest.before,
                }
            )
        report["uncompared"] += [{**_named(one), "measure": measure} for one in same if one["period"] is None]
    pairs, left_out["linked"] = comparison.linked(map(_decoded, record.statement_rows(query)), MOST_LISTED)
    report["linked"] = list(_linked(record, pairs))
    report["left_out"] = left_out
    return report


def _decoded(row: str) -> dict[str, Any]:
    decoded: dict[str, Any] = json.loads(row, parse_float=Decimal)
    return decoded


def _account(account: comparison.Account) -> dict[str, Any]:
    first = account.first
    return {
        "period": first["period"],
        "value": "; ".join(phrase(figure) for figure in account.levels) or None,
        "change": "; ".join(phrase(figure) for figure in account.changes) or None,
        "kind": first["kind"],
        "speaker": first["speaker"],
        "speaker_name": first["speaker_name"],
        "via": first["via"],
        "source": first["source"],
        "hedges": list(
            dict.fromkeys(
                hedge for figure in (*account.levels, *account.changes) for hedge in figure["hedges"]
            )
        ),
        "statements": list(
            dict.fromkeys(figure["statement"] for figure in (*account.levels, *account.changes))
        ),
    }


def _named(figure: dict[str, Any]) -> dict[str, Any]:
    return {
        "statement": figure["statement"],
        "figure": phrase(figure),
        "period": figure["period"],
        "source": figure["source"],
        "amount": figure["amount"],
        "hedges": figure["hedges"],
    }


def _number(amount: Decimal) -> Decimal | int:
    return int(amount) if amount == amount.to_integral_value() else amount


def _linked(record: Rows, pairs: list[tuple[str, str, str]]) -> Iterator[dict[str, Any]]:
    """Yield linked statements with what differs, word by word where both are of one language and kind."""
    languages = {
        row["slug"]: row["language"].partition("-")[0] for row in map(_decoded, record.source_rows())
    }
    known = {
        name: _decoded(next(record.rows_by_id([name]))) for name in {n for pair in pairs for n in pair[:2]}
    }
    for one, other, relation in pairs:
        first, second = known[one], known[other]
        differ = []
        if languages[first["source"]] == languages[second["source"]]:
            texts = (first["text"], second["text"])
            differ = differences(texts[0], words_of(texts[0]), texts[1], words_of(texts[1]))
        yield {
            "relation": relation,
            "statements": [first, second],
            "differences": [{"text": found.text, "record": found.record} for found in differ],
        }
