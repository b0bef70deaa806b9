"""Keywords that search does not need, because they repeat the text of a statement or the vocabulary's synonyms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.reader.faults import Fault
from tajikcli.words import ASKED, folded, searchable, stems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tajikcli.model.knowledge import KnowledgeFile


def idle_keywords(knowledge: KnowledgeFile) -> Iterator[Fault]:
    """Yield a warning for each keyword that search does not need to find the statement.

    Args:
        knowledge: content of valid shape.
    """
    for number, entry in enumerate(knowledge.statements):
        said = f" {' '.join(stems(entry.text))} " if entry.keywords else ""
        for place, keyword in enumerate(entry.keywords):
            why = None if keyword in ASKED else _repeats(keyword, said)
            if why:
                message = f"the keyword '{keyword}' repeats {why}; a search finds the statement without it"
                yield Fault(("statements", number, "keywords", place), message, severity="warning")


def _repeats(keyword: str, said: str) -> str | None:
    """Return, for a message, the thing that a keyword repeats; the text is empty if there is none.

    Args:
        keyword: the keyword.
        said: the stems of the text, each with a space before and after it.
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
        return "the vocabulary"
    return None
