"""Figures in words, exactly as written: numbers on record are never rounded or converted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from tajikcli.model.rows import Figure

# The number of zeros of each scale.
ZEROS: dict[str | None, int] = {None: 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}


def phrase(figure: Figure) -> str:
    """Return a figure in words: `up by almost 20 percent`, `72 → 82 teachers`, `1.79 billion USD`.

    Args:
        figure: a figure of the output contract.
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


def amount_in_words(amount: Decimal | int) -> str:
    """Return a plain amount with its scale in words: 538000000 as `0.538 billion`, 1500 as `1.5 thousand`.

    Args:
        amount: an amount, in plain units.
    """
    from decimal import Decimal

    plain = Decimal(amount)
    for scale in ("trillion", "billion", "million", "thousand"):
        if abs(plain) >= Decimal(10) ** (ZEROS[scale] - 1):
            return f"{_shortest(plain.scaleb(-ZEROS[scale]))} {scale}"
    return _shortest(plain)


def _shortest(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _joined(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)
