"""A sentence with signs for its quotations, and its mentions."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tajikcli.proof.speakers.marks import QUOTE, TOKEN, is_dash
from tajikcli.proof.speakers.mentions import mentions_in
from tajikcli.proof.speakers.naming import bare
from tajikcli.proof.speech import AND

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tajikcli.proof.speakers.mention import Mention
    from tajikcli.proof.speakers.naming import Names


_SOFT_HYPHEN = "\u00ad"
_SOFT_HYPHENS = re.compile(f"{_SOFT_HYPHEN}\n?")
_DIVIDED = re.compile(r"\b([^\W\d_]++)-\n([^\W\d_]++)")
_ENDING = frozenset({QUOTE, ";", ":", ".", "!", "?"})
_SHORT = 60  # the number of characters of a sentence that a text may repeat
MOST_SHORT = 256  # the number of such sentences to remember


class Sentence:
    """A sentence, which only equals itself, so that answers about it can be remembered.

    Attributes:
        words: its words and marks, with `mentions.QUOTE` for each quotation.
        folded: the same words, folded.
        signs: the numbers of the words that represent quotations.
        closings: for each quotation, the last mark inside it, or an empty text.
        mentions: the mentions in it.
        has_only_quotations: whether it has quotations, and `and` is its only other word.
    """

    __slots__ = ("closings", "folded", "has_only_quotations", "mentions", "signs", "words")

    def __init__(
        self,
        words: Sequence[str],
        folded: Sequence[str],
        signs: Sequence[int],
        closings: Sequence[str],
        mentions: Sequence[Mention],
    ) -> None:
        self.words, self.folded = words, folded
        self.signs, self.closings = signs, closings
        self.mentions = mentions
        self.has_only_quotations = bool(signs) and all(
            not word[0].isalnum() or bare_ in AND for word, bare_ in zip(words, folded, strict=True)
        )


def read_sentence(text: str, closings: Sequence[str], names: Names) -> Sentence:
    """Return a sentence with its mentions.

    Args:
        text: the sentence, with a sign in place of each quotation.
        closings: for each quotation, the last mark inside it, or an empty text.
        names: the names of speakers.
    """
    read = _read_again if len(text) <= _SHORT else _read
    return read(text, tuple(closings), names)


def _read(text: str, closings: tuple[str, ...], names: Names) -> Sentence:
    text = _whole(text, names)
    words = TOKEN.findall(text)
    folded = list(map(bare, words))
    signs = [place for place, word in enumerate(words) if word == QUOTE] if QUOTE in text else []
    return Sentence(words, folded, signs, closings, mentions_in(words, folded, names))


def _whole(text: str, names: Names) -> str:
    """Return a text without soft hyphens, and without the hyphen in a name on record that a line ends in (`Li-⏎nd`)."""
    if _SOFT_HYPHEN in text:
        text = _SOFT_HYPHENS.sub("", text)
    if "-\n" not in text:
        return text
    return _DIVIDED.sub(
        lambda found: found[1] + found[2] if names.at([found[1] + found[2]], 0) is not None else found[0],
        text,
    )


_read_again = lru_cache(maxsize=MOST_SHORT)(_read)  # texts repeat short sentences: `“…,” Lind said.`


def mention_ending(one: Sentence, place: int) -> Mention | None:
    """Return the mention whose last word is directly before a position."""
    return next((mention for mention in one.mentions if mention.end == place), None)


def mention_starting(one: Sentence, place: int) -> Mention | None:
    """Return the mention whose first word is at a position."""
    return next((mention for mention in one.mentions if mention.start == place), None)


def mentions_before(one: Sentence, place: int, start: int = 0) -> Iterator[Mention]:
    """Yield the mentions between two positions, the last one first."""
    return (mention for mention in reversed(one.mentions) if start <= mention.start and mention.end <= place)


def is_bracketed(one: Sentence, mention: Mention) -> bool:
    """Return whether a mention is inside brackets: `Линд (Берг сидел напротив) сказал`."""
    if "(" not in one.words:
        return False
    opening = next((at for at in range(mention.start - 1, -1, -1) if one.words[at] in {"(", ")"}), None)
    closes = ")" in one.words[mention.end :]
    return opening is not None and one.words[opening] == "(" and closes


def is_between_dashes(one: Sentence, start: int, end: int, bound: int) -> bool:
    """Return whether words are in a parenthesis between dashes that closes before a position: `Lind – Berg smiled – said`.

    Args:
        one: the sentence.
        start: the start of the words.
        end: the end of the words.
        bound: the position.
    """
    opening = next((at for at in range(start - 1, 0, -1) if is_dash(one.words[at])), 0)
    closing = next((at for at in range(end, bound) if is_dash(one.words[at])), bound)
    return (
        opening > 0
        and closing < bound
        and one.words[opening - 1][0].isalnum()
        and _ENDING.isdisjoint(one.words[opening:closing])
    )


def before_brackets(one: Sentence, place: int, start: int) -> int:
    """Return the position before brackets that end at a position, or the position itself."""
    if place > start and one.words[place - 1] == ")":
        return next((at for at in range(place - 1, start - 1, -1) if one.words[at] == "("), place)
    return place
