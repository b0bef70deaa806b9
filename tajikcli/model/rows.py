"""The answers as rows: the plain values of JSON, which pages and plain text read.

`make rows` writes this file from `model/answers.py`. The types are only for type checkers, and are not imported at run time; `KEYS`
has the keys of each type, in order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal
    from typing import Literal, TypedDict

    from tajikcli.model.knowledge import Approximation, Direction, Kind, Phase, Scale
    from tajikcli.model.relations import Relation
    from tajikcli.model.verdicts import Attribution, Verdict

    Figure = TypedDict(
        "Figure",
        {
            "measure": str | None,
            "measure_label": str | None,
            "value": str | None,
            "from": str | None,
            "to": str | None,
            "change": str | None,
            "direction": Direction | None,
            "scale": Scale | None,
            "unit": str | None,
            "approx": Approximation | None,
            "period": str | None,
            "amount": Decimal | int | None,
            "amount_from": Decimal | int | None,
            "amount_to": Decimal | int | None,
            "amount_change": Decimal | int | None,
        },
    )

    class Evidence(TypedDict):
        """Words that occur once in the source."""

        exact: str

    Link = TypedDict(
        "Link",
        {
            "to": str,
            "as": Relation,
        },
    )

    class Statement(TypedDict):
        """A quote or a fact on record, with everything needed to trace it."""

        id: str
        meeting: str
        kind: Kind
        text: str
        speaker: str | None
        speaker_name: str | None
        via: list[str]
        source: str
        said: str | None
        when: str | None
        hedges: list[str]
        topics: list[str]
        figures: list[Figure]
        evidence: list[Evidence]
        links: list[Link]
        claim: str | None
        phase: Phase | None

    class HitAlone(TypedDict):
        """The keys of `Hit` that `Statement` does not have."""

        snippet: str
        score: float

    class Hit(Statement, HitAlone):
        """A statement that search found."""

    class FigureRowAlone(TypedDict):
        """The keys of `FigureRow` that `Figure` does not have."""

        statement: str
        meeting: str
        kind: Kind
        speaker: str | None
        speaker_name: str | None
        via: list[str]
        source: str
        hedges: list[str]
        topics: list[str]
        text: str
        figure: str

    class FigureRow(Figure, FigureRowAlone):
        """A figure with the statement that states it: one row of `tajik figures`."""

    class Meeting(TypedDict):
        """A meeting on record, with the number of its statements."""

        id: str
        title: str
        date: str
        place: str | None
        aliases: list[str]
        statements: int
        facts: int
        quotes: int

    class Topic(TypedDict):
        """A topic, with the number of its statements."""

        slug: str
        label: str
        aliases: list[str]
        statements: int
        facts: int
        quotes: int

    class Speaker(TypedDict):
        """A speaker on record, with the number of their statements."""

        slug: str
        name: str
        role: str | None
        gender: Literal["female", "male"] | None
        aliases: list[str]
        statements: int
        facts: int
        quotes: int

    class Source(TypedDict):
        """A published text from which statements are taken."""

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

    class Relay(TypedDict):
        """A person or body that relayed statements."""

        slug: str
        name: str
        aliases: list[str]
        statements: int
        facts: int
        quotes: int

    class Measure(TypedDict):
        """A quantity that figures on record measure."""

        slug: str
        label: str
        aliases: list[str]
        statements: int
        facts: int
        quotes: int

    class Index(TypedDict):
        """An index in the cache folder."""

        path: str
        bytes: int
        statements: int
        files: list[str]

    class Difference(TypedDict):
        """Words that differ."""

        text: str
        record: str

    class Near(TypedDict):
        """Another statement that is similar to a quotation."""

        statement: str
        text: str

    class Finding(TypedDict):
        """A quotation or figure that `tajik check` compared with the record."""

        line: int
        column: int
        finding: Literal["quotation", "figure"]
        text: str
        speaker: str | None
        verdict: Verdict
        attribution: Attribution | None
        statement: str | None
        record_text: str | None
        differences: list[Difference]
        hedges: list[str]
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
        also: list[Near]

    class Verified(TypedDict):
        """A statement whose words were looked up in its source."""

        id: str
        status: Literal["found", "changed", "lost"]
        exact: str | None
        nearest: str | None

    class Uncovered(TypedDict):
        """A sentence of a source that no statement covers."""

        paragraph: int
        sentence: int
        text: str

    class Verification(TypedDict):
        """The report of `tajik verify`."""

        source: str
        edition: Literal["same", "differs", "unpinned"]
        statements: list[Verified]
        coverage: float
        uncovered: list[Uncovered]
        unsearched: int

    class Account(TypedDict):
        """The account that one source gives of a measure for one period."""

        period: str | None
        value: str | None
        change: str | None
        kind: Kind
        speaker: str | None
        speaker_name: str | None
        via: list[str]
        source: str
        hedges: list[str]
        statements: list[str]

    class MeasureAccounts(TypedDict):
        """All accounts of one measure."""

        measure: str
        measure_label: str
        accounts: list[Account]

    class NamedFigure(TypedDict):
        """A figure with its statement and source."""

        statement: str
        figure: str
        period: str | None
        source: str
        amount: Decimal | int | None
        hedges: list[str]

    class FigureConflict(TypedDict):
        """Two statements that contradict each other, by their figures or according to the record."""

        measure: str | None
        period: str | None
        figures: list[NamedFigure]
        statements: list[str]
        declared: bool

    class Implied(TypedDict):
        """The amount that two figures imply if one period is the beginning or the end of the other."""

        measure: str
        period: str
        amount: Decimal | int
        unit: str
        whole: NamedFigure
        part: NamedFigure
        days: int
        days_of_part: int

    class UncomparedAlone(TypedDict):
        """The keys of `Uncompared` that `NamedFigure` does not have."""

        measure: str

    class Uncompared(NamedFigure, UncomparedAlone):
        """A figure that is not compared, because the record has no period for it."""

    class Linked(TypedDict):
        """Two statements that the record links."""

        relation: Relation
        statements: list[Statement]
        differences: list[Difference]

    class LeftOut(TypedDict):
        """How many results of each kind a comparison leaves out after the first 10,000."""

        conflicts: int
        implied: int
        linked: int

    class Comparison(TypedDict):
        """The report of `tajik compare`."""

        figures: list[MeasureAccounts]
        conflicts: list[FigureConflict]
        implied: list[Implied]
        uncompared: list[Uncompared]
        linked: list[Linked]
        left_out: LeftOut

    class Problem(TypedDict):
        """A problem that `tajik lint` reports."""

        file: str
        line: int
        column: int
        message: str
        severity: Literal["error", "warning"]

    class NotJudged(TypedDict):
        """A number beside a measure, or words in quotation marks, that got no verdict."""

        file: str | None
        line: int
        column: int
        finding: Literal["quotation", "figure"]
        text: str
        reason: str

    class CheckSummary(TypedDict):
        """The object on standard error for each text, if `check` prints JSON: `{"summary": {…}}`."""

        file: str | None
        findings: int
        faults: int
        not_judged: list[NotJudged]

    class Summary(TypedDict):
        """The object that `check` prints on standard error if it prints JSON."""

        summary: CheckSummary

    class Failure(TypedDict):
        """The object on standard error if a command that prints JSON fails."""

        error: FailureDetails

    class FailureDetails(TypedDict):
        """An error. Some errors have more keys, for scripts."""

        code: int
        message: str


KEYS = {
    "Figure": (
        "measure",
        "measure_label",
        "value",
        "from",
        "to",
        "change",
        "direction",
        "scale",
        "unit",
        "approx",
        "period",
        "amount",
        "amount_from",
        "amount_to",
        "amount_change",
    ),
    "Evidence": ("exact",),
    "Link": (
        "to",
        "as",
    ),
    "Statement": (
        "id",
        "meeting",
        "kind",
        "text",
        "speaker",
        "speaker_name",
        "via",
        "source",
        "said",
        "when",
        "hedges",
        "topics",
        "figures",
        "evidence",
        "links",
        "claim",
        "phase",
    ),
    "Hit": (
        "id",
        "meeting",
        "kind",
        "text",
        "speaker",
        "speaker_name",
        "via",
        "source",
        "said",
        "when",
        "hedges",
        "topics",
        "figures",
        "evidence",
        "links",
        "claim",
        "phase",
        "snippet",
        "score",
    ),
    "FigureRow": (
        "measure",
        "measure_label",
        "value",
        "from",
        "to",
        "change",
        "direction",
        "scale",
        "unit",
        "approx",
        "period",
        "amount",
        "amount_from",
        "amount_to",
        "amount_change",
        "statement",
        "meeting",
        "kind",
        "speaker",
        "speaker_name",
        "via",
        "source",
        "hedges",
        "topics",
        "text",
        "figure",
    ),
    "Meeting": (
        "id",
        "title",
        "date",
        "place",
        "aliases",
        "statements",
        "facts",
        "quotes",
    ),
    "Topic": (
        "slug",
        "label",
        "aliases",
        "statements",
        "facts",
        "quotes",
    ),
    "Speaker": (
        "slug",
        "name",
        "role",
        "gender",
        "aliases",
        "statements",
        "facts",
        "quotes",
    ),
    "Source": (
        "slug",
        "title",
        "publisher",
        "published",
        "url",
        "archived",
        "language",
        "digest",
        "statements",
        "facts",
        "quotes",
    ),
    "Relay": (
        "slug",
        "name",
        "aliases",
        "statements",
        "facts",
        "quotes",
    ),
    "Measure": (
        "slug",
        "label",
        "aliases",
        "statements",
        "facts",
        "quotes",
    ),
    "Index": (
        "path",
        "bytes",
        "statements",
        "files",
    ),
    "Difference": (
        "text",
        "record",
    ),
    "Near": (
        "statement",
        "text",
    ),
    "Finding": (
        "line",
        "column",
        "finding",
        "text",
        "speaker",
        "verdict",
        "attribution",
        "statement",
        "record_text",
        "differences",
        "hedges",
        "accepted",
        "end_line",
        "end_column",
        "speaker_name",
        "record_speaker",
        "record_speaker_name",
        "link",
        "link_source",
        "sourcing",
        "file",
        "also",
    ),
    "Verified": (
        "id",
        "status",
        "exact",
        "nearest",
    ),
    "Uncovered": (
        "paragraph",
        "sentence",
        "text",
    ),
    "Verification": (
        "source",
        "edition",
        "statements",
        "coverage",
        "uncovered",
        "unsearched",
    ),
    "Account": (
        "period",
        "value",
        "change",
        "kind",
        "speaker",
        "speaker_name",
        "via",
        "source",
        "hedges",
        "statements",
    ),
    "MeasureAccounts": (
        "measure",
        "measure_label",
        "accounts",
    ),
    "NamedFigure": (
        "statement",
        "figure",
        "period",
        "source",
        "amount",
        "hedges",
    ),
    "FigureConflict": (
        "measure",
        "period",
        "figures",
        "statements",
        "declared",
    ),
    "Implied": (
        "measure",
        "period",
        "amount",
        "unit",
        "whole",
        "part",
        "days",
        "days_of_part",
    ),
    "Uncompared": (
        "statement",
        "figure",
        "period",
        "source",
        "amount",
        "hedges",
        "measure",
    ),
    "Linked": (
        "relation",
        "statements",
        "differences",
    ),
    "LeftOut": (
        "conflicts",
        "implied",
        "linked",
    ),
    "Comparison": (
        "figures",
        "conflicts",
        "implied",
        "uncompared",
        "linked",
        "left_out",
    ),
    "Problem": (
        "file",
        "line",
        "column",
        "message",
        "severity",
    ),
    "NotJudged": (
        "file",
        "line",
        "column",
        "finding",
        "text",
        "reason",
    ),
    "CheckSummary": (
        "file",
        "findings",
        "faults",
        "not_judged",
    ),
    "Summary": ("summary",),
    "Failure": ("error",),
    "FailureDetails": (
        "code",
        "message",
    ),
}
