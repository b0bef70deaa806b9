"""What must hold between the knowledge files of one record, and reading them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.errors import Problem, UnsoundRecordError
from tajikcli.reader.faults import Fault, Guesses
from tajikcli.reader.files import examine, locate_faults, read, read_content

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.model.knowledge import KnowledgeFile
    from tajikcli.paths import KnowledgePath

_SECTIONS = {
    "speakers": "name",
    "relays": "name",
    "topics": "label",
    "measures": "label",
    "sources": "publisher",
}


def read_record(files: Sequence[KnowledgePath]) -> list[KnowledgeFile]:
    """Return the content of every file of a record, in order.

    Raises:
        InputError: a file can't be read.
        UnsoundRecordError: with every error of every file, and between them.
    """
    problems: list[Problem] = []
    contents: list[KnowledgeFile] = []
    for file in files:
        try:
            contents.append(read(read_content(file.path, file.shown), file.shown))
        except UnsoundRecordError as error:
            problems += error.problems
    if not problems:
        problems = _contradictions(files, contents)
    if problems:
        raise UnsoundRecordError(problems)
    return contents


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
    guesses = Guesses()
    meetings: dict[str, str] = {}
    names: dict[tuple[str, str], tuple[str, str]] = {}
    targets = {
        f"{content.meeting.id}/{statement.id}" for content in contents for statement in content.statements
    }
    for file, content in zip(files, contents, strict=True):
        faults: list[Fault] = []
        first = meetings.setdefault(content.meeting.id, file.shown)
        if first != file.shown:
            faults.append(
                Fault(
                    ("meeting", "id"),
                    f"the meeting '{content.meeting.id}' is already that of {first}; expected one file a meeting",
                )
            )
        for section, label in _SECTIONS.items():
            for slug, definition in getattr(content, section).items():
                name = getattr(definition, label)
                known, where = names.setdefault((section, slug), (name, file.shown))
                if known != name:
                    faults.append(
                        Fault(
                            (section, slug, label),
                            f"the {section[:-1]} '{slug}' is '{name}' here and '{known}' in {where};"
                            " expected one name, or another slug",
                        )
                    )
        for number, statement in enumerate(content.statements):
            for place, link in enumerate(statement.links):
                if "/" in link.to and link.to not in targets:
                    close = guesses.nearest(link.to, targets, limit=1)
                    hint = f"; did you mean {close[0]}?" if close else ""
                    faults.append(
                        Fault(
                            ("statements", number, "links", place, "to"),
                            f"there is no statement '{link.to}' on record{hint}",
                        )
                    )
        if faults:
            problems += locate_faults(read_content(file.path, file.shown), file.shown, faults)
    return problems
