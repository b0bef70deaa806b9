"""Drafts and source texts, from files and standard input: decode bytes to text, and refuse files that are not text."""

from __future__ import annotations

import codecs
import os
import re
import sys
from typing import NamedTuple

from tajikcli.errors import InputError
from tajikcli.paths import read_bytes, unreadable

STDIN = "-"
MOST_BYTES = 32 * 1024**2  # more than any single text that a person wrote

_HTML_ENDINGS = (".html", ".htm", ".xhtml")
# The first bytes of files that people mistake for text, and their names.
_NO_TEXT = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"PK\x03\x04", "an office document or a ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a compressed file"),
)
_BYTE_ORDER = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = re.compile(rb"<meta[^<>]+charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
# The start of HTML: a whole page is HTML under any name, a fragment only if the name does not say that it is text. A comment ends
# at its first `-->` (atomic groups); otherwise thirty comments would take exponential time.
_MARKUP = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+)?+(?:<!--(?>.*?-->)\s*+)*+<(?:(?P<page>!doctype html|html)|head|body|article|div|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_CONTROLS = re.compile(
    "[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\u061c\u200e\u200f\ufeff\U000e0000-\U000e007f\ud800-\udfff]"
)


class Document(NamedTuple):
    """A text that has been read.

    Attributes:
        name: the path as the user wrote it, `-` for standard input.
        text: its characters, with U+FFFD for control and bidirectional characters.
        html: whether it is HTML.
    """

    name: str
    text: str
    html: bool


def read_document(path: str) -> Document:
    """Read a text or an HTML page.

    Args:
        path: path of the file; `-` for standard input.

    Returns:
        The document. Its name decides whether it is HTML; if the name does not, its first characters decide.

    Raises:
        InputError: it cannot be read, is not text, or is larger than `MOST_BYTES`.
    """
    try:
        data = sys.stdin.buffer.read(MOST_BYTES + 1) if path == STDIN else _bytes(path)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None
    if len(data) > MOST_BYTES:
        raise InputError(path, f"larger than {MOST_BYTES // 1024**2} MiB; expected an article")
    for beginning, what in _NO_TEXT:
        if data.startswith(beginning):
            raise InputError(path, f"this is {what}; expected text, Markdown or HTML")
    text = _decoded(path, data)
    if "\0" in text:
        raise InputError(
            path, "this is not a text file (it contains null characters); expected text, Markdown or HTML"
        )
    # Nobody wrote control characters to be read. They are replaced, not removed, so that positions stay the same.
    text = harmless(text)
    ending = os.path.splitext(path)[1].casefold()
    markup = _MARKUP.match(text)
    named_text = ending in {".md", ".markdown", ".txt"}
    html = ending in _HTML_ENDINGS or (markup is not None and (bool(markup["page"]) or not named_text))
    return Document(path, text, html)


def harmless(text: str) -> str:
    """Return a text with U+FFFD for each control character, bidirectional character and surrogate."""
    return _CONTROLS.sub("\ufffd", text)


def _bytes(path: str) -> bytes:
    if os.path.isdir(path):
        raise InputError(path, "this is a folder, not a file")
    return read_bytes(path, MOST_BYTES)


def _decoded(path: str, data: bytes) -> str:
    """Decode bytes as UTF-8, unless a byte order mark or the page itself names another encoding."""
    for mark, encoding in _BYTE_ORDER:
        if data.startswith(mark):
            return _as(path, data[len(mark) :], encoding)
    try:
        return data.decode()
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:4096])
        if declared is None:
            return _as(path, data, "utf-8")
        return _as(path, data, _encoding_of_page(path, declared[1].decode("ascii")))


def _encoding_of_page(path: str, label: str) -> str:
    """Return Python's name for the encoding that browsers use for a page's label.

    Python knows encodings that the web does not (`undefined`, `idna`, `rot13`, `utf-7`); they would show other words than readers
    see. A label that can be read as ASCII cannot be that of UTF-16; browsers read such a page as UTF-8.
    """
    from resiliparse.parse.encoding import map_encoding_to_html5

    encoding: str | None = map_encoding_to_html5(label, fallback_utf8=False)
    if encoding is None:
        raise InputError(path, f"the page names an unknown encoding '{label[:40]}'; expected text in UTF-8")
    return "utf-8" if encoding.startswith("utf-16") else encoding


def _as(path: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(path, f"line {line} is not {encoding.upper()}; expected text in UTF-8") from None
