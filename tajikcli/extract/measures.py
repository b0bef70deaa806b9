"""The measure of a figure: a measure on record, or a new measure named after the counted things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.extract.slugs import slug_of
from tajikcli.extract.things import POINTS, is_measuring
from tajikcli.language.all_reports import REPORTS
from tajikcli.language.months_and_units import SIGNS
from tajikcli.model.knowledge import Measure
from tajikcli.proof.numbers import NOT_COUNTED
from tajikcli.words import stems

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tajikcli.extract.figures import Counted
    from tajikcli.model.knowledge import KnowledgeFile

_PER_CENT, _RANK = "percent", "rank"
_NO_THINGS = NOT_COUNTED | frozenset({*SIGNS.values(), POINTS})


class Measures:
    """Finds the measures of figures.

    Args:
        into: a record whose measures are reused, or None.
        language: the code of the text's language; None if it is not known.

    Attributes:
        definitions: the measures of the figures so far, by slug.
    """

    def __init__(self, into: KnowledgeFile | None, language: str | None = None) -> None:
        self._language = language
        self.definitions: dict[str, Measure] = {}
        self._known = into.measures if into else {}
        self._names = {
            slug: [frozenset(stems(name)) for name in (slug.replace("-", " "), one.label, *one.aliases)]
            for slug, one in self._known.items()
        }
        self._last: tuple[str, set[str]] = ("", set())
        self._units: dict[str, set[str]] = {}
        for statement in into.statements if into else ():
            for figure in statement.figures:
                if figure.measure:
                    self._units.setdefault(figure.measure, set()).add(figure.unit or "")

    def of(self, counted: Counted, sentence: str) -> tuple[str | None, list[str]]:
        """Return the measure of a figure, or None and the candidates.

        Args:
            counted: the figure.
            sentence: its sentence.
        """
        core = {stem for word in (counted.measure, counted.entry.unit) if word for stem in stems(word)}
        words = core | self._words_of(sentence)
        fits: dict[str, int] = {}
        near: list[str] = []
        for slug, names in self._names.items():
            if not self._may_have(slug, counted):
                continue
            matching = [len(name) for name in names if name <= words and not name.isdisjoint(core)]
            if matching:
                fits[slug] = max(matching)
            elif any(not name.isdisjoint(core) for name in names):
                near.append(slug)
        best = [slug for slug, size in fits.items() if size == max(fits.values())]
        if len(best) == 1:
            self.definitions.setdefault(best[0], self._known[best[0]])
            return best[0], []
        if best or near:
            return None, best or near
        unit = counted.entry.unit
        is_thing = unit and unit not in _NO_THINGS and not is_measuring(unit)
        new = counted.measure or (slug_of(unit) if unit and is_thing else "")
        if not new:
            return None, list(self.definitions)
        measure = self.definitions.get(new)
        if measure is None:
            label = unit if unit and not counted.measure and not unit.isascii() else new.replace("-", " ")
            measure = self.definitions[new] = Measure(label[:1].upper() + label[1:])
            self._add_aliases(measure, _other_words(new, self._language))
        if counted.named and counted.measure:
            self._add_aliases(measure, [counted.named])
        return new, []

    def goal(self, slug: str) -> str:
        """Return the slug of the measure for goals of a measure, which is defined from then on."""
        goal = f"{slug}-goal"
        label = (self._known.get(slug) or self.definitions[slug]).label
        self.definitions.setdefault(goal, self._known.get(goal) or Measure(f"{label} to be reached"))
        return goal

    def _add_aliases(self, measure: Measure, names: Iterable[str]) -> None:
        """Add names to the aliases of a measure, except forms of the names that it or a measure on record has."""
        known = [frozenset(stems(name)) for name in (measure.label, *measure.aliases)]
        known += [name for names in self._names.values() for name in names]
        for name in names:
            if frozenset(stems(name)) not in known:
                known.append(frozenset(stems(name)))
                measure.aliases = (*measure.aliases, name)

    def _words_of(self, sentence: str) -> set[str]:
        """Return the stems of a sentence; the last sentence is kept, because its figures come one after the other."""
        if self._names and sentence != self._last[0]:
            self._last = sentence, set(stems(sentence))
        return self._last[1]

    def _may_have(self, slug: str, counted: Counted) -> bool:
        """Return whether a measure on record may have a figure with this unit: a unit of its figures, or a change in them."""
        units = self._units.get(slug)
        unit = counted.entry.unit or ""
        if units is None or unit in units:
            return True
        return unit == _PER_CENT and counted.entry.change is not None and _RANK not in units


def _other_words(slug: str, language: str | None) -> list[str]:
    """Return the words of a language that mean the same quantity, without beginnings of words."""
    return [
        words
        for one in REPORTS
        if one.code == language
        for words, meant in one.measures.items()
        if meant == slug and "*" not in words
    ]
