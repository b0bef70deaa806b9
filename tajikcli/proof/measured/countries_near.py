"""Which countries a text is about: whether a figure, or a draft, is about countries that do not take part in the meeting."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from tajikcli.language.all_languages import LANGUAGES, together
from tajikcli.language.all_wordings import wordings
from tajikcli.language.countries import capital_of, countries_in, may_be_named, may_name_country
from tajikcli.language.forms import WORD, OnFirstUse, any_of
from tajikcli.language.spotting import Worded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tajikcli.language.countries import Country

_ALL, _WORDINGS = together(), wordings()
# A country's name here belongs to a currency: US dollars, Swiss francs, долларов США.
_CURRENCY = re.compile(
    rf"\$|\.?\s+(?:{any_of(word for one in LANGUAGES if not one.currency_precedes for word in one.currency_nouns.split())})\b"
)
_OF_CURRENCY = re.compile(
    rf"\b(?:{any_of(word for one in LANGUAGES if one.currency_precedes for word in one.currency_nouns.split())})\s+$",
    re.IGNORECASE,
)
_OF_BOTH = Worded(rf"\b(?:{any_of(_WORDINGS.of_both)})\b", _WORDINGS.of_both)
# `second after China`, `ahead of Italy`: a country before or after the one that has the rank.
BESIDE_RANK = OnFirstUse(rf"\b(?:{any_of(_WORDINGS.beside_ranks)})\s+(?:(?:{any_of(_ALL.articles)})\s+)?$")
_ONE_COUNTRY = re.compile(r"[A-Z]{2}")
_GROUPS = frozenset({"EU", "EZ", "UN"})  # the codes that CLDR has for groups of countries
_BEFORE = 40  # the number of characters before a country that are searched for its currency
_BEGINNING = 40  # the number of first paragraphs, which name the countries that a text is about
FEWEST_PARTIES = 2  # the number of countries that a measure is about


def belongs_to_currency(text: str, begin: int, end: int) -> bool:
    """Return whether the name of a country, given by its offsets in a text, belongs to a currency."""
    return bool(_CURRENCY.match(text, end) or _OF_CURRENCY.search(text, max(0, begin - _BEFORE), begin))


# The sentences of a paragraph, and the next paragraphs, have the same paragraphs before them.
@lru_cache(maxsize=64)
def _found_in(text: str) -> list[Country]:
    return countries_in(WORD.findall(text)) if may_name_country(text) else []


@lru_cache(maxsize=64)
def codes_in(text: str) -> frozenset[str]:
    """Return the countries that a text names, except in currencies and beside ranks."""
    found = _found_in(text)
    words = [match.span() for match in islice(WORD.finditer(text), found[-1].end)] if found else []
    codes = frozenset[str]()
    for one in found:
        if not one.codes <= codes and not _is_aside(text, words[one.start][0], words[one.end - 1][1]):
            codes |= one.codes
    return codes


def _is_aside(text: str, begin: int, end: int) -> bool:
    """Return whether the name of a country belongs to a currency, or its holder only has another rank: `second after China`."""
    before = text[max(0, begin - _BEFORE) : begin]
    return belongs_to_currency(text, begin, end) or BESIDE_RANK.compiled.search(before) is not None


@lru_cache(maxsize=64)
def _capitals_in(text: str) -> frozenset[str]:
    """Return the countries of the capitals that a text names."""
    codes = (capital_of(word) for word in WORD.findall(text) if word[0].isupper())
    return frozenset[str]().union(*(one for one in codes if one is not None))


def is_about_others(text: str, earlier: str, before: Sequence[str], parties: frozenset[str]) -> bool:
    """Return whether the text before a sentence names another country, and neither names all that take part: `В Киргизии … республика`.

    `The two countries` are those that the sentence names, or else those that the text before it names.

    Args:
        text: the sentence.
        earlier: the paragraph before it.
        before: the paragraphs before that paragraph.
        parties: the countries that the record is about.
    """
    if len(parties) < FEWEST_PARTIES:
        return False
    if _OF_BOTH.search(text):
        both = codes_in(text)
        if parties <= both:
            return False
        for texts in ((earlier,), before):
            both = both if len(both) >= FEWEST_PARTIES else both.union(*map(codes_in, texts))
        both = both or frozenset[str]().union(*map(_capitals_in, (*before, earlier)))
        return bool(both - parties) and not parties <= both
    named = codes_in(text)
    if parties <= named:
        return False
    beside = codes_in(earlier)
    named |= beside
    if parties <= named:
        return False
    if not beside <= parties:
        return True
    if not any(names_other(one, parties) for one in before):
        return False
    return not _name_all(named, (*before, earlier, text), parties)


def _name_all(named: frozenset[str], texts: Iterable[str], parties: frozenset[str]) -> bool:
    """Return whether countries and the ones in texts, also those of capitals, are all that take part."""
    for text in texts:
        named |= codes_in(text)
        if parties <= named:
            return True
        named |= _capitals_in(text)
    return parties <= named


def is_of_another_meeting(texts: Sequence[str], parties: frozenset[str]) -> bool:
    """Return whether texts name a country that does not take part in a meeting, and never all that do.

    Args:
        texts: the paragraphs of a draft.
        parties: the countries that the record is about.
    """
    # Most texts name all that take part near their beginning, so they are looked for there first.
    if len(parties) < FEWEST_PARTIES or _name_all(frozenset(), texts[:_BEGINNING], parties):
        return False
    words = set[str]().union(*map(WORD.findall, texts))
    if all(may_be_named(code, words) for code in parties) and _name_all(frozenset(), texts, parties):
        return False
    return any(names_other(text, parties) for text in texts)


def names_other(text: str, parties: frozenset[str]) -> bool:
    """Return whether a text names a country that does not take part, except in currencies and beside ranks; no group of countries."""
    if all(one.codes <= parties for one in _found_in(text)):
        return False
    return bool(others_among(codes_in(text), parties))


def others_among(codes: frozenset[str], parties: frozenset[str]) -> frozenset[str]:
    """Return the codes of countries that do not take part; no group of countries."""
    return frozenset(code for code in codes - parties if _ONE_COUNTRY.fullmatch(code) and code not in _GROUPS)


def names_party(text: str, parties: frozenset[str]) -> bool:
    """Return whether a text names one of some countries.

    Args:
        text: the text.
        parties: their codes, as `language.countries` has them.
    """
    return any(country.codes & parties for country in countries_in(WORD.findall(text)))
