"""What the words of a question name on record: topics, measures, speakers, relays, publishers, meetings."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tajikcli.meanings import WHOLE

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence

AT_ONCE = 500  # terms that SQLite is asked for at once
SPEAKER = "s:"  # what the tokens of speakers begin with
SURE = 0.7  # how well what a word names fits at least, for a statement to have the word by it
_LOOSELY = 0.8  # what a name is worth that only another word for the same is
_MOST_NAMED = 50  # things that one word names and is matched by


def names_of(connection: sqlite3.Connection, token: str) -> list[str]:
    """Return the stems of a speaker's names of a single word.

    Args:
        connection: to the index.
        token: what stands for the speaker in it.
    """
    rows = connection.execute("SELECT DISTINCT phrase FROM name_word WHERE token = ? AND size = 1", (token,))
    return [name for (name,) in rows]


def offices(
    connection: sqlite3.Connection, stems: Sequence[str], numbers: Sequence[int]
) -> Iterator[tuple[int, int, str]]:
    """Yield where a question calls a speaker by several words: the place of the first, how many, and the speaker's token.

    Args:
        connection: to the index.
        stems: those of its words that carry weight, one for each.
        numbers: which words of the question they are.
    """
    rows = connection.execute(
        "SELECT DISTINCT phrase, token, size FROM name_word WHERE size > 1 AND token GLOB 's:*'"
        f" AND stem IN ({', '.join('?' * len(stems))})",
        stems,
    ).fetchall()
    for phrase, token, size in rows:
        for start in range(len(stems) - size + 1):
            beside = numbers[start + size - 1] - numbers[start] <= size
            if beside and " ".join(sorted(stems[start : start + size])) == phrase:
                yield start, size, token


def tokens_named(
    connection: sqlite3.Connection, groups: Sequence[Mapping[str, float]], own: frozenset[str]
) -> list[dict[str, float]]:
    """Return the tokens of what each word of a question names, and how well.

    Args:
        connection: to the index.
        groups: for each word what it matches by, and how well.
        own: the stems of the words themselves and their kin. A name of several words counts when all of it is among them, or
            when it is a term that several words of the question stand for.
    """
    said: dict[str, dict[int, float]] = {}
    terms: dict[str, dict[int, float]] = {}
    for place, group in enumerate(groups):
        for form, fit in group.items():
            if " " not in form:
                places = said.setdefault(form, {})
                places[place] = max(
                    fit if form in own or fit >= WHOLE else fit * _LOOSELY, places.get(place, 0.0)
                )
            elif fit >= WHOLE:
                terms.setdefault(form, {})[place] = fit
    found: list[dict[str, float]] = [{} for _ in groups]
    for token, places in (*_by_words(connection, said, own), *_by_terms(connection, terms)):
        for place, fit in places.items():
            tokens = found[place]
            if token in tokens or len(tokens) < _MOST_NAMED:
                tokens[token] = max(fit, tokens.get(token, 0.0))
    return found


def _by_words(
    connection: sqlite3.Connection, said: Mapping[str, dict[int, float]], own: frozenset[str]
) -> list[tuple[str, dict[int, float]]]:
    """Return what single words name, each with the places of the word that names it."""
    rows: list[tuple[str, str, str, int]] = []
    words = sorted(said)
    for start in range(0, len(words), AT_ONCE):
        some = words[start : start + AT_ONCE]
        rows += connection.execute(
            f"SELECT stem, phrase, token, size FROM name_word WHERE stem IN ({', '.join('?' * len(some))})",
            some,
        )
    # Of people see `offices`: words of a name that stand apart from each other are of two people more often than of one.
    rows = [row for row in rows if row[3] == 1 or not row[2].startswith(SPEAKER)]
    there = Counter((phrase, token) for word, phrase, token, _ in rows if word in own)
    return [(token, said[word]) for word, phrase, token, size in rows if size in {1, there[phrase, token]}]


def _by_terms(
    connection: sqlite3.Connection, terms: Mapping[str, dict[int, float]]
) -> Iterator[tuple[str, dict[int, float]]]:
    """Yield what terms of several words name."""
    for form, places in terms.items():
        phrase = " ".join(sorted(set(form.split())))  # as the table has the words of a name
        rows = connection.execute(
            "SELECT token FROM name_word WHERE stem = ? AND phrase = ?", (phrase.partition(" ")[0], phrase)
        )
        for (token,) in rows.fetchall():
            yield token, places
