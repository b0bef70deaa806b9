"""Archives: the recipe for Dask runs as documented and finds the same as one process."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from support.frozen import FROZEN, frozen_record

if TYPE_CHECKING:
    from collections.abc import Iterator

GUIDE = Path(__file__).parents[1] / "docs" / "at-scale.md"
TEXTS = (
    "“Tajikistan is a reliable ally,” Putin said. Trade grew by 30 percent.",
    "“Tajikistan is our closest ally,” Putin said.",
    "“Tajikistan is a reliable ally,” Rahmon said, number {}.",
    "Nothing in marks, number {}.",
    "They were “chosen by chance”. “The moon is made of {} cheeses,” he said.",
)
ARTICLES = [{"id": number, "text": TEXTS[number % len(TEXTS)].format(number)} for number in range(200)]


@pytest.mark.skipif(find_spec("distributed") is None, reason="Dask is not installed (pip install '.[scale]')")
@pytest.mark.skipif(not GUIDE.exists(), reason="only a checkout has the documentation")
def test_the_recipe_for_dask_finds_the_same_on_two_workers(tmp_path: Path) -> None:
    """The documented recipe reads files and writes files."""
    recipe = re.search(r"```python recipe\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert recipe is not None
    script = tmp_path / "check_archive.py"
    script.write_text(recipe[1], encoding="utf-8")
    (tmp_path / "articles").mkdir()
    for start in range(0, len(ARTICLES), 50):
        lines = "".join(json.dumps(article) + "\n" for article in ARTICLES[start : start + 50])
        (tmp_path / "articles" / f"{start:03}.jsonl").write_text(lines, encoding="utf-8")
    command = [
        sys.executable,
        script,
        FROZEN,
        tmp_path / "articles" / "*.jsonl",
        tmp_path / "findings" / "*.jsonl",
        "2",
    ]
    ran = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False, timeout=300)
    assert ran.returncode == 0, ran.stderr
    files = sorted((tmp_path / "findings").iterdir())
    found = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    alone = frozen_record().check_many(str(article["text"]) for article in ARTICLES)
    assert len(files) == 4
    assert found == [
        {"id": article["id"], "findings": json.loads(msgspec.json.encode(findings))}
        for article, findings in zip(ARTICLES, alone, strict=True)
    ]
    assert sum(len(article["findings"]) for article in found) == 240


def test_texts_are_read_and_findings_yielded_one_at_a_time() -> None:
    """Both the texts and the findings may be endless streams."""
    taken: list[int] = []

    def texts() -> Iterator[str]:
        number = 0
        while True:
            taken.append(number)
            yield TEXTS[number % len(TEXTS)].format(number)
            number += 1

    found = frozen_record().check_many(texts())
    for number in range(12):
        assert next(found) == frozen_record().check(TEXTS[number % len(TEXTS)].format(number))
        assert taken == list(range(number + 1))


def test_the_data_that_a_checker_keeps_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive of any length fits into memory, and data that was dropped is looked up again."""
    for name in (
        "findings._MOST_JUDGED",
        "candidates._MOST_WORDS",
        "candidates._MOST_CANDIDATES",
        "candidates._MOST_POSTED",
    ):
        monkeypatch.setattr(f"tajikcli.repository.{name}", 10)
    texts = [article["text"] for article in ARTICLES]
    kept = [msgspec.to_builtins(findings) for findings in frozen_record().check_many(map(str, texts))]
    monkeypatch.undo()
    assert kept == [msgspec.to_builtins(findings) for findings in frozen_record().check_many(map(str, texts))]
