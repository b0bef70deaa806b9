"""Check knowledge files for errors."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tajikcli.paths import knowledge_files, record_paths
from tajikcli.reader.archive import lint_record
from tajikcli.reader.contradictions import contradictions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.model import rows
    from tajikcli.problems import Problem


class Linted(NamedTuple):
    """The result of checking knowledge files.

    Attributes:
        files: number of files.
        problems: the problems, in the order of the files.
        questions: the number of errors that are open questions.
    """

    files: int
    problems: list[rows.Problem]
    questions: int

    @property
    def errors(self) -> int:
        """The number of errors, including open questions."""
        return sum(problem["severity"] == "error" for problem in self.problems)

    @property
    def warnings(self) -> int:
        """The number of warnings."""
        return len(self.problems) - self.errors


def lint(paths: Sequence[str]) -> Linted:
    """Check knowledge files.

    Args:
        paths: files and folders; empty for `TAJIK_FACTS` or the bundled record.

    Raises:
        InputError: a path cannot be read.
    """
    files = knowledge_files(record_paths(paths))
    checked = lint_record(files, contradictions)
    return Linted(len(files), [_row(problem) for problem in checked.problems], checked.questions)


def _row(problem: Problem) -> rows.Problem:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
        "severity": problem.severity,
    }
