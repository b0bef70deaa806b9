"""The tools and resources for assistants: each is a method that returns a text.

Arguments are flat, and an empty one counts as missing, because assistants write them like that. The schemas
of the tools are generated from their types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from tajikcli.assistant.texts import comparison_text, findings_text, statement_text
from tajikcli.documents import Document
from tajikcli.repository.cite import cite
from tajikcli.repository.compare import compare
from tajikcli.repository.query import KINDS
from tajikcli.repository.search import shortfall

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tajikcli.assistant.serving import Served
    from tajikcli.model import rows
    from tajikcli.repository.rows import Rows

_Kind = Literal["any", "quote", "paraphrase", "narration"]
_Limit = Annotated[int, Field(ge=1, le=50)]
_Detail = Literal["concise", "full"]
_Style = Literal["line", "markdown", "pandoc", "latex", "bibtex", "ris", "csl-json"]


class Tools:
    """The tools and resources of a record.

    Args:
        served: the record.
    """

    def __init__(self, served: Served) -> None:
        self._served = served

    def statements(
        self,
        *,
        topic: str = "",
        kind: _Kind = "any",
        speaker: str = "",
        source: str = "",
        since: str = "",
        until: str = "",
        limit: _Limit = 10,
        detail: _Detail = "concise",
    ) -> str:
        """List statements of a topic, speaker or source (slug, name or alias)."""
        with self._served.lent() as record:
            query = record.query(
                [topic] if topic else (),
                kind=_kinds(kind),
                speaker=speaker or None,
                source=source or None,
                since=since or None,
                until=until or None,
                limit=limit + 1,
            )
            found = _listed(record, record.statement_rows(query).rows(), limit, detail)
            return found or record.why_empty(query)

    def search(
        self, question: str, kind: _Kind = "any", limit: _Limit = 10, detail: _Detail = "concise"
    ) -> str:
        """Find statements that answer a question, best match first."""
        with self._served.lent() as record:
            found = record.found(question, record.query(kind=_kinds(kind), limit=limit + 1))
            notes = [f"'{word}' does not occur in the record" for word in found.unheard]
            if found.instead:
                notes.append(f"showing results for: {found.instead}")
            if found.role:
                notes.append(found.role)
            notes += [note for note in [shortfall(found)] if note]
            answers = _listed(record, found.hits.rows(), limit, detail)
            return "\n".join([*notes, answers or "no statement contains any of these words"])

    def show(self, ids: list[str]) -> str:
        """Show statements in full: evidence, figures, links, address."""
        with self._served.lent() as record:
            return _listed(record, record.rows_by_id(ids).rows(), len(ids), "full")

    def check(self, draft: str) -> str:
        """Check the quotations and figures in a draft against the record."""
        with self._served.lent() as record:
            return findings_text(record.check(Document("-", draft, html=False)))

    def compare(self, topic: str) -> str:
        """Compare what sources say about a topic."""
        with self._served.lent() as record:
            report = compare(record, record.query([topic]), with_differences=False)
            return comparison_text(report, record.names())

    def cite(self, id: str, words: str = "", style: _Style = "line") -> str:  # noqa: A002 - the name that assistants use
        """Cite a statement, and quote words that its text contains."""
        with self._served.lent() as record:
            return cite(record, [id], style=style, words=words or None, notice=lambda _: None)

    def topics(self) -> str:
        """Return the topics on record, one per line."""
        with self._served.lent() as record:
            return "\n".join(
                f"{topic['slug']}: {topic['label']} ({topic['facts']} facts, {topic['quotes']} quotes)"
                for topic in record.topic_rows().rows()
            )

    def topic(self, slug: str) -> str:
        """Return the statements of a topic."""
        with self._served.lent() as record:
            return _listed(record, record.statement_rows(record.query([slug])).rows(), None, "concise")

    def statement(self, id: str) -> str:  # noqa: A002 - the name in the address of the resource
        """Return a statement in full."""
        return self.show([id])

    def statement_of(self, meeting: str, id: str) -> str:  # noqa: A002 - as above
        """Return a statement of one of several meetings in full."""
        return self.show([f"{meeting}/{id}"])


def _listed(record: Rows, found: Iterable[rows.Statement], limit: int | None, detail: str) -> str:
    """Return statements as text, with a last line if there are more than `limit`; empty if there are none."""
    names = record.names()
    sources = {one["slug"]: one for one in record.source_rows().rows()} if detail == "full" else {}
    texts: list[str] = []
    for statement in found:
        if len(texts) == limit:
            texts.append("There are more: increase limit, or narrow the question.")
            break
        texts.append(statement_text(statement, names, sources.get(statement["source"])))
    return "\n\n".join(texts)


def _kinds(kind: str) -> Sequence[str]:
    return KINDS if kind == "any" else (kind,)
