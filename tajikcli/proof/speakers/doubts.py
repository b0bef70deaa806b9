"""Reasons to doubt the speaker that a rule finds: another person may speak, hand over the words, or answer them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.all_wordings import wordings
from tajikcli.language.forms import has_cases, nominatives
from tajikcli.proof.grammar import CLAUSE_OPENERS, CONDITIONAL, INFINITIVES, begins_subordinate, limits
from tajikcli.proof.speakers.ascribing import is_word_for_words
from tajikcli.proof.speakers.clauses import is_noun_of_words
from tajikcli.proof.speakers.mention import Kind, Mention
from tajikcli.proof.speakers.objects import before_titles, is_governed
from tajikcli.proof.speakers.sentence import mention_ending
from tajikcli.proof.speakers.strangers import OTHER_CASE
from tajikcli.proof.speakers.verbs import is_saying, may_say
from tajikcli.proof.speakers.view import View, clause_begin, denied
from tajikcli.proof.speech import (
    ADDRESSING,
    AGENTS,
    AGREEING,
    AND,
    ASKING,
    CITING,
    CLOSED,
    CONTRASTING,
    DENIALS,
    DENYING,
    DETERMINERS,
    FLOOR,
    GIVING,
    HEARD_FROM,
    HEARING,
    INVITING,
    LYING,
    MODALS,
    OTHERS_WORDS,
    OWNER_BEHIND,
    PASSING,
    PREPOSITIONS,
    QUOTING,
    RECEIVING,
    REPLYING,
    SILENT,
    SUBORDINATE,
    USING,
    UTTERED,
    VERBS,
    WHO,
    WITHHOLDING,
    WORDS_OF,
    YIELDING,
)
from tajikcli.text import fold_letters, word_set

if TYPE_CHECKING:
    from tajikcli.proof.speakers.sentence import Sentence

_ALL = together()
_DOUBTING = word_set(fold_letters(wordings().doubting))
_NO_CONJUNCTIONS = PREPOSITIONS - AND
_PASSING = GIVING | PASSING | YIELDING
_QUESTIONS = ASKING - SUBORDINATE
_TELLING = ADDRESSING - INVITING
_NEAR = 3  # the number of words on each side of a name that are searched for its verb of saying


def is_in_question(view: View, subject: Mention) -> bool:
    """Return whether the sentence asks whether somebody said the words: `Did Lind say “…”?`."""
    one = view.one
    return (
        before_titles(one, subject) == view.start
        and one.folded[view.start] in MODALS | SILENT
        and (view.closing == "?" or "?" in one.words[view.sign + 1 : view.sign + 2])
    )


def relays(view: View, subject: Mention) -> bool:
    """Return whether the subject after a quotation is a medium or unnamed, so that it may relay another's words: `Lind said: “…”, the agency reported`."""
    behind = view.one.folded[subject.end : subject.end + 2]
    return subject.start > view.sign and subject.kind in _RELAYING and DENYING.isdisjoint(behind)


def may_hand_over(view: View, subject: Mention) -> bool:
    """Return whether the object of a verb that is not clearly a verb of saying may be the speaker: `Lind prompted Berg: “…”`."""
    one = view.one
    if not subject.is_named or subject.possessive or not view.start <= subject.start < view.sign:
        return False
    reached = next(
        (
            other
            for other in one.mentions
            if subject.end < other.start < view.sign
            and (other.is_named or _is_invited(one, subject, other))
            and other.who != subject.who
            and not is_governed(one, other)
            and not (has_cases(one.words[other.end - 1]) and _is_listener(one, other))
            and not _is_owner_in_description(one, subject, other)
        ),
        None,
    )
    if reached is None or any(
        is_saying(one, at) or one.folded[at] in ADDRESSING for at in range(subject.end, reached.start)
    ):
        return False
    if _is_with_words(one, view.sign - 1):
        return False  # `Линд встретил Берга словами «…»`
    return not any(
        is_saying(one, at) and one.folded[at - 1] not in _NO_CONJUNCTIONS
        for at in range(reached.end, view.sign)
    )


def _is_owner_in_description(one: Sentence, subject: Mention, other: Mention) -> bool:
    """Return whether a name in the possessive begins the description of a subject between commas: `Lind, Berg's adviser, briefed us`."""
    return other.possessive and one.words[subject.end] == "," and before_titles(one, other) == subject.end


def _is_invited(one: Sentence, subject: Mention, other: Mention) -> bool:
    """Return whether a title is the object of a verb whose object may speak next: `Lind introduced the guest: “…”`."""
    return (
        other.kind is Kind.TITLE
        and not other.possessive
        and not INVITING.isdisjoint(one.folded[subject.end : other.start])
    )


def _is_with_words(one: Sentence, place: int) -> bool:
    """Return whether a noun for words has the case of the means of a verb: `начал словами «…»`."""
    return is_noun_of_words(one, place) and one.folded[place].endswith(_ALL.means_endings)


def _is_listener(one: Sentence, mention: Mention) -> bool:
    """Return whether a name has the case of a listener: `заявлял Линду`."""
    return not mention.nominative and OTHER_CASE.search(one.folded[mention.end - 1]) is not None


def _hands_over(one: Sentence, place: int) -> bool:
    """Return whether a word hands the floor to another: `yielded`, or a noun for the floor beside a verb of giving or passing it."""
    if one.folded[place] not in FLOOR:
        return one.folded[place] in YIELDING
    beside = one.folded[max(0, place - _NEAR) : place + 1 + _NEAR]
    return not _PASSING.isdisjoint(beside)


def is_described_by_quotation(view: View, subject: Mention) -> bool:
    """Return whether the quotation before the subject only describes it, so that another says both: `Lind says his “good friend” Berg leads “…”`."""
    one, sign = view.one, before_titles(view.one, subject)
    is_behind = view.start <= subject.start < view.sign and 0 < sign == view.start - 1
    return (
        is_behind
        and one.folded[sign - 1] in DETERMINERS
        and not any(is_saying(one, at) for at in range(subject.end, view.sign))
    )


def gives_floor(view: View, subject: Mention) -> bool:
    """Return whether the subject before the quotation hands the floor to another, who may speak: `Lind handed over to Berg: “…”`."""
    one = view.one
    if not view.start <= subject.start < view.sign:
        return False
    given = next((at for at in range(subject.end, view.sign) if _hands_over(one, at)), None)
    if given is None or any(is_saying(one, at) for at in range(given + 1, view.sign)):
        return False
    return any(
        other.is_named and other.who != subject.who and subject.end <= other.start < view.sign
        for other in one.mentions
    )


def is_asked_for(view: View, subject: Mention) -> bool:
    """Return whether the words before the subject are about what another said to it: `Asked what Berg had said, Lind recalled: “…”`, `Told by Berg that all was well, Lind was relieved: “…”`."""
    one = view.one
    for other in one.mentions:
        if not (other.is_named and view.start < other.start < subject.start < view.sign):
            continue
        before = before_titles(one, other)
        if other.who == subject.who or before < view.start:
            continue
        behind = range(other.end, min(other.end + _NEAR, subject.start))
        is_reported = one.folded[before] in _QUESTIONS and one.folded[before - 1] not in PREPOSITIONS
        if is_reported and any(is_saying(one, at) for at in behind):
            return True
        is_told = one.folded[before] in AGENTS and one.folded[before - 1] in _TELLING
        if is_told and not SUBORDINATE.isdisjoint(one.folded[other.end : other.end + 1]):
            return True
    return False


def is_shared(view: View, subject: Mention) -> bool:
    """Return whether the words after a colon may be another's with whom the subject agrees: `Lind agreed with Berg's assessment: “…”`."""
    one, colon = view.one, view.sign - 1
    if not view.start <= subject.start < colon or one.words[colon] != ":":
        return False
    owner = mention_ending(one, colon)
    if (
        owner is not None
        and owner.is_named
        and owner.who != subject.who
        and not owner.nominative
        and not _is_listener(one, owner)
    ):
        noun = before_titles(one, owner)  # `Линд рассказал о словах Берга: «…»`
        is_told_of = one.folded[noun - 1] in PREPOSITIONS and REPLYING.isdisjoint(
            one.folded[subject.end : noun]
        )
        if noun > subject.end and is_noun_of_words(one, noun) and is_told_of:
            return True
    clause = range(max(subject.end, clause_begin(one, view.start, colon)), colon)
    agreed = next((at for at in clause if _agrees(one, at)), None)
    return agreed is not None and any(
        other.is_named
        and other.who != subject.who
        and clause.start <= other.start < colon
        and not PREPOSITIONS.isdisjoint(one.folded[min(agreed + 1, other.start - 1) : other.start])
        for other in one.mentions
    )


def _agrees(one: Sentence, place: int) -> bool:
    """Return whether a word says that somebody shares words of another; who does not withhold words says his own (`не стал спорить с Бергом`)."""
    withholds = one.folded[place] in WITHHOLDING and not DENIALS.isdisjoint(
        one.folded[max(0, place - 2) : place]
    )
    return one.folded[place] in AGREEING and not withholds


def takes_up(view: View, subject: Mention) -> bool:
    """Return whether the subject only takes up or receives words, which then are another's: `Lind welcomed the words “…”`, `Lind smiled at the phrase “…”`, `Lind got an answer: “…”`, `Lind cited a proverb: “…”`.

    Somebody who uses words, or does something with them, says them: `Lind used the words “…”`, `Lind greeted Berg with the words “…”`.
    """
    one, noun = view.one, view.sign - 1
    if not view.start <= subject.start < subject.end <= noun:
        return False
    if _has_words_of_others(one, subject.end, view.sign):
        return True
    if one.words[noun] == ":":
        got = next((at for at in range(subject.end, noun) if one.folded[at] in RECEIVING), noun)
        return any(is_noun_of_words(one, at) for at in range(got, noun)) and not any(
            is_saying(one, at) and not is_noun_of_words(one, at) for at in range(got, noun)
        )
    if not is_noun_of_words(one, noun) or _is_with_words(one, noun):
        return False
    first = next((at for at in range(noun - 1, noun - 1 - _NEAR, -1) if one.folded[at] in DETERMINERS), noun)
    governing = one.folded[first - 1]
    if governing in PREPOSITIONS:
        return governing not in USING or not AGREEING.isdisjoint(one.folded[subject.end : first])
    is_said = governing in VERBS and governing not in REPLYING | CITING
    return governing not in UTTERED | GIVING and not is_said


def cites_others(view: View) -> Mention | None:
    """Find that the person before a quotation, with any verb, only speaks words that usually are somebody else's: `Lind read out a prayer: “…”`."""
    subject = next((one for one in view.one.mentions if one.start >= view.start), None)
    if subject is None or not subject.is_named or subject.end >= view.sign:
        return None
    return denied(subject.start) if _has_words_of_others(view.one, subject.end, view.sign) else None


def _has_words_of_others(one: Sentence, start: int, sign: int) -> bool:
    """Return whether the object before a quotation, or its colon, is something that usually is not the speaker's: `cited a proverb: “…”`, but not `ended with a joke: “…”`."""
    end = sign - 1 if one.words[sign - 1] == ":" else sign
    for noun in range(start if end < sign else sign - 1, end):
        word = one.folded[noun]
        forms = nominatives(word) if has_cases(word) else {word}
        if OTHERS_WORDS.isdisjoint(forms) or not one.words[noun].islower():
            continue
        first = noun
        while first > start and _may_describe(one, first - 1):
            first -= 1
        first -= one.folded[first - 1] in DETERMINERS
        if word in VERBS and DETERMINERS.isdisjoint(one.folded[first:noun]):
            continue  # `Lind opened the talks saying: “…”`
        is_means = has_cases(word) and word.endswith(_ALL.means_endings)
        if one.folded[first - 1] not in _NO_CONJUNCTIONS and not is_means:
            return True
    return False


def _may_describe(one: Sentence, place: int) -> bool:
    """Return whether a word may be an adjective before a noun."""
    return one.words[place][0].isalpha() and one.folded[place] not in CLOSED and not may_say(one, place)


def another_may_speak(view: View, subject: Mention) -> bool:
    """Return whether a second person before the quotation may speak: `Lind said that he was glad, Berg that “…”`.

    So may the person from whom words come (`Lind won praise from Berg: “…”`), and who does something
    (`prompting Berg to reply: “…”`). A verb of saying after the second person has the first one as its subject
    (`Lind met Berg and said: “…”`).
    """
    one = view.one
    if not view.start <= subject.start < view.sign:
        return False
    for other in one.mentions:
        if (
            not (subject.end <= other.start and other.end <= view.sign)
            or not other.is_named
            or other.possessive
        ):
            continue
        if other.who == subject.who or not (other.known or other.kind is Kind.PERSON):
            continue
        behind = one.folded[other.end : other.end + 2]
        if len(behind) > 1 and behind[0] in INFINITIVES and is_saying(one, other.end + 1):
            return True
        if behind and behind[0].endswith(_ALL.infinitive_endings) and is_saying(one, other.end):
            return True  # `Линд попросил Берга сказать: «…»`
        if any(is_saying(one, at) for at in range(other.end, view.sign)):
            continue
        place = before_titles(one, other)
        if begins_subordinate(one.words[place]) and one.folded[place] not in CONTRASTING:
            continue
        if one.folded[place] in AGENTS and _is_object_of_words(one, place - 1):
            return True  # `Lind recalled a speech by Berg: “…”`
        if one.folded[place] in HEARD_FROM or (
            one.folded[place] in PREPOSITIONS and any(_agrees(one, at) for at in range(subject.end, place))
        ):
            return True
        while place > subject.end and one.folded[place] in PREPOSITIONS and one.folded[place] not in AND:
            place -= 1
        begins_clause = (
            one.words[place] in {",", ";"}
            or one.folded[place] in AND
            or one.folded[place] in CONTRASTING
            or one.folded[place] in CLAUSE_OPENERS
        )
        if not begins_clause or (has_cases(one.words[other.start]) and not other.nominative):
            continue
        if place >= subject.end and one.words[other.end] not in {",", ")"}:
            return True
    return False


def _is_object_of_words(one: Sentence, noun: int) -> bool:
    """Return whether a noun for words is an object without a preposition: `recalled a speech`, but not `after a speech`."""
    if not is_word_for_words(one.folded[noun]):
        return False
    while noun > 0 and one.folded[noun - 1] in DETERMINERS:
        noun -= 1
    return one.folded[noun - 1] not in PREPOSITIONS


def is_answered(view: View, owner: Mention) -> bool:
    """Return whether somebody before the quotation answers the words of another, so that an answer may follow: `Berg replied to Lind's remark: “…”`.

    Somebody who cites the words (`Berg recalled Lind's remark: “…”`) does not answer them.
    """
    one = view.one
    if not owner.is_named or owner.end > view.sign or one.words[view.sign - 1] not in {":", ","}:
        return False
    start = before_titles(one, owner)
    is_one_of_several = one.folded[start] in OWNER_BEHIND and not has_cases(one.words[start])
    if is_one_of_several:
        start -= 1
    behind = one.folded[owner.end : owner.end + _NEAR] if owner.possessive else []
    if is_word_for_words(one.folded[start]):
        start -= 1
    elif WORDS_OF.isdisjoint(behind):
        return False
    while start > view.start and one.folded[start] in DETERMINERS:
        start -= 1
    before = one.folded[view.start : start + 1]
    if is_one_of_several and one.folded[start] not in PREPOSITIONS and REPLYING.isdisjoint(before):
        return False  # `Berg took up a phrase of Lind's: “…”`
    return (CITING | QUOTING | HEARING).isdisjoint(before) and any(
        (other.known or other.kind is Kind.PERSON)
        and other.nominative
        and not other.possessive
        and other.who != owner.who
        and view.start <= other.start
        and other.end <= start + 1
        and not is_governed(one, other)
        for other in one.mentions
    )


def another_spoke(view: View, subject: Mention) -> bool:
    """Return whether the subject after a quotation only relates that another person spoke: `“…,” Lind said Berg had told him`."""
    one = view.one
    if not subject.is_named or subject.start < view.sign:
        return False
    for other in one.mentions:
        if not (subject.end < other.start and other.end < view.end) or not other.is_named:
            continue
        between = one.folded[subject.end : other.start]
        if "," in between or ";" in between or not AND.isdisjoint(between):
            return False
        if not ADDRESSING.isdisjoint(between) or is_governed(one, other):
            continue  # the listener: `Lind told Berg in televised comments`, `Lind said to Berg in opening remarks`
        if len(between) >= _NEAR:
            return False
        in_clause = one.words[other.end] == "," and one.folded[other.end + 1] in WHO
        if in_clause and not any(is_saying(one, at) for at in range(subject.end, other.start)):
            continue  # `With these words Lind greeted Berg, who thanked him`
        spoke = any(is_saying(one, at) for at in range(other.end, min(other.end + _NEAR, view.end)))
        if has_cases(one.words[other.end - 1]) and not other.nominative:
            continue  # `«…», — ответил Линд на критику Берга, который считает`
        if (
            other.who != subject.who
            and spoke
            and not begins_subordinate(one.words[before_titles(one, other)])
        ):
            return True
    return False


def is_supposed(view: View, subject: Mention) -> bool:
    """Return whether a condition or a denial governs the subject: `if Lind had said “…”`, `few believe that Lind said “…”`, `Lind lied when he said “…”`."""
    one, place = view.one, before_titles(view.one, subject)
    if not LYING.isdisjoint(one.folded[view.start : view.end]):
        return True
    if not view.start <= subject.start < view.sign or place < view.start:
        return False
    if one.folded[place] in CLOSED and one.folded[place] not in CONDITIONAL | SUBORDINATE:
        place = max(view.start, place - 1)  # `Если бы Линд сказал`
    if one.folded[place] in CONDITIONAL:  # `if Lind is to be believed` is no condition
        verbs = range(subject.end, min(subject.end + _NEAR, view.sign))
        return any(
            (is_saying(one, at) or (has_cases(one.words[at]) and may_say(one, at)))
            and INFINITIVES.isdisjoint(one.folded[subject.end : at])
            for at in verbs
        )
    begin = clause_begin(one, view.start, place)
    return one.folded[place] in SUBORDINATE and (
        any(map(limits, one.words[begin:place]))
        or not _DOUBTING.isdisjoint(one.folded[_clause_before(one, view.start, place) : place])
        or not _DOUBTING.isdisjoint(
            one.folded[view.sign + 1 : view.end]
        )  # `reports that Lind said “…” are false`
    )


def _clause_before(one: Sentence, start: int, place: int) -> int:
    """Return the start of the clause that ends at a position, or before the comma there."""
    return clause_begin(one, start, place - (place > start and one.words[place - 1] == ","))


_RELAYING = frozenset({Kind.BODY, Kind.SOMEBODY, Kind.UNSURE, Kind.DOCUMENT})
