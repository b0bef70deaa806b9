"""The sentences around a quotation: which of them to read, and whom they show as its speaker."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tajikcli.language.forms import has_cases
from tajikcli.proof.speakers.marks import QUOTE, WORD
from tajikcli.proof.speakers.mention import Kind, Mention
from tajikcli.proof.speakers.naming import Attributed, bare
from tajikcli.proof.speakers.objects import is_object
from tajikcli.proof.speakers.persons import persons
from tajikcli.proof.speakers.pieces import FAR_PARAGRAPHS, Piece
from tajikcli.proof.speakers.reference import NOBODY, Speaker, meaning
from tajikcli.proof.speakers.rules import local_speaker
from tajikcli.proof.speakers.sentence import Sentence, read_sentence
from tajikcli.proof.speakers.view import views
from tajikcli.proof.speech import (
    OPENERS,
    POINTING,
    REFERRING,
    SUBJECTS,
    UTTERED,
    looks_like_verb,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from tajikcli.proof.speakers.earlier import Context
    from tajikcli.proof.speakers.naming import Names

_POINTING_BACK = POINTING | SUBJECTS
_CAPITAL_INSIDE = re.compile(r"\W[A-Z\u0400-\u042f\u0490-\u04ff]")


def pointed_back(pieces: Sequence[Piece], number: int, context: Context, names: Names) -> list[Speaker]:
    """Return the speaker of a quotation that stands alone if the next sentence points back to it: `“….” So said Lind`, `«…». Об этом заявил Линд`.

    A sentence that only names people makes the speaker unclear.
    """
    behind = pieces[number + 1] if number + 1 < len(pieces) else None
    if behind is None or behind.quotations or behind.block or behind.paragraph > pieces[number].paragraph + 1:
        return []
    first = WORD.search(behind.text)
    if first is None or bare(first[0]) not in POINTING:
        return []
    text = behind.text[first.start() :]
    joined = read_sentence(f"{QUOTE}, {text[0].lower()}{text[1:]}", [","], names)
    (view,) = views(joined)
    mention = local_speaker(view)
    speaker = meaning(mention, joined, context, names) if mention is not None else NOBODY
    named = persons(joined, context)
    if speaker.who is None:
        speaker = Speaker(None, doubt=bool(named))
    return [speaker] * len(pieces[number].quotations)


def persons_near(
    one: Sentence, context: Context, pieces: Sequence[Piece], number: int, names: Names
) -> tuple[Attributed, ...]:
    """Return the persons who may seem to be the speaker: those in the sentence, otherwise those in its surroundings."""
    here = persons(one, context)
    if here:
        here += _said_behind(pieces, number, names, context)
    if here or (context.present and not one.has_only_quotations):
        return here or context.present
    around = context.present
    behind = pieces[number + 1] if number + 1 < len(pieces) else None
    if behind is not None and behind.paragraph == pieces[number].paragraph and not behind.quotations:
        around += persons(read_sentence(behind.text, (), names), context)
    return around


def _said_behind(
    pieces: Sequence[Piece], number: int, names: Names, context: Context
) -> tuple[Attributed, ...]:
    """Return the persons in the next sentence if it says of the words who spoke them: `They were spoken by Lind`."""
    behind = pieces[number + 1] if number + 1 < len(pieces) else None
    if behind is None or behind.paragraph != pieces[number].paragraph or behind.quotations or behind.block:
        return ()
    first = WORD.search(behind.text)
    if first is None or bare(first[0]) not in _POINTING_BACK:
        return ()
    said = read_sentence(behind.text, (), names)
    return persons(said, context) if not UTTERED.isdisjoint(said.folded) else ()


def titles_in(one: Sentence) -> list[Mention]:
    """Return the titles in a sentence that stand for a person and may be a subject."""
    return [
        mention
        for mention in one.mentions
        if mention.kind in {Kind.TITLE, Kind.SOMEBODY}
        and not mention.possessive
        and not is_object(one, mention)
    ]


def needed_from(pieces: Sequence[Piece], asking: Iterable[int]) -> AbstractSet[int]:
    """Return the numbers of the sentences to read, from a few paragraphs before a sentence that depends on earlier ones."""
    needed: set[int] = set()
    for number in asking:
        first = number
        while first > 0 and pieces[first - 1].paragraph >= pieces[number].paragraph - FAR_PARAGRAPHS:
            first -= 1
            if first in needed:
                break
        needed.update(range(first, number + 1))
    return needed


def may_name(text: str, names: Names) -> bool:
    """Return whether a sentence may name anybody; this is faster than a full analysis."""
    has_capital = not (text.isascii() and text[1:].islower()) and _CAPITAL_INSIDE.search(text)
    if has_capital or text.endswith(":"):
        return True
    if not REFERRING.isdisjoint(text.casefold().split()):
        return True
    words = [word.strip(",.") or word for word in text.split(maxsplit=3)[:3]]
    if not words or names.at(words, 0) is not None:
        return bool(words)
    # `Berg followed`
    if len(words) == 1 or has_cases(words[0]):
        return False
    return bare(words[0]) not in OPENERS and looks_like_verb(bare(words[1]))
