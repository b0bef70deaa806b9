"""Replace altered words with the words as printed: find the characters of a file that have to change.

Each change is tried on the text before it is proposed, and dropped if the quotation is still altered.
"""

from __future__ import annotations

import os
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.documents import STDIN
from tajikcli.draft.patch import Edit, applied, unified_diff
from tajikcli.model.verdicts import Verdict
from tajikcli.proof.alignment import joined
from tajikcli.proof.fitting import fits, has_its_ends
from tajikcli.proof.tokens import forms_of, tokens_of, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tajikcli.documents import Document
    from tajikcli.draft.read import Draft
    from tajikcli.repository.check import Checker
    from tajikcli.repository.places import Examined, Found

_BEFORE = 600  # characters before a quotation that may belong to its sentence
_MARKDOWN = str.maketrans({char: f"\\{char}" for char in "\\`*_[]<>&~"})
# marks that a writer may put before the closing mark even if the record does not have them
_AT_THE_END = ".,;:!?\u2026"


class Mended(NamedTuple):
    """The changes to a draft.

    Attributes:
        edits: the edits, in order.
        left: the altered quotations that no change corrects.
    """

    edits: list[Edit]
    left: list[Found]


class _Change(NamedTuple):
    """A change to a quotation, and the next changes to try if it fails."""

    found: Found
    edits: list[Edit]
    others: list[Callable[[], list[Edit]]]


def patch(checker: Checker, document: Document, examined: Examined) -> tuple[str, list[str]]:
    """Return a unified diff that replaces altered words with the printed ones, and messages about other quotations.

    Args:
        checker: the checker.
        document: the text.
        examined: its findings; accepted ones are not changed.
    """
    altered = [
        one
        for one in examined.found
        if one.finding["verdict"] is Verdict.ALTERED and not one.finding["accepted"]
    ]
    if not altered:
        return "", []
    refusal = _refusal(document)
    if refusal:
        return "", [f"{document.name}: {refusal}"]
    changed = mended(checker, document, examined.draft, altered)
    told = [
        f"{document.name}:{one.finding['line']}:{one.finding['column']}: no automatic change{_reason(one)}; edit the words by hand"
        for one in changed.left
    ]
    if not changed.edits:
        return "", told
    mark = "\ufeff" if document.encoding == "utf-8-sig" else ""
    edits = [Edit(one.start + len(mark), one.end + len(mark), one.text) for one in changed.edits]
    name = os.path.relpath(document.name)
    if name.split(os.sep, 1)[0] == os.pardir:
        told.append(
            f"{document.name}: outside the working directory, where git apply refuses to change a file"
        )
    return "".join(unified_diff(name.replace(os.sep, "/"), mark + (document.written or ""), edits)), told


def _refusal(document: Document) -> str:
    """Return the reason why a document cannot be changed by a diff; empty if it can."""
    if document.name == STDIN:
        return "standard input has no file to change; name the file"
    if document.word:
        return "a .docx cannot be changed by a diff; change the words in a word processor"
    if document.encoding not in {"utf-8", "utf-8-sig"}:
        encoding = document.encoding
        return (
            f"its encoding is {encoding}; a diff needs UTF-8; convert it first: iconv -f {encoding} -t utf-8"
        )
    return ""


def _reason(found: Found) -> str:
    """Return the reason why a quotation is left as it is, if it is in the words themselves."""
    if _has_its_ends(found):
        return ""
    return ", because the record has another word where the quotation begins or ends"


def _has_its_ends(found: Found) -> bool:
    return has_its_ends(found.finding["text"], found.finding["record_text"] or "")


def mended(checker: Checker, document: Document, draft: Draft, altered: Sequence[Found]) -> Mended:
    """Return the changes that replace altered words with the printed ones.

    Args:
        checker: the checker.
        document: text, Markdown or HTML.
        draft: the text as readers see it.
        altered: the quotations to change.
    """
    left: list[Found] = []
    changes: list[_Change] = []
    for one in altered:
        change = _next(one, _ways(draft, one, document)) if _fits(checker, draft, one) else None
        if change is None or (changes and changes[-1].edits[-1].end > change.edits[0].start):
            left.append(one)
        else:
            changes.append(change)
    while changes:
        wrong = _wrong(checker, document, changes)
        if not wrong:
            break
        kept: list[_Change] = []
        for change in changes:
            if change.found.place not in wrong:
                kept.append(change)
                continue
            other = _next(change.found, change.others)
            if other is None:
                left.append(change.found)
            else:
                kept.append(other)
        changes = kept
    return Mended([edit for change in changes for edit in change.edits], left)


def _fits(checker: Checker, draft: Draft, found: Found) -> bool:
    """Return whether the words on record fit into the draft's sentence around a quotation."""
    finding = found.finding
    if not _has_its_ends(found):
        return False
    before = draft.paragraphs[found.paragraph].text[: max(0, found.start - 1)]
    whole = checker.text_of(finding["statement"] or "")
    return fits(before[-_BEFORE:], finding["text"], finding["record_text"] or "", whole)


def _next(found: Found, ways: Sequence[Callable[[], list[Edit]]]) -> _Change | None:
    """Return the first set of edits that changes anything, with the sets after it."""
    for number, way in enumerate(ways):
        edits = way()
        if edits:
            return _Change(found, edits, list(ways[number + 1 :]))
    return None


def _wrong(checker: Checker, document: Document, changes: list[_Change]) -> set[int]:
    """Return the positions of the quotations that do not have exactly the words on record after the changes."""
    edits = [edit for change in changes for edit in change.edits]
    text = applied(document.text, edits)
    quoted = {
        one.place: one.finding
        for one in checker.examine(document._replace(text=text)).found
        if one.finding["finding"] == "quotation"
    }
    wrong, shift, at = set(), 0, 0
    for change in changes:
        while at < len(edits) and edits[at].start < change.found.place:
            shift += len(edits[at].text) - (edits[at].end - edits[at].start)
            at += 1
        now = quoted.get(change.found.place + shift)
        wanted = _forms(change.found.finding["record_text"] or "")
        if now is None or now["verdict"] is Verdict.ALTERED or _forms(now["text"]) != wanted:
            wrong.add(change.found.place)
    return wrong


def _forms(words: str) -> list[str]:
    """Return the forms of words for comparison, without the case of the first letter."""
    forms = forms_of(words_of(words))
    return [form[:1].lower() + form[1:] if number == 0 else form for number, form in enumerate(forms)]


def _ways(draft: Draft, found: Found, document: Document) -> list[Callable[[], list[Edit]]]:
    """Return the ways to change a quotation, the one that changes least first."""
    quoted = _Quoted(draft, found, document.text)
    record = found.finding["record_text"] or ""
    if document.html:
        return [lambda: quoted.by_words(record, _html), lambda: quoted.as_a_whole(record, _html)]
    return [
        lambda: quoted.by_words(record, str),
        lambda: quoted.by_words(record, _markdown),
        lambda: quoted.as_a_whole(record, str),
        lambda: quoted.as_a_whole(record, _markdown),
        lambda: quoted.with_marks(record),
    ]


def _html(words: str) -> str:
    return escape(words, quote=False)


def _markdown(words: str) -> str:
    return words.translate(_MARKDOWN)


class _Quoted:
    """The characters of a quotation, as readers see them and as they are in the file.

    Args:
        draft: the draft.
        found: the quotation.
        source: the file's text.
    """

    def __init__(self, draft: Draft, found: Found, source: str) -> None:
        self._source = source
        parts: list[str] = []
        self._at: list[
            tuple[int, int] | None
        ] = []  # paragraph and offset of each character; None between paragraphs
        for number in range(found.paragraph, found.last + 1):
            text = draft.paragraphs[number].text
            start = found.start if number == found.paragraph else 0
            end = found.end if number == found.last else len(text)
            if parts:
                parts.append("\n")
                self._at.append(None)
            parts.append(text[start:end])
            self._at += [(number, offset) for offset in range(start, end)]
        self._draft, self.text = draft, "".join(parts)

    def by_words(self, record: str, written: Callable[[str], str]) -> list[Edit]:
        """Return the edits of the words that differ; empty if a part of them is not text of the file."""
        edits: list[Edit] = []
        for ways, words in _changes(self.text, record):
            tried = [self._edits(start, end, written(words)) for start, end in ways]
            these = [way for way in tried if way is not None]
            if not these:
                return []
            fewest: list[Edit] = min(these, key=len)  # the change that affects the least markup
            edits += fewest
        edits.sort()
        return edits if all(one.end <= two.start for one, two in pairwise(edits)) else []

    def as_a_whole(self, record: str, written: Callable[[str], str]) -> list[Edit]:
        """Return one edit of all words; empty if there is markup between them."""
        edits = self._edits(*self._bare(record), written(record))
        return edits if edits is not None and len(edits) == 1 else []

    def with_marks(self, record: str) -> list[Edit]:
        """Return the edit of all words and the Markdown marks between them; empty if a mark would lose its partner."""
        start, end = self._bare(record)
        first, last = self._place(start), self._behind(end)
        if first is None or last is None or last <= first:
            return []
        stretch = self._source[first:last]
        if any(char in stretch for char in "<[]") or any(stretch.count(mark) % 2 for mark in "*_~`"):
            return []
        return [Edit(first, last, _markdown(record))]

    def _bare(self, record: str) -> tuple[int, int]:
        """Return the position of the words, without surrounding white space, and a mark at their end that the record does not have."""
        bare = self.text.strip()
        start = self.text.index(bare)
        kept = len(bare) - len(bare.rstrip(_AT_THE_END))
        is_kept = kept > 0 and not record.endswith(tuple(_AT_THE_END))
        return start, start + len(bare) - (kept if is_kept else 0)

    def _edits(self, start: int, end: int, words: str) -> list[Edit] | None:
        """Return the edits that put words into the first run of a range and empty the other runs; line breaks stay."""
        if start == end:
            place = self._behind(start) if start else self._place(start)
            return None if place is None else [Edit(place, place, words)]
        spans = self._spans(start, end)
        if not spans:
            return None
        return [Edit(*spans[0], words), *(Edit(*span, "") for span in spans[1:])]

    def _spans(self, start: int, end: int) -> list[tuple[int, int]] | None:
        """Return the position of a range in the file; None if a part of it is not in the file."""
        spans: list[tuple[int, int]] = []
        for place in range(start, end):
            at = self._at[place]
            if at is None:
                continue
            if self.text[place] == "\n":
                # removes the empty line that would be left
                if spans and self._begins_line(start, spans[0][0]):
                    spans[-1] = (spans[-1][0], self._line_end(spans[-1][1]))
                continue
            paragraph = self._draft.paragraphs[at[0]]
            (run,) = paragraph.pieces(at[1], at[1] + 1)
            if run.size == 0:
                return None
            first = paragraph.place(at[1])
            last = first + (1 if run.size is None else run.size)
            if spans and spans[-1][1] == first:
                spans[-1] = (spans[-1][0], last)
            elif not spans or spans[-1] != (first, last):
                spans.append((first, last))
        return spans

    def _begins_line(self, offset: int, place: int) -> bool:
        """Return whether a stretch begins a line, in the text and in the file."""
        return self.text[offset - 1 : offset] == "\n" and self._source[place - 1 : place] == "\n"

    def _line_end(self, place: int) -> int:
        """Return the position after a line end at a position in the file, if there is one."""
        for mark in ("\r\n", "\n"):
            if self._source.startswith(mark, place):
                return place + len(mark)
        return place

    def _place(self, offset: int) -> int | None:
        at = self._at[offset] if offset < len(self._at) else None
        return None if at is None else self._draft.paragraphs[at[0]].place(at[1])

    def _behind(self, offset: int) -> int | None:
        at = self._at[offset - 1]
        return None if at is None else self._draft.paragraphs[at[0]].place_behind(at[1] + 1)


def _changes(text: str, record: str) -> Iterator[tuple[list[tuple[int, int]], str]]:
    """Yield the differences between a quotation and the record.

    Yields:
        Stretches of the quotation, one of which has to change, and the words for them.
    """
    from rapidfuzz.distance import LCSseq

    mine, theirs = tokens_of(text), words_of(record)
    forms, others = forms_of(mine), forms_of(theirs)
    if forms and others:
        forms[0], others[0] = (form[:1].lower() + form[1:] for form in (forms[0], others[0]))
    for first, last, other, behind in joined(LCSseq.opcodes(forms, others)):
        if first < last and other < behind:
            words = record[theirs[other].start : theirs[behind - 1].end]
            yield [(mine[first].start, mine[last - 1].end)], words
        elif first < last:  # including the space on one side
            after = [(mine[first].start, mine[last].start)] if last < len(mine) else []
            before = [(mine[first - 1].end, mine[last - 1].end)] if first else []
            yield [*after, *before], ""
        elif first < len(mine):
            place = mine[first].start
            yield [(place, place)], record[theirs[other].start : theirs[behind].start]
        else:
            place = mine[-1].end
            yield [(place, place)], record[theirs[other - 1].end : theirs[behind - 1].end]
