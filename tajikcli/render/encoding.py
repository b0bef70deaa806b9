"""Values as JSON text."""

from __future__ import annotations

from tajikcli.text import in_json


def encoded(value: object) -> str:
    """Return a value as JSON text, with decimals as numbers."""
    import msgspec

    try:
        return in_json(msgspec.json.Encoder(decimal_format="number").encode(value).decode())
    except UnicodeEncodeError:  # a path with undecodable bytes
        from json import dumps

        return dumps(value)
