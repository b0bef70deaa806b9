"""`tajik completion`: print a shell completion script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tajikcli.commands.command import Command
from tajikcli.commands.completing import COMPLETE_VARIABLE

if TYPE_CHECKING:
    from click.shell_completion import ShellComplete

_SHELLS = ("bash", "zsh", "fish")
_FISH = """\
function %(complete_func)s
    set -lx %(complete_var)s fish_complete
    set -lx COMP_WORDS (commandline --current-process --cut-at-cursor)
    set -lx COMP_CWORD (commandline --current-token)
    for line in (%(prog_name)s)
        set -l found (string split --max 1 "," -- $line)
        switch $found[1]
            case file
                __fish_complete_path $found[2]
            case plain
                printf '%%s\\n' $found[2]
        end
    end
end

complete --no-files --command %(prog_name)s --arguments "(%(complete_func)s)"
"""


@click.command("completion", cls=Command)
@click.argument("shell", type=click.Choice(_SHELLS), metavar="bash|zsh|fish")
def command(shell: str) -> None:
    """Print a script that completes commands, options, topics, speakers, sources, ids and keys in a shell.

    Save the script here:

    \b
      bash  ~/.local/share/bash-completion/completions/tajik
            (needs the bash-completion package; otherwise source it)
      zsh   a folder in $fpath, as _tajik
      fish  ~/.config/fish/completions/tajik.fish

    It completes names and ids from the record in use (--file, TAJIK_FACTS, or the bundled record).

    \b
    Examples:
      tajik completion bash > ~/.local/share/bash-completion/completions/tajik
      tajik completion zsh > ~/.zfunc/_tajik
      tajik completion fish > ~/.config/fish/completions/tajik.fish
    """
    from click.shell_completion import BashComplete, FishComplete, ZshComplete

    class Fish(FishComplete):
        """Completion for fish that keeps the commas in values (`--fields id,text`), where Click's script splits."""

        source_template = _FISH

    scripts: dict[str, type[ShellComplete]] = {"bash": BashComplete, "zsh": ZshComplete, "fish": Fish}
    root = click.get_current_context().find_root().command
    click.echo(scripts[shell](root, {}, "tajik", COMPLETE_VARIABLE).source())
