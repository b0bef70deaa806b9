"""The longer run of `make fuzz`: mutated knowledge files, drafts, sources and command lines, none of which may end in exit 70.

`CASES` in the environment says how many of each kind. Not part of the usual tests; their file is named so that pytest does not
find it.
"""

from __future__ import annotations

import io
import os
import random
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lake import HILL, LAKE, run

from tajikcli.commands import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

ROOT = Path(__file__).parents[1]
CASES = int(os.environ.get("CASES", "10000"))
LONG = settings(
    max_examples=CASES,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
RECORDS = [LAKE.encode(), HILL.encode(), (ROOT / "facts.yaml").read_bytes()[:6000]]
DRAFT = "“Tajikistan is a reliable ally,” Putin said.\n\n> Trade rose 30% to $1.97 billion.\n> — Rahmon\n\n«Наши отношения» ‘x’ „y“ [z] …"
PAGE = f"<html><body><nav>x</nav><p>{DRAFT}</p><q>a b c</q><blockquote>d e f<cite>Putin</cite></blockquote></body></html>"
BITS = [
    b"&a ", b"*a", b"!!python/object/apply:os.system [x]", b"<<: ", b"---\n", b"...\n", b"? ", b"- ", b": ", b"{", b"}", b"[", b"]", b"'",
    b'"', b"|\n", b">\n", b"#", b"\t", b"\n", b"\0", b"\xff", b"\xc3", b"\xef\xbb\xbf", b"\x1b[31m", b"\xe2\x80\xae", b"%YAML 9\n",
    b"9" * 50, b"-1e999", b"null", b"~", b"yes", b"0x10", b"2024-13", b"id", b"kind: joke", b"x" * 2000,
]  # fmt: skip


def mutated(content: bytes, dice: random.Random) -> bytes:
    """Return bytes with a few places changed, left out, doubled, moved, or replaced by what YAML and HTML take as syntax."""
    data = bytearray(content)
    for _ in range(dice.choice([1, 1, 1, 2, 3, 8])):
        start = dice.randrange(len(data) + 1)
        end = min(len(data), start + dice.choice([0, 1, 1, 4, 20, 200]))
        how = dice.randrange(5)
        if how == 0:
            del data[start:end]
        elif how == 1:
            data[start:end] = dice.choice(BITS)
        elif how == 2:
            data[start:start] = data[start:end]
        elif how == 3:
            data[start:end] = bytes(dice.randrange(256) for _ in range(end - start))
        else:
            piece = bytes(data[start:end])
            del data[start:end]
            place = dice.randrange(len(data) + 1)
            data[place:place] = piece
    return bytes(data)


def asked(path: Path, data: bytes, *questions: Callable[[Path], tuple[str | Path, ...]]) -> None:
    """Write the bytes and ask; every answer is one of those that are promised."""
    path.write_bytes(data)
    for question in questions:
        answer = run(*question(path))
        assert answer.code in {0, 1, 2, 3}, (question(path), answer.err)
        assert "Traceback" not in answer.err


@LONG
@given(seed=st.integers(0, 2**64))
def test_mutated_knowledge_files(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)  # noqa: S311 - dice
    asked(
        tmp_path / "record.yaml",
        mutated(dice.choice(RECORDS), dice),
        lambda path: ("lint", path),
        lambda path: ("--file", path, dice.choice(["statements", "figures", "sources", "compare"]), "--json"),
        lambda path: (
            "--file",
            path,
            "search",
            "trade",
            "--format",
            dice.choice(["plain", "csv", "yaml", "table"]),
        ),
    )


@LONG
@given(seed=st.integers(0, 2**64))
def test_mutated_drafts_and_sources(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)  # noqa: S311 - dice
    content, name = dice.choice(
        [(DRAFT, "draft.md"), (PAGE, "page.html"), (DRAFT, "draft.txt"), (PAGE, "stdin")]
    )
    asked(
        tmp_path / name,
        mutated(content.encode(), dice),
        lambda path: ("check", path, "--format", dice.choice(["json", "table", "github", "csv", "yaml"])),
        lambda path: ("verify", "asia-plus", path, "--format", dice.choice(["json", "table", "plain"])),
    )


WORDS = [
    *COMMANDS, "--file", "--json", "--format", "json", "yaml", "table", "--fields", "id,text", "--speaker", "putin", "trade", "--limit", "-1",
    "0", "3", "--since", "2024", "2024-12/2025", "--words", "a reliable ally", "putin-relations", "--as", "bibtex", "--", "-e", "", " ", "\x1b[31m",
    "é", "\udcff", "*", "%", "--kind", "quote", "--help", "--text", "--complete", "asia-plus", "--no-pager", "--lang", "en", "--via", "kremlin",
]  # fmt: skip


@LONG
@given(words=st.lists(st.sampled_from(WORDS) | st.text(max_size=12), max_size=6))
def test_any_command_line(words: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    if "cache" in words or "lint" in words:
        return  # a random path may be a whole disk
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))
    answer = run(*words)
    assert answer.code in {0, 1, 2, 3}, (words, answer.err)
    assert "Traceback" not in answer.err
