"""A draft as the paragraphs that its readers see, each character with its place in the file.

Text and Markdown are read alike: paragraphs with empty lines between, block quotes after `>`, code and addresses left
out. Of HTML, what the body shows: no scripts, no menus; `<q>` and `<blockquote>` are quotations.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

from tajikcli.documents import harmless
from tajikcli.text import word_set

OPENING, CLOSING = "\u201c", "\u201d"  # stand for <q> and </q>

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_QUOTED = re.compile(r" {0,3}> ?")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+|\s*#{1,6}\s+")
_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}$")
# In a line of Markdown what readers don't see, in groups that keep what they do: images, links, code, tags, addresses.
_HIDDEN = re.compile(
    r"!\[[^\]\n]*\]\([^)\s]*(?:\s+\"[^\"\n]*\")?\)"
    r"|(?P<open>\[)(?=[^\]\n]*\]\([^)\n]*\))"
    r"|(?P<close>\]\([^)\n]*\))"
    r"|(?P<code>(?<!`)(`+)(?!`)[^\n]*?(?<!`)\4(?!`))"
    r"|(?P<tag></?[A-Za-z][^<>\n]*>)"
    r"|(?P<reference>&(?:[A-Za-z]{2,12}|\#\d{1,6}|\#[xX][0-9A-Fa-f]{1,6});)"
    r"|\\(?=[!-/:-@\[-`{-~])"
    r"|(?:\*\*+|__+|~~)"
    r"|\[\^[^\]\n]+\]"
    r"|https?://[^\s<>\"\u201c\u201d\u00ab\u00bb)]+"
)
_MARKED = re.compile(r"[\[`<&\\]|\*\*|__|~~|https?:")  # only where one of these stands is anything hidden


class Run(NamedTuple):
    """Characters of a paragraph that stand in the file as they are: where they begin in each."""

    offset: int
    place: int


class Paragraph:
    """A paragraph of a draft.

    Args:
        text: what its readers see.
        runs: where its characters stand in the file.
        quoted: whether it stands in a block quote.
        cite: what stands in the block quote to say whose words these are.
    """

    __slots__ = ("_offsets", "_runs", "cite", "quoted", "text")

    def __init__(self, text: str, runs: list[Run], *, quoted: bool = False, cite: str = "") -> None:
        self.text, self.quoted, self.cite = text, quoted, cite
        self._runs, self._offsets = runs, [run.offset for run in runs]

    def part(self, start: int, end: int) -> Paragraph:
        """Return a part of it as a paragraph of its own."""
        runs = [Run(0, self.place(start))]
        runs += [Run(run.offset - start, run.place) for run in self._runs if start < run.offset < end]
        return Paragraph(self.text[start:end], runs)

    def place(self, offset: int) -> int:
        """Return where in the file a character of the paragraph stands."""
        run = self._runs[max(0, bisect_right(self._offsets, offset) - 1)]
        return run.place + offset - run.offset


class Draft:
    """A text to be checked.

    Args:
        paragraphs: what its readers see.
        source: the file's text, for lines and columns.
    """

    def __init__(self, paragraphs: list[Paragraph], source: str) -> None:
        self.paragraphs = paragraphs
        self._starts = [0, *(match.end() for match in re.finditer("\n", source))]

    def position(self, place: int) -> tuple[int, int]:
        """Return line and column, from 1, of a place in the file."""
        line = bisect_right(self._starts, place)
        return line, place - self._starts[line - 1] + 1


def read_draft(source: str, *, html: bool) -> Draft:
    """Return a draft's paragraphs.

    Args:
        source: the file's text.
        html: whether it is HTML; text and Markdown otherwise.
    """
    return Draft(_html(source) if html else _markdown(source), source)


def _markdown(source: str) -> list[Paragraph]:
    paragraphs: list[Paragraph] = []
    building = _Building(paragraphs)
    fence = ""
    place = 0
    for line in source.splitlines(keepends=True):
        start, place = place, place + len(line)
        body = line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
        mark = _FENCE.match(body)
        if fence:
            if mark and mark[1].startswith(fence) and not body[mark.end() :].strip():
                fence = ""
            continue
        if mark and ("`" not in body[mark.end() :] or mark[1][0] == "~"):
            building.end()
            fence = mark[1]
            continue
        quoted = _QUOTED.match(body)
        inset = 0
        while quoted:
            inset += quoted.end()
            quoted = _QUOTED.match(body[inset:])
        rest = body[inset:]
        if not rest.strip() or _RULE.match(rest):
            building.end()
            continue
        item = _item(rest, begun=bool(building.text), quoted=bool(inset))
        quoted_now = bool(inset) or building.in_html
        if quoted_now != building.quoted or item:
            building.end()  # no lazy continuation: a line without `>` is not the speaker's
            building.quoted = quoted_now
        if item:
            inset += item.end()
            rest = body[inset:]
        building.add_marked(rest, start + inset)
        building.add("\n", start + len(body))
        if item and item[0].lstrip().startswith("#"):
            building.end()
    building.end()
    return paragraphs


def _item(line: str, *, begun: bool, quoted: bool) -> re.Match[str] | None:
    """Return what makes a line a heading or an item of a list."""
    item = _ITEM.match(line)
    if item is None:
        return None
    mark = item[0].strip()
    if (begun and mark[0].isdecimal() and mark[:-1] != "1") or (quoted and mark == "-"):
        return None  # a number at the beginning of a line, or the name under a quotation
    return item


class _Building:
    """A paragraph in the making."""

    def __init__(self, paragraphs: list[Paragraph]) -> None:
        self._paragraphs = paragraphs
        self.quoted = False
        self.in_html = False  # in a <blockquote> of a Markdown text
        self.cite = ""
        self._clear()

    def _clear(self) -> None:
        self.text: list[str] = []
        self._size = 0
        self._runs: list[Run] = []

    def add(self, text: str, place: int) -> None:
        """Add characters that stand in the file from `place` on."""
        if text:
            self._runs.append(Run(self._size, place))
            self.text.append(text)
            self._size += len(text)

    def add_marked(self, text: str, place: int) -> None:
        """Add a line of Markdown, without what its readers don't see."""
        done = 0
        for match in _HIDDEN.finditer(text) if _MARKED.search(text) else ():
            self.add(text[done : match.start()], place + done)
            at = place + match.start()
            if match["code"]:
                self.add(" ", at)
            elif match["reference"]:
                self.add(harmless(unescape(match[0])), at)
            elif match["tag"]:
                self._tag(match[0].casefold(), at)
            done = match.end()
        self.add(text[done:], place + done)

    def _tag(self, tag: str, place: int) -> None:
        """Heed what HTML says inside Markdown: <q>, and <blockquote>, whose paragraphs are quoted."""
        name = re.split(r"[\s/>]", tag.removeprefix("</").removeprefix("<"))[0]
        closes = tag.startswith("</")
        if name == "q":
            self.add(CLOSING if closes else OPENING, place)
        elif name == "blockquote":
            self.end()
            self.in_html = not closes
            self.quoted = self.in_html
        elif name in _BLOCKS:
            self.end()

    def end(self) -> None:
        """Close the paragraph, if there is anything in it."""
        text = "".join(self.text)
        if text.strip():
            self._paragraphs.append(Paragraph(text, self._runs, quoted=self.quoted, cite=self.cite))
        self._clear()


_BLOCKS = word_set(
    """
    address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure h1
    h2 h3 h4 h5 h6 hgroup hr li main ol p section summary table tbody td tfoot th thead tr ul title header
    """
)
_SKIPPED = word_set(
    """
    script style template noscript nav footer head form svg button select textarea code pre iframe object math
    """
)
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)


class _Page(HTMLParser):
    """Gathers the paragraphs of a page."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.paragraphs: list[Paragraph] = []
        self._building = _Building(self.paragraphs)
        self._starts = [0, *(match.end() for match in re.finditer("\n", source))]
        self._skipping: list[str] = []
        self._quotes = 0
        self._citing = False
        self._first_of_quote = 0

    def _place(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - HTMLParser's signature
        in_quote = self._quotes and tag in {"cite", "footer", "figcaption"}
        if self._skipping or (tag in _SKIPPED and not in_quote):
            if tag not in _VOID:
                self._skipping.append(tag)
        elif in_quote:
            self._building.end()
            self._citing = True
        elif tag == "br":
            self._building.add("\n", self._place())
        elif tag == "q":
            self._building.add(OPENING, self._place())
        elif tag in _BLOCKS:
            self._building.end()
            if tag == "blockquote":
                if not self._quotes:
                    self._first_of_quote = len(self.paragraphs)
                self._quotes += 1
                self._building.quoted = True

    def handle_endtag(self, tag: str) -> None:
        if self._skipping:
            if tag in self._skipping:
                while self._skipping.pop() != tag:
                    pass
        elif self._citing and tag in {"cite", "footer", "figcaption"}:
            self._cite()
        elif tag == "q":
            self._building.add(CLOSING, self._place())
        elif tag in _BLOCKS:
            self._building.end()
            if tag == "blockquote" and self._quotes:
                self._cite()
                self._quotes -= 1
                self._building.quoted = self._quotes > 0

    def _cite(self) -> None:
        """Take what stands in <cite> for the name of whose words the block quote is."""
        if not self._citing:
            return
        self._citing = False
        cited = "".join(self._building.text).strip()
        self._building._clear()  # noqa: SLF001 - it is not the speaker's text
        for paragraph in self.paragraphs[self._first_of_quote :]:
            if paragraph.quoted:
                paragraph.cite = cited

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self._building.add(data, self._place())

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name};")

    def _reference(self, written: str) -> None:
        if not self._skipping:
            self._building.add(harmless(unescape(written)), self._place())

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: ARG002, FBT001, FBT002 - HTMLParser's signature
        """Pass over `<![…>` as browsers do, to its first `>`; HTMLParser stops the program at a name that it doesn't know."""
        return self.parse_bogus_comment(i, False)  # noqa: FBT003 - as above

    def parse_comment(self, i: int, report: bool = True) -> int:  # noqa: ARG002, FBT001, FBT002 - as above
        """Pass over a comment as browsers do: `<!-->` is a whole one, and one that is never closed hides all the rest."""
        match = _COMMENT.match(self.rawdata, i)
        return match.end() if match else len(self.rawdata)

    def close(self) -> None:
        super().close()
        self._building.end()


# Python refuses to read numbers of thousands of digits, and none of them is a character's.
_NO_REFERENCE = re.compile(r"&#[0-9]{20,};?")
_COMMENT = re.compile("<!--(?:-?>|.*?--!?>)", re.DOTALL)
_TAG = re.compile("<[A-Za-z/!?]")


def _html(source: str) -> list[Paragraph]:
    source = _NO_REFERENCE.sub(lambda match: "\ufffd" * len(match[0]), source)
    # What begins a tag that is never closed is shown by no browser, and HTMLParser would look for its end again and again.
    unclosed = _TAG.search(source, source.rfind(">") + 1)
    if unclosed:
        source = source[: unclosed.start()]
    page = _Page(source)
    page.feed(source)
    page.close()
    return page.paragraphs
