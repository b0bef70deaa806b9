"""Old indexes are removed automatically if they have not been used for 90 days, but never while they are in use."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from support.lake import LAKE, lake, run_cli

from tajikcli import open_record
from tajikcli.index.unused import KEPT_FOR

if TYPE_CHECKING:
    from pathlib import Path

DAY = 24 * 60 * 60
HOLD = """
import sys
from tajikcli.index.lock import locked
with locked(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


def record(folder: Path, name: str) -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(LAKE, encoding="utf-8")
    return path


def kept(cached: Path) -> set[str]:
    return {path.name for path in cached.glob("*.index")}


def made(cached: Path, path: Path) -> str:
    """Build the index of a record and return its name."""
    before = kept(cached)
    assert run_cli("--file", path, "topics").code == 0
    (name,) = kept(cached) - before
    return name


def age(cached: Path, name: str, days: float) -> None:
    """Set the last use of an index to a time long ago."""
    then = time.time() - days * DAY
    for path in cached.glob(f"{name.removesuffix('.index')}.*"):
        os.utime(path, (then, then))


def test_an_index_that_nobody_has_used_for_90_days_is_removed(cached: Path, tmp_path: Path) -> None:
    """When the next index is built, all files of the old one are removed, and nothing else in the folder."""
    assert KEPT_FOR == 90 * DAY
    old, younger = made(cached, record(tmp_path, "old")), made(cached, record(tmp_path, "younger"))
    others = [cached / "poetry.lock", cached / "notes.index", cached / "0123456789ab.txt"]
    for path in others:
        path.write_text("mine", encoding="utf-8")
        os.utime(path, (0, 0))
    age(cached, old, 91)
    age(cached, younger, 89)
    new = made(cached, record(tmp_path, "new"))
    assert kept(cached) == {younger, new, "notes.index"}
    assert not list(cached.glob(f"{old.removesuffix('.index')}.*"))
    assert all(path.read_text(encoding="utf-8") == "mine" for path in others)


@pytest.mark.usefixtures("settled")
def test_using_an_index_keeps_it_and_is_recorded_at_most_once_a_day(cached: Path, tmp_path: Path) -> None:
    """The first use on a day is recorded in the seal; further uses leave the seal unchanged."""
    path = lake(tmp_path)
    name = made(cached, path)
    seal = cached / name.replace(".index", ".seal")
    os.utime(seal, (time.time() - 89 * DAY,) * 2)
    assert run_cli("--file", path, "topics").code == 0
    noted = seal.stat().st_mtime_ns
    assert time.time() - noted / 1e9 < DAY
    database = (cached / name).stat()
    assert run_cli("--file", path, "topics").code == 0
    assert seal.stat().st_mtime_ns == noted
    assert (cached / name).stat() == database  # it was read and not rebuilt


def test_an_index_that_is_being_built_stays(cached: Path, tmp_path: Path) -> None:
    """The process that builds it holds its lock, and cleaning up does not wait for the lock."""
    old = made(cached, record(tmp_path, "old"))
    age(cached, old, 200)
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, cached / old.replace(".index", ".lock")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    made(cached, record(tmp_path, "new"))
    assert old in kept(cached)
    holder.communicate()
    made(cached, record(tmp_path, "newer"))
    assert old not in kept(cached)


def test_an_open_record_keeps_its_index_as_long_as_it_is_queried(
    cached: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that runs for months records each day of use, and its answers never fail."""
    path = record(tmp_path, "old")
    with open_record(path) as served:
        (name,) = kept(cached)
        age(cached, name, 91)
        now = time.monotonic()
        monkeypatch.setattr("tajikcli.repository.pool.time.monotonic", lambda: now + 2 * DAY)
        assert served.topics()
        monkeypatch.undo()
        monkeypatch.setenv("TAJIK_CACHE_DIR", str(cached))
        made(cached, record(tmp_path, "new"))
        assert name in kept(cached)
        age(cached, name, 91)  # as if there had been no query
        made(cached, record(tmp_path, "newer"))
        assert served.topics()
        if os.name == "posix":
            assert name not in kept(cached)
