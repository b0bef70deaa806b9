"""Ids are permanent: the id of a merged statement finds the statement that replaces it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.lake import HILL, LAKE, Answer, lake, run_cli

from tajikcli import open_record
from tajikcli.repository.rows import open_rows

if TYPE_CHECKING:
    from pathlib import Path

MERGED = LAKE.replace(
    "  - id: trade-growth\n", "  - id: trade-growth\n    was: [trade-rose, turnover-rose]\n"
)


@pytest.fixture
def merged(tmp_path: Path) -> Path:
    """A record in which two statements were merged, while a third statement still links to the old id."""
    path = lake(tmp_path)
    text = MERGED.replace("{to: trade-growth, as: conflicts}", "{to: trade-rose, as: conflicts}")
    assert "was:" in text
    assert "trade-rose, as" in text
    path.write_text(text, encoding="utf-8")
    return path


def asked(path: Path, *words: str) -> Answer:
    answer = run_cli("--file", path, *words)
    assert answer.code == 0, answer.err
    return answer


@pytest.mark.parametrize("old", ["trade-rose", "turnover-rose"])
def test_show_prints_the_statement_that_replaces_it_and_says_so(merged: Path, old: str) -> None:
    answer = asked(merged, "show", old, "--json")
    assert [row["id"] for row in answer.json] == ["trade-growth"]
    assert answer.err == f"tajik: '{old}' was merged into trade-growth\n"


def test_the_full_form_of_a_merged_id_gets_a_full_id_in_the_note(merged: Path) -> None:
    answer = asked(merged, "show", "lake-2031/trade-rose", "--json")
    assert [row["id"] for row in answer.json] == ["trade-growth"]
    assert answer.err == "tajik: 'lake-2031/trade-rose' was merged into lake-2031/trade-growth\n"


def test_cite_does_the_same(merged: Path) -> None:
    old, new = asked(merged, "cite", "trade-rose"), asked(merged, "cite", "trade-growth")
    assert old.out == new.out
    assert (old.err, new.err) == ("tajik: 'trade-rose' was merged into trade-growth\n", "")
    # the same statement is cited only once
    assert asked(merged, "cite", "trade-rose", "trade-growth").out == new.out


def test_a_current_id_is_answered_without_a_note(merged: Path) -> None:
    assert asked(merged, "show", "trade-growth").err == ""


def test_a_script_finds_it_too(merged: Path) -> None:
    with open_record(merged) as record:
        assert record.show("trade-rose") == record.show("trade-growth")


def test_links_to_it_lead_to_the_statement_that_replaces_it(merged: Path) -> None:
    (row,) = asked(merged, "show", "berg-schools", "--json").json
    assert row["links"] == [{"to": "trade-growth", "as": "conflicts"}]
    assert "berg-schools" in asked(merged, "show", "trade-growth", "--format", "table").out
    linked = asked(merged, "compare", "--json").json["linked"]
    pairs = [{one["id"] for one in pair["statements"]} for pair in linked]
    assert {"berg-schools", "trade-growth"} in pairs


def test_links_from_another_file_find_it(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "1-lake.yaml").write_text(MERGED, encoding="utf-8")
    hill = HILL.replace("lake-2031/trade-growth", "lake-2031/trade-rose")
    assert hill != HILL
    (folder / "2-hill.yaml").write_text(hill, encoding="utf-8")
    assert run_cli("lint", folder).code == 0
    shown = asked(folder, "show", "lake-2031/trade-growth", "--format", "table").out
    assert "corrected by hill-2032/hill-words" in shown
    assert "lake-2031/trade-growth" in asked(folder, "show", "hill-words", "--format", "table").out
    assert asked(folder, "compare", "--json").json["linked"]
    (folder / "2-hill.yaml").write_text(hill.replace("trade-rose", "trade-roze"), encoding="utf-8")
    assert run_cli("lint", folder).code == 1


def test_an_id_of_one_meeting_that_was_merged_in_another_is_ambiguous(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "1-lake.yaml").write_text(MERGED.replace("trade-rose", "hill-words"), encoding="utf-8")
    (folder / "2-hill.yaml").write_text(HILL, encoding="utf-8")
    answer = run_cli("--file", folder, "show", "hill-words")
    assert (answer.code, answer.out) == (2, "")
    assert "lake-2031/trade-growth" in answer.err
    assert "hill-2032/hill-words" in answer.err


def test_it_is_neither_listed_nor_offered(merged: Path) -> None:
    assert "trade-rose" not in asked(merged, "statements", "--json").out
    with open_rows([str(merged)]) as rows:
        assert [name for name, _ in rows.completions("id", "trade")] == ["trade-growth"]


def test_an_index_follows_when_statements_are_merged_and_separated_again(tmp_path: Path) -> None:
    path = lake(tmp_path)
    assert run_cli("--file", path, "show", "trade-rose").code == 2
    path.write_text(MERGED, encoding="utf-8")
    assert run_cli("--file", path, "show", "trade-rose").code == 0
    path.write_text(LAKE, encoding="utf-8")
    assert run_cli("--file", path, "show", "trade-rose").code == 2


@pytest.mark.parametrize(
    ("was", "fault"),
    [
        (
            "[fish-fell]",
            "'fish-fell' is the id of statement 4 in this file; the id of a merged statement cannot be used again",
        ),
        ("[trade-growth]", "'trade-growth' is the id of statement 1 in this file"),
        (
            "[old, old]",
            "'old' is already listed under 'was' in 'trade-growth'; remove it from one of the two statements",
        ),
        ("[Old Id]", "expected a slug"),
    ],
)
def test_an_id_stands_for_one_statement(tmp_path: Path, was: str, fault: str) -> None:
    path = lake(tmp_path)
    path.write_text(MERGED.replace("[trade-rose, turnover-rose]", was), encoding="utf-8")
    answer = run_cli("lint", path)
    assert answer.code == 1
    assert fault in answer.out


def test_two_statements_cannot_replace_the_same_one(tmp_path: Path) -> None:
    path = lake(tmp_path)
    text = MERGED.replace("  - id: fish-fell\n", "  - id: fish-fell\n    was: [trade-rose]\n")
    path.write_text(text, encoding="utf-8")
    answer = run_cli("lint", path)
    assert answer.code == 1
    assert "'trade-rose' is already listed under 'was' in 'trade-growth'" in answer.out


def test_lint_warns_about_a_link_that_still_has_the_old_id(merged: Path) -> None:
    answer = run_cli("lint", merged)
    assert answer.code == 0
    assert "warning: 'trade-rose' was merged into 'trade-growth'; link to that statement" in answer.out


def test_a_statement_cant_link_to_itself_by_an_old_id(tmp_path: Path) -> None:
    path = lake(tmp_path)
    text = MERGED.replace(
        "shared by President Orlova}]\n",
        "shared by President Orlova}]\n    links: [{to: trade-rose, as: restates}]\n",
    )
    assert text != MERGED
    path.write_text(text, encoding="utf-8")
    answer = run_cli("lint", path)
    assert answer.code == 1
    assert "'trade-rose' was merged into 'trade-growth', so the statement would link to itself" in answer.out
