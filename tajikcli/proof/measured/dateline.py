"""Datelines: where they end, and whether a draft is dated long before or after the meetings on record.

The figures of such a draft are those of another time.

The date stands alone in one of the first lines, or after a place in capitals: `DUSHANBE, 21 February 2024 –`.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from tajikcli.proof.measured.meeting_dates import DATE, day_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.proof.measured.meeting_dates import Day, Meeting

_LINES = 3  # the number of first lines that may have the date
_PLACE = re.compile(r"\W*(?:[^\W\d_a-z\u0430-\u044f\u0451]{3,40}[\s,.:/\u2013\u2014-]{1,9}){0,4}")
_DATELINE = re.compile(
    r"[^.!?:;()/\u2013\u2014]{3,60}(?P<agency>[(/][^()/\n]{2,40}[)/])?(?:\s-{1,2}\s|\s?[\u2013\u2014]\s)"
)
_WORD = re.compile(r"[^\W\d_]+")
_BESIDE = 25  # the maximum number of other characters in the line of a date that stands alone
_LONGEST = 200  # the number of characters of a line that are searched
_NEAR = 45  # the number of days before or after a meeting in which a draft may be about it
_YEAR = 365
_ANY_YEAR = 2000  # has 29 February


def is_dated_elsewhere(texts: Sequence[str], meetings: Sequence[Meeting]) -> bool:
    """Return whether a draft has a date that is far from those of all meetings on record.

    Args:
        texts: its paragraphs.
        meetings: the meetings.
    """
    lines = [line for text in texts[:_LINES] for line in text.split("\n", _LINES)[:_LINES] if line.strip()]
    days = [day for line in lines[:_LINES] if (day := _of_line(line[:_LONGEST])) is not None]
    return bool(days and meetings) and all(_is_far(days[0], one) for one in meetings)


def end_of_dateline(text: str) -> int:
    """Return the end of a place with a date or an agency before a dash: `OSLO, Norway, May 4 (Wire) - `; 0 if there is none."""
    match = _DATELINE.match(text)
    if match is None or not (match["agency"] or DATE.search(match[0])):
        return 0
    return match.end() if all(word[0].isupper() for word in _WORD.findall(match[0])) else 0


def _of_line(line: str) -> Day | None:
    match = DATE.search(line)
    if match is None:
        return None
    place = _PLACE.match(line)
    is_behind_place = place is not None and place[0].strip() != "" and place.end() == match.start()
    is_alone = len(line) - (match.end() - match.start()) <= _BESIDE
    return day_of(match) if is_behind_place or is_alone else None


def _is_far(day: Day, meeting: Meeting) -> bool:
    """Return whether a day is far from a meeting; without a year, it may be of any year."""
    try:
        held = date.fromisoformat(meeting.date)
        if day.year is not None:
            return abs((date(int(day.year), day.month, day.day) - held).days) > _NEAR
        off = abs((date(_ANY_YEAR, day.month, day.day) - held.replace(year=_ANY_YEAR)).days)
    except ValueError:
        return False  # no such day, or the record has only the month
    return min(off, _YEAR - off) > _NEAR
