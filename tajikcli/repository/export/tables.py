"""The tables of an exported database: their columns with descriptions, and their display in Datasette.

Names are those of the output contract, except for words that SQL reserves: `said_when`, `relation`, `target`,
`from_value`, `to_value`. Definitions have a column `name` (meetings have `title`), which Datasette uses as
the label of references to them.
"""

from __future__ import annotations

from typing import NamedTuple

APPLICATION = 0x74616A6B  # "tajk": identifies databases that tajik has written
_DEFERRED = "DEFERRABLE INITIALLY DEFERRED"


class Column(NamedTuple):
    """A column: its name, its type and constraints in SQL, and its description."""

    name: str
    sql: str
    holds: str


class Table(NamedTuple):
    """A table of the database.

    Attributes:
        name: its name.
        holds: a description of a row.
        columns: its columns.
        key: its primary key, if that has several columns.
        label: the column that represents a row, if it is not called `name` or `title`.
        facets: the columns whose values Datasette counts.
    """

    name: str
    holds: str
    columns: tuple[Column, ...]
    key: str = ""
    label: str = ""
    facets: tuple[str, ...] = ()

    @property
    def definition(self) -> str:
        """The table in SQL."""
        lines = [f'"{column.name}" {column.sql}' for column in self.columns]
        if self.key:
            lines.append(f"PRIMARY KEY ({self.key})")
        return f'CREATE TABLE "{self.name}" (\n    ' + ",\n    ".join(lines) + "\n)"


def _to(table: str, column: str, *, null: bool = False) -> str:
    return f"TEXT {'' if null else 'NOT NULL '}REFERENCES {table} ({column}) {_DEFERRED}"


_ALIASES = Column("aliases", "TEXT NOT NULL", "other names, as a JSON array")
_SLUG = Column("slug", "TEXT PRIMARY KEY", "its slug")
_OF = Column("statement", _to("statements", "id"), "the statement")

TABLES = (
    Table(
        "meetings",
        "The meetings on record.",
        (
            Column("id", "TEXT PRIMARY KEY", "its id"),
            Column("title", "TEXT NOT NULL", "its title"),
            Column("date", "TEXT NOT NULL", "its date, ISO 8601"),
            Column("place", "TEXT", "place of the meeting"),
            _ALIASES,
        ),
    ),
    Table(
        "sources",
        "The published texts that the statements were taken from.",
        (
            _SLUG,
            Column("name", "TEXT NOT NULL", "publisher and date"),
            Column("title", "TEXT", "its title"),
            Column("publisher", "TEXT NOT NULL", "its publisher"),
            Column("published", "TEXT", "its date of publication, ISO 8601"),
            Column("url", "TEXT", "its address"),
            Column("archived", "TEXT", "the address of an archived copy"),
            Column("language", "TEXT NOT NULL", "a BCP 47 tag"),
            Column("digest", "TEXT", "SHA-256 of its normalised text"),
        ),
    ),
    Table(
        "speakers",
        "The people whose words or claims are on record.",
        (_SLUG, Column("name", "TEXT NOT NULL", "the name"), Column("role", "TEXT", "the office"), _ALIASES),
    ),
    Table(
        "relays",
        "The people and bodies that relayed statements.",
        (_SLUG, Column("name", "TEXT NOT NULL", "the name"), _ALIASES),
    ),
    Table(
        "topics",
        "The subjects of statements.",
        (_SLUG, Column("name", "TEXT NOT NULL", "the label"), _ALIASES),
    ),
    Table(
        "measures",
        "The quantities that figures measure.",
        (_SLUG, Column("name", "TEXT NOT NULL", "the label"), _ALIASES),
    ),
    Table(
        "claims",
        "Claims: a fact, and the accounts of other sources that restate or vary it.",
        (
            Column("id", "TEXT PRIMARY KEY", "the id of the fact at its head"),
            Column("text", "TEXT NOT NULL", "the text of that fact"),
            Column(
                "accounts",
                "INTEGER NOT NULL",
                "number of exported facts that belong to the claim, including the head",
            ),
            Column("sources", "INTEGER NOT NULL", "number of their sources"),
        ),
        label="text",
    ),
    Table(
        "statements",
        "Statements: quotes, word for word, and facts, in the record's words, which are not quotations.",
        (
            Column("id", "TEXT PRIMARY KEY", "meeting/id"),
            Column("kind", "TEXT NOT NULL", "quote, paraphrase or narration"),
            Column(
                "text", "TEXT NOT NULL", "for a quote, the words as printed; for a fact, the record's words"
            ),
            Column("speaker", _to("speakers", "slug", null=True), "the speaker; null for a narration"),
            Column("source", _to("sources", "slug"), "the published text"),
            Column("meeting", _to("meetings", "id"), "the meeting"),
            Column("phase", "TEXT", "before or background; null for the talks themselves"),
            Column("said", "TEXT", "the date on which it was said, ISO 8601, if the source gives it"),
            Column("said_when", "TEXT", "the source's own words for when it was said"),
            Column("hedges", "TEXT NOT NULL", "the source's own reservations, as a JSON array"),
            Column(
                "claim", _to("claims", "id", null=True), "the claim to which a fact belongs; null for a quote"
            ),
            Column("url", "TEXT", "the source's address, which a browser opens at the words"),
        ),
        label="text",
        facets=("kind", "speaker", "source", "phase"),
    ),
    Table(
        "statement_topics",
        "The topics of each statement.",
        (_OF, Column("topic", _to("topics", "slug"), "a topic of the statement")),
        key="statement, topic",
        facets=("topic",),
    ),
    Table(
        "statement_relays",
        "The people and bodies that relayed each statement from its speaker to its source.",
        (
            _OF,
            Column("position", "INTEGER NOT NULL", "1 for the relay nearest the speaker"),
            Column("relay", _to("relays", "slug"), "the relay"),
        ),
        key="statement, position",
        facets=("relay",),
    ),
    Table(
        "figures",
        "The figures that facts state, as written and as plain amounts.",
        (
            Column("id", "INTEGER PRIMARY KEY", "a number"),
            _OF,
            Column("measure", _to("measures", "slug", null=True), "the measure, if the source names it"),
            Column("figure", "TEXT NOT NULL", "the figure in words"),
            Column("value", "TEXT", "the number as written"),
            Column("from_value", "TEXT", "the number before a change, as written"),
            Column("to_value", "TEXT", "the number after a change, as written"),
            Column("change", "TEXT", "the size of a change, as written; negative for a decrease"),
            Column("direction", "TEXT", "up or down, if the source gives no number"),
            Column("scale", "TEXT", "thousand, million, billion or trillion"),
            Column("unit", "TEXT", "USD, percent, rank, or the things counted"),
            Column("approx", "TEXT", "almost, about, over, under, at-least or up-to"),
            Column("period", "TEXT", "ISO 8601 date or interval"),
            Column("amount", "NUMERIC", "value times its scale"),
            Column("amount_from", "NUMERIC", "from_value times its scale"),
            Column("amount_to", "NUMERIC", "to_value times its scale"),
            Column("amount_change", "NUMERIC", "change times its scale"),
        ),
        label="figure",
        facets=("measure", "unit"),
    ),
    Table(
        "evidence",
        "The words from the source that a fact rests on, as printed.",
        (
            Column("id", "INTEGER PRIMARY KEY", "a number"),
            _OF,
            Column("exact", "TEXT NOT NULL", "words that occur once in the source"),
            Column("url", "TEXT", "the source's address, which a browser opens at these words"),
        ),
        label="exact",
    ),
    Table(
        "links",
        "The relations between statements.",
        (
            Column("id", "INTEGER PRIMARY KEY", "a number"),
            _OF,
            Column(
                "relation", "TEXT NOT NULL", "restates, varies, translates, conflicts, corrects or part-of"
            ),
            Column(
                "target",
                _to("statements", "id", null=True),
                "the other statement; null if it is not exported",
            ),
            Column(
                "target_id", "TEXT NOT NULL", "the id of the other statement, whether or not it is exported"
            ),
        ),
        facets=("relation",),
    ),
)

# Created after the tables are filled, which is faster.
INDEXES = tuple(
    f'CREATE INDEX "{table}_{column}" ON "{table}" ("{column}")'
    for table, column in (
        *(("statements", column) for column in ("speaker", "source", "meeting", "claim")),
        ("statement_topics", "topic"),
        ("statement_relays", "relay"),
        *(("figures", column) for column in ("statement", "measure")),
        ("evidence", "statement"),
        *(("links", column) for column in ("statement", "target")),
    )
)

SEARCH = (
    """CREATE VIRTUAL TABLE statements_fts USING fts5 (
    text, speaker, content="statements", tokenize='unicode61 remove_diacritics 2'
)""",
    "INSERT INTO statements_fts (statements_fts) VALUES ('rebuild')",
)

_STATED = """
CREATE VIEW {name} AS
SELECT statements.id, statements.text, speakers.name AS speaker, speakers.role AS role,
    (SELECT group_concat(name, ' → ') FROM (
        SELECT relays.name FROM statement_relays JOIN relays ON relays.slug = relay
        WHERE statement = statements.id ORDER BY position)) AS via,
    sources.name AS source, sources.published, sources.language, statements.said, statements.phase,
    statements.hedges, statements.url, statements.meeting
FROM statements LEFT JOIN speakers ON speakers.slug = statements.speaker
    JOIN sources ON sources.slug = statements.source
WHERE kind {condition} 'quote'
"""
VIEWS = {
    "quotes": (
        "Quotes with the names of their speakers, relays and sources.",
        _STATED.format(name="quotes", condition="="),
    ),
    "facts": (
        "Facts with the same columns; their text is in the record's words, not a quotation.",
        _STATED.format(name="facts", condition="!="),
    ),
}
