"""Figures in words, exactly as written: numbers on record are never rounded or converted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from tajikcli.model.rows import Figure

# The number of zeros of each scale.
ZEROS: dict[str | None, int] = {None: 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}


def phrase(figure: Figure) -> str:
    """Return a figure in words, its numbers exactly as written: `up by almost 20 percent`, `72 → 82 teachers`, `rank 2`.

    Args:
        figure: a figure of the output contract.
    """
    return phrased(figure, str, lambda numbers: f"rank {numbers}")


def is_rank(figure: Figure) -> bool:
    """Return whether a figure is a rank rather than a change by a number of ranks."""
    return figure["unit"] == "rank" and figure["change"] is None


def phrased(figure: Figure, number: Callable[[str], str], rank: Callable[[str], str]) -> str:
    """Return a figure in words.

    Args:
        figure: a figure of the output contract.
        number: takes a number as written and returns it as printed.
        rank: takes the printed number or numbers of a rank and returns the rank in words.
    """
    if figure["direction"]:
        return str(figure["direction"])
    change = figure["change"]
    if change is not None:
        told, moved = number(change.removeprefix("-")), "down by" if change.startswith("-") else "up by"
    else:
        two = (figure["value"],) if figure["value"] else (figure["from"] or "", figure["to"] or "")
        told, moved = " → ".join(map(number, two)), ""
    approximation = (figure["approx"] or "").replace("-", " ")
    if is_rank(figure):
        return _joined(moved, approximation, rank(told))
    return _joined(moved, approximation, told, figure["scale"], figure["unit"])


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
