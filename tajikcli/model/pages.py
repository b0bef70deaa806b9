"""What a page for people shows beside the answers themselves: what is linked, found or compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from tajikcli.model import rows
    from tajikcli.model.relations import Relation

    class FileFinding(rows.Finding, total=False):
        """A finding of one of several files; `file` is no key of the contract, and no format for programs has it."""

        file: str


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
        accounts: the other accounts, in the record's order.
        contradictions: statements that the record declares to contradict the head.
        totals: before the first claim of an answer, what was asked about and how much there is; else None.
        section: before the first claim of a phase other than the talks themselves, the phase; else empty.
    """

    head: rows.Statement
    accounts: Sequence[rows.Statement]
    contradictions: Sequence[rows.Statement]
    totals: Totals | None
    section: str


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

    finding: FileFinding
    statement: rows.Statement | None


class FoundStatement(NamedTuple):
    """A statement that search found, and where in its text, as it is displayed, the words asked for stand: starts and ends."""

    statement: rows.Hit
    marks: Sequence[tuple[int, int]]


class ComparisonPage(NamedTuple):
    """A comparison, and for each implied amount how it compares with the daily pace of the shorter period."""

    comparison: rows.Comparison
    paces: Sequence[Decimal]


class VerificationPage(NamedTuple):
    """A verification, and for each statement where its words differ from what stands in the source now."""

    verification: rows.Verification
    differences: Sequence[Sequence[rows.Difference]]
