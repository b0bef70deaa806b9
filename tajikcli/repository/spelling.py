"""Handle words that do not occur in the record as written: names in another script, other spellings, typing errors.

A word that is in the record, the vocabulary or the list of words of a language is never corrected.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tajikcli.language.all_languages import script_of, together
from tajikcli.language.known_words import is_known_word, known_words
from tajikcli.language.transliteration import sounds, unstressed, without_ending
from tajikcli.meanings import is_known as is_in_vocabulary
from tajikcli.repository.named import differ_by_a_slip
from tajikcli.text import fold_letters
from tajikcli.words import STOP, stem

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Container, Iterable, Mapping, Sequence

_LETTERS = re.compile(r"[^\W\d_]+")
_SHORT = 3  # a word with at most this many letters is never corrected
_NAME = 4  # the minimum number of sounds that the forms of a name share at the start
_SHORTEST_NAME = 5  # the minimum number of letters of a name that may be mistyped
_CASES = 2  # the maximum number of letters in which the forms of a name differ at the end
_LONG = 60  # the maximum number of letters of a word that is corrected
_ONE, _TWO = 4, 6  # the minimum number of letters of a word that may have one wrong letter, and two
_SHORT_UNLISTED = (
    6  # the maximum number of letters of a stem that is short, in a script without a list of words
)
_TWO_UNLISTED = (
    8  # for two wrong letters in a script without a list of words, where unknown words are rarely mistyped
)


def words_of(connection: sqlite3.Connection) -> list[str]:
    """Return the words of a record's texts and names in their spelling, folded, without duplicates."""
    found: dict[str, None] = {}
    for (spelt,) in connection.execute("SELECT words FROM spelling"):
        found.update(dict.fromkeys(spelt.split()))
    for (written,) in connection.execute("SELECT written FROM alias"):
        found.update(dict.fromkeys(_LETTERS.findall(fold_letters(written))))
    return [word for word in found if len(word) > 2 and word not in STOP]


def same_name(word: str, choices: Iterable[str]) -> list[str]:
    """Return the words that are the same name as a given word, in another spelling or another script.

    Args:
        word: the folded word.
        choices: the folded words.
    """
    if len(word) <= _SHORT or (script_of(word) == "Latin" and is_known_word(word)):
        return []
    wanted, beginning = sounds(word), sounds(stem(word))
    own = without_ending(wanted)
    found = []
    for choice in choices:
        if abs(len(choice) - len(word)) > _SHORT:
            continue
        heard = sounds(choice)
        if script_of(choice) == script_of(word):
            # A word of the language that sounds the same is not a name. It may be the word that was meant;
            # the answer then says so.
            same = without_ending(heard) == own and not is_known_word(choice)
        else:
            same = heard == wanted or (
                len(beginning) >= _NAME
                and heard.startswith(beginning)
                and len(heard) - len(beginning) <= _CASES
            )
        if same:
            found.append(choice)
    return found


def meant(word: str, choices: Iterable[str], vocabulary: Iterable[str]) -> str | None:
    """Return the word that a mistyped one probably stands for: the nearest word of the record, otherwise of the vocabulary.

    Args:
        word: the folded word.
        choices: the folded words of the record.
        vocabulary: the words of the vocabulary.

    Returns:
        The word; empty if the word is a word of a language, or if no other word is similar.
    """
    if len(word) < _ONE or (script_of(word) == "Latin" and is_known_word(word)):
        return None
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    near: list[tuple[int, int, str]] = []
    for rank, known in enumerate((choices, vocabulary)):
        # Cyrillic words have many forms and dictionaries only one, so stems are compared.
        forms: dict[str, list[str]] = {}
        for one in known:
            if script_of(one) == script_of(word) and one[0] == word[0] and len(one) > _SHORT:
                forms.setdefault(_compared(one), []).append(one)
        compared = _compared(word)
        most = 1 if len(compared) < (_TWO if script_of(word) == "Latin" else _TWO_UNLISTED) else 2
        for form, distance, _ in process.extract(
            compared, list(forms), scorer=OSA.distance, score_cutoff=most, limit=5
        ):
            if _is_unlikely(compared, form):
                continue
            # of the forms of a word, the one that differs least from what was typed
            chosen = min(forms[form], key=lambda one: (OSA.distance(word, one), len(one)))
            near.append((int(distance), rank, chosen))
    if not near:
        return None
    distance, _, nearest = min(near)
    if distance > 1 and script_of(word) == "Latin":
        # A more similar word, or one that sounds the same, is meant even if the record does not have it:
        # `elefant` is not `element`.
        others = [
            (int(distance_), other)
            for other, distance_, _ in process.extract(
                word, known_words(word[0]), scorer=OSA.distance, score_cutoff=distance, limit=20
            )
        ]
        heard = sounds(word)
        if any(other_distance < distance or sounds(other) == heard for other_distance, other in others):
            return None
    return nearest


def _is_unlikely(typed: str, form: str) -> bool:
    """Return whether a short stem without a list of words is rather another word than a slip for a known one.

    `балет` is no slip for `билет`, but people write as they hear: `раззвитие`, `дагавор`.
    """
    if script_of(typed) == "Latin" or len(typed) > _SHORT_UNLISTED or sounds(typed) == sounds(form):
        return False
    return min(len(typed), len(form)) < _ONE or not (
        len(typed) != len(form)  # a letter is missing, or is one too many
        or sorted(typed) == sorted(form)
        or unstressed(typed) == unstressed(form)
    )


def _compared(word: str) -> str:
    return word if script_of(word) == "Latin" else stem(word)


def corrected(
    connection: sqlite3.Connection, text: str, unheard: Iterable[str], names: Mapping[str, Iterable[str]]
) -> str:
    """Return a question with its mistyped words replaced by the nearest known words; empty if there are none.

    Args:
        connection: a connection to the index.
        text: the question.
        unheard: its words as written that do not occur in the record, in any of their meanings.
        names: words that may be mistyped names of speakers, folded, with the stems of these names.
    """
    known: list[str] = []
    exchanged = text
    for written in dict.fromkeys([*unheard, *_written(text, names)]):
        word = fold_letters(written)
        if not word.isalpha() or len(word) > _LONG:
            continue
        known = known or words_of(connection)
        other = _name_meant(word, known, names.get(word, ()))
        if other is None and not is_in_vocabulary(word):
            other = meant(word, known, _vocabulary())
        if other is not None and not _is_country(written):
            other = other.capitalize() if written[0].isupper() else other
            exchanged = re.sub(rf"(?<!\w){re.escape(written)}(?!\w)", other, exchanged)
    return "" if exchanged == text else exchanged


def _written(text: str, folded: Container[str]) -> list[str]:
    """Return the words of a text, as written, that are among some folded words."""
    return [word for word in _LETTERS.findall(text) if fold_letters(word) in folded]


def _name_meant(word: str, known: Sequence[str], names: Iterable[str]) -> str | None:
    """Return the name of a speaker that a mistyped word probably stands for.

    Args:
        word: the folded word.
        known: the folded words of the record.
        names: the stems of similar names.

    Returns:
        The shortest form of the name; None if the word is a form of another word of the record or of the vocabulary.
    """
    forms = [
        one
        for name in names
        for one in known
        if one.startswith(name)
        and stem(one) == name
        and any(
            differ_by_a_slip(form, word[: len(form)]) and word[len(form) :] in _endings(script_of(word))
            for form in {name, one}
            if _SHORTEST_NAME <= len(form) <= len(word)
        )
    ]
    if not forms:
        return None
    from tajikcli.language.forms import nominatives  # for few words, as below

    return min(forms, key=len) if nominatives(word).isdisjoint({*known, *_vocabulary()}) else None


def _vocabulary() -> list[str]:
    """Return all words of the vocabulary."""
    from tajikcli.language.concepts import words

    return words()


def _is_country(written: str) -> bool:
    """Return whether a word is a country in any grammatical case: `Китая` is not mistyped."""
    from tajikcli.language.countries import countries_in

    return bool(countries_in([written.capitalize()]))


@lru_cache
def _endings(script: str) -> set[str]:
    """Return the endings of cases, with that of the nominative of a name that ends in a consonant."""
    return {"", *(ending for endings in together(script).cases.values() for ending in endings.split())}
