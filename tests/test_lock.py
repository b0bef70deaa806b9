"""The lock of an index: one process or thread changes the index at a time, and a dead process never blocks it."""

from __future__ import annotations

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from support.lake import lake, run_cli

from tajikcli.index import lock
from tajikcli.index.lock import locked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOLD = """
import sys
from tajikcli.index.lock import locked
with locked(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""
COUNT = """
import sys, time
from pathlib import Path
from tajikcli.index.lock import locked
for _ in range(20):
    with locked(sys.argv[1]):
        count = int(Path(sys.argv[2]).read_text())
        time.sleep(0.001)
        Path(sys.argv[2]).write_text(str(count + 1))
"""


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no process wait longer than a moment."""
    monkeypatch.setattr(lock, "_PATIENCE", 0.3)


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "index.lock")


@pytest.fixture
def held(path: str) -> Iterator[subprocess.Popen[str]]:
    """Start a process that holds the lock until its stdin is closed."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_processes_take_turns(path: str, tmp_path: Path) -> None:
    counter = tmp_path / "counter"
    counter.write_text("0", encoding="utf-8")
    processes = [subprocess.Popen([sys.executable, "-c", COUNT, path, str(counter)]) for _ in range(4)]
    assert [process.wait(timeout=60) for process in processes] == [0] * 4
    assert counter.read_text(encoding="utf-8") == "80"


def test_threads_of_a_process_take_turns(path: str) -> None:
    inside: list[int] = []

    def enter(number: int) -> None:
        for _ in range(10):
            with locked(path):
                inside.append(number)
                assert inside == [number]
                inside.clear()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(enter, range(4)))


@pytest.mark.usefixtures("impatient", "held")
def test_nobody_waits_forever(path: str) -> None:
    with pytest.raises(TimeoutError, match="timed out waiting for another tajik process"), locked(path):
        pass


@pytest.mark.usefixtures("impatient")
def test_a_query_that_cannot_wait_is_answered_from_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TAJIK_CACHE_DIR", str(tmp_path / "cache"))
    record = lake(tmp_path)
    expected = run_cli("--file", record, "facts")
    (place,) = (tmp_path / "cache").glob("*.lock")
    (tmp_path / "cache" / f"{place.stem}.seal").unlink()
    with locked(str(place)):
        answer = run_cli("--file", record, "facts")
    assert (answer.code, answer.out) == (0, expected.out)
    assert "timed out waiting for another tajik process" in answer.err
    assert run_cli("--file", record, "facts") == expected


@pytest.mark.usefixtures("impatient")
def test_a_dead_process_holds_no_lock(path: str, held: subprocess.Popen[str]) -> None:
    held.kill()
    held.wait()
    with locked(path):
        pass


@pytest.mark.usefixtures("impatient")
def test_a_process_that_waited_for_a_removed_lock_gets_the_new_one(path: str, tmp_path: Path) -> None:
    """`tajik cache clear` may remove the lock in the meantime."""
    is_waiting, is_in, may_leave = threading.Event(), threading.Event(), threading.Event()

    def wait() -> None:
        is_waiting.set()
        with locked(path):
            is_in.set()
            assert may_leave.wait(30)

    with ThreadPoolExecutor(1) as pool:
        with locked(path):
            waiter = pool.submit(wait)
            assert is_waiting.wait(30)
            assert not is_in.wait(0.1)
            (tmp_path / "index.lock").unlink()
        assert is_in.wait(30)
        with pytest.raises(TimeoutError), locked(path):
            pass
        may_leave.set()
        waiter.result(timeout=30)


def test_a_file_that_is_not_a_lock_blocks_nobody(path: str, tmp_path: Path) -> None:
    (tmp_path / "index.lock").write_text("somebody else's", encoding="utf-8")
    with locked(path):
        assert (tmp_path / "index.lock").stat().st_size == 0
