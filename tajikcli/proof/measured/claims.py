"""Compare the figures of a text with those on record.

A number is judged if its measure and unit are clear: words of the measure are near it in the same sentence,
outside quotations, and a figure of the measure has its unit. `silence` lists the reasons for not judging a
number.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import together
from tajikcli.language.forms import any_of
from tajikcli.proof.measured.amounts import agreeing, held, months_of
from tajikcli.proof.measured.measures import MOST_WORDS, stem_of
from tajikcli.proof.measured.sentence import FigureSentence
from tajikcli.proof.measured.silence import Question, why_silent
from tajikcli.proof.number_words import has_number_words, numbers_in_words
from tajikcli.proof.numbers import (
    BIGGEST,
    NOT_COUNTED,
    has_a_number,
    is_date,
    is_year_of_date,
    numbers,
    ranks,
)
from tajikcli.proof.sentences import sentence_spans
from tajikcli.proof.speech import CLOSED, PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tajikcli.proof.measured.measures import Measure, Measures, OnRecord, Surroundings
    from tajikcli.proof.numbers import Number

_ALL = together()
_NEW_CLAUSE = re.compile(rf"[;:]|\b(?:{any_of(_ALL.contrasting)})\b|, (?:{'|'.join(_ALL.new_clause)})\b")
_OF = frozenset(_ALL.of.split())
_GOVERNED = 3  # the maximum number of words between a name and a name that it governs
_FAR = 1_000  # the maximum number of characters between a number and its measure
_NEAR = 14  # the maximum number of words between a number and the name of its measure


class Claim(NamedTuple):
    """A figure in a text, with its verdict.

    Attributes:
        start: offset of its first character in the paragraph.
        end: offset after its last character.
        agrees: whether it agrees with a figure on record.
        measure: its measure.
        figures: the figures on record with which it is compared: the one that agrees, otherwise all.
    """

    start: int
    end: int
    agrees: bool
    measure: Measure
    figures: tuple[OnRecord, ...]


class Unjudged(NamedTuple):
    """A number beside a measure that is not judged.

    Attributes:
        start: offset of its first character in the paragraph.
        end: offset after its last character.
                reason: the reason why it is not judged.
    """

    start: int
    end: int
    reason: str


def claims(text: str, measures: Measures, known: Surroundings) -> Iterator[Claim | Unjudged]:
    """Yield the figures of measures on record in a paragraph, and the numbers beside a measure that are not judged.

    Args:
        text: the paragraph, with quotations blanked out.
        measures: the measures on record.
        known: words that do not indicate another subject.
    """
    in_words = has_number_words(text)
    if not in_words and not has_a_number(text):
        return
    for start, end in sentence_spans(text):
        sentence = text[start:end]
        found = [*numbers(sentence), *ranks(sentence)] if has_a_number(sentence) else []
        if in_words and has_number_words(sentence):
            found += _apart(list(numbers_in_words(sentence)), found)
        if not found:
            continue
        looked_at = FigureSentence(sentence, measures, known)
        for number in found if looked_at.named else ():
            if is_year_of_date(sentence, number):
                continue
            asked = _question(looked_at, number)
            if asked is None:
                continue
            reason = why_silent(asked)
            if reason is None:
                claim = _compared(asked)
                yield claim._replace(start=claim.start + start, end=claim.end + start)
            elif not is_date(sentence, number):
                yield Unjudged(number.start + start, number.end + start, reason)


def _apart(candidates: list[Number], others: list[Number]) -> list[Number]:
    """Return the numbers that share no characters with other numbers: `1.5 thousand` does not also contain `thousand`."""
    taken = sorted((one.start, one.end) for one in others)
    starts = [start for start, _ in taken]
    kept = []
    for one in candidates:
        at = bisect_left(starts, one.end)
        if not at or taken[at - 1][1] <= one.start:
            kept.append(one)
    return kept


def _question(sentence: FigureSentence, number: Number) -> Question | None:
    """Return the measure nearest to a number, if possible one whose unit it has."""
    words = sentence.words
    at = bisect_left(sentence.starts, number.start)  # the first word after its beginning
    behind = bisect_left(sentence.starts, number.end)
    near: list[tuple[int, int, Measure, int, int]] = []
    first = bisect_left(sentence.places, at - _NEAR - MOST_WORDS)
    for place, name, measure in sentence.named[first : bisect_right(sentence.places, behind + _NEAR)]:
        last = place + len(name)
        distance = at - last if last <= at else place - behind if place >= behind else 0
        if distance <= _NEAR and _same_clause(sentence.text, number, words[place][0], words[last - 1][1]):
            near.append((distance, -len(name), measure, place, last))
    if number.unit == "rank":
        # `third-largest investor`, `ranks third among investors`: the name follows directly, or almost
        # directly.
        close = 1 if BIGGEST.match(sentence.text, number.end) else _NEAR // 2
        near = [one for one in near if one[3] >= behind and one[0] <= close]
    best = [one for one in near if _unit_fits(number, one[2], sentence, behind, one[4])]
    fits = bool(best)
    best = best or near
    if not best:
        return None
    # The longest name wins over names inside it, then the nearest.
    best.sort(key=lambda one: (one[0], one[1]))
    distance, size, measure, place, last = best[0]
    for other in best[1:]:
        if other[3] <= place and other[4] >= last and other[1] < size:
            distance, size, measure, place, last = other
    for other in best:
        if (
            other[4] <= place
            and sentence.words[place][0] < number.start
            and _heads(sentence, other[4], place)
        ):
            distance, size, measure, place, last = other
            break
    rivals = {one[2].slug for one in best if one[0] == distance and one[1] == size}
    return Question(sentence, number, measure, (place, last), fits=fits, rivals=len(rivals))


def _heads(sentence: FigureSentence, last: int, place: int) -> bool:
    """Return whether the name of a measure that ends at a word governs the name at another word: `the quota for Tajik students`."""
    between = [word.casefold() for _, _, word in sentence.words[last:place]]
    return 0 < len(between) <= _GOVERNED and between[0] in PREPOSITIONS | _OF


def _same_clause(sentence: str, number: Number, start: int, end: int) -> bool:
    between = sentence[end : number.start] if end <= number.start else sentence[number.end : start]
    return len(between) <= _FAR and not _NEW_CLAUSE.search(between)


def _unit_fits(number: Number, measure: Measure, sentence: FigureSentence, behind: int, last: int) -> bool:
    """Return whether a number has the unit of one of the measure's figures."""
    units = measure.units
    if number.unit is not None:
        return number.unit in units
    near = sentence.stems[behind : behind + 4]
    counted = units - NOT_COUNTED
    for unit in counted:
        named = stem_of(unit or "")
        if named in near:
            return True
        # `from 72 to 82`: the range is near the thing counted
        if len(number.amounts) == 2 and (
            named in sentence.stem_set
            or any((name, measure.slug) in sentence.names for name in measure.names)
        ):
            return True
    if units & (NOT_COUNTED - {None}):
        return False
    if any(_has(near, name) for name in measure.names):
        return True
    if counted and any(near[:1] == [name[-1]] for name in measure.names if len(name) > 1):
        return True  # `places` of `student places`
    return bool(counted) and _stands_alone(number, sentence, behind, last)


def _stands_alone(number: Number, sentence: FigureSentence, behind: int, last: int) -> bool:
    """Return whether a number counts the measure before it, and no other noun follows: `The quota stands at 1,500`."""
    at = bisect_left(sentence.starts, number.start)
    if not last <= at or number.start - sentence.words[at - 1][1] > 3:
        return False
    if behind >= len(sentence.words) or sentence.text[number.end : number.end + 1] in {".", ",", ";", ")"}:
        return True
    return sentence.words[behind][2].casefold() in CLOSED


def _has(stems: Sequence[str], name: tuple[str, ...]) -> bool:
    return any(tuple(stems[at : at + len(name)]) == name for at in range(len(stems)))


def _compared(asked: Question) -> Claim:
    """Return the verdict on a number that can be judged."""
    number, figures = asked.number, asked.on_record
    months = asked.sentence.months
    if months is not None:
        figures = [one for one in figures if months_of(one) == months]
    falls = asked.is_change and asked.moves[1]
    same = agreeing(number, figures, falls=falls) or held(number, figures, asked.before)
    if same is not None:
        return Claim(number.start, number.end, agrees=True, measure=asked.measure, figures=(same,))
    return Claim(number.start, number.end, agrees=False, measure=asked.measure, figures=tuple(figures))
