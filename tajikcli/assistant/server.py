"""The server with its tools, resources and prompt, built with the SDK of the Model Context Protocol.

Tools answer with plain text and have no output schemas, which would be longer than the answers. Errors have
the same messages as on the command line, with suggestions.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ResourceNotFoundError, ToolError
from mcp.server.mcpserver.tools import Tool
from mcp.types import ToolAnnotations

from tajikcli.assistant.tools import Tools
from tajikcli.errors import DamagedIndexError, TajikError
from tajikcli.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    from tajikcli.assistant.serving import Served

INSTRUCTIONS = """\
A record of what was said at a diplomatic meeting, each statement with its source.
Statements of kind quote are the speaker's words; put only these in quotation marks, unchanged, with the id of each.
Paraphrases and narrations are in the record's words: report them without quotation marks, with speaker and source.
Keep hedges (reportedly). If sources differ, say so. Never fill gaps from memory.
Run check on every draft before you hand it over, and correct everything that it reports."""

_PROMPT = """\
Write {task} from the record{about}, then check it.
1. Find what you need with statements or search, and call show for the statements you rely on most. compare
   shows where sources differ.
2. Write. Put only statements of kind quote in quotation marks, word for word, with the id of each in brackets. Give the
   speaker and the source of everything else, and keep its hedges.
3. Call check with the whole draft. Correct every finding that is not verbatim or agrees, and check again.
4. Hand over the draft with a citation (cite) for each id. Say what is missing from the record."""


def server(served: Served) -> MCPServer[Any]:
    """Return a server that answers from a record.

    Args:
        served: the record.
    """
    ask = Tools(served)
    offered = (ask.statements, ask.search, ask.show, ask.check, ask.compare, ask.cite)
    made: MCPServer[Any] = MCPServer(
        "tajik",
        instructions=INSTRUCTIONS,
        version=__version__,
        tools=[_tool(served, function) for function in offered],
        log_level="WARNING",
    )
    for address, function in (
        ("tajik://topics", ask.topics),
        ("tajik://topics/{slug}", ask.topic),
        ("tajik://statements/{id}", ask.statement),
        ("tajik://statements/{meeting}/{id}", ask.statement_of),
    ):
        made.resource(address, mime_type="text/plain")(_resource(function))
    made.prompt()(write_from_the_record)
    return made


def write_from_the_record(task: str = "an article", topic: str = "") -> str:
    """Write from the record, then check."""
    return _PROMPT.format(task=task, about=f" about {topic}" if topic else "")


def _tool(served: Served, function: Callable[..., str]) -> Tool:
    """Return a tool with a minimal schema, because every conversation starts with the list of tools."""

    @wraps(function)
    def tool(**given: object) -> str:
        try:
            try:
                return served.answer((function.__name__, repr(given)), lambda: function(**given))
            except DamagedIndexError:  # after an error, try once more with a rebuilt index
                return function(**given)
        except TajikError as error:
            raise ToolError(str(error)) from error

    hints = ToolAnnotations(read_only_hint=True)
    made = Tool.from_function(tool, annotations=hints, structured_output=False)
    properties = {name: _untitled(schema) for name, schema in made.parameters["properties"].items()}
    made.parameters = _untitled({**made.parameters, "properties": properties})
    return made


def _untitled(schema: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in schema.items() if key != "title"}


def _resource(function: Callable[..., str]) -> Callable[..., str]:
    """Return a function that reads a resource and reports errors with their messages."""

    @wraps(function)
    def read(**given: str) -> str:
        try:
            return function(**given)
        except TajikError as error:
            raise ResourceNotFoundError(str(error)) from error

    return read
