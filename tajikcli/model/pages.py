"""The data that pages show in addition to the answers: linked statements, matches and comparisons."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from tajikcli.model import rows
    from tajikcli.model.relations import Relation

    class FileFinding(rows.Finding, total=False):
        """A finding in one of several files; `file` is not a key of the contract, and formats for programs omit it."""

        file: str


class Neighbour(NamedTuple):
    """A statement at the other end of a link.

    Attributes:
        relation: the relation of the two.
        is_pointing: whether the neighbour has the link.
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
        accounts: the other accounts, in the order of the record.
        contradictions: statements that conflict with the head, according to the record.
        totals: for the first claim of an answer, the topics of the query and the number of results; otherwise None.
        section: for the first claim of a phase other than the talks themselves, the phase; otherwise empty.
    """

    head: rows.Statement
    accounts: Sequence[rows.Statement]
    contradictions: Sequence[rows.Statement]
    totals: Totals | None
    section: str


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

    finding: FileFinding
    statement: rows.Statement | None


class FoundStatement(NamedTuple):
    """A statement that search found, with the positions in its displayed text, from start to end, of the words searched for."""

    statement: rows.Hit
    marks: Sequence[tuple[int, int]]


class ComparisonPage(NamedTuple):
    """A comparison, and for each implied amount its ratio to the daily pace of the shorter period."""

    comparison: rows.Comparison
    paces: Sequence[Decimal]


class VerificationPage(NamedTuple):
    """A verification, and for each statement the words that differ from the current source."""

    verification: rows.Verification
    differences: Sequence[Sequence[rows.Difference]]
