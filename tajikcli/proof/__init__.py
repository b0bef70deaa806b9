"""Proof: pure functions that hold texts against the record. None of them knows Click, Rich, YAML or SQLite."""
