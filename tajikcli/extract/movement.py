"""The words around a number for a rise or a fall, and for its approximation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from tajikcli.extract.clauses import clause_around
from tajikcli.extract.periods import UP_TO
from tajikcli.extract.years import FAR
from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import reports
from tajikcli.language.all_wordings import wordings
from tajikcli.language.forms import OnFirstUse, any_of, meaning_of
from tajikcli.proof.numbers import PERCENT
from tajikcli.proof.speech import AND
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from tajikcli.model.knowledge import Approximation
    from tajikcli.proof.numbers import Number

_ALL, _REPORTS, _WORDINGS = together(), reports(), wordings()
_BY_HOW_MUCH = any_of(f"{_REPORTS.differences} {_ALL.by_how_much}")
_APPROXIMATE = re.compile(
    rf"(?<!\w)(?P<word>{any_of(_REPORTS.approximations)})\s+(?:(?:{_BY_HOW_MUCH})\s+)?(?:(?:{any_of(_ALL.articles)})\s+)?$",
    re.IGNORECASE,
)
_BY_WORDS = rf"(?<!\w)(?:{_BY_HOW_MUCH})\s+(?:(?:{any_of(_REPORTS.approximations)})\s+)?"
_BY = re.compile(
    rf"{_BY_WORDS}(?:(?:{any_of(f'{_ALL.articles} {_REPORTS.further}')})\s+)?$",
    re.IGNORECASE,
)
_MOVED_BY = re.compile(
    rf"{_BY_WORDS}\d[\d.,]*\s?(?:%|{PERCENT})(?:\W{{1,4}}|[^.;:]{{0,60}},\s)$", re.IGNORECASE
)
_OF = re.compile(
    rf"\s+(?:[\u2013\u2014-]\s+)?(?:{any_of('of')}\s+)?(?:(?:{any_of(_REPORTS.approximations)})\s+){{0,2}}",
    re.IGNORECASE,
)
_RISEN_BEHIND = re.compile(rf"\s+(?:{any_of(_REPORTS.rising_behind)})(?!\w)", re.IGNORECASE)
_FALLEN_BEHIND = re.compile(rf"\s+(?:{any_of(_REPORTS.falling_behind)})(?!\w)", re.IGNORECASE)
_PLUS = re.compile(r"(?:^|\s)[+\u2212-]$")
_NO_RISE = "".join(rf"(?<!\b{word} )" for word in _REPORTS.making_up.split())  # `made up 52 percent`
_UP = re.compile(rf"{_NO_RISE}\b(?:{any_of(_ALL.rising)})\b", re.IGNORECASE)
_DOWN = re.compile(rf"\b(?:{any_of(_ALL.falling)})\b", re.IGNORECASE)
_MOVED = re.compile(
    rf"\b(?:{any_of(f'{_ALL.rising} {_ALL.falling} {_REPORTS.bringing}')})(?:\s+\S+){{0,3}}\s*$",
    re.IGNORECASE,
)
_MOVING = OnFirstUse(
    rf"\b(?:(?P<up>{any_of(f'{_ALL.rising} {_WORDINGS.rising}')})|(?:{any_of(f'{_ALL.falling} {_WORDINGS.falling}')}))\b"
)
_STARTING = OnFirstUse(rf"(?:{any_of(_WORDINGS.from_)})\b")
_ENDING = OnFirstUse(
    rf"\s*(?:(?:{any_of(f'{_WORDINGS.from_} {_WORDINGS.to}')})\s+)?(?:(?:{any_of(_ALL.articles)})\s+)?"
)
_NO_LIMIT = OnFirstUse(rf"(?:^|\b(?:{any_of(f'{_ALL.be} {_WORDINGS.adding}')})\s+)$")
_LIMITS = frozenset(map(fold_letters, (*_ALL.most, *_WORDINGS.under)))  # `as many as` is none
_PER_CENT, _RANK = "percent", "rank"


def turn_before(sentence: str, number: Number) -> tuple[int, int] | None:
    """Return the position of the nearest word for a rise or a fall before a number."""
    begins, _ = clause_around(sentence, number)
    found = [
        match.span() for pattern in (_UP, _DOWN) for match in pattern.finditer(sentence, begins, number.start)
    ]
    return max(found, default=None)


def _is_amount_of_turn(before: str) -> bool:
    """Return whether the words before a number say that it is the size of a rise or fall: `growth was`, `рост торговли составил`."""
    match = _TURN_AND_VERB.search(before)
    return match is not None and AND.isdisjoint(fold_letters(word) for word in match["of"].split())


_TURN_AND_VERB = re.compile(
    rf"(?<!\w)(?:{any_of(_REPORTS.turns)})(?P<of>(?:\s[^\W\d_]{{1,30}}){{0,3}})\s(?:{any_of(_WORDINGS.amounting)})\s+(?:(?:{any_of(_REPORTS.approximations)})\s+)?$",
    re.IGNORECASE,
)


def is_turn(word: str) -> bool:
    """Return whether a word is one for a rise or a fall."""
    return bool(_UP.match(word) or _DOWN.match(word))


def moves(sentence: str, number: Number) -> tuple[bool, bool]:
    """Return whether the clause of a number mentions an increase, and a decrease."""
    before = sentence[max(0, number.start - FAR) : number.start]
    after = sentence[number.end : number.end + FAR // 2]
    rises = _UP.search(before) or _UP.search(after) or _RISEN_BEHIND.match(sentence, number.end)
    falls = _DOWN.search(before) or _DOWN.search(after) or _FALLEN_BEHIND.match(sentence, number.end)
    return bool(rises), bool(falls)


def falls(sentence: str, number: Number) -> bool:
    """Return whether a number is the size of a decrease; of several words, the nearest before it counts: `exports fell, but trade rose by 12 percent`."""
    up, down = moves(sentence, number)
    if not (up and down):
        return down
    begins = max(0, number.start - FAR)
    last = {
        is_down: max(
            (match.start() for match in pattern.finditer(sentence, begins, number.start)), default=-1
        )
        for is_down, pattern in ((True, _DOWN), (False, _UP))
    }
    return last[True] > last[False] or last[True] == last[False] == -1


def is_from_to(sentence: str, number: Number) -> bool:
    """Return whether a number is a range with a word for its start: `from 72 to 82`, but not `between 72 and 82`."""
    return len(number.amounts) > 1 and bool(_STARTING.compiled.match(sentence, number.start))


def rises_to(sentence: str, number: Number) -> bool | None:
    """Return whether the word directly before the ends of a change means a rise: `rose from 72 to 82`, `cut to 72`.

    None if there is no such word, or if the clause also has one for the opposite, as in `the cut was raised from 2 to 3`.
    """
    begins, _ = clause_around(sentence, number)
    found = list(_MOVING.compiled.finditer(sentence, begins, number.start))
    if not found or not _ENDING.compiled.fullmatch(sentence, found[-1].end(), number.start):
        return None
    ways = {bool(match["up"]) for match in found}
    return ways.pop() if len(ways) == 1 else None


def is_change(sentence: str, number: Number) -> bool:
    """Return whether a number is the size of an increase or a decrease."""
    if number.unit == _RANK:
        return False
    before = sentence[max(0, number.start - FAR) : number.start]
    if number.unit == _PER_CENT and any(
        pattern.match(sentence, number.end) for pattern in (_RISEN_BEHIND, _FALLEN_BEHIND)
    ):
        return True
    moved = any(moves(sentence, number))
    if _BY.search(before) or _PLUS.search(before):
        return moved or bool(_PLUS.search(before)) or number.unit == _PER_CENT
    if number.unit != _PER_CENT or not moved:
        return False
    if _is_amount_of_turn(before):
        return True
    # `a 20 percent increase`, `афзоиши 20 фоиз`
    return is_turn(sentence[number.end :].lstrip()) or any(
        _OF.fullmatch(before, match.end()) for pattern in (_UP, _DOWN) for match in pattern.finditer(before)
    )


def approximation(sentence: str, number: Number) -> Approximation | None:
    """Return how a number is approximated; None if it is given as exact."""
    before = sentence[max(0, number.start - FAR) : number.start]
    match = _APPROXIMATE.search(before)
    if match is None:
        return None
    ahead = before[: match.start()]
    if fold_letters(match["word"]) in UP_TO and (_MOVED.search(ahead) or _MOVED_BY.search(ahead)):
        return None  # `rose to 20`, `by 40%, to 20`
    word = " ".join(match["word"].casefold().split())
    return cast("Approximation | None", meaning_of(word, _REPORTS.approximations))


def is_limit(sentence: str, number: Number) -> bool:
    """Return whether words before a number say that it is the most, and not where something leads: `offers up to 20`, `at most 20`.

    False for `is up to 20`, `went up to 20` and a quotation that begins with `up to 20`, because they may mean a rise.
    """
    before = sentence[max(0, number.start - FAR) : number.start]
    match = _APPROXIMATE.search(before)
    if match is None or approximation(sentence, number) != "up-to":
        return False
    words = fold_letters(match["word"]).split()
    if words[-1] not in UP_TO:
        return " ".join(words) in _LIMITS
    ahead = before[: match.start()]
    is_rise = any(pattern.search(ahead) for pattern in (_MOVED, _UP, _NO_LIMIT.compiled))
    return len(words) > 1 and not is_rise
