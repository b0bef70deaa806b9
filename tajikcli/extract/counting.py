"""The figures of a text in order, each with a unit and a measure from the figures before it if its own words leave them out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tajikcli.extract.figures import figures_in
from tajikcli.extract.things import POINTS
from tajikcli.proof.sentences import claims_something

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tajikcli.extract.figures import Counted
    from tajikcli.extract.quotes import Quote
    from tajikcli.extract.sentences import Sentence

_PER_CENT, _RANK = "percent", "rank"


class Figure(NamedTuple):
    """A figure of a text.

    Attributes:
        sentence: its sentence.
        counted: the figure.
        quote: the quotation that has its words; None if no quotation has them.
    """

    sentence: Sentence
    counted: Counted
    quote: Quote | None = None


def figures_of(sentences: Sequence[Sentence], published: str | None) -> Iterator[Figure]:
    """Yield the figures of a text, in order.

    Args:
        sentences: its sentences.
        published: the date of publication, for `last year`; None if it is not known.
    """
    unit: str | None = None  # of the last amount
    for sentence in sentences:
        before: Counted | None = None
        for found in figures_in(sentence.text, published):
            if before is None and not claims_something(sentence.text):
                break  # `$ 91.29 -0.06` in the menu of a page
            counted = found
            if found.unclear == "unit":
                counted = found._replace(candidates=(unit,) if unit else ())
            elif found.entry.unit not in {_PER_CENT, _RANK, POINTS}:
                unit = found.entry.unit
            if found.measure is None and before is not None and before.entry.unit == found.entry.unit:
                counted = counted._replace(measure=before.measure)
            before = counted
            yield Figure(sentence, counted)


def without_headline(figures: Sequence[Figure], title: str | None) -> list[Figure]:
    """Return figures without those of the headline that the text below it repeats.

    Args:
        figures: the figures of a text.
        title: its headline; None if it is not known.
    """
    headline = title.strip(" .") if title is not None else None
    below = [one for one in figures if one.sentence.text.strip(" .") != headline]
    told = {_numbers(one.counted) for one in below}
    return [
        one
        for one in figures
        if one.sentence.text.strip(" .") != headline or _numbers(one.counted) not in told
    ]


def _numbers(counted: Counted) -> tuple[str | None, ...]:
    """Return the numbers and the unit of a figure."""
    entry = counted.entry
    return entry.value or entry.change, entry.from_, entry.to, entry.scale, entry.unit
