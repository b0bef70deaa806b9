"""The rules that hold between the knowledge files of one record, and a check of all files."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tajikcli.ids import full_id
from tajikcli.reader.faults import Fault, Guesses
from tajikcli.reader.files import examine, locate_faults, read_content

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from tajikcli.model.knowledge import KnowledgeFile
    from tajikcli.paths import FileStamp
    from tajikcli.problems import Problem
    from tajikcli.reader.files import Doubts


def _names(content: KnowledgeFile) -> Iterator[tuple[str, str, str, str]]:
    """Yield each definition of a file: its section, its slug, the key of its name, and its name."""
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
    """Finds definitions of one file that contradict those of the files before it."""

    def __init__(self) -> None:
        self._meetings: dict[str, str] = {}
        self._names: dict[tuple[str, str], tuple[str, str]] = {}

    def faults(self, shown: str, content: KnowledgeFile) -> list[Fault]:
        """Return the contradictions with earlier files, and remember all other definitions.

        Args:
            shown: the path of the file, for messages about later files.
            content: the content of the file; its statements are ignored.
        """
        faults = []
        meeting = content.meeting.id
        first = self._meetings.setdefault(meeting, shown)
        if first != shown:
            message = f"{first} already contains the meeting '{meeting}'; expected one file for each meeting"
            faults.append(Fault(("meeting", "id"), message))
        for section, slug, key, name in _names(content):
            known, where = self._names.setdefault((section, slug), (name, shown))
            if known != name:
                message = (
                    f"the {section[:-1]} '{slug}' is '{name}' here and '{known}' in {where};"
                    " expected the same name, or a different slug"
                )
                faults.append(Fault((section, slug, key), message))
        return faults


def dangling(statement: int, number: int, target: str, ids: Collection[str], guesses: Guesses) -> Fault:
    """Return the fault of a link to a statement that is in no file.

    Args:
        statement: the position in its file of the statement that has the link, counted from 0.
        number: the position of the link in that statement, counted from 0.
        target: the id in the link, with its meeting.
        ids: the existing ids, for a suggestion.
        guesses: makes the suggestion.
    """
    close = guesses.nearest(target, ids, limit=1)
    hint = f"; did you mean {close[0]}?" if close else ""
    path = ("statements", statement, "links", number, "to")
    return Fault(path, f"unknown statement '{target}'{hint}")


class Checked(NamedTuple):
    """The result of checking the files of a record.

    Attributes:
        problems: every problem of every file, including warnings, and the contradictions between the files.
        questions: the number of those errors that are open questions.
    """

    problems: list[Problem]
    questions: int


def lint_record(files: Sequence[FileStamp], doubts: Doubts | None = None) -> Checked:
    """Check every file of a record.

    If a file has errors, contradictions between files are not looked for.

    Args:
        files: the files.
        doubts: finds further warnings in each file.

    Raises:
        InputError: a file cannot be read.
    """
    problems: list[Problem] = []
    contents = []
    questions = 0
    for file in files:
        reading = examine(read_content(file.path, file.shown), file.shown, doubts=doubts)
        problems += reading.problems
        questions += len(reading.questions)
        if reading.knowledge is not None:
            contents.append(reading.knowledge)
    if len(contents) == len(files):
        problems += _contradictions(files, contents)
    return Checked(problems, questions)


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
