"""The record for tests of the engine: a frozen excerpt of the bundled record, which may change independently."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from tajikcli import open_record
from tajikcli.repository.rows import open_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tajikcli import Record
    from tajikcli.repository.check import Checker
    from tajikcli.repository.rows import Rows

FROZEN = Path(__file__).parents[1] / "records" / "igora.yaml"


@lru_cache(maxsize=1)
def frozen_record() -> Record:
    """Return the frozen record, opened once for all tests that only read it, with its index in a separate folder."""
    with _cache_of_its_own():
        return open_record(FROZEN)


@lru_cache(maxsize=1)
def frozen_rows() -> Rows:
    """Return the frozen record as the commands query it, with its index in a separate folder."""
    with _cache_of_its_own():
        return open_rows([str(FROZEN)])


@lru_cache(maxsize=1)
def checker() -> Checker:
    """Return a checker that compares texts with the frozen record."""
    return frozen_rows().checker()


@contextmanager
def _cache_of_its_own() -> Iterator[None]:
    with tempfile.TemporaryDirectory() as folder:
        before = os.environ.get("TAJIK_CACHE_DIR")
        os.environ["TAJIK_CACHE_DIR"] = folder
        try:
            yield
        finally:
            os.environ["TAJIK_CACHE_DIR"] = before or ""
