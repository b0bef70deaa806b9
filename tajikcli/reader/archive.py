"""What must hold between the knowledge files of one record, and checking them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.ids import full_id
from tajikcli.reader.faults import Fault, Guesses
from tajikcli.reader.files import examine, locate_faults, read_content

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from tajikcli.errors import Problem
    from tajikcli.model.knowledge import KnowledgeFile
    from tajikcli.paths import FileStamp


def _names(content: KnowledgeFile) -> Iterator[tuple[str, str, str, str]]:
    """Yield each definition of a file: its section, its slug, the key of its name, and the name."""
    for slug, speaker in content.speakers.items():
        yield "speakers", slug, "name", speaker.name
    for slug, relay in content.relays.items():
        yield "relays", slug, "name", relay.name
    for slug, topic in content.topics.items():
        yield "topics", slug, "label", topic.label
    for slug, measure in content.measures.items():
        yield "measures", slug, "label", measure.label
    for slug, source in content.sources.items():
        yield "sources", slug, "publisher", source.publisher


class Agreement:
    """Tells where the definitions of one file contradict those of the files seen before it."""

    def __init__(self) -> None:
        self._meetings: dict[str, str] = {}
        self._names: dict[tuple[str, str], tuple[str, str]] = {}

    def faults(self, shown: str, content: KnowledgeFile) -> list[Fault]:
        """Return what contradicts earlier files, and keep the rest in mind.

        Args:
            shown: the file's path, for messages about later ones.
            content: what it says; its statements are passed over.
        """
        faults = []
        meeting = content.meeting.id
        first = self._meetings.setdefault(meeting, shown)
        if first != shown:
            message = f"the meeting '{meeting}' is already that of {first}; expected one file a meeting"
            faults.append(Fault(("meeting", "id"), message))
        for section, slug, key, name in _names(content):
            known, where = self._names.setdefault((section, slug), (name, shown))
            if known != name:
                message = (
                    f"the {section[:-1]} '{slug}' is '{name}' here and '{known}' in {where};"
                    " expected one name, or another slug"
                )
                faults.append(Fault((section, slug, key), message))
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
    return Fault(path, f"there is no statement '{target}' on record{hint}")


def lint_record(files: Sequence[FileStamp]) -> list[Problem]:
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


def _contradictions(files: Sequence[FileStamp], contents: Sequence[KnowledgeFile]) -> list[Problem]:
    problems: list[Problem] = []
    agreement, guesses = Agreement(), Guesses()
    ids = {
        full_id(content.meeting.id, short)
        for content in contents
        for short in (*(statement.id for statement in content.statements), *content.merged())
    }
    for file, content in zip(files, contents, strict=True):
        faults = agreement.faults(file.shown, content)
        for number, statement in enumerate(content.statements):
            for position, link in enumerate(statement.links):
                if "/" in link.to and link.to not in ids:
                    faults.append(dangling(number, position, link.to, ids, guesses))
        if faults:
            problems += locate_faults(read_content(file.path, file.shown), file.shown, faults)
    return problems
