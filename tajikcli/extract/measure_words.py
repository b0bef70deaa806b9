"""Find the word for the measure of a number in its sentence."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tajikcli.extract.clauses import clause_around, own_clause, shares_subject
from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import reports
from tajikcli.language.forms import WORD, any_of
from tajikcli.proof.numbers import MONEY

if TYPE_CHECKING:
    from tajikcli.proof.numbers import Number

_ALL, _REPORTS = together(), reports()
_NEAR_WORDS = 12  # the number of words around a number that may name the thing counted
_BEGINNING = 3  # the number of letters by which words are looked up


def measure_near(
    sentence: str, number: Number, things: tuple[str, int, int] | None
) -> tuple[str, int, int] | None:
    """Return the measure of a number, by the nearest word for something counted, with the start and end of that word.

    Args:
        sentence: the sentence.
        number: the number.
        things: the things that it counts, with the start and end of their word; None if it counts none. Then only that word
            and those before the number in its clause can name the measure: `40 people signed agreements`.
    """
    clause, own = clause_around(sentence, number), own_clause(sentence, number)
    begins, ends = (clause[0], number.start) if things else (0, len(sentence))
    best: tuple[int, int, str, int, int] | None = None
    for start, end, size, slug in _measures_in(sentence):
        if (start < begins or end > ends) and not (things and start <= things[1] < end):
            continue
        is_before = clause[0] <= start < own[0] and not shares_subject(sentence, own[0])
        if is_before or own[1] <= start < clause[1]:
            continue  # of another predicate
        is_near = clause[0] <= start and end <= clause[1]
        if slug in _COUNTED and not things and (number.unit in MONEY or not is_near):
            continue  # `projects with a capital of 5 million dollars`, `12 companies came, and the share grew by 5 percent`
        between = sentence[end : number.start] if end <= number.start else sentence[number.end : start]
        if ";" in between or ":" in between:
            continue
        distance = between.count(" ")
        found = (distance + 2 * between.count(","), -size, slug, start, end)
        if distance <= _NEAR_WORDS and (best is None or found < best):
            best = found
    return best[2:] if best else None


_COUNTED = frozenset(_REPORTS.units.values())


@lru_cache(maxsize=8)  # cached, because the figures in a sentence are read one after the other
def _measures_in(sentence: str) -> list[tuple[int, int, int, str]]:
    """Return the positions of words for something counted in a sentence: start, end, number of words, slug."""
    words = [(match.start(), match.end(), match[0].casefold()) for match in WORD.finditer(sentence)]
    found = [
        (words[at][0], words[at + len(phrase) - 1][1], len(phrase), slug)
        for at, (_, _, word) in enumerate(words)
        for phrase, slug in _measures().get(word[:_BEGINNING], ())
        if at + len(phrase) <= len(words)
        and all(_fits(part, words[at + order][2]) for order, part in enumerate(phrase))
    ]
    dependent: list[tuple[int, int, int, str]] = []
    for one in found:
        is_next = dependent and _AND.fullmatch(sentence, dependent[-1][1], one[0])  # `exports of oil and gas`
        if is_next or any(_belongs_to(sentence, other[1], one[0]) for other in found):
            dependent.append(one)
    return [one for one in found if one not in dependent]


def _belongs_to(sentence: str, end: int, start: int) -> bool:
    """Return whether a noun directly behind another says of what that one is: `exports of oil`, `экспорт нефти`, `содироти нафт`."""
    return (
        end < start
        and _OF.fullmatch(sentence, end, start) is not None
        and (not sentence[start].isascii() or start - end > 1)
    )


_AND = re.compile(rf"\s(?:{any_of(_ALL.joining)})\s", re.IGNORECASE)
_OF = re.compile(rf"\s(?:(?:{any_of(_ALL.of)})\s(?:(?:{any_of(_ALL.articles)})\s)?)?")


def _fits(part: str, word: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part


@lru_cache(maxsize=1)
def _measures() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return the words for counted things, in groups with the same beginning."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, slug in _REPORTS.measures.items():
        phrase = tuple(words.split())
        found.setdefault(phrase[0].rstrip("*")[:_BEGINNING], []).append((phrase, slug))
    return found
