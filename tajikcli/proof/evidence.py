"""Whether a source still says what statements rest on, and what of it no statement says.

Both sides are normalised the same way: NFC, white space folded, one quotation mark, one dash; brackets, case and
everything else stay. What stands there exactly is found; what does not is looked for with RapidFuzz's partial ratio (the
best stretch of the same length, by normalised Indel similarity).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from array import array
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.proof.alignment import ALIKE, aligned
from tajikcli.proof.sentences import claims_something, sentence_spans
from tajikcli.proof.tokens import forms_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tajikcli.proof.tokens import Token

LIKE = 75.0  # per cent alike that words have to be to be the same ones, changed
_AROUND = 60  # characters beside the most similar stretch in which its other words may stand
MOST_PLACES = 1_000  # where the same words are told to stand
_PLACES_OF_ALL = 1_000_000  # past these, other words are told to stand once
_MOST_EFFORT = (
    2_000_000_000  # for looking for changed words: characters compared, of some 20 nanoseconds each
)
_LONGEST_FUZZY = 1_000  # characters; longer words are looked for word by word only
_MOST_READ = 60_000  # characters of a source that is compared word by word: ten long articles
_MOST_COMPARED = 200_000  # characters of a source that a fuzzy search looks through at once

_MARKS = str.maketrans(
    {
        **dict.fromkeys(
            '\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u02bc\u0060\u00b4"', "'"
        ),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"),
        "\u2026": "...",
    }
)


class Sentence(NamedTuple):
    """A sentence of a source.

    Attributes:
        paragraph: number of its paragraph, from 1.
        number: its number in the paragraph, from 1.
        start: offset of its first character in the normalised text.
        end: offset behind its last one.
        text: the sentence as printed, white space folded.
    """

    paragraph: int
    number: int
    start: int
    end: int
    text: str


class _Read:
    """A text that is compared word by word: its words, what they are compared by, and how often each is there."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = words_of(text)
        self.forms = _lowered(self.words)
        self.counts = Counter(self.forms)


class SourceText:
    """The text of a source, ready to be searched.

    Args:
        text: as it was read, paragraphs with an empty line between (or a line each).
    """

    def __init__(self, text: str) -> None:
        self.sentences: list[Sentence] = []
        parts: list[str] = []
        size = 0
        for number, paragraph in enumerate(paragraphs_of(text), 1):
            printed = " ".join(paragraph.split())
            for order, (start, end) in enumerate(sentence_spans(printed), 1):
                normalised = normalise(printed[start:end])
                self.sentences.append(
                    Sentence(number, order, size, size + len(normalised), printed[start:end])
                )
                parts.append(normalised)
                size += len(normalised) + 1
        self.normalised = " ".join(parts)
        self._read: _Read | None = None
        self._effort = 0

    @property
    def digest(self) -> str:
        """`sha256:` and the digest of the normalised text."""
        return f"sha256:{hashlib.sha256(self.normalised.encode('utf-8', 'surrogatepass')).hexdigest()}"

    def find(self, exact: str) -> list[tuple[int, int]]:
        """Return where words stand in the normalised text just so, as whole words; nowhere is an empty list."""
        return self.find_all([exact])[exact]

    def find_all(self, texts: Iterable[str]) -> dict[str, list[tuple[int, int]]]:
        """Return for each of many texts what `find` returns, in one go through the source."""
        wanted = {exact: normalise(exact) for exact in texts}
        runs = {
            text: [(match[0], match.start()) for match in _RUN.finditer(text)] for text in wanted.values()
        }
        places: dict[str, array[int]] = {run: array("L") for found in runs.values() for run, _ in found}
        for match in _RUN.finditer(self.normalised):
            if match[0] in places:
                places[match[0]].append(match.start())
        found: dict[str, list[tuple[int, int]]] = {}
        total = 0
        for exact, text in wanted.items():
            most = MOST_PLACES if total < _PLACES_OF_ALL else 1
            found[exact] = self._found(text, runs[text], places, most)
            total += len(found[exact])
        return found

    def _found(
        self, wanted: str, runs: Sequence[tuple[str, int]], places: Mapping[str, Sequence[int]], most: int
    ) -> list[tuple[int, int]]:
        """Return where a normalised text stands, looking only where the rarest run of letters and digits in it does."""
        found: list[tuple[int, int]] = []
        starts = self._everywhere(wanted)
        if runs:
            rarest, offset = min(runs, key=lambda run: len(places[run[0]]))
            starts = (place - offset for place in places[rarest])
        for start in starts:
            end = start + len(wanted)
            if start < 0 or not self.normalised.startswith(wanted, start):
                continue
            if not _joins(self.normalised, start) and not _joins(self.normalised, end):
                found.append((start, end))
                if len(found) == most:
                    break
        return found

    def _everywhere(self, wanted: str) -> Iterator[int]:
        start = self.normalised.find(wanted)
        while start >= 0:
            yield start
            start = self.normalised.find(wanted, start + 1)

    @property
    def is_exhausted(self) -> bool:
        """Whether looking for changed words has cost as much as it may; `nearest` should be asked no more."""
        return self._effort > _MOST_EFFORT

    def nearest(self, exact: str, taken: Sequence[tuple[int, int]] = ()) -> tuple[int, int] | None:
        """Return where the words stand that are most like these, as whole words; None where none are like them.

        Args:
            exact: the words looked for.
            taken: stretches that other words have been found in; none of them is these words, changed.
        """
        from rapidfuzz import fuzz

        wanted = normalise(exact)
        size = len(wanted)
        text = self._without(taken, wanted)
        first, last = self._neighbourhood(wanted, text)
        if size > _LONGEST_FUZZY and last - first == len(text) > 2 * size:
            return None
        self._effort += (last - first) * (1 + size * size // 4096) + size * size
        best: tuple[int, int] | None = None
        score: float = LIKE
        for begin in range(first, max(first + 1, last), _MOST_COMPARED):
            window = text[begin : min(last, begin + _MOST_COMPARED + 2 * len(wanted))]
            if len(window) < len(wanted) // 2:
                break
            found = fuzz.partial_ratio_alignment(wanted, window, score_cutoff=score)
            if found is not None and found.score > (score if best else 0):
                best, score = (begin + found.dest_start, begin + found.dest_end), found.score
        if best is None:
            return None
        start, end = self._trimmed(wanted, *_whole_words(text, *best))
        first, last = self._with_what_was_put_in(wanted, start, end)
        start, end = min(start, first), max(end, last)
        while self.normalised[end - 1] in ".,;:" and not wanted.endswith(self.normalised[end - 1]):
            end -= 1
        return start, end

    def _without(self, taken: Sequence[tuple[int, int]], wanted: str) -> str:
        """Return the text with stretches blanked out, but those whose words are among the ones looked for."""
        self._effort += 20 * len(taken) + len(self.normalised) // 20
        blank = bytearray(len(self.normalised))
        for start, end in taken:
            # A long quote has the words of facts in it.
            if blank.find(1, start, end) >= 0 or self.normalised[start:end] not in wanted:
                blank[start:end] = b"\1" * (end - start)
        pieces: list[str] = []
        end = 0
        while (start := blank.find(1, end)) >= 0:
            pieces.append(self.normalised[end:start])
            end = blank.find(0, start)
            end = len(blank) if end < 0 else end
            pieces.append("\0" * (end - start))
        return "".join((*pieces, self.normalised[end:]))

    def _neighbourhood(self, wanted: str, text: str) -> tuple[int, int]:
        """Return around where most of the words stand in order; of a very long text, or where they don't, all of it."""
        if len(text) <= _MOST_READ:
            if self._read is None or self._read.text != text:
                self._effort += 20 * len(text)
                self._read = _Read(text)
            words = self._read.words
            sought = _lowered(words_of(wanted))
            there = sum(min(count, self._read.counts[form]) for form, count in Counter(sought).items())
            if there < ALIKE * len(sought):
                return 0, len(text)
            self._effort += 150 * (len(words) * 4 // max(4, len(sought)) + 1) * (1 + len(sought) // 64)
            alignment = aligned(sought, self._read.forms)
            if alignment.share >= ALIKE:
                start, end = words[alignment.first].start, words[alignment.last - 1].end
                return max(0, start - _AROUND), min(len(text), end + _AROUND)
        return 0, len(text)

    def _with_what_was_put_in(self, wanted: str, start: int, end: int) -> tuple[int, int]:
        """Return the stretch around a place that has all the words that are still there, and what now stands between."""
        place = start, end
        start, end = _whole_words(
            self.normalised, max(0, start - _AROUND), min(len(self.normalised), end + _AROUND)
        )
        words = words_of(self.normalised[start:end])
        alignment = aligned(_lowered(words_of(wanted)), _lowered(words))
        if alignment.share < ALIKE or alignment.first >= alignment.last:
            return place
        return start + words[alignment.first].start, start + words[alignment.last - 1].end

    def _trimmed(self, wanted: str, start: int, end: int) -> tuple[int, int]:
        """Return a stretch without the words at its ends that make it less like what was looked for."""
        from rapidfuzz import fuzz

        score = fuzz.ratio(wanted, self.normalised[start:end])
        while True:
            after, before = self.normalised.find(" ", start, end), self.normalised.rfind(" ", start, end)
            shorter = [(after + 1, end), (start, before)] if after >= 0 else []
            better = max(
                shorter, key=lambda span: fuzz.ratio(wanted, self.normalised[slice(*span)]), default=None
            )
            if better is None or fuzz.ratio(wanted, self.normalised[slice(*better)]) <= score:
                return start, end
            (start, end), score = better, fuzz.ratio(wanted, self.normalised[slice(*better)])

    def uncovered(self, spans: Iterable[tuple[int, int]]) -> list[Sentence]:
        """Return the sentences that none of these stretches touches, those with a quotation or a number first.

        Left out are those that claim nothing: a byline, a dateline.
        """
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted(spans):
            if ends and start <= ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        left = []
        for one in self.sentences:
            place = bisect_right(ends, one.start)  # the first stretch that ends behind the sentence's start
            if (place == len(ends) or starts[place] >= one.end) and claims_something(one.text):
                left.append(one)
        return sorted(left, key=lambda one: not _TELLING.search(one.text))


_RUN = re.compile(r"[^\W_]+")  # of what `str.isalnum` tells, as `_joins` does
_TELLING = re.compile('[\u201c\u201d\u201e\u00ab\u00bb"]|\\d')


def normalise(text: str) -> str:
    """Return text as the two sides are compared: NFC, white space folded, one quotation mark, one dash.

    Brackets are never touched: they tell whose words stand between them.
    """
    return " ".join(unicodedata.normalize("NFC", text).translate(_MARKS).split())


def paragraphs_of(text: str) -> Sequence[str]:
    """Return paragraphs: between empty lines, or, in a text that has none and long lines, a line each."""
    blocks = [block for block in re.split(r"\n[^\S\n]*\n", text.replace("\r\n", "\n")) if block.strip()]
    lines = [line for line in text.splitlines() if line.strip()]
    if len(blocks) == 1 and len(lines) > 1 and sum(map(len, lines)) > _LONG_LINE * len(lines):
        return lines
    return blocks


_LONG_LINE = 100  # characters; nobody wraps by hand there


def _joins(text: str, place: int) -> bool:
    """Tell whether a place is inside a word or a number."""
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch with the whole of the words that it begins and ends in, and no space around."""
    while _joins(text, start):
        start -= 1
    while _joins(text, end):
        end += 1
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end


def _lowered(tokens: Sequence[Token]) -> list[str]:
    return [form.casefold() for form in forms_of(tokens)]
