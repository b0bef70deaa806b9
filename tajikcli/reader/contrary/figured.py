"""The figures of a fact, and the numbers of its evidence as figures, with which its text is compared."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.extract.movement import is_from_to
from tajikcli.figures import ZEROS
from tajikcli.proof.number_words import PERCENT_UNIT
from tajikcli.reader.claims import in_words
from tajikcli.reader.contrary.given import Given
from tajikcli.reader.faults import Fault

if TYPE_CHECKING:
    from tajikcli.model.knowledge import FigureEntry
    from tajikcli.reader.faults import Path

RANK = "rank"
_HUNDRED = 100
_KEYS = {"value": "value", "from_": "from", "to": "to", "change": "change"}
_TOGETHER: tuple[set[str], ...] = ({"value"}, {"change"}, {"from", "to"})


class Figure(NamedTuple):
    """A figure of a fact, or a number of its evidence that no figure gives.

    Attributes:
        path: the path of the figure, or of the text of the fact.
        amounts: its numbers as plain amounts, by their keys.
        unit: its unit.
        said: the figure, or the number of the evidence, with its approximation and its period.
    """

    path: Path
    amounts: dict[str, Decimal]
    unit: str | None
    said: FigureEntry | Given

    @property
    def may_have_period(self) -> bool:
        """Whether it may have a period; an `exact` with several numbers may end before the period of the last one.

        The period of a number of the evidence is only read if the text has one, too.
        """
        said = self.said
        return said.is_alone if isinstance(said, Given) else said.period is not None

    @property
    def difference(self) -> Decimal | None:
        """The size of the change, if the figure has both ends."""
        ends = self.amounts.get("from"), self.amounts.get("to")
        return None if ends[0] is None or ends[1] is None else (ends[1] - ends[0]).copy_abs()

    @property
    def has_direction(self) -> bool:
        """Whether its ends say that something grew or fell; a better rank is a smaller number."""
        return bool(self.difference) and self.unit != RANK

    @property
    def factor(self) -> Decimal | None:
        """The factor of a change, such as 1.2 for a rise of 20 percent."""
        if "from" in self.amounts:
            return self.amounts["to"] / self.amounts["from"] if self.amounts["from"] else None
        is_share = self.unit == PERCENT_UNIT and "change" in self.amounts
        return 1 + self.amounts["change"] / _HUNDRED if is_share else None

    def differs(self, key: str, where: str, words: str, what: str = "number") -> Fault:
        """Return the warning that words differ from the figure.

        Args:
            key: the part of the figure that they contradict; `text` if the text of the fact should change.
            where: what has the words, `text` or `evidence`.
            words: the words.
            what: what should be the same.
        """
        said = self.said
        is_in_text = key == "text" or isinstance(said, Given)
        path = (*self.path[:2], "text") if is_in_text else (*self.path, key)
        shown = f"“{words}”" if what == "number" else words
        verb = "gives" if what == "period" else "has"
        other = (
            f"the evidence has “{said.written}”"
            if isinstance(said, Given)
            else f"the figure is {in_words(said)}"
        )
        message = f"the {where} {verb} {shown}, but {other}; expected the same {what}"
        return Fault(path, message, severity="warning")


def figure_of(path: Path, entry: FigureEntry) -> Figure | None:
    """Return a figure of a fact; None if it breaks the rules about its keys, or has only a direction."""
    zeros = ZEROS[entry.scale]
    written = {key: getattr(entry, name) for name, key in _KEYS.items()}
    amounts = {key: Decimal(number).scaleb(zeros) for key, number in written.items() if number is not None}
    if amounts.keys() not in _TOGETHER or entry.direction is not None:
        return None
    return Figure(path, amounts, entry.unit, entry)


def figure_from(path: Path, given: Given) -> Figure:
    """Return a number of the evidence as a figure: a change if the words say so, or its ends.

    Args:
        path: the path of the text of the fact.
        given: the number.
    """
    first, *others = given.number.amounts
    if others and is_from_to(given.text, given.number):
        amounts = {"from": first, "to": others[0]}
    elif given.rises is not None:
        amounts = {"change": first if given.rises else -first}
    else:
        amounts = {"value": first}
    return Figure(path, amounts, given.unit, given)
