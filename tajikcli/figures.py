"""Figures in words, exactly as written: what is on record is never rounded or converted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def phrase(figure: Mapping[str, str | None]) -> str:
    """Return a figure in words: `almost +20 percent`, `72 → 82 teachers`, `1.79 billion USD`.

    Args:
        figure: a figure with the keys of the output contract.
    """
    if figure["direction"]:
        return str(figure["direction"])
    if figure["unit"] == "rank":
        amount = f"rank {_moved(figure)}"
    else:
        amount = " ".join(part for part in (_moved(figure), figure["scale"], figure["unit"]) if part)
    approximation = (figure["approx"] or "").replace("-", " ")
    return f"{approximation} {amount}".strip()


def _moved(figure: Mapping[str, str | None]) -> str:
    change = figure["change"]
    if figure["value"] is not None:
        return figure["value"]
    if change is not None:
        return change if change.startswith("-") else f"+{change}"
    return f"{figure['from']} → {figure['to']}"
