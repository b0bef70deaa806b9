"""The faults of a finding of `check` in words, for annotations, reports and pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.model.faults import heading, untold
from tajikcli.model.verdicts import FAULTY_ATTRIBUTIONS, Attribution, Verdict
from tajikcli.render.plain import cell
from tajikcli.text import with_hedges

if TYPE_CHECKING:
    from tajikcli.model import rows


def not_judged(one: rows.NotJudged) -> str:
    """Return, in one line, a part that got no verdict and the reason."""
    place = ":".join(
        [*([one["file"]] if one["file"] is not None else []), str(one["line"]), str(one["column"])]
    )
    return f"{place}: not judged: {cell(one['text'])} ({one['reason']})"


def fault(finding: rows.Finding) -> tuple[str, str] | None:
    """Return the fault of a finding as a title and a sentence with the words on record; None if there is no fault."""
    if finding["accepted"]:
        return None
    verdict, text, record = (
        Verdict.of(finding["verdict"]),
        cell(finding["text"]),
        cell(finding["record_text"]),
    )
    if finding["finding"] == "figure":
        if verdict is not Verdict.DIFFERS and heading(finding).is_fault:
            return heading(finding).in_words, f"{text}; on record: {record}; {misattributed(finding)}"
        return ("figure differs", f"{text}; on record: {record}") if verdict is Verdict.DIFFERS else None
    if not heading(finding).is_fault:
        return None
    if finding["statement"] is None:
        told = [f"{text} / {verdict.meaning}"]
    elif verdict is Verdict.PARAPHRASE:
        told = [f"{text} / no quote on record has these words; a fact ({origin(finding)}): {record}"]
    else:
        told = [f"{text} / on record ({origin(finding)}): {record}"]
    if verdict is Verdict.UNCLEAR:
        told += _lost(finding)
    told += filter(None, [misattributed(finding), misled(finding)])
    return heading(finding).in_words, "; ".join(told)


def origin(finding: rows.Finding) -> str:
    """Return the speaker of the compared statement, its id, and the hedges of its source."""
    whose = [cell(finding["record_speaker_name"])] if finding["record_speaker_name"] else []
    return ", ".join([*whose, with_hedges(finding["statement"] or "", finding["hedges"])])


def misattributed(finding: rows.Finding) -> str:
    """Return the fault of the speaker whom a text names."""
    if finding["attribution"] == Attribution.UNCLEAR and finding["speaker"] is None:
        return untold(finding)
    if finding["attribution"] not in FAULTY_ATTRIBUTIONS:
        return ""
    named, known = cell(finding["speaker_name"]) or "nobody", cell(finding["record_speaker_name"]) or "nobody"
    return f"the text names {named}, but the record names {known}"


def misled(finding: rows.Finding) -> str:
    """Return the link of a misquotation if it does not lead to the source on record."""
    if finding["sourcing"] != "differs":
        return ""
    known = f" ({finding['link_source']})" if finding["link_source"] else ""
    return f"the link leads to another source{known}: {cell(finding['link'])}"


def _lost(finding: rows.Finding) -> list[str]:
    told = []
    for one in finding["differences"]:
        told += [f"added: {cell(one['text'])}"] if one["text"] else []
        told += [f"left out: {cell(one['record'])}"] if one["record"] else []
    return told
