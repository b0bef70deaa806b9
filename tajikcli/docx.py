"""Word documents (.docx) as HTML, through mammoth."""

from __future__ import annotations

import io

from tajikcli.errors import InputError

# the maximum number of bytes of an unpacked part; a ZIP archive may unpack to a thousand times its size
_MOST_XML = 32 * 1024**2
_TEXT = "word/document.xml"
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument."
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
            io.BytesIO(data),
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

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in archive.infolist():
            if not part.filename.endswith((".xml", ".rels")):
                continue
            if part.file_size > _MOST_XML:
                raise InputError(
                    path, f"it contains {part.filename}, which is larger than {_MOST_XML // 1024**2} MiB"
                )
            with archive.open(part) as file:
                if b"<!DOCTYPE" in file.read(4096).replace(b"\0", b""):
                    raise InputError(
                        path, f"it contains {part.filename}, which defines entities; expected a Word document"
                    )
