"""Warnings about a knowledge file: content that is allowed but probably a mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.ids import split_id
from tajikcli.reader.claims import doubtful_claims
from tajikcli.reader.faults import NOTHING, Fault, Path
from tajikcli.reader.idle_keywords import idle_keywords
from tajikcli.reader.lookalikes import lookalikes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tajikcli.model.knowledge import KnowledgeFile

_QUOTATION_MARKS = frozenset('"“”„«»')


def doubtful_points(knowledge: KnowledgeFile) -> Iterator[Fault]:
    """Yield warnings: content that is allowed but probably a mistake.

    Args:
        knowledge: content of valid shape, because a statement that is missing from it might use a definition.
    """
    yield from _nothings(knowledge)
    yield from doubtful_claims(knowledge)
    yield from lookalikes(knowledge)
    yield from idle_keywords(knowledge)
    merged = knowledge.merged()
    asked: dict[str, set[str]] = {"topics": set(), "speakers": set()}
    for number, statement in enumerate(knowledge.statements):
        path: Path = ("statements", number)
        asked["topics"].update(statement.topics)
        asked["speakers"].add(statement.speaker or "")
        for position, link in enumerate(statement.links):
            meeting, target = split_id(link.to)
            if meeting in {"", knowledge.meeting.id} and target in merged:
                message = f"'{target}' was merged into '{merged[target]}'; link to that statement"
                yield _warning((*path, "links", position, "to"), message)
        if not statement.topics:
            yield _warning(path, f"statement '{statement.id}' has no topics, so no query by topic finds it")
        if statement.kind == "quote":
            if statement.speaker is None:
                yield _warning(
                    path, f"quote '{statement.id}' has no speaker; add the speaker if the source names one"
                )
        elif not _QUOTATION_MARKS.isdisjoint(statement.text):
            yield _warning(
                (*path, "text"),
                f"fact '{statement.id}' has quotation marks in its text; exact words belong in a quote",
            )
    for section, used in asked.items():
        for slug in getattr(knowledge, section):
            if slug not in used:
                yield _warning((section, slug), f"no statement uses the {section[:-1]} '{slug}'", at_key=True)


def _nothings(knowledge: KnowledgeFile) -> Iterator[Fault]:
    """Yield a warning for an optional text such as `null`, which would be printed."""
    texts: list[tuple[Path, str | None]] = [(("meeting", "place"), knowledge.meeting.place)]
    texts += [(("sources", slug, "title"), source.title) for slug, source in knowledge.sources.items()]
    texts += [(("speakers", slug, "role"), speaker.role) for slug, speaker in knowledge.speakers.items()]
    texts += [
        (("statements", number, "when"), entry.when) for number, entry in enumerate(knowledge.statements)
    ]
    for path, text in texts:
        if text in NOTHING:
            yield _warning(path, f"'{path[-1]}' is the text '{text}'; leave the key out if it has no value")


def _warning(path: Path, message: str, *, at_key: bool = False) -> Fault:
    return Fault(path, message, at_key, "warning")
