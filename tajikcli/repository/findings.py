"""Write the findings of `check`: the verdict on a quotation, a figure or a date, with its counterpart on record."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Literal

from tajikcli.language.forms import nominatives
from tajikcli.model.verdicts import Attribution, Verdict
from tajikcli.proof.judgement import judge, of_a_stranger
from tajikcli.proof.measured.speaker import Around, Spans, figure_speaker
from tajikcli.proof.measured.speaker import Told as Teller
from tajikcli.proof.tokens import forms_to_find
from tajikcli.text import fold_letters, with_hedges

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.model.rows import Finding, NotJudged
    from tajikcli.proof.judgement import Judgement, Quoted
    from tajikcli.proof.measured.amounts import OnRecord
    from tajikcli.proof.measured.claims import Claim
    from tajikcli.proof.measured.meeting_dates import Dated
    from tajikcli.proof.speakers.attribution import Naming
    from tajikcli.proof.speakers.naming import Names
    from tajikcli.repository.candidates import Candidates, Told
    from tajikcli.repository.known import Known
    from tajikcli.repository.places import Span

_MOST_JUDGED = 10_000  # the number of verdicts kept between documents
_MOST_SILENT = 500  # the number of characters to show of a part without a verdict
_FAR_PARAGRAPHS = 5  # the number of paragraphs before a figure that may name its speaker
_LONGEST = 2_000  # the number of characters before its sentence that may do so
_TOLD = 4  # the number of figures on record to show beside a wrong one


class Findings:
    """Writes the findings on parts of texts.

    Args:
        candidates: the statements on record.
        known: the names on record.
    """

    def __init__(self, candidates: Candidates, known: Known) -> None:
        self._candidates, self._known = candidates, known
        self._judged: dict[tuple[Quoted, str | None], Judgement] = {}
        self._differing: tuple[tuple[OnRecord, ...], bool, str] = (), False, ""

    def forget(self) -> None:
        """Forget data of earlier documents if there is a lot of it, because an archive may be endless."""
        if len(self._judged) > _MOST_JUDGED or self._candidates.are_many:
            self._judged.clear()
            self._candidates.forget()

    def quotation(self, quoted: Quoted, named: Naming, span: Span, links: Sequence[str] = ()) -> Finding:
        """Return the finding on a quotation.

        Args:
            quoted: its words, with the words around it that affect its meaning.
            named: the speaker that the text names.
            span: its position.
            links: the addresses beside it.
        """
        who = named.who.who if named.who else None
        judgement = self._judged.get((quoted, who))
        if judgement is None:
            possible = self._candidates.possible(" ".join(forms_to_find(quoted.text)), who)
            judgement = judge(quoted, possible, [who] if who else (), self._known.names)
            is_altered = judgement.verdict is Verdict.ALTERED
            if is_altered and named.who is not None and self._known.names.is_stranger(named.who):
                judgement = of_a_stranger(judgement, quoted.text)
            self._judged[quoted, who] = judgement
        candidate = judgement.candidate
        on_record = candidate.speaker if candidate else None
        told = self._candidates.told(candidate.number) if candidate else None
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
            "speaker_name": self._known.speaker_names.get(who, who) if who else None,
            "record_speaker": candidate.speaker if candidate else None,
            "record_speaker_name": told.speaker_name if told else None,
            "link": link,
            "link_source": link_source,
            "sourcing": sourcing,
            "file": None,
            "also": [
                {"statement": self._candidates.told(one.number).name, "text": one.text}
                for one in judgement.also
            ],
        }

    def make_not_found(self, finding: Finding) -> None:
        """Change a finding on a quotation into one that names no statement, because the words only resemble those on record."""
        finding["verdict"], finding["attribution"] = Verdict.NOT_FOUND, None
        finding["statement"] = finding["record_text"] = finding["record_speaker"] = None
        finding["record_speaker_name"] = finding["link_source"] = finding["sourcing"] = None
        finding["differences"], finding["hedges"], finding["also"] = [], [], []

    def figure(self, blanks: Sequence[str], number: int, text: str, claim: Claim, span: Span) -> Finding:
        """Return the finding on a figure.

        Args:
            blanks: the paragraphs of the text with quotations blanked out.
            number: the number of its paragraph.
            text: its paragraph.
            claim: the figure with its verdict.
            span: its position.
        """
        named = _figure_speaker(blanks, number, claim, self._known.names) if claim.agrees else Teller()
        who = named.who
        # The speaker's own figure comes before the same figure by others.
        figures = sorted(claim.figures, key=lambda one: who not in one.speakers) if who else claim.figures
        said = (
            _in_words(figures[:1], exchanged=claim.exchanged) if claim.agrees else self._all_in_words(claim)
        )
        words = " ".join(text[claim.start : claim.end].split())
        verdict = Verdict.AGREES if claim.agrees else Verdict.DIFFERS
        finding = _of_figure(words, verdict, said, span, figures[0])
        if who is not None:
            finding["speaker"], finding["speaker_name"] = who, self._known.speaker_names[who]
            is_theirs = who in figures[0].speakers
            finding["attribution"] = Attribution.AGREES if is_theirs else Attribution.UNCLEAR
        elif named.near and all(named.near.isdisjoint(one.speakers) for one in figures):
            finding["attribution"] = Attribution.UNCLEAR
        return finding

    def _all_in_words(self, claim: Claim) -> str:
        """Return the words for the figures that differ from a number; many numbers differ from the same figures."""
        figures, exchanged, said = self._differing
        if figures is not claim.figures or exchanged is not claim.exchanged:
            said = _in_words(claim.figures, exchanged=claim.exchanged)
            self._differing = claim.figures, claim.exchanged, said
        return said

    def dated(self, text: str, dated: Dated, span: Span) -> Finding:
        """Return the finding on the day that a text gives for a meeting."""
        meetings = [dated.meeting] if dated.meeting is not None else self._known.meetings
        some = [f"{one.date} ({one.title})" for one in meetings][:_TOLD]
        more = [f"and {len(meetings) - _TOLD} more"] if len(meetings) > _TOLD else []
        return _of_figure(
            " ".join(text[dated.start : dated.end].split()),
            Verdict.DIFFERS if dated.meeting is None else Verdict.AGREES,
            "; ".join(some + more),
            span,
        )

    def _with_body(self, named: Naming, told: Told | None) -> Naming:
        """Return a naming whose speaker is in doubt if a body speaks to which the record does not attribute the statement.

        Media may relay anybody's words. Other relays relay only the words that the record attributes to them.
        Anybody may speak for a capital.
        """
        if named.body is None or told is None:
            return named
        forms = nominatives(fold_letters(named.body))
        relays = {slug for written, slug in self._known.bodies if fold_letters(written) in forms}
        places = {written for written, slug in self._known.bodies if slug is None}
        if relays.isdisjoint(told.via) and (relays or not forms.isdisjoint(places)):
            return named._replace(doubt=True)
        return named

    def _sourcing(
        self, links: Sequence[str], source: str | None
    ) -> tuple[str | None, str | None, Literal["agrees", "differs"] | None]:
        """Return the link to judge, the source at its address, and whether that is the source on record."""
        if not links:
            return None, None, None
        at = [(link, self._known.addresses.sources_at(link)) for link in links]
        for link, sources in at:
            if source in sources:
                return link, source, "agrees"
        link, sources = at[0]
        is_known = source is not None and (bool(sources) or source in self._known.addresses.sources)
        return link, next(iter(sources), None), "differs" if is_known else None


def _in_words(figures: Sequence[OnRecord], *, exchanged: bool) -> str:
    """Return the words for different figures on record: the first ones, and how many more there are.

    Args:
        figures: the figures.
        exchanged: whether a text exchanges two countries, so that the measure is of interest, too.
    """
    told: dict[str, OnRecord] = {}
    for one in figures:
        told.setdefault(f"{one.figure['measure_label']}: {one.words}" if exchanged else one.words, one)
    some = [
        f"{words} ({with_hedges(one.statement, one.figure['hedges'])})"
        for words, one in islice(told.items(), _TOLD)
    ]
    more = [f"and {len(told) - _TOLD} more"] if len(told) > _TOLD else []
    return "; ".join(some + more)


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


def _figure_speaker(blanks: Sequence[str], number: int, claim: Claim, names: Names) -> Teller:
    """Return the person to whom the text attributes a figure, given all paragraphs without quotations and the number of one."""
    first, last, start, end = claim.words
    text = blanks[number]
    earlier = (*blanks[max(0, number - _FAR_PARAGRAPHS) : number], text[max(0, first - _LONGEST) : first])
    around = Around(earlier, text[last : last + _LONGEST])
    spans = Spans((start - first, end - first), (claim.start - first, claim.end - first))
    return figure_speaker(text[first:last], spans, names, around)


def not_judged(kind: Literal["quotation", "figure"], text: str, span: Span, reason: str) -> NotJudged:
    """Return a part of a text that got no verdict; very long parts are cut, and the caller adds the file."""
    return {
        "file": None,
        "line": span.line,
        "column": span.column,
        "finding": kind,
        "text": text if len(text) <= _MOST_SILENT else f"{text[:_MOST_SILENT]}…",
        "reason": reason,
    }


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
