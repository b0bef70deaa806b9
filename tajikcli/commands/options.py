"""The filters and output options that commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from tajikcli.commands import completing
from tajikcli.commands.command import Count
from tajikcli.commands.telling import tell
from tajikcli.exits import Exit
from tajikcli.render import FORMATS, REPORT_FORMATS, write, write_report
from tajikcli.repository.query import KINDS, PHASES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tajikcli.model.names import Names
    from tajikcli.model.streams import Answers
    from tajikcli.render.views import Report, View
    from tajikcli.repository.query import Query
    from tajikcli.repository.rows import Rows

    _Row = TypeVar("_Row", bound=Mapping[str, object])
    _Shown = TypeVar("_Shown")

_F = TypeVar("_F", bound="Callable[..., Any]")

FILTERS = ("speaker", "source", "via", "meeting", "since", "until", "lang", "phase", "limit")


def topics(function: _F) -> _F:
    """Add the argument for topics."""
    return click.argument("topics", nargs=-1, metavar="[TOPIC]...", shell_complete=completing.names("topic"))(
        function
    )


def filters(function: _F) -> _F:
    """Add the filters; if a filter is repeated, a statement has to match one of its values."""
    for option in reversed(
        (
            click.option(
                "--speaker",
                multiple=True,
                metavar="NAME",
                shell_complete=completing.names("speaker"),
                help="Only statements by this speaker (slug, name or alias).",
            ),
            click.option(
                "--source",
                multiple=True,
                metavar="NAME",
                shell_complete=completing.names("source"),
                help="Only statements from this source.",
            ),
            click.option(
                "--via",
                multiple=True,
                metavar="NAME",
                shell_complete=completing.names("relay"),
                help="Only statements relayed by this person or body.",
            ),
            click.option(
                "--meeting",
                multiple=True,
                metavar="ID",
                shell_complete=completing.names("meeting"),
                help="Only statements from this meeting.",
            ),
            click.option(
                "--since",
                metavar="DATE",
                help="Only statements made on or after DATE (2024, 2024-12, 2024-12-24).",
            ),
            click.option("--until", metavar="DATE", help="Only statements made on or before DATE."),
            click.option(
                "--lang",
                multiple=True,
                metavar="CODE",
                shell_complete=completing.names("language"),
                help="Only statements from sources in this language (en, ru).",
            ),
            click.option(
                "--phase",
                multiple=True,
                type=click.Choice(PHASES),
                help="Only statements from this phase: about the talks, announced before the talks, or background from the source.",
            ),
            click.option(
                "--limit",
                type=Count(min=0),
                metavar="N",
                help="Only the first N in the order of the record; for search, the N best matches.",
            ),
        )
    ):
        function = option(function)
    return function


def kind(function: _F) -> _F:
    """Add the option that selects kinds of statements."""
    return click.option(
        "--kind",
        multiple=True,
        type=click.Choice(KINDS),
        help="Only statements of this kind. May be repeated.",
    )(function)


def output(function: _F) -> _F:
    """Add the options for format, fields and exit status."""
    status = click.option("-e", "--exit-status", is_flag=True, help="Exit with 1 if nothing matched.")
    return printing(status(function))


def printing(function: _F, formats: Sequence[str] = (*FORMATS,)) -> _F:
    """Add the options for format and fields."""
    for option in reversed(
        (
            click.option(
                "--format",
                "format_",
                type=click.Choice(formats),
                default="auto",
                help="Output format; auto prints a page on a terminal and plain text elsewhere.",
            ),
            click.option("--json", "json_", is_flag=True, help="Same as --format json."),
            click.option(
                "--fields",
                metavar="KEY,KEY",
                shell_complete=completing.fields,
                help="Print only these keys, in this order.",
            ),
        )
    ):
        function = option(function)
    return function


def report_file(function: _F) -> _F:
    """Add the option for a report."""
    return click.option(
        "--report",
        "report_file",
        metavar="FILE",
        shell_complete=completing.files,
        help="Also write the result to FILE as a single HTML page without scripts, to share with others.",
    )(function)


def refuse_report(path: str, inputs: Sequence[str]) -> None:
    """Before any work is done, raise an error if a report cannot have this path.

    Args:
        path: the path of the report.
        inputs: the paths of the input files.
    """
    from tajikcli.render.report.whole import refuse_unwritable

    refuse_unwritable(path, inputs)


def reporting(function: _F) -> _F:
    """Add the options for the format of a report."""
    for option in reversed(
        (
            click.option(
                "--format",
                "format_",
                type=click.Choice(REPORT_FORMATS),
                default="auto",
                help="Output format; auto prints a page on a terminal and plain text elsewhere.",
            ),
            click.option("--json", "json_", is_flag=True, help="Same as --format json: one object."),
        )
    ):
        function = option(function)
    return function


def report(
    view: Report[_Row, _Shown],
    value: _Row,
    options: dict[str, Any],
    *,
    page: Callable[[_Row], _Shown],
    names: Callable[[], Names],
) -> None:
    """Print a report in the format that the options select.

    Args:
        view: the view of the report.
        value: the report.
        options: the values of the `reporting` options.
        page: adds to the report the data that only a page shows.
        names: returns the names that pages show instead of slugs.
    """
    write_report(view, value, page, format_of(options), names, pager=_pager())


def _pager() -> bool:
    return not click.get_current_context().find_root().params.get("no_pager", False)


def format_of(options: dict[str, Any]) -> str:
    """Return the format that `--json` or `--format` selects; `auto` if neither is given.

    Args:
        options: the values of the `output` options.

    Raises:
        click.UsageError: the two contradict each other.
    """
    if options["json_"] and options["format_"] not in {"auto", "json"}:
        raise click.UsageError(f"--json and --format {options['format_']} cannot be combined")
    return "json" if options["json_"] else str(options["format_"])


def answer(
    context: click.Context,
    view: View[_Row, _Shown],
    answers: Answers[_Row, _Shown],
    options: dict[str, Any],
    *,
    names: Callable[[], Names] | None = None,
    notes: Sequence[str] = (),
    empty: Callable[[], str] | None = None,
) -> None:
    """Print answers in the format that the options select.

    Args:
        context: the context of the command; it exits with 1 if nothing matched and `-e` was given.
        view: the view of the answers.
        answers: the answers.
        options: the values of the `output` or `printing` options.
        names: returns the names that pages show instead of slugs.
        notes: notes to print on stderr before the answer.
        empty: returns the note to print on stderr if there are no answers.
    """

    def tell_notes() -> None:
        for note in notes:
            tell(f"tajik: {note}")

    format_ = format_of(options)
    chosen = options["fields"]
    fields = [name.strip() for name in chosen.split(",") if name.strip()] if chosen is not None else None
    if fields == []:
        raise click.UsageError(f"--fields needs at least one key; choose from {', '.join(view.keys)}")
    if write(view, answers, format_, fields, names or _no_names, pager=_pager(), notes=tell_notes):
        return
    if empty is not None:
        tell(f"tajik: {empty()}")
    if options.get("exit_status"):
        context.exit(Exit.NO)


def _no_names() -> Names:
    from tajikcli.model.names import Names

    return Names({}, {}, {}, {}, {}, 0)


def asked(record: Rows, topics_: tuple[str, ...], options: dict[str, Any], **more: Any) -> Query:
    """Return the query of a command's topics and filters."""
    return record.query(topics_, **{name: options[name] for name in FILTERS}, **more)
