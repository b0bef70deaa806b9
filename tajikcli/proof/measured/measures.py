"""Measures of a record and their figures, found in a text by their names."""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import compress, pairwise, product
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_wordings import wordings
from tajikcli.language.countries import countries_in
from tajikcli.language.forms import WORD
from tajikcli.language.listed import meaning_of
from tajikcli.proof.measured.figures import Figures
from tajikcli.proof.numbers import NOT_COUNTED
from tajikcli.proof.rates import without_rate
from tajikcli.proof.speech import AND, PREPOSITIONS
from tajikcli.remembered import Remembered
from tajikcli.text import fold_letters
from tajikcli.words import stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tajikcli.proof.measured.amounts import OnRecord

_PARTS = {fold_letters(part): fold_letters(whole) for part, whole in wordings().parts_of_wholes.items()}
_WHOLES = Remembered(lambda word: meaning_of(fold_letters(word), _PARTS))  # for a part, words for the whole
_ROOT = 6  # the number of first letters that words with the same root share
_ENDING = 3  # the number of letters in which forms of a word may differ
MOST_WORDS = 5  # the maximum number of words of a measure's name


class Surroundings(NamedTuple):
    """Words that may be near a measure without indicating another subject.

    Attributes:
        words: folded words of the names of meetings, speakers, measures, relays and publishers on record.
        parties: the countries that the record is about, as codes of `language.countries`.
    """

    words: frozenset[str]
    parties: frozenset[str]


class Measure:
    """A measure and its figures, which are looked up when a text names it.

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
        self.names_written = tuple(names)
        self.names: dict[tuple[str, ...], list[list[str]]] = {}  # by their stems, each as it is written
        for written in self.names_written:
            words = [fold_letters(word) for word in WORD.findall(written)]
            for stems in dict.fromkeys(name_stems(written, language) for language in ("", *languages)):
                if stems:
                    self.names.setdefault(stems, []).append(words)

    @cached_property
    def known(self) -> Figures:
        """Its figures on record."""
        return Figures(self._load(self.slug))

    @cached_property
    def heads(self) -> frozenset[str]:
        """The stems of the nouns in its names: the last word of each name before any preposition, except countries."""
        found = set()
        for written in self.names_written:
            noun = ""
            for word in WORD.findall(written):
                if noun and fold_letters(word) in PREPOSITIONS:
                    break
                if not countries_in([word]):
                    noun = word
            if noun:
                found.add(stem_of(noun))
        return frozenset(found)

    @cached_property
    def words_on_record(self) -> frozenset[str]:
        """The stems of the words of the statements that give its figures."""
        return frozenset(stem_of(word) for one in self.known.all for word in WORD.findall(one.figure["text"]))

    @cached_property
    def units(self) -> frozenset[str | None]:
        """The units of its figures."""
        return frozenset(one.figure["unit"] for one in self.known.all)

    @cached_property
    def rates(self) -> frozenset[str]:
        """The rates in its units: `per day` of `barrels per day`."""
        return frozenset(rate for unit in self.units if unit and (rate := without_rate(unit)[1]))


class Measures:
    """The measures of a record, found by their names.

    Args:
        measures: all measures of the record.
        languages: the languages of texts, in addition to the first of each script.
    """

    def __init__(self, measures: Iterable[Measure], languages: Sequence[str] = ()) -> None:
        self._languages = ("", *languages)
        self._all = tuple(measures)
        self._by_first: dict[str, list[tuple[tuple[str, ...], Measure]]] = {}
        self._written: dict[tuple[str, ...], list[list[str]]] = {}
        for measure in self._all:
            for name, written in measure.names.items():
                self._by_first.setdefault(name[0], []).append((name, measure))
                self._written.setdefault(name, []).extend(written)
        self._may_begin = Remembered(self._begins_name)

    def _begins_name(self, word: str) -> bool:
        """Return whether a name of a measure may begin with a word as written."""
        return any(stem_of(word, language) in self._by_first for language in self._languages)

    def __bool__(self) -> bool:
        """Return whether there are any."""
        return bool(self._by_first)

    @cached_property
    def heads(self) -> frozenset[str]:
        """The stems of the nouns in their names."""
        return frozenset[str]().union(*(one.heads for one in self._all))

    @cached_property
    def things(self) -> frozenset[str]:
        """The stems of the units of their figures that count things."""
        units = (unit for one in self._all for unit in one.units - NOT_COUNTED if unit is not None)
        return frozenset(stem_of(word) for unit in units for word in WORD.findall(unit))

    def is_written_so(self, name: tuple[str, ...], words: Sequence[str]) -> bool:
        """Return whether words are forms of a name and not only related words: `invest` is not a form of `investment`."""
        folded = list(map(fold_letters, words))
        return any(
            all(
                word.startswith(own[: len(own) - _ENDING] or own)
                for word, own in zip(folded, written, strict=False)
            )
            for written in self._written[name]
        )

    def ranked_like(self, measure: Measure) -> Measure | None:
        """Return the only measure with ranks whose nouns have the root of another's: for investments, the rank among investors."""
        found = [
            one
            for one in self._all
            if "rank" in one.units
            and one.slug != measure.slug
            and any(_same_root(own, other) for own in one.heads for other in measure.heads)
        ]
        return found[0] if len(found) == 1 else None

    def may_be_in(self, words: Iterable[str]) -> bool:
        """Return whether words may name a measure, also with others between the words of the name."""
        return any(map(self._may_begin.__getitem__, words))

    def parts(self, words: Sequence[str]) -> list[tuple[int, tuple[str, ...], Measure]]:
        """Return the measures of which words name only a part, in order, as `named` does: `exports` of trade."""
        found: list[tuple[int, tuple[str, ...], Measure]] = []
        for place, wholes in enumerate(map(_WHOLES.__getitem__, words)):
            if wholes is not None:
                of = {each.slug: each for whole in wholes.split() for _, _, each in self.named([whole])}
                found += [(place, (stem_of(words[place]),), each) for each in of.values()]
        return found

    def named(self, words: Sequence[str]) -> list[tuple[int, tuple[str, ...], Measure]]:
        """Return the measures that words name, in order, each with the number of the word and the name."""
        likely = list(compress(range(len(words)), map(self._may_begin.__getitem__, words)))
        found: dict[tuple[int, tuple[str, ...], str], tuple[int, tuple[str, ...], Measure]] = {}
        for language, place in product(self._languages, likely):
            names = self._by_first.get(stem_of(words[place], language))
            if names is not None:
                here = tuple([stem_of(word, language) for word in words[place : place + MOST_WORDS]])
                for name, measure in names:
                    if here[: len(name)] == name:
                        found[place, name, measure.slug] = place, name, measure
        return sorted(found.values(), key=lambda one: one[0])


def _same_root(one: str, other: str) -> bool:
    return one[:_ROOT] == other[:_ROOT] and len(one) >= _ROOT


def joined_parts(
    parts: Sequence[tuple[int, tuple[str, ...], Measure]], words: Sequence[str]
) -> frozenset[int]:
    """Return the numbers of two words for different parts that are joined, which name the whole: `imports and exports`."""
    return frozenset(
        place
        for (one, first, _), (other, second, _) in pairwise(parts)
        if other - one == 2 and first != second and fold_letters(words[one + 1]) in AND
        for place in (one, other)
    )


def name_stems(name: str, language: str = "") -> tuple[str, ...]:
    """Return the stems of a measure's name; empty for a name of more than five words, because no text repeats it."""
    stems = tuple(stem_of(word, language) for word in WORD.findall(name))
    return stems if len(stems) <= MOST_WORDS else ()


@lru_cache(maxsize=50_000)
def stem_of(word: str, language: str = "") -> str:
    """Return the stem of a word as written."""
    return stem(fold_letters(word), language)
