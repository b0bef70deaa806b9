"""The README is short, has a picture of real output, and links to every other page."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

sys.path.insert(0, str(ROOT / "tools"))

import screens  # noqa: E402

import docs  # noqa: E402 - it is in tools/, which is not a package

pytestmark = pytest.mark.bundled


def test_the_readme_has_fewer_than_1200_words() -> None:
    """Everything else has its own page."""
    assert len(README.split()) < 1200


def test_the_first_screen_says_what_tajik_is_for_whom_and_why_to_trust_it() -> None:
    """It does so in 40 lines, before the picture and the first heading."""
    start = README.partition("\n## ")[0]
    assert len(start.splitlines()) < 40
    for promise in (
        "answers questions about a diplomatic meeting",
        "It is for people who",
        "**Why you can trust it**",
        "](docs/check.svg)",
    ):
        assert promise in start


def test_the_readme_links_to_every_page() -> None:
    """The README links to every page."""
    for page in sorted((ROOT / "docs").glob("*.md")):
        assert f"](docs/{page.name})" in README, page.name


def test_the_readme_shows_the_first_questions() -> None:
    """It shows facts, quotes, JSON for a script, a draft to check, two commands, and each way to install."""
    shown = [example.command for example in screens.examples(README)]
    for start in ("tajik facts trade", "tajik quotes --speaker putin", "cat draft.md"):
        assert [command for command in shown if command.startswith(start)], start
    assert [command for command in shown if "--json | jq" in command]
    for line in (
        "make run ",
        "make test ",
        "pip install .",
        "pipx install .",
        "uvx --from . tajik",
        "py -m venv .venv",
    ):
        assert f"\n{line}" in README


def test_the_picture_shows_what_tajik_prints_for_the_draft_in_the_readme(tmp_path: Path) -> None:
    """If this fails, run `make docs` to draw it again."""
    assert docs.PICTURE.read_text(encoding="utf-8") == docs.drawn(tmp_path)


def test_the_picture_loads_nothing_and_has_the_words_of_the_page(tmp_path: Path) -> None:
    """It uses no external font or style, and has each line of the page in order."""
    svg = docs.PICTURE.read_text(encoding="utf-8")
    assert set(re.findall(r"https?://[^\"]*", svg)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"@font-face|@import|url\((?!#)", svg)
    tree = ET.fromstring(svg)  # noqa: S314 - our own file
    drawn = "".join("".join(text.itertext()) for text in tree.iter("{http://www.w3.org/2000/svg}text"))
    draft = next(example for example in screens.examples(README) if example.command == "cat draft.md")
    screens.run(draft, tmp_path)
    page = screens.run(screens.Example("tajik check draft.md", ""), tmp_path)
    assert "".join(page.split()) in "".join(drawn.split())
