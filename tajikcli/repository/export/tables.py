"""The tables of an exported database: their columns, what each holds, and what Datasette shows of them.

Names are those of the output contract, except where SQL has another use for the word: `said_when`, `relation`,
`target`, `from_value`, `to_value`. Definitions have a column `name` (a meeting `title`), which Datasette takes for the
label of what refers to them.
"""

from __future__ import annotations

from typing import NamedTuple

APPLICATION = 0x74616A6B  # "tajk": tells our databases from those of others
_DEFERRED = "DEFERRABLE INITIALLY DEFERRED"


class Column(NamedTuple):
    """A column: its name, its type and constraints in SQL, and what it holds."""

    name: str
    sql: str
    holds: str


class Table(NamedTuple):
    """A table of the database.

    Attributes:
        name: its name.
        holds: what a row is.
        columns: its columns.
        key: its primary key, where that is of several columns.
        label: the column that stands for a row, where it is not called `name` or `title`.
        facets: the columns that Datasette counts the values of.
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
            Column("title", "TEXT NOT NULL", "what it is called"),
            Column("date", "TEXT NOT NULL", "when it began, ISO 8601"),
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
            Column("publisher", "TEXT NOT NULL", "who published it"),
            Column("published", "TEXT", "when, ISO 8601"),
            Column("url", "TEXT", "its address"),
            Column("archived", "TEXT", "the address of an archived copy"),
            Column("language", "TEXT NOT NULL", "a BCP 47 tag"),
            Column("digest", "TEXT", "SHA-256 of its normalised text"),
        ),
    ),
    Table(
        "speakers",
        "Whose words or claims are on record.",
        (_SLUG, Column("name", "TEXT NOT NULL", "the name"), Column("role", "TEXT", "the office"), _ALIASES),
    ),
    Table(
        "relays",
        "Through whom statements came.",
        (_SLUG, Column("name", "TEXT NOT NULL", "the name"), _ALIASES),
    ),
    Table(
        "topics",
        "What statements are about.",
        (_SLUG, Column("name", "TEXT NOT NULL", "the label"), _ALIASES),
    ),
    Table(
        "measures",
        "What figures count.",
        (_SLUG, Column("name", "TEXT NOT NULL", "the label"), _ALIASES),
    ),
    Table(
        "claims",
        "Claims: a fact, and the accounts of other sources that restate or vary it.",
        (
            Column("id", "TEXT PRIMARY KEY", "the id of the fact at its head"),
            Column("text", "TEXT NOT NULL", "the text of that fact"),
            Column(
                "accounts", "INTEGER NOT NULL", "how many exported facts give the claim, the head included"
            ),
            Column("sources", "INTEGER NOT NULL", "in how many sources"),
        ),
        label="text",
    ),
    Table(
        "statements",
        "Statements: quotes, word for word, and facts, in the record's words, which are not quotations.",
        (
            Column("id", "TEXT PRIMARY KEY", "meeting/id"),
            Column("kind", "TEXT NOT NULL", "quote, paraphrase or narration"),
            Column("text", "TEXT NOT NULL", "a quote's words as printed; a fact in the record's words"),
            Column("speaker", _to("speakers", "slug", null=True), "who said it; null in a narration"),
            Column("source", _to("sources", "slug"), "the published text"),
            Column("meeting", _to("meetings", "id"), "the meeting"),
            Column("phase", "TEXT", "before or background; null for the talks themselves"),
            Column("said", "TEXT", "when it was said, ISO 8601, if the source gives the date"),
            Column("said_when", "TEXT", "the source's own words for when"),
            Column("hedges", "TEXT NOT NULL", "the source's own reservations, as a JSON array"),
            Column("claim", _to("claims", "id", null=True), "the claim that a fact gives; null for a quote"),
            Column("url", "TEXT", "the source's address, which a browser opens at the words"),
        ),
        label="text",
        facets=("kind", "speaker", "source", "phase"),
    ),
    Table(
        "statement_topics",
        "The topics of each statement.",
        (_OF, Column("topic", _to("topics", "slug"), "a topic of it")),
        key="statement, topic",
        facets=("topic",),
    ),
    Table(
        "statement_relays",
        "Who relayed each statement between its speaker and its source.",
        (
            _OF,
            Column("position", "INTEGER NOT NULL", "1 for the one nearest the speaker"),
            Column("relay", _to("relays", "slug"), "who relayed it"),
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
            Column("measure", _to("measures", "slug", null=True), "what is counted, if the source names it"),
            Column("figure", "TEXT NOT NULL", "the figure in words"),
            Column("value", "TEXT", "the number as written"),
            Column("from_value", "TEXT", "the number that it moved from, as written"),
            Column("to_value", "TEXT", "the number that it moved to, as written"),
            Column("change", "TEXT", "the change as written, negative for a fall"),
            Column("direction", "TEXT", "up or down, where the source gives no number"),
            Column("scale", "TEXT", "thousand, million, billion or trillion"),
            Column("unit", "TEXT", "USD, percent, rank, or what is counted"),
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
        "The words in its source that a fact rests on, as printed there.",
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
        "How statements relate to others.",
        (
            Column("id", "INTEGER PRIMARY KEY", "a number"),
            _OF,
            Column(
                "relation", "TEXT NOT NULL", "restates, varies, translates, conflicts, corrects or part-of"
            ),
            Column("target", _to("statements", "id", null=True), "the other; null if it is not exported"),
            Column("target_id", "TEXT NOT NULL", "the id of the other, exported or not"),
        ),
        facets=("relation",),
    ),
)

# Made after the tables are filled, which is faster.
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
        "Quotes with the names of who said and relayed them, and where.",
        _STATED.format(name="quotes", condition="="),
    ),
    "facts": (
        "Facts likewise; their text is the record's and no quotation.",
        _STATED.format(name="facts", condition="!="),
    ),
}
