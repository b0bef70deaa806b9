"""Read the numbers of a sentence as readers do: `1 billion 800 million` is one number, and `2,355 трлн` is less than three."""

from __future__ import annotations

import re

from tajikcli.figures import ZEROS
from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import reports
from tajikcli.language.forms import has_cases, meaning_of
from tajikcli.proof.numbers import Number, numbers

_ALL = together()
_WORD = re.compile(r"[^\W\d_]+")
_ONE_COMMA = re.compile(r"\s*\d{1,3},\d{3}\s?(?P<scale>[^\W\d_]+)")
_THOUSANDS = 3  # the number of digits between thousands separators


def amounts_in(sentence: str) -> list[tuple[Number, str | None]]:
    """Return the numbers of a sentence with their scales; the parts of a number are joined."""
    found: list[tuple[Number, str | None]] = []
    for number in numbers(sentence):
        one = _with_decimals(sentence, number)
        scale = _scale_in(sentence[one.start : one.end])
        before = found[-1] if found else None
        joined = _joined(sentence, *before, one, scale) if before else None
        if joined:
            found[-1] = joined
        else:
            found.append((one, scale))
    return found


def _scale_in(written: str) -> str | None:
    named = (meaning_of(word.casefold(), _ALL.scales) for word in _WORD.findall(written))
    return next(filter(None, named), None)


def _with_decimals(sentence: str, number: Number) -> Number:
    """Return a number, reading a comma before three digits as a decimal comma in languages without commas between thousands."""
    match = _ONE_COMMA.match(sentence[number.start : number.end])
    if match is None or len(number.amounts) > 1 or not has_cases(match["scale"]):
        return number
    if meaning_of(match["scale"].casefold(), _ALL.scales) is None:
        return number
    return number._replace(
        amounts=tuple(amount.scaleb(-_THOUSANDS) for amount in number.amounts),
        precisions=tuple(amount.scaleb(-_THOUSANDS) for amount in number.precisions),
    )


def _joined(
    sentence: str, one: Number, scale: str | None, other: Number, lesser: str | None
) -> tuple[Number, str | None] | None:
    """Return two numbers as one number with its scale, if the second is a smaller part of the same amount: `1 billion 800 million dollars`."""
    between = sentence[one.end : other.start].split()
    if scale is None and len(between) == 1:
        scale = _scale_joining(between[0])
        between = []
    if scale is None or lesser is None or between or one.unit is not None:
        return None
    if len(one.amounts) != 1 or len(other.amounts) != 1 or ZEROS[lesser] >= ZEROS[scale]:
        return None
    first = (
        one.amounts[0] if _scale_in(sentence[one.start : one.end]) else one.amounts[0].scaleb(ZEROS[scale])
    )
    whole = Number(
        one.start, other.end, other.unit, ((first + other.amounts[0]).normalize(),), other.precisions
    )
    return whole, scale


def _scale_joining(word: str) -> str | None:
    """Return the scale that a word with an ending for `and` names: `миллиарду`."""
    for ending in reports().joining_endings.split():
        if word.endswith(ending) and (scale := meaning_of(word.removesuffix(ending).casefold(), _ALL.scales)):
            return scale
    return None
