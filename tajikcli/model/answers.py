"""The output contract: one struct for each kind of object that tajik prints as JSON.

Every key is always present; a key without a value is null or empty. Keys have the order of the fields here. Amounts are
plain numbers, computed from the number as written: `1.20` and `billion` give `1200000000`. The tables of
`docs/json.md` are generated from the docstrings here.
"""

from __future__ import annotations

from decimal import Decimal  # noqa: TC003 - msgspec reads annotations at run time
from typing import Literal

from msgspec import Struct, field

from tajikcli.model.knowledge import (  # noqa: TC001 - msgspec reads annotations at run time
    Approximation,
    Direction,
    Kind,
    Phase,
    Scale,
)
from tajikcli.model.relations import Relation  # noqa: TC001 - as above
from tajikcli.model.verdicts import Attribution, Verdict  # noqa: TC001 - as above


class Figure(Struct, frozen=True):
    """A number as its source gives it, and plain amounts for calculations.

    Attributes:
        measure: slug of the measure; null if the source does not give one.
        measure_label: label of the measure.
        value: the number as written, without its scale: `"1.79"`.
        from_: the number before a change, as written.
        to: the number after a change, as written.
        change: the size of a change, as written; negative for a decrease.
        direction: `up` or `down`, if the source gives no number.
        scale: `thousand`, `million`, `billion` or `trillion`.
        unit: `USD`, `percent`, `rank`, or the things counted: `students`.
        approx: `almost`, `about`, `over`, `under`, `at-least` or `up-to`; null if the source gives the number as exact.
        period: ISO 8601 date or interval of the number; null if the source does not give one.
        amount: `value` times its scale.
        amount_from: `from` times its scale.
        amount_to: `to` times its scale.
        amount_change: `change` times its scale.
    """

    measure: str | None
    measure_label: str | None
    value: str | None
    from_: str | None = field(name="from")
    to: str | None
    change: str | None
    direction: Direction | None
    scale: Scale | None
    unit: str | None
    approx: Approximation | None
    period: str | None
    amount: Decimal | None
    amount_from: Decimal | None
    amount_to: Decimal | None
    amount_change: Decimal | None


class Evidence(Struct, frozen=True):
    """Words that occur once in the source.

    Attributes:
        exact: the words, as printed in the source.
    """

    exact: str


class Link(Struct, frozen=True):
    """How a statement relates to another.

    Attributes:
        to: id of the other statement; `meeting/id` if it belongs to another meeting.
        relation: `restates`, `varies`, `translates`, `conflicts`, `corrects` or `part-of`.
    """

    to: str
    relation: Relation = field(name="as")


class Statement(Struct, frozen=True):
    """A quote or a fact on record, with everything needed to trace it.

    Attributes:
        id: id of the statement, unique in its meeting; `meeting/id` is the full form.
        meeting: id of the meeting.
        kind: `quote`, `paraphrase` or `narration`.
        text: for a quote, the words as the source prints them; for a fact, the record's words.
        speaker: slug of the speaker; null for a narration.
        speaker_name: name of the speaker.
        via: slugs of the relays, nearest the speaker first.
        source: slug of the source.
        said: ISO 8601 date on which it was said; null if the source does not give one.
        when: the source's own words for when it was said.
        hedges: the source's own reservations, such as “reportedly”.
        topics: slugs of its topics.
        figures: the figures that it states: a list of objects with the keys of a figure, from `measure` to
            `amount_change`.
        evidence: the words in the source that a fact rests on: a list of objects with the key `exact`; empty for a quote.
        links: its relations to other statements: a list of objects with the keys `to` (an id) and `as`
            (`restates`, `varies`, `translates`, `conflicts`, `corrects` or `part-of`).
        claim: id of the head of the claim to which a fact belongs, which may be the fact itself; null for a quote.
        phase: `before` if it was announced before the talks, `background` if it is the source's own context, null if it is
            about the talks themselves.
    """

    id: str
    meeting: str
    kind: Kind
    text: str
    speaker: str | None
    speaker_name: str | None
    via: tuple[str, ...]
    source: str
    said: str | None
    when: str | None
    hedges: tuple[str, ...]
    topics: tuple[str, ...]
    figures: tuple[Figure, ...]
    evidence: tuple[Evidence, ...]
    links: tuple[Link, ...]
    claim: str | None
    phase: Phase | None


class Hit(Statement, frozen=True):
    """A statement that search found.

    Attributes:
        snippet: its text, or the part around the search words, with each of those words enclosed in `**`.
        score: the quality of the match, comparable only within one search; higher is better.
    """

    snippet: str
    score: float


class FigureRow(Figure, frozen=True):
    """A figure with the statement that states it: one row of `tajik figures`.

    Attributes:
        statement: id of the statement.
        meeting: id of its meeting.
        kind: kind of the statement.
        speaker: slug of the speaker; null for a narration.
        speaker_name: name of the speaker.
        via: slugs of the relays, nearest the speaker first.
        source: slug of the source.
        hedges: the source's own reservations.
        topics: slugs of the statement's topics.
        text: text of the statement.
        figure: the figure in words: `up by almost 20 percent`.
    """

    statement: str
    meeting: str
    kind: Kind
    speaker: str | None
    speaker_name: str | None
    via: tuple[str, ...]
    source: str
    hedges: tuple[str, ...]
    topics: tuple[str, ...]
    text: str
    figure: str


class Meeting(Struct, frozen=True):
    """A meeting on record, with the number of its statements.

    Attributes:
        id: id of the meeting.
        title: title of the meeting.
        date: ISO 8601 date of the meeting.
        place: place of the meeting.
        aliases: other names for the meeting.
        statements: number of its statements.
        facts: number of its facts.
        quotes: number of its quotes.
    """

    id: str
    title: str
    date: str
    place: str | None
    aliases: tuple[str, ...]
    statements: int
    facts: int
    quotes: int


class Topic(Struct, frozen=True):
    """A topic, with the number of its statements.

    Attributes:
        slug: slug of the topic.
        label: label of the topic.
        aliases: other names for the topic.
        statements: number of its statements.
        facts: number of its facts.
        quotes: number of its quotes.
    """

    slug: str
    label: str
    aliases: tuple[str, ...]
    statements: int
    facts: int
    quotes: int


class Speaker(Struct, frozen=True):
    """A speaker on record, with the number of their statements.

    Attributes:
        slug: slug of the speaker.
        name: name of the speaker.
        role: office that the speaker held.
        gender: `female` or `male`; null if the record does not give it.
        aliases: other names and spellings.
        statements: number of their statements.
        facts: number of their facts.
        quotes: number of their quotes.
    """

    slug: str
    name: str
    role: str | None
    gender: Literal["female", "male"] | None
    aliases: tuple[str, ...]
    statements: int
    facts: int
    quotes: int


class Source(Struct, frozen=True):
    """A published text from which statements are taken.

    Attributes:
        slug: slug of the source.
        title: title of the text.
        publisher: publisher of the text.
        published: ISO 8601 date of publication.
        url: address of the text.
        archived: address of an archived copy.
        language: language of the text: `en`, `ru`.
        digest: digest of the edition on record.
        statements: number of the source's statements.
        facts: number of the source's facts.
        quotes: number of quotes from the source.
    """

    slug: str
    title: str | None
    publisher: str
    published: str | None
    url: str | None
    archived: str | None
    language: str
    digest: str | None
    statements: int
    facts: int
    quotes: int


class Relay(Struct, frozen=True):
    """A person or body that relayed statements.

    Attributes:
        slug: slug of the relay.
        name: name of the relay.
        aliases: other names and spellings.
        statements: number of its statements.
        facts: number of its facts.
        quotes: number of its quotes.
    """

    slug: str
    name: str
    aliases: tuple[str, ...]
    statements: int
    facts: int
    quotes: int


class Measure(Struct, frozen=True):
    """A quantity that figures on record measure.

    Attributes:
        slug: slug of the measure.
        label: label of the measure.
        aliases: other names for the measure.
        statements: number of its statements.
        facts: number of its facts.
        quotes: number of its quotes.
    """

    slug: str
    label: str
    aliases: tuple[str, ...]
    statements: int
    facts: int
    quotes: int


class Index(Struct, frozen=True):
    """An index in the cache folder.

    Attributes:
        path: path of the index.
        bytes: size of the index.
        statements: number of its statements.
        files: the knowledge files from which it was built.
    """

    path: str
    bytes: int
    statements: int
    files: tuple[str, ...]


class Difference(Struct, frozen=True):
    """Words that differ.

    Attributes:
        text: the words of the text that was checked; may be empty.
        record: the words of the record in the same place; may be empty.
    """

    text: str
    record: str


class Near(Struct, frozen=True):
    """Another statement that is similar to a quotation.

    Attributes:
        statement: id of the statement.
        text: its text.
    """

    statement: str
    text: str


class Finding(Struct, frozen=True):
    """A quotation or figure that `tajik check` compared with the record.

    Attributes:
        line: line of the text, counted from 1.
        column: column in characters, counted from 1.
        finding: `quotation` or `figure`.
        text: the words in quotation marks, or the figure, as written in the text.
        speaker: the speaker that the text names: a slug, or the name as written if it is not on record; null
            if it does not name one.
        verdict: for a quotation, one of `too_short`, `verbatim`, `elided`, `unclear`, `altered`, `paraphrase` or
            `not_found`; for a figure, `agrees` or `differs`.
        attribution: `agrees`, `differs` (the record has another speaker), `unclear` (the text does not say
            who speaks) or `unnamed` (it names nobody); null if there is nothing to compare. For a figure:
            `agrees`, `unclear` (the record attributes it to others), or null if the text names no speaker.
        statement: id of the statement that it was compared with, `meeting/id` if the record has several
            meetings; null if there is no such statement.
        record_text: the words or figures on record.
        differences: the words that differ: a list of objects with the keys `text` and `record`. For
            `unclear`, the words added and left out. For `verbatim`, the words beside a comma or another
            pause that only one of the two texts has, and polite pronouns that only one of them prints with a capital.
        hedges: the source's own reservations about that statement.
        accepted: true if the baseline accepts this finding, so that it is not a fault.
        end_line: line of the text on which the words end, counted from 1.
        end_column: column after their last character, counted from 1.
        speaker_name: the name of the speaker that the text names; null if it does not name one.
        record_speaker: slug of the speaker on record; null if there is no statement or it has no speaker.
        record_speaker_name: that speaker's name.
        link: address that the quotation links to, or that the text gives beside the quotation; null if there
            is no such address.
        link_source: slug of the source on record at that address; null if there is none.
        sourcing: for a quotation that is a fault, `agrees` or `differs` (its link does not lead to the source
            on record); null if there is nothing to compare.
        file: path of the text as given; null for standard input, `--text` and texts from Python.
        also: for an altered quotation, other statements with words that it has and `record_text` lacks: a
            list of objects with the keys `statement` and `text`.
    """

    line: int
    column: int
    finding: Literal["quotation", "figure"]
    text: str
    speaker: str | None
    verdict: Verdict
    attribution: Attribution | None
    statement: str | None
    record_text: str | None
    differences: tuple[Difference, ...]
    hedges: tuple[str, ...]
    accepted: bool
    end_line: int
    end_column: int
    speaker_name: str | None
    record_speaker: str | None
    record_speaker_name: str | None
    link: str | None
    link_source: str | None
    sourcing: Literal["agrees", "differs"] | None
    file: str | None
    also: tuple[Near, ...]


class Verified(Struct, frozen=True):
    """A statement whose words were looked up in its source.

    Attributes:
        id: id of the statement.
        status: `found`, `changed` or `lost`.
        exact: the words that were looked up; if there are several, those with the worst status.
        nearest: if the words have changed, the words that the source has now, with normalised quotation marks
            and dashes.
    """

    id: str
    status: Literal["found", "changed", "lost"]
    exact: str | None
    nearest: str | None


class Uncovered(Struct, frozen=True):
    """A sentence of a source that no statement covers.

    Attributes:
        paragraph: number of the paragraph, counted from 1.
        sentence: number of the sentence in its paragraph, counted from 1.
        text: the sentence.
    """

    paragraph: int
    sentence: int
    text: str


class Verification(Struct, frozen=True):
    """The report of `tajik verify`.

    Attributes:
        source: slug of the source.
        edition: `same` or `differs`, compared with the digest on record; `unpinned` if there is no digest.
        statements: every statement from the source: a list of objects with the keys `id`, `status`, `exact` and `nearest`.
        coverage: percentage of the source's sentences that a statement covers.
        uncovered: the other sentences, beginning with those that have a quotation or a number: a list of
            objects with the keys `paragraph`, `sentence` and `text`.
        unsearched: number of lost statements for which tajik did not look for similar words, because that
            would have taken too long.
    """

    source: str
    edition: Literal["same", "differs", "unpinned"]
    statements: tuple[Verified, ...]
    coverage: float
    uncovered: tuple[Uncovered, ...]
    unsearched: int


class Account(Struct, frozen=True):
    """The account that one source gives of a measure for one period.

    Attributes:
        period: ISO 8601 date or interval; null if the source does not give one.
        value: the value in words: `1.79 billion USD`.
        change: the change, expressed in words: `up by almost 20 percent`.
        kind: kind of the first statement.
        speaker: slug of the speaker; null for a narration.
        speaker_name: name of the speaker.
        via: slugs of the relays, nearest the speaker first.
        source: slug of the source.
        hedges: the source's own reservations.
        statements: ids of the statements that give the figure.
    """

    period: str | None
    value: str | None
    change: str | None
    kind: Kind
    speaker: str | None
    speaker_name: str | None
    via: tuple[str, ...]
    source: str
    hedges: tuple[str, ...]
    statements: tuple[str, ...]


class MeasureAccounts(Struct, frozen=True):
    """All accounts of one measure.

    Attributes:
        measure: slug of the measure.
        measure_label: label of the measure.
        accounts: the accounts, those with a period first.
    """

    measure: str
    measure_label: str
    accounts: tuple[Account, ...]


class NamedFigure(Struct, frozen=True):
    """A figure with its statement and source.

    Attributes:
        statement: id of the statement.
        figure: the figure in words.
        period: ISO 8601 date or interval; null if the source does not give one.
        source: slug of the source.
        amount: the figure as a plain number.
        hedges: the source's own reservations.
    """

    statement: str
    figure: str
    period: str | None
    source: str
    amount: Decimal | None
    hedges: tuple[str, ...]


class FigureConflict(Struct, frozen=True):
    """Two statements that contradict each other, by their figures or according to the record.

    Attributes:
        measure: slug of the measure; null if no figures conflict.
        period: period of the figures; null if no figures conflict.
        figures: two figures for one measure and period that differ by more than their approximations allow; empty if only the
            record declares the conflict.
        statements: full ids of both statements.
        declared: true if the record links the two with `conflicts`.
    """

    measure: str | None
    period: str | None
    figures: tuple[NamedFigure, ...]
    statements: tuple[str, str]
    declared: bool


class Implied(Struct, frozen=True):
    """The amount that two figures imply if one period is the beginning or the end of the other.

    Attributes:
        measure: slug of the measure.
        period: the remainder of the longer period.
        amount: the difference; negative if the two figures cannot both be right.
        unit: the currency.
        whole: the figure for the longer period.
        part: the figure for the shorter period.
        days: number of days in the remainder.
        days_of_part: number of days in the shorter period.
    """

    measure: str
    period: str
    amount: Decimal
    unit: str
    whole: NamedFigure
    part: NamedFigure
    days: int
    days_of_part: int


class Uncompared(NamedFigure, frozen=True):
    """A figure that is not compared, because the record has no period for it.

    Attributes:
        measure: slug of the measure.
    """

    measure: str


class Linked(Struct, frozen=True):
    """Two statements that the record links.

    Attributes:
        relation: the relation of the first to the second: `conflicts`, `corrects`, `translates`, `varies` or
            `restates`.
        statements: both statements.
        differences: the words that differ, if both are in one language.
    """

    relation: Relation
    statements: tuple[Statement, Statement]
    differences: tuple[Difference, ...]


class LeftOut(Struct, frozen=True):
    """How many results of each kind a comparison leaves out after the first 10,000.

    Attributes:
        conflicts: number of conflicts left out.
        implied: number of implied amounts left out.
        linked: number of linked pairs left out.
    """

    conflicts: int
    implied: int
    linked: int


class Comparison(Struct, frozen=True):
    """The report of `tajik compare`.

    Attributes:
        figures: the accounts for each measure.
        conflicts: contradictions: first those between figures, then those that only the record declares.
        implied: amounts that figures for two periods imply for the remainder of the longer period.
        uncompared: figures without a period.
        linked: statements that the record links, those linked as conflicting first.
        left_out: the number of results that are not listed, because there are more than 10,000 of a kind.
    """

    figures: tuple[MeasureAccounts, ...]
    conflicts: tuple[FigureConflict, ...]
    implied: tuple[Implied, ...]
    uncompared: tuple[Uncompared, ...]
    linked: tuple[Linked, ...]
    left_out: LeftOut


class Problem(Struct, frozen=True):
    """A problem that `tajik lint` reports.

    Attributes:
        file: path of the knowledge file.
        line: line of the problem, counted from 1.
        column: column in characters, counted from 1.
        message: the problem and how to solve it.
        severity: `error` or `warning`.
    """

    file: str
    line: int
    column: int
    message: str
    severity: Literal["error", "warning"]


class NotJudged(Struct, frozen=True):
    """A number beside a measure, or words in quotation marks, that got no verdict.

    Attributes:
        file: path of the file as it was given; null for standard input.
        line: line where it begins, counted from 1.
        column: column where it begins, counted from 1.
        finding: `quotation` or `figure`.
        text: the words or the number.
        reason: why it was not judged.
    """

    file: str | None
    line: int
    column: int
    finding: Literal["quotation", "figure"]
    text: str
    reason: str


class CheckSummary(Struct, frozen=True):
    """The object on standard error for each text, if `check` prints JSON: `{"summary": {…}}`.

    Attributes:
        file: path of the file as it was given; null for standard input.
        findings: the number of findings.
        faults: the number of faults among them.
        not_judged: the numbers and quotations that got no verdict, in the order of the text.
    """

    file: str | None
    findings: int
    faults: int
    not_judged: tuple[NotJudged, ...]


class Summary(Struct, frozen=True):
    """The object that `check` prints on standard error if it prints JSON.

    Attributes:
        summary: the counts, and the parts that were not judged.
    """

    summary: CheckSummary


class Failure(Struct, frozen=True):
    """The object on standard error if a command that prints JSON fails.

    Attributes:
        error: the exit code and the message.
    """

    error: FailureDetails


class FailureDetails(Struct, frozen=True):
    """An error. Some errors have more keys, for scripts.

    Attributes:
        code: the exit code.
        message: the message.
    """

    code: int
    message: str
