"""`tajik open`: open the source of a statement in the browser, at the words."""

from __future__ import annotations

import click

from tajikcli.commands import completing
from tajikcli.commands.command import Command
from tajikcli.commands.opening import opened
from tajikcli.commands.telling import note
from tajikcli.repository.cite import address_of


@click.command("open", cls=Command)
@click.argument("id_", metavar="ID", shell_complete=completing.ids)
@click.option("--archived", is_flag=True, help="Open the archived copy of the source instead.")
@click.option("--print", "only_print", is_flag=True, help="Print the address instead of opening it.")
@click.pass_context
def command(context: click.Context, /, id_: str, *, archived: bool, only_print: bool) -> None:
    """Open the source of a statement in the web browser, at the words that the statement rests on.

    Browsers that support text fragments scroll to the words and highlight them. tajik opens only addresses
    that start with http or https. The browser is the system's default, or the one that BROWSER names.

    \b
    Examples:
      tajik open putin-relations
      tajik open trade-volume --print
    """
    with opened(context) as record:
        address = address_of(record, id_, archived=archived, notice=note)
    if only_print:
        click.echo(address)
        return
    note(f"opening {address}")
    # The browser gets the address as an argument, or from the system's own call; no shell interprets it.
    import webbrowser

    if not webbrowser.open(address):
        raise click.ClickException("cannot start a web browser; open the address above in a browser")
