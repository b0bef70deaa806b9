"""What a record knows that `check` needs to read a text: its names, measures, meetings, countries and addresses."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from tajikcli.draft.links import Addresses
from tajikcli.ids import full_id
from tajikcli.language.countries import countries_named
from tajikcli.language.transliteration import sounds
from tajikcli.model.streams import Stored
from tajikcli.proof.measured.amounts import OnRecord
from tajikcli.proof.measured.measures import Measure, Measures, Surroundings
from tajikcli.proof.measured.meeting_dates import Meeting
from tajikcli.proof.speakers.naming import Names
from tajikcli.text import fold_letters
from tajikcli.words import OTHERS, stem

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from tajikcli.model.rows import FigureRow


class Known:
    """The names, measures, meetings, countries and addresses of a record, each read when it is first needed.

    Args:
        connection: a connection to the index.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def full_id(self, meeting: str, short: str) -> str:
        """Return the id of a statement: `meeting/id` if the record has several meetings."""
        return full_id(meeting, short) if len(self._years) > 1 else short

    @cached_property
    def _years(self) -> dict[str, str]:
        """The year of each meeting."""
        rows = self._connection.execute("SELECT slug, detail FROM entity WHERE kind = 'meeting'")
        return {slug: json.loads(detail)["date"][:4] for slug, detail in rows}

    @cached_property
    def speaker_names(self) -> dict[str, str]:
        """The name of each speaker, by slug."""
        rows = self._connection.execute("SELECT slug, name FROM entity WHERE kind = 'speaker'")
        return dict(rows.fetchall())

    @cached_property
    def addresses(self) -> Addresses:
        """The sources at each address on record."""
        rows = self._connection.execute("SELECT slug, detail FROM entity WHERE kind = 'source'")
        details = [(slug, json.loads(detail)) for slug, detail in rows]
        known = [(detail.get(key), slug) for slug, detail in details for key in ("url", "archived")]
        return Addresses([(address, slug) for address, slug in known if address])

    @cached_property
    def meetings(self) -> list[Meeting]:
        """The meetings on record whose day is known."""
        rows = self._connection.execute("SELECT detail FROM entity WHERE kind = 'meeting' ORDER BY slug")
        details = [json.loads(detail) for (detail,) in rows]
        return [
            Meeting(one["date"], one["title"], frozenset(_capitals(one["place"] or "")))
            for one in details
            if len(one["date"]) == len("2024-12-24")
        ]

    @cached_property
    def names(self) -> Names:
        """The names of speakers, and of bodies and countries, which are not speakers."""
        others = [written for written, _ in self._written("relay", "source")]
        # The names of a meeting are its countries; its title may also contain the speakers' names.
        others += [written for written, _ in self._written("meeting") if len(written.split()) == 1]
        rows = self._connection.execute("SELECT slug, detail FROM entity WHERE kind = 'speaker'")
        details = {slug: json.loads(detail) for slug, detail in rows}
        genders = {slug: detail["gender"] for slug, detail in details.items() if detail["gender"]}
        roles = {slug: detail["role"] for slug, detail in details.items() if detail["role"]}
        return Names(self._speakers(), others, genders, roles)

    def _speakers(self) -> Iterator[tuple[str, str]]:
        yield from self._written("speaker")
        rows = self._connection.execute(
            "SELECT slug, name, json_extract(detail, '$.role') FROM entity WHERE kind = 'speaker'"
        ).fetchall()
        yield from ((role, slug) for slug, _, role in rows if role)
        # A last name means its bearer, even without an alias, if nobody else on record has it.
        last_names = [(name.split()[-1], slug) for slug, name, _ in rows if len(name.split()) > 1]
        bearers = Counter(fold_letters(last) for last, _ in last_names)
        yield from ((last, slug) for last, slug in last_names if bearers[fold_letters(last)] == 1)

    @cached_property
    def bodies(self) -> list[tuple[str, str | None]]:
        """The names of relays other than media, each with its relay, and the folded names of the countries that take part and of their capitals."""
        media = {fold_letters(written) for written, _ in self._written("source")}
        relays = {slug for written, slug in self._written("relay") if fold_letters(written) in media}
        places = [(fold_letters(one), None) for one, _ in self._written("meeting") if len(one.split()) == 1]
        return [*(one for one in self._written("relay") if one[1] not in relays), *places]

    @cached_property
    def measures(self) -> Measures:
        """The measures on record."""
        named: dict[str, list[str]] = {}
        for written, slug in self._written("measure"):
            named.setdefault(slug, []).append(written)
        languages = tuple(sorted(OTHERS))
        return Measures(
            (Measure(slug, names, self._figures, languages) for slug, names in named.items()), languages
        )

    @cached_property
    def surroundings(self) -> Surroundings:
        """The words near a measure that do not indicate another subject: the parties, and all names on record except topics."""
        written = [name for name, _ in self._written("meeting", "speaker", "measure", "relay", "source")]
        words = {fold_letters(word) for name in written for word in re.findall(r"[^\W\d_]+", name)}
        return Surroundings(frozenset(words | set(map(stem, words))), self.parties)

    @cached_property
    def parties(self) -> frozenset[str]:
        """The countries that take part: those in the title and aliases of a meeting, and in the roles and aliases of speakers.

        The place does not count, because it may be in a third country, and neither do titles of sources,
        which may be about others.
        """
        rows = self._connection.execute("SELECT detail FROM entity WHERE kind IN ('meeting', 'speaker')")
        details = [json.loads(detail) for (detail,) in rows]
        names = [
            name
            for detail in details
            for name in (detail.get("title"), detail.get("role"), *detail["aliases"])
        ]
        return countries_named(filter(None, names))

    def _figures(self, measure: str) -> tuple[OnRecord, ...]:
        rows = self._connection.execute(
            "SELECT json FROM figure WHERE measure = ? ORDER BY seq, number", (measure,)
        )
        figures: Stored[FigureRow] = Stored(text for (text,) in rows)
        different: dict[tuple[str | None, ...], tuple[FigureRow, str, str]] = {}
        speakers: dict[tuple[str | None, ...], set[str | None]] = {}
        for figure in figures.rows():
            numbers = (figure["value"], figure["from"], figure["to"], figure["change"])
            identity = (*numbers, figure["scale"], figure["unit"], figure["period"], figure["approx"])
            statement = self.full_id(figure["meeting"], figure["statement"])
            different.setdefault(identity, (figure, statement, self._years[figure["meeting"]]))
            speakers.setdefault(identity, set()).add(figure["speaker"])
        return tuple(OnRecord(*one, frozenset(speakers[identity])) for identity, one in different.items())

    def _written(self, *kinds: str) -> list[tuple[str, str]]:
        marks = ", ".join("?" * len(kinds))
        return self._connection.execute(
            f"SELECT written, slug FROM alias WHERE kind IN ({marks})",
            kinds,
        ).fetchall()


def _capitals(place: str) -> Iterator[str]:
    """Yield the capitalised words of a place, without the names of countries, in a form that is the same in all scripts."""
    first = place.split(",", maxsplit=1)[0]
    return (sounds(fold_letters(word)) for word in re.findall(r"[^\W\d_]+", first) if word[0].isupper())
