"""Dates and periods: ISO 8601 calendar dates with reduced precision, and intervals of them.

A record is as precise as its source, so `2024`, `2024-12` and `2024-12-24` are all dates; `2024-01/2024-09` is an interval
(ISO 8601-1:2019, 5.5). Dates are compared by the first and the last day that they cover.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_DATE = r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?"  # compiled on first use, which most runs do not need


@lru_cache(maxsize=4096)  # an archive repeats few dates many times
def days(text: str) -> tuple[str, str]:
    """Return the first and the last day that a date or interval covers, both as `YYYY-MM-DD`.

    Args:
        text: a date, or two dates separated by `/`.

    Returns:
        The two days; both are the same if the date is a day.

    Raises:
        ValueError: the date is not in the calendar, or the interval ends before it starts.
    """
    start, slash, end = text.partition("/")
    first, last = _covered(start)
    if slash:
        last = _covered(end)[1]
        if last < first:
            raise ValueError(f"'{text}' ends before it starts")
    return first, last


def _covered(text: str) -> tuple[str, str]:
    match = re.fullmatch(_DATE, text)
    if match is None:
        raise ValueError(f"'{text}' is not a date")
    year, month, day = match.groups()
    try:
        if day:
            date(int(year), int(month), int(day))
            return text, text
        if month:
            date(int(year), int(month), 1)
            return f"{text}-01", f"{text}-{_days_in(int(year), int(month)):02}"
        date(int(year), 1, 1)
    except ValueError:
        raise ValueError(f"'{text}' is not in the calendar") from None
    return f"{text}-01-01", f"{text}-12-31"


def _days_in(year: int, month: int) -> int:
    if month == 12:  # the month after it may be in a year that `date` does not have
        return 31
    return (date(year, month + 1, 1) - date(year, month, 1)).days
