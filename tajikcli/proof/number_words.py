"""Find numbers in words, with their scales and units: `seventy-five teachers`, `a third of its oil`, `one and a half billion dollars`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.figures import ZEROS
from tajikcli.language.all_languages import together
from tajikcli.language.all_wordings import wordings
from tajikcli.language.forms import any_of, meaning_of
from tajikcli.language.spotting import Worded, Words
from tajikcli.proof.numbers import CURRENCY, PERCENT, Number, joined
from tajikcli.proof.speech import CLOSED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_ALL, _WORDINGS = together(), wordings()
_FRACTIONS = {**_ALL.fractions, **_WORDINGS.fractions}
_GROUPS = _WORDINGS.groups
_GROUPS_BEHIND = frozenset(_WORDINGS.groups_behind.split())
CARDINALS = {**_ALL.cardinals, **_WORDINGS.tens, **_GROUPS}
_SCALES = {word: ZEROS[scale] for word, scale in _ALL.scales.items() if word.isalpha() and len(word) > 3}
HALVES = frozenset(_WORDINGS.one_and_a_half.split())
_POINT = frozenset(_WORDINGS.point.split())
CARDINAL = rf"(?:{any_of([*CARDINALS, *HALVES])})"
_SCALE = rf"(?:{any_of(_SCALES)})"
_IS_LABEL = re.compile(r"\)?\s?[:|]")  # behind the unit of a number: `Гардиши мол, миллиард доллар: 1,79`
_GAP = rf"(?:[ -]|\s+(?:{any_of(_ALL.joining)})\s+)"
_NEXT = re.compile(r"\s*([^\W\d_]+)?")
_WORD = re.compile(r"[^\W\d_]+")
_HUNDRED = 100
FEWEST = 20  # smaller numbers in words may refer to anything
# Words that may follow a fraction in addition to function words: `a third compared with`, `a third higher`.
_COMPARING = frozenset(
    f"{_WORDINGS.comparing} {' '.join((*_WORDINGS.more_than, *_WORDINGS.less_than))} {_WORDINGS.more}".split()
)
_ROUGH = Decimal("0.05")  # the tolerance for a fraction in words
PERCENT_UNIT = "percent"


_FRACTION = Worded(rf"\b(?:{any_of(_FRACTIONS)})\b(?!-)", _FRACTIONS)
_NUMBER = Worded(
    rf"\b(?:(?P<words>{CARDINAL}(?:{_GAP}{CARDINAL})*(?:\s(?:{any_of(_POINT)})(?:\s{CARDINAL})+)?)"
    rf"(?P<half>\s(?:{any_of(_WORDINGS.and_a_half)}))?(?:[ -](?P<scale>{_SCALE}))?"
    rf"|(?:{any_of(_ALL.articles)})\s(?P<alone>{_SCALE})"
    rf"|(?P<bare>{any_of(_WORDINGS.bare_scales)})(?=\s(?:{CARDINAL}\b|{CURRENCY.replace('?P<currency>', '?:')})))\b(?!-)"
    rf"(?:\s?(?P<percent>{PERCENT})|\s{CURRENCY})?",
    [*CARDINALS, *HALVES, *_ALL.articles.split(), *_WORDINGS.bare_scales.split()],
)
# `half a million`, `четверть миллиарда`
_OF_SCALE = Worded(
    rf"\b(?P<fraction>{any_of(_FRACTIONS)})(?:\s(?:{any_of(_ALL.of)}))?(?:\s(?:{any_of(_ALL.articles)}))?\s(?P<scale>{_SCALE})\b(?!-)"
    rf"(?:\s?(?P<percent>{PERCENT})|\s{CURRENCY})?",
    _FRACTIONS,
)
_MANY = Worded(
    rf"\b(?:(?P<plural>{any_of(_WORDINGS.many)})|(?:{any_of(_WORDINGS.several)})\s(?:{CARDINAL}\s)?(?P<scale>{CARDINAL}|{_SCALE}))\b(?!-)",
    [*_WORDINGS.many, *_WORDINGS.several],
)


class _Said(NamedTuple):
    """The value of a number in words, and half of its last unit."""

    amount: Decimal
    precision: Decimal


def may_have_numbers(text: str) -> bool:
    """Return whether a text may contain a number, a rank or a day, in digits or words; this is faster than a search."""
    return _OF_ANY.may_be_in(text)


def has_number_words(text: str) -> bool:
    """Return whether a text may contain a number in words; this is faster than a search."""
    return _OF_NUMBERS.may_be_in(text)


def has_rank_words(text: str) -> bool:
    """Return whether a text may contain a rank in words; this is faster than a search."""
    return _OF_RANKS.may_be_in(text)


def numbers_in_words(sentence: str) -> Iterator[Number]:
    """Yield the numbers in words in a sentence, and the fractions, which are percentages."""
    yield from joined(sentence, sorted(_numbers_in_words(sentence), key=lambda one: one.start))


def _numbers_in_words(sentence: str) -> Iterator[Number]:
    taken: set[int] = set()
    counted = list(_NUMBER.finditer(sentence))
    with_half = [match.span() for match in counted if match["half"]]  # `one and a half billion`
    for match in _OF_SCALE.finditer(sentence):
        if any(start <= match.start() < end for start, end in with_half):
            continue
        taken.update(range(match.start(), match.end()))
        amount = _value(match["fraction"]).scaleb(_SCALES[match["scale"].casefold()])
        yield Number(match.start(), match.end(), _unit(match), (amount,), (amount * _ROUGH,))
    for match in _FRACTION.finditer(sentence):
        if match.start() in taken:
            continue
        phrase = match[0].casefold().split()
        follows = _NEXT.match(sentence, match.end())
        if len(phrase) > 2 or follows is None or follows[1] is None or _may_follow(follows[1].casefold()):
            share = _value(match[0]) * _HUNDRED
            taken.update(range(match.start(), match.end()))
            yield Number(match.start(), match.end(), PERCENT_UNIT, (share,), (share * _ROUGH,))
    for match in counted:
        said = None if match["bare"] and _IS_LABEL.match(sentence, match.end()) else _amount(match)
        if said is not None and match.start() not in taken and match.end() - 1 not in taken:
            unit = _unit(match)
            yield Number(match.start(), match.end(), unit, (said.amount,), (said.precision,))


def vague_numbers(sentence: str) -> Iterator[Number]:
    """Yield the plurals that do not say how many: `hundreds of`; the amount of each is the number that it is a plural of."""
    for match in _MANY.finditer(sentence):
        if match["plural"]:
            one = Decimal(_WORDINGS.many[" ".join(match[0].casefold().split())])
        else:
            scale = match["scale"].casefold()
            one = Decimal(CARDINALS.get(scale) or 10 ** _SCALES[scale])
            if one < _HUNDRED:
                continue  # `many one-off grants`
        yield Number(match.start(), match.end(), None, (one,), (one / 2,), vague=True)


def _value(fraction: str) -> Decimal:
    """Return the value of a phrase for a fraction."""
    over, _, under = _FRACTIONS[" ".join(fraction.casefold().split())].partition("/")
    return Decimal(over) / Decimal(under)


def _may_follow(word: str) -> bool:
    """Return whether a fraction may precede a word: any word in Cyrillic, only function words and comparisons in other scripts."""
    return word in CLOSED or word in _COMPARING or not word.isascii()


def _unit(match: re.Match[str]) -> str | None:
    if match["percent"]:
        return PERCENT_UNIT
    if match["currency"]:
        return meaning_of(match["currency"].casefold().rstrip("."), _ALL.currencies)
    return None


def _amount(match: re.Match[str]) -> _Said | None:
    """Return the value of the words of a match: `one hundred and twenty`, `one point seven billion`."""
    alone = match["alone"] or match["bare"]
    scale = match["scale"] or alone
    zeros = _SCALES[scale.casefold()] if scale else 0
    if alone:
        return _Said(Decimal(1).scaleb(zeros), Decimal("0.5").scaleb(zeros))
    words = _WORD.findall(match["words"].casefold())
    if words[0] in _GROUPS_BEHIND:
        return None  # `сотни`: their number is not given
    point = next((place for place, word in enumerate(words) if word in _POINT), len(words))
    whole = whole_number(words[:point])
    digits = "".join(str(CARDINALS.get(word, "")) for word in words[point + 1 :])
    if whole is None:
        return None
    halves = bool(match["half"] or HALVES.intersection(words))
    amount = whole + Decimal(digits or "0").scaleb(-len(digits))
    if match["half"]:
        amount += Decimal("0.5")
    places = len(digits) or int(halves and bool(scale))
    return _Said(amount.scaleb(zeros), Decimal("0.5").scaleb(zeros - places))


def whole_number(words: Sequence[str]) -> Decimal | None:
    """Return the value of words for a whole number: `one hundred and twenty`, `two thousand`, and `полторы тысячи`."""
    total = part = Decimal(0)
    for word in words:
        if word in HALVES:
            part += Decimal("1.5")
            continue
        value = CARDINALS.get(word)
        if value is None:
            continue
        if value == _HUNDRED or word in _GROUPS:
            part = max(Decimal(1), part) * value
        elif value >= 1000:
            total, part = total + (part or Decimal(1)) * value, Decimal(0)
        else:
            part += value
    return total + part or None


def _last(phrases: Iterable[str]) -> Iterator[str]:
    """Yield the last words of phrases."""
    return (phrase.split()[-1].split("-")[-1] for phrase in phrases)


_LAST_OF_NUMBERS = (
    *_last((*_FRACTIONS, *CARDINALS, *HALVES, *_SCALES)),
    *_last((*_WORDINGS.multiplied, *_WORDINGS.multiples, *_WORDINGS.times_behind.split())),
    *(phrase.split()[0] for phrase in (*_WORDINGS.factors, *_WORDINGS.many)),
)
_LAST_OF_RANKS = (*_last((*_ALL.ordinals, *_WORDINGS.ordinals, *_WORDINGS.greatest)),)
_OF_NUMBERS, _OF_RANKS = Words(_LAST_OF_NUMBERS), Words(_LAST_OF_RANKS)
_OF_ANY = Words((*_LAST_OF_NUMBERS, *_LAST_OF_RANKS, *_WORDINGS.days), digits=True)
