"""Turn text and Markdown into the paragraphs that a renderer shows.

Blocks and inlines follow CommonMark (https://spec.commonmark.org/0.31.2/), and GitHub's struck-out text, as
far as they affect the
text that readers see. No Markdown parser in Python keeps the position of each character, and all of them take
several times longer
than the whole check.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from tajikcli.draft.markup import REFERENCE, Markup
from tajikcli.draft.paragraphs import Builder, is_block

if TYPE_CHECKING:
    from tajikcli.draft.markup import Tag
    from tajikcli.draft.paragraphs import Paragraph

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_QUOTED = re.compile(r" {0,3}> ?")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+|[ \t]*#{1,6}[ \t]+")
_DASHED = re.compile(r"[ \t]*-[ \t]")
_RULE = re.compile(r"(?:[ \t]*[-*_=]){3,}[ \t]*$")
_DEFINITION = re.compile(
    r" {0,3}\[([^\[\]]{1,999})\]:[ \t]*(<[^<>\n]*>|[^\s<]\S*)"
    r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$"
)
_LINE_ENDS = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"

_SPECIAL = re.compile(r"[\\`*_~<&!\[\]]")
_TICKS = re.compile(r"`+")
_ESCAPED = re.compile(r"[!-/:-@\[-`{-~]")
_DESTINATION = re.compile(
    r"\(\s{0,9}(?:<[^<>\n]{0,2000}>|[^\s()<>]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500}){0,9})"
    r"(?:\s{1,9}(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\([^()]{0,500}\)))?\s{0,9}\)"
)
_ELEMENT = re.compile(r"[a-z][a-z0-9-]*")
_HTML_BLOCK = re.compile(r" {0,3}<(?:!--|/?([A-Za-z][A-Za-z0-9]*))")
_LABEL = re.compile(r"\[([^\[\]]{0,999})\]")
_FOOTNOTE = re.compile(r"\[\^([^\]\s]{1,99})\]")
_NOTE = re.compile(r"^ {0,3}\[(\^[^\]\s]{1,99})\]:", re.MULTILINE)
_LONGEST_TAG, _MOST_ATTRIBUTES = 1000, 20


def paragraphs_of_markdown(source: str) -> list[Paragraph]:
    """Return the paragraphs of a text, with code blocks as asides.

    Args:
        source: the text of the file.
    """
    blocks = _Blocks(source)
    place = 0
    for line in source.splitlines(keepends=True):
        blocks.line(line.rstrip(_LINE_ENDS), place)
        place += len(line)
    return blocks.close()


def _begins_html(line: str) -> bool:
    """Return whether a line begins with a tag or comment that ends the paragraph before it."""
    tag = _HTML_BLOCK.match(line)
    return tag is not None and (tag[1] is None or is_block(tag[1].casefold()))


def _address(written: str) -> str:
    """Return the address of a link, which may have a title and angle brackets."""
    written = written.strip()
    if written.startswith("<"):
        return written[1:].partition(">")[0]
    return written.split(maxsplit=1)[0] if written else ""


def _label(text: str) -> str:
    return " ".join(text.casefold().split())


class _Blocks:
    """The lines of a text as blocks.

    Args:
        source: the text, which is first searched for definitions of addresses.
    """

    def __init__(self, source: str) -> None:
        self._builder = Builder()
        self._labels: dict[str, str] = {}  # the address in each; definitions of notes have no address
        if "]:" in source:
            for match in re.finditer(rf"^{_DEFINITION.pattern}", source, re.MULTILINE):
                self._labels.setdefault(_label(match[1]), _address(match[2]))
            for match in _NOTE.finditer(source):
                self._labels.setdefault(_label(match[1]), "")
        self._lines: list[str] = []
        self._places: list[int] = []  # the position of each line in the file
        self._fence = ""
        self._in_comment = False

    def line(self, body: str, start: int) -> None:
        """Process a line without its line break."""
        if self._in_comment:
            end = body.find("-->")
            if end < 0:
                return
            self._in_comment = False
            body, start = body[end + 3 :], start + end + 3
        mark = _FENCE.match(body)
        if self._fence:
            if mark and mark[1].startswith(self._fence) and not body[mark.end() :].strip():
                self._end()
                self._fence, self._builder.aside = "", False
            else:
                self._add(body, start)
            return
        if mark and ("`" not in body[mark.end() :] or mark[1][0] == "~"):
            self._end()
            self._fence, self._builder.aside, self._builder.quoted = mark[1], True, False
            return
        inset = 0
        while quoted := _QUOTED.match(body, inset):
            inset = quoted.end()
        self._text(body[inset:], start + inset, quoted=inset > 0)

    def _text(self, rest: str, start: int, *, quoted: bool) -> None:
        """Process a line without its block quote marks."""
        if rest.lstrip(" ").startswith("<!--") and "-->" not in rest:
            self._end()  # a separate block, which may contain empty lines
            self._in_comment = True
            return
        if not rest.strip() or _RULE.match(rest):
            self._end()
            return
        definition = _DEFINITION.match(rest) if self._labels and not self._lines else None
        if definition and not definition[1].startswith("^"):
            return
        item = self._item(rest, quoted=quoted)
        inset = item.end() if item else 0
        is_heading = item is not None and item[0].lstrip().startswith("#")
        while item and not is_heading and (mark := _QUOTED.match(rest, inset)):  # a block quote in a list
            inset, quoted = mark.end(), True
        # A line without `>` continues the paragraph of a block quote, as in renderers (“lazy continuation”).
        breaks = quoted != self._builder.quoted and (quoted or _begins_html(rest))
        # After an item with a dash, another item begins; otherwise it may be the name below a quotation.
        breaks |= quoted and bool(self._lines) and all(map(_DASHED.match, (self._lines[0], rest)))
        if item or not self._lines or breaks:
            self._end()
            self._builder.quoted = quoted
        self._add(rest[inset:], start + inset)
        if is_heading:
            self._end()

    def _item(self, line: str, *, quoted: bool) -> re.Match[str] | None:
        """Return the mark of a heading or list item at the start of a line."""
        item = _ITEM.match(line)
        if item is None:
            return None
        mark = item[0].strip()
        if (self._lines and mark[0].isdecimal() and mark[:-1] != "1") or (quoted and mark == "-"):
            return None  # a number at the start of a line, or the name below a quotation
        return item

    def _add(self, line: str, start: int) -> None:
        self._lines.append(line)
        self._places.append(start)

    def _end(self) -> None:
        """Complete a block."""
        if self._lines:
            lines = _Lines(self._lines, self._places)
            if self._builder.aside or not _SPECIAL.search(lines.text):
                lines.show(self._builder, 0, len(lines.text))
            else:
                _Inlines(lines, self._labels, self._builder).show()
        self._builder.end()
        self._lines, self._places = [], []

    def close(self) -> list[Paragraph]:
        self._end()
        return self._builder.close()


class _Lines:
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


class _Inlines:
    """The inlines of a block: the parts between marks, and the effect of the marks."""

    def __init__(self, lines: _Lines, labels: dict[str, str], builder: Builder) -> None:
        self._lines, self._text, self._labels, self._builder = lines, lines.text, labels, builder
        self._markup = Markup(self._text, _LONGEST_TAG, _MOST_ATTRIBUTES)
        self._pieces: list[_Piece] = []
        self._brackets: list[int] = []  # pieces that are brackets and may open a link
        self._marks: dict[str, list[_Piece]] = {}  # marks that may open emphasis, by character
        self._ticks: dict[int, list[int]] | None = None  # the offsets of runs of backticks, by length

    def show(self) -> None:
        """Add the block to a paragraph."""
        text, place, done = self._text, 0, 0
        while (match := _SPECIAL.search(text, place)) is not None:
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
        if footnote and (footnote[1].isdecimal() or _label(f"^{footnote[1]}") in self._labels):
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
            return address.end(), _address(address[0][1:-1])
        label = _LABEL.match(self._text, place + 1)
        if label:
            named = _label(label[1] or self._text[start : min(place, start + 999)])
            if named in self._labels:
                return label.end(), self._labels[named]
        if self._labels and place - start < 999 and _label(self._text[start:place]) in self._labels:
            return place + 1, self._labels[_label(self._text[start:place])]
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
        if following == len(places):
            self._piece("text", place, end)
            return end
        self._piece("code", end, places[following])
        return places[following] + size

    def _tag(self, place: int) -> int | None:
        tag = self._markup.tag(place)
        if tag is None:
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
