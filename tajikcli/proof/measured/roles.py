"""Compare the roles of countries in a text with their roles in a measure's name; a text that swaps them contradicts the record.

`Russian teachers in Tajikistan` are not `Tajik teachers in Russia`, and `A is B's first trade partner` does
not say that B is A's first trade partner. The roles are found in the same way in the names of a measure and
in a text: the country to which a noun belongs (`Tajik students`, `students from Tajikistan`, `partners of
Tajikistan`), and the place (`in Tajikistan`, `at Russian universities`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import together
from tajikcli.language.all_wordings import wordings
from tajikcli.language.countries import Country, capital_of, countries_in, is_adjective, is_nominative
from tajikcli.language.forms import WORD, has_cases, is_possessive
from tajikcli.proof.grammar import FINITE
from tajikcli.proof.measured.marks import around
from tajikcli.proof.measured.measures import stem_of
from tajikcli.proof.measured.wording import start_of_bound
from tajikcli.proof.speech import AGENTS, CLOSED, PREPOSITIONS, looks_like_verb
from tajikcli.text import fold_letters, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.proof.measured.measures import Measure
    from tajikcli.proof.measured.sentence import FigureSentence
    from tajikcli.proof.numbers import Number

_ALL, _WORDINGS = together(), wordings()
_PLACES = word_set(fold_letters(_WORDINGS.places))
_TO = word_set(fold_letters(_WORDINGS.to))
_FROM = word_set(fold_letters(_WORDINGS.origins))
_OF = word_set(fold_letters(_ALL.of)) - _FROM
_ORIGINS = _FROM | _OF
_STOPS = PREPOSITIONS | CLOSED | _PLACES | _ORIGINS | word_set(fold_letters(_ALL.auxiliaries))
_ARTICLES = word_set(fold_letters(_ALL.articles))
_NOUN_ENDINGS = tuple(_WORDINGS.noun_endings.split())
_OWN_LETTERS = frozenset(_WORDINGS.own_letters.split())
_FAR = 600  # the number of characters around a figure that are searched
_PHRASE = 4  # the maximum number of words of a noun with its adjectives
_NAME = "\0"  # stands for any noun in the names of a measure
_GAP = re.compile(r"[^\s\u00a0-]")


class Parts(NamedTuple):
    """The roles of countries in a text.

    Attributes:
        of: the countries to which nouns belong, by the stem of the noun.
        places: the countries that are places.
        alone: the countries that are subjects.
        owners: the countries that own something: `Russia's demand`, `the demand of Russia`.
        agents: the countries that do something or from which something comes: `supplied by Russia`.
    """

    of: dict[str, frozenset[str]]
    places: frozenset[str]
    alone: frozenset[str]
    owners: frozenset[str]
    agents: frozenset[str]


class _Words:
    """Words of a text or of a measure's name, with their positions.

    Args:
        text: the text.
        words: the words.
        before_number: the number of the word directly before the figure; -1 if there is none.
    """

    def __init__(self, text: str, words: Sequence[tuple[int, int, str]], *, before_number: int = -1) -> None:
        self.text, self.words, self.before_number = text, words, before_number
        self.written = [word for _, _, word in words]
        self.folded = [fold_letters(word) for word in self.written]
        self.countries = [
            *countries_in(self.written),
            *(
                Country(place, place + 1, code)
                for place, word in enumerate(self.written)
                if (code := capital_of(word)) is not None
            ),
        ]
        self.of_countries = frozenset(one.start for one in self.countries)
        self.has_own_letters = any(not _OWN_LETTERS.isdisjoint(word) for word in self.written)

    def adjoin(self, first: int) -> bool:
        """Return whether only blanks separate a word from the next word."""
        between = self.text[self.words[first][1] : self.words[first + 1][0]]
        return not _GAP.search(between)


def are_exchanged(sentence: FigureSentence, measure: Measure, number: Number) -> bool:
    """Return whether a sentence swaps the roles of a measure's countries.

    Args:
        sentence: the sentence that names the measure.
        measure: the measure.
        number: the figure, near which the countries are looked up.
    """
    parties, heads = sentence.parties, measure.heads
    own = parts_of_names(measure.names_written, parties, heads, is_rank=number.unit == "rank")
    if not own.of and not own.places:
        return False
    begin, end = around(sentence.commas, number.start, number.end, len(sentence.text))
    within, without = around(sentence.semicolons, number.start, number.end, len(sentence.text))
    begin, end = max(begin, within, number.start - _FAR), min(end, without, number.end + _FAR)
    first, last = bisect_left(sentence.starts, begin), bisect_left(sentence.starts, end)
    after = _first_name(sentence, measure, first, last) - first
    before = bisect_left(sentence.starts, start_of_bound(sentence.text, number.start)) - 1 - first
    words = _Words(sentence.text, sentence.words[first:last], before_number=before)
    here = parts_in(words, parties, heads, after=after)
    if number.unit == "rank":
        return _disjoint(
            here.places | here.of.get(_NAME, frozenset()), own.places | own.of.get(_NAME, frozenset())
        )
    if any(_disjoint(here.of.get(noun, frozenset()), of) for noun, of in own.of.items()):
        return True
    if _disjoint(here.places, own.places):
        return True
    if _disjoint(here.agents, own.alone):
        return bool((here.alone | here.owners) & own.alone)
    return _disjoint(here.alone, own.alone) and bool(here.owners & own.alone)


def _disjoint(here: frozenset[str], own: frozenset[str]) -> bool:
    return bool(here) and bool(own) and not here & own


def _first_name(sentence: FigureSentence, measure: Measure, first: int, last: int) -> int:
    """Return the first word of the measure's name in a text; a place before it may be the place of the talks."""
    low, high = bisect_left(sentence.places, first), bisect_left(sentence.places, last)
    named = sentence.named[low:high]
    return next((place for place, _, one in named if one.slug == measure.slug), first)


@lru_cache(maxsize=1_000)
def parts_of_names(
    names: tuple[str, ...], parties: frozenset[str], heads: frozenset[str], *, is_rank: bool
) -> Parts:
    """Return the roles of countries in the names of a measure.

    Args:
        names: its label and aliases.
        parties: the countries that the record is about.
        heads: the stems of the nouns in its names.
        is_rank: whether its figures are ranks; the holder of a rank does not show whose partners or investors
            are meant.
    """
    of: dict[str, frozenset[str]] = {}
    places: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    for name in names:
        words = [(match.start(), match.end(), match[0]) for match in WORD.finditer(name)]
        parts = parts_in(_Words(name, words), parties, heads, holder=is_rank)
        for noun, codes in parts.of.items():
            of[noun] = of.get(noun, frozenset()) | codes
        places, alone = places | parts.places, alone | parts.alone
    return Parts(of, places, alone, frozenset(), frozenset())


def parts_in(
    words: _Words, parties: frozenset[str], heads: frozenset[str], *, after: int = 0, holder: bool = False
) -> Parts:
    """Return the roles of countries in a text.

    Args:
        words: the words.
        parties: the countries that count.
        heads: the stems of the nouns that stand for the measure.
        after: the number of the first word from which places count.
        holder: whether to leave out the first noun: `Russia's rank among …`.
    """
    of: dict[str, frozenset[str]] = {}
    places: set[str] = set()
    alone: set[str] = set()
    owners: set[str] = set()
    agents: set[str] = set()
    for country in words.countries:
        codes = country.codes & parties
        if len(codes) != 1:
            continue
        nouns, owner = _nouns_of(words, country)
        if holder and country.start == 0:
            continue
        if country.start and words.folded[country.start - 1] in AGENTS | _FROM:
            agents |= codes
        if owner and (country.start == 0 or words.folded[country.start - 1] not in _FROM):
            owners |= codes
        for place in nouns:
            stem = stem_of(words.written[place])
            for noun in (stem, _NAME) if stem in heads else (stem,):
                of[noun] = of.get(noun, frozenset()) | codes
        if _is_place(words, country, heads):
            if country.start >= after:
                places |= codes
        elif not nouns and not owner and _is_subject(words, country):
            alone |= codes
    return Parts(of, *map(frozenset, (places, alone, owners, agents)))


def _nouns_of(words: _Words, country: Country) -> tuple[list[int], bool]:
    """Return the words of the noun that belongs to a country, and whether the country is an owner or a description at all."""
    first, last = country.start, country.end - 1
    written, folded = words.written[last], words.folded[last]
    if is_possessive(written) or (is_adjective(folded) and not _is_izafet(words, first)):
        found = _phrase(words, last, 1)
        # In `nine litres in ten are Russian`, the adjective has no noun.
        return found, bool(found) or first == 0 or words.folded[first - 1] not in FINITE
    if first and words.folded[first - 1] in _ORIGINS:
        found = _phrase(words, first - 1, -1)
        return (found if words.folded[first - 1] in _OF else found[:1]), True
    is_behind_noun = (
        first > 0
        and has_cases(folded)
        and words.folded[first - 1] not in _STOPS
        and words.adjoin(first - 1)
        and (is_adjective(folded) or not is_nominative(folded) or _is_izafet(words, first))
    )
    # партнёров Таджикистана, донишҷӯёни Тоҷикистон
    return (_phrase(words, first, -1), True) if is_behind_noun else ([], False)


def _is_izafet(words: _Words, place: int) -> bool:
    """Return whether a word describes the noun before it, which has a special ending: `омӯзгори рус`."""
    if not place or not words.adjoin(place - 1) or not words.has_own_letters:
        return False
    return words.written[place - 1].endswith(_NOUN_ENDINGS)


def _phrase(words: _Words, place: int, step: int) -> list[int]:
    """Return the words of a noun with its adjectives after or before a word, up to a preposition or a mark."""
    found: list[int] = []
    at = place + step
    while 0 <= at < len(words.words) and len(found) < _PHRASE:
        is_end = words.folded[at] in _STOPS or at in words.of_countries
        if is_end or not words.adjoin(min(at, at - step)):
            break
        found.append(at)
        at += step
    return found


def _is_place(words: _Words, country: Country, heads: frozenset[str]) -> bool:
    """Return whether a preposition of place governs a country: `in Tajikistan`, `at Russian universities`, `in the economy of Russia`.

    In `in investment Russia is second`, it governs the noun of a measure, and the country is the subject.
    """
    folded = words.folded[country.start]
    if (
        country.start
        and stem_of(words.written[country.start - 1]) in heads
        and not is_adjective(folded)
        and not is_possessive(words.written[country.end - 1])
        and (not has_cases(folded) or is_nominative(folded))
    ):
        return False
    if capital_of(words.written[country.start]) is not None:
        return False  # usually the place of the talks
    at, looked = country.start - 1, 0
    while at >= 0 and looked <= _PHRASE and at not in words.of_countries:
        if words.folded[at] in _PLACES:
            if at == words.before_number and _has_head(words, country, heads):
                return False  # a particle: `took in 72 Russian teachers`
            # `up to 72 Russian teachers` and `to add ten Russian teachers` have no place.
            between = words.folded[at + 1 : country.start]
            return words.folded[at] not in _TO or (words.adjoin(at) and _ARTICLES.issuperset(between))
        if not words.adjoin(at) or (has_cases(words.folded[at]) and looks_like_verb(words.folded[at])):
            return False
        if (
            words.folded[at] in _STOPS
            and words.folded[at] not in _ORIGINS
            and words.folded[at] not in _ARTICLES
        ):
            return False
        at, looked = at - 1, looked + 1
    return False


def _has_head(words: _Words, country: Country, heads: frozenset[str]) -> bool:
    """Return whether the noun behind a country stands for the measure, which is then counted and no place: `72 Russian teachers`."""
    return any(stem_of(words.written[place]) in heads for place in _phrase(words, country.end - 1, 1))


def _is_subject(words: _Words, country: Country) -> bool:
    at = country.start - 1
    return at < 0 or words.folded[at] not in PREPOSITIONS
