"""Find words whose meaning changes when they are cut out of a sentence: `chosen by chance` out of `not chosen by chance`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tajikcli.proof.grammar import (
    AMONG,
    APPROXIMATING,
    AUXILIARIES,
    BUT,
    CONDITIONAL,
    DEGREES,
    EXCEPTING,
    FUNCTION_WORDS,
    OF,
    QUALIFYING,
    SUBORDINATING,
    WITHOUT,
    begins_subordinate,
    is_all_but,
    is_negation,
    is_number,
    is_part,
    limits,
    opens_clause,
)

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from tajikcli.proof.candidate import Candidate

# The words of a draft directly before and after a quotation, separated only by white space.
_LAST_WORD = re.compile(r"(?<![\w'\u2019])([^\W\d_]+(?:['\u2019][^\W\d_]+)*)\s+$")
_FIRST_WORD = re.compile(r"\s+([^\W\d_]+(?:['\u2019][^\W\d_]+)*)")
_LONGEST_WORD = 60


def said_around(before: str, after: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words directly before and after a quotation in a draft that affect its meaning.

    Args:
        before: the draft's own words before the opening mark.
        after: the draft's own words after the closing mark.
    """
    has_word = before[-1:].isspace() and before.rstrip()[-1:].isalnum()  # otherwise, no search is needed
    last = _LAST_WORD.search(before[-_LONGEST_WORD:]) if has_word else None
    first = _FIRST_WORD.match(after)
    return (
        frozenset(filter(_turns, [last[1].casefold()] if last else [])),
        frozenset(filter(_turns, [first[1].casefold()] if first else [])),
    )


@lru_cache(10_000)
def _turns(word: str) -> bool:
    return (
        limits(word)
        or is_part(word)
        or is_number(word)
        or word in APPROXIMATING
        or word in CONDITIONAL
        or word in SUBORDINATING
        or word in QUALIFYING
        or word in DEGREES
    )


def turned_by(
    candidate: Candidate,
    first: int,
    last: int,
    before: AbstractSet[str] = frozenset(),
    after: AbstractSet[str] = frozenset(),
) -> tuple[int, int] | None:
    """Return the words of a sentence without which a run of its words may have a different meaning.

    These are a negation, limiting word or hedge before it, without another clause in between; a negation
    directly after it; `when`, `whether`, `generally`, a quantity, or the `too` of `too few` directly before it; an approximation directly before a
    number; a condition at the start of the sentence or after the run.

    Args:
        candidate: the text on record.
        first: the first token of the run.
        last: the token after the run.
        before: words of this kind directly before the run in the draft, which are therefore not lost.
        after: words of this kind directly after the run.

    Returns:
        The first of these tokens and the token after the last one; None if there are none.
    """
    start, _ = candidate.sentence_of(first)
    _, end = candidate.sentence_of(last - 1)
    if first > start:
        governing = _governing(candidate, start, first)
        if governing is not None and not _is_said(candidate.forms[governing], before):
            return governing, first
        adverb = candidate.lower[first - 1]
        governs = (
            adverb in SUBORDINATING
            or adverb in QUALIFYING
            or (adverb in DEGREES and limits(candidate.forms[first]))
        )
        if (
            governs
            and adverb not in before
            and not (adverb in QUALIFYING and candidate.between(first).strip())
        ):
            return first - 1, first
        quantity = _quantity(candidate, start, first)
        if quantity is not None and not any(is_part(word) or is_number(word) for word in before):
            return quantity, first
        if _is_approximated(candidate, first) and not APPROXIMATING.intersection(before):
            return first - 1, first
        opening = candidate.forms[start].casefold()
        if opening in CONDITIONAL and opening not in before and "," in candidate.words(start, last):
            return start, first
    if last < end:
        following, then = candidate.lower[last], candidate.lower[last + 1 : min(last + 2, end)]
        limited = following not in WITHOUT and (
            limits(candidate.forms[last]) or (following in DEGREES and any(map(limits, then)))
        )
        if following not in after and (
            (limited and not candidate.between(last).strip())
            or following in CONDITIONAL
            or (following in BUT and then and then[0] in EXCEPTING)
        ):
            return last, last + (2 if following in DEGREES and limited else 1)
    return None


def _governing(candidate: Candidate, start: int, first: int) -> int | None:
    """Return the nearest token before a run that negates, limits or hedges it; None if a clause begins in between."""
    forms = candidate.forms
    aside: int | None = None  # a limiting word inside a possible aside: `not, as we may know, chosen`
    in_aside = False
    for place in range(first - 1, start - 1, -1):
        behind, between = forms[place + 1], candidate.between(place + 1)
        if is_all_but(behind, forms[place]):
            return place
        if opens_clause(between, behind, forms[place + 2] if place + 2 < len(forms) else ""):
            if not in_aside:
                return None
            in_aside, aside = False, None
        elif "," in between:
            in_aside, aside = not in_aside, None
        elif in_aside and begins_subordinate(behind):
            in_aside, aside = False, None
        if limits(forms[place]):
            if not in_aside:
                return place
            aside = place if aside is None else aside
    return None if in_aside and begins_subordinate(forms[start]) else aside


def _quantity(candidate: Candidate, start: int, first: int) -> int | None:
    """Return the first token of a fraction directly before a run (`two out of five pupils`); None if there is none."""
    lower, place = candidate.lower, first - 1
    if candidate.between(first).strip():
        return None
    if lower[place] in OF and place > start:
        if not is_part(lower[place - 1]) and not is_number(lower[place - 1]):
            return None
        place -= 1
    elif lower[first] in FUNCTION_WORDS:
        return None  # `some of them`, `first among them`
    elif not (is_part(lower[place]) or (is_number(lower[place]) and lower[place - 1] in AMONG)):
        return None
    while place > start and (is_number(lower[place - 1]) or lower[place - 1] in AMONG):
        place -= 1
    return place


def _is_approximated(candidate: Candidate, first: int) -> bool:
    """Return whether a run begins with a number that the word before it makes approximate."""
    number = any(any(char.isdigit() for char in form) for form in candidate.forms[first : first + 2])
    return number and candidate.forms[first - 1].casefold() in APPROXIMATING


def _is_said(form: str, said: AbstractSet[str]) -> bool:
    """Return whether a draft has the governing word directly before the quotation."""
    return form.casefold() in said or (is_negation(form) and any(map(is_negation, said)))


def loses_a_negation(candidate: Candidate, first: int, last: int) -> bool:
    """Return whether omitted words include a negation, or the verb that it belongs to (`never … increase`).

    Args:
        candidate: the text on record.
        first: the first omitted token.
        last: the token after the last omitted one.
    """
    if first >= last:
        return False
    if any(map(is_negation, candidate.forms[first:last])):
        return True
    before = first - 1
    while before >= 0 and candidate.lower[before] in AUXILIARIES:
        before -= 1
    return before >= 0 and is_negation(candidate.forms[before])
