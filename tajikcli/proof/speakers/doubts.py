"""Reasons to doubt the speaker that a rule finds: another person may speak, hand over the words, or answer them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.all_wordings import wordings
from tajikcli.language.forms import has_cases
from tajikcli.proof.grammar import CLAUSE_OPENERS, CONDITIONAL, INFINITIVES, begins_subordinate, limits
from tajikcli.proof.speakers.ascribing import is_word_for_words
from tajikcli.proof.speakers.marks import is_dash
from tajikcli.proof.speakers.mention import Kind, Mention
from tajikcli.proof.speakers.objects import before_titles, is_governed
from tajikcli.proof.speakers.others_words import agrees
from tajikcli.proof.speakers.verbs import is_saying, may_say
from tajikcli.proof.speakers.view import View, clause_begin
from tajikcli.proof.speech import (
    ADDRESSING,
    AGENTS,
    AND,
    ASKING,
    CLOSED,
    CONTRASTING,
    DENYING,
    DETERMINERS,
    HEARD_FROM,
    INVITING,
    LYING,
    MODALS,
    PREPOSITIONS,
    SILENT,
    SUBORDINATE,
    WHO,
)
from tajikcli.text import fold_letters, word_set

if TYPE_CHECKING:
    from tajikcli.proof.speakers.sentence import Sentence

_ALL = together()
_DOUBTING = word_set(fold_letters(wordings().doubting))
_QUESTIONS = ASKING - SUBORDINATE
_TELLING = ADDRESSING - INVITING
_DESCRIBING = WHO | SUBORDINATE
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


def is_described_by_quotation(view: View, subject: Mention) -> bool:
    """Return whether the quotation before the subject only describes it, so that another says both: `Lind says his “good friend” Berg leads “…”`."""
    one, sign = view.one, before_titles(view.one, subject)
    is_behind = view.start <= subject.start < view.sign and 0 < sign == view.start - 1
    return (
        is_behind
        and one.folded[sign - 1] in DETERMINERS
        and not any(is_saying(one, at) for at in range(subject.end, view.sign))
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
        if _is_in_remark_about(one, subject, other, view.sign):
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
            one.folded[place] in PREPOSITIONS and any(agrees(one, at) for at in range(subject.end, place))
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


def _is_in_remark_about(one: Sentence, subject: Mention, other: Mention, sign: int) -> bool:
    """Return whether a person is named in a remark about the subject, before its verb: `Lind — flanked by Moe and facing Berg — began`, `Линд, ки бо Берг вохӯрд, пешниҳод кард`."""
    behind = range(other.end, sign)
    if is_dash(one.words[subject.end]):
        closing = next((at for at in behind if is_dash(one.words[at])), sign)
    elif one.words[subject.end] == "," and one.folded[subject.end + 1] in _DESCRIBING:
        closing = next((at for at in behind if one.words[at] == ","), sign)
    else:
        return False
    return any(may_say(one, at) for at in range(closing + 1, sign))


def _is_object_of_words(one: Sentence, noun: int) -> bool:
    """Return whether a noun for words is an object without a preposition: `recalled a speech`, but not `after a speech`."""
    if not is_word_for_words(one.folded[noun]):
        return False
    while noun > 0 and one.folded[noun - 1] in DETERMINERS:
        noun -= 1
    return one.folded[noun - 1] not in PREPOSITIONS


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
