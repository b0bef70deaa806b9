"""Find the words of a question in a text, mark them, and check whether they are independent words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.text import fold_letters
from tajikcli.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tajikcli.repository.question import Question
    from tajikcli.words import Word

_LONG = 300  # the approximate length of a snippet in characters
_HYPHENS = "-\u2010\u2011"


def marks(text: str, question: Question) -> list[tuple[int, int]]:
    """Return the start and end of each word in a text that matches a word of the question.

    A participle at the end of a compound is not marked, unless the question has it: `trust-based` for `base`.
    """
    parts = {start for start, _ in _participles(text)}
    own = {fold_letters(word) for word in question.written} if parts else set()
    return [
        (word.start, word.end)
        for word in _matched(text, question.forms, question.languages)
        if word.start not in parts or fold_letters(text[word.start : word.end]) in own
    ]


def only_inside(text: str, question: Question) -> list[int]:
    """Return which words of a question a text does not have as independent words, if some of its words are not independent.

    The participle at the end of a compound does not count, unless the question has the compound
    (`trust-based` does not match `base`). A word in a set phrase does not count, either (`before long` does
    not match `long`).

    Args:
        text: the text.
        question: the question.

    Returns:
        The positions of these words in the question.
    """
    inside = _inside(text)
    # Most of these words do not match any word of the question, which is faster to find out.
    if not any(
        not question.stems.isdisjoint(word.forms)
        for start, end, _ in inside
        for word in words(text[start:end], question.languages)
    ):
        return []
    places = range(len(question.groups))
    return [place for place in places if not _is_independent(text, question, place, inside)]


def _is_independent(
    text: str, question: Question, place: int, inside: Sequence[tuple[int, int, bool]]
) -> bool:
    """Return whether a word of a question occurs in a text outside the given positions."""
    own = fold_letters(question.written[place])
    return any(
        not any(
            start <= word.start
            and word.end <= end
            and not (participle and fold_letters(text[word.start : word.end]) == own)
            for start, end, participle in inside
        )
        for word in _matched(text, frozenset(question.groups[place]), question.languages)
    )


def _inside(text: str) -> list[tuple[int, int, bool]]:
    """Return the positions of words that do not count: those of set phrases, and participles at the end of compounds (True)."""
    found = [(start, end, True) for start, end in _participles(text)]
    lowered = text.lower()  # this keeps every character at its position, in the supported languages
    for phrase in [one for one in together().set_phrases if one in lowered]:
        start = lowered.find(phrase)
        while start >= 0:
            end = start + len(phrase)
            if not lowered[start - 1 : start].isalnum() and not lowered[end : end + 1].isalnum():
                found.append((start, end, False))
            start = lowered.find(phrase, end)
    return found


def _participles(text: str) -> list[tuple[int, int]]:
    """Return the positions of participles at the end of compounds; `re-elected` is none."""
    known = together()
    return [
        (start, end)
        for start, end in _last_parts(text)
        if fold_letters(text[start:end]).endswith(known.participle_endings)
        and not _has_prefix(text, start - 1, known.verb_prefixes.split())
    ]


def _has_prefix(text: str, end: int, prefixes: Sequence[str]) -> bool:
    """Return whether the word that ends at a position is one of some prefixes."""
    return any(
        text[end - len(prefix) : end].lower() == prefix
        and not text[max(end - len(prefix) - 1, 0) : end - len(prefix)].isalnum()
        for prefix in prefixes
    )


def _last_parts(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of the last part of each compound with a hyphen."""
    # No regular expression, which would take longer to compile than to read the texts of most searches.
    for hyphen in _HYPHENS:
        start = text.find(hyphen) + 1
        while start:
            end = start
            while end < len(text) and _is_letter(text[end]):
                end += 1
            is_last = text[end : end + 1] not in _HYPHENS or not _is_letter(text[end + 1 : end + 2])
            if start > 1 and _is_letter(text[start - 2]) and start < end and is_last:
                yield start, end
            start = text.find(hyphen, end) + 1


def _is_letter(char: str) -> bool:
    return char.isalnum() or char == "_"


def _matched(text: str, forms: frozenset[str], languages: tuple[str, ...]) -> list[Word]:
    """Return the words of a text that match a form or are a part of one."""
    found = list(words(text, languages))
    matched = {place for place, word in enumerate(found) if not forms.isdisjoint(word.forms)}
    said = {form for word in found for form in word.forms}
    for parts in [form.split() for form in forms if " " in form]:
        if not said.issuperset(parts):
            continue
        telling = [place for place, word in enumerate(found) if word.forms]
        for first in range(len(telling) - len(parts) + 1):
            window = telling[first : first + len(parts)]
            if all(part in found[place].forms for part, place in zip(parts, window, strict=True)):
                matched.update(window)
    return [found[place] for place in sorted(matched)]


def snippet(text: str, question: Question) -> str:
    """Return a text with the matching words between `**`; for a long text, the part around them.

    Args:
        text: the text of a statement.
        question: the question.
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
