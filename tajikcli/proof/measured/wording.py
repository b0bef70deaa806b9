"""Find the role of a number (a level, or the size, end or start of a change), its bound and its time from the surrounding words."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import together
from tajikcli.language.all_wordings import WORDINGS, wordings
from tajikcli.language.forms import OnFirstUse, any_of
from tajikcli.proof.speech import PREPOSITIONS
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Iterator

_ALL, _WORDINGS = together(), wordings()
_NEAR = 60  # the number of characters around a number that are searched


class Part(Enum):
    """The role of a number in a sentence.

    Attributes:
        LEVEL: how much there is: `72 teachers work there`.
        SIZE: by how much it changes: `grew by 10`, `ten more teachers`.
        END: where a change leads: `grew to 82`.
        START: where a change starts: `up from 72`.
    """

    LEVEL = "level"
    SIZE = "size"
    END = "end"
    START = "start"

    __hash__ = object.__hash__  # roles are looked up in sets all the time, and the hash of an `Enum` is slow


class Bound(NamedTuple):
    """A bound that a number expresses.

    Attributes:
        least: whether the number is a lower bound (`over`); otherwise, it is an upper bound (`under`).
        inclusive: whether the bound includes the number itself (`at least`).
        close: whether the actual number is close to the bound (`almost`).
    """

    least: bool
    inclusive: bool = False
    close: bool = False


class Wording(NamedTuple):
    """The wording of a number.

    Attributes:
        part: its role in the sentence.
        bound: the bound that it expresses; None if it is not a bound.
        rough: whether the words say that it is not exact (`about`).
        fewer: whether it is the size of a decrease.
        negative: whether it has a minus sign or a word for it.
        exact: whether the words say that it is exact (`exactly`).
    """

    part: Part
    bound: Bound | None
    rough: bool = False
    fewer: bool = False
    negative: bool = False
    exact: bool = False


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


_OVER, _UNDER = (*_ALL.least, *_WORDINGS.over), (*_ALL.most, *_WORDINGS.under)
_INCLUSIVE = frozenset(_WORDINGS.inclusive)
_ARTICLE = rf"(?:(?:{any_of(_ALL.articles)})\s+)?"
_BOUND = OnFirstUse(
    rf"\b(?:(?P<almost>{any_of(_WORDINGS.almost)})|(?P<over>{any_of(_OVER)})|(?P<under>{any_of(_UNDER)})"
    rf"|(?P<about>{any_of((*_WORDINGS.about, *_ALL.hedging.split()))}))[\s-]+{_ARTICLE}$"
)
_EXACTLY = OnFirstUse(rf"\b(?:{any_of(_WORDINGS.exactly)})\s+$")
_BOUND_BEHIND = OnFirstUse(
    rf"\W{{0,2}}(?:\w+\W+){{0,1}}(?:(?P<over>{any_of(_WORDINGS.or_over)})|(?P<under>{any_of(_WORDINGS.or_under)}))\b"
)
_BEHIND_NUMBER = OnFirstUse(
    rf"\s+(?:{any_of((*_WORDINGS.present, *_WORDINGS.replacing, *_WORDINGS.last_verbs))})\b"
)
_DIRECTIONS = f"{_ALL.rising} {_ALL.falling} {_WORDINGS.rising} {_WORDINGS.falling}"
_BY = OnFirstUse(rf"\b(?:{any_of(f'{_ALL.by_how_much} {_WORDINGS.by}')})\s+{_ARTICLE}$")
_SIZE = OnFirstUse(
    rf"\b(?:{any_of(_DIRECTIONS)})\s+{_ARTICLE}$|\b(?:{any_of(f'{_WORDINGS.more} {_WORDINGS.adding}')})\s+$"
)
_NEITHER = OnFirstUse(rf"\b(?:{any_of(_WORDINGS.no_direction)})\s+{_ARTICLE}$")
_MORE_BEHIND = OnFirstUse(
    rf"\s+(?:{any_of(_WORDINGS.more)})\b"
    rf"(?!\s+(?:{any_of(_ALL.articles)}|(?:{any_of(_WORDINGS.comparing)})(?!\s+(?:{any_of(_WORDINGS.present)})\b))\b)"
)
_FEWER_BEHIND = OnFirstUse(
    rf"\s+(?:{any_of(_WORDINGS.fewer)})\b"
    rf"(?!\s+(?:{any_of(_ALL.articles)}|(?:{any_of(_WORDINGS.comparing)})(?!\s+(?:{any_of(_WORDINGS.present)})\b))\b)"
)
# In languages in which adjectives stand behind nouns: `даҳ омӯзгори дигар`.
_MORE_AFTER_NOUN = OnFirstUse(
    rf"\s[^\W\d_]+\s(?:{any_of(' '.join(one.more for one in WORDINGS if one.noun_endings))})\b"
)
# In languages without a preposition before a difference: `82 нафар зиёд мешавад`.
_GROWING_BEHIND = OnFirstUse(
    rf"\s(?:(?:{any_of(_WORDINGS.counters)})\s)?"
    rf"(?:{any_of([word for one in WORDINGS if not one.by for word in (*one.more_than, *one.less_than)])})\b"
)
_COMPARED_BEHIND = OnFirstUse(
    rf"\s(?:[^\W\d_]+\s){{0,2}}(?:(?P<more>{any_of(_WORDINGS.more_than)})|(?P<less>{any_of(_WORDINGS.less_than)}))\b"
)
# `trade is $1.8 billion higher than a year before`: a difference.
_EXCEEDING = OnFirstUse(
    rf"\s(?:(?P<more>{any_of(_WORDINGS.more_than)})|(?P<less>{any_of(_WORDINGS.less_than)}))"
    rf"\s(?:{any_of(_WORDINGS.comparing)})\b"
)
# A dash between numbers, or one that a space follows, is no minus sign.
_MINUS = OnFirstUse(rf"(?:(?<![^\s(\[])[-\u2212\u2012\u2013]|\b(?:{any_of(_WORDINGS.minus)})\s)$")
_END = OnFirstUse(rf"\b(?:{any_of(_WORDINGS.to)})\s+{_ARTICLE}$")
# For a percentage, only after the word itself: in `growth in trade came to 20 percent`, the number is the
# size.
_AT_ONCE_TO = OnFirstUse(
    rf"\b(?:{any_of(_DIRECTIONS)})\s+(?:\w+\s+)?(?:{any_of(_WORDINGS.to)})\s+{_ARTICLE}$"
)
_START = OnFirstUse(rf"\b(?:{any_of(_WORDINGS.from_)})\s+{_ARTICLE}$")
_PRESENT = OnFirstUse(rf"\b(?:{any_of(_WORDINGS.present)})\b")
_JOINT = OnFirstUse(rf"\s(?:{any_of(_ALL.joining)})\s")
# `82 instead of the present 72`, `82 against 72 now`: the number that something replaces.
_REPLACED = OnFirstUse(rf"\b(?:{any_of(_WORDINGS.replacing)})\s+{_ARTICLE}(?:[^\W\d]+\s+)?$")
_FUTURE = OnFirstUse(rf"\b(?:{any_of(_WORDINGS.future)})\b")
_COMPARING = OnFirstUse(rf"\b(?:{any_of(_WORDINGS.comparing)})\b")
_COMPARING_LOOSELY = OnFirstUse(rf"\b(?:{any_of(f'{_WORDINGS.comparing} {_WORDINGS.comparing_loosely}')})\b")
_DIGIT = re.compile(r"\d")
_OWN_NUMBER = re.compile(r"\D{0,3}\d[\d.,]*")
_COMPARED = 45  # the number of characters before a time that may contain a word of comparison
YEAR = re.compile(r"(?<![\d$\u20ac.,-])(?:19|20)\d\d(?![\d%]|[.,]\d)")
_RELATIVE = OnFirstUse(rf"\b(?:{any_of(_ALL.relative_years)})\b")


def worded(text: str, start: int, end: int, *, moves: bool, percent: bool) -> Wording:
    """Return the wording of the number between two offsets of a sentence.

    Args:
        text: the sentence.
        start: offset of its first character.
        end: offset after its last character.
        moves: whether the surrounding words say that something grew or fell.
        percent: whether it is a percentage.
    """
    before = text[max(0, start - _NEAR) : start]
    if _MINUS.compiled.search(before):
        return Wording(Part.SIZE, None, fewer=True, negative=True)
    if (exactly := _EXACTLY.compiled.search(before)) is not None:
        before = before[: exactly.start()]
        part = _part(before, text[end : end + _NEAR], moves=moves, percent=percent)
        return Wording(part, None, exact=True)
    bound, phrase, rough = None, "", False
    # `вырос более чем на 20 %`: the word for a difference stands between the bound and the number.
    by = _BY.compiled.search(before) if moves else None
    if by is not None and _BOUND.compiled.search(before[: by.start()]):
        before = before[: by.start()]
    else:
        by = None
    while (match := _BOUND.compiled.search(before)) is not None and not _has_longer(before, match.start()):
        phrase = " ".join(match[0].casefold().split())
        ends = moves and _END.compiled.search(match[0]) and not _BY.compiled.search(before[: match.start()])
        if not match["about"] and not ends:
            bound = bound or _bound(match, phrase)
        elif ends:
            break  # if something grows, `до 82` is the end of the change, but not `by up to 10`
        rough = rough or bool(match["about"])
        before = before[: match.start()]
    behind = _BOUND_BEHIND.compiled.match(text[end : end + _NEAR])
    if behind is not None and bound is None:
        bound = Bound(least=bool(behind["over"]), inclusive=True)
    by_noun = _COMPARED_BEHIND.compiled.match(text, end) if _BY.compiled.search(before) else None
    by_noun = by_noun or (None if percent else _EXCEEDING.compiled.match(text, end))
    if by_noun is not None:  # `на десять учителей больше`
        return Wording(Part.SIZE, bound, rough, fewer=bool(by_noun["less"]))
    if _FEWER_BEHIND.compiled.match(text, end):
        return Wording(Part.SIZE, bound, rough, fewer=True)
    if by is not None:
        return Wording(Part.SIZE, bound, rough)
    return Wording(_part(before, text[end : end + _NEAR], moves=moves, percent=percent), bound, rough)


def _has_longer(before: str, start: int) -> bool:
    """Return whether a bound is the end of a longer phrase that is not a bound: `adds up to`, but not `up to`."""
    longer = _NEITHER.compiled.search(before)
    return longer is not None and longer.start() < start


def _bound(match: re.Match[str], phrase: str) -> Bound:
    if match["almost"]:
        return Bound(least=False, inclusive=True, close=True)
    return Bound(least=bool(match["over"]), inclusive=any(phrase.startswith(one) for one in _INCLUSIVE))


def _part(before: str, behind: str, *, moves: bool, percent: bool) -> Part:
    if _MORE_AFTER_NOUN.compiled.match(behind):
        return Part.SIZE
    if (
        _SIZE.compiled.search(before) and not _NEITHER.compiled.search(before)
    ) or _MORE_BEHIND.compiled.match(behind):
        return Part.SIZE
    if moves and _BY.compiled.search(before):  # in `контракты на 1,6 млрд`, the number is the sum
        return Part.SIZE
    if moves and (_AT_ONCE_TO if percent else _END).compiled.search(before):
        return Part.END
    if (moves and _START.compiled.search(before)) or _REPLACED.compiled.search(before):
        return Part.START
    last = before.split()[-1:]
    if moves and _GROWING_BEHIND.compiled.match(behind) and PREPOSITIONS.isdisjoint(map(fold_letters, last)):
        return Part.SIZE
    return Part.LEVEL


def ends_number(text: str, at: int) -> bool:
    """Return whether words for a time, a comparison with another number or the verb of the clause follow a number, and no counted thing."""
    return _BEHIND_NUMBER.compiled.match(text, at) is not None


def is_future(text: str) -> bool:
    """Return whether words are about the future."""
    return bool(_FUTURE.compiled.search(text))


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
    times = _times_of_part(part, at) or earlier or (frozenset() if _has_figure(behind) else times_in(behind))
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
    joint = _JOINT.compiled.search(part, own)
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


def _has_figure(text: str) -> bool:
    return bool(_DIGIT.search(YEAR.sub("", text)))


@lru_cache(maxsize=256)
def times_in(text: str) -> frozenset[str | int]:
    """Return the years that a text names, directly or relative to its own year, except years used for comparison."""
    found = frozenset(time for _, time in _moments(text))
    return found or frozenset([0] * bool(_presents(text)))


def _presents(text: str) -> list[int]:
    """Return the offsets of words for the present, except those with which another time is compared: `ten more than it has now`."""
    return [
        match.start()
        for match in _PRESENT.compiled.finditer(text)
        if not _is_compared(text, match.start(), _COMPARING)
        or _DIGIT.search(text, max(0, match.start() - _COMPARED), match.start())
    ]


def _moments(text: str) -> list[tuple[int, str | int]]:
    """Return the years that a text names, directly or relative to its own year, each with its offset."""
    folded = fold_letters(text)
    found: list[tuple[int, str | int]] = []
    for match in _RELATIVE.compiled.finditer(folded):
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
