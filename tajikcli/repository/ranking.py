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
from math import log, sqrt
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import together
from tajikcli.language.concepts import terms_of
from tajikcli.words import stems

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from tajikcli.repository.question import Question

_WEIGHTS = (1.0, 0.9, 0.5, 0.4)
_K1, _B = 1.2, 0.5  # how quickly repetitions of a word stop counting, and how much long texts are penalised
_USUAL = 12  # the number of stems of a typical text, so that a long list of keywords is not penalised
_ASKED_FOR = 0.8  # the bonus for the kind of answer that the question asks for
_SOME = 0.3  # the share of the score that a statement keeps even if it has few of the words
_TOGETHER = 0.3  # the bonus for words that are adjacent in the question and in the text
_PLACES = ("cities", "places")  # subjects of the vocabulary with words for meeting places
_CAPITALS = "capitals"
_FREQUENCY = "frequency"
_OF_THE_TALKS = {
    "where",
    "when",
}  # questions that are usually about the talks themselves, and not about background
_BACKGROUND = 0.8  # the weight of background for such questions
_YEAR = 4  # digits
_MEETING = "g:"


class Rarity(NamedTuple):
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
    for group in question.groups:
        frequencies = {form: question.frequencies.get(form, 0) for form in group}
        most = max(frequencies.values())
        said = max((count for form, count in frequencies.items() if ":" not in form), default=0)
        # The names of the meeting match all of its statements.
        telling = max((count for form, count in frequencies.items() if form[:2] != _MEETING), default=0)
        found.append(Rarity(inverse(most), sqrt(inverse(telling) * inverse(said)), most))
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
    sets = [set(column) for column in split]
    norm = 1 - _B + _B * len(split[0]) / _USUAL
    total = had = possible = 0.0
    for group, telling in zip(question.groups, rarity, strict=True):
        counts = [
            _count(group, column, there, words)
            for column, there, words in zip(columns, sets, split, strict=True)
        ]
        weight = sum(worth * count for worth, (count, _) in zip(_WEIGHTS, counts, strict=True))
        possible += telling.said
        if weight:
            said = any(count for count, _ in counts[:-1])
            fits = sum(worth * count * fit for worth, (count, fit) in zip(_WEIGHTS, counts, strict=True))
            tells = (telling.said if said else telling.named) * fits / weight
            had += tells
            total += tells * weight * (_K1 + 1) / (weight + _K1 * norm)
    asked_for = sum(_has(kind, sets) for kind in question.after)
    return (
        total
        * (_SOME + (1 - _SOME) * had / possible)
        * (1 + _ASKED_FOR * asked_for)
        * (_BACKGROUND if question.after & _OF_THE_TALKS and "q:background" in sets[-1] else 1)
        * (1 + _TOGETHER * _together(question, columns[0]))
        * _voice(question, sets[-1])
    )


def _together(question: Question, text: str) -> float:
    """Return the share of a question's adjacent words that are also adjacent in a text."""
    pairs = [f" {one[0]} {other[0]} " for one, other in zip(question.own, question.own[1:], strict=False)]
    said = f" {text} "
    return sum(pair in said for pair in pairs) / len(pairs) if pairs else 0.0


def _count(
    group: Mapping[str, float], column: str, there: set[str], words: Sequence[str]
) -> tuple[int, float]:
    """Return the number of occurrences of a word's best form in a column, and the weight of that form."""
    best = (0.0, 0, 0.0)
    for form, fit in group.items():
        if form in there:
            count = words.count(form)
        elif " " in form and form in column:
            count = f" {column} ".count(f" {form} ")
        else:
            continue
        best = max(best, (fit, count, fit))
    return best[1], best[2]


def _has(kind: str, sets: Sequence[set[str]]) -> bool:
    """Return whether a statement has the kind of answer that a question asks for."""
    if f"q:{kind}" in sets[-1]:
        return True
    if kind == "when":
        return not dates().isdisjoint(sets[0]) or any(_is_year(stem) for stem in sets[0])
    if kind == "where":
        return not places().isdisjoint(sets[0])
    if kind == "how-often":
        return not often().isdisjoint(sets[0])
    if kind == "after":
        return "q:before" not in sets[-1]
    return False


def _is_year(stem: str) -> bool:
    return len(stem) == _YEAR and stem.isdecimal() and stem[:2] in {"19", "20"}


@lru_cache(maxsize=1)
def dates() -> frozenset[str]:
    """Return the stems of months and of days of the week."""
    known = together()
    named = [month.removesuffix("*") for month in known.months] + known.weekdays.split()
    return frozenset(stem for name in named for stem in stems(name))


@lru_cache(maxsize=1)
def places() -> frozenset[str]:
    """Return the stems of meeting places: cities, capitals except other names of their countries, kinds of buildings."""
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
    found = [stems(term.text) for concept in terms_of(_FREQUENCY) for term in concept]
    return frozenset(words[0] for words in found if len(words) == 1)


def _voice(question: Question, names: Iterable[str]) -> float:
    """Return the bonus for a speaker whom the question names, or the penalty for another speaker."""
    asked_about = {form for form in question.forms if form.startswith("s:")}
    speaker = {name for name in names if name.startswith("s:")}
    if not asked_about or not speaker:
        return 1.0
    return 1.2 if speaker & asked_about else 0.8
