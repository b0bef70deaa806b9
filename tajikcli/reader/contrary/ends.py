"""The ends of a change: the words of a fact may swap them, or turn the change round."""

from __future__ import annotations

from itertools import dropwhile
from typing import TYPE_CHECKING

from tajikcli.extract.movement import is_from_to, rises_to
from tajikcli.extract.things import unit_behind
from tajikcli.language.forms import WORD
from tajikcli.proof.grammar import AUXILIARIES
from tajikcli.proof.measured.wording import Part
from tajikcli.proof.numbers import NOT_COUNTED
from tajikcli.proof.speech import BE
from tajikcli.reader.contrary.agreement import same_unit
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tajikcli.reader.contrary.figured import Figure
    from tajikcli.reader.contrary.given import Given
    from tajikcli.reader.faults import Fault

_MOST_OF_A_VERB = 3  # words: `scaled back to`


def at_other_ends(where: str, numbers: Sequence[Given], figure: Figure) -> Iterator[Fault]:
    """Yield a warning if numbers are at the other ends of a change than in its figure, or if it goes the other way.

    Args:
        where: what has the numbers, `text` or `evidence`.
        numbers: all numbers of the text or of the evidence.
        figure: the figure.
    """
    if not figure.has_direction:
        return
    placed = [(one, _is_at_its_end(one, figure)) for one in numbers]
    swapped = [one for one, same in placed if same is False and not (where == "text" and _is_elsewhere(one))]
    right = [one for one, same in placed if same and not any(_is_other_end(one, other) for other in swapped)]
    if swapped and not right:
        one = swapped[0]
        part = "" if len(one.number.amounts) > 1 else f" as its {one.part_of_change.value}"
        yield figure.differs("from", where, f"“{one.written}”{part}", "ends")
        return
    rising = {way for one in right if (way := rises_to(one.text, one.number)) is not None}
    if rising == {figure.amounts["to"] < figure.amounts["from"]}:
        words = "an increase" if True in rising else "a decrease"
        yield figure.differs("to", where, words, "direction")


def _is_elsewhere(given: Given) -> bool:
    """Return whether a number is behind a word for an end, but nothing in the text rises or falls: `added to the 50`."""
    is_end = given.part_of_change is Part.END and len(given.number.amounts) == 1
    return is_end and not given.is_moved and rises_to(given.text, given.number) is None


def _is_other_end(one: Given, swapped: Given) -> bool:
    """Return whether no word marks a number as an end, but it can only be the other end than a number that a word marks.

    `1,200 workers instead of 1,500`; `82 teachers would be cut to 72`, but not `82 come after a cut to 72`.
    """
    if one.part_of_change is not Part.LEVEL or len(swapped.number.amounts) > 1:
        return False
    if swapped.part_of_change is Part.START:
        return True
    if rises_to(swapped.text, swapped.number) is None:
        return False
    things = unit_behind(one.text, one.number.end)
    between = one.text[things[2] if things else one.number.end : swapped.number.start]
    words = list(map(fold_letters, WORD.findall(between)))
    verbs = list(dropwhile(BE.union(AUXILIARIES).__contains__, words))
    is_plain = all(part.isalpha() for part in between.split())
    return is_plain and 0 < len(verbs) <= _MOST_OF_A_VERB


def _is_at_its_end(given: Given, figure: Figure) -> bool | None:
    """Return whether a text has one of the ends of a figure's change at the same end, not at the other; None if it has neither.

    A number that no word marks as the start or the end may be at the same end, and counts so.
    """
    pair = figure.amounts["from"], figure.amounts["to"]
    counts = not {given.unit, figure.unit} & (NOT_COUNTED - {None})
    if len(given.number.amounts) > 1:
        if not (is_from_to(given.text, given.number) and (counts or same_unit(given.unit, figure.unit))):
            return None
        found = [
            all(given.amount_equals(at, end, given.number.precisions[at]) for at, end in enumerate(ends))
            for ends in (pair, pair[::-1])
        ]
    elif same_unit(given.unit, figure.unit) or (counts and given.unit is None):
        stated = [given.amount_equals(0, end, given.number.precisions[0]) for end in pair]
        part = given.part_of_change
        is_other = (stated[0] and part is Part.END) or (stated[1] and part is Part.START)
        found = [any(stated) and not is_other, is_other]
    else:
        return None
    return None if found[0] is found[1] else found[0]
