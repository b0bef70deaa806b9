"""Russian word forms: which nominative a word may be a case of."""

from __future__ import annotations

from functools import lru_cache

# How Russian declines names and adjectives: an ending that a word has in the nominative, and those of its other cases (with
# the `о` of compounds and the `и` that joins words in Tajik). What has none of them does not change.
_DECLENSIONS = {
    "ий": "ого ому им ом ая ую ой ое ие их ими о",
    "ый": "ого ому ым ом ая ую ой ое ые ых ыми о",
    "ой": "ого ому ым ом ая ую ое ые ых ыми о",
    "ая": "ой ую",
    "ые": "ых ым ыми",
    "ия": "ии ию ией",
    "я": "и ю ей е",
    "а": "ы и е у ой",
    "й": "я ю ем е",
    "ь": "я ю ем е и ью",
    "ы": "ов ам ами ах",
    "и": "ям ями ях",
    "": "а у ом ем ым е ы и",
}
_SHORT = 3  # letters of a word that has cases


@lru_cache(maxsize=50_000)
def nominatives(folded: str) -> frozenset[str]:
    """Return a folded word and all that it may be another case of, whether there is such a word or not."""
    found = {folded}
    for nominative, cases in _DECLENSIONS.items():
        for ending in cases.split():
            base = folded.removesuffix(ending)
            if base != folded and len(base) >= _SHORT:
                found.add(base + nominative)
    return frozenset(found)


def is_cyrillic(word: str) -> bool:
    """Tell whether a word is written in Cyrillic, where a name's ending tells subject from object."""
    return "\u0400" <= word[:1] <= "\u04ff"
