"""The genders that a text shows: by titles, pronouns, and verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.forms import has_cases
from tajikcli.proof.speakers.persons import is_person, key_of, person_of
from tajikcli.proof.speech import (
    HERS,
    HIS,
    SUBORDINATE,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tajikcli.proof.speakers.earlier import Context
    from tajikcli.proof.speakers.mention import Mention
    from tajikcli.proof.speakers.naming import Attributed, Names
    from tajikcli.proof.speakers.sentence import Sentence


_ALL = together()
SIGN = {"m": 1, "f": -1}
LIKELY = 2  # a pronoun in the sentence of a name counts as much as this number of pronouns in later sentences
_SURE = 6  # a title counts as much as this number of them


def gender_of_person(person: Attributed, context: Context, names: Names) -> str:
    """Return `m` or `f` if the record, a title or the pronouns of the text show it, otherwise an empty text."""
    told = names.gender(person)
    if told:
        return told
    leaning = context.leanings.get(key_of(person), 0)
    return "m" if leaning >= LIKELY else "f" if leaning <= -LIKELY else ""


def leanings_after(one: Sentence, context: Context, people: Sequence[Attributed]) -> Mapping[str, int]:
    """Return the genders that titles and pronouns indicate; a pronoun counts if only one person is named."""
    found: dict[str, int] = {}
    for mention in one.mentions:
        if mention.gender and mention.who is not None:
            key = key_of(person_of(mention))
            found[key] = found.get(key, 0) + _SURE * SIGN[mention.gender]
        told = _told_by_verb(mention, one)
        if told and is_person(mention, one, context):
            key = key_of(person_of(mention))
            found[key] = found.get(key, 0) + LIKELY * SIGN[told]
    if len(people) == 1:
        # A pronoun before the name means somebody else: `she endorsed Berg`, `her deputy, Berg, came`.
        named = next(other for other in one.mentions if other.who and is_person(other, one, context))
        behind = one.folded[named.end :]
        if not SUBORDINATE.isdisjoint(behind):  # `Berg said that she was late`
            behind = behind[: next(at for at, word in enumerate(behind) if word in SUBORDINATE)]
        has_men, has_women = not HIS.isdisjoint(behind), not HERS.isdisjoint(behind)
        if has_men != has_women:
            found[key_of(people[0])] = found.get(key_of(people[0]), 0) + LIKELY * (1 if has_men else -1)
    return added(context.leanings, found) if found else context.leanings


def _told_by_verb(mention: Mention, one: Sentence) -> str:
    """Return the gender that the past tense after a subject shows: `Линд ждала`."""
    if mention.who is None or not mention.nominative or mention.end >= len(one.words):
        return ""
    verb = one.folded[mention.end]
    if not one.words[mention.end].islower() or not has_cases(verb):
        return ""
    return (
        "f" if verb.endswith(_ALL.womens_past_tenses) else "m" if verb.endswith(_ALL.mens_past_tenses) else ""
    )


def added(leanings: Mapping[str, int], found: Mapping[str, int]) -> Mapping[str, int]:
    """Return leanings with the counts of a sentence."""
    return {**leanings, **{who: leanings.get(who, 0) + count for who, count in found.items()}}
