"""Compare a text with the record: its quotations and its figures.

`candidates` chooses the statements from which a quotation may come, `proof` decides, and `findings` writes the results.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tajikcli.documents import STDIN, harmless
from tajikcli.draft.read import read_draft
from tajikcli.model.verdicts import Attribution, Verdict
from tajikcli.proof.fragments import said_around
from tajikcli.proof.judgement import Quoted, is_too_short
from tajikcli.proof.measured.claims import UNNAMED, Claim, claims
from tajikcli.proof.measured.countries_near import (
    is_of_another_meeting,
    names_other,
    names_party,
    others_among,
)
from tajikcli.proof.measured.dateline import is_dated_elsewhere
from tajikcli.proof.measured.meeting_dates import meeting_dates
from tajikcli.proof.measured.verdict import ANOTHER_TIME
from tajikcli.proof.number_words import may_have_numbers
from tajikcli.proof.predicates import LONGEST, predicate_of
from tajikcli.proof.quotation import may_quote, quotations
from tajikcli.proof.speakers.attribution import Naming, attributions, spoken
from tajikcli.proof.speakers.naming import Attributed
from tajikcli.proof.tokens import tokens_of
from tajikcli.proof.topics import spoken_of
from tajikcli.proof.unspoken import REPORTED, Marked, why_unspoken
from tajikcli.repository.candidates import Candidates
from tajikcli.repository.findings import Findings, not_judged
from tajikcli.repository.known import Known
from tajikcli.repository.places import Examined, Found, Sourced, Span, placed, span_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tajikcli.documents import Document
    from tajikcli.draft.paragraphs import Paragraph
    from tajikcli.draft.read import Draft
    from tajikcli.model.rows import Finding, NotJudged
    from tajikcli.proof.quotation import Quotation

_SHORT = 1_000  # the number of characters of a text that is too short to tell what it is about
_SAME_WORDS = frozenset({Verdict.VERBATIM, Verdict.ELIDED})
_MANY = 8  # the number of words in a row that two persons do not say by chance
_DASH_BEHIND = re.compile(r"[,!?\u2026\"\u00bb\u201d]?\s*[\u2014\u2013\u2015-]")
_ENDS = frozenset(".!?\u2026")
_FIRST = 3  # the number of first paragraphs that may have the date of a draft
_EARLIER = 1_000  # the number of characters of earlier text that may name the countries of a paragraph
_MOST_EARLIER = 20  # the number of earlier paragraphs that may do so
_BEFORE = 80  # the number of characters before a quotation that may identify it as a name


class Checker:
    """Compares texts with a record.

    Args:
        connection: a connection to the index.
        notice: called with a message if a quotation is never closed.
    """

    def __init__(self, connection: sqlite3.Connection, notice: Callable[[str], None]) -> None:
        self._notice = notice
        self._known = Known(connection)
        self._candidates = Candidates(connection, self._known)
        self._findings = Findings(self._candidates, self._known)

    def check(self, document: Document) -> list[Finding]:
        """Return the findings on a document's quotations and figures, in the order of the text."""
        return [one.finding for one in self.examine(document).found]

    def examine(self, document: Document) -> Examined:
        """Return the text of a document and its findings with their positions."""
        self._findings.forget()
        draft = read_draft(document.text, html=document.html, word=document.word)
        quoted, speakers = spoken(draft.paragraphs, self._known.names)
        found: list[Found] = []
        silent: list[tuple[int, NotJudged]] = []
        unnamed: list[tuple[int, int]] = []  # paragraph and place in `silent` of figures without a measure
        reported: set[tuple[int, int]] = set()  # the text itself makes the claims in reported speech
        sourced = Sourced(draft.paragraphs, quoted)
        texts = [one.text for one in draft.paragraphs]
        # Once for the draft, not for each quotation.
        is_about_another = cache(lambda: is_of_another_meeting(texts, self._known.parties))
        for one, speaker in zip(quoted, speakers, strict=True):
            place, span = placed(draft, one)
            if not one.closed:
                self._notice(
                    f"{document.name}:{span.line}:{max(1, span.column - 1)}: the closing quotation mark is missing"
                )
            if one.text.strip():
                finding = self._findings.quotation(
                    _quoted(draft.paragraphs, one, self._known.parties),
                    speaker,
                    span,
                    sourced.links_beside(one),
                )
                around = draft.paragraphs[one.last].text
                is_near = finding["statement"] is not None  # otherwise, there is nothing to take back
                if is_near and is_about_another() and self._may_be_of_another(one.text, around, finding):
                    self._findings.make_not_found(finding)
                reason = _why_unspoken(draft, one, speaker, finding)
                if reason is not None:
                    silent.append((place, not_judged("quotation", finding["text"], span, reason)))
                    if reason == REPORTED:
                        reported.add((one.paragraph, one.start))
                    continue
                found.append(Found(finding, place, one.paragraph, one.start, one.last, one.end))
                if finding["verdict"] is Verdict.NOT_FOUND and one.paragraph == one.last:
                    found += self._inside(draft, one)
        blanks = list(
            _without(draft.paragraphs, [one for one in quoted if (one.paragraph, one.start) not in reported])
        )
        first = [one.text for one in draft.paragraphs[:_FIRST]]
        elsewhere = is_dated_elsewhere(first, self._known.meetings)
        for number, paragraph in enumerate(draft.paragraphs):
            if not paragraph.aside:
                found += self._figures(draft, blanks, number, silent, unnamed, elsewhere=elsewhere)
        is_long = len(document.text) > _SHORT
        if unnamed and is_long and not _is_about_the_record(found, silent):
            # A text about another matter has money and percentages of its own, unless a paragraph names a country that
            # takes part in the meeting.
            beside = {number for number, _ in unnamed}
            near = {one for one in beside if names_party(texts[one], self._known.parties)}
            idle = {at for number, at in unnamed if number not in near}
            silent = [one for at, one in enumerate(silent) if at not in idle]
        found.sort(key=lambda one: one.place)
        silent.sort(key=lambda one: one[0])
        file = None if document.name == STDIN else document.name
        for each in found:
            each.finding["file"] = file
        for _, one_ in silent:
            one_["file"] = file
        return Examined(draft, found, [one_ for _, one_ in silent])

    def _may_be_of_another(self, words: str, paragraph: str, finding: Finding) -> bool:
        """Return whether words that resemble a quote on record may be of another meeting.

        They name another country, or a person who is not on record speaks them. Many words in a row that are on record are
        from the record.
        """
        if finding["verdict"] in _SAME_WORDS and len(words.split()) >= _MANY:
            return False
        who, names = finding["speaker"], self._known.names
        return (
            (who is not None and names.is_stranger(Attributed(who, known=who in names.slugs)))
            # `said the President of Aland`
            or (finding["attribution"] is Attribution.UNCLEAR and names_other(paragraph, self._known.parties))
            or (finding["verdict"] is Verdict.ALTERED and names_other(words, self._known.parties))
        )

    def _figures(
        self,
        draft: Draft,
        blanks: list[str],
        number: int,
        silent: list[tuple[int, NotJudged]],
        unnamed: list[tuple[int, int]],
        *,
        elsewhere: bool,
    ) -> Iterator[Found]:
        """Yield the figures and dates in a paragraph, and add those that are not judged to the last two lists.

        If the draft is dated long before or after the meetings on record, none is judged.
        """
        paragraph, blanked = draft.paragraphs[number], blanks[number]
        if not may_have_numbers(paragraph.text):
            return
        # The paragraphs before it keep their quotations, because a figure takes its country from there, too.
        before = _before(draft.paragraphs, number)
        for claim in claims(blanked, self._known.measures, self._known.surroundings, before):
            span = span_of(draft, paragraph, claim.start, claim.end)
            place = paragraph.place(claim.start)
            if elsewhere or not isinstance(claim, Claim):
                reason = ANOTHER_TIME if isinstance(claim, Claim) else claim.reason
                if reason == UNNAMED:
                    unnamed.append((number, len(silent)))
                text = " ".join(paragraph.text[claim.start : claim.end].split())
                silent.append((place, not_judged("figure", text, span, reason)))
                continue
            finding = self._findings.figure(blanks, number, paragraph.text, claim, span)
            yield Found(finding, place, number, claim.start, number, claim.end)
        for dated in () if elsewhere else meeting_dates(blanked, self._known.meetings, self._known.names):
            finding = self._findings.dated(
                paragraph.text, dated, span_of(draft, paragraph, dated.start, dated.end)
            )
            yield Found(finding, paragraph.place(dated.start), number, dated.start, number, dated.end)

    def _inside(self, draft: Draft, outer: Quotation) -> Iterator[Found]:
        """Yield the quotations inside a quotation that is not on record."""
        paragraph = draft.paragraphs[outer.paragraph]
        if not may_quote(paragraph.text, outer.start, outer.end):
            return
        words = paragraph.part(outer.start, outer.end)
        quoted = [
            one for one in quotations([words]) if not one.block and one.closed and len(one.text.split()) > 2
        ]
        for one, speaker in zip(quoted, attributions([words], quoted, self._known.names), strict=True):
            finding = self._findings.quotation(
                _quoted([words], one, self._known.parties), speaker, span_of(draft, words, one.start, one.end)
            )
            start, end = outer.start + one.start, outer.start + one.end
            yield Found(finding, words.place(one.start), outer.paragraph, start, outer.paragraph, end)

    def check_words(self, text: str, speaker: str | None = None) -> list[Finding]:
        """Return the finding on words.

        Args:
            text: the words, with or without quotation marks.
            speaker: the slug of the speaker to whom they are attributed, or None.
        """
        words = harmless(text).strip().strip('"“”«»„')
        lines = words.split("\n")
        named = Naming(Attributed(speaker, known=True)) if speaker else Naming()
        return [self._findings.quotation(Quoted(words), named, Span(1, 1, len(lines), len(lines[-1]) + 1))]

    def text_of(self, statement: str) -> str:
        """Return the text of a statement that a finding names; empty if it has not been compared."""
        return self._candidates.text_of(statement)


def _before(paragraphs: Sequence[Paragraph], number: int) -> list[str]:
    """Return the paragraphs before a paragraph that are near it, without the beginnings of long ones.

    A paragraph is cut at the same place for every paragraph after it, so that its countries are looked up once.
    """
    chosen: list[str] = []
    left = _EARLIER
    for at in range(number - 1, max(-1, number - 1 - _MOST_EARLIER), -1):
        if left <= 0:
            break
        chosen.append(paragraphs[at].text[-_EARLIER:])
        left -= len(chosen[-1])
    return chosen[::-1]


def _is_about_the_record(found: Iterable[Found], silent: Iterable[tuple[int, NotJudged]]) -> bool:
    """Return whether a text has words, or a figure for a measure, that are compared with the record."""
    return any(one.finding["record_text"] for one in found) or any(
        one["finding"] == "figure" and one["reason"] != UNNAMED for _, one in silent
    )


def _why_unspoken(draft: Draft, one: Quotation, named: Naming, finding: Finding) -> str | None:
    """Return the reason why words in quotation marks are not a quotation; None if they are one."""
    if one.block:
        return None
    before = draft.paragraphs[one.paragraph].text[max(0, one.start - _BEFORE) : max(0, one.start - 1)]
    verdict = Verdict.of(finding["verdict"])
    behind = draft.paragraphs[one.last].text[one.end : one.end + _BEFORE]
    return why_unspoken(
        Marked(one.text, before, named.framed, verdict, bare=_is_bare(draft, one), behind=behind)
    )


def _is_bare(draft: Draft, one: Quotation) -> bool:
    """Return whether words before a dash at the beginning of a line have neither a quotation mark nor a dash before them.

    Markdown may have read the dash of speech as the mark of a list, so it is looked for in the file.
    """
    paragraph = draft.paragraphs[one.paragraph]
    if not _DASH_BEHIND.match(paragraph.text, one.end) or paragraph.text[: one.start].strip():
        return False
    place = paragraph.place(one.start)
    return not draft.source[draft.source.rfind("\n", 0, place) + 1 : place].strip()


def _quoted(paragraphs: Sequence[Paragraph], one: Quotation, parties: frozenset[str]) -> Quoted:
    """Return a quotation with the words around it in the draft that affect its meaning, given the countries that take part."""
    if len(one.text.split(maxsplit=2)) <= 1:
        return Quoted(one.text, ends=one.ends)  # too short for a verdict
    text = paragraphs[one.paragraph].text
    before, after = text[max(0, one.start - 1 - LONGEST) : max(0, one.start - 1)], paragraphs[one.last].text
    around = said_around(before, after[one.end + 1 : one.end + 100])
    if text[
        max(0, one.start - 1) : one.start
    ].isspace():  # no mark: the words are not part of another sentence
        return Quoted(one.text, *around, one.ends)
    behind = after[one.end + 1 : one.end + 100]
    said = predicate_of(before, behind)
    topics = others_among(said.topics | spoken_of(before, behind), parties)
    return Quoted(one.text, *around, one.ends, said._replace(topics=topics))


def _without(paragraphs: Iterable[Paragraph], quoted: Iterable[Quotation]) -> Iterator[str]:
    """Yield the text of each paragraph with quotations blanked out, because the text does not make the claims in them.

    Quotations that are too short for a verdict are kept: `Putin promised “82 teachers”`, `on the «Igora»`.
    """
    inside: dict[int, list[tuple[int, int]]] = {}
    for one in quoted:
        if not one.block and len(one.text.split(maxsplit=4)) < 5 and is_too_short(tokens_of(one.text)):
            continue
        for at in range(one.paragraph, one.last + 1):
            begin = one.start if at == one.paragraph else 0
            inside.setdefault(at, []).append((begin, one.end if at == one.last else -1))
    for at, paragraph in enumerate(paragraphs):
        text, parts, done = paragraph.text, [], 0
        for begin, end in inside.get(at, ()):
            last = len(text) if end < 0 else end
            blank = last - max(done, begin)
            # A mark at the end of a quotation ends the sentence, too.
            end_mark = text[last - 1] if blank > 1 and text[last - 1] in _ENDS else ""
            parts += [text[done:begin], " " * (blank - len(end_mark)), end_mark]
            done = max(done, last)
        yield "".join([*parts, text[done:]])
