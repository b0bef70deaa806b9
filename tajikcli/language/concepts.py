"""What readers may call things: the vocabulary of diplomatic news, in every language that has a column in it.

`vocabulary/` has a file for each subject, a concept a line: its words in English, in Russian and in Tajik, a `|` between
languages, commas between words. Countries, months, weekdays, scales and currencies are concepts too; they come from the
files that list them. `make vocabulary` folds all of it into `concepts.txt`, which is read when search or `lint` first ask:
folding takes longer than all that a search does.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

COLUMNS = ("en", "ru", "tg")  # of the files, in order
_FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "concepts.txt")
_ENDS = "|,;:"  # what a term ends at
_END = re.compile(r"[|,;:\n]")
_WORD = re.compile(r"[^\W\d_]+|[0-9]+")


class Term(NamedTuple):
    """A word, or several, for a concept.

    Attributes:
        text: the words, folded.
        language: the code of their language; empty where a list is of several.
    """

    text: str
    language: str


class Meaning(NamedTuple):
    """A word of a term that was found.

    Attributes:
        word: the word.
        term: the term that it stands in.
        start: where it stands there.
        concept: the number of the concept that the term stands for.
    """

    word: str
    term: Term
    start: int
    concept: int


def meanings(beginning: str, wanted: Callable[[str], bool]) -> Iterator[Meaning]:
    """Yield where words stand that begin so.

    Args:
        beginning: the first letters of a word, folded.
        wanted: tells whether a word that begins so is one that is looked for.
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
        number: as a `Meaning` has it.
    """
    text = _vocabulary()
    return _terms(text[number : text.index("\n", number)])


@lru_cache
def terms_of(subject: str) -> tuple[tuple[Term, ...], ...]:
    """Return the concepts of one subject, a tuple of terms for each.

    Args:
        subject: the name of its file, without its ending.
    """
    _, _, lines = _vocabulary().partition(f"\n#{subject}\n")
    return tuple(map(_terms, lines.partition("\n#")[0].splitlines()))


def words() -> list[str]:
    """Return all words of the vocabulary, folded, each once."""
    return list(dict.fromkeys(word for word in _WORD.findall(_vocabulary()) if word.isalpha()))


def _terms(line: str) -> tuple[Term, ...]:
    if "|" in line:
        parts = zip(COLUMNS, line.split("|"), strict=False)
        return tuple(
            Term(term.strip(), code) for code, part in parts for term in part.split(",") if term.strip()
        )
    _, _, names = line.rpartition(":")  # behind the code of a country
    return tuple(Term(term.strip(), "") for term in names.replace(";", ",").split(",") if term.strip())


def _term_at(text: str, line: int, place: int) -> tuple[Term, int]:
    """Return the term that stands at a place of a line, which starts at `line`, and where it starts."""
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
    """Return all concepts as one text, a line each, those of a subject behind a line with its name."""
    with open(_FILE, encoding="utf-8") as file:
        return file.read()
