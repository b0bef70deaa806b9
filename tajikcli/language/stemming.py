"""Stemmers: Snowball's, and a light one for Tajik, which no library has."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@lru_cache
def snowball(algorithm: str) -> Callable[[str], str]:
    """Return the function that stems a folded word by one of Snowball's algorithms (M. F. Porter, snowballstem.org).

    Args:
        algorithm: its name, as PyStemmer has it.
    """
    import Stemmer

    # Without the stemmer's own cache: `words` remembers more.
    stem: Callable[[str], str] = Stemmer.Stemmer(algorithm, 0).stemWord
    return stem


def tajik_stemmer() -> Callable[[str], str]:
    """Return the function that stems a folded Tajik word."""
    return snowball("russian")
