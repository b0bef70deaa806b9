"""The rule that finds who answers the words of another: `Berg's remark drew a reply from Lind: “…”`, `На слова Берга последовал ответ Линда: «…»`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import together
from tajikcli.language.forms import has_cases, nominatives
from tajikcli.proof.grammar import INFINITIVES
from tajikcli.proof.speakers.ascribing import is_word_for_words
from tajikcli.proof.speakers.clauses import is_noun_of_words
from tajikcli.proof.speakers.objects import before_titles, is_governed
from tajikcli.proof.speakers.others_words import may_describe
from tajikcli.proof.speakers.sentence import Sentence, mention_ending
from tajikcli.proof.speakers.verbs import is_saying
from tajikcli.proof.speakers.view import View, denied
from tajikcli.proof.speech import (
    AGENTS,
    DETERMINERS,
    HEARD_FROM,
    IRREGULAR_PASTS,
    PREPOSITIONS,
    REPLYING,
    looks_like_verb,
)

if TYPE_CHECKING:
    from tajikcli.proof.speakers.mention import Mention

_ALL = together()
_FEW = 3  # the number of words before a colon among which an infinitive is


class _Answer(NamedTuple):
    """What a person named before a colon does after the words of another.

    Attributes:
        who: the person.
        start: the start of the words that name the answer.
        is_said: whether it is certainly said: `a reply from Lind`, `prompted Lind to reply`.
        is_words: whether it is a noun for words, which may also be those that are answered: `a question from Lind`.
    """

    who: Mention
    start: int
    is_said: bool
    is_words: bool = False


def answered_with(view: View) -> Mention | None:
    """Find the person whose answer to words of another a colon announces: `Berg's remark drew a reply from Lind: “…”`, `Слова Берга вызвали ответ Линда: «…»`.

    Nobody is found if only an action is named, after which either may be quoted: `Berg's speech was followed by Lind: “…”`.
    """
    one, colon = view.one, view.sign - 1
    if colon <= view.start or one.words[colon] != ":":
        return None
    answer = _answer_in_noun(one, colon) or _answer_in_verb(one, colon)
    if answer is None or not answer.who.is_named:
        return None
    others = [
        other
        for other in one.mentions
        if view.start <= other.start
        and other.end <= answer.start
        and other.is_named
        and other.who != answer.who.who
    ]
    owned = [end for other in others if (end := _end_of_owned(one, other)) is not None]
    is_owner_only = len(owned) == len(others) > 0
    if not is_owner_only or _is_part_of_noun(one, answer.start):
        return None
    are_in_phrases = all(
        is_governed(one, other)
        or _is_noun_governed(one, other)
        or not (other.nominative or other.possessive or _owns_noun(one, other))
        for other in others
    )
    is_said = (answer.is_said or (answer.is_words and are_in_phrases)) and not any(
        is_saying(one, at) and not is_noun_of_words(one, at) for at in range(owned[-1], answer.start)
    )
    return answer.who._replace(nominative=True) if is_said else denied(answer.start)


def _answer_in_noun(one: Sentence, colon: int) -> _Answer | None:
    """Return the person after `a reply from`, `ответ` or `followed by` before a colon."""
    who = mention_ending(one, colon)
    if who is None or who.possessive:
        return None
    noun = before_titles(one, who)
    if not has_cases(one.words[who.start]):
        if one.folded[noun] in AGENTS:
            return _Answer(who, noun, is_said=False)
        if one.folded[noun] not in HEARD_FROM:
            return None
        noun -= 1
    elif (who.nominative and not is_noun_of_words(one, noun)) or (
        one.folded[noun] in PREPOSITIONS or not one.words[noun].islower()
    ):
        return None
    start = noun
    while start > 0 and _is_of_noun_phrase(one, start - 1):
        start -= 1
    is_reply = not REPLYING.isdisjoint(nominatives(one.folded[noun]) | {one.folded[noun]})
    is_words = is_noun_of_words(one, noun)
    return _Answer(who, start, is_said=is_reply and is_words, is_words=is_words)


def _answer_in_verb(one: Sentence, colon: int) -> _Answer | None:
    """Return the person who is made to say something before a colon: `prompted Lind to reply`, `led Lind to write back`, `had Lind saying`, `заставили Линда сказать`."""
    who = mention_ending(one, colon - 1)
    if who is not None:
        verb = one.folded[colon - 1]
        is_said = is_saying(one, colon - 1)
        may_be_said = verb.endswith(_ALL.infinitive_endings) and has_cases(verb)  # `заставили Линда ответить`
        is_verb = may_be_said or (is_said and verb.endswith(_ALL.gerund_endings))
        return _Answer(who, who.start, is_said=is_said) if is_verb else None
    for marker in range(colon - 2, max(0, colon - 2 - _FEW), -1):
        if one.folded[marker] in INFINITIVES:
            who = mention_ending(one, marker)
            is_said = is_saying(one, marker + 1)
            return _Answer(who, who.start, is_said=is_said) if who is not None else None
    return None


def _is_of_noun_phrase(one: Sentence, place: int) -> bool:
    """Return whether a word may be the article or an adjective before a noun."""
    word = one.folded[place]
    return word in DETERMINERS or (word not in PREPOSITIONS and may_describe(one, place))


def _end_of_owned(one: Sentence, other: Mention) -> int | None:
    """Return the end of a phrase in which a person is named who is not a subject: `Berg's complaint`, `слова Берга`, `after Berg`."""
    if other.possessive:
        return other.end + 1
    is_subject = other.nominative and not is_governed(one, other) and not _owns_noun(one, other)
    return None if is_subject else other.end


def _owns_noun(one: Sentence, other: Mention) -> bool:
    """Return whether a name follows a noun for words that belongs to the person, also without a case: `суханони Берг`."""
    noun = before_titles(one, other)
    return noun >= 0 and has_cases(one.words[noun]) and is_word_for_words(one.folded[noun])


def _is_noun_governed(one: Sentence, other: Mention) -> bool:
    """Return whether a preposition governs the noun that belongs to a person: `after Berg's remark`, `на слова Берга`."""
    noun = before_titles(one, other)
    place = noun if other.possessive else noun - 1
    return place >= 0 and one.folded[place] in PREPOSITIONS


def _is_part_of_noun(one: Sentence, start: int) -> bool:
    """Return whether a preposition joins an answer to the noun before it: `Berg's answer to a question from Lind`, `ответ Берга на слова Линда`."""
    if one.folded[start - 1] not in PREPOSITIONS or one.folded[start] in AGENTS:
        return False
    return has_cases(one.words[start - 1]) or not (
        looks_like_verb(one.folded[start - 2]) or one.folded[start - 2] in IRREGULAR_PASTS
    )  # `led to a reply`, `met with a reply`
