"""The rules for the subject of the last clause before a quotation: after an introductory clause, after `and`, or with the verb of an earlier clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.language.forms import has_cases
from tajikcli.proof.grammar import begins_subordinate
from tajikcli.proof.speakers.clauses import GERUNDS, gives_words
from tajikcli.proof.speakers.marks import is_dash
from tajikcli.proof.speakers.objects import before_titles, is_object
from tajikcli.proof.speakers.sentence import Sentence, mention_ending, mentions_before
from tajikcli.proof.speakers.verbs import is_participle, is_saying, may_say
from tajikcli.proof.speakers.view import View, clause_begin
from tajikcli.proof.speech import (
    ADDRESSING,
    AND,
    AS_REPORTED,
    CITING,
    CONTRASTING,
    DENIALS,
    FLOOR,
    GAP,
    HEARING,
    KEEPING_SILENT,
    MODALS,
    RECEIVING,
    SUBORDINATE,
    WHO,
    YIELDING,
)

if TYPE_CHECKING:
    from tajikcli.proof.speakers.mention import Mention

_JOINING = AND | CONTRASTING


def after_introduction(view: View) -> Mention | None:
    """Find the subject after an introductory clause, before a colon: `While Berg said that trade was up, Lind went further: “…”`, `Berg fell silent and Lind began: “…”`."""
    one, colon = view.one, view.sign - 1
    if colon <= view.start + 1 or one.words[colon] != ":":
        return None
    is_introduced = _is_introduction(one, view.start)
    subject = next(
        (
            mention
            for mention in mentions_before(one, colon, view.start + 1)
            if mention.is_named
            and (
                (is_introduced and one.words[before_titles(one, mention)] == ",")
                or _begins_joined_clause(one, mention, view.start)
            )
        ),
        None,
    )
    if subject is None or subject.possessive or not subject.nominative:
        return None
    behind = one.folded[subject.end : colon]
    if not behind or "," in behind or behind[0] in AND or not _NO_SPEECH.isdisjoint(behind):
        return None
    if not MODALS.isdisjoint(behind):
        return None  # `After Berg had said so, Lind could only nod: “…”`
    others = [other for other in one.mentions if subject.end <= other.start < colon and other.is_named]
    return subject if all(is_object(one, other) for other in others) else None


def who_gives_words(view: View) -> Mention | None:
    """Find the person described by a relative clause that ends in a colon, and whose verb gives the words: `Berg sat opposite Lind, who had a message: “…”`."""
    one, colon = view.one, view.sign - 1
    if colon <= view.start or one.words[colon] != ":":
        return None
    who = clause_begin(one, view.start, colon)
    if who < view.start + 2 or one.folded[who] not in WHO or has_cases(one.words[who]):
        return None
    described = mention_ending(one, who - 1)
    gives = any(gives_words(one, at) for at in range(who, colon))
    return described if gives and described is not None and not described.possessive else None


def _begins_joined_clause(one: Sentence, mention: Mention, start: int) -> bool:
    """Return whether a name after `and` is the subject of the verb directly after it, and not one of several names or listeners."""
    place = before_titles(one, mention)
    return (
        place > start
        and one.folded[place] in AND
        and mention_ending(one, place) is None
        and may_say(one, mention.end)
        and ADDRESSING.isdisjoint(one.folded[start:place])
        and any(other.start < place and other.start >= start and other.is_named for other in one.mentions)
    )


def _is_introduction(one: Sentence, start: int) -> bool:
    """Return whether a word begins a clause before the main clause: `While`, `Greeted by`, `Когда`; a clause with `as` may name the speaker."""
    word = one.folded[start]
    if begins_subordinate(one.words[start]):
        return word not in AS_REPORTED
    is_verb = is_participle(word) or word.endswith(GERUNDS)
    return is_verb and one.words[start + 1].islower()


_NO_SPEECH = HEARING | RECEIVING | KEEPING_SILENT | DENIALS | FLOOR | YIELDING | CITING


def gapped(view: View) -> Mention | None:
    """Find a name with the verb of an earlier name: `Berg spoke of “…”, and Lind of “…”`, `Berg said “…” and Lind “…”`."""
    one, place = view.one, view.sign - 1
    if place > view.start and one.folded[place] in GAP and AND.intersection(one.folded[view.start : place]):
        mention = mention_ending(one, place)
        is_subject = mention is not None and not mention.possessive and mention.start > view.start
        return mention if is_subject else None
    if place > view.start and one.folded[place] in SUBORDINATE:
        return _gapped_that(one, place, view)
    if place > view.start and is_dash(one.words[place]):
        place -= 1
    mention = mention_ending(one, place + 1)
    if view.start == 0 or mention is None or not mention.is_named or mention.possessive:
        return None
    between = one.folded[view.start : before_titles(one, mention) + 1]
    joining = set(between) - {","}
    return mention if joining and joining <= _JOINING else None


def _gapped_that(one: Sentence, that: int, view: View) -> Mention | None:
    """Return the name directly before `that`, with the verb of an earlier name: `Lind said that he was glad, Berg that “…”`, `Линд сказал, что рад, Берг — что «…»`."""
    end = that - (one.words[that - 1] == ",")
    end -= end > view.start and is_dash(one.words[end - 1])
    mention = mention_ending(one, end)
    if mention is None or not mention.is_named or mention.possessive or not mention.nominative:
        return None
    begins = before_titles(one, mention)
    if begins > view.start and one.folded[begins] in _JOINING:
        clause = one.folded[clause_begin(one, view.start, begins) : begins]
        if not ADDRESSING.isdisjoint(clause) or mention_ending(one, begins) is not None:
            return None  # `Lind told his guests and Berg that “…”`
    elif begins <= view.start or one.words[begins] != ",":
        return None
    said = any(is_saying(one, at) for at in range(view.start, begins))
    return mention if said else None
