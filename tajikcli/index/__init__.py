"""What knowledge files compile to: a SQLite database that answers every query.

`schema` has its tables, `compile` fills them. YAML stays the truth; the index can be thrown away.
"""
