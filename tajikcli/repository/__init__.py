"""Asking a record: the only query interface, for the commands and for scripts alike."""
