"""The index of knowledge files: a SQLite database that answers every query.

`schema` defines its tables, and `compile` fills them. The YAML files are authoritative; an index can be deleted at any time.
"""
