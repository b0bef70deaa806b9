"""Recognise two numbers as a share: `of every ten litres, Russia supplies six`, `90 out of every 100 tonnes`."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal
from typing import TYPE_CHECKING

from tajikcli.language.all_wordings import wordings
from tajikcli.language.forms import any_of
from tajikcli.language.spotting import Worded
from tajikcli.proof.number_words import PERCENT_UNIT
from tajikcli.proof.numbers import Number
from tajikcli.proof.speech import CLOSED
from tajikcli.text import fold_letters, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORDINGS = wordings()
_EVERY = Worded(
    rf"\b(?:{any_of((*_WORDINGS.of_bare_whole, *_WORDINGS.of_every))})\s",
    (*_WORDINGS.of_bare_whole, *_WORDINGS.of_every),
)
_BARE = word_set(fold_letters(" ".join(_WORDINGS.of_bare_whole)))
_NOUN, _NEXT = re.compile(r"\s[^\W\d_]+\s"), re.compile(r"\W{0,20}\s([^\W\d_]+)|\W{0,20}$")
_WHOLES = frozenset(
    map(Decimal, (3, 4, 5, 10, 20, 100, 1000))
)  # a share of another number is seldom given so
_HUNDRED = 100
_FEWEST = 2  # numbers of which one may be a part of the other
_FAR = 120  # the number of characters after the whole in which its part may stand
_BESIDE = 30  # the number of characters between a part and the whole after it: `nine litres out of every ten`


def with_ratios(sentence: str, found: list[Number]) -> list[Number]:
    """Return the numbers of a sentence, in their order; a whole and its part are replaced by a percentage.

    Args:
        sentence: the sentence.
        found: its numbers.
    """
    wholes = [match.span() for match in _EVERY.finditer(sentence)] if len(found) >= _FEWEST else []
    if not wholes:
        return found
    found = sorted(found, key=lambda one: one.start)
    starts = [one.start for one in found]
    gone: set[int] = set()
    shares = []
    for begin, end in wholes:
        at = bisect_left(starts, end)
        if at in gone or at >= len(found) or found[at].start != end or not _is_whole(found[at]):
            continue
        is_bare = fold_letters(sentence[begin:end].strip()) in _BARE
        part = _bare_part(sentence, found, at, begin) if is_bare else _part(sentence, found, at)
        if part is None or part in gone:
            continue
        gone |= {at, part}
        shares.append(_share(found[part], found[at]))
    kept = [one for at, one in enumerate(found) if at not in gone]
    return sorted([*kept, *shares], key=lambda one: one.start)


def _is_whole(number: Number) -> bool:
    return number.unit is None and number.amounts[0] in _WHOLES


def _part(sentence: str, found: Sequence[Number], at: int) -> int | None:
    """Return the place of the number that is a part of the whole at a place: the one directly before it, or else the next."""
    for other in (at - 1, at + 1):
        if not 0 <= other < len(found):
            continue
        one, whole = found[other], found[at]
        fits = one.unit is None and len(one.amounts) == 1 and one.amounts[0] < whole.amounts[0]
        near = whole.start - one.end < _BESIDE if other < at else one.start - whole.end < _FAR
        between = sentence[min(one.end, whole.end) : max(one.start, whole.start)]
        if fits and near and ";" not in between and (other > at or "," not in between):
            return other
    return None


def _bare_part(sentence: str, found: Sequence[Number], at: int, begin: int) -> int | None:
    """Return the place of the part of a whole without a noun of its own, whose noun stands between: `nine litres in ten`."""
    one, whole = found[at - 1], found[at]
    follows = _NEXT.match(sentence, whole.end)
    ends = follows is not None and (follows[1] is None or follows[1].casefold() in CLOSED)
    fits = at > 0 and one.unit is None and len(one.amounts) == 1 and one.amounts[0] < whole.amounts[0]
    return at - 1 if ends and fits and _NOUN.fullmatch(sentence, one.end, begin) else None


def _share(part: Number, whole: Number) -> Number:
    """Return a part of a whole as a percentage; its words are those of the part, or both if the part comes first."""
    share, half = part.amounts[0] * _HUNDRED / whole.amounts[0], _HUNDRED / (2 * whole.amounts[0])
    return Number(
        part.start,
        max(part.end, whole.end) if part.start < whole.start else part.end,
        PERCENT_UNIT,
        (share,),
        (half,),
    )
