"""The filters and the output options: one set, the same on every command that answers with rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from tajikcli.commands import completing
from tajikcli.commands.telling import tell
from tajikcli.exits import Exit
from tajikcli.render import FORMATS, REPORT_FORMATS, Sheet, write, write_report
from tajikcli.repository.query import KINDS
from tajikcli.text import in_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tajikcli.repository.query import Query
    from tajikcli.repository.rows import Rows

_F = TypeVar("_F", bound="Callable[..., Any]")

FILTERS = ("speaker", "source", "via", "meeting", "since", "until", "lang", "limit")


def topics(function: _F) -> _F:
    """Add the topics to ask about."""
    return click.argument("topics", nargs=-1, metavar="[TOPIC]...", shell_complete=completing.names("topic"))(
        function
    )


def filters(function: _F) -> _F:
    """Add the filters; repeated, a filter takes any of its values."""
    for option in reversed(
        (
            click.option(
                "--speaker",
                multiple=True,
                metavar="NAME",
                shell_complete=completing.names("speaker"),
                help="Who said it: slug, name or alias.",
            ),
            click.option(
                "--source",
                multiple=True,
                metavar="NAME",
                shell_complete=completing.names("source"),
                help="The published text it was taken from.",
            ),
            click.option(
                "--via",
                multiple=True,
                metavar="NAME",
                shell_complete=completing.names("relay"),
                help="Who relayed it.",
            ),
            click.option(
                "--meeting",
                multiple=True,
                metavar="ID",
                shell_complete=completing.names("meeting"),
                help="The meeting it belongs to.",
            ),
            click.option(
                "--since", metavar="DATE", help="Said on this day or later (2024, 2024-12, 2024-12-24)."
            ),
            click.option("--until", metavar="DATE", help="Said on this day or earlier."),
            click.option(
                "--lang",
                multiple=True,
                metavar="CODE",
                shell_complete=completing.names("language"),
                help="Language of the source: en, ru.",
            ),
            click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most so many."),
        )
    ):
        function = option(function)
    return function


def kind(function: _F) -> _F:
    """Add the choice of kinds of statement."""
    return click.option(
        "--kind", multiple=True, type=click.Choice(KINDS), help="Which kind of statement; again for more."
    )(function)


def output(function: _F) -> _F:
    """Add the choice of format, fields and exit status."""
    status = click.option("-e", "--exit-status", is_flag=True, help="Exit 1 where nothing was found.")
    return printing(status(function))


def printing(function: _F, formats: Sequence[str] = FORMATS) -> _F:
    """Add the choice of format and fields."""
    for option in reversed(
        (
            click.option(
                "--format",
                "format_",
                type=click.Choice(formats),
                default="auto",
                help="How to print it; auto is a table on a terminal, plain elsewhere.",
            ),
            click.option("--json", "json_", is_flag=True, help="Short for --format json."),
            click.option(
                "--fields",
                metavar="KEY,KEY",
                shell_complete=completing.fields,
                help="Only these keys, in this order.",
            ),
        )
    ):
        function = option(function)
    return function


def reporting(function: _F) -> _F:
    """Add the choice of format of a command whose answer is one object."""
    for option in reversed(
        (
            click.option(
                "--format",
                "format_",
                type=click.Choice(REPORT_FORMATS),
                default="auto",
                help="How to print it; auto is a page on a terminal, plain elsewhere.",
            ),
            click.option("--json", "json_", is_flag=True, help="Short for --format json: one object."),
        )
    ):
        function = option(function)
    return function


def report(layout: str, value: dict[str, Any], options: dict[str, Any], record: Rows) -> None:
    """Print a report as its output options say.

    Args:
        layout: what it is a report of: `verification` or `comparison`.
        value: the report, with the keys of the output contract.
        options: the values of the `reporting` options.
        record: what people's output takes names from.
    """
    write_report(layout, value, _format(options), record, pager=_pager())


def _pager() -> bool:
    return not click.get_current_context().find_root().params.get("no_pager", False)


def _format(options: dict[str, Any]) -> str:
    if options["json_"] and options["format_"] not in {"auto", "json"}:
        raise click.UsageError(
            f"--json and --format {options['format_']} are two answers; expected one of them"
        )
    return "json" if options["json_"] else str(options["format_"])


def answer(
    context: click.Context,
    sheet: Sheet,
    options: dict[str, Any],
    *,
    record: Rows | None = None,
    notes: Sequence[str] = (),
    empty: Callable[[], str] | None = None,
) -> None:
    """Print an answer as the output options say.

    Args:
        context: the command's context; its exit code is 1 where nothing was found and `-e` was given.
        sheet: the answer.
        options: the values of the `output` or `printing` options.
        record: what people's output takes names from.
        notes: what is said on stderr before the answer.
        empty: says on stderr why there is nothing.
    """

    def told() -> None:
        for note in notes:
            tell(f"tajik: {note}")

    format_ = _format(options)
    names = options["fields"]
    fields = [name.strip() for name in names.split(",") if name.strip()] if names is not None else None
    if fields == []:
        raise click.UsageError(f"--fields names no key; expected some of {', '.join(sheet.keys)}")
    if write(sheet, format_, fields, record, pager=_pager(), notes=told):
        return
    if empty is not None:
        tell(f"tajik: {empty()}")
    if options.get("exit_status"):
        context.exit(Exit.NO)


def rows(values: Iterable[object]) -> Iterator[str]:
    """Yield values as JSON texts that no terminal obeys: the names of files may have any character in them."""
    import json  # noqa: PLC0415 - what the index holds is JSON already

    encoder = json.JSONEncoder(ensure_ascii=False)
    return (in_json(encoder.encode(value)) for value in values)


def asked(record: Rows, topics_: tuple[str, ...], options: dict[str, Any], **more: Any) -> Query:
    """Return the query that a command's topics and filters stand for."""
    return record.query(topics_, **{name: options[name] for name in FILTERS}, **more)
