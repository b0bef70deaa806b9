"""What must hold of a sound knowledge file beyond the types of its fields.

Each rule yields faults; lists may hold None where an item was wrong in itself and has been told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from tajikcli.dates import days, respell
from tajikcli.model.knowledge import MOST_WORDS
from tajikcli.reader.faults import Fault, Path
from tajikcli.text import fold_name, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tajikcli.model.knowledge import (
        EvidenceEntry,
        FigureEntry,
        KnowledgeFile,
        LinkEntry,
        StatementEntry,
    )

_T = TypeVar("_T")
_QUOTATION_MARKS = frozenset("\"“”„«»")


def broken_rules(knowledge: KnowledgeFile) -> Iterator[Fault]:
    """Yield every fault that makes the file unsound, statement by statement."""
    yield from _dates_of_definitions(knowledge)
    yield from _shared_names(knowledge)
    if not knowledge.sources:
        yield Fault(("sources",), "there is no source; expected at least one: the first is the default")
    first_with: dict[str, int] = {}
    for number, statement in _present(knowledge.statements):
        path: Path = ("statements", number)
        if statement.id in first_with:
            earlier = first_with[statement.id] + 1
            yield Fault(
                (*path, "id"),
                f"the id '{statement.id}' is already that of statement {earlier} in this file;"
                f" expected a new one, such as '{statement.id}-2'",
            )
        elif statement.id is not None:
            first_with[statement.id] = number
    for number, statement in _present(knowledge.statements):
        yield from _statement(statement, knowledge, first_with, ("statements", number))


def doubtful_points(knowledge: KnowledgeFile) -> Iterator[Fault]:
    """Yield warnings: what is allowed but probably an oversight."""
    asked: dict[str, set[str]] = {"topics": set(), "speakers": set()}
    for number, statement in _present(knowledge.statements):
        path: Path = ("statements", number)
        asked["topics"].update(statement.topics)
        asked["speakers"].add(statement.speaker or "")
        if not statement.topics:
            yield _warning(path, f"statement '{statement.id}' has no topic; no topic will find it")
        if statement.kind == "quote":
            if statement.speaker is None:
                yield _warning(path, f"quote '{statement.id}' has no speaker; whose words are these?")
        elif _QUOTATION_MARKS.intersection(statement.text or ""):
            yield _warning(
                (*path, "text"),
                f"fact '{statement.id}' has quotation marks in its text; words as printed belong in a quote",
            )
    for section, used in asked.items():
        for slug in getattr(knowledge, section):
            if slug not in used:
                yield _warning((section, slug), f"no statement has the {section[:-1]} '{slug}'", at_key=True)


def _statement(
    statement: StatementEntry, knowledge: KnowledgeFile, ids: Mapping[str, int], path: Path
) -> Iterator[Fault]:
    if statement.source is not None and statement.source not in knowledge.sources:
        yield _dangling("source", statement.source, knowledge.sources, (*path, "source"))
    if statement.speaker is not None and statement.speaker not in knowledge.speakers:
        yield _dangling("speaker", statement.speaker, knowledge.speakers, (*path, "speaker"))
    for number, relay in _present(statement.via):
        if relay not in knowledge.relays:
            yield _dangling("relay", relay, knowledge.relays, (*path, "via", number))
    for number, topic in _present(statement.topics):
        if topic not in knowledge.topics:
            yield _dangling("topic", topic, knowledge.topics, (*path, "topics", number))
    if statement.said is not None:
        yield from _calendar(statement.said, (*path, "said"))
    for number, figure in _present(statement.figures):
        yield from _figure(figure, knowledge, (*path, "figures", number))
    for number, evidence in _present(statement.evidence):
        yield from _evidence(evidence, (*path, "evidence", number))
    for number, link in _present(statement.links):
        yield from _link(link, statement, knowledge, ids, (*path, "links", number))
    yield from _kind(statement, path)


def _kind(statement: StatementEntry, path: Path) -> Iterator[Fault]:
    if statement.kind == "quote":
        if statement.figures:
            yield Fault(
                (*path, "figures"),
                "a figure stands on the fact that states it, not on the quote; expected a fact of its own"
                f" with links: [{{to: {statement.id}, as: part-of}}]",
                at_key=True,
            )
        return
    if statement.kind is not None and not statement.evidence:
        yield Fault(
            path,
            f"fact '{statement.id}' has no evidence; expected the words in the source that it rests on,"
            " as in evidence: [{exact: …}]",
        )
    if statement.kind == "narration" and statement.speaker is not None:
        yield Fault(
            (*path, "speaker"),
            "a narration is the source's own voice and has no speaker; leave it out, or did you mean"
            " 'kind: paraphrase'?",
        )
    if statement.kind == "paraphrase" and statement.speaker is None:
        yield Fault(
            path,
            f"paraphrase '{statement.id}' needs the key 'speaker': whose words the source gives; did you mean"
            " 'kind: narration'?",
        )


def _figure(figure: FigureEntry, knowledge: KnowledgeFile, path: Path) -> Iterator[Fault]:
    if figure.measure is not None and figure.measure not in knowledge.measures:
        yield _dangling("measure", figure.measure, knowledge.measures, (*path, "measure"))
    shapes = [
        figure.value is not None,
        figure.from_ is not None or figure.to is not None,
        figure.change is not None,
        figure.direction is not None,
    ]
    if sum(shapes) != 1:
        yield Fault(
            path,
            f"a figure has {'several of' if any(shapes) else 'none of'} value, from and to, change, direction;"
            " expected exactly one of them",
        )
    elif (figure.from_ is None) != (figure.to is None):
        missing = "to" if figure.to is None else "from"
        yield Fault(path, f"a figure has one of 'from' and 'to'; expected '{missing}' beside it")
    if any(shapes[:3]):
        if figure.unit is None:
            yield Fault(path, "a figure with a number needs the key 'unit': USD, percent, rank, students, …")
        if figure.measure is None:
            yield Fault(path, "a figure with a number needs the key 'measure': what the number counts")
    elif figure.scale or figure.approx or figure.unit:
        extra = "scale" if figure.scale else "approx" if figure.approx else "unit"
        yield Fault((*path, extra), f"'{extra}' belongs to a number; a direction has none", at_key=True)
    if figure.scale is not None and figure.unit in {"percent", "rank"}:
        yield Fault((*path, "scale"), f"a {figure.unit} has no scale; leave it out", at_key=True)
    if figure.period is not None:
        yield from _calendar(figure.period, (*path, "period"))


def _evidence(evidence: EvidenceEntry, path: Path) -> Iterator[Fault]:
    words = len((evidence.exact or "").split())
    if words > MOST_WORDS:
        yield Fault(
            (*path, "exact"),
            f"'exact' has {words} words; expected at most {MOST_WORDS}: the few that the claim rests on,"
            f" such as '{' '.join(evidence.exact.split()[:MOST_WORDS])}'",
        )


def _link(
    link: LinkEntry,
    statement: StatementEntry,
    knowledge: KnowledgeFile,
    ids: Mapping[str, int],
    path: Path,
) -> Iterator[Fault]:
    if link.to is None:
        return
    meeting, slash, target = link.to.rpartition("/")
    if slash and knowledge.meeting is not None and meeting != knowledge.meeting.id:
        return  # another file's: only the whole record can tell
    if target == statement.id:
        yield Fault((*path, "to"), f"statement '{statement.id}' links to itself; expected another one's id")
    elif target not in ids:
        yield _dangling("statement", link.to, ids, (*path, "to"))


def _dates_of_definitions(knowledge: KnowledgeFile) -> Iterator[Fault]:
    if knowledge.meeting is not None and knowledge.meeting.date is not None:
        yield from _calendar(knowledge.meeting.date, ("meeting", "date"))
    for slug, source in knowledge.sources.items():
        if source is not None and source.published is not None:
            yield from _calendar(source.published, ("sources", slug, "published"))


def _shared_names(knowledge: KnowledgeFile) -> Iterator[Fault]:
    """Yield a fault where one name would stand for two things of a kind."""
    for section in ("speakers", "relays", "topics", "measures"):
        owners: dict[str, str] = {}
        definitions = getattr(knowledge, section)
        for slug in definitions:
            owners[fold_name(slug)] = slug
        for slug, definition in definitions.items():
            if definition is None:
                continue
            label = "name" if section in {"speakers", "relays"} else "label"
            names: list[tuple[Path, str | None]] = [((label,), getattr(definition, label))]
            names += [(("aliases", number), alias) for number, alias in enumerate(definition.aliases)]
            for tail, name in names:
                owner = owners.setdefault(fold_name(name), slug) if name else slug
                if owner != slug:
                    yield Fault(
                        (section, slug, *tail),
                        f"'{name}' already stands for the {section[:-1]} '{owner}'; expected a name of its own",
                    )


def _calendar(text: str, path: Path) -> Iterator[Fault]:
    try:
        days(text)
    except ValueError as error:
        swapped = respell("-".join([text[:4], text[8:10], text[5:7]])) if len(text) == 10 else None
        hint = f"; did you mean '{swapped}'?" if swapped else ""
        yield Fault(path, f"{error}; expected a date such as 2024-12-24{hint}")


def _dangling(what: str, value: str, known: Iterable[str], path: Path) -> Fault:
    names = list(known)
    close = nearest(value, names)
    if close:
        hint = f"did you mean {' or '.join(close)}?"
    elif names and len(names) <= 12:
        hint = f"expected one of {', '.join(names)}"
    else:
        hint = f"expected one that the file defines under '{what}s'"
    return Fault(path, f"there is no {what} '{value}' in this file; {hint}")


def _warning(path: Path, message: str, *, at_key: bool = False) -> Fault:
    return Fault(path, message, at_key, "warning")


def _present(items: Iterable[_T | None]) -> Iterator[tuple[int, _T]]:
    return ((number, item) for number, item in enumerate(items) if item is not None)
