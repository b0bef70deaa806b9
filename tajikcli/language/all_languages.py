"""The list of languages that tajik knows; add a new language here."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tajikcli.language.base import Language
from tajikcli.language.english import ENGLISH
from tajikcli.language.german import GERMAN
from tajikcli.language.russian import RUSSIAN
from tajikcli.language.tajik import TAJIK

if TYPE_CHECKING:
    from collections.abc import Sequence

# The first language of a script is used for words of unknown language.
LANGUAGES = (ENGLISH, RUSSIAN, TAJIK, GERMAN)


def script_of(word: str) -> str:
    """Return the script of a word, by its first letter: Cyrillic or Latin."""
    return "Cyrillic" if "\u0400" <= word[:1] <= "\u04ff" else "Latin"


@lru_cache
def language_of(script: str, code: str) -> Language:
    """Return the language with a code if it is written in a script, otherwise the first language of the script.

    Args:
        script: the script of a word.
        code: the ISO 639-1 code of the text's language; empty if it is not known.
    """
    written_so = [language for language in LANGUAGES if language.script == script]
    return next((language for language in written_so if language.code == code), written_so[0])


class _Together(Language):
    """Several languages as one, whose parts are combined on first use, because a run needs few of them."""

    def __init__(self, languages: Sequence[Language]) -> None:
        self.__dict__["_languages"] = languages

    def __getattr__(self, part: str) -> Any:
        if part not in Language.__annotations__:
            raise AttributeError(part)
        combined = self.__dict__[part] = joined([getattr(one, part) for one in self.__dict__["_languages"]])
        return combined


@lru_cache
def together(script: str | None = None) -> Language:
    """Return all languages combined: each part has the words, phrases and meanings of all languages.

    Args:
        script: limits the languages to those written in this script.
    """
    return _Together([language for language in LANGUAGES if script in {None, language.script}])


@lru_cache
def weightless_words(code: str) -> frozenset[str]:
    """Return the words without weight in a search, of the language with a code."""
    return frozenset(word for one in LANGUAGES if one.code == code for word in one.stop_words.split())


def joined(values: Sequence[Any]) -> Any:
    """Combine a part of several languages: the words, phrases or meanings of all of them."""
    first = values[0]
    if isinstance(first, str):
        return " ".join(filter(None, values))
    if isinstance(first, tuple):
        return sum(values, ())
    if isinstance(first, dict):
        merged: dict[str, Any] = {}
        for value in values:
            for word, meaning in value.items():
                known = merged.setdefault(word, meaning)
                if known != meaning:  # the words have endings in two languages
                    merged[word] = f"{known} {meaning}"
        return merged
    return any(values) if isinstance(first, bool) else first
