"""The vocabulary of diplomatic news: words with the same meaning, in each language that has a column.

`vocabulary/` has a file for each subject, with a concept in each line: its words in English, Russian and
Tajik, with `|` between
languages and commas between words. Countries, months, weekdays, scales and currencies are also concepts; they
come from separate files. `make vocabulary` folds everything into `concepts.txt`, which search and `lint` read
on first use, because folding takes longer than a whole search.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

COLUMNS = ("en", "ru", "tg")  # the columns of the files, in order
_FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "concepts.txt")
_RELATED = os.path.join(os.path.dirname(_FILE), "related.txt")
_ENDS = "|,;:"  # the characters that end a term
_END = re.compile(r"[|,;:\n]")
_WORD = re.compile(r"[^\W\d_]+|[0-9]+")


class Term(NamedTuple):
    """A word, or several, for a concept.

    Attributes:
        text: the folded words.
        language: the code of their language; empty if a list has several languages.
    """

    text: str
    language: str


class Meaning(NamedTuple):
    """A word of a term that was found.

    Attributes:
        word: the word.
        term: the term that contains it.
        start: its position in the term.
        concept: the number of the term's concept.
    """

    word: str
    term: Term
    start: int
    concept: int


def meanings(beginning: str, wanted: Callable[[str], bool]) -> Iterator[Meaning]:
    """Yield the words with a given beginning.

    Args:
        beginning: the first letters of a word, folded.
        wanted: returns whether a word with this beginning is searched for.
    """
    text, word_at = _vocabulary(), _WORD.match
    place = text.find(beginning)
    while place >= 0:
        if not text[place - 1].isalnum():
            word = word_at(text, place)
            if word is not None and wanted(word[0]):
                line = text.rfind("\n", 0, place) + 1
                term, start = _term_at(text, line, place)
                yield Meaning(word[0], term, place - start, line)
        place = text.find(beginning, place + 1)


def concept(number: int) -> tuple[Term, ...]:
    """Return all terms of a concept.

    Args:
        number: the number in a `Meaning`.
    """
    text = _vocabulary()
    return _terms(text[number : text.index("\n", number)])


def related_to(number: int) -> list[int]:
    """Return the numbers of the concepts that are related to a concept.

    Args:
        number: its number in a `Meaning`.
    """
    text = _vocabulary()
    own = _head(text, number)
    found: dict[str, None] = {}
    for first, *others in _related():
        if first == own:
            found.update(dict.fromkeys(others))
        elif own in others:
            found[first] = None
    starts = (text.find(f"\n{head}{end}") + 1 for head in found for end in (",", " |"))
    return [start for start in starts if start]


def _head(text: str, number: int) -> str:
    """Return the first term of the concept with a given number."""
    return re.split(r",| \|", text[number : text.index("\n", number)], maxsplit=1)[0]


@lru_cache(maxsize=1)
def _related() -> list[list[str]]:
    with open(_RELATED, encoding="utf-8") as file:
        return [line.strip().lower().split(", ") for line in file if line[0] != "#"]


@lru_cache
def terms_of(subject: str) -> tuple[tuple[Term, ...], ...]:
    """Return the concepts of one subject, each as a tuple of terms.

    Args:
        subject: the name of its file, without the extension.
    """
    _, _, lines = _vocabulary().partition(f"\n#{subject}\n")
    return tuple(map(_terms, lines.partition("\n#")[0].splitlines()))


def words() -> list[str]:
    """Return all words of the vocabulary, folded, without duplicates."""
    return list(dict.fromkeys(word for word in _WORD.findall(_vocabulary()) if word.isalpha()))


def _terms(line: str) -> tuple[Term, ...]:
    if "|" in line:
        parts = zip(COLUMNS, line.split("|"), strict=False)
        return tuple(
            Term(term.strip(), code) for code, part in parts for term in part.split(",") if term.strip()
        )
    _, _, names = line.rpartition(":")  # after the code of a country
    return tuple(Term(term.strip(), "") for term in names.replace(";", ",").split(",") if term.strip())


def _term_at(text: str, line: int, place: int) -> tuple[Term, int]:
    """Return the term at a position of a line that starts at `line`, and the start of the term."""
    start = max(text.rfind(end, line, place) for end in _ENDS) + 1 or line
    while text[start] == " ":
        start += 1
    end = _END.search(text, place)
    assert end is not None  # the text ends with a line break
    column = text.count("|", line, start)
    several = not column and "|" not in text[end.start() : text.index("\n", place)]
    return Term(
        text[start : end.start()].strip(), "" if several else COLUMNS[min(column, len(COLUMNS) - 1)]
    ), start


@lru_cache(maxsize=1)
def _vocabulary() -> str:
    """Return all concepts as one text with one concept per line, and a line with the name before each subject."""
    with open(_FILE, encoding="utf-8") as file:
        return file.read()
