"""The data that pages show in addition to the answers: linked statements, matches and comparisons."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from decimal import Decimal

    from tajikcli.model import rows
    from tajikcli.model.relations import Relation


class Neighbour(NamedTuple):
    """A statement at the other end of a link.

    Attributes:
        relation: the relation between the two statements.
        is_pointing: whether the link is in the neighbour.
        statement: the neighbour.
    """

    relation: Relation
    is_pointing: bool
    statement: rows.Statement


class WholeStatement(NamedTuple):
    """A statement with all statements that it is linked to."""

    statement: rows.Statement
    neighbours: Sequence[Neighbour]


class Claim(NamedTuple):
    """A claim and its accounts, as far as they match a query.

    Attributes:
        head: the head of the claim; if the query excludes it, the first of the accounts.
        accounts: the other accounts, in the order of the record, read one at a time.
        contradictions: to be called after the accounts have been read; returns statements of other claims
            that contradict the claim (by their figures, or declared by the record), and the number of further
            ones.
        totals: for the first claim of an answer, the topics of the query and the number of results; otherwise None.
        section: for the first claim of a phase other than the talks themselves, the phase; otherwise empty.
    """

    head: rows.Statement
    accounts: Iterator[rows.Statement]
    contradictions: Callable[[], tuple[Sequence[rows.Statement], int]]
    totals: Totals | None
    section: str


class Quote(NamedTuple):
    """A quote and the same words in other languages, as far as they match a query.

    Attributes:
        quote: the first of these quotes.
        others: its original, its translations, and other translations of its original, read one at a time.
        totals: as for `Claim`.
        opens: whether the previous quote has another meeting, speaker, source or relay.
    """

    quote: rows.Statement
    others: Iterator[rows.Statement]
    totals: Totals | None
    opens: bool


class SameFigure(NamedTuple):
    """Figures of one measure, period and value; without a measure, the figures of one claim.

    Attributes:
        figure: the first of these figures.
        accounts: all of these figures, in the order of the record, read one at a time.
        text: the text of the claim, for a figure without a measure.
        total: for the first result, the number of figures; otherwise None.
        opens: whether the previous figure has another measure.
    """

    figure: rows.FigureRow
    accounts: Iterator[rows.FigureRow]
    text: str | None
    total: int | None
    opens: bool


class Totals(NamedTuple):
    """The number of results of a query.

    Attributes:
        about: labels of the topics of the query; empty for all topics.
        claims: number of claims.
        statements: number of statements in these claims.
    """

    about: Sequence[str]
    claims: int
    statements: int


class ComparedFinding(NamedTuple):
    """A finding of `check`, with the statement that it was compared with."""

    finding: rows.Finding
    statement: rows.Statement | None


class FoundClaim(NamedTuple):
    """A claim, or a quote, that search found.

    Attributes:
        statement: the best matching statement of the claim.
        marks: the start and end, in the displayed text, of each word searched for.
        others: other statements of the claim that were found, best match first.
        more: number of other accounts of the claim on record.
    """

    statement: rows.Hit
    marks: Sequence[tuple[int, int]]
    others: Iterator[rows.Hit]
    more: int


class ComparisonPage(NamedTuple):
    """A comparison, with the data that its page shows.

    Attributes:
        comparison: the comparison.
        about: labels of the topics of the query; empty for all topics.
        declared: the statements of each contradiction that only the record declares.
        rivals: figures that contradict each other.
        figures: the other figures of measures with several accounts.
        paces: for each implied amount, its ratio to the daily pace of the shorter period.
    """

    comparison: rows.Comparison
    about: Sequence[str]
    declared: Iterator[tuple[rows.Statement, rows.Statement]]
    rivals: Iterator[SameFigure]
    figures: Iterator[SameFigure]
    paces: Sequence[Decimal]


class VerificationPage(NamedTuple):
    """A verification, and for each statement the words that differ from the current source."""

    verification: rows.Verification
    differences: Sequence[Sequence[rows.Difference]]


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
