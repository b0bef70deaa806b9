"""Ids of statements: a short id is unique in its meeting; a full id starts with the meeting."""

from __future__ import annotations


def split_id(written: str) -> tuple[str, str]:
    """Split an id into its meeting, which is empty for a short id, and the short id."""
    meeting, _, short = written.rpartition("/")
    return meeting, short


def full_id(meeting: str, written: str) -> str:
    """Return an id in full.

    Args:
        meeting: the meeting to use for a short id.
        written: the id, short or full.
    """
    return written if "/" in written else f"{meeting}/{written}"
