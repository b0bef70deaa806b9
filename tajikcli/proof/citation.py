"""A citation: a statement with its source, and the words that are quoted from it.

A citation names the published text and its publisher, and also the speaker and the relays. It leaves out
everything that the record does not have, such as an author.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tajikcli.proof.addresses import at_words, fragment, fragment_in
from tajikcli.proof.candidate import Candidate
from tajikcli.proof.fragments import turned_by
from tajikcli.proof.tokens import forms_of, words_of
from tajikcli.text import fold_space, hedged
from tajikcli.written_dates import written_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.model import rows


class Citation(NamedTuple):
    """A statement with the data of its citation.

    Attributes:
        statement: the statement.
        source: its source.
        role: the speaker's role, if it is on record.
        via: names of the relays, nearest the speaker first.
        words: the quoted words, as the record has them; empty if there are none.
    """

    statement: rows.Statement
    source: rows.Source
    role: str | None
    via: Sequence[str]
    words: str = ""

    @property
    def chain(self) -> str:
        """The speaker and the relays: `Vladimir Putin, President of Russia, via Kremlin`."""
        name = self.statement["speaker_name"]
        parts = [name, self.role] if name else []
        if name and self.statement["kind"] == "paraphrase":
            parts.append("paraphrased")
        parts += [f"via {relay}" for relay in self.via]
        if name and self.statement["said"]:
            parts.append(f"said on {written_out(self.statement['said'])}")
        parts.append(hedged(self.statement["hedges"]))
        return ", ".join(part for part in parts if part)

    @property
    def attribution(self) -> str:
        """The quoted words, if any, and the chain."""
        quoted_words = f"“{self.words}”" if self.words else ""
        return ", ".join(filter(None, (quoted_words, self.chain)))

    @property
    def address(self) -> str | None:
        """The source's address with a text fragment, so that a browser opens it at the words."""
        url = self.source["url"]
        return at_words(url, self._fragments()) if url else None

    @property
    def archived(self) -> str | None:
        """The address of the source's archived copy, also with a text fragment."""
        url = self.source["archived"]
        return at_words(url, self._fragments()) if url else None

    def _fragments(self) -> list[str]:
        if self.words:
            return [fragment_in(self.words, fold_space(self.statement["text"]))]
        if self.statement["kind"] == "quote":
            return [fragment(self.statement["text"])]
        return [fragment(item["exact"]) for item in self.statement["evidence"]]


class WordsError(ValueError):
    """Words that a quote does not contain as given; the text of the error has the most similar words of the quote."""


class SenseError(ValueError):
    """Words whose meaning changes without the words that govern them; the text of the error has both, as in the quote."""


def quoted(text: str, words: str) -> str:
    """Return words of a quote as the record has them.

    Args:
        text: the quote.
        words: the words to quote, with any white space, and any punctuation outside numbers.

    Raises:
        WordsError: the quote does not have these words in a row.
        SenseError: the quote has these words, but leaving out other words changes their meaning.
    """
    quote = Candidate(0, text, "quote", None)
    theirs, mine = quote.tokens, forms_of(words_of(words))
    places = list(quote.places_of(mine)) if mine else []
    if not places:
        raise WordsError(words)
    turned = {place: turned_by(quote, place, place + len(mine)) for place in places}
    place = next((one for one in places if turned[one] is None), -1)
    if place < 0:
        begin, end = turned[places[0]] or (0, 0)
        raise SenseError(fold_space(quote.words(min(begin, places[0]), max(end, places[0] + len(mine)))))
    last = theirs[place + len(mine) - 1]
    return fold_space(text[theirs[place].start : last.end])
