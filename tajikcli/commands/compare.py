"""`tajik compare`: show where sources agree, differ or conflict."""

from __future__ import annotations

from typing import Any

import click

from tajikcli.commands import options
from tajikcli.commands.command import Command
from tajikcli.commands.opening import opened
from tajikcli.commands.telling import tell
from tajikcli.exits import Exit
from tajikcli.render.views import COMPARISON


@click.command("compare", cls=Command)
@options.topics
@options.filters
@options.reporting
@click.option("--fail-on-conflict", is_flag=True, help="Exit with 1 if accounts contradict each other.")
@click.pass_context
def command(
    context: click.Context, /, topics: tuple[str, ...], *, fail_on_conflict: bool, **given: Any
) -> None:
    """Compare what sources say about TOPICs, or about everything.

    The page counts the contradictions and the variations. Then it lists the contradictions, the figures for each measure,
    and the claims whose accounts vary, with the words from the source in which they vary.

    Two figures for one measure and one period contradict each other if they differ by more than their wording allows:
    "about" allows 5 percent either way; "almost" and "under" allow 10 percent less; "over" allows 10 percent more;
    "at least" allows any higher number and "up to" any lower one; an exact number allows for rounding. If a
    shorter period lies at the beginning or end of a longer one, the report gives the amount of money that the
    two figures imply for the remainder of the longer period. Figures without a period are not compared. With
    --limit N, only the first N statements and the first N figures are compared, and a note says so.

    In JSON, "conflicts" lists all contradictions, both those between figures and those that the record
    declares; "linked" lists the statements that the record links, with the words that differ.

    \b
    Examples:
      tajik compare trade
      tajik compare meeting --json | jq '.conflicts[].statements'
      tajik compare education --fail-on-conflict
    """
    from tajikcli.repository.compare import compare, is_empty, page

    with opened(context) as record:
        query = options.asked(record, topics, given)
        report = compare(record, query)
        options.report(
            COMPARISON, report, given, page=lambda found: page(record, query, found), names=record.names
        )
        if query.limit and record.exceeds(query, query.limit):
            number = f" {query.limit:,}" if query.limit > 1 else ""
            plural = "s" * (query.limit > 1)
            tell(
                f"tajik: only the first{number} statement{plural} and the first{number} figure{plural} were compared"
            )
        if is_empty(report):
            tell(f"tajik: nothing to compare: {record.why_empty(query)}")
        count = len(report["conflicts"]) + report["left_out"]["conflicts"]
        if fail_on_conflict and count:
            tell(f"tajik: {count:,} contradiction{'s' * (count > 1)}")
            context.exit(Exit.NO)
