"""Baselines: findings that are accepted until their words change.

A baseline is the output of `tajik check --format jsonl` in a file; linters use the same term. The position of
a finding does not matter, so it stays accepted if the text around it changes.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tajikcli.documents import read_document
from tajikcli.draft.letters import composed
from tajikcli.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tajikcli.model.rows import Finding

# The keys that make two findings the same: the words on both sides, the verdict, and the speaker.
_SAME = ("finding", "text", "speaker", "verdict", "attribution", "statement", "record_text")


class Baseline:
    """The findings of a file.

    Args:
        path: a file in JSON Lines format, with one finding per line; `-` for standard input.

    Raises:
        InputError: the file cannot be read, or a line is not a finding.
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
        """Return whether the baseline has a finding, at any position."""
        return _identity(finding) in self._accepted


def _identity(finding: Mapping[str, object]) -> tuple[object, ...]:
    values = (finding[key] for key in _SAME)
    # Findings of earlier versions have the invisible characters of the draft.
    identity = tuple(composed(value) if isinstance(value, str) else value for value in values)
    hash(identity)  # a finding cannot have a list in place of a text
    return identity
