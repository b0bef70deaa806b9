"""Addresses that open a page at certain words, with text fragments (WICG's URL Fragment Text Directives)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from tajikcli.proof.tokens import words_of
from tajikcli.text import fold_space

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tajikcli.proof.tokens import Token

# the maximum number of words that a fragment spells out; of longer texts, it gives the first and last words
_WHOLE = 10
_ENDS = 5
_DISTINCT = 3  # a run of this many words is distinctive on a page
_BESIDE = 3  # the number of adjacent words that identify a shorter run
_OF_THE_WEB = re.compile(r"https?://[^\s/?#]")


def at_words(url: str, fragments: Iterable[str]) -> str:
    """Return an address that a browser opens at certain words; an existing fragment is kept.

    Args:
        url: the address of the page.
        fragments: results of `fragment` and `fragment_in`; if empty, the address opens the whole page.
    """
    directives = "&".join(f"text={value}" for value in fragments)
    if not directives:
        return url
    return f"{url}{'' if '#' in url else '#'}:~:{directives}"


def is_of_the_web(url: str) -> bool:
    """Return whether an address has a host and the scheme `http` or `https`, so that it is not a file or a script."""
    return _OF_THE_WEB.match(url) is not None


@lru_cache(
    maxsize=64
)  # an export has the words of a statement and then those of its evidence, which may be the same
def fragment(words: str) -> str:
    """Return words as the value of a text fragment: all of them, or `first,last`."""
    found = words_of(words)
    if len(found) <= _WHOLE:
        return _percent(words.strip())
    return f"{_percent(_slice(words, found[:_ENDS]))},{_percent(_slice(words, found[-_ENDS:]))}"


def fragment_in(words: str, passage: str) -> str:
    """Return words of a passage as the value of a text fragment; a few words alone get context, because a page may repeat them.

    Args:
        words: the words, as in the passage.
        passage: the passage that contains them.
    """
    value = fragment(words)
    if len(words_of(words)) >= _DISTINCT:
        return value
    start = passage.find(words)
    rest = passage[start + len(words) :]
    before, after = words_of(passage[:start])[-_BESIDE:], words_of(rest)[:_BESIDE]
    prefix = f"{_percent(_slice(passage, before))}-," if before else ""
    suffix = f",-{_percent(_slice(rest, after))}" if after else ""
    return f"{prefix}{value}{suffix}"


def _slice(text: str, words: Sequence[Token]) -> str:
    return text[words[0].start : words[-1].end]


def _percent(words: str) -> str:
    return fold_space(words).translate(_encoded)


class _Encoded(dict[int, str]):
    """The percent encoding of each character, computed once."""

    def __missing__(self, code: int) -> str:
        found = self[code] = quote(chr(code), safe="")
        return found


_encoded = _Encoded({ord("-"): "%2D"})  # a hyphen is syntax in a fragment
