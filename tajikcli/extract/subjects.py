"""Find the speaker of a quotation whose sentence does not name one, if the words before it and a single named person leave no doubt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tajikcli.extract.listeners import pronouns_in
from tajikcli.extract.names import HONORIFICS
from tajikcli.extract.telling import DAYS_NAMED, teller
from tajikcli.proof.speakers.mention import gender_of
from tajikcli.proof.speakers.naming import Attributed
from tajikcli.proof.speakers.sentence import read_sentence
from tajikcli.proof.speech import AND, OWNERS, PREPOSITIONS, PRONOUNS, SUBORDINATE, VERBS, WORDS_OF
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.extract.cast import Cast
    from tajikcli.proof.speakers.attribution import Naming

_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*|[^\s\w]")
_TELLING = VERBS - WORDS_OF
_SHORT = 5  # the maximum number of words and marks in a phrase such as `He went on:`
_VERB = 2  # the number of last words that may contain the verb: `изҳор дошт`


def speaker_before(before: str, naming: Naming, last: str | None, cast: Cast) -> str | None:
    """Return the speaker of a quotation whom no rule of attribution names.

    Args:
        before: the words of its sentence before it.
        naming: the result of attribution.
        last: the speaker of the previous quotation, if nobody else has been named since.
        cast: the speakers.
    """
    words = _WORD.findall(before)
    folded = [fold_letters(word) for word in words]
    while words and not words[-1][0].isalnum():
        words.pop()
    ends_with_verb = not _TELLING.isdisjoint(folded[max(0, len(words) - _VERB) : len(words)])
    mentioned = cast.mentioned(before)
    has_pronoun = not PRONOUNS.isdisjoint(folded) or not OWNERS.isdisjoint(folded)
    if not mentioned and has_pronoun:
        if len(folded) <= _SHORT and (ends_with_verb or folded[-1] == ":"):
            return last  # `He went on: ...`
        is_alone = len(naming.near) == 1 and naming.near[0].known
        if is_alone and folded and folded[len(words) - 1] in WORDS_OF:
            return naming.near[0].who  # `In his words, ...`
    if len(mentioned) == 1 and ends_with_verb and before.rstrip().endswith(":"):
        return mentioned[0] if _is_subject(words, folded, cast) else None
    return None


def goes_on(told: str, around: str, cast: Cast) -> str | None:
    """Return the speaker of a quotation with only a pronoun beside it, if the narrator's words before it are only about what one person said.

    Nobody else may be meant: `Lind said that trade grew. “We are glad,” he added.`

    Args:
        told: the words of the paragraph before the quotation.
        around: the words of its sentence around it.
        cast: the speakers.
    """
    pronouns = pronouns_in(around, cast)
    if not pronouns or not _QUOTING_MARKS.isdisjoint(told):
        return None
    who = teller(told, cast.names).who
    read = read_sentence(told, (), cast.names)
    if who is None or [one.who for one in read.mentions] != [who] or not OWNERS.isdisjoint(read.folded):
        return None  # `Berg said that his wife was glad. “…,” she said`
    meant = gender_of(pronouns[0])
    gender = cast.names.gender(Attributed(who, known=True))
    # The text would show that somebody is a woman before it calls her `she`.
    return who if meant == gender or (not gender and meant != "f") or not meant else None


_QUOTING_MARKS = frozenset('"\u00ab\u00bb\u201c\u201d\u201e')


def _is_subject(words: Sequence[str], folded: Sequence[str], cast: Cast) -> bool:
    """Return whether the only name in a clause begins it, and nobody else can be the subject of its verb."""
    for place in range(len(words)):
        found = cast.names.at(words, place)
        if found is None:
            continue
        size, _, is_nominative = found
        at = place - 1 if place and folded[place - 1] in HONORIFICS else place
        begins = (
            at == 0
            or (words[at - 1] == "," and folded[at - 2] not in PREPOSITIONS)
            or folded[at - 1] in DAYS_NAMED
        )
        between = set(folded[place + size : len(words)])
        return begins and is_nominative and between.isdisjoint(AND | SUBORDINATE | PRONOUNS)
    return False
