"""The record as a database of its own, for programs that know SQLite and not tajik."""
