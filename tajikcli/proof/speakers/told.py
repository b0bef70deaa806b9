"""Clauses that tell what somebody says of others, whose subjects do not speak: `Berg said that Lind was late, and added: “…”`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.forms import has_cases
from tajikcli.proof.grammar import BUT, begins_subordinate
from tajikcli.proof.speakers.objects import before_titles
from tajikcli.proof.speakers.subjects import subject_before
from tajikcli.proof.speakers.verbs import is_adverb, is_saying, may_say
from tajikcli.proof.speakers.view import clause_begin, denied
from tajikcli.proof.speech import AND, BE, SUBORDINATE

if TYPE_CHECKING:
    from tajikcli.proof.speakers.mention import Mention
    from tajikcli.proof.speakers.sentence import Sentence
    from tajikcli.proof.speakers.view import View

_ALL = together()
_BEFORE_THAT = 6  # the maximum number of words from a verb of saying to `that`
BESIDE = 2  # the maximum number of words from a verb to the sign of its quotation
_JOINING = AND | BUT


def is_told_of(one: Sentence, subject: Mention) -> bool:
    """Return whether a verb of saying, perhaps with `that`, directly precedes a subject; words may stand before `that` (`said last week that`)."""
    return _telling(one, subject) is not None


def _telling(one: Sentence, subject: Mention) -> int | None:
    """Return the verb whose clause a subject begins: a verb of saying, or with `that` any verb directly before it (`joked that`)."""
    place = before_titles(one, subject)
    if place <= 0 or has_cases(one.words[place]):
        return None
    if is_adverb(one.folded[place]) and one.folded[place - 1] in SUBORDINATE:
        place -= 1  # `said that once Lind goes`
    if one.folded[place] not in SUBORDINATE:
        return place if is_saying(one, place) else None
    first = max(clause_begin(one, 0, place), place - _BEFORE_THAT)
    said = next((at for at in range(place - 1, first - 1, -1) if is_saying(one, at)), None)
    if said is None and one.folded[place - 2] in BE and place - 2 > 0:
        return place - 2  # `is certain that`
    return place - 1 if said is None and may_say(one, place - 1) else said


def teller(one: Sentence, told: Mention) -> Mention:
    """Return who says the clause that a subject begins: `Berg joked that Lind leads “…”`; nobody if the text does not say it."""
    telling = _telling(one, told)
    outer = subject_before(one, telling) if telling is not None else None
    return outer or denied(told.start)


def is_in_clause_before(view: View, subject: Mention, verb: int) -> bool:
    """Return whether a subject is in a subordinate clause that a comma ends before the quotation: `Berg said that if Lind goes home, “…”`.

    A verb of saying directly before the comma may have the words as its object.
    """
    one, place = view.one, before_titles(view.one, subject)
    return (
        place > view.start
        and one.words[view.sign - 1] == ","
        and (verb < view.sign - BESIDE or not is_saying(one, verb))
        and begins_subordinate(one.words[place])
        and (one.folded[place - 1] in SUBORDINATE or is_saying(one, place - 1))
    )


def rejoined(one: Sentence, told: Mention, verb: int) -> Mention | None:
    """Return the subject of the main clause if a verb after `and` goes on with it, and not with the subject of the clause that it tells of: `Berg said that Lind was late, and added`, `…, before adding`.

    Without a comma before `and`, either may go on.
    """
    telling = _telling(one, told) if told.is_named else None
    if telling is None:
        return None
    begin = clause_begin(one, told.end, verb)
    is_gerund = one.folded[verb].endswith(_ALL.gerund_endings) and verb - begin <= 1
    joining = begin if one.folded[begin] in _JOINING or is_gerund else begin - 1
    if joining <= told.end or not (one.folded[joining] in _JOINING or is_gerund):
        return None
    if any(joining <= other.start < verb for other in one.mentions):
        return None
    outer = subject_before(one, telling)
    if outer is None or outer.who == told.who:
        return None
    return outer if one.words[joining - 1] == "," else denied(verb)
