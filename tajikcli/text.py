"""How tajik compares, matches and prints text: pure functions over strings."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# Bidirectional marks, embeddings, overrides and isolates (Unicode UAX #9), which change the order that readers see, and byte order
# marks and tag characters, which are invisible.
_BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def fold_space(text: str) -> str:
    """Return `text` with each run of white space (no-break spaces included) as one space, and no white space at the ends."""
    return " ".join(text.split())


def fold_letters(text: str) -> str:
    """Return `text` in lower case without accents, as `tajikcli.language.folding` defines it for all languages."""
    lowered = text.casefold()
    return lowered if lowered.isascii() else _folding()(text)


@lru_cache(maxsize=1)  # a lookup is faster than an import statement
def _folding() -> Callable[[str], str]:
    from tajikcli.language import folding

    return folding.fold_letters


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text that are separated by white space; this makes sets of words readable in code."""
    return frozenset(words.split())


@lru_cache(maxsize=10_000)
def fold_name(text: str) -> str:
    """Return the form in which names, slugs and aliases are compared, without regard to case and punctuation.

    `Two-way trade`, `two-way-trade` and `TWO WAY  TRADE` are one name.
    """
    folded = fold_letters(text)
    return " ".join("".join(char if char.isalnum() else " " for char in folded).split())


def is_control(char: str) -> bool:
    """Return whether `char` could control a terminal or disguise a text.

    These are the C0 and C1 controls, DEL, the line and paragraph separators, bidirectional controls, byte order marks, tag
    characters, and the surrogates that stand for undecodable bytes of a file name, but not ordinary white space.
    """
    import unicodedata

    return (
        char in _BIDI_CONTROLS
        or "\U000e0000" <= char <= "\U000e007f"
        or char in "\u2028\u2029"
        or (unicodedata.category(char) in {"Cc", "Cs"} and char not in "\t\n\r")
    )


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: `1 file`, `1,200 files`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def hedged(hedges: Iterable[str]) -> str:
    """Return the hedges of a statement as answers show them: `hedged: reportedly`; empty if it has none."""
    reservations = ", ".join(hedges)
    return f"hedged: {reservations}" if reservations else ""


def with_hedges(words: str, hedges: Iterable[str]) -> str:
    """Return words followed by the hedges of a statement, as in `trade-volume; hedged: reportedly`."""
    return "; ".join(filter(None, (words, hedged(hedges))))


def printable(text: str) -> str:
    """Return `text` with every control character shown as `\\xNN` or `\\uNNNN`."""
    if text.isprintable():
        return text
    return "".join(
        char.encode("unicode_escape").decode() if is_control(char) or char == "\r" else char for char in text
    )


def displayed(text: str) -> str:
    """Return `text` as pages and plain text show it: white space folded, control characters shown."""
    if text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]:
        return text  # a space is the only white space that is printable
    return printable(fold_space(text))


def in_one_line(text: str) -> str:
    """Return `text` as `printable` does, and also show line breaks and tabs as escapes.

    Use it for messages, which take one line each; a file name may contain a line break.
    """
    if text.isprintable():
        return text
    return "".join(
        char.encode("unicode_escape").decode() if is_control(char) or char in "\t\n\r" else char
        for char in text
    )


def in_json(text: str) -> str:
    """Return a JSON text in which `\\uNNNN` replaces every control character in its strings.

    JSON allows most of them unescaped, but terminals obey them. The values and the line breaks between them stay the same.
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


# Characters that Python calls printable but that are invisible (Default_Ignorable_Code_Point in Unicode): Hangul fillers, joiners,
# variation selectors; and the Braille cell without dots.
_BLANKS = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
    + "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
)


def is_invisible(char: str) -> bool:
    """Return whether a character is invisible; ordinary white space counts as invisible, combining marks do not."""
    return not char.isprintable() or char in _BLANKS


def has_visible(text: str) -> bool:
    """Return whether a text contains a visible character: a letter, a digit, a symbol or a punctuation mark.

    White space, zero-width characters, variation selectors and combining marks without a base are not visible.
    """
    import unicodedata

    return any(unicodedata.category(char)[0] in "LNPS" and char not in _BLANKS for char in text)


def visible(text: str) -> str:
    """Return `text` with every invisible character shown as `\\xNN` or `\\uNNNN`.

    Use it for messages about a text, in which a zero-width space has to be visible.
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def nearest(word: str, choices: Iterable[str], limit: int = 3) -> list[str]:
    """Return up to `limit` of `choices` of which `word` may be a misspelling, the most likely first.

    Args:
        word: the word as written.
        choices: the right words, compared by `fold_name`.
        limit: the maximum number to return.

    Returns:
        Likely words as they are in `choices`; empty if there are none.
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
    if len(folded) > 2:  # a common beginning is a better guess than similarity
        begun = [name for name in by_fold if name.startswith(folded) and name not in close]
        close = (begun + close)[:limit]
    return [by_fold[name] for name in close]
