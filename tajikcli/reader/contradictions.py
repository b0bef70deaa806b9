"""Warnings about facts whose text, evidence, figures and speaker contradict each other.

`tajik lint` looks for them in addition to the other warnings. No other command does, because they need the modules that read
sentences, on which an index does not depend.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.reader.contrary.numbers import contrary_numbers
from tajikcli.reader.contrary.speakers import contrary_speakers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tajikcli.model.knowledge import KnowledgeFile
    from tajikcli.reader.faults import Fault


def contradictions(knowledge: KnowledgeFile) -> Iterator[Fault]:
    """Yield a warning for each contradiction between the parts of a fact.

    Args:
        knowledge: content of valid shape.
    """
    yield from contrary_numbers(knowledge)
    yield from contrary_speakers(knowledge)
