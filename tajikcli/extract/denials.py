"""Find the words with which a sentence denies the claim of a figure: `Lind denied that exports fell by 8 percent`."""

from __future__ import annotations

import re

from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import reports
from tajikcli.language.all_wordings import wordings
from tajikcli.language.forms import WORD, any_of
from tajikcli.proof.grammar import FUNCTION_WORDS
from tajikcli.proof.speech import ADVERBS, AND, DENYING, PREPOSITIONS, SUBORDINATE
from tajikcli.text import fold_letters, word_set

_ALL = together()
_WORDINGS = wordings()
_FALLING = re.compile(any_of(fold_letters(f"{_ALL.falling} {_WORDINGS.falling}")))
_FALSE = re.compile(any_of(fold_letters(_WORDINGS.doubting)))
_DENIAL = DENYING | word_set(fold_letters(reports().rejecting))
_DIGIT = re.compile(r"\d")
_LITTLE = FUNCTION_WORDS | PREPOSITIONS | ADVERBS
_FAR = 300  # the number of characters before and after a figure that are searched


def denial_of(sentence: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the position of the word that denies what a sentence says with a figure, as far as it can be seen.

    A verb directly before the figure has it as its object (`Lind rejected 40 bids`), so the figure is not denied.

    Args:
        sentence: the sentence.
        start: the offset of the figure.
        end: the offset after it.
    """
    before = [*WORD.finditer(sentence, max(0, start - _FAR), start)]
    is_reported = any(fold_letters(match[0]) in SUBORDINATE for match in before)
    for match in before:
        word = fold_letters(match[0])
        is_denying = _denies(word) and not _is_object(
            _DIGIT.split(sentence[match.end() : start], maxsplit=1)[0]
        )
        if is_denying or (is_reported and _FALSE.fullmatch(word)):
            return match.span()
    last = ""
    for match in WORD.finditer(sentence, end, end + _FAR) if is_reported else ():
        word = fold_letters(match[0])
        if (_denies(word) and last not in AND) or _FALSE.fullmatch(word):
            return match.span()
        last = word
    return None


def _denies(word: str) -> bool:
    """Return whether a folded word is a verb of denying, and not of falling, as in `exports declined`."""
    return word in _DENIAL and not _FALLING.fullmatch(word)


def _is_object(between: str) -> bool:
    """Return whether there are only small words between a verb and a number, so that the number is its object."""
    words = map(fold_letters, WORD.findall(between))
    return all(word in _LITTLE and word not in SUBORDINATE for word in words)
