"""Dates and periods: ISO 8601 calendar dates with reduced precision, and intervals of them.

A record says what its source says and no more, so `2024`, `2024-12` and `2024-12-24` are all dates;
`2024-01/2024-09` is an interval (ISO 8601-1:2019, 5.5). Compared by the first and last day they cover.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DATE = r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?"  # compiled when it is first needed: most starts don't


@lru_cache(maxsize=4096)  # an archive has few dates, each many times
def days(text: str) -> tuple[str, str]:
    """Return the first and the last day that a date or interval covers, both as `YYYY-MM-DD`.

    Args:
        text: a date of reduced precision, or two with `/` between.

    Returns:
        The two days; the same one twice where the date is a day.

    Raises:
        ValueError: no such date is in the calendar, or the interval ends before it starts.
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
    from calendar import monthrange  # noqa: PLC0415 - few queries ask for a month

    return monthrange(year, month)[1]


def months(text: str) -> str:
    """Return the years and the English months that a date or interval names, as words to search by.

    Args:
        text: a date or interval that `days` takes.
    """
    words = []
    for date_ in text.split("/"):
        year, _, rest = date_.partition("-")
        words += [year, MONTHS[int(rest[:2]) - 1]] if rest else [year]
    return " ".join(words)


def respell(text: str) -> str | None:
    """Return the ISO date that a date in a common other notation stands for, or None.

    Understands `20241224`, `24.12.2024`, `2024/12/24`, `2024.12.24`, missing zeros, a time of day behind an ISO date,
    and English months (`24 December 2024`, `Dec. 2024`); never guesses between day and month
    (`04/05/2024` gives None).

    Args:
        text: the date as someone wrote it.

    Returns:
        The date as `days` takes it.
    """
    written = re.sub(r"(?<=\d)[T ]\d\d:\d\d.*", "", text.strip())
    months = re.findall(r"[a-z]+", written.casefold())
    if len(months) == 1 and len(months[0]) >= 3:
        return _by_month(months[0], re.findall(r"\d+", written))
    numbers = re.findall(r"[0-9]+", written)
    if re.search(r"[^0-9./\s-]", written):
        return None
    if re.fullmatch(r"[0-9]{8}", written):
        return _sound([written[:4], written[4:6], written[6:]])
    if not 2 <= len(numbers) <= 3:
        return None
    if len(numbers[0]) == 4:
        parts = numbers
    elif len(numbers[-1]) == 4 and (
        "." in written or len(numbers) == 2 or (len(numbers[0]) <= 2 and int(numbers[0]) > 12)
    ):
        parts = numbers[::-1]
    else:
        return None
    return _sound(parts)


def _by_month(name: str, numbers: list[str]) -> str | None:
    month = next((n for n, full in enumerate(MONTHS, 1) if full.startswith(name)), None)
    years = [number for number in numbers if len(number) == 4]
    days_of_month = [number for number in numbers if len(number) <= 2]
    if month is None or len(years) != 1 or len(days_of_month) > 1 or len(numbers) > 2:
        return None
    return _sound([years[0], str(month), *days_of_month])


def _sound(parts: list[str]) -> str | None:
    candidate = "-".join([parts[0], *(part.zfill(2) for part in parts[1:])])
    try:
        days(candidate)
    except ValueError:
        return None
    return candidate


def written_out(text: str) -> str:
    """Return a date as English writes it out: `24 December 2024`, `December 2024`, `2024`.

    Args:
        text: a date of reduced precision, or two with `/` between.
    """
    return " to ".join(map(_written_out, text.split("/")))


def _written_out(text: str) -> str:
    year, *rest = text.split("-")
    month = [MONTHS[int(rest[0]) - 1].capitalize()] if rest else []
    return " ".join([*(str(int(day)) for day in rest[1:]), *month, year])
