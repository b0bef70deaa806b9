"""Find numbers of another quantity than the measure beside them: a part of it, a number of other things, another name."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.all_wordings import wordings
from tajikcli.language.forms import OnFirstUse, any_of
from tajikcli.proof.grammar import OF
from tajikcli.proof.measured.wording import NEAR
from tajikcli.proof.numbers import MONEY
from tajikcli.text import fold_letters, word_set

if TYPE_CHECKING:
    from tajikcli.proof.measured.question import Question
    from tajikcli.proof.numbers import Number

_ALL, _WORDINGS = together(), wordings()
# Words after or before the name of a measure that make it a different measure: trade deficit, agricultural
# trade.
_OTHER_THING = re.compile(rf"\s+(?:{'|'.join(_ALL.other_measure)})\b", re.IGNORECASE)
_PART = word_set(fold_letters(_ALL.measure_parts))
_MANY = word_set(fold_letters(_ALL.parts_of_many))
_ABROAD = word_set(fold_letters(_WORDINGS.abroad))
_OF_MANY = 4  # the number of words before a name that may restrict it to a part
_OF_THEM = OnFirstUse(rf"[\s,]{{1,3}}(?:{any_of(_WORDINGS.of_them)})\b")
# `inflation of 3.6 percent`, `GDP growth of 8.3 percent`: the quantity, at most three words, the number.
_OTHER_QUANTITY = OnFirstUse(
    rf"\b(?P<quantity>{any_of(_WORDINGS.other_quantities)})(?:\s+[^\W\d]+){{0,3}}\s+\W{{0,2}}$"
)
_QUANTITIES = any_of(_WORDINGS.other_quantities)
# `$1.79 billion in Russian exports`, but not `in exports and imports`
_IN_QUANTITY = OnFirstUse(
    rf"\s(?:{any_of(f'{_ALL.of} {_WORDINGS.places}')})\s(?:[^\W\d_]+\s){{0,2}}(?:{_QUANTITIES})\b"
    rf"(?!\s(?:{any_of(_ALL.joining)})\s(?:{_QUANTITIES})\b)"
)
_OF_WHICH = re.compile(rf"\s+(?:{any_of(_ALL.of_which)})\s+(?:[a-z]+)\b(?!\s*[%$\d])", re.ASCII)


def is_of_another_measure(asked: Question) -> bool:
    """`The trade deficit was $3 billion`, `agricultural trade`, `500 teachers of mathematics`, `half of the teachers, 36`.

    Also `exports of $3 billion`, which are a part of trade, and `inflation of 3.6 percent` and `16,000 of them` after a measure.
    """
    text, words = asked.sentence.text, asked.sentence.words
    if asked.first in asked.sentence.parts:
        return True
    end = words[asked.last - 1][1]
    of_which = _OF_WHICH.match(text, end) if asked.number.unit is None else None
    if _OTHER_THING.match(text, end) or (of_which and not _overlap(of_which, asked.number)):
        return True
    if _is_of_other_quantity(asked) or (asked.number.unit is None and _is_of_them(asked)):
        return True
    before = [fold_letters(word) for _, _, word in words[max(0, asked.first - _OF_MANY) : asked.first]]
    is_part_of_many = asked.number.unit is None and any(
        one in _MANY and two in OF for one, two in pairwise(before)
    )
    is_rank_of_foreigner = asked.number.unit == "rank" and bool(before) and before[-1] in _ABROAD
    return is_part_of_many or (bool(before and before[-1] in _PART) and not is_rank_of_foreigner)


def _is_of_them(asked: Question) -> bool:
    """Return whether a number counts a part of the things before it: `36 of them`, `most of them under 35`."""
    text, start = asked.sentence.text, asked.number.start
    name = asked.sentence.words[asked.last - 1][1]
    between = text[max(name, start - NEAR) : start]
    return bool(_OF_THEM.compiled.match(text, asked.number.end) or _OF_THEM.compiled.search(between))


def _is_of_other_quantity(asked: Question) -> bool:
    """Return whether the words between a measure's name and a number, or right behind the number, name another quantity.

    If the name is behind a comma, so may those before the number: `exports were 1.5 billion, and trade 1.8 billion`.
    """
    text, name = asked.sentence.text, asked.sentence.words[asked.last - 1][1]
    if asked.number.unit in MONEY and _IN_QUANTITY.compiled.match(text, asked.number.end):
        return True
    begin = max(0, asked.number.start - NEAR)
    match = _OTHER_QUANTITY.compiled.search(text[begin : asked.number.start])
    if match is None:
        return False
    place = begin + match.start("quantity")
    is_behind = asked.sentence.words[asked.first][0] > asked.number.end
    return place >= name or (
        is_behind and "," in text[asked.number.end : asked.sentence.words[asked.first][0]]
    )


def _overlap(match: re.Match[str], number: Number) -> bool:
    """Return whether words overlap a number: `a quota of a thousand`."""
    return match.start() < number.end and number.start < match.end()
