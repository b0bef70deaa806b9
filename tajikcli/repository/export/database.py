"""Write the statements that match a query into a new SQLite database."""

from __future__ import annotations

import json
import os
import sqlite3
from typing import TYPE_CHECKING

from tajikcli.errors import UseError
from tajikcli.figures import phrase
from tajikcli.ids import full_id
from tajikcli.proof.addresses import at_words, fragment
from tajikcli.proof.citation import Citation
from tajikcli.repository.export.metadata import is_our_metadata, metadata_of
from tajikcli.repository.export.tables import APPLICATION, INDEXES, SEARCH, TABLES, VIEWS
from tajikcli.repository.export.whole import written_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tajikcli.model import rows as model
    from tajikcli.repository.query import Query
    from tajikcli.repository.rows import Rows

    Values = Iterable[object]

_INSERT = {
    table.name: f"INSERT INTO {table.name} VALUES ({', '.join('?' * len(table.columns))})" for table in TABLES
}
# An export of a part of the record omits definitions that no statement refers to.
_REFERRED = {
    "meetings": ("id", "SELECT meeting FROM statements"),
    "sources": ("slug", "SELECT source FROM statements"),
    "speakers": ("slug", "SELECT speaker FROM statements WHERE speaker NOTNULL"),
    "relays": ("slug", "SELECT relay FROM statement_relays"),
    "topics": ("slug", "SELECT topic FROM statement_topics"),
    "measures": ("slug", "SELECT measure FROM figures WHERE measure NOTNULL"),
}


def export_sqlite(rows: Rows, query: Query, path: str, metadata: str | None = None) -> int:
    """Write the statements that match a query, with everything on record about them, into a database.

    Args:
        rows: the record.
        query: selects the statements.
        path: the path of the database, as the user named it; a database that tajik has written is replaced.
        metadata: the path of a file for Datasette's metadata.

    Returns:
        The number of statements.

    Raises:
        UseError: a file with this name exists that tajik has not written.
        OutputError: a file cannot be written; in this case, both files are unchanged.
    """
    if metadata is not None and os.path.realpath(metadata) == os.path.realpath(path):
        raise UseError("OUT and --metadata name the same file")
    with written_whole(path, _is_our_database) as aside:
        connection = sqlite3.connect(aside, isolation_level=None)
        try:
            # No other program sees the file before it is complete and on the disk.
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute("BEGIN")
            count = _fill(connection, rows, query)
            connection.execute("COMMIT")
            connection.execute("ANALYZE")
            titles = [title for (title,) in connection.execute("SELECT title FROM meetings")]
        finally:
            connection.close()
        if metadata is not None:
            name = os.path.splitext(os.path.basename(path))[0]
            with (
                written_whole(metadata, is_our_metadata) as beside,
                open(beside, "w", encoding="utf-8") as file,
            ):
                json.dump(metadata_of(name, titles), file, ensure_ascii=False, indent=2)
                file.write("\n")
                file.flush()
                os.fsync(file.fileno())
    return count


def _is_our_database(path: str) -> bool:
    """Return whether a file is a database that tajik exported and that no program is writing to."""
    with open(path, "rb") as file:
        head = file.read(72)
    is_ours = head.startswith(b"SQLite format 3\0") and int.from_bytes(head[68:72]) == APPLICATION
    # SQLite would apply the content of these files to the new database.
    return is_ours and not any(os.path.exists(f"{path}-{tail}") for tail in ("wal", "journal"))


def _fill(connection: sqlite3.Connection, rows: Rows, query: Query) -> int:
    for table in TABLES:
        connection.execute(table.definition)
    sources = {source["slug"]: source for source in rows.source_rows().rows()}
    for name, values in _definitions(rows, sources):
        _insert(connection, name, values)
    moved = rows.moved()
    count = 0
    for statement in rows.statement_rows(query).rows():
        count += 1
        _add(connection, statement, sources[statement["source"]], moved)
    _add_claims(connection, rows)
    connection.execute("UPDATE links SET target = target_id WHERE target_id IN (SELECT id FROM statements)")
    (total,) = connection.execute("SELECT count(*) FROM statements").fetchone()
    if total < sum(meeting["statements"] for meeting in rows.meeting_rows().rows()):
        for name, (key, used) in _REFERRED.items():
            connection.execute(f"DELETE FROM {name} WHERE {key} NOT IN ({used})")
    for sql in (*INDEXES, *SEARCH, *(sql for _, sql in VIEWS.values())):
        connection.execute(sql)
    # References are checked once at the end, because SQLite would otherwise look up each one as it is
    # written.
    dangling = connection.execute("PRAGMA foreign_key_check").fetchall()
    assert not dangling, dangling[:3]
    return count


def _definitions(rows: Rows, sources: Mapping[str, model.Source]) -> Iterator[tuple[str, Values]]:
    for meeting in rows.meeting_rows().rows():
        yield (
            "meetings",
            (meeting["id"], meeting["title"], meeting["date"], meeting["place"], _array(meeting["aliases"])),
        )
    names = rows.names().sources
    for slug, source in sources.items():
        keys = ("title", "publisher", "published", "url", "archived", "language", "digest")
        yield "sources", (slug, names[slug], *_picked(source, keys))
    for speaker in rows.speaker_rows().rows():
        yield "speakers", (speaker["slug"], speaker["name"], speaker["role"], _array(speaker["aliases"]))
    for relay in rows.relay_rows().rows():
        yield "relays", (relay["slug"], relay["name"], _array(relay["aliases"]))
    for topic in rows.topic_rows().rows():
        yield "topics", (topic["slug"], topic["label"], _array(topic["aliases"]))
    for measure in rows.measure_rows().rows():
        yield "measures", (measure["slug"], measure["label"], _array(measure["aliases"]))


def _add(
    connection: sqlite3.Connection, statement: model.Statement, source: model.Source, moved: Mapping[str, str]
) -> None:
    """Write a statement with its figures, evidence and links; targets of links follow when all statements are written."""
    id_ = full_id(statement["meeting"], statement["id"])
    _insert(
        connection,
        "statements",
        (
            id_,
            *_picked(statement, ("kind", "text", "speaker", "source", "meeting", "phase", "said", "when")),
            _array(statement["hedges"]),
            full_id(statement["meeting"], statement["claim"]) if statement["claim"] else None,
            Citation(statement, source, None, ()).address,
        ),
    )
    for topic in statement["topics"]:
        _insert(connection, "statement_topics", (id_, topic))
    for position, relay in enumerate(statement["via"], 1):
        _insert(connection, "statement_relays", (id_, position, relay))
    for figure in statement["figures"]:
        written = ("value", "from", "to", "change", "direction", "scale", "unit", "approx", "period")
        amounts = ("amount", "amount_from", "amount_to", "amount_change")
        values = _picked(figure, (*written, *amounts))
        # Amounts are passed as texts, which SQLite converts, because some have more digits than its integers.
        values = [None if value is None else str(value) for value in values]
        _insert(connection, "figures", (None, id_, figure["measure"], phrase(figure), *values))
    for evidence in statement["evidence"]:
        address = at_words(source["url"], [fragment(evidence["exact"])]) if source["url"] else None
        _insert(connection, "evidence", (None, id_, evidence["exact"], address))
    for link in statement["links"]:
        target = full_id(statement["meeting"], link["to"])
        _insert(connection, "links", (None, id_, link["as"], None, moved.get(target, target)))


def _add_claims(connection: sqlite3.Connection, rows: Rows) -> None:
    """Write the claims to which exported facts belong, even if the head of the claim is not exported."""
    counted = connection.execute(
        "SELECT claim, count(*), count(DISTINCT source) FROM statements WHERE claim NOTNULL GROUP BY claim ORDER BY min(rowid)"
    ).fetchall()
    heads = rows.rows_by_id([claim for claim, *_ in counted]).rows()
    for (claim, accounts, sources), head in zip(counted, heads, strict=True):
        _insert(connection, "claims", (claim, head["text"], accounts, sources))


def _insert(connection: sqlite3.Connection, table: str, values: Values) -> None:
    connection.execute(_INSERT[table], tuple(values))


def _picked(row: Mapping[str, object], keys: Iterable[str]) -> list[object]:
    return [row[key] for key in keys]


def _array(values: Iterable[str]) -> str:
    return json.dumps(list(values), ensure_ascii=False)
