"""Words that are not quotations: names of works, programmes and orders, scare quotes, and reported speech before a dash.

The reasons are predicates with examples; the first that holds is reported.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import together
from tajikcli.language.forms import WORD, any_of, has_cases, is_possessive
from tajikcli.model.verdicts import Verdict
from tajikcli.proof.grammar import PRONOUNS_OF_SPEAKER
from tajikcli.proof.speech import (
    ADDRESSING,
    ADVERBS,
    BE,
    CLOSED,
    DETERMINERS,
    PREPOSITIONS,
    VERBS,
    WORDS_OF,
    looks_like_verb,
)
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Callable

_NO_NOUNS = CLOSED | VERBS | WORDS_OF

_ALL = together()
_WORK = re.compile(any_of(_ALL.works))
_ENDS = tuple(".!?\u2026:;")
_LONGEST_NAME = 12  # the maximum number of words of the name of a work
_LONGEST_SCARE = 4  # the maximum number of words in scare quotes
_LONGEST_NAMED = 5  # the maximum number of words of a name after a common noun
_SHORT = 3  # the number of letters of a word that is seldom a noun
_CLOSING = "\"'\u201d\u2019\u00bb\u201c "  # marks that close a quotation
# A word in lower case after a closing mark without a comma.
_NOUN_BEHIND = re.compile(r"[\"'\u201d\u2019\u00bb\u201c]{1,2}\s{1,9}([^\W\d_A-Z\u0400-\u042f]+)")
_FEWEST = 2  # the number of capitalised words that make a title
_CLOSE = frozenset({Verdict.VERBATIM, Verdict.ELIDED, Verdict.UNCLEAR, Verdict.ALTERED})


class Marked(NamedTuple):
    """Words in quotation marks, or beside dashes.

    Attributes:
        text: the words.
        before: the words before them in their paragraph.
        framed: whether the text says that somebody speaks them.
        verdict: their verdict.
        behind: the words after them in their paragraph, from their closing mark.
        bare: whether neither a quotation mark nor a dash begins them.
    """

    text: str
    before: str
    framed: bool
    verdict: Verdict
    bare: bool = False
    behind: str = ""


def names_a_work(marked: Marked) -> bool:
    """`The programme “Teachers Abroad”`, `орден «Дружбы»`, `his book, “Doomed to Succeed,”`: a noun for a work comes directly before it.

    A comma may follow the noun before a title with capitals.
    """
    is_name = marked.text[:1].isupper() and len(marked.text.split()) <= _LONGEST_NAME
    before = marked.before.rstrip()
    if before.endswith(","):
        is_name = is_name and marked.verdict not in _CLOSE and _has_capitals(marked.text)
        marked = marked._replace(before=before[:-1])
    return is_name and bool(_WORK.fullmatch(_word_before(marked)))


def is_written_as_title(marked: Marked) -> bool:
    """`On “Meet the Press”`, `a “Ferries First” hat`: all words except small ones are capitalised, and nobody is said to speak them."""
    if not _has_capitals(marked.text) or _ends_sentence(marked.text.rstrip(",.")):
        return False
    words = [fold_letters(word) for word in WORD.findall(marked.text)]
    before = _word_before(marked)
    if before in PREPOSITIONS or before in ADDRESSING or is_possessive(before) or _describes_noun(marked):
        return True
    return not marked.framed and not _ends_sentence(marked.text) and PRONOUNS_OF_SPEAKER.isdisjoint(words)


def is_scare_quote(marked: Marked) -> bool:
    """`Their “friends” left`: a few words after an article or possessive that have no speaker and are not on record."""
    if marked.framed or marked.verdict in _CLOSE or _ends_sentence(marked.text):
        return False
    if len(marked.text.split()) > _LONGEST_SCARE:
        return False
    before = _word_before(marked)
    return before in DETERMINERS or is_possessive(before)


def is_named_beside(marked: Marked) -> bool:
    """`The icebreaker “Force of the North”`, `ледокол «Сила Севера»`: a name with a capital stands directly after a common noun."""
    if (
        marked.verdict is not Verdict.NOT_FOUND
        or not marked.text[:1].isupper()
        or _ends_sentence(marked.text)
    ):
        return False
    words = [fold_letters(word) for word in WORD.findall(marked.text)]
    is_name = len(words) <= _LONGEST_NAMED and PRONOUNS_OF_SPEAKER.isdisjoint(words)
    before = marked.before.split()[-1:]
    is_noun = bool(before) and before[0].isalpha() and before[0].islower() and len(before[0]) > _SHORT
    if marked.framed and not (is_noun and has_cases(before[0])):
        return False  # in languages with cases, a colon precedes words with a capital that somebody says
    return is_name and is_noun and fold_letters(before[0]) not in _NO_NOUNS


def is_spoken_about(marked: Marked) -> bool:
    """`“Nine out of ten” is an old measure`: the text says something about a few words that have no speaker."""
    if marked.framed or marked.verdict in _CLOSE or _ends_sentence(marked.text.rstrip(",")):
        return False
    follows = WORD.match(marked.behind.lstrip(_CLOSING))
    is_subject = follows is not None and fold_letters(follows[0]) in BE
    return is_subject and not marked.text.endswith(",") and len(marked.text.split()) <= _LONGEST_SCARE


def is_reported(marked: Marked) -> bool:
    """`Мост готов, — сказал Линд`: without a mark or a dash before them, words that are not on record may be a report of what was said."""
    return marked.bare and marked.verdict not in _CLOSE


def _has_capitals(text: str) -> bool:
    """Return whether all words except small ones are capitalised."""
    written = text.split()
    if sum(map(str.islower, [word[0] for word in written])) * 2 > len(written):
        return False
    large = [word for word in WORD.findall(text) if fold_letters(word) not in CLOSED]
    return len(large) >= _FEWEST and all(word[0].isupper() for word in large)


def _describes_noun(marked: Marked) -> bool:
    """Return whether words that are not on record describe a noun directly after their closing mark: `“Ferries First” hat`."""
    follows = _NOUN_BEHIND.match(marked.behind)
    if follows is None or marked.verdict in _CLOSE or marked.text[-1:] == ",":
        return False
    noun = fold_letters(follows[1])
    return noun not in _NO_NOUNS and noun not in ADVERBS and not looks_like_verb(noun)


def _ends_sentence(text: str) -> bool:
    return text.rstrip().endswith(_ENDS)


def _word_before(marked: Marked) -> str:
    """Return the folded word directly before the marks; empty if a mark is in between."""
    words = marked.before.split()
    return fold_letters(words[-1]) if words and words[-1][-1] not in ",:;.!?\u2014\u2013-" else ""


REPORTED = "reported speech without quotation marks"
UNSPOKEN: tuple[tuple[Callable[[Marked], bool], str], ...] = (
    (names_a_work, "the name of a work, a programme or an order"),
    (is_written_as_title, "a title"),
    (is_scare_quote, "scare quotes"),
    (is_named_beside, "a name after a noun"),
    (is_spoken_about, "words that the text speaks about"),
    (is_reported, REPORTED),
)


def why_unspoken(marked: Marked) -> str | None:
    """Return the reason why words in quotation marks are not a quotation, or None if they are one."""
    return next((reason for holds, reason in UNSPOKEN if holds(marked)), None)
