"""What the files of a record define together: meetings, sources, speakers, relays, topics, measures, languages.

In an archive the same slug means the same thing: aliases add up, and the first file that gives a detail is believed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from tajikcli.text import fold_name
from tajikcli.words import stems

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

# The letter that stands for each kind in a search token; what is not here can't be searched by name.
LETTERS = {"meeting": "g", "source": "p", "speaker": "s", "relay": "r", "topic": "t", "measure": "m"}


class _Entity(NamedTuple):
    name: str
    detail: dict[str, Any]
    names: dict[str, str]  # by their fold, as written


class Entities:
    """Collects the definitions of one file after another."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], _Entity] = {}

    def add(self, definitions: Mapping[str, Any]) -> None:
        """Add a file's definitions: its content without the statements, as plain values."""
        meeting = definitions["meeting"]
        detail = {"title": meeting["title"], "date": meeting["date"], "place": meeting.get("place")}
        self._merge("meeting", meeting["id"], meeting["title"], detail, [meeting["title"]])
        for slug, source in definitions["sources"].items():
            published = source.get("published")
            keys = ("title", "publisher", "published", "url", "language", "digest")
            # `asia-plus-2024-12-25` is also known as `asia-plus`, where only one source is.
            short = slug.removesuffix(f"-{published}") if published else slug
            names = [source["publisher"], short, *([source["title"]] if "title" in source else [])]
            shown = f"{source['publisher']}, {published}" if published else source["publisher"]
            self._merge("source", slug, shown, {key: source.get(key) for key in keys}, names)
            self._merge("language", source["language"].casefold(), source["language"], {}, [])
        for slug, speaker in definitions.get("speakers", {}).items():
            detail = {"name": speaker["name"], "role": speaker.get("role"), "aliases": []}
            self._merge(
                "speaker",
                slug,
                speaker["name"],
                detail,
                [speaker["name"]],
                aliases=speaker.get("aliases", ()),
            )
        for kind, label in (("relay", "name"), ("topic", "label"), ("measure", "label")):
            for slug, entry in definitions.get(f"{kind}s", {}).items():
                name = entry[label]
                self._merge(
                    kind, slug, name, {label: name, "aliases": []}, [name], aliases=entry.get("aliases", ())
                )

    def _merge(
        self,
        kind: str,
        slug: str,
        name: str,
        detail: dict[str, Any],
        names: Iterable[str],
        *,
        aliases: Iterable[str] = (),
    ) -> None:
        entity = self._known.get((kind, slug))
        if entity is None:
            entity = self._known[kind, slug] = _Entity(name, detail, {fold_name(slug): slug})
        for key, value in detail.items():
            if entity.detail[key] is None:
                entity.detail[key] = value
        for alias in aliases:
            if alias not in entity.detail["aliases"]:
                entity.detail["aliases"].append(alias)
        for written in (*names, *aliases):
            entity.names.setdefault(fold_name(written), written)

    def write(self, connection: sqlite3.Connection) -> None:
        """Write them into an index, instead of those that it has."""
        run = connection.executemany
        for table in ("entity", "alias", "name_word"):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 - fixed names
        run(
            "INSERT INTO entity VALUES (?, ?, ?, ?, ?)",
            (
                (kind, slug, place, entity.name, json.dumps(entity.detail, ensure_ascii=False))
                for place, ((kind, slug), entity) in enumerate(self._known.items())
            ),
        )
        run(
            "INSERT INTO alias VALUES (?, ?, ?, ?)",
            (
                (kind, folded, slug, written)
                for (kind, slug), entity in self._known.items()
                for folded, written in entity.names.items()
            ),
        )
        run("INSERT OR IGNORE INTO name_word VALUES (?, ?)", self._words())

    def _words(self) -> Iterator[tuple[str, str]]:
        for (kind, slug), entity in self._known.items():
            if kind in LETTERS:
                token = f"{LETTERS[kind]}:{slug}"
                # A source's title tells what it is about, not what it is called.
                names = [name for name in entity.names.values() if name != entity.detail.get("title")]
                if kind == "meeting":
                    names += [entity.detail["title"], entity.detail["place"] or ""]
                yield from ((word, token) for name in names for word in stems(name))
