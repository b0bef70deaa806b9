"""Text as search sees it: words are folded and stemmed, and numbers recognised, in the same way for questions and texts.

A word is stemmed by the language of its text if that is known and the word is in its script, otherwise by the first
language of the script (`tajikcli.language`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tajikcli.language.all_languages import SCRIPTS, code_in, script_of, stemmer_of, together
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

# A word, a number with its separators (`1,000`, `1 000`, `1.79`), or a sign that is read as a word. `1.08bn`
# matches twice, as number and word.
_WORD = re.compile(
    # Letters above U+00FF are outside the brackets, which makes compiling in Python three times as fast.
    r"[^\W\d_]+|(?<![0-9])[0-9]{1,3}(?:[ \u00a0][0-9]{3}|\u202f[0-9]{3})+(?![0-9])(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)*|[%$]|€|₽"
)
_GROUP = 3  # the number of digits between thousands separators
_SAME = {
    other: word
    for word, *others in map(str.split, filter(str.strip, together().families.split(";")))
    for other in others
}
# The stems of words that are kept separate from other words; no other stem starts with their first character.
_APART_STEMS = {
    word: f".{group[0]}" for group in map(str.split, together().apart.split(";")) for word in group
}
# Languages whose stemmers are used only for texts in these languages: all but the first language of each
# script.
OTHERS = frozenset(code for code, script in SCRIPTS.items() if code != code_in(script, ""))
STOP = frozenset(together().stop_words.split())


def others_among(languages: Iterable[str]) -> tuple[str, ...]:
    """Return the members of `OTHERS` among the languages of a record.

    Args:
        languages: languages as in sources: `tg`, `tg-Cyrl`.
    """
    return tuple(sorted(OTHERS.intersection(language.partition("-")[0] for language in languages)))


# The kinds of answers, by question word; a statement with the word among its keywords answers it.
ASKED = together().questions


class _Stems(dict[str, str]):
    """The stems of each folded word, number or sign, separated by spaces, computed once.

    Args:
        language: the code of the language of the texts; empty if it is not known.
    """

    def __init__(self, language: str) -> None:
        self._language = language

    def __missing__(self, word: str) -> str:
        if len(self) > _MOST_STEMS:
            self.clear()
        if not word[0].isalpha():
            found = together().signs.get(word) or " ".join(_readings(word))
        else:
            found = "" if word in STOP else stem(word, self._language)
        self[word] = found
        return found


_stems = lru_cache(_Stems)
# the number of stems to remember: more than a language has, fewer than a hostile file may have
_MOST_STEMS = 500_000


class Word:
    """A word of a text, with its position.

    Attributes:
        start: offset of its first character.
        end: offset after its last character.
        forms: the forms by which it matches: a stem, or the readings of a number (`1,618` may be 1618 or 1.618).
    """

    __slots__ = ("end", "forms", "start")

    def __init__(self, start: int, end: int, forms: tuple[str, ...]) -> None:
        self.start, self.end, self.forms = start, end, forms


def stem(word: str, language: str = "") -> str:
    """Return the stem of one folded word.

    Args:
        word: the word.
        language: the code of the text's language; empty if it is not known.
    """
    if word in _APART_STEMS:
        return _APART_STEMS[word]
    same = _SAME.get(word, word)
    return stemmer_of(script_of(same), language)(same)


def stems_by_word(folded_words: Collection[str], script: str, language: str = "") -> dict[str, str]:
    """Return the stems of words of one script, as `stem` does; for hundreds of words, this takes two thirds of the time.

    Args:
        folded_words: the words.
        script: their script.
        language: as for `stem`.
    """
    found = dict(zip(folded_words, map(stemmer_of(script, language), folded_words), strict=True))
    for word in (*(found.keys() & _SAME.keys()), *(found.keys() & _APART_STEMS.keys())):
        found[word] = stem(word, language)
    return found


def folded(text: str) -> list[str]:
    """Return the words, numbers and signs (`%`, `$`) of a text, folded but not stemmed, in order."""
    plain = fold_letters(text)
    return [plain] if plain.isalpha() else _WORD.findall(plain)


def searchable(folded_words: Iterable[str], language: str = "") -> str:
    """Return the stems of words and the readings of numbers, separated by spaces, without the words of `STOP`.

    Args:
        folded_words: words from `folded`.
        language: as for `stem`.
    """
    return " ".join(map(_stems(language).__getitem__, folded_words))


def stems(text: str, languages: Iterable[str] = ()) -> list[str]:
    """Return the stems of a text's words and the readings of its numbers, in order.

    Words of `STOP` are left out.

    Args:
        text: any text.
        languages: codes of languages of the text, in addition to the first of each script.

    Returns:
        The stems of the first language, then those of the next. They consist of letters and digits; only
        numbers, and stems that are kept separate, have a point.
    """
    whole = folded(text)
    found = searchable(whole).split()
    for language in languages:
        found += searchable(whole, language).split()
    return found


def words(text: str, languages: Sequence[str] = ()) -> Iterator[Word]:
    """Yield the words of a text with their positions, for marking matches.

    Folding may change the length of a text, so each word is folded separately.

    Args:
        text: any text.
        languages: as for `stems`.
    """
    spoken = tuple(languages)
    is_stressed = "\u0301" in text
    for match in _WORD.finditer(text):
        start, end = match.span()
        while (
            is_stressed and end < len(text) and text[end] == "\u0301"
        ):  # a stress mark belongs to the word before it
            end += 1
        yield Word(start, end, _forms_of(match[0], spoken))


@lru_cache(
    maxsize=10_000
)  # the results of a search have the words of the question, and mostly the same others
def _forms_of(word: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    plain = fold_letters(word)
    if not languages and plain.isalpha():  # most words; the same without steps that only some need
        form = _stems("")[plain]
        return (form,) if form else ()
    found = stems(word, languages)
    return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)


def _readings(number: str) -> list[str]:
    """Return the numbers that a written number may mean, as digits with a decimal point: `1,618` is 1618 or 1.618."""
    plain = "".join(number.split())  # removes the spaces between groups of digits
    if plain.isdecimal():
        return [plain]
    # No regular expressions, which would take longer to compile than the rest of most runs that need them.
    first, *groups = plain.replace(",", ".").split(".")
    digits = first + "".join(groups)
    readings = []
    if groups and 1 <= len(first) <= _GROUP and all(len(group) == _GROUP for group in groups):
        readings.append(digits)
        if plain.endswith(("000", "000.", "000,")):
            return readings  # `1.000` is not a usual way to write a decimal
    if len(groups) == 1:
        readings.append(plain.replace(",", ".").rstrip("0").rstrip("."))
    return readings or [digits]
