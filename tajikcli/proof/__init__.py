"""Compare texts with the record: pure functions, without Click, Rich, YAML or SQLite."""
