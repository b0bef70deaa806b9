"""How each sentence creates the next context: who speaks in it, who is its subject, and who else is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tajikcli.language.forms import has_cases
from tajikcli.proof.grammar import INFINITIVES, begins_subordinate
from tajikcli.proof.speakers.clauses import (
    any_case_behind,
    gives_words,
    in_cased_clause,
    is_noun_of_words,
)
from tajikcli.proof.speakers.genders import SIGN, added, leanings_after
from tajikcli.proof.speakers.labels import before_aside
from tajikcli.proof.speakers.mention import Kind, Mention, gender_of
from tajikcli.proof.speakers.objects import before_titles, is_object, means_another
from tajikcli.proof.speakers.owners import source_of
from tajikcli.proof.speakers.persons import OFFICE, is_person, key_of, person_of, persons
from tajikcli.proof.speakers.reference import (
    is_of_many,
    meaning,
    meant_by,
    objects_in,
)
from tajikcli.proof.speakers.sentence import Sentence, mention_starting
from tajikcli.proof.speakers.subjects import subject_before
from tajikcli.proof.speakers.titles import office_of
from tajikcli.proof.speakers.told import is_told_of
from tajikcli.proof.speakers.topic import is_alone_in_main_clause, is_alone_subject, main_clause
from tajikcli.proof.speakers.verbs import (
    MAY_BE_SAYING,
    is_saying,
    is_told,
    may_follow_subject,
)
from tajikcli.proof.speakers.view import clause_begin, clause_end
from tajikcli.proof.speech import (
    AGENTS,
    ASKING,
    BE,
    DETERMINERS,
    FLOOR,
    GIVING,
    HEARD_FROM,
    HEARING,
    HERS,
    HIS,
    INVITING,
    INVITING_WITH,
    LISTENING,
    OBJECTS,
    OWNERS,
    PASSING,
    PREPOSITIONS,
    VERBS,
    WORDS_OF,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from tajikcli.proof.speakers.earlier import Context
    from tajikcli.proof.speakers.naming import Attributed, Names

_TO_OTHERS = HEARD_FROM | AGENTS | INVITING


_OBJECT = 5  # the number of words after a verb within which its object stands
_OPENING = 3  # the number of words at the beginning of a question among which its question word is
_RECENT = 4  # the number of persons in earlier sentences whom a pronoun of their gender may mean


def fold(context: Context, one: Sentence, speakers: Sequence[Attributed | None], names: Names) -> Context:
    """Return the context after a sentence.

    Args:
        context: the context before it.
        one: the sentence.
        speakers: the speakers of its quotations.
        names: the names of speakers.
    """
    first, is_unknown = _main_subject(one, context)
    main = main_clause(one, first)
    subject = None if speakers and any(speakers) else _subject(one, context, names, main)
    speaker = next((each for each in speakers if each), None) or subject
    people = persons(one, context)
    objects = objects_in(one)
    another = means_another(one)
    changes: dict[str, Any] = {
        "asked": not INVITING.isdisjoint(one.folded) and not is_told(one, len(one.words)),
        "titled": any(mention.kind is Kind.TITLE and not is_object(one, mention) for mention in one.mentions),
        "speaking": (speaker or context.speaking) if speakers else subject,
        "announced": _announced(one, speaker, people, objects)
        if one.words and one.words[-1] == ":"
        else asked_about(one)
        if one.words
        else None,
    }
    leanings = leanings_after(one, context, people)
    is_unknown = is_unknown or (first is None and _is_about_another(one, context, names))
    subject = _subject_meant(first, one, context, names)
    if first is not None and first.gender and first.kind is Kind.PRONOUN and subject is not None:
        leanings = added(leanings, {key_of(subject): SIGN[first.gender]})
    hands_over = _hands_over(one, speaker) or (speaker is None and _has_owner(one))
    is_alone = (
        first is not None
        and not hands_over
        and (is_alone_subject(first, one, people, objects) or is_alone_in_main_clause(first, one, main))
    )
    changes |= {"leanings": leanings, "topic": person_of(first) if first is not None and is_alone else None}
    if speaker:
        changes["last"] = None if hands_over else speaker
    if first is not None and first.kind is Kind.PRONOUN:
        changes["centre"] = subject
    elif first is not None or people:
        changes["centre"] = None
    if subject is not None or people:
        changes |= {"subject": subject or speaker, "owner": _owner(first, one)}
    if people:
        changes["recent"] = (*people, *context.recent)[:_RECENT]
    present = people or context.present
    if people or another:
        is_subject = not another and any(key_of(person) not in objects for person in people)
        changes |= {"named": people if is_subject else (), "present": present}
        if not speaker and set(map(key_of, people)) != ({key_of(context.last)} if context.last else set()):
            changes["last"] = None
    unresolved = first is not None and bool(people)
    if speaker is None and subject is None and (unresolved or is_unknown):
        # The subject may be meant next, and not a person named beside it.
        changes |= {"named": (), "last": None, "subject": None, "centre": None}
        changes["present"] = present or context.named
    if hands_over and not speakers:
        changes |= {"named": (), "subject": None, "centre": None, "present": present}
    before = context.last or context.centre or context.subject
    if (
        before
        and not speakers
        and subject
        and key_of(before) != key_of(subject)
        and _only_listens(first, one)
    ):
        changes |= {"named": (before, subject), "last": None, "centre": None}
    source = source_of(one) if subject and not speakers and len(people) > 1 else None
    if source is not None and subject and key_of(person_of(source)) != key_of(subject):
        # `According to Berg, Lind was late`: either of them may have added something.
        changes |= {"named": (person_of(source), subject), "last": None, "centre": None, "topic": None}
    return context._replace(**changes)


def _owner(subject: Mention | None, one: Sentence) -> str:
    """Return the gender of the pronoun in the description before a name: `her deputy, Ola Berg`."""
    if subject is None or not subject.is_named:
        return ""
    before = one.folded[max(0, subject.start - OFFICE) : subject.start]
    for word in reversed(before):
        if word in OWNERS:
            return gender_of(word) or ("m" if word in HIS else "f" if word in HERS else "")
        if word in PREPOSITIONS or word in VERBS:
            break
    return ""


def _only_listens(subject: Mention | None, one: Sentence) -> bool:
    """Return whether the subject of a sentence only listens, so that the speaker before may go on: `Berg listened`."""
    return subject is not None and not LISTENING.isdisjoint(one.folded[subject.end : subject.end + 2])


def _has_owner(one: Sentence) -> bool:
    """Return whether somebody's guest or colleague without a name may be the subject: `Lind's guest was brief`."""
    return any(
        mention.possessive
        and mention.is_named
        and any(map(office_of, one.folded[mention.end : mention.end + 2]))
        for mention in one.mentions
    )


def _hands_over(one: Sentence, speaker: Attributed | None) -> bool:
    """Return whether somebody else may speak next: `Lind asked Berg`, `Lind gave a guest the floor`, `Lind's words drew a smile from Berg`."""
    if not FLOOR.isdisjoint(one.folded):
        given = next((at for at, word in enumerate(one.folded) if word in GIVING or word in PASSING), None)
        if given is not None and not FLOOR.isdisjoint(one.folded[given : given + _OBJECT]):
            return True
    for at, word in enumerate(one.folded[:-1] if not INVITING.isdisjoint(one.folded) else ()):
        if word in INVITING and one.words[at + 1][0].isupper():  # nothing else may show that it is a person
            asked = mention_starting(one, at + 1)
            if asked is None or asked.who is None or speaker is None or person_of(asked) != speaker:
                return True
    if speaker is None:
        return False
    for other in one.mentions:
        if not other.is_named or other.possessive or key_of(person_of(other)) == key_of(speaker):
            continue
        before = one.folded[before_titles(one, other)]
        behind = one.folded[other.end : other.end + 2]
        invited = len(behind) > 1 and behind[0] in INFINITIVES and is_saying(one, other.end + 1)
        at = before_titles(one, other)
        called_on = tuple(one.folded[max(0, at - 1) : at + 1]) in INVITING_WITH
        if invited or called_on or before in _TO_OTHERS:
            return True
    return False


def _subject(one: Sentence, context: Context, names: Names, main: int) -> Attributed | None:
    """Return the person to whom a sentence attributes any words; who speaks before the main clause counts for no more than its subject."""
    verbs = [
        at for at, word in enumerate(one.folded) if at >= main and (MAY_BE_SAYING[word] or word in GIVING)
    ]
    for verb in reversed(verbs):
        says = is_saying(one, verb) and one.folded[verb] not in WORDS_OF
        if says or gives_words(one, verb):
            mention = _subject_in_clause(one, verb) or subject_before(one, verb)
            if mention is None or (mention.is_named and not is_person(mention, one, context)):
                continue
            if mention.is_named and is_told_of(one, mention):
                if says and one.folded[verb - 1] not in DETERMINERS:
                    return None  # `Berg noted that Lind had said so`
                continue  # `Berg admitted that Lind had a point`
            if mention.is_named or mention.kind in {Kind.PRONOUN, Kind.TITLE}:
                return meaning(mention, one, context, names).who
    people = persons(one, context)
    source = source_of(one) if len(people) == 1 else None
    return people[0] if source is not None and is_person(source, one, context) else None


def _subject_in_clause(one: Sentence, verb: int) -> Mention | None:
    """Return the person who is the subject of a verb, in a language whose names have cases: `…, напомнил Линд на встрече с Бергом`."""
    if not has_cases(one.words[verb]):
        return None
    begin = clause_begin(one, 0, verb)
    found = in_cased_clause(one, begin, clause_end(one, verb, len(one.words)))
    return found if found is not None and found.known else None


def asked_about(one: Sentence) -> Attributed | None:
    """Return the person for whose words a question asks: `What did Lind say to Berg?`, `What did Berg hear from Lind?`."""
    if one.words[-1] != "?" or ASKING.isdisjoint(one.folded[:_OPENING]):
        return None
    for place in range(len(one.words) - 1, 0, -1):
        if one.folded[place] in HEARD_FROM and not HEARING.isdisjoint(one.folded[:place]):
            named, _ = any_case_behind(one, place + 1, len(one.words))
            return person_of(named) if named is not None and named.known else None
    for mention in one.mentions:
        behind = mention.end
        if mention.possessive and mention.known and behind < len(one.words) and is_noun_of_words(one, behind):
            return person_of(mention)  # `What was Lind's message to Berg?`
    for verb in range(len(one.words) - 1, 0, -1):
        if is_saying(one, verb) and one.folded[verb] not in WORDS_OF:
            cased = has_cases(one.words[verb])
            named = in_cased_clause(one, 0, len(one.words)) if cased else subject_before(one, verb)
            return person_of(named) if named is not None and named.known else None
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
            not is_of_many(mention.who or "", context)
            and mention.end < len(one.words)
            and may_follow_subject(one, mention.end)
        )
    return None, is_unknown


def _is_about_another(one: Sentence, context: Context, names: Names) -> bool:
    """Return whether the subject is a title of somebody other than the persons named before: `Then his guest rose`."""
    title = next((mention for mention in one.mentions if mention.kind is Kind.TITLE), None)
    is_subject = title is not None and not title.possessive and title.nominative and not is_object(one, title)
    return title is not None and is_subject and meaning(title, one, context, names).who is None


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
    return meant_by(subject, one, context, names).who if subject.kind is Kind.PRONOUN else person_of(subject)


def _announced(
    one: Sentence,
    speaker: Attributed | None,
    people: Sequence[Attributed],
    objects: AbstractSet[str],
) -> Attributed | None:
    """Return the speaker whose words a colon at the end of a sentence announces; a label may name others whom the speaker meets: `Lind at the talks with Berg:`."""
    if speaker is not None:
        return speaker
    known = [one for one in people if one.known]
    if len(known) > 1:
        label = before_aside(one, 0, len(one.words) - 1)
        return person_of(label) if label is not None and label.known else None
    is_subject = len(known) == 1 and key_of(known[0]) not in objects
    return known[0] if is_subject and not is_told(one, len(one.words)) else None
