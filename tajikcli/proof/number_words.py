"""Numbers in words: `seventy-five teachers`, `a third of its oil`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.forms import any_of
from tajikcli.proof.numbers import Number
from tajikcli.proof.speech import CLOSED

if TYPE_CHECKING:
    from collections.abc import Iterator

_ALL = together()
_FRACTION = re.compile(rf"\b(?:{any_of(_ALL.fractions)})\b(?!-)", re.IGNORECASE)
_CARDINAL = rf"(?:{any_of(_ALL.cardinals)})"
_NUMBER = re.compile(
    rf"\b{_CARDINAL}(?:(?:[ -]|\s+(?:{any_of(_ALL.joining)})\s+){_CARDINAL})*\b(?!-)", re.IGNORECASE
)
_NEXT = re.compile(r"\s*([^\W\d_]+)?")
_WORD = re.compile(r"[^\W\d_]+")
_HUNDRED = 100
_FEWEST = 20  # smaller numbers in words may refer to anything
_ROUGH = Decimal("0.05")  # the tolerance of a fraction in words
_LAST_WORDS = frozenset(
    words.split()[-1] + mark for words in (*_ALL.fractions, *_ALL.cardinals) for mark in ("", ",", ".", ";")
)


def has_number_words(text: str) -> bool:
    """Return whether a text may contain a number in words; this is faster than a search."""
    return not _LAST_WORDS.isdisjoint(text.casefold().replace("-", " ").split())


def numbers_in_words(sentence: str) -> Iterator[Number]:
    """Yield the numbers in words from twenty on in a sentence, and fractions, as percentages."""
    for match in _FRACTION.finditer(sentence):
        follows = _NEXT.match(sentence, match.end())
        if follows is None or follows[1] is None or follows[1].casefold() in CLOSED:
            over, _, under = _ALL.fractions[" ".join(match[0].casefold().split())].partition("/")
            share = Decimal(over) * _HUNDRED / Decimal(under)
            yield Number(match.start(), match.end(), "percent", (share,), (share * _ROUGH,))
    for match in _NUMBER.finditer(sentence):
        amount = _amount(_WORD.findall(match[0].casefold()))
        if amount is not None and amount >= _FEWEST:
            yield Number(match.start(), match.end(), None, (Decimal(amount),), (Decimal("0.5"),))


def _amount(words: list[str]) -> int | None:
    """Return the number that words form together: `one hundred and twenty`, `two thousand`."""
    total = part = 0
    for word in words:
        value = _ALL.cardinals.get(word)
        if value is None:
            continue
        if value == _HUNDRED:
            part = max(1, part) * value
        elif value > _HUNDRED:
            total, part = total + max(1, part) * value, 0
        else:
            part += value
    return total + part or None
