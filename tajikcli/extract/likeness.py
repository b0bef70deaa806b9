"""The claim on record that a fact may be an account of, by the words and numbers that both have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.model.relations import CLAIMING
from tajikcli.words import stems

if TYPE_CHECKING:
    from tajikcli.model.knowledge import FigureEntry, KnowledgeFile, StatementEntry

_ALIKE = 0.5  # the share of the stems of two accounts of one claim that both have
_LEAST_SHARED = 3  # the minimum number of these stems


class Likeness:
    """Compares facts with the facts of a record.

    Args:
        into: the record.
    """

    def __init__(self, into: KnowledgeFile) -> None:
        names = [into.meeting.title, *into.meeting.aliases]
        names += [name for one in into.speakers.values() for name in (one.name, one.role or "", *one.aliases)]
        self._everywhere = frozenset(stem for name in names for stem in stems(name))
        facts = [one for one in into.statements if one.kind != "quote"]
        self._facts = [(one, self._stems_of(one.text)) for one in facts]

    def best(self, statement: StatementEntry, text: str) -> str | None:
        """Return the id of the claim that a statement may be an account of; None if none is like it.

        Args:
            statement: the statement.
            text: the sentence that it is drafted from.
        """
        mine = self._stems_of(text)
        best, likeness = None, 0.0
        for other, theirs in self._facts:
            if statement.speaker and other.speaker and statement.speaker != other.speaker:
                continue
            shared = len(mine & theirs)
            alike = shared / (min(len(mine), len(theirs)) or 1)
            if any(_same_number(one, two) for one in statement.figures for two in other.figures):
                alike += _ALIKE
            elif shared < _LEAST_SHARED or (statement.figures and other.figures):
                continue
            if alike > max(likeness, _ALIKE):
                best, likeness = _claim_of(other), alike
        return best

    def _stems_of(self, text: str) -> frozenset[str]:
        """Return the stems of a text, except those of names that occur throughout the record."""
        return frozenset(stems(text)) - self._everywhere


def _claim_of(fact: StatementEntry) -> str:
    return next((link.to for link in fact.links if link.relation in CLAIMING), fact.id)


def _same_number(one: FigureEntry, other: FigureEntry) -> bool:
    mine = (one.value, one.change, one.from_, one.to)
    return any(mine) and mine == (other.value, other.change, other.from_, other.to) and one.unit == other.unit
