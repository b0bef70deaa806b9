"""The list of languages that tajik knows; add a new language here."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from tajikcli.language.combined import COMBINED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tajikcli.language.base import Language

    LANGUAGES: tuple[Language, ...]

# The script of each language, by its code. The first language of a script is used for words of unknown language.
SCRIPTS = {"en": "Latin", "ru": "Cyrillic", "tg": "Cyrillic", "de": "Latin"}
_SNOWBALL = {"en": "english", "ru": "russian", "de": "german"}  # the names of stemmers in PyStemmer


def __getattr__(name: str) -> object:
    # Most searches need of the languages only what `combined` has.
    if name == "LANGUAGES":
        return _languages()
    raise AttributeError(name)


@lru_cache(maxsize=1)
def _languages() -> tuple[Language, ...]:
    from tajikcli.language.english import ENGLISH
    from tajikcli.language.german import GERMAN
    from tajikcli.language.russian import RUSSIAN
    from tajikcli.language.tajik import TAJIK

    return ENGLISH, RUSSIAN, TAJIK, GERMAN


def script_of(word: str) -> str:
    """Return the script of a word, by its first letter: Cyrillic or Latin."""
    return "Cyrillic" if "\u0400" <= word < "\u0500" else "Latin"


def code_in(script: str, code: str) -> str:
    """Return the code of a language if it is written in a script, otherwise that of the first language of the script.

    Args:
        script: the script of a word.
        code: the ISO 639-1 code of the text's language; empty if it is not known.
    """
    return code if SCRIPTS.get(code) == script else next(one for one in SCRIPTS if SCRIPTS[one] == script)


@lru_cache
def stemmer_of(script: str, code: str) -> Callable[[str], str]:
    """Return the function that stems a folded word: one of Snowball's (M. F. Porter, snowballstem.org), or our own.

    Args:
        script: the script of the word.
        code: as for `code_in`.
    """
    chosen = code_in(script, code)
    if chosen not in _SNOWBALL:
        from tajikcli.language.stemming import tajik_stemmer

        return tajik_stemmer()
    import Stemmer

    # The stemmer's own cache is turned off, because the larger cache of `words` is enough.
    stem: Callable[[str], str] = Stemmer.Stemmer(_SNOWBALL[chosen], 0).stemWord
    return stem


class _Together:
    """Several languages as one, whose parts are combined on first use, because a run needs few of them."""

    def __init__(self, script: str | None) -> None:
        self.__dict__["_script"] = script

    def __getattr__(self, part: str) -> Any:
        script = self.__dict__["_script"]
        if script is None and part in COMBINED:
            combined = COMBINED[part]
        else:
            combined = joined([getattr(one, part) for one in _languages() if script in {None, one.script}])
        self.__dict__[part] = combined
        return combined


@lru_cache
def together(script: str | None = None) -> Language:
    """Return all languages combined: each part has the words, phrases and meanings of all languages.

    Args:
        script: limits the languages to those written in this script.
    """
    return cast("Language", _Together(script))


@lru_cache
def weightless_words(code: str) -> frozenset[str]:
    """Return the words without weight in a search, of the language with a code."""
    return frozenset(word for one in _languages() if one.code == code for word in one.stop_words.split())


def joined(values: Sequence[Any]) -> Any:
    """Combine a part of several languages: the words, phrases or meanings of all of them."""
    first = values[0]
    if isinstance(first, str):
        # groups of words are separated by semicolons
        return ("; " if any(";" in value for value in values) else " ").join(filter(None, values))
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
