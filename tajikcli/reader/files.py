"""Reading one knowledge file from disk, and telling all that is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tajikcli.errors import InputError, Problem, UnsoundRecordError
from tajikcli.paths import unreadable
from tajikcli.reader.events import MOST_BYTES, Composer, locate
from tajikcli.reader.faults import Fault, Path
from tajikcli.reader.rules import broken_rules, doubtful_points
from tajikcli.reader.typing import typed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.model.knowledge import KnowledgeFile


class Reading(NamedTuple):
    """A file as read: its content where it is sound, and its problems, by line.

    Attributes:
        knowledge: the typed content, or None where the file is not sound.
        problems: errors and warnings.
    """

    knowledge: KnowledgeFile | None
    problems: list[Problem]


def read_content(path: str, shown: str) -> bytes:
    """Return a file's bytes.

    Raises:
        InputError: it can't be read, or is larger than tajik takes.
    """
    try:
        with open(path, "rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise unreadable(shown, error) from None
    if len(content) > MOST_BYTES:
        raise InputError(shown, f"larger than {MOST_BYTES // 1024**2} MiB; split it into a file a meeting")
    return content


def read(content: bytes, shown: str) -> KnowledgeFile:
    """Return a knowledge file's content as structs.

    Args:
        content: the file's bytes.
        shown: its path, for messages.

    Raises:
        UnsoundRecordError: with every error in the file.
    """
    reading = _read(content, shown, warn=False)
    if reading.knowledge is None:
        raise UnsoundRecordError(reading.problems)
    return reading.knowledge


def inspect(content: bytes, shown: str) -> list[Problem]:
    """Return every problem of a knowledge file, warnings included, by line."""
    return _read(content, shown, warn=True).problems


def _read(content: bytes, shown: str, *, warn: bool) -> Reading:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - (content.rfind(b"\n", 0, error.start) + 1) + 1
        return _unreadable_as_yaml(
            shown, line, column, f"byte 0x{content[error.start]:02x} is not UTF-8; save the file as UTF-8"
        )
    composer = Composer(content)
    value = composer.compose()
    marked = [Problem(shown, *fault) for fault in composer.faults]
    if value is None:
        return Reading(None, marked or _empty(shown).problems)
    if value == "":
        return _empty(shown)
    knowledge, faults = typed(value)
    if knowledge is not None:
        faults += broken_rules(knowledge)
        if warn:
            faults += doubtful_points(knowledge)
    if not faults and not marked:
        return Reading(knowledge, [])
    problems = sorted({*marked, *locate_faults(content, shown, faults)}, key=lambda p: p[1:])
    sound = all(problem.severity == "warning" for problem in problems)
    return Reading(knowledge if sound else None, problems)


def locate_faults(content: bytes, shown: str, faults: Sequence[Fault]) -> list[Problem]:
    """Return faults as problems, with the line and column of each."""
    ancestors = {(fault.path[:length], False) for fault in faults for length in range(len(fault.path) + 1)}
    places = locate(content, ancestors | {(fault.path, True) for fault in faults})

    def place(path: Path, *, at_key: bool) -> tuple[int, int]:
        if (path, at_key) in places:
            return places[path, at_key]
        return place(path[:-1], at_key=False) if path else (1, 1)

    return [
        Problem(shown, *place(fault.path, at_key=fault.at_key), fault.message, fault.severity)
        for fault in faults
    ]


def _empty(shown: str) -> Reading:
    return _unreadable_as_yaml(
        shown, 1, 1, "the file is empty; expected a mapping with the keys meeting, sources, statements"
    )


def _unreadable_as_yaml(shown: str, line: int, column: int, message: str) -> Reading:
    return Reading(None, [Problem(shown, line, column, message)])
