"""Whether the next pronoun means the subject of a sentence, because nobody else in it may speak next: `Lind greeted Berg. “…,” he said`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.forms import OnFirstUse, any_of, has_cases
from tajikcli.proof.grammar import INFINITIVES, begins_subordinate
from tajikcli.proof.speakers.clauses import (
    GERUNDS,
    is_noun_of_words,
)
from tajikcli.proof.speakers.mention import Kind, Mention
from tajikcli.proof.speakers.objects import before_titles, is_governed
from tajikcli.proof.speakers.persons import key_of, person_of
from tajikcli.proof.speakers.sentence import Sentence, mention_starting
from tajikcli.proof.speakers.verbs import (
    is_participle,
    is_saying,
    is_told,
    may_say,
)
from tajikcli.proof.speech import (
    AGENTS,
    AGREEING,
    AND,
    CITING,
    CLOSED,
    FLOOR,
    HEARING,
    INVITING,
    NO_PARTICIPLES,
    OPENING,
    OWNERS,
    PASSING,
    QUOTING,
    RECEIVING,
    WHO,
    WHOM,
    WORDS_OF,
    YIELDING,
)
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from tajikcli.proof.speakers.naming import Attributed

_BEFORE_NOUNS = CLOSED | OWNERS
_SHARING = QUOTING | CITING | PASSING | INVITING | HEARING | AGREEING | YIELDING | FLOOR | AGENTS
_CLAUSE = WHO | WHOM
_MEETING = OnFirstUse(any_of(fold_letters(together().meeting_words)))
_SEVERAL = 2


def is_alone_subject(
    subject: Mention, one: Sentence, people: Sequence[Attributed], objects: AbstractSet[str]
) -> bool:
    """Return whether the next pronoun means the subject, because the others are only objects, and none of them is asked, heard or described: `Lind greeted Berg`."""
    if subject.kind is not Kind.PERSON or len(people) < _SEVERAL:
        return False
    others = [person for person in people if key_of(person) != key_of(person_of(subject))]
    owners = {
        key_of(person_of(mention)) for mention in one.mentions if mention.possessive and mention.is_named
    }
    if len(others) == len(people) or not all(key_of(person) in objects | owners for person in others):
        return False
    after = (mention.start for mention in one.mentions if mention.start > subject.start)
    first = min(after, default=len(one.words))
    between = one.folded[subject.end : first]
    other = mention_starting(one, first)
    is_direct = other is not None and has_cases(one.words[first]) and not is_governed(one, other)
    is_mutual = _CLAUSE.isdisjoint(between) and any(map(_MEETING.compiled.fullmatch, between))
    opens = not OPENING.isdisjoint(one.folded[subject.end :])
    if not is_direct and is_mutual and not opens and not _is_doing(one, first):
        return False  # `Lind met Berg`: each meets the other
    if not RECEIVING.isdisjoint(one.folded) and any(
        is_noun_of_words(one, at) for at in range(len(one.words))
    ):
        return False  # `Lind got an answer from Berg`
    if not _SHARING.isdisjoint(one.folded) or is_told(one, len(one.words), subject.end):
        return False
    return not any(
        mention.is_named
        and mention.start > subject.end
        and (
            (mention.possessive and not WORDS_OF.isdisjoint(one.folded[mention.end : mention.end + 2]))
            or one.folded[before_titles(one, mention)] in AND
            or is_noun_of_words(one, before_titles(one, mention))
            or begins_subordinate(one.words[before_titles(one, mention)])
            or not _CLAUSE.isdisjoint(one.folded[mention.end : mention.end + 2])
            or _is_before_infinitive(one, mention.end)
            or (mention.end < len(one.words) and may_say(one, mention.end))
        )
        for mention in one.mentions
    )


def main_clause(one: Sentence, subject: Mention | None) -> int:
    """Return the start of the main clause with the name that is its subject, after a subordinate clause: `While Berg listened, Lind took notes`, `Pressed by Berg, Lind relented`; otherwise, 0."""
    if subject is None or subject.kind is not Kind.PERSON:
        return 0
    if not begins_subordinate(one.words[0]) and not _acted_on(one):
        return 0
    comma = one.words.index(",") if "," in one.words else len(one.words)
    return comma + 1 if comma < subject.start else 0


def _acted_on(one: Sentence) -> int:
    """Return the end of the participle and its preposition that begin a sentence whose subject is acted on: `Pressed by Berg, Lind relented`, `When asked by Berg, Lind shrugged`; otherwise, 0."""
    begin = int(begins_subordinate(one.words[0]))
    is_passive = one.folded[begin + 1 : begin + 2] != [] and one.folded[begin + 1] in AGENTS
    return begin + 2 if is_passive and is_participle(one.folded[begin]) else 0


def is_alone_in_main_clause(subject: Mention, one: Sentence, main: int) -> bool:
    """Return whether the next pronoun means the subject of the main clause, because the others are only in a subordinate clause in which nobody speaks."""
    return (
        main > 0
        and _SHARING.isdisjoint(one.folded[main:])
        and not any(is_saying(one, at) for at in range(_acted_on(one), main))
        and not any(mention.is_named and mention.start > subject.start for mention in one.mentions)
        and not is_told(one, len(one.words), subject.end)
    )


def _is_doing(one: Sentence, place: int) -> bool:
    """Return whether a participle after a position says what only the subject does: `Lind opened talks with Berg by praising him`."""
    return any(
        one.folded[at].endswith(GERUNDS)
        and one.folded[at] not in NO_PARTICIPLES
        and (one.words[at - 1] == "," or one.folded[at - 1] in AGENTS)
        for at in range(place + 1, len(one.words))
    )


def _is_before_infinitive(one: Sentence, place: int) -> bool:
    """Return whether an infinitive is at a position: `Lind urged Berg to speak`, but not `Lind welcomed Berg to the palace`."""
    behind = one.folded[place + 1 : place + 2]
    is_marker = not INFINITIVES.isdisjoint(one.folded[place : place + 1])
    return is_marker and bool(behind) and behind[0] not in _BEFORE_NOUNS and one.words[place + 1].islower()
