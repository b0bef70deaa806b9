"""The day that a text gives for a meeting on record: `Putin and Rahmon met on 25 December`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import together
from tajikcli.language.forms import any_of, meaning_of
from tajikcli.proof.sentences import sentence_spans
from tajikcli.proof.speakers.mentions import TOKEN
from tajikcli.proof.speech import LEADERS
from tajikcli.text import fold_letters
from tajikcli.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tajikcli.proof.speakers.naming import Names

_ALL = together()
_MONTH = any_of(_ALL.months)
_DAY = rf"(?P<day{{0}}>[0-3]?\d)(?:{any_of(_ALL.ordinal_endings)})?"
_DATE = re.compile(
    rf"(?<![\d.,:$-])(?:{_DAY.format('')}\s+(?:{any_of(_ALL.of)}\s+)?(?P<month>{_MONTH})|(?P<month_first>{_MONTH})\s+{_DAY.format('_last')})"
    r"(?:,?\s+(?P<year>\d{4})\b)?(?![\w-])",
    re.IGNORECASE,
)
# This check is faster than a search for dates.
_DIGIT = re.compile(r"\d")
_DAY_ALONE = re.compile(r"(?<![\w.,$\u20ac-])[0-3]?\d(?![\d%]|[.,]\d)")
_MEETING = re.compile(rf"\b(?:{any_of(_ALL.meeting_words)})\b", re.IGNORECASE)
_ABBREVIATION = re.compile(r"\b[^\W\da-z\u0430-\u044f_]{2,}\b")  # the name of another meeting: CIS
_LEADERS = frozenset(map(stem, LEADERS))
_PEOPLE = 2  # the minimum number of people at a meeting


class Meeting(NamedTuple):
    """A meeting on record.

    Attributes:
        date: its day, in ISO 8601.
        title: its title.
        places: the folded capitalised words of its place.
    """

    date: str
    title: str
    places: frozenset[str]


class Dated(NamedTuple):
    """A day that a text gives for a meeting.

    Attributes:
        start: offset of its first character in the paragraph.
        end: offset after its last character.
        meeting: the meeting on that day; None if there is none on record.
    """

    start: int
    end: int
    meeting: Meeting | None


def meeting_dates(text: str, meetings: Sequence[Meeting], names: Names) -> Iterator[Dated]:
    """Yield the days that a paragraph gives for meetings on record.

    A sentence counts that has a word for a meeting, one day with its month, and two speakers on record, or a speaker or leaders and the meeting's place.

    Args:
        text: the paragraph, with quotations blanked out.
        meetings: the meetings on record.
        names: the names of speakers.
    """
    if not meetings or not _DIGIT.search(text) or not _DAY_ALONE.search(text) or not _MEETING.search(text):
        return
    for start, end in sentence_spans(text):
        sentence = text[start:end]
        dates = list(_DATE.finditer(sentence))
        if len(dates) != 1 or not _MEETING.search(sentence) or _ABBREVIATION.search(sentence):
            continue
        (date,) = dates
        years = {date["year"]} if date["year"] else {one.date[:4] for one in meetings}
        near = [one for one in meetings if one.date[:4] in years]
        if not near or not _is_of_a_meeting(sentence, near, names):
            continue
        month = meaning_of(fold_letters(date["month"] or date["month_first"]), _ALL.months)
        day = f"-{month:02}-{int(date['day'] or date['day_last']):02}"
        same = next((one for one in near if one.date[4:] == day), None)
        yield Dated(date.start() + start, date.end() + start, same)


def _is_of_a_meeting(sentence: str, meetings: Sequence[Meeting], names: Names) -> bool:
    words = TOKEN.findall(sentence)
    people = {named[1] for place in range(len(words)) if (named := names.at(words, place)) is not None}
    if len(people) >= _PEOPLE:
        return True
    capitals = {fold_letters(word) for word in words if word[0].isupper()}
    leaders = bool(people) or any(stem(fold_letters(word)) in _LEADERS for word in words)
    return leaders and any(one.places & capitals for one in meetings)
