"""The words of a question that have weight, in the languages in which it may be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.language.all_languages import SCRIPTS, script_of, together, weightless_words
from tajikcli.language.terms import has_term
from tajikcli.parts import Parts
from tajikcli.text import fold_letters
from tajikcli.words import Word, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MOST_IN_ALL = 200  # the maximum number of words of a question to read, including those without weight
_MOST_WORDS = 40  # the maximum number of words of a question that count


class Spoken(Parts):
    """A significant word of a question: the forms by which it matches, its spelling, and its position."""

    forms: tuple[str, ...]
    written: str
    number: int


def spoken_in(
    text: str, languages: Sequence[str], plain: str, weightless: set[str], everything: list[str]
) -> Iterator[Spoken]:
    """Yield the significant words of a question, without duplicates, and add all words to `everything`.

    Args:
        text: the question.
        languages: as for `words`.
        plain: its words, folded, with a space before, between and after them.
        weightless: words that have no weight in this question.
        everything: the list to which the words are added.
    """
    known: set[tuple[str, ...]] = set()
    for word in _told(text, languages, plain):
        written = text[word.start : word.end]
        folded = fold_letters(written)
        everything.append(folded)
        phrase = " ".join(everything[-2:])
        if word.forms and folded not in weightless and word.forms not in known:
            known.add(word.forms)
            shown = phrase if phrase in together().particles else written
            yield Spoken(forms=word.forms, written=shown, number=len(everything) - 1)
        if len(known) == _MOST_WORDS or len(everything) == _MOST_IN_ALL:
            return


def meaning_together(plain: str) -> set[str]:
    """Return the words without weight that mean something together with the word before them: `gone up`."""
    return {phrase.rpartition(" ")[2] for phrase in together().particles if f" {phrase} " in plain}


def _told(text: str, languages: Sequence[str], plain: str) -> Iterator[Word]:
    """Yield the words of a question.

    A word without weight in one language may be a noun of another one, in whose words the question is asked: the
    Russian word for `about` means water in Tajik. It may also have a meaning together with the word before it (`gone up`).

    Args:
        text: the question.
        languages: as for `words`.
        plain: its words, folded, with a space before, between and after them.
    """
    said = frozenset(plain.split()[:_MOST_IN_ALL])
    meaning = meaning_together(plain)
    for word in words(text, languages):
        folded = "" if word.forms else fold_letters(text[word.start : word.end])
        if folded in meaning or (folded and not folded.isascii() and _is_noun_elsewhere(folded, said)):
            yield Word(word.start, word.end, (folded,))
        else:
            yield word


def _is_noun_elsewhere(word: str, said: frozenset[str]) -> bool:
    """Return whether a word without weight is a word of the vocabulary in another language, in whose words a question is asked."""
    without = [code for code in SCRIPTS if word in weightless_words(code)]
    telling = [
        code
        for code, script in SCRIPTS.items()
        if code not in without and script == script_of(word) and said & weightless_words(code)
    ]
    return any(
        all((said & weightless_words(other)) <= weightless_words(code) | {word} for other in without)
        and has_term(word, code)
        for code in telling
    )
