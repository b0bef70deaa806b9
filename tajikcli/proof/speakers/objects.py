"""The names in a sentence that are not subjects: after a preposition, after a verb, in another case, several together."""

from __future__ import annotations

from functools import lru_cache

from tajikcli.language.all_languages import together
from tajikcli.language.countries import is_adjective
from tajikcli.language.forms import has_cases
from tajikcli.proof.grammar import begins_subordinate
from tajikcli.proof.speakers.marks import QUOTE
from tajikcli.proof.speakers.mention import Kind, Mention
from tajikcli.proof.speakers.sentence import Sentence, mention_ending
from tajikcli.proof.speakers.titles import office_of
from tajikcli.proof.speakers.verbs import is_adverb, is_participle, may_follow_subject
from tajikcli.proof.speech import (
    ADDRESSING,
    ADVERBS,
    AND,
    AS_SAYING,
    BEFORE_INVERSION,
    CLOSED,
    COUNTERPARTS,
    DETERMINERS,
    HEARING,
    INVERTING,
    KEEPING_FORM,
    LIGHT,
    LISTENING,
    MONTHS_AND_DAYS,
    NO_PARTICIPLES,
    OBJECTS,
    OBJECTS_OR_OWNERS,
    PAST_TENSES,
    PREPOSITIONS,
    PRONOUNS,
    RANKS,
    SPEAKING,
    SUBJECTS,
    VERBS,
    WHO,
    WORDS_OF,
    is_occasion,
    looks_like_verb,
)
from tajikcli.text import fold_letters

_BEFORE_NAMES = LIGHT | COUNTERPARTS
_NO_ADJECTIVES = VERBS | PRONOUNS | WORDS_OF


_ALL = together()
_SET_PHRASES = frozenset(tuple(fold_letters(phrase).split()) for phrase in _ALL.set_phrases)
_NOUNS = frozenset({Kind.TITLE, Kind.SOMEBODY})
_REMEMBERED = 128  # the number of answers to remember, more than one sentence needs
_DESCRIBING = 4  # the maximum number of words between a preposition and a name that describe the person


def is_several(one: Sentence, mention: Mention) -> bool:
    """Return whether a name is joined with another: `Putin and Rahmon said` names no single speaker."""
    before, after = mention.start - 1, mention.end
    while before >= 0 and one.folded[before].rstrip(".") in RANKS:
        before -= 1
    if before > 0 and one.folded[before] in AND:
        at = before - (one.words[before - 1] == ",")
        if any(other.end == at and other.is_named and not is_object(one, other) for other in one.mentions):
            return True
    if after < len(one.folded) and one.folded[after] in AND:
        behind = after + 1
        while behind < len(one.folded) and one.folded[behind].rstrip(".") in RANKS:
            behind += 1
        return any(other.start == behind and other.is_named for other in one.mentions)
    return False


def is_governed(one: Sentence, mention: Mention) -> bool:
    """Return whether a preposition precedes a name, with only its titles in between."""
    place = before_titles(one, mention)
    if place < 0 or (place == 0 and one.folded[0] in AND):
        return False
    if _may_govern(one, place):
        return True
    # `ба меҳмони худ Линд`: a noun is between the preposition and the name
    if not one.folded[place].endswith(_ALL.describing_endings):
        return False
    nouns = range(place, max(-1, place - _DESCRIBING), -1)
    governing = next((at for at in nouns if one.folded[at] in KEEPING_FORM), None)
    if governing is not None and tuple(one.folded[governing : place + 1]) in _SET_PHRASES:
        return False  # `дар навбати худ Линд`
    return governing is not None and all(
        one.words[at].islower() and one.folded[at] not in _NO_ADJECTIVES
        for at in range(governing + 1, place + 1)
    )


def _may_govern(one: Sentence, place: int) -> bool:
    """Return whether a word is a preposition, or a participle in its place (`meeting Lind`), but no noun (`After the meeting Lind said`)."""
    word = one.folded[place]
    return word in PREPOSITIONS and not (
        place > 0 and one.folded[place - 1] in DETERMINERS and is_occasion(word)
    )


@lru_cache(maxsize=_REMEMBERED)
def before_titles(one: Sentence, mention: Mention) -> int:
    """Return the position before a name and before its articles and titles."""
    place = mention.start - 1
    while place >= 0 and (
        one.folded[place] in _BEFORE_NAMES
        or one.folded[place].rstrip(".") in RANKS
        or _is_country(one, place)
        or (one.words[place].endswith("s") and _is_owning_country(one, place))
        or _is_country_of_title(one, place)
    ):
        place -= 1
    return place


def _is_far_governed(one: Sentence, mention: Mention, place: int) -> bool:
    """Return whether a preposition governs a name after descriptive words: `with Aland's Anna Lind`, `by actor Ola Berg`.

    This includes the second name of a place: `in Salem, New Hampshire`.
    """
    if (
        one.words[place] == ","
        and mention.kind is Kind.UNSURE
        and not (mention.end < len(one.words) and may_follow_subject(one, mention.end))
    ):
        other = mention_ending(one, place)
        return other is not None and other.kind is Kind.UNSURE and is_governed(one, other)
    for at in range(place, max(-1, place - 4), -1):
        if _may_govern(one, at):
            return True
        if (
            not one.words[at][0].isalpha()
            or one.folded[at] in CLOSED
            or one.folded[at] in MONTHS_AND_DAYS
            or one.folded[at] in VERBS
            or is_participle(one.folded[at])
        ):
            return False
    return False


def _is_country(one: Sentence, place: int) -> bool:
    return is_adjective(one.folded[place])


def _is_owning_country(one: Sentence, place: int) -> bool:
    """Return whether a word is the possessive of a country: `to Aland's Anna Lind`."""
    return any(
        other.end == place + 1 and other.kind is Kind.PLACE and other.possessive for other in one.mentions
    )


def _is_country_of_title(one: Sentence, place: int) -> bool:
    """Return whether a word is the country of a title before it: `ба Президенти Тоҷикистон Эмомалӣ Раҳмон`."""
    return (
        place > 0
        and has_cases(one.words[place])
        and one.words[place][0].isupper()
        and bool(office_of(one.folded[place - 1]))
        and any(other.end == place + 1 and other.kind is Kind.PLACE for other in one.mentions)
    )


@lru_cache(maxsize=_REMEMBERED)
def is_object(one: Sentence, mention: Mention, verb: int | None = None) -> bool:
    """Return whether a name is governed by a preposition or a verb, or is not in the nominative.

    Args:
        one: the sentence.
        mention: the name.
        verb: the verb whose subject is wanted; None for any verb.
    """
    if has_cases(one.words[mention.end - 1]) and (not mention.nominative or is_governed(one, mention)):
        return True
    place = before_titles(one, mention)
    if place < 0 or one.folded[place] in INVERTING:
        return False
    if one.words[place] == "," and verb is not None and one.folded[verb].endswith(_ALL.gerund_endings):
        noun = mention_ending(one, place)
        if noun is not None and noun.kind in _NOUNS:
            return is_object(one, noun, verb)  # `Lind spoke of her guest, Berg, saying`
    begins_clause = one.folded[place] in AND and (
        place == 0 or one.words[place - 1] in {QUOTE, ","} or _begins_joined_clause(one, mention, place, verb)
    )
    if _may_govern(one, place) and not begins_clause:
        is_clause = begins_subordinate(one.words[place]) and _is_subject_of_what_follows(one, mention, verb)
        return not (is_clause or _is_heard_saying(one, mention, place))
    if (
        place > 0
        and one.folded[place - 1] in WHO
        and one.words[place].islower()
        and not has_cases(one.words[place])
    ):
        return True  # `the man who drives Lind`
    if _is_subject_of_what_follows(one, mention, verb):
        return False
    if not begins_clause and _is_far_governed(one, mention, place):
        return True
    if one.folded[place] in AND:  # thanked Mrs Orlova and Mr Berg
        other = next((other for other in one.mentions if other.end == place), None)
        return other is not None and is_object(one, other, verb)
    return takes_object(one, place)


def _begins_joined_clause(one: Sentence, mention: Mention, joining: int, verb: int | None) -> bool:
    """Return whether a name after `and` begins a clause: `Berg met Lind and Lind said`, `Berg met Lind and Moe said`, but not `a friend of Lind and Moe said`."""
    other = mention_ending(one, joining)
    if other is None:  # `Berg spoke and Lind had an answer`, but not `the guests and Lind had an answer`
        follows = mention.end < len(one.words) and may_follow_subject(one, mention.end)
        return follows and any(may_follow_subject(one, at) for at in range(1, joining))
    if not _is_subject_of_what_follows(one, mention, verb) or not is_object(one, other, verb):
        return False  # `Berg and Lind said`
    if other.who == mention.who or not is_governed(one, other):
        return True
    governing = one.folded[before_titles(one, other)]
    return governing in PAST_TENSES or looks_like_verb(governing)  # `met Lind and Moe said`


def _is_heard_saying(one: Sentence, mention: Mention, place: int) -> bool:
    """Return whether somebody listens to the person named, who says something: `listened to Lind say`."""
    says = mention.end < len(one.folded) and one.folded[mention.end] in VERBS - WORDS_OF
    return says and place > 0 and one.folded[place - 1] in LISTENING | HEARING


def _is_subject_of_what_follows(one: Sentence, mention: Mention, verb: int | None) -> bool:
    """Return whether a verb of saying follows a name directly, or in a clause about it: `who said`, `as saying`."""
    after = one.folded[mention.end : mention.end + 2]
    if after[:1] == [","]:
        return not WHO.isdisjoint(after[1:])
    if not AS_SAYING.isdisjoint(after[:1]):
        return after[1] in VERBS if after[1:] else False
    place = mention.end
    while place < len(one.folded) and one.folded[place] in ADVERBS:
        place += 1
    return place == verb or (place < len(one.folded) and one.folded[place] in SPEAKING)


def takes_object(one: Sentence, place: int) -> bool:
    """Return whether the name after a word is its object, which makes the word a verb: `thanked`, `he greets`."""
    word = one.folded[place]
    if not word[0].isalpha() or has_cases(word):
        return False
    if word in ADDRESSING or word in PAST_TENSES:
        return True
    before = one.folded[place - 1] if place else ""
    if word in VERBS:
        is_plural = f"{word}s" in VERBS  # `state Rep. Lind`, but `they state`
        return has_subject(one, place) and not (
            is_plural and before not in SUBJECTS and not before.endswith("s")
        )
    if is_participle(word):
        return before not in DETERMINERS and word not in NO_PARTICIPLES
    named = looks_like_verb(word) and any(
        other.end == place and not other.possessive for other in one.mentions
    )
    return (
        (before in SUBJECTS or named)
        and word not in AND
        and word not in SUBJECTS
        and word not in ADVERBS
        and word not in WHO
    )


def has_subject(one: Sentence, verb: int) -> bool:
    """Return whether a subject precedes a verb, so that a name after it is not the subject: `she warned Mr Berg`."""
    place = verb - 1
    while place >= 0 and is_adverb(one.folded[place]):
        place -= 1
    return place >= 0 and one.words[place][0].isalnum() and one.folded[place] not in BEFORE_INVERSION


def means_another(one: Sentence) -> bool:
    """Return whether a pronoun is not a subject: `greeted him`."""
    if OBJECTS.isdisjoint(one.folded) and OBJECTS_OR_OWNERS.isdisjoint(one.folded):
        return False
    for place, word in enumerate(one.folded):
        follows = one.words[place + 1 : place + 2]
        if word in OBJECTS or (word in OBJECTS_OR_OWNERS and not (follows and follows[0][0].isalnum())):
            return True
    return False
