"""Compile knowledge files into the index: resolve names, compute amounts, and prepare answers for printing."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from decimal import Decimal
from hashlib import sha256
from operator import itemgetter
from time import time_ns
from typing import TYPE_CHECKING

import msgspec

from tajikcli.dates import days
from tajikcli.errors import UnsoundRecordError
from tajikcli.figures import ZEROS, phrase
from tajikcli.ids import full_id, split_id
from tajikcli.index.schema import BETWEEN, SETTLED_AFTER, STRIDE
from tajikcli.model import answers
from tajikcli.model.relations import CLAIMING
from tajikcli.reader.files import read, read_content, uncollected

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tajikcli.model.knowledge import FigureEntry, KnowledgeFile, StatementEntry
    from tajikcli.paths import FileStamp
    from tajikcli.problems import Problem

_ENCODER = msgspec.json.Encoder(decimal_format="number")
_COLUMNS = {
    "statement": "seq, id, meeting, kind, speaker, source, language, first_day, last_day, phase",
    "merged": "id, meeting, seq",
    "answer": "seq, json, keywords",
    "statement_topic": "topic, seq, speaker, quote",
    "statement_via": "relay, seq",
    "figure": "seq, number, measure, json",
    "link": "seq, number, relation, to_meeting, to_id, abroad",
    "tally": "kind, slug, rank, statements, quotes",
}
# How the values of some columns are bound. The driver binds numbers, texts and byte arrays, and looks for an adapter for everything else, which
# takes as long as the rest of a row; and it would decode a text only for SQLite to encode it again.
_BOUND = {"json": "CAST(? AS TEXT)", "phase": "nullif(?, '')"}
_AT_ONCE = 500  # the number of statements whose rows are gathered before they are written
# The definitions by which statements are counted, each with its table and the condition for a quote.
_TALLIED = {
    "meeting": ("statement", "kind", "quote"),
    "source": ("statement", "kind", "quote"),
    "speaker": ("statement", "kind", "quote"),
    "topic": ("statement_topic", "quote", 1),
}


def is_racy(file: FileStamp, started: int) -> bool:
    """Return whether a file was read so soon after its last change that `stat` might not show a further change.

    Args:
        file: the file, with the result of `stat` from before it was read.
        started: when reading started, in nanoseconds since the epoch.
    """
    return max(file.mtime_ns, file.ctime_ns) > started - SETTLED_AFTER


def read_into(
    connection: sqlite3.Connection,
    files: Sequence[tuple[int, FileStamp]],
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Read files into an index, one at a time.

    Args:
        connection: a connection to the index; nothing is committed.
        files: each file and its rank.
        progress: called before each file with the number of bytes read so far and the total.

    Raises:
        InputError: a file cannot be read.
        UnsoundRecordError: files have errors; the exception has every problem of every file.
    """
    problems: list[Problem] = []
    total, done = sum(file.size for _, file in files), 0
    for rank, file in files:
        if progress is not None:
            progress(done, total)
        done += file.size
        started = time_ns()
        content = read_content(file.path, file.shown)
        try:
            knowledge = read(content, file.shown)
        except UnsoundRecordError as error:
            problems += error.problems
            continue
        digest = sha256(content).digest()
        del content  # the largest object in memory, which is no longer needed
        definitions = _ENCODER.encode(msgspec.structs.replace(knowledge, statements=[])).decode()
        connection.execute(
            "INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (rank, os.fsencode(file.path), *file.status, digest, is_racy(file, started), definitions),
        )
        if not problems:
            with uncollected():
                _statements(connection, knowledge, rank)
    if problems:
        raise UnsoundRecordError(problems)


def _statements(connection: sqlite3.Connection, content: KnowledgeFile, rank: int) -> None:
    """Write the statements of a file, a few at a time and one table at a time."""
    written = _Written(content)
    voices: dict[str, Counter[tuple[object, ...]]] = {kind: Counter() for kind in _TALLIED}
    for start in range(0, len(content.statements), _AT_ONCE):
        rows = written.rows(start, rank * STRIDE)
        for kind, (table, voice, _) in _TALLIED.items():
            columns = _COLUMNS[table].split(", ")
            voices[kind].update(
                map(itemgetter(columns.index(kind), columns.index(voice)), rows.get(table, ()))
            )
        _insert(connection, rows)
    _insert(connection, {"tally": list(_tallied(voices, rank))})


def _insert(connection: sqlite3.Connection, rows: Mapping[str, list[tuple[object, ...]]]) -> None:
    for table, several in rows.items():
        columns = _COLUMNS[table]
        marks = ", ".join(_BOUND.get(column, "?") for column in columns.split(", "))
        connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", several)


class _Written:
    """The rows of a file's statements.

    Args:
        content: the content of the file.
    """

    def __init__(self, content: KnowledgeFile) -> None:
        self._content = content
        self._merged = content.merged()
        self._languages = {slug: source.language for slug, source in content.sources.items()}

    def rows(self, start: int, first: int) -> dict[str, list[tuple[object, ...]]]:
        """Return the rows of some statements, by table.

        Args:
            start: the position of the first of them in the file.
            first: the `seq` of the first statement of the file.
        """
        content = self._content
        meeting = content.meeting.id
        rows: defaultdict[str, list[tuple[object, ...]]] = defaultdict(list)
        stated, answered, by_topic = (
            rows[table].append for table in ("statement", "answer", "statement_topic")
        )
        day = days(content.meeting.date)
        for seq, entry in enumerate(content.statements[start : start + _AT_ONCE], first + start):
            slug, speaker, kind = content.source_of(entry), entry.speaker, entry.kind
            answer = _answer(content, entry, slug, self._merged)
            first_day, last_day = days(entry.said) if entry.said else day
            stated(
                (
                    seq,
                    entry.id,
                    meeting,
                    kind,
                    speaker,
                    slug,
                    self._languages[slug],
                    first_day,
                    last_day,
                    entry.phase or "",
                )
            )
            answered((seq, _json(answer), BETWEEN.join(entry.keywords)))
            quote = int(kind == "quote")  # for a truth value, the driver would look for an adapter
            for topic in entry.topics:
                by_topic((topic, seq, speaker, quote))
            # Most statements have none of these.
            if entry.was:
                rows["merged"] += [(old, meeting, seq) for old in entry.was]
            if entry.via:
                rows["statement_via"] += [(relay, seq) for relay in entry.via]
            if entry.figures:
                rows["figure"] += [
                    (seq, number, figure.measure, _figure_row(answer, figure))
                    for number, figure in enumerate(answer.figures)
                ]
            if entry.links:
                rows["link"] += _links(answer, seq)
        return rows


def _tallied(
    voices: Mapping[str, Mapping[tuple[object, ...], int]], rank: int
) -> Iterator[tuple[object, ...]]:
    """Yield the rows of `tally` for a file.

    Args:
        voices: for each kind of definition, how often a definition and a voice (a kind of statement, or whether it is a quote)
            occur together.
        rank: the rank of the file.
    """
    for kind, counts in voices.items():
        quote = _TALLIED[kind][2]
        totals, quotes = Counter[object](), Counter[object]()
        for (slug, voice), count in counts.items():
            totals[slug] += count
            quotes[slug] += count if voice == quote else 0
        yield from ((kind, slug, rank, total, quotes[slug]) for slug, total in totals.items() if slug)


def _links(answer: answers.Statement, seq: int) -> Iterator[tuple[object, ...]]:
    for number, link in enumerate(answer.links):
        to_meeting, to_id = split_id(link.to)
        abroad = to_meeting not in {"", answer.meeting}
        yield seq, number, link.relation, to_meeting or answer.meeting, to_id, abroad


def _answer(
    content: KnowledgeFile, entry: StatementEntry, source: str, merged: Mapping[str, str]
) -> answers.Statement:
    # These are lists, because a generator costs more here than the items it yields; empty lists are made only
    # if needed.
    links: tuple[answers.Link, ...] = ()
    if entry.links:
        links = tuple(
            [answers.Link(_target(content, link.to, merged), link.relation) for link in entry.links]
        )
    return answers.Statement(
        id=entry.id,
        meeting=content.meeting.id,
        kind=entry.kind,
        text=entry.text,
        speaker=entry.speaker,
        speaker_name=content.speakers[entry.speaker].name if entry.speaker else None,
        via=entry.via,
        source=source,
        said=entry.said,
        when=entry.when,
        hedges=entry.hedges,
        topics=entry.topics,
        figures=tuple([_figure(content, figure) for figure in entry.figures]) if entry.figures else (),
        evidence=tuple([answers.Evidence(evidence.exact) for evidence in entry.evidence])
        if entry.evidence
        else (),
        links=links,
        claim=None if entry.kind == "quote" else _head(links) or entry.id,
        phase=entry.phase,
    )


def _head(links: Sequence[answers.Link]) -> str | None:
    """Return the id of the head of a fact's claim, which the reader has validated."""
    return next((split_id(link.to)[1] for link in links if link.relation in CLAIMING), None)


def _target(content: KnowledgeFile, written: str, merged: Mapping[str, str]) -> str:
    """Return the target of a link, or the statement of this file into which the target was merged."""
    meeting, short = split_id(written)
    if meeting not in {"", content.meeting.id} or short not in merged:
        return written
    return full_id(meeting, merged[short]) if meeting else merged[short]


def _figure(content: KnowledgeFile, entry: FigureEntry) -> answers.Figure:
    return answers.Figure(
        measure=entry.measure,
        measure_label=content.measures[entry.measure].label if entry.measure else None,
        value=entry.value,
        from_=entry.from_,
        to=entry.to,
        change=entry.change,
        direction=entry.direction,
        scale=entry.scale,
        unit=entry.unit,
        approx=entry.approx,
        period=entry.period,
        amount=_amount(entry.value, entry.scale),
        amount_from=_amount(entry.from_, entry.scale),
        amount_to=_amount(entry.to, entry.scale),
        amount_change=_amount(entry.change, entry.scale),
    )


def _amount(number: str | None, scale: str | None) -> Decimal | None:
    """Return a number times its scale as a plain amount, without trailing zeros."""
    if number is None:
        return None
    sign, digits, exponent = Decimal(number).as_tuple()
    assert isinstance(exponent, int)
    # The exponent is scaled, so that no arithmetic context rounds the number.
    text = f"{Decimal((sign, digits, exponent + ZEROS[scale])):f}"
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def _figure_row(answer: answers.Statement, figure: answers.Figure) -> bytearray:
    row = answers.FigureRow(
        **{name: getattr(figure, name) for name in answers.Figure.__struct_fields__},
        statement=answer.id,
        meeting=answer.meeting,
        kind=answer.kind,
        speaker=answer.speaker,
        speaker_name=answer.speaker_name,
        via=answer.via,
        source=answer.source,
        hedges=answer.hedges,
        topics=answer.topics,
        text=answer.text,
        figure=phrase(msgspec.to_builtins(figure)),
    )
    return _json(row)


def _json(answer: msgspec.Struct) -> bytearray:
    return bytearray(_ENCODER.encode(answer))
