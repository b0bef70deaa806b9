"""The persons named before a sentence, as an immutable value from which each sentence creates the next.

It gives the speaker of a quotation without a speaker, and the person whom a pronoun or a title means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from tajikcli.proof.speakers.naming import Attributed


class Context(NamedTuple):
    """The persons to whom a sentence may refer, according to the sentences before it.

    Attributes:
        speaking: the speaker in the previous sentence of this paragraph.
        carried: the speaker at the end of the previous paragraph.
        announced: the speaker whose words a colon at the end of the previous sentence announces, or for whose words it asks.
        last: the last person to whom words were attributed, unless others have been named since.
        named: the persons whom a pronoun may mean, from the last sentence with names.
        subject: the subject of that sentence.
        centre: the person meant by a pronoun that is the subject of that sentence.
        topic: the subject of the previous sentence, if the others in it are only objects (`Lind greeted Berg`).
        present: all persons in that sentence.
        recent: the persons named last, the latest first.
        owner: the gender of the pronoun before the subject of that sentence (`her deputy, Ola Berg`).
        asked: whether somebody asks in the last sentence, so that another answers.
        titled: whether the last sentence has a title that stands for a person who is not named (`the ambassador`).
        leanings: for each person, the weight of the signs of a man in the text, minus that of the signs of a woman.
        surnames: the last words of the full names of persons in the text.
    """

    speaking: Attributed | None = None
    carried: Attributed | None = None
    announced: Attributed | None = None
    last: Attributed | None = None
    named: tuple[Attributed, ...] = ()
    subject: Attributed | None = None
    centre: Attributed | None = None
    topic: Attributed | None = None
    present: tuple[Attributed, ...] = ()
    recent: tuple[Attributed, ...] = ()
    owner: str = ""
    asked: bool = False
    titled: bool = False
    leanings: Mapping[str, int] = {}
    surnames: AbstractSet[str] = frozenset()


def begin_paragraph(context: Context) -> Context:
    """Return the context at the start of a paragraph, in which a speaker may continue."""
    if context.speaking is None and context.carried is None:
        return context
    return context._replace(speaking=None, carried=context.speaking)


def restart(context: Context) -> Context:
    """Return the context after omitted sentences, which keeps only knowledge about persons."""
    return Context(leanings=context.leanings, surnames=context.surnames)


def after_somebody(context: Context) -> Context:
    """Return the context after words of somebody who is not named, whom a pronoun may mean: `“…,” a guest said. “…,” he added`."""
    present = context.present or context.named
    return context._replace(
        last=None, named=(), subject=None, centre=None, topic=None, recent=(), present=present
    )


def pass_over(context: Context) -> Context:
    """Return the context after a sentence that names nobody."""
    if not (context.speaking or context.announced or context.topic or context.asked or context.titled):
        return context
    return context._replace(speaking=None, announced=None, topic=None, asked=False, titled=False)
