"""The problems in knowledge files, which commands that find a fresh index never meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Literal


class Problem(NamedTuple):
    """A problem in a knowledge file, with its position.

    Attributes:
        file: path of the file, as the user wrote it.
        line: line number, counted from 1 (0 for the file as a whole).
        column: column number in characters, counted from 1.
        message: the problem, the expected value, and the nearest right value.
        severity: `error` or `warning`.
    """

    file: str
    line: int
    column: int
    message: str
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        """Compose `file:line:column: message`, which editors and CI logs turn into a link."""
        mark = "" if self.severity == "error" else f"{self.severity}: "
        return f"{self.file}:{self.line}:{self.column}: {mark}{self.message}"
