"""Quotation marks in their usual form.

News services, LaTeX and plain text write some with two characters: `''`, ``` `` ```, `,,`, `<<`. Some fonts and input methods have marks of
their own: `\u275d`, `\u301d`, `\uff02`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tajikcli.draft.paragraphs import Change

if TYPE_CHECKING:
    from tajikcli.draft.paragraphs import Paragraph

# For each pair or unusual mark, the mark that it stands for. Two straight apostrophes open and close.
_MARKS = {
    "''": '"',
    "``": "\u201c",
    ",,": "\u201e",
    "<<": "\u00ab",
    ">>": "\u00bb",
    "\u2018\u2018": "\u201c",
    "\u201a\u201a": "\u201e",
    "\u2019\u2019": "\u201d",
    "\uff02": '"',
    "\u2033": '"',
    "\u201f": "\u201c",
    "\u275d": "\u201c",
    "\u275e": "\u201d",
    "\u301d": "\u201c",
    "\u301e": "\u201d",
    "\u301f": "\u201d",
}
# A pair inside a word is none. A third apostrophe is a mark nested in the pair, which a space may separate. German guillemets open only if
# they close. A double prime after a digit means inches or seconds.
_PAIR = re.compile(
    # A match begins with one of these characters, and at others, this is all that is looked at.
    rf"(?=[{''.join(dict.fromkeys(''.join(_MARKS)))}])(?:"
    r"(?<![\w'`<])(?<!,(?=,))(''|``|,,|<<|\u2018\u2018|\u201a\u201a)'?(?=[^\s'`,<])"
    r"|(?<=[^\s'>])'?(''|>>|\u2019\u2019)(?![\w'>])"
    r"|(?<=' )('')(?!\w)"
    r"|(?<![\w\u2019])(?P<opens>\u2019\u2019)(?=[^\s\u2019])"
    r"|(?<![\w>])(?P<german>>>)(?=[^\s<>][^<>]*<<(?![\w<]))|(?<=[^\s<])(?P<ends><<)(?![\w<])"
    r"|([\uff02\u201f\u275d\u275e\u301d-\u301f]|(?<!\d)\u2033))"
)


def with_joined_pairs(paragraph: Paragraph) -> Paragraph:
    """Return a paragraph in which each pair of characters that is a quotation mark is one character.

    Args:
        paragraph: the paragraph as read; it is returned itself if it has no pair.
    """
    text = paragraph.text
    if not any(map(text.__contains__, _MARKS)):
        return paragraph
    changes: list[Change] = []
    is_german = False
    for match in _PAIR.finditer(text):
        if match["ends"] and not is_german:
            continue
        is_german = match["german"] is not None or (is_german and not match["ends"])
        start, end = match.span(match.lastindex or 0)
        mark = "\u201c" if match["opens"] else _MARKS[text[start:end]]
        changes.append(Change(start, end, mark, paragraph.place_behind(end) - paragraph.place(start)))
    return paragraph.changed(changes)
