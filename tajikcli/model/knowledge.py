"""The shape of a knowledge file, with a struct for each mapping in it.

Everything else is derived from this description: the reader types and checks files with it, messages quote
its descriptions and examples, and `facts.schema.json` is generated from it. To add a field that answers show,
add it to `answers`, too.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from tajikcli.model.relations import Relation  # noqa: TC001 - msgspec reads annotations at run time

SLUG_PATTERN = "^[a-z0-9-]+$"
FIELD_PATTERN = "^[a-z0-9-]+([.]([a-z0-9-]+|[*]))*$"  # `*` is each item of a list
MOST_WORDS = 8  # words in one `exact`: enough to support a claim, too few to republish a sentence


def _text(description: str, *examples: str, most: int = 5_000) -> Meta:
    return Meta(min_length=1, max_length=most, description=description, examples=list(examples) or None)


Slug = Annotated[
    str,
    Meta(
        pattern=SLUG_PATTERN,
        max_length=100,
        description="a slug of lower-case letters, digits and hyphens",
        examples=["two-way-trade"],
    ),
]
Target = Annotated[
    str,
    Meta(
        pattern="^([a-z0-9-]+/)?[a-z0-9-]+$",
        max_length=201,
        description="the id of a statement, preceded by `meeting/` if it is in another file",
        examples=["trade-growth", "lake-2031/trade-growth"],
    ),
]
Text = Annotated[str, _text("a text")]
Name = Annotated[str, _text("a name", most=500)]
Words = Annotated[str, _text("some words", most=500)]
Date = Annotated[
    str,
    Meta(
        pattern="^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
        description="an ISO 8601 date, as precise as the source",
        examples=["2024", "2024-12", "2024-12-24"],
    ),
]
Period = Annotated[
    str,
    Meta(
        pattern="^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?(/[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$",
        description="an ISO 8601 date or interval",
        examples=["2024", "2024-01/2024-09"],
    ),
]
Number = Annotated[
    str,
    Meta(
        pattern="^-?[0-9]+([.][0-9]+)?$",
        max_length=40,
        description="a decimal number without thousands separators or unit",
        examples=["1.79", "1000"],
    ),
]
Unit = Annotated[str, _text("a unit", "USD", "percent", "rank", "students", most=60)]
Url = Annotated[
    str,
    Meta(
        # No user name or password may precede the host, because every citation prints the address.
        pattern="^https?://[^ <>\"'`{}|\\\\^/?#@:.-][^ <>\"'`{}|\\\\^/?#@]*([/?#][^ <>\"'`{}|\\\\^]*)?$",
        max_length=2_000,
        description="an http:// or https:// address without a user name or password, with spaces, quotes and other unusual characters percent-encoded (%20)",
        examples=["https://example.org/a"],
    ),
]
Language = Annotated[
    str,
    Meta(
        pattern="^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
        max_length=35,
        description="a BCP 47 language tag",
        examples=["en", "ru", "tg"],
    ),
]
Digest = Annotated[
    str,
    Meta(
        pattern="^sha256:[0-9a-f]{64}$",
        description="the digest of the normalised text",
        examples=["sha256:" + "0" * 63 + "1"],
    ),
]

Gender = Literal["female", "male"]
Kind = Literal["quote", "paraphrase", "narration"]
Approximation = Literal["almost", "about", "over", "under", "at-least", "up-to"]
Direction = Literal["up", "down"]
Scale = Literal["thousand", "million", "billion", "trillion"]
Phase = Literal["before", "background"]


class _Mapping(Struct, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A mapping of the file; a key that is not a field is an error."""


class Meeting(_Mapping):
    """The meeting of the file."""

    id: Slug
    title: Name
    date: Date
    place: Name | None = None
    aliases: tuple[Name, ...] = ()


class Source(_Mapping):
    """A published text from which statements are taken."""

    publisher: Name
    language: Language
    title: Name | None = None
    published: Date | None = None
    url: Url | None = None
    archived: Url | None = None
    digest: Digest | None = None


class Speaker(_Mapping):
    """A person whose words or claims are on record."""

    name: Name
    role: Name | None = None
    gender: Gender | None = None
    aliases: tuple[Name, ...] = ()


class Relay(_Mapping):
    """A person or body that passed words on from a speaker to a source."""

    name: Name
    aliases: tuple[Name, ...] = ()


class Topic(_Mapping):
    """A subject of statements."""

    label: Name
    aliases: tuple[Name, ...] = ()


class Measure(_Mapping):
    """A quantity that figures measure."""

    label: Name
    aliases: tuple[Name, ...] = ()


class FigureEntry(_Mapping):
    """A number of a measure: a value, a change, a step from one value to another, or only a direction."""

    measure: Slug | None = None
    value: Number | None = None
    from_: Number | None = field(name="from", default=None)
    to: Number | None = None
    change: Number | None = None
    direction: Direction | None = None
    scale: Scale | None = None
    unit: Unit | None = None
    approx: Approximation | None = None
    period: Period | None = None


class EvidenceEntry(_Mapping):
    """A few words from the source (a text-quote selector, W3C Web Annotation 4.2.4)."""

    exact: Words


class LinkEntry(_Mapping):
    """The relation of this statement to another one."""

    to: Target
    relation: Relation = field(name="as")


class AskEntry(_Mapping):
    """A question that a draft leaves for its editor; while one has no answer, queries refuse the file."""

    field: Annotated[
        str,
        Meta(
            pattern=FIELD_PATTERN,
            max_length=250,
            description="the field for the answer, as a path in the statement or in the whole file; "
            "'statements.*.text' asks for the text of each statement that has none",
            examples=["text", "figures.0.period", "meeting.place", "statements.*.text"],
        ),
    ]
    question: Annotated[
        Text | None, Meta(description="the question; if it is left out, the field shows what is asked")
    ] = None
    candidates: list[Text] = []
    answer: Text | list[Text] | None = None


class StatementEntry(_Mapping):
    """A statement as written in the file, with slugs as names."""

    id: Slug
    kind: Kind
    text: Text
    was: tuple[Slug, ...] = ()
    source: Slug | None = None
    speaker: Slug | None = None
    via: tuple[Slug, ...] = ()
    topics: tuple[Slug, ...] = ()
    keywords: tuple[Words, ...] = ()
    said: Date | None = None
    when: Words | None = None
    phase: Phase | None = None
    hedges: tuple[Words, ...] = ()
    figures: tuple[FigureEntry, ...] = ()
    evidence: tuple[EvidenceEntry, ...] = ()
    links: tuple[LinkEntry, ...] = ()
    asks: list[AskEntry] = []


class KnowledgeFile(_Mapping):
    """A knowledge file: one meeting and the statements about it."""

    meeting: Meeting
    sources: dict[Slug, Source]
    statements: list[StatementEntry]
    speakers: dict[Slug, Speaker] = {}
    relays: dict[Slug, Relay] = {}
    topics: dict[Slug, Topic] = {}
    measures: dict[Slug, Measure] = {}
    asks: list[AskEntry] = []

    def source_of(self, statement: StatementEntry) -> str:
        """Return the slug of a statement's source, which is the first source of the file by default."""
        return statement.source or next(iter(self.sources))

    def merged(self) -> dict[str, str]:
        """Return the ids of merged statements, each with the id of the statement that replaces it."""
        return {old: statement.id for statement in self.statements for old in statement.was}
