"""Every error that tajik raises on purpose, each composing its own sentence.

Only the command line (`tajikcli.cli`) maps these types to exit codes; a script that uses
`tajikcli.open_record` catches `TajikError` or one of its subclasses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal


class Problem(NamedTuple):
    """One thing wrong with a knowledge file, and where.

    Attributes:
        file: path of the file, as the user named it.
        line: line number, counted from 1 (0 where the file as a whole is meant).
        column: column number in characters, counted from 1.
        message: what is wrong, what was expected, and the nearest thing that would have been right.
        severity: `error` (the file is not sound) or `warning`.
    """

    file: str
    line: int
    column: int
    message: str
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        """Compose `file:line:column: message`, the form that editors and CI logs link."""
        mark = "" if self.severity == "error" else f"{self.severity}: "
        return f"{self.file}:{self.line}:{self.column}: {mark}{self.message}"


class TajikError(Exception):
    """The base of every error raised on purpose; its text is one clear sentence."""

    def details(self) -> dict[str, object]:
        """Return what a script can act on beside the message, as JSON-ready values."""
        return {}


class UseError(TajikError):
    """What was asked can't be: an unknown or ambiguous value, or values that don't go together."""


class UnknownValueError(UseError):
    """A name that the record does not know.

    Args:
        what: the kind of thing asked for, in the vocabulary's word (`topic`, `speaker`, …).
        value: what the user wrote.
        nearest: names that would have been right, the likeliest first.
        listing: the command that lists the right ones, if there is one.
    """

    def __init__(
        self, what: str, value: str, nearest: Sequence[str] = (), listing: str | None = None
    ) -> None:
        self.what, self.value, self.nearest = what, value, tuple(nearest)
        sentence = f"unknown {what} '{value}'"
        if nearest:
            sentence += f"; did you mean {' or '.join(nearest)}?"
        elif listing:
            sentence += f"; '{listing}' lists them"
        super().__init__(sentence)

    def details(self) -> dict[str, object]:
        """Return the kind of value, the value and the suggestions."""
        return {"what": self.what, "value": self.value, "did_you_mean": list(self.nearest)}


class AmbiguousValueError(UseError):
    """A name that stands for several things on record.

    Args:
        what: the kind of thing asked for.
        value: what the user wrote.
        meanings: the unambiguous names it could stand for.
    """

    def __init__(self, what: str, value: str, meanings: Sequence[str]) -> None:
        self.what, self.value, self.meanings = what, value, tuple(meanings)
        super().__init__(f"{what} '{value}' is ambiguous; it could be {', '.join(meanings)}")

    def details(self) -> dict[str, object]:
        """Return the kind of value, the value and its possible meanings."""
        return {"what": self.what, "value": self.value, "did_you_mean": list(self.meanings)}


class InputError(TajikError):
    """An input can't be read: a path that is not there, no permission, not a text.

    Args:
        path: the input, as the user named it.
        reason: what is wrong with it and what was expected.
    """

    def __init__(self, path: str, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path}: {reason}")

    def details(self) -> dict[str, object]:
        """Return the path and the reason apart."""
        return {"path": self.path, "reason": self.reason}


class OutputError(TajikError):
    """A file can't be written.

    Args:
        path: the file, as the user named it.
        reason: why not.
    """

    def __init__(self, path: str, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path}: {reason}")

    def details(self) -> dict[str, object]:
        """Return the path and the reason apart."""
        return {"path": self.path, "reason": self.reason}


class DamagedIndexError(TajikError):
    """SQLite can't read an index that is kept; the next question builds it anew.

    Args:
        reason: what SQLite said.
        has_answered: whether part of the answer may have been printed.
    """

    def __init__(self, reason: str, *, has_answered: bool) -> None:
        self.has_answered = has_answered
        super().__init__(
            f"the index was damaged ({reason}) and has been removed; run the command again to rebuild it"
        )


class UnsoundRecordError(TajikError):
    """A knowledge file was read and is not sound; holds every problem found, not just the first.

    Args:
        problems: the faults, in the order of files and lines.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in problems))

    def details(self) -> dict[str, object]:
        """Return the problems as objects."""
        return {"problems": [problem._asdict() for problem in self.problems]}
