"""Find quotes with exactly the words of a question: those in its quotation marks, or a run of them."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from tajikcli.repository.query import conditions
from tajikcli.repository.question import RUN
from tajikcli.words import folded, stems

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence

    from tajikcli.repository.query import Query
    from tajikcli.repository.question import Question

_MARKS = (  # the opening and closing marks of a quotation
    ('"', '"'),
    ("\u201c", "\u201d"),
    ("\u00ab", "\u00bb"),
    ("\u201e", "\u201c"),
    ("\u201e", "\u201d"),
)
_RARE = 50  # the maximum number of statements with a rare word
_MOST = 100  # the maximum number of words of a question, and of quotes, to examine


def exact_quotes(connection: sqlite3.Connection, text: str, question: Question, query: Query) -> list[int]:
    """Return the numbers of the quotes with the longest run of a question's words.

    Args:
        connection: a connection to the index.
        text: the question.
        question: the parsed question.
        query: additional filters.

    Returns:
        Their numbers in the index, in the order of the record; empty if no quote has all words between quotation marks, or
        four of the question's words in a row.
    """
    marked = [words for words in map(folded, _between_marks(text)) if len(words) > 1]
    whole = folded(text)[:_MOST]
    if not marked and len(whole) < RUN:
        return []
    phrases = _phrases([*marked, whole], question.languages, question.frequencies)
    if not phrases:
        return []
    tables, where, values = conditions(query)
    rows = connection.execute(
        "SELECT search.rowid, json_extract(json, '$.text') FROM search JOIN answer ON answer.seq = search.rowid"
        f" WHERE search MATCH ? AND search.rowid IN (SELECT seq FROM {tables} WHERE kind = 'quote' AND ({where}))"
        f" ORDER BY rank LIMIT {_MOST}",
        [f"text : ({' OR '.join(phrases)})", *values],
    ).fetchall()
    runs = {seq: _longest(folded(quote), marked, whole) for seq, quote in rows}
    longest = max(runs.values(), default=0)
    return sorted(seq for seq, run in runs.items() if run == longest and longest)


def _between_marks(text: str) -> Iterator[str]:
    for opening, closing in _MARKS:
        start = text.find(opening)
        while start >= 0:
            end = text.find(closing, start + 1)
            if end < 0:
                break
            yield text[start + 1 : end]
            start = text.find(opening, end + 1)


def _phrases(
    runs: Sequence[Sequence[str]], languages: Sequence[str], frequencies: Mapping[str, int]
) -> list[str]:
    """Return pairs of neighbouring stems, and stems that are rare enough to examine all quotes with them, as FTS5 phrases."""
    found: dict[str, None] = {}
    for words in runs:
        for language in ("", *languages):
            telling = [stem for word in words for stem in stems(word, [language] if language else [])[-1:]]
            found |= dict.fromkeys(f'"{one} {other}"' for one, other in itertools.pairwise(telling))
            # A run may have only one significant word: `in the way of`.
            found |= dict.fromkeys(f'"{one}"' for one in telling if 0 < frequencies.get(one, 0) <= _RARE)
    return list(found)


def _longest(quote: Sequence[str], marked: Sequence[Sequence[str]], whole: Sequence[str]) -> int:
    """Return the length of the longest run of a question's words in a quote; 0 if a part between marks is missing."""
    if marked:
        said = f" {' '.join(quote)} "
        return max((len(words) for words in marked if f" {' '.join(words)} " in said), default=0)
    longest = 0
    before: dict[int, int] = {}
    places: dict[str, list[int]] = {}
    for place, word in enumerate(quote):
        places.setdefault(word, []).append(place)
    for word in whole:
        here = {place: before.get(place - 1, 0) + 1 for place in places.get(word, ())}
        longest = max(longest, *here.values(), 0) if here else longest
        before = here
    return longest if longest >= RUN else 0
