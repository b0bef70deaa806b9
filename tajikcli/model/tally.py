"""The numbers of findings of each kind in one or several texts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tajikcli.model.faults import is_faulty, is_unclear
from tajikcli.model.verdicts import FAULTY_ATTRIBUTIONS, OF_FIGURES, OF_QUOTATIONS, Attribution, Verdict
from tajikcli.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tajikcli.model.rows import Finding

_SPEAKERS = {
    Attribution.DIFFERS: "attributed to the wrong speaker",
    Attribution.UNCLEAR: "with an unclear speaker",
}
_OF_SEVERAL = {Verdict.AGREES: "agree", Verdict.DIFFERS: "differ"}


class Tally:
    """Counts findings.

    Attributes:
        files: number of files that were read.
        unread: number of files that could not be read.
        at_fault: number of files with a fault.
        faults: number of findings that are faults.
        unclear: number of faults that are faults only because something is unclear.
        accepted: number of findings that would be faults if they had not been accepted.
        not_judged: number of figures and quotations without a verdict.
    """

    def __init__(self) -> None:
        self.files = self.unread = self.at_fault = self.faults = self.unclear = self.accepted = (
            self.not_judged
        ) = 0
        self._quotations: Counter[Verdict] = Counter()
        self._figures: Counter[Verdict] = Counter()
        self._speakers: Counter[Attribution] = Counter()

    def __add__(self, other: Tally) -> Tally:
        """Return the sum of both."""
        both = Tally()
        for name in ("files", "unread", "at_fault", "faults", "unclear", "accepted", "not_judged"):
            setattr(both, name, getattr(self, name) + getattr(other, name))
        both._quotations = self._quotations + other._quotations
        both._figures = self._figures + other._figures
        both._speakers = self._speakers + other._speakers
        return both

    def count(self, findings: Iterable[Finding]) -> None:
        """Count the findings of a text."""
        before = self.faults
        for one in findings:
            counts = self._quotations if one["finding"] == "quotation" else self._figures
            counts[Verdict.of(one["verdict"])] += 1
            attribution = one["attribution"]
            if attribution in FAULTY_ATTRIBUTIONS:
                self._speakers[Attribution[str(attribution).upper()]] += 1
            self.accepted += one["accepted"]
            self.faults += is_faulty(one)
            self.unclear += is_unclear(one)
        self.at_fault += self.faults > before

    def in_words(self) -> str:
        """Return a summary of a text."""
        told = [
            _counted(self._quotations, "quotation", OF_QUOTATIONS),
            _counted(self._figures, "figure", OF_FIGURES),
            *(f"{count} {_SPEAKERS.get(one, one.in_words)}" for one, count in self._speakers.items()),
        ]
        if self.accepted:
            told.append(f"{self.accepted} accepted by the baseline")
        found = "; ".join(filter(None, told)) or "no quotations, and no figures for a measure on record"
        return f"{found}; {self.not_judged:,} not judged" if self.not_judged else found

    def of_files(self) -> str:
        """Return a summary of several files."""
        told = [f"{counted(self.files, 'file')} checked, {self.at_fault:,} with faults"]
        if self.unread:
            told.append(f"{counted(self.unread, 'file')} not readable")
        return "; ".join([*told, self.in_words()])


def _counted(counts: Counter[Verdict], noun: str, verdicts: Iterable[Verdict]) -> str:
    total = counts.total()
    if not total:
        return ""
    parts = ", ".join(
        f"{counts[verdict]:,} {_OF_SEVERAL.get(verdict, verdict.in_words) if counts[verdict] > 1 else verdict.in_words}"
        for verdict in verdicts
        if counts[verdict]
    )
    return f"{counted(total, noun)}: {parts}"
