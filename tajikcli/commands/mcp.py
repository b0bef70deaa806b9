"""`tajik mcp`: the record for assistants."""

from __future__ import annotations

import gc
import sys
from importlib.util import find_spec

import click

from tajikcli.commands.opening import paths_in_use
from tajikcli.commands.telling import note
from tajikcli.errors import UseError


@click.command("mcp")
@click.pass_context
def command(context: click.Context, /) -> None:
    """Serve the record to an assistant, over standard input and output, by the Model Context Protocol (MCP).

    An assistant's program starts this command and talks to it. The tools list, search, show, compare and cite statements
    and check a draft; none of them changes anything. The server notices changes to the record's files.

    It needs the extra 'mcp'; in a clone: pip install '.[mcp]'. docs/assistants.md says how to set it up.

    \b
    Examples:
      tajik mcp
      tajik --file archive/ mcp
    """
    if find_spec("mcp") is None:
        raise UseError("tajik mcp needs the extra 'mcp'; install it in a clone with: pip install '.[mcp]'")
    if sys.stdin is not None and sys.stdin.isatty():
        note("an assistant's program starts this command and talks to it; press Ctrl-D to end it")
    from tajikcli.assistant.server import server
    from tajikcli.assistant.serving import Served

    gc.enable()  # other commands end before there is anything to collect
    served = Served(paths_in_use(context))
    try:
        with served.lent():  # so that a record that cannot be read is told now
            pass
        server(served).run("stdio")
    finally:
        served.close()
