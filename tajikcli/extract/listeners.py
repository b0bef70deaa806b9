"""Find the other persons who may speak a quotation, so that a draft asks for its speaker.

A pronoun may mean the listener of the words before (`“…,” Lind told Berg. “…?” he asked`), and somebody who quotes
(`“…,” Lind said, quoting Berg`) speaks the words of another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.proof.speakers.mention import gender_of
from tajikcli.proof.speakers.naming import Attributed
from tajikcli.proof.speakers.objects import before_titles, is_governed
from tajikcli.proof.speakers.sentence import read_sentence
from tajikcli.proof.speech import OBJECTS, PRONOUNS, QUOTING, VERBS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tajikcli.extract.cast import Cast


def quoted_by(behind: str, cast: Cast) -> list[str]:
    """Return the persons behind a quotation of whom one quotes another: `“…,” Lind said, quoting Berg`.

    Args:
        behind: the words of the sentence after the quotation.
        cast: the speakers.
    """
    one = read_sentence(behind, (), cast.names)
    quotes = any(
        word in QUOTING and not VERBS.isdisjoint(one.folded[:at]) for at, word in enumerate(one.folded)
    )
    named = cast.mentioned(behind) if quotes else []
    return named if len(named) > 1 else []


def pronouns_in(around: str, cast: Cast) -> list[str]:
    """Return the folded pronouns that may be the subject of a sentence; nothing if it names somebody.

    Args:
        around: the words of the sentence around a quotation.
        cast: the speakers.
    """
    if cast.mentioned(around):
        return []
    return [word for word in read_sentence(around, (), cast.names).folded if word in PRONOUNS - OBJECTS]


def may_be_meant(pronoun: str, told: str, speaker: str, cast: Cast) -> list[str]:
    """Return the persons other than a speaker whom a pronoun in the next sentence may mean.

    Args:
        pronoun: the pronoun, folded.
        told: the narrator's words about the speaker's last quotation.
        speaker: the slug of the speaker.
        cast: the speakers.
    """
    gender = gender_of(pronoun)
    others = dict.fromkeys(one for one in _listeners(told, cast) if one != speaker)
    return [
        one for one in others if not gender or cast.names.gender(Attributed(one, known=True)) in {"", gender}
    ]


def _listeners(told: str, cast: Cast) -> Iterator[str]:
    """Yield the persons in a text who are no part of a phrase such as `after talks with Berg`; in `said to Berg`, he listens."""
    one = read_sentence(told, (), cast.names)
    ends = {mention.end for mention in one.mentions}
    for mention in one.mentions:
        if mention.who is None or not mention.known:
            continue
        place = before_titles(one, mention)
        is_told = place in ends or (place > 0 and one.folded[place - 1] in VERBS)
        if not mention.possessive and (is_told or not is_governed(one, mention)):
            yield mention.who
