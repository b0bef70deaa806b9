"""The errors that tajik raises on purpose; each composes its own message.

Only the command line (`tajikcli.cli`) maps them to exit codes. Scripts that use `tajikcli.open_record` catch
`TajikError` or one of
its subclasses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.problems import Problem


class TajikError(Exception):
    """The base class of all errors; the text is one clear sentence."""

    def details(self) -> dict[str, object]:
        """Return more information for scripts, as JSON-ready values."""
        return {}


class UseError(TajikError):
    """A query that cannot be answered: a value is unknown or ambiguous, or two values cannot be combined."""


class UnknownValueError(UseError):
    """A name that is not in the record.

    Args:
        what: the kind of thing: `topic`, `speaker`, …
        value: the name that the user wrote.
        nearest: similar names on record, the most likely first.
        listing: the command that lists all names of this kind, if there is one.
        known: all names of this kind, if they are few; the message lists them if there is no similar name.
    """

    def __init__(
        self,
        what: str,
        value: str,
        nearest: Sequence[str] = (),
        listing: str | None = None,
        known: Sequence[str] = (),
    ) -> None:
        self.what, self.value, self.nearest = what, value, tuple(nearest)
        sentence = f"unknown {what} '{value}'"
        if nearest:
            sentence += f"; did you mean {' or '.join(nearest)}?"
        elif listing:
            sentence += f"; '{listing}' lists them"
        elif known:
            sentence += f"; expected {'one of ' * (len(known) > 1)}{', '.join(known)}"
        super().__init__(sentence)

    def details(self) -> dict[str, object]:
        """Return the kind of value, the value and the suggestions."""
        return {"what": self.what, "value": self.value, "did_you_mean": list(self.nearest)}


class AmbiguousValueError(UseError):
    """A name that stands for several things in the record.

    Args:
        what: the kind of thing.
        value: the name that the user wrote.
        meanings: the unambiguous names for which it may stand.
    """

    def __init__(self, what: str, value: str, meanings: Sequence[str]) -> None:
        self.what, self.value, self.meanings = what, value, tuple(meanings)
        super().__init__(f"{what} '{value}' is ambiguous; it could be {', '.join(meanings)}")

    def details(self) -> dict[str, object]:
        """Return the kind of value, the value and its possible meanings."""
        return {"what": self.what, "value": self.value, "did_you_mean": list(self.meanings)}


class InputError(TajikError):
    """An input that cannot be read: it does not exist, permission is denied, or it is not text.

    Args:
        path: the input, as the user wrote it.
        reason: the problem and the expected input.
    """

    def __init__(self, path: str, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path}: {reason}")

    def details(self) -> dict[str, object]:
        """Return the path and the reason."""
        return {"path": self.path, "reason": self.reason}


class OutputError(TajikError):
    """A file that cannot be written.

    Args:
        path: the file, as the user named it.
        reason: why it cannot be written.
    """

    def __init__(self, path: str, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path}: {reason}")

    def details(self) -> dict[str, object]:
        """Return the path and the reason."""
        return {"path": self.path, "reason": self.reason}


class DamagedIndexError(TajikError):
    """An index that SQLite cannot read; the next command rebuilds it.

    Args:
        reason: the message from SQLite.
        has_answered: whether part of the answer may have been printed.
    """

    def __init__(self, reason: str, *, has_answered: bool) -> None:
        self.has_answered = has_answered
        super().__init__(
            f"the index was damaged ({reason}) and has been removed; run the command again to rebuild it"
        )


class UnsoundRecordError(TajikError):
    """A knowledge file has errors; the exception has all problems, not just the first.

    Args:
        problems: the problems, ordered by file and line.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in problems))

    def details(self) -> dict[str, object]:
        """Return the problems as objects."""
        return {"problems": [problem._asdict() for problem in self.problems]}
