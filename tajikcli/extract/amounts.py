"""Read the numbers of a sentence, with their scales."""

from __future__ import annotations

import re

from tajikcli.language.all_languages import together
from tajikcli.language.forms import meaning_of
from tajikcli.proof.numbers import Number, numbers

_ALL = together()
_WORD = re.compile(r"[^\W\d_]+")
_SEVERAL = re.compile(r"\d[^\W\d_]*\s+[^\W\d_]+\s+\d")  # `1 billion 800 million`


def amounts_in(sentence: str) -> list[tuple[Number, str | None]]:
    """Return the numbers of a sentence, each with its scale."""
    found = []
    for number in numbers(sentence):
        written = sentence[number.start : number.end]
        found.append((_as_meant(number, written), _scale_in(written)))
    return found


def _scale_in(written: str) -> str | None:
    named = (meaning_of(word.casefold(), _ALL.scales) for word in _WORD.findall(written))
    return next(filter(None, named), None)


def _as_meant(number: Number, written: str) -> Number:
    """Return a number without unwritten zeros."""
    if _SEVERAL.search(written) and len(number.amounts) == 1:
        return number._replace(amounts=(number.amounts[0].normalize(),))
    return number
