"""Findings that somebody has accepted, and that stay accepted until what they say changes.

A baseline is what `tajik check --format jsonl` prints, kept in a file: linters know it by this name. Where a finding
stands in the text does not count, so that it stays accepted while the text around it changes.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tajikcli.documents import read_document
from tajikcli.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tajikcli.model.rows import Finding

# What makes two findings the same: the words on both sides, the verdict, and who is said to have said them.
_SAME = ("finding", "text", "speaker", "verdict", "attribution", "statement", "record_text")


class Baseline:
    """The findings of a file.

    Args:
        path: of a file in JSON Lines, one finding a line; `-` for standard input.

    Raises:
        InputError: it can't be read, or a line of it is no finding.
    """

    def __init__(self, path: str) -> None:
        self._accepted = set()
        for number, line in enumerate(read_document(path).text.splitlines(), 1):
            if not line.strip():
                continue
            try:
                values = json.loads(line)
                self._accepted.add(_identity(values))
            except (ValueError, KeyError, TypeError, RecursionError):
                raise InputError(
                    path,
                    f"line {number} is not a finding; expected the output of `tajik check --format jsonl`",
                ) from None

    def accepts(self, finding: Finding) -> bool:
        """Tell whether the baseline has a finding, wherever it stands in the text."""
        return _identity(finding) in self._accepted


def _identity(finding: Mapping[str, object]) -> tuple[object, ...]:
    identity = tuple(finding[key] for key in _SAME)
    hash(identity)  # a list in the place of a text is no finding
    return identity
