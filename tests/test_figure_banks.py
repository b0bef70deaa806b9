"""No wrong figure passes in silence, and no true one is a fault: banks of sentences in English, Russian and Tajik."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pytest
from support.frozen import FROZEN
from support.lake import run_cli
from support.tables import read

from tajikcli.documents import Document
from tajikcli.model.faults import is_faulty
from tajikcli.repository.rows import open_rows

if TYPE_CHECKING:
    from pathlib import Path

    from tajikcli.repository.places import Examined

# A bank, and the record whose figures its sentences have.
BANKS = {
    "figures_igora.yaml": FROZEN,
    "figures_igora_second.yaml": FROZEN,
    "figures_igora_third.yaml": FROZEN,
    "figures_igora_fourth.yaml": FROZEN,
    "figures_igora_fifth.yaml": FROZEN,
    "figures_igora_sixth.yaml": FROZEN,
    "figures_igora_seventh.yaml": FROZEN,
    "figures_igora_eighth.yaml": FROZEN,
    "figures_igora_ninth.yaml": FROZEN,
    "figures_igora_tenth.yaml": FROZEN,
    "figures_igora_eleventh.yaml": FROZEN,
    "figures_bishkek.yaml": FROZEN.parent / "bishkek-2023.yaml",
}


@lru_cache
def examined(bank: str) -> dict[str, Examined]:
    with open_rows([str(BANKS[bank])]) as rows:
        checker = rows.checker()
        texts = [row["text"] for row in read(bank)]
        return {text: checker.examine(Document("-", text, html=text.startswith("<"))) for text in texts}


CASES = [
    pytest.param(bank, row, id=f"{row['is']} {row.get('by', '')}: {row['text']}")
    for bank in BANKS
    for row in read(bank)
]


@pytest.mark.parametrize(("bank", "row"), CASES)
def test_a_true_figure_agrees_and_a_wrong_one_is_a_fault_or_is_said_not_to_be_judged(
    bank: str, row: dict[str, Any]
) -> None:
    """The figure of a row with a `reason` is not judged for that reason, and a sentence about another matter has no verdict."""
    one = examined(bank)[row["text"]]
    figures = [found.finding for found in one.found if found.finding["finding"] == "figure"]
    faults = [finding["text"] for finding in figures if is_faulty(finding)]
    if row["is"] is not False:
        assert faults == []
    if row["is"] == "other":
        assert figures == []
    elif "reason" in row:
        assert faults == []
        assert row["reason"] in {silent["reason"] for silent in one.not_judged}
    elif row["is"]:
        assert figures or row.get("silent")
    else:
        assert faults


def test_the_banks_try_every_kind_of_error() -> None:
    kinds = Counter(row["by"] for bank in BANKS for row in read(bank) if row["is"] is False)
    assert set(kinds) == {
        *(
            "value",
            "unit",
            "scale",
            "bound",
            "period",
            "direction",
            "target",
            "roles",
            "speaker",
            "date",
            "verb",
        )
    }
    assert min(kinds.values()) > 5


@pytest.mark.parametrize(
    ("text", "speaker", "told"),
    [
        ("Putin said trade grew by almost 20 percent.", "putin", "the text names Vladimir Putin, but the record names"),
        ("Both Putin and Ushakov said trade grew by almost 20 percent.", None, "names none of those on record"),
    ],
)  # fmt: skip
def test_a_figure_of_somebody_else_is_reported_on_every_page(
    text: str, speaker: str | None, told: str, tmp_path: Path
) -> None:
    """It is a fault that `--allow-unclear` allows, as for quotations."""
    draft = tmp_path / "draft.md"
    draft.write_text(f"{text}\n", "utf-8")
    (one,) = run_cli("--file", FROZEN, "check", draft, "--json").json
    assert (one["verdict"], one["attribution"], one["speaker"]) == ("agrees", "unclear", speaker)
    for format_ in ("table", "github"):
        answer = run_cli("--file", FROZEN, "check", draft, "--format", format_)
        assert answer.code == 1
        assert told in " ".join(answer.out.split())
    assert run_cli("--file", FROZEN, "check", draft, "--allow-unclear").code == 0
