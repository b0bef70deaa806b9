"""The person in a noun phrase: a name with its titles and descriptions, or the owner of a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.language.forms import has_cases
from tajikcli.proof.speakers.mention import Kind, Mention
from tajikcli.proof.speakers.objects import before_titles, is_governed, is_several
from tajikcli.proof.speakers.titles import office_of
from tajikcli.proof.speakers.verbs import is_adverb, is_saying, may_say
from tajikcli.proof.speech import (
    ADVERBS,
    CLOSED,
    DETERMINERS,
    KEEPING_FORM,
    LIGHT,
    MONTHS_AND_DAYS,
    RANKS,
    SILENT,
    SUBORDINATE,
    VERBS,
    WORDS_OF,
)

if TYPE_CHECKING:
    from tajikcli.proof.speakers.sentence import Sentence


_DESCRIBING = 4  # the maximum number of words between a title and the comma before a name


def noun_behind(one: Sentence, place: int, end: int) -> tuple[Mention | None, int]:
    """Return the person directly after a position, with titles and descriptions before the name, and the end of the mention.

    `President Putin`, `Clinton campaign manager Robby Mook`, `the Russian leader`, `a voter`.

    Args:
        one: the sentence.
        place: the start of the mention.
        end: the end of the part of the sentence.
    """
    words, folded = one.words, one.folded
    last: Mention | None = None
    number = place
    while number < end:
        mention = next((other for other in one.mentions if other.start == number), None)
        if mention is not None:
            if mention.kind is Kind.PRONOUN and number > place:
                break
            if last is None or not (last.possessive and mention.kind is Kind.PRONOUN):
                last = mention
            number = mention.end
            if mention.kind in {Kind.PRONOUN, Kind.FORMER, Kind.LATTER} or (
                mention.kind is Kind.TITLE and not mention.possessive
            ):
                break
            continue
        word = folded[number]
        if not words[number][0].isalnum():
            break
        if is_adverb(word) and number > place and last is None and folded[number - 1] in DETERMINERS:
            number += 1
            continue  # `the visibly pleased president`
        is_name = words[number][0].isupper() and not has_cases(word)
        is_owned = (
            last is not None
            and last.possessive
            and last.end == number
            and (word in RANKS or bool(office_of(word)))
        )
        if is_owned:
            number += 1
            continue  # `Lind's host`
        if word in MONTHS_AND_DAYS or (not is_name and (word in VERBS or is_adverb(word) or word in SILENT)):
            break
        if number > place and (word in CLOSED or word in ADVERBS):
            break
        if number == place and word in CLOSED and word not in DETERMINERS and word not in LIGHT:
            return None, place
        if last is not None and may_say(one, number) and not _is_noun_before_verb(one, number, end):
            break
        number += 1
    if last is not None and last.end == number and not last.possessive:
        return last, number
    return (Mention(place, number, Kind.SOMEBODY), number) if number > place else (None, place)


def named_in_apposition(one: Sentence, mention: Mention) -> Mention:
    """Return the name between commas that identifies a title or a noun before it (`the guest, Anna Lind, said`, `хозяин встречи, Линд`), otherwise the mention."""
    comma = mention.end
    while comma < min(len(one.words), mention.end + _DESCRIBING) and _may_describe(one, comma):
        comma += 1
    if mention.kind not in {Kind.TITLE, Kind.SOMEBODY} or one.words[comma : comma + 1] != [","]:
        return mention
    named = next((other for other in one.mentions if other.start > comma), None)
    if named is None or named.kind is not Kind.PERSON or before_titles(one, named) != comma:
        return mention
    close = one.words[named.end : named.end + 1]
    is_whole = not close or not close[0][0].isalnum()
    is_subject = named.nominative and not named.possessive and not is_several(one, named)
    return named if is_whole and is_subject else mention


def _may_describe(one: Sentence, place: int) -> bool:
    """Return whether a word can describe a person after a title: a word in lower case that is not a verb or an adverb."""
    word = one.folded[place]
    is_verb = may_say(one, place) or word in SILENT or is_adverb(word) or word in SUBORDINATE
    is_verb = is_verb and one.folded[place - 1] not in DETERMINERS
    return one.words[place].islower() and one.words[place].isalpha() and not is_verb


def owner_behind(one: Sentence, noun: int, end: int) -> Mention | None:
    """Return the owner directly after a noun, as in `Речь Линда`, if nobody else may be the subject.

    Args:
        one: the sentence.
        noun: the number of the noun.
        end: the end of its clause.
    """
    inside = [mention for mention in one.mentions if noun < mention.start and mention.end <= end]
    if not inside or not inside[0].is_named or before_titles(one, inside[0]) != noun:
        return None
    owner = inside[0]._replace(nominative=True)
    others = [
        other
        for other in one.mentions
        if other.end <= end
        and other.who != owner.who
        and other.nominative
        and not is_governed(one, other)
        and not _is_owner_in_phrase(one, other)
    ]
    return None if others else owner


def _is_owner_in_phrase(one: Sentence, owner: Mention) -> bool:
    """Return whether a preposition governs the noun for words that belongs to a person whose name has no case: `ҷавоби Линд ба суханони Берг`."""
    noun = before_titles(one, owner)
    return noun > 0 and one.folded[noun] in WORDS_OF and one.folded[noun - 1] in KEEPING_FORM


def _is_noun_before_verb(one: Sentence, place: int, end: int) -> bool:
    """Return whether a word that looks like a verb is a noun, because a verb of saying follows: `Putin aides said`."""
    for number in range(place + 1, min(end, place + 4)):
        if is_saying(one, number):
            return True
        if not one.words[number][0].isalpha() or one.folded[number] in CLOSED:
            return False
    return False
