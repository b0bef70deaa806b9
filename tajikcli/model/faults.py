"""What is at fault with a finding of `check`: what a page is headed by, and what the exit code says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.model.verdicts import FAULTY_ATTRIBUTIONS, Attribution, Verdict

if TYPE_CHECKING:
    from tajikcli.model.rows import Finding


def heading(finding: Finding) -> Verdict | Attribution:
    """Return what a finding is headed by: its verdict, but where that is no fault and its attribution is one, this."""
    verdict = Verdict.of(finding["verdict"])
    if not verdict.is_fault and finding["attribution"] in FAULTY_ATTRIBUTIONS:
        return _attribution(finding) or verdict
    return verdict


def is_faulty(finding: Finding) -> bool:
    """Tell whether a finding is a fault: words not on record as they stand, another speaker, another figure.

    What somebody has accepted is none.
    """
    return not finding["accepted"] and heading(finding).is_fault


def is_unclear(finding: Finding) -> bool:
    """Tell whether a finding is a fault only because something is unclear: what its words say, or who speaks them."""
    faults = [
        one
        for one in (Verdict.of(finding["verdict"]), _attribution(finding))
        if one is not None and one.is_fault
    ]
    return is_faulty(finding) and all(one in {Verdict.UNCLEAR, Attribution.UNCLEAR} for one in faults)


def _attribution(finding: Finding) -> Attribution | None:
    return Attribution[str(finding["attribution"]).upper()] if finding["attribution"] else None
