"""Slugs and ids as a person would choose them: a last name, a publisher and a date, a speaker and a subject."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tajikcli.language.all_reports import reports
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Container

_LATIN = reports().latin
_LONGEST = 60


def slug_of(text: str) -> str:
    """Return a text as a slug: Latin letters without accents, digits and hyphens; empty where it has none of them."""
    latin = "".join(_LATIN.get(char, char) for char in text.casefold())
    slug = re.sub(r"[^a-z0-9]+", "-", fold_letters(latin)).strip("-")
    if len(slug) > _LONGEST:
        slug = slug[:_LONGEST].rpartition("-")[0] or slug[:_LONGEST]
    return slug


def free(slug: str, taken: Container[str]) -> str:
    """Return a slug, or the first of `slug-2`, `slug-3` that is not taken."""
    if slug not in taken:
        return slug
    number = 2
    while f"{slug}-{number}" in taken:
        number += 1
    return f"{slug}-{number}"
