"""Export the record as a database, for programs that read SQLite."""
