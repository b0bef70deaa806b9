"""`tajik compare`: where accounts agree, differ and contradict each other."""

from __future__ import annotations

from typing import Any

import click

from tajikcli.commands import options
from tajikcli.commands.opening import opened
from tajikcli.commands.telling import tell
from tajikcli.exits import Exit
from tajikcli.render.views import COMPARISON


@click.command("compare")
@options.topics
@options.filters
@options.reporting
@click.option("--fail-on-conflict", is_flag=True, help="Exit 1 where accounts contradict each other.")
@click.pass_context
def command(
    context: click.Context, /, topics: tuple[str, ...], *, fail_on_conflict: bool, **given: Any
) -> None:
    """Set the accounts of TOPICs (or of everything) side by side.

    First the figures of each measure: period, value, change, who says it, through whom, which source. Two figures for
    one period conflict where they are further apart than "about" (5 % more or less), "almost", "under" and "over"
    (10 % on that side) or their last digit allow. Two periods are no conflict; where one begins or ends with the other,
    amounts of money imply what is left for the rest. A figure with no period is compared with none.

    Then statements that the record links as conflicting, correcting, translating, varying or restating each other,
    with the words that differ. In JSON "conflicts" has all contradictions: of figures, and declared by the record.

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
        options.report(COMPARISON, report, given, page=page, names=record.names)
        if is_empty(report):
            tell(f"tajik: nothing to compare: {record.why_empty(query)}")
        count = len(report["conflicts"]) + report["left_out"]["conflicts"]
        if fail_on_conflict and count:
            tell(f"tajik: {count:,} contradiction{'s' * (count > 1)}")
            context.exit(Exit.NO)
