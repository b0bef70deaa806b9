"""The verdict on a quotation: does it stand on record, word for word?

The first that fits: `too_short`, `verbatim`, `elided`, `altered`, `paraphrase`, `not_found`. Words decide, compared by
`tajikcli.proof.alignment`; a score only chooses between those that align.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.proof.alignment import (
    ALIKE,
    Difference,
    aligned,
    differences,
    forms,
    gaps_between,
    loses_a_negation,
    lowered,
    negates,
    stands_in,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tajikcli.proof.alignment import Alignment, Word

_FEWEST = 3  # words that a verdict can be honest about
_MOST_PIECES = 40  # of a quotation with omissions; more is no quotation
_CASE = re.compile(r"\[(\w)\](?=\w)")  # `[t]he`: a letter's case
_REPLACED = 5  # words that a bracketed insertion may stand for
# A marked omission, or an insertion in square brackets.
_CUT = re.compile(
    r"\[\s*(?:\u2026|\.\s?\.\s?\.)\s*\]|\(\s*(?:\u2026|\.\.\.)\s*\)|<\s*(?:\u2026|\.\.\.)\s*>|\u2026|\.\s?\.\s?\.+|(?P<insertion>\[[^\[\]]*\])"
)


class Candidate:
    """A text on record that a quotation may be.

    Args:
        number: tells it from the others.
        text: what the record prints.
        kind: `quote`, or another kind for a fact.
        speaker: slug of who said it, if anybody.
        evidence: the source's own words that a fact rests on.
    """

    def __init__(
        self, number: int, text: str, kind: str, speaker: str | None, evidence: Iterable[str] = ()
    ) -> None:
        self.number, self.text, self.kind, self.speaker = number, text, kind, speaker
        self.words = words_of(text)
        self.forms = forms(self.words)
        lower = lowered(self.forms)
        # What a quotation may align with, each with all its words, by which most can be ruled out.
        own = [lower, *(lowered(forms(words_of(words))) for words in evidence)]
        self.runs = [(run, frozenset(run)) for run in own]


def _changes_the_sense(text: str) -> bool:
    """Tell whether an insertion is more than one: a negation, or part of a word (`[un]reliable`)."""
    return any(
        negates(lowered(forms(words_of(match[0]))))
        or "no longer" in match[0].casefold()
        or _joins(text, *match.span())
        for match in _CUT.finditer(text)
        if match["insertion"]
    )


def _joins(text: str, start: int, end: int) -> bool:
    return (start > 0 and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum())


class Judgement(NamedTuple):
    """A verdict.

    Attributes:
        verdict: `too_short`, `verbatim`, `elided`, `altered`, `paraphrase` or `not_found`.
        candidate: what it was found in, or nearest to.
        differences: where the words differ.
        stretch: offsets in the record's text of what the quotation is compared with.
    """

    verdict: str
    candidate: Candidate | None = None
    differences: tuple[Difference, ...] = ()
    stretch: tuple[int, int] = (0, 0)


def is_too_short(words: Sequence[Word]) -> bool:
    """Tell whether a quotation has too few words for an honest verdict."""
    return len(words) < _FEWEST or sum(word.form not in "[]" for word in words) < _FEWEST


def judge(text: str, candidates: Sequence[Candidate], speakers: Iterable[str] = ()) -> Judgement:
    """Return the verdict on a quotation.

    Args:
        text: the words in quotation marks.
        candidates: what may be meant, in the record's order.
        speakers: slugs of whom the text names; of several that fit alike, the one with such a speaker is taken.
    """
    text = _CASE.sub(r"\1", text)
    words = words_of(text)
    if is_too_short(words):
        return Judgement("too_short")
    named = set(speakers)
    ranked = sorted(
        candidates, key=lambda one: one.speaker not in named
    )  # stable: the record's order otherwise
    quotes = [one for one in ranked if one.kind == "quote"]
    plain = forms(words)
    for quote in quotes:
        place = stands_in(plain, quote.forms)
        if place >= 0:
            return Judgement("verbatim", quote, (), _offsets(quote, place, place + len(plain)))
    pieces = _pieces(text)
    cut = pieces != [(plain, False)]
    if cut and not _changes_the_sense(text):
        for quote in quotes:
            found = _in_order(pieces, quote.forms)
            if found is not None and not loses_a_negation(quote.forms, gaps_between(found)):
                return Judgement("elided", quote, (), _offsets(quote, found[0][0], found[-1][1]))
    own = _own_words(text) if cut else words
    best = _best(own, quotes, cut=cut)
    if best is not None:
        quote, first, last = best
        if cut:  # what a gap leaves out is no difference by itself
            found = _in_order(pieces, quote.forms)
            if found is not None and gaps_between(found):
                return Judgement(
                    "altered",
                    quote,
                    _lost(quote, gaps_between(found)),
                    _offsets(quote, found[0][0], found[-1][1]),
                )
        first, last = _widened(own, quote.words, first, last)
        told = differences(text, own, quote.text, quote.words[first:last])
        return Judgement("altered", quote, tuple(told), _offsets(quote, first, last))
    lower = lowered(forms(own))
    for fact in ranked:
        if fact.kind != "quote" and _alignment(lower, fact, cut=False) is not None:
            return Judgement("paraphrase", fact, (), (0, len(fact.text)))
    return Judgement("not_found")


def _offsets(candidate: Candidate, first: int, last: int) -> tuple[int, int]:
    return (candidate.words[first].start, candidate.words[last - 1].end) if first < last else (0, 0)


def _pieces(text: str) -> list[tuple[list[str], bool]]:
    """Return what stands between marked omissions and insertions: forms, and whether an insertion alone comes before."""
    pieces: list[tuple[list[str], bool]] = []
    done, omitted, inserted = 0, False, False
    for match in [*_CUT.finditer(text), None]:
        piece = forms(words_of(text[done : match.start() if match else len(text)]))
        if piece:
            pieces.append((piece, inserted and not omitted))
            omitted = inserted = False
        if match is not None:
            done = match.end()
            inserted, omitted = inserted or bool(match["insertion"]), omitted or not match["insertion"]
    return pieces


def _own_words(text: str) -> list[Word]:
    """Return the words of a text that are not in square brackets."""
    return words_of(_CUT.sub(lambda match: " " * len(match[0]), text))


def _in_order(pieces: Sequence[tuple[list[str], bool]], hay: list[str]) -> list[tuple[int, int]] | None:
    """Return where pieces stand in order, or None.

    Args:
        pieces: forms of the words of each, and whether only an insertion comes before it, which stands for a few words.
        hay: forms of the words looked through.
    """
    if not 0 < len(pieces) <= _MOST_PIECES:
        return None
    first = stands_in(pieces[0][0], hay)
    while first >= 0:
        found = [(first, first + len(pieces[0][0]))]
        for piece, is_brief in pieces[1:]:
            end = found[-1][1]
            place = stands_in(piece, hay, end)
            if place < 0 or (is_brief and place - end > _REPLACED):
                break
            found.append((place, place + len(piece)))
        else:
            return found
        first = stands_in(pieces[0][0], hay, first + 1)
    return None


def _best(
    words: Sequence[Word], quotes: Sequence[Candidate], *, cut: bool
) -> tuple[Candidate, int, int] | None:
    """Return the quote that a quotation aligns with best, and the stretch of its words."""
    mine = lowered(forms(words))
    best, share = None, 0.0
    for quote in quotes:
        alignment = _alignment(mine, quote, cut=cut)
        if alignment is not None and alignment.share > share:
            best, share = (quote, alignment.first, alignment.last), alignment.share
    return best


def _alignment(mine: list[str], candidate: Candidate, *, cut: bool) -> Alignment | None:
    """Return how lower-case words align with a candidate; None where fewer do than make them alike."""
    for run, vocabulary in candidate.runs:
        if sum(form in vocabulary for form in mine) < ALIKE * len(mine):
            continue
        alignment = aligned(mine, run, cut=cut)
        if alignment.share >= ALIKE:
            return alignment
    return None


def _widened(words: Sequence[Word], other: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """Return a stretch of the record made longer where the quotation begins or ends with words of its own.

    What stands at that place in the record is what they differ from.
    """
    mine = [word.form.casefold() for word in words]
    theirs = [word.form.casefold() for word in other]
    leading = next((n for n, form in enumerate(mine) if form == theirs[first]), 0)
    trailing = next((n for n, form in enumerate(reversed(mine)) if form == theirs[last - 1]), 0)
    return max(0, first - leading), min(len(other), last + trailing)


def _lost(quote: Candidate, gaps: Sequence[tuple[int, int]]) -> tuple[Difference, ...]:
    """Return what a cut that changes the meaning leaves out."""
    told = []
    for first, last in gaps:
        if first < last:
            start, end = _offsets(quote, first, last)
            told.append(Difference("", quote.text[start:end]))
    return tuple(told)
