"""Recognise a figure that somebody only wants or plans to reach: `trade to reach 3 billion by 2040`."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from tajikcli.extract.clauses import CLAUSE
from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import reports
from tajikcli.language.forms import any_of

if TYPE_CHECKING:
    from tajikcli.extract.figures import Counted

_INTENDING = re.compile(rf"\b(?:{any_of(reports().intending)}|{'|'.join(together().goals)})\b", re.IGNORECASE)
_FAR = 1_000  # the number of characters before and after a figure that may be of its clause


class Goal(Enum):
    """Whether a figure is a goal.

    Attributes:
        NO: nobody wants to reach it, or it is of a year that is over.
        PERHAPS: words for a goal are before it, and the text does not say for when it is.
        YES: its clause has words for a goal, and its period is after the date of publication.
    """

    NO = "no"
    PERHAPS = "perhaps"
    YES = "yes"


def goal_of(sentence: str, counted: Counted, published: str | None) -> Goal:
    """Return whether a figure is a goal.

    Args:
        sentence: its sentence.
        counted: the figure.
        published: the date of publication; None if it is not known.
    """
    first, last = max(0, counted.start - _FAR), counted.end + _FAR
    begins = max((match.end() for match in CLAUSE.finditer(sentence, first, counted.start)), default=first)
    behind = CLAUSE.search(sentence, counted.end, last)
    period = counted.entry.period
    if period is None:
        is_before = _INTENDING.search(sentence, begins, counted.start)
        return Goal.PERHAPS if is_before and counted.relative is None else Goal.NO
    if published is None or period[:4] <= published[:4]:
        return Goal.NO
    intends = _INTENDING.search(sentence, begins, behind.start() if behind else last)
    return Goal.YES if intends else Goal.NO
