"""Check whether a source still contains the words that statements rest on, and which of its sentences have no statement.

Both texts are normalised in the same way: NFC, folded white space, one form of quotation mark, one form of
dash. Everything else stays unchanged, including brackets and case. Exact matches are found first. Other words are searched for with RapidFuzz's partial ratio (the best stretch of the same length, by normalised Indel
similarity).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from array import array
from bisect import bisect_right
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.proof.alignment import ALIKE, aligned
from tajikcli.proof.sentences import claims_something, sentence_spans
from tajikcli.proof.tokens import forms_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tajikcli.proof.tokens import Token

LIKE = 75.0  # the similarity in percent from which words count as changed
_AROUND = 60  # the number of characters around the most similar stretch in which more of the words may be
MOST_PLACES = 1_000  # the maximum number of positions returned for the same words
_PLACES_OF_ALL = 1_000_000  # after this total, only one position is returned for any other words
_MOST_EFFORT = 2_000_000_000  # the budget for changed words: character comparisons of about 20 nanoseconds
_LONGEST_FUZZY = 1_000  # longer texts, in characters, are only searched word by word
# the maximum length, in characters, of a source that is compared word by word: about ten long articles
_MOST_READ = 60_000
_MOST_COMPARED = 200_000  # the number of characters of a source in one fuzzy search

_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_MARKS = str.maketrans(
    {
        **dict.fromkeys(
            '\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u02bc\u0060\u00b4"', "'"
        ),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        "\u2026": "...",
    }
)


class Sentence(NamedTuple):
    """A sentence of a source.

    Attributes:
        paragraph: number of its paragraph, counted from 1.
        number: its number in the paragraph, counted from 1.
        start: offset of its first character in the normalised text.
        end: offset after its last character.
        text: the sentence as printed, with folded white space.
    """

    paragraph: int
    number: int
    start: int
    end: int
    text: str


class _Read:
    """A text that is compared word by word: its words, their forms for comparison, and the number of each."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = words_of(text)
        self.forms = _lowered(self.words)
        self.counts = Counter(self.forms)


class SourceText:
    """The text of a source, prepared for searches.

    Args:
        text: the text as read, with an empty line between paragraphs or with one paragraph per line.
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
        """Return the positions in the normalised text of exactly these words, as whole words; empty if there are none."""
        return self.find_all([exact])[exact]

    def find_all(self, texts: Iterable[str]) -> dict[str, list[tuple[int, int]]]:
        """Return the result of `find` for each of many texts, in one pass through the source."""
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
        """Return the positions of a normalised text, looking only where its rarest run of letters and digits occurs."""
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
        """Whether the budget for changed words is used up, so that `nearest` should not be called again."""
        return self._effort > _MOST_EFFORT

    def nearest(self, exact: str, taken: Sequence[tuple[int, int]] = ()) -> tuple[int, int] | None:
        """Return the positions of the most similar words, as whole words; None if no words are similar.

        Args:
            exact: the words to find.
            taken: stretches that match other words and so cannot be an altered form of these.
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
        """Return the text with stretches blanked out, except those that contain the words to find."""
        self._effort += 20 * len(taken) + len(self.normalised) // 20
        blank = bytearray(len(self.normalised))
        for start, end in taken:
            # A long quote contains the words of facts.
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
        """Return the surroundings of the position with the most words in order; the whole text if it is short."""
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
        """Return the stretch around a position with all remaining words, including new words between them."""
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
        """Return a stretch without the words at its ends that make it less similar."""
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
        """Return the sentences that none of these stretches touches, beginning with those that have a quotation or a number.

        Sentences that claim nothing, such as a byline or a dateline, are left out.
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
            place = bisect_right(
                ends, one.start
            )  # the first stretch that ends after the start of the sentence
            if (place == len(ends) or starts[place] >= one.end) and claims_something(one.text):
                left.append(one)
        return sorted(left, key=lambda one: not _TELLING.search(one.text))


_RUN = re.compile(r"[^\W_]+")  # the characters of `str.isalnum`, as in `_joins`
_TELLING = re.compile('[\u201c\u201d\u201e\u00ab\u00bb"]|\\d')


def normalise(text: str) -> str:
    """Return text in the form for comparison: NFC, folded white space, one quotation mark, one dash.

    Brackets are kept, because the words inside may not be the speaker's.
    """
    return " ".join(legible(text).translate(_MARKS).split())


def legible(text: str) -> str:
    """Return a text in NFC without invisible characters.

    Stress accents stay, because the digests on record include them.
    """
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", text))


def paragraphs_of(text: str) -> Sequence[str]:
    """Return the paragraphs, which empty lines separate; if a text has long lines and no empty lines, each line is one.

    A short line above a line with a capital is a paragraph as well: a headline, a date, a place.
    """
    blocks = [block for block in re.split(r"\n[^\S\n]*\n", text.replace("\r\n", "\n")) if block.strip()]
    lines = [line for line in text.splitlines() if line.strip()]
    if len(blocks) == 1 and len(lines) > 1 and sum(map(len, lines)) > _LONG_LINE * len(lines):
        return lines
    return [paragraph for block in blocks for paragraph in _cut_at_short_lines(block)]


def _cut_at_short_lines(block: str) -> Sequence[str]:
    """Return the parts of a paragraph that end with a line in which the next word would have had much room."""
    lines = block.strip("\n").split("\n")
    if len(lines) == 1:
        return [block]
    width = max(map(len, lines)) * _FULL
    if width < _NARROW and all(_BEGINS.match(line) and line.rstrip()[-1].isalnum() for line in lines):
        return lines  # a letterhead
    parts = [[lines[0]]]
    marks = Counter(lines[0])
    for line, following in pairwise(lines):
        word = following.lstrip().partition(" ")[0]
        is_begun = _BEGINS.match(following) and line.rstrip()[-1:] not in _CONTINUING
        has_room = len(line.rstrip()) + 1 + len(word) <= width
        if is_begun and has_room and not _is_quotation_open(marks):
            parts.append([following])
            marks.clear()
        else:
            parts[-1].append(following)
        marks.update(following)
    return ["\n".join(part) for part in parts]


def _is_quotation_open(marks: Counter[str]) -> bool:
    """Return whether a quotation is open behind a text in which each character has been counted."""
    return marks['"'] % 2 == 1 or any(marks[one] > marks[other] for one, other in _PAIRS)


_PAIRS = (("\u201c", "\u201d"), ("\u00ab", "\u00bb"))
_NARROW = 40  # the length of a line in characters: text that is wrapped by hand has longer ones
_FULL = 0.75  # the share of the longest line that a line without room for the next word has
_BEGINS = re.compile(
    r"\s*[\"'\u201c\u2018\u201e\u00ab(\[\u2013\u2014-]?\s?(?![a-z\u00df-\u00ff\u0430-\u045f])\w"
)
_CONTINUING = tuple(",;:-\u2013\u2014")
_LONG_LINE = 100  # the length of a long line in characters; lines that are wrapped by hand are shorter


def _joins(text: str, place: int) -> bool:
    """Return whether a position is inside a word or a number."""
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch with the complete words at its ends and without surrounding spaces."""
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
