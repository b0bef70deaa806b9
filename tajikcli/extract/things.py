"""The things that a number counts: the noun after it, or the nearest word for something measured."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from tajikcli.extract.clauses import CLAUSE
from tajikcli.extract.dates import month_of
from tajikcli.extract.movement import is_turn
from tajikcli.extract.years import FAR, YEAR
from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import reports
from tajikcli.language.all_wordings import wordings
from tajikcli.language.countries import is_adjective
from tajikcli.language.forms import WORD, any_of, english_plural, has_cases
from tajikcli.language.listed import meaning_of
from tajikcli.proof.speech import PREPOSITIONS, VERBS
from tajikcli.text import fold_letters, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.proof.numbers import Number

_ALL, _REPORTS = together(), reports()
_LITTLE = word_set(
    fold_letters(
        f"{_ALL.function_words} {_ALL.stop_words} {_ALL.articles} {_ALL.conjunctions} {_ALL.auxiliaries} {_ALL.prepositions}"
        f" {_REPORTS.year_words} {' '.join(_REPORTS.years_named)} {_ALL.months_word} {_ALL.weekdays}"
        f" {' '.join(wordings().present)}"
    )
)


def unit_behind(sentence: str, end: int) -> tuple[str, int, int] | None:
    """Return the word for the things counted, after a number, with its start and end."""
    rest = sentence[end : end + FAR]
    clause = CLAUSE.search(rest)
    rest = rest[: clause.start()] if clause else rest
    match = _BEFORE_THINGS.match(rest)
    words = list(WORD.finditer(rest, match.end() if match else 0))
    if not words or words[0].start() > (match.end() if match else 0):
        return None
    is_joined = rest[0] == "-"
    if is_joined and (has_cases(words[0][0]) or fold_letters(words[0][0]) in _ATTACHED):
        return None  # an anniversary, in Russian and Tajik, or `40-strong`
    named = 1 if not is_joined and _describes_with_a_name(sentence, end, words) else 0
    for place, word in enumerate(words[named : named + 3], named):
        folded = fold_letters(word[0])
        if is_adjective(folded) and not (word[0].isascii() and is_plural(folded)):  # `12 Indian voters`
            continue
        if not is_joined and (found := _multiplied(rest, words[place:])) is not None:
            return found[0], end + word.start(), end + found[1]
        if (
            (folded in _LITTLE and not _is_counted(folded))
            or month_of(word[0])
            or (word[0][0].isupper() and not is_adjective(folded) and not is_measuring(folded))
            or folded in VERBS
            or folded in _TIMES
            or folded in _LAST_VERBS
        ):
            return None
        if is_turn(word[0]):
            return None
        if not folded.endswith(_ALL.adverb_endings) and not _describes(folded):
            noun = _described(rest, words[place:]) or word
            unit, stop = _whole_unit(rest, word.start() if not is_joined else noun.start(), noun)
            if is_joined and not place and meaning_of(word[0].casefold(), _ALL.currencies) is None:
                unit = english_plural(unit)  # `the 40-minute talks`
            return unit, end + noun.start(), end + stop
    return None


# `50,000 U.S. personnel`, `180 K2 tanks`
_BEFORE_THINGS = re.compile(
    r"[\s-]*(?:(?<=\s)(?:(?:[A-Z]\.){2,3}|[A-Z][A-Za-z]{0,9}-?\d{1,4}[A-Z]?)\s(?=[a-z]))?"
)


def _describes_with_a_name(sentence: str, end: int, words: Sequence[re.Match[str]]) -> bool:
    """Return whether a name behind a number describes the plural behind it: `26 Rafale jets`, but not `on 26 Lind meets`."""
    before = _WORD_AND_NUMBER.search(sentence, max(0, end - FAR), end)
    return (
        words[0][0].isascii()
        and words[0][0][0].isupper()
        and not is_adjective(fold_letters(words[0][0]))
        and len(words) > 1
        and words[1][0].islower()
        and words[1].start() == words[0].end() + 1
        and is_plural(fold_letters(words[1][0]))
        and (before is None or fold_letters(before[1]) not in PREPOSITIONS)
    )


_WORD_AND_NUMBER = re.compile(r"(?<!\w)([^\W\d_]{1,40})\s[\d.,]{1,12}$")


def is_measuring(unit: str) -> bool:
    """Return whether a unit is one of length, area, volume, mass, energy or time."""
    return _MEASURING.fullmatch(_BETWEEN_PARTS.split(unit.casefold())[-1]) is not None


_MEASURING = re.compile(
    rf"(?:{any_of(_REPORTS.measuring)})(?:[^\w-].*|\d)?"
)  # with what follows it, as in `km/h`
_BETWEEN_PARTS = re.compile(r"[\s-]")
_BESIDE = re.compile(r"\.?[ \u00a0\u202f-]")
_TAIL = re.compile(r"(?:[\u22c5\u00b7\u2219\u2022\u00d7*/][^\W\d_]{1,12}){1,3}|[23](?!\w)")  # `kW·h`, `km2`
_LONGEST_SHORT = 3  # letters of an abbreviation that multiplies a unit


def _multiplied(text: str, words: Sequence[re.Match[str]]) -> tuple[str, int] | None:
    """Return the unit that a first word multiplies and the offset after it: `cubic metres`, `куб. м`, `ton kilometres`; None if it multiplies none.

    The unit is empty if the word is short for one that multiplies a unit, but no unit follows it.
    """
    first = words[0]
    written = first[0].casefold()
    form = meaning_of(written, _REPORTS.multiplying)
    following = words[1] if len(words) > 1 else None
    is_beside = following is not None and _BESIDE.fullmatch(text, first.end(), following.start()) is not None
    if following is not None and is_beside and is_measuring(following[0]):
        if form is not None or (first[0].isascii() and is_measuring(written)):
            unit, stop = _whole_unit(text, following.start(), following)
            return f"{form or written} {unit}", stop
        return None
    if form is not None and len(written) <= _LONGEST_SHORT:
        return "", first.end()
    return None


def _whole_unit(text: str, start: int, noun: re.Match[str]) -> tuple[str, int]:
    """Return a unit with the words that belong to it, and the offset after it: nouns before it, and what multiplies it behind it.

    Args:
        text: the text after the number.
        start: the offset of the first word after the number that does not describe the things counted.
        noun: the word for the things counted.
    """
    written = noun[0].casefold()
    currency = meaning_of(written, _ALL.currencies)  # `of Russian roubles`
    unit = currency or meaning_of(written, _REPORTS.units) or written
    if not is_measuring(written):
        return unit, noun.end()
    if (tail := _TAIL.match(text, noun.end())) is not None:
        return text[noun.start() : tail.end()].casefold(), tail.end()
    behind = WORD.match(text, noun.end() + 1)
    if behind is not None and not behind[0].isascii() and _BESIDE.fullmatch(text, noun.end(), behind.start()):
        form = meaning_of(behind[0].casefold(), _REPORTS.multiplying)
        if form is not None and has_cases(behind[0]):  # `метри мукааб`
            return f"{form} {unit}", behind.end()
    before = [word[0].casefold() for word in WORD.finditer(text, start, noun.start())]
    return " ".join([*before, unit]), noun.end()


def are_points(sentence: str, number: Number) -> bool:
    """Return whether a number is one of percentage points, which are not percent."""
    found = _POINTS.search(sentence, number.start, number.end + FAR)
    return found is not None and found.start() < number.end <= found.end()


POINTS = "percentage points"
_POINTS = re.compile(rf"(?<![\d.,])\d[\d.,]{{0,20}}[\s-]?(?:{any_of(_REPORTS.points)})(?!\w)", re.IGNORECASE)


def is_over(sentence: str, end: int) -> bool:
    """Return whether a number of days, weeks or years is how long ago something was: `10 days ago`."""
    behind = _NEXT.match(sentence, end)
    return behind is not None and fold_letters(behind[1]) in _AGO


_NEXT = re.compile(r"\s([^\W\d_]+)")
_AGO = word_set(fold_letters(_REPORTS.ago))
_ATTACHED = word_set(fold_letters(_REPORTS.attached))
_LAST_VERBS = word_set(fold_letters(f"{' '.join(wordings().last_verbs)} {_REPORTS.ending_verbs}"))


def _is_counted(folded: str) -> bool:
    """Return whether a frequent word is a unit, as `countries` is in Russian; months and years are parts of periods."""
    return folded not in _OF_PERIODS and meaning_of(folded, _REPORTS.units) is not None


_OF_PERIODS = word_set(
    fold_letters(f"{_REPORTS.year_words} {' '.join(_REPORTS.years_named)} {_ALL.months_word}")
)


def _describes(folded: str) -> bool:
    """Return whether a word after a number is an adjective whose noun follows."""
    return folded.endswith(_DESCRIBING)


def is_plural(folded: str) -> bool:
    """Return whether an English noun is in the plural."""
    return folded in _PLURALS or (folded.endswith(_PLURAL) and not folded.endswith(_NO_PLURAL))


def _described(text: str, words: Sequence[re.Match[str]]) -> re.Match[str] | None:
    """Return the plural noun that an English word only describes: `40 cooperation agreements`, `12 valid investment (FDI) projects`."""
    first = words[0]
    if (
        not first[0].isascii()
        or is_plural(fold_letters(first[0]))
        or meaning_of(first[0].casefold(), _REPORTS.units) is not None
    ):
        return None
    for word, following in pairwise(words[:_MOST_DESCRIBING]):
        if not _BETWEEN.fullmatch(text, word.end(), following.start()):
            return None
        folded = fold_letters(following[0])
        if following[0].isupper() and text[following.end() : following.end() + 1] == ")":
            continue
        if not following[0].islower() or folded in VERBS | _LITTLE or folded.endswith(_REPORTS.past_endings):
            return None
        if is_plural(folded) or (is_measuring(following[0]) and not is_measuring(first[0])):
            return following
    return None


_PLURALS = word_set(fold_letters(_REPORTS.plurals))
_MOST_DESCRIBING = 6  # words
_BETWEEN = re.compile(r" | \(|\) ")
_PLURAL = tuple(_REPORTS.plural_endings)
_NO_PLURAL = tuple(2 * ending for ending in _PLURAL)  # `business`
_MULTIPLES = (*wordings().multiplied, *wordings().multiples, *wordings().times_behind.split())
_TIMES = word_set(fold_letters(" ".join(phrase.split()[-1] for phrase in _MULTIPLES)))
_DESCRIBING = tuple(_REPORTS.describing_endings)


def is_rank(sentence: str, number: Number, things: tuple[str, int, int]) -> bool:
    """Return whether a number in digits is the rank of the thing after it: `at the 13th session`, in Russian."""
    before = _WORD_BEHIND.search(sentence, max(0, number.start - FAR), number.start)
    noun = sentence[things[1] : things[2]].casefold()
    return noun.endswith(_RANKED) and before is not None and fold_letters(before[1]) in PREPOSITIONS


_WORD_BEHIND = re.compile(r"(?<!\w)([^\W\d_]{1,40})\s$")
_RANKED = tuple(_REPORTS.ranked_endings.split())


def is_bare_amount(sentence: str, number: Number) -> bool:
    """Return whether a number without a unit is an amount of something that the sentence does not name: `it could reach 5,000 by June`.

    The number of a page, a room or an article follows a noun instead.
    """
    written = sentence[number.start : number.end].strip()
    before = _WORD_BEHIND.search(sentence, max(0, number.start - FAR), number.start)
    if before is None or not before[1].islower() or len(number.amounts) != 1 or YEAR.fullmatch(written):
        return False
    if _GROUPED.fullmatch(written):
        return True
    word = fold_letters(before[1])
    return number.amounts[0] >= _LARGE and (word in _BEFORE_AMOUNTS or is_turn(word))


_GROUPED = re.compile(r"\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+")
_LARGE = 100  # smaller numbers may be hours, ages or ranks
_BEFORE_AMOUNTS = VERBS | word_set(
    fold_letters(
        f"{_ALL.prepositions} {_ALL.auxiliaries} {_ALL.linking} {' '.join(_REPORTS.approximations)}"
        f" {_ALL.range_from} {_ALL.range_to} {_ALL.by_how_much}"
    )
)


def ends_a_phrase(sentence: str, end: int) -> bool:
    """Return whether no word that may be the thing counted follows a number."""
    following = re.compile(r"[\s-]*([^\W\d_]*)").match(sentence, end)
    word = fold_letters(following[1]) if following else ""
    return not word or word in _LITTLE or word in VERBS or word in _LAST_VERBS
