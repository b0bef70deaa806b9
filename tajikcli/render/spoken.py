"""Figures as pages print them, for people: `1,000 students`, `second`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tajikcli.figures import is_rank, phrased

if TYPE_CHECKING:
    from tajikcli.model.rows import Figure


def spoken(figure: Figure) -> str:
    """Return a figure in words as pages print it: like `phrase`, but with `1,000 students` and `second`.

    Args:
        figure: a figure of the output contract.
    """
    if is_rank(figure):
        from tajikcli.language.ranks import ordinal

        return phrased(figure, ordinal, str)
    return phrased(figure, grouped, str)


# Figures in words between semicolons, each with the label of its measure before, and its period and hedges behind.
_IN_WORDS = re.compile(r"(?:^|(?<=; ))(?P<label>(?:[^;:]*: )?)(?P<words>[^;:,(]*)")
_RANK = re.compile(r"\brank (?P<ranks>[\d.]+(?: \u2192 [\d.]+)?)(?= ?$)")
_LONG = re.compile(r"(?<![\w.])(?<!\w-)\d{4,}(?!\w)")  # not the model of an aircraft


def spoken_words(words: str) -> str:
    """Return figures that `phrase` put into words as pages print them: `over 36,000 students` for `over 36000 students`.

    Args:
        words: the `record_text` of a figure.
    """
    return _IN_WORDS.sub(lambda one: one["label"] + _spoken_phrase(one["words"]), words)


def _spoken_phrase(words: str) -> str:
    from tajikcli.language.ranks import ordinal

    ranked = _RANK.sub(lambda match: " \u2192 ".join(map(ordinal, match["ranks"].split(" \u2192 "))), words)
    return _LONG.sub(lambda match: grouped(match[0]), ranked)


def spelt(figure: Figure) -> list[str]:
    """Return the numbers of a figure as texts spell them: without sign and thousands separators, and with ranks in words."""
    written = (figure["value"], figure["from"], figure["to"], figure["change"])
    numbers = [number.removeprefix("-") for number in written if number]
    if numbers and is_rank(figure):
        from tajikcli.language.ranks import ordinal

        return list(map(ordinal, numbers))
    return numbers


def grouped(number: str) -> str:
    """Return a number as written, with commas between its thousands: `1,000`.

    Args:
        number: digits, with or without a sign and decimals.
    """
    whole, point, decimals = number.partition(".")
    digits = whole.lstrip("-")
    sign = whole[: len(whole) - len(digits)]
    first = len(digits) % 3 or 3
    parts = [digits[:first], *(digits[at : at + 3] for at in range(first, len(digits), 3))]
    return f"{sign}{','.join(parts)}{point}{decimals}"
