"""The surnames in a text, which distinguish persons from groups and places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tajikcli.language.countries import countries_named, is_adjective
from tajikcli.proof.speakers.mention import Kind, Mention
from tajikcli.proof.speakers.naming import bare
from tajikcli.proof.speech import DETERMINERS, OPENERS, PREPOSITIONS, RANKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from tajikcli.draft.paragraphs import Paragraph

_LONGEST_WORD = 14  # the number of letters of a preposition, with some to spare
# A capitalised word that no capital of a sentence explains: `told Sanders`, but not `Friends came`.
_NAME_INSIDE = re.compile(r" (?:(?<=[^\W\d_] )|(?<=[^\W\d_], )|(?<=[,?!][\"\u201d\u2019] ))([A-Z][a-z]+s)\b")
_CAPITALISED = re.compile(r"[A-Z](?<![^\W_].)[a-z]*+(?![^\W_])")  # a whole word, as in `_NAME_INSIDE`
_CAPITAL = r"A-Z\u00c0-\u00de\u0400-\u042f\u0490-\u04ff"
_FULL_NAME = re.compile(
    # It begins with a set of characters, for which `re` searches quickly; no letter precedes it.
    rf"([{_CAPITAL}](?<!\w.)\w*)\.? (?:[{_CAPITAL}]\. )?((?:[{_CAPITAL}]['\u2019])?[{_CAPITAL}]\w+(?:['\u2019-][^\W\d_]+)*)"
)


def surnames_in(
    paragraphs: Sequence[Paragraph], speakers: Iterable[Sequence[Mention | None]]
) -> AbstractSet[str]:
    """Return the last words of the full names, and of the names with titles, in a text.

    This includes names in the position of a speaker that end like plurals, unless the text has their
    singular: `Sanders`, not `Republicans`.
    """
    found: set[str] = set()
    for paragraph in paragraphs:
        text = paragraph.text
        for match in _pairs_of_names(text):
            first = bare(match[1])
            if (
                first in RANKS
                or (
                    (len(first) == 1 or text[match.end(1)] != ".")  # otherwise, a sentence may end there
                    and first not in OPENERS
                    and not is_adjective(first)
                    and not countries_named([f"{match[1]} {match[2]}"])
                    and not _governs(text[max(0, match.start() - _LONGEST_WORD) : match.start()])
                )
            ):
                found.add(match[2])
    names = {
        mention.who
        for one in speakers
        for mention in one
        if mention is not None and mention.kind is Kind.UNSURE and mention.who is not None
    }
    plurals = {
        name for name in names if name.endswith("s") and " " not in name and not is_adjective(bare(name[:-1]))
    }
    if plurals - found:
        inside = {word for paragraph in paragraphs for word in _NAME_INSIDE.findall(paragraph.text)} & plurals
        if inside:
            words = {word for paragraph in paragraphs for word in _CAPITALISED.findall(paragraph.text)}
            found.update(name for name in inside if name[:-1] not in words)
    return frozenset(map(bare, found))


def _pairs_of_names(text: str) -> Iterator[re.Match[str]]:
    """Yield the pairs of capitalised words in a text: `Senator Anna` and `Anna Lind` of `Senator Anna Lind`."""
    match = _FULL_NAME.search(text)
    while match is not None:
        yield match
        match = _FULL_NAME.search(text, match.start(2))


def _governs(before: str) -> bool:
    """Return whether the word before a name of two capitalised words makes it a place or a thing instead of a person."""
    word = bare(before.rsplit(None, 1)[-1]) if before[-1:] == " " and before.strip() else ""
    return word in PREPOSITIONS or word in DETERMINERS
