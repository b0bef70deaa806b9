"""The numbers of a sentence with their scales, as people mean them: `2,355 трлн` is less than three."""

from __future__ import annotations

import re

from tajikcli.language.all_languages import together
from tajikcli.language.forms import has_cases, meaning_of
from tajikcli.proof.numbers import Number, numbers

_ALL = together()
_WORD = re.compile(r"[^\W\d_]+")
_ONE_COMMA = re.compile(r"\s*\d{1,3},\d{3}\s?(?P<scale>[^\W\d_]+)")
_SEVERAL = re.compile(r"\d[^\W\d_]*\s+[^\W\d_]+\s+\d")  # `1 billion 800 million`
_THOUSANDS = 3  # digits


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
    """Return a number without zeros that are not written, and with a fraction where the language has no commas between thousands."""
    if _SEVERAL.search(written) and len(number.amounts) == 1:
        return number._replace(amounts=(number.amounts[0].normalize(),))
    match = _ONE_COMMA.match(written)
    if match is None or len(number.amounts) > 1 or not has_cases(match["scale"]):
        return number
    if meaning_of(match["scale"].casefold(), _ALL.scales) is None:
        return number
    return number._replace(
        amounts=tuple(amount.scaleb(-_THOUSANDS) for amount in number.amounts),
        precisions=tuple(amount.scaleb(-_THOUSANDS) for amount in number.precisions),
    )
