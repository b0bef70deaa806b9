"""Drafts and source texts, from files and standard input: decode bytes to text, and refuse files that are not text."""

from __future__ import annotations

import codecs
import os
import re
import sys
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.docx import html_of, is_docx, is_open_document
from tajikcli.errors import InputError
from tajikcli.paths import read_bytes, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STDIN = "-"
MOST_BYTES = 32 * 1024**2  # more than any single text that a person has written

_HTML_ENDINGS = (".html", ".htm", ".xhtml")
_TEXT_ENDINGS = (".md", ".markdown", ".txt")
# The extensions of files that are read from a folder, and of files that people may expect to be read but that
# cause an error.
_DRAFTS = (*_HTML_ENDINGS, *_TEXT_ENDINGS, ".docx", ".doc", ".odt", ".pdf", ".rtf")
_TO_DOCX = "soffice --headless --convert-to docx {path}"
# The first bytes of files that people mistake for text, their names, and the commands that convert them.
_NO_TEXT = (
    (b"%PDF", "a PDF", "pdftotext {path} {text}"),
    (b"\x89PNG", "a picture", ""),
    (b"\xff\xd8\xff", "a picture", ""),
    (b"GIF8", "a picture", ""),
    (b"RIFF", "a picture or a recording", ""),
    (b"PK\x03\x04", "an office document or a ZIP archive", ""),
    (b"\xd0\xcf\x11\xe0", "an office document", _TO_DOCX),
    (b"{\\rtf", "an RTF document", _TO_DOCX),
    (b"\x1f\x8b", "a compressed file", ""),
)
_EXPECTED = "expected text, Markdown, HTML or .docx"
_BYTE_ORDER = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = re.compile(rb"<meta[^<>]+charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
# The start of HTML. A whole page is HTML under any name; a fragment is HTML only if the name does not say
# that it is text. A comment ends at its first `-->` (atomic groups), because otherwise thirty comments would
# take exponential time.
_MARKUP = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+)?+(?:<!--(?>.*?-->)\s*+)*+<(?:(?P<page>!doctype html|html)|head|body|article|div|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_CONTROLS = re.compile(
    "[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\u061c\u200e\u200f\U000e0000-\U000e007f\ud800-\udfff]"
)
# Marks of direction that reorder nothing: one for left to right, which every supported language is, and one for right to left before a
# letter. The latter would show the numbers behind it in another order.
_IDLE_MARKS = re.compile(r"\u200e|\u200f(?=[^\W\d_])")


class Document(NamedTuple):
    """A text that has been read.

    Attributes:
        name: the path as the user wrote it, `-` for standard input.
        text: its characters, with U+FFFD for control and bidirectional characters.
        html: whether it is HTML.
        word: whether it was a Word document; if so, its text is HTML, and places are counted in paragraphs.
        written: its characters as they are in the file, after any byte order mark; None if they were not read as text.
        encoding: Python's name for the file's encoding; `utf-8-sig` if a byte order mark precedes UTF-8.
    """

    name: str
    text: str
    html: bool
    word: bool = False
    written: str | None = None
    encoding: str = "utf-8"


def read_document(path: str) -> Document:
    """Read a text, an HTML page or a Word document.

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
    if is_docx(data):
        return Document(path, harmless(html_of(path, data)), html=True, word=True)
    _refuse(path, data)
    written, encoding = _decoded(path, data)
    if "\0" in written:
        raise InputError(path, f"this is not a text file (it contains null characters); {_EXPECTED}")
    # Control characters are not meant to be read. They are replaced, not removed, so that positions stay the
    # same.
    text = harmless(written)
    ending = os.path.splitext(path)[1].casefold()
    markup = _MARKUP.match(text)
    html = ending in _HTML_ENDINGS or (
        markup is not None and (bool(markup["page"]) or ending not in _TEXT_ENDINGS)
    )
    return Document(path, text, html, written=written, encoding=encoding)


def drafts_in(paths: Iterable[str]) -> Iterator[str]:
    """Yield the given files and the drafts in the given folders and their subfolders, in order.

    A draft is recognised by the extension of its name. Hidden files and folders are skipped, and so are folders
    behind a symbolic link. The files of each folder are sorted by name. If a folder has no drafts, the folder
    itself is yielded, and reading it causes an error.

    Args:
        paths: files and folders; `-` for standard input.
    """
    for path in paths:
        if path == STDIN or not os.path.isdir(path):
            yield path
            continue
        some = False
        for file in _below(path):
            some = True
            yield file
        if not some:
            yield path


def _below(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(
                (entry.name, entry.is_dir(follow_symlinks=False), entry.is_file())
                for entry in found
                if not entry.name.startswith(".")
            )
    except OSError:
        yield folder  # the error when it is read gives the reason
        return
    for name, is_folder, is_file in entries:
        if is_folder:
            yield from _below(os.path.join(folder, name))
        elif is_file and os.path.splitext(name)[1].casefold() in _DRAFTS:
            yield os.path.join(folder, name)


def _refuse(path: str, data: bytes) -> None:
    """Raise an error for a file that is not text, with advice on how to convert it."""
    kinds = ((b"PK\x03\x04", "an OpenDocument file", _TO_DOCX),) if is_open_document(data) else _NO_TEXT
    for beginning, what, converter in kinds:
        if data.startswith(beginning):
            import shlex

            named = shlex.quote(path if path != STDIN else "FILE")
            bare, ending = os.path.splitext(path)
            bare = path if ending == ".txt" else bare  # the text must not replace the file
            text = shlex.quote(f"{bare}.txt" if path != STDIN else "FILE.txt")
            expected = (
                f"convert it first: {converter.format(path=named, text=text)}" if converter else _EXPECTED
            )
            raise InputError(path, f"this is {what}; {expected}")


def harmless(text: str) -> str:
    """Return a text in which U+FFFD replaces each control character, bidirectional character and surrogate.

    A zero-width space replaces a mark of direction that changes nothing that readers see.
    """
    plain = text.replace("\n", "").replace("\t", "").replace("\r", "").replace("\u00a0", "")
    if plain.isprintable():
        return text  # this is faster than a search
    return _CONTROLS.sub("\ufffd", _IDLE_MARKS.sub("\u200b", text))


def _bytes(path: str) -> bytes:
    if os.path.isdir(path):
        some = f"{', '.join(_DRAFTS[:-4])}"
        raise InputError(path, f"this folder has no drafts ({some})")
    return read_bytes(path, MOST_BYTES)


def _decoded(path: str, data: bytes) -> tuple[str, str]:
    """Decode bytes as UTF-8, unless a byte order mark or the page itself names another encoding."""
    for mark, encoding in _BYTE_ORDER:
        if data.startswith(mark):
            return _as(path, data[len(mark) :], encoding), "utf-8-sig" if encoding == "utf-8" else encoding
    try:
        return data.decode(), "utf-8"
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:4096])
        encoding = "utf-8" if declared is None else _encoding_of_page(path, declared[1].decode("ascii"))
        return _as(path, data, encoding), encoding


def _encoding_of_page(path: str, label: str) -> str:
    """Return Python's name for the encoding that browsers use for a page's label.

    Python knows encodings that the web does not (`undefined`, `idna`, `rot13`, `utf-7`); with them, the words
    would not be those that readers see. A page whose label can be read as ASCII cannot be UTF-16; browsers
    read such a page as UTF-8.
    """
    from resiliparse.parse.encoding import map_encoding_to_html5

    encoding: str | None = map_encoding_to_html5(label, fallback_utf8=False)
    if encoding is None:
        raise InputError(path, f"the page names an unknown encoding '{label[:40]}'; save the file as UTF-8")
    return "utf-8" if encoding.startswith("utf-16") else encoding


def _as(path: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            path, f"line {line} is not valid {encoding.upper()}; save the file as UTF-8"
        ) from None
