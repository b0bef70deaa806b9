"""Recognise numbers of a measure that only the sentence before names: `It now stands at 1,000`, `Their number will rise to 82.`.

The rules are predicates with examples. To add a rule, write a predicate and add it to `REFERENCES`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.all_wordings import wordings
from tajikcli.language.forms import WORD, OnFirstUse, any_of
from tajikcli.proof.measured.times import times_in
from tajikcli.proof.measured.wording import ends_number
from tajikcli.proof.multiples import TIMES
from tajikcli.proof.speech import BE, CLOSED, SUBORDINATE
from tajikcli.text import fold_letters, word_set

if TYPE_CHECKING:
    from collections.abc import Callable

    from tajikcli.proof.numbers import Number

_ALL, _WORDINGS = together(), wordings()
_PRESENT = rf"(?:(?:{any_of(_WORDINGS.present)})\s)?"
_IT_AMOUNTS = OnFirstUse(
    rf"\W*{_PRESENT}(?:{any_of(_WORDINGS.standing_for)})\s{_PRESENT}"
    rf"(?:{any_of(_WORDINGS.amounting)})\s(?:(?:{any_of((*_WORDINGS.about, *_WORDINGS.almost, *_ALL.least, *_WORDINGS.over))})\s)?\W?$"
)
_ITS_VOLUME = OnFirstUse(
    rf"\W*(?:{any_of(_WORDINGS.volume_of_it)})\s(?:(?:{any_of(_WORDINGS.amounting)})\s)?(?:[\u2013\u2014-]\s)?"
    rf"(?:(?:{any_of((*_WORDINGS.about, *_WORDINGS.almost, *_ALL.least, *_WORDINGS.over))})\s)?$"
)
_COUNTED_AGAIN = OnFirstUse(rf"\b(?:{any_of(_WORDINGS.counted_again)})\b")
_COUNTED_INSIDE = OnFirstUse(
    rf"(?:[,:]|\b(?:{any_of(SUBORDINATE)}))\s(?:{any_of(_WORDINGS.counted_again)})\s(?:[^\W\d_]+\s){{0,6}}$"
)
_NUMBER_ENDS = re.compile(r"\s*(?:[.,;:!)]|$)")
_WITHIN = 60  # the number of characters before a number with words that stand for counted things
_OF_A_TIME = 4  # the maximum number of words of a phrase of time that begins a sentence
_MOST_WORDS = 9  # the maximum number of words of a clause before its number
_DIRECTION = OnFirstUse(any_of(f"{_ALL.rising} {_ALL.falling} {_WORDINGS.rising} {_WORDINGS.falling}"))
_DIRECTION_BEHIND = OnFirstUse(
    rf"\s(?:{any_of((*_WORDINGS.more_than, *_WORDINGS.less_than, *_WORDINGS.more.split(), *_WORDINGS.fewer.split()))})\b"
)
# Words that may stand between the words for a change and its number.
_LINKING = CLOSED | word_set(
    fold_letters(
        " ".join(
            (
                *(_ALL.auxiliaries, _ALL.articles, _ALL.by_how_much, _ALL.hedging, _WORDINGS.by),
                *(*_WORDINGS.amounting, *_WORDINGS.standing_for, *_WORDINGS.about, *_WORDINGS.almost),
                *(*_ALL.least, *_ALL.most, *_WORDINGS.over, *_WORDINGS.under, *_WORDINGS.present),
            )
        )
    )
)


def amounts_to(sentence: str, number: Number) -> bool:
    """`It now stands at 1,000`, `Its volume is $1.6 billion`, `Его объём — 1,6 млрд`: a pronoun and a verb of amounting precede the number."""
    if number.start > _WITHIN:
        return False
    before = sentence[: number.start]
    return bool(_IT_AMOUNTS.compiled.match(before) or _ITS_VOLUME.compiled.match(before))


def counts_again(sentence: str, number: Number) -> bool:
    """`Their number will rise to 82.`, `Next year their number will be 82`: words for things counted before begin the sentence, perhaps after a time."""
    if number.start > _WITHIN or number.unit is not None or not _ends_clause(sentence, number):
        return False
    again = _COUNTED_AGAIN.compiled.search(sentence[: number.start])
    if again is None:
        return False
    words = WORD.findall(sentence[: again.start()])
    return not words or (len(words) <= _OF_A_TIME and bool(times_in(sentence[: again.start()])))


def _ends_clause(sentence: str, number: Number) -> bool:
    """Return whether a number ends its clause, or only the verb of the clause follows it."""
    return _NUMBER_ENDS.match(sentence, number.end) is not None or ends_number(sentence, number.end)


def counts_again_inside(sentence: str, number: Number) -> bool:
    """`He said that their number would go up from 72 to 92.`: such words begin a clause of the sentence."""
    is_alone = _NUMBER_ENDS.match(sentence, number.end) is not None and number.unit is None
    before = sentence[max(0, number.start - 2 * _WITHIN) : number.start]
    return is_alone and _COUNTED_INSIDE.compiled.search(before) is not None


def changes_again(sentence: str, number: Number) -> bool:
    """`It grew by 10.1 percent`, `The increase was 19 percent`, `That was 19 percent more`: a change whose clause has no other noun."""
    if number.unit not in {"percent", TIMES}:
        return False
    before = sentence[max(0, number.start - 2 * _WITHIN) : number.start]
    words = WORD.findall(before[max(before.rfind(", "), before.rfind(": "), before.rfind("; ")) + 1 :])
    if len(words) > _MOST_WORDS:
        return False
    changes = [word for word in words if _DIRECTION.compiled.fullmatch(word)]
    if any(fold_letters(word) not in _LINKING for word in words if word not in changes):
        return False
    return bool(changes) or _DIRECTION_BEHIND.compiled.match(sentence, number.end) is not None


REFERENCES: tuple[Callable[[str, Number], bool], ...] = (
    amounts_to,
    counts_again,
    counts_again_inside,
    changes_again,
)


def stands_for_measure(sentence: str, number: Number) -> bool:
    """Return whether a sentence gives a number of something that the sentence before names.

    Args:
        sentence: the sentence.
        number: a number in it.
    """
    return any(holds(sentence, number) for holds in REFERENCES)


def may_amount_to(sentence: str, number: Number) -> bool:
    """Return whether any noun may follow a number that a pronoun stands for: after `it stands at`, but not after `it is`."""
    words = map(fold_letters, WORD.findall(sentence[: number.start]))
    return BE.isdisjoint(words) and _IT_AMOUNTS.compiled.match(sentence[: number.start]) is not None
