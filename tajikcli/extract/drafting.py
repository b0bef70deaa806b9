"""Draft a knowledge file from the text of a source, with everything a program can find and questions about the rest."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.extract.asides import Aside, aside_of
from tajikcli.extract.cast import Cast
from tajikcli.extract.counting import Figure, figures_of, without_headline
from tajikcli.extract.denials import denial_of
from tajikcli.extract.figures import figures_in
from tajikcli.extract.goals import Goal, goal_of
from tajikcli.extract.likeness import Likeness
from tajikcli.extract.measures import Measures
from tajikcli.extract.meeting import meeting_of
from tajikcli.extract.predicate import predicate
from tajikcli.extract.quotes import Standing, quotes_in
from tajikcli.extract.relays import Relays
from tajikcli.extract.selectors import Selectors
from tajikcli.extract.slugs import Taken, slug_of, subject_of
from tajikcli.extract.tellers import Tellers
from tajikcli.extract.telling import points_back, teller, when_told
from tajikcli.extract.topics import LAST, Topics
from tajikcli.language.all_reports import reports
from tajikcli.language.forms import any_of
from tajikcli.model.knowledge import (
    AskEntry,
    EvidenceEntry,
    KnowledgeFile,
    LinkEntry,
    Source,
    Speaker,
    StatementEntry,
)
from tajikcli.model.relations import Relation

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from tajikcli.extract.figures import Counted
    from tajikcli.extract.head import Head
    from tajikcli.extract.quotes import Quote
    from tajikcli.extract.sentences import Sentence, Text

_REPORTS = reports()
_RESERVATION = re.compile(rf"(?<!\w)(?:{any_of(_REPORTS.reservations)})(?!\w)", re.IGNORECASE)
_MOST_CANDIDATES = 4


def draft(text: Text, head: Head, into: KnowledgeFile | None) -> KnowledgeFile:
    """Return the draft of a knowledge file.

    Args:
        text: the text of the source.
        head: the known facts about the text as a whole.
        into: a record whose speakers, topics and measures are reused, or None.
    """
    return _Drafting(text, head, into).knowledge()


class _Placed(NamedTuple):
    """A statement with its position in the text."""

    paragraph: int
    offset: int
    statement: StatementEntry


class _Drafting:
    def __init__(self, text: Text, head: Head, into: KnowledgeFile | None) -> None:
        self._text, self._head, self._into = text, head, into
        self._selectors = Selectors(text.source)
        self._topics = Topics(into.topics if into else None)
        self._cast = Cast([one.text for one in text.sentences], text.paragraphs, into, head.language)
        self._tellers = Tellers(text.sentences, self._cast)
        self._ids = Taken([*(one.id for one in into.statements), *into.merged()] if into else ())
        self._measures = Measures(into, head.language)
        self._likeness = Likeness(into) if into else None
        self._relays = Relays(into, head.publisher)
        self._placed: list[_Placed] = []
        self._asks: list[AskEntry] = []
        # the last sentence with its topics and hedges
        self._about: tuple[str, list[str], list[str]] = ("", [], [])
        # the last words around a statement, with the time and the relays beside the verb of saying
        self._beside: tuple[str, str | None, tuple[str, ...]] = ("", None, ())
        self._spoken: list[tuple[int, int, str]] = []  # the paragraph, offset and speaker of the quotes
        self._recent: dict[str, None] = {}  # the speakers so far, the last speaker last

    def knowledge(self) -> KnowledgeFile:
        """Return the draft."""
        slug, source = self._source()
        quotes = quotes_in(self._text.paragraphs, self._cast)
        words = dict.fromkeys(words for one in quotes for words in (one.text, *one.parts))
        places = self._text.source.find_all(words)
        for quote in quotes:
            self._quote(quote, places)
        self._figures(quotes)
        self._rest()
        self._placed.sort(key=lambda one: one[:2])
        statements = [one.statement for one in self._placed]
        if self._into:
            for statement in statements:
                statement.source = slug
            meeting = self._into.meeting
        else:
            meeting, asks = meeting_of((one.text for one in self._text.sentences), self._head, self._cast)
            self._asks += [*asks, *_asked_of_all(statements)]
        used = {slug for one in statements for slug in (one.speaker, *self._offered(one)) if slug}
        topics = {slug for one in statements for slug in one.topics}
        measures = {slug for one in statements for slug in _measures_of(one)}
        speakers = {slug: self._speaker(slug) for slug in self._cast.speakers if slug in used}
        return KnowledgeFile(
            meeting=meeting,
            sources={slug: source},
            statements=statements,
            speakers=speakers,
            topics={slug: one for slug, one in self._topics.definitions.items() if slug in topics},
            relays=self._relays.definitions,
            measures={slug: one for slug, one in self._measures.definitions.items() if slug in measures},
            asks=self._asks,
        )

    def _speaker(self, slug: str) -> Speaker:
        """Return a speaker, with questions about a name that the text does not have in the nominative and the office of a counterpart."""
        speaker = self._cast.speakers[slug]
        if role := self._cast.roles.get(slug):
            self._ask(f"speakers.{slug}.role", [role])
        if doubts := self._cast.doubts.get(slug):
            self._ask(f"speakers.{slug}.name", doubts)
            return Speaker(
                "", role=speaker.role, aliases=tuple(dict.fromkeys([doubts[-1], *speaker.aliases]))
            )
        return speaker

    @staticmethod
    def _offered(statement: StatementEntry) -> Iterator[str]:
        for ask in statement.asks:
            if ask.field == "speaker":
                yield from ask.candidates

    # The head

    def _source(self) -> tuple[str, Source]:
        head = self._head
        name = slug_of(head.publisher or next(iter(head.candidates.get("publisher", ())), "")) or "source"
        slug = f"{name}-{head.published}" if head.published else name
        slug = Taken(self._into.sources).free(slug) if self._into else slug
        for key in ("publisher", "published", "language"):
            if getattr(head, key) is None:
                self._ask(f"sources.{slug}.{key}", head.candidates.get(key, []))
        source = Source(
            publisher=head.publisher or "",
            language=head.language or "",
            title=head.title,
            published=head.published or "",
            url=head.address,
            digest=self._text.source.digest,
        )
        return slug, source

    def _ask(self, field: str, candidates: Sequence[str]) -> None:
        self._asks.append(AskEntry(field, candidates=list(dict.fromkeys(candidates))[:_MOST_CANDIDATES]))

    # Statements

    def _quote(self, quote: Quote, places: Mapping[str, Sequence[object]]) -> None:
        parts = [quote.text] if places[quote.text] else quote.parts
        for order, part in enumerate(parts):
            if not places[part]:
                continue  # the normalised text differs, and only words that it contains may be quoted
            statement = StatementEntry(id="", kind="quote", text=part, speaker=quote.speaker)
            self._settle(statement, part, quote.around)
            self._reported(statement, quote.around)
            self._named(statement, part)
            if quote.asker is not None:
                statement.speaker = ""
                question = f"Who is meant by “{quote.asker}”"
                statement.asks.insert(0, AskEntry("speaker", question))
            elif quote.speaker is None:
                others = set(self._cast.speakers) - set(quote.candidates) if quote.is_of_body else set()
                self._ask_speaker(statement, quote.candidates, others)
            else:
                self._recent.pop(quote.speaker, None)
                self._recent[quote.speaker] = None
            place = quote.places[min(order, len(quote.places) - 1)]
            if quote.speaker is not None:
                self._spoken.append((*place, quote.speaker))
            self._placed.append(_Placed(place[0], place[1], statement))
            quote.statements.append(statement)

    def _figures(self, quotes: Sequence[Quote]) -> None:
        standing = Standing(quotes)
        placed: list[Figure] = []
        for figure in figures_of(self._text.sentences, self._head.published):
            offset = figure.sentence.start + figure.counted.start
            inside = standing.around(figure.sentence.paragraph, offset)
            if inside is None or inside.statements:
                placed.append(figure._replace(quote=inside))
        for figure in without_headline(placed, self._head.title):
            self._figure(*figure)

    def _figure(self, sentence: Sentence, counted: Counted, quote: Quote | None) -> None:
        denial = denial_of(sentence.text, counted.start, counted.end)
        # Without its denial, a claim says the opposite, so the denial has twice the weight of another word.
        essential = [*counted.essential, *([denial] * 2 if denial else [])]
        exact = self._selectors.exact(sentence.text, counted.start, counted.end, essential)
        if exact is None:
            return
        statement = StatementEntry(id="", kind="narration", text="", figures=(counted.entry,))
        statement.evidence = (EvidenceEntry(exact),)
        statement.asks = [AskEntry("text")]
        if quote is not None:
            part = next((one for one in quote.statements if exact in one.text), quote.statements[0])
            statement.kind = "paraphrase"
            statement.speaker = part.speaker or None  # the quote has the question
            statement.links = (LinkEntry(part.id, Relation.PART_OF),)
        elif (aside := aside_of(sentence.text, counted.start, counted.end)) is not Aside.SURE:
            self._told(statement, sentence)
            if statement.kind == "paraphrase" and aside is Aside.PERHAPS:
                statement.asks.append(AskEntry("kind", "Does the speaker say this, or only the narrator"))
        self._settle(statement, sentence.text, sentence.text)
        self._measure(statement, counted, sentence.text)
        if denial:
            word = sentence.text[slice(*denial)]
            statement.asks.append(AskEntry("figures", f"Does the text deny this figure (“{word}”)"))
        if counted.unclear:
            field = f"figures.0.{counted.unclear}"
            statement.asks.append(AskEntry(field, candidates=list(counted.candidates)))
        if counted.relative and counted.entry.period is None:
            question = f"Which {'period' if counted.periods else 'year'} is {counted.relative}"
            periods = list(counted.periods) or self._possible_periods(sentence, counted)
            statement.asks.append(AskEntry("figures.0.period", question, periods))
        elif counted.periods and counted.entry.period is None:
            statement.asks.append(AskEntry("figures.0.period", candidates=list(counted.periods)))
        self._named(statement, sentence.text, counted.measure or counted.entry.unit or "")
        self._propose(statement, sentence.text)
        self._placed.append(_Placed(sentence.paragraph, sentence.start + counted.start, statement))

    def _possible_periods(self, sentence: Sentence, counted: Counted) -> list[str]:
        """Return the periods that a figure has if a date in the text is that of publication, which is a question."""
        dates = self._head.candidates.get("published", ())[:_MOST_CANDIDATES]
        read = (
            one for date in dates for one in figures_in(sentence.text, date) if one.start == counted.start
        )
        return list(dict.fromkeys(one.entry.period for one in read if one.entry.period))

    def _measure(self, statement: StatementEntry, counted: Counted, sentence: str) -> None:
        slug, candidates = self._measures.of(counted, sentence)
        if slug is not None:
            goal = goal_of(sentence, counted, self._head.published)
            if goal is Goal.PERHAPS:
                candidates = [self._measures.goal(slug), slug]
                slug = None
            elif goal is Goal.YES:
                slug = self._measures.goal(slug)
        statement.figures[0].measure = slug
        if slug is None:
            statement.asks.append(AskEntry("figures.0.measure", candidates=candidates[:_MOST_CANDIDATES]))

    def _rest(self) -> None:
        """Draft a statement for each sentence that has none yet."""
        words = [one.statement.text for one in self._placed if one.statement.kind == "quote"]
        words += [item.exact for one in self._placed for item in one.statement.evidence]
        if self._head.title:
            words.append(self._head.title)
        source = self._text.source
        spans = [span for found in source.find_all(words).values() for span in found]
        left = {(one.paragraph - 1, one.number - 1) for one in source.uncovered(spans)}
        numbers: dict[int, int] = {}
        repeated: set[str] = set()
        facts: dict[int, list[_Placed]] = {}  # by paragraph, in the order of the text
        for one in sorted(self._placed, key=attrgetter("offset")):
            facts.setdefault(one.paragraph, []).append(one)
        for place, sentence in enumerate(self._text.sentences):
            number = numbers.get(sentence.paragraph, 0)
            numbers[sentence.paragraph] = number + 1
            if (sentence.paragraph, number) not in left:
                continue
            exact = self._selectors.exact(sentence.text, essential=predicate(sentence.text))
            if (
                exact is None and sentence.text not in repeated
            ):  # the text repeats the sentence, and one statement covers both
                repeated.add(sentence.text)
                exact = self._selectors.repeated(sentence.text)
            if exact is None:
                continue
            if self._points_back(place, exact, facts.get(self._text.sentences[place - 1].paragraph, ())):
                continue
            statement = StatementEntry(id="", kind="narration", text="", evidence=(EvidenceEntry(exact),))
            statement.asks = [AskEntry("text")]
            self._told(statement, sentence)
            self._settle(statement, sentence.text, sentence.text)
            self._named(statement, sentence.text)
            self._propose(statement, sentence.text)
            self._placed.append(_Placed(sentence.paragraph, sentence.start, statement))
            insort(facts.setdefault(sentence.paragraph, []), self._placed[-1], key=attrgetter("offset"))

    def _points_back(self, place: int, exact: str, facts: Sequence[_Placed]) -> bool:
        """Set the speaker of a sentence's facts if the next sentence only says who said that, as in `Berg said this`.

        Args:
            place: the number of the next sentence.
            exact: the words of that sentence that become evidence.
            facts: the statements in the paragraph of the sentence before, in the order of the text.
        """
        sentence = self._text.sentences[place]
        if not place or not points_back(sentence.text):
            return False
        before = self._text.sentences[place - 1]
        who = teller(sentence.text, self._cast.names).who
        first = bisect_left(facts, before.start, key=attrgetter("offset"))
        last = bisect_left(facts, before.end, key=attrgetter("offset"))
        told = [one.statement for one in facts[first:last]]
        if who is None or not told or any(one.kind != "narration" for one in told):
            return False
        for fact in told:
            fact.kind, fact.speaker = "paraphrase", who
            fact.evidence += (EvidenceEntry(exact),)
            self._reported(fact, sentence.text)
        return True

    def _told(self, statement: StatementEntry, sentence: Sentence) -> None:
        """Decide whether a fact is something that somebody said, and set its speaker."""
        told, mentioned = self._tellers.of(sentence)
        if not told.told:
            return
        statement.kind = "paraphrase"
        statement.speaker = told.who
        self._reported(statement, sentence.text)
        if told.who is None:
            # In `He thanked Berg`, Berg is not the speaker.
            others = mentioned if told.named else []
            before = self._speaking_before(sentence)
            self._ask_speaker(statement, [*others, *before], set(mentioned) - set(others))

    def _speaking_before(self, sentence: Sentence) -> list[str]:
        """Return the speakers of the quotes before a sentence, the nearest first."""
        end = bisect_left(self._spoken, (sentence.paragraph, sentence.start, ""))
        return [who for _, _, who in reversed(self._spoken[max(0, end - _MOST_CANDIDATES) : end])]

    def _ask_speaker(
        self, statement: StatementEntry, candidates: Sequence[str], without: Collection[str] = ()
    ) -> None:
        statement.speaker = ""
        offered = dict.fromkeys(candidates) | dict.fromkeys(reversed(self._recent)) or self._cast.speakers
        chosen = islice((one for one in offered if one not in without), _MOST_CANDIDATES)
        statement.asks.insert(0, AskEntry("speaker", candidates=list(chosen)))

    def _settle(self, statement: StatementEntry, text: str, around: str) -> None:
        """Set the topics of a statement and the hedges of its source."""
        key = f"{text}\n{around}"
        if key != self._about[0]:
            hedges = [match[0].casefold() for match in _RESERVATION.finditer(around)]
            self._about = key, self._topics.of(text), list(dict.fromkeys(hedges))
        _, topics, hedges = self._about
        statement.topics = statement.topics or tuple(topics)
        statement.hedges = tuple(hedges)

    def _reported(self, statement: StatementEntry, around: str) -> None:
        """Set the time and the relays of a statement if the source gives them beside the words."""
        if around != self._beside[0]:  # a sentence has several statements
            self._beside = around, when_told(around), tuple(self._relays.of(around))
        _, statement.when, statement.via = self._beside

    def _named(self, statement: StatementEntry, text: str, subject: str = "") -> None:
        """Give a statement an id made from its speaker and subject."""
        topic = next((one for one in statement.topics if one != LAST), "")
        subject = slug_of(subject) or topic or subject_of(text)
        parts = [statement.speaker or "", subject if subject != statement.speaker else ""]
        identity = "-".join(filter(None, parts)) or statement.kind
        statement.id = self._ids.free(identity)

    def _propose(self, statement: StatementEntry, text: str) -> None:
        """Ask whether a fact is an account of a claim on record."""
        best = self._likeness.best(statement, text) if self._likeness else None
        if best:
            candidates = [f"restates {best}", f"varies {best}"]
            statement.asks.append(AskEntry("links", "Is it the same claim", candidates))


def _measures_of(statement: StatementEntry) -> Iterator[str | None]:
    """Yield the measures of a statement's figures, and those that a question offers."""
    yield from (figure.measure for figure in statement.figures)
    for ask in statement.asks:
        if ask.field == "figures.0.measure":
            yield from ask.candidates


def _asked_of_all(statements: Iterable[StatementEntry]) -> list[AskEntry]:
    """Replace the questions for the texts of statements by one question of the file, so that an editor has less to remove."""
    asking = [one for one in statements if any(ask.field == "text" for ask in one.asks)]
    for one in asking:
        one.asks = [ask for ask in one.asks if ask.field != "text"]
    return [AskEntry("statements.*.text")] if asking else []
