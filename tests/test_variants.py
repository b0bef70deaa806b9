"""The verdicts of `check` on 2,000 altered and true variants of quotations; `make fuzz` tests 100,000 more."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from support.frozen import FROZEN
from support.variant_altered import ALTERED
from support.variant_quotes import source_of
from support.variant_true import CUTS, DRESSES
from support.variants import CUTS_FILE, INVENTED, Outcome, cases, outcomes, report

if TYPE_CHECKING:
    from pathlib import Path


@cache
def of_altered() -> list[Outcome]:
    return list(outcomes(0, 1500, 0))


@cache
def of_true() -> list[Outcome]:
    return list(outcomes(0, 0, 500))


def test_no_altered_quotation_passes() -> None:
    assert all(outcome.right for outcome in of_altered()), report(of_altered())


def test_every_altered_quotation_is_reported() -> None:
    # A block element divides a quotation, which may then no longer be one.
    told = [outcome for outcome in of_altered() if outcome.case.name != "block-shown-by-html"]
    assert not any(outcome.missed for outcome in told), report(told)


def test_an_altered_quotation_shows_a_difference() -> None:
    blank = [
        (outcome.case.draft, finding)
        for outcome in of_altered()
        for finding in outcome.findings
        if finding.verdict == "altered"
        and not (
            finding.differences
            and all(difference.text != difference.record for difference in finding.differences)
        )
    ]
    assert not blank, blank[:5]


def test_true_variants_pass() -> None:
    right = sum(outcome.right for outcome in of_true())
    assert right >= 0.99 * len(of_true()), report(of_true())


@pytest.mark.parametrize("path", [FROZEN, INVENTED], ids=["frozen", "invented"])
def test_variants_depend_only_on_the_seed(path: Path) -> None:
    source = source_of(path, CUTS_FILE)
    drawn = [list(cases(source, seed, 90, 60)) for seed in (7, 7, 8)]
    assert drawn[0] == drawn[1] != drawn[2]


def test_the_invented_record_has_variants_of_every_class() -> None:
    drawn = cases(source_of(INVENTED, CUTS_FILE), 0, 2 * len(ALTERED), 2 * len(CUTS | DRESSES))
    assert {case.name for case in drawn} == set(ALTERED) | set(CUTS) | set(DRESSES)
