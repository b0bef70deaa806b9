"""Compare a text with the record: its quotations and its figures.

Words select the statements from which a quotation may come (by the stems in the index, the rarest first), and
`proof.judgement` decides between them.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cached_property
from heapq import nlargest
from math import log
from typing import TYPE_CHECKING, Literal, NamedTuple

from tajikcli.documents import STDIN, harmless
from tajikcli.draft.links import Addresses
from tajikcli.draft.read import read_draft
from tajikcli.figures import phrase
from tajikcli.ids import full_id
from tajikcli.language.countries import countries_named
from tajikcli.language.forms import nominatives
from tajikcli.language.transliteration import sounds
from tajikcli.model.streams import Stored
from tajikcli.model.verdicts import Attribution, Verdict
from tajikcli.proof.candidate import Candidate
from tajikcli.proof.fragments import said_around
from tajikcli.proof.judgement import Judgement, Quoted, is_too_short, judge
from tajikcli.proof.measured.claims import UNNAMED, Claim, claims
from tajikcli.proof.measured.measures import Measure, Measures, OnRecord, Surroundings
from tajikcli.proof.measured.meeting_dates import Meeting, meeting_dates
from tajikcli.proof.measured.sentence import names_party
from tajikcli.proof.measured.speaker import Told, figure_speaker
from tajikcli.proof.predicates import predicate_of
from tajikcli.proof.quotation import quotations
from tajikcli.proof.speakers.attribution import Naming, attributions, spoken
from tajikcli.proof.speakers.naming import Attributed, Names
from tajikcli.proof.tokens import forms_to_find, tokens_of
from tajikcli.proof.unspoken import Marked, why_unspoken
from tajikcli.repository.places import Examined, Found, Sourced, Span, placed, span_of
from tajikcli.text import fold_letters, with_hedges
from tajikcli.words import OTHERS, stem, stems

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tajikcli.documents import Document
    from tajikcli.draft.paragraphs import Paragraph
    from tajikcli.draft.read import Draft
    from tajikcli.model.rows import FigureRow, Finding, NotJudged, Statement
    from tajikcli.proof.measured.meeting_dates import Dated
    from tajikcli.proof.quotation import Quotation

# the number of stems by which the statement of a quotation is searched, beginning with the rarest
_MOST_STEMS = 12
_LEAST_STEMS, _MOST_POSTINGS = 5, 8_000  # after this number of statements, frequent words are left out
_MOST_QUOTES, _MOST_FACTS = 30, 20  # the number of candidates to compare word by word
_POOL = 400  # the number of statements from which these are chosen
_SHORT = 1_000  # the number of characters of a text that is too short to tell what it is about
_BEFORE = 80  # the number of characters before a quotation that may identify it as a name
# The limits for data kept between documents: verdicts, words, statements, and numbers of statements by word.
_MOST_JUDGED, _MOST_WORDS, _MOST_CANDIDATES, _MOST_POSTED = 10_000, 200_000, 20_000, 2_000_000
_MOST_SILENT = 500  # the number of characters to show of a part without a verdict
_FAR_PARAGRAPHS = 5  # the number of paragraphs before a figure that may name its speaker
_LONGEST = 2_000  # the number of characters before its sentence that may do so
_TOLD = 4  # the number of figures on record to show beside a wrong one


class _Told(NamedTuple):
    """The keys of a statement that findings show."""

    name: str
    hedges: list[str]
    source: str
    speaker_name: str | None
    via: Sequence[str]


class _Head(NamedTuple):
    """The data needed to select a statement."""

    is_quote: bool
    speaker: str | None


class Checker:
    """Compares texts with a record.

    Args:
        connection: a connection to the index.
        notice: called with a message if a quotation is never closed.
    """

    def __init__(self, connection: sqlite3.Connection, notice: Callable[[str], None]) -> None:
        self._connection = connection
        self._notice = notice
        self._total = connection.execute("SELECT count(*) FROM statement").fetchone()[0]
        self._postings: dict[str, list[int]] = {}
        self._posted = 0  # numbers in these lists
        self._frequencies: dict[str, int] = {}
        self._has_all = False  # whether the frequencies are those of all words on record
        self._heads: dict[int, _Head] = {}
        self._candidates: dict[int, Candidate] = {}
        self._told: dict[int, _Told] = {}
        self._judged: dict[tuple[Quoted, str | None], Judgement] = {}

    def check(self, document: Document) -> list[Finding]:
        """Return the findings on a document's quotations and figures, in the order of the text."""
        return [one.finding for one in self.examine(document).found]

    def examine(self, document: Document) -> Examined:
        """Return the text of a document and its findings with their positions."""
        self._forget()
        draft = read_draft(document.text, html=document.html, word=document.word)
        quoted, speakers = spoken(draft.paragraphs, self._names)
        found: list[Found] = []
        silent: list[tuple[int, NotJudged]] = []
        unnamed: list[tuple[int, int]] = []  # paragraph and place in `silent` of figures without a measure
        sourced = Sourced(draft.paragraphs, quoted)
        for one, speaker in zip(quoted, speakers, strict=True):
            place, span = placed(draft, one)
            if not one.closed:
                self._notice(
                    f"{document.name}:{span.line}:{max(1, span.column - 1)}: the closing quotation mark is missing"
                )
            if one.text.strip():
                finding = self._quotation(
                    _quoted(draft.paragraphs, one), speaker, span, sourced.links_beside(one)
                )
                reason = _why_unspoken(draft, one, speaker, finding)
                if reason is not None:
                    silent.append((place, _not_judged("quotation", finding["text"], span, reason)))
                    continue
                found.append(Found(finding, place, one.paragraph, one.start, one.last, one.end))
                if finding["verdict"] is Verdict.NOT_FOUND and one.paragraph == one.last:
                    found += self._inside(draft, one)
        blanks = list(_without(draft.paragraphs, quoted))
        for number, (paragraph, blanked) in enumerate(zip(draft.paragraphs, blanks, strict=True)):
            if paragraph.aside:
                continue
            for claim in claims(blanked, self._measures, self._known):
                span = span_of(draft, paragraph, claim.start, claim.end)
                if not isinstance(claim, Claim):
                    if claim.reason == UNNAMED:
                        unnamed.append((number, len(silent)))
                    text = " ".join(paragraph.text[claim.start : claim.end].split())
                    silent.append(
                        (paragraph.place(claim.start), _not_judged("figure", text, span, claim.reason))
                    )
                    continue
                finding = self._figure(blanks, number, paragraph.text, claim, span)
                place = paragraph.place(claim.start)
                found.append(Found(finding, place, number, claim.start, number, claim.end))
            for dated in meeting_dates(blanked, self._meetings, self._names):
                finding = self._dated(
                    paragraph.text, dated, span_of(draft, paragraph, dated.start, dated.end)
                )
                place = paragraph.place(dated.start)
                found.append(Found(finding, place, number, dated.start, number, dated.end))
        is_long = len(document.text) > _SHORT
        if unnamed and is_long and not _is_about_the_record(found, silent):
            # A text about another matter has money and percentages of its own, unless a paragraph names a country that
            # takes part in the meeting.
            texts = draft.paragraphs
            idle = {at for number, at in unnamed if not names_party(texts[number].text, self._parties)}
            silent = [one for at, one in enumerate(silent) if at not in idle]
        found.sort(key=lambda one: one.place)
        silent.sort(key=lambda one: one[0])
        file = None if document.name == STDIN else document.name
        for each in found:
            each.finding["file"] = file
        for _, one_ in silent:
            one_["file"] = file
        return Examined(draft, found, [one_ for _, one_ in silent])

    def _inside(self, draft: Draft, outer: Quotation) -> Iterator[Found]:
        """Yield the quotations inside a quotation that is not on record."""
        words = draft.paragraphs[outer.paragraph].part(outer.start, outer.end)
        quoted = [
            one for one in quotations([words]) if not one.block and one.closed and len(one.text.split()) > 2
        ]
        for one, speaker in zip(quoted, attributions([words], quoted, self._names), strict=True):
            finding = self._quotation(
                _quoted([words], one), speaker, span_of(draft, words, one.start, one.end)
            )
            start, end = outer.start + one.start, outer.start + one.end
            yield Found(finding, words.place(one.start), outer.paragraph, start, outer.paragraph, end)

    def _forget(self) -> None:
        """Forget data of earlier documents if there is a lot of it, because an archive may be endless."""
        if (
            len(self._judged) > _MOST_JUDGED
            or len(self._frequencies) > _MOST_WORDS
            or len(self._candidates) > _MOST_CANDIDATES
            or self._posted > _MOST_POSTED
        ):
            for kept in (
                *(self._judged, self._frequencies, self._candidates),
                *(self._told, self._heads, self._postings),
            ):
                kept.clear()
            self._posted, self._has_all = 0, False

    def check_words(self, text: str, speaker: str | None = None) -> list[Finding]:
        """Return the finding on words.

        Args:
            text: the words, with or without quotation marks.
            speaker: the slug of the speaker to whom they are attributed, or None.
        """
        words = harmless(text).strip().strip('"“”«»„')
        lines = words.split("\n")
        named = Naming(Attributed(speaker, known=True)) if speaker else Naming()
        return [self._quotation(Quoted(words), named, Span(1, 1, len(lines), len(lines[-1]) + 1))]

    def _quotation(self, quoted: Quoted, named: Naming, span: Span, links: Sequence[str] = ()) -> Finding:
        who = named.who.who if named.who else None
        judgement = self._judged.get((quoted, who))
        if judgement is None:
            possible = self._possible(" ".join(forms_to_find(quoted.text)), who)
            judgement = judge(quoted, possible, [who] if who else (), self._names)
            self._judged[quoted, who] = judgement
        candidate = judgement.candidate
        on_record = candidate.speaker if candidate else None
        told = self._told[candidate.number] if candidate else None
        is_compared = told is not None and judgement.verdict.is_fault
        link, link_source, sourcing = self._sourcing(links, told.source if told and is_compared else None)
        return {
            "line": span.line,
            "column": span.column,
            "finding": "quotation",
            "text": " ".join(quoted.text.split()),
            "speaker": who,
            "verdict": judgement.verdict,
            "attribution": _attribution(self._with_body(named, told), on_record),
            "statement": told.name if told else None,
            "record_text": " ".join(candidate.text[slice(*judgement.stretch)].split()) if candidate else None,
            "differences": [
                {"text": " ".join(one.text.split()), "record": " ".join(one.record.split())}
                for one in judgement.differences
            ],
            "hedges": told.hedges if told else [],
            "accepted": False,
            "end_line": span.end_line,
            "end_column": span.end_column,
            "speaker_name": self._speaker_names.get(who, who) if who else None,
            "record_speaker": candidate.speaker if candidate else None,
            "record_speaker_name": told.speaker_name if told else None,
            "link": link,
            "link_source": link_source,
            "sourcing": sourcing,
            "file": None,
            "also": [{"statement": self._told[one.number].name, "text": one.text} for one in judgement.also],
        }

    def _with_body(self, named: Naming, told: _Told | None) -> Naming:
        """Return a naming whose speaker is in doubt if a body speaks to which the record does not attribute the statement.

        Media may relay anybody's words. Other relays relay only the words that the record attributes to them.
        Anybody may speak for a capital.
        """
        if named.body is None or told is None:
            return named
        forms = nominatives(fold_letters(named.body))
        relays = {slug for written, slug in self._bodies if fold_letters(written) in forms}
        places = {written for written, slug in self._bodies if slug is None}
        if relays.isdisjoint(told.via) and (relays or not forms.isdisjoint(places)):
            return named._replace(doubt=True)
        return named

    @cached_property
    def _bodies(self) -> list[tuple[str, str | None]]:
        """The names of relays other than media, each with its relay, and the folded names of the countries that take part and of their capitals."""
        media = {fold_letters(written) for written, _ in self._written("source")}
        relays = {slug for written, slug in self._written("relay") if fold_letters(written) in media}
        places = [(fold_letters(one), None) for one, _ in self._written("meeting") if len(one.split()) == 1]
        return [*(one for one in self._written("relay") if one[1] not in relays), *places]

    def _sourcing(
        self, links: Sequence[str], source: str | None
    ) -> tuple[str | None, str | None, Literal["agrees", "differs"] | None]:
        """Return the link to judge, the source at its address, and whether that is the source on record."""
        if not links:
            return None, None, None
        at = [(link, self._addresses.sources_at(link)) for link in links]
        for link, sources in at:
            if source in sources:
                return link, source, "agrees"
        link, sources = at[0]
        is_known = source is not None and (bool(sources) or source in self._addresses.sources)
        return link, next(iter(sources), None), "differs" if is_known else None

    def _dated(self, text: str, dated: Dated, span: Span) -> Finding:
        """Return the finding on the day that a text gives for a meeting."""
        meetings = [dated.meeting] if dated.meeting is not None else self._meetings
        some = [f"{one.date} ({one.title})" for one in meetings][:_TOLD]
        more = [f"and {len(meetings) - _TOLD} more"] if len(meetings) > _TOLD else []
        return _of_figure(
            " ".join(text[dated.start : dated.end].split()),
            Verdict.DIFFERS if dated.meeting is None else Verdict.AGREES,
            "; ".join(some + more),
            span,
        )

    def _figure(self, blanks: Sequence[str], number: int, text: str, claim: Claim, span: Span) -> Finding:
        named = _figure_speaker(blanks, number, claim, self._names) if claim.agrees else Told()
        who = named.who
        # The speaker's own figure comes before equal figures of others.
        figures = sorted(claim.figures, key=lambda one: who not in one.speakers) if who else claim.figures
        told: dict[str, str] = {}
        for one in figures[:1] if claim.agrees else figures:
            period = one.figure["period"]
            words = phrase(one.figure) + (f", {period}" if period else "")
            if claim.exchanged:
                words = f"{one.figure['measure_label']}: {words}"
            told.setdefault(words, with_hedges(one.statement, one.figure["hedges"]))
        some = [f"{words} ({statement})" for words, statement in told.items()][:_TOLD]
        more = [f"and {len(told) - _TOLD} more"] if len(told) > _TOLD else []
        words = " ".join(text[claim.start : claim.end].split())
        verdict = Verdict.AGREES if claim.agrees else Verdict.DIFFERS
        finding = _of_figure(words, verdict, "; ".join(some + more), span, figures[0])
        if who is not None:
            finding["speaker"], finding["speaker_name"] = who, self._speaker_names[who]
            is_theirs = who in figures[0].speakers
            finding["attribution"] = Attribution.AGREES if is_theirs else Attribution.UNCLEAR
        elif named.near and all(named.near.isdisjoint(one.speakers) for one in figures):
            finding["attribution"] = Attribution.UNCLEAR
        return finding

    def _possible(self, text: str, speaker: str | None) -> list[Candidate]:
        """Return the statements from which a quotation may come, in the order of the record."""
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
                weights[number] += weight  # type: ignore[assignment]  # a Counter also accepts fractions
        pool = sorted(nlargest(_POOL, weights, key=weights.__getitem__))
        heads = self._heads_of(pool)
        pool.sort(key=lambda number: (-weights[number], heads[number].speaker != speaker))
        chosen = [number for number in pool if heads[number].is_quote][:_MOST_QUOTES]
        chosen += [number for number in pool if not heads[number].is_quote][:_MOST_FACTS]
        return [self._candidate(number) for number in sorted(chosen)]

    def _heads_of(self, numbers: Iterable[int]) -> dict[int, _Head]:
        """Return the data of statements by number, and look up each only once."""
        missing = [number for number in numbers if number not in self._heads]
        if not missing:
            return self._heads
        rows = self._connection.execute(
            f"SELECT seq, kind = 'quote', speaker FROM statement WHERE seq IN ({', '.join(map(str, missing))})"
        )
        self._heads.update((number, _Head(bool(is_quote), speaker)) for number, is_quote, speaker in rows)
        return self._heads

    def _with_the_very_words(self, text: str) -> list[Candidate]:
        """Return the quotes that contain words that the index leaves out because they are too common (`what do you say`)."""
        longest = max(text.split(), key=len, default="")
        if not longest:
            return []
        rows = self._connection.execute(
            "SELECT seq FROM statement JOIN answer USING (seq) WHERE kind = 'quote' AND instr(lower(json_extract(json, '$.text')), lower(?)) ORDER BY seq",
            (longest,),
        )
        return [self._candidate(number) for (number,) in rows]

    def _frequency(self, one: str) -> int:
        found = self._frequencies.get(one)
        if found is None:
            if (
                len(self._frequencies) == self._total
            ):  # a long text: all words at once are cheaper than one by one
                self._frequencies |= dict(self._connection.execute("SELECT term, doc FROM vocabulary"))
                self._has_all = True
                found = self._frequencies.get(one)
            if found is None and not self._has_all:
                row = self._connection.execute("SELECT doc FROM vocabulary WHERE term = ?", (one,)).fetchone()
                found = row[0] if row else 0
            found = self._frequencies[one] = found or 0
        return found

    def _posting(self, one: str) -> list[int]:
        if one not in self._postings:
            rows = self._connection.execute(
                "SELECT rowid FROM search WHERE search MATCH ?", (f'{{text evidence}} : "{one}"',)
            )
            self._postings[one] = [row[0] for row in rows]
            self._posted += len(self._postings[one])
        return self._postings[one]

    def _candidate(self, number: int) -> Candidate:
        if number not in self._candidates:
            stored = self._connection.execute("SELECT json FROM answer WHERE seq = ?", (number,))
            answers: Stored[Statement] = Stored(text for (text,) in stored)
            (statement,) = answers.rows()
            self._told[number] = _Told(
                self._full_id(statement["meeting"], statement["id"]),
                statement["hedges"],
                statement["source"],
                statement["speaker_name"],
                statement["via"],
            )
            is_fact = statement["kind"] != "quote"
            evidence = [item["exact"] for item in statement["evidence"] if is_fact]
            self._candidates[number] = Candidate(
                number, statement["text"], statement["kind"], statement["speaker"], evidence
            )
        return self._candidates[number]

    def text_of(self, statement: str) -> str:
        """Return the text of a statement that a finding names; empty if it has not been compared."""
        numbers = (number for number, told in self._told.items() if told.name == statement)
        return next((self._candidates[number].text for number in numbers if number in self._candidates), "")

    def _full_id(self, meeting: str, short: str) -> str:
        return full_id(meeting, short) if len(self._years) > 1 else short

    @cached_property
    def _years(self) -> dict[str, str]:
        """The year of each meeting."""
        rows = self._connection.execute("SELECT slug, detail FROM entity WHERE kind = 'meeting'")
        return {slug: json.loads(detail)["date"][:4] for slug, detail in rows}

    @cached_property
    def _speaker_names(self) -> dict[str, str]:
        rows = self._connection.execute("SELECT slug, name FROM entity WHERE kind = 'speaker'")
        return dict(rows.fetchall())

    @cached_property
    def _addresses(self) -> Addresses:
        rows = self._connection.execute("SELECT slug, detail FROM entity WHERE kind = 'source'")
        details = [(slug, json.loads(detail)) for slug, detail in rows]
        known = [(detail.get(key), slug) for slug, detail in details for key in ("url", "archived")]
        return Addresses([(address, slug) for address, slug in known if address])

    @cached_property
    def _meetings(self) -> list[Meeting]:
        """The meetings on record whose day is known."""
        rows = self._connection.execute("SELECT detail FROM entity WHERE kind = 'meeting' ORDER BY slug")
        details = [json.loads(detail) for (detail,) in rows]
        return [
            Meeting(one["date"], one["title"], frozenset(_capitals(one["place"] or "")))
            for one in details
            if len(one["date"]) == len("2024-12-24")
        ]

    @cached_property
    def _names(self) -> Names:
        others = [written for written, _ in self._written("relay", "source")]
        # The names of a meeting are its countries; its title may also contain the speakers' names.
        others += [written for written, _ in self._written("meeting") if len(written.split()) == 1]
        rows = self._connection.execute("SELECT slug, detail FROM entity WHERE kind = 'speaker'")
        details = {slug: json.loads(detail) for slug, detail in rows}
        genders = {slug: detail["gender"] for slug, detail in details.items() if detail["gender"]}
        roles = {slug: detail["role"] for slug, detail in details.items() if detail["role"]}
        return Names(self._speakers(), others, genders, roles)

    def _speakers(self) -> Iterator[tuple[str, str]]:
        yield from self._written("speaker")
        rows = self._connection.execute(
            "SELECT slug, name, json_extract(detail, '$.role') FROM entity WHERE kind = 'speaker'"
        ).fetchall()
        yield from ((role, slug) for slug, _, role in rows if role)
        # A last name means its bearer, even without an alias, if nobody else on record has it.
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
        languages = tuple(sorted(OTHERS))
        return Measures(
            (Measure(slug, names, self._figures, languages) for slug, names in named.items()), languages
        )

    @cached_property
    def _known(self) -> Surroundings:
        """The words near a measure that do not indicate another subject: the parties, and all names on record except topics."""
        written = [name for name, _ in self._written("meeting", "speaker", "measure", "relay", "source")]
        words = {fold_letters(word) for name in written for word in re.findall(r"[^\W\d_]+", name)}
        return Surroundings(frozenset(words | set(map(stem, words))), self._parties)

    @property
    def _parties(self) -> frozenset[str]:
        """The countries that take part: those in the title and aliases of a meeting, and in the roles and aliases of speakers.

        The place does not count, because it may be in a third country, and neither do titles of sources,
        which may be about others.
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
        speakers: dict[tuple[str | None, ...], set[str | None]] = {}
        for figure in figures.rows():
            numbers = (figure["value"], figure["from"], figure["to"], figure["change"])
            identity = (*numbers, figure["scale"], figure["unit"], figure["period"], figure["approx"])
            statement = self._full_id(figure["meeting"], figure["statement"])
            different.setdefault(identity, OnRecord(figure, statement, self._years[figure["meeting"]]))
            speakers.setdefault(identity, set()).add(figure["speaker"])
        return tuple(
            one._replace(speakers=frozenset(speakers[identity])) for identity, one in different.items()
        )


def _capitals(place: str) -> Iterator[str]:
    """Yield the capitalised words of a place, without the names of countries, in a form equal in all scripts."""
    first = place.split(",", maxsplit=1)[0]
    return (sounds(fold_letters(word)) for word in re.findall(r"[^\W\d_]+", first) if word[0].isupper())


def _of_figure(
    text: str, verdict: Verdict, record_text: str, span: Span, first: OnRecord | None = None
) -> Finding:
    """Return a finding on a figure.

    Args:
        text: the figure as written in the text.
        verdict: the verdict.
        record_text: the figures of the record.
        span: its position.
        first: the figure on record with which it is compared; None for the day of a meeting.
    """
    figure = first.figure if first is not None else None
    return {
        "line": span.line,
        "column": span.column,
        "finding": "figure",
        "text": text,
        "speaker": None,
        "verdict": verdict,
        "attribution": None,
        "statement": first.statement if first is not None else None,
        "record_text": record_text,
        "differences": [],
        "hedges": figure["hedges"] if figure is not None else [],
        "accepted": False,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "speaker_name": None,
        "record_speaker": figure["speaker"] if figure is not None else None,
        "record_speaker_name": figure["speaker_name"] if figure is not None else None,
        "link": None,
        "link_source": None,
        "sourcing": None,
        "file": None,
        "also": [],
    }


def _is_about_the_record(found: Iterable[Found], silent: Iterable[tuple[int, NotJudged]]) -> bool:
    """Return whether a text has words, or a figure for a measure, that are compared with the record."""
    return any(one.finding["record_text"] for one in found) or any(
        one["finding"] == "figure" and one["reason"] != UNNAMED for _, one in silent
    )


def _figure_speaker(blanks: Sequence[str], number: int, claim: Claim, names: Names) -> Told:
    """Return the person to whom the text attributes a figure, given all paragraphs without quotations and the number of one."""
    first, last, start, end = claim.words
    text = blanks[number]
    earlier = (*blanks[max(0, number - _FAR_PARAGRAPHS) : number], text[max(0, first - _LONGEST) : first])
    return figure_speaker(text[first:last], start - first, end - first, names, earlier)


def _not_judged(kind: Literal["quotation", "figure"], text: str, span: Span, reason: str) -> NotJudged:
    """Return a part of a text that got no verdict; very long parts are cut, and the caller adds the file."""
    return {
        "file": None,
        "line": span.line,
        "column": span.column,
        "finding": kind,
        "text": text if len(text) <= _MOST_SILENT else f"{text[:_MOST_SILENT]}…",
        "reason": reason,
    }


def _why_unspoken(draft: Draft, one: Quotation, named: Naming, finding: Finding) -> str | None:
    """Return the reason why words in quotation marks are not a quotation; None if they are one."""
    if one.block:
        return None
    before = draft.paragraphs[one.paragraph].text[max(0, one.start - _BEFORE) : max(0, one.start - 1)]
    return why_unspoken(Marked(one.text, before, named.framed, Verdict.of(finding["verdict"])))


def _attribution(named: Naming, on_record: str | None) -> Attribution | None:
    """Return the verdict on the speaker that a text names for a quotation.

    Args:
        named: the speaker in the text.
        on_record: the speaker of the statement in which the quotation was found; None if there is none.
    """
    if named.who is not None:
        if on_record is None:
            return None
        return Attribution.AGREES if named.who.who == on_record else Attribution.DIFFERS
    if not named.doubt and all(person.who == on_record for person in named.near):
        return Attribution.UNNAMED
    return None if on_record is None else Attribution.UNCLEAR


def _quoted(paragraphs: Sequence[Paragraph], one: Quotation) -> Quoted:
    """Return a quotation with the words around it in the draft that affect its meaning."""
    if len(one.text.split(maxsplit=2)) <= 1:
        return Quoted(one.text, ends=one.ends)  # too short for a verdict
    text = paragraphs[one.paragraph].text
    before, after = text[max(0, one.start - 100) : max(0, one.start - 1)], paragraphs[one.last].text
    around = said_around(before, after[one.end + 1 : one.end + 100])
    return Quoted(one.text, *around, one.ends, predicate_of(before))


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
            parts += [text[done:begin], " " * (last - max(done, begin))]
            done = max(done, last)
        yield "".join([*parts, text[done:]])
