"""How well a statement answers a question: BM25F, and what BM25 does not see.

BM25F (Robertson and Zaragoza 2009, section 3.6) counts a word by where it stands:

- the text 1.0: a statement is about what it says;
- keywords, numbers, units and months 0.9: the words that its editor expects to be asked;
- evidence 0.5: the source's own words, which often say the same again;
- names 0.4: of topic, measure, speaker, relay, source and meeting, which a statement shares with many others.

A word and all that it matches by are one term, as rare as the most frequent of them. Besides, a statement that has more of
the question's words is better, so is one of a speaker whom the question names, and so is one that has what the question is
after: a figure where it asks how many, a date where it asks when, a place where it asks where.
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
_K1, _B = 1.2, 0.5  # how soon more of the same word counts no more, and how much long texts are held back
_USUAL = 12  # stems of a text: a long list of keywords is no reason to hold a statement back
_ASKED_FOR = 0.8  # what a statement gains that has what the question is after
_SOME = 0.3  # what of its score a statement keeps, however few of the words it has
_TOGETHER = 0.3  # what it gains that has the question's words beside each other, as the question has them
_PLACES = ("cities", "places")  # subjects of the vocabulary whose words are places to meet at
_CAPITALS = "capitals"
_FREQUENCY = "frequency"
_OF_THE_TALKS = {
    "where",
    "when",
}  # what is asked of the talks themselves, more often than of what a source tells besides
_BACKGROUND = 0.8  # what that is worth then
_YEAR = 4  # digits
_MEETING = "g:"


class Rarity(NamedTuple):
    """How much a word tells, by how few statements have it: BM25's inverse document frequency.

    Attributes:
        named: where a statement is only of what the word names.
        said: where the word itself stands, or another for the same; of a word that is rare but names what is frequent
            (`Россия`, in a record that is mostly English) the geometric mean of both.
        frequency: of how many statements it is a word, or names something.
    """

    named: float
    said: float
    frequency: int


def rarities(connection: sqlite3.Connection, question: Question) -> list[Rarity]:
    """Return how much each word of a question tells.

    Args:
        connection: to the index.
        question: what is asked.
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
        # What the meeting is named by, all its statements are found by, whatever they say.
        telling = max((count for form, count in frequencies.items() if form[:2] != _MEETING), default=0)
        found.append(Rarity(inverse(most), sqrt(inverse(telling) * inverse(said)), most))
    return found


def most_alone(question: Question, rarity: Sequence[Rarity], place: int) -> float:
    """Return the bound that no score reaches of a statement that has only one of the words, however often."""
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
    """Return how well a statement answers.

    Args:
        question: what is asked.
        rarity: how much each of its words tells.
        columns: what the statement can be found by: stems and tokens, as the table `search` has them.
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
    """Return what part of a question's neighbouring words are neighbours in a text as well."""
    pairs = [f" {one[0]} {other[0]} " for one, other in zip(question.own, question.own[1:], strict=False)]
    said = f" {text} "
    return sum(pair in said for pair in pairs) / len(pairs) if pairs else 0.0


def _count(
    group: Mapping[str, float], column: str, there: set[str], words: Sequence[str]
) -> tuple[int, float]:
    """Return how often a column has what a word matches by best, and how well that fits."""
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
    """Tell whether a statement has what a question is after."""
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
    """Return the stems of places to meet at: cities, capitals less what else their countries are called, kinds of buildings."""
    terms = [term.text for subject in _PLACES for concept in terms_of(subject) for term in concept]
    for concept in terms_of(_CAPITALS):
        terms += {
            term.language: term.text for term in reversed(concept)
        }.values()  # the first in each language
    found = map(stems, terms)
    return frozenset(words[0] for words in found if len(words) == 1)


@lru_cache(maxsize=1)
def often() -> frozenset[str]:
    """Return the stems of words for how often something happens."""
    found = [stems(term.text) for concept in terms_of(_FREQUENCY) for term in concept]
    return frozenset(words[0] for words in found if len(words) == 1)


def _voice(question: Question, names: Iterable[str]) -> float:
    """Return what a statement gains by being of a speaker that the question names, or loses by being of another."""
    asked_about = {form for form in question.forms if form.startswith("s:")}
    speaker = {name for name in names if name.startswith("s:")}
    if not asked_about or not speaker:
        return 1.0
    return 1.2 if speaker & asked_about else 0.8
