"""Find the things on record that a question names: topics, measures, speakers, relays, publishers, meetings."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING

from tajikcli.meanings import WHOLE
from tajikcli.text import fold_letters
from tajikcli.words import STOP, stems

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

AT_ONCE = 500  # the number of terms in one query of SQLite
SPEAKER = "s:"  # the beginning of the tokens of speakers
SURE = 0.75  # the minimum weight of a named thing for its statements to count as having the word
_LOOSELY = 0.8  # the weight of a name that matches only a synonym of the word
# the minimum weights of the translation of an office, and of a synonym
_TRANSLATED, _IN_OFFICE = 0.74, 0.6
_MOST_NAMED = 50  # the maximum number of things that a word may name
_SHORTEST_STEM = 4  # the minimum number of letters of the stem of a name that may be mistyped


def names_of(connection: sqlite3.Connection, token: str) -> list[str]:
    """Return the stems of a speaker's one-word names.

    Args:
        connection: a connection to the index.
        token: the speaker's token in the index.
    """
    rows = connection.execute("SELECT DISTINCT phrase FROM name_word WHERE token = ? AND size = 1", (token,))
    return [name for (name,) in rows]


def offices(
    connection: sqlite3.Connection, stems: Sequence[str], numbers: Sequence[int]
) -> Iterator[tuple[int, int, str]]:
    """Yield names of several words for speakers: the position of the first word, the number of words, and the speaker's token.

    Args:
        connection: a connection to the index.
        stems: the stem of each significant word of the question.
        numbers: the positions of these words in the question.
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


def holders(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the tokens of speakers by the stems of their offices (`ambassador`), if only one speaker has the office.

    Args:
        connection: a connection to the index.
    """
    rows = connection.execute(
        "SELECT slug, json_extract(detail, '$.role') FROM entity WHERE kind = 'speaker' LIMIT ?", (AT_ONCE,)
    ).fetchall()
    found: dict[str, list[str]] = {}
    for slug, role in rows:
        office = " ".join(stems(_office(role or "")))
        if office:
            found.setdefault(office, []).append(f"{SPEAKER}{slug}")
    return {office: tokens[0] for office, tokens in found.items() if len(tokens) == 1}


def _office(role: str) -> str:
    """Return the words of an office before the first word that says little: `prime minister` for `Prime Minister of Iraq`."""
    return " ".join(takewhile(lambda word: word not in STOP, fold_letters(role).split()))


def tokens_named(
    connection: sqlite3.Connection,
    groups: Sequence[Mapping[str, float]],
    own: frozenset[str],
    on_record: Callable[[Iterable[str]], set[str]],
) -> list[dict[str, float]]:
    """Return the tokens of the things that each word of a question names, with their weights.

    Args:
        connection: a connection to the index.
        groups: for each word, the forms by which it matches, with their weights.
        own: the stems of the words themselves and related stems. A name of several words counts if all of its
            words are among them, or if it is a term that several words of the question stand for.
        on_record: returns those of some stems that statements or names have.
    """
    said: dict[str, dict[int, float]] = {}
    terms: dict[str, dict[int, float]] = {}
    there = on_record(form for group in groups for form in group)
    for place, group in enumerate(groups):
        for form, fit in group.items():
            if form in there:
                places = said.setdefault(form, {})
                places[place] = max(fit if form in own else fit * _LOOSELY, places.get(place, 0.0))
            elif fit >= WHOLE and " " in form:
                terms.setdefault(form, {})[place] = fit
    found: list[dict[str, float]] = [{} for _ in groups]
    for token, places in (*_by_words(connection, said, own), *_by_terms(connection, terms)):
        for place, fit in places.items():
            tokens = found[place]
            if token in tokens or len(tokens) < _MOST_NAMED:
                tokens[token] = max(fit, tokens.get(token, 0.0))
    in_office = holders(connection)
    for tokens, group in zip(found, groups, strict=True):
        for office in in_office.keys() & group.keys():
            fit = group[office]
            if fit >= _IN_OFFICE:
                # the word itself, or its translation; a synonym may mean another office
                surely = fit == 1 or (fit >= _TRANSLATED and not any(map(str.isascii, group.keys() & own)))
                tokens[in_office[office]] = 1.0 if surely else fit * _LOOSELY
    return found


def _by_words(
    connection: sqlite3.Connection, said: Mapping[str, dict[int, float]], own: frozenset[str]
) -> list[tuple[str, dict[int, float]]]:
    """Return the things that single words name, each with the positions of the words that name it."""
    # As one value, as in `Counts`.
    wanted = '","'.join(sorted(said))
    rows = connection.execute(
        "SELECT stem, phrase, token, size FROM json_each(?) CROSS JOIN name_word ON stem = value",
        (f'["{wanted}"]',),
    ).fetchall()
    # `offices` finds people, because parts of a name that are not adjacent belong to two people more often
    # than to one.
    rows = [row for row in rows if row[3] == 1 or not row[2].startswith(SPEAKER)]
    there = Counter((phrase, token) for word, phrase, token, _ in rows if word in own)
    return [(token, said[word]) for word, phrase, token, size in rows if size in {1, there[phrase, token]}]


def _by_terms(
    connection: sqlite3.Connection, terms: Mapping[str, dict[int, float]]
) -> Iterator[tuple[str, dict[int, float]]]:
    """Yield the things that terms of several words name."""
    for form, places in terms.items():
        # in the order in which the table has the words of a name
        phrase = " ".join(sorted(set(form.split())))
        rows = connection.execute(
            "SELECT token FROM name_word WHERE stem = ? AND phrase = ?", (phrase.partition(" ")[0], phrase)
        )
        for (token,) in rows.fetchall():
            yield token, places


def nearly_named(connection: sqlite3.Connection, word: str) -> list[str]:
    """Return the stems of speakers' names that differ from the beginning of a word by one wrong letter, or by two that are swapped.

    Args:
        connection: a connection to the index.
        word: the folded word.
    """
    rows = connection.execute(
        "SELECT DISTINCT stem FROM name_word WHERE stem > :letter AND stem < :letter || char(1114111)"
        " AND length(stem) BETWEEN :least AND :most AND token GLOB 's:*' LIMIT :limit",
        {"letter": word[0], "least": _SHORTEST_STEM, "most": len(word), "limit": AT_ONCE},
    )
    return [name for (name,) in rows if differ_by_a_slip(name, word[: len(name)])]


def differ_by_a_slip(one: str, other: str) -> bool:
    """Return whether two words of the same length differ by one letter, or by two neighbouring letters that are swapped."""
    places = [place for place, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    if len(places) == 2 and places[1] == places[0] + 1:
        return one[places[0]] == other[places[1]] and one[places[1]] == other[places[0]]
    return len(places) == 1
