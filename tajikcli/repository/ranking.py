"""Rank statements by how well they answer a question: BM25F, with corrections.

BM25F (Robertson and Zaragoza 2009, section 3.6) weights a word by its field:

- text 1.0: the words of the statement;
- keywords, numbers, units and months 0.9: the words that its editor expects in questions;
- evidence 0.5: the source's own words, which often repeat the text;
- names 0.4: of topic, measure, speaker, relay, source and meeting, which a statement shares with many others.

A word and all its forms are one term, as rare as the most frequent of them. In addition, a statement ranks
higher if it has more of the question's words, if the question names its speaker, and if it has the kind of
answer that the question asks for: a figure for “how many”, a date for “when”, a place for “where”.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from math import log, sqrt
from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.parts import Parts
from tajikcli.words import stems

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from tajikcli.repository.question import Question

_WEIGHTS = (1.0, 0.9, 0.5, 0.4)
_NAMES = 3  # the position of the names
_K1, _B = 1.2, 0.5  # BM25's parameters for repetitions of a word and for the length of a text
_USUAL = 12  # the number of stems of a typical text, so that a long list of keywords is not penalised
_ASKED_FOR = 0.8  # the bonus for the kind of answer that the question asks for
CERTAIN = 0.5  # the minimum weight of a form, compared with that of the best, by which a word is as frequent as this form
_SOME = 0.3  # the share of the score that a statement keeps even if it has few of the words
_LIGHT = 0.5  # the weight of a word that says little
_TOGETHER = 0.3  # the bonus for words that are adjacent in the question and in the text
_PLACES = ("cities", "places")  # subjects of the vocabulary with words for meeting places
_CAPITALS = "capitals"
_FREQUENCY, _SPANS = "frequency", "units_of_time"
_OF_THE_TALKS = {
    "where",
    "when",
}  # questions that are usually about the talks themselves, and not about background
_OTHER_PHASES = {"q:background": 0.8, "q:before": 0.7}  # the weights of other statements for such questions
_ABOUT = 0.8  # how well a month, a day of the week or a year answers `when`, compared with a day of a month
_ITSELF = 2.0  # how well the date of the meeting answers `when`, compared with a day of a month
_DAYS = 31
_YEAR = 4  # digits
_MEETING = "g:"


class Rarity(Parts):
    """The information of a word, by the number of statements with it: BM25's inverse document frequency.

    Attributes:
        named: its weight in a statement that is only about the thing named.
        said: its weight in a statement that has the word or another word for the same thing; for a rare word
            that names a frequent thing (`Россия`, in a mostly English record), the geometric mean of both.
        frequency: the number of statements that have the word or are about the thing named.
    """

    named: float
    said: float
    frequency: int


def rarities(connection: sqlite3.Connection, question: Question) -> list[Rarity]:
    """Return the information of each word of a question.

    Args:
        connection: a connection to the index.
        question: the question.
    """
    (total,) = connection.execute(
        "SELECT coalesce(sum(statements), 0) FROM tally WHERE kind = 'meeting'"
    ).fetchone()

    def inverse(frequency: int) -> float:
        return log(1 + (total - frequency + 0.5) / (frequency + 0.5))

    found = []
    for group, light in zip(question.groups, question.light, strict=True):
        worth = _LIGHT if light else 1.0
        certain = CERTAIN * max(
            (fit for form, fit in group.items() if form in question.frequencies), default=0
        )
        frequencies = {
            form: question.frequencies.get(form, 0) for form, fit in group.items() if fit >= certain
        }
        most = max(frequencies.values())
        said = max((count for form, count in frequencies.items() if ":" not in form), default=0)
        # The names of the meeting match all of its statements.
        telling = max((count for form, count in frequencies.items() if form[:2] != _MEETING), default=0)
        found.append(
            Rarity(
                named=worth * inverse(most),
                said=worth * sqrt(inverse(telling) * inverse(said)),
                frequency=most,
            )
        )
    return found


def most_alone(question: Question, rarity: Sequence[Rarity], place: int) -> float:
    """Return an upper bound for the score of a statement that has only one of the words, even if repeated."""
    said = rarity[place].said
    had = said / sum(telling.said for telling in rarity)
    return (
        said
        * (_K1 + 1)
        * (_SOME + (1 - _SOME) * had)
        * (1 + _ASKED_FOR * len(question.after))
        * 1.2
        * (1 + _TOGETHER)
    )


def score(question: Question, rarity: Sequence[Rarity], columns: Sequence[str]) -> float:
    """Return the score of a statement.

    Args:
        question: the question.
        rarity: the information of each of its words.
        columns: the stems and tokens of the statement, as in the table `search`.
    """
    split = [column.split() for column in columns]
    size = len(question.groups)
    weights, fits, said = [0.0] * size, [0.0] * size, [False] * size
    for place, words in enumerate(split):
        for number, (fit, count) in _best(question, words, columns[place]).items():
            weights[number] += _WEIGHTS[place] * count
            fits[number] += _WEIGHTS[place] * count * fit
            said[number] = said[number] or place < _NAMES
    norm = 1 - _B + _B * len(split[0]) / _USUAL
    total = had = possible = 0.0
    for number, telling in enumerate(rarity):
        weight = weights[number]
        possible += telling.said
        if weight:
            tells = (telling.said if said[number] else telling.named) * fits[number] / weight
            had += tells
            total += tells * weight * (_K1 + 1) / (weight + _K1 * norm)
    asked_for = sum(_has(question, kind, split[0], split[-1]) for kind in question.after)
    return (
        total
        * (_SOME + (1 - _SOME) * had / possible)
        * (1 + _ASKED_FOR * asked_for)
        * _of_the_talks(question, split[-1])
        * (1 + _TOGETHER * _together(question, columns[0]))
        * _voice(question, split[-1])
    )


def _together(question: Question, text: str) -> float:
    """Return the share of a question's adjacent words that are also adjacent in a text."""
    pairs = question.pairs
    said = f" {text} "
    return sum(pair in said for pair in pairs) / len(pairs) if pairs else 0.0


def _best(question: Question, words: Sequence[str], column: str) -> dict[int, tuple[float, int]]:
    """Return, for each word of a question that a column has, the weight of its best form there and the number of its occurrences.

    Args:
        question: the question.
        words: the words of the column.
        column: the column.
    """
    counts = {form: words.count(form) for form in question.forms.intersection(words)}
    for form in question.phrases:
        if form in column:
            counts[form] = f" {column} ".count(f" {form} ")
    best: dict[int, tuple[float, int]] = {}
    for form, count in counts.items():
        for number, fit in question.places[form]:
            if number not in best or best[number] < (fit, count):
                best[number] = fit, count
    return best


def _of_the_talks(question: Question, names: Sequence[str]) -> float:
    """Return the weight of a statement by its phase; questions that ask where or when are usually about the talks themselves."""
    if question.after.isdisjoint(_OF_THE_TALKS) or "before" in question.after:
        return 1.0
    return min((weight for phase, weight in _OTHER_PHASES.items() if phase in names), default=1.0)


def _has(question: Question, kind: str, text: Sequence[str], names: Sequence[str]) -> float:
    """Return how well a statement fits the kind of answer that a question asks for."""
    if f"q:{kind}" in names:
        return 1.0
    if kind == "when":
        return _tells_when(text, question.date)
    if kind == "where":
        return _ITSELF if not question.venue.isdisjoint(text) else not places().isdisjoint(text)
    if kind == "how-often":
        return not often().isdisjoint(text)
    if kind == "how-long":
        return 1.0 if _tells_how_long(text) else _ABOUT * ("q:how-many" in names)
    if kind == "after":
        return "q:before" not in names
    return 0.0


def _tells_when(text: Sequence[str], date: str) -> float:
    """Return how well the stems of a text answer `when`: best by the date of the meeting, then by any other day of a month."""
    found = 0.0
    for place, stem in enumerate(text):
        if stem in dates():
            beside = text[max(place - 1, 0) : place + 2]
            if date and str(int(date[-2:])) in beside and dates()[stem] == int(date[5:7]):
                return _ITSELF
            found = max(found, 1.0 if any(map(_is_day, beside)) else _ABOUT)
        elif _is_year(stem):
            found = max(found, _ABOUT)
    return found


def _tells_how_long(text: Sequence[str]) -> bool:
    """Return whether the stems of a text have a number, which is not a year, and then a unit of time."""
    return any(stem in spans() and _is_number(before) for before, stem in pairwise(text))


def _is_number(stem: str) -> bool:
    from tajikcli.language.numerals import number_at  # which few questions need

    return len(stem) < _YEAR if stem.isdecimal() else number_at([stem], 0)[1] > 0


def _is_day(stem: str) -> bool:
    return stem.isdecimal() and len(stem) <= len(str(_DAYS)) and 1 <= int(stem) <= _DAYS


def _is_year(stem: str) -> bool:
    return len(stem) == _YEAR and stem.isdecimal() and stem[:2] in {"19", "20"}


@lru_cache(maxsize=1)
def dates() -> dict[str, int]:
    """Return the numbers of the months by the stems of their names, and 0 for the stems of days of the week."""
    known = together()
    named = {month.removesuffix("*"): number for month, number in known.months.items()}
    named |= dict.fromkeys(known.weekdays.split(), 0)
    return {stem: number for name, number in named.items() for stem in stems(name)}


@lru_cache(maxsize=1)
def places() -> frozenset[str]:
    """Return the stems of meeting places: cities, capitals except other names of their countries, kinds of buildings."""
    from tajikcli.language.concepts import terms_of  # which few questions need

    terms = [term.text for subject in _PLACES for concept in terms_of(subject) for term in concept]
    for concept in terms_of(_CAPITALS):
        terms += {
            term.language: term.text for term in reversed(concept)
        }.values()  # the first in each language
    found = map(stems, terms)
    return frozenset(words[0] for words in found if len(words) == 1)


@lru_cache(maxsize=1)
def often() -> frozenset[str]:
    """Return the stems of words for frequencies."""
    return _single_words(_FREQUENCY)


@lru_cache(maxsize=1)
def spans() -> frozenset[str]:
    """Return the stems of units of time."""
    return _single_words(_SPANS)


def _single_words(subject: str) -> frozenset[str]:
    """Return the stems of the terms of a subject that consist of one word."""
    from tajikcli.language.concepts import terms_of  # which few questions need

    found = [stems(term.text) for concept in terms_of(subject) for term in concept]
    return frozenset(words[0] for words in found if len(words) == 1)


def _voice(question: Question, names: Iterable[str]) -> float:
    """Return the bonus for a speaker whom the question names, or the penalty for another speaker."""
    if not question.speakers:
        return 1.0
    speaker = {name for name in names if name.startswith("s:")}
    if not speaker:
        return 1.0
    return 1.2 if speaker & question.speakers else 0.8
