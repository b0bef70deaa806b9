"""The rules of a knowledge file beyond the types of its fields.

Each rule yields faults. An invalid value is replaced by an empty text or a blank struct (see `shape.Shape`).
Rules skip empty texts,
and a fault in the position of a blank is reported only once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tajikcli.dates import days
from tajikcli.ids import split_id
from tajikcli.model.knowledge import MOST_WORDS
from tajikcli.reader.claims import broken_claims
from tajikcli.reader.faults import NOTHING, Fault, Guesses, Path
from tajikcli.text import fold_name, is_invisible

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from tajikcli.model.knowledge import (
        EvidenceEntry,
        FigureEntry,
        KnowledgeFile,
        LinkEntry,
        StatementEntry,
    )

_FACTS = ("paraphrase", "narration")
_FEW = 12  # the number of names to list in a message


def broken_rules(knowledge: KnowledgeFile) -> Iterator[Fault]:
    """Yield every error of the file, statement by statement.

    Args:
        knowledge: the content as structs, from `shape.typed`.
    """
    yield from _dates_of_definitions(knowledge)
    yield from _shared_names(knowledge)
    if not knowledge.sources:
        yield Fault(("sources",), "no source is defined; expected at least one (the first is the default)")
    first_with = {statement.id: number for number, statement in enumerate(knowledge.statements)}
    are_unique = len(first_with) == len(knowledge.statements) and "" not in first_with
    if not are_unique:
        first_with = {}
    tried: dict[str, int] = {}
    for number, statement in enumerate(() if are_unique else knowledge.statements):
        if statement.id in first_with:
            earlier = first_with[statement.id] + 1
            yield Fault(
                ("statements", number, "id"),
                f"statement {earlier} in this file already has the id '{statement.id}';"
                f" expected a new id, such as '{_new_id(statement.id, first_with, tried)}'",
            )
        elif statement.id:
            first_with[statement.id] = number
    yield from _merged(knowledge, first_with)
    references = _References(knowledge, first_with)
    is_sound = _surely_sound(knowledge)
    for number, statement in enumerate(knowledge.statements):
        if not is_sound(statement):
            yield from _statement(statement, references, ("statements", number))
    yield from broken_claims(knowledge, first_with)


def _merged(knowledge: KnowledgeFile, ids: Mapping[str, int]) -> Iterator[Fault]:
    """Yield a fault for each merged id that is also the id of another statement."""
    owners: dict[str, str] = {}
    for number, statement in enumerate(knowledge.statements):
        for position, old in enumerate(statement.was) if statement.was else ():
            path: Path = ("statements", number, "was", position)
            if not old:
                continue
            if old in ids:
                message = f"'{old}' is the id of statement {ids[old] + 1} in this file; the id of a merged statement cannot be used again"
                yield Fault(path, message)
            elif old in owners:
                yield Fault(
                    path,
                    f"'{old}' is already listed under 'was' in '{owners[old]}'; remove it from one of the two statements",
                )
            else:
                owners[old] = statement.id


class _References:
    """The names that the statements of a file may use, and the faults of unknown names."""

    def __init__(self, knowledge: KnowledgeFile, ids: Mapping[str, int]) -> None:
        self.knowledge, self._ids, self._guesses = knowledge, ids, Guesses()
        self._merged = knowledge.merged()
        self._some_unnamed = not all(statement.id for statement in knowledge.statements)

    def check(self, what: str, value: str | None, path: Path) -> Iterator[Fault]:
        """Yield a fault if `value` is not a slug in the section for `what`, such as `topic`."""
        known: Collection[str] = self._ids if what == "statement" else getattr(self.knowledge, f"{what}s")
        if not value or value in known:
            return
        close = self._guesses.nearest(value, known)
        if what == "statement" and self._some_unnamed and not close:
            return  # the name may be the missing id of a statement, which has been reported
        if value in NOTHING:
            hint = "leave the key out if it has no value"
        elif close:
            hint = f"did you mean {' or '.join(close)}?"
        elif 0 < len(known) <= _FEW:
            hint = f"expected one of {', '.join(known)}"
        elif known:
            hint = f"expected one of the {len(known):,} {what}s defined in the file under '{what}s'"
        else:
            hint = f"the file defines no {what}s; define this one under '{what}s'"
        yield Fault(path, f"unknown {what} '{value}'; {hint}")

    def link(self, link: LinkEntry, statement: StatementEntry, path: Path) -> Iterator[Fault]:
        """Yield a fault if a link leads nowhere or to its own statement."""
        meeting, target = split_id(link.to)
        if meeting not in {"", self.knowledge.meeting.id}:
            return  # a statement of another file, which only the whole record can check
        if target and target == statement.id and self._ids[target] == path[1]:
            message = f"statement '{statement.id}' links to itself; expected the id of another statement"
            yield Fault((*path, "to"), message)
        elif target in statement.was:
            message = f"'{target}' was merged into '{statement.id}', so the statement would link to itself"
            yield Fault((*path, "to"), message)
        elif target not in self._merged:
            yield from self.check("statement", target, (*path, "to"))


def _surely_sound(knowledge: KnowledgeFile) -> Callable[[StatementEntry], bool]:
    """Return a function that returns True if a statement clearly breaks no rule of `_statement`; after False, the full check decides.

    Most statements have no links and plain figures, and use known names.
    """
    speakers: Collection[str | None] = {None, *knowledge.speakers}
    sources: Collection[str | None] = {None, *knowledge.sources}
    relays, topics = knowledge.relays, knowledge.topics

    def is_sound(statement: StatementEntry) -> bool:
        if statement.links or (statement.said and not _is_date(statement.said)):
            return False
        if statement.kind == "quote":
            if statement.figures:
                return False
        elif not statement.evidence or (statement.speaker is None) != (statement.kind == "narration"):
            return False
        for evidence in statement.evidence:
            if evidence.exact.count(" ") >= MOST_WORDS:
                return False
        for figure in statement.figures:
            if not _is_plain(figure, knowledge):
                return False
        about, via = statement.topics, statement.via
        for topic in about:
            if topic not in topics:
                return False
        return (
            statement.speaker in speakers
            and statement.source in sources
            and (len(about) < 2 or len(set(about)) == len(about))
            and (not via or (len(via) == 1 and via[0] in relays))
        )

    return is_sound


def _is_plain(figure: FigureEntry, knowledge: KnowledgeFile) -> bool:
    """Return True if a figure clearly breaks no rule of `_figure`: a value of a measure or a change in it, with a unit."""
    return (
        (figure.value is None) != (figure.change is None)
        and figure.from_ is None
        and figure.to is None
        and figure.direction is None
        and figure.unit is not None
        and figure.unit != "rank"
        and (figure.scale is None or figure.unit != "percent")
        and figure.measure is not None
        and figure.measure in knowledge.measures
        and (not figure.period or _is_date(figure.period))
    )


def _statement(statement: StatementEntry, references: _References, path: Path) -> Iterator[Fault]:
    yield from references.check("source", statement.source, (*path, "source"))
    yield from references.check("speaker", statement.speaker, (*path, "speaker"))
    for section, slugs in (("via", statement.via), ("topics", statement.topics)):
        what = "relay" if section == "via" else "topic"
        for number, slug in enumerate(slugs):
            yield from references.check(what, slug, (*path, section, number))
        if len(slugs) > 1:
            yield from _repeated(slugs, (*path, section))
    if statement.said:
        yield from _calendar(statement.said, (*path, "said"))
    for number, figure in enumerate(statement.figures):
        figure_path: Path = (*path, "figures", number)
        yield from references.check("measure", figure.measure, (*figure_path, "measure"))
        yield from _figure(figure, figure_path)
    for number, evidence in enumerate(statement.evidence):
        yield from _evidence(evidence, (*path, "evidence", number))
    for number, link in enumerate(statement.links):
        yield from references.link(link, statement, (*path, "links", number))
    yield from _kind(statement, path)


def _repeated(items: Sequence[str], path: Path) -> Iterator[Fault]:
    seen: set[str] = set()
    for number, item in enumerate(items):
        if item and item in seen:
            yield Fault((*path, number), f"'{item}' is in the list twice; keep one")
        seen.add(item)


def _named(statement: StatementEntry) -> str:
    """Return the name of a statement for a message; the statement may have no id yet."""
    return f"{statement.kind} '{statement.id}'" if statement.id else f"this {statement.kind}"


def _kind(statement: StatementEntry, path: Path) -> Iterator[Fault]:
    if statement.kind == "quote":
        if statement.figures:
            yield Fault(
                (*path, "figures"),
                "a quote cannot have figures; add the figure to a fact"
                f" with links: [{{to: {statement.id}, as: part-of}}]",
                at_key=True,
            )
        return
    if statement.kind in _FACTS and not statement.evidence:
        yield Fault(
            path,
            f"{_named(statement)} has no evidence; expected the words in the source that it rests on,"
            " as in evidence: [{exact: …}]",
        )
    if statement.kind == "narration" and statement.speaker is not None:
        yield Fault(
            (*path, "speaker"),
            "a narration has no speaker; remove the key, or use 'kind: paraphrase'",
        )
    if statement.kind == "paraphrase" and statement.speaker is None:
        yield Fault(
            path,
            f"{_named(statement)} needs the key 'speaker'; add it, or use 'kind: narration'",
        )


def _figure(figure: FigureEntry, path: Path) -> Iterator[Fault]:
    shapes = {
        "value": figure.value is not None,
        "from and to": figure.from_ is not None or figure.to is not None,
        "change": figure.change is not None,
        "direction": figure.direction is not None,
    }
    given = [shape for shape, is_given in shapes.items() if is_given]
    if len(given) != 1:
        numbers = " as well as ".join(given) or "no number"
        yield Fault(path, f"the figure has {numbers}; expected one of value, from and to, change, direction")
    elif (figure.from_ is None) != (figure.to is None):
        missing, present = ("to", "from") if figure.to is None else ("from", "to")
        yield Fault(
            path, f"a figure with '{present}' needs the key '{missing}'; for a single number, use 'value'"
        )
    if given and given != ["direction"]:
        if figure.unit is None:
            yield Fault(path, "a figure with a number needs the key 'unit': USD, percent, rank, students, …")
        if figure.measure is None:
            yield Fault(path, "a figure with a number needs the key 'measure': what the number counts")
    elif given:
        for key in ("scale", "unit", "approx"):
            if getattr(figure, key) is not None:
                yield Fault(
                    (*path, key), f"'{key}' needs a number, but this figure has only a direction", at_key=True
                )
    if figure.scale is not None and figure.unit in {"percent", "rank"}:
        yield Fault((*path, "scale"), f"the unit '{figure.unit}' takes no scale; remove the key", at_key=True)
    if figure.unit == "rank":
        for key, number in (("value", figure.value), ("from", figure.from_), ("to", figure.to)):
            if number and not number.isdigit():
                yield Fault((*path, key), f"'{key}' is '{number}'; a rank is a whole number")
    yield from _calendar(figure.period, (*path, "period"))


def _evidence(evidence: EvidenceEntry, path: Path) -> Iterator[Fault]:
    words = evidence.exact.split()
    if len(words) > MOST_WORDS:
        yield Fault(
            (*path, "exact"),
            f"'exact' has {len(words)} words; expected at most {MOST_WORDS},"
            f" such as '{' '.join(words[:MOST_WORDS])}'",
        )


def _dates_of_definitions(knowledge: KnowledgeFile) -> Iterator[Fault]:
    yield from _calendar(knowledge.meeting.date, ("meeting", "date"))
    for slug, source in knowledge.sources.items():
        yield from _calendar(source.published, ("sources", slug, "published"))
        yield from _address(source.url, ("sources", slug, "url"))
        yield from _address(source.archived, ("sources", slug, "archived"))


def _address(url: str | None, path: Path) -> Iterator[Fault]:
    """Yield a fault for an address that is deceptive or that no browser can open."""
    if not url:
        return
    key = path[-1]
    hidden = next(filter(is_invisible, url), None)
    if hidden:
        yield Fault(path, f"'{key}' contains the invisible character U+{ord(hidden):04X}; remove it")
        return
    try:
        host, _ = urlsplit(url).hostname, urlsplit(url).port
    except ValueError as error:
        yield Fault(
            path,
            f"'{key}' is not a valid address ({str(error)[:100]}); expected one such as https://example.org/a",
        )
        return
    if not host:
        yield Fault(path, f"'{key}' has no host; expected an address such as https://example.org/a")


def _shared_names(knowledge: KnowledgeFile) -> Iterator[Fault]:
    """Yield a fault for each name that stands for two things of one kind."""
    for section in ("speakers", "relays", "topics", "measures"):
        owners: dict[str, str] = {}
        definitions = getattr(knowledge, section)
        label = "name" if section in {"speakers", "relays"} else "label"
        if _are_distinct(definitions, label):
            continue
        for slug in definitions:
            owner = owners.setdefault(fold_name(slug), slug)
            if owner != slug:
                message = (
                    f"the slug '{slug}' differs from '{owner}' only by hyphens; expected a different slug"
                )
                yield Fault((section, slug), message, at_key=True)
        for slug, definition in definitions.items():
            names: list[tuple[Path, str]] = [((label,), getattr(definition, label))]
            names += [(("aliases", number), alias) for number, alias in enumerate(definition.aliases)]
            for tail, name in names:
                owner = owners.setdefault(fold_name(name), slug) if name else slug
                if owner != slug:
                    yield Fault(
                        (section, slug, *tail),
                        f"'{name}' is already a name of the {section[:-1]} '{owner}'; expected a different name",
                    )


def _are_distinct(definitions: Mapping[str, Any], label: str) -> bool:
    """Return whether no name stands for two definitions; this takes a third of the time of finding those that do."""
    owned = [
        (name, slug)
        for slug, definition in definitions.items()
        for name in {*map(fold_name, (slug, getattr(definition, label), *definition.aliases))}
    ]
    return len(dict(owned)) == len(owned)


def _calendar(text: str | None, path: Path) -> Iterator[Fault]:
    if not text:
        return
    try:
        days(text)
    except ValueError as error:
        hint = next((f"; did you mean '{guess}'?" for guess in _turned(text) if _is_date(guess)), "")
        yield Fault(path, f"{error}; expected a date such as 2024-12-24{hint}")


def _turned(text: str) -> Iterator[str]:
    """Yield a date with month and day swapped, or an interval with its ends swapped."""
    start, slash, end = text.partition("/")
    if slash:
        yield f"{end}/{start}"
    elif len(text) == len("2024-24-12"):
        yield f"{text[:5]}{text[8:]}-{text[5:7]}"


def _is_date(text: str) -> bool:
    try:
        days(text)
    except ValueError:
        return False
    return True


def _new_id(taken: str, ids: Collection[str], tried: dict[str, int]) -> str:
    number = tried.get(taken, 2)
    while f"{taken}-{number}" in ids:
        number += 1
    tried[taken] = number  # ids are never removed, so the next search can continue here
    return f"{taken}-{number}"
