"""The reasons for not judging a number beside a measure: predicates with examples; the first that holds is reported.

A false alarm costs more trust than a miss, and the answer lists the figures that are not judged. To add a
reason, write a predicate and add it to `SILENCES` with its description. The reasons that only a comparison with the
record shows are `REASONS` of `verdict.py`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.all_wordings import wordings
from tajikcli.language.forms import OnFirstUse, any_of
from tajikcli.language.spotting import Worded
from tajikcli.proof.grammar import OF, SAYING
from tajikcli.proof.measured.amounts import FAR_OFF
from tajikcli.proof.measured.another_measure import is_of_another_measure
from tajikcli.proof.measured.countries_near import BESIDE_RANK, names_party
from tajikcli.proof.measured.marks import around
from tajikcli.proof.measured.matters import Matter
from tajikcli.proof.measured.measures import stem_of
from tajikcli.proof.measured.times import is_future, times_in
from tajikcli.proof.measured.wording import NEAR, Part
from tajikcli.proof.multiples import is_complete
from tajikcli.proof.number_words import CARDINAL, CARDINALS, HALVES
from tajikcli.proof.speech import DETERMINERS, PREPOSITIONS
from tajikcli.text import fold_letters, word_set

if TYPE_CHECKING:
    from collections.abc import Callable

    from tajikcli.proof.measured.question import Question
    from tajikcli.proof.measured.sentence import FigureSentence
    from tajikcli.proof.numbers import Number

_ALL, _WORDINGS = together(), wordings()
_APART_FROM = Worded(rf"\b(?:{any_of(_WORDINGS.apart_from)})\s", _WORDINGS.apart_from)
_BY = OnFirstUse(rf"\b(?:{any_of(_ALL.by_how_much)})\s+(?:(?:{any_of(_ALL.articles)})\s+)?$")
_CLOSING = " \t\n\"'\u201d\u2019\u00bb)]"  # marks that may follow a question mark
_OPENING = re.compile(r",\s{1,3}|\s{1,3}\(")
# What follows a multiple that compares a number with another: `twice the amount`, `double that of`.
_COMPARED_WITH = DETERMINERS | OF | word_set(fold_letters(f"{_ALL.articles} {' '.join(_ALL.as_saying)}"))
_YEARS = Worded(
    rf"\b(?:(?:{CARDINAL}|\d{{1,2}})\s(?:{any_of(_WORDINGS.years)})|{any_of(_WORDINGS.longer_times)})\b",
    [*CARDINALS, *HALVES, *_WORDINGS.longer_times],
    digits=True,
)
_SHORT_TIME = Worded(
    rf"\b(?:{any_of(_WORDINGS.short_times)})\b(?!['\u2019-])",
    [phrase.split()[0] for phrase in _WORDINGS.short_times],
)
_MEETING = OnFirstUse(rf"(?:{any_of(_ALL.meeting_words)})\b")
_BESIDE = 3  # the number of words between a time and the verb of saying or meeting to which it belongs
_AUXILIARY = 14  # the number of characters before a multiple that may be an auxiliary, or behind it a time
_INTRODUCING = (
    6  # the maximum number of words of a phrase before a clause: `Over the past five years, trade …`
)


def is_vague(asked: Question) -> bool:
    """`Hundreds of teachers`: the words do not say how many."""
    return asked.number.vague


def has_another_unit(asked: Question) -> bool:
    """`Trade with 5 countries`: no figure of the measure on record counts countries."""
    if asked.is_multiple:
        return not _multiplies(asked)
    return not asked.fits and not asked.is_slip


def _multiplies(asked: Question) -> bool:
    """Return whether a multiple says how a measure changed: `trade doubled`, `rose twofold`, but not `twice that of Aland`."""
    sentence, number = asked.sentence, asked.number
    will = is_future(sentence.text[max(0, number.start - _AUXILIARY) : number.start])
    if not (will or is_complete(sentence.text, number) or any(asked.moves)):
        return False
    if times_in(sentence.text[number.end : number.end + _AUXILIARY]):
        return True  # `doubled this year`
    at = bisect_left(sentence.starts, number.end)
    if not sentence.text[number.end : number.end + 1].isspace() or at >= len(sentence.words):
        return True
    word = sentence.words[at][2]
    return word[0].islower() and fold_letters(word) not in _COMPARED_WITH


def is_goal(asked: Question) -> bool:
    """`Trade should reach $10 billion`."""
    return asked.sentence.other_matter is Matter.GOAL


def is_forecast(asked: Question) -> bool:
    """`Trade could reach $10 billion`."""
    return asked.sentence.other_matter is Matter.FORECAST


def is_denied(asked: Question) -> bool:
    """`Trade has never reached $10 billion`."""
    return asked.sentence.other_matter is Matter.DENIAL


def is_at_another_time(asked: Question) -> bool:
    """`Last year trade was $1.5 billion`."""
    return asked.sentence.other_matter is Matter.TIME or _is_of_short_time(asked)


def _is_of_short_time(asked: Question) -> bool:
    """Return whether the words around a number name a time such as `last month`, which is not the time of a speech or meeting."""
    sentence, number = asked.sentence, asked.number
    times = list(_SHORT_TIME.finditer(sentence.text))
    if not times:
        return False
    begin, end = around(sentence.breaks, number.start, number.end, len(sentence.text))
    return any(
        (begin <= time.start() < end or time.end() <= len(sentence.introduction))
        and not _is_of_speech(sentence, time, number)
        for time in times
    )


def _is_of_speech(sentence: FigureSentence, time: re.Match[str], number: Number) -> bool:
    """Return whether a time belongs to a verb of saying or meeting beside it, or between it and a number behind it."""
    first, last = (bisect_left(sentence.starts, place) for place in time.span())
    until = bisect_left(sentence.starts, number.start)
    return any(
        word.casefold() in SAYING or _MEETING.compiled.match(word)
        for _, _, word in sentence.words[max(0, first - _BESIDE) : max(last + _BESIDE, until)]
    )


def is_asked(asked: Question) -> bool:
    """`Will there be 100 Russian teachers?`: a question claims nothing."""
    return asked.sentence.text.rstrip(_CLOSING).endswith("?")


def is_between_measures(asked: Question) -> bool:
    """`Trade and investment of $3 billion`: two measures are equally near."""
    return asked.rivals > 1


def is_of_others(asked: Question) -> bool:
    """`Kazakh trade with Russia rose 30%`: there is another country, or another name, between the surrounding commas.

    A country that only has the rank before or after does not count: `second after China`. In `one litre in ten comes from countries other
    than Russia`, the share belongs to the others.
    """
    words, number = asked.sentence.words, asked.number
    start, end = words[asked.first][0], words[asked.last - 1][1]
    first, last = min(start, number.start), max(end, number.end)
    begins, ends = around(asked.sentence.commas, first, last, len(asked.sentence.text))
    if _has_introduced_another(asked.sentence) or asked.sentence.is_about_others:
        return True
    if _is_of_the_rest(asked.sentence.text[begins:ends], asked.sentence.parties):
        return True
    return any(
        not asked.first <= country < asked.last if country >= 0 else begin >= first or finish <= last
        for begin, finish, country in asked.sentence.others_between(begins, ends)
        if not (number.unit == "rank" and BESIDE_RANK.compiled.search(asked.sentence.text[:begin][-NEAR:]))
    )


def _is_of_the_rest(part: str, parties: frozenset[str]) -> bool:
    """Return whether words exclude a country of the record: `other than Russia`."""
    return any(
        names_party(part[match.end() :].split(maxsplit=1)[0], parties)
        for match in _APART_FROM.finditer(part)
        if part[match.end() :].strip()
    )


def _has_introduced_another(sentence: FigureSentence) -> bool:
    """Return whether a sentence begins with a preposition and another country: `For Afghans, the quota is 600`."""
    if not sentence.commas or not sentence.words or fold_letters(sentence.words[0][2]) not in PREPOSITIONS:
        return False
    phrase = sentence.commas[0]
    return any(
        country >= 0 and not BESIDE_RANK.compiled.search(sentence.text[:begin][-NEAR:])
        for begin, _, country in sentence.others_between(0, phrase)
    )


def is_share(asked: Question) -> bool:
    """`Trade accounts for 30% of GDP`: a percentage with no direction, or with both directions."""
    if not asked.is_change or asked.wording.part in {Part.END, Part.START}:
        return False
    up, down = asked.moves
    return up == down and not _is_of_another_size(asked)


def _is_of_another_size(asked: Question) -> bool:
    """Return whether a number is a difference in a direction that no word on the lists gives, and no change on record has its size: `swelled by 60%`."""
    before = asked.sentence.text[max(0, asked.number.start - NEAR) : asked.number.start]
    has_by = not any(asked.moves) and _BY.compiled.search(before) is not None
    return has_by and not any(
        same is not False and one.part is Part.SIZE
        for one, same in asked.on_record.amounts.agreeing(asked.number, None, rough=True)
    )


def is_over_years(asked: Question) -> bool:
    """`Trade has doubled in five years`: a change over several years."""
    if not (asked.is_change or asked.is_multiple or asked.wording.part is Part.SIZE):
        return False
    before, part, _, _ = asked.sentence.clause(asked.number)
    return bool(_YEARS.search(part) or (len(before.split()) <= _INTRODUCING and _YEARS.search(before)))


def is_age(asked: Question) -> bool:
    """`The teacher, 45, said`: a number between commas, or in brackets, after a single person."""
    text, words, number = asked.sentence.text, asked.sentence.words, asked.number
    last = words[asked.last - 1]
    single = fold_letters(last[2]) == stem_of(last[2])
    return (
        number.unit is None
        and single
        and _OPENING.fullmatch(text, last[1], number.start) is not None
        and text[number.end : number.end + 1] in {",", ")"}
    )


def has_none_on_record(asked: Question) -> bool:
    """`Trade, $3 a head`: the record has no figure of that kind and unit for the measure."""
    return not asked.on_record


def is_of_another_year(asked: Question) -> bool:
    """`In 2019, trade was $0.9 billion`."""
    years = asked.sentence.years(asked.number)
    return bool(years) and years.isdisjoint(asked.on_record.years)


def is_of_other_months(asked: Question) -> bool:
    """`In October trade was $3 billion`."""
    months = asked.sentence.months(asked.number)
    return months is not None and months not in asked.on_record.months


def is_far_off(asked: Question) -> bool:
    """`Some 3 teachers were ill`, `investment of $275 billion`: so far off that the number refers to something else.

    An amount of money that is far too small may have the wrong scale, which is an error worth reporting.
    """
    number, figures = asked.number, asked.on_record
    if number.unit == "percent" or asked.is_multiple or figures.distance(number) <= FAR_OFF or asked.is_slip:
        return False
    return number.unit is None or figures.all_are_less(number)


ANOTHER_YEAR, OTHER_MONTHS, OF_OTHERS = "another year", "other months", "another country or name is near"
ANOTHER_MEASURE, A_SHARE, FAR = (
    "another measure",
    "a share, or no direction",
    "far from every figure on record",
)
SILENCES: tuple[tuple[Callable[[Question], bool], str], ...] = (
    (is_vague, "the words do not say how many"),
    (has_another_unit, "no figure for this measure on record has this unit"),
    (is_goal, "a goal"),
    (is_forecast, "a forecast or a condition"),
    (is_denied, "a denial"),
    (is_at_another_time, "a time or a length of time that the record does not give"),
    (is_asked, "a question"),
    (is_between_measures, "several measures are equally near"),
    (is_of_another_measure, ANOTHER_MEASURE),
    (is_of_others, OF_OTHERS),
    (is_share, A_SHARE),
    (is_over_years, "a change over several years"),
    (is_age, "an age"),
    (has_none_on_record, "the record has no such figure"),
    (is_of_another_year, ANOTHER_YEAR),
    (is_of_other_months, OTHER_MONTHS),
    (is_far_off, FAR),
)


def why_silent(asked: Question) -> str | None:
    """Return the reason for not judging a number, or None if it is judged."""
    return next((reason for holds, reason in SILENCES if holds(asked)), None)
