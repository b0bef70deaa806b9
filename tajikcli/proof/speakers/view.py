"""A quotation in its sentence, with functions that the rules share."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.forms import has_cases
from tajikcli.proof.speakers.marks import is_dash
from tajikcli.proof.speakers.mention import Kind, Mention
from tajikcli.proof.speech import AND, BEFORE_INVERSION

if TYPE_CHECKING:
    from tajikcli.proof.speakers.sentence import Sentence

FEW = 6  # the maximum number of words of a label before a colon


WIDE = 30  # the maximum number of words between a verb of saying and its quotation


class View(NamedTuple):
    """A quotation in its sentence.

    Attributes:
        one: the sentence.
        start: the start of the words before it, after the previous quotation.
        sign: the number of the word that represents it.
        end: the end of the words after it, before the next quotation.
        closing: the last mark inside it, or an empty text.
    """

    one: Sentence
    start: int
    sign: int
    end: int
    closing: str


def views(one: Sentence) -> list[View]:
    """Return a view of each quotation of a sentence."""
    bounds = [-1, *one.signs, len(one.words)]
    return [
        View(one, bounds[number] + 1, sign, bounds[number + 2], one.closings[number])
        for number, sign in enumerate(one.signs)
    ]


def frame(view: View) -> tuple[int, bool]:
    """Return the start of the words that may name the speaker after a quotation, and whether they certainly belong to it.

    A comma, a question mark or a dash in between shows that the sentence continues; a full stop shows that it has ended.
    """
    one, place = view.one, view.sign + 1
    linked = view.closing in {",", "?", "!", "\u2026"}
    while place < view.end and (one.words[place] == "," or is_dash(one.words[place])):
        linked, place = True, place + 1
    if place < view.end and one.folded[place] in BEFORE_INVERSION:
        place += 1
    return place, linked


def clause_end(one: Sentence, start: int, end: int) -> int:
    """Return the end of the clause that begins at a position."""
    for place in range(start, end):
        if one.words[place] in {",", ";", ":", ".", "!", "?"} or (
            place > start and is_dash(one.words[place])
        ):
            return place
    return end


def clause_begin(one: Sentence, start: int, end: int) -> int:
    """Return the start of the clause that ends at a position."""
    for place in range(end - 1, start - 1, -1):
        if one.words[place] in {",", ";", ":"} or one.folded[place] in AND or is_dash(one.words[place]):
            return place + 1
    return start


def is_cased(one: Sentence, start: int, end: int) -> bool:
    """Return whether the first word between two positions is in a script whose names have cases."""
    word = next((word for word in one.words[start:end] if word[0].isalpha()), "")
    return bool(word) and has_cases(word)


def somebody(place: int) -> Mention:
    """Return the mention of a speaker whom the text does not name, at a position."""
    return Mention(place, place + 1, Kind.SOMEBODY)


def denied(place: int) -> Mention:
    """Return a mention of nobody, if the words are denied or the grammar is ambiguous."""
    return Mention(place, place + 1, Kind.DENIED)
