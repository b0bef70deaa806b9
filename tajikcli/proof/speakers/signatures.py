"""The person who signs a quotation in the line below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tajikcli.proof.quotation import signature
from tajikcli.proof.speakers.naming import Attributed
from tajikcli.proof.speakers.neighbours import is_name_and_office
from tajikcli.proof.speakers.transcript import said_to_another

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from tajikcli.draft.paragraphs import Paragraph
    from tajikcli.proof.quotation import Quotation
    from tajikcli.proof.speakers.naming import Names

_MARKS = 10  # the number of characters in the line of a quotation before and after it: marks, a bullet
_LONGEST = 300  # the number of characters of a line that may be a signature


def is_signature(one: Quotation, paragraphs: Sequence[Paragraph], names: Names) -> bool:
    """Return whether a paragraph of a block quote only has the name and office of the person quoted before it."""
    return (
        one.block
        and one.paragraph == one.last > 0
        and paragraphs[one.paragraph - 1].quoted
        and (is_name_and_office(one.text, names) or said_to_another(one.text, names) is not None)
    )


def signed_below(paragraph: Paragraph, names: Names) -> Attributed | None:
    """Return the person named by a paragraph below a quotation that has only a dash, a name and an office."""
    addressing = said_to_another(paragraph.text, names) if paragraph.quoted else None
    if addressing is not None:
        return addressing
    signed = signature(paragraph.text)
    if signed is None and paragraph.quoted and is_name_and_office(paragraph.text, names):
        signed = 0
    if signed is None or paragraph.text[:signed].strip():
        return None
    if not paragraph.quoted and not is_name_and_office(paragraph.text, names):
        return None
    return signed_by(paragraph.text, names)


def signed_on_next_line(text: str, start: int, end: int, names: Names) -> Attributed | None:
    """Return the person whom the line below a quotation in the same paragraph names, with a dash, a name and an office, or with a listener (`Lind to Berg`).

    Args:
        text: the paragraph.
        start: the start of the quotation, before which its line has no words.
        end: its end.
        names: the names of speakers.
    """
    newline = text.find("\n", end, end + _MARKS)
    begin = text.rfind("\n", max(0, start - _MARKS), start) + 1
    if newline < 0 or (begin == 0 and start > _MARKS) or len(text) - newline > _LONGEST:
        return None
    line = text[newline + 1 :]
    is_alone = not any(map(str.isalnum, text[begin:start] + text[end:newline]))
    if not is_alone or "\n" in line.rstrip():
        return None
    if signature(line) != 0:
        return said_to_another(line, names)
    return signed_by(line, names) if is_name_and_office(line, names) else None


def named_with_listener(
    paragraphs: Sequence[Paragraph], one: Quotation, quoting: Collection[int], names: Names
) -> Attributed | None:
    """Return the person whom the line before or after a quotation that stands alone names with a listener: `Lind to Berg`.

    A line between two quotations may belong to either, so it does not count.
    """
    found = [
        person
        for at, beyond in ((one.paragraph - 1, one.paragraph - 2), (one.last + 1, one.last + 2))
        if 0 <= at < len(paragraphs) and at not in quoting and beyond not in quoting
        for person in [said_to_another(paragraphs[at].text, names)]
        if person is not None
    ]
    return found[0] if len(found) == 1 else None


def signed_by(name: str, names: Names) -> Attributed | None:
    """Return the speaker named by a line below a block quote."""
    words = re.findall(r"[^\W_]+(?:['\u2019-][^\W_]+)*", name)
    for place in range(len(words)):
        match = names.at(words, place)
        if match:
            return Attributed(match[1], known=True)
    capital = [word for word in words if word[:1].isupper()]
    return Attributed(" ".join(capital[:3]), known=False) if len(capital) > 1 else None
