"""Find the role of a number (a level, or the size, end or start of a change), and its bound from the surrounding words."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import together
from tajikcli.language.all_wordings import WORDINGS, wordings
from tajikcli.language.forms import OnFirstUse, any_of
from tajikcli.language.spotting import Worded
from tajikcli.proof.number_words import CARDINAL
from tajikcli.proof.speech import PREPOSITIONS
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    import re

_ALL, _WORDINGS = together(), wordings()
NEAR = 60  # the number of characters around a number that are searched


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


_OVER, _UNDER = (*_ALL.least, *_WORDINGS.over), (*_ALL.most, *_WORDINGS.under)
_INCLUSIVE = frozenset(_WORDINGS.inclusive)
_ARTICLE = rf"(?:(?:{any_of(_ALL.articles)})\s+)?"
_ABOUT = (*_WORDINGS.about, *_ALL.hedging.split())
_BOUND = Worded(
    rf"\b(?:(?P<almost>{any_of(_WORDINGS.almost)})|(?P<over>{any_of(_OVER)})|(?P<under>{any_of(_UNDER)})"
    rf"|(?P<about>{any_of(_ABOUT)}))[\s-]+{_ARTICLE}$",
    [*_WORDINGS.almost, *_OVER, *_UNDER, *_ABOUT],
)
_EXACTLY = Worded(rf"\b(?:{any_of(_WORDINGS.exactly)})\s+$", _WORDINGS.exactly)
_BOUND_BEHIND = OnFirstUse(
    rf"\W{{0,2}}(?:\w+\W+){{0,1}}(?:(?P<over>{any_of(_WORDINGS.or_over)})|(?P<under>{any_of(_WORDINGS.or_under)}))\b"
)
_BEHIND_NUMBER = OnFirstUse(
    rf"\s+(?:{any_of((*_WORDINGS.present, *_WORDINGS.replacing, *_WORDINGS.last_verbs))})\b"
)
_DIRECTIONS = f"{_ALL.rising} {_ALL.falling} {_WORDINGS.rising} {_WORDINGS.falling}"
_DIFFERING = f"{_ALL.by_how_much} {_WORDINGS.by}"
_BY = Worded(rf"\b(?:{any_of(_DIFFERING)})\s+{_ARTICLE}$", _DIFFERING)
_ADDING = f"{_WORDINGS.more} {_WORDINGS.adding}"
_SIZE = Worded(
    rf"\b(?:{any_of(_DIRECTIONS)})\s+{_ARTICLE}$|\b(?:{any_of(_ADDING)})\s+$",
    f"{_DIRECTIONS} {_ADDING}",
)
_NEITHER = Worded(rf"\b(?:{any_of(_WORDINGS.no_direction)})\s+{_ARTICLE}$", _WORDINGS.no_direction)
_MORE_BEHIND = OnFirstUse(
    rf"\s+(?:{any_of(_WORDINGS.more)})\b"
    rf"(?!\s+(?:{any_of(_ALL.articles)}|(?:{any_of(_WORDINGS.comparing)})(?!\s+(?:{any_of(_WORDINGS.present)})\b))\b)"
)
_FEWER_BEHIND = OnFirstUse(
    rf"\s+(?:{any_of(_WORDINGS.fewer)})\b"
    rf"(?!\s+(?:{any_of(_ALL.articles)}|(?:{any_of(_WORDINGS.comparing)})(?!\s+(?:{any_of(_WORDINGS.present)})\b))\b)"
)
# `Ten Russian teachers are to join the 72 already there`
_JOINING_BEHIND = OnFirstUse(
    rf"\s(?:[^\W\d_]+\s){{1,6}}(?:{any_of(_WORDINGS.joining)})\s(?:[^\W\d_]{{1,5}}\s){{0,2}}(?:\d|{CARDINAL}\b)"
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
_END = Worded(rf"\b(?:{any_of(_WORDINGS.to)})\s+{_ARTICLE}$", _WORDINGS.to)
# For a percentage, only after the word itself: in `growth in trade came to 20 percent`, the number is the
# size.
_AT_ONCE_TO = Worded(
    rf"\b(?:{any_of(_DIRECTIONS)})\s+(?:\w+\s+)?(?:{any_of(_WORDINGS.to)})\s+{_ARTICLE}$", _DIRECTIONS
)
_START = Worded(rf"\b(?:{any_of(_WORDINGS.from_)})\s+{_ARTICLE}$", _WORDINGS.from_)
# The rest of `from 72 teachers to 82`, which needs no word for a direction.
_UP_TO = OnFirstUse(rf"\s(?:[^\W\d_]+\s){{0,2}}(?:{any_of(_WORDINGS.to)})\s+\d")
# `82 instead of the present 72`, `82 against 72 now`: the number that something replaces.
_REPLACED = Worded(rf"\b(?:{any_of(_WORDINGS.replacing)})\s+{_ARTICLE}(?:[^\W\d]+\s+)?$", _WORDINGS.replacing)


def worded(text: str, start: int, end: int, *, moves: bool, percent: bool) -> Wording:
    """Return the wording of the number between two offsets of a sentence.

    Args:
        text: the sentence.
        start: offset of its first character.
        end: offset after its last character.
        moves: whether the surrounding words say that something grew or fell.
        percent: whether it is a percentage.
    """
    before = text[max(0, start - NEAR) : start]
    if _MINUS.compiled.search(before):
        return Wording(Part.SIZE, None, fewer=True, negative=True)
    if (exactly := _EXACTLY.search(before)) is not None:
        before = before[: exactly.start()]
        part = _part(before, text[end : end + NEAR], moves=moves, percent=percent)
        return Wording(part, None, exact=True)
    bound, phrase, rough = None, "", False
    # `вырос более чем на 20 %`: the word for a difference stands between the bound and the number.
    by = _BY.search(before) if moves else None
    if by is not None and _BOUND.search(before[: by.start()]):
        before = before[: by.start()]
    else:
        by = None
    while (match := _BOUND.search(before)) is not None and not _has_longer(before, match.start()):
        phrase = " ".join(match[0].casefold().split())
        ends = moves and _END.search(match[0]) and not _BY.search(before[: match.start()])
        if not match["about"] and not ends:
            bound = bound or _bound(match, phrase)
        elif ends:
            break  # if something grows, `до 82` is the end of the change, but not `by up to 10`
        rough = rough or bool(match["about"])
        before = before[: match.start()]
    if text.startswith("+", end):  # `36,000+`
        bound = bound or Bound(least=True, inclusive=True)
    behind = _BOUND_BEHIND.compiled.match(text[end : end + NEAR])
    if behind is not None and bound is None:
        bound = Bound(least=bool(behind["over"]), inclusive=True)
    by_noun = _COMPARED_BEHIND.compiled.match(text, end) if _BY.search(before) else None
    by_noun = by_noun or (None if percent else _EXCEEDING.compiled.match(text, end))
    if by_noun is not None:  # `на десять учителей больше`
        return Wording(Part.SIZE, bound, rough, fewer=bool(by_noun["less"]))
    if _FEWER_BEHIND.compiled.match(text, end):
        return Wording(Part.SIZE, bound, rough, fewer=True)
    if by is not None:
        return Wording(Part.SIZE, bound, rough)
    return Wording(_part(before, text[end : end + NEAR], moves=moves, percent=percent), bound, rough)


def start_of_bound(text: str, start: int) -> int:
    """Return the offset of the bound before a number, or of the number if it has none: `more than about 72`."""
    before = text[max(0, start - NEAR) : start]
    while (match := _BOUND.search(before) or _EXACTLY.search(before)) is not None:
        before = before[: match.start()]
    return start - len(text[max(0, start - NEAR) : start]) + len(before)


def _has_longer(before: str, start: int) -> bool:
    """Return whether a bound is the end of a longer phrase that is not a bound: `adds up to`, but not `up to`."""
    longer = _NEITHER.search(before)
    return longer is not None and longer.start() < start


def _bound(match: re.Match[str], phrase: str) -> Bound:
    if match["almost"]:
        return Bound(least=False, inclusive=True, close=True)
    return Bound(least=bool(match["over"]), inclusive=any(phrase.startswith(one) for one in _INCLUSIVE))


def _part(before: str, behind: str, *, moves: bool, percent: bool) -> Part:
    if _MORE_AFTER_NOUN.compiled.match(behind) or _JOINING_BEHIND.compiled.match(behind):
        return Part.SIZE
    if (_SIZE.search(before) and not _NEITHER.search(before)) or _MORE_BEHIND.compiled.match(behind):
        return Part.SIZE
    if moves and _BY.search(before):  # in `контракты на 1,6 млрд`, the number is the sum
        return Part.SIZE
    if moves and (_AT_ONCE_TO if percent else _END).search(before):
        return Part.END
    starts = _START.search(before) and (moves or _UP_TO.compiled.match(behind))
    if starts or _REPLACED.search(before):
        return Part.START
    last = before.split()[-1:]
    if moves and _GROWING_BEHIND.compiled.match(behind) and PREPOSITIONS.isdisjoint(map(fold_letters, last)):
        return Part.SIZE
    return Part.LEVEL


def ends_number(text: str, at: int) -> bool:
    """Return whether words for a time, a comparison with another number or the verb of the clause follow a number, and no counted thing."""
    return _BEHIND_NUMBER.compiled.match(text, at) is not None
