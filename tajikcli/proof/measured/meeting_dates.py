"""The day that a text gives for a meeting on record: `Putin and Rahmon met on 25 December`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import together
from tajikcli.language.all_wordings import wordings
from tajikcli.language.countries import capital_of, is_adjective
from tajikcli.language.forms import any_of, nominatives
from tajikcli.language.spotting import Worded, Words
from tajikcli.language.transliteration import sounds
from tajikcli.proof.numbers import MONTH, MONTHS_WRITTEN, month_of
from tajikcli.proof.sentences import sentence_spans
from tajikcli.proof.speakers.marks import TOKEN
from tajikcli.proof.speech import COUNTERPARTS, DETERMINERS, LEADERS, OWNERS, PLACING, RANKS
from tajikcli.text import fold_letters, word_set
from tajikcli.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tajikcli.proof.speakers.naming import Names

_ALL = together()
_DAYS = wordings().days
_ENDING = rf"(?:{any_of(_ALL.ordinal_endings)})?"
_OF = rf"(?:{any_of(_ALL.of)})\s"
# `fourteenth of December`, but not `the first December meeting`; in Cyrillic, the ordinal is alone.
_IN_WORDS = rf"\b(?:{any_of(_DAYS)})\b(?=\s+(?:{_OF}|[^\x00-\x7f]))"
_THE = rf"(?:{any_of(_ALL.articles)})\s+"
DATE = Worded(
    rf"(?<![\d.,:$-])(?:(?:(?P<day>[0-3]?\d){_ENDING}|(?P<day_worded>{_IN_WORDS}))\s+(?:{_OF}\s*)?(?P<month>{MONTH})|(?P<month_first>{MONTH})\s+(?:(?P<day_last>[0-3]?\d){_ENDING}|{_THE}(?P<day_behind>{any_of(_DAYS)})\b))"
    r"(?:,?\s+(?P<year>\d{4})\b)?(?![\w-])"
    r"|\b(?P<iso>\d{4}-[01]\d-[0-3]\d)\b|(?<![\w.,:/$-])(?P<digits>[0-3]?\d(?P<mark>[./])[0-3]?\d(?P=mark)\d{4})\b",
    [*_DAYS, *MONTHS_WRITTEN],
    digits=True,
)
# These checks are faster than a search for dates.
_DIGITS = re.compile(r"\d+")
_DAY_ALONE = re.compile(
    r"(?<![\w.,$\u20ac-])[0-3]?\d(?![\d%]|[.,]\d)|\b\d{4}-\d\d-\d\d|\b\d{1,2}[./]\d{1,2}[./]\d{4}"
)
_IN_DIGITS = re.compile(r"\d[./-]\d")
_DAY_IN_WORDS = Words(_DAYS)
_WITH_MONTH = Words(MONTHS_WRITTEN)
_MEETING = Worded(rf"\b(?:{any_of(_ALL.meeting_words)})\b", _ALL.meeting_words)
_HOSTING = Worded(rf"\b(?:{any_of(wordings().hosting)})\b", wordings().hosting)
_GATHERING = Worded(rf"\b(?:{any_of(wordings().gatherings)})\b", wordings().gatherings)
_OTHER_MEETING = Worded(rf"\b(?:{any_of(wordings().other_meetings)})\b", wordings().other_meetings)
_MONTHS = 12  # in a year
_INTRODUCING = 2  # the maximum number of words before a date that introduces a sentence
_MOST_DATES = 10  # the number of days in a sentence that are looked at
_GUEST = 80  # the number of characters after a verb of hosting that are searched for the guest
# `received by Putin` is the same meeting as `Putin received`.
_BEFORE_GUESTS = RANKS | COUNTERPARTS | DETERMINERS | OWNERS | word_set(_ALL.agents)
_ABBREVIATION = re.compile(r"\b[^\W\da-z\u0430-\u044f_]{2,5}\b")  # the name of another meeting: CIS
_LEADERS = frozenset(map(stem, LEADERS))
_PEOPLE = 2  # the minimum number of people at a meeting


class Meeting(NamedTuple):
    """A meeting on record.

    Attributes:
        date: its day, in ISO 8601.
        title: its title.
        places: the capitalised words of its place, as `sounds` gives them.
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
    if not meetings or not _may_have_day(text):
        return
    if not _MEETING.search(text) and not _HOSTING.search(text):
        return
    for start, end in sentence_spans(text):
        sentence = text[start:end]
        if not _may_have_day(sentence) or not (
            _WITH_MONTH.may_be_in(sentence) or _IN_DIGITS.search(sentence)
        ):
            continue
        all_dates = list(DATE.finditer(sentence))
        dates, whole = _of_a_meeting(all_dates, sentence), len(all_dates) == 1
        day = day_of(dates[0]) if len(dates) == 1 else None
        if day is None:
            continue
        (date,) = dates
        if _OTHER_MEETING.search(sentence):
            continue
        comma = sentence.find(",", date.end())
        begin = 0 if whole else sentence.rfind(",", 0, date.start()) + 1
        if (
            comma >= 0
            and sentence[begin : date.start()].count(" ") <= _INTRODUCING
            and comma - date.end() <= 1
        ):
            comma = sentence.find(",", comma + 1)  # `On 25 December, the leaders of the CIS met`
        clause = sentence[begin : comma if comma >= 0 else len(sentence)]
        if _GATHERING.search(clause) and not any(_GATHERING.search(one.title) for one in meetings):
            continue  # `On 28 November they met at a summit of the organisation`
        if _is_elsewhere(clause, meetings):
            continue
        shortened = _ABBREVIATION.finditer(clause)
        if any(
            not any(sounds(fold_letters(match[0])) in one.places for one in meetings)
            and names.at([match[0]], 0) is None  # `PUTIN`
            for match in shortened
        ):
            continue  # `at the CIS summit on 25 December`, but not `on 24 December, before a summit of the CIS`
        if not _MEETING.search(sentence) and not _hosts(sentence, names):
            continue
        years = {day.year} if day.year else {one.date[:4] for one in meetings}
        month_and_day = f"-{day.month:02}-{day.day:02}"
        # `24 December 2023`: the same day of a year without a meeting
        near = [one for one in meetings if one.date[:4] in years] or [
            one for one in meetings if one.date[4:] == month_and_day
        ]
        if not near or not _is_of_a_meeting(sentence, near, names):
            continue
        same = next((one for one in near if one.date[4:] == month_and_day and one.date[:4] in years), None)
        yield Dated(date.start() + start, date.end() + start, same)


def _may_have_day(text: str) -> bool:
    """Return whether a text may have a day; this is faster than a search for dates."""
    return _DAY_IN_WORDS.may_be_in(text) or any(
        _DAY_ALONE.match(text, digits.start()) for digits in _DIGITS.finditer(text)
    )


def _is_elsewhere(clause: str, meetings: Sequence[Meeting]) -> bool:
    """Return whether words say that something took place in a capital that is not the place of a meeting on record: `met in Oslo`."""
    words = TOKEN.findall(clause)
    return any(
        capital_of(word) is not None
        and fold_letters(words[place]) in PLACING
        and not any(
            sounds(form) in one.places for one in meetings for form in nominatives(fold_letters(word))
        )
        for place, word in enumerate(words[1:])
    )


class Day(NamedTuple):
    """A day; the year is None if it is not written."""

    year: str | None
    month: int
    day: int


def _of_a_meeting(dates: list[re.Match[str]], sentence: str) -> list[re.Match[str]]:
    """Return those of several days that stand between the same commas as a word for a meeting."""
    if len(dates) < 2:
        return dates
    kept = []
    for date in dates[:_MOST_DATES]:
        begin, end = sentence.rfind(",", 0, date.start()) + 1, sentence.find(",", date.end())
        if end >= 0 and sentence[begin : date.start()].count(" ") + end - date.end() <= _INTRODUCING:
            end = sentence.find(",", end + 1)  # `, and on 22 December, Putin met Rahmon`
        part = sentence[begin : end if end >= 0 else len(sentence)]
        if _MEETING.search(part) or _HOSTING.search(part):
            kept.append(date)
    return kept


def day_of(date: re.Match[str]) -> Day | None:
    """Return the day of a match; None if nobody knows which number is the month: `04/05/2024`."""
    if date["iso"]:
        year, month, day = date["iso"].split("-")
        return Day(year, int(month), int(day))
    if date["digits"]:
        first, second, year = date["digits"].split(date["mark"])
        if date["mark"] == "." or int(first) > _MONTHS:
            return Day(year, int(second), int(first))
        return Day(year, int(first), int(second)) if int(second) > _MONTHS else None
    return Day(
        date["year"],
        month_of(date["month"] or date["month_first"]),
        _number_of(date["day"] or date["day_last"] or date["day_worded"] or date["day_behind"]),
    )


def _number_of(day: str) -> int:
    """Return the number of a day in digits or words."""
    return int(day) if day.isdecimal() else _DAYS[" ".join(day.casefold().split())]


def _hosts(sentence: str, names: Names) -> bool:
    """Return whether somebody receives a speaker on record: `Putin received his guest, President Rahmon`."""
    for match in _HOSTING.finditer(sentence):
        words = TOKEN.findall(sentence[match.end() : match.end() + _GUEST])
        for place, word in enumerate(words):
            if names.at(words, place) is not None:
                return True
            folded = fold_letters(word)
            if folded != "," and folded not in _BEFORE_GUESTS and not is_adjective(folded):
                break  # `received a letter from Rahmon`
    return False


def _is_of_a_meeting(sentence: str, meetings: Sequence[Meeting], names: Names) -> bool:
    words = TOKEN.findall(sentence)
    people = {named[1] for place in range(len(words)) if (named := names.at(words, place)) is not None}
    if len(people) >= _PEOPLE:
        return True
    capitals = {
        sounds(form) for word in words if word[0].isupper() for form in nominatives(fold_letters(word))
    }
    leaders = bool(people) or any(stem(fold_letters(word)) in _LEADERS for word in words)
    return leaders and any(one.places & capitals for one in meetings)
