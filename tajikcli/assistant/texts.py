"""Answers for assistants: short texts, in which only quotes have quotation marks.

A statement takes two lines: one with its id, kind, chain and source, and one with its text. `full` adds its
evidence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from tajikcli.figures import phrase
from tajikcli.ids import full_id
from tajikcli.proof.citation import Citation
from tajikcli.text import fold_space

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tajikcli.model import rows
    from tajikcli.model.names import Names

_T = TypeVar("_T")

# the maximum number of characters of a text in a list; for a longer text, the list has only the beginning,
# never as a quotation
_MOST = 700
_FEW = 20  # the number of items in each part of a comparison


def statement_text(statement: rows.Statement, names: Names, source: rows.Source | None = None) -> str:
    """Return a statement as text.

    Args:
        statement: the statement.
        names: the names for slugs.
        source: its source, if the evidence and the address are to be printed; None for the short form.
    """
    head = f"[{_id(statement, names)}] {' · '.join(_head(statement, names))}"
    told = fold_space(statement["text"])
    if source is None and len(told) > _MOST:
        told = f"(call show for the text; it begins: {told[:_MOST].rpartition(' ')[0]} …)"
    elif statement["kind"] == "quote":
        told = f"“{told}”"
    return "\n".join((head, told, *(_basis(statement, source) if source else ())))


def _id(statement: rows.Statement, names: Names) -> str:
    return full_id(statement["meeting"], statement["id"]) if names.meetings > 1 else statement["id"]


def _head(statement: rows.Statement, names: Names) -> Iterator[str]:
    yield statement["kind"]
    relays = "".join(f" via {names.relays[slug]}" for slug in statement["via"])
    if statement["speaker_name"] or relays:
        yield f"{statement['speaker_name'] or ''}{relays}".strip()
    yield names.sources[statement["source"]]
    if statement["phase"]:
        yield statement["phase"]
    if statement["hedges"]:
        yield f"hedged: {', '.join(statement['hedges'])}"


def _basis(statement: rows.Statement, source: rows.Source) -> Iterator[str]:
    for figure in statement["figures"]:
        parts = (phrase(figure), figure["measure_label"], figure["period"])
        yield f"figure: {', '.join(part for part in parts if part)}"
    for evidence in statement["evidence"]:
        yield f"rests on the source's words: {evidence['exact']}"
    for link in statement["links"]:
        yield f"{link['as']}: {link['to']}"
    if statement["claim"] and statement["claim"] != statement["id"]:
        yield f"account of the claim: {statement['claim']}"
    if statement["said"] or statement["when"]:
        yield f"said: {statement['said'] or statement['when']}"
    address = Citation(statement, source, None, ()).address
    if address:
        yield f"source: {address}"


def findings_text(findings: Iterable[rows.Finding]) -> str:
    """Return the findings on a draft's quotations and figures, one paragraph per finding."""
    parts = []
    for finding in findings:
        lines = [
            f"{finding['line']}:{finding['column']} {finding['finding']} {finding['verdict']}: {finding['text']}"
        ]
        is_of_others = finding["finding"] == "figure" and finding["attribution"] == "unclear"
        if finding["attribution"] == "differs" or is_of_others:
            lines.append(f"attributed to {finding['speaker']}, who is not the speaker on record")
        if finding["statement"]:
            lines.append(
                f"compared with [{finding['statement']}]: {finding['record_text'] or ''}".rstrip(": ")
            )
        label = "punctuation or capital" if finding["verdict"] == "verbatim" else "differs"
        lines += [
            f"{label}: {one['text'] or '(nothing)'} → {one['record'] or '(nothing)'}"
            for one in finding["differences"]
        ]
        if finding["hedges"]:
            lines.append(f"the source hedges: {', '.join(finding['hedges'])}")
        parts.append("\n".join(map(fold_space, lines)))
    return "\n\n".join(parts) or "no quotation, and no figure for a measure on record"


def comparison_text(report: rows.Comparison, names: Names) -> str:
    """Return the results of a comparison: figures of each measure, contradictions, and accounts that differ or conflict."""
    lines: list[str] = []
    for measure in report["figures"]:
        lines.append(f"# {measure['measure_label']}")
        for account in _listed(measure["accounts"], lines):
            said = "; ".join(part for part in (account["value"], account["change"]) if part)
            whose = f"{account['speaker_name']}, " if account["speaker_name"] else ""
            lines.append(
                f"{account['period'] or 'no period'}: {said} ({whose}{names.sources[account['source']]})"
                f" [{', '.join(account['statements'])}]"
            )
    if report["conflicts"]:
        lines.append("# Contradictions")
        for conflict in _listed(report["conflicts"], lines):
            figures = "; ".join(f"{one['figure']} [{one['statement']}]" for one in conflict["figures"])
            lines.append(figures or " / ".join(f"[{one}]" for one in conflict["statements"]))
    telling = [
        linked for linked in report["linked"] if linked["relation"] in {"varies", "conflicts", "corrects"}
    ]
    if telling:
        lines.append("# Accounts that differ")
        for linked in _listed(telling, lines):
            one, other = linked["statements"]
            lines.append(f"{linked['relation']}: {_short(one)} / {_short(other)}")
    return "\n".join(lines) or "nothing to compare"


def _short(statement: rows.Statement) -> str:
    text = fold_space(statement["text"])
    return f"[{statement['id']}] {f'“{text}”' if statement['kind'] == 'quote' else text}"


def _listed(found: list[_T], lines: list[str]) -> Iterator[_T]:
    yield from found[:_FEW]
    if len(found) > _FEW:
        lines.append(f"and {len(found) - _FEW} more: name a topic, or use the command tajik compare")
