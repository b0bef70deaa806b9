"""Annotations for GitHub workflows: the faults among findings of `check`, with their positions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.render.faults import fault
from tajikcli.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tajikcli.model.rows import Finding


def commands(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield the faults among findings as workflow commands."""
    for finding in findings:
        told = fault(finding)
        if told:
            place = [f"file={_in_property(finding['file'])}"] if finding["file"] is not None else []
            place += [f"line={finding['line']}", f"endLine={finding['end_line']}", f"col={finding['column']}"]
            if finding["line"] == finding["end_line"]:
                place.append(f"endColumn={finding['end_column']}")
            yield f"::error {','.join(place)},title={_in_property('tajik: ' + told[0])}::{_in_command(told[1])}\n"


def _in_command(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _in_property(value: str) -> str:
    return _in_command(printable(value)).replace(":", "%3A").replace(",", "%2C")
