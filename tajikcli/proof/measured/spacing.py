"""Texts in which a run of white space is one space, so that a line break inside `ten thousand` changes nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

# A run of white space other than one space.
_RUN = re.compile(r"\s(?:(?<! )\s*|\s+)")
# Behind a line break, these begin the row of a table, the item of a list, or a quotation.
_BEGINNING = frozenset("|\u2022\u25cf\u25aa\u25ab\u25e6\u2023\u00b7\u25ba\u2013\u2014-")
_OPENING = frozenset("\"'\u201c\u2018\u201e\u00ab\ufffc")  # blanks behind them stand for a quotation


class Spaced(NamedTuple):
    """A text in which a run of white space is one space.

    Attributes:
        text: the text.
        places: the offsets in it behind the runs that were longer.
        lost: for each of them, the number of characters that the original has more up to there.
    """

    text: str
    places: tuple[int, ...] = ()
    lost: tuple[int, ...] = ()

    def original(self, place: int) -> int:
        """Return the offset in the original of an offset in the text."""
        at = bisect_right(self.places, place)
        return place + self.lost[at - 1] if at else place


def evenly_spaced(text: str) -> Spaced:
    """Return a text with one space for each run of white space, except between lines that do not continue each other."""
    parts, places, lost, end, length = [], [], [], 0, 0
    for match in _RUN.finditer(text):
        if _is_kept(text, match):
            continue
        parts += [text[end : match.start()], " "]
        length += match.start() - end + 1
        end = match.end()
        places.append(length)
        lost.append(end - length)
    return Spaced("".join([*parts, text[end:]]), tuple(places), tuple(lost)) if parts else Spaced(text)


def _is_kept(text: str, run: re.Match[str]) -> bool:
    """Return whether a run separates lines of a list or table or paragraphs, or stands for a quotation."""
    if text[max(0, run.start() - 1) : run.start()] in _OPENING:
        return True
    breaks = run[0].count("\n")
    return breaks > 1 or (breaks == 1 and text[run.end() : run.end() + 1] in _BEGINNING)
