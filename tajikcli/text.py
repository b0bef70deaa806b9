"""Text as tajik compares, matches and prints it: pure functions over strings."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Bidirectional marks, embeddings, overrides and isolates (Unicode UAX #9), which reorder what a reader sees, and byte order
# marks and tag characters, which nobody sees.
_BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def fold_space(text: str) -> str:
    """Return `text` with each run of white space (no-break spaces included) as one space, none around."""
    return " ".join(text.split())


def fold_letters(text: str) -> str:
    """Return `text` in lower case without accents, as `tajikcli.language.folding` does for all languages."""
    lowered = text.casefold()
    if lowered.isascii():
        return lowered
    from tajikcli.language import folding

    return folding.fold_letters(text)


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text, white space between them: a list of words that stays readable in the code."""
    return frozenset(words.split())


@lru_cache(maxsize=10_000)
def fold_name(text: str) -> str:
    """Return the form in which names, slugs and aliases are compared: any case, any punctuation.

    `Two-way trade`, `two-way-trade` and `TWO WAY  TRADE` are one name.
    """
    folded = fold_letters(text)
    return " ".join("".join(char if char.isalnum() else " " for char in folded).split())


def is_control(char: str) -> bool:
    """Tell whether `char` could steer a terminal or disguise a text rather than be read.

    These are the C0 and C1 controls, DEL, the line and paragraph separators, the bidirectional
    controls, byte order marks, tag characters, and the half characters that stand for a file name's undecodable bytes; ordinary white
    space is none.
    """
    import unicodedata

    return (
        char in _BIDI_CONTROLS
        or "\U000e0000" <= char <= "\U000e007f"
        or char in "\u2028\u2029"
        or (unicodedata.category(char) in {"Cc", "Cs"} and char not in "\t\n\r")
    )


def counted(number: int, noun: str) -> str:
    """Return a number of things in words: `1 file`, `1,200 files`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def hedged(hedges: Iterable[str]) -> str:
    """Return a statement's hedges as answers show them: `hedged: reportedly`; nothing where there are none."""
    reservations = ", ".join(hedges)
    return f"hedged: {reservations}" if reservations else ""


def with_hedges(words: str, hedges: Iterable[str]) -> str:
    """Return words with a statement's hedges behind them: `trade-volume; hedged: reportedly`."""
    return "; ".join(filter(None, (words, hedged(hedges))))


def printable(text: str) -> str:
    """Return `text` with every control character made visible as `\\xNN` or `\\uNNNN`."""
    if text.isprintable():
        return text
    return "".join(
        char.encode("unicode_escape").decode() if is_control(char) or char == "\r" else char for char in text
    )


def displayed(text: str) -> str:
    """Return `text` as pages and plain text show it: white space folded, control characters made visible."""
    return printable(fold_space(text))


def in_one_line(text: str) -> str:
    """Return `text` as `printable` does, with its line breaks and tabs made visible too.

    For messages, each of which is one line: a file's name may have a line break in it.
    """
    if text.isprintable():
        return text
    return "".join(
        char.encode("unicode_escape").decode() if is_control(char) or char in "\t\n\r" else char
        for char in text
    )


def in_json(text: str) -> str:
    """Return a JSON text with every control character in its strings as `\\uNNNN`.

    JSON allows most of them as they are, and terminals obey them. The values stay the same. Line breaks between values stay.
    """
    if text.isprintable():
        return text
    return "".join(_json_escape(char) if is_control(char) else char for char in text)


def _json_escape(char: str) -> str:
    code = ord(char)
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


# What Python takes for printable and nobody sees (Unicode's Default_Ignorable_Code_Point): Hangul fillers, joiners, variation
# selectors; and the Braille cell without a dot.
_BLANKS = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
    + "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
)


def is_invisible(char: str) -> bool:
    """Tell whether nobody sees that a character is there; ordinary white space counts, combining marks don't."""
    return not char.isprintable() or char in _BLANKS


def has_visible(text: str) -> bool:
    """Tell whether a text has anything that readers see: a letter, a digit, a symbol or a punctuation mark.

    White space, zero-width characters, variation selectors and combining marks with nothing to stand on are none.
    """
    import unicodedata

    return any(unicodedata.category(char)[0] in "LNPS" and char not in _BLANKS for char in text)


def visible(text: str) -> str:
    """Return `text` with everything in it that can't be seen as `\\xNN` or `\\uNNNN`.

    For messages about a text, where a zero-width space is just what has to be seen.
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def nearest(word: str, choices: Iterable[str], limit: int = 3) -> list[str]:
    """Return up to `limit` of `choices` that `word` is probably a misspelling of, the likeliest first.

    Args:
        word: what was written.
        choices: what would have been right; compared by `fold_name`.
        limit: how many to return at most.

    Returns:
        The likely ones as they stand in `choices`; none where none is likely.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    by_fold: dict[str, str] = {}
    for choice in choices:
        by_fold.setdefault(fold_name(choice), choice)
    folded = fold_name(word)
    if not folded:
        return []
    likely = process.extract(
        folded, list(by_fold), scorer=OSA.normalized_similarity, score_cutoff=0.6, limit=limit
    )
    close = [name for name, _, _ in likely]
    if len(folded) > 2:  # a beginning is a better guess than any similarity
        begun = [name for name in by_fold if name.startswith(folded) and name not in close]
        close = (begun + close)[:limit]
    return [by_fold[name] for name in close]
