"""`tajik mcp`: a session with the client of the protocol's own SDK, over standard input and output."""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
from support.frozen import frozen_record
from support.lake import LAKE, archive, lake, run_cli

import tajikcli

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine
    from pathlib import Path

MISSING = "mcp is not installed here; it comes with the 'mcp' extra, and with what the tests need except on Intel Macs"
TOOLS = {"statements", "search", "show", "check", "compare", "cite"}
BUDGET = 900  # the maximum number of tokens of the list of tools, and of ten statements


def tokens(text: str) -> int:
    """Return the approximate number of tokens of a text.

    For lists of tools and statements in English, the number is 3 to 6 percent higher than with o200k_base and
    cl100k_base. A piece is a word of up to nine letters, up to three digits, up to two signs, or a line
    break.
    """
    return len(re.findall(r"[^\W\d_]{1,9}|\d{1,3}|[^\w\s]{1,2}|_|\n", text))


@asynccontextmanager
async def in_process(*words: str | Path) -> AsyncIterator[Any]:
    """Yield a client of a server in this process."""
    from mcp.client import Client

    from tajikcli.assistant.server import server
    from tajikcli.assistant.serving import Served

    record = Served([str(word) for word in words if word != "--file"])
    try:
        async with Client(server(record), mode="legacy") as client:
            yield client
    finally:
        record.close()


@asynccontextmanager
async def started(*words: str | Path) -> AsyncIterator[Any]:
    """Yield a client of a server process that has just started; the process shares stderr with this one."""
    from mcp.client import Client
    from mcp.client.stdio import StdioServerParameters, stdio_client

    parameters = StdioServerParameters(
        command=sys.executable, args=["-m", "tajikcli", *map(str, words), "mcp"], env=dict(os.environ)
    )
    async with Client(stdio_client(parameters, errlog=sys.stderr)) as client:
        yield client


Conversations = Callable[..., Any]


def conversations(session: Callable[..., Any], capfd: pytest.CaptureFixture[str]) -> Conversations:
    """Return a function that runs a conversation with a server, during which stderr must stay empty."""
    pytest.importorskip("mcp", reason=MISSING)

    def conversation(talk: Callable[[Any], Coroutine[Any, Any, Any]], *words: str | Path) -> Any:
        async def whole() -> Any:
            async with session(*words) as client:
                return await talk(client)

        result = asyncio.run(asyncio.wait_for(whole(), 180))
        assert capfd.readouterr().err == ""
        return result

    return conversation


@pytest.fixture
def served(capfd: pytest.CaptureFixture[str]) -> Conversations:
    """Return a function that runs a conversation with a server in this process."""
    return conversations(in_process, capfd)


@pytest.fixture
def served_over_pipes(capfd: pytest.CaptureFixture[str]) -> Conversations:
    """Return a function that runs a conversation with `tajik mcp` over its standard input and output."""
    return conversations(started, capfd)


async def told(client: Any, tool: str, **arguments: Any) -> str:
    """Call a tool that has to succeed, and return its text, which must occur only once."""
    answer = await client.call_tool(tool, arguments)
    assert not answer.is_error, answer
    assert answer.structured_content is None
    (content,) = answer.content
    return str(content.text)


async def refused(client: Any, tool: str, **arguments: Any) -> str:
    answer = await client.call_tool(tool, arguments)
    assert answer.is_error
    return str(answer.content[0].text)


def test_the_list_of_tools_is_short_and_every_tool_only_reads(served_over_pipes: Conversations) -> None:
    """Every conversation starts with the list, so it has flat arguments, no output schemas and no repetitions."""

    async def talk(client: Any) -> Any:
        assert "put only these in quotation marks" in client.instructions
        return (await client.list_tools()).tools

    tools = served_over_pipes(talk)
    assert {tool.name for tool in tools} == TOOLS
    assert all(tool.annotations.read_only_hint for tool in tools)
    for tool in tools:
        assert tool.output_schema is None
        kinds = {name: schema["type"] for name, schema in tool.input_schema["properties"].items()}
        assert set(kinds.values()) <= {"string", "integer", "array"}, kinds
    text = json.dumps([tool.model_dump(mode="json", by_alias=True, exclude_none=True) for tool in tools])
    assert tokens(text) <= BUDGET


@pytest.mark.bundled
def test_ten_statements_are_short(served: Conversations) -> None:
    """This holds for any kind of statement and includes the longest one."""

    async def talk(client: Any) -> list[str]:
        return [await told(client, "statements", kind=kind) for kind in ("any", "quote", "narration")]

    for text in served(talk):
        assert len(re.findall(r"^\[", text, re.MULTILINE)) == 10
        assert tokens(text) <= BUDGET


def test_only_quotes_are_in_quotation_marks_and_each_has_its_id(served: Conversations) -> None:
    """Each tool that lists statements quotes word for word or not at all."""

    async def talk(client: Any) -> list[str]:
        resources = [
            (await client.read_resource(f"tajik://topics/{one.slug}")).contents[0].text for one in topics
        ]
        return [
            *resources,
            *[
                await told(client, "statements", kind=kind, limit=50)
                for kind in ("quote", "paraphrase", "narration")
            ],
            *[
                await told(client, "search", question=words, detail=detail, limit=20)
                for words in ("trade", "teachers")
                for detail in ("concise", "full")
            ],
            *[await told(client, "show", ids=[one.id]) for one in statements],
        ]

    topics, statements = frozen_record().topics(), frozen_record().statements()
    quotes = {one.id: " ".join(one.text.split()) for one in statements if one.kind == "quote"}
    seen = set()
    for text in served(talk):
        for id_, kind, line in re.findall(r"^\[(\S+)\] (\w+) .*\n(.*)", text, re.MULTILINE):
            assert (kind == "quote") == (id_ in quotes)
            if kind == "quote" and not line.startswith("(call show"):
                assert line == f"“{quotes[id_]}”"
            else:
                assert not line.startswith("“")
            seen.add(id_)
    assert seen == {one.id for one in statements}


def test_a_text_that_is_too_long_for_a_list_is_never_cut_within_quotation_marks(
    served: Conversations, tmp_path: Path
) -> None:
    """Omitted words may change the meaning; `show` prints the whole text."""
    path = tmp_path / "long.yaml"
    long = "We did agree on this and on that, " * 40 + "which is not true"
    path.write_text(
        LAKE + f"  - {{id: long, kind: quote, speaker: berg, text: '{long}'}}\n", encoding="utf-8"
    )

    async def talk(client: Any) -> tuple[str, str]:
        return await told(client, "statements", kind="quote"), await told(client, "show", ids=["long"])

    listed, whole = served(talk, "--file", path)
    (line,) = re.findall(r"^\[long\].*\n(.*)", listed, re.MULTILINE)
    assert "“" not in line
    assert "call show" in line
    assert f"“{long}”" in whole


def test_a_name_that_is_not_on_record_is_an_error_with_a_suggestion(served: Conversations) -> None:
    """This holds for speakers, topics, dates, limits, ids, and words that a quote does not contain."""

    async def talk(client: Any) -> None:
        assert "unknown speaker 'puttin'; did you mean putin?" in await refused(
            client, "statements", speaker="puttin"
        )
        assert "unknown topic 'trde'; did you mean trade?" in await refused(client, "compare", topic="trde")
        assert "unknown id 'quota-100'; did you mean" in await refused(client, "show", ids=["quota-100"])
        assert "2024-13" in await refused(client, "statements", since="2024-13")
        assert "less than or equal to 50" in await refused(client, "statements", limit=500)
        assert "it has: a reliable ally" in await refused(
            client, "cite", id="putin-relations", words="a dependable ally"
        )
        assert "none of the" in await told(client, "statements", topic="trade", speaker="ushakov")
        assert "'wombats' does not occur" in await told(client, "search", question="wombats")
        partly = await told(client, "search", question="trade with wombats")
        assert "no statement contains all the words" in partly.splitlines()[1]

    served(talk)


def test_a_draft_is_checked_compared_and_cited(served: Conversations) -> None:
    """The results are those of the command line."""
    draft = "Putin called Tajikistan “a reliable ally and a very strong partner”."

    async def talk(client: Any) -> None:
        found = await told(client, "check", draft=draft)
        assert "quotation altered: a reliable ally and a very strong partner" in found
        assert "compared with [putin-relations]" in found
        assert "no quotation" in await told(client, "check", draft="Nothing.")
        compared = await told(client, "compare", topic="trade")
        assert "1.79 billion USD" in compared
        assert "trade-volume" in compared
        cited = await told(client, "cite", id="putin-relations", words="a reliable ally")
        assert cited == run_cli("cite", "putin-relations", "--words", "a reliable ally").out.strip()
        assert "@online{asia-plus-2024-12-25," in await told(
            client, "cite", id="putin-relations", style="bibtex"
        )

    served(talk)


def test_questions_may_be_asked_at_the_same_time(served_over_pipes: Conversations) -> None:
    """Each question gets its own answer, and an error in one does not affect the others."""
    ids = [one.id for one in frozen_record().statements()]

    async def talk(client: Any) -> None:
        calls = [client.call_tool("show", {"ids": [id_]}) for id_ in ids * 3]
        calls += [client.call_tool("statements", {"speaker": "nobody-at-all"}) for _ in range(10)]
        answers = await asyncio.gather(*calls)
        for id_, answer in zip(ids * 3, answers, strict=False):
            assert answer.content[0].text.startswith(f"[{id_}] ")
        assert all(answer.is_error for answer in answers[len(ids) * 3 :])

    served_over_pipes(talk)


def test_changes_to_the_record_are_noticed(served_over_pipes: Conversations, tmp_path: Path) -> None:
    """If the record has errors for a while, the server reports the line and keeps running."""
    path = lake(tmp_path)

    async def talk(client: Any) -> None:
        assert "nearly a fifth" in await told(client, "show", ids=["trade-growth"])
        path.write_text(LAKE.replace("nearly a fifth", "a third"), encoding="utf-8")
        assert "a third" in await told(client, "show", ids=["trade-growth"])
        path.write_text(LAKE.replace("kind: paraphrase", "kind: parafrase", 1), encoding="utf-8")
        assert "lake.yaml:" in await refused(client, "show", ids=["trade-growth"])
        path.write_text(LAKE, encoding="utf-8")
        assert "nearly a fifth" in await told(client, "show", ids=["trade-growth"])

    served_over_pipes(talk, "--file", path)


def test_an_archive_has_full_ids(served: Conversations, tmp_path: Path) -> None:
    """Statements of an archive are resources with their meeting and id."""

    async def talk(client: Any) -> None:
        assert "[hill-2032/trade-growth]" in await told(client, "statements", limit=50)
        text = (await client.read_resource("tajik://statements/hill-2032/trade-growth")).contents[0].text
        assert text.startswith("[hill-2032/trade-growth]")
        assert "ambiguous" in await refused(client, "show", ids=["trade-growth"])

    served(talk, "--file", archive(tmp_path))


def test_resources_and_the_prompt(served: Conversations) -> None:
    """The server offers resources and a prompt in addition to the tools."""
    from mcp.shared.exceptions import MCPError

    async def talk(client: Any) -> None:
        assert [str(one.uri) for one in (await client.list_resources()).resources] == ["tajik://topics"]
        templates = (await client.list_resource_templates()).resource_templates
        assert "tajik://statements/{id}" in {one.uri_template for one in templates}
        assert "trade: Trade and economy" in (await client.read_resource("tajik://topics")).contents[0].text
        with pytest.raises(MCPError, match="unknown id 'trade-volum'; did you mean trade-volume"):
            await client.read_resource("tajik://statements/trade-volum")
        (prompt,) = (await client.list_prompts()).prompts
        text = (await client.get_prompt(prompt.name, {"topic": "trade"})).messages[0].content.text
        assert "about trade" in text
        assert "Call check" in text

    served(talk)


def process(*words: str, **more: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tajikcli", *words, "mcp"],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
        **more,
    )


def test_a_closed_input_ends_the_server() -> None:
    """The server ends at once and silently if the program that started it closes the input."""
    pytest.importorskip("mcp", reason=MISSING)
    done = process(input="")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    done = process(input="this is not a message\n")
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


def test_a_record_that_cannot_be_read_is_reported_before_anything_else(tmp_path: Path) -> None:
    pytest.importorskip("mcp", reason=MISSING)
    done = run_cli("--file", tmp_path / "none.yaml", "mcp")
    assert (done.code, done.out) == (3, "")
    assert done.err == f"tajik: {tmp_path / 'none.yaml'}: no such file or folder\n"


@pytest.mark.skipif(os.name == "nt", reason="sends an interrupt")
def test_an_interrupt_ends_the_server() -> None:
    """An interrupt ends the server even while it waits for input."""
    import signal

    pytest.importorskip("mcp", reason=MISSING)
    server = subprocess.Popen(
        [sys.executable, "-m", "tajikcli", "mcp"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert server.stdin is not None
    assert server.stdout is not None
    hello = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "x", "version": "1"}}
    server.stdin.write(
        (json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": hello}) + "\n").encode()
    )
    server.stdin.flush()
    assert b'"tajik"' in server.stdout.readline()
    server.send_signal(signal.SIGINT)
    _, err = server.communicate(timeout=20)
    assert (server.returncode, err) == (130, b"tajik: interrupted\n")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device that is always full")
def test_an_output_that_cannot_be_written_ends_the_server() -> None:
    """A full disk causes exit code 74; an output that the assistant has closed is not an error."""
    pytest.importorskip("mcp", reason=MISSING)
    hello = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "x", "version": "1"}}
    asked = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": hello}) + "\n"
    read, closed = os.pipe()
    os.close(read)
    with open("/dev/full", "wb") as full, open(closed, "wb") as gone:
        for output, code, told in (
            (full, 74, "tajik: cannot write the output: no space left on device\n"),
            (gone, 0, ""),
        ):
            done = subprocess.run(
                [sys.executable, "-m", "tajikcli", "mcp"],
                input=asked.encode(),
                stdout=output,
                stderr=subprocess.PIPE,
                check=False,
                timeout=60,
            )
            assert (done.returncode, done.stderr.decode()) == (code, told)


def test_without_the_extra_one_line_says_how_to_get_it(tmp_path: Path) -> None:
    """A plain installation does not include the libraries for the server."""
    (tmp_path / "sitecustomize.py").write_text(
        "import importlib.util as u\nfind = u.find_spec\n"
        "u.find_spec = lambda name, *more: None if name == 'mcp' else find(name, *more)\n",
        encoding="utf-8",
    )
    package = os.path.dirname(os.path.dirname(tajikcli.__file__))
    done = process(input="", env={**os.environ, "PYTHONPATH": os.pathsep.join((str(tmp_path), package))})
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr
        == "tajik: tajik mcp needs the 'mcp' extra; install it in a clone with: pip install '.[mcp]'\n"
    )
