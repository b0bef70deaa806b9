"""Forms of words: the nominatives of a word, possessives, and regular expressions for words."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from tajikcli.language.all_languages import script_of, together

if TYPE_CHECKING:
    from collections.abc import Iterable

# A word with its hyphens and apostrophes, without digits.
WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
SHORTEST = 3  # the number of letters of the shortest word with cases


class OnFirstUse:
    """A regular expression that ignores case and is compiled on first use, because long lists of words take time to compile.

    Args:
        pattern: the expression.
    """

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression."""
        return re.compile(self._pattern, re.IGNORECASE)


@lru_cache(maxsize=50_000)
def nominatives(folded: str) -> frozenset[str]:
    """Return a folded word and all words of which it may be a case or the plural, whether they exist or not."""
    found = {folded}
    for nominative, endings in _endings(script_of(folded)):
        for ending in endings:
            base = folded.removesuffix(ending)
            if base != folded and len(base) >= SHORTEST:
                found.add(base + nominative)
    return frozenset(found)


@lru_cache
def _endings(script: str) -> list[tuple[str, list[str]]]:
    return [(nominative, endings.split()) for nominative, endings in together(script).cases.items()]


@lru_cache(maxsize=50_000)
def has_cases(word: str) -> bool:
    """Return whether a word is written in a script in which the ending of a name distinguishes subject and object."""
    return together(script_of(word)).names_have_cases


@lru_cache(maxsize=50_000)
def without_possessive(word: str) -> str:
    """Return a word without its possessive ending: `Orlova's`, `partners'`."""
    return _possessive().sub("", word) if "'" in word or "\u2019" in word else word


@lru_cache(maxsize=50_000)
def is_possessive(word: str) -> bool:
    """Return whether a name is possessive: `Orlova's`."""
    return bool(_possessive().search(word))


@lru_cache(maxsize=1)
def _possessive() -> re.Pattern[str]:
    return re.compile(f"(?i:{'|'.join(together().possessives)})$")


def any_of(words: str | Iterable[str]) -> str:
    """Return a regular expression with words as alternatives, longer ones first; without words, it never matches.

    Args:
        words: words separated by white space, or words and phrases; a `*` at the end stands for any ending.
    """
    chosen = words.split() if isinstance(words, str) else words
    escaped = [
        r"\s+".join(map(re.escape, phrase.removesuffix("*").split())) + r"\w*" * phrase.endswith("*")
        for phrase in chosen
    ]
    return "|".join(sorted(dict.fromkeys(escaped), key=len, reverse=True)) or "(?!)"


def english_plural(noun: str) -> str:
    """Return an English noun in the plural; a noun that ends like a plural stays as it is."""
    if noun.endswith("s"):
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}s"
