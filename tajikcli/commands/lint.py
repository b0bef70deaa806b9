"""`tajik lint`: check knowledge files for errors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tajikcli.commands import completing, options
from tajikcli.commands.command import Command
from tajikcli.commands.opening import paths_in_use
from tajikcli.commands.telling import for_a_reader_that_may_leave, tell
from tajikcli.exits import Exit
from tajikcli.model.streams import Computed
from tajikcli.render.views import PROBLEMS
from tajikcli.text import counted

if TYPE_CHECKING:
    from tajikcli.repository.lint import Linted


@click.command("lint", cls=Command)
@click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=completing.files)
@options.printing
@click.pass_context
def command(context: click.Context, /, paths: tuple[str, ...], **given: Any) -> None:
    """Check knowledge files, or the record in use, and report every problem with its file, line and column.

    It also warns if the text, the evidence, the figures and the speaker of a fact contradict each other.

    The command exits with 1 if there are errors or open questions. Warnings do not change the exit code.

    \b
    Examples:
      tajik lint
      tajik lint meeting.yaml
      tajik lint archive/ --format plain
    """
    from tajikcli.repository.lint import lint

    linted = lint(paths or paths_in_use(context))
    with for_a_reader_that_may_leave():
        options.answer(context, PROBLEMS, Computed(linted.problems), given)
    tell(f"tajik: {_summary(linted)}")
    if linted.errors:
        context.exit(Exit.NO)


def _summary(linted: Linted) -> str:
    numbers = [
        (linted.errors - linted.questions, "error"),
        (linted.questions, "open question"),
        (linted.warnings, "warning"),
    ]
    faults = [counted(number, name) for number, name in numbers if number]
    return f"{counted(linted.files, 'file')} checked: {', '.join(faults) or 'no problems'}"
