"""Find the person whose words a sentence without a quotation reports, if there is no doubt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import reports
from tajikcli.language.forms import any_of, has_cases, nominatives
from tajikcli.proof.grammar import ARTICLES, OF
from tajikcli.proof.speakers.naming import bare
from tajikcli.proof.speech import (
    ADDRESSING,
    ADVERBS,
    BE,
    BY,
    DENIALS,
    OBJECTS,
    OWNERS,
    PREPOSITIONS,
    PRONOUNS,
    REFERRING,
    VERBS,
    looks_like_verb,
)
from tajikcli.text import fold_letters, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.proof.speakers.naming import Names

_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*['\u2019]?|[^\s\w]")
_NOUNS = word_set(fold_letters(together().said_nouns))
_TELLING = VERBS - _NOUNS
_APPOSED = 14  # the maximum number of words between the commas after a name
_MOST_OF_A_PHRASE = 8  # words of a phrase of attribution with the word after it
_FAR = 4  # the maximum number of words between a name and its verb, if nobody else is named


class Told(NamedTuple):
    """Whether a sentence reports something that somebody said, and the speaker.

    Attributes:
        told: whether it reports something that somebody said.
        who: the slug of the speaker; None if it is not clear.
        named: whether the sentence may name the speaker; False if it has only a pronoun or a title.
    """

    told: bool
    who: str | None
    named: bool = True


def teller(sentence: str, names: Names) -> Told:
    """Return the person to whom a sentence attributes its content."""
    words = _WORD.findall(sentence)
    folded = [bare(word) for word in words]
    for place, word in enumerate(folded):
        for phrase in BY.get(word, ()):
            if tuple(folded[place : place + len(phrase)]) == phrase:
                behind = place + len(phrase)
                who = _name_at(words, folded, behind, names)
                return Told(told=True, who=who, named=PRONOUNS.isdisjoint(folded[behind : behind + 1]))
        if _is_in_his_words(folded, place):
            return Told(told=True, who=None, named=False)
    is_title = sum(word[0].isupper() for word in words) > len(words) / 2
    for place, word in enumerate(folded):
        if place and words[place][0].isupper() and not is_title:
            continue  # `the United States`
        if word not in _TELLING or not DENIALS.isdisjoint(folded[max(0, place - 2) : place]):
            continue
        who = _before(words, folded, place, names)
        who = _behind(words, folded, place, names) if who is None else who
        if who is not None:
            return Told(told=True, who=who or None, named=bool(who))
    return Told(told=False, who=None)


def begins_with_pronoun(sentence: str) -> bool:
    """Return whether a sentence begins with a pronoun for the person who speaks: `He added`, `In his words`, `According to him`."""
    folded = [bare(word) for word in _WORD.findall(sentence)[:_MOST_OF_A_PHRASE]]
    if not folded:
        return False
    behind = (
        folded[len(phrase)]
        for phrase in BY.get(folded[0], ())
        if len(phrase) < len(folded) and tuple(folded[: len(phrase)]) == phrase
    )
    return folded[0] in PRONOUNS or _is_in_his_words(folded, 0) or any(word in PRONOUNS for word in behind)


def _is_in_his_words(folded: Sequence[str], place: int) -> bool:
    """Return whether a phrase of attribution with an owner instead of a name is at a position: `In his words`, in other languages, too."""
    if not OWNERS.intersection(folded[place + 1 : place + 2]):
        return False
    phrases = map(_without_little, BY.get(folded[place], ()))
    return (*folded[place + 2 : place + 3],) in set(phrases) - {()}


def _without_little(phrase: Sequence[str]) -> tuple[str, ...]:
    """Return a phrase of attribution without its first word, its articles and its last preposition: `words`."""
    return tuple(word for word in phrase[1:] if word not in ARTICLES | OF)


def _name_at(words: Sequence[str], folded: Sequence[str], place: int, names: Names) -> str | None:
    """Return the person whose name is at a position, after any titles and countries."""
    for at in range(place, min(place + _FAR, len(words))):
        if not words[at][0].isalpha() or folded[at] in VERBS or folded[at] in _LINKS:
            return None
        found = names.at(words, at)
        if found:
            return found[1]
    return None


def _before(words: Sequence[str], folded: Sequence[str], verb: int, names: Names) -> str | None:
    """Return the slug of the subject before a verb; an empty text for a pronoun, a title or an unknown name, None if there is no subject."""
    place = verb - 1
    passed = 0
    if _is_base_form(folded[verb]) and not folded[place].endswith(_PLURAL) and folded[place] not in PRONOUNS:
        return None  # `an official state ceremony`
    while place >= 0 and folded[place] not in BE and (folded[place] in ADVERBS or _is_adverb(folded[place])):
        place -= 1
    if place >= 0 and folded[place] in BE and folded[verb] in ADDRESSING:
        return None  # `Lind was told that …`, by nobody who is named
    if place > 0 and words[place] == ",":  # a name, a description of the person, and the verb
        comma = next((at for at in range(place - 1, max(-1, place - _APPOSED), -1) if words[at] == ","), 0)
        described = _ending_at(words, place - 1, names)
        if (
            described is not None
            and described[0] == comma + 1
            and comma > 0
            and words[comma - 1][0].isalpha()
        ):
            return described[1]  # `The Borduria leader, Jon Berg, said`
        place = comma - 1
        if place < 0 or _ending_at(words, place, names) is None:
            return None
    while place >= 0 and passed <= _FAR and words[place][0].isalpha():
        found = _ending_at(words, place, names)
        if found is not None:
            start, slug, nominative = found
            if has_cases(words[place]) and not nominative:
                return None
            if start and (folded[start - 1] in PREPOSITIONS or folded[start - 1] in _TELLING):
                return None
            if has_cases(words[place]) and _is_behind_preposition(words, folded, start):
                return ""
            return slug if passed == 0 or has_cases(words[place]) else None
        if passed == 0 and folded[place] in REFERRING and folded[place] not in OBJECTS:
            return ""
        if not has_cases(words[place]):
            is_name = passed == 0 and words[place][0].isupper()
            return "" if is_name else None  # `Lind promised`, of whom the text says nothing else
        place, passed = place - 1, passed + 1
    return None


def _is_behind_preposition(words: Sequence[str], folded: Sequence[str], start: int) -> bool:
    """Return whether an office with a preposition before it stands before a name: `with President Karl Lind`, in Tajik."""
    for at in range(start - 1, max(-1, start - 1 - _FAR), -1):
        if not words[at][0].isalpha():
            return False
        if tuple(folded[at : at + 2]) in _POINTING:
            return False  # the words for `of this` govern no office
        if folded[at] in PREPOSITIONS:
            return words[at + 1][0].islower()  # a place has a capital: `Дар Осло президент …`
    return False


def _ending_at(words: Sequence[str], place: int, names: Names) -> tuple[int, str, bool] | None:
    """Return the name that ends with the word at a position: its start, the person, and whether it is in the nominative."""
    for start in range(max(0, place - _FAR), place + 1):
        found = names.at(words, start)
        if found and start + found[0] == place + 1:
            return start, found[1], found[2]
    return None


def _behind(words: Sequence[str], folded: Sequence[str], verb: int, names: Names) -> str | None:
    """Return the subject after a verb, if the language allows this order."""
    if not has_cases(words[verb]) or verb + 1 >= len(words):
        return None
    for at in range(verb + 1, min(verb + 1 + _FAR, len(words))):
        if not words[at][0].isalpha() or folded[at] in PREPOSITIONS:
            return None
        found = names.at(words, at)
        if found:
            return found[1] if found[2] else None
        if folded[at] in REFERRING and at == verb + 1:
            return ""
    return None


def points_back(sentence: str) -> bool:
    """Return whether a sentence only says who said what the sentence before says: `Berg said this`, in other languages.

    The verb follows the words that point back, or only a name with an office is between them.
    """
    match = _POINTING_BACK.match(sentence)
    if match is None:
        return False
    words = _WORD.findall(sentence[match.end() :])[:_MOST_OF_A_SUBJECT]
    folded = [bare(word) for word in words]
    verb = next((at for at, word in enumerate(folded) if word in _TELLING or not word[:1].isalpha()), 0)
    if not words or folded[verb] not in VERBS:
        return False
    between = [bare(word) for word in words[:verb] if word.islower()]
    is_verb = any(word not in REFERRING and looks_like_verb(word) for word in between)
    is_subject = match["about"] is not None and words[verb - 1][0].isupper() and not is_verb
    return verb == 0 or is_subject


def _is_base_form(folded: str) -> bool:
    """Return whether a verb has no ending, so that its subject is in the plural: `state`, whose past is `stated`."""
    return f"{folded}d" in VERBS or f"{folded}ed" in VERBS


def _is_adverb(folded: str) -> bool:
    return folded.endswith(_ADVERB_ENDINGS)


_ADVERB_ENDINGS = together().adverb_endings


def when_told(text: str) -> str | None:
    """Return the source's words for when somebody said something, which are directly beside the verb of saying."""
    words = _WORD.findall(text)
    folded = [bare(word) for word in words]
    for place, word in enumerate(folded):
        if word not in _TELLING:
            continue
        for at in (*range(place + 1, min(place + 4, len(words))), *range(place - 1, max(-1, place - 3), -1)):
            if not words[at][0].isalpha():
                break
            if folded[at] in DAYS_NAMED or not nominatives(folded[at]).isdisjoint(_WEEKDAYS):
                part = (
                    words[at + 1 : at + 2]
                    if folded[at + 1 : at + 2] and folded[at + 1] in _PARTS_OF_DAY
                    else []
                )
                before = words[at - 1 : at] if at and folded[at - 1] in _ON else []
                return " ".join([*before, words[at], *part])
    return None


def relay_of(text: str) -> str | None:
    """Return the name of the relay that a source gives directly before or after a verb of relaying."""
    words = _RELAY_WORD.findall(text)
    folded = [fold_letters(word) for word in words]
    for place, word in enumerate(folded):
        if word not in _RELAYING:
            continue
        end = place + 1
        while (
            end < len(words)
            and end - place <= _MOST_OF_A_RELAY
            and _is_of_a_relay(words[end], folded[end], end - place)
        ):
            end += 1
        if end > place + 1 and has_cases(word) and words[end - 1][0].isupper():
            return " ".join(words[place + 1 : end])
        before = words[place - 1] if place else ""
        if not has_cases(word) and len(before) > 2 and before.isupper():  # `TASS reported`, but not initials
            return before
    return None


def _is_of_a_relay(word: str, folded: str, place: int) -> bool:
    return word[0].isupper() or (place == 1 and folded in _RELAY_NOUNS)


_PLURAL = tuple(reports().plural_endings)
_LINKS = PREPOSITIONS - word_set(fold_letters(together().of))
_POINTING = {tuple(fold_letters(words).split()) for words in reports().pointing_back}
_MOST_OF_A_SUBJECT = 12  # words
_POINTING_BACK = re.compile(
    rf"(?:(?P<about>{any_of(words for words in reports().pointing_back if ' ' in words)})"
    rf"|{any_of(reports().pointing_back)})(?=\s)",
    re.IGNORECASE,
)
_RELAY_WORD = re.compile(r"[^\W_]+(?:[-'\u2019][^\W_]+)*|[^\s\w]")
_MOST_OF_A_RELAY = 4
_REPORTS = reports()
DAYS_NAMED = word_set(fold_letters(_REPORTS.days_named))
_WEEKDAYS = word_set(fold_letters(together().weekdays))
_PARTS_OF_DAY = word_set(fold_letters(_REPORTS.parts_of_day))
_ON = word_set(fold_letters(f"{together().month_prepositions} {together().prepositions}"))
_RELAYING = word_set(fold_letters(_REPORTS.relaying))
_RELAY_NOUNS = word_set(fold_letters(_REPORTS.relay_nouns))
