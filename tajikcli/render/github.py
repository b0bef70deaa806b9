"""Annotations of GitHub's workflows: what is at fault with findings of `check`, where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.model.verdicts import Attribution, Verdict
from tajikcli.render.plain import cell
from tajikcli.text import printable, with_hedges

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tajikcli.model import rows
    from tajikcli.model.pages import FileFinding


def commands(findings: Iterable[FileFinding]) -> Iterator[str]:
    """Yield the faults among findings as workflow commands."""
    for finding in findings:
        told = fault(finding)
        if told:
            place = [f"file={_in_property(finding['file'])}"] if "file" in finding else []
            place += [f"line={finding['line']}", f"col={finding['column']}"]
            yield f"::error {','.join(place)},title={_in_property('tajik: ' + told[0])}::{_in_command(told[1])}\n"


def fault(finding: rows.Finding) -> tuple[str, str] | None:
    """Return what is at fault with a finding, as a title and a sentence; None where nothing is."""
    verdict, text, record = (
        Verdict.of(finding["verdict"]),
        cell(finding["text"]),
        cell(finding["record_text"]),
    )
    by = f" [{with_hedges(finding['statement'], finding['hedges'])}]" if finding["statement"] else ""
    if finding["accepted"]:
        return None
    if finding["finding"] == "figure":
        return ("figure differs", f"{text}; on record: {record}") if verdict is Verdict.DIFFERS else None
    if verdict is Verdict.UNCLEAR:
        put_in = [(f"put in: {cell(one['text'])}" if one["text"] else "") for one in finding["differences"]]
        left_out = [
            (f"left out: {cell(one['record'])}" if one["record"] else "") for one in finding["differences"]
        ]
        lost = "; ".join(words for pair in zip(put_in, left_out, strict=True) for words in pair if words)
        return "unclear", f"{text} / on record{by}: {record}" + (f" / {lost}" if lost else "")
    if verdict is Verdict.ALTERED:
        return "altered", f"{text} / on record{by}: {record}"
    if verdict is Verdict.PARAPHRASE:
        return "paraphrase", f"{text} / no quote on record has these words; a fact{by}: {record}"
    if verdict is Verdict.NOT_FOUND:
        return "not found", f"{text} / no quote on record has these words"
    if finding["attribution"] == Attribution.DIFFERS:
        return (
            "speaker differs",
            f"{text} / the text names {finding['speaker']}, the record another speaker{by}",
        )
    return None


def _in_command(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _in_property(value: str) -> str:
    return _in_command(printable(value)).replace(":", "%3A").replace(",", "%2C")
