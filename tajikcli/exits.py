"""The exit codes and their meanings."""

from __future__ import annotations


class Exit:
    """The exit codes of tajik; they are plain numbers, because every start would pay for an enumeration."""

    OK = 0
    NO = 1
    USE = 2
    INPUT = 3
    BUG = 70
    OUTPUT = 74
    INTERRUPTED = 130


# what the help and the documentation print for each code
MEANINGS = {
    Exit.OK: "success, even if nothing matched",
    Exit.NO: (
        "a check failed: check, verify or lint found problems, compare --fail-on-conflict found a contradiction, or nothing"
        " matched with --exit-status"
    ),
    Exit.USE: "usage error: unknown command, option, topic, speaker, id or key",
    Exit.INPUT: "an input file cannot be read or is invalid",
    Exit.BUG: "internal error: a bug in tajik",
    Exit.OUTPUT: "the output cannot be written (for example, the disk is full)",
    Exit.INTERRUPTED: "interrupted",
}
