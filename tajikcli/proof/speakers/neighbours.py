"""Find the persons named in the lines beside a quotation that stands alone.

A heading, a signature, or a line that ends in a colon may name the speaker of the words after or before it.
No rule can tell for certain, so these persons only make the speaker unclear instead of unnamed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tajikcli.proof.speakers.clauses import GERUNDS
from tajikcli.proof.speakers.naming import Attributed, bare
from tajikcli.proof.speech import CLOSED, PREPOSITIONS, RANKS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from tajikcli.draft.paragraphs import Paragraph
    from tajikcli.proof.quotation import Quotation
    from tajikcli.proof.speakers.naming import Names

_SMALL = RANKS | CLOSED

_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
# The mark of a footnote after a quotation: `“…”[1]`, `“…”[^1]`, `“…”(1)`, `“…”*`, `“…”²`.
_MARK = re.compile(
    r"[\"\u201d\u2019\u00bb'.,]{0,3}\s?(?P<label>\[\^?[^\W_]{1,3}\]|\(\d{1,2}\)|\*{1,3}|[\u00b9\u00b2\u00b3\u2070-\u2079]{1,3}|[\u2020\u2021])"
)
_NAME_END = re.compile(r"[,:;.(\u2014\u2013]|$")
_OF_A_NAME = 8  # the maximum number of words of a line with a name and an office
_OF_A_SIGNATURE = 14  # the maximum number of words of a signature
_OF_AN_ANNOUNCEMENT = 40  # the maximum number of words of a line before a colon
_LONGEST_LINE = 800  # the number of characters of a line or footnote in which names are looked for
_MOST_MARKS = (
    200  # the number of marks without words that may stand before or after a quotation that is alone
)


def named_beside(
    paragraphs: Sequence[Paragraph], quotation: Quotation, quoting: Collection[int], names: Names
) -> tuple[Attributed, ...]:
    """Return the persons on record named in the lines before and after a quotation; empty if there are other words in its line.

    Args:
        paragraphs: the paragraphs of the draft.
        quotation: one of its quotations.
        quoting: the numbers of the paragraphs that contain quotations.
        names: the names of speakers.
    """
    if not stands_alone(paragraphs, quotation):
        return ()
    found: dict[str, Attributed] = {}
    for number in (quotation.paragraph - 1, quotation.last + 1):
        if 0 <= number < len(paragraphs) and number not in quoting:
            for person in _named(paragraphs[number].text, names, announces=number < quotation.paragraph):
                found.setdefault(person.who, person)
    return tuple(found.values())


def noted_below(
    paragraphs: Sequence[Paragraph], quotation: Quotation, names: Names
) -> tuple[Attributed | None, tuple[Attributed, ...]]:
    """Return the person whose name begins the footnote of a quotation, and all persons on record whom the footnote names.

    Args:
        paragraphs: the paragraphs of the draft.
        quotation: one of its quotations.
        names: the names of speakers.
    """
    mark = _MARK.match(paragraphs[quotation.last].text, quotation.end)
    if mark is None:
        return None, ()
    label = mark["label"]
    for paragraph in paragraphs[quotation.last + 1 :]:
        note = paragraph.text
        if not note.startswith(label):
            continue
        begin = len(label) + (note[len(label) :][:1] == ":")  # `[^1]: Lind`
        words = _WORD.findall(note[begin:][:_LONGEST_LINE])
        named = dict.fromkeys(match[1] for at in range(len(words)) if (match := names.at(words, at)))
        first = names.at(words, 0)
        ended = _NAME_END.search(note, begin)
        is_first = (
            first is not None
            and ended is not None
            and len(_WORD.findall(note[begin : ended.start()])) == first[0]
        )
        signed = Attributed(first[1], known=True) if first is not None and is_first else None
        return signed, tuple(Attributed(who, known=True) for who in named)
    return None, ()


def named_in_notes(paragraphs: Sequence[Paragraph], names: Names) -> tuple[Attributed, ...]:
    """Return the persons on record who are named in footnotes of Markdown, whose marks the text no longer has (`: Lind, 3 May`)."""
    found: dict[str, None] = {}
    for paragraph in paragraphs:
        if paragraph.text.startswith(":"):
            words = _WORD.findall(paragraph.text[:_LONGEST_LINE])
            found |= dict.fromkeys(match[1] for at in range(len(words)) if (match := names.at(words, at)))
    return tuple(Attributed(who, known=True) for who in found)


def stands_alone(paragraphs: Sequence[Paragraph], quotation: Quotation) -> bool:
    """Return whether a quotation is a block quote, or its lines have no other words."""
    if quotation.block:
        return True
    first, last = paragraphs[quotation.paragraph].text, paragraphs[quotation.last].text
    start, end = quotation.start, quotation.end
    if max(start, len(last) - end) > _MOST_MARKS:
        return False
    return not (_WORD.search(first, 0, start) or _WORD.search(last, end))


def is_name_and_office(line: str, names: Names) -> bool:
    """Return whether a line names one person on record and has no words other than offices, places and small words.

    After a comma, it may say on which occasion the person spoke: `Lind, at the opening of the bridge`.
    """
    name, _, occasion = line.partition(",")
    words = _WORD.findall(occasion)
    if words and (bare(words[0]) in PREPOSITIONS or bare(words[0]).endswith(GERUNDS)):
        line = name
    words = _WORD.findall(line)
    named = {match[1] for at in range(len(words)) if (match := names.at(words, at)) and match[2]}
    return (
        len(words) <= _OF_A_SIGNATURE
        and len(named) == 1
        and all(
            word[0].isupper() or word.isdigit() or bare(word) in _SMALL or bare(word) in names.small_words
            for word in words
        )
    )


def _named(line: str, names: Names, *, announces: bool) -> Iterator[Attributed]:
    """Yield the persons in a line that ends in a colon, or in a line that has little more than a name."""
    words = _WORD.findall(line[:_LONGEST_LINE])
    is_announcement = announces and line.rstrip().endswith(":") and len(words) <= _OF_AN_ANNOUNCEMENT
    if not is_announcement and len(words) > _OF_A_NAME:
        return
    named = dict.fromkeys(match[1] for at in range(len(words)) if (match := names.at(words, at)))
    yield from (Attributed(who, known=True) for who in named)
