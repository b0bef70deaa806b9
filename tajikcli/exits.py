"""The exit codes, one meaning each."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Self


class Exit(IntEnum):
    """What tajik's exit code says."""

    OK = 0, "answered, also with nothing found"
    NO = (
        1,
        "the answer is no: check, verify or lint found a fault, compare a contradiction with --fail-on-conflict, or nothing was found with --exit-status",
    )
    USE = 2, "wrong use: an unknown command, topic, speaker, id or field"
    INPUT = 3, "an input can't be read or is not sound"
    BUG = 70, "a bug in tajik"
    OUTPUT = 74, "the answer can't be written (disk full)"
    INTERRUPTED = 130, "interrupted"

    meaning: str

    def __new__(cls, code: int, meaning: str) -> Self:
        """Make a code that carries its meaning, so that help and documentation print the same."""
        member = int.__new__(cls, code)
        member._value_ = code
        member.meaning = meaning
        return member
