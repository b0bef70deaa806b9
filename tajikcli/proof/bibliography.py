"""Entries of a bibliography: BibTeX, RIS and CSL-JSON. A work has one entry, however many of its statements are cited.

An entry describes a source, and its key is the source's slug. The citation in the text (`in_text`) says which
statement is cited, with its words and position. A library for each format writes the entries.

BibTeX and RIS need a title; if a source has none, the publisher's name replaces it and is not repeated.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tajikcli.language.all_languages import LANGUAGES
from tajikcli.proof.latex import in_latex
from tajikcli.text import fold_space

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tajikcli.model import rows
    from tajikcli.proof.citation import Citation


def bibtex(citations: Iterable[Citation]) -> str:
    """Return entries for biblatex and biber, of the type `@online`, in UTF-8.

    Titles and names are in two pairs of braces, so that no style changes their capitals or splits a name.
    """
    from bibtexparser.entrypoint import write_string
    from bibtexparser.library import Library
    from bibtexparser.model import Entry, Field
    from bibtexparser.writer import BibtexFormat

    library = Library()
    for source, _ in _works(citations):
        title, publisher = _titled(source)
        archived = source["archived"]
        fields = {
            "title": f"{{{in_latex(title)}}}",
            "organization": f"{{{in_latex(publisher)}}}" if publisher else None,
            "date": source["published"],
            "url": source["url"],
            "langid": _langid(source["language"]),
            "addendum": f"Archived at \\url{{{archived}}}" if archived else None,
        }
        given = [Field(name, f"{{{value}}}") for name, value in fields.items() if value]
        library.add(Entry("online", source["slug"], given))
    layout = BibtexFormat()  # type: ignore[no-untyped-call]
    layout.indent, layout.trailing_comma, layout.block_separator = "  ", True, "\n"
    return write_string(library, unparse_stack=[], bibtex_format=layout).rstrip("\n")


def ris(citations: Iterable[Citation]) -> str:
    """Return RIS records (Research Information Systems' tagged format) of the type web page.

    A record has a note (`N1`) for each cited statement, because RIS has no other field for it.
    """
    import rispy

    class Unnumbered(rispy.RisWriter):  # type: ignore[misc]
        """Writes no numbers between the records, because some programs treat them as errors."""

        def set_header(self, count: int) -> str:  # noqa: ARG002 - the library's signature
            return ""

    records = []
    for source, cited in _works(citations):
        title, publisher = _titled(source)
        notes = [", ".join(filter(None, (one.attribution, one.address))) for one in cited]
        if source["archived"]:
            notes.append(f"Archived at {source['archived']}")
        record = {
            "type_of_reference": "ELEC",
            "id": source["slug"],
            "title": fold_space(title),
            "secondary_title": fold_space(publisher or ""),
            "year": (source["published"] or "")[:4],
            "date": _slashed(source["published"]),
            "urls": [source["url"]] if source["url"] else [],
            "language": source["language"],
            "notes": [fold_space(note) for note in notes if note],
        }
        records.append({name: value for name, value in record.items() if value})
    text: str = Unnumbered().formats(records)
    return text.rstrip("\n")


def csl(citations: Iterable[Citation]) -> str:
    """Return items of CSL-JSON (Citation Style Language 1.0.2) of the type newspaper article."""
    items = []
    for source, _ in _works(citations):
        parts = [int(part) for part in (source["published"] or "").split("-") if part]
        item: dict[str, Any] = {
            "id": source["slug"],
            "type": "article-newspaper",
            "title": _as_written(source["title"], source["language"]),
            "container-title": _name_as_written(source["publisher"], source["language"]),
            "issued": {"date-parts": [parts]} if parts else None,
            "URL": source["url"],
            "archive": source["archived"],
            "language": source["language"],
        }
        items.append({name: value for name, value in item.items() if value})
    return json.dumps(items, ensure_ascii=False, indent=2)


def _works(citations: Iterable[Citation]) -> list[tuple[rows.Source, Sequence[Citation]]]:
    """Return each source once, in the order of its first citation, with its citations."""
    together: dict[str, list[Citation]] = {}
    for citation in citations:
        together.setdefault(citation.source["slug"], []).append(citation)
    return [(cited[0].source, cited) for cited in together.values()]


def _titled(source: rows.Source) -> tuple[str, str | None]:
    """Return the title of a source, and the name of its publisher, as an entry has them."""
    title = source["title"]
    return (title, source["publisher"]) if title else (source["publisher"], None)


def _langid(language: str) -> str:
    """Return LaTeX's name for a language; empty if it is not known."""
    code = language.partition("-")[0].casefold()
    return next((known.langid for known in LANGUAGES if known.code == code), "")


def _slashed(published: str | None) -> str:
    """Return a date in the form of RIS, `2024/12/25`; empty if only the year is known."""
    parts = (published or "").split("-")
    return "/".join([*parts, ""][:3]) if len(parts) > 1 else ""


def _as_written(text: str | None, language: str) -> str | None:
    """Return a text with capitals protected from bibliography styles, which change capitals only in English.

    A text with a `<` stays unchanged, because the `<` would be read as the end of the protecting tag.
    """
    is_english = language.casefold().partition("-")[0] == "en"
    return f'<span class="nocase">{text}</span>' if text and is_english and "<" not in text else text


def _name_as_written(name: str, language: str) -> str | None:
    """Return a name protected from styles, which may change its lower-case letters to capitals but never the reverse."""
    return _as_written(name, language) if any(word[0].islower() for word in name.split()) else name
