"""Reading one knowledge file from disk, and telling all that is wrong with it."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.errors import InputError, Problem, UnsoundRecordError
from tajikcli.paths import read_bytes, unreadable
from tajikcli.reader.asks import settle
from tajikcli.reader.events import MOST_BYTES, Parsed
from tajikcli.reader.rules import broken_rules, doubtful_points
from tajikcli.reader.shape import typed
from tajikcli.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tajikcli.model.knowledge import KnowledgeFile
    from tajikcli.reader.faults import Fault, Path

_WHOLE = "a mapping with the keys meeting, sources, statements"


class Reading(NamedTuple):
    """A file as read: its content where it is sound, and its problems, by line.

    Attributes:
        knowledge: the typed content, or None where the file is not sound.
        problems: errors and warnings.
        questions: those of the errors that are questions without an answer.
    """

    knowledge: KnowledgeFile | None
    problems: list[Problem]
    questions: Sequence[Problem] = ()

    @property
    def refusal(self) -> list[Problem]:
        """The problems as one who only asks is told them: open questions, of which a draft has many, by their number."""
        if not self.questions:
            return self.problems
        first, number = self.questions[0], len(self.questions)
        told = (
            "a question is open" if number == 1 else f"{number:,} questions are open, the first of them here"
        )
        message = f"this file is a draft: {told}; 'tajik lint' lists what is asked"
        return _by_place([*(set(self.problems) - set(self.questions)), first._replace(message=message)])


def read_content(path: str, shown: str) -> bytes:
    """Return a file's bytes.

    Args:
        path: where it is.
        shown: its path as the user named it, for messages.

    Returns:
        All of them, unchecked.

    Raises:
        InputError: it can't be read, or is larger than tajik takes.
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
    """Return a knowledge file's content as structs.

    Args:
        content: the file's bytes.
        shown: its path, for messages.

    Returns:
        The content, sound in itself; what must hold between files is `archive`'s to tell.

    Raises:
        UnsoundRecordError: with every error in the file.
    """
    reading = examine(content, shown, warn=False)
    if reading.knowledge is None:
        raise UnsoundRecordError(reading.refusal)
    return reading.knowledge


def examine(content: bytes, shown: str, *, warn: bool = True) -> Reading:
    """Return a file's content and its problems in one go.

    Args:
        content: the file's bytes.
        shown: its path, for messages.
        warn: whether to look for what is allowed but doubtful, too.

    Returns:
        The content where there is no error, and the problems.
    """
    misencoded = _misencoded(content, shown)
    if misencoded is not None:
        return Reading(None, [misencoded])
    with uncollected():
        return _examine(content, shown, warn=warn)


def _examine(content: bytes, shown: str, *, warn: bool) -> Reading:
    parsed = Parsed(content)
    problems = [Problem(shown, *fault) for fault in parsed.faults]
    if parsed.value is None or parsed.value == "":
        empty = Problem(shown, 1, 1, f"the file is empty; expected {_WHOLE}")
        return Reading(None, _by_place(problems) or [empty])
    asked = settle(parsed.value)
    shape = typed(parsed.value)
    faults = list(shape.faults)
    # A rule about a value that is wrong in itself would tell the same thing twice.
    faults += [fault for fault in broken_rules(shape.knowledge) if not shape.is_wrong(fault.path)]
    if warn and not (
        shape.faults or shape.wrong
    ):  # a blank stands where something was wrong: nothing to warn of
        faults += doubtful_points(shape.knowledge)
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
    """Return faults as problems, with the line and column of each.

    Args:
        content: the bytes of the file that they were found in.
        shown: its path, for messages.
        faults: what is wrong, at paths; where the file lacks one, the nearest that it has around it is meant.

    Returns:
        The problems, in the order of the faults.
    """
    return _located(Parsed(content), shown, faults)


def _located(parsed: Parsed, shown: str, faults: Sequence[Fault]) -> list[Problem]:
    around = {(fault.path[:length], False) for fault in faults for length in range(len(fault.path) + 1)}
    positions = parsed.locate(around | {(fault.path, True) for fault in faults})

    def position(path: Path, *, at_key: bool) -> tuple[int, int]:
        # No recursion: a function that knows itself is a cycle, which keeps `positions` until the collector comes.
        while path and (path, at_key) not in positions:
            path, at_key = path[:-1], False
        return positions.get((path, at_key), (1, 1))

    return [
        Problem(shown, *position(fault.path, at_key=fault.at_key), visible(fault.message), fault.severity)
        for fault in faults
    ]


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector from walking again and again what only grows and has no cycles."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _misencoded(content: bytes, shown: str) -> Problem | None:
    # A byte order mark, or zeros between the letters.
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"} or 2 <= content[:4].count(0) <= 3:
        message = "the file looks like UTF-16 or UTF-32; expected UTF-8: save it as UTF-8"
        return Problem(shown, 1, 1, message)
    try:
        content.decode()
    except UnicodeDecodeError as error:
        start = content.rfind(b"\n", 0, error.start) + 1
        return Problem(
            shown,
            content.count(b"\n", 0, error.start) + 1,
            len(content[start : error.start].decode()) + 1,
            f"byte 0x{content[error.start]:02x} is not UTF-8; expected UTF-8 throughout: save the file as UTF-8",
        )
    return None
