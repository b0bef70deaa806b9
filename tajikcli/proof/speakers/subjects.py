"""The subject of a verb: the name, the noun or the antecedent before it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.forms import has_cases
from tajikcli.proof.grammar import begins_subordinate, is_number, is_part
from tajikcli.proof.speakers.marks import QUOTE, is_dash
from tajikcli.proof.speakers.mention import Kind, Mention
from tajikcli.proof.speakers.objects import before_titles, is_object
from tajikcli.proof.speakers.sentence import (
    Sentence,
    before_brackets,
    is_between_dashes,
    mention_ending,
    mentions_before,
)
from tajikcli.proof.speakers.verbs import is_adverb, is_participle, is_saying, is_told, may_say
from tajikcli.proof.speech import (
    ADDRESSING,
    AND,
    BE,
    CLOSED,
    DENIALS,
    DENYING,
    DETERMINERS,
    EXCLUDING,
    IRREGULAR_PASTS,
    MONTHS_AND_DAYS,
    OBJECTS,
    PAST_TENSES,
    RANKS,
    SILENT,
    SUBJECTS,
    SUBORDINATE,
    VERBS,
    WHO,
    WHOM,
    WORDS_OF,
    looks_like_verb,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_JOINING = DENIALS | AND

_ALL = together()
_OTHER_SUBJECTS = SUBJECTS - WHO
_NOUN = 4  # the maximum number of words of a noun before `who`, with its article and an adjective
_REMARK = 3  # the number of words and marks of a remark of one word between commas: `, though,`
_FAR = 6  # the maximum number of words between a name and its verb


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
    is_relative = folded[place - 1] in WHO or (
        folded[place - 1] in SUBORDINATE and not has_cases(folded[verb])
    )
    if place > start and is_relative:
        return _antecedent(one, place - 1)  # `a text that says`
    somebody = _somebody(one, place, start)
    if somebody is not None:
        return somebody
    described = _described(one, place, start) if words[place - 1] == "," else None
    if described is not None:
        return described
    passed: Mention | None = None
    for mention in mentions_before(one, verb, start):
        between = _without_dashes(_without_brackets(words[mention.end : verb]))
        if ")" in between or is_between_dashes(one, mention.start, mention.end, verb):
            continue  # inside brackets or dashes
        if any(word in ".;!?" or word == QUOTE for word in between):
            return None
        if mention.possessive:
            if folded[verb] in WORDS_OF and len(between) < 3:
                return mention
            continue
        if is_object(one, mention, verb) or _is_in_relative_clause(one, mention, verb):
            continue
        is_gerund = folded[verb].endswith(_ALL.gerund_endings)  # `Lind was heard telling Berg`
        if folded[verb] in WORDS_OF and not is_gerund and is_told(one, verb, mention.end):
            continue
        commas = "," in between
        if commas and not WHOM.isdisjoint(folded[_clause_start(one, mention) : mention.start]):
            continue  # `Mr Berg, whom she thanked, said`, `Mr Berg, whose guest, Lind, had left, said`
        if commas and is_in_inserted_clause(one, mention, start):
            continue  # `Lind, as Berg had hoped, said`
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


def _is_in_relative_clause(one: Sentence, mention: Mention, verb: int) -> bool:
    """Return whether a name is the subject of another verb, in a relative clause: `the man whom Lind invited said`, but not `the clip in which Lind was heard saying`."""
    if one.folded[verb].endswith(_ALL.gerund_endings):
        return False
    is_relative = one.folded[before_titles(one, mention)] in WHOM | WHO
    return is_relative and any(may_say(one, at) for at in range(mention.end, verb))


def is_in_inserted_clause(one: Sentence, mention: Mention, start: int) -> bool:
    """Return whether a name is the subject of a subordinate clause between commas, which ends before the verb wanted."""
    place = before_titles(one, mention)
    return (
        place > start
        and one.words[place - 1] == ","
        and (begins_subordinate(one.words[place]) or _describes(one, place))
        and one.words[mention.end] not in {",", ")"}
    )


def _describes(one: Sentence, place: int) -> bool:
    """Return whether a word begins a clause that describes the person named before a comma: `Линд, ки Берг ӯро даъват карда буд, гуфт`."""
    return one.folded[place] in SUBORDINATE and mention_ending(one, place - 1) is not None


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
    found = (
        mention_ending(one, before_brackets(one, behind, 0))
        or _before_exclusion(one, behind)
        or _identified(one, behind)
    )
    return found if found is not None and not found.possessive else Mention(place, place + 1, Kind.SOMEBODY)


def _identified(one: Sentence, place: int) -> Mention | None:
    """Return the name that a form of `be` identifies with the noun before `who`: `Lind, though, was the one who said`, `Lind is the man who`."""
    article = next(
        (at for at in range(place - 1, max(0, place - _NOUN), -1) if one.folded[at] in DETERMINERS), 0
    )
    if not article or one.folded[article - 1] not in BE or not one.words[article + 1 : place]:
        return None
    end = article - 1
    while end > 0 and is_adverb(one.folded[end - 1]):
        end -= 1
    if end > _REMARK and one.words[end - _REMARK] == one.words[end - 1] == ",":
        end -= _REMARK
    named = mention_ending(one, end)
    return named if named is not None and named.is_named and not is_object(one, named) else None


def _before_exclusion(one: Sentence, place: int) -> Mention | None:
    """Return the name before an excluded one that ends at a position: `it was Lind, rather than Berg, who said`."""
    for mention in mentions_before(one, place):
        between = one.folded[mention.end : place]
        if between[:1] == [","]:
            between = between[1:]
        excludes = between[:1] and (
            between[0] in _JOINING or any(tuple(between[: len(each)]) == each for each in EXCLUDING)
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


def _without_dashes(words: Sequence[str]) -> Sequence[str]:
    """Return words without a parenthesis between dashes."""
    dashes = [at for at, word in enumerate(words) if is_dash(word)]
    return [*words[: dashes[0]], *words[dashes[1] + 1 :]] if len(dashes) > 1 else words


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
    if not (word.islower() and word.isalpha() and _may_be_described(folded)):
        return False
    behind = one.folded[end + 1 : end + 2]
    # `Lind approaches it`
    return not (
        behind
        and looks_like_verb(folded)
        and (behind[0] in DETERMINERS or behind[0] in OBJECTS or behind[0] in _OTHER_SUBJECTS)
    )


@lru_cache(maxsize=50_000)
def _may_be_described(folded: str) -> bool:
    """Return whether a folded word may be a noun."""
    return not (
        is_adverb(folded)
        or folded in CLOSED
        or folded in SILENT
        or folded in VERBS
        or folded in MONTHS_AND_DAYS
        or folded in DENYING
        or folded in PAST_TENSES
        or folded in IRREGULAR_PASTS
        or is_participle(folded)
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
    if folded in CLOSED or folded in VERBS or folded in SILENT or folded in DENYING or is_participle(folded):
        return None
    for at in range(number - 1, max(start - 1, number - 5), -1):
        before = one.folded[at]
        if before in DETERMINERS or one.words[at][0].isupper() or is_part(before) or is_number(before):
            return Mention(at, place, Kind.SOMEBODY)
        if not one.words[at].isalpha() or before in CLOSED or before in VERBS:
            break
    return Mention(number, place, Kind.SOMEBODY) if number == start else None


def _clause_start(one: Sentence, mention: Mention) -> int:
    """Return the position after the last comma before a name, or before the noun that the name between commas identifies."""
    start = next((at + 1 for at in range(mention.start - 1, -1, -1) if one.words[at] == ","), 0)
    if start > 1 and start == before_titles(one, mention) + 1:
        return next((at + 1 for at in range(start - 2, -1, -1) if one.words[at] == ","), 0)
    return start
