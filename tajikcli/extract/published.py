"""Find the date of publication of a text from its page, its address or the text itself; if there is any doubt, there is no date.

A page gives the time in UTC, but readers see the local date, which differs near midnight. So a local date
counts for more than a date in UTC, and a date in UTC alone counts only if it is the same in most places.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tajikcli.extract.dates import Dated, dates_in, days_without_year
from tajikcli.extract.page import Stamp, stamp_of
from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import reports
from tajikcli.language.forms import any_of
from tajikcli.text import fold_letters, word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from tajikcli.extract.page import Page

_ALL = together()
_REPORTS = reports()
_FIRST = 400  # the number of characters at the start of a text that are searched for its date
_NEAR = 30  # the maximum number of characters between a word such as `published` and its date
_HOURS = (
    min(low for low, _ in _REPORTS.hours_from_utc.values()),
    2,
)  # from UTC, for a text in an unknown language
_DAY = 24  # hours
_FAR_EAST = 16  # the hour in UTC at which the next day begins in the east of Asia
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/_.-]?(\d\d)[/_.-]?(\d\d)(?=[/_.-]|$)")
_PUBLISHED = re.compile(rf"\b(?:{any_of(_REPORTS.published)})\b[^\n]{{0,{_NEAR}}}$", re.IGNORECASE)
_CHANGED = re.compile(rf"\b(?:{any_of(_REPORTS.updated)})\b[^\n]{{0,{_NEAR}}}$", re.IGNORECASE)


def published(
    page: Page | None,
    paragraphs: Sequence[str],
    url: str | None,
    dateline: re.Match[str] | None,
    language: str | None,
) -> tuple[str | None, list[str]]:
    """Return the date of publication, or None and the candidates.

    Args:
        page: the metadata; None for a plain text.
        paragraphs: the paragraphs of the text.
        url: its address, if it is known.
        dateline: its dateline, with the groups `day` and `place`; None if there is none.
        language: the code of its language; None if it is not known.
    """
    zone = _REPORTS.hours_from_utc.get(language or "", _HOURS)
    days = _days_of_datelines(paragraphs)
    stamps = (
        [one._replace(sure=one.sure or (one.seen and one.iso[4:] in days)) for one in page.dates()]
        if page
        else []
    )
    address = _IN_ADDRESS.search(urlsplit(url).path if url else "")
    in_address = stamp_of("-".join(address.groups())) if address else None
    if in_address:
        stamps.append(in_address._replace(sure=True))
    in_text, doubtful = _in_text(paragraphs, dateline, in_address.iso[:4] if in_address else None)
    if len(stamps) == 1 and stamps[0].headed and not days:
        stamps = [stamps[0]._replace(sure=stamps[0].sure or not _is_later(paragraphs, stamps[0].iso))]
    sure = [one for one in stamps if one.sure]
    # A date in the text counts if there is no other date; it also confirms a date in UTC that may be a
    # different day elsewhere.
    sure += [Stamp(one, sure=True) for one in in_text if not sure or _is_near(one, sure[0].iso)]
    seen = {one.iso for one in stamps if one.seen and one.hour is None}
    date = _agreed(sure, seen, zone)
    shown = {*in_text, *doubtful, *(page.shown() if page else ())}
    if (
        date is not None
        and not any(_contradicts(one, date) for one in stamps)
        and not _is_weak(date, stamps, shown, zone)
    ):
        # Dates that the text gives in another way, or the only date of the page beside another one in the text.
        others = in_text if in_text or len(stamps) != 1 or stamps[0].seen else doubtful
        if not any(other != date and not _is_near(other, date) for other in others):
            return date, []
    return None, list(dict.fromkeys([*(one.iso for one in (*sure, *stamps)), *in_text, *doubtful]))


def _agreed(sure: Sequence[Stamp], seen: Collection[str], zone: tuple[int, int]) -> str | None:
    """Return the date if all sources agree on it.

    Args:
        sure: the dates that the page gives as the date of publication.
        seen: dates that readers see, which confirm a date in UTC.
        zone: the smallest and the largest difference from UTC in hours, where the text may be from.
    """
    local = {one.iso for one in sure if one.hour is None}
    universal = [one for one in sure if one.hour is not None]
    if local:
        date = next(iter(local))
        # An earlier local date may also be that of the draft, so readers must see it.
        moments = {one.moment for one in sure if one.hour is None and one.moment}
        is_same = all(
            one.moment in moments or (_may_be(date, one) and (date >= one.iso or date in seen))
            for one in universal
        )
        return date if len(local) == 1 and is_same else None
    different = {one.iso for one in universal}
    is_clear = any(one.hour is not None and -zone[0] <= one.hour < _DAY - zone[1] for one in universal)
    return different.pop() if len(different) == 1 and (is_clear or different.issubset(seen)) else None


def _may_be(date: str, universal: Stamp) -> bool:
    """Return whether a local date may be the date of a time in UTC."""
    hour = universal.hour or 0
    if date == universal.iso or not _is_near(date, universal.iso):
        return date == universal.iso
    return hour < -_HOURS[0] if date < universal.iso else hour >= _FAR_EAST


def _contradicts(other: Stamp, date: str) -> bool:
    """Return whether a second date on the page makes the date of publication doubtful.

    Readers see a different date, or the page was changed before that date.
    """
    if other.seen and other.hour is None:
        return other.iso != date
    return (
        not other.sure
        and other.iso < date
        and (other.seen or not _is_near(other.iso, date) or other.hour is not None)
    )


def _is_weak(date: str, stamps: Sequence[Stamp], shown: Collection[str], zone: tuple[int, int]) -> bool:
    """Return whether a date of publication needs the confirmation of a date that readers see, and has none.

    Args:
        date: the date.
        stamps: the dates that the page gives.
        shown: all dates that readers see.
        zone: the smallest and the largest difference from UTC in hours, where the text may be from.
    """
    is_early = any(one.sure and one.hour is not None and one.hour < -zone[0] for one in stamps)
    if is_early and any(_days(other, date) == 1 for other in shown):
        return True  # in UTC; the date before may be the local one
    if date in shown:
        return False
    is_alone = len(stamps) == 1 and stamps[0].weak
    return is_alone or any(not one.sure and _days(date, one.iso) > _LONG for one in stamps)


_LONG = 365  # days after which a changed page may be another text


def _is_near(one: str, other: str) -> bool:
    """Return whether two dates may be the same time in two places."""
    return abs(_days(one, other)) <= 1


def _days(one: str, other: str) -> int:
    """Return the number of days from one date to another."""
    from datetime import date

    return (date.fromisoformat(other) - date.fromisoformat(one)).days


def _in_text(
    paragraphs: Sequence[str], dateline: re.Match[str] | None, year: str | None
) -> tuple[list[str], list[str]]:
    """Return the dates that a text gives as its date of publication, and other candidates."""
    beginning = _beginning(paragraphs)
    sure, perhaps = [], []
    for one in dates_in(beginning):
        before = beginning[: one.start].rpartition("\n")[2]
        if _CHANGED.search(before):
            perhaps.append(one.iso)
        elif (
            _says_published(before)
            or _stands_alone(beginning, one)
            or _begins_a_dateline(beginning, one)
            or _is_first_of_a_line(beginning, one)
        ):
            sure.append(one.iso)
        else:
            perhaps.append(one.iso)
    label = ""  # the line before, if it may say what the next line is: `Published on:`
    for paragraph in paragraphs:  # the whole text, including its end
        if len(paragraph) < _FIRST:
            sure += [
                one.iso for one in dates_in(paragraph) if _says_published(label + paragraph[: one.start])
            ]
        label = (
            f"{paragraph.strip()} " if len(paragraph) <= _NEAR and paragraph.rstrip().endswith(":") else ""
        )
    if dateline is not None and dateline["day"]:
        sure += [one.iso for one in dates_in(dateline["day"])]
    if dateline is not None and dateline["day"] and year:
        sure += [f"{year}{day.iso[1:]}" for day in days_without_year(dateline["day"])]
    different = dict.fromkeys(sure)
    if dateline is not None and dateline["day"] and not year:
        # The date of a page above an older report.
        days = [day.iso[1:] for day in days_without_year(dateline["day"])]
        if any(not any(_is_shortly_after(one, day) for one in different) for day in days):
            return [], [*different, *perhaps]
    return (list(different), perhaps) if len(different) == 1 else ([], [*different, *perhaps])


def _is_later(paragraphs: Sequence[str], date: str) -> bool:
    """Return whether a day at the beginning of a text, with or without a year, is later than a date, which is then of something else."""
    beginning = _beginning(paragraphs)
    days = [one.iso for one in dates_in(beginning)]
    days += [f"{date[:4]}{one.iso[1:]}" for one in days_without_year(beginning)]
    return any(day > date for day in days)


def _days_of_datelines(paragraphs: Sequence[str]) -> set[str]:
    """Return the days without a year of lines near the beginning that have only a place and a day: `-05-04` of `OSLO, May 4`."""
    return {
        day.iso[1:]
        for line in paragraphs[:_TOP]
        if len(line) <= _LONGEST_DATELINE
        for day in days_without_year(line)
        if all(word[0].isupper() for word in re.findall(r"[^\W\d_]+", line[: day.start]))
        and not re.search(r"\w", line[day.end :])
    }


_TOP = 5
_LONGEST_DATELINE = 60  # characters


def _is_shortly_after(date: str, day: str) -> bool:
    """Return whether a date is that of a day without a year, or follows shortly."""
    years = {int(date[:4]), int(date[:4]) - 1}
    return any(abs(_days(f"{year}{day}", date)) <= _SHORTLY for year in years if _is_date(f"{year}{day}"))


def _is_date(iso: str) -> bool:
    return stamp_of(iso) is not None


_SHORTLY = 3  # days


def _says_published(before: str) -> bool:
    return bool(_PUBLISHED.search(before)) and not _CHANGED.search(before)


def _beginning(paragraphs: Sequence[str]) -> str:
    text = ""
    for paragraph in paragraphs:
        if len(text) > _FIRST:
            break
        text += paragraph[: _FIRST * 2] + "\n"
    return text


def _stands_alone(text: str, one: Dated) -> bool:
    """Return whether a line has only a date, a time of day and a day of the week."""
    line = text[text.rfind("\n", 0, one.start) + 1 : one.start]
    end = text.find("\n", one.end)
    behind = text[one.end : end if end >= 0 else len(text)]
    if len(line) + len(behind) > _LONGEST_LINE:
        return False
    rest = _ADDRESS.sub(" ", f"{line} {behind}")
    words = [word for word in re.findall(r"[^\W\d_]{3,}", rest) if fold_letters(word) not in _BESIDE_DATES]
    # The place may be beside it.
    return not words or (
        bool(_TIME.search(rest) or (_is_place_beside(line, rest) and not _NO_PLACE.search(rest)))
        and len(words) <= _PLACE
        and all(word[0].isupper() for word in words)
    )


def _is_place_beside(before: str, rest: str) -> bool:
    """Return whether a comma separates a date from what its line has before it or behind it."""
    before = before.strip()
    return before.endswith(",") if before else "," in rest


def is_only_a_date(line: str) -> bool:
    """Return whether a line has only a date, with a day of the week or a time of day."""
    return any(_stands_alone(line, one) for one in dates_in(line))


def _begins_a_dateline(text: str, one: Dated) -> bool:
    """Return whether a date begins a line, with a place or an agency behind it, and a dash: `4 May 2031, Oslo. - The minister`."""
    place = _UP_TO_DASH.match(text, one.end)
    begins = one.start == 0 or text[one.start - 1] == "\n"
    names = re.findall(r"[^\W\d_]+", place[0]) if place and begins else []
    return bool(names) and all(name[0].isupper() for name in names)


def _is_first_of_a_line(text: str, one: Dated) -> bool:
    """Return whether a line begins with only a date and a place, and a full stop: `Oslo, 4 May 2031. The minister …`."""
    begin = text.rfind("\n", 0, one.start) + 1
    stop = _UP_TO_STOP.match(text, one.end)
    return (
        begin > 0
        and stop is not None
        and one.start - begin <= _LONGEST_DATELINE
        and text[begin : stop.end()].count(",") == 1
        and _stands_alone(
            text[begin : stop.end() - 1], one._replace(start=one.start - begin, end=one.end - begin)
        )
    )


_UP_TO_STOP = re.compile(r"[^\n.\d]{0,40}\.(?=\s)")
_UP_TO_DASH = re.compile(r"(?:[^\n\d\u2013\u2014-]|(?<=\w)-(?=\w)){1,60}[\u2013\u2014-]{1,2}\s")
_TIME = re.compile(r"\b\d{1,2}:\d\d\b")
_NO_PLACE = re.compile(r"[^\w\s,.'\u2019-]|\d")  # a line with a date and a place has none of these
_ADDRESS = re.compile(r"https?://\S+")
_LONGEST_LINE = (
    500  # the maximum number of characters beside a date that may be no more than an address and a time
)
_PLACE = 3  # the maximum number of words of a place
_BESIDE_DATES = word_set(fold_letters(f"{_ALL.weekdays} {_REPORTS.year_words} {_REPORTS.published_words}"))
