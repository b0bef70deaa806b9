"""The matter of a sentence: the facts on record, or a goal, a forecast, a denial or another time; and its words for a direction."""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import Enum
from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.all_wordings import wordings
from tajikcli.language.forms import any_of
from tajikcli.language.spotting import Worded
from tajikcli.proof.grammar import INFINITIVES
from tajikcli.proof.rates import rate_of

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_ALL, _WORDINGS = together(), wordings()
_RISING, _FALLING = f"{_ALL.rising} {_WORDINGS.rising}", f"{_ALL.falling} {_WORDINGS.falling}"
UP = Worded(rf"\b(?:{any_of(_RISING)})\b", _RISING)
DOWN = Worded(rf"\b(?:{any_of(_FALLING)})\b", _FALLING)
_NEITHER = Worded(rf"\b(?:{any_of(_WORDINGS.no_direction)})\b", _WORDINGS.no_direction)
# Words that show that a sentence is about another matter: goals, forecasts, denials, or times that are not on
# record.
_OTHER_MATTER = re.compile(
    rf"\b(?:(?P<goal>{'|'.join(_ALL.goals)})|(?P<forecast>{'|'.join(_ALL.forecasts)})"
    rf"|(?P<denial>{'|'.join(_ALL.refuted)})|(?P<time>{'|'.join(_ALL.other_times)}))\b",
    re.IGNORECASE,
)
# `Orlova denied that trade grew by 20 percent`
_DENYING = f"{_ALL.denying} {_WORDINGS.doubting}"
_DENIED = Worded(rf"\b(?:{any_of(_DENYING)})\b", _DENYING)
_INFINITIVE = 30  # the number of characters after a verb that may have an infinitive


class Matter(Enum):
    """A matter of a sentence that is not about the facts on record.

    Attributes:
        GOAL: `trade should reach $10 billion`.
        FORECAST: a forecast or a condition: `trade could reach $10 billion`.
        DENIAL: `trade has never reached $10 billion`.
        TIME: a time or a length of time that is not on record: `$10 million a day`.
    """

    GOAL = "goal"
    FORECAST = "forecast"
    DENIAL = "denial"
    TIME = "time"


def matter_of(text: str, named: AbstractSet[int], rates: AbstractSet[str]) -> Matter | None:
    """Return the first matter for which a sentence has words; None if it may be about the facts on record.

    Args:
        text: the sentence.
        named: the offsets of the words of the measures that it names.
        rates: the rates in the units of these measures, which are no other times (`50,000 barrels a day`).
    """
    for other in _OTHER_MATTER.finditer(text):
        if other.lastgroup != Matter.TIME.value or (rate_of(other[0]) or "") not in rates:
            return Matter(other.lastgroup)
    # But the word may be one of a measure's name (`border dispute`), or for a decrease (`declined`).
    is_denied = any(
        match.start() not in named
        and (not DOWN.compiled.match(match[0]) or _is_before_rise(text, match.end()))
        for match in _DENIED.finditer(text)
    )
    return Matter.DENIAL if is_denied else None


def _is_before_rise(text: str, at: int) -> bool:
    """Return whether an infinitive for an increase follows: `declined to raise`."""
    following = text[at : at + _INFINITIVE].split()[:2]
    return len(following) == 2 and following[0].casefold() in INFINITIVES and bool(UP.search(following[1]))


def directions(pattern: Worded, text: str) -> list[int]:
    """Return the positions of words for a direction in a text, except in phrases without a direction (`made up`)."""
    found = [match.start() for match in pattern.finditer(text)]
    neither = [match.span() for match in _NEITHER.finditer(text)] if found else []
    begins = [begin for begin, _ in neither]
    return [one for one in found if not (at := bisect_right(begins, one)) or neither[at - 1][1] <= one]
