"""The faults of a finding of `check`: the heading on a page, and the effect on the exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.model.verdicts import FAULTY_ATTRIBUTIONS, Attribution, Verdict

if TYPE_CHECKING:
    from tajikcli.model.rows import Finding


def heading(finding: Finding) -> Verdict | Attribution:
    """Return the heading of a finding: its verdict, or its attribution if only that is a fault."""
    verdict = Verdict.of(finding["verdict"])
    if not verdict.is_fault and finding["attribution"] in FAULTY_ATTRIBUTIONS:
        return _attribution(finding) or verdict
    return verdict


def meaning(finding: Finding) -> str:
    """Return the explanation of a finding's heading for a page; `{source}` is the source."""
    headed = heading(finding)
    if finding["finding"] == "figure" and headed == Attribution.UNCLEAR:
        return "matches a figure on record, but not one by the speaker whom the text names"
    return headed.meaning


def is_faulty(finding: Finding) -> bool:
    """Return whether a finding is a fault: the record has different words, a different speaker or a different figure.

    An accepted finding is not a fault.
    """
    return not finding["accepted"] and heading(finding).is_fault


def is_unclear(finding: Finding) -> bool:
    """Return whether a finding is a fault only because its meaning or its speaker is unclear."""
    faults = [
        one
        for one in (Verdict.of(finding["verdict"]), _attribution(finding))
        if one is not None and one.is_fault
    ]
    return is_faulty(finding) and all(one in {Verdict.UNCLEAR, Attribution.UNCLEAR} for one in faults)


def _attribution(finding: Finding) -> Attribution | None:
    return Attribution[str(finding["attribution"]).upper()] if finding["attribution"] else None
