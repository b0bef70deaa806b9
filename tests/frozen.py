"""The record that the engine's tests ask: a frozen excerpt of the bundled one, which may change without them."""

from __future__ import annotations

import os
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from tajikcli import open_record

if TYPE_CHECKING:
    from tajikcli.repository.check import Checker
    from tajikcli.repository.record import Record

FROZEN = Path(__file__).parent / "records" / "igora.yaml"


@lru_cache(maxsize=1)
def frozen_record() -> Record:
    """Return the frozen record, opened once for all tests that only ask it, its index in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        before = os.environ.get("TAJIK_CACHE_DIR")
        os.environ["TAJIK_CACHE_DIR"] = folder
        try:
            return open_record(FROZEN)
        finally:
            os.environ["TAJIK_CACHE_DIR"] = before or ""


@lru_cache(maxsize=1)
def checker() -> Checker:
    """Return what checks texts against the frozen record."""
    return frozen_record().checker()
