"""A text that attributes one person's words to the other never passes, and its correct twin raises no alarm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.frozen import checker
from support.tables import read

from tajikcli.documents import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

BANK = read("frames.yaml")


def filled(frame: str, language: str, words: str, speaker: str, other: str) -> str:
    """Return a frame with the words of a quotation and the names of its speaker and the other person."""
    names = {f"S{key}": name for key, name in BANK["names"][language][speaker].items()}
    names |= {f"O{key}": name for key, name in BANK["names"][language][other].items()}
    text: str = frame.format(Q=words, **names)
    return text[0].upper() + text[1:]


def texts() -> Iterator[tuple[str, str, str]]:
    """Yield each text, the attributions that it may have, and a name for the case."""
    for language, frames in BANK["frames"].items():
        for number, row in enumerate(frames):
            for whose, other in (("putin", "rahmon"), ("rahmon", "putin")):
                quotes = BANK["quotes"][language][whose]
                words = quotes[number % len(quotes)]
                true = row.get("twin", "agrees")
                frame = row.get("frame") or row["never"]
                if "never" in row:
                    true = "unclear differs"
                yield filled(frame, language, words, whose, other), true, f"{language}-{number}-{whose}-true"
                wrong = "differs unclear"
                yield (
                    filled(frame, language, words, other, whose),
                    wrong,
                    f"{language}-{number}-{whose}-wrong",
                )


@pytest.mark.parametrize(("text", "allowed"), [pytest.param(*one[:2], id=one[2]) for one in texts()])
def test_a_wrong_speaker_never_passes_and_the_right_one_raises_no_alarm(text: str, allowed: str) -> None:
    findings = checker().check(Document("-", text, html=False))
    judged = [one["attribution"] for one in findings if one["verdict"] == "verbatim"]
    assert judged
    assert all(one in allowed.split() for one in judged)
