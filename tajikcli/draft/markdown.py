"""Turn text and Markdown into the paragraphs that a renderer shows.

Blocks and inlines follow CommonMark (https://spec.commonmark.org/0.31.2/), and GitHub's struck-out text, as
far as they affect the
text that readers see. No Markdown parser in Python keeps the position of each character, and all of them take
several times longer
than the whole check.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tajikcli.draft.builder import Builder, is_block
from tajikcli.draft.inlines import SPECIAL, Inlines, Lines, address_in, label_of

if TYPE_CHECKING:
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
_HTML_BLOCK = re.compile(r" {0,3}<(?:!--|/?([A-Za-z][A-Za-z0-9]*))")
_NOTE = re.compile(r"^ {0,3}\[(\^[^\]\s]{1,99})\]:", re.MULTILINE)


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
                self._labels.setdefault(label_of(match[1]), address_in(match[2]))
            for match in _NOTE.finditer(source):
                self._labels.setdefault(label_of(match[1]), "")
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
        if not self._lines:
            return
        lines = Lines(self._lines, self._places)
        if self._builder.aside or not SPECIAL.search(lines.text):
            lines.show(self._builder, 0, len(lines.text))
        else:
            Inlines(lines, self._labels, self._builder).show()
        self._builder.end()
        self._lines, self._places = [], []

    def close(self) -> list[Paragraph]:
        self._end()
        return self._builder.close()
