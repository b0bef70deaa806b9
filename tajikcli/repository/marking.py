"""Where the words of a question stand in a text: marked for the reader, and whether they stand there in their own right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.forms import any_of
from tajikcli.text import fold_letters
from tajikcli.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tajikcli.repository.question import Question
    from tajikcli.words import Word

_LONG = 300  # characters that a snippet may have, about
_COMPOUND = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)+")


def marks(text: str, question: Question) -> list[tuple[int, int]]:
    """Return where the words stand in a text that match a question's: their starts and ends."""
    return [
        (word.start, word.end)
        for word, found in _matched(text, question.forms, question.languages)
        if found
    ]


def stands_alone(text: str, forms: Iterable[str], written: str, languages: tuple[str, ...]) -> bool:
    """Tell whether a text has a word of a question in its own right.

    A participle that ends a compound is none (`trust-based` has no base), unless it is what the question says; nor is a
    word of a set phrase (`before long` is not long).

    Args:
        text: the text.
        forms: what the word matches by.
        written: the word as the question has it.
        languages: as `words` takes them.
    """
    own = fold_letters(written)
    inside = _inside(text, own)
    return any(
        found and not any(start <= word.start and word.end <= end for start, end in inside)
        for word, found in _matched(text, frozenset(forms), languages)
    )


def _inside(text: str, own: str) -> list[tuple[int, int]]:
    """Return where words stand that count for nothing: the last parts of compounds, set phrases."""
    found = [match.span() for match in _set_phrases().finditer(fold_in_place(text))]
    for match in _COMPOUND.finditer(text):
        last = re.split(r"[-\u2010\u2011]", match[0])[-1]
        folded = fold_letters(last)
        if folded != own and folded.endswith(together().participle_endings):
            found.append((match.end() - len(last), match.end()))
    return found


def fold_in_place(text: str) -> str:
    """Return a text in small letters, every character where it was."""
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def _set_phrases() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(together().set_phrases)})\b")


def _matched(
    text: str, forms: frozenset[str], languages: tuple[str, ...]
) -> list[tuple[Word, bool]]:
    """Return the words of a text, each with whether it is one of some forms or part of one."""
    found = list(words(text, languages))
    matched = [not forms.isdisjoint(word.forms) for word in found]
    telling = [place for place, word in enumerate(found) if word.forms]
    for form in forms:
        parts = form.split()
        if len(parts) > 1:
            for first in range(len(telling) - len(parts) + 1):
                window = telling[first : first + len(parts)]
                if all(part in found[place].forms for part, place in zip(parts, window, strict=True)):
                    for place in window:
                        matched[place] = True
    return list(zip(found, matched, strict=True))


def snippet(text: str, question: Question) -> str:
    """Return a text with the words that match a question's between `**`; of a long one the part around them.

    Args:
        text: a statement's text.
        question: what is asked.
    """
    spans = marks(text, question)
    start, end = 0, len(text)
    if len(text) > _LONG:
        start = text.rfind(" ", 0, max(spans[0][0] - _LONG // 4, 0)) + 1 if spans else 0
        end = text.find(" ", start + _LONG) if start + _LONG < len(text) else len(text)
        end = len(text) if end < 0 else end
    parts, at = [], start
    for first, last in spans:
        if start <= first and last <= end:
            parts += [text[at:first], "**", text[first:last], "**"]
            at = last
    parts.append(text[at:end])
    return ("… " if start else "") + "".join(parts) + (" …" if end < len(text) else "")
