"""Values as JSON text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tajikcli.text import in_json

if TYPE_CHECKING:
    import msgspec


def encoded(value: object) -> str:
    """Return a value as JSON text, with decimals as numbers."""
    try:
        return in_json(_encoder().encode(value).decode())
    except UnicodeEncodeError:  # a path with undecodable bytes
        from json import dumps

        return dumps(value)


@lru_cache(maxsize=1)
def _encoder() -> msgspec.json.Encoder:
    import msgspec

    return msgspec.json.Encoder(decimal_format="number")
