"""Find the ranks in a sentence, in every wording: `first trade partner`, `holds second place`, `the largest investor`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import together
from tajikcli.language.all_wordings import wordings
from tajikcli.language.countries import is_nominative
from tajikcli.language.forms import OnFirstUse, any_of, has_cases
from tajikcli.language.spotting import Worded, Words
from tajikcli.proof.numbers import Number
from tajikcli.proof.speech import AND, CLOSED, PREPOSITIONS, looks_like_verb
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Iterator

_ALL, _WORDINGS = together(), wordings()
_ORDINALS = {**_ALL.ordinals, **_WORDINGS.ordinals}
_LAST = 20  # the highest rank; `teachers number 75` has none
_CARDINALS = {word: value for word, value in _ALL.cardinals.items() if value <= _LAST}
_ORDINAL = rf"(?:{any_of(_ORDINALS)}|\d{{1,2}}-?(?:{any_of(_ALL.ordinal_endings)}))"
_NUMBERED = rf"(?:{any_of(_WORDINGS.numbered)})\.?\s?(?P<numbered>20|1\d|0?\d|{any_of(_CARDINALS)})"
_ENDING = re.compile(r"\d-?[^\W\d_]")  # an ordinal in digits has an ending
_NEXT = re.compile(r"[\s-]*([^\W_]+)?")
_DASHES = " \u00a0\u2013\u2014-"
_DIGITS = re.compile(r"\d+")
_HOLDERS = frozenset(_WORDINGS.holding.split())
_GOVERNING = PREPOSITIONS - AND
_NOT_RANKED = frozenset(_WORDINGS.not_ranked.split()) | frozenset(_CARDINALS)
_BEFORE = 40  # the number of characters before a rank that are searched


# Numbers that may follow such a word without a space: `No1`.
_NUMBERS_BEHIND = (*map(str, range(_LAST + 1)), *(f"0{digit}" for digit in range(10)), *_CARDINALS)
_WORDS = [
    *_ORDINALS,
    *_WORDINGS.numbered,
    *(f"{word}{number}" for word in _WORDINGS.numbered for number in _NUMBERS_BEHIND),
    *_WORDINGS.rank_nouns.split(),
    *_WORDINGS.greatest,
]
_IN_WORDS = Words(_WORDS)
_RANK = Worded(
    rf"\b(?P<ordinal>{_ORDINAL})\b(?P<noun>\s(?:\w+\s)?(?:{any_of(_WORDINGS.rank_nouns)})\b)?"
    rf"|(?<!\w){_NUMBERED}\b"
    rf"|\b(?P<noun_first>(?:{any_of(_WORDINGS.rank_nouns)})\s)(?P<behind>{_ORDINAL})\b"
    rf"|\b(?P<greatest>{any_of(_WORDINGS.greatest)})\b",
    _WORDS,
    digits=True,
)
# `is second`, `is still the second`, `has slipped to second`
_HOLDING = OnFirstUse(
    rf"\b(?:(?:{any_of(f'{_ALL.ranking} {_WORDINGS.holding}')})\s(?:(?:{any_of(_ALL.adverbs)})\s)?(?:(?:{any_of(_ALL.articles)})\s)?"
    rf"|(?:{any_of(_WORDINGS.moving_to)})\s)$"
)
_ONE_OF = OnFirstUse(rf"\b(?:{any_of(_WORDINGS.one_of)})\s(?:\w+\s){{0,2}}$")
# `ranks first in trade and second in investments`, `первое место в торговле и второе — по инвестициям`
_AND = OnFirstUse(rf"\b(?:{any_of(_ALL.joining)})\s(?:(?:{any_of(_ALL.articles)})\s)?$")
# `ranks first and second among partners and investors`
_JOINED = OnFirstUse(rf"\s(?:{any_of(_ALL.joining)})\s(?:(?:{any_of(_ALL.articles)})\s)?{_ORDINAL}\b")
_SUPERLATIVE = OnFirstUse(rf"[\s-](?:{any_of((*_ALL.superlatives, *_WORDINGS.greatest))})\b")
_NEITHER = Worded(rf"\b(?:{any_of(_WORDINGS.no_rank)})\b", _WORDINGS.no_rank)


class Rank(NamedTuple):
    """A rank in a sentence.

    Attributes:
        number: the rank.
        superlative: whether a superlative follows: `the second largest quota`.
        alone: whether its words show that it is a rank, wherever the measure is named; otherwise, it must
            precede the measure's name.
        greatest: whether it is a superlative without a number: `the largest quota`.
    """

    number: Number
    alone: bool
    superlative: bool = False
    greatest: bool = False


def ranks_worded(sentence: str) -> Iterator[Rank]:
    """Yield the ranks of a sentence."""
    if not (_IN_WORDS.may_be_in(sentence) or _ENDING.search(sentence)):
        return
    previous, was_alone = None, False  # the end of the ordinal before, and whether it is a rank by itself
    phrases = [(match.start(), match.end()) for match in _NEITHER.finditer(sentence)]
    for match in _RANK.finditer(sentence):
        if any(start <= match.start() < end for start, end in phrases):
            continue
        before = sentence[max(0, match.start() - _BEFORE) : match.start()]
        follows = _NEXT.match(sentence, match.end())
        word = (follows[1] or "").casefold() if follows else ""
        if match["greatest"]:
            # `second-largest` already has its rank, and `one of the largest` has no rank.
            if (previous is not None and match.start() - previous <= 2) or _ONE_OF.compiled.search(before):
                continue
            yield _rank(match, "greatest", 1, alone=False)._replace(greatest=True)
        elif match["numbered"]:
            written = match["numbered"].casefold()
            yield _rank(match, "numbered", _CARDINALS.get(written) or int(written), alone=True)
        else:
            name = "behind" if match["behind"] else "ordinal"
            again = was_alone and bool(_AND.compiled.search(before))
            previous = match.end(name)
            joins = word in AND and _JOINED.compiled.match(sentence, match.end())
            if word in _NOT_RANKED and not match["noun"] and not joins:
                continue
            is_last = not word or word in CLOSED
            held = word in _HOLDERS or (
                is_last
                and (
                    before.rstrip().endswith((":", "|"))  # `Rank among investors: 3rd`
                    or bool(_HOLDING.compiled.search(before))
                    or again
                    or _is_predicate(before, match[name])
                )
            )
            if joins and not held:
                continue  # `the first and second rounds`
            was_alone = bool(match["noun"] or match["behind"]) or held
            superlative = _SUPERLATIVE.compiled.match(sentence, match.end(name)) is not None
            yield _rank(match, name, _value(match[name]), alone=was_alone)._replace(superlative=superlative)


def _is_predicate(before: str, rank: str) -> bool:
    """Return whether a rank describes the country before it: `China first, Aland third`, `Россия — третья`, `идёт третьей`."""
    words = [fold_letters(word) for word in before.rstrip(_DASHES).rsplit(maxsplit=2)[-2:]]
    if words and has_cases(words[-1]) and looks_like_verb(words[-1]):
        return rank.casefold().endswith(_ALL.agent_endings)
    return (
        bool(words)
        and words[-1] not in CLOSED
        and is_nominative(words[-1])
        and _GOVERNING.isdisjoint(words[:-1])
    )


def _rank(match: re.Match[str], name: str, rank: int, *, alone: bool) -> Rank:
    number = Number(match.start(name), match.end(name), "rank", (Decimal(rank),), (Decimal(0),))
    return Rank(number, alone)


def _value(word: str) -> int:
    return _ORDINALS.get(word.casefold()) or int(_DIGITS.findall(word)[0])
