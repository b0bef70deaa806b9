"""Find the topics of a statement by the words for them: the topics of a record, or the subjects of reports."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import reports
from tajikcli.language.forms import any_of
from tajikcli.language.listed import meaning_of
from tajikcli.model.knowledge import Topic
from tajikcli.words import stems

if TYPE_CHECKING:
    from collections.abc import Mapping


_JOINED = re.compile(rf"\s(?:{any_of(together().joining)})\s|[,/&]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LAST = "diplomacy"  # the topic of a statement that has words for no other topic
_MOST = 2  # the maximum number of topics of a statement


class Topics:
    """Finds the topics of texts.

    Args:
        on_record: the topics of a record, or None for the subjects of reports. The words for a subject also show a
            topic on record that has its slug.

    Attributes:
        definitions: the topics by slug.
    """

    def __init__(self, on_record: Mapping[str, Topic] | None) -> None:
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self.definitions: dict[str, Topic] = dict(on_record or {})
        if on_record is None:
            self.definitions = {slug: Topic(_label(slug)) for slug in reports().subjects}
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
        counts.update(slug for slug in map(_subject_of, _words(text)) if slug in self.definitions)
        if len(counts) > 1:
            del counts[LAST]
        return [slug for slug, _ in counts.most_common(_MOST)]


@lru_cache(maxsize=20_000)
def _subject_of(word: str) -> str | None:
    """Return the topic that a word shows; None for most words."""
    return meaning_of(word, _words_of_subjects())


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _label(slug: str) -> str:
    return slug.replace("-", " ").capitalize()


@lru_cache(maxsize=1)
def _words_of_subjects() -> dict[str, str]:
    """Return each word that shows a topic, with the topic; words for several topics are left out."""
    found: dict[str, str] = {}
    several: set[str] = set()
    for slug, words in reports().subjects.items():
        for word in words.split():
            if found.setdefault(word, slug) != slug:
                several.add(word)
    return {word: slug for word, slug in found.items() if word not in several}
