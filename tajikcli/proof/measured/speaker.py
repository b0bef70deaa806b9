"""The speaker whom a sentence names for a figure in it: `Orlova said trade grew by 20 percent`, `According to Orlova, …`.

The words that give the figure are replaced by the sign for a quotation, so the rules for speakers of quotations apply.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.proof.speakers.context import Context, meaning
from tajikcli.proof.speakers.mentions import QUOTE, TOKEN
from tajikcli.proof.speakers.owners import according_to
from tajikcli.proof.speakers.rules import local_speaker
from tajikcli.proof.speakers.sentence import is_saying, read_sentence
from tajikcli.proof.speakers.view import views
from tajikcli.proof.speech import SUBORDINATE

if TYPE_CHECKING:
    from tajikcli.proof.speakers.naming import Names

_COMMA = ","  # before and behind a name and a verb of saying in the middle of the words, or behind them
_FAR = 300  # characters around a figure in which its speaker is looked for


def figure_speaker(text: str, start: int, end: int, names: Names) -> str | None:
    """Return the speaker on record whom a sentence names for a figure.

    Args:
        text: the sentence.
        start: offset of the first character of the words that give the figure: its number, and the name of its measure.
        end: offset after their last character.
        names: the names of speakers.

    Returns:
        The slug of the speaker; None if the sentence names nobody on record as the one who says it.
    """
    before, behind = text[max(0, start - _FAR) : start], text[end : end + _FAR]
    inside = text[start:end][:_FAR].split(_COMMA)
    tried = [(_frame(before, names), "", "")]
    tried += [("", _COMMA, part) for part in (*behind.split(_COMMA, 2)[1:2], *inside[1:-1])]
    for framed, closing, behind in tried:
        if framed or behind:
            who = _speaker(f"{framed}{QUOTE} {behind}".strip(), closing, names)
            if who is not None:
                return who
    return None


def _speaker(text: str, closing: str, names: Names) -> str | None:
    """Return the speaker on record of the quotation in a text."""
    one = read_sentence(f"{text}." if text[-1].isalpha() else text, (closing,), names)
    (view,) = views(one)
    if not any(is_saying(one, place) for place in range(len(one.words))) and according_to(view) is None:
        return None
    mention = local_speaker(view)
    who = meaning(mention, one, Context(), names).who if mention is not None else None
    return who.who if who is not None and who.known else None


def _frame(before: str, names: Names) -> str:
    """Return the words before a figure up to the verb of saying and whom it reaches: `Orlova told Berg` of `Orlova told Berg that the`."""
    one = read_sentence(before, (), names)
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
    comma = last + 1 < len(one.words) and one.words[last + 1] == _COMMA
    return f"{before[: places[last + comma]]} "
