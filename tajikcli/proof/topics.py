"""Find the countries of which a draft says that somebody speaks: `Of Aland, Lind said: “…”`, `“…,” Lind said of Aland`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.language.countries import countries_in
from tajikcli.proof.grammar import SAYING
from tajikcli.proof.predicates import LONGEST, NEXT_WORDS, PART, SENTENCE_END
from tajikcli.proof.speech import OF_TOPICS
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Sequence


def spoken_of(before: str, behind: str) -> frozenset[str]:
    """Return the codes of the countries of which the words around a quotation say that it is about them.

    Args:
        before: the draft's own words before the opening mark; only the last of them are read.
        behind: the draft's own words after the closing mark.
    """
    text = before[-LONGEST:].rstrip()
    begin = max((match.end() for match in SENTENCE_END.finditer(text)), default=0)
    following = NEXT_WORDS.split(behind, maxsplit=1)[0]
    return _governed(PART.findall(text[begin:])) | _governed([",", *PART.findall(following)])


def _governed(parts: Sequence[str]) -> frozenset[str]:
    """Return the codes of the countries directly after a preposition for a topic that begins a sentence or follows a verb of saying."""
    return frozenset().union(
        *(
            one.codes
            for one in countries_in(parts)
            if one.start > 0
            and fold_letters(parts[one.start - 1]) in OF_TOPICS
            and (one.start == 1 or parts[one.start - 2].casefold() in SAYING)
        )
    )
