"""Small numbers in words that count things: `three submarines`, but not `the two leaders`, `one of three` or `in two ways`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tajikcli.extract.things import is_measuring, is_plural, unit_behind
from tajikcli.extract.years import FAR
from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import reports
from tajikcli.language.all_wordings import wordings
from tajikcli.language.forms import any_of, nominatives
from tajikcli.language.listed import meaning_of
from tajikcli.proof.grammar import ARTICLES
from tajikcli.proof.number_words import CARDINALS
from tajikcli.proof.speech import REFERRING
from tajikcli.text import fold_letters, word_set
from tajikcli.words import stems

if TYPE_CHECKING:
    from tajikcli.proof.numbers import Number

_ALL, _REPORTS = together(), reports()
_TWO = 2
_WORD = re.compile(r"\w+|[^\w\s]")
_NUMBERS = word_set(fold_letters(f"{' '.join(CARDINALS)} {wordings().one_of}"))
# `the three`, `these three`, `our three`: the text has spoken of them, or they are all there are.
_KNOWN = ARTICLES | word_set(
    fold_letters(
        f"{_ALL.determiners} {_ALL.own_pronouns} {_ALL.listeners_pronouns} {_ALL.others_pronouns} {_ALL.together}"
        f" {_ALL.light_words} {' '.join(_ALL.ordinals)}"
    )
)
_NUMBERED = re.compile(any_of(_REPORTS.numbered), re.IGNORECASE)
_LIGHT = frozenset(stems(_ALL.light_words))
_COUNTED = frozenset(_REPORTS.units.values()) | word_set(fold_letters(_REPORTS.plurals))
_PARTIES = REFERRING | {
    form
    for word in word_set(fold_letters(_REPORTS.parties))
    for form in (word, *stems(word), meaning_of(word, _REPORTS.units) or word)
}


def counts_in_words(sentence: str, number: Number) -> bool:
    """Return whether a small number in words counts the things behind it, so that it is a figure.

    Two of those who meet (`two leaders`, `two countries`) are the meeting's own, and times are seldom a claim.

    Args:
        sentence: the sentence.
        number: the number, without a unit.
    """
    (amount,) = number.amounts
    is_range = "-" in sentence[max(0, number.start - 1) : number.end]  # `two-three`, in other languages
    if amount < _TWO or amount != int(amount) or is_range or not _is_open(sentence, number.start):
        return False
    things = unit_behind(sentence, number.end)
    if things is None or not things[0] or is_measuring(things[0]):
        return False
    noun = fold_letters(sentence[things[1] : things[2]])
    if noun.isascii() and not is_plural(noun):
        return False
    forms = {things[0], noun, *nominatives(noun), *stems(noun)}
    if amount == _TWO and not forms.isdisjoint(_PARTIES):
        return False
    return forms.isdisjoint(_LIGHT) or things[0] in _COUNTED


def _is_open(sentence: str, start: int) -> bool:
    """Return whether the words before a number leave it to count something new: not `the`, `chapter`, nor another number and a small word."""
    before = [fold_letters(word) for word in _WORD.findall(sentence, max(0, start - FAR), start)]
    if not before:
        return True
    if before[-1] in _KNOWN or _NUMBERED.fullmatch(before[-1]):
        return False
    joined = [word not in _JOINING for word in reversed(before)]
    first = before[-1 - joined.index(True)] if any(joined) and not joined[0] else ""
    return not first.isdecimal() and _NUMBERS.isdisjoint(nominatives(first))


_JOINING = word_set(
    fold_letters(
        f"{_REPORTS.alternatives} {_ALL.range_to} {_ALL.of} {_ALL.prepositions} {_ALL.conjunctions}"
        f" {' '.join(wordings().of_every)}"
    )
)
