"""Holding a text against the record: its quotations and its figures.

Words choose the statements that a quotation may be (by the index's stems, the rarest first), and `proof.judgement`
decides between them.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cached_property
from heapq import nlargest
from math import log
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.documents import harmless
from tajikcli.draft.read import read_draft
from tajikcli.figures import phrase
from tajikcli.ids import full_id
from tajikcli.language.countries import countries_named
from tajikcli.model.streams import Stored
from tajikcli.model.verdicts import FAULTY_ATTRIBUTIONS, Attribution, Verdict
from tajikcli.proof.attribution import attributions
from tajikcli.proof.candidate import Candidate
from tajikcli.proof.claims import Measure, Measures, OnRecord, Surroundings, claims
from tajikcli.proof.fragments import said_around
from tajikcli.proof.judgement import Judgement, Quoted, judge
from tajikcli.proof.naming import Names
from tajikcli.proof.quotation import quotations
from tajikcli.proof.tokens import forms_to_find
from tajikcli.text import fold_letters, with_hedges
from tajikcli.words import others_among, stem, stems

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tajikcli.documents import Document
    from tajikcli.draft.paragraphs import Paragraph
    from tajikcli.draft.read import Draft
    from tajikcli.model.pages import FileFinding
    from tajikcli.model.rows import FigureRow, Finding, Statement
    from tajikcli.proof.claims import Claim
    from tajikcli.proof.naming import Attributed
    from tajikcli.proof.quotation import Quotation

_MOST_STEMS = 12  # of a quotation, by which its statement is looked for: the rarest
_LEAST_STEMS, _MOST_POSTINGS = 5, 8_000  # frequent words are left out once so many statements have been found
_MOST_QUOTES, _MOST_FACTS = 30, 20  # that are compared word by word
_POOL = 400  # of which these are chosen
_TOLD = 4  # figures on record that a wrong one is shown with


_BLANKS = re.compile(r"\s*")


class _Head(NamedTuple):
    """What has to be known of a statement to choose it."""

    is_quote: bool
    speaker: str | None


class Checker:
    """Holds texts against a record.

    Args:
        connection: to the index.
        notice: told where a quotation is never closed.
    """

    def __init__(self, connection: sqlite3.Connection, notice: Callable[[str], None]) -> None:
        self._connection = connection
        self._notice = notice
        self._total = connection.execute("SELECT count(*) FROM statement").fetchone()[0]
        self._postings: dict[str, list[int]] = {}
        self._frequencies: dict[str, int] = {}
        self._heads: dict[int, _Head] = {}
        self._candidates: dict[int, Candidate] = {}
        self._ids: dict[int, str] = {}
        self._hedges: dict[int, list[str]] = {}
        self._judged: dict[tuple[Quoted, str | None], Judgement] = {}

    def check(self, document: Document) -> list[FileFinding]:
        """Return what a document's quotations and figures are found to be, in the order of the text."""
        draft = read_draft(document.text, html=document.html)
        quoted = quotations(draft.paragraphs)
        speakers = attributions(draft.paragraphs, quoted, self._names)
        found = []
        for one, speaker in zip(quoted, speakers, strict=True):
            place = draft.paragraphs[one.paragraph].place(one.start + _leading(draft, one))
            line, column = draft.position(place)
            if not one.closed:
                self._notice(
                    f"{document.name}:{line}:{max(1, column - 1)}: the closing quotation mark is missing"
                )
            if one.text.strip():
                finding = self._quotation(_quoted(draft.paragraphs, one), speaker, line, column)
                found.append((place, finding))
                if finding["verdict"] is Verdict.NOT_FOUND and one.paragraph == one.last:
                    found += self._inside(draft, draft.paragraphs[one.paragraph].part(one.start, one.end))
        for paragraph, blanked in zip(draft.paragraphs, _without(draft.paragraphs, quoted), strict=True):
            if paragraph.aside:
                continue
            for claim in claims(blanked, self._measures, self._known):
                place = paragraph.place(claim.start)
                found.append((place, self._figure(paragraph.text, claim, *draft.position(place))))
        return [finding for _, finding in sorted(found, key=lambda pair: pair[0])]

    def _inside(self, draft: Draft, words: Paragraph) -> Iterator[tuple[int, FileFinding]]:
        """Yield what a quotation that is not on record quotes in its turn, each with its place."""
        quoted = [
            one for one in quotations([words]) if not one.block and one.closed and len(one.text.split()) > 2
        ]
        for one, speaker in zip(quoted, attributions([words], quoted, self._names), strict=True):
            place = words.place(one.start)
            yield place, self._quotation(_quoted([words], one), speaker, *draft.position(place))

    def check_words(self, text: str) -> list[FileFinding]:
        """Return what words are found to be, marks or none around them."""
        return [self._quotation(Quoted(harmless(text).strip().strip('"“”«»„')), None, 1, 1)]

    def _quotation(self, quoted: Quoted, speaker: Attributed | None, line: int, column: int) -> FileFinding:
        who = speaker.who if speaker else None
        judgement = self._judged.get((quoted, who))
        if judgement is None:
            possible = self._possible(" ".join(forms_to_find(quoted.text)), who)
            judgement = judge(quoted, possible, [who] if who else (), self._names)
            self._judged[quoted, who] = judgement
        candidate = judgement.candidate
        attribution: Attribution | None = None
        if speaker is None:
            attribution = Attribution.UNNAMED
        elif candidate is not None and candidate.speaker is not None:
            attribution = Attribution.AGREES if speaker.who == candidate.speaker else Attribution.DIFFERS
        return {
            "line": line,
            "column": column,
            "finding": "quotation",
            "text": " ".join(quoted.text.split()),
            "speaker": who,
            "verdict": judgement.verdict,
            "attribution": attribution,
            "statement": self._ids[candidate.number] if candidate else None,
            "record_text": " ".join(candidate.text[slice(*judgement.stretch)].split()) if candidate else None,
            "differences": [
                {"text": " ".join(one.text.split()), "record": " ".join(one.record.split())}
                for one in judgement.differences
            ],
            "hedges": self._hedges[candidate.number] if candidate else [],
            "accepted": False,
        }

    def _figure(self, text: str, claim: Claim, line: int, column: int) -> FileFinding:
        told: dict[str, str] = {}
        for one in claim.figures:
            period = one.figure["period"]
            words = phrase(one.figure) + (f", {period}" if period else "")
            told.setdefault(words, with_hedges(one.statement, one.figure["hedges"]))
        some = [f"{words} ({statement})" for words, statement in told.items()][:_TOLD]
        more = [f"and {len(told) - _TOLD} more"] if len(told) > _TOLD else []
        return {
            "line": line,
            "column": column,
            "finding": "figure",
            "text": " ".join(text[claim.start : claim.end].split()),
            "speaker": None,
            "verdict": Verdict.AGREES if claim.agrees else Verdict.DIFFERS,
            "attribution": None,
            "statement": claim.figures[0].statement,
            "record_text": "; ".join(some + more),
            "differences": [],
            "hedges": claim.figures[0].figure["hedges"],
            "accepted": False,
        }

    def _possible(self, text: str, speaker: str | None) -> list[Candidate]:
        """Return the statements that a quotation may be, in the record's order."""
        wanted = list(dict.fromkeys(stems(text)))
        known = [one for one in wanted if self._frequency(one)]
        if not known:
            return self._with_the_very_words(text) if not wanted else []
        weights: Counter[int] = Counter()
        looked_at = 0
        for order, one in enumerate(sorted(known, key=self._frequency)[:_MOST_STEMS]):
            looked_at += self._frequency(one)
            if order >= _LEAST_STEMS and looked_at > _MOST_POSTINGS:
                break
            weight = log(1 + self._total / self._frequency(one))
            for number in self._posting(one):
                weights[number] += weight  # type: ignore[assignment]  # a Counter counts in any unit
        pool = sorted(nlargest(_POOL, weights, key=weights.__getitem__))
        heads = self._heads_of(pool)
        pool.sort(key=lambda number: (-weights[number], heads[number].speaker != speaker))
        chosen = [number for number in pool if heads[number].is_quote][:_MOST_QUOTES]
        chosen += [number for number in pool if not heads[number].is_quote][:_MOST_FACTS]
        return [self._candidate(number) for number in sorted(chosen)]

    def _heads_of(self, numbers: Iterable[int]) -> dict[int, _Head]:
        """Return what statements are, by number; each is looked up once."""
        missing = [number for number in numbers if number not in self._heads]
        rows = self._connection.execute(
            f"SELECT seq, kind = 'quote', speaker FROM statement WHERE seq IN ({', '.join(map(str, missing))})"
        )
        self._heads.update((number, _Head(bool(is_quote), speaker)) for number, is_quote, speaker in rows)
        return self._heads

    def _with_the_very_words(self, text: str) -> list[Candidate]:
        """Return the quotes with words that the index leaves out because every text has them (`what do you say`)."""
        longest = max(text.split(), key=len, default="")
        if not longest:
            return []
        rows = self._connection.execute(
            "SELECT seq FROM statement JOIN answer USING (seq) WHERE kind = 'quote' AND instr(lower(json_extract(json, '$.text')), lower(?)) ORDER BY seq",
            (longest,),
        )
        return [self._candidate(number) for (number,) in rows]

    def _frequency(self, one: str) -> int:
        if one not in self._frequencies:
            row = self._connection.execute("SELECT doc FROM vocabulary WHERE term = ?", (one,)).fetchone()
            self._frequencies[one] = row[0] if row else 0
        return self._frequencies[one]

    def _posting(self, one: str) -> list[int]:
        if one not in self._postings:
            rows = self._connection.execute(
                "SELECT rowid FROM search WHERE search MATCH ?", (f'{{text evidence}} : "{one}"',)
            )
            self._postings[one] = [row[0] for row in rows]
        return self._postings[one]

    def _candidate(self, number: int) -> Candidate:
        if number not in self._candidates:
            stored = self._connection.execute("SELECT json FROM answer WHERE seq = ?", (number,))
            answers: Stored[Statement] = Stored(text for (text,) in stored)
            (statement,) = answers.rows()
            self._ids[number] = self._full_id(statement["meeting"], statement["id"])
            self._hedges[number] = statement["hedges"]
            is_fact = statement["kind"] != "quote"
            evidence = [item["exact"] for item in statement["evidence"] if is_fact]
            self._candidates[number] = Candidate(
                number, statement["text"], statement["kind"], statement["speaker"], evidence
            )
        return self._candidates[number]

    def _full_id(self, meeting: str, short: str) -> str:
        return full_id(meeting, short) if len(self._years) > 1 else short

    @cached_property
    def _years(self) -> dict[str, str]:
        """The year of each meeting."""
        rows = self._connection.execute("SELECT slug, detail FROM entity WHERE kind = 'meeting'")
        return {slug: json.loads(detail)["date"][:4] for slug, detail in rows}

    @cached_property
    def _names(self) -> Names:
        others = [written for written, _ in self._written("relay", "source")]
        # A meeting's names are its countries; its title may have the speakers' own in it.
        others += [written for written, _ in self._written("meeting") if len(written.split()) == 1]
        return Names(self._speakers(), others)

    def _speakers(self) -> Iterator[tuple[str, str]]:
        yield from self._written("speaker")
        rows = self._connection.execute(
            "SELECT slug, name, json_extract(detail, '$.role') FROM entity WHERE kind = 'speaker'"
        ).fetchall()
        yield from ((role, slug) for slug, _, role in rows if role)
        # A last name means its bearer, alias or not, where nobody else on record has it.
        last_names = [(name.split()[-1], slug) for slug, name, _ in rows if len(name.split()) > 1]
        bearers = Counter(fold_letters(last) for last, _ in last_names)
        yield from ((last, slug) for last, slug in last_names if bearers[fold_letters(last)] == 1)

    def _written(self, *kinds: str) -> list[tuple[str, str]]:
        marks = ", ".join("?" * len(kinds))
        return self._connection.execute(
            f"SELECT written, slug FROM alias WHERE kind IN ({marks})",
            kinds,
        ).fetchall()

    @cached_property
    def _measures(self) -> Measures:
        named: dict[str, list[str]] = {}
        for written, slug in self._written("measure"):
            named.setdefault(slug, []).append(written)
        slugs = self._connection.execute("SELECT slug FROM entity WHERE kind = 'language'")
        languages = others_among(slug for (slug,) in slugs)
        return Measures(
            (Measure(slug, names, self._figures, languages) for slug, names in named.items()), languages
        )

    @cached_property
    def _known(self) -> Surroundings:
        """What may stand beside a measure and make it no other matter: all names on record but topics', and the parties."""
        written = [name for name, _ in self._written("meeting", "speaker", "measure", "relay", "source")]
        words = {fold_letters(word) for name in written for word in re.findall(r"[^\W\d_]+", name)}
        return Surroundings(frozenset(words | set(map(stem, words))), self._parties)

    @property
    def _parties(self) -> frozenset[str]:
        """The countries that meet: those that a meeting's title and aliases and the speakers' roles and aliases name.

        Not its place, which may be a third country's, and not the titles of sources, which may be about others too.
        """
        rows = self._connection.execute("SELECT detail FROM entity WHERE kind IN ('meeting', 'speaker')")
        details = [json.loads(detail) for (detail,) in rows]
        names = [
            name
            for detail in details
            for name in (detail.get("title"), detail.get("role"), *detail["aliases"])
        ]
        return countries_named(filter(None, names))

    def _figures(self, measure: str) -> tuple[OnRecord, ...]:
        rows = self._connection.execute(
            "SELECT json FROM figure WHERE measure = ? ORDER BY seq, number", (measure,)
        )
        figures: Stored[FigureRow] = Stored(text for (text,) in rows)
        different: dict[tuple[str | None, ...], OnRecord] = {}
        for figure in figures.rows():
            numbers = (figure["value"], figure["from"], figure["to"], figure["change"])
            identity = (*numbers, figure["scale"], figure["unit"], figure["period"])
            statement = self._full_id(figure["meeting"], figure["statement"])
            different.setdefault(identity, OnRecord(figure, statement, self._years[figure["meeting"]]))
        return tuple(different.values())


def is_faulty(finding: Finding) -> bool:
    """Tell whether a finding is a fault: words not on record as they stand, another speaker, another figure.

    What somebody has accepted is none.
    """
    return not finding["accepted"] and (
        Verdict.of(finding["verdict"]).is_fault or finding["attribution"] in FAULTY_ATTRIBUTIONS
    )


def _leading(draft: Draft, one: Quotation) -> int:
    """Return how many blanks stand between the mark and the first word."""
    blanks = _BLANKS.match(draft.paragraphs[one.paragraph].text, one.start)
    return len(blanks[0]) if blanks else 0


def _quoted(paragraphs: Sequence[Paragraph], one: Quotation) -> Quoted:
    """Return a quotation with what turns a sense of what the draft itself says around it."""
    if len(one.text.split(maxsplit=2)) <= 1:
        return Quoted(one.text, ends=one.ends)  # too short for a verdict
    text = paragraphs[one.paragraph].text
    before, after = text[max(0, one.start - 100) : max(0, one.start - 1)], paragraphs[one.last].text
    return Quoted(one.text, *said_around(before, after[one.end + 1 : one.end + 100]), one.ends)


def _without(paragraphs: Iterable[Paragraph], quoted: Iterable[Quotation]) -> Iterator[str]:
    """Yield each paragraph's text with blanks in place of its quotations: what a speaker says is no claim of the text."""
    inside: dict[int, list[tuple[int, int]]] = {}
    for one in quoted:
        for at in range(one.paragraph, one.last + 1):
            begin = one.start if at == one.paragraph else 0
            inside.setdefault(at, []).append((begin, one.end if at == one.last else -1))
    for at, paragraph in enumerate(paragraphs):
        text, parts, done = paragraph.text, [], 0
        for begin, end in inside.get(at, ()):
            last = len(text) if end < 0 else end
            parts += [text[done:begin], " " * (last - max(done, begin))]
            done = max(done, last)
        yield "".join([*parts, text[done:]])
