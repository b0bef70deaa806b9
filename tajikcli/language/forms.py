"""Forms of words: what a word may be a case of, and words as regular expressions."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from tajikcli.language.all_languages import script_of, together

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Meaning = TypeVar("Meaning")

_SHORT = 3  # letters of a word that has cases
_POSSESSIVE = re.compile(f"(?:{'|'.join(together().possessives)})$")


@lru_cache(maxsize=50_000)
def nominatives(folded: str) -> frozenset[str]:
    """Return a folded word and all that it may be another case or the plural of, whether there is such a word or not."""
    found = {folded}
    for nominative, endings in _endings(script_of(folded)):
        for ending in endings:
            base = folded.removesuffix(ending)
            if base != folded and len(base) >= _SHORT:
                found.add(base + nominative)
    return frozenset(found)


@lru_cache
def _endings(script: str) -> list[tuple[str, list[str]]]:
    return [(nominative, endings.split()) for nominative, endings in together(script).cases.items()]


def has_cases(word: str) -> bool:
    """Tell whether a word is written in a script in which a name's ending tells subject from object."""
    return together(script_of(word)).names_have_cases


def without_possessive(word: str) -> str:
    """Return a word without the ending that makes it an owner: `Orlova's`, `partners'`."""
    return _POSSESSIVE.sub("", word)


def is_possessive(word: str) -> bool:
    """Tell whether a name owns what follows: `Orlova's`."""
    return bool(_POSSESSIVE.search(word))


def any_of(words: str | Iterable[str]) -> str:
    """Return words as the alternatives of a regular expression, longer ones first; for no words one that matches nothing.

    Args:
        words: words with white space between, or words and phrases; a `*` at an end is any ending.
    """
    chosen = words.split() if isinstance(words, str) else words
    escaped = [
        r"\s+".join(map(re.escape, phrase.removesuffix("*").split())) + r"\w*" * phrase.endswith("*")
        for phrase in chosen
    ]
    return "|".join(sorted(dict.fromkeys(escaped), key=len, reverse=True)) or "(?!)"


def meaning_of(word: str, meanings: Mapping[str, Meaning]) -> Meaning | None:
    """Return what a word means: by itself, or by what it begins with.

    Args:
        word: a word in small letters.
        meanings: by words, a `*` at whose end is any ending.
    """
    begins = (f"{word[:end]}*" for end in range(len(word), 0, -1))
    return next((meanings[form] for form in (word, *begins) if form in meanings), None)
