"""Find the speaker in a clause of a language whose names have cases: `— сказал гостям Линд`, `в Осло заявили`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.countries import is_adjective
from tajikcli.language.forms import has_cases, nominatives
from tajikcli.proof.grammar import NEGATIONS
from tajikcli.proof.speakers.marks import QUOTE
from tajikcli.proof.speakers.mention import Kind, Mention
from tajikcli.proof.speakers.noun_phrases import noun_behind
from tajikcli.proof.speakers.objects import before_titles, is_governed
from tajikcli.proof.speakers.sentence import is_bracketed, mention_ending
from tajikcli.proof.speakers.verbs import is_denied, may_say
from tajikcli.proof.speakers.view import FEW, View, clause_end, denied, is_cased, somebody
from tajikcli.proof.speech import (
    ADVERBS,
    AND,
    AS_REPORTED,
    CLOSED,
    GIVING,
    HEARD_FROM,
    OFFICES,
    PREPOSITIONS,
    SILENT,
    SUBORDINATE,
    TOLD_IN,
    VERBS,
    WHO,
    WHOM,
    WORDS_OF,
)

if TYPE_CHECKING:
    from tajikcli.proof.speakers.sentence import Sentence

_NO_NAMES = CLOSED | VERBS | ADVERBS

_ALL = together()
_RELATIVE = WHO | WHOM
_PERSONS = frozenset({Kind.PERSON, Kind.TITLE, Kind.PRONOUN})
_DEEP = 3  # the number of words at the beginning of a clause among which its relative pronoun is
_NEAR_OBJECT = 5  # the number of words after a verb within which its object stands


GERUNDS = (*_ALL.gerund_endings, *_ALL.converb_endings)


def in_cased_clause(one: Sentence, start: int, end: int) -> Mention | None:
    """Return the subject of a clause's verb of saying: the nominative that no preposition governs."""
    verb = next((place for place in range(start, end) if may_say(one, place)), None)
    if verb is None:
        return None
    if is_denied(one, verb):
        return denied(verb)
    if not TOLD_IN.isdisjoint(one.folded[verb : verb + 2]):
        nouns = [at for at in (*range(verb + 1, end), *range(start, verb)) if is_noun_of_words(one, at)]
        noun = nouns[0] if nouns else end
        return owner_of_cited(one, noun, end) or somebody(verb)
    inside = [
        mention
        for mention in one.mentions
        if start <= mention.start
        and mention.end <= end
        and not mention.start <= verb < mention.end
        and not is_bracketed(one, mention)
        and not mention.possessive
        and not is_governed(one, mention)
        and not _owns_words(one, mention)
    ]
    subjects = [mention for mention in inside if mention.nominative]
    titled = [mention for mention in subjects if mention.kind not in {Kind.TITLE, Kind.PLACE}]
    beside = [
        mention
        for mention in titled
        if mention.kind is Kind.PERSON and (mention.end == verb or before_titles(one, mention) == verb)
    ]
    sure = beside if all(mention.kind is Kind.UNSURE or mention in beside for mention in titled) else []
    for one_kind in (titled, sure, subjects):
        if len({mention.who for mention in one_kind}) == 1:
            return one_kind[0]
    if subjects or _has_another_subject(one, verb, start, end):
        return somebody(verb)
    return _in_a_place(one, verb, start, end) if one.folded[verb].endswith(_ALL.plural_endings) else None


def _owns_words(one: Sentence, mention: Mention) -> bool:
    """Return whether the noun before a name is one for words, so that the name is its owner: `Дар посух ба суханони Берг Линд гуфт`."""
    noun = before_titles(one, mention)
    return mention.is_named and noun >= 0 and one.folded[noun] in WORDS_OF and is_noun_of_words(one, noun)


def _in_a_place(one: Sentence, verb: int, start: int, end: int) -> Mention | None:
    """Return the place whose unnamed representatives speak, or an unnamed speaker: `в Осло заявили`, `заявили журналистам`."""
    for mention in one.mentions:
        if start <= mention.start and mention.end <= end and mention.kind in {Kind.BODY, Kind.PLACE}:
            return mention
    is_told = any(
        start <= mention.start and mention.end <= end and mention.is_named and not mention.possessive
        for mention in one.mentions
    )  # `Линду ответили: «…»`
    return None if QUOTE in one.words[verb + 1 : verb + 3] and not is_told else somebody(verb)


def _has_another_subject(one: Sentence, verb: int, start: int, end: int) -> bool:
    """Return whether a noun before a name in the genitive may be the subject: `сказал друг Линда`, `сказал пресс-секретарь Линда`."""
    if any(is_adjective(one.folded[at]) and one.words[at].islower() for at in range(start, end)):
        return True  # `заявила таджикская сторона`
    for mention in one.mentions:
        if (
            start <= mention.start
            and mention.end <= end
            and mention.is_named
            and not is_governed(one, mention)
        ):
            noun = before_titles(one, mention)
            word = one.folded[noun] if noun >= start else ""
            titles = one.folded[noun + 1 : mention.start]
            has_title = not mention.nominative and not OFFICES.isdisjoint(titles)  # `министр Линда`
            if (
                mention.possessive
                or has_title
                or (
                    word[:1].isalpha()
                    and one.words[noun].islower()
                    and noun != verb
                    and word not in _NO_NAMES
                    and not may_say(one, noun)
                )
            ):
                return True
    return False


def behind_aside(one: Sentence, comma: int, end: int) -> Mention | None:
    """Return the subject after an aside: `сказал, обращаясь к Бергу, Линд`."""
    if comma + 1 >= end or one.words[comma] != "," or not one.folded[comma + 1].endswith(GERUNDS):
        return None
    close = clause_end(one, comma + 1, end)
    named = next((mention for mention in one.mentions if mention.start > close), None)
    is_next = named is not None and before_titles(one, named) == close and named.end <= end
    return named if named is not None and is_next and named.nominative else None


def cased_bounds(one: Sentence, verb: int, view: View) -> tuple[int, int]:
    """Return the clause around a verb."""
    marks = {",", ";", ":", QUOTE}
    begin = next((at + 1 for at in range(verb, view.start - 1, -1) if one.words[at] in marks), view.start)
    end = next((at for at in range(verb, view.sign) if one.words[at] in marks), view.sign)
    joined = next((at for at in range(verb, begin, -1) if one.folded[at] in AND), begin)
    if (
        joined > begin
        and any(may_say(one, at) or one.folded[at] in SILENT for at in range(begin, joined))
        and any(joined < mention.start < verb and mention.nominative for mention in one.mentions)
    ):
        begin = joined + 1
    return begin, end


def cased_antecedent(one: Sentence, begin: int, start: int) -> Mention | None:
    """Return the person whom a relative pronoun at the beginning of a clause means, in any case: `Линд принял Берга, который сказал`, `…, чьи слова прозвучали так`.

    A remark may follow the pronoun: `который, улыбнувшись, сказал`. If the pronoun may mean several persons, the result is
    nobody's name; if the clause has no such pronoun, it is None.

    Args:
        one: the sentence.
        begin: the start of the clause.
        start: the start of the words to search.
    """
    if begin <= start or one.words[begin - 1] != ",":
        return None
    for comma in range(start, begin):
        if one.words[comma] != "," or not (one.folded[comma + 1] in WHO or _has_related_words(one, comma)):
            continue
        meant = mention_ending(one, comma)
        is_person = meant is not None and meant.kind in _PERSONS and not meant.possessive
        if meant is None or not is_person:
            return somebody(comma + 1)
        if comma == begin - 1 or one.words[comma + 2] == ",":
            return meant._replace(nominative=True)
        # `Линд, который прилетел утром, сказал`
        return None if meant.nominative else somebody(comma + 1)
    return somebody(begin) if _may_mean_several(one, begin, start) else None


def _has_related_words(one: Sentence, comma: int) -> bool:
    """Return whether a comma precedes words of the person before it: `Линд, чьи слова`, `Линд, слова которого`."""
    after = range(comma + 1, min(comma + 3, len(one.words)))
    return any(one.folded[at] in WHOM for at in after) and any(is_noun_of_words(one, at) for at in after)


def _may_mean_several(one: Sentence, begin: int, start: int) -> bool:
    """Return whether `ки` begins a clause and may mean any of several persons: `Берг бо Линд вохӯрд, ки гуфт`, but not `Берг ба Линд гуфт, ки`."""
    if one.folded[begin] not in SUBORDINATE:
        return False
    main = next((at + 1 for at in range(begin - 2, start - 1, -1) if one.words[at] == ","), start)
    people = {mention.who for mention in one.mentions if mention.known and main <= mention.start < begin}
    return len(people) > 1 and VERBS.isdisjoint(one.folded[main:begin])


def agent_by_case(one: Sentence, verb: int) -> Mention | None:
    """Return the person whose name has the case of the agent of a passive verb: `сказано Линдом`."""
    if not one.folded[verb].endswith(_ALL.passive_endings):
        return None
    found = [
        mention
        for mention in one.mentions
        if mention.is_named
        and not mention.nominative
        and one.folded[mention.end - 1].endswith(_ALL.agent_endings)
        and not is_governed(one, mention)
        and abs(mention.start - verb) <= FEW
    ]
    return found[0]._replace(nominative=True) if len({one.who for one in found}) == 1 else None


def is_in_relative_clause(one: Sentence, mention: Mention) -> bool:
    """Return whether a name is in a clause about another person: `Линд, которого поблагодарил Берг, сказал`."""
    begin = next((at + 1 for at in range(mention.start - 1, -1, -1) if one.words[at] == ","), 0)
    return not _RELATIVE.isdisjoint(
        one.folded[begin : min(begin + _DEEP, mention.start)]
    )  # `рядом с которым сидел Берг`


def is_reporter(one: Sentence, mention: Mention) -> bool:
    """Return whether a name is in a clause about who reports the sentence: `Как сообщает агентство, Линд сказал`."""
    begin = next((at + 1 for at in range(mention.start - 1, -1, -1) if one.words[at] in {",", ";", ":"}), 0)
    if one.folded[begin] not in AS_REPORTED or "," not in one.words[mention.end :]:
        return False
    end = one.words.index(",", mention.end)
    return any(may_say(one, at) for at in range(begin + 1, end))


def any_case_behind(one: Sentence, place: int, end: int) -> tuple[Mention | None, int]:
    """Return the person directly after a phrase, in any case, with titles before the name."""
    if not is_cased(one, place, end):
        return noun_behind(one, place, end)
    clause = clause_end(one, place, end)
    inside = [mention for mention in one.mentions if place <= mention.start and mention.end <= clause]
    named = [mention for mention in inside if mention.kind not in {Kind.TITLE, Kind.PLACE}] or inside
    if not named:
        return None, place
    if named[0].possessive and named[0].kind is not Kind.PRONOUN:
        return Mention(place, named[0].end, Kind.SOMEBODY), named[0].end
    return named[0]._replace(nominative=True), named[0].end


def is_noun_of_words(one: Sentence, place: int) -> bool:
    """Return whether a word is a form of a noun for words and cannot be a verb."""
    folded = one.folded[place]
    if has_cases(folded):
        is_form = not WORDS_OF.isdisjoint(nominatives(folded)) and not may_say(one, place)
        return one.words[place].islower() and (folded in WORDS_OF or is_form)
    return folded in WORDS_OF


def owner_of_cited(one: Sentence, place: int, end: int) -> Mention | None:
    """Return the owner of the words at a position: `Lind's words`, `слова Линда`."""
    if place < end and has_cases(one.words[place]) and is_noun_of_words(one, place):
        owner = next((mention for mention in one.mentions if place < mention.start < end), None)
        is_near = owner is not None and not owner.possessive and before_titles(one, owner) == place
        return owner._replace(nominative=True) if owner is not None and is_near else None
    return next(
        (
            mention
            for mention in one.mentions
            if mention.possessive
            and mention.end < end
            and place in {mention.start, before_titles(one, mention) + 1}
            and one.folded[mention.end] in WORDS_OF
        ),
        None,
    )


def gives_words(one: Sentence, verb: int) -> bool:
    """Return whether the object of a verb is a noun for words which its subject says: `Lind offered Berg a compliment`."""
    if one.folded[verb] not in GIVING:
        return False
    for place in range(verb + 1, min(verb + 1 + _NEAR_OBJECT, len(one.words))):
        word = one.folded[place]
        if is_noun_of_words(one, place):
            return HEARD_FROM.isdisjoint(one.folded[place + 1 : place + 2])
        is_end = not word[0].isalpha() or word in PREPOSITIONS or word in NEGATIONS
        if is_end or any(other.possessive and other.end == place + 1 for other in one.mentions):
            return False
    return False
