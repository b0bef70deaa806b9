"""Whether a sentence only points at its quotations, whose speaker the sentences before it name: `Вот что: «…»`, `On schools: “…”`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.language.forms import has_cases
from tajikcli.proof.speakers.verbs import is_saying, may_say
from tajikcli.proof.speech import (
    ASKING,
    POINTING,
    PREPOSITIONS,
    REPLYING,
    SILENT,
    WORDS_OF,
)

if TYPE_CHECKING:
    from tajikcli.proof.speakers.sentence import Sentence


_POINTING_OR_ASKING = POINTING | ASKING
_NO_TOPIC = REPLYING | WORDS_OF | SILENT
_TOPIC = 6  # the maximum number of words of the topic of a quotation
_POINTING = 4  # the maximum number of words and marks of a phrase that points at a quotation


def is_answer(one: Sentence) -> bool:
    """Return whether a sentence calls its quotations an answer: `The answer: “…”`, `“…,” came the reply`."""
    return not (REPLYING & WORDS_OF).isdisjoint(one.folded)


def only_points(one: Sentence) -> bool:
    """Return whether a sentence only points at its quotations with a word and a colon: `This: “…”`, `Вот что: «…»`."""
    sign = one.signs[0]
    return (
        len(one.signs) == 1
        and 0 < sign <= _POINTING
        and one.words[sign - 1] == ":"
        and all(word in _POINTING_OR_ASKING for word in one.folded[: sign - 1])
        and not any(word[0].isalnum() for word in one.words[sign + 1 :])
    )


def is_on_topic(one: Sentence, place: int) -> bool:
    """Return whether only the topic of a quotation is named before it, as in a list of somebody's words: `On schools: “…”`, `— о школах: «…»`."""
    sign = one.signs[place]
    begin = one.signs[place - 1] + 1 if place else 0
    while begin < sign and not one.words[begin][0].isalnum():
        begin += 1
    return (
        begin < sign - 1 <= begin + _TOPIC
        and one.words[sign - 1] == ":"
        and one.folded[begin] in PREPOSITIONS
        and not any(word[0].isalnum() for word in one.words[sign + 1 : sign + 2])
        and not any(begin <= other.start < sign for other in one.mentions)
        and all(one.words[at][0].isalpha() and not _is_of_a_clause(one, at) for at in range(begin, sign - 1))
    )


def _is_of_a_clause(one: Sentence, place: int) -> bool:
    """Return whether a word is a verb, or a noun for words, which may be another's: `In reply: “…”`, `В ответ прозвучало: «…»`."""
    word = one.folded[place]
    is_verb = may_say(one, place) if has_cases(word) else is_saying(one, place)
    return is_verb or word in _NO_TOPIC
