"""Find figures in the narrator's relative clauses, beside which a sentence reports what somebody said.

In `Lind thanked him for help after the floods, in which 17 people died, and said his government would pay`, the number of
the dead need not be among the words of Lind.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import reports
from tajikcli.proof.speech import AND, PREPOSITIONS, SUBORDINATE, VERBS
from tajikcli.text import fold_letters, word_set

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*|[,;:]")
_RELATIVE = word_set(fold_letters(reports().relative))
_TELLING = VERBS - word_set(fold_letters(together().said_nouns))
_FAR = 300  # the number of characters beside a figure that are searched
_NEAR = 4  # the number of words after a clause that may contain the verb of saying


class Aside(Enum):
    """Whether a figure belongs to the words that its sentence reports."""

    NONE = auto()  # it may
    PERHAPS = auto()  # a verb of saying also precedes the relative clause
    SURE = auto()  # only the narrator speaks so far


def aside_of(sentence: str, start: int, end: int) -> Aside:
    """Return whether a figure is in a relative clause that ends before its sentence reports what somebody said.

    Args:
        sentence: the sentence.
        start: the offset of the figure.
        end: the offset after it.
    """
    before = [fold_letters(word) for word in _WORD.findall(sentence, max(0, start - _FAR), start)]
    comma = next((at for at in range(len(before) - 1, -1, -1) if before[at] == ","), None)
    if comma is None:
        return Aside.NONE
    first = comma + 1
    first += bool(PREPOSITIONS.intersection(before[first : first + 1]))
    if _RELATIVE.isdisjoint(before[first : first + 1]):
        return Aside.NONE
    behind = [fold_letters(word) for word in _WORD.findall(sentence, end, end + _FAR)]
    if "," not in behind or not _reports_then(behind[behind.index(",") + 1 :]):
        return Aside.NONE
    return Aside.SURE if _TELLING.isdisjoint(before[:comma]) else Aside.PERHAPS


def _reports_then(folded: list[str]) -> bool:
    """Return whether words begin with a further verb of saying (`and said`), or with one before a clause (`Lind said that`)."""
    for at, word in enumerate(folded[: _NEAR + 1]):
        if word in _TELLING:
            return folded[0] in AND or not SUBORDINATE.isdisjoint(folded[at + 1 : at + 3])
    return False
