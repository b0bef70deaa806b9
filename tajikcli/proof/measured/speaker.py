"""Find the speaker whom a sentence names for a figure: `Orlova said trade grew by 20 percent`, `According to Orlova, …`.

The words that give the figure are replaced by the sign for a quotation, so the rules for speakers of quotations apply.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.proof.speakers.context import Context, meaning
from tajikcli.proof.speakers.mentions import QUOTE, TOKEN
from tajikcli.proof.speakers.naming import bare
from tajikcli.proof.speakers.owners import according_to
from tajikcli.proof.speakers.rules import local_speaker
from tajikcli.proof.speakers.sentence import is_saying, read_sentence
from tajikcli.proof.speakers.view import views
from tajikcli.proof.speech import BY, SUBORDINATE, VERBS

if TYPE_CHECKING:
    from tajikcli.proof.speakers.mentions import Mention
    from tajikcli.proof.speakers.naming import Names
    from tajikcli.proof.speakers.sentence import Sentence

_COMMA = ","  # before and behind a name and a verb of saying in the middle of the words, or behind them
_COLON = ":"  # behind a name, before the words
_FRAMING = VERBS | BY.keys()  # words without one of which nobody is named
_WORD = re.compile(r"[^\W\d_]+")
_FAR = 300  # characters around a figure in which its speaker is looked for


class Told(NamedTuple):
    """Who is said to give a figure.

    Attributes:
        who: the slug of the speaker on record; None if no rule finds one.
        near: the speakers on record whom the sentence names before the figure, if somebody says something and no rule finds who.
    """

    who: str | None = None
    near: frozenset[str] = frozenset()


def figure_speaker(text: str, start: int, end: int, names: Names) -> Told:
    """Return whom a sentence names for a figure.

    Args:
        text: the sentence.
        start: offset of the first character of the words that give the figure: its number, and the name of its measure.
        end: offset after their last character.
        names: the names of speakers.
    """
    before, behind = text[max(0, start - _FAR) : start], text[end : end + _FAR]
    around = f"{before} {text[start:end][:_FAR]} {behind}"
    if _COLON not in before and _FRAMING.isdisjoint(map(bare, _WORD.findall(around))):
        return Told()
    inside = text[start:end][:_FAR].split(_COMMA)
    one = read_sentence(before, (), names)
    tried = [(_frame(before, one), "", "")]
    tried += [("", _COMMA, part) for part in (*behind.split(_COMMA, 2)[1:2], *inside[1:-1])]
    is_of_another = False
    for framed, closing, part in tried:
        if framed or part:
            mention, who = _speaker(f"{framed}{QUOTE} {part}".strip(), closing, names)
            if who is not None:
                return Told(who)
            is_of_another = is_of_another or (mention is not None and not mention.known)
    says = any(is_saying(one, place) for place in range(len(one.words)))
    if is_of_another or not says:
        return Told()
    near = (mention.who for mention in one.mentions if mention.known and not mention.possessive)
    return Told(near=frozenset(who for who in near if who is not None and who in names.slugs))


def _speaker(text: str, closing: str, names: Names) -> tuple[Mention | None, str | None]:
    """Return who is found to speak the quotation in a text, and their slug if they are one speaker on record."""
    one = read_sentence(f"{text}." if text[-1].isalpha() else text, (closing,), names)
    (view,) = views(one)
    is_told = any(is_saying(one, place) for place in range(len(one.words))) or according_to(view) is not None
    if not is_told and _COLON not in one.words:
        return None, None
    mention = local_speaker(view)
    who = meaning(mention, one, Context(), names).who if mention is not None else None
    return mention, who.who if who is not None and who.known else None


def _frame(before: str, one: Sentence) -> str:
    """Return the words before a figure up to the verb of saying and whom it reaches: `Orlova told Berg` of `Orlova told Berg that the`."""
    places = [match.end() for match in TOKEN.finditer(before)]
    last = -1
    for place in range(len(one.words)):
        if is_saying(one, place):
            last = place
        elif one.folded[place] in SUBORDINATE and last >= 0:
            return f"{before[: places[place - 1]]} "
    ends = [mention.end - 1 for mention in one.mentions if mention.known]
    last = max([last, *ends])
    if last < 0:
        return ""
    comma = last + 1 < len(one.words) and one.words[last + 1] in {_COMMA, _COLON}
    return f"{before[: places[last + comma]]} "
