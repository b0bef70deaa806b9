"""How two statements relate, one meaning each: everything that depends on the relation of a link follows from here."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Self


class Relation(StrEnum):
    """What a statement is to another one that it links to, in the order in which `compare` lists them.

    Attributes:
        meaning: what the link says of the statement that has it, for the documentation.
        forward: the words between that statement and the other one, on a page.
        inverse: the words between the other one and that statement.
        style: the colour that these are printed in where the two stand side by side.
    """

    CONFLICTS = (
        "conflicts",
        "can't be true together with the other one",
        "conflicts with",
        "conflicts with",
        "bold red",
    )
    CORRECTS = "corrects", "takes the other one back", "corrects", "corrected by", "bold cyan"
    TRANSLATES = (
        "translates",
        "has all the words of that quote in another language",
        "translates",
        "translated by",
        "bold cyan",
    )
    VARIES = (
        "varies",
        "is about the same matter as that fact, and differs in strength, scope or number",
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
        """Make a relation that carries what depends on it."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning, member.forward, member.inverse, member.style = meaning, forward, inverse, style
        return member

    @classmethod
    def of(cls, value: str) -> Relation:
        """Return the relation of a link, by what its key `as` holds."""
        return cls[value.upper().replace("-", "_")]


CLAIMING = frozenset({Relation.RESTATES, Relation.VARIES})  # from one fact to another: to its claim's head
COMPARED = tuple(
    relation for relation in Relation if relation is not Relation.PART_OF
)  # a part says nothing beside its whole
