"""Compare accounts: linked statements, and figures of one measure."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from tajikcli.figures import phrase
from tajikcli.ids import full_id
from tajikcli.proof import comparison, rivals
from tajikcli.proof.alignment import differences
from tajikcli.proof.tokens import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tajikcli.model import rows
    from tajikcli.model.pages import ComparisonPage, SameFigure
    from tajikcli.model.relations import Relation
    from tajikcli.repository.query import Query
    from tajikcli.repository.rows import Rows

# the maximum number of conflicts, of implied amounts and of linked pairs to list; others are counted
MOST_LISTED = 10_000


def compare(record: Rows, query: Query, *, with_differences: bool = True) -> rows.Comparison:
    """Find where accounts agree, differ and contradict each other.

    Args:
        record: the record.
        query: the statements to compare; a statement that is linked to one of them is shown, too.
        with_differences: whether to return the words that differ in linked statements, which takes most of
            the time.

    Returns:
        The results, with at most `MOST_LISTED` of each kind.
    """
    left_out: rows.LeftOut = {"conflicts": 0, "implied": 0, "linked": 0}
    report: rows.Comparison = {
        "figures": [],
        "conflicts": [],
        "implied": [],
        "uncompared": [],
        "linked": [],
        "left_out": left_out,
    }
    for measure, same in comparison.by_measure(record.figure_rows(query).rows()).items():
        accounts = [_account(account) for account in comparison.accounts(same)]
        label = same[0]["measure_label"] or measure
        report["figures"].append({"measure": measure, "measure_label": label, "accounts": accounts})
        conflicts, more = rivals.conflicts(same, MOST_LISTED - len(report["conflicts"]))
        left_out["conflicts"] += more
        for conflict in conflicts:
            two = (conflict.one, conflict.other)
            report["conflicts"].append(
                {
                    "measure": measure,
                    "period": conflict.period,
                    "figures": [_named(figure) for figure in two],
                    "statements": [full_id(figure["meeting"], figure["statement"]) for figure in two],
                    "declared": False,
                }
            )
        rests, more = comparison.rests(same, MOST_LISTED - len(report["implied"]))
        left_out["implied"] += more
        for rest in rests:
            report["implied"].append(
                {
                    "measure": measure,
                    "period": rest.period,
                    "amount": _number(rest.amount),
                    "unit": rest.unit,
                    "whole": _named(rest.whole),
                    "part": _named(rest.part),
                    "days": rest.left,
                    "days_of_part": rest.before,
                }
            )
        report["uncompared"] += [
            {**_named(figure), "measure": measure} for figure in same if figure["period"] is None
        ]
    left_out["conflicts"] += _declare(report["conflicts"], record.declared_conflicts(query))
    pairs, left_out["linked"] = comparison.linked(record.statement_rows(query).rows(), MOST_LISTED)
    report["linked"] = list(_linked(record, pairs, with_differences=with_differences))
    return report


def _declare(conflicts: list[rows.FigureConflict], declared: Iterable[tuple[str, str]]) -> int:
    """Add the contradictions that the record declares to those between figures, and return the number left out."""
    pairs: dict[frozenset[str], tuple[str, str]] = {}
    for pair in declared:
        pairs.setdefault(frozenset(pair), pair)
    for conflict in conflicts:
        conflict["declared"] = frozenset(conflict["statements"]) in pairs
    shown = {frozenset(conflict["statements"]) for conflict in conflicts}
    more = [list(pair) for both, pair in pairs.items() if both not in shown]
    room = MOST_LISTED - len(conflicts)
    conflicts += [
        {"measure": None, "period": None, "figures": [], "statements": pair, "declared": True}
        for pair in more[:room]
    ]
    return len(more[room:])


def is_empty(report: rows.Comparison) -> bool:
    """Return whether there was nothing to compare."""
    return not (
        report["figures"]
        or report["conflicts"]
        or report["implied"]
        or report["uncompared"]
        or report["linked"]
    )


def page(record: Rows, query: Query, report: rows.Comparison) -> ComparisonPage:
    """Return a comparison with the data that its page shows: each statement and each figure once.

    Args:
        record: the record.
        query: the statements that were compared.
        report: the results.
    """
    from tajikcli.model.pages import ComparisonPage, SameFigure
    from tajikcli.repository import grouping
    from tajikcli.repository.pages import figures, statement

    pairs = [conflict["statements"] for conflict in report["conflicts"] if not conflict["figures"]]
    contradicted = {
        (conflict["measure"], figure["period"], figure["figure"])
        for conflict in report["conflicts"]
        for figure in conflict["figures"]
    }
    several = {measure["measure"] for measure in report["figures"] if len(measure["accounts"]) > 1}

    def of(*, contradict: bool) -> Iterator[SameFigure]:
        before = None
        for one in figures(record, query):
            row = one.figure
            is_rival = (row["measure"], row["period"], row["figure"]) in contradicted
            if row["measure"] in several and is_rival is contradict:
                yield SameFigure(row, one.accounts, one.text, None, row["measure"] != before)
                before = row["measure"]

    return ComparisonPage(
        report,
        next(record.ordered(grouping.totals, query)).about,
        ((statement(record, one), statement(record, other)) for one, other in pairs),
        of(contradict=True),
        of(contradict=False),
        [_pace(rest) for rest in report["implied"]],
    )


def _pace(rest: rows.Implied) -> Decimal:
    before = rest["part"]["amount"]
    return Decimal(rest["amount"]) / rest["days"] * rest["days_of_part"] / before if before else Decimal(0)


def _account(account: comparison.Account) -> rows.Account:
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


def _named(figure: rows.FigureRow) -> rows.NamedFigure:
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


def _linked(
    record: Rows, pairs: list[tuple[str, str, Relation]], *, with_differences: bool
) -> Iterator[rows.Linked]:
    """Yield linked statements with the words that differ, if both have the same language and kind."""
    languages = {
        source["slug"]: source["language"].partition("-")[0] for source in record.source_rows().rows()
    }
    names = {name for pair in pairs for name in pair[:2]}
    known = {name: next(record.rows_by_id([name]).rows()) for name in names}
    for one, other, relation in pairs:
        first, second = known[one], known[other]
        differ = []
        if with_differences and languages[first["source"]] == languages[second["source"]]:
            texts = (first["text"], second["text"])
            differ = differences(texts[0], words_of(texts[0]), texts[1], words_of(texts[1]))
        yield {
            "relation": relation,
            "statements": [first, second],
            "differences": [{"text": difference.text, "record": difference.record} for difference in differ],
        }
