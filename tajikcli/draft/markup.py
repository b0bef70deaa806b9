"""Find HTML tags, comments and character references in any text, in linear time.

`html.parser` takes quadratic time for repeated unclosed marks in the Python versions that we support, and
raises errors for some;
faster parsers give no positions. This module follows the tokenization of the HTML standard
(https://html.spec.whatwg.org/multipage/parsing.html#tokenization) as far as it affects the text that readers see.
"""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

_COMMENT_END = re.compile("--!?>")
_NAME = re.compile(r"</?([A-Za-z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>\"'][^\s>]*))?")
_GAP = re.compile(r"[\s/]*")
REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")


def decoded(text: str) -> str:
    """Return a text with its character references resolved; a reference with too many digits stays as it is."""
    return REFERENCE.sub(lambda match: unescape(match[0]), text) if "&" in text else text


class Tag(NamedTuple):
    """A tag, comment or declaration.

    Attributes:
        name: the name of the element, in lower case; empty for a comment or declaration.
        end: the offset after it.
        closes: whether it is an end tag.
        is_closed: whether it ends with a slash, as empty elements do in XML.
        attributes: the attributes by name, in lower case.
    """

    name: str
    end: int
    closes: bool
    attributes: dict[str, str]
    is_closed: bool = False


class Markup:
    """Finds markup that begins with `<` in a text.

    Args:
        text: the text of a file, or of a paragraph of Markdown.
        longest: the maximum length of a tag, which bounds the time for failed tags that are read as text.
        most: the maximum number of attributes of a tag, for the same reason.
    """

    def __init__(self, text: str, longest: int = 1 << 30, most: int = 1 << 30) -> None:
        self._text, self._longest, self._most = text, longest, most
        self._no_comment_ends_after = len(text)  # a failed search is not repeated
        self._no_tag_ends_after = len(text)

    def comment(self, place: int) -> int | None:
        """Return the offset after a comment that begins at a position; None if there is none or it never ends."""
        text = self._text
        if not text.startswith("<!--", place) or place >= self._no_comment_ends_after:
            return None
        for empty in ("<!-->", "<!--->"):
            if text.startswith(empty, place):
                return place + len(empty)
        end = _COMMENT_END.search(text, place + 4)
        if end is None:
            self._no_comment_ends_after = place
            return None
        return end.end()

    def tag(self, place: int) -> Tag | None:
        """Return the tag, comment or declaration at a position, or None if nothing starts there or it is never closed."""
        text = self._text
        comment = self.comment(place)
        if comment is not None:
            return Tag("", comment, closes=False, attributes={})
        follows = text[place + 1 : place + 2]
        if follows in {"!", "?"} or (follows == "/" and not text[place + 2 : place + 3].isalpha()):
            end = self._closing(place)
            return (
                None
                if end is None or text.startswith("<!--", place)
                else Tag("", end, closes=False, attributes={})
            )
        if self._closing(place) is None:
            return None
        name = _NAME.match(text, place, min(len(text), place + self._longest))
        if name is None:
            return None
        attributes: dict[str, str] = {}
        at, limit = name.end(), min(len(text), place + self._longest)
        for _ in range(self._most):
            at = _GAP.match(text, at, limit).end()  # type: ignore[union-attr]  # the pattern also matches an empty text
            if at >= limit:
                return None
            if text[at] == ">":
                return Tag(name[1].lower(), at + 1, text[place + 1] == "/", attributes, text[at - 1] == "/")
            match = _ATTRIBUTE.match(text, at, limit)
            if match is None or match.end() == at:
                at += 1  # a stray mark
                continue
            at = match.end()
            if match[2] is None and text[at : at + 1] == "=" and text[at + 1 : at + 2] in {'"', "'"}:
                return None  # a value without a closing quotation mark
            attributes.setdefault(match[1].lower(), decoded((match[2] or "").strip("\"'")))
        return None

    def _closing(self, place: int) -> int | None:
        """Return the offset after the next `>`."""
        if place >= self._no_tag_ends_after:
            return None
        end = self._text.find(">", place, place + self._longest)
        if end < 0:
            if place + self._longest >= len(self._text):
                self._no_tag_ends_after = place
            return None
        return end + 1
