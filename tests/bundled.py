"""The bundled record, opened once for all tests that only ask it."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

from tajikcli import open_record
from tajikcli.repository.rows import open_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tajikcli import Record
    from tajikcli.repository.check import Checker
    from tajikcli.repository.rows import Rows


@lru_cache(maxsize=1)
def bundled_record() -> Record:
    """Return the bundled record, its index in a folder of its own."""
    with _cache_of_its_own():
        return open_record()


@lru_cache(maxsize=1)
def bundled_rows() -> Rows:
    """Return what asks the bundled record for the commands, its index in a folder of its own."""
    with _cache_of_its_own():
        return open_rows([])


@lru_cache(maxsize=1)
def checker() -> Checker:
    """Return what holds texts against the bundled record."""
    return bundled_rows().checker()


@contextmanager
def _cache_of_its_own() -> Iterator[None]:
    with tempfile.TemporaryDirectory() as folder:
        before = os.environ.get("TAJIK_CACHE_DIR")
        os.environ["TAJIK_CACHE_DIR"] = folder
        try:
            yield
        finally:
            os.environ["TAJIK_CACHE_DIR"] = before or ""
