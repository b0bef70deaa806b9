"""Fixtures for every test: a home folder and the frozen record."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from support.frozen import FROZEN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOMES = ("HOME", "XDG_CACHE_HOME", "TAJIK_CACHE_DIR")

settings.register_profile("tajik", deadline=None)  # no test asserts a time: machines are loaded
settings.load_profile("tajik")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell lets jobs in the background ignore an interrupt, and so would the processes that tests interrupt.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def _shared_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep tests away from the real home folder and the real settings, and query the frozen record by default.

    Tests that write no files share this home folder, so that tajik builds the index of a record once.
    """
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in (
            "NO_COLOR",
            "FORCE_COLOR",
            "TTY_COMPATIBLE",
            "COLUMNS",
            "LINES",
            "_TAJIK_COMPLETE",
        ):
            patch.delenv(name, raising=False)
        for name in HOMES:
            patch.setenv(name, str(home))
        patch.setenv("TAJIK_FACTS", str(FROZEN))
        patch.setenv("PAGER", "cat")  # nobody is at the terminal
        patch.setenv("BROWSER", "true")
        yield home


@pytest.fixture(autouse=True)
def _own_home(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let the folder of a test that has one be its home, and let tests marked `bundled` query the bundled record."""
    with pytest.MonkeyPatch.context() as patch:
        if "tmp_path" in request.fixturenames:
            for name in HOMES:
                patch.setenv(name, str(request.getfixturevalue("tmp_path")))
        if request.node.get_closest_marker("bundled") is not None:
            patch.delenv("TAJIK_FACTS", raising=False)
        yield


@pytest.fixture
def warm(_own_home: None, _shared_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test that writes drafts, but no records, use the indexes of the records that are always there."""
    monkeypatch.setenv("TAJIK_CACHE_DIR", str(_shared_home))


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
