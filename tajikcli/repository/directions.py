"""Find out whether a text has the countries of a question the other way round: `Russians in Tajikistan` for `Tajiks in Russia`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.language.listed import is_located
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.repository.question import Question
    from tajikcli.words import Word


def is_reversed(text: str, found: Sequence[Word], question: Question) -> bool:
    """Return whether a text has two countries of a question with their parts exchanged.

    The question says that something is in one country, or goes there. In the text, this country is not the place, and the
    other country always is.

    Args:
        text: the text.
        found: its words, in order.
        question: the question.
    """
    if not question.located or len(question.located) == len(question.groups):
        return False
    said = [fold_letters(text[word.start : word.end]) for word in found]
    located = [
        {
            is_located(said, place)
            for place, word in enumerate(found)
            if not question.groups[number].keys().isdisjoint(word.forms)
        }
        for number in range(len(question.groups))
    ]
    return any(
        located[number] == {False} and _is_country(question.written[number]) for number in question.located
    ) and any(
        located[number] == {True} and _is_country(question.written[number])
        for number in range(len(question.groups))
        if number not in question.located
    )


def _is_country(word: str) -> bool:
    """Return whether a word names a country or its people; a reader may write it without a capital."""
    from tajikcli.language.countries import countries_in  # which few questions need

    return bool(countries_in([word.capitalize()]))
