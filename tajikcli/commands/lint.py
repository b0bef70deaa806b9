"""`tajik lint`: is a knowledge file sound?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tajikcli.commands import completing, options
from tajikcli.commands.telling import tell
from tajikcli.exits import Exit
from tajikcli.paths import knowledge_files, record_paths
from tajikcli.render import problem_sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.errors import Problem


@click.command("lint")
@click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=completing.files)
@options.printing
@click.pass_context
def command(context: click.Context, /, paths: tuple[str, ...], **given: Any) -> None:
    """Check knowledge files and folders of them (or the record in use), and tell every fault with its place.

    Errors make the exit code 1; warnings are only told.

    \b
    Examples:
      tajik lint
      tajik lint meeting.yaml
      tajik lint archive/ --format plain
    """
    from tajikcli.reader.archive import lint_record  # noqa: PLC0415 - YAML only for this command

    files = knowledge_files(record_paths(paths or context.find_root().params["file"]))
    problems = lint_record(files)
    rows = options.rows(problem._asdict() for problem in problems)
    options.answer(context, problem_sheet(rows), given)
    errors = sum(problem.severity == "error" for problem in problems)
    tell(f"tajik: {_summary(len(files), problems, errors)}")
    if errors:
        context.exit(Exit.NO)


def _summary(files: int, problems: Sequence[Problem], errors: int) -> str:
    warnings = len(problems) - errors
    told = [_counted(errors, "error")] if errors else []
    told += [_counted(warnings, "warning")] if warnings else []
    return f"{_counted(files, 'file')} checked: {', '.join(told) or 'no fault'}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
