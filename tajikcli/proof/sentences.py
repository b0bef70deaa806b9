"""Sentences of running text."""

from __future__ import annotations

import re

from tajikcli.language.all_languages import together

# What ends a sentence: a mark, closing marks after it, white space, and then what a sentence begins with
# (U+FFFC stands for a quotation in the text around it).
_END = re.compile(
    r"(?<![.!?\u2026])[.!?\u2026]++[\"\u201d\u2019'\u00bb)\]\ufffc]*+"
    r"(?=\s+(?:\ufffc|[\"\u201c\u2018\u201e\u00ab'(\[\u2013\u2014-]*\s?[^\Wa-z\u0430-\u044f_]))|\n\s*\n"
)
# Abbreviations, as written, that a full stop belongs to.
_ABBREVIATIONS = frozenset(together().abbreviations.split())
_LONGEST = max(map(len, _ABBREVIATIONS))


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of a text stand.

    Args:
        text: a paragraph, or several with an empty line between.

    Returns:
        Offsets of the first character and behind the last one of each sentence, without the white space around.
    """
    spans, start = [], 0
    for match in _END.finditer(text):
        if match[0][:1] == "." and _is_short(text, match.start()):
            continue
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(text)))
    return [_trimmed(text, *span) for span in spans if text[slice(*span)].strip()]


def _is_short(text: str, stop: int) -> bool:
    """Tell whether the word before a full stop is an abbreviation or an initial."""
    start = stop
    while start > 0 and stop - start <= _LONGEST and (text[start - 1].isalnum() or text[start - 1] == "."):
        start -= 1
    word = text[start:stop]
    return word in _ABBREVIATIONS or (word[-1:].isalpha() and (len(word) == 1 or word[-2] == "."))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
