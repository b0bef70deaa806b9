"""A sentence with signs for its quotations, and the grammar of its names: subjects, objects, verbs of saying."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import together
from tajikcli.language.countries import is_adjective
from tajikcli.language.forms import has_cases, nominatives
from tajikcli.proof.speakers.mentions import DASHES, QUOTE, TOKEN, Kind, Mention, mentions_in
from tajikcli.proof.speakers.naming import bare
from tajikcli.proof.speech import (
    ADDRESSING,
    ADVERBS,
    AND,
    AS_SAYING,
    BE,
    BEFORE_INVERSION,
    CLOSED,
    DENIALS,
    DENYING,
    DETERMINERS,
    EXCLUDING,
    IRREGULAR_PASTS,
    KEEPING_FORM,
    LIGHT,
    LIGHT_VERBS,
    MONTHS_AND_DAYS,
    NO_PARTICIPLES,
    NOBODY,
    NOTHING,
    OBJECTS,
    OBJECTS_OR_OWNERS,
    PAST_TENSES,
    PREPOSITIONS,
    PRONOUNS,
    RANKS,
    SAYING_WITH,
    SILENT,
    SUBJECTS,
    SUBORDINATE,
    SUPPOSEDLY,
    VERBS,
    WHO,
    WHOM,
    WORDS_OF,
    looks_like_verb,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tajikcli.proof.speakers.naming import Names

_ALL = together()
_PARTICIPLE = re.compile(rf"[a-z]{{2}}(?:{'|'.join(_ALL.participle_endings)})$")
_SAYING_FIRST = frozenset(phrase[0] for phrase in SAYING_WITH)
_LONG_SUBJECT = 12  # the number of words of a long subject
_DESCRIBING = 3  # the maximum number of words between a preposition and a name that describe the person
_FAR = 6  # the maximum number of words between a name and its verb


class Sentence(NamedTuple):
    """A sentence.

    Attributes:
        words: its words and marks, with `mentions.QUOTE` for each quotation.
        folded: the same words, folded.
        signs: the numbers of the words that represent quotations.
        closings: for each quotation, the last mark inside it, or an empty text.
        mentions: the mentions in it.
        has_only_quotations: whether `and` is its only other word.
    """

    words: Sequence[str]
    folded: Sequence[str]
    signs: Sequence[int]
    closings: Sequence[str]
    mentions: Sequence[Mention]
    has_only_quotations: bool


def read_sentence(text: str, closings: Sequence[str], names: Names) -> Sentence:
    """Return a sentence with its mentions.

    Args:
        text: the sentence, with a sign in place of each quotation.
        closings: for each quotation, the last mark inside it, or an empty text.
        names: the names of speakers.
    """
    words = TOKEN.findall(text)
    folded = [bare(word) for word in words]
    signs = [place for place, word in enumerate(words) if word == QUOTE]
    only_quotations = all(
        not word[0].isalnum() or folded_ in AND
        for word, folded_ in zip(words, folded, strict=True)
        if word != QUOTE
    )
    return Sentence(words, folded, signs, closings, mentions_in(words, folded, names), only_quotations)


def is_saying(one: Sentence, place: int) -> bool:
    """Return whether a word is a known verb of saying."""
    return (
        one.folded[place] in VERBS
        or (one.folded[place] in _SAYING_FIRST and tuple(one.folded[place : place + 2]) in SAYING_WITH)
        or _is_said_with(one, place)
        or negated(one.folded[place])
    )


def _is_said_with(one: Sentence, place: int) -> bool:
    """Return whether a noun before a light verb forms a verb of saying with it, in a different form than on its own: `изҳори умед кард`."""
    word = one.folded[place]
    return (
        has_cases(word)
        and not LIGHT_VERBS.isdisjoint(one.folded[place + 1 : place + 1 + _DESCRIBING])
        and word not in WORDS_OF
        and not VERBS.isdisjoint(nominatives(word))
    )


def may_say(one: Sentence, place: int) -> bool:
    """Return whether a word may be a verb of saying here: it looks like a verb, and is not a known verb of another kind."""
    word = one.words[place]
    folded = one.folded[place]
    if is_saying(one, place) or folded in DENYING:
        return True
    return (
        word.islower()
        and word.isalpha()
        and folded not in SILENT
        and folded not in CLOSED
        and folded not in ADVERBS
        and folded not in MONTHS_AND_DAYS
        and not is_adverb(folded)
        and folded not in RANKS
        and folded not in NO_PARTICIPLES
        and looks_like_verb(folded)
    )


def _nobody_says(one: Sentence, verb: int) -> bool:
    """Return whether the subject of a verb is nobody: `nobody, least of all Lind, said`, `neither Lind nor Berg said`."""
    for place in range(verb - 1, max(-1, verb - _LONG_SUBJECT), -1):
        if one.folded[place] in NOBODY:
            return True
        if one.words[place] in {QUOTE, ";", ":"} or may_say(one, place):
            return False
    return False


@lru_cache(maxsize=50_000)
def negated(folded: str) -> bool:
    """Return whether a folded word is a verb of saying with a prefix that negates it: `нагуфт`."""
    return (
        folded not in VERBS
        and folded.startswith(_ALL.negated)
        and any(folded.removeprefix(beginning) in VERBS | LIGHT_VERBS for beginning in _ALL.negated)
    )


@lru_cache(maxsize=50_000)
def is_adverb(folded: str) -> bool:
    """Return whether a folded word may be between a subject and its verb."""
    return folded in ADVERBS or folded in BE or folded.endswith(_ALL.adverb_endings)


def is_denied(one: Sentence, verb: int) -> bool:
    """Return whether the verb denies that words were said: `did not say`, `denied that`, `denied saying`, `said nothing`."""
    folded = one.folded
    after = [word for word in folded[verb + 1 : verb + 3] if word != ","][:1]
    if negated(folded[verb]) or _nobody_says(one, verb):
        return True
    if folded[verb] in DENYING and (QUOTE in after or not SUBORDINATE.isdisjoint(after)):
        return True
    start = max(0, verb - 3)
    before = folded[start:verb]
    if (
        not SUPPOSEDLY.isdisjoint(
            before if "," not in before else before[-2:]
        )  # `was falsely quoted as saying`
        or not DENIALS.isdisjoint(before[-2:])
        or not NOTHING.isdisjoint(folded[verb + 1 : verb + 2])
    ):
        return True
    return any(
        word in DENYING and all(not between[0].isupper() for between in one.words[start + at + 1 : verb])
        for at, word in enumerate(before)
    )


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
    if one.folded[place] in PREPOSITIONS:
        return True
    # `ба меҳмони худ Линд`: a noun is between the preposition and the name
    if not one.folded[place].endswith(_ALL.describing_endings):
        return False
    nouns = range(place, max(-1, place - _DESCRIBING), -1)
    governing = next((at for at in nouns if one.folded[at] in KEEPING_FORM), None)
    return governing is not None and all(
        one.words[at].islower() and one.folded[at] not in VERBS | PRONOUNS | WORDS_OF
        for at in range(governing + 1, place + 1)
    )


def before_titles(one: Sentence, mention: Mention) -> int:
    """Return the position before a name and before its articles and titles."""
    place = mention.start - 1
    while place >= 0 and (
        one.folded[place] in LIGHT
        or one.folded[place].rstrip(".") in RANKS
        or _is_country(one, place)
        or (one.words[place].endswith("s") and _is_owning_country(one, place))
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
        if one.folded[at] in PREPOSITIONS:
            return True
        if (
            not one.words[at][0].isalpha()
            or one.folded[at] in CLOSED
            or one.folded[at] in VERBS
            or _PARTICIPLE.search(one.folded[at])
        ):
            return False
    return False


def may_follow_subject(one: Sentence, place: int) -> bool:
    """Return whether a word is an adverb or looks like a verb, and like no plural: `In Salem, Lind rarely smiled`."""
    folded = one.folded[place]
    return one.words[place].islower() and (
        is_adverb(folded) or folded in SILENT or (looks_like_verb(folded) and not folded.endswith("s"))
    )


def _is_country(one: Sentence, place: int) -> bool:
    return is_adjective(one.folded[place])


def _is_owning_country(one: Sentence, place: int) -> bool:
    """Return whether a word is the possessive of a country: `to Aland's Anna Lind`."""
    return any(
        other.end == place + 1 and other.kind is Kind.PLACE and other.possessive for other in one.mentions
    )


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
    if place < 0:
        return False
    begins_clause = one.folded[place] in AND and (place == 0 or one.words[place - 1] in {QUOTE, ","})
    if one.folded[place] in PREPOSITIONS and not begins_clause:
        return True
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
    return place == verb or (place < len(one.folded) and one.folded[place] in VERBS - WORDS_OF)


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
    if _PARTICIPLE.search(word):
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


def is_told(one: Sentence, end: int, start: int = 0) -> bool:
    """Return whether the last verb before a position is passive: `was told`, `was greeted with the words`."""
    for place in range(end - 1, start, -1):
        word = one.folded[place]
        if word in ADDRESSING or _PARTICIPLE.search(word) or word in PAST_TENSES:
            before = place - 1
            while before > start and one.folded[before] in ADVERBS - BE:
                before -= 1
            return one.folded[before] in BE
        if word in VERBS - WORDS_OF:
            return False
    return False


def is_passive(one: Sentence, verb: int, start: int = 0) -> bool:
    """Return whether a verb says that something was done to its subject (`was told`, `was greeted`), except `was quoted`."""
    return (one.folded[verb] in ADDRESSING or one.folded[verb] not in VERBS) and is_told(one, verb + 1, start)


def means_another(one: Sentence) -> bool:
    """Return whether a pronoun is not a subject: `greeted him`."""
    if OBJECTS.isdisjoint(one.folded) and OBJECTS_OR_OWNERS.isdisjoint(one.folded):
        return False
    for place, word in enumerate(one.folded):
        follows = one.words[place + 1 : place + 2]
        if word in OBJECTS or (word in OBJECTS_OR_OWNERS and not (follows and follows[0][0].isalnum())):
            return True
    return False


def mention_ending(one: Sentence, place: int) -> Mention | None:
    """Return the mention whose last word is directly before a position."""
    return next((mention for mention in one.mentions if mention.end == place), None)


def mention_starting(one: Sentence, place: int) -> Mention | None:
    """Return the mention whose first word is at a position."""
    return next((mention for mention in one.mentions if mention.start == place), None)


def mentions_before(one: Sentence, place: int, start: int = 0) -> Iterator[Mention]:
    """Yield the mentions between two positions, the last one first."""
    return (mention for mention in reversed(one.mentions) if start <= mention.start and mention.end <= place)


def subject_before(one: Sentence, verb: int, start: int = 0) -> Mention | None:
    """Return the subject before a verb, which no preposition or other verb governs and which is not a possessive.

    Args:
        one: the sentence.
        verb: the number of the verb.
        start: the start of the part of the sentence to search.
    """
    folded, words = one.folded, one.words
    if folded[verb] in ADDRESSING and is_told(one, verb + 1):
        return None
    place = verb
    while place > start and is_adverb(folded[place - 1]):
        place -= 1
    if place > start and folded[place - 1] in WHO:
        return _antecedent(one, place - 1)
    somebody = _somebody(one, place, start)
    if somebody is not None:
        return somebody
    described = _described(one, place, start) if words[place - 1] == "," else None
    if described is not None:
        return described
    passed: Mention | None = None
    for mention in mentions_before(one, verb, start):
        between = _without_brackets(words[mention.end : verb])
        if ")" in between:
            continue  # inside brackets
        if any(word in ".;!?" or word == QUOTE for word in between):
            return None
        if mention.possessive:
            if folded[verb] in WORDS_OF and len(between) < 3:
                return mention
            continue
        if is_object(one, mention, verb):
            continue
        if folded[verb] in WORDS_OF and is_told(one, verb, mention.end):
            continue
        commas = "," in between
        if commas and not WHOM.isdisjoint(folded[_clause_start(one, mention) : mention.start]):
            continue  # `Mr Berg, whom she thanked, said`
        outer = _around_remark(one, mention, verb) if commas else None
        if outer is not None:
            return outer
        if not commas and sum(word[0].isalnum() for word in between) > _FAR:
            continue
        if not _reaches(one, mention.end, verb):
            passed = passed or (mention if mention.kind is Kind.PERSON else None)
            continue
        if passed is not None and passed.who != mention.who:
            return Mention(passed.start, passed.end, Kind.SOMEBODY)  # the nearer person may be the subject
        return mention
    return _coordinated(one, place, start)


def _around_remark(one: Sentence, mention: Mention, verb: int) -> Mention | None:
    """Return the subject before a remark between commas with a verb of saying and a subject of its own: `Lind, Berg reported later, had told him`."""
    comma = before_titles(one, mention)
    if comma < 1 or one.words[comma] != "," or mention.end >= verb or not may_say(one, mention.end):
        return None
    outer = mention_ending(one, comma)
    is_subject = (
        outer is not None and outer.is_named and not outer.possessive and not is_object(one, outer, verb)
    )
    return outer if is_subject else None


def _antecedent(one: Sentence, place: int) -> Mention:
    """Return the person whom `who` stands for: the name directly before it, or an unnamed person."""
    behind = place - 1 if place and one.words[place - 1] == "," else place
    found = mention_ending(one, before_brackets(one, behind, 0)) or _before_exclusion(one, behind)
    return found if found is not None and not found.possessive else Mention(place, place + 1, Kind.SOMEBODY)


def _before_exclusion(one: Sentence, place: int) -> Mention | None:
    """Return the name before an excluded one that ends at a position: `it was Lind, rather than Berg, who said`."""
    for mention in mentions_before(one, place):
        between = one.folded[mention.end : place]
        if between[:1] == [","]:
            between = between[1:]
        excludes = between[:1] and (
            between[0] in DENIALS | AND or any(tuple(between[: len(each)]) == each for each in EXCLUDING)
        )
        return mention if excludes and len(between) <= _FAR and "," not in between else None
    return None


def _without_brackets(words: Sequence[str]) -> Sequence[str]:
    """Return words without those in brackets; a closing bracket without an opening one is kept."""
    if "(" not in words:
        return words
    kept: list[str] = []
    depth = 0
    for word in words:
        if word == "(":
            depth += 1
        elif word == ")" and depth:
            depth -= 1
        elif not depth:
            kept.append(word)
    return kept


def before_brackets(one: Sentence, place: int, start: int) -> int:
    """Return the position before brackets that end at a position, or the position itself."""
    if place > start and one.words[place - 1] == ")":
        return next((at for at in range(place - 1, start - 1, -1) if one.words[at] == "("), place)
    return place


def _described(one: Sentence, comma: int, start: int) -> Mention | None:
    """Return the name before a description between commas and a verb: `Lind, a friend of Berg's in Salem, said`."""
    for mention in mentions_before(one, comma - 1, start):
        behind = mention.end
        if behind < comma and one.words[behind] == "(":
            behind = next((at + 1 for at in range(behind, comma) if one.words[at] == ")"), behind)
        if one.words[behind] != "," or behind >= comma - 1:
            continue
        if QUOTE in one.words[behind:comma] or ";" in one.words[behind:comma]:
            return None
        follows = one.folded[behind + 1]
        describes = (
            follows in DETERMINERS
            or follows in WHO
            or follows in RANKS
            or follows.endswith(_ALL.gerund_endings)
            or (one.words[behind + 1].islower() and follows not in CLOSED)
        )
        if mention.possessive or not describes or is_object(one, mention) or mention.kind is Kind.DOCUMENT:
            continue
        return mention
    return None


def _coordinated(one: Sentence, verb: int, start: int) -> Mention | None:
    """Return the subject that a verb shares with an earlier verb: `Lind met Berg in Oslo and said`, `…, saying`."""
    joined = verb > start and one.folded[verb - 1] in AND
    if not joined and not one.folded[verb].endswith(_ALL.gerund_endings):
        return None
    found = [
        mention
        for mention in mentions_before(one, verb, start)
        if not mention.possessive
        and mention.kind is not Kind.DOCUMENT
        and not is_object(one, mention)
        and one.words[mention.end] != ","
        and _reaches(one, mention.end, verb)
        and not {QUOTE, ";", ":"}.intersection(one.words[mention.end : verb])
    ]
    return found[0] if len({mention.who for mention in found}) == 1 else None


def _reaches(one: Sentence, end: int, verb: int) -> bool:
    """Return whether a verb may belong to the name before it, which does not describe a noun.

    `Putin of Russia said`, `Putin, in Moscow, said`, `Putin met him and said`; not `Putin supporters said`.
    """
    return end == verb or not describes_noun(one, end)


def describes_noun(one: Sentence, end: int) -> bool:
    """Return whether a noun directly follows a name that ends at a position: `Putin supporters`, `Democratic senators`."""
    if end >= len(one.words) or has_cases(one.words[end - 1]):
        return False
    word, folded = one.words[end], one.folded[end]
    behind = one.folded[end + 1 : end + 2]
    if (
        behind
        and looks_like_verb(folded)
        and (behind[0] in DETERMINERS or behind[0] in OBJECTS or behind[0] in SUBJECTS - WHO)
    ):
        return False  # `Lind approaches it`
    return (
        word.islower()
        and word.isalpha()
        and not (
            is_adverb(folded)
            or folded in CLOSED
            or folded in SILENT
            or folded in VERBS
            or folded in MONTHS_AND_DAYS
            or folded in DENYING
            or folded in PAST_TENSES
            or folded in IRREGULAR_PASTS
            or bool(_PARTICIPLE.search(folded))
        )
    )


def _somebody(one: Sentence, place: int, start: int) -> Mention | None:
    """Return the noun before a verb that means an unnamed person: `the guest said`, `Putin supporters said`."""
    number = place - 1
    if number < start or mention_ending(one, place) is not None:
        return None
    word = one.words[number]
    if not word.isalpha() or not word.islower() or has_cases(word):
        return None
    if not is_saying(one, place) and may_say(one, number) and mention_ending(one, number) is not None:
        return None  # `Lind hails ties`
    folded = one.folded[number]
    if (
        folded in CLOSED
        or folded in VERBS
        or folded in SILENT
        or folded in DENYING
        or _PARTICIPLE.search(folded)
    ):
        return None
    for at in range(number - 1, max(start - 1, number - 5), -1):
        before = one.folded[at]
        if before in DETERMINERS or one.words[at][0].isupper():
            return Mention(at, place, Kind.SOMEBODY)
        if not one.words[at].isalpha() or before in CLOSED or before in VERBS:
            break
    return Mention(number, place, Kind.SOMEBODY) if number == start else None


def _clause_start(one: Sentence, mention: Mention) -> int:
    """Return the position after the last comma before a name."""
    return next((at + 1 for at in range(mention.start - 1, -1, -1) if one.words[at] == ","), 0)


def noun_behind(one: Sentence, place: int, end: int) -> tuple[Mention | None, int]:
    """Return the person directly after a position, with titles and descriptions before the name, and the end of the mention.

    `President Putin`, `Clinton campaign manager Robby Mook`, `the Russian leader`, `a voter`.

    Args:
        one: the sentence.
        place: the start of the mention.
        end: the end of the part of the sentence.
    """
    words, folded = one.words, one.folded
    last: Mention | None = None
    number = place
    while number < end:
        mention = next((other for other in one.mentions if other.start == number), None)
        if mention is not None:
            if mention.kind is Kind.PRONOUN and number > place:
                break
            if last is None or not (last.possessive and mention.kind is Kind.PRONOUN):
                last = mention
            number = mention.end
            if mention.kind in {Kind.PRONOUN, Kind.FORMER, Kind.LATTER} or (
                mention.kind is Kind.TITLE and not mention.possessive
            ):
                break
            continue
        word = folded[number]
        if not words[number][0].isalnum():
            break
        if is_adverb(word) and number > place and last is None and folded[number - 1] in DETERMINERS:
            number += 1
            continue  # `the visibly pleased president`
        is_name = words[number][0].isupper() and not has_cases(word)
        if word in MONTHS_AND_DAYS or (not is_name and (word in VERBS or is_adverb(word) or word in SILENT)):
            break
        if number > place and (word in CLOSED or word in ADVERBS):
            break
        if number == place and word in CLOSED and word not in DETERMINERS and word not in LIGHT:
            return None, place
        if last is not None and may_say(one, number) and not _is_noun_before_verb(one, number, end):
            break
        number += 1
    if last is not None and last.end == number and not last.possessive:
        return last, number
    return (Mention(place, number, Kind.SOMEBODY), number) if number > place else (None, place)


def owner_behind(one: Sentence, noun: int, end: int) -> Mention | None:
    """Return the owner directly after a noun, as in `Речь Линда`, if nobody else may be the subject.

    Args:
        one: the sentence.
        noun: the number of the noun.
        end: the end of its clause.
    """
    inside = [mention for mention in one.mentions if noun < mention.start and mention.end <= end]
    if not inside or not inside[0].is_named or before_titles(one, inside[0]) != noun:
        return None
    owner = inside[0]._replace(nominative=True)
    others = [
        other
        for other in one.mentions
        if other.end <= end and other.who != owner.who and other.nominative and not is_governed(one, other)
    ]
    return None if others else owner


def _is_noun_before_verb(one: Sentence, place: int, end: int) -> bool:
    """Return whether a word that looks like a verb is a noun, because a verb of saying follows: `Putin aides said`."""
    for number in range(place + 1, min(end, place + 4)):
        if is_saying(one, number):
            return True
        if not one.words[number][0].isalpha() or one.folded[number] in CLOSED:
            return False
    return False


def is_dash(word: str) -> bool:
    """Return whether a word is a dash of any length."""
    return word in DASHES
