"""Addresses that open a page at words of it: text fragments, as WICG's URL Fragment Text Directives define them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from tajikcli.proof.tokens import words_of
from tajikcli.text import fold_space

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tajikcli.proof.tokens import Token

_WHOLE = 10  # words that a fragment spells out; of more it gives the first and the last ones
_ENDS = 5
_DISTINCT = 3  # words that are distinctive on a page
_BESIDE = 3  # words that tell the place of fewer
_OF_THE_WEB = re.compile(r"https?://[^\s/?#]")


def at_words(url: str, fragments: Iterable[str]) -> str:
    """Return an address that a browser opens at words; one that has a fragment already keeps it.

    Args:
        url: the address of the page.
        fragments: as `fragment` and `fragment_in` give them; none for the page as a whole.
    """
    directives = "&".join(f"text={value}" for value in fragments)
    if not directives:
        return url
    return f"{url}{'' if '#' in url else '#'}:~:{directives}"


def is_of_the_web(url: str) -> bool:
    """Return whether an address is one of `http` or `https`, with a host: no file, no script, no program's own scheme."""
    return _OF_THE_WEB.match(url) is not None


def fragment(words: str) -> str:
    """Return words as the value of a text fragment: all of them, or `first,last`."""
    found = words_of(words)
    if len(found) <= _WHOLE:
        return _percent(words.strip())
    return f"{_percent(_slice(words, found[:_ENDS]))},{_percent(_slice(words, found[-_ENDS:]))}"


def fragment_in(words: str, passage: str) -> str:
    """Return words of a passage as the value of a text fragment; few of them with what stands beside, since a page has many.

    Args:
        words: the words, as the passage has them.
        passage: where they stand.
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
    return quote(fold_space(words), safe="").replace("-", "%2D")  # a hyphen is syntax in a fragment
