"""What stands in quotation marks and is nobody's words: names of works, programmes and orders, scare quotes.

Reasons are a list of predicates, each with an example; the first that holds is reported.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import together
from tajikcli.language.forms import any_of, is_possessive
from tajikcli.model.verdicts import Verdict
from tajikcli.proof.speech import CLOSED, PREPOSITIONS
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Callable

_ALL = together()
_WORK = re.compile(rf"\b(?:{any_of(_ALL.works)})\s*$", re.IGNORECASE)
_BEFORE = re.compile(r"([^\W\d_]+(?:['\u2019][^\W\d_]*)?)\s*$")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_ENDS = re.compile(r"[.!?\u2026:;]\s*$")
_LONGEST_NAME = 12  # words of a work's name
_LONGEST_SCARE = 4  # words in scare quotes
_FEWEST = 2  # words with capitals that make a title
_CLOSE = frozenset({Verdict.VERBATIM, Verdict.ELIDED, Verdict.UNCLEAR, Verdict.ALTERED})


class Marked(NamedTuple):
    """Words in quotation marks.

    Attributes:
        text: the words.
        before: what stands before them in their paragraph.
        framed: whether the text says that somebody speaks them.
        verdict: what they are found to be.
    """

    text: str
    before: str
    framed: bool
    verdict: Verdict


def names_a_work(marked: Marked) -> bool:
    """`The programme “Teachers Abroad”`, `орден «Дружбы»`, `under the headline “…”`: a noun for a work stands right before."""
    return bool(_WORK.search(marked.before)) and len(marked.text.split()) <= _LONGEST_NAME


def is_written_as_title(marked: Marked) -> bool:
    """`On “Meet the Press”`: all words but small ones have capitals, and nobody says them."""
    words = _WORD.findall(marked.text)
    large = [word for word in words if fold_letters(word) not in CLOSED]
    if (
        len(large) < _FEWEST
        or not all(word[0].isupper() for word in large)
        or _ENDS.search(marked.text.rstrip(",."))
    ):
        return False
    before = _BEFORE.search(marked.before)
    named = before is not None and (fold_letters(before[1]) in PREPOSITIONS or is_possessive(before[1]))
    return named or not marked.framed


def is_scare_quote(marked: Marked) -> bool:
    """`Their “friends” left`: a few words inside a sentence that nobody is said to speak, and that are nowhere near on record."""
    return (
        not marked.framed
        and marked.verdict not in _CLOSE
        and len(marked.text.split()) <= _LONGEST_SCARE
        and not _ENDS.search(marked.text)
        and bool(_BEFORE.search(marked.before))
    )


UNSPOKEN: tuple[tuple[Callable[[Marked], bool], str], ...] = (
    (names_a_work, "the name of a work, a programme or an order"),
    (is_written_as_title, "a title"),
    (is_scare_quote, "scare quotes"),
)


def why_unspoken(marked: Marked) -> str | None:
    """Return why words in quotation marks are nobody's, or None if they are a quotation."""
    return next((reason for holds, reason in UNSPOKEN if holds(marked)), None)
