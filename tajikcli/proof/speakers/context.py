"""The persons named before a sentence, as an immutable value from which each sentence creates the next.

It gives the speaker of a quotation without a speaker, and the person whom a pronoun or a title means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import together
from tajikcli.language.countries import countries_named
from tajikcli.language.forms import has_cases, without_possessive
from tajikcli.proof.grammar import INFINITIVES, NEGATIONS, begins_subordinate
from tajikcli.proof.speakers.clauses import any_case_behind, in_cased_clause, is_noun_of_words
from tajikcli.proof.speakers.mentions import LEADER, Kind, Mention, gender_of, office_of
from tajikcli.proof.speakers.naming import Attributed, bare, is_body, names_body
from tajikcli.proof.speakers.sentence import (
    Sentence,
    before_titles,
    describes_noun,
    is_object,
    is_saying,
    is_several,
    is_told,
    may_follow_subject,
    means_another,
    mention_ending,
    mention_starting,
    subject_before,
)
from tajikcli.proof.speakers.view import clause_begin, clause_end
from tajikcli.proof.speech import (
    ASKING,
    BE,
    COUNTERPARTS,
    DETERMINERS,
    GIVING,
    HEARD_FROM,
    HEARING,
    HERS,
    HIS,
    LISTENING,
    OBJECTS,
    OWNERS,
    PREPOSITIONS,
    REPLYING,
    REPORTING,
    SUBORDINATE,
    VERBS,
    WORDS_OF,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from tajikcli.proof.speakers.naming import Names

_OBJECT = 5  # the number of words after a verb within which its object stands
_OPENING = 3  # the number of words at the beginning of a question among which its question word is


_ALL = together()


class Context(NamedTuple):
    """The persons to whom a sentence may refer, according to the sentences before it.

    Attributes:
        speaking: the speaker in the previous sentence of this paragraph.
        carried: the speaker at the end of the previous paragraph.
        announced: the speaker whose words a colon at the end of the previous sentence announces, or for whose words it asks.
        last: the last person to whom words were attributed, unless others have been named since.
        named: the persons whom a pronoun may mean, from the last sentence with names.
        subject: the subject of that sentence.
        centre: the person meant by a pronoun that is the subject of that sentence.
        present: all persons in that sentence.
        recent: the last persons in the sentences before it.
        owner: the gender of the pronoun before the subject of that sentence (`her deputy, Ola Berg`).
        titled: whether the last sentence has a title that stands for a person who is not named (`the ambassador`).
        leanings: for each person, the number of nearby masculine pronouns minus the number of feminine ones.
        surnames: the last words of the full names of persons in the text.
    """

    speaking: Attributed | None = None
    carried: Attributed | None = None
    announced: Attributed | None = None
    last: Attributed | None = None
    named: tuple[Attributed, ...] = ()
    subject: Attributed | None = None
    centre: Attributed | None = None
    present: tuple[Attributed, ...] = ()
    recent: tuple[Attributed, ...] = ()
    owner: str = ""
    titled: bool = False
    leanings: Mapping[str, int] = {}
    surnames: AbstractSet[str] = frozenset()


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


def begin_paragraph(context: Context) -> Context:
    """Return the context at the start of a paragraph, in which a speaker may continue."""
    if context.speaking is None and context.carried is None:
        return context
    return context._replace(speaking=None, carried=context.speaking)


def restart(context: Context) -> Context:
    """Return the context after omitted sentences, which keeps only knowledge about persons."""
    return Context(leanings=context.leanings, surnames=context.surnames)


def pass_over(context: Context) -> Context:
    """Return the context after a sentence that names nobody."""
    if context.speaking is None and context.announced is None and not context.titled:
        return context
    return context._replace(speaking=None, announced=None, titled=False)


def fold(context: Context, one: Sentence, speakers: Sequence[Attributed | None], names: Names) -> Context:
    """Return the context after a sentence.

    Args:
        context: the context before it.
        one: the sentence.
        speakers: the speakers of its quotations.
        names: the names of speakers.
    """
    subject = None if speakers and any(speakers) else _subject(one, context, names)
    speaker = next((each for each in speakers if each), None) or subject
    people = persons(one, context)
    objects = _objects(one)
    another = means_another(one)
    known = context._replace(
        titled=any(mention.kind is Kind.TITLE and not is_object(one, mention) for mention in one.mentions),
        speaking=(speaker or context.speaking) if speakers else subject,
        announced=_announced(one, speaker, people, objects)
        if one.words and one.words[-1] == ":"
        else asked_about(one)
        if one.words
        else None,
        leanings=_leanings(one, context, people),
    )
    first, is_unknown = _main_subject(one, context)
    subject = _subject_meant(first, one, context, names)
    if first is not None and first.gender and first.kind is Kind.PRONOUN and subject is not None:
        known = known._replace(leanings=_added(known.leanings, {key_of(subject): _SIGN[first.gender]}))
    if speaker:
        known = known._replace(last=None if _hands_over(one, speaker) else speaker)
    if first is not None and first.kind is Kind.PRONOUN:
        known = known._replace(centre=subject)
    elif first is not None or people:
        known = known._replace(centre=None)
    if subject is not None or people:
        known = known._replace(subject=subject or speaker, owner=_owner(first, one))
    if people:
        known = known._replace(recent=(*people, *context.recent)[:_RECENT])
    if people or another:
        is_subject = not another and any(key_of(person) not in objects for person in people)
        known = known._replace(named=people if is_subject else (), present=people or context.present)
        if not speaker and set(map(key_of, people)) != ({key_of(context.last)} if context.last else set()):
            known = known._replace(last=None)
    unresolved = first is not None and bool(people)
    if speaker is None and subject is None and (unresolved or is_unknown):
        # The subject may be meant next, and not a person named beside it.
        present = people or context.present or context.named
        known = known._replace(named=(), last=None, subject=None, present=present)
    before = context.last or context.centre or context.subject
    if (
        before
        and not speakers
        and subject
        and key_of(before) != key_of(subject)
        and _only_listens(first, one)
    ):
        known = known._replace(named=(before, subject), last=None, centre=None)
    return known


def _owner(subject: Mention | None, one: Sentence) -> str:
    """Return the gender of the pronoun in the description before a name: `her deputy, Ola Berg`."""
    if subject is None or not subject.is_named:
        return ""
    before = one.folded[max(0, subject.start - _OFFICE) : subject.start]
    for word in reversed(before):
        if word in OWNERS:
            return gender_of(word) or ("m" if word in HIS else "f" if word in HERS else "")
        if word in PREPOSITIONS or word in VERBS:
            break
    return ""


def _only_listens(subject: Mention | None, one: Sentence) -> bool:
    """Return whether the subject of a sentence only listens, so that the speaker before may go on: `Berg listened`."""
    return subject is not None and not LISTENING.isdisjoint(one.folded[subject.end : subject.end + 2])


def _hands_over(one: Sentence, speaker: Attributed) -> bool:
    """Return whether somebody else may speak next: `Lind invited Berg to speak`, `Lind's words drew a smile from Berg`."""
    for other in one.mentions:
        if not other.is_named or other.possessive or key_of(person_of(other)) == key_of(speaker):
            continue
        behind = one.folded[other.end : other.end + 2]
        invited = len(behind) > 1 and behind[0] in INFINITIVES and is_saying(one, other.end + 1)
        if invited or one.folded[before_titles(one, other)] in HEARD_FROM:
            return True
    return False


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
    behind = one.folded[end + 1 : end + 2 + _OFFICE]
    offices = [at for at, word in enumerate(behind) if office_of(word)]
    return bool(offices) and behind[0] in DETERMINERS and behind[offices[0] + 1 : offices[0] + 2] == [","]


def last_word(name: str) -> str:
    """Return the last word of a name, without a possessive ending."""
    return bare(name.rsplit(" ", 1)[-1])


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
        return _meant(mention, one, context, names)
    if mention.who is None:
        return NOBODY
    if not mention.known and all(map(names.is_other, mention.who.split())):
        return Speaker(None, body=without_possessive(mention.who))
    if mention.kind is Kind.BODY and _hands_on(mention, one):
        return Speaker(None, body=mention.who)
    if mention.kind is Kind.UNSURE and _is_of_many(mention.who, context):
        return DOUBTFUL
    if mention.kind is not Kind.BODY and is_several(one, mention):
        return DOUBTFUL
    return Speaker(
        Attributed(mention.who if mention.known else without_possessive(mention.who), mention.known)
    )


def _hands_on(mention: Mention, one: Sentence) -> bool:
    """Return whether a body beside a verb of reporting is a medium with a name of its own: `BBC reported`."""
    beside = (
        *one.folded[max(0, mention.start - 1) : mention.start],
        *one.folded[mention.end : mention.end + 1],
    )
    return not is_body(one.folded[mention.end - 1]) and not REPORTING.isdisjoint(beside)


def _is_of_many(name: str, context: Context) -> bool:
    """Return whether a capitalised word may be the plural of a group: `Republicans`."""
    return " " not in name and name.endswith("s") and last_word(name) not in context.surnames


def _titled(mention: Mention, one: Sentence, context: Context, names: Names) -> Speaker:
    words = one.folded[mention.start : mention.end]
    title = next((office for word in reversed(words) if (office := office_of(word))), words[-1])
    if mention.countries:
        who = names.holder(LEADER if title in COUNTERPARTS else title, mention.countries)
        return Speaker(Attributed(who, known=True)) if who is not None else DOUBTFUL
    if mention.qualified or title in COUNTERPARTS:
        return DOUBTFUL
    meant = _antecedents(mention, one, context, names, mention.gender)
    if len(meant) == 1 and meant[0].known and names.is_part(title, meant[0].who):
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


def _meant(mention: Mention, one: Sentence, context: Context, names: Names) -> Speaker:
    meant = _antecedents(mention, one, context, names, mention.gender)
    beside = {
        *one.folded[max(0, mention.start - 1) : mention.start],
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
    objects = _objects(one)
    earlier = [
        other
        for other in one.mentions
        if other.end <= mention.start and other.who is not None and is_person(other, one, context)
    ]
    here = _fitting((person_of(other) for other in earlier if not other.possessive), gender, context, names)
    if len(here) == 1 and key_of(here[0]) not in objects:
        return here
    last = context.last or context.centre
    before = _fitting([last] if last else context.named, gender, context, names)
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


def _objects(one: Sentence) -> AbstractSet[str]:
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


def gender_of_person(person: Attributed, context: Context, names: Names) -> str:
    """Return `m` or `f` if the record, a title or the pronouns of the text show it, otherwise an empty text."""
    told = names.gender(person)
    if told:
        return told
    leaning = context.leanings.get(key_of(person), 0)
    return "m" if leaning >= _LIKELY else "f" if leaning <= -_LIKELY else ""


_OFFICE = 4  # the maximum number of words of an office after a name
_EARLY = 2  # the number of words at the beginning of a sentence
_RECENT = 4  # the number of persons in earlier sentences whom a pronoun of their gender may mean
_SIGN = {"m": 1, "f": -1}
_LIKELY = (
    2  # a pronoun in the sentence of a name counts as much as this number of pronouns in later sentences
)
_SURE = 6  # a title counts as much as this number of them


def _leanings(one: Sentence, context: Context, people: Sequence[Attributed]) -> Mapping[str, int]:
    """Return the genders that titles and pronouns indicate; a pronoun counts if only one person is named."""
    found: dict[str, int] = {}
    for mention in one.mentions:
        if mention.gender and mention.who is not None:
            key = key_of(person_of(mention))
            found[key] = found.get(key, 0) + _SURE * _SIGN[mention.gender]
        told = _told_by_verb(mention, one)
        if told and is_person(mention, one, context):
            key = key_of(person_of(mention))
            found[key] = found.get(key, 0) + _LIKELY * _SIGN[told]
    if len(people) == 1:
        # A pronoun before the name means somebody else: `she endorsed Berg`, `her deputy, Berg, came`.
        named = next(other for other in one.mentions if other.who and is_person(other, one, context))
        behind = one.folded[named.end :]
        clause = next((at for at, word in enumerate(behind) if word in SUBORDINATE), len(behind))
        behind = behind[:clause]  # `Berg said that she was late`
        men = sum(word in HIS for word in behind)
        women = sum(word in HERS for word in behind)
        if bool(men) != bool(women):
            found[key_of(people[0])] = found.get(key_of(people[0]), 0) + _LIKELY * (1 if men else -1)
    return _added(context.leanings, found) if found else context.leanings


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


def _added(leanings: Mapping[str, int], found: Mapping[str, int]) -> Mapping[str, int]:
    return {**leanings, **{who: leanings.get(who, 0) + count for who, count in found.items()}}


def _subject(one: Sentence, context: Context, names: Names) -> Attributed | None:
    """Return the person to whom a sentence attributes any words."""
    for verb in range(len(one.words) - 1, -1, -1):
        says = is_saying(one, verb) and one.folded[verb] not in WORDS_OF
        if says or gives_words(one, verb):
            mention = _subject_in_clause(one, verb) or subject_before(one, verb)
            if mention is None or (mention.is_named and not is_person(mention, one, context)):
                continue
            if mention.is_named or mention.kind in {Kind.PRONOUN, Kind.TITLE}:
                return meaning(mention, one, context, names).who
    return None


def _subject_in_clause(one: Sentence, verb: int) -> Mention | None:
    """Return the person who is the subject of a verb, in a language whose names have cases: `…, напомнил Линд на встрече с Бергом`."""
    if not has_cases(one.words[verb]):
        return None
    begin = clause_begin(one, 0, verb)
    found = in_cased_clause(one, begin, clause_end(one, verb, len(one.words)))
    return found if found is not None and found.known else None


def gives_words(one: Sentence, verb: int) -> bool:
    """Return whether the object of a verb is a noun for words which its subject says: `Lind offered Berg a compliment`."""
    if one.folded[verb] not in GIVING:
        return False
    for place in range(verb + 1, min(verb + 1 + _OBJECT, len(one.words))):
        word = one.folded[place]
        if is_noun_of_words(one, place):
            return HEARD_FROM.isdisjoint(one.folded[place + 1 : place + 2])
        is_end = not word[0].isalpha() or word in PREPOSITIONS or word in NEGATIONS
        if is_end or any(other.possessive and other.end == place + 1 for other in one.mentions):
            return False
    return False


def asked_about(one: Sentence) -> Attributed | None:
    """Return the person for whose words a question asks: `What did Lind say to Berg?`, `What did Berg hear from Lind?`."""
    if one.words[-1] != "?" or ASKING.isdisjoint(one.folded[:_OPENING]):
        return None
    for place in range(len(one.words) - 1, 0, -1):
        if one.folded[place] in HEARD_FROM and not HEARING.isdisjoint(one.folded[:place]):
            named, _ = any_case_behind(one, place + 1, len(one.words))
            return person_of(named) if named is not None and named.known else None
    for verb in range(len(one.words) - 1, 0, -1):
        if is_saying(one, verb) and one.folded[verb] not in WORDS_OF:
            cased = has_cases(one.words[verb])
            named = in_cased_clause(one, 0, len(one.words)) if cased else subject_before(one, verb)
            return person_of(named) if named is not None and named.known else None
    return None


def _grammatical_subject(one: Sentence, context: Context, names: Names) -> Attributed | None:
    """Return the first person that a sentence names and no other word governs, or the person meant by a pronoun there."""
    for mention in one.mentions:
        if mention.possessive or is_object(one, mention):
            continue
        if mention.kind is Kind.PRONOUN:
            return _meant(mention, one, context, names).who
        if is_person(mention, one, context):
            return person_of(mention)
    return None


def _main_subject(one: Sentence, context: Context) -> tuple[Mention | None, bool]:
    """Return the first person or pronoun that no other word governs, and whether a name that may be a person's is the subject instead.

    `When he arrived, Lind said that Berg was late` has the subject Lind. In `He is Ola Berg`, the pronoun means the person named.
    """
    start = 0
    if (begins_subordinate(one.words[0]) or one.folded[0] in PREPOSITIONS) and "," in one.words:
        comma = one.words.index(",")
        if any(mention.start > comma and _may_be_subject(mention, one) for mention in one.mentions):
            start = comma
    is_unknown = False
    for mention in one.mentions:
        if mention.start < start or not _may_be_subject(mention, one):
            continue
        if is_person(mention, one, context):
            return mention, False
        if is_unknown:
            continue
        if mention.kind is Kind.PRONOUN:
            is_same = not BE.isdisjoint(one.folded[mention.end : mention.end + 1])
            named = mention_starting(one, mention.end + 1) if is_same else None
            return (named if named is not None and named.is_named else mention), False
        is_unknown = (  # `Ban demurred`
            not _is_of_many(mention.who or "", context)
            and mention.end < len(one.words)
            and may_follow_subject(one, mention.end)
        )
    return None, is_unknown


def _may_be_subject(mention: Mention, one: Sentence) -> bool:
    """Return whether a mention is a name or a pronoun that no other word governs."""
    is_pronoun = mention.kind is Kind.PRONOUN and one.folded[mention.start] not in OBJECTS
    return (
        (is_pronoun or mention.kind in {Kind.PERSON, Kind.UNSURE, Kind.PLACE})
        and not mention.possessive
        and not is_object(one, mention)
    )


def _subject_meant(
    subject: Mention | None, one: Sentence, context: Context, names: Names
) -> Attributed | None:
    """Return the person whom the subject of a sentence names or means."""
    if subject is None:
        return None
    return _meant(subject, one, context, names).who if subject.kind is Kind.PRONOUN else person_of(subject)


def _announced(
    one: Sentence,
    speaker: Attributed | None,
    people: Sequence[Attributed],
    objects: AbstractSet[str],
) -> Attributed | None:
    """Return the speaker whose words a colon at the end of a sentence announces."""
    if speaker is not None:
        return speaker
    known = [one for one in people if one.known]
    is_subject = len(known) == 1 and key_of(known[0]) not in objects
    return known[0] if is_subject and not is_told(one, len(one.words)) else None
