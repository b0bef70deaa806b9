"""A sentence with everything needed to judge its numbers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.all_wordings import WORDINGS, wordings
from tajikcli.language.countries import countries_in, has_word_of
from tajikcli.language.forms import WORD, any_of, without_possessive
from tajikcli.language.spotting import Worded
from tajikcli.proof.measured.countries_near import belongs_to_currency, codes_in, is_about_others
from tajikcli.proof.measured.dateline import end_of_dateline
from tajikcli.proof.measured.marks import any_between, around
from tajikcli.proof.measured.matters import DOWN, UP, Matter, directions, matter_of
from tajikcli.proof.measured.measures import joined_parts, stem_of
from tajikcli.proof.measured.times import has_figure, years_in
from tajikcli.proof.numbers import months_in, open_periods
from tajikcli.proof.speech import MONTHS_AND_DAYS
from tajikcli.text import fold_letters, word_set
from tajikcli.words import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.proof.measured.measures import Measure, Measures, Surroundings
    from tajikcli.proof.numbers import Months, Number

_ALL, _WORDINGS = together(), wordings()
_SAME_PERIOD = Worded(rf"\b(?:{any_of(_WORDINGS.same_period)})\b", _WORDINGS.same_period)
_DIGIT = re.compile(r"\d")
# Ranks that may stand between the words of a name.
_RANKS_INSIDE = frozenset(word for one in WORDINGS if one.noun_endings for word in one.ordinals)
_INTRODUCING = 4  # the maximum number of words of a phrase that introduces a sentence
NO_MONTHS = (0, 0)  # the months of a period that is named elsewhere
_CLAUSE = 600  # the number of characters of a clause to read before and after a number
_ALWAYS_KNOWN = MONTHS_AND_DAYS | word_set(
    fold_letters(" ".join((_ALL.unremarkable, *_WORDINGS.numbered, *_WORDINGS.short_months)))
)


class FigureSentence:
    """A sentence with everything needed to judge its numbers, computed once, because a sentence may have thousands of numbers.

    Args:
        text: the sentence.
        measures: the measures on record.
        known: words that may be near a measure without indicating another subject.
        earlier: the paragraph before the sentence, which may be about another country.
        before: the paragraphs before that one, which may name the two countries that the sentence means.

    Attributes:
        named: the measures that it names, each with the number of the first word and the name.
        parts: the numbers of those words that name only a part of a measure: `exports` of trade.
    """

    def __init__(
        self,
        text: str,
        measures: Measures,
        known: Surroundings,
        earlier: str = "",
        before: Sequence[str] = (),
    ) -> None:
        self.text, self._earlier, self._before = text, earlier, before
        words = WORD.findall(text)
        named = self._with_ranks_inside(words, measures) if measures.may_be_in(words) else []
        self.names = {(name, measure.slug) for _, name, measure in named}
        self.named = [
            (place, name, measure)
            for place, name, measure in named
            if measures.is_written_so(name, _written(words, place, len(name)))
        ]
        own = {measure.slug for _, _, measure in self.named}
        parts = [one for one in measures.parts(words) if one[2].slug not in own]
        self.parts = frozenset(place for place, _, _ in parts) - joined_parts(parts, words)
        self.named = sorted([*self.named, *parts], key=lambda one: one[0]) if parts else self.named
        self.places = [place for place, _, _ in self.named]
        self._known, self._measures = known, measures

    @cached_property
    def words(self) -> list[tuple[int, int, str]]:
        """Its words, each with its start and end."""
        return [(*match.span(), match[0]) for match in WORD.finditer(self.text)]

    @cached_property
    def starts(self) -> list[int]:
        """The offsets of its words."""
        return [start for start, _, _ in self.words]

    @staticmethod
    def _with_ranks_inside(
        words: Sequence[str], measures: Measures
    ) -> list[tuple[int, tuple[str, ...], Measure]]:
        """Return the measures that words name, also with a rank between these, as in Tajik: `шарики якуми тиҷоратӣ`."""
        named = measures.named(words)
        if _RANKS_INSIDE.isdisjoint(map(str.casefold, words)):
            return named
        kept = [place for place, word in enumerate(words) if word.casefold() not in _RANKS_INSIDE]
        known = {(place, measure.slug) for place, _, measure in named}
        inside = [
            (kept[place], name, measure)
            for place, name, measure in measures.named([words[at] for at in kept])
        ]
        return sorted(
            [*named, *(one for one in inside if (one[0], one[2].slug) not in known)], key=lambda one: one[0]
        )

    def stems(self, first: int, end: int) -> list[str]:
        """Return the stems of its words from a place to another."""
        return [stem_of(word) for _, _, word in self.words[first:end]]

    @property
    def heads(self) -> frozenset[str]:
        """The stems of the nouns in the names of measures."""
        return self._measures.heads

    @property
    def things(self) -> frozenset[str]:
        """The stems of the units of measures that count things."""
        return self._measures.things

    def ranked_like(self, measure: Measure) -> Measure | None:
        """Return the measure with ranks that has the root of another measure, if the sentence names the country that has the rank."""
        found = self._measures.ranked_like(measure)
        if found is None:
            return None
        here = codes_in(self.text)
        named = (countries_in(WORD.findall(name))[:1] for name in found.names_written)
        # `Russia's rank among investors`: the first word of a name is the holder.
        is_holder = any(first and first[0].start == 0 and first[0].codes & here for first in named)
        return found if is_holder else None

    @property
    def parties(self) -> frozenset[str]:
        """The countries that the record is about."""
        return self._known.parties

    @cached_property
    def stem_set(self) -> frozenset[str]:
        """The stems of its words."""
        return frozenset(self.stems(0, len(self.words)))

    @cached_property
    def others(self) -> list[tuple[int, int, int]]:
        """Words that may indicate another subject, each with its start, its end, and its number if it names a country, else -1.

        The words of a dateline do not, nor does a capital at the beginning of a table's cell.
        """
        found = [
            (begin, finish, -1)
            for place, (begin, finish, word) in enumerate(self.words)
            if place > 0
            and word[0].isupper()
            and word[1:].islower()
            and not _is_known(word, self._known)
            and not self.text.startswith("|", max(0, begin - 2), begin)
        ]
        for country in countries_in([word for _, _, word in self.words]):
            begin, finish = self.words[country.start][0], self.words[country.end - 1][1]
            if not country.codes & self._known.parties and not belongs_to_currency(self.text, begin, finish):
                found.append((begin, finish, country.start))
        first = end_of_dateline(self.text) if found else 0
        return sorted(one for one in found if one[0] >= first)

    @cached_property
    def is_about_others(self) -> bool:
        """Whether the text before it names another country, and neither names all that take part."""
        return is_about_others(self.text, self._earlier, self._before, self._known.parties)

    @cached_property
    def names_others_only(self) -> bool:
        """Whether it names another country, and not all that take part."""
        here = codes_in(self.text)
        return bool(here - self._known.parties) and not self._known.parties <= here

    @property
    def names_all(self) -> bool:
        """Whether it names all countries that take part."""
        return self._known.parties <= codes_in(self.text)

    def others_between(self, begin: int, end: int) -> list[tuple[int, int, int]]:
        """Return the items of `others` that begin between two offsets."""
        first = bisect_left(self.others, (begin, -1, -1))
        return self.others[first : bisect_left(self.others, (end, -1, -1))]

    @cached_property
    def other_matter(self) -> Matter | None:
        """The first matter for which it has words; None if it may be about the facts on record."""
        named = {self.words[at][0] for place, name, _ in self.named for at in range(place, place + len(name))}
        rates = {rate for _, _, measure in self.named for rate in measure.rates}
        return matter_of(self.text, named, rates)

    @cached_property
    def commas(self) -> list[int]:
        """The positions of commas followed by a space."""
        return [match.start() for match in re.finditer(", ", self.text)]

    @cached_property
    def semicolons(self) -> list[int]:
        """The positions of semicolons followed by a space, after which another clause begins."""
        return [match.start() for match in re.finditer("; ", self.text)]

    @cached_property
    def breaks(self) -> list[int]:
        """The positions of commas and semicolons followed by a space."""
        return [match.start() for match in re.finditer("[,;] ", self.text)]

    @cached_property
    def ups(self) -> list[int]:
        """The positions of words for an increase."""
        return directions(UP, self.text)

    @cached_property
    def downs(self) -> list[int]:
        """The positions of words for a decrease."""
        return directions(DOWN, self.text)

    def clause(self, number: Number) -> tuple[str, str, str, int]:
        """Return the words before, between and after the commas and semicolons around a number, and its offset between them."""
        start, end = around(self.breaks, number.start, number.end, len(self.text))
        start, end = max(start, number.start - _CLAUSE), min(end, number.end + _CLAUSE)
        before, behind = self.text[max(0, start - _CLAUSE) : start], self.text[end : end + _CLAUSE]
        return before, self.text[start:end], behind, number.start - start

    def years(self, number: Number) -> frozenset[str]:
        """Return the years that it names for a number: those in the part between semicolons that contains it.

        If there are none, those of its introduction or of an earlier part, or of the next part if it has no number of its own. But
        the year of an earlier part belongs to a figure there if the record has figures of a measure there for that year. The
        number itself is none: `2000 teachers`.
        """
        return self._years[bisect_right(self.semicolons, number.start)] - {
            self.text[number.start : number.end]
        }

    @cached_property
    def _years(self) -> list[frozenset[str]]:
        """The years of its parts between semicolons."""
        ends = [*self.semicolons, len(self.text)]
        parts = [self.text[begin:end] for begin, end in pairwise([0, *ends])]
        introduced = years_in(self.introduction)
        found, carried = [], introduced
        for at, (part, end) in enumerate(zip(parts, ends, strict=True)):
            own = years_in(part)
            behind = "".join(parts[at + 1 : at + 2])
            found.append(own or carried or (frozenset() if has_figure(behind) else years_in(behind)))
            if own and not introduced:
                carried = own - self._years_on_record(end - len(part), end)
        return found

    def _years_on_record(self, begin: int, end: int) -> frozenset[str]:
        """Return the years of the figures on record of the measures that a part names."""
        first, last = (bisect_left(self.places, bisect_left(self.starts, at)) for at in (begin, end))
        return frozenset().union(*(measure.known.years for _, _, measure in self.named[first:last]))

    @cached_property
    def introduction(self) -> str:
        """The short phrase before its first comma, empty if there is none: `In 2019, trade …`."""
        phrase = self.text[: self.commas[0]] if self.commas and self.commas[0] == self.breaks[0] else ""
        return phrase if len(phrase.split()) <= _INTRODUCING else ""

    def months(self, number: Number) -> tuple[int, int] | None:
        """Return the months to which it assigns a number: those of its clause, else those named before it.

        If a clause names several periods, they either precede or follow their numbers: `10.1% in nine months`.
        """
        if not self._periods:
            return NO_MONTHS if self._is_same_period else None
        if self._is_of_open_period(number):
            return None
        begin, end = around(self.semicolons, number.start, number.end, len(self.text))
        first, last = bisect_left(self._begins, begin), bisect_left(self._begins, end)
        if first == last:
            found = self._periods[first - 1] if first else None
        else:
            behind = bisect_left(self._begins, number.end, first, last)
            follow = _DIGIT.search(self.text, begin, self._begins[first]) is not None
            found = self._periods[min(behind, last - 1) if follow else max(behind - 1, first)]
        return (found.first, found.last) if found else None

    def _is_of_open_period(self, number: Number) -> bool:
        """Return whether the words between the commas around a number name only a period without its first month: `by October`.

        If they name no period, those before them may: `by October, trade was $1.6 billion`.
        """
        if not self._open_periods:
            return False
        begin, end = around(self.breaks, number.start, number.end, len(self.text))
        for _ in range(2):
            closed = any_between(self._begins, begin, end)
            if closed or any_between(self._open_periods, begin, end):
                return not closed
            begin, end = around(self.breaks, begin - 1, begin - 1, len(self.text)) if begin else (0, 0)
        return False

    @cached_property
    def all_months(self) -> frozenset[tuple[int, int]]:
        """The months of all periods that it names."""
        return frozenset((one.first, one.last) for one in self._periods)

    @cached_property
    def _is_same_period(self) -> bool:
        return _SAME_PERIOD.search(self.text) is not None

    @cached_property
    def _periods(self) -> list[Months]:
        return months_in(self.text)

    @cached_property
    def _open_periods(self) -> list[int]:
        return [place for place in open_periods(self.text) if not self._is_inside_period(place)]

    @cached_property
    def _begins(self) -> list[int]:
        return [one.start for one in self._periods]

    def is_of_period(self, number: Number) -> bool:
        """Return whether a number belongs to the words for the months: `nine` of `the first nine months`."""
        return self._is_inside_period(number.start)

    def _is_inside_period(self, place: int) -> bool:
        at = bisect_right(self._begins, place) - 1
        return at >= 0 and place < self._periods[at].end

    def moves(self, number: Number) -> tuple[bool, bool]:
        """Return whether a rise, and a fall, is mentioned between the commas around a number, or else in the sentence."""
        start, end = around(self.breaks, number.start, number.end, len(self.text))
        up, down = any_between(self.ups, start, end), any_between(self.downs, start, end)
        return (up, down) if up or down else (bool(self.ups), bool(self.downs))


def _written(words: Sequence[str], place: int, size: int) -> Sequence[str]:
    """Return the words of a name that begins at a place, without a rank between them."""
    here = words[place : place + size + 1]
    inside = [word for word in here if word.casefold() not in _RANKS_INSIDE]
    return (inside if len(inside) == size else here)[:size]


def _is_known(word: str, known: Surroundings) -> bool:
    folded = fold_letters(without_possessive(word))
    if folded in known.words or stem(folded) in known.words or folded in _ALWAYS_KNOWN:
        return True
    return all(has_word_of(part, known.parties) for part in word.split("-"))
