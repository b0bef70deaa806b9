"""The tokens by which quotations are compared.

Every character counts, except white space, invisible characters, and the punctuation in `PUNCTUATION`. A
number is one token together with everything that belongs to it: its sign, its decimal point, the marks inside
it, an exponent. A symbol is a separate token.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.draft.letters import MARKS, UNSEEN, composed
from tajikcli.language.all_languages import together
from tajikcli.proof.grammar import CAPITALS, FUNCTION_WORDS, POLITE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FULL_WIDTH = "\uff01\uff02\uff07\uff0c\uff0d\uff0e\uff1a\uff1b"  # these count between digits
PUNCTUATION = (
    _FULL_WIDTH
    + ".,:;!\u2026\u00a1\u00bf\"'`\u00b4\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u2032\u2033\u2035\u02b9\u02ba\u02bb\u02bc\u02bd\u02ee\ua78b\ua78c\u300c\u300d\u300e\u300f-\u2010\u2011\u2012\u2013\u2014\u2015"
)
OMISSION = "\u2026"  # the form of a marked omission

_RAISED = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
_APOSTROPHES = "'\u2019\u02bc\u2018\u2032\u2035\u00b4`\u201b\uff07\u02b9-\u02bf\u02c8\u02ca\u02cb\u02ee\u055a\ua78b\ua78c"
_NO_LETTER = (
    "\u02b9-\u02bf\u02c8\u02ca\u02cb\u02ee\ua78b\ua78c" + _RAISED
)  # these count, although Unicode calls them invisible
_LETTER = rf"[^\W\d_{_NO_LETTER}]"
_REST = rf"(?:[^\W_{_NO_LETTER}]|[{MARKS}{UNSEEN}])*"
_WORD = rf"{_LETTER}{_REST}(?:[{_APOSTROPHES}]{_LETTER}{_REST})*"
_SIGNS = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
_CURRENCIES = "$\u20ac\u00a3\u00a5\u20bd"
_TOKEN = re.compile(
    # Spaces before a token are passed over at once, unless they are inside an amount: `$ .5`.
    rf"(?:(?<![{_CURRENCIES}])\s{{1,9}}+)?+(?:"
    # A word of plain letters before a space or a mark, as most are.
    r"(?P<plain>[A-Za-z\u0410-\u044f]++(?=[ ,.;:!?\u201d\u00bb]|\Z))"
    # A number: a sign or a point before it, the marks inside it, superscripts after it.
    rf"|(?P<number>(?:(?<![\w{UNSEEN}])[{_SIGNS}][{UNSEEN}]*)?(?:(?<!\d)[.,!][{UNSEEN}]*)?\d[{UNSEEN}]*(?:[.,:/'\u2019\u2010-\u2013-]?\d[{UNSEEN}]*)*"
    rf"(?:[{_RAISED}\u2032\u2033]|[{MARKS}])*)"
    # A sign before a currency sign; a mark between a currency sign and a number; a dash with spaces around it or after a word.
    rf"|(?P<sign>(?<![\w{UNSEEN}])[{_SIGNS}](?=[{UNSEEN}]*[{_CURRENCIES}]\s?[{UNSEEN}]*\d)"
    rf"|(?<=[{_CURRENCIES}])\s*[.,'\u2019\u2026][.,'\u2019\u2026\s]{{0,9}}+(?=\d))"
    rf"|(?P<dash>(?<=\w)[{_SIGNS}](?=[{UNSEEN}]*[{_CURRENCIES}]?\d)|[{_SIGNS}](?=[\s{UNSEEN}]{{1,9}}[{_CURRENCIES}]?\d))"
    # a word that is hyphenated at the end of a line
    rf"|(?P<word>{_WORD})(?P<broken>(?:[-\u2010]|(?<=\u00ad))[ \t]*\n\s*(?={_LETTER}))?"
    rf"|(?P<note>(?:(?<={_LETTER})|(?<=[.,:;!?\u2026\"'\u2019\u201d\u00bb%)]))"
    rf"(?:[{_RAISED}]+(?!\w)|(?:\[\d{{1,3}}\])+|[*\u2020\u2021]+))"
    r"|(?P<omission>\[\s*(?:\u2026|\.\s?\.\s?\.)\s*\]|\(\s*(?:\u2026|\.\.\.)\s*\)|<\s*(?:\u2026|\.\.\.)\s*>|\u2026|\.\s?\.\s?\.+)"
    rf"|(?P<other>[^\s{re.escape(PUNCTUATION)}{UNSEEN}]|(?<=\d)[{_FULL_WIDTH}](?=\d)))"
)
# Letters that a language may print in two ways in the same word.
_EITHER_WAY = {
    form: other
    for letter, same in together().printed_either_way.items()
    for form, other in ((letter, same), (letter.upper(), same.upper()))
}


def _chars(ranges: str) -> Iterator[str]:
    """Yield the characters of a character class, including those in ranges."""
    yield from re.sub(".-.", "", ranges)
    for first, last in re.findall("(.)-(.)", ranges):
        yield from map(chr, range(ord(first), ord(last) + 1))


_SAME = str.maketrans(
    {
        **dict.fromkeys(_chars(_APOSTROPHES), "'"),
        **dict.fromkeys(_SIGNS, "-"),
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},  # full width
        **{
            chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)
        },  # ligatures
        **_EITHER_WAY,
    }
)
# Words that are capitalised only at the start of a sentence; splitting or joining sentences does not change
# them.
_LOWERED = FUNCTION_WORDS - CAPITALS
_SENTENCE_START = re.compile(
    r"(?:^|[.!?\u2026;:\uff01\uff0e\uff1a\uff1b\uff1f])[\s\"'\u201c\u201d\u2018\u2019\u00ab\u00bb)(\[\]\u2013\u2014-]*$"
)


class Token(NamedTuple):
    """A token of a text.

    Attributes:
        form: the form for comparison: a word or number, a symbol, or `OMISSION`.
        start: offset of its first character in the text.
        end: offset after its last character.
        broken: whether it is the first half of a word hyphenated at the end of a line, or two words that this
            hyphen joins.
    """

    form: str
    start: int
    end: int
    broken: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number."""
        return self.form[0].isalnum() or self.form[-1].isalnum()


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of a text, with their positions.

    Args:
        text: any text.

    Returns:
        Words, numbers, symbols, square brackets and marked omissions; footnote marks are left out.
    """
    return list(_tokens(text))


@lru_cache(maxsize=4)  # the same quotation is first searched for and then judged
def _tokens(text: str) -> tuple[Token, ...]:
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind is None or kind == "note":
            continue
        written = "word" if kind == "broken" else kind
        form, start, end = match[written], *match.span(written)
        if kind == "omission":
            form = OMISSION
        elif kind == "sign":
            form = "-"
        elif kind == "dash":
            form = "\u2013"
        if not form.isascii() and kind != "dash":
            form = _compared(form)
        elif kind in {"word", "broken"} and "`" in form:
            form = form.replace("`", "'")
        if form[:1].isupper() and _is_lowered(form.lower(), text, start):
            form = form.lower()
        if form:
            tokens.append(Token(form, start, end, kind == "broken"))
    return tuple(tokens)


@lru_cache(maxsize=50_000)  # texts repeat their words
def _compared(form: str) -> str:
    """Return the form for comparison of a token with letters outside ASCII."""
    return composed(form).translate(_SAME)


def _is_lowered(lower: str, text: str, place: int) -> bool:
    """Return whether a word means the same with and without the capital that it has at an offset: `The` at the start of a sentence, `Вы`.

    Publishers differ on the capital of polite pronouns.
    """
    return lower in POLITE or (lower in _LOWERED and _begins_sentence(text, place))


def _begins_sentence(text: str, place: int) -> bool:
    """Return whether only marks and white space separate a word from the start or end of a sentence."""
    return _SENTENCE_START.search(text[max(0, place - 8) : place]) is not None if place else True


def words_of(text: str) -> list[Token]:
    """Return the tokens of a text without marked omissions, for comparison with a text on record.

    Args:
        text: any text.
    """
    return [token for token in tokens_of(text) if token.form != OMISSION]


def forms_of(tokens: Sequence[Token]) -> list[str]:
    """Return the forms of tokens."""
    return [token.form for token in tokens]


def without_case_brackets(text: str) -> str:
    """Return a text without the brackets of `[T]he` and `[t]he`, which only change the case of a letter."""
    return _CASE.sub(r"\1", text) if "[" in text else text


def forms_to_find(text: str) -> list[str]:
    """Return the forms by which a text is found, including words hyphenated at the end of a line as one word.

    Args:
        text: the words in quotation marks.
    """
    tokens = tokens_of(without_case_brackets(text))
    forms = forms_of(tokens)
    if "\n" in text:
        forms += [token.form + behind.form for token, behind in pairwise(tokens) if token.broken]
    return forms


_CASE = re.compile(r"\[(\w)\](?=\w)")
