"""The relations between two statements, with everything that depends on them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Self


class Relation(StrEnum):
    """The relation of a statement to the statement that it links to, in the order in which `compare` lists them.

    Attributes:
        meaning: a description of the statement that has the link, for the documentation.
        forward: the words that a page prints between that statement and the other one.
        inverse: the words that a page prints between the other statement and that one.
        style: the colour of these words if both statements are shown.
    """

    CONFLICTS = (
        "conflicts",
        "cannot be true together with that statement",
        "conflicts with",
        "conflicts with",
        "bold red",
    )
    CORRECTS = "corrects", "withdraws that statement", "corrects", "corrected by", "bold cyan"
    TRANSLATES = (
        "translates",
        "has all the words of that quote in another language",
        "translates",
        "translated by",
        "bold cyan",
    )
    VARIES = (
        "varies",
        "is about the same matter as that fact, but differs in strength, scope or number",
        "varies",
        "varied by",
        "bold cyan",
    )
    RESTATES = "restates", "says the same as that fact", "restates", "restated by", "bold cyan"
    PART_OF = "part-of", "rests on the words of that quote", "part of", "contains", "bold cyan"

    meaning: str
    forward: str
    inverse: str
    style: str

    def __new__(cls, value: str, meaning: str, forward: str, inverse: str, style: str) -> Self:
        """Create a relation with its attributes."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning, member.forward, member.inverse, member.style = meaning, forward, inverse, style
        return member

    @classmethod
    def of(cls, value: str) -> Relation:
        """Return the relation with the name that a link has under `as`."""
        return cls[value.upper().replace("-", "_")]


CLAIMING = frozenset({Relation.RESTATES, Relation.VARIES})  # from an account to the head of its claim
COMPARED = tuple(
    each for each in Relation if each is not Relation.PART_OF
)  # a part adds nothing to its whole
