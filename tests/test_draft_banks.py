"""A draft with one fault does not pass, the same draft without it raises no alarm, and a text on another meeting is compared with nothing."""

from __future__ import annotations

import re
from typing import Any

import pytest
from support.frozen import checker
from support.tables import DATA, read, table

from tajikcli.documents import Document
from tajikcli.model.faults import is_faulty

_FAULT = re.compile(r"\[\[(?P<true>.*?)=>(?P<false>.*?)\]\]", re.DOTALL)


def rows() -> list[dict[str, Any]]:
    return [row for bank in sorted(DATA.glob("drafts_*.yaml")) for row in read(bank.name)]


def faults(text: str) -> set[tuple[str, str, str, str]]:
    """Return the faulty findings of a draft: their kind, verdict, attribution and words."""
    found = checker().check(Document("-", text, html=False))
    return {
        (one["finding"], str(one["verdict"]), str(one["attribution"]), one["text"])
        for one in found
        if is_faulty(one)
    }


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in rows()])
def test_a_true_draft_raises_no_alarm(row: dict[str, Any]) -> None:
    found = faults(_FAULT.sub(r"\g<true>", row["text"]))
    if row.get("unclear"):
        assert {one[2] for one in found} == {"unclear"}
    else:
        assert found == set()


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in rows() if "fault" in row])
def test_a_draft_with_a_fault_does_not_pass(row: dict[str, Any]) -> None:
    """A fault that is not judged is listed with its reason."""
    true, false = (_FAULT.sub(rf"\g<{which}>", row["text"]) for which in ("true", "false"))
    if "listed" in row:
        silent = checker().examine(Document("-", false, html=False)).not_judged
        assert row["listed"] in {one["reason"] for one in silent}
    else:
        assert faults(false) - faults(true)


SHORT = [row for bank in sorted(DATA.glob("short_*.yaml")) for row in read(bank.name)]


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in SHORT])
def test_a_short_draft_has_an_alarm_only_if_it_has_a_fault(row: dict[str, Any]) -> None:
    """A fault is found, or listed with the reason for not judging it."""
    if "listed" in row:
        silent = checker().examine(Document("-", row["text"], html=False)).not_judged
        assert row["listed"] in {one["reason"] for one in silent}
    else:
        assert bool(faults(row["text"])) == ("fault" in row)


def test_the_short_drafts_have_every_kind_of_fault() -> None:
    kinds = {row.get("fault") for row in SHORT}
    assert kinds == {
        None,
        *("number", "unit", "period", "direction", "approx", "measure", "speaker", "date", "rank"),
        *("part-whole", "base"),
    }


@table("other_meetings.yaml", "name", "text")
def test_a_text_on_another_meeting_is_not_compared_with_this_one(name: str, text: str) -> None:
    """Its quotations are not on record, its figures differ from nothing, and its date is no wrong date of the meeting."""
    found = checker().check(Document("-", text, html=False))
    assert {str(one["verdict"]) for one in found} <= {"not_found", "too_short", "agrees"}, name


def test_many_words_of_a_quote_are_verbatim_in_a_text_on_another_meeting_too() -> None:
    text = "Norway's prime minister said: “Tajikistan is our ally and a valuable economic partner.”"
    (found,) = checker().check(Document("-", text, html=False))
    assert (found["verdict"], found["attribution"]) == ("verbatim", "unclear")
