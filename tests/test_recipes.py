"""The recipes of docs/data.md run unchanged on the output of `--format jsonl`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from support.lake import run_cli

from tajikcli import open_record

PAGE = (Path(__file__).parents[1] / "docs" / "data.md").read_text(encoding="utf-8")
RECIPES = re.findall(r"^```python recipe ([\w ]+)\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
pytestmark = pytest.mark.bundled


def printed(needs: str, code: str, folder: Path) -> str:
    for name in needs.split():
        if find_spec(name) is None:
            pytest.skip(f"{name} is not installed here; 'make recipes' installs it, and so does .ci/run")
    for command in re.findall(r"^tajik (\w+ --format jsonl) > (\S+)", PAGE, re.MULTILINE):
        answer = run_cli(*command[0].split())
        assert answer.code == 0
        (folder / command[1]).write_text(answer.out, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def recipe(needs: str) -> str:
    codes: list[str] = [code for names, code in RECIPES if names == needs]
    (code,) = codes
    return code


def test_every_recipe_has_a_test() -> None:
    """A new recipe cannot remain untested."""
    assert {needs for needs, _ in RECIPES} == {"pandas", "duckdb", "duckdb pyarrow"}


def test_pandas_reads_figures_with_every_digit(tmp_path: Path) -> None:
    out = printed("pandas", recipe("pandas") + "print(figures['value'].dropna().to_list())", tmp_path)
    with open_record() as record:
        figures = record.figures()
    assert repr([one.value for one in figures if one.value is not None]) in out
    for one in figures:
        if one.measure == "two-way-trade" and one.amount is not None:
            assert one.source in out


def test_duckdb_counts_quotes_by_speaker(tmp_path: Path) -> None:
    out = printed("duckdb", recipe("duckdb"), tmp_path)
    with open_record() as record:
        for speaker in record.speakers():
            if speaker.quotes:
                assert re.search(rf"{speaker.name}\s*│\s*{speaker.quotes} ", out)


def test_parquet_has_every_statement(tmp_path: Path) -> None:
    out = printed("duckdb pyarrow", recipe("duckdb pyarrow"), tmp_path)
    with open_record() as record:
        assert f"{len(record.statements())} statements" in out
