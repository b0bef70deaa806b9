"""How many statements have a form of a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable


class Counts:
    """The number of statements with each form, which is looked up once.

    Args:
        connection: a connection to the index.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._known: dict[str, int] = {}  # by form
        self._looked_up: set[str] = set()
        self._there: dict[str, int] = {}  # by stem

    def of(self, groups: Iterable[Iterable[str]]) -> dict[str, int]:
        """Return the number of statements with each form; for a term of several words, at most that of its rarest word.

        Args:
            groups: forms, in groups.

        Returns:
            The numbers by form, without forms that do not occur.
        """
        known = self._known
        forms = {form for group in groups for form in group if form}
        self.on_record(word for form in forms if form not in known for word in form.split())
        for form in forms:
            if form not in known:
                rarest = min(self._there.get(word, 0) for word in form.split())
                known[form] = rarest if rarest and (" " not in form or self._has_in_a_row(form)) else 0
        return {form: known[form] for form in forms if known[form]}

    def on_record(self, stems: Iterable[str]) -> set[str]:
        """Return those of some stems that a statement or a name has, or had before its file changed."""
        asked = set(stems)
        unknown = asked - self._looked_up
        if unknown:
            self._looked_up |= unknown
            # As one value, because SQLite takes longer to compile a place for each than to look them up. No stem has characters that
            # JSON would escape.
            wanted = '","'.join(sorted(unknown))
            self._there.update(
                self.connection.execute(
                    "SELECT stem, statements FROM json_each(?) CROSS JOIN stem ON stem = value",
                    (f'["{wanted}"]',),
                )
            )
        return asked & self._there.keys()

    def _has_in_a_row(self, term: str) -> bool:
        found = self.connection.execute("SELECT 1 FROM search WHERE search MATCH ? LIMIT 1", (f'"{term}"',))
        return found.fetchone() is not None
