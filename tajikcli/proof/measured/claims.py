"""Compare the figures in a text with those on record.

A number is judged if its measure and unit are clear: words of the measure are near it in the same sentence,
outside quotations, and a figure of the measure has its unit. `silence` lists the reasons for not judging a
number.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import together
from tajikcli.language.countries import is_adjective
from tajikcli.proof.all_numbers import all_numbers, apart
from tajikcli.proof.grammar import AUXILIARIES
from tajikcli.proof.measured.measures import stem_of
from tajikcli.proof.measured.moved import moved_figures
from tajikcli.proof.measured.nearest import (
    COUNTERS,
    governs,
    is_bare,
    nearest,
    ranked,
    unranked,
)
from tajikcli.proof.measured.passages import passages
from tajikcli.proof.measured.question import Question
from tajikcli.proof.measured.referring import may_amount_to, stands_for_measure
from tajikcli.proof.measured.sentence import FigureSentence
from tajikcli.proof.measured.silence import why_silent
from tajikcli.proof.measured.spacing import evenly_spaced
from tajikcli.proof.measured.times import YEAR
from tajikcli.proof.measured.verdict import A_RANGE, Compared, compared
from tajikcli.proof.multiples import TIMES, is_complete
from tajikcli.proof.number_words import (
    FEWEST,
    has_number_words,
    has_rank_words,
    may_have_numbers,
    vague_numbers,
)
from tajikcli.proof.numbers import (
    DASHES,
    MONEY,
    NOT_COUNTED,
    is_date,
    is_year_of_date,
)
from tajikcli.proof.speech import CLOSED, PREPOSITIONS
from tajikcli.text import fold_letters, word_set

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tajikcli.proof.measured.amounts import OnRecord
    from tajikcli.proof.measured.measures import Measure, Measures, Surroundings
    from tajikcli.proof.measured.passages import Passage
    from tajikcli.proof.numbers import Number

_TO = word_set(together().range_to)  # `raised to 2000 students`
_LINKING = AUXILIARIES | word_set(together().linking)  # before the value of a subject
_COUNTED = 3  # the number of words after a number that may be the counted thing
_EARLIER = 600  # the number of characters before a sentence that may name another country
_DAYS = 31  # in a month
_MILLIONS = 500  # half a unit of the last digit of an amount in millions, or in billions with a few decimals
_MANY = 100  # a smaller number with a noun of its own counts other things
_SINGULAR = re.compile(r"[a-z-]*[a-rt-z]")  # in English: `the 2024 quota`
_ORDINAL = re.compile(r"-?[^\W\d]")
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


def claims(
    text: str, measures: Measures, known: Surroundings, before: Sequence[str] = ()
) -> Iterator[Claim | Unjudged]:
    """Yield the figures of measures on record in a paragraph, and the numbers beside a measure that are not judged.

    Args:
        text: the paragraph, with quotations blanked out.
        measures: the measures on record.
        known: words that do not indicate another subject.
        before: the paragraphs before it.
    """
    if not measures or not may_have_numbers(text):
        return
    spaced = evenly_spaced(text)
    found = _without_ranges(spaced.text, list(_claims(spaced.text, measures, known, before)))
    if spaced.text == text:
        yield from found
        return
    for said in found:
        yield _moved(said, spaced.original)


def _without_ranges(text: str, found: Sequence[Claim | Unjudged]) -> Iterator[Claim | Unjudged]:
    """Yield results, but one part that is not judged for two numbers that agree with different figures and a dash between them.

    The record has both numbers, but not the range: `$1.6-1.79 billion`.
    """
    claims = {one.start: one for one in found if isinstance(one, Claim) and one.agrees}
    uppers = {}
    for start, lower in claims.items():
        upper = claims.get(lower.end + 1)
        if upper and text[lower.end] in DASHES and not set(lower.figures) & set(upper.figures):
            uppers[start] = upper
    ends = {upper.start for upper in uppers.values()}
    for said in found:
        if said.start in uppers:
            yield Unjudged(said.start, uppers[said.start].end, A_RANGE)
        elif said.start not in ends:
            yield said


def _claims(
    text: str, measures: Measures, known: Surroundings, before: Sequence[str]
) -> Iterator[Claim | Unjudged]:
    """Yield the same for a paragraph in which a run of white space is one space."""
    last, begins = "", 0  # the sentence before, and its offset
    for passage in passages(text):
        sentence, start, _, own = passage
        previous, begin_before = last, begins
        last, begins = sentence, start
        if not may_have_numbers(sentence):
            continue
        found = all_numbers(sentence)
        vague = list(vague_numbers(sentence)) if has_number_words(sentence) else []
        # `tens of thousands` is not a thousand.
        found = apart(found, [one for one in vague if " " in sentence[one.start : one.end]])
        found += apart(vague, found)
        if not found and not has_rank_words(sentence):
            continue
        looked_at = FigureSentence(sentence, measures, known, text[max(0, start - _EARLIER) : start], before)
        found = _with_units(looked_at, found)
        ranks = list(ranked(looked_at)) if looked_at.named else []
        found = apart(found, [asked.number for asked in ranks])
        counts: bool | None = None  # whether a number without a noun may count the things of a measure
        for asked, number in [
            *((one, one.number) for one in ranks),
            *((nearest(looked_at, one) if looked_at.named else None, one) for one in found),
        ]:
            if number.start < own:
                continue
            if asked is None and not own and stands_for_measure(sentence, number):
                # In the middle of a text, the capital of the pronoun would look like that of a name.
                joined = f"{_ended(text[begin_before:start])}{sentence[:1].lower()}{sentence[1:]}"
                again = _asked_again(joined, start - begin_before, number, measures, known)
                if again is not None:
                    yield _shifted(again, begin_before)
                    continue
            said = _said(looked_at, number, asked)
            if said is None and asked is None and _may_be_counted(looked_at, number):
                if counts is None:
                    counts = _names_count(looked_at) or _names_count(
                        FigureSentence(previous, measures, known)
                    )
                if counts or number.amounts[0] >= _MANY:
                    said = Unjudged(number.start, number.end, UNNAMED)
            if said is not None:
                yield _placed(said, passage)
        for number in unranked(looked_at, ranks):
            if number.start >= own:
                yield _placed(Unjudged(number.start, number.end, UNNAMED), passage)


def _with_units(sentence: FigureSentence, found: Sequence[Number]) -> list[Number]:
    """Return numbers, those of millions or more without a unit or a noun with the currency before: `1.6 billion dollars and 1.8 billion`."""
    currency, kept = None, []
    for number in sorted(found, key=lambda one: one.start):
        if number.unit in MONEY:
            currency = number.unit
        elif number.unit is not None or number.vague:
            currency = None
        is_amount = number.unit is None and number.precisions[0] >= _MILLIONS
        carried = is_amount and _ends_phrase(sentence, number)
        kept.append(number._replace(unit=currency) if carried else number)
    return kept


def _ends_phrase(sentence: FigureSentence, number: Number) -> bool:
    """Return whether no noun follows a number, not even one that can mean anything, such as `people`."""
    behind = bisect_left(sentence.starts, number.end)
    if behind >= len(sentence.words) or sentence.text[number.end : number.end + 1] in {".", ",", ";", ")"}:
        return True
    return sentence.words[behind][2].casefold() in CLOSED


def _ended(sentence: str) -> str:
    """Return a sentence, with the white space behind it, with a semicolon in place of its last mark."""
    end = len(sentence.rstrip())
    return f"{sentence[: end - 1]};{sentence[end:]}" if end and sentence[end - 1] in ".!?\u2026" else sentence


def _asked_again(
    text: str, start: int, number: Number, measures: Measures, known: Surroundings
) -> Claim | None:
    """Return the verdict on a number of the only measure with its unit in the sentence before: `The quota will grow. It now stands at 1,000.`.

    Args:
        text: both sentences.
        start: the offset of the second one.
        number: the number in it.
        measures: the measures on record.
        known: words that do not indicate another subject.
    """
    both = FigureSentence(text, measures, known)
    behind = number._replace(start=number.start + start, end=number.end + start)
    bare = may_amount_to(text[start:], number) or is_bare(both, behind, bisect_left(both.starts, behind.end))
    earlier = both.named[: bisect_left(both.places, bisect_left(both.starts, start))]
    fitting = [
        one
        for one in earlier
        if (number.unit in one[2].units if number.unit is not None else bare and one[2].units - NOT_COUNTED)
        and not any(governs(both, other, one) for other in earlier)
    ]
    if len({measure.slug for _, _, measure in fitting}) != 1:
        return None
    place, name, measure = fitting[-1]
    said = _said(
        both, behind, Question(both, behind, measure, (place, place + len(name)), fits=True, rivals=1)
    )
    # The speaker of the sentence before need not be the speaker of this one.
    return (
        said._replace(words=(start, len(text), behind.start, behind.end)) if isinstance(said, Claim) else None
    )


def _names_count(sentence: FigureSentence) -> bool:
    """Return whether a sentence names a measure that counts things."""
    return any(measure.units - NOT_COUNTED for _, _, measure in sentence.named)


def _may_be_counted(sentence: FigureSentence, number: Number) -> bool:
    """Return whether a number may be a figure on record whose measure is not named: `from next year there will be 92`."""
    text, amount = sentence.text, number.amounts[0]
    if (
        number.unit is not None
        or number.vague
        or (text[number.start].isalpha() and amount < FEWEST)
        or _ORDINAL.match(text, number.end)
        or not (amount >= _MANY or is_bare(sentence, number, bisect_left(sentence.starts, number.end)))
    ):
        return False
    return not _is_time(sentence, number) and not sentence.is_of_period(number)


def _placed(said: Claim | Unjudged, passage: Passage) -> Claim | Unjudged:
    """Return a result with offsets in the paragraph instead of the passage; the words of a cell are those of the cell."""
    placed = _shifted(said, passage.start - passage.own)
    if isinstance(placed, Claim) and passage.own:
        placed = placed._replace(words=(passage.start, passage.end, placed.start, placed.end))
    return placed


def _shifted(said: Claim | Unjudged, start: int) -> Claim | Unjudged:
    """Return a result with offsets in the paragraph instead of the sentence, given the offset of the sentence."""
    return _moved(said, start.__add__)


def _moved(said: Claim | Unjudged, place: Callable[[int], int]) -> Claim | Unjudged:
    """Return a result with offsets in another text, given a function from one offset to the other."""
    if isinstance(said, Claim):
        first, last, begin, end = map(place, said.words)
        said = said._replace(words=(first, last, begin, end))
    return said._replace(start=place(said.start), end=place(said.end))


def _said(sentence: FigureSentence, number: Number, asked: Question | None) -> Claim | Unjudged | None:
    """Return the verdict on a number, or the reason for not judging it; None if it is not a figure or concerns nothing on record."""
    if is_year_of_date(sentence.text, number) or _is_year(sentence, number):
        return None
    if number.unit is None and not _counts(sentence, number):
        is_day = number.amounts[0] <= _DAYS and _is_time(sentence, number)
        if asked is None or is_day:
            return None
    if number.unit not in MONEY and sentence.is_of_period(number):
        return None
    if asked is None:
        # Money, percentages and counted things may be figures on record whose measure the text names in other
        # words.
        means_nothing = number.unit == "rank" or (
            number.unit == TIMES and not is_complete(sentence.text, number)
        )  # `met twice`, but not `doubled`
        return None if means_nothing else Unjudged(number.start, number.end, UNNAMED)
    if not asked.fits and number.unit is None and _is_small_word(sentence.text, number):
        return None
    reason = why_silent(asked)
    moved = moved_figures(asked, reason) if reason is not None else ()
    if reason is None or moved:
        result = compared(asked) if reason is None else Compared(agrees=False, figures=tuple(moved))
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
    return None if _is_time(sentence, number) else Unjudged(number.start, number.end, reason)


def _is_time(sentence: FigureSentence, number: Number) -> bool:
    """Return whether a number is a day or a year."""
    text = sentence.text
    if YEAR.fullmatch(text, number.start, number.end):
        return is_year_of_date(text, number) or _is_year(sentence, number)
    return is_date(text, number)


def _is_year(sentence: FigureSentence, number: Number) -> bool:
    """Return whether a number is a year: `in 2024`; but `2000 Russian teachers` counts them, and so does `the quota is 2000`."""
    if number.unit is not None or not YEAR.fullmatch(sentence.text, number.start, number.end):
        return False
    at, behind = bisect_left(sentence.starts, number.start), bisect_left(sentence.starts, number.end)
    before = fold_letters(sentence.words[at - 1][2]) if at else ""
    if before in PREPOSITIONS and before not in _TO:
        return True
    if before in _LINKING and sentence.named and is_bare(sentence, number, behind):
        return False
    if not sentence.text.startswith(" ", number.end):
        return True
    following = [word for _, _, word in sentence.words[behind : behind + _COUNTED]]
    noun = next((word for word in following if not is_adjective(fold_letters(word))), "")
    if noun.casefold() in COUNTERS or stem_of(noun) in sentence.things:
        return False
    return before in _TO or _SINGULAR.fullmatch(noun) is not None or stem_of(noun) not in sentence.heads


def _counts(sentence: FigureSentence, number: Number) -> bool:
    """Return whether a number counts the things in the name of a measure: `200 Russian students`."""
    behind = bisect_left(sentence.starts, number.end)
    return not sentence.heads.isdisjoint(sentence.stems(behind, behind + _COUNTED))


def _is_small_word(text: str, number: Number) -> bool:
    """Return whether a number is small and in words: `one of the teachers`."""
    return number.amounts[0] < FEWEST and text[number.start].isalpha() and not number.vague
