"""Figures in words, exactly as written: what is on record is never rounded or converted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# How many zeros each scale stands for.
ZEROS: dict[str | None, int] = {None: 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}


def phrase(figure: Mapping[str, str | None]) -> str:
    """Return a figure in words: `up by almost 20 percent`, `72 → 82 teachers`, `1.79 billion USD`.

    Args:
        figure: a figure with the keys of the output contract.
    """
    if figure["direction"]:
        return str(figure["direction"])
    change = figure["change"]
    if change is not None:
        number, moved = change.removeprefix("-"), "down by" if change.startswith("-") else "up by"
    else:
        number, moved = figure["value"] or f"{figure['from']} → {figure['to']}", ""
    approximation = (figure["approx"] or "").replace("-", " ")
    if figure["unit"] == "rank" and change is None:
        return _joined(moved, approximation, "rank", number)
    return _joined(moved, approximation, number, figure["scale"], figure["unit"])


def _joined(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)
