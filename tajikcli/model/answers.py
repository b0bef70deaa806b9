"""What is answered: the output contract, one struct for each kind of object that tajik prints as JSON.

Every key is always there, null or empty where there is nothing; the order of keys is the order of
fields here. Amounts are plain numbers computed from what was written: `1.20` and `billion` give
`1200000000`.
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
    Relation,
    Scale,
)
from tajikcli.model.verdicts import Verdict  # noqa: TC001 - as above


class Figure(Struct, frozen=True):
    """A number as its source gives it, and the plain amounts to compute with.

    Attributes:
        measure: slug of what is counted; null where the source names none.
        measure_label: the measure's label.
        value: the number as written, without its scale (`"1.79"`).
        from_: the number it moved from (key `from`).
        to: the number it moved to.
        change: the number it changed by.
        direction: `up` or `down`, where the source gives no number.
        scale: `thousand`, `million`, `billion` or `trillion`.
        unit: `USD`, `percent`, `rank`, or what is counted.
        approx: the source's approximation, null where it gives the number flatly.
        period: ISO 8601 date or interval that the number is of; null where the source names none.
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
    """A run of words that stands once in the source, as printed there."""

    exact: str


class Link(Struct, frozen=True):
    """How a statement relates to another; `to` is an id, `meeting/id` where that is another meeting's."""

    to: str
    relation: Relation = field(name="as")


class Statement(Struct, frozen=True):
    """One thing on record, with what is needed to trace it.

    Attributes:
        id: unique in its meeting; `meeting/id` is the full form.
        meeting: id of the meeting.
        kind: `quote`, `paraphrase` or `narration`.
        text: a quote's words as the source prints them; a fact in our words.
        speaker: slug of who said it; null in a narration.
        speaker_name: that speaker's name.
        via: slugs of who relayed it, nearest the speaker first.
        source: slug of the published text it was taken from.
        said: ISO 8601 date on which it was said, where the source gives one.
        when: the source's own words for when it was said.
        hedges: the source's own reservations.
        topics: slugs of its topics.
        figures: its numbers.
        evidence: the words in the source that a fact rests on; a quote is its own evidence.
        links: how it relates to other statements.
        claim: of a fact, the id of the head of its claim: its own where it is the head; null for a quote.
        phase: `before` (announced before the talks) or `background` (the source's own context); null for the talks themselves.
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
        snippet: its text, or the part of it around the words asked for, with each of these between `**`.
        score: how well it answers, to compare with others of the same search: higher is better.
    """

    snippet: str
    score: float


class FigureRow(Figure, frozen=True):
    """A figure with the statement that states it: one row of `tajik figures`.

    Attributes:
        statement: id of the statement.
        meeting: id of its meeting.
        kind: the statement's kind.
        speaker: slug of who gave the figure; null where the source gives it in its own voice.
        speaker_name: that speaker's name.
        via: slugs of who relayed it.
        source: slug of the published text.
        hedges: the source's own reservations.
        topics: slugs of the statement's topics.
        text: the statement's text.
        figure: the figure in words (`up by almost 20 percent`).
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
    """A meeting on record, with how much is on record of it."""

    id: str
    title: str
    date: str
    place: str | None
    aliases: tuple[str, ...]
    statements: int
    facts: int
    quotes: int


class Topic(Struct, frozen=True):
    """A topic that can be asked for."""

    slug: str
    label: str
    aliases: tuple[str, ...]
    statements: int
    facts: int
    quotes: int


class Speaker(Struct, frozen=True):
    """A speaker on record."""

    slug: str
    name: str
    role: str | None
    aliases: tuple[str, ...]
    statements: int
    facts: int
    quotes: int


class Source(Struct, frozen=True):
    """A published text that statements were taken from."""

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
    """Somebody through whom statements came."""

    slug: str
    name: str
    aliases: tuple[str, ...]
    statements: int
    facts: int
    quotes: int


class Measure(Struct, frozen=True):
    """Something that figures on record measure."""

    slug: str
    label: str
    aliases: tuple[str, ...]
    statements: int
    facts: int
    quotes: int


class Index(Struct, frozen=True):
    """An index in the cache folder: where it is, how large, and what it was made from."""

    path: str
    bytes: int
    statements: int
    files: tuple[str, ...]


class Difference(Struct, frozen=True):
    """Where words differ: those of the text that was checked, and what the record has in their place; either may be empty."""

    text: str
    record: str


class Finding(Struct, frozen=True):
    """What `tajik check` finds: a quotation or a figure of a text, held against the record.

    Attributes:
        line: line of the text, from 1.
        column: column in characters, from 1.
        finding: `quotation` or `figure`.
        text: the words in quotation marks, or the figure, as the text has them.
        speaker: whom the text names: a slug, or the name as written of somebody not on record; null for nobody.
        verdict: of a quotation any but `agrees` and `differs`; of a figure one of these two.
        attribution: `agrees`, `differs` (the record has another speaker) or `unnamed`; null where there is nothing to
            compare.
        statement: id of the statement it was compared with, `meeting/id` where there are several meetings; null for none.
        record_text: what the record has in its place.
        differences: where the words differ.
        hedges: the reservations with which the source gives that statement.
        accepted: whether the baseline that was given has this finding: it is no fault.
    """

    line: int
    column: int
    finding: Literal["quotation", "figure"]
    text: str
    speaker: str | None
    verdict: Verdict
    attribution: Literal["agrees", "differs", "unnamed"] | None
    statement: str | None
    record_text: str | None
    differences: tuple[Difference, ...]
    hedges: tuple[str, ...]
    accepted: bool


class Verified(Struct, frozen=True):
    """What became of a statement's words in its source.

    Attributes:
        id: the statement's id.
        status: `found`, `changed` or `lost`.
        exact: the words that were looked for; of several, those that fare worst.
        nearest: where they are changed, what stands there now, its quotation marks and dashes normalised.
    """

    id: str
    status: Literal["found", "changed", "lost"]
    exact: str | None
    nearest: str | None


class Uncovered(Struct, frozen=True):
    """A sentence of a source that no statement rests on; paragraph and sentence count from 1."""

    paragraph: int
    sentence: int
    text: str


class Verification(Struct, frozen=True):
    """What `tajik verify` finds: one object.

    Attributes:
        source: the source's slug.
        edition: `same` or `differs` from the digest on record, or `unpinned` where there is none.
        statements: every statement that rests on the source.
        coverage: how many of the source's sentences have a statement, in percent.
        uncovered: those that have none, with a quotation or a number first.
        unsearched: how many of the lost statements were not looked for in changed words, since that would cost too much.
    """

    source: str
    edition: Literal["same", "differs", "unpinned"]
    statements: tuple[Verified, ...]
    coverage: float
    uncovered: tuple[Uncovered, ...]
    unsearched: int


class Account(Struct, frozen=True):
    """What one source says of a measure in a period, through whom.

    Attributes:
        period: ISO 8601; null where the source names none.
        value: the value in words (`1.79 billion USD`).
        change: the change in words (`up by almost 20 percent`).
        kind: the kind of its first statement.
        speaker: slug of who gives the figure; null where the source gives it in its own voice.
        speaker_name: that speaker's name.
        via: slugs of who relayed it.
        source: slug of the published text.
        hedges: the source's own reservations.
        statements: ids of the statements that state it.
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
    """All accounts of one measure, those with a period first."""

    measure: str
    measure_label: str
    accounts: tuple[Account, ...]


class NamedFigure(Struct, frozen=True):
    """A figure in words, with the statement and the source that it is from, and the source's own reservations."""

    statement: str
    figure: str
    period: str | None
    source: str
    amount: Decimal | None
    hedges: tuple[str, ...]


class FigureConflict(Struct, frozen=True):
    """Two statements that contradict each other: by their figures, or since the record declares it.

    Attributes:
        measure: the measure of the figures; null where only the record tells.
        period: their period; null as before.
        figures: two figures of one measure and period, further apart than their approximations allow; none where only the
            record tells.
        statements: the full ids of both statements.
        declared: whether the record links the two with `conflicts`.
    """

    measure: str | None
    period: str | None
    figures: tuple[NamedFigure, ...]
    statements: tuple[str, str]
    declared: bool


class Implied(Struct, frozen=True):
    """What two amounts imply where one period begins or ends with the other.

    Attributes:
        measure: the measure's slug.
        period: the rest of the longer period.
        amount: the difference; below 0 where they cannot both be right.
        unit: the currency.
        whole: the figure of the longer period.
        part: the figure of the shorter one.
        days: days of the rest.
        days_of_part: days of the shorter period.
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
    """A figure with no period on record, which is compared with none."""

    measure: str


class Linked(Struct, frozen=True):
    """Two statements that the record links, and the words that differ, where both are in one language."""

    relation: Relation
    statements: tuple[Statement, Statement]
    differences: tuple[Difference, ...]


class LeftOut(Struct, frozen=True):
    """How many pairs a comparison found and does not list, past the first ten thousand of each kind."""

    conflicts: int
    implied: int
    linked: int


class Comparison(Struct, frozen=True):
    """What `tajik compare` finds: one object.

    Attributes:
        figures: the accounts of each measure.
        conflicts: contradictions: those that the figures show, then those that only the record declares.
        implied: what figures of two periods imply for the rest.
        uncompared: figures with no period.
        linked: statements that the record links; those linked as conflicting first.
        left_out: how many of these, not listed, since there are too many.
    """

    figures: tuple[MeasureAccounts, ...]
    conflicts: tuple[FigureConflict, ...]
    implied: tuple[Implied, ...]
    uncompared: tuple[Uncompared, ...]
    linked: tuple[Linked, ...]
    left_out: LeftOut


class Problem(Struct, frozen=True):
    """Something wrong with a knowledge file, as `tajik lint` tells it; line and column count from 1."""

    file: str
    line: int
    column: int
    message: str
    severity: Literal["error", "warning"]


class Failure(Struct, frozen=True):
    """What stands on stderr, where JSON was asked for, when a command fails."""

    error: FailureDetails


class FailureDetails(Struct, frozen=True):
    """The exit code and the message; some errors add keys that a script can act on."""

    code: int
    message: str
