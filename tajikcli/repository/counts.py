"""How many statements have a form of a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator


class Counts:
    """The number of statements with each form, which is looked up once.

    Args:
        connection: a connection to the index.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._known: dict[str, int] = {}
        self._looked_up: set[str] = set()
        self._there: set[str] = set()

    def of(self, groups: Iterable[Iterable[str]]) -> dict[str, int]:
        """Return the number of statements with each form; for a term of several words, at most that of its rarest word.

        Args:
            groups: forms, in groups.

        Returns:
            The numbers by form, without forms that do not occur.
        """
        known = self._known
        forms = {form for group in groups for form in group if form}
        words = {word for form in forms if form not in known for word in form.split()} - known.keys()
        known.update(dict.fromkeys(words, 0))
        known.update(
            self._found(
                "SELECT term, doc FROM json_each(?) CROSS JOIN vocabulary ON term", self.on_record(words)
            )
        )
        for form in forms:
            if form not in known:
                rarest = min(known[word] for word in form.split())
                known[form] = rarest if rarest and self._has_in_a_row(form) else 0
        return {form: known[form] for form in forms if known[form]}

    def on_record(self, stems: Iterable[str]) -> set[str]:
        """Return those of some stems that a statement or a name has, or had before its file changed."""
        asked = set(stems)
        unknown = asked - self._looked_up
        self._looked_up |= unknown
        self._there.update(
            stem for (stem,) in self._found("SELECT stem FROM json_each(?) CROSS JOIN stem ON stem", unknown)
        )
        return asked & self._there

    def _found(self, sql: str, stems: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        """Return the rows of a query that some stems select, which have no characters that JSON would escape."""
        # As one value, because SQLite takes longer to compile a place for each than to look them up.
        wanted = '","'.join(sorted(stems))
        return self.connection.execute(f"{sql} = value", (f'["{wanted}"]',)) if wanted else iter(())

    def _has_in_a_row(self, term: str) -> bool:
        found = self.connection.execute("SELECT 1 FROM search WHERE search MATCH ? LIMIT 1", (f'"{term}"',))
        return found.fetchone() is not None
