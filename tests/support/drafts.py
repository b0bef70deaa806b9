"""Drafts that `tajik extract` writes, as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from support.lake import run_cli

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, text: str, name: str = "article.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def draft(folder: Path, text: str, *options: str, name: str = "article.txt") -> dict[str, Any]:
    """Return the draft of a text, with every scalar as a text."""
    answer = run_cli("extract", write(folder, text, name), *options)
    assert answer.code == 0, answer.err
    value: dict[str, Any] = yaml.load(answer.out, Loader=yaml.CBaseLoader)  # noqa: S506 - texts only
    return value


def quotes(value: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one["speaker"], one["text"]) for one in value["statements"] if one["kind"] == "quote"]


def figures(value: dict[str, Any]) -> list[dict[str, str]]:
    return [figure for one in value["statements"] for figure in one.get("figures", ())]
