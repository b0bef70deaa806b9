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


def texts(frame: dict[str, str], language: str, number: int) -> Iterator[tuple[str, str]]:
    """Yield the four texts of a frame, with the words of either person and the right or the wrong speaker.

    Each comes with the attributions that it may have.
    """
    wording = frame.get("frame") or frame["never"]
    right = "unclear differs" if "never" in frame else frame.get("twin", "agrees")
    for whose, other in (("putin", "rahmon"), ("rahmon", "putin")):
        quotes = BANK["quotes"][language][whose]
        words = quotes[number % len(quotes)]
        yield filled(wording, language, words, whose, other), right
        yield filled(wording, language, words, other, whose), "differs unclear"


@pytest.mark.parametrize(
    ("frame", "language", "number"),
    [
        pytest.param(frame, language, number, id=f"{language}-{number}")
        for language, frames in BANK["frames"].items()
        for number, frame in enumerate(frames)
    ],
)
def test_a_wrong_speaker_never_passes_and_the_right_one_raises_no_alarm(
    frame: dict[str, str], language: str, number: int
) -> None:
    for text, allowed in texts(frame, language, number):
        findings = checker().check(Document("-", text, html=False))
        judged = {one["attribution"] for one in findings if one["verdict"] == "verbatim"}
        assert judged, text
        assert judged <= set(allowed.split()), text
