"""Words that a record does not have as they are written: names in other letters, other spellings, typing errors.

A word that the record, the vocabulary or the list of a language's words knows is none of these: it is never corrected.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tajikcli.language.all_languages import script_of
from tajikcli.language.concepts import words as vocabulary_words
from tajikcli.language.known_words import is_known_word, known_words
from tajikcli.language.transliteration import sounds, without_ending
from tajikcli.meanings import is_known as is_in_vocabulary
from tajikcli.text import fold_letters
from tajikcli.words import STOP, stem

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_LETTERS = re.compile(r"[^\W\d_]+")
_SHORT = 3  # letters of a word that is never another one
_NAME = 4  # sounds of a name's stem that its forms begin with, at least
_CASES = 2  # letters that the forms of a name differ in at the end, at most
_LONG = 60  # letters of a word that is no slip of the finger
_ONE, _TWO = 4, 6  # letters of a word that may have one wrong letter, and two


def words_of(connection: sqlite3.Connection) -> list[str]:
    """Return the words of a record's texts and names as they are spelt, folded, each once."""
    found: dict[str, None] = {}
    for (spelt,) in connection.execute("SELECT words FROM spelling"):
        found.update(dict.fromkeys(spelt.split()))
    for (written,) in connection.execute("SELECT written FROM alias"):
        found.update(dict.fromkeys(_LETTERS.findall(fold_letters(written))))
    return [word for word in found if len(word) > 2 and word not in STOP]


def same_name(word: str, choices: Iterable[str]) -> list[str]:
    """Return which words are the same name as another, written otherwise or in other letters.

    Args:
        word: the word, folded.
        choices: the words, folded.
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
            # A word of the language that sounds the same is no name: it may be meant, and then the answer says so.
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
    """Return the word that a mistyped one probably is: the nearest, of a record's words before those of the vocabulary.

    Args:
        word: the word, folded.
        choices: the words of the record, folded.
        vocabulary: those of the vocabulary.

    Returns:
        The word; nothing for a word of a language, or one that no other is near to.
    """
    if len(word) < _ONE or (script_of(word) == "Latin" and is_known_word(word)):
        return None
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    near: list[tuple[int, int, str]] = []
    for rank, known in enumerate((choices, vocabulary)):
        # Cyrillic words have many forms, and dictionaries one: their stems are compared.
        forms: dict[str, str] = {}
        for one in known:
            if script_of(one) == script_of(word) and one[0] == word[0] and len(one) > _SHORT:
                forms.setdefault(_compared(one), one)
        compared = _compared(word)
        most = 1 if len(compared) < _TWO else 2
        for form, distance, _ in process.extract(
            compared, list(forms), scorer=OSA.distance, score_cutoff=most, limit=5
        ):
            near.append((int(distance), rank, forms[form]))
    if not near:
        return None
    distance, _, nearest = min(near)
    if distance > 1 and script_of(word) == "Latin":
        # Where a word that is nowhere here is nearer, or sounds the same, that one is meant: `elefant` is no element.
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


def _compared(word: str) -> str:
    return word if script_of(word) == "Latin" else stem(word)


def corrected(connection: sqlite3.Connection, text: str, unheard: Iterable[str]) -> str:
    """Return a question with its mistyped words exchanged for the nearest that are known; nothing where it has none.

    Args:
        connection: to the index.
        text: the question.
        unheard: its words that are nowhere on record, nor anything that they match by, as they are written.
    """
    known: list[str] = []
    exchanged = text
    for written in unheard:
        word = fold_letters(written)
        if not word.isalpha() or len(word) > _LONG or is_in_vocabulary(word):
            continue
        known = known or words_of(connection)
        other = meant(word, known, vocabulary_words())
        if other is not None:
            exchanged = re.sub(rf"(?<!\w){re.escape(written)}(?!\w)", other, exchanged)
    return "" if exchanged == text else exchanged
