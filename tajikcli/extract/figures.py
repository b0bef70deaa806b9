"""Find the figures in a sentence in the form of a knowledge file: number, scale, unit, approximation, period, measure.

A part that the sentence does not state is left out: neither unit nor period is guessed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, cast

from tajikcli.extract.amounts import amounts_in, has_an_amount
from tajikcli.extract.dates import dates_in, days_without_year, month_of
from tajikcli.extract.periods import (
    CLAUSE,
    FAR,
    UP_TO,
    WORD,
    YEAR,
    YEARS,
    clause_around,
    counts_things,
    perhaps_meant,
    period_of,
    relative_year,
)
from tajikcli.figures import ZEROS
from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import reports
from tajikcli.language.all_wordings import wordings
from tajikcli.language.countries import is_adjective
from tajikcli.language.forms import any_of, meaning_of
from tajikcli.model.knowledge import FigureEntry
from tajikcli.proof.numbers import NOT_COUNTED, ranks
from tajikcli.proof.speech import PREPOSITIONS, VERBS
from tajikcli.text import fold_letters, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tajikcli.model.knowledge import Approximation, Scale
    from tajikcli.proof.numbers import Number

_ALL = together()
_REPORTS = reports()
_TIME = re.compile(
    r"\b\d{1,2}:\d\d(?::\d\d)?\b|\b\d{1,2}\.\d\d\b(?!\s?(?:%|\w))|\b\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE
)
_CODE = re.compile(
    rf"(?<!\w)\w*[^\W\d_]-?\d[\w-]*|(?<!\d)\d+(?:{any_of(_ALL.ordinal_endings)})\b|(?<!\d)\d+-[^\W\d_]{{1,2}}\b"
)
_APPROXIMATE = re.compile(
    rf"(?<!\w)(?P<word>{any_of(_REPORTS.approximations)})\s+(?:(?:{any_of(_ALL.articles)})\s+)?$",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"(?<!\w)(?:{any_of(f'{_REPORTS.differences} {_ALL.by_how_much}')})\s+(?:(?:{any_of(_REPORTS.approximations)})\s+)?(?:(?:{any_of(_ALL.articles)})\s+)?$",
    re.IGNORECASE,
)
_FROM = re.compile(rf"(?<!\w)(?:{any_of(_ALL.range_from)})\s+$", re.IGNORECASE)
_PLUS = re.compile(r"(?:^|\s)[+\u2212-]$")
_UP = re.compile(rf"\b(?:{any_of(_ALL.rising)})\b", re.IGNORECASE)
_DOWN = re.compile(rf"\b(?:{any_of(_ALL.falling)})\b", re.IGNORECASE)
_MOVED = re.compile(rf"\b(?:{any_of(f'{_ALL.rising} {_ALL.falling}')})(?:\s+\S+){{0,3}}\s*$", re.IGNORECASE)
_LITTLE = word_set(
    fold_letters(
        f"{_ALL.function_words} {_ALL.stop_words} {_ALL.articles} {_ALL.conjunctions} {_ALL.auxiliaries} {_ALL.prepositions}"
        f" {_REPORTS.year_words} {' '.join(_REPORTS.years_named)} {_ALL.months_word} {_ALL.weekdays}"
    )
)
_TO_DASH = re.compile(r"[^.!?:;\u2013\u2014]*?(?:\s-{1,2}\s|\s?[\u2013\u2014]\s)")
_LONGEST_DATELINE = 60  # the maximum number of characters of its place and date, and of those up to its dash
_LONGEST = 1_000  # the maximum number of characters of a sentence that is read in one piece
_RANGE = re.compile(
    r"(?<![\w.,\u2013\u2014-])(?P<lower>\d{1,6}(?:[.,]\d{1,3})?)"
    rf"(?:\s?[\u2013\u2014-]\s?|\s+(?:{any_of(_REPORTS.alternatives)})\s+)$"
)
_COMPARED = re.compile(
    rf"\b(?:{any_of(wordings().comparing)})(?:\s+(?:{any_of(_ALL.prepositions)}))?\s+$", re.IGNORECASE
)
_BEGINNING = 3  # the number of letters by which words are looked up
_NEAR_WORDS = 12  # the number of words around a number that may name the thing counted
_PER_CENT, _RANK = "percent", "rank"


class Counted(NamedTuple):
    """A figure in a sentence.

    Attributes:
        start: offset of its first character.
        end: offset after its last character.
        entry: the figure as in a knowledge file, without its measure.
        measure: the slug of the measure; None if the sentence does not state it clearly.
        relative: words for its year that depend on the date of publication (`last year`); None if there are none.
        essential: start and end of the words for the counted things and for their rise or fall.
        unclear: a key of the figure whose value the sentence does not state clearly; None if there is none.
        candidates: the possible values of that key.
        periods: the possible periods, if the words of `relative` mean one of several.
    """

    start: int
    end: int
    entry: FigureEntry
    measure: str | None
    relative: str | None
    essential: tuple[tuple[int, int], ...] = ()
    unclear: str | None = None
    candidates: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()


def figures_in(sentence: str, published: str | None) -> Iterator[Counted]:
    """Yield the figures in a sentence.

    Args:
        sentence: the sentence.
        published: the date of publication, for `last year`; None if it is not known.
    """
    for begin, end in _pieces(sentence, _dateline(sentence)):
        for one in _in_piece(sentence[begin:end], published):
            yield one._replace(
                start=one.start + begin,
                end=one.end + begin,
                essential=tuple((start + begin, end + begin) for start, end in one.essential),
            )


def _dateline(sentence: str) -> int:
    """Return the end of a place and a date before a dash, which do not belong to the sentence: `OSLO, December 25, 2024 - …`."""
    for date in dates_in(sentence[:_LONGEST_DATELINE]):
        dash = _TO_DASH.match(sentence, date.end, date.end + _LONGEST_DATELINE)
        names = WORD.findall(sentence[: date.start] + dash[0]) if dash and date.start else []
        return dash.end() if dash and names and all(name[0].isupper() for name in names) else 0
    return 0


def _pieces(sentence: str, begin: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence from an offset on, in parts if it is longer than a person would write; each part is read separately."""
    while len(sentence) - begin > _LONGEST:
        cut = sentence.rfind(" ", begin + _LONGEST // 2, begin + _LONGEST)
        cut = cut if cut >= 0 else begin + _LONGEST
        yield begin, cut
        begin = cut
    yield begin, len(sentence)


def _in_piece(sentence: str, published: str | None) -> Iterator[Counted]:
    if not has_an_amount(sentence):
        return
    taken = [(one.start, one.end) for one in (*dates_in(sentence), *days_without_year(sentence))]
    taken += [match.span() for pattern in (YEARS, _TIME, _CODE) for match in pattern.finditer(sentence)]
    found = [*amounts_in(sentence), *((rank, None) for rank in ranks(sentence))]
    last: Counted | None = None
    for number, scale in sorted(found, key=lambda one: one[0].start):
        if any(start < number.end and number.start < end for start, end in taken) and number.unit is None:
            continue
        counted = _counted(sentence, number, scale, published)
        if counted is None and last is not None and scale is None and _is_start_of(sentence, number, last):
            last.entry.from_, last.entry.to = f"{number.amounts[0]:f}", last.entry.value
            last.entry.value = None
            yield last._replace(end=number.end)
            last = None
            continue
        if (
            counted is None
            and last is not None
            and scale is None
            and _is_compared_with(sentence, number, last)
        ):
            counted = _same_things(sentence, number, last, published)
        if last is not None:
            yield last
        last = counted
    if last is not None:
        yield last


def _is_start_of(sentence: str, number: Number, last: Counted) -> bool:
    """Return whether a number without a unit is the one before a change: `rose to 1,000 places, up from 900`."""
    between = sentence[last.end : number.start]
    return (
        last.entry.value is not None
        and last.entry.scale is None
        and last.unclear is None
        and len(number.amounts) == 1
        and not YEAR.fullmatch(sentence[number.start : number.end].strip())
        and len(between) <= FAR
        and _FROM.search(between) is not None
        and len(CLAUSE.findall(between)) <= 1
        and any(_moves(sentence, number))
    )


def _is_compared_with(sentence: str, number: Number, last: Counted) -> bool:
    """Return whether a number without a unit counts the same things as the one before: `75 schools, compared with 72`."""
    between = sentence[last.end : number.start]
    return (
        last.entry.value is not None
        and last.entry.unit not in NOT_COUNTED
        and len(number.amounts) == 1
        and len(between) <= FAR
        and not YEAR.fullmatch(sentence[number.start : number.end].strip())
        and _COMPARED.search(between) is not None
    )


def _same_things(sentence: str, number: Number, last: Counted, published: str | None) -> Counted:
    """Return a number as a figure of the same things as the one before."""
    period = period_of(sentence, number, published)
    entry = FigureEntry(value=f"{number.amounts[0]:f}", unit=last.entry.unit, period=period)
    relative = None if period or published else relative_year(sentence, number)
    return Counted(number.start, number.end, entry, last.measure, relative, last.essential)


def _counted(sentence: str, number: Number, scale: str | None, published: str | None) -> Counted | None:
    written = sentence[number.start : number.end]
    things = None if number.unit else _unit_behind(sentence, number.end)
    if things and _is_rank(sentence, number, things):
        return None
    unit = things[0] if things else number.unit
    measured = _measure(sentence, number)
    measure = measured[0] if measured else None
    if unit is None and len(number.amounts) == 2:  # `the number of teachers rises from 72 to 82`
        unit = measure if measure in _REPORTS.units.values() else None
    # `61 billion dollars … and will reach 66 billion`: what is counted is a question.
    unclear = "unit" if unit is None and scale and _ends_a_phrase(sentence, number.end) else None
    if (unit is None and unclear is None) or not all(amount.is_finite() for amount in number.amounts):
        return None
    is_year = number.unit is None and len(number.amounts) == 1 and YEAR.fullmatch(written.strip())
    if is_year and not counts_things(sentence, number.start, number.end):
        return None
    values = [f"{amount.scaleb(-ZEROS[scale]):f}" for amount in number.amounts]
    entry = FigureEntry(unit=unit)
    if unit not in {_PER_CENT, _RANK}:
        entry.scale = cast("Scale | None", scale)
    if len(values) == 2:
        entry.from_, entry.to = values
    elif _is_change(sentence, number):
        falls = _moves(sentence, number)[1]
        entry.change = f"-{values[0]}" if falls else values[0]
    else:
        entry.value = values[0]
    candidates: tuple[str, ...] = ()
    lower = _RANGE.search(sentence, max(0, number.start - FAR), number.start)
    if lower and len(values) == 1:  # `5-6 talks`: a knowledge file has one value
        unclear, candidates = "value", (lower["lower"], values[0])
        entry.value = entry.change = None
    entry.approx = _approximation(sentence, number)
    entry.period = period_of(sentence, number, published)
    relative = None if entry.period or published else relative_year(sentence, number)
    periods: tuple[str, ...] = ()
    if entry.period is None and (perhaps := perhaps_meant(sentence, number, published)):
        relative, periods = perhaps
    essential = [one[1:] for one in (things, measured) if one]
    if entry.value is None and (turn := _turn(sentence, number)):
        essential.append(turn)
    start = lower.start("lower") if lower else number.start
    return Counted(
        start, number.end, entry, measure, relative, tuple(essential), unclear, candidates, periods
    )


def _is_rank(sentence: str, number: Number, things: tuple[str, int, int]) -> bool:
    """Return whether a number in digits is the rank of the thing after it: `at the 13th session`, in Russian."""
    before = _WORD_BEHIND.search(sentence, max(0, number.start - FAR), number.start)
    noun = sentence[things[1] : things[2]].casefold()
    return noun.endswith(_RANKED) and before is not None and fold_letters(before[1]) in PREPOSITIONS


_WORD_BEHIND = re.compile(r"(?<!\w)([^\W\d_]{1,40})\s$")
_RANKED = tuple(_REPORTS.ranked_endings.split())


def _ends_a_phrase(sentence: str, end: int) -> bool:
    """Return whether no word that may be the thing counted follows a number."""
    following = re.compile(r"[\s-]*([^\W\d_]*)").match(sentence, end)
    word = fold_letters(following[1]) if following else ""
    return not word or word in _LITTLE or word in VERBS


def _turn(sentence: str, number: Number) -> tuple[int, int] | None:
    """Return the position of the nearest word for a rise or a fall before a number."""
    begins, _ = clause_around(sentence, number)
    found = [
        match.span() for pattern in (_UP, _DOWN) for match in pattern.finditer(sentence, begins, number.start)
    ]
    return max(found, default=None)


def _unit_behind(sentence: str, end: int) -> tuple[str, int, int] | None:
    """Return the word for the things counted, after a number, with its start and end."""
    rest = sentence[end : end + FAR]
    clause = CLAUSE.search(rest)
    rest = rest[: clause.start()] if clause else rest
    match = re.match(r"[\s-]*", rest)
    words = list(WORD.finditer(rest, match.end() if match else 0))
    if not words or words[0].start() > (match.end() if match else 0):
        return None
    for place, word in enumerate(words[:3]):
        folded = fold_letters(word[0])
        if is_adjective(folded):  # `12 Indian voters`
            continue
        if (
            (folded in _LITTLE and not _is_counted(folded))
            or month_of(word[0])
            or word[0][0].isupper()
            or folded in VERBS
            or folded in _TIMES
        ):
            return None
        if _UP.match(word[0]) or _DOWN.match(word[0]):
            return None
        if not folded.endswith(_ALL.adverb_endings) and not _describes(folded):
            if place + 1 < len(words) and _describes_next(rest, word, words[place + 1]):
                continue
            currency = meaning_of(word[0].casefold(), _ALL.currencies)  # `of Russian roubles`
            unit = currency or meaning_of(word[0].casefold(), _REPORTS.units) or word[0].casefold()
            return unit, end + word.start(), end + word.end()
    return None


def _is_counted(folded: str) -> bool:
    """Return whether a frequent word is a unit, as `countries` is in Russian; months and years are parts of periods."""
    return folded not in _OF_PERIODS and meaning_of(folded, _REPORTS.units) is not None


_OF_PERIODS = word_set(
    fold_letters(f"{_REPORTS.year_words} {' '.join(_REPORTS.years_named)} {_ALL.months_word}")
)


def _describes(folded: str) -> bool:
    """Return whether a word after a number is an adjective whose noun follows."""
    return folded.endswith(_DESCRIBING)


def _describes_next(text: str, word: re.Match[str], following: re.Match[str]) -> bool:
    """Return whether a noun only describes the next one, which is in the plural: `40 cooperation agreements`."""
    return (
        word[0].isascii()
        and (not word[0].endswith(_PLURAL) or word[0].endswith(_NO_PLURAL))
        and meaning_of(word[0].casefold(), _REPORTS.units) is None
        and text[word.end() : following.start()] == " "
        and following[0].islower()
        and following[0].endswith(_PLURAL)
        and fold_letters(following[0]) not in VERBS | _LITTLE
    )


_PLURAL = tuple(_REPORTS.plural_endings)
_NO_PLURAL = tuple(2 * ending for ending in _PLURAL)  # `business`
_MULTIPLES = (*wordings().multiplied, *wordings().multiples, *wordings().times_behind.split())
_TIMES = word_set(fold_letters(" ".join(phrase.split()[-1] for phrase in _MULTIPLES)))
_DESCRIBING = tuple(_REPORTS.describing_endings)


def _moves(sentence: str, number: Number) -> tuple[bool, bool]:
    """Return whether the clause of a number mentions an increase, and a decrease."""
    before = sentence[max(0, number.start - FAR) : number.start]
    after = sentence[number.end : number.end + FAR // 2]
    return bool(_UP.search(before) or _UP.search(after)), bool(_DOWN.search(before) or _DOWN.search(after))


def _is_change(sentence: str, number: Number) -> bool:
    """Return whether a number is the size of an increase or a decrease."""
    if number.unit == _RANK:
        return False
    before = sentence[max(0, number.start - FAR) : number.start]
    moves = any(_moves(sentence, number))
    if _BY.search(before) or _PLUS.search(before):
        return moves or bool(_PLUS.search(before)) or number.unit == _PER_CENT
    if number.unit != _PER_CENT or not moves:
        return False
    # `a 20 percent increase`, `афзоиши 20 фоиз`
    return bool(
        _UP.match(sentence[number.end :].lstrip()) or _DOWN.match(sentence[number.end :].lstrip())
    ) or bool(
        re.search(
            rf"(?:{any_of(f'{_ALL.rising} {_ALL.falling}')})\s+(?:{any_of('of')}\s+)?$", before, re.IGNORECASE
        )
    )


def _approximation(sentence: str, number: Number) -> Approximation | None:
    before = sentence[max(0, number.start - FAR) : number.start]
    match = _APPROXIMATE.search(before)
    if match is None:
        return None
    if fold_letters(match["word"]) in UP_TO and _MOVED.search(before[: match.start()]):
        return None  # `rose to 20`
    word = " ".join(match["word"].casefold().split())
    return cast("Approximation | None", meaning_of(word, _REPORTS.approximations))


def _measure(sentence: str, number: Number) -> tuple[str, int, int] | None:
    """Return the measure of a number, by the nearest word for something counted, with the start and end of that word."""
    best: tuple[int, int, str, int, int] | None = None
    for start, end, size, slug in _measures_in(sentence):
        between = sentence[end : number.start] if end <= number.start else sentence[number.end : start]
        if ";" in between or ":" in between:
            continue
        distance = between.count(" ")
        found = (distance + 2 * between.count(","), -size, slug, start, end)
        if distance <= _NEAR_WORDS and (best is None or found < best):
            best = found
    return best[2:] if best else None


@lru_cache(maxsize=8)  # cached, because the figures in a sentence are read one after the other
def _measures_in(sentence: str) -> list[tuple[int, int, int, str]]:
    """Return the positions of words for something counted in a sentence: start, end, number of words, slug."""
    words = [(match.start(), match.end(), match[0].casefold()) for match in WORD.finditer(sentence)]
    return [
        (words[at][0], words[at + len(phrase) - 1][1], len(phrase), slug)
        for at, (_, _, word) in enumerate(words)
        for phrase, slug in _measures().get(word[:_BEGINNING], ())
        if at + len(phrase) <= len(words)
        and all(_fits(part, words[at + order][2]) for order, part in enumerate(phrase))
    ]


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
