"""A text on record with which a quotation is compared."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from tajikcli.proof.sentences import sentence_spans
from tajikcli.proof.tokens import forms_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tajikcli.proof.tokens import Token

_BETWEEN = "\x00"  # separates forms, and does not occur in any form


class Candidate:
    """A text on record that a quotation may come from.

    Args:
        number: identifies the candidate.
        text: the text on record.
        kind: `quote`, or another kind for a fact.
        speaker: the slug of the speaker, if there is one.
        evidence: the source's own words that a fact rests on.
    """

    def __init__(
        self, number: int, text: str, kind: str, speaker: str | None, evidence: Iterable[str] = ()
    ) -> None:
        self.number, self.text, self.kind, self.speaker = number, text, kind, speaker
        self._evidence = tuple(evidence)

    # Most candidates are not looked at, because an earlier one has the words of the quotation.

    @cached_property
    def tokens(self) -> list[Token]:
        """The tokens of the text."""
        return words_of(self.text)

    @cached_property
    def forms(self) -> list[str]:
        """The forms of the tokens."""
        return forms_of(self.tokens)

    @cached_property
    def lower(self) -> list[str]:
        """The forms without case."""
        return [form.casefold() for form in self.forms]

    @cached_property
    def runs(self) -> list[tuple[list[str], frozenset[str]]]:
        """The texts with which a quotation may align, each with the set of its words, by which most can be ruled out."""
        others = ([form.casefold() for form in forms_of(words_of(words))] for words in self._evidence)
        return [(run, frozenset(run)) for run in (self.lower, *others)]

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(self.forms)

    @cached_property
    def _joined(self) -> str:
        return _BETWEEN + _BETWEEN.join(self.forms) + _BETWEEN

    @cached_property
    def _offsets(self) -> list[int]:
        """The start of each form in the result of `_joined`."""
        offsets, at = [], 1
        for form in self.forms:
            offsets.append(at)
            at += len(form) + 1
        return offsets

    @cached_property
    def sentence_starts(self) -> list[int]:
        """The first tokens of sentences, and the number of all tokens at the end."""
        begins = [token.start for token in self.tokens]
        starts = {bisect_left(begins, start) for start, _ in sentence_spans(self.text)}
        return sorted(starts | {0, len(self.tokens)})

    def begins_sentence(self, number: int) -> bool:
        """Return whether a sentence begins with a token, or the text ends before it."""
        place = bisect_left(self.sentence_starts, number)
        return place < len(self.sentence_starts) and self.sentence_starts[place] == number

    def sentence_of(self, number: int) -> tuple[int, int]:
        """Return the first token of the sentence that contains a token, and the token after the sentence."""
        place = bisect_right(self.sentence_starts, number)
        return self.sentence_starts[place - 1], self.sentence_starts[
            min(place, len(self.sentence_starts) - 1)
        ]

    def places_of(self, forms: Sequence[str], start: int = 0) -> Iterator[int]:
        """Yield the tokens at which a run of forms begins, in order; the case of the first letter does not count.

        Args:
            forms: the forms to find; at least one.
            start: the first token to look at.
        """
        if not forms or start + len(forms) > len(self.forms) or not self._vocabulary.issuperset(forms[1:]):
            return
        first = forms[0]
        found: set[int] = set()
        for variant in {first, first[:1].lower() + first[1:], first[:1].upper() + first[1:]}:
            needle = _BETWEEN + _BETWEEN.join([variant, *forms[1:]]) + _BETWEEN
            at = self._joined.find(needle, self._offsets[start] - 1)
            while at >= 0:
                found.add(bisect_left(self._offsets, at + 1))
                at = self._joined.find(needle, at + 1)
        yield from sorted(found)

    def between(self, number: int) -> str:
        """Return the characters between a token and the one before it."""
        return self.text[self.tokens[number - 1].end : self.tokens[number].start] if number else ""

    def words(self, first: int, last: int) -> str:
        """Return the text from a token to the one before `last`."""
        return self.text[slice(*self.offsets(first, last))]

    def offsets(self, first: int, last: int) -> tuple[int, int]:
        """Return the start and end offsets of a run of tokens in the text."""
        return (self.tokens[first].start, self.tokens[last - 1].end) if first < last else (0, 0)
