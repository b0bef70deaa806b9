"""The speakers of a text, with their slugs and all the names that the text uses for them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from tajikcli.extract.bearers import forms_of
from tajikcli.extract.nominative import declines
from tajikcli.extract.office_labels import holders
from tajikcli.extract.people import people_in
from tajikcli.extract.slugs import Taken, slug_of
from tajikcli.extract.turns import bare_label, speaker_of, turns_in, words_set_off
from tajikcli.language.countries import countries_named
from tajikcli.model.knowledge import Speaker
from tajikcli.proof.speakers.naming import Names
from tajikcli.text import fold_letters
from tajikcli.words import stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tajikcli.extract.people import Person
    from tajikcli.model.knowledge import KnowledgeFile

_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_LEADERS = 2


class Cast:
    """The persons of a text as speakers of a record.

    Args:
        sentences: the sentences of the text.
        paragraphs: its paragraphs.
        into: a record whose speakers are reused, or None.
        language: the code of the text's language; None if it is not known.

    Attributes:
        doubts: the possible nominatives of a speaker's name, by slug, if the text does not show which is
            right.
        roles: the offices that speakers may have, by slug, if the text calls them somebody's counterparts.
        speakers: the speakers that the text names, by slug.
        names: their names.
        turns: the turns of a transcript.
        set_off: somebody's words in a report that have a label and no quotation marks.
        taken: the slugs of speakers.
    """

    def __init__(
        self,
        sentences: Sequence[str],
        paragraphs: Sequence[str],
        into: KnowledgeFile | None,
        language: str | None = None,
    ) -> None:
        self.turns = turns_in(paragraphs)
        self.set_off = [] if self.turns else words_set_off(paragraphs)
        self._into = into
        self.speakers: dict[str, Speaker] = {}
        self.doubts: dict[str, tuple[str, ...]] = {}
        self.roles: dict[str, str] = {}
        self.taken = Taken(into.speakers if into else ())
        self._people: dict[str, Person] = {}
        self._bodies: dict[frozenset[str], str] = {}
        self._on_record = names_on_record(into.speakers) if into else None
        labels = list(dict.fromkeys(bare_label(turn.label) for turn in (*self.turns, *self.set_off)))
        self._holders = holders(self.turns, paragraphs) if self.turns else {}
        labelled = [person for label in labels if (person := self._holders.get(label) or speaker_of(label))]
        speaking = {person.last_name for person in labelled}
        named = people_in(sentences, speaking=speaking, declined=declines(language))
        # A label of one word may be `Question`: it is a name if the text has it elsewhere.
        bearers = _ByForm(named)
        labelled = [
            one
            for one in labelled
            if one.role or len(one.name.split()) > 1 or bearers.same_as(one) is not None
        ]
        for person in _merged(labelled, named):
            known = self.reused(person)
            if person.doubts and not known:  # the likely name, so that no other case counts as a subject
                person = person._replace(name=person.doubts[0])  # noqa: PLW2901
            slug = known or self.taken.free(_slug(person))
            if not known:
                aliases = [one for one in person.aliases if one != person.name]
                if person.doubts:
                    self.doubts[slug] = person.doubts
                if person.offered:
                    self.roles[slug] = person.offered
                self.speakers[slug] = Speaker(
                    person.name, role=person.role, aliases=tuple(dict.fromkeys(aliases))
                )
            self._people[slug] = person
        times = Counter(one.name for one in self.speakers.values())
        self._slugs = {one.name: slug for slug, one in self.speakers.items() if times[one.name] == 1}
        pairs = [*_written(self.speakers), *self._more()]
        roles = {slug: one.role for slug, one in self.speakers.items() if one.role}
        genders = {slug: one.gender for slug, one in self.speakers.items() if one.gender}
        self.names = Names(pairs, (), genders, roles)

    def reused(self, person: Person) -> str | None:
        """Return the slug of a person who is a speaker of the record, and so of the text; None if there is none."""
        slug = _known(person, self._on_record)
        if slug and self._into:
            self.speakers[slug] = self._into.speakers[slug]
        return slug

    def _more(self) -> Iterator[tuple[str, str]]:
        for slug, person in self._people.items():
            yield person.name, slug
            yield from ((alias, slug) for alias in person.aliases)
            if person.office:  # then `the minister` may mean one of them
                yield f"{person.office} {person.name}", slug
            if person.role and person.countries:  # `the prime minister` alone may mean anybody
                yield person.role, slug

    def leading(self) -> list[Person]:
        """Return the two persons whom the text names most often, who are probably those who meet; an office counts once more.

        In a transcript, they have turns.
        """
        speaking = {slug for turn in self.turns if (slug := self.of_label(turn.label))}
        weights = {
            one: one.times + bool(one.role)
            for slug, one in self._people.items()
            if len(speaking) < _LEADERS or slug in speaking
        }
        leading = sorted(weights, key=weights.__getitem__, reverse=True)[:_LEADERS]
        return [one for one in weights if one in leading]

    def of_label(self, label: str) -> str | None:
        """Return the speaker whose turn a label begins."""
        person = self._holders.get(bare_label(label)) or speaker_of(label)
        if person is None:
            return None
        if person.name in self._slugs:
            return self._slugs[person.name]
        match = self.names.at(person.name.split(), 0) or self.names.at(person.name.split()[-1:], 0)
        return match[1] if match else None

    def body(self, name: str, *, nominative: bool) -> str:
        """Return the slug of a body that speaks, which is a speaker of the text from then on.

        Args:
            name: its name as written.
            nominative: whether this is its nominative.
        """
        words = frozenset(stems(name))
        slug = self._bodies.get(words)
        if slug is None:
            slug = self._bodies[words] = self.taken.free(slug_of(name) or "speaker")
            written = name[0].upper() + name[1:]
            self.speakers[slug] = Speaker(written)
            if not nominative:
                self.doubts[slug] = (written,)
        return slug

    def mentioned(self, text: str) -> list[str]:
        """Return the persons that a text names, in order."""
        words = _WORD.findall(text)
        found = (self.names.at(words, place) for place in range(len(words)))
        return list(dict.fromkeys(match[1] for match in found if match))


def _slug(person: Person) -> str:
    """Return the slug of a person: the name that the text uses, or the whole name if that is a single letter."""
    called = slug_of(person.called)
    return (called if len(called) > 1 else slug_of(person.name)) or "speaker"


def names_on_record(speakers: dict[str, Speaker], more: Iterable[tuple[str, str]] = ()) -> Names:
    """Return the names of the speakers of a record.

    Args:
        speakers: the speakers by slug.
        more: other names, each with the slug of its bearer.
    """
    return Names([*_written(speakers), *more], ())


def _written(speakers: dict[str, Speaker]) -> list[tuple[str, str]]:
    """Return all spellings of a speaker's name; a last name means its only bearer."""
    pairs = [(name, slug) for slug, one in speakers.items() for name in (one.name, *one.aliases)]
    last = [(one.name.split()[-1], slug) for slug, one in speakers.items()]
    bearers = Counter(fold_letters(name) for name, _ in last)
    pairs += [(name, slug) for name, slug in last if bearers[fold_letters(name)] == 1]
    pairs += [(one.role, slug) for slug, one in speakers.items() if one.role and countries_named([one.role])]
    return pairs


def _known(person: Person, on_record: Names | None) -> str | None:
    """Return the slug of a person who is on record."""
    if on_record is None:
        return None
    words = person.name.split()
    match = on_record.at(words, 0)
    if match is not None and match[0] == len(words):
        return match[1]
    last = on_record.at(words[-1:], 0)
    return last[1] if last is not None and (len(words) == 1 or on_record.is_part(words[0], last[1])) else None


def _merged(labelled: Sequence[Person], named: Sequence[Person]) -> list[Person]:
    """Merge persons who are named both in the text and before their turns; each has the fuller name and any role."""
    known = _ByForm(named)
    for one in labelled:
        place = known.same_as(one)
        if place is None:
            known.add(one)
            continue
        other = known.people[place]
        fuller, shorter = (one, other) if _fullness(one) >= _fullness(other) else (other, one)
        known.people[place] = fuller._replace(
            role=fuller.role or shorter.role,
            countries=fuller.countries or shorter.countries,
            times=fuller.times + shorter.times,
        )
    return known.people


class _ByForm:
    """Persons, found by the forms of their last names."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.people: list[Person] = []
        self._places: dict[str, list[int]] = {}
        for one in people:
            self.add(one)

    def add(self, one: Person) -> None:
        for form in forms_of(one.last_name):
            self._places.setdefault(form, []).append(len(self.people))
        self.people.append(one)

    def same_as(self, one: Person) -> int | None:
        """Return the number of the first person who may be the same as another; None if there is none."""
        likely = sorted({at for form in forms_of(one.last_name) for at in self._places.get(form, ())})
        return next((at for at in likely if _is_same(one, self.people[at])), None)


def _fullness(person: Person) -> int:
    return sum(len(word.rstrip(".")) > 1 for word in person.name.split())


def _is_same(one: Person, other: Person) -> bool:
    mine, theirs = one.name.split(), other.name.split()
    if forms_of(mine[-1]).isdisjoint(forms_of(theirs[-1])):
        return False
    return len(mine) == 1 or len(theirs) == 1 or mine[0][0] == theirs[0][0]
