"""Plain text for `cut` and `grep`: one row per line, tabs between cells, no wrapping."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tajikcli.figures import phrase
from tajikcli.ids import full_id
from tajikcli.text import displayed, with_hedges

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from tajikcli.model import rows
    from tajikcli.model.rows import Finding


def line(cells: Iterable[object]) -> str:
    """Return texts, numbers and lists of them as a line of cells."""
    return "\t".join(map(cell, cells)) + "\n"


def columns_of(row: Mapping[str, object], columns: Iterable[str]) -> Iterator[str]:
    """Yield the values of some keys as cells."""
    return (cell(row[column], column) for column in columns)


def cell(value: object, key: str = "") -> str:
    """Return a value as a cell of plain text, without tabs and line breaks, and with semicolons in lists.

    Args:
        value: a text, number, list or None.
        key: its key, if it may be a list of objects.
    """
    if value is None:
        return ""
    if isinstance(value, list):
        item = _OBJECTS.get(key, cell)
        return "; ".join(displayed(item(one)) for one in value)
    return displayed(str(value))


def _figure(figure: rows.Figure) -> str:
    return " ".join(part for part in (figure["measure"], phrase(figure), figure["period"]) if part)


def _evidence(evidence: rows.Evidence) -> str:
    return evidence["exact"]


def _link(link: rows.Link) -> str:
    return f"{link['as']} {link['to']}"


def _difference(difference: rows.Difference) -> str:
    return f"{difference['text'] or '∅'} / {difference['record'] or '∅'}"


# The keys with lists of objects.
_OBJECTS: dict[str, Callable[[Any], str]] = {
    "figures": _figure,
    "evidence": _evidence,
    "links": _link,
    "differences": _difference,
}


def key_by_key(statements: Iterable[rows.Statement]) -> Iterator[str]:
    """Yield statements in full, with a key and its value on each line and an empty line between two statements."""
    before = ""
    for statement in statements:
        yield before
        for key, value in statement.items():
            yield f"{key}\t{cell(value, key)}\n"
        before = "\n"


def problems(found: Iterable[rows.Problem]) -> Iterator[str]:
    """Yield problems as `file:line:column: message`."""
    for problem in found:
        mark = "warning: " if problem["severity"] == "warning" else ""
        yield line((f"{problem['file']}:{problem['line']}:{problem['column']}: {mark}{problem['message']}",))


def findings(found: Iterable[Finding]) -> Iterator[str]:
    """Yield findings as `file:line:column`, verdict, attribution, statement and text."""
    for finding in found:
        yield line(
            (
                position(finding),
                finding["verdict"],
                finding["attribution"],
                finding["statement"],
                finding["text"],
            )
        )


def position(finding: Finding) -> str:
    """Return the position of a finding: `file:line:column`, without a file for standard input."""
    file = [finding["file"]] if finding["file"] is not None else []
    return ":".join([*file, str(finding["line"]), str(finding["column"])])


def verification(report: rows.Verification) -> Iterator[Sequence[object]]:
    """Yield the status of a source's statements, and the sentences without a statement."""
    yield "edition", report["edition"]
    for statement in report["statements"]:
        yield statement["status"], statement["id"], statement["exact"], statement["nearest"]
    yield "coverage", report["coverage"]
    for left in report["uncovered"]:
        yield "uncovered", f"{left['paragraph']}.{left['sentence']}", left["text"]
    if report["unsearched"]:
        yield "unsearched", report["unsearched"]


def comparison(report: rows.Comparison) -> Iterator[Sequence[object]]:
    """Yield the accounts of each measure, their implications, and linked statements."""
    for measure in report["figures"]:
        for one in measure["accounts"]:
            said = (one["period"], one["value"], one["change"], one["speaker"], one["via"], one["source"])
            yield "figure", measure["measure"], *said, one["statements"], one["hedges"]
    for conflict in only_declared(report):
        yield "conflicts", *conflict["statements"]
    for conflict in report["conflicts"]:
        if not conflict["figures"]:
            continue
        pair = [f"{figure['figure']} ({reference(figure)})" for figure in conflict["figures"]]
        yield "conflict", conflict["measure"], conflict["period"], *pair
    for rest in report["implied"]:
        from_ = [
            f"{figure['figure']} {figure['period']} ({reference(figure)})"
            for figure in (rest["whole"], rest["part"])
        ]
        yield "implied", rest["measure"], rest["period"], f"{rest['amount']} {rest['unit']}", *from_
    for figure in report["uncompared"]:
        yield "uncompared", figure["measure"], figure["figure"], reference(figure), "no period on record"
    for linked in report["linked"]:
        first, second = linked["statements"]
        texts = (with_hedges(statement["text"], statement["hedges"]) for statement in (first, second))
        yield linked["relation"], first["id"], second["id"], *texts
    for key, count in report["left_out"].items():
        if count:
            yield "left out", key, count


def only_declared(report: rows.Comparison) -> Iterator[rows.FigureConflict]:
    """Yield the contradictions that only the record declares and that are not among the linked statements."""
    linked = {
        frozenset(full_id(one["meeting"], one["id"]) for one in linked["statements"])
        for linked in report["linked"]
    }
    for conflict in report["conflicts"]:
        if not conflict["figures"] and frozenset(conflict["statements"]) not in linked:
            yield conflict


def reference(figure: rows.NamedFigure) -> str:
    """Return the statement of a figure, with the hedges of its source."""
    return with_hedges(figure["statement"], figure["hedges"])
