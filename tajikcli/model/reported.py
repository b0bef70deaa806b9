"""The data of reports and of checked files: texts with marks, and the findings that the marks number."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.model import rows


class Mark(NamedTuple):
    """A marked part of a text: its offsets, and the number of its finding, counted from 0."""

    start: int
    end: int
    number: int


class MarkedText(NamedTuple):
    """A paragraph of a text that a report shows.

    Attributes:
        text: its characters.
        marks: its marks, in order; of two that overlap, the later one counts.
        is_aside: whether it is code or belongs to the frame of a web page, which is not judged.
    """

    text: str
    marks: Sequence[Mark]
    is_aside: bool = False


class ReportedDraft(NamedTuple):
    """A draft for a report.

    Attributes:
        file: its path as it was given, `-` for standard input.
        paragraphs: its text, as a reader sees it.
        findings: its findings, which the marks number.
        notices: messages about the text.
        in_words: a summary with the number of findings of each kind.
        is_word: whether it is a Word document, whose lines are paragraphs.
        not_judged: the numbers and quotations that got no verdict.
    """

    file: str
    paragraphs: Sequence[MarkedText]
    findings: Sequence[ReportedFinding]
    notices: Sequence[str]
    in_words: str
    is_word: bool
    not_judged: Sequence[rows.NotJudged]


class ReportedFinding(NamedTuple):
    """A finding, the statement that it was compared with, and the address that opens the source at its words."""

    finding: rows.Finding
    statement: rows.Statement | None
    address: str | None


class ReportedSource(NamedTuple):
    """A source for a report of `verify`.

    Attributes:
        name: the name of the source.
        file: the path of its text.
        verification: the verification.
        differences: for each statement, the words that differ from the current text.
        paragraphs: the text of the source; the marks number the statements, and `len(statements)` means no statement.
    """

    name: str
    file: str
    verification: rows.Verification
    differences: Sequence[Sequence[rows.Difference]]
    paragraphs: Sequence[MarkedText]


class Checked(NamedTuple):
    """The result of checking a file.

    Attributes:
        file: its path as it was given, `-` for standard input.
        findings: the findings, in the order of the text.
        notices: sentences about the text.
        reason: why it cannot be read, or None.
        not_judged: the numbers and quotations that got no verdict.
        patch: the diff, if requested.
        paragraphs: the text for a report, if requested; its marks number the findings.
        is_word: whether it is a Word document, whose lines are paragraphs.
    """

    file: str
    findings: list[rows.Finding]
    notices: list[str]
    reason: str | None = None
    not_judged: Sequence[rows.NotJudged] = ()
    patch: str = ""
    paragraphs: Sequence[MarkedText] = ()
    is_word: bool = False
