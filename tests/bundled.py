"""The bundled record, opened once for all tests that only ask it."""

from __future__ import annotations

import os
import tempfile
from functools import lru_cache
from typing import TYPE_CHECKING

from tajikcli import open_record

if TYPE_CHECKING:
    from tajikcli.repository.check import Checker
    from tajikcli.repository.record import Record


@lru_cache(maxsize=1)
def bundled_record() -> Record:
    """Return the bundled record, its index in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        before = os.environ.get("TAJIK_CACHE_DIR")
        os.environ["TAJIK_CACHE_DIR"] = folder
        try:
            return open_record()
        finally:
            os.environ["TAJIK_CACHE_DIR"] = before or ""


@lru_cache(maxsize=1)
def checker() -> Checker:
    """Return what holds texts against the bundled record."""
    return bundled_record().checker()
