"""Read the numbers of a sentence, in digits and in words, with their scales."""

from __future__ import annotations

import re

from tajikcli.extract.small_numbers import counts_in_words
from tajikcli.language.all_languages import together
from tajikcli.language.listed import meaning_of
from tajikcli.language.months_and_units import SIGNS
from tajikcli.proof.number_words import FEWEST, PERCENT_UNIT, has_number_words, numbers_in_words
from tajikcli.proof.numbers import PERCENT, Number, has_a_number, numbers

_ALL = together()
_WORD = re.compile(r"[^\W\d_]+")
_PERCENT = re.compile(rf"(?:{PERCENT})$", re.IGNORECASE)
_SEVERAL = re.compile(r"\d[^\W\d_]*\s+[^\W\d_]+\s+\d")  # `1 billion 800 million`


# A sign that `numbers` does not know, and a dollar of an unknown country.
_SIGN = re.compile(
    rf"(?<!\w)(?:(?P<sign>{'|'.join(map(re.escape, sorted(SIGNS, key=len, reverse=True)))})|(?!USD?\$)(?P<other>[A-Z]{{1,3}}\$))\s?(?=\d)"
)


def has_an_amount(sentence: str) -> bool:
    """Return whether a sentence may contain a number; faster than a search."""
    return has_a_number(sentence) or has_number_words(sentence)


def amounts_in(sentence: str) -> list[tuple[Number, str | None]]:
    """Return the numbers of a sentence, each with its scale; the unit is empty if it is a currency that is not known.

    A small number in words is left out if it counts no things, and so are fractions, whose values the sentence does not give.
    """
    found = []
    signs = {match.end(): match for match in _SIGN.finditer(sentence)}
    plain = _SIGN.sub(lambda match: " " * len(match[0]), sentence) if signs else sentence
    for number in numbers(plain):
        written = plain[number.start : number.end]
        sign = signs.get(number.start + len(written) - len(written.lstrip()))
        if sign is not None and number.unit is None:
            unit = SIGNS.get(sign["sign"] or "", "")
            number = number._replace(start=sign.start(), unit=unit)  # noqa: PLW2901
        found.append((_as_meant(number, written), _scale_in(written)))
    digits = [(number.start, number.end) for number, _ in found]
    for number in numbers_in_words(sentence) if has_number_words(sentence) else ():
        written = sentence[number.start : number.end]
        is_value = number.unit != PERCENT_UNIT or _PERCENT.search(written)
        if number.unit is None and number.start and written.lstrip()[0].isupper():
            continue  # a name: `the Group of Twenty`
        is_figure = (
            number.unit is not None or number.amounts[0] >= FEWEST or counts_in_words(sentence, number)
        )
        if (
            is_value
            and is_figure
            and not any(start < number.end and number.start < end for start, end in digits)
        ):
            found.append((number._replace(amounts=(number.amounts[0].normalize(),)), _scale_in(written)))
    return found


def _scale_in(written: str) -> str | None:
    named = (meaning_of(word.casefold(), _ALL.scales) for word in _WORD.findall(written))
    return next(filter(None, named), None)


def _as_meant(number: Number, written: str) -> Number:
    """Return a number without unwritten zeros."""
    if _SEVERAL.search(written) and len(number.amounts) == 1:
        return number._replace(amounts=(number.amounts[0].normalize(),))
    return number
