"""The longer test run of `make fuzz`: mutated knowledge files, drafts, sources, indexes and command lines.

No input may cause exit code 70, take longer than `PATIENCE`, or print a character that controls a terminal.

Variants of quotations are tried, too, and no altered one may pass. The environment variable `CASES` sets the
number of each kind; there are ten times as many variants. The name of this file keeps it out of the usual
tests.
"""

from __future__ import annotations

import io
import os
import random
import re
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from support.frozen import FROZEN
from support.lake import HILL, LAKE, lake, run_cli
from support.variants import SHARE_OF_TRUE, outcomes, report

from tajikcli.commands import COMMANDS
from tajikcli.text import is_control

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

CASES = int(os.environ.get("CASES", "10000"))
LONG = settings(
    max_examples=CASES,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
RECORDS = [LAKE.encode(), HILL.encode(), FROZEN.read_bytes()[:6000]]
DRAFT = "“Tajikistan is a reliable ally,” Putin said.\n\n> Trade rose 30% to $1.97 billion.\n> — Rahmon\n\n«Наши отношения» ‘x’ „y“ [z] …"
PAGE = f"<html><body><nav>x</nav><p>{DRAFT}</p><q>a b c</q><blockquote>d e f<cite>Putin</cite></blockquote></body></html>"
BITS = [
    b"&a ", b"*a", b"!!python/object/apply:os.system [x]", b"<<: ", b"---\n", b"...\n", b"? ", b"- ", b": ", b"{", b"}", b"[", b"]", b"'",
    b'"', b"|\n", b">\n", b"#", b"\t", b"\n", b"\0", b"\xff", b"\xc3", b"\xef\xbb\xbf", b"\x1b[31m", b"\xe2\x80\xae", b"%YAML 9\n",
    b"9" * 50, b"9" * 5000, b"-1e999", b"null", b"~", b"yes", b"0x10", b"2024-13", b"id", b"kind: joke", b"x" * 2000, b"1" + b"a" * 19_000 + b"1",
    b"<![ b", b"<![CDATA[", b"<!--", b"-->", b"<!", b"<?x", b"</", b"<a b='", b"&#" + b"1" * 5000 + b";", b"&#x202e;", b"&rlm;", b"<svg>",
    b'<meta charset="undefined">', b"<meta charset=utf-7>", b"<meta charset=windows-1251>", b"\xe2\x80\x8b", b"\xe3\x85\xa4", b"\xcc\x81",
    b"\xc2\x9b31m", b"\xe2\x80\xa8", b"\xed\xa0\x80", b"https://u:p@h/", b"https://:80/", b"www.x.y", b'"=1+1', b"1,000" * 200,
]  # fmt: skip
NAMES = ["", "\x1b[31m", "\x9b\u202e", "a\nb", "\udcff", "%0a::error::x", "é" * 80]
PATIENCE = 20  # seconds for a file of a few kilobytes


@contextmanager
def patience() -> Iterator[None]:
    """Fail if something takes so long that people would think that it hangs."""

    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)


def harmless(text: str, words: tuple[str | Path, ...]) -> bool:
    """Return whether an output has no control characters except tajik's own colours and the line endings of CSV."""
    own = re.sub(r"\x1b\[[\d;]*m", "", text) if "table" in words else text
    return not any(is_control(char) or char == "\r" for char in own.replace("\r\n", "\n"))


def mutated(content: bytes, dice: random.Random) -> bytes:
    """Return bytes in which a few parts are changed, removed, doubled, moved, or replaced with syntax of YAML and HTML."""
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
    """Write the bytes and run a command; the exit code is one of the documented ones."""
    path.write_bytes(data)
    for question in questions:
        words = question(path)
        with patience():
            answer = run_cli(*words)
        assert answer.code in {0, 1, 2, 3}, (words, answer.err)
        assert "Traceback" not in answer.err
        assert harmless(answer.out, words), words
        assert harmless(answer.err, ()), words


@LONG
@given(seed=st.integers(0, 2**64))
def test_mutated_knowledge_files(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)  # noqa: S311 - dice
    asked(
        tmp_path / f"record{dice.choice(NAMES)}.yaml",
        mutated(dice.choice(RECORDS), dice),
        lambda path: (
            "lint",
            path,
            "--format",
            dice.choice(["plain", "json", "csv", "yaml", "markdown", "table"]),
        ),
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
        tmp_path / f"{dice.choice(NAMES)}{name}",
        mutated(content.encode(), dice),
        lambda path: ("check", path, "--format", dice.choice(["json", "table", "github", "csv", "yaml"])),
        lambda path: ("verify", "asia-plus", path, "--format", dice.choice(["json", "table", "plain"])),
    )


@LONG
@given(seed=st.integers(0, 2**64))
def test_damaged_indexes(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However the cache is damaged, the answer is that of the knowledge file."""
    dice = random.Random(seed)  # noqa: S311 - dice
    cached = tmp_path / "cache"
    monkeypatch.setenv("TAJIK_CACHE_DIR", str(cached))
    path = lake(tmp_path) if not (tmp_path / "lake.yaml").exists() else tmp_path / "lake.yaml"
    words = dice.choice(
        [["statements"], ["figures"], ["search", "trade"], ["sources"], ["show", "fish-fell"]]
    )
    monkeypatch.setenv("TAJIK_CACHE_DIR", "/dev/null/none")
    expected = run_cli("--file", path, *words, "--json").out
    monkeypatch.setenv("TAJIK_CACHE_DIR", str(cached))
    run_cli("--file", path, "facts")
    for _ in range(dice.choice([1, 2])):
        victim = dice.choice([file for file in sorted(cached.iterdir()) if file.is_file()])
        status = victim.stat()
        content = bytearray(victim.read_bytes())
        for _ in range(dice.choice([1, 10, 1000])):
            if content:
                content[dice.randrange(len(content))] = dice.randrange(256)
        with open(victim, "r+b") as file:
            file.write(content)
            file.truncate(dice.choice([len(content), dice.randrange(len(content) + 1)]))
        os.utime(victim, ns=(status.st_atime_ns, status.st_mtime_ns))
    with patience():
        answer = run_cli("--file", path, *words, "--json")
    assert (answer.code, answer.out) == (0, expected)
    assert "index" not in answer.err


WORDS = [
    *COMMANDS, "--file", "--json", "--format", "json", "yaml", "table", "--fields", "id,text", "--speaker", "putin", "trade", "--limit", "-1",
    "0", "3", "--since", "2024", "2024-12/2025", "--words", "a reliable ally", "putin-relations", "--as", "bibtex", "--", "-e", "", " ", "\x1b[31m",
    "é", "\udcff", "*", "%", "--kind", "quote", "--help", "--text", "--complete", "asia-plus", "--no-pager", "--lang", "en", "--via", "kremlin",
]  # fmt: skip


@LONG
@given(words=st.lists(st.sampled_from(WORDS) | st.text(max_size=12), max_size=6))
def test_any_command_line(words: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    if {"cache", "lint", "export", "mcp"} & set(words):
        return  # a random path may be a whole disk or a user's file, and a server talks to another program
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))
    with patience():
        answer = run_cli(*words)
    assert answer.code in {0, 1, 2, 3}, (words, answer.err)
    assert "Traceback" not in answer.err
    assert harmless(answer.err, ()), words


@pytest.mark.parametrize("seed", range(1, 11))
def test_variants_of_quotations(seed: int) -> None:
    altered = list(outcomes(seed, int(CASES * (1 - SHARE_OF_TRUE)), 0))
    assert all(outcome.right for outcome in altered), report(altered)
    true = list(outcomes(seed, 0, int(CASES * SHARE_OF_TRUE)))
    assert sum(outcome.right for outcome in true) >= 0.99 * len(true), report(true)
