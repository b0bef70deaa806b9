"""The vocabulary of diplomatic news: words with the same meaning, in each language that has a column.

`vocabulary/` has a file for each subject, with a concept in each line: its words in English, Russian and
Tajik, with `|` between
languages and commas between words. Countries, months, weekdays, scales and currencies are also concepts; they
come from separate files. `make vocabulary` folds everything into `concepts.txt`, which is read on first use. Search and `lint`
look words up in other files (`terms`).
"""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import NamedTuple

from tajikcli.language.terms import COLUMNS

_FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "concepts.txt")
_WORD = re.compile(r"[^\W\d_]+|[0-9]+")


class Term(NamedTuple):
    """A word, or several, for a concept.

    Attributes:
        text: the folded words.
        language: the code of their language; empty if a list has several languages.
    """

    text: str
    language: str


@lru_cache
def terms_of(subject: str) -> tuple[tuple[Term, ...], ...]:
    """Return the concepts of one subject, each as a tuple of terms.

    Args:
        subject: the name of its file, without the extension.
    """
    _, _, lines = _vocabulary().partition(f"\n#{subject}\n")
    return tuple(map(terms_of_line, lines.partition("\n#")[0].splitlines()))


def words() -> list[str]:
    """Return all words of the vocabulary, folded, without duplicates."""
    return list(dict.fromkeys(word for word in _WORD.findall(_vocabulary()) if word.isalpha()))


def terms_of_line(line: str) -> tuple[Term, ...]:
    """Return the terms of a concept.

    Args:
        line: its line in `concepts.txt`.
    """
    if "|" in line:
        parts = zip(COLUMNS, line.split("|"), strict=False)
        return tuple(
            Term(term.strip(), code) for code, part in parts for term in part.split(",") if term.strip()
        )
    _, _, names = line.rpartition(":")  # after the code of a country
    return tuple(Term(term.strip(), "") for term in names.replace(";", ",").split(",") if term.strip())


@lru_cache(maxsize=1)
def _vocabulary() -> str:
    """Return all concepts as one text with one concept per line, and a line with the name before each subject."""
    with open(_FILE, encoding="utf-8") as file:
        return file.read()
