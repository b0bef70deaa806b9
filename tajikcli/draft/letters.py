"""The letters that readers see: without invisible characters, and each as one character.

A soft hyphen or a zero-width space inside a name hides it from every rule, and so does a letter that a file has in two characters, as those
from macOS do: `й` as `и` and a breve.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from tajikcli.draft.paragraphs import Change
from tajikcli.language.all_languages import together

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tajikcli.draft.paragraphs import Paragraph

# Invisible characters (Default_Ignorable_Code_Point in Unicode), above all soft hyphens and zero-width
# characters.
UNSEEN = "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2064\u206a-\u206f\ufe00-\ufe0f\ufeff"
# marks that combine with a letter
MARKS = "\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"

_INVISIBLE = re.compile(f"[{UNSEEN}]")
_BEHIND = re.compile(f"[{MARKS}{UNSEEN}]+")
_LINE_END = re.compile(r"[ \t]*\n")
_MOST_MARKS = (
    30  # of a letter, as in Unicode's Stream-Safe Text Format; putting more in order takes quadratic time
)
_VOWELS = together().stressed
_STRESS = re.compile(f"(?<=[{_VOWELS}{_VOWELS.upper()}])\u0301")


def composed(text: str) -> str:
    """Return a text in NFC, without invisible characters and without the stress accents of Russian vowels."""
    if text.isascii():
        return text
    return _STRESS.sub("", unicodedata.normalize("NFC", _INVISIBLE.sub("", text)))


def with_composed_letters(paragraph: Paragraph) -> Paragraph:
    """Return a paragraph with its letters as `composed` returns them, each with its position in the file.

    A soft hyphen at the end of a line stays, because it is visible there.

    Args:
        paragraph: the paragraph as read; it is returned itself if nothing changes.
    """
    if paragraph.text.isascii() or _BEHIND.search(paragraph.text) is None:
        return paragraph
    return paragraph.changed(list(_changes(paragraph)))


def _changes(paragraph: Paragraph) -> Iterator[Change]:
    """Yield the changes to the characters that have marks or invisible characters behind them.

    Invisible characters count as part of the character before them, unless there is markup between the two.
    """
    text = paragraph.text
    for match in _BEHIND.finditer(text):
        start, end = match.span()
        if text[end - 1] == "\u00ad" and _LINE_END.match(text, end):
            end -= 1
        first = start - (text[start - 1 : start] not in {"", "\n"})
        base, letter = text[first:start], _INVISIBLE.sub("", text[first:end])
        letter = letter if len(letter) > _MOST_MARKS else composed(letter)
        if letter == text[first:end]:
            continue
        if paragraph.is_together(first, end):
            yield Change(first, end, letter, paragraph.place_behind(end) - paragraph.place(first))
        elif letter == base:
            yield Change(start, end, "", 0)
        else:
            yield Change(first, end, letter, 0)
