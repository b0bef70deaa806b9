"""What the files of a record define together: meetings, sources, speakers, relays, topics, measures, languages.

In an archive the same slug means the same thing: aliases add up, and the first file that gives a detail is believed.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from tajikcli.language.all_languages import together
from tajikcli.language.forms import any_of
from tajikcli.text import fold_name
from tajikcli.words import stems

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

# The letter that each kind's search tokens start with; what is not here can't be searched by name.
_LETTERS = {"meeting": "g", "source": "p", "speaker": "s", "relay": "r", "topic": "t", "measure": "m"}
_KIND = re.compile(any_of(together().institutions))


class _Entity(NamedTuple):
    name: str
    detail: dict[str, Any]
    names: dict[str, None]  # every way to write it, in order: the slug, names, aliases


class Entities:
    """Collects the definitions of one file after another."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], _Entity] = {}

    def add(self, definitions: Mapping[str, Any]) -> None:
        """Add a file's definitions: its content without the statements, as plain values."""
        meeting = definitions["meeting"]
        detail = {
            "title": meeting["title"],
            "date": meeting["date"],
            "place": meeting.get("place"),
            "aliases": [],
        }
        self._merge(
            "meeting",
            meeting["id"],
            meeting["title"],
            detail,
            [meeting["title"]],
            aliases=meeting.get("aliases", ()),
        )
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
            entity = self._known[kind, slug] = _Entity(name, detail, {slug: None})
        for key, value in detail.items():
            if entity.detail[key] is None:
                entity.detail[key] = value
        if aliases:
            entity.detail["aliases"] = list(dict.fromkeys((*entity.detail["aliases"], *aliases)))
        # Two that fold alike stay two: `Awa-Marie` and `Awa Marie` are not the same words of a text.
        entity.names.update(dict.fromkeys((*names, *aliases)))

    def write(self, connection: sqlite3.Connection) -> None:
        """Write them into an index, instead of those that it has."""
        run = connection.executemany
        for table in ("entity", "alias", "name_word"):
            connection.execute(f"DELETE FROM {table}")
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
                (kind, fold_name(written), slug, written)
                for (kind, slug), entity in self._known.items()
                for written in entity.names
            ),
        )
        run("INSERT OR IGNORE INTO name_word VALUES (?, ?, ?, ?)", self._words())

    def _words(self) -> Iterator[tuple[str, str, str, int]]:
        for (kind, slug), entity in self._known.items():
            if kind not in _LETTERS:
                continue
            names = list(entity.names)
            if kind == "source":  # a title tells what a text is about, and years of slugs name one publisher
                names = _names_of(entity.detail["publisher"])
            elif kind == "speaker":
                # A first name, a surname, an office: each is enough to ask for somebody by.
                names += [*entity.name.split(), entity.detail["role"] or ""]
            elif kind == "meeting":
                names.append(entity.detail["place"] or "")
            named = publisher_slug(entity.detail["publisher"]) if kind == "source" else slug
            for name in names:
                phrase = sorted(set(stems(name)))
                for stem in phrase:
                    yield stem, " ".join(phrase), f"{_LETTERS[kind]}:{named}", len(phrase)


def _names_of(publisher: str) -> list[str]:
    """Return the ways to call a publisher: as it is written, up to a comma, and without what all of its kind are called."""
    short = publisher.partition(",")[0]
    own = [word for word in short.split() if not _KIND.fullmatch(word)]
    return list(dict.fromkeys(filter(None, (publisher, short, " ".join(own)))))


def publisher_slug(publisher: str) -> str:
    """Return what stands for a publisher in a search token."""
    return fold_name(publisher).replace(" ", "-")
