"""The rule that finds who answers the words of another: `Berg's remark drew a reply from Lind: “…”`, `На слова Берга последовал ответ Линда: «…»`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.forms import has_cases, nominatives
from tajikcli.proof.grammar import INFINITIVES
from tajikcli.proof.speakers.ascribing import is_word_for_words
from tajikcli.proof.speakers.clauses import is_noun_of_words
from tajikcli.proof.speakers.objects import before_titles
from tajikcli.proof.speakers.others_words import may_describe
from tajikcli.proof.speakers.sentence import Sentence, mention_ending
from tajikcli.proof.speakers.verbs import is_saying
from tajikcli.proof.speakers.view import View, denied
from tajikcli.proof.speech import AGENTS, DETERMINERS, HEARD_FROM, PREPOSITIONS, REPLYING

if TYPE_CHECKING:
    from tajikcli.proof.speakers.mention import Mention


class _Answer(NamedTuple):
    """What a person named before a colon does after the words of another.

    Attributes:
        who: the person.
        start: the start of the words that name the answer.
        is_said: whether it is certainly said: `a reply from Lind`, `prompted Lind to reply`.
    """

    who: Mention
    start: int
    is_said: bool


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
    is_said = answer.is_said and not any(
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
    return _Answer(who, start, is_said=is_reply and is_noun_of_words(one, noun))


def _answer_in_verb(one: Sentence, colon: int) -> _Answer | None:
    """Return the person who is made to say something before a colon: `prompted Lind to reply`."""
    if one.folded[colon - 2] not in INFINITIVES:
        return None
    who = mention_ending(one, colon - 2)
    return _Answer(who, who.start, is_said=is_saying(one, colon - 1)) if who is not None else None


def _is_of_noun_phrase(one: Sentence, place: int) -> bool:
    """Return whether a word may be the article or an adjective before a noun."""
    word = one.folded[place]
    return word in DETERMINERS or (word not in PREPOSITIONS and may_describe(one, place))


def _end_of_owned(one: Sentence, owner: Mention) -> int | None:
    """Return the end of a phrase in which a person only owns the noun: `Berg's complaint`, `слова Берга`."""
    if owner.possessive:
        return owner.end + 1
    noun = before_titles(one, owner)
    is_owned = noun >= 0 and has_cases(one.words[noun]) and is_word_for_words(one.folded[noun])
    return owner.end if is_owned else None


def _is_part_of_noun(one: Sentence, start: int) -> bool:
    """Return whether a preposition joins an answer to the noun before it: `Berg's answer to a question from Lind`, `ответ Берга на слова Линда`."""
    if one.folded[start - 1] not in PREPOSITIONS or one.folded[start] in AGENTS:
        return False
    return is_noun_of_words(one, start - 2) or mention_ending(one, start - 1) is not None
