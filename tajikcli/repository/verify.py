"""Compare the text of a source with the statements that rest on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from tajikcli.documents import harmless
from tajikcli.errors import InputError
from tajikcli.model.pages import VerificationPage
from tajikcli.proof.alignment import differences
from tajikcli.proof.evidence import SourceText
from tajikcli.proof.tokens import words_of
from tajikcli.text import displayed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tajikcli.documents import Document
    from tajikcli.model import rows
    from tajikcli.repository.rows import Rows

Span = tuple[int, int]
Status = Literal["found", "changed", "lost"]

_DEEPEST = 250  # the maximum depth of a page; extracting the article takes longer for deeper elements
_MOST_ATTRIBUTES = 10_000  # of an element
_WORSE: tuple[Status, ...] = ("found", "changed", "lost")


def read_source(document: Document) -> SourceText:
    """Return the article of a document, ready to be searched.

    Raises:
        InputError: there is no text in it.
    """
    return SourceText(article_of(document))


def article_of(document: Document) -> str:
    """Return the text of a document; for an HTML page, its article without menus.

    Raises:
        InputError: the document has no text.
    """
    text = document.text
    if document.html:
        from resiliparse.extract.html2text import extract_plain_text

        if _has_more_attributes(text, _MOST_ATTRIBUTES):
            raise InputError(
                document.name,
                f"an element of this page has more than {_MOST_ATTRIBUTES:,} attributes; expected the source's text",
            )
        if _is_deeper(text, _DEEPEST):
            raise InputError(
                document.name,
                f"this page is nested more than {_DEEPEST} levels deep; expected the source's text",
            )
        text = extract_plain_text(
            text, main_content=not document.word, alt_texts=False, links=False, noscript=False
        )
        text = harmless(text)  # including the characters of its character references
    if not text.strip():
        what = "this page has no article" if document.html else "it is empty"
        raise InputError(document.name, f"{what}; expected the source's text")
    return text


def _has_more_attributes(page: str, most: int) -> bool:
    """Return whether an element has more attributes than a number; the parser takes quadratic time for them."""
    return any(
        match.end() - match.start() > 2 * most and len(_BETWEEN.findall(_VALUE.sub("=", match[0]))) > most
        for match in _TAG.finditer(page)
    )


_VALUE = re.compile(r"=\s*+(?:\"[^\"]*+\"?|'[^']*+'?)")
_TAG = re.compile(r"<[a-zA-Z](?:[^>=]++|=\s*+(?:\"[^\"]*+\"?|'[^']*+'?)?)*+")
_BETWEEN = re.compile(r"[\s/]++")


def _is_deeper(page: str, most: int) -> bool:
    """Return whether the elements of a page are nested more than a number of levels deep."""
    from resiliparse.parse.html import HTMLTree

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


class Verified(NamedTuple):
    """The result of verifying a source.

    Attributes:
        report: the answer.
        text: the text of the source that was verified.
        places: for each statement, the position of its words, unchanged or changed, in the normalised text.
    """

    report: rows.Verification
    text: SourceText
    places: list[list[Span]]

    @property
    def digest(self) -> str:
        """The digest of the text that was verified."""
        return self.text.digest

    @property
    def is_sound(self) -> bool:
        """Whether the source contains all words that statements rest on."""
        return all(statement["status"] == "found" for statement in self.report["statements"])

    @property
    def is_complete(self) -> bool:
        """Whether every sentence in the source has a statement."""
        return not self.report["uncovered"]


def verify(record: Rows, source: rows.Source, document: Document) -> Verified:
    """Return the status of the statements of a source, and the sentences that no statement covers.

    Args:
        record: the record.
        source: the source.
        document: the current text of the source.

    Raises:
        InputError: the document has no text.
    """
    text = read_source(document)
    statements = record.statement_rows(record.query(source=source["slug"])).rows()
    selectors = [(statement["id"], list(_selectors(statement))) for statement in statements]
    # Unchanged words come first, so that changed words are not searched for in the same places.
    places = text.find_all(exact for _, wanted in selectors for exact in wanted)
    covered = [span for spans in places.values() for span in spans]
    looked_up = [_looked_up(*one, text, places, covered) for one in selectors]
    if source["title"]:
        covered += text.find(source["title"])  # the source itself covers its headline
    uncovered = text.uncovered(covered)
    total = len(text.sentences)
    report: rows.Verification = {
        "source": source["slug"],
        "edition": _edition(source["digest"], text.digest),
        "statements": [one.statement for one in looked_up],
        "coverage": round(100 * (total - len(uncovered)) / total, 1) if total else 100.0,
        "uncovered": [
            {"paragraph": one.paragraph, "sentence": one.number, "text": one.text} for one in uncovered
        ],
        "unsearched": sum(one.statement["status"] == "lost" and not one.is_searched for one in looked_up),
    }
    return Verified(report, text, [one.spans for one in looked_up])


def _edition(on_record: str | None, digest: str) -> Literal["same", "differs", "unpinned"]:
    if on_record is None:
        return "unpinned"
    return "same" if on_record == digest else "differs"


def page(report: rows.Verification) -> VerificationPage:
    """Return a verification with the words of each changed statement that differ from the current source."""
    return VerificationPage(report, [_differences(statement) for statement in report["statements"]])


def _differences(statement: rows.Verified) -> list[rows.Difference]:
    if not statement["exact"] or not statement["nearest"]:
        return []
    exact, now = displayed(statement["exact"]), displayed(statement["nearest"])
    differ = differences(exact, words_of(exact), now, words_of(now))
    return [{"text": one.text, "record": one.record} for one in differ]


class _LookedUp(NamedTuple):
    """The result for one statement: the worst result of its words.

    Attributes:
        statement: the answer.
        is_searched: whether all of its words were also searched for in changed form.
        spans: the positions of the words.
    """

    statement: rows.Verified
    is_searched: bool
    spans: list[Span]


def _looked_up(
    name: str, selectors: list[str], text: SourceText, places: dict[str, list[Span]], taken: list[Span]
) -> _LookedUp:
    """Return the status of a statement (the worst status of its words), and whether all changed words were searched for."""
    worst: rows.Verified = {"id": name, "status": "found", "exact": None, "nearest": None}
    searched, spans = True, []
    for exact in selectors:
        status: Status = "found"
        nearest = None
        spans += places[exact][:1]
        if not places[exact]:
            searched = searched and not text.is_exhausted
            span = text.nearest(exact, taken) if searched else None
            status = "changed" if span else "lost"
            spans += [span] if span else []
            nearest = text.normalised[slice(*span)] if span else None
        if worst["exact"] is None or _WORSE.index(status) > _WORSE.index(worst["status"]):
            worst = {"id": name, "status": status, "exact": exact, "nearest": nearest}
    return _LookedUp(worst, searched, spans)


def _selectors(statement: rows.Statement) -> Iterator[str]:
    """Yield the words that a statement rests on: those of a quote, or the evidence of a fact."""
    if statement["kind"] == "quote":
        yield statement["text"]
    for item in statement["evidence"]:
        yield item["exact"]
