"""Add the words of statements to an index, for the commands that find statements by their words: search, check, and cite with --words.

They are a third of the work of an index, so the first of these commands adds them. They are made from the answers in the index,
and no file is read again.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from tajikcli.index.entities import publisher_slug
from tajikcli.index.schema import BETWEEN, STEMS, STRIDE, WORDS, run_all
from tajikcli.model.answers import Statement
from tajikcli.model.knowledge import KnowledgeFile
from tajikcli.reader.files import uncollected
from tajikcli.runs import Runs
from tajikcli.words import ASKED
from tajikcli.written_dates import months, telling, years_in

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tajikcli.model.answers import Figure

_AT_ONCE = 500  # the number of statements after which progress is reported
_IN_MEMORY = 50_000  # the number of statements whose words need 50 MiB


def add_words(
    connection: sqlite3.Connection,
    progress: Callable[[int, int], None],
    schema: str = "main",
    saved: Callable[[], None] | None = None,
) -> None:
    """Add the words of all files to an index that has none; after an error, `has_words` is still false.

    Args:
        connection: a connection to the index.
        progress: called with the number of statements whose words have been added so far and the total.
        schema: where to put them; `temp` if the index cannot be changed, and they are for this connection only.
        saved: called after each transaction; None for a single one. SQLite keeps what a transaction writes in memory.
    """
    begin = "BEGIN IMMEDIATE" if schema == "main" else "BEGIN"
    connection.execute(begin)
    with connection:
        run_all(connection, WORDS.format(schema=schema))
        # SQLite gathers the full-text index in memory before it writes; larger batches need fewer merges.
        connection.execute("INSERT INTO search (search, rank) VALUES ('hashsize', 8388608)")
        (total,) = connection.execute("SELECT count(*) FROM statement").fetchone()
        done = written = 0

        def step() -> None:
            nonlocal done
            if done % _AT_ONCE == 0:
                progress(done, total)
            done += 1

        for (rank,) in connection.execute("SELECT rank FROM file ORDER BY rank").fetchall():
            if saved is not None and done - written >= _IN_MEMORY:
                written = done
                connection.commit()
                saved()
                connection.execute(begin)
            _add(connection, rank, step)
        run_all(connection, STEMS.format(schema=schema))
        connection.execute("INSERT INTO stem SELECT term, doc FROM vocabulary")
        _add_names(connection)


def follow(connection: sqlite3.Connection, gone: Iterable[int], changed: Iterable[int]) -> None:
    """Update the words of an index that has words; nothing is committed.

    Args:
        connection: a connection to the index, whose statements are up to date.
        gone: the ranks of files that have been removed.
        changed: the ranks of files that are new or have changed.
    """
    for rank in (*gone, *changed):
        _count(connection, rank, -1)
        connection.execute("DELETE FROM search WHERE rowid BETWEEN ? AND ?", _range(rank))
        connection.execute("DELETE FROM spelling WHERE rank = ?", (rank,))
    for rank in changed:
        _add(connection, rank)
        _count(connection, rank, 1)
    _add_names(connection)


def _count(connection: sqlite3.Connection, rank: int, sign: int) -> None:
    """Add the statements of a file to the numbers of `stem`, or take them away if the sign is -1.

    Counting the stems of all files again would take as long as the rest of an update.
    """
    rows = connection.execute(
        "SELECT text || ' ' || keywords || ' ' || evidence || ' ' || names FROM search WHERE rowid BETWEEN ? AND ?",
        _range(rank),
    )
    found = Counter(stem for (text,) in rows for stem in set(text.split()))
    connection.executemany(
        "INSERT INTO stem VALUES (?, ?) ON CONFLICT (stem) DO UPDATE SET statements = statements + excluded.statements",
        ((stem, sign * number) for stem, number in found.items()),
    )


def _add_names(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT OR IGNORE INTO stem SELECT DISTINCT stem, 0 FROM name_word")


def _add(connection: sqlite3.Connection, rank: int, step: Callable[[], None] = lambda: None) -> None:
    """Add the words of a file, and call `step` for each statement."""
    runs = Runs(telling())
    with uncollected():
        connection.executemany(
            "INSERT INTO search (rowid, text, keywords, evidence, names) VALUES (?, ?, ?, ?, ?)",
            _rows(connection, rank, runs, step),
        )
    connection.execute("INSERT INTO spelling VALUES (?, ?)", (rank, " ".join(runs.spellings())))


def _range(rank: int) -> tuple[int, int]:
    """Return the first and the last possible `seq` of a file."""
    return rank * STRIDE, (rank + 1) * STRIDE - 1


def _rows(
    connection: sqlite3.Connection, rank: int, runs: Runs, step: Callable[[], None]
) -> Iterator[tuple[object, ...]]:
    """Yield the rows of `search` for a file, and gather its words in `runs`."""
    (definitions,) = connection.execute("SELECT definitions FROM file WHERE rank = ?", (rank,)).fetchone()
    content = msgspec.json.decode(definitions, type=KnowledgeFile)
    meeting = content.meeting
    year = int(meeting.date[:4])
    # The tokens of the meeting and of the publisher, and the language, of each source.
    sources = {
        slug: (f"g:{meeting.id} p:{publisher_slug(source.publisher)}", source.language)
        for slug, source in content.sources.items()
    }
    decode = msgspec.json.Decoder(Statement).decode
    rows = connection.execute(
        "SELECT seq, json, keywords FROM answer WHERE seq BETWEEN ? AND ? ORDER BY seq", _range(rank)
    )
    for seq, answer, joined in rows:
        step()
        one = decode(answer)
        keywords = joined.split(BETWEEN) if joined else ()
        yield seq, *_searched(one, keywords, year, sources[one.source], runs)


def _searched(
    one: Statement, keywords: Sequence[str], year: int, source: tuple[str, str], runs: Runs
) -> tuple[str, str, str, str]:
    """Return the words by which search finds a statement, for each column of `search`.

    Args:
        one: the statement.
        keywords: its keywords.
        year: the year of the meeting.
        source: the tokens of the meeting and of the publisher, and the language, of its source.
        runs: the words of the file so far.
    """
    names, language = source
    tokens = [names]
    if one.speaker:
        tokens.append(f"s:{one.speaker}")
    # Most of these lists are empty, and a comprehension costs a call.
    if one.via:
        tokens += [f"r:{relay}" for relay in one.via]
    if one.topics:
        tokens += [f"t:{topic}" for topic in one.topics]
    about: list[str] = []
    if keywords:
        tokens += [f"q:{ASKED[keyword]}" for keyword in keywords if keyword in ASKED]
        about += keywords
    is_quote = one.kind == "quote"
    if is_quote:
        tokens.append("q:quote")
    if one.phase:
        tokens.append(f"q:{one.phase}")
    if one.figures:
        about += _in_words(one.figures, tokens)
    about += one.hedges
    if one.when:
        about.append(one.when)
    # The words of a source are in its language; the record's words may be in any language.
    text, is_telling = runs.indexed_with_parts(one.text, language if is_quote else "")
    if is_telling:
        about += years_in(one.text, year)
    # Separated by line breaks, because with spaces 19 and 180 would be read as one number.
    evidence = "\n".join([evidence.exact for evidence in one.evidence]) if one.evidence else ""
    return (
        text,
        runs.indexed("\n".join(about)) if about else "",
        runs.indexed(evidence, language) if evidence else "",
        " ".join(tokens),
    )


def _in_words(figures: Sequence[Figure], tokens: list[str]) -> list[str]:
    """Return the numbers, units and months of figures, and add their measures to `tokens`."""
    parts: list[str] = []
    for figure in figures:
        if figure.measure:
            tokens.append(f"m:{figure.measure}")
        numbers = (figure.value, figure.from_, figure.to, figure.change, figure.scale, figure.unit)
        parts += [part.removeprefix("-") for part in numbers if part]
        if figure.period:
            parts.append(months(figure.period))
        if figure.change:
            tokens.append("q:change")
        elif figure.unit not in {"rank", None}:
            tokens.append("q:how-many")
    return parts
