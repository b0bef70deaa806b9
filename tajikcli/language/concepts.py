"""What readers may call things: the vocabulary of diplomatic news, in every language that has a column in it.

`vocabulary/` has a file for each subject, a concept a line: its words in English, in Russian and in Tajik, a `|` between
languages, commas between words. Countries, months, weekdays, scales and currencies are concepts too; they come from the
files that list them. Only search and `lint` read all this, when they first ask.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import LANGUAGES
from tajikcli.language.months_and_units import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

COLUMNS = ("en", "ru", "tg")  # of the files, in order
_FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "vocabulary")
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
    return tuple(map(_terms, _folded(_read(f"{subject}.txt")).splitlines()))


def words() -> list[str]:
    """Return all words of the vocabulary, folded, each once."""
    return list(dict.fromkeys(word for word in _WORD.findall(_vocabulary()) if word.isalpha()))


def subjects() -> list[str]:
    """Return the names of the subjects that there are files for, in order."""
    return sorted(name.removesuffix(".txt") for name in os.listdir(_FOLDER) if name.endswith(".txt"))


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
    return Term(text[start : end.start()].strip(), "" if several else COLUMNS[min(column, len(COLUMNS) - 1)]), start


@lru_cache(maxsize=1)
def _vocabulary() -> str:
    """Return all concepts as one text, folded, a line each."""
    from tajikcli.language.names_of_countries import NAMES

    files = [_read(f"{subject}.txt") for subject in subjects()]
    return "\n" + _folded("\n".join([*files, NAMES.strip(), *_listed(), ""]))


def _read(name: str) -> str:
    with open(os.path.join(_FOLDER, name), encoding="utf-8") as file:
        return "\n".join(line for line in file.read().splitlines() if line and line[0] != "#")


def _folded(text: str) -> str:
    """Return a text folded as `folding.fold_letters` folds it, which knows what has no accents at all.

    A test holds both to the same: this one takes a tenth of the time.
    """
    text = text.casefold()
    for language in LANGUAGES:
        for letter, other in language.folding.items():
            text = text.replace(letter, other)
    return text


def _listed() -> Iterator[str]:
    """Yield a line for each month, weekday, scale and currency."""
    for number in range(1, 13):
        yield _line(word for months in MONTHS.values() for word, of in months.items() if of == number)
    days = [WEEKDAYS[language.code].split() for language in LANGUAGES]
    own = [set(language.weekdays.split()) for language in LANGUAGES]  # less what is something else too
    for named in zip(*days, strict=True):
        yield _line(day for day, known in zip(named, own, strict=True) if day in known)
    for part in ("scales", "currencies"):
        yield from _by_meaning([getattr(language, part) for language in LANGUAGES])


def _by_meaning(lists: list[Mapping[str, str]]) -> Iterator[str]:
    """Yield a line for each meaning that words of several languages have."""
    meant: dict[str, list[str]] = {}
    for words in lists:
        for word, meaning in words.items():
            meant.setdefault(meaning, [meaning]).append(word)
    yield from map(_line, meant.values())


def _line(words: Iterator[str] | list[str]) -> str:
    return ", ".join(dict.fromkeys(word.removesuffix("*") for word in words))
