"""The verdicts of `check` on words, figures and speakers, with everything that depends on them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Self


class Verdict(StrEnum):
    """The verdict of `check` on a quotation (the first that applies) or on a figure.

    Attributes:
        meaning: the explanation for a page; `{source}` is the source.
        style: the colour in which it is printed.
        is_fault: whether it causes exit code 1.
    """

    TOO_SHORT = "too_short", "has fewer than three words", "yellow", False
    VERBATIM = "verbatim", "as printed in {source}", "green", False
    ELIDED = (
        "elided",
        "as printed in {source}, except for the marked omissions and insertions",
        "green",
        False,
    )
    UNCLEAR = (
        "unclear",
        "{source} has these words, but words left out or added may change the meaning",
        "yellow",
        True,
    )
    ALTERED = "altered", "differs from the wording in {source}", "red", True
    PARAPHRASE = "paraphrase", "on record as a fact, not as a quote", "red", True
    NOT_FOUND = "not_found", "no quote on record has these words", "red", True
    AGREES = "agrees", "matches a figure on record", "green", False
    DIFFERS = "differs", "no figure on record agrees with it", "red", True

    meaning: str
    style: str
    is_fault: bool

    def __new__(cls, value: str, meaning: str, style: str, is_fault: bool) -> Self:  # noqa: FBT001 - a row of the table above
        """Create a verdict with its attributes."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning, member.style, member.is_fault = meaning, style, is_fault
        return member

    @classmethod
    def of(cls, value: str) -> Verdict:
        """Return the verdict with the name that a finding has under `verdict`."""
        return cls[value.upper()]

    @property
    def in_words(self) -> str:
        """The verdict as people read it."""
        return self.value.replace("_", " ")


OF_FIGURES = (Verdict.AGREES, Verdict.DIFFERS)
OF_QUOTATIONS = tuple(verdict for verdict in Verdict if verdict not in OF_FIGURES)


class Attribution(StrEnum):
    """The verdict of `check` on the speaker to whom a text attributes a quotation.

    Attributes:
        is_fault: whether it causes exit code 1.
        meaning: the explanation on a page if only the speaker is at fault; `{source}` is the source.
        style: the colour in which it is printed.
    """

    AGREES = "agrees", False, "the text names the speaker on record", "green"
    DIFFERS = "differs", True, "{source} attributes these words to another speaker", "red"
    UNCLEAR = "unclear", True, "the text does not say whose words these are", "yellow"
    UNNAMED = "unnamed", False, "the text names no speaker", "yellow"

    is_fault: bool
    meaning: str
    style: str

    def __new__(cls, value: str, is_fault: bool, meaning: str, style: str) -> Self:  # noqa: FBT001 - a row of the table above
        """Create a value with its attributes."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.is_fault, member.meaning, member.style = is_fault, meaning, style
        return member

    @property
    def in_words(self) -> str:
        """The value in words, for people."""
        return f"speaker {self.value}"


FAULTY_ATTRIBUTIONS = frozenset(attribution for attribution in Attribution if attribution.is_fault)
