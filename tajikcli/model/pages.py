"""The data that pages show in addition to the answers: linked statements, matches and comparisons.

The data of reports is in `reported.py`, because importing it would delay a page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.model.shown import Shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from decimal import Decimal

    from tajikcli.model import rows
    from tajikcli.model.relations import Relation


class Neighbour(Shown):
    """A statement at the other end of a link.

    Attributes:
        relation: the relation between the two statements.
        is_pointing: whether the link is in the neighbour.
        statement: the neighbour.
    """

    relation: Relation
    is_pointing: bool
    statement: rows.Statement


class WholeStatement(Shown):
    """A statement with all statements that it is linked to."""

    statement: rows.Statement
    neighbours: Sequence[Neighbour]


class Claim(Shown):
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


class Quote(Shown):
    """A quote and the same words in other languages, as far as they match a query.

    Attributes:
        quote: the first of these quotes.
        others: its original, its translations, and other translations of its original, read one at a time.
        totals: as for `Claim`.
        opens: whether the meeting, speaker, source or relay differs from that of the previous quote.
    """

    quote: rows.Statement
    others: Iterator[rows.Statement]
    totals: Totals | None
    opens: bool


class SameFigure(Shown):
    """Figures of one measure, period and value; without a measure, the figures of one claim.

    Attributes:
        figure: the first of these figures.
        accounts: all of these figures, in the order of the record, read one at a time.
        text: the text of the claim, for a figure without a measure.
        total: for the first result, the number of figures; otherwise None.
        opens: whether the measure differs from that of the previous figure.
    """

    figure: rows.FigureRow
    accounts: Iterator[rows.FigureRow]
    text: str | None
    total: int | None
    opens: bool


class Totals(Shown):
    """The number of results of a query.

    Attributes:
        about: labels of the topics of the query; empty for all topics.
        claims: number of claims.
        statements: number of statements in these claims.
    """

    about: Sequence[str]
    claims: int
    statements: int


class ComparedFinding(Shown):
    """A finding of `check`, with the statement that it was compared with."""

    finding: rows.Finding
    statement: rows.Statement | None


class FoundClaim(Shown):
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


class ComparisonPage(Shown):
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


class VerificationPage(Shown):
    """A verification, and for each statement the words that differ from the current source."""

    verification: rows.Verification
    differences: Sequence[Sequence[rows.Difference]]
