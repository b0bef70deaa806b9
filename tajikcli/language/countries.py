"""Countries and unions of states as texts name them: by name, adjective and inhabitants, in English, Russian and Tajik."""

from __future__ import annotations

from functools import lru_cache
from itertools import compress, groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import together
from tajikcli.language.concepts import terms_of
from tajikcli.language.folding import fold_letters
from tajikcli.language.forms import SHORTEST, WORD, nominatives, without_possessive
from tajikcli.language.names_of_countries import NAMES
from tajikcli.language.spotting import Asked
from tajikcli.remembered import Remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_CAPITALS = "capitals"  # the file of the vocabulary


class Country(NamedTuple):
    """A country named in a text.

    Attributes:
        start: number of the first word of its name.
        end: number of the word after its name.
        codes: the possible countries by their CLDR codes: several for `Korean` and `Congo`.
    """

    start: int
    end: int
    codes: frozenset[str]


class _Form(NamedTuple):
    """A form of a country's name: its folded words, whether it is an abbreviation, whether it has a capital, and the country."""

    words: tuple[str, ...]
    abbreviated: bool
    capital: bool
    codes: frozenset[str]


# Words for an approximation at the beginning of a sentence, of which folding would make a name: Tajik `Қариб`, but not `Кариб`.
_NO_NAMES = frozenset(together().approximating.split())


def countries_in(words: Sequence[str]) -> list[Country]:
    """Return the countries that words name, in order; of nested names (`South Sudan`), only the longest.

    Args:
        words: the words of a text, as written.
    """
    found: list[Country] = []
    done = 0
    for place in compress(range(len(words)), map(_MAY_BEGIN.__getitem__, words)):
        if place < done or words[place].casefold() in _NO_NAMES:
            continue
        form = _form_at(words, place)
        if form is not None:
            done = place + len(form.words)
            found.append(Country(place, done, form.codes))
            continue
        # `Russian-Kazakh`, `российско-казахстанский`; but `Asia-Plus` is not Asia.
        parts = words[place].split("-") if "-" in words[place] else []
        forms = [_form_at([part.capitalize()], 0) for part in parts]
        found += [Country(place, place + 1, one.codes) for one in forms if one is not None and all(forms)]
    return found


def may_name_country(text: str) -> bool:
    """Return whether a text may name a country; this is faster than a search."""
    return _NAMING.may_be_in(text)


def countries_named(names: Iterable[str]) -> frozenset[str]:
    """Return the codes of the countries in some names; `Korean` beside `South Korea` is South Korean."""
    found = [codes for name in names for codes in _named_in(name)]
    sure = frozenset(code for codes in found if len(codes) == 1 for code in codes)
    return sure.union(*(codes for codes in found if not codes & sure))


@lru_cache(maxsize=50_000)  # texts repeat names
def _named_in(name: str) -> list[frozenset[str]]:
    return [country.codes for country in countries_in(WORD.findall(name))]


def has_word_of(word: str, codes: frozenset[str]) -> bool:
    """Return whether a word occurs in a name or adjective of some countries, as `South` and `Koreans` do for South Korea."""
    return not _words_for(codes).isdisjoint(nominatives(_folded(word)))


@lru_cache(maxsize=50_000)
def is_adjective(folded: str) -> bool:
    """Return whether a folded word is the adjective of a country: `russian`, `российского`."""
    return not _adjectives().isdisjoint(nominatives(folded))


@lru_cache(maxsize=50_000)
def capital_of(word: str) -> frozenset[str] | None:
    """Return the country for which a capital may stand (`Moscow`, `московский`); None for any other word.

    Args:
        word: the word as written.
    """
    capitals = _capitals()
    if not _may_begin_with(word, _heads_of_capitals()):
        return None
    return next((capitals[form] for form in nominatives(_folded(word)) if form in capitals), None)


@lru_cache(maxsize=50_000)
def seat_of(word: str) -> frozenset[str]:
    """Return the country of the seat of a government (`Kremlin`); empty for any other word, and for the capital itself (`Moscow`).

    Args:
        word: the word as written.
    """
    codes = capital_of(word)
    return codes if codes is not None and _cities().isdisjoint(nominatives(_folded(word))) else frozenset()


@lru_cache(maxsize=1)
def _cities() -> frozenset[str]:
    """Return the folded names of the capitals themselves, which begin their lines of the vocabulary in each language."""
    return frozenset(
        next(named).text
        for terms in terms_of(_CAPITALS)
        for _, named in groupby(terms, key=attrgetter("language"))
    )


@lru_cache(maxsize=1)
def _capitals() -> dict[str, frozenset[str]]:
    """Return the countries by the folded names of their capitals, each of which has a line in the vocabulary."""
    found: dict[str, frozenset[str]] = {}
    for terms in terms_of(_CAPITALS):
        names = [term.text for term in terms]
        codes = countries_named(name.title() for name in names)
        if len(codes) == 1:
            found.update(
                {name: codes for name in names if " " not in name and not countries_in([name.title()])}
            )
    return found


@lru_cache(maxsize=1)
def _heads_of_capitals() -> frozenset[str]:
    return frozenset(name[:SHORTEST] for name in _capitals())


def may_be_named(code: str, words: Iterable[str]) -> bool:
    """Return whether some words, as written, may include a name, an adjective or the capital of a country."""
    named = _words_for(frozenset({code})).union(name for name, of in _capitals().items() if code in of)
    heads = {word[:SHORTEST] for word in named}  # case endings do not change these letters
    parts = (_folded(part) for word in words for part in {word, *word.split("-")})
    return any(part[:SHORTEST] in heads and not named.isdisjoint(nominatives(part)) for part in parts)


def is_nominative(folded: str) -> bool:
    """Return whether a folded word is a word of a country's name in the nominative: `россия`, not `россии`."""
    return folded in _words_of_names()


@lru_cache(maxsize=1)
def _words_of_names() -> frozenset[str]:
    return frozenset(map(_folded, WORD.findall(" ".join(form for names, _, _ in _lines() for form in names))))


def _form_at(words: Sequence[str], place: int) -> _Form | None:
    """Return the longest form of a country's name that matches words at a position."""
    for form in _BEGINNING[words[place]]:
        here = words[place : place + len(form.words)]
        if len(here) == len(form.words) and all(
            one in nominatives(_folded(other)) for one, other in zip(form.words, here, strict=True)
        ):
            return form
    return None


def _beginning_with(word: str) -> Sequence[_Form]:
    """Return the forms of countries' names that may begin with a word as written, the longest first."""
    forms = [
        form
        for base in nominatives(_folded(word))
        for form in _forms().get(base, ())
        if not form.capital or (word.isupper() if form.abbreviated else word[0].isupper())
    ]
    return sorted(forms, key=lambda form: (-len(form.words), form.words)) or _NO_FORMS


_NO_FORMS: Sequence[_Form] = ()
_BEGINNING = Remembered(_beginning_with)


def _may_begin(word: str) -> bool:
    """Return whether a word as written may begin, or contain, the name of a country; few words of a text do."""
    if "-" in word:
        return True
    head = word[:SHORTEST].casefold()
    if head not in _heads(has_capital=True) and head.isascii() and word.isalpha():
        return False  # most words, and no function folds their letters
    return _may_begin_with(word, _heads(has_capital=word[0].isupper())) and bool(_BEGINNING[word])


def _may_begin_with(word: str, heads: frozenset[str]) -> bool:
    """Return whether a word as written may be a form of a word with one of some first letters."""
    # Case does not change these letters, but in a short word, a possessive ending may be among them.
    head = word[: SHORTEST + 1]
    return fold_letters(head)[:SHORTEST] in heads or not head.isalpha()


_MAY_BEGIN = Remembered(_may_begin)


def _may_name(written: str) -> bool:
    """Return whether a word, with the marks beside it, may name a country."""
    return _may_begin(written) if written.isalpha() else any(map(_may_begin, WORD.findall(written)))


def _first_letters() -> frozenset[str]:
    return _heads(has_capital=True)


_NAMING = Asked(_may_name, _first_letters)


@lru_cache(maxsize=50_000)
def _folded(word: str) -> str:
    return fold_letters(without_possessive(word)).replace("\u2019", "'")


@lru_cache(maxsize=1)
def _forms() -> dict[str, list[_Form]]:
    """Return the forms of countries' names by their first word."""
    codes: dict[tuple[tuple[str, ...], bool, bool], set[str]] = {}
    for names, adjectives, code in _lines():
        for form in (*names, *adjectives):
            words = tuple(map(_folded, WORD.findall(form)))
            codes.setdefault((words, form.isupper(), not form[0].islower()), set()).add(code)
    found: dict[str, list[_Form]] = {}
    for (words, abbreviated, capital), of in codes.items():
        found.setdefault(words[0], []).append(_Form(words, abbreviated, capital, frozenset(of)))
    return found


@lru_cache(maxsize=2)
def _heads(*, has_capital: bool) -> frozenset[str]:
    """Return the first letters of the forms of countries' names that a word with or without a capital may have."""
    return frozenset(
        word[:SHORTEST]
        for word, forms in _forms().items()
        if has_capital or not all(form.capital for form in forms)
    )


@lru_cache(maxsize=16)
def _words_for(codes: frozenset[str]) -> frozenset[str]:
    """Return the words of all names and adjectives of some countries."""
    forms = [form for names, adjectives, code in _lines() if code in codes for form in (*names, *adjectives)]
    return frozenset(map(_folded, WORD.findall(" ".join(forms))))


@lru_cache(maxsize=1)
def _adjectives() -> frozenset[str]:
    return frozenset(_folded(word) for _, adjectives, _ in _lines() for word in adjectives)


@lru_cache(maxsize=1)
def _lines() -> list[tuple[list[str], list[str], str]]:
    """Return the names, adjectives and code of each country."""
    lines = []
    for line in NAMES.strip().splitlines():
        code, _, words = line.partition(": ")
        names, _, adjectives = words.partition(";")
        lines.append(
            ([*filter(None, names.split(", "))], [*filter(None, adjectives.strip().split(", "))], code)
        )
    return lines
