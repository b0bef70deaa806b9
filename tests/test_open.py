"""`tajik open`: the source at the words, in a browser that gets the address unchanged and without a shell."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from support.lake import lake, run_cli

from tajikcli.errors import UseError
from tajikcli.index.connection import opened
from tajikcli.repository.cite import address_of
from tajikcli.repository.rows import Rows, open_rows

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "https://example.org/a"
COPY = "https://web.archive.org/web/2031/https://example.org/a"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = lake(tmp_path)
    text, count = re.subn(
        "url: .*", f"url: {ADDRESS}\\n    archived: {COPY}", path.read_text(encoding="utf-8")
    )
    assert count == 1
    path.write_text(text, encoding="utf-8")
    return path


def opened_by(record: Path, folder: Path, *words: str) -> tuple[list[str], Any]:
    """Run `tajik open` with a browser that records its arguments; return these and the result of tajik."""
    browser = folder / "browser"
    browser.write_text(
        f"#!/bin/sh\nprintf '%s\\n' \"$@\" > {shlex.quote(str(folder / 'seen'))}\n", encoding="utf-8"
    )
    browser.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-m", "tajikcli", "--file", record, "open", *words],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "BROWSER": str(browser)},
    )
    seen = folder / "seen"
    return seen.read_text(encoding="utf-8").splitlines() if seen.exists() else [], done


@pytest.mark.skipif(os.name == "nt", reason="the browser of this test is a script")
def test_the_browser_opens_the_source_at_the_words(record: Path, tmp_path: Path) -> None:
    """The browser gets one argument, whatever the address contains, and stdout stays empty."""
    seen, done = opened_by(record, tmp_path, "trade-growth")
    assert (done.returncode, done.stdout) == (0, "")
    assert seen == [f"{ADDRESS}#:~:text=almost%20a%20fifth&text=shared%20by%20President%20Orlova"]
    assert done.stderr == f"tajik: opening {seen[0]}\n"


@pytest.mark.skipif(os.name == "nt", reason="the browser of this test is a script")
def test_the_archived_copy_can_be_opened_instead(record: Path, tmp_path: Path) -> None:
    seen, done = opened_by(record, tmp_path, "trade-growth", "--archived")
    assert done.returncode == 0
    assert seen[0].startswith(f"{COPY}#:~:text=")


@pytest.mark.skipif(os.name == "nt", reason="the browser of this test is a script")
def test_no_shell_reads_the_address(record: Path, tmp_path: Path) -> None:
    """An address from a stranger's record is one argument, even if a shell would execute it."""
    text = record.read_text(encoding="utf-8")
    hostile = f"https://example.org/$(touch${{IFS}}{tmp_path.name});touch%20x&touch"
    record.write_text(text.replace(f"url: {ADDRESS}", f'url: "{hostile}"'), encoding="utf-8")
    seen, done = opened_by(record, tmp_path, "trade-growth")
    if done.returncode == 3:  # lint refuses braces, so nothing is opened
        hostile = "https://example.org/$(touch);touch%20x&touch"
        record.write_text(text.replace(f"url: {ADDRESS}", f'url: "{hostile}"'), encoding="utf-8")
        seen, done = opened_by(record, tmp_path, "trade-growth")
    assert [one.partition("#")[0] for one in seen] == [hostile]


@pytest.mark.skipif(
    os.name == "nt" or sys.platform == "darwin", reason="these systems have a browser of their own"
)
def test_without_a_browser_the_address_is_printed(record: Path, tmp_path: Path) -> None:
    """The exit code says that no browser was opened."""
    environment = {name: value for name, value in os.environ.items() if name not in {"BROWSER", "DISPLAY"}}
    done = subprocess.run(
        [sys.executable, "-m", "tajikcli", "--file", record, "open", "trade-growth"],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**environment, "PATH": str(tmp_path)},
    )
    assert (done.returncode, done.stdout) == (2, "")
    first, second = done.stderr.splitlines()
    assert first.startswith(f"tajik: opening {ADDRESS}#:~:text=")
    assert "cannot start a web browser" in second


def test_the_address_can_be_printed(record: Path) -> None:
    """This is for scripts, and for machines without a browser."""
    answer = run_cli("--file", record, "open", "trade-growth", "--print")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(f"{ADDRESS}#:~:text=")


def test_an_address_that_cannot_be_opened_is_reported_in_one_line(tmp_path: Path) -> None:
    """This covers an unknown id, a source without an address, and a source without an archived copy."""
    path = lake(tmp_path)
    for words, told in (
        (("open", "trade-grwth"), "unknown id 'trade-grwth'; did you mean trade-growth?"),
        (("open", "fish-fell"), "no address of the source 'vestnik-2031-06' is on record"),
        (
            ("open", "trade-growth", "--archived"),
            "no archived copy of the source 'herald-2031-05-04' is on record",
        ),
    ):
        answer = run_cli("--file", path, *words)
        assert (answer.code, answer.out, answer.err) == (2, "", f"tajik: {told}\n")


@pytest.mark.parametrize(
    "scheme", ["file:///etc/passwd", "javascript:alert(1)", "ssh://a", "--help", "https:x"]
)
def test_no_other_scheme_is_ever_opened(scheme: str, record: Path) -> None:
    """This holds even if an index contains such an address, which lint does not allow."""
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace(f"url: {ADDRESS}", f"url: {scheme}"), encoding="utf-8")
    assert run_cli("--file", record, "open", "trade-growth").code == 3
    record.write_text(text, encoding="utf-8")
    with open_rows([str(record)]) as rows:
        database = rows._connection.execute("PRAGMA database_list").fetchone()[2]
    change(database, scheme)
    connection = opened(database)
    assert connection is not None
    with Rows(connection) as rows, pytest.raises(UseError, match="does not start with http"):
        address_of(rows, "trade-growth", archived=False, notice=print)


def change(database: str, address: str) -> None:
    import sqlite3

    connection = sqlite3.connect(database, isolation_level=None)
    connection.execute(
        "UPDATE entity SET detail = json_set(detail, '$.url', ?) WHERE kind = 'source'", (address,)
    )
    connection.close()
