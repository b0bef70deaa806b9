"""Lint warns if the text, the evidence, the figures and the speaker of a fact contradict each other, and never if they agree."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from support.frozen import FROZEN
from support.lake import LAKE, run_cli
from support.tables import table

from tajikcli.model.knowledge import KnowledgeFile, Source, Speaker, StatementEntry
from tajikcli.reader.contradictions import contradictions
from tajikcli.reader.files import read, read_content

if TYPE_CHECKING:
    from collections.abc import Sequence

RECORDS = sorted((Path(__file__).parent / "records").glob("*.yaml"))
PUBLISHED = "2024-12-25"


@cache
def igora() -> KnowledgeFile:
    return read(read_content(str(FROZEN), "igora.yaml"), "igora.yaml")


def told(
    *, published: str | None = PUBLISHED, offices: dict[str, str] | None = None, **fact: Any
) -> list[str]:
    """Return the warnings about a fact with the definitions of the frozen record, from a source with a date.

    Args:
        published: the date.
        offices: the roles of further speakers, by name.
        fact: the fact.
    """
    kind = "paraphrase" if fact.get("speaker") else "narration"
    content = {key: value for key, value in fact.items() if value is not None}
    content["evidence"] = [{"exact": exact} for exact in content.get("evidence", ())]
    statement = msgspec.convert({"id": "fact", "kind": kind, **content}, StatementEntry, strict=False)
    source = Source(publisher="Herald", language="en", published=published)
    others = {name.split()[-1].casefold(): Speaker(name, role=role) for name, role in (offices or {}).items()}
    speakers = igora().speakers | others
    record = msgspec.structs.replace(
        igora(), statements=[statement], sources={"herald": source}, speakers=speakers
    )
    return [fault.message for fault in contradictions(record)]


@table("contradictions.yaml", "text", "speaker", "figures", "evidence", "contrary", "offices")
def test_a_part_of_a_fact_that_contradicts_another_is_shown_and_nothing_else(  # noqa: PLR0917
    text: str,
    speaker: str | None,
    figures: Sequence[dict[str, Any]] | None,
    evidence: Sequence[str],
    contrary: str | None,
    offices: dict[str, str] | None,
) -> None:
    written = [{key: str(value) for key, value in one.items()} for one in figures or ()]
    found = told(text=text, speaker=speaker, figures=written, evidence=evidence, offices=offices)
    assert bool(found) == bool(contrary), found
    assert contrary is None or any(contrary in message for message in found), found


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_no_fact_of_a_record_contradicts_itself(path: Path) -> None:
    """The records have hundreds of facts that people compared with their sources."""
    assert list(contradictions(read(path.read_bytes(), path.name))) == []


def test_the_warning_has_the_position_and_both_parts_and_does_not_change_the_exit_code(
    tmp_path: Path,
) -> None:
    path = tmp_path / "lake.yaml"
    path.write_text(LAKE.replace("nearly a fifth, to 1.2 billion", "nearly a third, to 1.2 billion"), "utf-8")
    printed = run_cli("lint", path, "--format", "plain")
    place = next(
        number for number, line in enumerate(path.read_text("utf-8").splitlines(), 1) if "a third" in line
    )
    message = (
        "the text has “a third”, but the figure is up by almost 20 percent (2031); expected the same number"
    )
    assert f"{path}:{place}:11: warning: {message}" in printed.out
    assert printed.code == 0


def test_a_fact_that_says_that_somebody_else_said_it_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "lake.yaml"
    path.write_text(
        LAKE.replace("text: Trade grew by nearly", "text: Jón Berg said trade grew by nearly"), "utf-8"
    )
    message = "the text says that Jón Berg said it, but the speaker is 'orlova'; expected the same person"
    assert message in run_cli("lint", path, "--format", "plain").out


@pytest.mark.parametrize(
    ("published", "contrary"), [("2024-12-25", True), ("2025-01-02", False), (None, False)]
)
def test_last_year_is_counted_only_from_a_source_of_the_year_of_the_meeting(
    published: str | None, *, contrary: bool
) -> None:
    """A report in January may mean another year than the words that it reports."""
    growth = {"measure": "two-way-trade", "change": "8", "unit": "percent", "period": "2022"}
    text = "Trade grew by 8 percent last year."
    assert bool(told(published=published, text=text, figures=[growth])) == contrary


def test_a_fact_with_too_many_figures_for_a_person_takes_no_time() -> None:
    figures = [{"measure": "two-way-trade", "value": str(value), "unit": "percent"} for value in range(5_000)]
    exact = " ".join(f"{value}%" for value in range(1_000, 1_008))
    assert told(text="Trade grew.", figures=figures, evidence=[exact] * 5_000) == []
