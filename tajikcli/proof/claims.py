"""Compare the figures of a text with those on record.

A number is judged only if measure and unit clearly agree: words of the measure are near it in the same sentence, outside quotations,
and its unit is that of one of the measure's figures. If anything suggests another subject (another country's trade, another year,
a goal), the number is not judged, because a false alarm costs more trust than a miss.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.dates import days
from tajikcli.language.all_languages import LANGUAGES, together
from tajikcli.language.countries import countries_in, has_word_of
from tajikcli.language.forms import any_of, without_possessive
from tajikcli.proof.numbers import BIGGEST, NOT_COUNTED, has_a_number, months_named, numbers, ranks
from tajikcli.proof.sentences import sentence_spans
from tajikcli.proof.speech import MONTHS_AND_DAYS
from tajikcli.text import fold_letters, word_set
from tajikcli.words import stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tajikcli.model.rows import FigureRow
    from tajikcli.proof.numbers import Number

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_ALL = together()
_UP = re.compile(rf"\b(?:{any_of(_ALL.rising)})\b", re.IGNORECASE)
_DOWN = re.compile(rf"\b(?:{any_of(_ALL.falling)})\b", re.IGNORECASE)
# Signs of another subject in a sentence: goals and forecasts, denials, and times that are not on record.
_OTHER_MATTER = re.compile(rf"\b(?:{'|'.join(_ALL.other_matter)})\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d$\u20ac.,-])(?:19|20)\d\d(?![\d%]|[.,]\d)")
# A country's name before these belongs to a currency: US dollars, Swiss francs, долларов США.
_CURRENCY = re.compile(
    rf"\$|\s+(?:{any_of(word for one in LANGUAGES if not one.currency_precedes for word in one.currency_nouns.split())})\b"
)
_OF_CURRENCY = re.compile(
    rf"\b(?:{any_of(word for one in LANGUAGES if one.currency_precedes for word in one.currency_nouns.split())})\s+$",
    re.IGNORECASE,
)
_BEFORE = 40  # characters before a country in which its currency is searched
# Words after or before the name of a measure that make it another measure: trade deficit, agricultural trade.
_OTHER_THING = re.compile(rf"\s+(?:{'|'.join(_ALL.other_measure)})\b", re.IGNORECASE)
_PART = word_set(fold_letters(_ALL.measure_parts))
_OF_WHICH = re.compile(rf"\s+(?:{any_of(_ALL.of_which)})\s+(?:[a-z]+)\b(?!\s*[%$\d])", re.ASCII)
_BOUND = re.compile(
    rf"\b(?:(?P<least>{any_of(_ALL.least)})|(?P<most>{any_of(_ALL.most)}))\s*(?:(?:{any_of(_ALL.articles)})\s+)?$",
    re.IGNORECASE,
)
_BY = re.compile(rf"\b(?:{any_of(_ALL.by_how_much)})\s+(?:(?:{any_of(_ALL.hedging)}) )?$", re.IGNORECASE)
_NEW_CLAUSE = re.compile(rf"[;:]|\b(?:{any_of(_ALL.contrasting)})\b|, (?:{'|'.join(_ALL.new_clause)})\b")
_ALWAYS_KNOWN = MONTHS_AND_DAYS | word_set(fold_letters(_ALL.unremarkable))
_ENDING = 3  # letters by which forms of a word differ
_MOST_WORDS = 5  # words in the name of a measure
_FAR = 1_000  # characters that are searched around a number
_NEAR = 14  # words between a number and the name of its measure
_BOUNDED = Decimal("0.15")  # the distance from a correct bound at which it still means the same figure
_FAR_OFF = 20  # a number that is larger or smaller by this factor counts something else
_CLOSE = Decimal("0.05")  # the maximum error of a number rounded to one or two digits


class OnRecord(NamedTuple):
    """A figure on record.

    Attributes:
        figure: the figure, with the keys of the output contract.
        statement: the id of its statement.
        year: the year of the meeting, for a figure without a period.
    """

    figure: FigureRow
    statement: str
    year: str


class Surroundings(NamedTuple):
    """Words that may be near a measure without indicating another subject.

    Attributes:
        words: folded words of names on record: of meetings, speakers, measures, relays, publishers.
        parties: the countries of the record, by their codes in `language.countries`.
    """

    words: frozenset[str]
    parties: frozenset[str]


class Measure:
    """A measure and its figures, which are loaded when a text names it.

    Args:
        slug: its slug.
        names: its label and aliases.
        load: returns its figures on record.
        languages: the languages of the record's names, in addition to the first of each script.
    """

    def __init__(
        self,
        slug: str,
        names: Iterable[str],
        load: Callable[[str], tuple[OnRecord, ...]],
        languages: Sequence[str] = (),
    ) -> None:
        self.slug, self._load = slug, load
        self.names: dict[tuple[str, ...], list[list[str]]] = {}  # the names as written, by their stems
        for written in names:
            words = [fold_letters(word) for word in _WORD.findall(written)]
            for stems in dict.fromkeys(name_stems(written, language) for language in ("", *languages)):
                if stems:
                    self.names.setdefault(stems, []).append(words)

    @cached_property
    def figures(self) -> tuple[OnRecord, ...]:
        """Its figures on record."""
        return self._load(self.slug)

    @cached_property
    def units(self) -> frozenset[str | None]:
        """The units of its figures."""
        return frozenset(one.figure["unit"] for one in self.figures)


class Measures:
    """The measures of a record, found by their names.

    Args:
        measures: all measures.
        languages: the languages of texts, in addition to the first of each script.
    """

    def __init__(self, measures: Iterable[Measure], languages: Sequence[str] = ()) -> None:
        self._languages = ("", *languages)
        self._by_first: dict[str, list[tuple[tuple[str, ...], Measure]]] = {}
        self._written: dict[tuple[str, ...], list[list[str]]] = {}
        for measure in measures:
            for name, written in measure.names.items():
                self._by_first.setdefault(name[0], []).append((name, measure))
                self._written.setdefault(name, []).extend(written)

    def is_written_so(self, name: tuple[str, ...], words: Sequence[str]) -> bool:
        """Return whether words are forms of a name, and not only related: `invest` is not a form of `investment`."""
        folded = list(map(fold_letters, words))
        return any(
            all(
                word.startswith(own[: len(own) - _ENDING] or own)
                for word, own in zip(folded, written, strict=False)
            )
            for written in self._written[name]
        )

    def named(self, words: Sequence[str]) -> list[tuple[int, tuple[str, ...], Measure]]:
        """Return the measures that words name, in order, each with its position and name."""
        read = [[_stem(word, language) for word in words] for language in self._languages]
        found = {
            (place, name, measure.slug): (place, name, measure)
            for stems in read
            for place, first in enumerate(stems)
            for name, measure in self._by_first.get(first, ())
            if tuple(stems[place : place + len(name)]) == name
        }
        return sorted(found.values(), key=lambda one: one[0])


class Claim(NamedTuple):
    """A figure in a text, with its verdict.

    Attributes:
        start: offset of its first character in the paragraph.
        end: offset after its last character.
        agrees: whether a figure on record says the same.
        measure: the measure.
        figures: the figures on record with which it is compared: first the one that says the same, otherwise all.
    """

    start: int
    end: int
    agrees: bool
    measure: Measure
    figures: tuple[OnRecord, ...]


def name_stems(name: str, language: str = "") -> tuple[str, ...]:
    """Return the stems of a measure's name; none for a name of more than five words, which texts do not repeat."""
    stems = tuple(_stem(word, language) for word in _WORD.findall(name))
    return stems if len(stems) <= _MOST_WORDS else ()


def claims(text: str, measures: Measures, known: Surroundings) -> list[Claim]:
    """Return the figures of a paragraph that belong to measures on record.

    Args:
        text: the paragraph, with quotations blanked out.
        measures: the measures on record.
        known: words that do not indicate another subject.
    """
    if not has_a_number(text):
        return []
    found: list[Claim] = []
    for start, end in sentence_spans(text):
        sentence = text[start:end]
        if not has_a_number(sentence) or _OTHER_MATTER.search(sentence):
            continue
        looked_at = _Sentence(sentence, measures, known)
        for number in (*numbers(sentence), *ranks(sentence)):
            claim = _judged(looked_at, number)
            if claim is not None:
                found.append(claim._replace(start=claim.start + start, end=claim.end + start))
    return found


class _Sentence:
    """A sentence with everything needed to judge its numbers, computed once, because a sentence may have thousands of numbers.

    Args:
        text: the sentence.
        measures: the measures on record.
        known: words that may be near a measure without indicating another subject.
    """

    def __init__(self, text: str, measures: Measures, known: Surroundings) -> None:
        self.text = text
        self.words = [(match.start(), match.end(), match[0]) for match in _WORD.finditer(text)]
        self.starts = [start for start, _, _ in self.words]
        self.stems = [_stem(word) for _, _, word in self.words]
        named = measures.named([word for _, _, word in self.words])
        self.names = {(name, measure.slug) for _, name, measure in named}
        self.named = [
            (place, name, measure)
            for place, name, measure in named
            if measures.is_written_so(name, [word for _, _, word in self.words[place : place + len(name)]])
        ]
        self.places = [place for place, _, _ in self.named]
        self._known = known

    @cached_property
    def stem_set(self) -> frozenset[str]:
        """The stems of its words."""
        return frozenset(self.stems)

    @cached_property
    def others(self) -> list[tuple[int, int, int]]:
        """Words that may indicate another subject: start, end, and the number of the word if they name a country, otherwise -1."""
        found = [
            (begin, finish, -1)
            for place, (begin, finish, word) in enumerate(self.words)
            if place > 0 and word[0].isupper() and word[1:].islower() and not _is_known(word, self._known)
        ]
        for country in countries_in([word for _, _, word in self.words]):
            begin, finish = self.words[country.start][0], self.words[country.end - 1][1]
            if (
                not country.codes & self._known.parties
                and not _CURRENCY.match(self.text, finish)
                and not _OF_CURRENCY.search(self.text, max(0, begin - _BEFORE), begin)
            ):
                found.append((begin, finish, country.start))
        return sorted(found)

    @cached_property
    def commas(self) -> list[int]:
        """The positions of commas followed by a space."""
        return [match.start() for match in re.finditer(", ", self.text)]

    @cached_property
    def breaks(self) -> list[int]:
        """The positions of commas and semicolons followed by a space."""
        return [match.start() for match in re.finditer("[,;] ", self.text)]

    @cached_property
    def ups(self) -> list[int]:
        """The positions of words for an increase."""
        return [match.start() for match in _UP.finditer(self.text)]

    @cached_property
    def downs(self) -> list[int]:
        """The positions of words for a decrease."""
        return [match.start() for match in _DOWN.finditer(self.text)]

    @cached_property
    def years(self) -> frozenset[str]:
        """The years that it names."""
        return frozenset(_YEAR.findall(self.text))

    @cached_property
    def months(self) -> tuple[int, int] | None:
        """The months to which it assigns its figures."""
        return months_named(self.text)

    def moves(self, number: Number) -> tuple[bool, bool]:
        """Return whether the words around a number, up to the commas, mention an increase and a decrease; otherwise all words."""
        start, end = _around(self.breaks, number.start, number.end, len(self.text))
        up, down = _any_between(self.ups, start, end), _any_between(self.downs, start, end)
        return (up, down) if up or down else (bool(self.ups), bool(self.downs))


def _around(marks: Sequence[int], first: int, last: int, size: int) -> tuple[int, int]:
    """Return the start and end of the part of a sentence that contains two positions, between the given marks."""
    before, behind = bisect_right(marks, first - 2), bisect_left(marks, last)
    return (marks[before - 1] if before else 0), (marks[behind] if behind < len(marks) else size)


def _any_between(places: Sequence[int], start: int, end: int) -> bool:
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


def _judged(sentence: _Sentence, number: Number) -> Claim | None:
    words = sentence.words
    at = bisect_left(sentence.starts, number.start)  # the first word after its beginning
    behind = bisect_left(sentence.starts, number.end)
    best: list[tuple[int, int, Measure, int, int]] = []
    first = bisect_left(sentence.places, at - _NEAR - _MOST_WORDS)
    for place, name, measure in sentence.named[first : bisect_right(sentence.places, behind + _NEAR)]:
        last = place + len(name)
        distance = at - last if last <= at else place - behind if place >= behind else 0
        if distance <= _NEAR and _same_clause(sentence.text, number, words[place][0], words[last - 1][1]):
            best.append((distance, -len(name), measure, place, last))
    if number.unit == "rank":
        # `third-largest investor`, `ranks third among investors`: directly after the number, or nearly.
        near = 1 if BIGGEST.match(sentence.text, number.end) else _NEAR // 2
        best = [one for one in best if one[3] >= behind and one[0] <= near]
    best = [one for one in best if _unit_fits(number, one[2], sentence, behind)]
    if not best:
        return None
    # The longest name wins over names inside it, then the nearest name.
    best.sort(key=lambda one: (one[0], one[1]))
    distance, size, measure, place, last = best[0]
    for other in best[1:]:
        if other[3] <= place and other[4] >= last and other[1] < size:
            distance, size, measure, place, last = other
    rivals = {one[2].slug for one in best if one[0] == distance and one[1] == size}
    if len(rivals) > 1 or _is_another(sentence, number, (place, last)):
        return None
    return _compared(sentence, number, measure)


@lru_cache(maxsize=50_000)
def _stem(word: str, language: str = "") -> str:
    return stem(fold_letters(word), language)


def _same_clause(sentence: str, number: Number, start: int, end: int) -> bool:
    between = sentence[end : number.start] if end <= number.start else sentence[number.end : start]
    return len(between) <= _FAR and not _NEW_CLAUSE.search(between)


def _unit_fits(number: Number, measure: Measure, sentence: _Sentence, behind: int) -> bool:
    """Return whether a number has the unit of one of the measure's figures."""
    units = measure.units
    if number.unit is not None:
        return number.unit in units
    near = sentence.stems[behind : behind + 4]
    for unit in units - NOT_COUNTED:
        named = _stem(unit)
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
    return any(_has(near, name) for name in measure.names)


def _has(stems: Sequence[str], name: tuple[str, ...]) -> bool:
    return any(tuple(stems[at : at + len(name)]) == name for at in range(len(stems)))


def _is_another(sentence: _Sentence, number: Number, name: tuple[int, int]) -> bool:
    """Return whether the number may mean something else: Kazakh trade, trade with Iran, a trade deficit, teachers of chemistry.

    Args:
        sentence: the sentence.
        number: the number.
        name: the first word of the measure, and the word after its last.
    """
    text, words = sentence.text, sentence.words
    start, end = words[name[0]][0], words[name[1] - 1][1]
    if _OTHER_THING.match(text, end) or (number.unit is None and _OF_WHICH.match(text, end)):
        return True
    if name[0] and fold_letters(words[name[0] - 1][2]) in _PART:
        return True
    first, last = min(start, number.start), max(end, number.end)
    begins, ends = _around(sentence.commas, first, last, len(text))
    at = bisect_left(sentence.others, (begins, -1, -1))
    for begin, finish, country in sentence.others[at : bisect_left(sentence.others, (ends, -1, -1))]:
        if country >= 0:
            if not name[0] <= country < name[1]:
                return True
        elif begin >= first or finish <= last:
            return True
    return False


def _is_known(word: str, known: Surroundings) -> bool:
    folded = fold_letters(without_possessive(word))
    if folded in known.words or stem(folded) in known.words or folded in _ALWAYS_KNOWN:
        return True
    return all(has_word_of(part, known.parties) for part in word.split("-"))


def _compared(sentence: _Sentence, number: Number, measure: Measure) -> Claim | None:
    same_unit = [
        one
        for one in measure.figures
        if _unit_of(one) == number.unit or (number.unit is None and _is_count(one))
    ]
    changes = [one for one in same_unit if one.figure["amount_change"] is not None]
    levels = [one for one in same_unit if one.figure["amount_change"] is None]
    up, down = sentence.moves(number)
    is_change = number.unit == "percent" and bool(changes)
    if is_change and up == down:
        return None  # a share, or a sentence that mentions both
    relevant = changes if is_change else levels
    if not relevant:
        return None
    years = sentence.years
    if years and not years & {year for one in relevant for year in _years(one)}:
        return None
    months = sentence.months
    if months is not None:
        relevant = [one for one in relevant if _months_of(one) == months]
        if not relevant:
            return None
    before = sentence.text[max(0, number.start - _FAR) : number.start]
    if not is_change and (_BY.search(before)):
        return None  # a difference, which the record has only if the source gives one
    agreeing = [one for one in relevant if _agrees(number, one, falls=is_change and down)]
    if agreeing:
        return Claim(number.start, number.end, agrees=True, measure=measure, figures=(agreeing[0],))
    bound = _BOUND.search(before)
    if bound:
        held = [one for one in relevant if _holds(number, one, least=bool(bound["least"]))]
        close = [one for one in held if _is_close(number, one)]
        if close:
            return Claim(number.start, number.end, agrees=True, measure=measure, figures=(close[0],))
        if held:
            return None
    if number.unit is None and _is_far_off(number, relevant):
        return None
    return Claim(number.start, number.end, agrees=False, measure=measure, figures=tuple(relevant))


def _months_of(one: OnRecord) -> tuple[int, int] | None:
    """Return the first and last month of the period of a figure on record."""
    if not one.figure["period"]:
        return None
    first, last = days(one.figure["period"])
    return int(first[5:7]), int(last[5:7])


def _holds(number: Number, one: OnRecord, *, least: bool) -> bool:
    return any(
        amount >= number.amounts[0] if least else amount <= number.amounts[0] for amount in _amounts(one)
    )


def _is_close(number: Number, one: OnRecord) -> bool:
    return any(abs(amount - number.amounts[0]) <= _BOUNDED * abs(amount) for amount in _amounts(one))


def _unit_of(one: OnRecord) -> str | None:
    return one.figure["unit"]


def _is_count(one: OnRecord) -> bool:
    return _unit_of(one) not in NOT_COUNTED


def _years(one: OnRecord) -> set[str]:
    period = one.figure["period"]
    return {part[:4] for part in period.split("/")} if period else {one.year}


def _amounts(one: OnRecord) -> list[Decimal]:
    figure = one.figure
    amounts = (figure["amount"], figure["amount_from"], figure["amount_to"], figure["amount_change"])
    return [Decimal(amount) for amount in amounts if amount is not None]


def _agrees(number: Number, one: OnRecord, *, falls: bool) -> bool:
    on_record = _amounts(one)
    if len(number.amounts) == 2 and len(on_record) == 2:
        return all(map(_rounds_to, number.amounts, number.precisions, on_record))
    if len(number.amounts) == 2:
        return False
    if falls:
        on_record = [-amount for amount in on_record]
    return any(_rounds_to(number.amounts[0], number.precisions[0], amount) for amount in on_record)


def _rounds_to(written: Decimal, precision: Decimal, amount: Decimal) -> bool:
    """Return whether a number as written is an amount rounded to the same number of digits, and not rounded to nothing."""
    off = abs(written - amount)
    return off == 0 or (off <= precision and off <= _CLOSE * abs(amount))


def _is_far_off(number: Number, figures: Sequence[OnRecord]) -> bool:
    nearest = min(
        (
            max(one, amount) / min(one, amount)
            for one in number.amounts
            for figure in figures
            for amount in _amounts(figure)
            if one and amount
        ),
        default=Decimal(1),
    )
    return nearest > _FAR_OFF
