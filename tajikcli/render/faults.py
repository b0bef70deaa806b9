"""What is at fault with a finding of `check`, in words: for annotations, reports and pages alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.model.verdicts import FAULTY_ATTRIBUTIONS, Attribution, Verdict
from tajikcli.render.plain import cell
from tajikcli.text import with_hedges

if TYPE_CHECKING:
    from tajikcli.model import rows


def fault(finding: rows.Finding) -> tuple[str, str] | None:
    """Return what is at fault with a finding, as a title and a sentence with what is on record; None where nothing is."""
    if finding["accepted"]:
        return None
    verdict, text, record = (
        Verdict.of(finding["verdict"]),
        cell(finding["text"]),
        cell(finding["record_text"]),
    )
    if finding["finding"] == "figure":
        return ("figure differs", f"{text}; on record: {record}") if verdict is Verdict.DIFFERS else None
    is_speakers = finding["attribution"] in FAULTY_ATTRIBUTIONS
    if not verdict.is_fault and not is_speakers:
        return None
    if verdict is Verdict.NOT_FOUND:
        told = [f"{text} / no quote on record has these words"]
    elif verdict is Verdict.PARAPHRASE:
        told = [f"{text} / no quote on record has these words; a fact ({origin(finding)}): {record}"]
    else:
        told = [f"{text} / on record ({origin(finding)}): {record}"]
    if verdict is Verdict.UNCLEAR:
        told += _lost(finding)
    if is_speakers:
        told.append(f"the text names {cell(finding['speaker_name'])}, the record {_speaker(finding)}")
    told += filter(None, [misled(finding)])
    title = verdict.in_words if verdict.is_fault else Attribution.DIFFERS.in_words
    return title, "; ".join(told)


def origin(finding: rows.Finding) -> str:
    """Return who said what a finding was compared with, the id of the statement, and the source's reservations."""
    whose = [cell(finding["record_speaker_name"])] if finding["record_speaker_name"] else []
    return ", ".join([*whose, with_hedges(finding["statement"] or "", finding["hedges"])])


def misled(finding: rows.Finding) -> str:
    """Return where a link leads that belongs to a misquotation and leads to another source than the one on record."""
    if finding["sourcing"] != "differs":
        return ""
    known = f" ({finding['link_source']})" if finding["link_source"] else ""
    return f"the link leads to another source{known}: {cell(finding['link'])}"


def _lost(finding: rows.Finding) -> list[str]:
    told = []
    for one in finding["differences"]:
        told += [f"put in: {cell(one['text'])}"] if one["text"] else []
        told += [f"left out: {cell(one['record'])}"] if one["record"] else []
    return told


def _speaker(finding: rows.Finding) -> str:
    return cell(finding["record_speaker_name"]) or "nobody"
