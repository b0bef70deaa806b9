"""The speakers of facts that leave them out because they rest on the words of a quote, which has the speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.model.relations import Relation

if TYPE_CHECKING:
    from tajikcli.model.knowledge import KnowledgeFile


def give_speakers(knowledge: KnowledgeFile) -> None:
    """Give each paraphrase without a speaker the speaker of the quote that it is part of, if the file has that quote.

    Args:
        knowledge: the content of a file; changed in place.
    """
    without = [one for one in knowledge.statements if one.speaker is None and one.kind == "paraphrase"]
    if not without:
        return
    speakers = {one.id: one.speaker for one in knowledge.statements if one.kind == "quote"}
    for statement in without:
        quotes = [link.to for link in statement.links if link.relation is Relation.PART_OF]
        different = {speakers.get(quote) for quote in quotes}
        if len(different) == 1:
            statement.speaker = different.pop()
