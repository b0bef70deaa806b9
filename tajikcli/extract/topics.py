"""Find the topics of a statement by its words: topics of a record, or subjects of the vocabulary."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.concepts import terms_of
from tajikcli.language.forms import any_of
from tajikcli.model.knowledge import Topic
from tajikcli.words import stem, stems

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tajikcli.extract.figures import Counted
    from tajikcli.model.knowledge import Measure

_JOINED = re.compile(rf"\s(?:{any_of(together().joining)})\s|[,/&]")
# The subjects of the vocabulary that people would use as topics; other subjects occur in every text.
_SUBJECTS = (
    *(
        "trade",
        "finance",
        "industry",
        "energy",
        "agriculture",
        "transport",
        "education",
        "culture",
        "science",
        "health",
    ),
    *("migration", "security", "defence", "borders", "sanctions", "law", "water_and_nature"),
)
_SHORT = 4  # a word with at most this many letters may mean many things
_LEAST = 2  # the minimum number of words of a subject in a text about this subject
_MOST = 2  # the maximum number of topics of a statement


class Topics:
    """Finds the topics of texts.

    Args:
        on_record: the topics of a record; None to use the subjects of the vocabulary.

    Attributes:
        definitions: the topics by slug.
    """

    def __init__(self, on_record: Mapping[str, Topic] | None) -> None:
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self.definitions: dict[str, Topic] = dict(on_record or {})
        self._on_record = on_record is not None
        if on_record is None:
            self.definitions = {_slug(subject): Topic(_label(subject)) for subject in _SUBJECTS}
            for word, subject in _vocabulary().items():
                self._phrases[word] = [((word,), _slug(subject))]
            return
        for slug, topic in self.definitions.items():
            parts = _JOINED.split(topic.label)  # `Trade and economy` is two topics in one
            for name in dict.fromkeys((slug.replace("-", " "), topic.label, *parts, *topic.aliases)):
                found = tuple(stems(name))
                if found:
                    self._phrases.setdefault(found[0], []).append((found, slug))

    def of(self, text: str) -> list[str]:
        """Return the topics of a text, beginning with the topic that has the most words in it."""
        words = list(stems(text))
        counts: Counter[str] = Counter()
        for place, first in enumerate(words):
            for phrase, slug in self._phrases.get(first, ()):
                if tuple(words[place : place + len(phrase)]) == phrase:
                    counts[slug] += len(phrase)
        # A single word of the vocabulary may mean something else.
        least = 1 if self._on_record else _LEAST
        return [slug for slug, count in counts.most_common(_MOST) if count >= least]

    @staticmethod
    def nearest_measure(counted: Counted, known: Mapping[str, Measure]) -> str | None:
        """Return the measure on record that has a figure's measure or unit among its names."""
        wanted = {stem for word in (counted.measure, counted.entry.unit) if word for stem in stems(word)}
        best, most = None, 0
        for slug, measure in known.items():
            for name in (measure.label, *measure.aliases):
                named = set(stems(name))
                if named and named <= wanted and len(named) > most:
                    best, most = slug, len(named)
        return best


def _slug(subject: str) -> str:
    return subject.replace("_", "-")


def _label(subject: str) -> str:
    return subject.replace("_", " ").capitalize()


def _vocabulary() -> dict[str, str]:
    """Return the stems of words that belong to only one subject, with the subject."""
    found: dict[str, str] = {}
    several: set[str] = set()
    for subject in _SUBJECTS:
        words = {term.text for concept in terms_of(subject) for term in concept if len(term.text) > _SHORT}
        for one in {stem(word) for word in words if " " not in word}:
            if found.setdefault(one, subject) != subject:
                several.add(one)
    return {one: subject for one, subject in found.items() if one not in several}
