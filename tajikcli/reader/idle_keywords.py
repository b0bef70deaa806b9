"""Keywords that a search does not need: those that repeat the text of a statement or the vocabulary's words for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.reader.faults import Fault
from tajikcli.words import ASKED, folded, searchable, stems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tajikcli.model.knowledge import KnowledgeFile


def idle_keywords(knowledge: KnowledgeFile) -> Iterator[Fault]:
    """Yield a warning for each keyword that finds its statement without being there.

    Args:
        knowledge: content without a wrong shape.
    """
    for number, entry in enumerate(knowledge.statements):
        said = f" {' '.join(stems(entry.text))} " if entry.keywords else ""
        for place, keyword in enumerate(entry.keywords):
            why = None if keyword in ASKED else _repeats(keyword, said)
            if why:
                message = f"the keyword '{keyword}' repeats {why}; a search finds the statement without it"
                yield Fault(("statements", number, "keywords", place), message, severity="warning")


def _repeats(keyword: str, said: str) -> str | None:
    """Return what a keyword repeats, for a message; nothing if it repeats nothing.

    Args:
        keyword: the keyword.
        said: the stems of the text, each between spaces.
    """
    from tajikcli.meanings import related

    words = folded(keyword)
    own = [searchable([word]).split() for word in words]
    telling = [place for place, found in enumerate(own) if found]
    missing = [place for place in telling if not any(f" {stem} " in said for stem in own[place])]
    if not telling:
        return None
    if not missing:
        return "the text"
    others = related(words)
    if all(any(f" {form} " in said for form in others[place].forms) for place in missing):
        return "words that the vocabulary has"
    return None
