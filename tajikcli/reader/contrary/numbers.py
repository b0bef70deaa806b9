"""Find numbers, periods and directions in the text and the evidence of a fact that contradict its figures, or each other.

Two numbers are only compared if they have the same unit, and a number that any figure or evidence of the fact explains is no
contradiction: a rounded number, the difference of two numbers, a fraction for a percentage, `doubled` for 100 percent.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import chain, combinations
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.extract.amounts import has_an_amount
from tajikcli.proof.numbers import MONEY, NOT_COUNTED
from tajikcli.reader.contrary.agreement import explains, is_comparable, is_exactly, same_unit, states
from tajikcli.reader.contrary.ends import at_other_ends
from tajikcli.reader.contrary.figured import RANK, figure_from, figure_of
from tajikcli.reader.contrary.given import SHARES, numbers_in
from tajikcli.reader.contrary.wording import at_another_time, contrary_words
from tajikcli.reader.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tajikcli.model.knowledge import KnowledgeFile, StatementEntry
    from tajikcli.reader.contrary.figured import Figure
    from tajikcli.reader.contrary.given import Given
    from tajikcli.reader.faults import Path

_MOST = 100  # figures or numbers of one fact; a fact that has more was not written by hand
_ONE = (Decimal(1),)  # in words, it may mean `a` or `somebody`
_HUNDRED = 100
_MOST_PARTS = 12  # numbers of the evidence, two of which may give one of the text


def contrary_numbers(knowledge: KnowledgeFile) -> Iterator[Fault]:
    """Yield a warning for each number, period or direction of a fact that contradicts another part of the fact.

    Args:
        knowledge: content of valid shape.
    """
    for place, entry in enumerate(knowledge.statements):
        if entry.kind == "quote" or not (entry.figures or has_an_amount(entry.text)):
            continue
        if len(entry.evidence) <= _MOST and len(entry.figures) <= _MOST:
            fact = _Fact(("statements", place), entry, _published(knowledge, entry))
            yield from _one_of_each(fact.faults())


def _one_of_each(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Yield the first warning about each part of a figure, because the text and the evidence may have the same words, and all others."""
    seen: set[Path] = set()
    for fault in faults:
        if fault.path not in seen or "figures" not in fault.path:
            yield fault
        seen.add(fault.path)


def _published(knowledge: KnowledgeFile, entry: StatementEntry) -> str | None:
    """Return the date from which words such as `last year` are counted; None if it may not be the year of the words."""
    source = knowledge.sources.get(knowledge.source_of(entry))
    published = (source.published if source else None) or ""
    is_same = all(date[:4] == published[:4] for date in (knowledge.meeting.date, entry.said or published))
    return published if is_same and published else None


class _Fact:
    """A fact with its figures and the numbers of its text and its evidence."""

    def __init__(self, path: Path, entry: StatementEntry, published: str | None) -> None:
        self._path, self._entry, self._published = (*path, "text"), entry, published
        ranked = any(figure.unit == RANK for figure in entry.figures)
        self._figures = [
            figure
            for at, one in enumerate(entry.figures)
            if (figure := figure_of((*path, "figures", at), one)) is not None
        ]
        self._text = numbers_in(entry.text, published, ranked=ranked)
        self._evidence = [
            one
            for item in (entry.evidence if self._text or self._figures else ())
            for one in numbers_in(item.exact, published, ranked=ranked, is_quoted=True)
        ]

    def faults(self) -> Iterator[Fault]:
        """Yield the contradictions of the fact."""
        if not (self._figures or self._evidence) or max(len(self._text), len(self._evidence)) > _MOST:
            return
        for figure in self._figures:
            yield from self._against_evidence(figure)
            yield from at_another_time(figure, self._entry, self._published)
        stated = [
            _Stated(figure, _stating(self._text, figure), _stating(self._evidence, figure))
            for figure in self._figures
        ]
        taken = [one for _, text, _ in stated for one in text]
        others = [one for one in self._text if one not in taken]
        for given in others:
            yield from self._unexplained(given, [figure for figure, text, _ in stated if text])
        for figure, text, evidence in stated:
            yield from at_other_ends("text", self._text, figure)
            yield from contrary_words("text", text, evidence, figure)
            yield from at_other_ends("evidence", self._evidence, figure)
            yield from contrary_words("evidence", text, evidence, figure)
        for given in others:
            yield from self._text_against_evidence(given)

    def _against_evidence(self, figure: Figure) -> Iterator[Fault]:
        """Yield a warning if the evidence has another number with the unit of a figure, and not the number of the figure."""
        near = [one for one in self._evidence if is_comparable(one, figure)] or self._only_count(figure)
        same = [one for one in near if not one.rivals(figure.unit)]
        missing = [
            key for key, amount in figure.amounts.items() if not any(is_exactly(one, amount) for one in same)
        ]
        others = [
            one for one in near if not any(explains(other, one, exactly=True) for other in self._figures)
        ]
        if missing and others:
            yield figure.differs(missing[-1], "evidence", others[-1].written)

    def _only_count(self, figure: Figure) -> Sequence[Given]:
        """Return the number of the evidence if it is the only one, counts something, and so does the only figure.

        The source may have another word for the things counted: `15 agreements` for 15 documents.
        """
        is_count = figure.unit not in NOT_COUNTED and "change" not in figure.amounts
        is_only = is_count and len(self._entry.figures) == len(figure.amounts) == len(self._evidence) == 1
        return self._evidence if is_only and self._evidence[0].number.unit is None else ()

    def _unexplained(self, given: Given, stated: Sequence[Figure]) -> Iterator[Fault]:
        """Yield a warning if neither figures nor evidence explain a number of the text, but one of them has the same unit.

        Args:
            given: the number.
            stated: the figures that the text states.
        """
        if any(explains(figure, given) for figure in self._figures):
            return
        if any(given.may_be(one) and not _are_rivals(one, given) for one in self._evidence):
            return
        figure = next((one for one in self._figures if is_comparable(given, one)), None)
        is_other = figure is not None or any(
            same_unit(given.unit, one.unit) or (_are_rivals(one, given) and given.may_be(one))
            for one in self._evidence
            if one.is_in_digits or one.number.amounts != _ONE
        )
        if not is_other or self._follows_from_evidence(given):
            return
        if figure is not None and figure not in stated:
            yield figure.differs("text", "text", given.written)
        else:
            message = f"the text has “{given.written}”, but neither the figures nor the evidence have it; expected a number that one of them has"
            yield Fault(self._path, message, severity="warning")

    def _follows_from_evidence(self, given: Given) -> bool:
        """Return whether each amount of a number is in the evidence, or follows from two numbers there.

        `from 20 to 25 percent` follows from `by five percentage points, to 25 percent`, and `from 100 to 115` from `by 15
        percent, to 115`.
        """
        known = [
            amount for one in self._evidence if not _are_rivals(one, given) for amount in one.number.amounts
        ]
        parts = [
            amount
            for one in self._evidence
            if one.unit == given.unit or one.unit not in MONEY
            for amount in one.number.amounts
        ]
        if len(parts) <= _MOST_PARTS:
            pairs = list(combinations(parts, 2))
            known += [abs(amount) for one, other in pairs for amount in (one + other, one - other)]
            known += self._grown() if given.unit not in SHARES else []
        return all(
            any(given.amount_equals(at, one, precision) for one in known)
            for at, precision in enumerate(given.number.precisions)
        )

    def _grown(self) -> list[Decimal]:
        """Return the amounts that the percentages of the evidence make of its other amounts, and from which they lead to them."""
        shares = [
            amount / _HUNDRED for one in self._evidence if one.unit in SHARES for amount in one.number.amounts
        ]
        factors = [factor for share in shares for factor in (1 + share, 1 - share) if factor > 0]
        wholes = [amount for one in self._evidence if one.unit not in SHARES for amount in one.number.amounts]
        return [amount for one in wholes for factor in factors for amount in (one * factor, one / factor)]

    def _text_against_evidence(self, given: Given) -> Iterator[Fault]:
        """Yield a warning if the words around a number that no figure gives contradict each of the same numbers in the evidence."""
        faults = []
        for one in self._evidence:
            is_range = len(one.number.amounts) == len(given.number.amounts) > 1
            if not (
                given.may_be(one)
                and (same_unit(one.unit, given.unit) or (is_range and one.unit == given.unit))
            ):
                continue
            figure = figure_from(self._path, one)
            ends = at_other_ends("text", [given], figure)
            faults.append(next(chain(ends, contrary_words("text", [given], [one], figure)), None))
        if faults and faults[0] is not None and None not in faults:
            yield faults[0]


class _Stated(NamedTuple):
    """A figure with the numbers of the text and of the evidence that are its own."""

    figure: Figure
    text: Sequence[Given]
    evidence: Sequence[Given]


def _stating(numbers: Sequence[Given], figure: Figure) -> list[Given]:
    return [one for one in numbers if states(one, figure)]


def _are_rivals(one: Given, other: Given) -> bool:
    return one.rivals(other.unit) and other.rivals(one.unit)
