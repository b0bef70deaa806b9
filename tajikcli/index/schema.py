"""The tables of the index. `seq` numbers statements in the record's order."""

SCHEMA = """
CREATE TABLE meeting (slug TEXT PRIMARY KEY, title TEXT NOT NULL, date TEXT NOT NULL, place TEXT);
CREATE TABLE source (
    slug TEXT PRIMARY KEY, title TEXT, publisher TEXT NOT NULL, published TEXT, url TEXT,
    language TEXT NOT NULL, digest TEXT
);
CREATE TABLE speaker (slug TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT, aliases TEXT NOT NULL);
CREATE TABLE relay (slug TEXT PRIMARY KEY, name TEXT NOT NULL, aliases TEXT NOT NULL);
CREATE TABLE topic (slug TEXT PRIMARY KEY, name TEXT NOT NULL, aliases TEXT NOT NULL);
CREATE TABLE measure (slug TEXT PRIMARY KEY, name TEXT NOT NULL, aliases TEXT NOT NULL);

-- Every way to name a thing: its slug, name and aliases, folded as text.fold_name folds them.
CREATE TABLE alias (
    kind TEXT NOT NULL, folded TEXT NOT NULL, slug TEXT NOT NULL, written TEXT NOT NULL,
    PRIMARY KEY (kind, folded, slug)
) WITHOUT ROWID;

-- `answer` is the statement as the output contract has it, ready to print.
CREATE TABLE statement (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL, meeting TEXT NOT NULL, kind TEXT NOT NULL, speaker TEXT,
    source TEXT NOT NULL, language TEXT NOT NULL, first_day TEXT NOT NULL, last_day TEXT NOT NULL,
    answer TEXT NOT NULL
);
CREATE INDEX statement_id ON statement (id, meeting);
CREATE INDEX statement_speaker ON statement (speaker, kind);
CREATE TABLE statement_topic (
    topic TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (topic, seq)
) WITHOUT ROWID;
CREATE TABLE statement_via (relay TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (relay, seq)) WITHOUT ROWID;
CREATE TABLE figure (seq INTEGER NOT NULL, number INTEGER NOT NULL, answer TEXT NOT NULL, PRIMARY KEY (seq, number)) WITHOUT ROWID;
CREATE TABLE link (
    from_meeting TEXT NOT NULL, from_id TEXT NOT NULL, relation TEXT NOT NULL,
    to_meeting TEXT NOT NULL, to_id TEXT NOT NULL
);
CREATE INDEX link_to ON link (to_meeting, to_id);
"""
