"""`tajik mcp`: serve the record to an assistant."""

from __future__ import annotations

import gc
import sys
from importlib.util import find_spec

import click

from tajikcli.commands.command import Command
from tajikcli.commands.opening import paths_in_use
from tajikcli.commands.telling import note
from tajikcli.errors import UseError


@click.command("mcp", cls=Command)
@click.pass_context
def command(context: click.Context, /) -> None:
    """Serve the record to an assistant, using the Model Context Protocol (MCP).

    The assistant starts this command and talks to it over standard input and output. The tools let it
    list, search, show, compare and cite statements, and check drafts; they never change anything. The server
    notices changes to the record's files.

    The command needs the 'mcp' extra; in a clone, run: pip install '.[mcp]'. docs/assistants.md explains how
    to set it up.

    \b
    Examples:
      tajik mcp
      tajik --file archive/ mcp
    """
    if find_spec("mcp") is None:
        raise UseError("tajik mcp needs the 'mcp' extra; install it in a clone with: pip install '.[mcp]'")
    if sys.stdin is not None and sys.stdin.isatty():
        note("this command is meant to be started by an assistant; press Ctrl-D to end it")
    from tajikcli.assistant.server import server
    from tajikcli.assistant.serving import Served

    gc.enable()  # other commands end before there is garbage to collect
    served = Served(paths_in_use(context))
    try:
        with served.lent():  # reports a record that cannot be read before the server starts
            pass
        server(served).run("stdio")
    except ExceptionGroup as several:
        failed, others = several.split(OSError)
        if failed is None or others is not None:
            raise
        raise _first(failed) from several  # the output cannot be written, or the assistant has closed it
    finally:
        served.close()


def _first(several: ExceptionGroup[OSError]) -> OSError:
    """Return the first of grouped errors; a group may contain groups."""
    first = several.exceptions[0]
    return _first(first) if isinstance(first, ExceptionGroup) else first
