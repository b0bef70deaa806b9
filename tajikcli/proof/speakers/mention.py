"""A mention of a person or a body in a sentence, and its kind."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from tajikcli.proof.speech import OF_MEN, OF_WOMEN


class Kind(Enum):
    """The kind of a mention."""

    PERSON = auto()  # by name
    UNSURE = auto()  # by a name that may be a person's, a place's or a thing's
    PRONOUN = auto()
    TITLE = auto()  # `the president`: a person who has been named, or is known by the title
    BODY = auto()
    PLACE = auto()
    DOCUMENT = auto()  # a text, which contains words but cannot speak
    SOMEBODY = auto()  # a person whom the text does not name
    FORMER = auto()  # the first of two persons who have been named
    LATTER = auto()  # the second of them
    DENIED = auto()  # nobody: the person named is said not to have spoken

    __hash__ = object.__hash__  # kinds are looked up in sets all the time, and the hash of an `Enum` is slow


# Mentions of a person whom earlier sentences show.
REFERRING_KINDS = frozenset({Kind.PRONOUN, Kind.TITLE, Kind.FORMER, Kind.LATTER})


class Mention(NamedTuple):
    """A person or body mentioned in a sentence.

    Attributes:
        start: number of its first word.
        end: number of the word after the last one.
        kind: the kind of mention.
        who: the slug of a speaker, or the name as written; None if a pronoun or a title replaces a name.
        known: whether it is a slug.
        nominative: whether its case allows it to be a subject.
        possessive: whether it is a possessive.
        gender: `m` or `f` if the words themselves show it, otherwise empty.
        countries: the countries of a title.
        qualified: whether a title has other words that identify its holder.
    """

    start: int
    end: int
    kind: Kind
    who: str | None = None
    known: bool = False
    nominative: bool = True
    possessive: bool = False
    gender: str = ""
    countries: frozenset[str] = frozenset()
    qualified: bool = False

    @property
    def is_named(self) -> bool:
        """Whether it has a name that is or may be a person's."""
        return self.kind in _NAMED


_NAMED = frozenset({Kind.PERSON, Kind.UNSURE})


def gender_of(word: str) -> str:
    """Return `m` or `f` for a folded pronoun, honorific or title of a man or a woman, otherwise an empty text."""
    return "m" if word in OF_MEN else "f" if word in OF_WOMEN else ""
