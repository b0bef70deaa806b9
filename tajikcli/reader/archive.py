"""What must hold between the knowledge files of one record, and checking them all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from tajikcli.reader.faults import Fault, Guesses
from tajikcli.reader.files import examine, locate_faults, read_content

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from tajikcli.errors import Problem
    from tajikcli.model.knowledge import KnowledgeFile
    from tajikcli.paths import KnowledgePath

_SECTIONS = {
    "speakers": "name",
    "relays": "name",
    "topics": "label",
    "measures": "label",
    "sources": "publisher",
}


def definitions_of(content: KnowledgeFile) -> dict[str, Any]:
    """Return all of a file but its statements, as plain values."""
    sections = ("meeting", *_SECTIONS)
    return {name: msgspec.to_builtins(getattr(content, name)) for name in sections}


class Agreement:
    """Tells where the definitions of one file contradict those of the files seen before it."""

    def __init__(self) -> None:
        self._meetings: dict[str, str] = {}
        self._names: dict[tuple[str, str], tuple[str, str]] = {}

    def faults(self, shown: str, definitions: Mapping[str, Any]) -> list[Fault]:
        """Return what contradicts earlier files, and keep the rest in mind.

        Args:
            shown: the file's path, for messages about later ones.
            definitions: what `definitions_of` gives for it.
        """
        faults = []
        meeting = definitions["meeting"]["id"]
        first = self._meetings.setdefault(meeting, shown)
        if first != shown:
            message = f"{first} already holds the meeting '{meeting}'; expected one file for each meeting"
            faults.append(Fault(("meeting", "id"), message))
        for section, label in _SECTIONS.items():
            for slug, definition in definitions[section].items():
                name = definition[label]
                known, where = self._names.setdefault((section, slug), (name, shown))
                if known != name:
                    message = (
                        f"the {section[:-1]} '{slug}' is '{name}' here and '{known}' in {where};"
                        " expected the same name, or a different slug"
                    )
                    faults.append(Fault((section, slug, label), message))
        return faults


def dangling(statement: int, number: int, target: str, ids: Collection[str], guesses: Guesses) -> Fault:
    """Return what to say of a link to a statement that no file has.

    Args:
        statement: the linking statement's place in its file, from 0.
        number: the link's place in that statement, from 0.
        target: the id it leads to, with its meeting.
        ids: the ids that would be right, to guess from.
        guesses: what guesses.
    """
    close = guesses.nearest(target, ids, limit=1)
    hint = f"; did you mean {close[0]}?" if close else ""
    path = ("statements", statement, "links", number, "to")
    return Fault(path, f"unknown statement '{target}'{hint}")


def lint_record(files: Sequence[KnowledgePath]) -> list[Problem]:
    """Return every problem of every file, warnings included, and those between the files.

    Where files are unsound in themselves, what would hold between them is not told.

    Raises:
        InputError: a file can't be read.
    """
    problems: list[Problem] = []
    contents = []
    for file in files:
        reading = examine(read_content(file.path, file.shown), file.shown)
        problems += reading.problems
        if reading.knowledge is not None:
            contents.append(reading.knowledge)
    if len(contents) == len(files):
        problems += _contradictions(files, contents)
    return problems


def _contradictions(files: Sequence[KnowledgePath], contents: Sequence[KnowledgeFile]) -> list[Problem]:
    problems: list[Problem] = []
    agreement, guesses = Agreement(), Guesses()
    ids = {
        f"{content.meeting.id}/{short}"
        for content in contents
        for short in (*(statement.id for statement in content.statements), *content.merged())
    }
    for file, content in zip(files, contents, strict=True):
        faults = agreement.faults(file.shown, definitions_of(content))
        for number, statement in enumerate(content.statements):
            for place, link in enumerate(statement.links):
                if "/" in link.to and link.to not in ids:
                    faults.append(dangling(number, place, link.to, ids, guesses))
        if faults:
            problems += locate_faults(read_content(file.path, file.shown), file.shown, faults)
    return problems
