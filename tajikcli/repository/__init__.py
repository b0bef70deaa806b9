"""Queries of a record, for the commands and for scripts."""
