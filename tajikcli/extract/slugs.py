"""Slugs and ids as a person would choose them: a last name, a publisher and a date, a speaker and a subject."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tajikcli.language.all_reports import reports
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Iterable

_LATIN = reports().latin
_LONGEST = 60


def slug_of(text: str) -> str:
    """Return a text as a slug: Latin letters without accents, digits and hyphens; empty where it has none of them."""
    latin = "".join(_LATIN.get(char, char) for char in text.casefold())
    slug = re.sub(r"[^a-z0-9]+", "-", fold_letters(latin)).strip("-")
    if len(slug) > _LONGEST:
        slug = slug[:_LONGEST].rpartition("-")[0] or slug[:_LONGEST]
    return slug


class Taken:
    """Slugs that are taken, and what to take instead: `slug-2`, `slug-3`.

    Args:
        slugs: those that are taken at first.
    """

    def __init__(self, slugs: Iterable[str] = ()) -> None:
        self._slugs = set(slugs)
        self._next: dict[str, int] = {}

    def free(self, slug: str) -> str:
        """Return a slug, or the first of its numbered ones that is not taken, and take it."""
        chosen, number = slug, self._next.get(slug, 2)
        while chosen in self._slugs:
            chosen, number = f"{slug}-{number}", number + 1
        self._next[slug] = number
        self._slugs.add(chosen)
        return chosen
