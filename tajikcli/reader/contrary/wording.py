"""What the words around a number say: a rise or a fall, an approximation, a period. They may contradict a figure with this number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.extract.movement import is_limit
from tajikcli.extract.periods import years_in
from tajikcli.proof.measured.times import relative_times
from tajikcli.proof.numbers import Number
from tajikcli.reader.contrary.agreement import states
from tajikcli.reader.contrary.given import Given, numbers_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tajikcli.model.knowledge import StatementEntry
    from tajikcli.reader.contrary.figured import Figure
    from tajikcli.reader.faults import Fault

_LOWER, _UPPER = frozenset({"over", "at-least"}), frozenset({"almost", "under", "up-to"})


def contrary_words(
    where: str, given: Given, figure: Figure, text: Sequence[Given], evidence: Sequence[Given]
) -> Iterator[Fault]:
    """Yield a warning if words around the number of a figure contradict its direction, its approximation or its period.

    Args:
        where: what has the number, `text` or `evidence`.
        given: the number.
        figure: the figure.
        text: all numbers of the text.
        evidence: all numbers of the evidence.
    """
    if figure.period and given.period and not agree(given.period, figure.period):
        yield at_period(where, given.period, given.text, figure)
    change = figure.amounts.get("change")
    if change is not None and given.rises is not None and given.rises is (change < 0):
        yield figure.differs("change", where, "an increase" if given.rises else "a decrease", "direction")
    elif where == "text" and given.is_denied is not None:
        denied = {one.is_denied for one in evidence if states(one, figure)} - {None}
        if denied == {not given.is_denied}:
            words = "a denial" if given.is_denied else "no denial"
            yield figure.differs("text", where, words, "direction")
    yield from _approximated(where, given, figure, text, evidence)


def _approximated(
    where: str, given: Given, figure: Figure, text: Sequence[Given], evidence: Sequence[Given]
) -> Iterator[Fault]:
    """Yield a warning if the words before the number of a figure approximate it in another way, or only one of them does.

    An `exact` may begin behind the word, and the text may have rounded the number itself.
    """
    read = given.approximation
    if figure.approx is None and (where == "text" or read is None):
        return
    words = None
    bound = given.bound
    if bound is not None and figure.approx in (_UPPER if bound.least else _LOWER):
        words = "a lower bound" if bound.least else "an upper bound"
    elif figure.approx is None and read == "up-to":
        stated = (given, *(one for one in text if states(one, figure)))
        if any(is_limit(one.text, one.number) for one in stated):
            words = f"the approximation {read}"
    elif figure.approx is None:
        # A word that only extract reads has other meanings, too.
        words = f"the approximation {read}" if given.is_approximated_as_change else None
    if words is not None:
        yield figure.differs("approx", where, words, "approximation")
    elif (
        where == "text"
        and not given.is_approximated
        and any(
            # The words of the source can be read, because there are others for it: `20 percent or so`.
            states(one, figure) and one.is_approximated
            for one in evidence
        )
    ):
        yield figure.differs("text", where, "no approximation", "approximation")


def at_another_time(figure: Figure, entry: StatementEntry, published: str | None) -> Iterator[Fault]:
    """Yield a warning if evidence that has only a time has another one than a figure, and the text does not have the time of the figure."""
    period = figure.period
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
