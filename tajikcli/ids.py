"""Ids of statements: short ones, unique in their meeting, and full ones, with the meeting before them."""

from __future__ import annotations


def split_id(written: str) -> tuple[str, str]:
    """Return the meeting that an id names, empty for a short one, and the short id."""
    meeting, _, short = written.rpartition("/")
    return meeting, short


def full_id(meeting: str, written: str) -> str:
    """Return an id in full.

    Args:
        meeting: the meeting of a short one.
        written: the id, short or full.
    """
    return written if "/" in written else f"{meeting}/{written}"
