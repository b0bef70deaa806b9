"""The sentences near quotations, with signs in place of the quotations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.proof.grammar import FINITE, begins_subordinate
from tajikcli.proof.sentences import sentence_spans
from tajikcli.proof.speakers.marks import QUOTE, WORD
from tajikcli.proof.speakers.naming import bare
from tajikcli.proof.speech import AGREEING, PREPOSITIONS, REPLYING, SUBJECTS, SUBORDINATE, VERBS, WHO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from tajikcli.draft.paragraphs import Paragraph
    from tajikcli.proof.quotation import Quotation

_ANSWERING = REPLYING | AGREEING
_SUBJECTS = SUBJECTS - WHO

FAR_PARAGRAPHS = 5  # the number of paragraphs over which a pronoun can refer back
_LONGEST = 1_000  # the maximum number of characters of a sentence, without its quotations
_OBJECT = 6  # the number of words after a verb of saying within which its clause begins
_NEAR = 80  # the number of characters after a quotation that show whether it ends the sentence around it
# characters after the last mark in a quotation: spaces, or the end of an inner quotation
_INNER = " \t\n\u00a0'\"\u2019\u201d\u201c\u00bb"
_OPENING = re.compile(r"\s{0,9}[\"\u201c\u00ab\u201e]")
_CLAUSE_END = re.compile(r"[.,;:!?]")
_SENTENCE_END = re.compile(r"[!?:\"\u201c]|\.\s")


class Piece(NamedTuple):
    """A sentence of the text, or a block quote.

    Attributes:
        paragraph: number of its paragraph.
        text: its words, with a sign in place of each quotation; empty for a block quote.
        quotations: numbers of the quotations that begin or end in it.
        closings: the last mark inside each quotation.
        block: whether it is a block quote.
    """

    paragraph: int
    text: str
    quotations: Sequence[int] = ()
    closings: Sequence[str] = ()
    block: bool = False


def pieces_near(paragraphs: Sequence[Paragraph], quotations: Sequence[Quotation]) -> Iterator[Piece]:
    """Yield the sentences near quotations, with signs in place of the quotations, and the block quotes."""
    standing: dict[int, list[int]] = {}  # the quotations that begin or end in each paragraph
    covered: dict[int, list[tuple[int, int]]] = {}
    for number, one in enumerate(quotations):
        for at in dict.fromkeys((one.paragraph, one.last)):
            standing.setdefault(at, []).append(number)
        for at in range(one.paragraph, one.last + 1):
            begin = one.start if at == one.paragraph else 0
            end = one.end if at == one.last else len(paragraphs[at].text)
            covered.setdefault(at, []).append((begin, end))
    near = {at + off for at in standing for off in range(-FAR_PARAGRAPHS, 2)}
    for at, paragraph in enumerate(paragraphs):
        if at not in near or paragraph.aside:
            continue
        here = standing.get(at, [])
        if here and quotations[here[0]].block:
            yield Piece(at, "", here[:1], block=True)
            continue
        begins = [quotations[number].start if quotations[number].paragraph == at else 0 for number in here]
        around, signs = _around(paragraph.text, covered.get(at, ()), frozenset(begins))
        if not here and QUOTE in around:
            continue  # a paragraph in the middle of a long quotation
        done = 0
        for start, end in _bounded(around, sentence_spans(around)):
            first = done
            while done < len(here) and signs[done][0] < end:
                done += 1
            yield Piece(at, around[start:end], here[first:done], [sign[1] for sign in signs[first:done]])


def _bounded(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield sentences, with overlong ones in parts, because the speaker is searched in the whole sentence."""
    for start, end in spans:
        begin = start
        while end - begin > _LONGEST:
            cut = text.rfind(" ", begin + _LONGEST // 2, begin + _LONGEST)
            cut = cut if cut >= 0 else begin + _LONGEST
            yield begin, cut
            begin = cut
        yield begin, end


def _around(
    text: str, covered: Iterable[tuple[int, int]], starts: AbstractSet[int]
) -> tuple[str, list[tuple[int, str]]]:
    """Return a paragraph with a sign in place of each quotation, with the positions of the signs and the last mark inside each quotation.

    A final full stop or question mark inside the quotation is kept after the sign, because it ends the sentence around it.
    """
    parts: list[str] = []
    places: list[tuple[int, str]] = []
    done = size = 0
    for begin, end in sorted(covered):
        before = text[done : max(done, begin - 1)]
        parts.append(before)
        size += len(before)
        closing = text[max(begin, end - _NEAR) : end].rstrip(_INNER)[-1:]
        if begin in starts:
            places.append((size, closing))
        after = text[end + 1 : end + 1 + _NEAR]
        follows = after.lstrip()[:1]
        ends = closing in ".!?" and (follows.isupper() or follows in '\u201c\u00ab"\u201e') and closing != ""
        sign = QUOTE + ("." if ends and not _inverted(after, closing) else "")
        parts.append(sign)
        size += len(sign)
        done = min(len(text), end + 1)
    parts.append(text[done:])
    return "".join(parts), places


def _inverted(after: str, closing: str) -> bool:
    """Return whether the words after a quotation name its speaker: `Putin said`, `President Rahmon added`, `Lind, a guest, asked`."""
    if _OPENING.match(after):
        return False
    mark = _CLAUSE_END.search(after)
    if closing == "." and mark is not None and mark[0] == "?":
        return False
    if closing == ".":
        words = [bare(word) for word in WORD.findall(after[: mark.start() if mark is not None else None])]
        verb = next(
            (
                at
                for at, word in enumerate(words[:5])
                if word in VERBS and not (at and words[at - 1] in PREPOSITIONS)  # `looking at notes`
            ),
            None,
        )
        answers = verb is not None and verb > 0 and words[verb] in _ANSWERING
        return verb is not None and not answers and not _has_own_words(words[verb + 1 :])
    clause = _SENTENCE_END.split(after, maxsplit=1)[0]
    return any(bare(word) in VERBS for word in WORD.findall(clause)[:12])


def _has_own_words(behind: Sequence[str]) -> bool:
    """Return whether a clause with the words said follows a verb of saying: `Putin said that he was glad`, `he told Lind she was right`."""
    for place, word in enumerate(behind[:_OBJECT]):
        if word in SUBORDINATE or word in _SUBJECTS or (place and word in FINITE):
            return True
        if word in PREPOSITIONS or begins_subordinate(word):
            return False
    return False
