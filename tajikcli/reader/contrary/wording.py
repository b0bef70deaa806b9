"""What the words around a number say: a rise or a fall, an approximation, a period. They may contradict a figure with this number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.extract.movement import is_limit
from tajikcli.extract.years import years_in
from tajikcli.proof.measured.times import relative_times
from tajikcli.proof.numbers import Number
from tajikcli.reader.contrary.given import Given, numbers_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tajikcli.model.knowledge import StatementEntry
    from tajikcli.reader.contrary.figured import Figure
    from tajikcli.reader.faults import Fault

_LOWER, _UPPER = frozenset({"over", "at-least"}), frozenset({"almost", "under", "up-to"})


def contrary_words(
    where: str, text: Sequence[Given], evidence: Sequence[Given], figure: Figure
) -> Iterator[Fault]:
    """Yield a warning if words around the number of a figure contradict its direction, its approximation or its period.

    Args:
        where: what has the words, `text` or `evidence`.
        text: the numbers of the text that are that of the figure.
        evidence: those of the evidence.
        figure: the figure.
    """
    for given in text if where == "text" else evidence:
        if (
            figure.may_have_period
            and given.period
            and figure.said.period
            and not agree(given.period, figure.said.period)
        ):
            yield at_period(where, given.period, given.text, figure)
        yield from _turned(where, given, evidence, figure)
        yield from _approximated(where, given, text, evidence, figure)


def _turned(where: str, given: Given, evidence: Sequence[Given], figure: Figure) -> Iterator[Fault]:
    """Yield a warning if a number is that of a rise, and the figure that of a fall, or if only one of text and evidence denies it."""
    change = figure.amounts.get("change")
    if change is None:
        return
    if given.rises is not None and given.rises is (change < 0):
        yield figure.differs("change", where, "an increase" if given.rises else "a decrease", "direction")
    elif where == "text" and given.is_denied is not None:
        denied = {one.is_denied for one in evidence} - {None}
        if denied == {not given.is_denied}:
            yield figure.differs("text", where, "a denial" if given.is_denied else "no denial", "direction")


def _approximated(
    where: str, given: Given, text: Sequence[Given], evidence: Sequence[Given], figure: Figure
) -> Iterator[Fault]:
    """Yield a warning if the words before the number of a figure approximate it in another way, or only one of them does.

    An `exact` may begin behind the word, and the text may have rounded the number itself.
    """
    approx = figure.said.approx
    read = given.approximation if where == "evidence" else None
    if approx is None and read is None:
        return
    words = None
    bound = given.bound
    if bound is not None and approx in (_UPPER if bound.least else _LOWER):
        words = "a lower bound" if bound.least else "an upper bound"
    elif approx is None and read == "up-to":
        if any(is_limit(one.text, one.number) for one in (given, *text)):
            words = f"the approximation {read}"
    elif approx is None and given.is_approximated_as_change:
        # A word that only extract reads has other meanings, too.
        words = f"the approximation {read}"
    if words is not None:
        yield figure.differs("approx", where, words, "approximation")
    elif (
        where == "text"
        and not isinstance(figure.said, Given)
        and not given.is_approximated
        and any(one.is_approximated for one in evidence)
    ):
        # The words of the source can be read, because there are others for it: `20 percent or so`.
        yield figure.differs("text", where, "no approximation", "approximation")


def at_another_time(figure: Figure, entry: StatementEntry, published: str | None) -> Iterator[Fault]:
    """Yield a warning if evidence that has only a time has another one than a figure, and the text does not have the time of the figure."""
    period = figure.said.period
    if not period or any(agree(year[0], period) for year in years_in(entry.text)):
        return
    for item in entry.evidence:
        if not years_in(item.exact) or numbers_in(item.exact, published, ranked=False):
            continue
        end = len(item.exact)
        found = Given(item.exact, Number(end, end, None, (), ()), published).period
        if found and not agree(found, period):
            yield at_period("evidence", found, item.exact, figure)


def at_period(where: str, period: str, text: str, figure: Figure) -> Fault:
    """Return the warning about a period, with the words for it if they are relative: `last year`."""
    relative = relative_times(text)
    words = f" (“{relative[0]}”)" if len(relative) == 1 and not years_in(text) else ""
    return figure.differs("period", where, f"the period {period}{words}", "period")


def agree(one: str, other: str) -> bool:
    """Return whether two periods agree: the same, or one is within the other and gives only years or days."""
    first, second = one.split("/"), other.split("/")
    if len(first[0]) == len(second[0]) == len("2024-01"):
        return (first[0], first[-1]) == (second[0], second[-1])
    size = min(len(first[0]), len(second[0]))
    starts = max(first[0][:size], second[0][:size])
    return starts <= min(first[-1][:size], second[-1][:size])
