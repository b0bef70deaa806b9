"""The views: how each kind of answer is printed, with its columns, its page and its completion.

To add a view, add a struct to `model/answers.py`, run `make rows`, and add a view here that names its
commands.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from tajikcli.model.rows import KEYS


class _Later:
    """A module that is imported on the first call of one of its functions, so Rich is imported only for a page.

    Args:
        name: the module.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, function: str) -> Callable[..., Any]:
        def called(*arguments: object) -> Any:
            return getattr(import_module(self._name), function)(*arguments)

        return called


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from tajikcli.model import pages, rows
    from tajikcli.model.names import Names
    from tajikcli.render import github, plain
    from tajikcli.render.cards import (
        claims,
        comparison,
        figures,
        findings,
        listings,
        quotes,
        statements,
        verification,
    )
    from tajikcli.render.layout import Part

    Lines = Iterator[Sequence[object]]
    _Row = TypeVar("_Row", bound=Mapping[str, object])
else:
    _Row = TypeVar("_Row")
    github, plain = _Later("tajikcli.render.github"), _Later("tajikcli.render.plain")
    claims, comparison, figures, findings, listings, quotes, statements, verification = (
        _Later(f"tajikcli.render.cards.{name}")
        for name in (
            *("claims", "comparison", "figures", "findings"),
            *("listings", "quotes", "statements", "verification"),
        )
    )
_Shown = TypeVar("_Shown")


class View(Generic[_Row, _Shown]):
    """How an answer with any number of objects is printed.

    Args:
        commands: the commands with this answer.
        answer: the name of the object's type in `model.answers`.
        columns: the keys that plain text and Markdown show by default.
        card: returns the part of a page for an object, or several parts.
        formats: writers for formats that this view prints in its own way, by the name of the format.
        is_dense: whether a page has no empty lines between two objects, except those of the card.
    """

    def __init__(
        self,
        *commands: str,
        answer: str,
        columns: Sequence[str],
        card: Callable[[_Shown, Names], Part | Iterator[Part]],
        formats: Mapping[str, Callable[[Iterable[_Row]], Iterator[str]]] | None = None,
        is_dense: bool = False,
    ) -> None:
        self.commands, self.answer, self.columns, self.card = commands, answer, columns, card
        self.formats, self.is_dense = formats or {}, is_dense

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys of an object, in order: the columns of CSV, and the keys that `--fields` accepts."""
        return KEYS[self.answer]


class Report(Generic[_Row, _Shown]):
    """How an answer that is one object is printed.

    Args:
        commands: the commands with this answer.
        answer: the name of its type in `model.answers`.
        lines: yields lines of cells for plain text, with the kind of each in its first cell.
        page: yields the parts of a page.
    """

    def __init__(
        self,
        *commands: str,
        answer: str,
        lines: Callable[[_Row], Lines],
        page: Callable[[_Shown, Names], Iterator[Part]],
    ) -> None:
        self.commands, self.answer, self.lines, self.page = commands, answer, lines, page

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys of the object, in order."""
        return KEYS[self.answer]


STATEMENTS: View[rows.Statement, rows.Statement] = View(
    "statements",
    answer="Statement",
    columns=("id", "kind", "speaker_name", "source", "text", "hedges"),
    card=claims.statement,
    is_dense=True,
)
CLAIMS: View[rows.Statement, pages.Claim] = View(
    "facts", answer="Statement", columns=STATEMENTS.columns, card=claims.claim, is_dense=True
)
QUOTES: View[rows.Statement, pages.Quote] = View(
    "quotes", answer="Statement", columns=STATEMENTS.columns, card=quotes.quote, is_dense=True
)
HITS: View[rows.Hit, pages.FoundClaim] = View(
    "search",
    answer="Hit",
    columns=("score", "id", "kind", "speaker_name", "source", "text", "hedges"),
    card=claims.found,
)
WHOLE_STATEMENTS: View[rows.Statement, pages.WholeStatement] = View(
    "show",
    answer="Statement",
    columns=STATEMENTS.columns,
    card=statements.whole,
    formats={"plain": plain.key_by_key},
)
FIGURES: View[rows.FigureRow, pages.SameFigure] = View(
    "figures",
    answer="FigureRow",
    columns=("figure", "measure_label", "period", "speaker_name", "source", "statement", "hedges"),
    card=figures.same,
    is_dense=True,
)
FINDINGS: View[rows.Finding, pages.ComparedFinding] = View(
    "check",
    answer="Finding",
    columns=(
        *("line", "column", "verdict", "attribution", "statement", "text"),
        *("record_text", "record_speaker_name", "sourcing", "link", "file"),
    ),
    card=findings.finding,
    formats={"plain": plain.findings, "github": github.commands},
)
COMPARISON: Report[rows.Comparison, pages.ComparisonPage] = Report(
    "compare", answer="Comparison", lines=plain.comparison, page=comparison.page
)
VERIFICATION: Report[rows.Verification, pages.VerificationPage] = Report(
    "verify", answer="Verification", lines=plain.verification, page=verification.page
)
MEETINGS: View[rows.Meeting, rows.Meeting] = View(
    "meetings", answer="Meeting", columns=("id", "date", "title", "facts", "quotes"), card=listings.meeting
)
TOPICS: View[rows.Topic, rows.Topic] = View(
    "topics", answer="Topic", columns=("slug", "label", "facts", "quotes", "aliases"), card=listings.topic
)
SPEAKERS: View[rows.Speaker, rows.Speaker] = View(
    "speakers",
    answer="Speaker",
    columns=("slug", "name", "role", "facts", "quotes", "aliases"),
    card=listings.speaker,
)
SOURCES: View[rows.Source, rows.Source] = View(
    "sources",
    answer="Source",
    columns=("slug", "publisher", "published", "language", "facts", "quotes", "url"),
    card=listings.source,
)
INDEXES: View[rows.Index, rows.Index] = View(
    "cache", answer="Index", columns=("path", "bytes", "statements", "files"), card=listings.index
)
PROBLEMS: View[rows.Problem, rows.Problem] = View(
    "lint",
    answer="Problem",
    columns=("file", "line", "column", "message", "severity"),
    card=listings.problem,
    formats={"plain": plain.problems},
    is_dense=True,
)

VIEWS: dict[str, View[Any, Any] | Report[Any, Any]] = {
    command: view
    for view in (
        *(CLAIMS, QUOTES, STATEMENTS, HITS, WHOLE_STATEMENTS, FIGURES, FINDINGS, COMPARISON, VERIFICATION),
        *(MEETINGS, TOPICS, SPEAKERS, SOURCES, INDEXES, PROBLEMS),
    )
    for command in view.commands
}
