"""Quotations in a text: what stands in quotation marks, and in block quotes.

Marks of English, Russian, Tajik and German practice: " " “ ” ‘ ’ ' ' « » „ “. Of nested ones the outermost counts. A
quotation over several paragraphs opens each of them and closes the last. An apostrophe is no mark.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tajikcli.proof.draft import Paragraph

# What closes each mark. An English closing mark is a German one's, and some keyboards close with what opens.
_CLOSING = {
    "\u201c": "\u201d",
    "\u201e": "\u201c\u201d",
    "\u00ab": "\u00bb",
    '"': '"',
    "\u2018": "\u2019",
    "'": "'",
    "\u00bb": "\u00ab",  # as German books have it
    "\u201a": "\u2018\u2019",
}
_APOSTROPHES = 2  # letters that two apostrophes may stand around
_LEAST = 2  # words in marks inside a block quote that may be a name or an irony
# What may close or nest a quotation in each mark.
_MARKS = {mark: re.compile(f"[{mark}{closing}\u201e]") for mark, closing in _CLOSING.items()}
_DOUBLE = re.compile("[\u201c\u201d\u201e\u201a\u00ab\u00bb\"\u2018']")
_SPEECH_AFTER = re.compile(
    r"[,.!?\u2026]?\s+(?:[\u2013\u2014-]\s+)?(?:(?:[A-Z\u0410-\u042f][\w\u2019'-]*\s+){1,4}|s?he\s+|the\s+\w+(?:\s+\w+)?\s+)"
    r"(?:said|says|added|noted|stated|stressed|told|announced|emphasized|emphasised|explained|remarked|declared)\b"
    r"|[,.!?\u2026]?\s+(?:[\u2013\u2014-]\s+)?(?:said|added|noted|stated|сказал|заявил|отметил|подчеркнул|добавил|сообщил|гуфт)\w?\b"
)


class Quotation(NamedTuple):
    """A quotation in a draft.

    Attributes:
        paragraph: number of the paragraph that it begins in, from 0.
        start: offset there of its first word, behind the mark.
        last: number of the paragraph that it ends in.
        end: offset there of the closing mark.
        text: the words between the marks, paragraphs with a line break between.
        closed: whether there is a closing mark.
        block: whether it is a block quote, without marks.
    """

    paragraph: int
    start: int
    last: int
    end: int
    text: str
    closed: bool = True
    block: bool = False


def quotations(paragraphs: Sequence[Paragraph]) -> list[Quotation]:
    """Return the quotations of a draft, in order.

    Args:
        paragraphs: the draft's paragraphs.
    """
    found: list[Quotation] = []
    number, offset = 0, 0
    while number < len(paragraphs):
        text = paragraphs[number].text
        opened = _opening(text, offset)
        if opened is None:
            number, offset = number + 1, 0
            continue
        quotation = _closed(paragraphs, number, opened)
        if quotation is None:  # an apostrophe
            offset = opened + 1
            continue
        found.append(quotation)
        number, offset = quotation.last, quotation.end + (1 if quotation.closed else 0)
    # A block quote is judged as a whole, unless what it holds is a text with quotations in marks.
    by_marks = {one.paragraph for one in found if len(one.text.split()) > _LEAST} | {
        one.last for one in found if one.last > one.paragraph
    }
    kept = [one for one in found if not paragraphs[one.paragraph].quoted or one.paragraph in by_marks]
    return sorted([*kept, *_blocks(paragraphs, by_marks)], key=lambda one: (one.paragraph, one.start))


def _opening(text: str, offset: int) -> int | None:
    """Return where the next mark stands that opens a quotation."""
    for match in _DOUBLE.finditer(text, offset):
        place = match.start()
        mark = match[0]
        if mark in "\u201e\u201a\u00ab\u201c" or (mark == "\u00bb" and _may_open_curly(text, place)):
            return place
        if mark in "\"\u2018'" and _may_open(text, place):
            return place
    return None


def _may_open(text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if not after or after.isspace():
        return False
    if text[place] == '"':
        return not before or not (before.isalnum() or before in ")]%")
    follows = after.isalpha() or after in '\u2026[\u201c\u201e\u00ab"'
    return follows and (not before or not (before.isalnum() or before in ".,!?)]"))


def _closed(paragraphs: Sequence[Paragraph], number: int, opened: int) -> Quotation | None:
    """Return the quotation that a mark opens; None where the mark turns out to be an apostrophe."""
    mark = paragraphs[number].text[opened]
    parts: list[str] = []
    at, begin = number, opened + 1
    while True:
        text = paragraphs[at].text
        end = _single(text, begin) if mark in "\u2018'" else _double(text, begin, mark)
        if mark in "\u2018'" and end is not None and len(text[begin:end]) <= _APOSTROPHES:
            return None  # rock 'n' roll
        if end is not None and end >= 0:
            parts.append(text[begin:end])
            return Quotation(number, opened + 1, at, end, "\n".join(part.strip() for part in parts))
        if mark in "\u2018'":
            return None
        following = at + 1
        said = _SPEECH_AFTER.search(text, begin)
        if (
            end is None
            and following < len(paragraphs)
            and not (said and at == number)
            and _continues(paragraphs[following].text, mark)
        ):
            parts.append(text[begin:])
            begin = len(paragraphs[following].text) - len(paragraphs[following].text.lstrip()) + 1
            at = following
            continue
        # Never closed: its words end where somebody is said to have said them, or with the paragraph they began in.
        first = paragraphs[number].text
        said = _SPEECH_AFTER.search(first, opened + 1)
        limits = [len(first)]
        if said:
            limits.append(said.start())
        if end is not None and at == number:
            limits.append(-end)
        stop = min(limits)
        return Quotation(number, opened + 1, number, stop, first[opened + 1 : stop].strip(), closed=False)


def _continues(text: str, mark: str) -> bool:
    """Tell whether a paragraph begins as one that goes on with a quotation: with the mark that opened it."""
    return text.lstrip()[:1] == mark or (mark == "\u00ab" and text.lstrip()[:1] == "\u00bb")


def _double(text: str, begin: int, mark: str) -> int | None:
    """Return where a quotation in double marks or guillemets closes.

    Returns:
        The offset of the closing mark; None where the paragraph ends before; minus the offset of a mark that can only
        open another quotation, which shows that the closing one is missing.
    """
    depth = 0
    for match in _MARKS[mark].finditer(text, begin):
        place, char = match.start(), match[0]
        if char == mark and mark == '"':
            opens = place == begin or text[place - 1].isspace() or text[place - 1] in "([\u2014\u2013"
            after = text[place + 1 : place + 2]
            return -place if opens and after and (after.isalnum() or after in "\u2026[") else place
        if char in _CLOSING[mark]:
            if depth == 0:
                return place
            depth -= 1
        elif char == mark:
            if mark == "\u201c" and not _may_open_curly(text, place):
                return place  # closed with the mark that opens
            if mark == "\u00ab":
                depth += 1
            elif "\u201d" not in text[begin:place]:
                return -place
        elif char == "\u201e" and mark == "\u201c":
            depth += 1
    return None


def _may_open_curly(text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return (
        (not before or before.isspace() or before in "([\u2014\u2013-")
        and bool(after)
        and not after.isspace()
    )


def _single(text: str, begin: int) -> int | None:
    """Return where a quotation in single marks closes, or None where its mark was an apostrophe.

    A mark after `s` may be a possessive's apostrophe (partners’ trade): it closes only where nothing better does.
    """
    doubtful: int | None = None
    for match in _MARKS["\u2018"].finditer(text.replace("'", "\u2019"), begin):
        place, char = match.start(), text[match.start()]
        if char == "\u2018" or (char == "'" and _may_open(text, place) and text[place - 1].isspace()):
            return doubtful
        if char not in "\u2019'":
            continue
        before, after = text[place - 1], text[place + 1 : place + 2]
        if before.isspace() or after.isalnum():
            continue
        if before in ".,!?\u2026;:" or not after or after in ".,;:!?)\u2014\u2013]" or before not in "sS":
            return place
        if doubtful is None:
            doubtful = place
    return doubtful


def _blocks(paragraphs: Sequence[Paragraph], by_marks: set[int]) -> Iterator[Quotation]:
    """Yield the block quotes that are quotations as a whole."""
    for number, paragraph in enumerate(paragraphs):
        if not paragraph.quoted or number in by_marks:
            continue
        text = paragraph.text
        end = len(text.rstrip())
        signed = signature(text)
        if signed is not None:
            end = len(text[:signed].rstrip())
        start = len(text) - len(text.lstrip())
        if start < end:
            yield Quotation(number, start, number, end, text[start:end], block=True)


_SIGNATURE = re.compile(r"(?:^|\n)\s*(?:[\u2014\u2013\u2015]|--?)\s*(?=[^\W\d_])[^\n]*\s*$")


def signature(text: str) -> int | None:
    """Return where in a block quote the line begins that says whose words they are: a dash and a name."""
    match = _SIGNATURE.search(text)
    return match.start() if match else None
