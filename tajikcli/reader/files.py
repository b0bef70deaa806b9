"""Read one knowledge file from disk, and report all its problems."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.errors import InputError, UnsoundRecordError
from tajikcli.paths import read_bytes, unreadable
from tajikcli.problems import Problem
from tajikcli.reader.asks import settle
from tajikcli.reader.doubts import doubtful_points
from tajikcli.reader.events import MOST_BYTES
from tajikcli.reader.inherited import give_speakers
from tajikcli.reader.parsed import Parsed
from tajikcli.reader.rules import broken_rules
from tajikcli.reader.shape import UnfitError, statements, typed, whole
from tajikcli.text import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tajikcli.model.knowledge import KnowledgeFile
    from tajikcli.reader.asks import Asked
    from tajikcli.reader.faults import Fault, Path

    Doubts = Callable[[KnowledgeFile], Iterable[Fault]]

_WHOLE = "a mapping with the keys meeting, sources, statements"


class Reading(NamedTuple):
    """A file that has been read.

    Attributes:
        knowledge: the typed content, or None if the file has errors.
        problems: errors and warnings, ordered by line.
        questions: the errors that are open questions.
    """

    knowledge: KnowledgeFile | None
    problems: list[Problem]
    questions: Sequence[Problem] = ()

    @property
    def refusal(self) -> list[Problem]:
        """The problems as a query reports them, with only the number of open questions, because a draft has many."""
        if not self.questions:
            return self.problems
        first, number = self.questions[0], len(self.questions)
        told = (
            "a question is open" if number == 1 else f"{number:,} questions are open, the first of them here"
        )
        message = f"this file is a draft: {told}; 'tajik lint' lists the questions"
        return _by_place([*(set(self.problems) - set(self.questions)), first._replace(message=message)])


def read_content(path: str, shown: str) -> bytes:
    """Return the bytes of a file.

    Args:
        path: the path of the file.
        shown: its path as the user wrote it, for messages.

    Returns:
        All bytes, unchecked.

    Raises:
        InputError: the file cannot be read or is too large.
    """
    try:
        content = read_bytes(path, MOST_BYTES)
    except (OSError, ValueError) as error:
        raise unreadable(shown, error) from None
    if len(content) > MOST_BYTES:
        raise InputError(
            shown, f"larger than {MOST_BYTES // 1024**2} MiB; split it into one file per meeting"
        )
    return content


def read(content: bytes, shown: str) -> KnowledgeFile:
    """Return the content of a knowledge file as structs.

    Args:
        content: the bytes of the file.
        shown: its path, for messages.

    Returns:
        The content of a file without errors; `archive` checks the rules between files.

    Raises:
        UnsoundRecordError: the file has errors; the exception has all of them.
    """
    reading = examine(content, shown, warn=False)
    if reading.knowledge is None:
        raise UnsoundRecordError(reading.refusal)
    return reading.knowledge


def examine(content: bytes, shown: str, *, warn: bool = True, doubts: Doubts | None = None) -> Reading:
    """Return the content and the problems of a file.

    Args:
        content: the bytes of the file.
        shown: its path, for messages.
        warn: whether to look for warnings, too.
        doubts: finds further warnings, which need modules that reading a file does not.

    Returns:
        The content, if there are no errors, and the problems.
    """
    misencoded = _misencoded(content, shown)
    if misencoded is not None:
        return Reading(None, [misencoded])
    with uncollected():
        return _examine(content, shown, warn=warn, doubts=doubts)


def _examine(content: bytes, shown: str, *, warn: bool, doubts: Doubts | None) -> Reading:
    asked: Asked | None = None
    try:
        parsed = Parsed(content, statements)
        shape = whole(parsed.value)
        problems = [Problem(shown, *fault) for fault in parsed.faults]
    except UnfitError:
        parsed = Parsed(content)
        problems = [Problem(shown, *fault) for fault in parsed.faults]
        if parsed.value is None or parsed.value == "":
            empty = Problem(shown, 1, 1, f"the file is empty; expected {_WHOLE}")
            return Reading(None, _by_place(problems) or [empty])
        asked = settle(parsed.value)
        shape = typed(parsed.value)
    give_speakers(shape.knowledge)
    faults = list(shape.faults)
    # A rule about an invalid value would report the same fault twice.
    faults += [fault for fault in broken_rules(shape.knowledge) if not shape.is_wrong(fault.path)]
    if warn and not (shape.faults or shape.wrong):  # a blank replaces an invalid value, and needs no warning
        faults += doubtful_points(shape.knowledge)
        faults += doubts(shape.knowledge) if doubts else ()
    located: list[Problem] = []
    questions = 0
    if asked:
        questions = len(asked.open)
        faults = [*asked.open, *asked.faults, *map(asked.as_written, faults)]
    if faults:
        faults = [fault._replace(path=shape.as_written(fault.path)) for fault in faults]
        located = _located(parsed, shown, faults)
        problems += located
    problems = _by_place(problems)
    sound = all(problem.severity == "warning" for problem in problems)
    return Reading(shape.knowledge if sound else None, problems, located[:questions])


def _by_place(problems: Sequence[Problem]) -> list[Problem]:
    return sorted(dict.fromkeys(problems), key=lambda problem: problem[1:3])


def locate_faults(content: bytes, shown: str, faults: Sequence[Fault]) -> list[Problem]:
    """Return faults as problems with line and column.

    Args:
        content: the bytes of the file.
        shown: its path, for messages.
        faults: the faults; if the file does not have the path of a fault, the problem is at the nearest parent of the path.

    Returns:
        The problems, in the order of the faults.
    """
    return _located(Parsed(content), shown, faults)


def _located(parsed: Parsed, shown: str, faults: Sequence[Fault]) -> list[Problem]:
    around = {(fault.path[:length], False) for fault in faults for length in range(len(fault.path) + 1)}
    positions = parsed.locate(around | {(fault.path, True) for fault in faults})

    def position(path: Path, *, at_key: bool) -> tuple[int, int]:
        # No recursion: a function that refers to itself is a cycle, which would keep `places` until the collector runs.
        while path and (path, at_key) not in positions:
            path, at_key = path[:-1], False
        return positions.get((path, at_key), (1, 1))

    return [
        Problem(shown, *position(fault.path, at_key=fault.at_key), visible(fault.message), fault.severity)
        for fault in faults
    ]


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector from repeatedly scanning a growing number of values that have no cycles."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _misencoded(content: bytes, shown: str) -> Problem | None:
    # A byte order mark, or null bytes between the letters.
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"} or 2 <= content[:4].count(0) <= 3:
        message = "the file seems to be UTF-16 or UTF-32; save it as UTF-8"
        return Problem(shown, 1, 1, message)
    try:
        content.decode()
    except UnicodeDecodeError as error:
        start = content.rfind(b"\n", 0, error.start) + 1
        return Problem(
            shown,
            content.count(b"\n", 0, error.start) + 1,
            len(content[start : error.start].decode()) + 1,
            f"byte 0x{content[error.start]:02x} is not valid UTF-8; save the file as UTF-8",
        )
    return None
