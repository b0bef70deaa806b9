"""The vocabulary as search looks it up: by the first letters of a word, and by the number of a concept.

`make vocabulary` writes two files from `concepts.txt`, with everything that would have to be computed for each question:

- `terms.txt` has a line for each word, in order. After the word follow the terms in which it may begin the meaning, with a tab
  before each: the number of the concept, the language, the position of the word in the term, and the words of the term. The last
  two are left out of a term that consists of the word.
- `concept_terms.txt` has a line for each concept: its first term and, with a tab before each, columns of the terms by which it is
  found in a record, separated by commas; a term by which it is not found leaves its place empty. The words are not stemmed, because
  another release of the stemmer may give other stems.

A concept's number is the position of its line in `concept_terms.txt`.
"""

from __future__ import annotations

import mmap
import os
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOLDER = os.path.dirname(os.path.abspath(__file__))
COLUMNS = ("en", "ru", "tg")  # the columns of the vocabulary's files, in order
ANY = "-"  # the language of a term whose list has several languages


def begun_by(beginning: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the words with a given beginning, each with its terms.

    Args:
        beginning: the first letters of a word, folded.

    Yields:
        The word, and the terms in the form of `terms.txt`; `term` reads one.
    """
    content, sought = _content("terms.txt"), beginning.encode()
    low, high = 0, len(content)
    while low < high:  # both are the starts of lines
        start = content.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = content.find(b"\n", start) + 1
        if content[start:end] < sought:
            low = end
        else:
            high = start
    while content[low : low + len(sought)] == sought:
        end = content.find(b"\n", low)
        word, *terms = content[low:end].decode().split("\t")
        yield word, terms
        low = end + 1


def term(text: str, word: str) -> tuple[int, str, int, tuple[str, ...]]:
    """Return the number of a term's concept, its language, the position of a word in it, and all its words.

    Args:
        text: the term in the form of `terms.txt`.
        word: the word of its line.
    """
    number, language, *rest = text.split(" ")
    return int(number), language, int(rest[0]) if rest else 0, tuple(rest[1:]) or (word,)


def has_term(word: str, language: str) -> bool:
    """Return whether a folded word is a term of a language, by its code."""
    return any(
        found == word and any(term(text, found)[1:] == (language, 0, (found,)) for text in texts)
        for found, texts in begun_by(word)
    )


@lru_cache(maxsize=1_000)
def words_of(number: int) -> list[list[str]]:
    """Return the terms by which a concept is found in a record, in a list for each of `COLUMNS`.

    Args:
        number: the number of the concept.

    Returns:
        The words of each term, separated by spaces, at the position of the term among those of its language; empty where there is none.
    """
    return [terms.split(",") for terms in _line(number)[1:]]


def related_to(number: int) -> list[int]:
    """Return the numbers of the concepts that are related to a concept."""
    own = _line(number)[0]
    found: dict[str, None] = {}
    for first, *others in _related():
        if first == own:
            found.update(dict.fromkeys(others))
        elif own in others:
            found[first] = None
    content = _content("concept_terms.txt")
    starts = (content.find(f"\n{head}\t".encode()) + 1 for head in found)
    return [start for start in starts if start]


def _line(number: int) -> list[str]:
    content = _content("concept_terms.txt")
    return content[number : content.find(b"\n", number)].decode().split("\t")


@lru_cache(maxsize=1)
def _related() -> list[list[str]]:
    lines = _content("related.txt")[:].decode().splitlines()
    return [line.strip().lower().split(", ") for line in lines if line[0] != "#"]


@lru_cache
def _content(name: str) -> mmap.mmap:
    # A question needs a few pages of a file with hundreds.
    with open(os.path.join(_FOLDER, name), "rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
