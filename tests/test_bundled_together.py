"""`--bundled`: the bundled record together with the user's own files."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest
from support.lake import lake, run_cli

from tajikcli import open_record
from tajikcli.paths import bundled_record

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.bundled


def meetings(*words: str | Path) -> list[str]:
    answer = run_cli(*words, "meetings", "--json")
    assert answer.code == 0, answer.err
    return [meeting["id"] for meeting in answer.json]


def test_it_is_read_after_the_files_that_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It follows the files of --file or TAJIK_FACTS; without such files, it is read anyway."""
    path = lake(tmp_path)
    both = ["lake-2031", "igora-2024"]
    assert meetings("--file", path, "--bundled") == both
    assert meetings("--bundled", "--file", path) == both
    assert meetings("--bundled") == ["igora-2024"] == meetings()
    assert meetings("--file", path) == ["lake-2031"]
    monkeypatch.setenv("TAJIK_FACTS", str(path))
    assert meetings("--bundled") == both
    assert meetings() == ["lake-2031"]


def test_named_twice_it_is_read_once(tmp_path: Path) -> None:
    """This includes naming it by its path."""
    assert meetings("--file", bundled_record(), "--bundled", "--bundled") == ["igora-2024"]
    assert meetings("--file", lake(tmp_path), "--file", bundled_record(), "--bundled") == [
        "lake-2031",
        "igora-2024",
    ]


def test_no_file_can_be_mistaken_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With --file, tajik reads the named file, whatever its name is."""
    monkeypatch.chdir(tmp_path)
    for name in ("bundled", "@bundled", "--bundled", "facts.yaml"):
        lake(tmp_path).rename(tmp_path / name)
        assert meetings(f"--file={name}") == ["lake-2031"]


def test_every_command_answers_from_both(tmp_path: Path) -> None:
    """This includes search, check, lint and the note of cache; ids are full if necessary."""
    path = lake(tmp_path)
    both = ("--file", path, "--bundled")
    assert {one["meeting"] for one in run_cli(*both, "quotes", "--json").json} == {"lake-2031", "igora-2024"}
    assert run_cli(*both, "show", "igora-2024/trade-volume").code == 0
    assert run_cli(*both, "lint").code == 0
    assert f"{path}, {bundled_record()} (--file and --bundled)" in run_cli(*both, "cache").err
    assert (
        "igora-2024/putin-relations"
        in run_cli(*both, "check", "--text", "Putin: “a reliable ally and a strong”", "--json").out
    )
    answer = run_cli("topics", "--bundled")
    assert answer.code == 2
    assert "--bundled comes before the command: tajik --bundled COMMAND" in answer.err


def test_a_script_reads_both_too(tmp_path: Path) -> None:
    """This includes a record that is pickled for another process."""
    with open_record(lake(tmp_path), bundled=True) as record:
        assert [meeting.id for meeting in record.meetings()] == ["lake-2031", "igora-2024"]
        with pickle.loads(pickle.dumps(record)) as again:  # noqa: S301 - our own
            assert again.meetings() == record.meetings()
