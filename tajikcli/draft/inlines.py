"""The inlines of a block of Markdown: emphasis, code, links, images, tags and references, with the position of each character."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from tajikcli.draft.markup import REFERENCE, Markup

if TYPE_CHECKING:
    from tajikcli.draft.builder import Builder
    from tajikcli.draft.markup import Tag

SPECIAL = re.compile(r"[\\`*_~<&!\[\]]")
_TICKS = re.compile(r"`+")
_ESCAPED = re.compile(r"[!-/:-@\[-`{-~]")
_DESTINATION = re.compile(
    r"\(\s{0,9}(?:<[^<>\n]{0,2000}>|[^\s()<>]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500}){0,9})"
    r"(?:\s{1,9}(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\([^()]{0,500}\)))?\s{0,9}\)"
)
_ELEMENT = re.compile(r"[a-z][a-z0-9-]*")
_LABEL = re.compile(r"\[([^\[\]]{0,999})\]")
_FOOTNOTE = re.compile(r"\[\^([^\]\s]{1,99})\]")
_OF_LATEX = 2  # the number of backticks that open a quotation, which two apostrophes close
_LONGEST_TAG, _MOST_ATTRIBUTES = 1000, 20


def label_of(text: str) -> str:
    """Return a label of a link in the form for comparison."""
    return " ".join(text.casefold().split())


def address_in(written: str) -> str:
    """Return the address of a link, which may have a title and angle brackets."""
    written = written.strip()
    if written.startswith("<"):
        return written[1:].partition(">")[0]
    return written.split(maxsplit=1)[0] if written else ""


class Lines:
    """The lines of a block as one text.

    Attributes:
        text: the lines, joined by line breaks.
    """

    def __init__(self, lines: list[str], places: list[int]) -> None:
        self.text = "\n".join(lines)
        self._places = places
        self._offsets = [0]
        for line in lines:
            self._offsets.append(self._offsets[-1] + len(line) + 1)

    def place(self, offset: int) -> int:
        """Return the position of a character in the file."""
        line = min(bisect_right(self._offsets, offset), len(self._places)) - 1
        return self._places[line] + offset - self._offsets[line]

    def show(self, builder: Builder, start: int, end: int, *, code: bool = False) -> None:
        """Add a part of the text to a paragraph, line by line, with its position."""
        add = builder.code if code else builder.text
        line = bisect_right(self._offsets, start) - 1
        while start < end:
            following = min(end, self._offsets[line + 1])
            add(self.text[start:following], self._places[line] + start - self._offsets[line])
            start, line = following, line + 1


class _Piece:
    """A part of a block: plain text or markup.

    Attributes:
        kind: `text`, `code`, `reference`, `tag`, `open` (a bracket), `link`, `link end`, `image`, `image end` or `marks` (of
            emphasis or struck-out text).
        start: the offset of its first character.
        end: the offset after its last character.
        left: the number of marks that are still text.
        strikes: -1 if marks end struck-out text, 1 if they begin it.
        tag: the tag, if it is one.
        address: the address of a link.
    """

    __slots__ = ("address", "closes", "end", "kind", "left", "mark", "opens", "start", "strikes", "tag")

    def __init__(self, kind: str, start: int, end: int) -> None:
        self.kind, self.start, self.end = kind, start, end
        self.mark, self.left, self.strikes = "", end - start, 0
        self.opens = self.closes = False
        self.tag: Tag | None = None
        self.address = ""


class Inlines:
    """The inlines of a block: the parts between marks, and the effect of the marks."""

    def __init__(self, lines: Lines, labels: dict[str, str], builder: Builder) -> None:
        self._lines, self._text, self._labels, self._builder = lines, lines.text, labels, builder
        self._markup = Markup(self._text, _LONGEST_TAG, _MOST_ATTRIBUTES)
        self._pieces: list[_Piece] = []
        self._brackets: list[int] = []  # pieces that are brackets and may open a link
        self._marks: dict[str, list[_Piece]] = {}  # marks that may open emphasis, by character
        self._ticks: dict[int, list[int]] | None = None  # the offsets of runs of backticks, by length

    def show(self) -> None:
        """Add the block to a paragraph."""
        text, place, done = self._text, 0, 0
        while (match := SPECIAL.search(text, place)) is not None:
            place = match.start()
            self._piece("text", done, place)
            end = self._special(match[0], place)
            if end is None:  # an ordinary character
                self._piece("text", place, place + 1)
                end = place + 1
            done = place = end
        self._piece("text", done, len(text))
        self._emit()

    def _piece(self, kind: str, start: int, end: int) -> _Piece:
        piece = _Piece(kind, start, end)
        if start < end or kind != "text":
            self._pieces.append(piece)
        return piece

    def _special(self, mark: str, place: int) -> int | None:
        """Read the markup that begins with a mark, and return the offset after it; None if there is no markup."""
        text = self._text
        if mark == "\\" and text.startswith("\n", place + 1):
            return place + 1  # the end of a line
        if mark == "\\":
            if _ESCAPED.match(text, place + 1) is None:
                return None
            self._piece("text", place + 1, place + 2)
            return place + 2
        if mark == "`":
            return self._code(place)
        if mark == "<":
            return self._tag(place)
        if mark == "&":
            reference = REFERENCE.match(text, place)
            if reference is None or not reference[0].endswith(";"):
                return None
            self._piece("reference", place, reference.end())
            return reference.end()
        if mark == "!" and text.startswith("![", place):
            self._brackets.append(len(self._pieces))
            self._piece("open", place, place + 2)
            return place + 2
        if mark == "[":
            return self._opening(place)
        if mark == "]":
            return self._closing(place)
        return self._delimiters(mark, place) if mark in "*_~" else None

    def _opening(self, place: int) -> int:
        footnote = _FOOTNOTE.match(self._text, place)
        if footnote and (footnote[1].isdecimal() or label_of(f"^{footnote[1]}") in self._labels):
            return footnote.end()
        self._brackets.append(len(self._pieces))
        self._piece("open", place, place + 1)
        return place + 1

    def _closing(self, place: int) -> int | None:
        """Close a link or an image; readers see the text of a link, and the alternative text of an image."""
        if not self._brackets:
            return None
        opening = self._brackets.pop()
        first = self._pieces[opening]
        link = self._link(first.end, place)
        if link is None:
            return None
        end, first.address = link
        first.kind = "image" if self._text[first.start] == "!" else "link"
        self._piece(f"{first.kind} end", place, end)
        return end

    def _link(self, start: int, place: int) -> tuple[int, str] | None:
        """Return the offset after a link whose text ends at a position; None if the brackets do not form a link."""
        address = _DESTINATION.match(self._text, place + 1)
        if address:
            return address.end(), address_in(address[0][1:-1])
        label = _LABEL.match(self._text, place + 1)
        if label:
            named = label_of(label[1] or self._text[start : min(place, start + 999)])
            if named in self._labels:
                return label.end(), self._labels[named]
        if self._labels and place - start < 999 and label_of(self._text[start:place]) in self._labels:
            return place + 1, self._labels[label_of(self._text[start:place])]
        return None

    def _code(self, place: int) -> int:
        """Read a code span, or backticks that do not form one."""
        opening = _TICKS.match(self._text, place)
        assert opening is not None
        size, end = len(opening[0]), opening.end()
        if self._ticks is None:
            self._ticks = {}
            for run in _TICKS.finditer(self._text):
                self._ticks.setdefault(len(run[0]), []).append(run.start())
        places = self._ticks.get(size, [])  # empty if a backslash precedes the run
        following = bisect_left(places, end)
        if following == len(places) or (size == _OF_LATEX and "''" in self._text[end : places[following]]):
            self._piece("text", place, end)
            return end
        self._piece("code", end, places[following])
        return places[following] + size

    def _tag(self, place: int) -> int | None:
        tag = self._markup.tag(place)
        if tag is None or self._text[place - 1 : place] == "<":  # `<<` is a quotation mark
            return None
        if not tag.name or _ELEMENT.fullmatch(tag.name):
            self._piece("tag", place, tag.end).tag = tag
        else:
            self._piece("text", place + 1, tag.end - 1)  # an address
        return tag.end

    def _delimiters(self, mark: str, place: int) -> int:
        """Read a run of marks that may begin or end emphasis, by the rules for “left-flanking” and “right-flanking”."""
        text, end = self._text, place + 1
        while text.startswith(mark, end):
            end += 1
        piece = self._piece("marks", place, end)
        piece.mark = mark
        before, after = text[place - 1 : place] or " ", text[end : end + 1] or " "
        left = not after.isspace() and (_is_word(after) or not _is_word(before))
        right = not before.isspace() and (_is_word(before) or not _is_word(after))
        if mark == "_":
            left, right = left and not (right and _is_word(before)), right and not (left and _is_word(after))
        piece.opens, piece.closes = left, right
        if mark == "~" and end - place > 2:
            piece.opens = piece.closes = False
        openers = self._marks.setdefault(mark, [])
        while piece.closes and piece.left and openers:
            opener = openers[-1]
            used = min(opener.left, piece.left)
            opener.left -= used
            piece.left -= used
            if mark == "~":
                opener.strikes, piece.strikes = 1, -1
            if not opener.left:
                openers.pop()
        if piece.opens and piece.left:
            openers.append(piece)
        return end

    def _emit(self) -> None:
        builder, lines = self._builder, self._lines
        images = 0
        for piece in self._pieces:
            if piece.kind in {"text", "open"}:
                lines.show(builder, piece.start, piece.end, code=images > 0)
            elif piece.kind == "marks":
                if piece.strikes < 0:
                    builder.strike(begins=False)
                lines.show(builder, piece.end - piece.left, piece.end, code=images > 0)
                if piece.strikes > 0:
                    builder.strike(begins=True)
            elif piece.kind == "code":
                lines.show(builder, piece.start, piece.end, code=True)
            elif piece.kind == "reference":
                written = self._text[piece.start : piece.end]
                builder.reference(written, lines.place(piece.start))
            elif piece.kind == "link":
                builder.link("a", piece.address)
            elif piece.kind == "link end":
                builder.unlink("a")
            elif piece.kind == "image":
                images += 1
            elif piece.kind == "image end":
                images -= 1
            elif piece.tag and piece.tag.name:
                place = lines.place(piece.start)
                if piece.tag.closes:
                    builder.finish(piece.tag.name, place)
                else:
                    builder.start(piece.tag.name, piece.tag.attributes, place)


def _is_word(char: str) -> bool:
    """Return whether a character is neither white space nor punctuation."""
    return char.isalnum()
