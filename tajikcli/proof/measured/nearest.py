"""Find the measure to which a number in a sentence belongs: the nearest whose unit it has, in the same clause."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.all_wordings import wordings
from tajikcli.language.forms import OnFirstUse, any_of, has_cases
from tajikcli.proof.measured.amounts import FAR_OFF
from tajikcli.proof.measured.measures import MOST_WORDS, stem_of
from tajikcli.proof.measured.question import Question
from tajikcli.proof.measured.ranking import ranks_worded
from tajikcli.proof.measured.times import YEAR, begins_with_time
from tajikcli.proof.measured.wording import ends_number
from tajikcli.proof.multiples import TIMES
from tajikcli.proof.numbers import NOT_COUNTED
from tajikcli.proof.rates import rate_behind, without_rate
from tajikcli.proof.speech import AND, CLOSED, PREPOSITIONS, looks_like_verb
from tajikcli.text import fold_letters, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tajikcli.proof.measured.measures import Measure
    from tajikcli.proof.measured.ranking import Rank
    from tajikcli.proof.measured.sentence import FigureSentence
    from tajikcli.proof.numbers import Number

_ALL = together()

_ANNOUNCING = re.compile(r":\s*(?=\d|$)")  # `Quota: 1,000`, `more teachers: 82 instead of 72`
_ENDING = re.compile(r"\s[\u2013\u2014|(-]")  # `82 — from next year`, `72 (now)`, and the end of a cell
# The beginning of a cell, or what follows a year in brackets: `| over 36,000 |`, `Teachers (2024): 72`
_CELL = re.compile(r"(?:\||\(\d{4}\):)\s?(?:[^\W\d_]+\s){0,2}$")
_DIGITS = re.compile(r"\d+")
_NO_NOUNS = (
    CLOSED
    | {
        fold_letters(word)
        for words in (wordings().present, wordings().replacing, wordings().future)
        for phrase in words
        for word in phrase.split()
    }
    | word_set(
        fold_letters(
            f"{_ALL.rising} {_ALL.falling} {_ALL.auxiliaries} {wordings().counters} {wordings().more}"
        )
    )
)
_NEXT_ITEM = re.compile(r",\s+\d")
_NEW_CLAUSE = re.compile(rf"[;:]|\b(?:{any_of(_ALL.contrasting)})\b|, (?:{'|'.join(_ALL.new_clause)})\b")
_OF = frozenset(_ALL.of.split())
_BEHIND_NOUNS = CLOSED | word_set(fold_letters(f"{_ALL.auxiliaries} {_ALL.saying} {_ALL.silent}"))
COUNTERS = word_set(wordings().counters)
_ADVERBS = word_set(fold_letters(_ALL.adverbs))
_AGAIN = OnFirstUse(rf"\b(?:{any_of(wordings().counted_again)})(?:\s[^\W\d_]+){{0,3}}\s$")
_GOVERNED = 3  # the maximum number of words between a name and a name that it governs
_TIME_BEHIND = 20  # the number of characters after a number that may be words for a time
_IN_CELL = 40  # the maximum number of characters before a number in its cell
_BESIDE = 3  # the maximum number of characters between the name of a measure and a number beside it
_FAR = 1_000  # the maximum number of characters between a number and its measure
_NEAR = 14  # the maximum number of words between a number and its measure's name
_JOINED = 2  # the maximum number of words between two ranks: `and the`
_NEAR_RANK = 3  # the maximum number of words between a rank and the name that it ranks
_AGAIN_WITHIN = 60  # the number of characters before a number with words that stand for counted things


def _ends_there(sentence: FigureSentence, last: int) -> bool:
    """Return whether a noun ends before a word: `the first investor in`, but not `the first investor forum`."""
    words = sentence.words
    if last >= len(words) or sentence.text[words[last - 1][1] : words[last][0]].strip():
        return True
    following = words[last][2]
    return following[0].isupper() or fold_letters(following) in _BEHIND_NOUNS or has_cases(following)


def _is_apart_by_verb(sentence: FigureSentence, behind: int, place: int) -> bool:
    """Return whether a word that looks like a verb is between a rank and a name, which it then does not rank: `fourth graders met investors`."""
    return any(looks_like_verb(fold_letters(word)) for _, _, word in sentence.words[behind:place])


def ranked(sentence: FigureSentence) -> Iterator[Question]:
    """Yield the ranks that belong to a measure with ranks, and those in full words that belong to another measure."""
    has_ranks = any("rank" in measure.units for _, _, measure in sentence.named)
    ranks = [rank for rank in ranks_worded(sentence.text) if has_ranks or rank.alone or rank.superlative]
    names_first = _stand_behind_names(sentence, ranks)
    begins = [rank.number.start for rank in ranks]
    distributed = _distributed(sentence, ranks)
    for rank, next_rank in zip(ranks, [*begins[1:], len(sentence.text)], strict=False):
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
                rank.alone or (_ends_there(sentence, last) and not _is_apart_by_verb(sentence, behind, place))
            ):
                others = "rank" not in measure.units
                near.append((not is_behind, distance, -len(name), others, place, last, measure))
        if names_first:
            near = [one for one in near if one[0] or one[4] < at < one[5]] or near
        # `торговый партнёр номер один и второй инвестор`: the name behind another rank belongs to that one.
        near = [one for one in near if sentence.words[one[4]][0] < next_rank] or near
        own = distributed.get(number.start)
        near = [one for one in near if one[6].slug == own] or near
        near.sort(key=lambda one: one[:6])
        # A measure after the rank has precedence over one before it, even if it has no ranks.
        if near and not near[0][3]:
            *_, place, last, measure = near[0]
            yield Question(sentence, number, measure, (place, last), fits=True, rivals=1)
        elif near and (rank.alone or rank.superlative):
            # `По инвестициям Россия третья`: the measure with the rank has another name.
            *_, place, last, measure = near[0]
            other = sentence.ranked_like(measure)
            if other is None and has_ranks:
                continue
            yield Question(
                sentence, number, other or measure, (place, last), fits=other is not None, rivals=1
            )


def _distributed(sentence: FigureSentence, ranks: Sequence[Rank]) -> dict[int, str]:
    """Return the measures of two ranks joined by `and` that belong to two measures after them in the same order, by the offset of each rank.

    `first and second among trade partners and investors`
    """
    found: dict[int, str] = {}
    for one, other in pairwise(ranks):
        between = sentence.text[one.number.end : other.number.start].split()
        if not 0 < len(between) <= _JOINED or fold_letters(between[0]) not in AND:
            continue
        behind = bisect_left(sentence.starts, other.number.end)
        after = sentence.named[bisect_left(sentence.places, behind) :]
        slugs = [*dict.fromkeys(measure.slug for _, _, measure in after if "rank" in measure.units)]
        if len(slugs) == len((one, other)):
            found |= {one.number.start: slugs[0], other.number.start: slugs[1]}
    return found


def unranked(sentence: FigureSentence, asked: Sequence[Question]) -> Iterator[Number]:
    """Yield the ranks with a number in a sentence that names a measure with ranks, if none of some questions is about them."""
    if any("rank" in measure.units for _, _, measure in sentence.named):
        known = {one.number.start for one in asked}
        yield from (
            rank.number
            for rank in ranks_worded(sentence.text)
            if not rank.greatest and rank.number.start not in known
        )


def _stand_behind_names(sentence: FigureSentence, ranks: Sequence[Rank]) -> bool:
    """Return whether each of several ranks follows its measure, as in Tajik, but not as in `first among partners`."""
    places = [place for place, _, measure in sentence.named if "rank" in measure.units]
    if len(ranks) < 2 or not places:
        return False
    first, last = (bisect_left(sentence.starts, ranks[at].number.start) for at in (0, -1))
    return places[0] < first and places[-1] < last


def nearest(sentence: FigureSentence, number: Number) -> Question | None:
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
    # `Russian investment of 1.6 billion euros makes it the second investor`: the measure with that amount of dollars.
    best = best or [one for one in near if one[2].known.have_in_other_money(number)]
    # A measure with a figure of that size before one without: `the quota for education of students is 1,000`.
    measures = {one[2].slug: one[2] for one in best}
    far = (
        {slug for slug, measure in measures.items() if _far_off(number, measure)} if len(measures) > 1 else ()
    )
    best = [one for one in best if one[2].slug not in far] or best or near
    if not best:
        return _counted_again(sentence, number, at, behind)
    # `teachers rise from 72 to 82, and the quota for students will grow, too`: the name in the number's own part of the sentence.
    best = [one for one in best if not _is_apart(sentence, number, one[3], one[4])] or best
    # `a quota of 2,000 for students`: the name that governs the number.
    governing = [one for one in best if at - one[4] == 1 and words[one[4]][2].casefold() in _OF]
    best = governing or best
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


def _counted_again(sentence: FigureSentence, number: Number, at: int, behind: int) -> Question | None:
    """Return the measure named earlier in a sentence that counts things, if a pronoun stands for them: `а со следующего года их будет 82`."""
    before = sentence.text[max(0, number.start - _AGAIN_WITHIN) : number.start]
    if number.unit is not None or not is_bare(sentence, number, behind) or not _AGAIN.compiled.search(before):
        return None
    earlier = [
        one for one in sentence.named[: bisect_left(sentence.places, at)] if one[2].units - NOT_COUNTED
    ]
    if not earlier:
        return None
    place, name, measure = earlier[-1]
    return Question(sentence, number, measure, (place, place + len(name)), fits=True, rivals=1)


def _is_apart(sentence: FigureSentence, number: Number, place: int, last: int) -> bool:
    """Return whether a comma or a semicolon separates a number from the name of a measure."""
    start, end = sentence.words[place][0], sentence.words[last - 1][1]
    first, final = (end, number.start) if end <= number.start else (number.end, start)
    at = bisect_left(sentence.breaks, first)
    return at < len(sentence.breaks) and sentence.breaks[at] < final


def _far_off(number: Number, measure: Measure) -> bool:
    return measure.known.of_unit(number.unit).distance(number) > FAR_OFF


def governs(
    sentence: FigureSentence,
    one: tuple[int, tuple[str, ...], Measure],
    other: tuple[int, tuple[str, ...], Measure],
) -> bool:
    """Return whether a named measure governs another: `the quota for Tajik students`."""
    last = one[0] + len(one[1])
    if one[2].slug == other[2].slug or last >= other[0] or fold_letters(sentence.words[last][2]) in AND:
        return False
    return _heads(sentence, last, other[0])


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
    if number.unit == TIMES:
        return bool(measure.known.of_changes)
    if number.unit is not None:
        return number.unit in units
    near = _counted(sentence, number, behind)
    counted = units - NOT_COUNTED
    for unit in counted:
        thing, rate = without_rate(unit or "")
        named = stem_of(thing)
        if rate is not None and not _has_rate(sentence, behind, rate):
            continue
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


def _has_rate(sentence: FigureSentence, behind: int, rate: str) -> bool:
    """Return whether a number counts for a time: `per day`."""
    found = rate_behind(sentence.text, sentence.words[behind][1]) if behind < len(sentence.words) else None
    return found is not None and found[0] == rate


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
    return sentence.stems(behind, behind + size)


def _stands_alone(number: Number, sentence: FigureSentence, behind: int, last: int) -> bool:
    """Return whether a number counts the measure before it, and no other noun follows: `The quota stands at 1,500`, `| Quota in 2024 | 1,500 |`."""
    at = bisect_left(sentence.starts, number.start)
    is_beside = number.start - sentence.words[at - 1][1] <= _BESIDE
    if not last <= at or not (
        is_beside or _CELL.search(sentence.text, max(0, number.start - _IN_CELL), number.start)
    ):
        return False
    return is_bare(sentence, number, behind) and not _counts_another(sentence, number, last)


def _counts_another(sentence: FigureSentence, number: Number, last: int) -> bool:
    """Return whether a number before it counts other things, which this one may count, too: `14 pupils, another 22`."""
    begin = sentence.words[last - 1][1]
    for match in _DIGITS.finditer(sentence.text, max(begin, number.start - _FAR), number.start):
        at = bisect_left(sentence.starts, match.end())
        if at >= len(sentence.words) or sentence.words[at][0] >= number.start:
            continue
        is_beside = not sentence.text[match.end() : sentence.words[at][0]].strip()
        word = sentence.words[at][2]
        if is_beside and fold_letters(word) not in _NO_NOUNS and stem_of(word) not in sentence.heads:
            return not YEAR.fullmatch(match[0])
    return False


def is_bare(sentence: FigureSentence, number: Number, behind: int) -> bool:
    """Return whether no noun follows a number, or only one that can mean anything."""
    if behind < len(sentence.words) and sentence.words[behind][2].casefold() in COUNTERS | _ADVERBS:
        return True
    if _ENDING.match(sentence.text, number.end) or begins_with_time(
        sentence.text[number.end : number.end + _TIME_BEHIND]
    ):
        return True
    if behind >= len(sentence.words) or sentence.text[number.end : number.end + 1] in {".", ",", ";", ")"}:
        return True
    return sentence.words[behind][2].casefold() in CLOSED or ends_number(sentence.text, number.end)


def _has(stems: Sequence[str], name: tuple[str, ...]) -> bool:
    return any(tuple(stems[at : at + len(name)]) == name for at in range(len(stems)))
