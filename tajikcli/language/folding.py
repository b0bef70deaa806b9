"""Folding: letters that are searched and compared as other letters."""

from __future__ import annotations

import re

from tajikcli.language.all_languages import together

_FOLDING = dict(together().folding)
_LETTERS = str.maketrans(_FOLDING)
_FOLDED = re.compile(f"[{''.join(_FOLDING)}]")
# The letters that are simply replaced: they have no accents and no other forms.
_PLAIN = re.compile(f"[\x00-\x7f\u0430-\u045f{''.join(_FOLDING)}\u2010-\u201f\u2026\u00ab\u00bb]+")


def fold_letters(text: str) -> str:
    """Return `text` in lower case without accents, with letters replaced by the `folding` of all languages.

    Cyrillic й is kept, because word forms depend on it; `É` becomes `e`, `Ҷ` becomes `ч`.
    """
    lowered = text.casefold()
    if lowered.isascii():
        return lowered
    if _PLAIN.fullmatch(lowered):
        return lowered.translate(_LETTERS) if _FOLDED.search(lowered) else lowered
    import unicodedata

    composed = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    return "".join(
        unicodedata.normalize("NFD", char)[0] if char < "\u0250" or "\u1e00" <= char < "\u1f00" else char
        for char in composed.translate(_LETTERS)
        if not unicodedata.combining(
            char
        )  # marks that are not part of a composed letter, above all stress marks
    )
