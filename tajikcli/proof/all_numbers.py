"""All numbers of a sentence: in digits or words, multiples, and shares that two numbers give."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from tajikcli.proof.multiples import multiples
from tajikcli.proof.number_words import has_number_words, numbers_in_words
from tajikcli.proof.numbers import numbers
from tajikcli.proof.ratios import with_ratios

if TYPE_CHECKING:
    from tajikcli.proof.numbers import Number


def all_numbers(sentence: str) -> list[Number]:
    """Return the numbers of a sentence that share no characters; those in digits precede those in words."""
    has_words = has_number_words(sentence)
    times = list(multiples(sentence)) if has_words else []
    found = apart(numbers(sentence), times)
    if has_words:
        found += apart(list(numbers_in_words(sentence)), [*found, *times])
    return with_ratios(sentence, found) + times


def apart(candidates: list[Number], others: list[Number]) -> list[Number]:
    """Return the numbers that share no characters with other numbers: `1.5 thousand` does not also contain `thousand`."""
    if not others:
        return candidates
    taken = sorted((one.start, one.end) for one in others)
    starts = [start for start, _ in taken]
    kept = []
    for one in candidates:
        at = bisect_left(starts, one.end)
        if not at or taken[at - 1][1] <= one.start:
            kept.append(one)
    return kept
