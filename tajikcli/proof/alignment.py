"""Words as quotations are compared by, and how those of two texts align.

Two texts agree when their words are the same in the same order. White space does not count, nor does punctuation
outside a number; everything else does: `1,000` and `10,000`, `first` and `third`, `Russia` and `russia` differ. A
similarity score decides nothing here: it is the longest common subsequence of words that tells how much two texts share.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.text import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rapidfuzz.distance import Opcodes

# A number with the marks inside it; a word with apostrophes inside it; a sign that is read aloud; square brackets,
# because they tell whose words stand between them. A hyphen between words is punctuation, one between digits is not.
_REST = (
    r"(?:[^\W_]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff])*"  # letters, digits, marks, what nobody sees
)
_WORD = re.compile(
    r"(?<!\w)[-\u2212](?=\d)\d+(?:[.,:/-]\d+)*"
    r"|\d+(?:[.,:/\u2010-\u2013-]\d+)*"
    rf"|[^\W\d_]{_REST}(?:['\u2019\u02bc][^\W\d_]{_REST})*"
    r"|[%\u2030$\u20ac\u20bd\u00a3\u00a5\u2116\u00a7+=&\u00b0<>~\u2248\u00b1\u2264\u2265\u00d7\[\]]"
)
_SAME = str.maketrans(
    {
        "\u2019": "'",  # one apostrophe
        "\u02bc": "'",
        "\u2010": "-",  # one hyphen inside a number
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2212": "-",
        "\u0301": None,  # a stress mark over a Russian vowel (composed letters have been composed)
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"),  # soft hyphen, zero-width characters
        "ё": "е",  # Russian prints either for the same word
        "Ё": "Е",
    }
)
_NUDGES = 100  # words that a stretch is made shorter by at most
ALIKE = 0.6  # of a quotation's words have to align for it to be the same words, altered

NEGATIONS = word_set(
    """
    not never no none nor neither nobody nothing nowhere cannot without hardly barely scarcely не ни нет никогда
    никто ничто ничего никакой никакого никаких никак нигде нельзя без вряд едва нест ҳеҷ ҳаргиз
    """
)
_AUXILIARIES = word_set(
    """
    to be been being have has had do does did will would shall should can could may might must am is are was
    were был была было были быть будет будем будут бы
    """
)


class Word(NamedTuple):
    """A word of a text.

    Attributes:
        form: what it is compared by.
        start: offset of its first character in the text.
        end: offset behind its last one.
    """

    form: str
    start: int
    end: int


class Difference(NamedTuple):
    """Where two texts differ: words of the one, and what stands in their place in the other; either may be empty.

    Attributes:
        text: the words of the text that is checked.
        record: the words of the record.
    """

    text: str
    record: str


class Alignment(NamedTuple):
    """How a text's words align with another's.

    Attributes:
        matched: how many of the text's words stand in the other one, in order.
        share: that number in relation to all words of the text, 0 to 1.
        first: where the best stretch of the other text begins, in words.
        last: behind its last word.
    """

    matched: int
    share: float
    first: int
    last: int


def words_of(text: str) -> list[Word]:
    """Return the words of a text with their places.

    Args:
        text: any text; its offsets are those of the words.

    Returns:
        Words, numbers, signs such as `%`, and square brackets around words; brackets around dots alone are punctuation.
    """
    words = []
    for match in _WORD.finditer(text):
        form = match[0]
        if not form.isascii():
            form = unicodedata.normalize("NFC", form).translate(_SAME)
        if form in "[]" and _is_around_dots(text, match.start()):
            continue
        words.append(Word(form, match.start(), match.end()))
    return words


def _is_around_dots(text: str, place: int) -> bool:
    if text[place] == "[":
        inside = text[place + 1 : text.find("]", place) if "]" in text[place:] else None]
    else:
        inside = text[text.rfind("[", 0, place) + 1 : place]
    return not inside.strip(" .\u2026\u00a0")


def forms(words: Sequence[Word]) -> list[str]:
    """Return what words are compared by, in order."""
    return [word.form for word in words]


def lowered(forms: Sequence[str]) -> list[str]:
    """Return forms in lower case, as `aligned` takes them."""
    return [form.casefold() for form in forms]


def stands_in(needle: Sequence[str], hay: Sequence[str], start: int = 0) -> int:
    """Return where words stand in others without a gap, or -1.

    The case of the first letter is no difference: a quotation may begin in the middle of a sentence.

    Args:
        needle: forms of the words looked for.
        hay: forms of the words looked through.
        start: the first word of `hay` to look at.
    """
    if not needle:
        return -1
    size, firsts = len(needle), {needle[0], _small(needle[0]), needle[0][:1].upper() + needle[0][1:]}
    rest = list(needle[1:])
    for place in range(start, len(hay) - size + 1):
        if hay[place] in firsts and list(hay[place + 1 : place + size]) == rest:
            return place
    return -1


def _small(form: str) -> str:
    return form[:1].lower() + form[1:]


def aligned(text: Sequence[str], record: Sequence[str], *, cut: bool = False) -> Alignment:
    """Return how a text's words align best with a stretch of another's.

    The stretch is at most half as long again as the text, so that words scattered over a long quote count for nothing; a
    text with marked omissions (`cut`) may align with all of it.

    Args:
        text: forms of the words of the text, in lower case.
        record: forms of the words of the record's text, in lower case.
        cut: whether the text has marked omissions.
    """
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - only where words are not found as they are

    size = len(text)
    width = len(record) if cut else min(len(record), size + size // 2 + 2)
    step = max(1, size // 4)
    best = Alignment(0, 0.0, 0, 0)
    for first in range(0, max(1, len(record) - width + step), step):
        window = record[first : first + width]
        matched = LCSseq.similarity(text, window, score_cutoff=best.matched)
        if matched > best.matched:
            blocks = [code for code in LCSseq.opcodes(text, window) if code.tag == "equal"]
            best = Alignment(
                matched, matched / size, first + blocks[0].dest_start, first + blocks[-1].dest_end
            )
    return _tightened(text, record, best) if best.share >= ALIKE else best


def _tightened(text: Sequence[str], record: Sequence[str], best: Alignment) -> Alignment:
    """Return an alignment whose stretch is as short as it can be: the nearest of several equal words counts."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - as in aligned

    first, last = best.first, best.last
    for _ in range(_NUDGES):
        if first < last and LCSseq.similarity(text, record[first + 1 : last]) == best.matched:
            first += 1
        elif first < last and LCSseq.similarity(text, record[first : last - 1]) == best.matched:
            last -= 1
        else:
            break
    return best._replace(first=first, last=last)


def differences(text: str, words: Sequence[Word], record: str, other: Sequence[Word]) -> list[Difference]:
    """Return where a text differs from a stretch of the record, word by word.

    Args:
        text: the text that is checked.
        words: its words.
        record: the record's text.
        other: the words of the stretch of it that the text aligns with.

    Returns:
        The differences in order; a difference in case counts, but that of the text's first letter.
    """
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - as in aligned

    mine, theirs = forms(words), forms(other)
    if mine and theirs:
        mine[0], theirs[0] = _small(mine[0]), _small(theirs[0])
    return [
        Difference(_slice(text, words[start:end]), _slice(record, other[first:last]))
        for start, end, first, last in _joined(LCSseq.opcodes(mine, theirs))
    ]


def _joined(codes: Opcodes) -> Iterator[tuple[int, int, int, int]]:
    """Yield what is not equal, a deletion and the insertion beside it as one replacement."""
    pending: tuple[int, int, int, int] | None = None
    for code in codes:
        if code.tag == "equal":
            if pending:
                yield pending
            pending = None
        else:
            start, other = (pending[0], pending[2]) if pending else (code.src_start, code.dest_start)
            pending = (start, code.src_end, other, code.dest_end)
    if pending:
        yield pending


def _slice(text: str, words: Sequence[Word]) -> str:
    return text[words[0].start : words[-1].end] if words else ""


def loses_a_negation(record: Sequence[str], gaps: Sequence[tuple[int, int]]) -> bool:
    """Tell whether leaving words out leaves out a negation, or the verb that one belongs to.

    Args:
        record: forms of the words of the record's text.
        gaps: what is left out, as places of the first word and behind the last one.

    Returns:
        True where a gap has a negation in it, or follows one with at most auxiliaries between (`never … increase`).
    """
    for first, last in gaps:
        if first == last:
            continue
        if negates(record[first:last]):
            return True
        before = first - 1
        while before >= 0 and record[before].casefold() in _AUXILIARIES:
            before -= 1
        if before >= 0 and _negates(record[before]):
            return True
    return False


def _negates(form: str) -> bool:
    folded = form.casefold()
    return folded in NEGATIONS or folded.endswith("n't")


def negates(forms: Sequence[str]) -> bool:
    """Tell whether there is a negation among words."""
    return any(map(_negates, forms))


def gaps_between(found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return what lies between stretches of words that stand in order."""
    return [(before[1], after[0]) for before, after in pairwise(found)]
