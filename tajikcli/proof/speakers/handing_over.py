"""Reasons to doubt that the subject speaks: it may hand the words over to somebody named after it: `Lind prompted Berg: “…”`, `Lind gave Berg the floor: “…”`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.language.forms import has_cases
from tajikcli.proof.speakers.mention import Kind, Mention
from tajikcli.proof.speakers.objects import before_titles, is_governed
from tajikcli.proof.speakers.others_words import NO_CONJUNCTIONS, is_listener, is_with_words
from tajikcli.proof.speakers.verbs import is_saying
from tajikcli.proof.speech import (
    ADDRESSING,
    FLOOR,
    GIVING,
    INVITING,
    PASSING,
    YIELDING,
)

if TYPE_CHECKING:
    from tajikcli.proof.speakers.sentence import Sentence
    from tajikcli.proof.speakers.view import View

_PASSING = GIVING | PASSING | YIELDING
_NEAR = 3  # the number of words on each side of a noun for the floor within which it is given


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
            and not (has_cases(one.words[other.end - 1]) and is_listener(one, other))
            and not _is_owner_in_description(one, subject, other)
        ),
        None,
    )
    if reached is None or any(
        is_saying(one, at) or one.folded[at] in ADDRESSING for at in range(subject.end, reached.start)
    ):
        return False
    if is_with_words(one, view.sign - 1):
        return False  # `Линд встретил Берга словами «…»`
    return not any(
        is_saying(one, at) and one.folded[at - 1] not in NO_CONJUNCTIONS
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


def _hands_over(one: Sentence, place: int) -> bool:
    """Return whether a word hands the floor to another: `yielded`, or a noun for the floor beside a verb of giving or passing it."""
    if one.folded[place] not in FLOOR:
        return one.folded[place] in YIELDING
    beside = one.folded[max(0, place - _NEAR) : place + 1 + _NEAR]
    return not _PASSING.isdisjoint(beside)


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
