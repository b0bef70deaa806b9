"""The time that a text names for a figure: a year, a year relative to its own, and whether it is in the future."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import together
from tajikcli.language.all_wordings import wordings
from tajikcli.language.forms import OnFirstUse, any_of
from tajikcli.language.spotting import Worded
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Iterator

_ALL, _WORDINGS = together(), wordings()
_PRESENT = Worded(rf"\b(?:{any_of(_WORDINGS.present)})\b", _WORDINGS.present)
_JOINT = re.compile(rf"\s(?:{any_of(f'{_ALL.joining} {_ALL.subordinating}')})\s", re.IGNORECASE)
_FUTURE = Worded(rf"\b(?:{any_of(_WORDINGS.future)})\b", _WORDINGS.future)
_COMPARING = OnFirstUse(rf"\b(?:{any_of(_WORDINGS.comparing)})\b")
_COMPARING_LOOSELY = OnFirstUse(rf"\b(?:{any_of(f'{_WORDINGS.comparing} {_WORDINGS.comparing_loosely}')})\b")
_DIGIT = re.compile(r"\d")
_OWN_NUMBER = re.compile(r"\D{0,3}\d[\d.,]*")
_COMPARED = 45  # the number of characters before a time that may contain a word of comparison
YEAR = re.compile(r"(?:19|20)\d\d(?<![\d$\u20ac.,-].{4})(?![\d%]|[.,]\d)")
_RELATIVE = Worded(rf"\b(?:{any_of(_ALL.relative_years)})\b", _ALL.relative_years)


class Time(NamedTuple):
    """The time that a text names for a figure.

    Attributes:
        year: the year, as written; None if the words do not name one.
        offset: the year relative to the year of the meeting; None if the words do not say.
        future: whether the words are about the future.
    """

    year: str | None
    offset: int | None
    future: bool
    will: bool

    def from_year(self, year: str) -> int | None:
        """Return the year relative to a given year, such as that of a meeting."""
        return self.offset if self.year is None else int(self.year) - int(year)


def is_future(text: str) -> bool:
    """Return whether words are about the future."""
    return _FUTURE.search(text) is not None


def time_of(before: str, part: str, behind: str, at: int) -> Time:
    """Return the time that a text names for a figure.

    Args:
        part: the words between the commas around it.
        before: those of the sentence before them, which count if these name no time.
        behind: those after them, which count last, and only if they have no number of their own.
        at: the offset of the number in its part.
    """
    earlier = _times_before(before)
    if earlier == {0} and is_future(part[:at]):
        earlier = frozenset()  # `There are 72 now, and there will be 82`
    times = _times_of_part(part, at) or earlier or (frozenset() if has_figure(behind) else times_in(behind))
    (moment,) = times if len(times) == 1 else (None,)
    year, offset = (moment, None) if isinstance(moment, str) else (None, moment)
    return Time(year, offset, is_future(part), is_future(part[:at]))


def _times_of_part(part: str, at: int) -> frozenset[str | int]:
    """Return the times of a clause; if it has both the present and another time, those nearest to its number.

    In `there are 72 now and next year there will be 82`, each number has the time beside it, and in `at 72 and promised 82 from next
    year`, the first has none.
    """
    times = times_in(part)
    own = _past_number(part, at)
    joint = _JOINT.search(part, own)
    if joint is not None and _DIGIT.search(YEAR.sub(lambda match: " " * len(match[0]), part), joint.end()):
        part = part[: joint.start()]
        times = times_in(part)
    present = _presents(part)
    if not present or not times - {0}:
        return times
    moments = sorted([*((place, 0) for place in present), *_moments(part)], key=lambda one: one[0])
    before = [time for place, time in moments if place < at][-1:]
    other = _DIGIT.search(YEAR.sub(lambda match: " " * len(match[0]), part), _past_number(part, at))
    end = other.start() if other else len(part)
    behind = [time for place, time in moments if at <= place < end][:1]
    return frozenset(before + behind)


def _past_number(part: str, at: int) -> int:
    """Return the offset after the number that begins at an offset."""
    match = _OWN_NUMBER.match(part, at)
    return match.end() if match else at


def _times_before(text: str) -> frozenset[str | int]:
    """Return the times before a clause, without words for the present that belong to a figure there: `72 today, and 82 …`."""
    times = times_in(text)
    if times == {0}:
        figure = _DIGIT.search(YEAR.sub("", text))
        return times_in(text[: figure.start()]) if figure else times
    return times


def has_figure(text: str) -> bool:
    """Return whether a text has a number that is not a year."""
    return bool(_DIGIT.search(YEAR.sub("", text)))


@lru_cache(maxsize=256)
def times_in(text: str) -> frozenset[str | int]:
    """Return the years that a text names, directly or relative to its own year, except years used for comparison."""
    found = frozenset(time for _, time in _moments(text))
    return found or frozenset([0] * bool(_presents(text)))


def relative_times(text: str) -> list[str]:
    """Return the words of a text for years relative to its own, folded: `last year`."""
    return [match[0] for match in _RELATIVE.finditer(fold_letters(text))]


def begins_with_time(text: str) -> bool:
    """Return whether a text begins with words for a year, directly or relative to its own year: ` next year`."""
    return any(place <= 1 for place, _ in _moments(text))


def _presents(text: str) -> list[int]:
    """Return the offsets of words for the present, except those with which another time is compared: `ten more than it has now`."""
    return [
        match.start()
        for match in _PRESENT.finditer(text)
        if not _is_compared(text, match.start(), _COMPARING)
        or _DIGIT.search(text, max(0, match.start() - _COMPARED), match.start())
    ]


def _moments(text: str) -> list[tuple[int, str | int]]:
    """Return the years that a text names, directly or relative to its own year, each with its offset."""
    folded = fold_letters(text)
    found: list[tuple[int, str | int]] = []
    for match in _RELATIVE.finditer(folded):
        offset = _ALL.relative_years[" ".join(match[0].split())]
        if offset >= 0 or not _is_compared(folded, match.start(), _COMPARING_LOOSELY):
            found.append((match.start(), offset))
    return [*found, *((match.start(), match[0]) for match in _years(text))]


@lru_cache(maxsize=256)
def years_in(text: str) -> frozenset[str]:
    """Return the years that a text names, except years used for comparison: `a fifth more than in 2023`."""
    return frozenset(match[0] for match in _years(text))


def _years(text: str) -> Iterator[re.Match[str]]:
    return (match for match in YEAR.finditer(text) if not _is_compared(text, match.start(), _COMPARING))


def compared_years(text: str) -> frozenset[str]:
    """Return the years with which a text compares another: `a fifth more than in 2022`."""
    return frozenset(
        match[0] for match in YEAR.finditer(text) if _is_compared(text, match.start(), _COMPARING)
    )


def _is_compared(text: str, start: int, comparing: OnFirstUse) -> bool:
    return comparing.compiled.search(text, max(0, start - _COMPARED), start) is not None
