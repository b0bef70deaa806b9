"""Thousands of altered quotations and true variants, and the verdicts of `check` on them.

    cd tests && python -m support.variants --count 20000 --report

This creates drafts from two frozen records, one of which is invented, checks them in this process, and prints
a line for each class with its verdicts and some of the wrong cases. `test_variants.py` and `fuzz.py` test the
same.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from support.frozen import FROZEN
from support.variant_altered import ALTERED, alter
from support.variant_quotes import Case, Source, source_of
from support.variant_true import CUTS, DRESSES, vary
from tajikcli import open_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tajikcli.model.answers import Finding
    from tajikcli.repository.record import Record

ROOT = Path(__file__).parents[2]
INVENTED = ROOT / "tests" / "records" / "bridge.yaml"
CUTS_FILE = ROOT / "tests" / "data" / "cuts.yaml"
PASSING = {"verbatim", "elided"}
FAULTS = {"altered", "unclear", "paraphrase", "not_found"}
SHARE_OF_TRUE = 0.25
SHEET = (
    # the number of drafts to check at once, each in separate paragraphs, because a call costs more than a quotation
    40
)


class Outcome(NamedTuple):
    """The result of a case: the findings on its quotations, and whether they are right.

    Attributes:
        case: the case.
        findings: the findings on quotations.
        right: whether an altered quotation fails, or a true one passes.
        missed: whether an altered quotation was overlooked, so that it neither passes nor fails.
    """

    case: Case
    findings: tuple[Finding, ...]
    right: bool
    missed: bool

    @property
    def verdict(self) -> str:
        """The verdicts in one word."""
        return "+".join(sorted({finding.verdict for finding in self.findings})) or "none"


def cases(source: Source, seed: int, altered: int, true: int) -> Iterator[Case]:
    """Create variants from every class in turn; the same seed gives the same variants.

    Args:
        source: the record.
        seed: of all choices.
        altered: the number of altered quotations.
        true: the number of true variants.

    Yields:
        the cases.
    """
    for kind, count in (("altered", altered), ("true", true)):
        names = list(ALTERED) if kind == "altered" else [*CUTS, *DRESSES]
        made, turn, barren = 0, 0, set[str]()
        while made < count and len(barren) < len(names):
            name = names[turn % len(names)]
            dice = random.Random(f"{seed} {kind} {turn}")  # noqa: S311 - dice
            turn += 1
            if name in barren:
                continue
            case = alter(name, source, dice) if kind == "altered" else vary(name, source, dice)
            if case is None:
                barren.add(name)  # the record has no suitable quote
            else:
                made += 1
                yield case


def judged(record: Record, variants: Iterable[Case]) -> Iterator[Outcome]:
    """Check cases in batches; check a case that seems wrong again by itself.

    Args:
        record: the record from which the cases were created.
        variants: the cases.

    Yields:
        the outcome of each, in no order.
    """
    sheets: dict[str, list[Case]] = defaultdict(list)
    for case in variants:
        sheet = sheets[case.format]
        sheet.append(case)
        if len(sheet) == SHEET:
            yield from _sheet(record, sheet)
            sheet.clear()
    for sheet in sheets.values():
        yield from _sheet(record, sheet)


def _sheet(record: Record, sheet: Sequence[Case]) -> Iterator[Outcome]:
    if not sheet:
        return
    starts, text = [], ""
    for case in sheet:
        starts.append(text.count("\n") + 1)
        text += f"{case.draft}\n\n"
    findings = _quotations(record, text, sheet[0].format)
    for case, start, end in zip(sheet, starts, [*starts[1:], text.count("\n") + 2], strict=True):
        outcome = _outcome(case, tuple(finding for finding in findings if start <= finding.line < end))
        if not outcome.right or outcome.missed:
            outcome = _outcome(case, tuple(_quotations(record, case.draft, case.format)))
        yield outcome


def _quotations(record: Record, draft: str, format_: str) -> list[Finding]:
    return [
        finding for finding in record.check(draft, html=format_ == "html") if finding.finding == "quotation"
    ]


def _outcome(case: Case, findings: tuple[Finding, ...]) -> Outcome:
    verdicts = {finding.verdict for finding in findings}
    if case.kind == "altered":
        return Outcome(case, findings, right=not verdicts & PASSING, missed=not verdicts & (FAULTS | PASSING))
    # A name in marks beside the quotation is too short for a verdict.
    judged_ = verdicts - {"too_short"}
    return Outcome(case, findings, right=bool(judged_) and judged_ <= case.expected, missed=False)


def outcomes(seed: int, altered: int, true: int) -> Iterator[Outcome]:
    """Create and check variants of the frozen record and the invented one, half from each.

    Args:
        seed: of all choices.
        altered: the number of altered quotations.
        true: the number of true variants.

    Yields:
        their outcomes.
    """
    for path in (FROZEN, INVENTED):
        with open_record(path) as record:
            yield from judged(record, cases(source_of(path, CUTS_FILE), seed, altered // 2, true // 2))


def report(results: Iterable[Outcome], examples: int = 5) -> str:
    """Return the results of each class, with examples of wrong ones.

    Args:
        results: the outcomes.
        examples: the number of examples of each class.

    Returns:
        lines to print.
    """
    classes: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for result in results:
        classes[result.case.kind, result.case.name].append(result)
    lines = []
    for kind in ("altered", "true"):
        of_kind = {name: found for (one, name), found in classes.items() if one == kind}
        total = sum(map(len, of_kind.values()))
        wrong = sum(not result.right for found in of_kind.values() for result in found)
        missed = sum(result.missed for found in of_kind.values() for result in found)
        lines.append(f"\n{kind}: {total} cases, {wrong} wrong" + (f", {missed} missed" if missed else ""))
        for name, found in sorted(
            of_kind.items(), key=lambda item: -sum(not result.right for result in item[1])
        ):
            verdicts = ", ".join(
                f"{verdict} {count}"
                for verdict, count in Counter(result.verdict for result in found).most_common()
            )
            lines.append(
                f"  {name}: {len(found)} cases, {sum(not result.right for result in found)} wrong ({verdicts})"
            )
            for result in islice((result for result in found if not result.right), examples):
                expected = f", not {'/'.join(sorted(result.case.expected))}" if result.case.expected else ""
                lines.append(
                    f"      {result.verdict}{expected} · {result.case.format} · {result.case.quotes[0]}: {result.case.draft!r}"
                )
    return "\n".join(lines)


def main() -> None:
    """Print the verdicts of `check` on variants."""
    options = argparse.ArgumentParser(description=main.__doc__)
    options.add_argument(
        "--count", type=int, default=2000, help="the number of cases; a quarter of them are true variants"
    )
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--report", action="store_true", help="print every class instead of only the sums")
    options.add_argument(
        "--examples", type=int, default=5, help="the number of wrong cases of each class to print"
    )
    options.add_argument("--show", metavar="CLASS", help="print cases of this class and check nothing")
    chosen = options.parse_args()
    if chosen.show:
        for path in (FROZEN, INVENTED):
            made = cases(source_of(path, CUTS_FILE), chosen.seed, chosen.count, chosen.count)
            for case in islice((case for case in made if case.name == chosen.show), chosen.examples):
                print(f"{case.format} {case.quotes[0]} {'/'.join(sorted(case.expected))}: {case.draft!r}")  # noqa: T201 - its purpose
        return
    true = int(chosen.count * SHARE_OF_TRUE)
    printed = report(outcomes(chosen.seed, chosen.count - true, true), chosen.examples)
    if not chosen.report:
        printed = "\n".join(line for line in printed.splitlines() if not line.startswith(" "))
    print(printed)  # noqa: T201 - its purpose


if __name__ == "__main__":
    main()
