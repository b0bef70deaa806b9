"""The vocabulary of diplomatic news: words with the same meaning, in each language that has a column.

`vocabulary/` has a file for each subject, with a concept in each line: its words in English, Russian and
Tajik, with `|` between
languages and commas between words. Countries, months, weekdays, scales and currencies are also concepts; they
come from separate files. `make vocabulary` folds everything into `concepts.txt`, because folding takes longer
than a whole search, and lists where each word is in `concept_words.txt`. Both are searched in place: a question
reads only the lines with its words.
"""

from __future__ import annotations

import mmap
import os
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

COLUMNS = ("en", "ru", "tg")  # the columns of the files, in order
_FOLDER = os.path.dirname(os.path.abspath(__file__))
_FILE = os.path.join(_FOLDER, "concepts.txt")
_WORDS = os.path.join(_FOLDER, "concept_words.txt")
_RELATED = os.path.join(_FOLDER, "related.txt")
_ENDS = (b"|", b",", b";", b":")  # the characters that end a term
_END = re.compile(rb"[|,;:\n]")
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
    for word, places in _places(beginning):
        if wanted(word):
            for place in places:
                term, start = _term_at(place)
                yield Meaning(word, term, start, _vocabulary().rfind(b"\n", 0, place) + 1)


def _places(beginning: str) -> Iterator[tuple[str, list[int]]]:
    """Yield the words of the vocabulary with a given beginning, in order, and their positions in `concepts.txt`."""
    lines, wanted = _word_list(), beginning.encode()
    low, high = 0, len(lines)
    while low < high:  # `low` is the start of a line, and the words before it come before the beginning
        line = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = lines.find(b"\n", line) + 1
        if lines[line : line + len(wanted)] < wanted:
            low = end
        else:
            high = line
    while lines[low : low + len(wanted)] == wanted:
        end = lines.find(b"\n", low)
        word, *places = lines[low:end].decode().split(" ")
        yield word, list(map(int, places))
        low = end + 1


def concept(number: int) -> tuple[Term, ...]:
    """Return all terms of a concept.

    Args:
        number: the number in a `Meaning`.
    """
    return _terms(_line(number))


def related_to(number: int) -> list[int]:
    """Return the numbers of the concepts that are related to a concept.

    Args:
        number: its number in a `Meaning`.
    """
    own = _head(_line(number))
    found: dict[str, None] = {}
    for first, *others in _related():
        if first == own:
            found.update(dict.fromkeys(others))
        elif own in others:
            found[first] = None
    return [start for head in found if (start := _begun_by(head))]


def _begun_by(head: str) -> int:
    """Return the number of the concept with a given first term; 0 if there is none."""
    match = _WORD.search(head)
    assert match is not None
    for word, places in _places(match[0]):
        for place in places if word == match[0] else ():
            start = place - len(head[: match.start()].encode())
            if _vocabulary()[start - 1 : start] == b"\n" and _head(_line(start)) == head:
                return start
    return 0


def _line(number: int) -> str:
    """Return the line that starts at a position."""
    text = _vocabulary()
    return text[number : text.find(b"\n", number)].decode()


def _head(line: str) -> str:
    """Return the first term of a concept."""
    return re.split(r",| \|", line, maxsplit=1)[0]


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
    text, name = _vocabulary(), f"\n#{subject}\n".encode()
    start = text.find(name) + len(name)
    return tuple(map(_terms, text[start : text.find(b"\n#", start)].decode().splitlines()))


def words() -> list[str]:
    """Return all words of the vocabulary, folded, without duplicates."""
    lines = _word_list()[:].decode().splitlines()
    return [word for word in (line.partition(" ")[0] for line in lines) if word.isalpha()]


def _terms(line: str) -> tuple[Term, ...]:
    if "|" in line:
        parts = zip(COLUMNS, line.split("|"), strict=False)
        return tuple(
            Term(term.strip(), code) for code, part in parts for term in part.split(",") if term.strip()
        )
    _, _, names = line.rpartition(":")  # after the code of a country
    return tuple(Term(term.strip(), "") for term in names.replace(";", ",").split(",") if term.strip())


def _term_at(place: int) -> tuple[Term, int]:
    """Return the term at a position of `concepts.txt`, and the start of the word at this position in the term."""
    text = _vocabulary()
    line = text.rfind(b"\n", 0, place) + 1
    start = max(text.rfind(end, line, place) for end in _ENDS) + 1 or line
    while text[start : start + 1] == b" ":
        start += 1
    end = _END.search(text, place)
    assert end is not None  # the text ends with a line break
    column = text[line:start].count(b"|")
    several = not column and b"|" not in text[end.start() : text.find(b"\n", place)]
    term = Term(
        text[start : end.start()].decode().strip(),
        "" if several else COLUMNS[min(column, len(COLUMNS) - 1)],
    )
    return term, len(text[start:place].decode())


@lru_cache(maxsize=1)
def _vocabulary() -> mmap.mmap:
    """Return all concepts as one text with one concept per line, and a line with the name before each subject."""
    return _mapped(_FILE)


@lru_cache(maxsize=1)
def _word_list() -> mmap.mmap:
    """Return the words of all concepts, sorted, each in a line with its positions in `concepts.txt`."""
    return _mapped(_WORDS)


def _mapped(path: str) -> mmap.mmap:
    with open(path, "rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
