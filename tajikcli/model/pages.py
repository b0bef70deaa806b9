"""What a page for people shows beside the answers themselves: what is linked, found or compared."""

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
        relation: how the two relate.
        is_pointing: whether it is the neighbour that has the link.
        statement: the neighbour.
    """

    relation: Relation
    is_pointing: bool
    statement: rows.Statement


class WholeStatement(NamedTuple):
    """A statement and all that it is linked with."""

    statement: rows.Statement
    neighbours: Sequence[Neighbour]


class Claim(NamedTuple):
    """A claim and its accounts, as far as they answer a query.

    Attributes:
        head: the statement that others are accounts of; where the query leaves it out, the first of these accounts.
        accounts: the other accounts, in the record's order, read one at a time.
        contradictions: returns, once the accounts are read, statements of other claims that contradict it (declared by the
            record, or by their figures), and how many more do.
        totals: before the first claim of an answer, what was asked about and how much there is; else None.
        section: before the first claim of a phase other than the talks themselves, the phase; else empty.
    """

    head: rows.Statement
    accounts: Iterator[rows.Statement]
    contradictions: Callable[[], tuple[Sequence[rows.Statement], int]]
    totals: Totals | None
    section: str


class Quote(NamedTuple):
    """A quote and those that are the same words in other languages, as far as they answer a query.

    Attributes:
        quote: the first of them.
        others: its original, its translations, and other translations of its original, read one at a time.
        totals: as for `Claim`.
        opens: whether the quote before it is of another meeting, speaker, source or chain.
    """

    quote: rows.Statement
    others: Iterator[rows.Statement]
    totals: Totals | None
    opens: bool


class SameFigure(NamedTuple):
    """Figures of one measure, period and value; of those without a measure, the ones of one claim.

    Attributes:
        figure: the first of them.
        accounts: all of them, in the record's order, read one at a time.
        text: what the claim says, of a figure without a measure.
        total: before the first, how many figures there are; else None.
        opens: whether the figure before it is of another measure.
    """

    figure: rows.FigureRow
    accounts: Iterator[rows.FigureRow]
    text: str | None
    total: int | None
    opens: bool


class Totals(NamedTuple):
    """How much answers a query.

    Attributes:
        about: labels of the topics that were asked about; none for all.
        claims: how many claims there are.
        statements: how many statements make them.
    """

    about: Sequence[str]
    claims: int
    statements: int


class ComparedFinding(NamedTuple):
    """A finding of `check`, and the statement that it was compared with."""

    finding: rows.Finding
    statement: rows.Statement | None


class FoundClaim(NamedTuple):
    """A claim, or a quote, that search found.

    Attributes:
        statement: the statement of it that answers best.
        marks: where in its text, as it is displayed, the words asked for stand: starts and ends.
        others: other statements of the claim that were found, best first.
        more: how many more accounts of the claim are on record.
    """

    statement: rows.Hit
    marks: Sequence[tuple[int, int]]
    others: Iterator[rows.Hit]
    more: int


class ComparisonPage(NamedTuple):
    """A comparison, and what is shown of it.

    Attributes:
        comparison: the comparison.
        about: labels of the topics that were asked about; none for all.
        declared: the statements of each contradiction that only the record declares.
        rivals: figures that contradict each other.
        figures: the other figures of measures that several accounts give.
        paces: for each implied amount how it compares with the daily pace of the shorter period.
    """

    comparison: rows.Comparison
    about: Sequence[str]
    declared: Iterator[tuple[rows.Statement, rows.Statement]]
    rivals: Iterator[SameFigure]
    figures: Iterator[SameFigure]
    paces: Sequence[Decimal]


class VerificationPage(NamedTuple):
    """A verification, and for each statement where its words differ from what stands in the source now."""

    verification: rows.Verification
    differences: Sequence[Sequence[rows.Difference]]


class Mark(NamedTuple):
    """A stretch of a text that something is told of: offsets, and the number of what is told, from 0."""

    start: int
    end: int
    number: int


class MarkedText(NamedTuple):
    """A paragraph of a text that a report shows.

    Attributes:
        text: its characters.
        marks: what is told of it, in order; where two overlap, the later one counts.
        is_aside: whether it is code or part of a page's frame, which is not judged.
    """

    text: str
    marks: Sequence[Mark]
    is_aside: bool = False


class ReportedDraft(NamedTuple):
    """A draft for a report.

    Attributes:
        file: its path as it was given, `-` for standard input.
        paragraphs: its text, as a reader sees it.
        findings: what was found in it, which the marks number.
        notices: sentences about the text.
        in_words: how many findings of each kind there are.
        is_word: whether it is a Word document, whose lines are paragraphs.
    """

    file: str
    paragraphs: Sequence[MarkedText]
    findings: Sequence[ReportedFinding]
    notices: Sequence[str]
    in_words: str
    is_word: bool


class ReportedFinding(NamedTuple):
    """A finding, the statement that it was compared with, and the address that opens the source at its words."""

    finding: rows.Finding
    statement: rows.Statement | None
    address: str | None


class ReportedSource(NamedTuple):
    """A source for a report of `verify`.

    Attributes:
        name: what the source is called.
        file: path of its text.
        verification: what became of it.
        differences: for each statement, where its words differ from what stands there now.
        paragraphs: the source's text; the marks number the statements, and `len(statements)` stands for no statement.
    """

    name: str
    file: str
    verification: rows.Verification
    differences: Sequence[Sequence[rows.Difference]]
    paragraphs: Sequence[MarkedText]
