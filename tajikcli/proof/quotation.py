"""Find quotations in a text: in quotation marks and in block quotes.

The quotation marks of many countries are recognised: " " “ ” ‘ ’ ' ' « » „ “. If quotations are nested, only
the outermost counts. A quotation of several paragraphs has an opening mark in each paragraph and a closing
mark in the last. An apostrophe is not a quotation mark.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import together
from tajikcli.language.forms import any_of
from tajikcli.proof.dialogue import DASHES, around_authors, speech_in
from tajikcli.proof.speech import TITLES
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tajikcli.draft.paragraphs import Paragraph
    from tajikcli.proof.dialogue import Stretch

# The closing mark for each opening mark. An English closing mark is a German opening one, and some keyboards close with the opening mark.
_CLOSING = {
    "\u201c": "\u201d",  # or with a straight mark; see `_double`
    "\u201e": "\u201c\u201d",
    "\u00ab": "\u00bb",
    '"': '"',
    "\u2018": "\u2019",
    "'": "'",
    "\u00bb": "\u00ab",  # as in German books
    "\u201a": "\u2018\u2019",
    "\u201d": "\u201d",  # as in Swedish and Finnish
    "\u2039": "\u203a",
    "\u203a": "\u2039",
    "\u300c": "\u300d",
    "\u300e": "\u300f",
}
_APOSTROPHES = 2  # the number of letters between two apostrophes
# the maximum number of characters between single marks, because each apostrophe might open a quotation
_LONGEST_SINGLE = 5_000
# the maximum number of words of a signature that does not begin with a name: `the press service of a ministry`
_MOST_SIGNED = 6
_NESTED = 6  # the maximum number of words in straight marks inside a quotation in straight marks
_NEAR = 9  # the maximum number of spaces between a number and the mark for inches
_LEAST = 2  # the maximum number of words in marks inside a block quote that may be a name or ironic
# For each opening mark, the marks that may close the quotation or be nested in it.
_MARKS = {mark: re.compile(f"[{mark}{closing}\u201e]") for mark, closing in _CLOSING.items()}
# an opening mark cannot close these marks, so it opens a nested quotation
_NESTING = "\u00ab\u2039\u300c\u300e"
_DOUBLE = re.compile("[\u201c\u201d\u201e\u201a\u00ab\u00bb\u2039\u203a\u300c-\u300f\"\u2018']")
_BEGINNING = re.compile(f"{_DOUBLE.pattern[:-1]}{''.join(DASHES)}]")
_SPACE = r"(?<!\s)\s{1,9}"
_ALL = together()
# Words after a quotation that name its speaker; without a closing mark, they show where the quotation ends.
_SPEECH_AFTER = re.compile(
    rf"(?:[,.!?\u2026]|(?={_SPACE}[\u2013\u2014-])){_SPACE}(?:[\u2013\u2014-]\s{{1,9}})?(?:"
    rf"(?:(?!(?:{any_of(_ALL.capital_pronouns)})\s)(?:[A-Z\u0410-\u042f][\w\u2019'-]{{0,40}}\s{{1,9}}){{1,4}}"
    rf"|(?:{any_of(_ALL.closing_pronouns)})\s{{1,9}}|(?:{any_of(_ALL.closing_articles)})\s{{1,9}}\w{{1,40}}(?:\s{{1,9}}\w{{1,40}})?\s{{1,9}})"
    rf"(?:{any_of(_ALL.closing_verbs)})\b|(?:{any_of(_ALL.inverted_verbs)})\w?\b)"
)
_FAR = 20  # the maximum number of paragraphs of a quotation in which only the first begins with a mark


class Quotation(NamedTuple):
    """A quotation in a draft.

    Attributes:
        paragraph: number of the paragraph in which it begins, counted from 0.
        start: the offset there of its first word, after the mark.
        last: number of the paragraph in which it ends.
        end: the offset there of the closing mark.
        text: the words between the marks, with line breaks between paragraphs.
        closed: whether it has a closing mark.
        framed: whether the draft names the speaker at the end of the words, if there is no closing mark.
        block: whether it is a block quote without marks.
    """

    paragraph: int
    start: int
    last: int
    end: int
    text: str
    closed: bool = True
    framed: bool = False
    block: bool = False

    @property
    def ends(self) -> bool:
        """Whether its end is known."""
        return self.closed or self.framed


def may_quote(text: str, start: int, end: int) -> bool:
    """Return whether a part of a text has a mark or a dash that may begin a quotation."""
    return _BEGINNING.search(text, start, end) is not None


def quotations(paragraphs: Sequence[Paragraph]) -> list[Quotation]:
    """Return the quotations of a draft, in order.

    Args:
        paragraphs: the paragraphs of the draft.
    """
    spoken = speech_in([paragraph.text if not paragraph.aside else "" for paragraph in paragraphs])
    found = list(_Reading(paragraphs).quotations())
    if spoken:
        found = [
            one
            for one in found
            if not any(
                at in spoken and _overlaps(one, at, spoken[at]) for at in range(one.paragraph, one.last + 1)
            )
        ]
    for at, stretches in spoken.items():
        text = paragraphs[at].text
        found += [Quotation(at, start, at, end, text[start:end].strip()) for start, end in stretches]
    # A block quote is judged as a whole, unless it is a text that contains quotations in marks.
    by_marks = {one.paragraph for one in found if len(one.text.split()) > _LEAST} | {
        one.last for one in found if one.last > one.paragraph
    }
    kept = [one for one in found if not paragraphs[one.paragraph].quoted or one.paragraph in by_marks]
    kept = [part for one in kept for part in _without_authors(one, paragraphs)]
    return sorted([*kept, *_blocks(paragraphs, by_marks)], key=lambda one: (one.paragraph, one.start))


def _without_authors(one: Quotation, paragraphs: Sequence[Paragraph]) -> Iterator[Quotation]:
    """Yield the parts of a quotation that the author interrupts to name the speaker, or the whole quotation."""
    text = paragraphs[one.paragraph].text
    parts = around_authors(text, one.start, one.end) if one.paragraph == one.last else []
    if not parts:
        yield one
    for start, end in parts:
        yield Quotation(one.paragraph, start, one.last, end, text[start:end].strip())


def _overlaps(one: Quotation, at: int, stretches: Iterable[Stretch]) -> bool:
    """Return whether a quotation in marks overlaps speech in a paragraph, which quotes it."""
    begin = one.start if at == one.paragraph else 0
    end = one.end if at == one.last else sys.maxsize
    return any(begin < stretch.end and stretch.start < end for stretch in stretches)


class _Reading:
    """Finds quotations in marks without reading any part of the text repeatedly.

    Args:
        paragraphs: the paragraphs of the draft.
    """

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._paragraphs = paragraphs
        self._partners: dict[
            tuple[int, str], dict[int, int]
        ] = {}  # pairs of guillemets, by paragraph and opening mark
        self._following: dict[int, tuple[int, int]] = {}  # the next mark after a paragraph
        self._open_runs: dict[
            str, int
        ] = {}  # for each mark, the paragraph up to which no quotation is closed

    def quotations(self) -> Iterator[Quotation]:
        """Yield the quotations in quotation marks, in order."""
        number, offset = 0, 0
        while number < len(self._paragraphs):
            opened = _opening(self._paragraphs[number].text, offset)
            if opened is None:
                number, offset = number + 1, 0
                continue
            quotation = self._closed(number, opened)
            if quotation is None:  # an apostrophe
                offset = opened + 1
                continue
            yield quotation
            number, offset = quotation.last, quotation.end + (1 if quotation.closed else 0)

    def _closed(self, number: int, opened: int) -> Quotation | None:
        """Return the quotation that a mark opens; None if the mark is an apostrophe."""
        first = self._paragraphs[number].text
        mark, begin = first[opened], opened + 1
        if mark in "\u2018'":
            end = _single(first, begin)
            if end is None or end - begin <= _APOSTROPHES:  # rock 'n' roll
                return None
            return Quotation(number, begin, number, end, first[begin:end].strip())
        end = self._end(number, begin, mark)
        other = _other_mark(first, begin, end, mark)
        if other is not None:
            end = other
        if end is not None and end >= 0:
            return Quotation(number, begin, number, end, first[begin:end].strip())
        limit = len(first) if end is None else -end
        said = _SPEECH_AFTER.search(first, begin, limit)
        if end is None:
            longer = None if said else self._over_paragraphs(number, begin, mark)
            if longer is None and not (said and mark == '"'):
                longer = self._to_a_closing_mark(number, begin, mark)
            if longer is not None:
                return longer
        # Without a closing mark, the words end before the name of the speaker, or with the paragraph in which
        # they begin.
        stop = said.start() if said else limit
        return Quotation(
            number, begin, number, stop, first[begin:stop].strip(), closed=False, framed=said is not None
        )

    def _over_paragraphs(self, number: int, begin: int, mark: str) -> Quotation | None:
        """Return a quotation of several paragraphs, each of which begins with the opening mark."""
        if number <= self._open_runs.get(mark, -1):
            return None
        parts, at = [self._paragraphs[number].text[begin:]], number + 1
        while at < len(self._paragraphs) and _continues(self._paragraphs[at].text, mark):
            text = self._paragraphs[at].text
            inside = len(text) - len(text.lstrip()) + 1
            end = self._end(at, inside, mark)
            if end is not None:
                if end < 0:
                    break
                parts.append(text[inside:end])
                return Quotation(number, begin, at, end, _joined(parts))
            parts.append(text[inside:])
            at += 1
        self._open_runs[mark] = at - 1
        return None

    def _to_a_closing_mark(self, number: int, begin: int, mark: str) -> Quotation | None:
        """Return a quotation whose further paragraphs have no opening mark, and whose last paragraph has the closing mark."""
        if number not in self._following:
            self._following[number] = self._next_mark(number)
        at, place = self._following[number]
        if at < 0:
            return None
        text = self._paragraphs[at].text
        may_open = _may_open_curly if text[place] == "\u201c" else _opens
        if text[place] not in _CLOSING[mark] or may_open(text, place):
            return None
        parts = [one.text for one in self._paragraphs[number : at + 1]]
        return Quotation(
            number, begin, at, place, _joined([parts[0][begin:], *parts[1:-1], parts[-1][:place]])
        )

    def _next_mark(self, number: int) -> tuple[int, int]:
        """Return the paragraph and offset of the first mark after a paragraph that is not an apostrophe; -1 if there is none nearby."""
        for at in range(number + 1, min(len(self._paragraphs), number + 1 + _FAR)):
            for match in _DOUBLE.finditer(self._paragraphs[at].text):
                if match[0] not in "\u2018'":
                    return at, match.start()
        return -1, -1

    def _end(self, number: int, begin: int, mark: str) -> int | None:
        """Return the end of a quotation in double marks or guillemets.

        Returns:
            The offset of the closing mark; None if the paragraph ends before it; minus the offset of a mark
            that can only open
            another quotation, so that the closing mark is missing.
        """
        text = self._paragraphs[number].text
        if mark in _NESTING:
            return self._partner(number, begin, mark)
        if mark == "\u201c":
            inside = self._partner(number, begin, mark)
            if inside is not None:
                return inside
        if mark == '"':
            return _straight(text, begin)
        end = _double(text, begin, mark)
        if mark == "\u201e" and (end is None or end < 0):  # a straight mark may close it
            limit = len(text) if end is None else -end
            straights = _straights(text, begin, limit)
            return next((at for at in straights if not _opens_straight(text, at, begin)), end)
        return end

    def _partner(self, number: int, begin: int, mark: str) -> int | None:
        """Return the closing guillemet for the one directly before an offset; those inside it close first."""
        partners = self._partners.get((number, mark))
        if partners is None:
            partners, opened, text = {}, [], self._paragraphs[number].text
            if _continues_as_in_french(text, mark):
                opened.append(len(text) - len(text.lstrip()))
            for match in _MARKS[mark].finditer(text, opened[0] + 1 if opened else 0):
                if match[0] == mark and (mark in _NESTING or _may_open_curly(text, match.start())):
                    opened.append(match.start())
                elif match[0] in _CLOSING[mark] and opened:
                    partners[opened.pop()] = match.start()
            self._partners[number, mark] = partners
        return partners.get(begin - 1)


def _joined(parts: Iterable[str]) -> str:
    return "\n".join(part.strip() for part in parts)


def _opening(text: str, offset: int) -> int | None:
    """Return the position of the next mark that opens a quotation."""
    return next(
        (match.start() for match in _DOUBLE.finditer(text, offset) if _opens(text, match.start())), None
    )


def _opens(text: str, place: int) -> bool:
    """Return whether a mark may open a quotation at its position."""
    mark = text[place]
    if mark in "\u201e\u201a\u201c" or mark in _NESTING:
        return True
    if mark in "\u00bb\u203a\u201d":
        return _may_open_curly(text, place)
    if mark == '"' and _is_spaced(text, place):
        return _opens_spaced(text, place)
    return mark in "\"\u2018'" and _may_open(text, place)


def _is_spaced(text: str, place: int) -> bool:
    return text[place + 1 : place + 2].isspace() and (place == 0 or text[place - 1].isspace())


def _opens_spaced(text: str, place: int) -> bool:
    """Return whether a straight mark with spaces on both sides opens a quotation, which the next mark closes: `" words "`.

    After a number, it means inches.
    """
    closing = text.find('"', place + 1)
    is_inches = text[max(0, place - _NEAR) : place].rstrip()[-1:].isdecimal()
    return closing > 0 and not is_inches and not _opens_straight(text, closing, place + 1)


def _may_open(text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if not after or after.isspace():
        return False
    if text[place] == '"':
        return not before or not (before.isalnum() or before in ")]%") or _opens_without_space(text, place)
    follows = after.isalpha() or after in '\u2026[\u201c\u201e\u00ab"'
    return follows and (not before or not (before.isalnum() or before in ".,!?)]"))


def _opens_without_space(text: str, place: int) -> bool:
    """Return whether a straight mark between two letters opens a quotation, because the next one closes it: `Lind said"we build"`."""
    closing = text.find('"', place + 1)
    is_between_letters = text[place - 1].isalpha() and text[place + 1 : place + 2].isalpha()
    return (
        is_between_letters
        and closing > 0
        and not (text[closing - 1].isspace() or text[closing + 1 : closing + 2].isalnum())
    )


def _continues(text: str, mark: str) -> bool:
    """Return whether a paragraph continues a quotation, which it does if it begins with the opening mark."""
    return text.lstrip()[:1] == mark or _continues_as_in_french(text, mark)


def _continues_as_in_french(text: str, mark: str) -> bool:
    """Return whether a paragraph continues a quotation with its closing guillemet, as French and Russian texts may do."""
    return mark == "\u00ab" and text.lstrip()[:1] == "\u00bb"


def _double(text: str, begin: int, mark: str) -> int | None:
    """Return the end of a quotation in double marks, as `_Reading._end` does."""
    depth = 0
    for match in _MARKS[mark].finditer(text, begin):
        place, char = match.start(), match[0]
        if char in _CLOSING[mark]:
            if depth == 0:
                return place
            depth -= 1
        elif char == mark:
            if mark == "\u201c" and not _may_open_curly(text, place):
                return place  # closed with the opening mark
            if not depth:
                return -place
        elif char == "\u201e" and mark == "\u201c":
            depth += 1
    return None


def _straight(text: str, begin: int) -> int | None:
    """Return the end of a quotation in straight marks, as `_Reading._end` does; a few words in marks inside it belong to it."""
    marks = _straights(text, begin)
    for place in marks:
        if not _opens_straight(text, place, begin):
            return place
        inner, outer = next(marks, None), next(marks, None)
        if inner is None or outer is None or text.count(" ", place, inner) >= _NESTED:
            return -place
        if _opens_straight(text, inner, begin) or _opens_straight(text, outer, begin):
            return -place
        return outer
    return None


def _straights(text: str, begin: int, limit: int | None = None) -> Iterator[int]:
    place = text.find('"', begin, limit)
    while place >= 0:
        yield place
        place = text.find('"', place + 1, limit)


def _opens_straight(text: str, place: int, begin: int) -> bool:
    """Return whether a straight mark inside a quotation can only open another one."""
    opens = place == begin or text[place - 1].isspace() or text[place - 1] in "([\u2014\u2013"
    after = text[place + 1 : place + 2]
    return bool(opens and after and (after.isalnum() or after in "\u2026["))


def _other_mark(text: str, begin: int, end: int | None, mark: str) -> int | None:
    """Return the end of a quotation with a curly and a straight mark, which some keyboards produce; otherwise None.

    Pairs of marks of the other kind inside the quotation belong to it: `“He called it "a success" and left," she said`.

    Args:
        text: the text of a paragraph.
        begin: the offset of the first word.
        end: the end by marks of the same kind, as `_Reading._end` returns it.
        mark: the opening mark.
    """
    limit = len(text) if end is None else abs(end)
    if mark == "\u201c":
        others = ((at, _opens_straight(text, at, begin)) for at in _straights(text, begin, limit))
    elif mark == '"':
        others = ((match.start(), match[0] == "\u201c") for match in _CURLY.finditer(text, begin, limit))
    else:
        return None
    depth = 0
    for place, opens in others:
        is_inches = text[place - 1].isdecimal() and end is not None and end >= 0
        if opens:
            depth += 1
        elif depth:
            depth -= 1
        elif place > begin and not is_inches and not text[place + 1 : place + 2].isalnum():
            return place
    return None


_CURLY = re.compile("[\u201c\u201d]")


def _may_open_curly(text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return (
        (not before or before.isspace() or before in "([\u2014\u2013-")
        and bool(after)
        and not after.isspace()
    )


_SINGLES = re.compile("[\u2018\u2019']")


def _single(text: str, begin: int) -> int | None:
    """Return the end of a quotation in single marks, or None if its mark was an apostrophe.

    A mark after `s` may be the apostrophe of a possessive (partners’ trade), so it closes only if no better mark follows.
    """
    doubtful: int | None = None
    for match in _SINGLES.finditer(text, begin, begin + _LONGEST_SINGLE):
        place, char = match.start(), match[0]
        if char == "\u2018" or (char == "'" and _may_open(text, place) and text[place - 1].isspace()):
            return doubtful
        before, after = text[place - 1], text[place + 1 : place + 2]
        if before.isspace() or after.isalnum():
            continue
        if before in ".,!?\u2026;:" or not after or after in ".,;:!?)\u2014\u2013]" or before not in "sS":
            return place
        if doubtful is None:
            doubtful = place
    return doubtful


def _blocks(paragraphs: Sequence[Paragraph], by_marks: set[int]) -> Iterator[Quotation]:
    """Yield the block quotes that are quotations as a whole."""
    for number, paragraph in enumerate(paragraphs):
        if not paragraph.quoted or paragraph.aside or number in by_marks:
            continue
        text = paragraph.text
        end = len(text.rstrip())
        signed = signature(text, follows=number > 0 and paragraphs[number - 1].quoted)
        if signed is not None:
            end = len(text[:signed].rstrip())
        start = len(text) - len(text.lstrip())
        if start < end:
            yield Quotation(number, start, number, end, text[start:end], block=True)


_SIGNATURE = re.compile(r"\s*(?:[\u2014\u2013\u2015]|--?)\s*(?=[^\W\d_])")


def signature(text: str, *, follows: bool = True) -> int | None:
    """Return the start of the line of a block quote that names its speaker, with a dash and a name.

    A dash may also begin speech or a list item, and such a line must not remain unchecked. So a line is a
    signature only if it begins like a name or title, or is short and below other text.

    Args:
        text: a paragraph of the block quote.
        follows: whether the block quote has a paragraph before this one.
    """
    last = text.rstrip().rfind("\n")
    dash = _SIGNATURE.match(text, last + 1)
    if dash is None:
        return None
    words = text[dash.end() :].split()
    is_name = fold_letters(words[0]) in TITLES or (
        words[0][:1].isupper() and (words[0].endswith(",") or words[1:2] == [] or words[1][:1].isupper())
    )
    if not is_name and (len(words) > _MOST_SIGNED or (last < 0 and not follows)):
        return None
    return max(0, last)
