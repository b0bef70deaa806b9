"""The persons that a sentence names, and whether a name is a person's."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tajikcli.language.forms import without_possessive
from tajikcli.proof.speakers.mention import Kind, Mention
from tajikcli.proof.speakers.naming import Attributed, bare
from tajikcli.proof.speakers.subjects import describes_noun
from tajikcli.proof.speakers.titles import office_of
from tajikcli.proof.speakers.verbs import is_saying
from tajikcli.proof.speech import (
    DETERMINERS,
    RANKS,
    WORDS_OF,
)

if TYPE_CHECKING:
    from tajikcli.proof.speakers.earlier import Context
    from tajikcli.proof.speakers.sentence import Sentence


OFFICE = 4  # the maximum number of words of an office after a name


def persons(one: Sentence, context: Context) -> tuple[Attributed, ...]:
    """Return the persons that a sentence names, without duplicates."""
    found: dict[str, Attributed] = {}
    for mention in one.mentions:
        if mention.who is not None and is_person(mention, one, context):
            person = person_of(mention)
            found.setdefault(key_of(person), person)
    return tuple(found.values())


def person_of(mention: Mention) -> Attributed:
    """Return the person or body that a mention names."""
    who = mention.who or ""
    return Attributed(who if mention.known else without_possessive(who), mention.known)


def key_of(person: Attributed) -> str:
    """Return a key that is equal for `Anna Lind` and `Lind`: the slug of a speaker on record, or the last word of a name."""
    return person.who if person.known else last_word(person.who)


def is_person(mention: Mention, one: Sentence, context: Context) -> bool:
    """Return whether a name clearly belongs to a person: by its form, by other names in the text, or by a verb of saying."""
    if mention.kind is Kind.PERSON:
        return True
    if mention.who is None or mention.kind not in {Kind.UNSURE, Kind.PLACE}:
        return False
    after = mention.end
    if not mention.possessive and describes_noun(one, after):
        return False
    if last_word(mention.who) in context.surnames or _has_office(one, after):
        return True
    return (
        mention.kind is Kind.UNSURE
        and not mention.possessive
        and after < len(one.words)
        and is_saying(one, after)
        and one.folded[after] not in WORDS_OF
    )


def _has_office(one: Sentence, end: int) -> bool:
    """Return whether an office between commas follows a name: `Lind, the governor, came`."""
    if one.words[end : end + 1] != [","]:
        return False
    behind = one.folded[end + 1 : end + 2 + OFFICE]
    offices = [at for at, word in enumerate(behind) if word in RANKS or office_of(word)]
    return bool(offices) and behind[0] in DETERMINERS and behind[offices[0] + 1 : offices[0] + 2] == [","]


@lru_cache(maxsize=50_000)
def last_word(name: str) -> str:
    """Return the last word of a name, without a possessive ending."""
    return bare(name.rsplit(" ", 1)[-1])
