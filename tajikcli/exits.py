"""The exit codes and their meanings."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Self


class Exit(IntEnum):
    """An exit code of tajik."""

    OK = 0, "success, even if nothing matched"
    NO = (
        1,
        (
            "a check failed: check, verify or lint found problems, compare --fail-on-conflict found a contradiction, or nothing"
            " matched with --exit-status"
        ),
    )
    USE = 2, "usage error: unknown command, option, topic, speaker, id or key"
    INPUT = 3, "an input file cannot be read or is invalid"
    BUG = 70, "internal error: a bug in tajik"
    OUTPUT = 74, "the output cannot be written (for example, the disk is full)"
    INTERRUPTED = 130, "interrupted"

    meaning: str

    def __new__(cls, code: int, meaning: str) -> Self:
        """Create a code with its meaning, which the help and the documentation print."""
        member = int.__new__(cls, code)
        member._value_ = code
        member.meaning = meaning
        return member
