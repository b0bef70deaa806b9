"""A builder that creates paragraphs from the text and elements of a page, as a browser shows them."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import TYPE_CHECKING

from tajikcli.documents import harmless
from tajikcli.draft.cells import Cells
from tajikcli.draft.letters import composed, with_composed_letters
from tajikcli.draft.pairs import with_joined_pairs
from tajikcli.draft.paragraphs import Link, Paragraph, Run
from tajikcli.text import word_set

if TYPE_CHECKING:
    from collections.abc import Mapping

OPENING, CLOSING = "\u201c", "\u201d"  # replace <q> and </q>

# Elements that begin and end a paragraph.
_BLOCKS = word_set(
    """
    address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p pre search section
    summary table tbody td tfoot th thead title tr ul
    """
)
# Elements whose text a browser does not show.
_HIDDEN = word_set("script style template title rt rp iframe noembed noframes audio video canvas datalist")
# Elements with an optional end tag, and the tags that also end each of them.
_ENDED_BY = {
    "p": _BLOCKS,
    **{
        name: word_set("li dt dd td th tr option optgroup rt rp")
        for name in word_set("li dt dd td th tr option")
    },
    **dict.fromkeys(("rt", "rp"), word_set("rt rp")),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), word_set("h1 h2 h3 h4 h5 h6")),
}
_MAY_HIDE = re.compile("none|hidden|collapse", re.IGNORECASE)
_CSS_ASIDE = re.compile(r"/\*.*?\*/|\"[^\"]*\"|'[^']*'|\([^()]*\)", re.DOTALL)  # comments, texts, arguments
_STRIKING_STYLE = re.compile(r"line-through", re.IGNORECASE)
# Elements with visible words whose quotation marks do not quote anybody: code, controls, and the frame of a page.
_CODE = word_set("code kbd samp tt var button svg math textarea select noscript object")
_ASIDES = word_set("nav footer pre")
_STRUCK = word_set("del s strike")
_CITING = word_set("cite footer figcaption")
_CELLS = word_set("td th dt dd")
_ROW_BEGINS = word_set("tr dt")
_ROW_ENDS = word_set("tr table dl")
_VOID = word_set("area base br col embed hr img input keygen link meta param source track wbr")
_WORDLESS = word_set("hidden checkbox radio file password color range")  # inputs that do not show their words

_WEB = ("http://", "https://", "//")  # the start of the address of another page
_MOST_LINKING = 8  # the maximum number of nested open links

_STROKE = "\u0336"  # a stroke through the character before it: readable, but not a quotation
_MARKS = dict.fromkeys(
    map(ord, "\"'`\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b\u00ab\u00bb\u2039\u203a"), "\u02ee"
)
_RAISED = {ord(digit): raised for digit, raised in zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True)} | {
    ord("["): None,
    ord("]"): None,
}


class Builder:
    """Collects text and elements into paragraphs, as a browser shows them.

    Args:
        shows_all: whether to ignore attributes that hide text.

    Attributes:
        paragraphs: the complete paragraphs.
        quoted: whether the following text is in a block quote of Markdown.
        aside: whether the following text is a code block.
    """

    def __init__(self, *, shows_all: bool = False) -> None:
        self.paragraphs: list[Paragraph] = []
        self._shows_all = shows_all
        self._cells = Cells(self.paragraphs)
        self.quoted = False
        self.aside = False
        self._text: list[str] = []
        self._size = 0
        self._runs: list[Run] = []
        self._hiding: list[str] = []  # open hidden elements, with all open elements inside them
        self._hidden: Counter[str] = Counter()
        self._asides: list[
            tuple[str, int]
        ] = []  # open asides, with the number of the first paragraph of each
        self._links: list[Link] = []  # the links of the paragraph
        self._linking: list[tuple[str, str, int]] = []  # open links: name, address, offset
        self._open = dict.fromkeys(("code", "sup", "struck"), 0)  # open inline elements that affect the text
        self._struck: list[
            tuple[str, int]
        ] = []  # open elements, each with the number of open elements of the same name inside it
        self._quotes = 0
        self._citing = ""  # the outermost open element that names the speaker of a block quote
        self._first_of_quote = 0

    # Text

    def text(self, text: str, place: int, size: int | None = None) -> None:
        """Add characters that begin at `place` in the file."""
        if not text or self._hiding:
            return
        if self._open["code"]:
            text = text.translate(_MARKS)
        if self._open["sup"] or self._open["struck"]:
            for order, char in enumerate(text):
                shown = char.translate(_RAISED) if self._open["sup"] else char
                if self._open["struck"] and shown.isalnum():
                    shown += _STROKE
                self._add(shown, place if size is not None else place + order, 1 if size is None else size)
        else:
            self._add(text, place, size)

    def code(self, text: str, place: int) -> None:
        """Add words whose quotation marks do not quote anybody: code, alternative text, the name of a button."""
        self._open["code"] += 1
        self.text(text, place)
        self._open["code"] -= 1

    def reference(self, written: str, place: int) -> None:
        """Add a character reference, resolved; unreadable characters become U+FFFD, as in the text of the file.

        Letters that follow a reference without a semicolon (`&ampa` is an ampersand and an a) are added
        unchanged.
        """
        text = unescape(written)
        rest = 0
        while rest < len(text) and text[-rest - 1] == written[-rest - 1]:
            rest += 1
        meant = text[: len(text) - rest]
        size = len(written) - rest
        self.text(harmless(meant), place, size)
        self.text(written[size:], place + size)

    def strike(self, *, begins: bool) -> None:
        """Begin or end struck-out text."""
        self._open["struck"] += 1 if begins else -1

    def link(self, name: str, address: str) -> None:
        """Begin a link: an element, or a link of Markdown."""
        if address.lstrip().lower().startswith(_WEB) and len(self._linking) < _MOST_LINKING:
            self._linking.append((name, address.strip(), self._size))

    def unlink(self, name: str) -> None:
        """End a link."""
        if any(name == one for one, _, _ in self._linking):
            while True:
                ended, address, start = self._linking.pop()
                self._lead(start, address)
                if ended == name:
                    return

    def _lead(self, start: int, address: str) -> None:
        if start < self._size:
            self._links.append(Link(start, self._size, address))

    def _add(self, text: str, place: int, size: int | None = None) -> None:
        if text:
            self._runs.append(Run(self._size, place, size))
            self._text.append(text)
            self._size += len(text)

    @property
    def is_hiding(self) -> bool:
        """Whether an element that hides its text is open."""
        return bool(self._hiding)

    def end(self) -> None:
        """Complete the paragraph, if it is not empty."""
        text = "".join(self._text)
        for _, address, start in self._linking:
            self._lead(start, address)
        self._linking = [(name, address, 0) for name, address, _ in self._linking if name in _BLOCKS]
        links, self._links = self._links, []
        if text.strip():
            aside = self.aside or bool(self._asides)
            if aside:
                text = text.translate(_MARKS)
            quoted = (self.quoted or self._quotes > 0) and not aside
            paragraph = Paragraph(text, self._runs, quoted=quoted, aside=aside, links=links)
            paragraph = with_joined_pairs(with_composed_letters(paragraph))
            if paragraph.text.strip():
                self.paragraphs.append(paragraph)
        self._text, self._size, self._runs = [], 0, []
        self._open["code"] = self._open["sup"] = (
            0  # an element that was never closed does not hide later paragraphs
        )

    # Elements

    def start(self, name: str, attributes: Mapping[str, str], place: int) -> None:
        """Process a start tag.

        Args:
            name: the name of the element, in lower case.
            attributes: the values by name, in lower case; an attribute without a value has an empty text.
            place: the position of the tag in the file.
        """
        if len(self._hiding) == 1 and name in _ENDED_BY.get(self._hiding[0], ()):
            self._show()
        if self._hiding or self._is_hidden(name, attributes):
            if name in _BLOCKS and not self._hiding:
                self.end()
            if name not in _VOID:
                self._hiding.append(name)
                self._hidden[name] += 1
        elif self._quotes and name in _CITING:
            if not self._citing:
                self.end()
                self._citing = name
        elif name == "br":
            self.text("\n", place, 0)
        elif name == "q":
            self.link(name, attributes.get("cite", ""))
            self.text(OPENING, place, 0)
        elif name == "a":
            self.unlink(name)
            self.link(name, attributes.get("href", ""))
        elif name == "img":
            self._alternative(attributes.get("alt", ""), place)
        elif name == "input":
            if attributes.get("type", "").casefold() not in _WORDLESS:
                shown = attributes.get("value") or attributes.get("placeholder") or attributes.get("alt", "")
                self._alternative(shown, place)
        elif name in _BLOCKS:
            self.end()
            self._begin_cell(name)
            if name in _ASIDES:
                self._asides.append((name, len(self.paragraphs)))
            if name == "blockquote":
                if not self._quotes:
                    self._first_of_quote = len(self.paragraphs)
                self._quotes += 1
                self.link(name, attributes.get("cite", ""))
        elif name in _CODE:
            self._open["code"] += 1
        elif name == "sup":
            self._open["sup"] += 1
        if name not in _VOID and not self._hiding:
            if _strikes(name, attributes):
                self._struck.append((name, 0))
                self.strike(begins=True)
            elif self._struck and self._struck[-1][0] == name:
                self._struck[-1] = (name, self._struck[-1][1] + 1)

    def finish(self, name: str, place: int) -> None:
        """Process an end tag.

        Args:
            name: the name of the element, in lower case.
            place: the position of the tag in the file.
        """
        if self._hiding:
            if self._hidden[name]:
                while True:
                    gone = self._hiding.pop()
                    self._hidden[gone] -= 1
                    if gone == name:
                        break
                return
            if self._hiding[0] not in _ENDED_BY or not (name in _BLOCKS or name == "ruby"):
                return
            self._show()
        if self._struck and self._struck[-1][0] == name:
            inside = self._struck.pop()[1]
            if inside:
                self._struck.append((name, inside - 1))
            else:
                self.strike(begins=False)
        if name == self._citing:
            self._cite()
        elif name == "q":
            self.text(CLOSING, place, 0)
            self.unlink(name)
        elif name == "a":
            self.unlink(name)
        elif name in _BLOCKS:
            self.end()
            if name in _ROW_ENDS:
                self._end_row(name)
            self.unlink(name)
            if self._asides and self._asides[-1][0] == name:
                self._asides.pop()
            if name == "blockquote" and self._quotes:
                self._cite()
                self._quotes -= 1
        elif name in _CODE:
            self._open["code"] = max(0, self._open["code"] - 1)
        elif name == "sup":
            self._open["sup"] = max(0, self._open["sup"] - 1)

    def close(self) -> list[Paragraph]:
        """Complete the last paragraph and return all paragraphs.

        A frame of the page that is never closed does not count as a frame; the text after it is part of the
        article.
        """
        self.end()
        self._end_row("table")
        if self._asides:
            for paragraph in self.paragraphs[self._asides[0][1] :]:
                paragraph.aside = False
        return self.paragraphs

    def _begin_cell(self, name: str) -> None:
        """Begin a row or a cell of a table, or a term of a list or its definition, if an element is one."""
        if name == "table":
            self._cells.end_table()
        elif name in _ROW_BEGINS:
            self._end_row(name)
        if name in _CELLS:
            self._cells.begin()

    def _end_row(self, name: str) -> None:
        """End a row; each term of a list stands by itself."""
        self._cells.end_row()
        if name != "tr":
            self._cells.end_table()

    def _show(self) -> None:
        """Leave the element that hides the text."""
        self._hiding.clear()
        self._hidden.clear()

    def _is_hidden(self, name: str, attributes: Mapping[str, str]) -> bool:
        return name in _HIDDEN or (not self._shows_all and self._hides(name, attributes))

    @staticmethod
    def _hides(name: str, attributes: Mapping[str, str]) -> bool:
        return (
            "hidden" in attributes
            or _hides_text(attributes.get("style", ""))
            or (name == "dialog" and "open" not in attributes)
        )

    def _alternative(self, text: str, place: int) -> None:
        """Add the text that represents a picture or a control; all of it has the position of the tag."""
        if text.strip():
            self._add(" ", place, 0)
            self._open["code"] += 1
            for char in harmless(text):
                self.text(char, place, 0)
            self._open["code"] -= 1
            self._add(" ", place, 0)

    def _cite(self) -> None:
        """Use the contents of <cite> as the name of the block quote's speaker."""
        if not self._citing:
            return
        self._citing = ""
        cited = composed("".join(self._text)).strip()
        for name, address, start in self._linking:
            if name not in _BLOCKS:
                self._lead(start, address)
        leads = [link.address for link in self._links]
        self._linking = [(name, address, 0) for name, address, _ in self._linking if name in _BLOCKS]
        self._text, self._size, self._runs, self._links = (
            [],
            0,
            [],
            [],
        )  # the name is not part of the quotation
        for paragraph in self.paragraphs[self._first_of_quote :]:
            if paragraph.quoted:
                paragraph.cite = cited
                paragraph.links = [
                    *paragraph.links,
                    *(Link(0, len(paragraph.text), address) for address in leads[:_MOST_LINKING]),
                ]


def _hides_text(style: str) -> bool:
    """Return whether the last declarations of `display` and `visibility` in a style hide an element's text."""
    if not _MAY_HIDE.search(style):
        return False
    values: dict[str, tuple[str, bool]] = {}
    for declaration in _CSS_ASIDE.sub("", style).casefold().split(";"):
        name, _, value = declaration.partition(":")
        written, mark, _ = value.partition("!")
        _, is_important = values.get(name.strip(), ("", False))
        if mark or not is_important:
            values[name.strip()] = written.strip(), bool(mark)
    hides = {"display": {"none"}, "visibility": {"hidden", "collapse"}}
    return any(values.get(name, ("", False))[0] in hiding for name, hiding in hides.items())


def is_block(name: str) -> bool:
    """Return whether an element begins and ends a paragraph."""
    return name in _BLOCKS


def _strikes(name: str, attributes: Mapping[str, str]) -> bool:
    """Return whether an element strikes out its text."""
    return name in _STRUCK or bool(attributes and _STRIKING_STYLE.search(attributes.get("style", "")))
