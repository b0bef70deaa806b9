"""Speech marked with dashes, as in Russian and Tajik.

In `— Мы строим мост, — сказал Линд. — И он готов.`, a dash opens the speech. A comma (or ? ! …) and a dash
end it before the author's words,
which begin with a verb, and a full stop (or a comma) and a dash end the author's words.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.countries import countries_named
from tajikcli.language.forms import has_cases, nominatives
from tajikcli.proof.speech import OFFICES, PREPOSITIONS, PRONOUNS, SILENT, VERBS, looks_like_verb
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DASH = "[\u2014\u2013\u2015-]"
# At the start of a line that continues with a capital, or at the start of a paragraph.
_OPENING = re.compile(
    rf"\A[ \t]*{_DASH}{{1,2}}\s+|(?<=\n)[ \t]*{_DASH}{{1,2}}\s+(?=[^\W_a-z\u0430-\u044f]|[\"\u00ab\u201c\u2026])"
)
_HAS_AUTHORS = re.compile(rf"[.,!?\u2026]\s*{_DASH}{{1,2}}\s")
# Russian writes `!..` and `...`, too.
_AUTHORS = re.compile(rf"(?P<mark>[!?]\.\.|\.{{3}}|[.,!?\u2026])\s*{_DASH}{{1,2}}\s+(?=[^\W\d_])")
_ANNOUNCED = re.compile(rf":\s*{_DASH}{{1,2}}\s+(?=[^\W_a-z\u0430-\u044f])")
_CLAUSE = re.compile(r"[^,.;:!?\u2026\u2014]+")
_LATER_OPENING = re.compile(rf"(?<=[.!?\u2026:])\s*{_DASH}{{1,2}}\s+(?=[^\W_a-z\u0430-\u044f])")
_SPEECH = re.compile(rf"[.,:;]\s*{_DASH}{{1,2}}\s+(?=\S)")
_MARKS = re.compile('["\u00ab\u00bb\u201c\u201d\u201e]')
DASHES = "\u2014\u2013\u2015-"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FIRST = 3  # the first words of the author's part, one of which is a verb
_MOST = 15  # the maximum number of the author's words between two parts of speech
_NEAR = 80  # the number of characters within which these words are


class Stretch(NamedTuple):
    """Speech in a paragraph.

    Attributes:
        start: offset of its first character.
        end: offset after its last character; a comma after it belongs to the author's words.
    """

    start: int
    end: int


def speech_in(texts: Sequence[str]) -> dict[int, list[Stretch]]:
    """Return the speech with dashes in paragraphs, by number of the paragraph.

    Args:
        texts: the texts of the paragraphs.
    """
    found: dict[int, list[Stretch]] = {}
    for number, text in enumerate(texts):
        if any(dash in text for dash in DASHES):
            spoken = list(_spoken(text)) if _HAS_AUTHORS.search(text) else []
            spoken = spoken or list(_announced(text))
            if spoken:
                found[number] = spoken
    # A turn without the author's words is next to a turn with them, or after a colon.
    for number, text in enumerate(texts):
        opening = _OPENING.match(text) if number not in found else None
        if (
            opening is None
            or text.rstrip()[-1:] not in ".!?\u2026"
            or not has_cases(text[opening.end() :].lstrip('"\u00ab\u201c\u2026')[:1])
        ):
            continue
        announced = number > 0 and texts[number - 1].rstrip().endswith(":")
        if announced or number - 1 in found or number + 1 in found:
            found[number] = [Stretch(opening.end(), len(text.rstrip()))]
    return found


def around_authors(text: str, start: int, end: int) -> list[Stretch]:
    """Return the parts of a quotation that the author's words interrupt to name the speaker: `«Мы строим, — сказал Линд, — мост»`.

    Args:
        text: the text of a paragraph.
        start: the offset of the first word in the marks.
        end: the offset of the closing mark.

    Returns:
        The parts; nothing if the words have no such insertion.
    """
    if not _HAS_AUTHORS.search(text, start, end):
        return []
    parts = list(_turn(text, start, end))
    for part, following in zip_longest(parts, parts[1:]):
        authors = text[part.end : following.start if following is not None else end]
        if (following is not None or part.end < end) and not _names_speaker(authors):
            return []
    return parts


def _names_speaker(authors: str) -> bool:
    """Return whether a short text has a verb of saying near its beginning, and a name, a pronoun or an office."""
    words = _WORD.findall(authors)
    folded = [fold_letters(word) for word in words]
    return (
        len(words) <= _MOST
        and not VERBS.isdisjoint(folded[:_FIRST])
        and any(
            word[0].isupper() or one in PRONOUNS or not OFFICES.isdisjoint(nominatives(one))
            for word, one in zip(words, folded, strict=True)
        )
    )


def _spoken(text: str) -> Iterator[Stretch]:
    """Yield the speech in a paragraph that contains the author's words."""
    openings = [(match.start(), match.end()) for match in _OPENING.finditer(text)]
    has_dash = bool(openings)
    if not openings and _opens_without_dash(text):
        later = _after_authors(text)
        openings = [(0, len(text) - len(text.lstrip())) if later is None else later.span()]
    for number, (_, start) in enumerate(openings):
        end = len(text[: openings[number + 1][0] if number + 1 < len(openings) else len(text)].rstrip())
        parts = list(_turn(text, start, end))
        yield from parts or (_before_a_clause(text, start, end) if has_dash else ())


def _announced(text: str) -> Iterator[Stretch]:
    """Yield the speech after a verb of saying, a colon and a dash, up to the end of a paragraph: `Линд сказал: — Мост готов.`.

    Several lines with dashes are a list.
    """
    opening = _ANNOUNCED.search(text)
    if opening is None or _OPENING.search(text, opening.end()):
        return
    before = [
        fold_letters(word) for word in _WORD.findall(text[max(0, opening.start() - _NEAR) : opening.start()])
    ]
    end = len(text.rstrip())
    if not VERBS.isdisjoint(before) and not _MARKS.match(text, opening.end()) and opening.end() < end:
        yield Stretch(opening.end(), end)


def _after_authors(text: str) -> re.Match[str] | None:
    """Return the dash that opens speech after a sentence of the author: `Линд встал. — Мы едем, — сказал он.`."""
    opening = _LATER_OPENING.search(text)
    authors = next((mark for mark in _AUTHORS.finditer(text) if _is_authors(text, mark)), None)
    return (
        opening if opening is not None and authors is not None and opening.start() < authors.start() else None
    )


def _opens_without_dash(text: str) -> bool:
    """Return whether a paragraph begins with speech, although its dash may mark a list item."""
    first = text.lstrip()[:1]
    return first.isupper() and has_cases(first) and not _MARKS.search(text)


def _turn(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Yield the speech between two offsets if it contains the author's words."""
    parts: list[Stretch] = []
    place = start
    while place < end:
        authors = next(
            (match for match in _AUTHORS.finditer(text, place, end) if _is_authors(text, match)), None
        )
        if authors is None:
            if parts:
                parts.append(Stretch(place, end))
            break
        parts.append(Stretch(place, _end_of_speech(authors)))
        speech = _SPEECH.search(text, authors.end(), end)
        if speech is None:
            break
        place = speech.end()
    yield from (part for part in parts if part.start < part.end)


def _before_a_clause(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Yield the speech between two offsets if the author's words after it have a verb anywhere and name somebody: `, — таков был ответ Линда`."""
    for mark in _AUTHORS.finditer(text, start, end):
        if mark["mark"] == ".":
            continue
        clause = _CLAUSE.match(text, mark.end(), min(end, mark.end() + _NEAR))
        words = _WORD.findall(clause[0]) if clause is not None else []
        has_verb = any(
            has_cases(word) and word.islower() and (looks_like_verb(folded) or folded in SILENT)
            for word, folded in zip(words, map(fold_letters, words), strict=True)
        )
        if has_verb and any(
            word[0].isupper() and fold_letters(before) not in PREPOSITIONS and not countries_named([word])
            for before, word in zip(("", *words), words, strict=False)
        ):
            yield Stretch(start, _end_of_speech(mark))
            return


def _end_of_speech(mark: re.Match[str]) -> int:
    """Return the end of the speech before the author's words: a comma belongs to neither."""
    return mark.start() if mark["mark"] == "," else mark.end("mark")


def _is_authors(text: str, mark: re.Match[str]) -> bool:
    """Return whether the author's words start after a mark and a dash: one of the first words is a verb.

    After a full stop (`— Мы едем. — Линд кивнул.`), and with a verb that does not introduce speech, a name is beside the verb.
    """
    place = mark.end()
    words = [match[0] for match in _WORD.finditer(text, place, place + _NEAR)][:_FIRST]
    for number, word in enumerate(words):
        folded = fold_letters(word)
        known = folded in VERBS
        if not known and not (has_cases(word) and word.islower() and looks_like_verb(folded)):
            continue
        beside = (*words[:number], *words[number + 1 : number + 2])
        is_named = any(other[0].isupper() or fold_letters(other) in PRONOUNS for other in beside)
        if mark["mark"] == ".":
            return number == 1 and words[0][0].isupper()
        if folded in SILENT:
            return is_named
        return number == 0 or known or words[0][0].isupper()
    return False
