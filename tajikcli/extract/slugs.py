"""Slugs and ids as a person would choose them: a last name, a publisher and a date, a speaker and a subject."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import reports
from tajikcli.language.forms import meaning_of
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Iterable

_ALL, _REPORTS = together(), reports()
_LATIN = _REPORTS.latin
_LONGEST = 60
_WORD = re.compile(r"[^\W\d_]+")
_OF_AN_ID = 2  # the number of words of a sentence that make an id
_LEAST_OF_A_WORD = 5  # the minimum number of letters of such a word


def slug_of(text: str) -> str:
    """Return a text as a slug of Latin letters without accents, digits and hyphens; it may be empty."""
    latin = "".join(_LATIN.get(char, char) for char in text.casefold())
    slug = re.sub(r"[^a-z0-9]+", "-", fold_letters(latin)).strip("-")
    if len(slug) > _LONGEST:
        slug = slug[:_LONGEST].rpartition("-")[0] or slug[:_LONGEST]
    return slug


class Taken:
    """The slugs in use; a slug that is already in use gets a number: `slug-2`, `slug-3`.

    Args:
        slugs: the slugs in use at the beginning.
    """

    def __init__(self, slugs: Iterable[str] = ()) -> None:
        self._slugs = set(slugs)
        self._next: dict[str, int] = {}

    def free(self, slug: str) -> str:
        """Return a slug, with a number if it is already in use, and mark it as used."""
        chosen, number = slug, self._next.get(slug, 2)
        while chosen in self._slugs:
            chosen, number = f"{slug}-{number}", number + 1
        self._next[slug] = number
        self._slugs.add(chosen)
        return chosen


def subject_of(text: str) -> str:
    """Return the first long words of a sentence as a slug; names are used only if there are no other words."""
    long = [word for word in _WORD.findall(text) if len(word) >= _LEAST_OF_A_WORD]
    telling = [word for word in long if word.islower() and not _is_of_an_amount(word)]
    return slug_of(" ".join((telling or long)[:_OF_AN_ID]))


def _is_of_an_amount(word: str) -> bool:
    """Return whether a word is a scale, a currency or another unit, which many statements have."""
    return any(meaning_of(word, one) is not None for one in (_ALL.scales, _ALL.currencies, _REPORTS.units))
