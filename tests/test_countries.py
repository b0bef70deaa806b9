"""The countries of the world as texts name them, in three languages, and no other words."""

from __future__ import annotations

import re

import pytest
from babel import Locale

from tajikcli.language.countries import countries_in, countries_named, has_word_of, is_adjective


def named(text: str) -> list[tuple[str, set[str]]]:
    words = re.findall(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*", text)
    return [(" ".join(words[one.start : one.end]), set(one.codes)) for one in countries_in(words)]


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_every_country_of_cldr_is_known_by_name(language: str) -> None:
    """CLDR is the oracle, except for names with brackets or dashes, which texts do not use."""
    territories = Locale(language).territories
    countries = {code: name for code, name in territories.items() if re.fullmatch(r"[A-Z]{2}", code)}
    assert len(countries) > 250
    unwritten = {"QO", "XA", "XB", "ZZ"}
    unknown = {
        code: name
        for code, name in countries.items()
        if code not in unwritten
        and not re.search(r"[(&]| - |SAR|о-в", name)
        and code not in set().union(*(codes for _, codes in named(name)))
    }
    assert unknown == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("South Sudan and the Sudanese", [("South Sudan", {"SS"}), ("Sudanese", {"SD"})]),
        ("North Koreans, Korean", [("North Koreans", {"KP"}), ("Korean", {"KP", "KR"})]),
        ("The US and us, U.S. trade", [("US", {"US"}), ("U S", {"US"})]),
        ("polish the china, a turkey", []),
        ("the world, World", [("world", {"001"}), ("World", {"001"})]),
        ("New Zealand's, Côte d’Ivoire", [("New Zealand's", {"NZ"}), ("Côte d’Ivoire", {"CI"})]),
        ("Sino-Russian, Asia-Plus", [("Sino-Russian", {"CN"}), ("Sino-Russian", {"RU"})]),
        ("Казахстаном, Чехии, СНГ", [("Казахстаном", {"KZ"}), ("Чехии", {"CZ"}), ("СНГ", {"cis"})]),
        ("с Южной Кореей и КНДР", [("Южной Кореей", {"KR"}), ("КНДР", {"KP"})]),
        (
            "китайских, монголо-армянская",
            [("китайских", {"CN"}), ("монголо-армянская", {"MN"}), ("монголо-армянская", {"AM"})],
        ),
        ("чад, мало, того", []),
        ("Савдои Қазоқистон", [("Қазоқистон", {"KZ"})]),
    ],
)
def test_countries_are_found_in_any_form_and_nothing_else_is(
    text: str, expected: list[tuple[str, set[str]]]
) -> None:
    """Adjectives, inhabitants, cases and compounds are found; words that only look similar are not."""
    assert named(text) == expected


def test_an_ambiguous_name_means_the_country_named_beside_it() -> None:
    """In a record about South Korea, `Korean` is South Korean."""
    assert countries_named(["Talks of South Korea and Vietnam", "Korean"]) == {"KR", "VN"}
    assert countries_named(["Korean"]) == {"KR", "KP"}


def test_words_for_countries_are_distinguished_from_others() -> None:
    """This holds in any case, and adjectives are distinguished from nouns."""
    assert has_word_of("корейской", frozenset({"KR"}))
    assert not has_word_of("корейской", frozenset({"VN"}))
    assert is_adjective("российскому")
    assert not is_adjective("russia")
