"""The person whom a mention means: a name, a title or a pronoun."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.countries import countries_named
from tajikcli.language.forms import has_cases, without_possessive
from tajikcli.proof.grammar import begins_subordinate
from tajikcli.proof.speakers.genders import gender_of_person
from tajikcli.proof.speakers.mention import Kind, Mention
from tajikcli.proof.speakers.naming import Attributed, is_body, names_body
from tajikcli.proof.speakers.objects import before_titles, is_object, is_several
from tajikcli.proof.speakers.persons import is_person, key_of, last_word, person_of, persons
from tajikcli.proof.speakers.sentence import Sentence, mention_ending
from tajikcli.proof.speakers.subjects import describes_noun
from tajikcli.proof.speakers.titles import LEADER, office_of
from tajikcli.proof.speakers.verbs import may_follow_subject, may_say
from tajikcli.proof.speech import (
    COUNTERPARTS,
    DETERMINERS,
    REPLYING,
    REPORTING,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from tajikcli.proof.speakers.earlier import Context
    from tajikcli.proof.speakers.naming import Names


_NEAR = 2  # the number of words before a pronoun that may show that an answer follows: `in response he said`
_EARLY = 2  # the number of words at the beginning of a sentence


class Speaker(NamedTuple):
    """The person whom a mention means.

    Attributes:
        who: the person or body; None if nobody is named.
        doubt: whether the speaker is a person that the text does not identify.
        body: the name of a body on record that speaks, or relays words of others.
    """

    who: Attributed | None
    doubt: bool = False
    body: str | None = None


NOBODY = Speaker(None)
DOUBTFUL = Speaker(None, doubt=True)


def meaning(mention: Mention, one: Sentence, context: Context, names: Names) -> Speaker:
    """Return the person meant by a mention that a rule has found as the speaker.

    Args:
        mention: the mention.
        one: its sentence.
        context: the context of the sentence.
        names: the names of speakers.
    """
    if (
        mention.kind in {Kind.PLACE, Kind.BODY, Kind.UNSURE}
        and mention.who
        and countries_named([mention.who])
    ):
        return DOUBTFUL  # `Moscow said`: anybody may speak for a country
    if mention.kind is Kind.DOCUMENT:
        owner = mention_ending(one, mention.start)
        return (
            Speaker(person_of(owner)) if owner is not None and owner.is_named and owner.possessive else NOBODY
        )
    if mention.kind is Kind.PLACE and not is_person(mention, one, context):
        return NOBODY
    if mention.kind in {Kind.SOMEBODY, Kind.DENIED}:
        return DOUBTFUL
    if mention.kind in {Kind.FORMER, Kind.LATTER}:
        return _of_two(mention, one, context)
    if mention.kind is Kind.TITLE:
        return _titled(mention, one, context, names)
    if mention.kind is Kind.PRONOUN:
        return meant_by(mention, one, context, names)
    if mention.who is None:
        return NOBODY
    if not mention.known and all(map(names.is_other, mention.who.split())):
        return Speaker(None, body=without_possessive(mention.who))
    if mention.kind is Kind.BODY and _hands_on(mention, one):
        return Speaker(None, body=mention.who)
    if mention.kind is Kind.UNSURE and (
        is_of_many(mention.who, context) or _is_no_name(mention, one, context)
    ):
        return DOUBTFUL
    if mention.kind is not Kind.BODY and is_several(one, mention):
        return DOUBTFUL
    return Speaker(
        Attributed(mention.who if mention.known else without_possessive(mention.who), mention.known)
    )


def _hands_on(mention: Mention, one: Sentence) -> bool:
    """Return whether a body beside a verb of reporting is a medium with a name of its own: `BBC reported`."""
    beside = (
        *one.folded[max(0, mention.start - 3) : mention.start],
        *one.folded[mention.end : mention.end + 1],
    )
    return not is_body(one.folded[mention.end - 1]) and not REPORTING.isdisjoint(beside)


def is_of_many(name: str, context: Context) -> bool:
    """Return whether a capitalised word may be the plural of a group: `Republicans`."""
    return " " not in name and name.endswith("s") and last_word(name) not in context.surnames


def _is_no_name(mention: Mention, one: Sentence, context: Context) -> bool:
    """Return whether nothing shows that a capitalised word is a name: `Even before Lind came`, `Twitter followers`, `the Nation`.

    A word for an action directly after it shows that it is one.
    """
    name, after = mention.who or "", mention.end
    if " " in name or mention.possessive or last_word(name) in context.surnames or after >= len(one.words):
        return False
    if (
        has_cases(name)
        or not one.words[after].islower()
        or may_say(one, after)
        or may_follow_subject(one, after)
    ):
        return False
    begins = mention.start == 0 or not one.words[mention.start - 1][0].isalnum()
    follows_article = mention.start > 0 and one.folded[mention.start - 1] in DETERMINERS
    return begins or follows_article or describes_noun(one, after)


def _titled(mention: Mention, one: Sentence, context: Context, names: Names) -> Speaker:
    words = one.folded[mention.start : mention.end]
    title = next((office for word in reversed(words) if (office := office_of(word))), words[-1])
    if mention.countries:
        who = names.holder(LEADER if title in COUNTERPARTS else title, mention.countries)
        return Speaker(Attributed(who, known=True)) if who is not None else DOUBTFUL
    if mention.qualified or title in COUNTERPARTS:
        return DOUBTFUL
    meant = _antecedents(mention, one, context, names, mention.gender)
    holders = [who for who in context.present if who.known and names.has_office(title, who.who)]
    if context.last is None and len(holders) > 1:
        return DOUBTFUL
    if len(meant) == 1 and meant[0].known and names.has_office(title, meant[0].who):
        return Speaker(meant[0])
    return DOUBTFUL


def _of_two(mention: Mention, one: Sentence, context: Context) -> Speaker:
    """Return the first or the second of the two persons named before `the former` or `the latter`."""
    here = {
        key_of(person_of(other)): person_of(other)
        for other in one.mentions
        if other.end <= mention.start and other.who is not None and is_person(other, one, context)
    }
    named = tuple(here.values()) if len(here) > 1 else context.present
    if len(named) != 2:
        return DOUBTFUL
    return Speaker(named[0] if mention.kind is Kind.FORMER else named[1])


def meant_by(mention: Mention, one: Sentence, context: Context, names: Names) -> Speaker:
    """Return the person whom a pronoun means; in doubt if several persons may be meant, nobody if the text names nobody."""
    meant = _antecedents(mention, one, context, names, mention.gender)
    beside = {
        *one.folded[max(0, mention.start - _NEAR) : mention.start],
        *one.folded[mention.end : mention.end + 1],
    }
    replies = not REPLYING.isdisjoint(beside) and len(context.present) > 1
    if len(meant) == 1 and not replies:
        return Speaker(meant[0])
    unknown = mention.gender == "f" and not any(
        names.gender(Attributed(slug, known=True)) == "f" for slug in names.slugs
    )
    named = meant or context.present or context.last or context.titled or persons(one, context)
    return DOUBTFUL if named or unknown else NOBODY


def _antecedents(
    mention: Mention, one: Sentence, context: Context, names: Names, gender: str
) -> list[Attributed]:
    """Return the persons whom a pronoun or a title may mean, by earlier names and by gender.

    A person of whom the text shows the gender counts for more than one of whom it does not: `Her deputy, Berg, was ill, she said`.
    """
    meant = _by_order(mention, one, context, names, gender)
    if not gender or len(meant) > 1 or (meant and gender_of_person(meant[0], context, names)):
        return meant
    owners = [
        person_of(other)
        for other in one.mentions
        if other.possessive
        and other.end <= mention.start
        and other.who is not None
        and is_person(other, one, context)
    ]
    others = [who for who in owners if not meant or key_of(who) != key_of(meant[0])]
    told = [who for who in others if gender_of_person(who, context, names) == gender]
    if meant and not context.last and gender == context.owner:
        return []
    if meant:
        named_here = any(
            other.end <= mention.start and other.who and key_of(person_of(other)) == key_of(meant[0])
            for other in one.mentions
        )
        topical = [who for who in others if not gender_of_person(who, context, names)]
        return meant if named_here else told or (meant + topical if _is_topic(one, topical) else meant)
    if _by_order(mention, one, context, names, ""):  # their gender is different
        shown = {
            key_of(who): who for who in context.recent if gender_of_person(who, context, names) == gender
        }
        return list(shown.values())
    return meant


def _is_topic(one: Sentence, people: Sequence[Attributed]) -> bool:
    """Return whether the possessive of one of some persons begins the sentence: `Lind's fate is unclear, but she said`."""
    return any(
        one.mentions[0].possessive
        and one.mentions[0].start < _EARLY
        and key_of(person_of(one.mentions[0])) == key_of(who)
        for who in people
    )


def _by_order(
    mention: Mention, one: Sentence, context: Context, names: Names, gender: str
) -> list[Attributed]:
    """Return the persons whom a pronoun or a title may mean: those in its sentence, the last speaker, the last subject, the last persons."""
    objects = objects_in(one)
    earlier = [
        other
        for other in one.mentions
        if other.end <= mention.start and other.who is not None and is_person(other, one, context)
    ]
    here = _fitting((person_of(other) for other in earlier if not other.possessive), gender, context, names)
    if len(here) == 1 and key_of(here[0]) not in objects:
        return here + _fitting(_before_a_clause(mention, one, earlier, context), gender, context, names)
    last = context.last or context.centre
    before = _fitting([last] if last else context.named, gender, context, names)
    if last is None and context.topic is not None and len(before) > 1:
        before = _fitting([context.topic], gender, context, names) or before
    told = {key_of(person_of(other)) for other in one.mentions if other.known} & objects
    if not before and told and all(who.known and key_of(who) not in told for who in context.present):
        before = _fitting(
            context.present, gender, context, names
        )  # `he told Berg`, after a sentence about Lind
    # `he told her` means two persons, and so does `addressing her, he said`.
    before = [who for who in before if key_of(who) not in objects]
    owners = [person_of(other) for other in earlier if other.possessive]
    if not here and not before:
        here = _fitting(owners, gender, context, names)  # `in Lind's view, he said`
        if len(here) == 1:
            return here
    if len(here) > 1 and not {key_of(who) for who in here} <= {key_of(who) for who in before}:
        return here
    if len(before) == 1 or any(who.known for who in (*context.present, *context.named, *here)):
        return before
    # If several persons are not on record, the subject of the last sentence is meant.
    subject = _fitting([context.subject] if context.subject else (), gender, context, names)
    return subject if subject and key_of(subject[0]) not in objects and not subject[0].known else before


def _before_a_clause(
    pronoun: Mention, one: Sentence, earlier: Sequence[Mention], context: Context
) -> list[Attributed]:
    """Return the subject of the sentence before, whom a pronoun may mean after a subordinate clause about another: `Lind was glad. When Berg came, she said`."""
    before = context.last or context.centre or context.subject
    named = next((other for other in earlier if not other.possessive), None)
    if before is None or not before.known or named is None or "," not in one.words[named.end : pronoun.start]:
        return []
    is_clause = before_titles(one, named) == 0 and begins_subordinate(one.words[0])
    return [before] if is_clause and key_of(before) != key_of(person_of(named)) else []


@lru_cache(maxsize=16)  # asked for each pronoun in a sentence
def objects_in(one: Sentence) -> AbstractSet[str]:
    """Return the keys of the persons in a sentence that are governed by another word."""
    return {
        key_of(person_of(mention))
        for mention in one.mentions
        if mention.who is not None and is_object(one, mention)
    }


def _fitting(people: Iterable[Attributed], gender: str, context: Context, names: Names) -> list[Attributed]:
    """Return the persons whom a pronoun of a gender may mean."""
    different = {key_of(person): person for person in reversed(list(people))}
    return [
        person
        for person in different.values()
        if _may_be(gender, gender_of_person(person, context, names), known=person.known)
        and not (gender and not person.known and names_body(person.who))
    ]


def _may_be(gender: str, told: str, *, known: bool) -> bool:
    """Return whether a pronoun of a gender may mean a person.

    Args:
        gender: the gender of the pronoun.
        told: the known gender of the person, without which `she` cannot mean a person on record.
        known: whether the person is on record.
    """
    return not gender or gender == told or (not told and (gender == "m" or not known))
