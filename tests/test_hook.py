"""The hook that https://pre-commit.com runs if a configuration names this repository."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.lake import run_cli

HOOKS = Path(__file__).parents[1] / ".pre-commit-hooks.yaml"
pytestmark = pytest.mark.skipif(not HOOKS.exists(), reason="only a checkout has the hook, no package")


@pytest.fixture
def hook() -> dict[str, Any]:
    """The hook as pre-commit reads it."""
    hooks: list[dict[str, Any]] = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
    (one,) = hooks
    return one


def test_the_hook_has_everything_that_pre_commit_requires(hook: dict[str, Any]) -> None:
    """It has an id, a name, a command, a way to install it, and the types of files."""
    assert {"id", "name", "entry", "language"} <= set(hook)
    assert hook["language"] == "python"
    assert {"markdown", "html", "plain-text"} == set(hook["types_or"])


def test_the_hook_prints_faults_with_what_is_on_record(hook: dict[str, Any], tmp_path: Path) -> None:
    """Files without a fault occur only in the last line."""
    right, wrong = tmp_path / "right.md", tmp_path / "wrong.md"
    right.write_text("“Tajikistan is a reliable ally,” Putin said.", encoding="utf-8")
    wrong.write_text("“Tajikistan is our closest ally,” Putin said.", encoding="utf-8")
    command = shlex.split(hook["entry"])
    assert command[0] == "tajik"
    answer = run_cli(*command[1:], right, wrong)
    assert answer.code == 1
    assert "on record: “Tajikistan is our ally”" in answer.out
    assert "Vladimir Putin → Trend News Agency" in answer.out
    assert "right.md" not in answer.out + answer.err
    assert run_cli(*command[1:], right).code == 0
