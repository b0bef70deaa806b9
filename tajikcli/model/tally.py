"""How many findings of each kind a text has, or many texts."""

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


class Tally:
    """Counts findings.

    Attributes:
        files: how many files were read.
        unread: how many could not be.
        at_fault: how many have a fault.
        faults: how many findings are faults.
        unclear: how many of these are faults only because something is unclear.
        accepted: how many would be, had they not been accepted.
    """

    def __init__(self) -> None:
        self.files = self.unread = self.at_fault = self.faults = self.unclear = self.accepted = 0
        self._quotations: Counter[Verdict] = Counter()
        self._figures: Counter[Verdict] = Counter()
        self._speakers: Counter[Attribution] = Counter()

    def __add__(self, other: Tally) -> Tally:
        """Return the counts of both together."""
        both = Tally()
        for name in ("files", "unread", "at_fault", "faults", "unclear", "accepted"):
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
        """Return what was found in a text."""
        told = [
            _counted(self._quotations, "quotation", OF_QUOTATIONS),
            _counted(self._figures, "figure", OF_FIGURES),
            *(f"{count} {_SPEAKERS.get(one, one.in_words)}" for one, count in self._speakers.items()),
        ]
        if self.accepted:
            told.append(f"{self.accepted} accepted by the baseline")
        return "; ".join(filter(None, told)) or "no quotations, and no figures of a measure on record"

    def of_files(self) -> str:
        """Return what was found in all of several files."""
        told = [f"{counted(self.files, 'file')} checked, {self.at_fault:,} with faults"]
        if self.unread:
            told.append(f"{counted(self.unread, 'file')} not readable")
        return "; ".join([*told, self.in_words()])


def _counted(counts: Counter[Verdict], noun: str, verdicts: Iterable[Verdict]) -> str:
    total = counts.total()
    if not total:
        return ""
    parts = ", ".join(f"{counts[verdict]:,} {verdict.in_words}" for verdict in verdicts if counts[verdict])
    return f"{counted(total, noun)}: {parts}"
