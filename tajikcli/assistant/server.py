"""The server: its tools, resources and prompt, as the Model Context Protocol's SDK offers them.

Tools take flat arguments and answer with text, once: there are no output schemas, which would be longer than the answers.
What goes wrong is told as the command line tells it, with the nearest right value.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, Literal

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ResourceNotFoundError, ToolError
from mcp.server.mcpserver.tools import Tool
from mcp.types import ToolAnnotations
from pydantic import Field

from tajikcli.assistant.texts import comparison_text, findings_text, statement_text
from tajikcli.documents import Document
from tajikcli.errors import DamagedIndexError, TajikError
from tajikcli.repository.cite import cite
from tajikcli.repository.compare import compare
from tajikcli.repository.query import KINDS
from tajikcli.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tajikcli.assistant.serving import Served
    from tajikcli.model import rows
    from tajikcli.repository.rows import Rows

INSTRUCTIONS = """\
A record of what was said at a diplomatic meeting, each statement with its source.
Statements of kind quote are the speaker's words; only these go into quotation marks, unchanged, each with its id.
Paraphrases and narrations are in the record's words: report them without quotation marks, and say who says so.
Keep hedges (reportedly). Say so where sources differ. Never fill gaps from memory.
Run check on every draft before you hand it over, and mend what it finds."""

_PROMPT = """\
Write {task} from the record{about}, then check it.
1. Call statements or search for what you need, and show for what you rely on most. compare tells where sources differ.
2. Write. Put only statements of kind quote into quotation marks, word for word, each with its id in brackets. Give the
   speaker and the source of everything else, and keep its hedges.
3. Call check with the whole draft. Mend every finding that is not verbatim or agrees, and check again.
4. Hand over the draft with a citation (cite) for each id. Say what the record does not have."""

_Kind = Literal["any", "quote", "paraphrase", "narration"]
_Limit = Annotated[int, Field(ge=1, le=50)]
_Detail = Literal["concise", "full"]
_Style = Literal["line", "markdown", "pandoc", "latex", "bibtex", "ris", "csl-json"]


def server(served: Served) -> MCPServer[Any]:
    """Return a server that answers from a record.

    Args:
        served: the record.
    """

    def answering(name: str, answer: Callable[..., str]) -> Callable[..., str]:
        """Return a tool that tells what goes wrong in the words of the error."""

        @wraps(answer)
        def tool(**given: object) -> str:
            try:
                try:
                    return served.answer((name, repr(given)), lambda: answer(**given))
                except DamagedIndexError:  # the second time, it is built anew
                    return answer(**given)
            except TajikError as error:
                raise ToolError(str(error)) from error

        return tool

    def listed(record: Rows, found: Iterable[rows.Statement], limit: int, detail: str) -> str:
        """Return statements as text, and a line that says if there are more than `limit`."""
        names = record.names()
        sources = {one["slug"]: one for one in record.source_rows().rows()} if detail == "full" else {}
        texts: list[str] = []
        for statement in found:
            if len(texts) == limit:
                texts.append("There are more: raise limit, or narrow the question.")
                break
            texts.append(statement_text(statement, names, sources.get(statement["source"])))
        return "\n\n".join(texts) or "Nothing on record."

    def statements(
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
        with served.lent() as record:
            query = record.query(
                [topic] if topic else (),
                kind=_kinds(kind),
                speaker=speaker or None,
                source=source or None,
                since=since or None,
                until=until or None,
                limit=limit + 1,
            )
            text = listed(record, record.statement_rows(query).rows(), limit, detail)
            return text if text != "Nothing on record." else record.why_empty(query)

    def search(question: str, kind: _Kind = "any", limit: _Limit = 10, detail: _Detail = "concise") -> str:
        with served.lent() as record:
            query = record.query(kind=_kinds(kind), limit=limit + 1)
            found = record.found(question, query)
            notes = [f"'{word}' does not occur in the record." for word in found.unheard]
            if found.instead:
                notes.append(f"Showing results for: {found.instead}")
            if found.role:
                notes.append(found.role)
            return "\n".join((*notes, listed(record, found.hits.rows(), limit, detail)))

    def show(ids: list[str]) -> str:
        with served.lent() as record:
            return listed(record, record.rows_by_id(ids).rows(), len(ids), "full")

    def check(draft: str) -> str:
        with served.lent() as record:
            return findings_text(record.check(Document("-", draft, html=False)))

    def compare_(topic: str) -> str:
        with served.lent() as record:
            return comparison_text(compare(record, record.query([topic])), record.names())

    def cite_(id: str, words: str = "", style: _Style = "line") -> str:  # noqa: A002 - what an assistant writes
        with served.lent() as record:
            return cite(record, [id], style=style, words=words or None, notice=lambda _: None)

    tools = (
        ("statements", "List statements of a topic, speaker or source (slug, name or alias).", statements),
        ("search", "Find statements that answer a question, best first.", search),
        ("show", "Show statements whole: evidence, figures, links, address.", show),
        ("check", "Check a draft's quotations and figures against the record.", check),
        ("compare", "Compare what sources say about a topic.", compare_),
        ("cite", "Cite a statement; words are quoted, if its text has them.", cite_),
    )
    served_tools = [_tool(name, told, answering(name, function)) for name, told, function in tools]
    made: MCPServer[Any] = MCPServer(
        "tajik", instructions=INSTRUCTIONS, version=__version__, tools=served_tools, log_level="WARNING"
    )

    def topics() -> str:
        with served.lent() as record:
            return "\n".join(
                f"{topic['slug']}: {topic['label']} ({topic['facts']} facts, {topic['quotes']} quotes)"
                for topic in record.topic_rows().rows()
            )

    def topic(slug: str) -> str:
        with served.lent() as record:
            return listed(record, record.statement_rows(record.query([slug])).rows(), -1, "concise")

    def statement(id: str) -> str:  # noqa: A002 - as above
        with served.lent() as record:
            return listed(record, record.rows_by_id([id]).rows(), 1, "full")

    def statement_of(meeting: str, id: str) -> str:  # noqa: A002 - as above
        return statement(f"{meeting}/{id}")

    for address, told, function in (
        ("tajik://topics", "The topics on record.", topics),
        ("tajik://topics/{slug}", "The statements of a topic.", topic),
        ("tajik://statements/{id}", "A statement, whole.", statement),
        ("tajik://statements/{meeting}/{id}", "A statement of one of several meetings.", statement_of),
    ):
        name = function.__name__
        made.resource(address, name=name, description=told, mime_type="text/plain")(_resource(function))

    def write_from_the_record(task: str = "an article", topic: str = "") -> str:
        return _PROMPT.format(task=task, about=f" about {topic}" if topic else "")

    made.prompt(description="Write from the record, then check.")(write_from_the_record)
    return made


def _resource(function: Callable[..., str]) -> Callable[..., str]:
    @wraps(function)
    def read(**given: str) -> str:
        try:
            return function(**given)
        except TajikError as error:
            raise ResourceNotFoundError(str(error)) from error

    return read


def _tool(name: str, told: str, function: Callable[..., str]) -> Tool:
    """Return a tool whose schema has what an assistant needs: every list of tools costs what it is long."""
    hints = ToolAnnotations(read_only_hint=True)
    tool = Tool.from_function(
        function, name=name, description=told, annotations=hints, structured_output=False
    )
    tool.parameters = {
        key: {name: _untitled(schema) for name, schema in value.items()} if key == "properties" else value
        for key, value in tool.parameters.items()
        if key != "title"
    }
    return tool


def _untitled(schema: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in schema.items() if key != "title"}


def _kinds(kind: str) -> Sequence[str]:
    return KINDS if kind == "any" else (kind,)
