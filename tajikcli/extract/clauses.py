"""Find the clause of a number, and in it the predicate to which the number belongs."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.extract.years import YEAR, years_meant
from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import reports
from tajikcli.language.forms import WORD, any_of
from tajikcli.proof.grammar import ARTICLES, FINITE, INFINITIVES
from tajikcli.proof.speech import AND, MODALS, PREPOSITIONS, SPEAKING, SUBORDINATE, looks_like_verb
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.proof.numbers import Number

_ALL = together()
_REPORTS = reports()
CLAUSE = re.compile(r"[;:]|,\s|\s[\u2013\u2014-]\s")


def clause_around(sentence: str, number: Number) -> tuple[int, int]:
    """Return the start and end of a number's clause."""
    return clause_at(sentence, number.start, number.end)


def clause_at(sentence: str, start: int, end: int) -> tuple[int, int]:
    """Return the start and end of the clause that has the characters from one offset to another."""
    marks = _marks(sentence)
    before, behind = bisect_left(marks, start), bisect_left(marks, end)
    return marks[before - 1] if before else 0, marks[behind] if behind < len(marks) else len(sentence)


class _Word(NamedTuple):
    """A word of a sentence: its offsets, its folded form, and whether it is clearly a finite verb."""

    start: int
    end: int
    folded: str
    is_verb: bool


@lru_cache(maxsize=8)  # because each part of a figure asks for it
def own_clause(sentence: str, number: Number) -> tuple[int, int]:
    """Return the start and end of the part of a number's clause without the predicates that `and` joins to its own.

    What is before such an `and` is another predicate only if a year stands behind its verb: `In 2030 trade rose and exports
    reached 3 billion` has one year for both.
    """
    begins, ends = clause_around(sentence, number)
    if (start := _FROM_A_NUMBER.search(sentence, number.end, ends)) is not None:
        ends = start.start()  # `rose to 20 tonnes from 18 in 2029`
    if _ANY_JOINT.search(sentence, begins, ends) is None:
        return begins, ends
    words = [word for word in _words_in(sentence) if begins <= word.start < ends]
    ahead = [word for word in words if word.start < number.start]
    behind = [word for word in words if word.start >= number.end]
    joints = [at for at, word in enumerate(behind) if word.folded in AND]
    for at, close in pairwise([*joints, len(behind)]):
        if _begins_predicate(sentence, number, ahead, behind[:close], at):
            ends = behind[at].start
            break
    last = next((at for at in range(len(ahead) - 1, 0, -1) if ahead[at].folded in AND), None)
    if last is not None:
        piece = [*ahead[last + 1 :], *behind[: joints[0] if joints else None]]
        verb = next((word for word in ahead[:last] if word.is_verb), None)
        # `2 billion euros went to aid`, but not `and reached 2 billion euros`, unless a year of its own follows
        is_predicate = any(word.is_verb for word in piece)
        has_year = bool(years_meant(sentence[ahead[last].start : ends], _ANY_DATE))
        is_dated = verb is not None and years_meant(sentence[verb.end : ahead[last].start], _ANY_DATE)
        if is_predicate and (has_year or (is_dated and not shares_subject(sentence, ahead[last].start))):
            begins = ahead[last].start
        aims = [word for word in ahead if _is_infinitive(sentence, word)]
        # `to spend 2 percent by 2027 and to buy 400 ships`
        is_aim = aims[1:] and aims[-1:] == ahead[last + 1 : last + 2]
        if is_aim and years_meant(sentence[aims[0].end : ahead[last].start], _ANY_DATE):
            begins = ahead[last].start
    return begins, ends


def _is_infinitive(sentence: str, word: _Word) -> bool:
    """Return whether a word is an infinitive, or the word before one."""
    if word.folded in INFINITIVES:
        return sentence[word.end : word.end + 2].lstrip().isalpha()
    return sentence[word.start].islower() and word.folded.endswith(_ALL.infinitive_endings)


def has_verb(sentence: str, start: int, end: int) -> bool:
    """Return whether a part of a sentence has a word that is clearly a finite verb."""
    return any(word.is_verb for word in _words_in(sentence) if start <= word.start < end)


def shares_subject(sentence: str, begins: int) -> bool:
    """Return whether a verb follows the `and` at an offset, so that its subject is that of the verb before: `Trade rose and reached 2 billion`."""
    behind = (word for word in _words_in(sentence) if word.start > begins)
    return any(word.is_verb for word in islice(behind, 1))


_FROM_A_NUMBER = re.compile(
    rf"\s(?:{any_of(_ALL.range_from)})\s(?!(?:19|20)\d\d\b)(?=[^\w\s]?\d)", re.IGNORECASE
)
_ANY_JOINT = re.compile(rf"(?<!\w)(?:{any_of(_ALL.joining)})(?!\w)", re.IGNORECASE)
_ANY_DATE = "2000-01-01"  # so that `last year` is a year, too; which year it is does not matter here
DIGIT = re.compile(r"\d")


def _begins_predicate(
    sentence: str, number: Number, ahead: Sequence[_Word], behind: Sequence[_Word], at: int
) -> bool:
    """Return whether another predicate begins at an `and` after a number.

    Args:
        sentence: the sentence.
        number: the number.
        ahead: the words of its clause before it.
        behind: the words after it, up to the next `and` or the end of the clause.
        at: the position of the `and` among them.
    """
    joint, rest = behind[at], behind[at + 1 :]
    if not rest:
        return False
    if any(word.is_verb for word in rest) or rest[0].folded in SUBORDINATE or (at and behind[at - 1].is_verb):
        return True
    is_year_behind = YEAR.match(sentence, min(rest[0].end + 1, len(sentence))) is not None
    if rest[0].folded in PREPOSITIONS and is_year_behind:
        return not YEAR.search(sentence, number.end, joint.start)
    # `cost 20 million euros and open in 2034`, but `20 million euros and 3 million dollars in 2034`
    if DIGIT.search(YEAR.sub("", sentence[joint.end : rest[-1].end])) is not None:
        return False
    plural = tuple(_REPORTS.plural_endings)
    # `has 40 ships and ends in 2034`, but `had 40 ships and planes in 2034`
    if (
        rest[0].folded.endswith(plural)
        and rest[0].folded.isascii()
        and len(rest) > 1
        and rest[1].folded in PREPOSITIONS
        and ahead
        and ahead[-1].folded.endswith(plural)
    ):
        return True
    is_modal = any(word.folded in MODALS for word in ahead)
    is_infinitive = (
        is_modal and len(rest) > 1 and rest[1].folded in PREPOSITIONS and not rest[0].folded.endswith(plural)
    )
    return is_infinitive or (number.unit is not None and at == 0)


_MEASURE = re.compile(
    any_of(fold_letters(" ".join(_REPORTS.measures)))
)  # `экспорт` has the ending of a Tajik verb
_FINITE = re.compile("|".join(_REPORTS.finite_endings))
_BEFORE_NOUNS = (ARTICLES | PREPOSITIONS) - AND


@lru_cache(maxsize=8)  # because the figures of a sentence are read one after the other
def _words_in(sentence: str) -> list[_Word]:
    """Return the words of a sentence; a word that may be a plural (`exports`) is not clearly a verb."""
    found: list[_Word] = []
    for match in WORD.finditer(sentence):
        folded = fold_letters(match[0])
        is_noun = bool(found) and found[-1].folded in _BEFORE_NOUNS
        is_plural = folded.isascii() and folded.endswith(tuple(_REPORTS.plural_endings))
        is_verb = folded in FINITE or (
            match[0].islower()
            and not is_noun
            and not _MEASURE.fullmatch(folded)
            and (
                folded in SPEAKING
                or (looks_like_verb(folded) and not is_plural)
                or _FINITE.fullmatch(folded) is not None
            )
        )
        found.append(_Word(match.start(), match.end(), folded, is_verb))
    return found


@lru_cache(maxsize=8)  # because the figures of a sentence are read one after the other
def _marks(sentence: str) -> list[int]:
    """Return the positions at which the clauses of a sentence end."""
    return [match.start() for match in CLAUSE.finditer(sentence)]


def first_clause(sentence: str) -> int:
    """Return the end of the first clause of a sentence."""
    match = CLAUSE.search(sentence)
    return match.start() if match else len(sentence)
