"""The relays of a text: the publishers from which it has somebody's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.extract.slugs import slug_of
from tajikcli.extract.telling import relay_of
from tajikcli.model.knowledge import Relay
from tajikcli.text import fold_name

if TYPE_CHECKING:
    from tajikcli.model.knowledge import KnowledgeFile


class Relays:
    """Finds the relays of statements.

    Args:
        into: a record whose relays are reused, or None.
        publisher: the publisher of the text, which is no relay of it; None if it is not known.

    Attributes:
        definitions: the relays of the statements so far, by slug.
    """

    def __init__(self, into: KnowledgeFile | None, publisher: str | None) -> None:
        self.definitions: dict[str, Relay] = {}
        self._known = into.relays if into else {}
        self._publisher = fold_name(publisher or "")

    def of(self, around: str) -> list[str]:
        """Return the slugs of the relays that a source gives beside somebody's words.

        Args:
            around: the sentence around the words.
        """
        name = relay_of(around)
        if name is None or fold_name(name) == self._publisher:
            return []
        same = (
            slug
            for slug, one in self._known.items()
            if fold_name(name) in map(fold_name, (one.name, *one.aliases))
        )
        slug = next(same, None) or slug_of(name)
        if not slug:
            return []
        self.definitions.setdefault(slug, self._known.get(slug) or Relay(name))
        return [slug]
