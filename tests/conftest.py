"""Fixtures for every test: a home folder and the frozen record."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from support.frozen import FROZEN

if TYPE_CHECKING:
    from pathlib import Path

settings.register_profile("tajik", deadline=None)  # no test asserts a time: machines are loaded
settings.load_profile("tajik")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell lets jobs in the background ignore an interrupt, and so would the processes that tests interrupt.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Keep tests away from the real home folder and the real settings.

    The default record is the frozen one, except in tests marked `bundled`.
    """
    for name in ("HOME", "XDG_CACHE_HOME", "TAJIK_CACHE_DIR"):
        monkeypatch.setenv(name, str(tmp_path))
    for name in (
        "TAJIK_FACTS",
        "NO_COLOR",
        "FORCE_COLOR",
        "TTY_COMPATIBLE",
        "COLUMNS",
        "LINES",
        "_TAJIK_COMPLETE",
    ):
        monkeypatch.delenv(name, raising=False)
    if request.node.get_closest_marker("bundled") is None:
        monkeypatch.setenv("TAJIK_FACTS", str(FROZEN))
    monkeypatch.setenv("PAGER", "cat")  # nobody is at the terminal
    monkeypatch.setenv("BROWSER", "true")


@pytest.fixture
def cached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder for the test, which does not exist yet."""
    path = tmp_path / "cache" / "tajik"
    monkeypatch.setenv("TAJIK_CACHE_DIR", str(path))
    return path


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `stat` alone vouch for new files, because no program can set the time of their last change."""
    monkeypatch.setattr("tajikcli.index.compile.SETTLED_AFTER", 0)
