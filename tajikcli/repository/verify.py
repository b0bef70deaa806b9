"""Holding a source's text against the statements that rest on it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tajikcli.documents import harmless
from tajikcli.errors import InputError
from tajikcli.proof.evidence import SourceText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tajikcli.documents import Document

Report = dict[str, Any]
Span = tuple[int, int]

_DEEPEST = 250  # levels of a page; what takes the article out of one takes longer for each element the deeper it stands
_WORSE = ("found", "changed", "lost")


def read_source(document: Document) -> SourceText:
    """Return the article of a document: of a page without its menus.

    Raises:
        InputError: there is no text in it.
    """
    text = document.text
    if document.html:
        from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 - for pages only

        if _is_deeper(text, _DEEPEST):
            raise InputError(
                document.name,
                f"this page is nested deeper than {_DEEPEST} levels; expected the source's text",
            )
        text = extract_plain_text(text, main_content=True, alt_texts=False, links=False, noscript=False)
        text = harmless(text)  # what its character references stand for, too
    if not text.strip():
        what = "no article was found in this page" if document.html else "there is nothing in it"
        raise InputError(document.name, f"{what}; expected the source's text")
    return SourceText(text)


def _is_deeper(page: str, most: int) -> bool:
    """Tell whether the elements of a page are nested deeper than so many levels."""
    from resiliparse.parse.html import HTMLTree  # noqa: PLC0415 - as in read_source

    node: Any = HTMLTree.parse(page).document
    depth = 0
    while node is not None and depth <= most:
        below = node.first_child
        depth += below is not None
        while below is None and node is not None:
            below = node.next if depth else None
            if below is None:
                node, depth = (node.parent, depth - 1) if depth else (None, 0)
        node = below
    return depth > most


def verify(source: dict[str, Any], rows: Iterable[str], text: SourceText) -> Report:
    """Return what became of the statements that rest on a source, and what of it no statement says.

    Args:
        source: the source, with the keys of the output contract.
        rows: its statements, each a JSON object of the output contract.
        text: the source's text as it is now.
    """
    selectors = [(row["id"], list(_selectors(row))) for row in map(json.loads, rows)]
    # First what stands there as it did: no changed words are looked for in the same places.
    places = text.find_all(exact for _, wanted in selectors for exact in wanted)
    covered = [span for spans in places.values() for span in spans]
    looked_up = [_looked_up(*one, text, places, covered) for one in selectors]
    statements = [told for told, _ in looked_up]
    if source["title"]:
        covered += text.find(source["title"])  # the headline is on record with the source
    uncovered = text.uncovered(covered)
    total = len(text.sentences)
    pinned = source["digest"]
    return {
        "source": source["slug"],
        "edition": "unpinned" if pinned is None else "same" if pinned == text.digest else "differs",
        "statements": statements,
        "coverage": round(100 * (total - len(uncovered)) / total, 1) if total else 100.0,
        "uncovered": [
            {"paragraph": one.paragraph, "sentence": one.number, "text": one.text} for one in uncovered
        ],
        "unsearched": sum(told["status"] == "lost" and not searched for told, searched in looked_up),
    }


def _looked_up(
    name: str, selectors: list[str], text: SourceText, places: dict[str, list[Span]], taken: list[Span]
) -> tuple[dict[str, Any], bool]:
    """Return what became of one statement, the worst of its words decides; and whether all changed ones were looked for."""
    told: dict[str, Any] = {"id": name, "status": "found", "exact": None, "nearest": None}
    searched = True
    for exact in selectors:
        status, nearest = "found", None
        if not places[exact]:
            searched = searched and not text.is_exhausted
            span = text.nearest(exact, taken) if searched else None
            status = "changed" if span else "lost"
            nearest = text.normalised[slice(*span)] if span else None
        if told["exact"] is None or _WORSE.index(status) > _WORSE.index(told["status"]):
            told |= {"status": status, "exact": exact, "nearest": nearest}
    return told, searched


def _selectors(statement: dict[str, Any]) -> Iterator[str]:
    """Yield the words that a statement rests on: a quote's own, and a fact's evidence."""
    if statement["kind"] == "quote":
        yield statement["text"]
    for item in statement["evidence"]:
        yield item["exact"]
