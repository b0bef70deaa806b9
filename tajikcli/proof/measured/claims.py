"""Compare the figures in a text with those on record.

A number is judged if its measure and unit are clear: words of the measure are near it in the same sentence,
outside quotations, and a figure of the measure has its unit. `silence` lists the reasons for not judging a
number.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import together
from tajikcli.language.all_wordings import wordings
from tajikcli.language.forms import any_of, has_cases
from tajikcli.proof.measured.amounts import FAR_OFF, relevant
from tajikcli.proof.measured.amounts import distance as how_far
from tajikcli.proof.measured.measures import MOST_WORDS, stem_of
from tajikcli.proof.measured.ranking import ranks_worded
from tajikcli.proof.measured.sentence import FigureSentence
from tajikcli.proof.measured.silence import Question, why_silent
from tajikcli.proof.measured.verdict import compared
from tajikcli.proof.measured.wording import YEAR, ends_number
from tajikcli.proof.number_words import FEWEST, TIMES, has_number_words, has_rank_words, numbers_in_words
from tajikcli.proof.numbers import (
    NOT_COUNTED,
    has_a_number,
    is_date,
    is_year_of_date,
    numbers,
)
from tajikcli.proof.sentences import sentence_spans
from tajikcli.proof.speech import CLOSED, PREPOSITIONS
from tajikcli.text import fold_letters, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tajikcli.proof.measured.measures import Measure, Measures, OnRecord, Surroundings
    from tajikcli.proof.numbers import Number

_ALL = together()
_NEW_CLAUSE = re.compile(rf"[;:]|\b(?:{any_of(_ALL.contrasting)})\b|, (?:{'|'.join(_ALL.new_clause)})\b")
_NEXT_ITEM = re.compile(r",\s+\d")
_ANNOUNCING = re.compile(r":\s*(?=\d|$)")  # `Quota: 1,000`, `more teachers: 82 instead of 72`
_OF = frozenset(_ALL.of.split())
_BEHIND_NOUNS = CLOSED | word_set(fold_letters(f"{_ALL.auxiliaries} {_ALL.saying} {_ALL.silent}"))
_COUNTERS = word_set(wordings().counters)
_GOVERNED = 3  # the maximum number of words between a name and a name that it governs
_FAR = 1_000  # the maximum number of characters between a number and its measure
_NEAR = 14  # the maximum number of words between a number and its measure's name
_COUNTED = 3  # the number of words after a number that may be the counted thing
_NEAR_RANK = 3  # the maximum number of words between a rank and the name that it ranks
_SILENT = frozenset({"rank", TIMES})  # units of numbers that have no meaning without a measure
_MONEY = NOT_COUNTED - {None, "percent", "rank"}
UNNAMED = "no measure on record is named near it"


class Claim(NamedTuple):
    """A figure in a text, with its verdict.

    Attributes:
        start: offset of its first character in the paragraph.
        end: offset after its last character.
        agrees: whether it agrees with a figure on record.
        measure: its measure.
        figures: the figures on record that agree with it; otherwise, those with which it is compared.
        exchanged: whether it differs only because two countries are exchanged.
        words: the sentence, and the words in it that give the figure, by their offsets in the paragraph.
    """

    start: int
    end: int
    agrees: bool
    measure: Measure
    figures: tuple[OnRecord, ...]
    exchanged: bool
    words: tuple[int, int, int, int]


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
    if not measures:
        return
    if not (has_a_number(text) or has_number_words(text) or has_rank_words(text)):
        return
    for start, end in sentence_spans(text):
        sentence = text[start:end]
        found = numbers(sentence) if has_a_number(sentence) else []
        if has_number_words(sentence):
            found += _apart(list(numbers_in_words(sentence)), found)
        if not found and not has_rank_words(sentence):
            continue
        looked_at = FigureSentence(sentence, measures, known)
        ranked = list(_ranks(looked_at)) if looked_at.named else []
        found = _apart(found, [asked.number for asked in ranked])
        for asked, number in [
            *((one, one.number) for one in ranked),
            *((_question(looked_at, one) if looked_at.named else None, one) for one in found),
        ]:
            said = _said(looked_at, number, asked)
            if said is not None:
                yield _moved(said, start)


def _moved(said: Claim | Unjudged, start: int) -> Claim | Unjudged:
    """Return a result with offsets in the paragraph instead of the sentence, given the offset of the sentence."""
    if isinstance(said, Claim):
        first, last, begin, end = said.words
        said = said._replace(words=(first + start, last + start, begin + start, end + start))
    return said._replace(start=said.start + start, end=said.end + start)


def _said(sentence: FigureSentence, number: Number, asked: Question | None) -> Claim | Unjudged | None:
    """Return the verdict on a number, or the reason for not judging it; None if it is not a figure or concerns nothing on record."""
    if is_year_of_date(sentence.text, number) or _is_year(sentence, number):
        return None
    if asked is None and number.unit is None and not _counts(sentence, number):
        return None
    if number.unit not in _MONEY and sentence.is_of_period(number):
        return None
    if asked is None:
        # Money, percentages and counted things may be figures on record whose measure the text names in other
        # words.
        return None if number.unit in _SILENT else Unjudged(number.start, number.end, UNNAMED)
    if not asked.fits and number.unit is None and _is_small_word(sentence.text, number):
        return None
    reason = why_silent(asked)
    if reason is None:
        result = compared(asked)
        if result.agrees is not None:
            names = sentence.words[asked.first][0], sentence.words[asked.last - 1][1]
            words = min(names[0], number.start), max(names[1], number.end)
            return Claim(
                number.start,
                number.end,
                result.agrees,
                asked.measure,
                result.figures,
                result.exchanged,
                (0, len(sentence.text), *words),
            )
        reason = result.reason
    return None if is_date(sentence.text, number) else Unjudged(number.start, number.end, reason)


def _is_year(sentence: FigureSentence, number: Number) -> bool:
    """Return whether a number is a year: `in 2024`; but `2000 teachers` counts them."""
    if number.unit is not None or not YEAR.fullmatch(sentence.text, number.start, number.end):
        return False
    at, behind = bisect_left(sentence.starts, number.start), bisect_left(sentence.starts, number.end)
    before = fold_letters(sentence.words[at - 1][2]) if at else ""
    return before in PREPOSITIONS or sentence.heads.isdisjoint(sentence.stems[behind : behind + 1])


def _ends_there(sentence: FigureSentence, last: int) -> bool:
    """Return whether a noun ends before a word: `the first investor in`, but not `the first investor forum`."""
    words = sentence.words
    if last >= len(words) or sentence.text[words[last - 1][1] : words[last][0]].strip():
        return True
    following = words[last][2]
    return following[0].isupper() or fold_letters(following) in _BEHIND_NOUNS or has_cases(following)


def _counts(sentence: FigureSentence, number: Number) -> bool:
    """Return whether a number counts the things in the name of a measure: `200 Russian students`."""
    behind = bisect_left(sentence.starts, number.end)
    return not sentence.heads.isdisjoint(sentence.stems[behind : behind + _COUNTED])


def _is_small_word(text: str, number: Number) -> bool:
    """Return whether a number is small and in words: `one of the teachers`."""
    return number.amounts[0] < FEWEST and text[number.start].isalpha()


def _ranks(sentence: FigureSentence) -> Iterator[Question]:
    """Yield the ranks that belong to a measure with ranks, and those in full words that belong to another measure."""
    has_ranks = any("rank" in measure.units for _, _, measure in sentence.named)
    for rank in ranks_worded(sentence.text):
        if not (has_ranks or rank.alone):
            continue
        number = rank.number
        at, behind = bisect_left(sentence.starts, number.start), bisect_left(sentence.starts, number.end)
        near = []
        low, high = (
            bisect_left(sentence.places, at - _NEAR - MOST_WORDS),
            bisect_right(sentence.places, behind + _NEAR),
        )
        for place, name, measure in sentence.named[low:high]:
            last = place + len(name)
            is_behind = place >= behind
            distance = place - behind if is_behind else at - last
            if place < at < last:
                is_behind, distance = True, 0  # шарики якуми тиҷоратӣ
            if not 0 <= distance <= (_NEAR if rank.alone else _NEAR_RANK) or not (rank.alone or is_behind):
                continue
            start, end = sentence.words[place][0], sentence.words[last - 1][1]
            if _same_clause(sentence.text, number, start, end) and (
                rank.alone or _ends_there(sentence, last)
            ):
                others = "rank" not in measure.units
                near.append((not is_behind, distance, -len(name), others, place, last, measure))
        near.sort(key=lambda one: one[:6])
        # A measure after the rank has precedence over one before it, even if it has no ranks.
        if near and not near[0][3]:
            *_, place, last, measure = near[0]
            yield Question(sentence, number, measure, (place, last), fits=True, rivals=1)
        elif near and rank.alone and not has_ranks:
            # `third place by investment`: the measure with the rank has another name.
            *_, place, last, measure = near[0]
            yield Question(sentence, number, measure, (place, last), fits=False, rivals=1)


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
    best = [one for one in near if _unit_fits(number, one[2], sentence, behind, one[4])]
    fits = bool(best)
    # A measure with a figure of that size before one without: `the quota for education of students is 1,000`.
    measures = {one[2].slug: one[2] for one in best}
    far = (
        {slug for slug, measure in measures.items() if _far_off(number, measure)} if len(measures) > 1 else ()
    )
    best = [one for one in best if one[2].slug not in far] or best or near
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


def _far_off(number: Number, measure: Measure) -> bool:
    return how_far(number, relevant(measure.figures, number)) > FAR_OFF


def _heads(sentence: FigureSentence, last: int, place: int) -> bool:
    """Return whether the name of a measure governs the name at a later word: `the quota for Tajik students`."""
    between = [word.casefold() for _, _, word in sentence.words[last:place]]
    return 0 < len(between) <= _GOVERNED and between[0] in PREPOSITIONS | _OF


def _same_clause(sentence: str, number: Number, start: int, end: int) -> bool:
    is_before = end <= number.start
    between = sentence[end : number.start] if is_before else sentence[number.end : start]
    if is_before:
        between = _ANNOUNCING.sub(" ", between)
    return len(between) <= _FAR and not _NEW_CLAUSE.search(between)


def _unit_fits(number: Number, measure: Measure, sentence: FigureSentence, behind: int, last: int) -> bool:
    """Return whether a number has the unit of one of the measure's figures."""
    units = measure.units
    if number.unit is not None:
        return number.unit in units
    near = _counted(sentence, number, behind)
    counted = units - NOT_COUNTED
    for unit in counted:
        named = stem_of(unit or "")
        if named in near:
            return True
        # `from 72 to 82`: the range is near the counted thing
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


def _counted(sentence: FigureSentence, number: Number, behind: int) -> list[str]:
    """Return the stems of the words that a number may count: the next ones, but not beyond a comma before another number."""
    last = min(behind + 4, len(sentence.words))
    size = next(
        (
            at - behind
            for at in range(behind, last)
            if _NEXT_ITEM.search(
                sentence.text, sentence.words[at - 1][1] if at > behind else number.end, sentence.words[at][0]
            )
        ),
        4,
    )
    return sentence.stems[behind : behind + size]


def _stands_alone(number: Number, sentence: FigureSentence, behind: int, last: int) -> bool:
    """Return whether a number counts the measure before it, and no other noun follows: `The quota stands at 1,500`."""
    at = bisect_left(sentence.starts, number.start)
    if not last <= at or number.start - sentence.words[at - 1][1] > 3:
        return False
    if behind < len(sentence.words) and sentence.words[behind][2].casefold() in _COUNTERS:
        return True
    if behind >= len(sentence.words) or sentence.text[number.end : number.end + 1] in {".", ",", ";", ")"}:
        return True
    return sentence.words[behind][2].casefold() in CLOSED or ends_number(sentence.text, number.end)


def _has(stems: Sequence[str], name: tuple[str, ...]) -> bool:
    return any(tuple(stems[at : at + len(name)]) == name for at in range(len(stems)))
