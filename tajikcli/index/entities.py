"""The combined definitions of a record's files: meetings, sources, speakers, relays, topics, measures, languages.

In an archive, the same slug means the same thing. Aliases are combined, and other details are taken from the
first file that has them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import msgspec

from tajikcli.language.all_languages import together
from tajikcli.language.forms import any_of
from tajikcli.model import answers
from tajikcli.model.knowledge import Meeting, Relay, Source, Speaker, Topic
from tajikcli.text import fold_name
from tajikcli.words import stems

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from tajikcli.model.knowledge import KnowledgeFile, Measure

    Definition = Meeting | Source | Speaker | Relay | Topic | Measure
    _Definition = TypeVar("_Definition", bound=Definition)

# The first letter of the search tokens of each kind.
_TOKENS = {"meeting": "g", "source": "p", "speaker": "s", "relay": "r", "topic": "t", "measure": "m"}
_PLACE = re.compile(rf"\s(?:{any_of(together().of_office)})\s")
_KIND = re.compile(any_of(together().institutions))


class _Entity(NamedTuple):
    name: str
    definition: Definition | None  # None for a language, which is only a tag
    names: dict[str, None]  # all its names, in order: the slug, names, aliases


class Entities:
    """Collects the definitions of all files, file by file."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], _Entity] = {}

    def add(self, content: KnowledgeFile) -> None:
        """Add the definitions of a file; its statements are ignored."""
        meeting = content.meeting
        self._add("meeting", meeting.id, meeting.title, meeting, (meeting.title, *meeting.aliases))
        for slug, source in content.sources.items():
            # `asia-plus-2024-12-25` is also known as `asia-plus` if there is only one such source.
            short = slug.removesuffix(f"-{source.published}") if source.published else slug
            shown = f"{source.publisher}, {source.published}" if source.published else source.publisher
            names = (source.publisher, short, *([source.title] if source.title else []))
            self._add("source", slug, shown, source, names)
            self._add("language", source.language.casefold(), source.language, None, ())
        named: tuple[tuple[str, Mapping[str, Speaker | Relay]], ...]
        named = ("speaker", content.speakers), ("relay", content.relays)
        for kind, persons in named:
            for slug, person in persons.items():
                self._add(kind, slug, person.name, person, (person.name, *person.aliases))
        labelled: tuple[tuple[str, Mapping[str, Topic | Measure]], ...]
        labelled = ("topic", content.topics), ("measure", content.measures)
        for kind, subjects in labelled:
            for slug, subject in subjects.items():
                self._add(kind, slug, subject.label, subject, (subject.label, *subject.aliases))

    def _add(
        self, kind: str, slug: str, name: str, definition: Definition | None, names: Iterable[str]
    ) -> None:
        known = self._known.get((kind, slug))
        if known is None:
            known = self._known[kind, slug] = _Entity(name, definition, {slug: None})
        elif known.definition == definition:
            return  # the files of an archive repeat their definitions
        elif known.definition is not None and definition is not None:
            self._known[kind, slug] = known._replace(definition=_merged(known.definition, definition))
        # Two names that fold to the same form stay separate: `Awa-Marie` and `Awa Marie` are different words
        # in a text.
        known.names.update(dict.fromkeys(names))

    def write(self, connection: sqlite3.Connection) -> None:
        """Write the definitions into an index, replacing those that it has."""
        run = connection.executemany
        for table in ("entity", "alias", "name_word"):
            connection.execute(f"DELETE FROM {table}")
        encoder = msgspec.json.Encoder()
        run(
            "INSERT INTO entity VALUES (?, ?, ?, ?, ?)",
            (
                (
                    kind,
                    slug,
                    rank,
                    name,
                    encoder.encode(_answer(slug, definition)).decode() if definition else "{}",
                )
                for rank, ((kind, slug), (name, definition, _)) in enumerate(self._known.items())
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
        for (kind, slug), (_, definition, written) in self._known.items():
            if definition is None:
                continue
            names, token = list(written), slug
            if isinstance(definition, Source):
                # A title is about the subject of its text, and slugs differ only by their dates.
                names, token = _names_of(definition.publisher), publisher_slug(definition.publisher)
            elif isinstance(definition, Speaker):
                # A first name, a surname or an office is enough to find a person.
                names += [*definition.name.split(), *_offices_of(definition.role or "")]
            elif isinstance(definition, Meeting):
                names.append(definition.place or "")
            for name in names:
                phrase = sorted(set(stems(name)))
                for stem in phrase:
                    yield stem, " ".join(phrase), f"{_TOKENS[kind]}:{token}", len(phrase)


def _merged(first: _Definition, other: _Definition) -> _Definition:
    """Return a definition with the aliases of another file's definition, and with details that it lacks."""
    added: dict[str, object] = {}
    for key in first.__struct_fields__:
        mine, theirs = getattr(first, key), getattr(other, key)
        if isinstance(mine, tuple):
            added[key] = tuple(dict.fromkeys(mine + theirs))
        elif mine is None:
            added[key] = theirs
    return msgspec.structs.replace(first, **added)


def _answer(slug: str, definition: Definition) -> msgspec.Struct:
    """Return the answer about a definition; its statements are counted on demand."""
    if isinstance(definition, Source):
        return answers.Source(
            slug=slug,
            title=definition.title,
            publisher=definition.publisher,
            published=definition.published,
            url=definition.url,
            archived=definition.archived,
            language=definition.language,
            digest=definition.digest,
            statements=0,
            facts=0,
            quotes=0,
        )
    aliases = tuple(dict.fromkeys(definition.aliases))
    if isinstance(definition, Meeting):
        return answers.Meeting(
            id=slug,
            title=definition.title,
            date=definition.date,
            place=definition.place,
            aliases=aliases,
            statements=0,
            facts=0,
            quotes=0,
        )
    if isinstance(definition, Speaker):
        return answers.Speaker(
            slug=slug,
            name=definition.name,
            role=definition.role,
            gender=definition.gender,
            aliases=aliases,
            statements=0,
            facts=0,
            quotes=0,
        )
    if isinstance(definition, Relay):
        return answers.Relay(
            slug=slug, name=definition.name, aliases=aliases, statements=0, facts=0, quotes=0
        )
    answer = answers.Topic if isinstance(definition, Topic) else answers.Measure
    return answer(slug=slug, label=definition.label, aliases=aliases, statements=0, facts=0, quotes=0)


def _offices_of(role: str) -> list[str]:
    """Return the names for the holder of a role: the whole role, and the office alone (`President` of `President of Aland`)."""
    return [role, _PLACE.split(role, maxsplit=1)[0]]


def _names_of(publisher: str) -> list[str]:
    """Return the names for a publisher: as written, up to a comma, and without generic words such as “agency”."""
    short = publisher.partition(",")[0]
    own = [word for word in short.split() if not _KIND.fullmatch(word)]
    return list(dict.fromkeys(filter(None, (publisher, short, " ".join(own)))))


def publisher_slug(publisher: str) -> str:
    """Return the part of a search token that stands for a publisher."""
    return fold_name(publisher).replace(" ", "-")
