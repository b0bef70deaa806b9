"""From knowledge files to the index: names resolved, amounts computed, answers made ready to print."""

from __future__ import annotations

import json
import sqlite3
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from tajikcli.dates import days
from tajikcli.figures import phrase
from tajikcli.index.schema import SCHEMA
from tajikcli.model import answers
from tajikcli.model.knowledge import ZEROS
from tajikcli.reader.archive import read_record
from tajikcli.text import fold_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.model.knowledge import FigureEntry, KnowledgeFile, StatementEntry
    from tajikcli.paths import KnowledgePath

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def compile_record(files: Sequence[KnowledgePath]) -> sqlite3.Connection:
    """Return an index in memory of the record that `files` make up.

    Args:
        files: the knowledge files, in the record's order.

    Raises:
        InputError: a file can't be read.
        UnsoundRecordError: a file is not sound; nothing is answered from the others alone.
    """
    contents = read_record(files)
    connection = sqlite3.connect(":memory:")
    connection.executescript(SCHEMA)
    seq = 0
    for content in contents:
        _definitions(connection, content)
        for statement in content.statements:
            seq += 1
            _statement(connection, content, statement, seq)
    return connection


def _definitions(connection: sqlite3.Connection, content: KnowledgeFile) -> None:
    meeting = content.meeting
    connection.execute(
        "INSERT INTO meeting VALUES (?, ?, ?, ?)", (meeting.id, meeting.title, meeting.date, meeting.place)
    )
    _name(connection, "meeting", meeting.id, [meeting.title])
    for slug, source in content.sources.items():
        connection.execute(
            "INSERT OR IGNORE INTO source VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                slug,
                source.title,
                source.publisher,
                source.published,
                source.url,
                source.language,
                source.digest,
            ),
        )
        # `asia-plus-2024-12-25` is also known as `asia-plus`, where only one source is.
        short = slug.removesuffix(f"-{source.published}") if source.published else slug
        _name(
            connection, "source", slug, [source.publisher, short, *([source.title] if source.title else [])]
        )
    for slug, speaker in content.speakers.items():
        aliases = _merged(connection, "speaker", slug, speaker.aliases)
        connection.execute(
            "INSERT INTO speaker VALUES (?, ?, ?, ?) ON CONFLICT (slug) DO UPDATE"
            " SET role = coalesce(role, excluded.role), aliases = excluded.aliases",
            (slug, speaker.name, speaker.role, aliases),
        )
        _name(connection, "speaker", slug, [speaker.name, *speaker.aliases])
    for slug, relay in content.relays.items():
        _named(connection, "relay", slug, relay.name, relay.aliases)
    for slug, topic in content.topics.items():
        _named(connection, "topic", slug, topic.label, topic.aliases)
    for slug, measure in content.measures.items():
        _named(connection, "measure", slug, measure.label, measure.aliases)


def _named(connection: sqlite3.Connection, kind: str, slug: str, name: str, aliases: Sequence[str]) -> None:
    """Add a relay, a topic or a measure; one known from an earlier file keeps its place."""
    connection.execute(
        f"INSERT INTO {kind} VALUES (?, ?, ?) ON CONFLICT (slug) DO UPDATE SET aliases = excluded.aliases",  # noqa: S608 - a fixed name
        (slug, name, _merged(connection, kind, slug, aliases)),
    )
    _name(connection, kind, slug, [name, *aliases])


def _merged(connection: sqlite3.Connection, kind: str, slug: str, aliases: Sequence[str]) -> str:
    """Return as JSON the aliases known so far and these: in an archive, aliases add up."""
    row = connection.execute(f"SELECT aliases FROM {kind} WHERE slug = ?", (slug,)).fetchone()  # noqa: S608 - a fixed name
    known = json.loads(row[0]) if row else []
    return json.dumps([*known, *(alias for alias in aliases if alias not in known)], ensure_ascii=False)


def _name(connection: sqlite3.Connection, kind: str, slug: str, names: Sequence[str]) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO alias VALUES (?, ?, ?, ?)",
        [(kind, fold_name(name), slug, name) for name in (slug, *names)],
    )


def _statement(
    connection: sqlite3.Connection, content: KnowledgeFile, entry: StatementEntry, seq: int
) -> None:
    meeting = content.meeting.id
    answer = _answer(content, entry)
    first_day, last_day = days(entry.said or content.meeting.date)
    connection.execute(
        "INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            seq,
            entry.id,
            meeting,
            entry.kind,
            entry.speaker,
            answer.source,
            content.sources[answer.source].language,
            first_day,
            last_day,
            _ENCODER.encode(answer).decode(),
        ),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO statement_topic VALUES (?, ?)", [(topic, seq) for topic in entry.topics]
    )
    connection.executemany(
        "INSERT OR IGNORE INTO statement_via VALUES (?, ?)", [(relay, seq) for relay in entry.via]
    )
    connection.executemany(
        "INSERT INTO figure VALUES (?, ?, ?)",
        [(seq, number, _figure_row(answer, figure)) for number, figure in enumerate(answer.figures)],
    )
    for link in entry.links:
        to_meeting, _, to_id = link.to.rpartition("/")
        connection.execute(
            "INSERT INTO link VALUES (?, ?, ?, ?, ?)",
            (meeting, entry.id, link.relation, to_meeting or meeting, to_id),
        )


def _answer(content: KnowledgeFile, entry: StatementEntry) -> answers.Statement:
    return answers.Statement(
        id=entry.id,
        meeting=content.meeting.id,
        kind=entry.kind,
        text=entry.text,
        speaker=entry.speaker,
        speaker_name=content.speakers[entry.speaker].name if entry.speaker else None,
        via=tuple(entry.via),
        source=content.source_of(entry),
        said=entry.said,
        when=entry.when,
        hedges=tuple(entry.hedges),
        topics=tuple(entry.topics),
        figures=tuple(_figure(content, figure) for figure in entry.figures),
        evidence=tuple(answers.Evidence(evidence.exact) for evidence in entry.evidence),
        links=tuple(answers.Link(to=link.to, relation=link.relation) for link in entry.links),
    )


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
    """Return the plain amount that a number and its scale stand for, without trailing zeros."""
    if number is None:
        return None
    sign, digits, exponent = Decimal(number).as_tuple()
    assert isinstance(exponent, int)
    # Scaled by its exponent, so that no arithmetic context can round it.
    text = f"{Decimal((sign, digits, exponent + ZEROS[scale])):f}"
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def _figure_row(answer: answers.Statement, figure: answers.Figure) -> str:
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
    return _ENCODER.encode(row).decode()
