"""The tables of the index.

`seq` numbers statements in the order of the record: by the rank of their file and their number in it (see
`STRIDE`), so that a change in one file does not renumber the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

# A file that changed less than this number of nanoseconds before it was read may change again without showing new times.
SETTLED_AFTER = 2 * 10**9
STRIDE = 1 << 24  # the largest number of statements in a file
# the distance between the ranks of neighbouring files, which leaves room for new files between them
GAP = 1 << 10
BETWEEN = "\n"  # separates the keywords of a statement, which have no line breaks

TABLES = """
-- The knowledge files, and the data that show whether they have changed.
-- `definitions` is their content without the statements, as JSON.
CREATE TABLE file (
    rank INTEGER PRIMARY KEY, path BLOB NOT NULL, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
    ctime_ns INTEGER NOT NULL, inode INTEGER NOT NULL, digest BLOB NOT NULL, racy INTEGER NOT NULL, definitions TEXT NOT NULL
);

-- Meetings, sources, speakers, relays, topics, measures and languages, combined from all files.
-- `detail` is the answer according to the output contract, with counts of 0; it is empty for a language.
CREATE TABLE entity (
    kind TEXT NOT NULL, slug TEXT NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL, detail TEXT NOT NULL,
    PRIMARY KEY (kind, slug)
) WITHOUT ROWID;

-- Every name of an entity: its slug, name and aliases, folded by text.fold_name.
CREATE TABLE alias (
    kind TEXT NOT NULL, folded TEXT NOT NULL, slug TEXT NOT NULL, written TEXT NOT NULL,
    PRIMARY KEY (kind, folded, slug, written)
) WITHOUT ROWID;

-- Each stem of these names. `phrase` has all stems of the name and `size` their number; `token` represents the entity in `search`.
CREATE TABLE name_word (
    stem TEXT NOT NULL, phrase TEXT NOT NULL, token TEXT NOT NULL, size INTEGER NOT NULL,
    PRIMARY KEY (stem, phrase, token)
) WITHOUT ROWID;

CREATE TABLE statement (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL, meeting TEXT NOT NULL, kind TEXT NOT NULL, speaker TEXT,
    source TEXT NOT NULL, language TEXT NOT NULL, first_day TEXT NOT NULL, last_day TEXT NOT NULL,
    phase TEXT
);
-- Ids of statements that were merged into another one, `seq`.
CREATE TABLE merged (
    id TEXT NOT NULL, meeting TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (id, meeting)
) WITHOUT ROWID;
-- The statement according to the output contract, ready to print.
-- It is a separate table, so that counting and filtering do not read it. `keywords`, which answers do not have, are for search.
CREATE TABLE answer (seq INTEGER PRIMARY KEY, json TEXT NOT NULL, keywords TEXT NOT NULL);
CREATE TABLE figure (
    seq INTEGER NOT NULL, number INTEGER NOT NULL, measure TEXT, json TEXT NOT NULL, PRIMARY KEY (seq, number)
) WITHOUT ROWID;
CREATE TABLE statement_topic (
    topic TEXT NOT NULL, seq INTEGER NOT NULL, speaker TEXT, quote INTEGER NOT NULL, PRIMARY KEY (topic, seq)
) WITHOUT ROWID;
CREATE TABLE statement_via (relay TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (relay, seq)) WITHOUT ROWID;
-- `number` is the position of the link in its statement; `abroad` says whether it leads to another meeting.
CREATE TABLE link (
    seq INTEGER NOT NULL, number INTEGER NOT NULL, relation TEXT NOT NULL, to_meeting TEXT NOT NULL,
    to_id TEXT NOT NULL, abroad INTEGER NOT NULL, PRIMARY KEY (seq, number)
) WITHOUT ROWID;

-- The number of statements, and of quotes, that a file has of each meeting, source, speaker and topic.
CREATE TABLE tally (
    kind TEXT NOT NULL, slug TEXT NOT NULL, rank INTEGER NOT NULL, statements INTEGER NOT NULL, quotes INTEGER NOT NULL,
    PRIMARY KEY (kind, slug, rank)
) WITHOUT ROWID;
"""

# Created after the tables are filled, which is faster.
INDEXES = """
CREATE INDEX IF NOT EXISTS statement_id ON statement (id, meeting);
CREATE INDEX IF NOT EXISTS statement_speaker ON statement (speaker, seq);
CREATE INDEX IF NOT EXISTS statement_source ON statement (source, seq);
CREATE INDEX IF NOT EXISTS topic_speaker ON statement_topic (topic, speaker, seq);
CREATE INDEX IF NOT EXISTS link_to ON link (to_meeting, to_id);
CREATE INDEX IF NOT EXISTS link_abroad ON link (seq) WHERE abroad;
"""

# The words of the statements, which the first command that needs them adds.
WORDS = """
-- A process that was killed, or interrupted, may have left the words of some files.
DROP TABLE IF EXISTS {schema}.vocabulary;
DROP TABLE IF EXISTS {schema}.search;
DROP TABLE IF EXISTS {schema}.spelling;
-- The words of each file in its spelling, separated by spaces, as suggestions for misspelt words; `rank` is that of the file.
CREATE TABLE {schema}.spelling (rank INTEGER PRIMARY KEY, words TEXT NOT NULL);
-- Stems (tajikcli.words), and tokens such as `t:trade` for the topics, speaker and source of a statement.
CREATE VIRTUAL TABLE {schema}.search USING fts5 (text, keywords, evidence, names, tokenize = "ascii tokenchars ':.-'");
-- The stems in `search`, from which `stem` is made.
CREATE VIRTUAL TABLE {schema}.vocabulary USING fts5vocab (search, row);
"""
# Created when the words of all files are there, which it shows.
STEMS = """
-- The number of statements with each stem in `search`; 0 for other stems in `name_word`, and for those that a changed file no longer has.
-- A question has hundreds of synonyms, of which few are on record, and looking one up in `vocabulary` takes five times as long.
CREATE TABLE {schema}.stem (stem TEXT PRIMARY KEY, statements INTEGER NOT NULL) WITHOUT ROWID;
"""


def run_all(connection: sqlite3.Connection, statements: str) -> None:
    """Run the statements of one of the texts above, in the transaction of the caller."""
    # One statement at a time, because `executescript` would commit the transaction.
    for statement in statements.split(";\n"):
        if statement.strip():
            connection.execute(statement)
