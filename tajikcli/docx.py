"""Word documents (.docx) as HTML, through mammoth, without hidden text."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from tajikcli.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

# the maximum number of bytes of an unpacked part; a ZIP archive may unpack to a thousand times its size
_MOST_XML = 32 * 1024**2
_MOST_ALL = 4 * _MOST_XML  # of all parts together
_TEXT = "word/document.xml"
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument."
_STYLES_OF_TEXT = "word/styles.xml"
_WITH_TEXT = (_TEXT, "word/footnotes.xml", "word/endnotes.xml", _STYLES_OF_TEXT)
_XML = (".xml", ".rels")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off"})  # values of a property that switch it off
# The styles of block quotes, by their names in Word and LibreOffice files, which are the same in every
# language.
_STYLES = "\n".join(
    f"p[style-name='{name}'] => blockquote > p:fresh"
    for name in ("Quote", "Intense Quote", "Quotations", "Block Text", "Block Quotation")
)


def is_docx(data: bytes) -> bool:
    """Return whether bytes are a Word document: a ZIP archive with the text of one."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _TEXT in archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False


def is_open_document(data: bytes) -> bool:
    """Return whether bytes are an OpenDocument file (.odt), according to its first entry."""
    return data.startswith(b"PK\x03\x04") and _OPEN_DOCUMENT in data[30:120]


def html_of(path: str, data: bytes) -> str:
    """Return the text of a Word document as HTML, with tracked changes accepted, and without comments and pictures.

    Args:
        path: path of the file, for messages.
        data: its bytes.

    Raises:
        InputError: mammoth is not installed, or the document is damaged or is too large when unpacked.
    """
    try:
        import mammoth
    except ImportError:
        raise InputError(
            path,
            "reading .docx needs the mammoth package, which is not installed; run: pip install mammoth",
        ) from None
    try:
        _examine(path, data)
        converted = mammoth.convert_to_html(
            io.BytesIO(_without_hidden(data)),
            style_map=_STYLES,
            include_embedded_style_map=False,  # it could hide paragraphs
            convert_image=mammoth.images.img_element(lambda _: {}),
        )
    except (InputError, MemoryError):
        raise
    except RecursionError:
        raise InputError(path, "this .docx is nested too deeply; save it again in a word processor") from None
    except Exception as error:  # noqa: BLE001 - mammoth has no error class of its own for damaged documents
        told = " ".join(str(error).split())[:100] or type(error).__name__
        raise InputError(path, f"this .docx is damaged ({told}); save it again in a word processor") from None
    return str(converted.value)


def _examine(path: str, data: bytes) -> None:
    """Raise an error for a document that is too large when unpacked, or that has entities, which are costly to parse."""
    import zipfile

    total = 0
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in archive.infolist():
            if not part.filename.endswith(_XML):
                continue
            total += part.file_size
            if total > _MOST_ALL:
                raise InputError(path, f"its parts are larger than {_MOST_ALL // 1024**2} MiB together")
            if part.file_size > _MOST_XML:
                raise InputError(
                    path, f"it contains {part.filename}, which is larger than {_MOST_XML // 1024**2} MiB"
                )
            with archive.open(part) as file:
                if b"<!DOCTYPE" in file.read(4096).replace(b"\0", b""):
                    raise InputError(
                        path, f"it contains {part.filename}, which defines entities; expected a Word document"
                    )


def _without_hidden(data: bytes) -> bytes:
    """Return a document without its hidden text, which mammoth would include; the same bytes if it has none.

    Args:
        data: the bytes of a document that `_examine` has accepted.
    """
    import zipfile
    from xml.etree import ElementTree as ET

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        # Pictures stay behind, because the text has none.
        parts = {name: archive.read(name) for name in archive.namelist() if name.endswith(_XML)}
    if not any(b"vanish" in parts.get(name, b"").replace(b"\0", b"") for name in _WITH_TEXT):
        return data
    trees = {name: ET.fromstring(parts[name]) for name in _WITH_TEXT if name in parts}  # noqa: S314 - it has no entities
    styles = _hiding_styles(trees[_STYLES_OF_TEXT]) if _STYLES_OF_TEXT in trees else {}
    for tree in trees.values():
        _remove_hidden(tree, styles)
    rewritten = io.BytesIO()
    with zipfile.ZipFile(rewritten, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, ET.tostring(trees[name]) if name in trees else part)
    return rewritten.getvalue()


def _hiding_styles(styles: Element) -> dict[str, bool]:
    """Return whether each style hides text, by its id; a style without this property takes it from the style it is based on."""
    own: dict[str, bool | None] = {}
    bases: dict[str, str] = {}
    for style in styles.iter(f"{_W}style"):
        name = style.get(f"{_W}styleId", "")
        own[name] = _hides(style.find(f"{_W}rPr"))
        bases[name] = _value(style.find(f"{_W}basedOn"))
    found = {}
    for name in own:
        base, seen = name, {name}
        while own.get(base) is None and bases.get(base, name) not in seen:
            base = bases[base]
            seen.add(base)
        found[name] = bool(own.get(base))
    return found


def _remove_hidden(tree: Element, styles: Mapping[str, bool]) -> None:
    """Remove the runs that are hidden by their own properties, their style or that of their paragraph."""
    waiting = [(tree, False)]  # elements, and whether their paragraph hides its text
    while waiting:
        parent, hidden = waiting.pop()
        if parent.tag == f"{_W}p":
            hidden = styles.get(_value(parent.find(f"{_W}pPr/{_W}pStyle")), False)
        kept = [one for one in parent if one.tag != f"{_W}r" or not _is_hidden(one, styles, inherited=hidden)]
        parent[:] = kept
        waiting += [(one, hidden) for one in kept]


def _is_hidden(run: Element, styles: Mapping[str, bool], *, inherited: bool) -> bool:
    properties = run.find(f"{_W}rPr")
    if properties is None:
        return inherited
    own = _hides(properties)
    return own if own is not None else styles.get(_value(properties.find(f"{_W}rStyle")), inherited)


def _hides(properties: Element | None) -> bool | None:
    """Return whether properties of text hide it; None if they do not say."""
    vanish = properties.find(f"{_W}vanish") if properties is not None else None
    return None if vanish is None else vanish.get(f"{_W}val", "true") not in _OFF


def _value(element: Element | None) -> str:
    return element.get(f"{_W}val", "") if element is not None else ""
