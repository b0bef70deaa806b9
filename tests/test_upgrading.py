"""docs/upgrading.md and `lint` agree about records from 0.1."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from support.lake import LAKE, run_cli

PAGE = (Path(__file__).parents[1] / "docs" / "upgrading.md").read_text(encoding="utf-8")
ERRORS = re.findall(
    r"^\| (.*) \| .* \|$", PAGE.partition("| `lint` reports |")[2].partition("\n\n")[0], re.MULTILINE
)


def fact(
    name: str, *links: tuple[str, str], speaker: str = "orlova", text: str = "A fact."
) -> dict[str, object]:
    return {
        "id": name,
        "kind": "paraphrase",
        "speaker": speaker,
        "text": text,
        "evidence": [{"exact": "some words"}],
        "links": [{"to": to, "as": relation} for relation, to in links],
    }


# For each line of the table, facts that have the error and part of the message.
FAULTS: dict[str, tuple[list[dict[str, object]], str]] = {
    "a `restates` link to an account": (
        [fact("one"), fact("two", ("restates", "one")), fact("three", ("restates", "two"))],
        "one",
    ),
    "`restates` links in a cycle, or to two heads": (
        [fact("one", ("restates", "two")), fact("two", ("restates", "one"))],
        "cycle",
    ),
    "`restates` between different speakers or meetings": (
        [fact("one"), fact("two", ("restates", "one"), speaker="berg")],
        "speaker",
    ),
    "`conflicts` to an account": (
        [fact("one"), fact("two", ("restates", "one")), fact("three", ("conflicts", "two"))],
        "one",
    ),
    "invisible or directional characters in a text": ([fact("one", text="A \u200bfact\u202e.")], "U+2"),
    "an address with a password or without a host": ([fact("one")], "url"),
}


def linted(tmp_path: Path, facts: list[dict[str, object]], url: str = "https://example.org/") -> str:
    content = yaml.safe_load(LAKE)
    content["sources"]["herald-2031-05-04"]["url"] = url
    content["statements"] = [{key: value for key, value in one.items() if value != []} for one in facts]
    path = tmp_path / "old.yaml"
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    answer = run_cli("lint", path, "--format", "plain")
    assert answer.code in {0, 1}
    return answer.out if answer.code else ""


def test_the_table_has_exactly_the_errors_that_are_tried() -> None:
    assert [error for error in ERRORS if error.strip("-")] == list(FAULTS)


@pytest.mark.parametrize("error", FAULTS)
def test_lint_reports_what_the_page_names(error: str, tmp_path: Path) -> None:
    """The message has the name or the position that the page promises; without the error, the record is valid."""
    facts, told = FAULTS[error]
    url = "https://me:secret@example.org/" if "address" in error else "https://example.org/"
    assert told in linted(tmp_path, facts, url)
    assert linted(tmp_path, [fact("one")]) == ""


def test_the_new_keys_are_optional_and_read(tmp_path: Path) -> None:
    """The model has each key of the table, and no record has to have one."""
    content = yaml.safe_load(LAKE)
    content["sources"]["herald-2031-05-04"]["archived"] = (
        "https://web.archive.org/web/2031/https://example.org/"
    )
    content["speakers"]["orlova"]["gender"] = "female"
    content["statements"] = [{**fact("one"), "phase": "before", "was": ["older"]}]
    content["statements"][0].pop("links")
    path = tmp_path / "new.yaml"
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    assert run_cli("lint", path).code == 0
    keys = re.findall(r"^\| `(\w+)` on a \w+ \|", PAGE, re.MULTILINE)
    assert keys == ["phase", "was", "gender", "archived"]
