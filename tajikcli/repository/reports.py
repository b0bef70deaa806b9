"""The data of reports: drafts and sources, with the findings on their text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from tajikcli.model.reported import Mark, MarkedText, ReportedDraft, ReportedFinding, ReportedSource
from tajikcli.repository.verify import page
from tajikcli.text import fold_space

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tajikcli.model import rows
    from tajikcli.model.reported import Checked
    from tajikcli.repository.rows import Rows
    from tajikcli.repository.verify import Verified

_KEPT = 1_000  # the number of statements to cache


class Reported:
    """Adds to findings the data that a report shows.

    Args:
        record: the record.
    """

    def __init__(self, record: Rows) -> None:
        self._record = record
        self._statement = lru_cache(_KEPT)(self._looked_up)

    def draft(self, checked: Checked, in_words: str) -> ReportedDraft:
        """Return a draft for a report.

        Args:
            checked: the draft, with its text.
            in_words: a summary with the number of findings of each kind.
        """
        findings = [self._finding(one) for one in checked.findings]
        return ReportedDraft(
            checked.file,
            checked.paragraphs,
            findings,
            checked.notices,
            in_words,
            checked.is_word,
            checked.not_judged,
        )

    def _finding(self, finding: rows.Finding) -> ReportedFinding:
        known = finding["statement"]
        if known is None:
            return ReportedFinding(finding, None, None)
        words = finding["record_text"] if finding["finding"] == "quotation" else None
        return ReportedFinding(finding, *self._statement(known, words))

    def _looked_up(self, known: str, words: str | None) -> tuple[rows.Statement, str | None]:
        (citation,) = self._record.citations([known])
        statement = citation.statement
        if words and statement["kind"] == "quote" and words in fold_space(statement["text"]):
            citation = citation._replace(words=words)
        return statement, citation.address


def reported_source(name: str, file: str, verified: Verified) -> ReportedSource:
    """Return a source for a report, with its sentences marked by their statements.

    Args:
        name: the name of the source.
        file: path of its text.
        verified: its verification.
    """
    shown = page(verified.report)
    return ReportedSource(name, file, shown.verification, shown.differences, list(_paragraphs(verified)))


def _paragraphs(verified: Verified) -> Iterator[MarkedText]:
    """Yield the paragraphs of a source, in which whole sentences are marked."""
    none = len(verified.places)
    sentences = verified.text.sentences
    starts, ends = [one.start for one in sentences], [one.end for one in sentences]
    touching: dict[int, list[int]] = {}
    for number, spans in enumerate(verified.places):
        for start, end in spans:
            for place in range(bisect_right(ends, start), bisect_left(starts, end)):
                if number not in touching.setdefault(place, []):
                    touching[place].append(number)
    uncovered = {(one["paragraph"], one["sentence"]) for one in verified.report["uncovered"]}
    parts: list[str] = []
    marks: list[Mark] = []
    size, current = 0, 0
    for place, sentence in enumerate(sentences):
        if sentence.paragraph != current and parts:
            yield MarkedText(" ".join(parts), marks)
            parts, marks, size = [], [], 0
        current = sentence.paragraph
        start = size + (1 if parts else 0)
        size = start + len(sentence.text)
        parts.append(sentence.text)
        if (sentence.paragraph, sentence.number) in uncovered:
            marks.append(Mark(start, size, none))
        worst_last = sorted(touching.get(place, ()), key=lambda number: _is_fault(verified, number))
        marks += [Mark(start, size, number) for number in worst_last]
    if parts:
        yield MarkedText(" ".join(parts), marks)


def _is_fault(verified: Verified, number: int) -> bool:
    return verified.report["statements"][number]["status"] != "found"
