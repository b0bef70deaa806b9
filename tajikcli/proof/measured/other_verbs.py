"""Find a verb that may turn a figure around: `expelled 72 teachers` does not say that 72 teachers work there.

Such verbs are an open class. So a figure agrees only if each verb of its clause is known to leave it as it is (`has`, `sent`), is a
verb of a direction or of saying, or is in a statement on record that has the figure.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.all_wordings import WORDINGS, wordings
from tajikcli.language.countries import capital_of, countries_in, is_adjective
from tajikcli.language.forms import WORD, OnFirstUse, any_of, has_cases, is_possessive
from tajikcli.proof.grammar import (
    ARTICLES,
    AUXILIARIES,
    CONJUNCTIONS,
    SUBORDINATING,
    begins_subordinate,
    is_adverb,
    is_negation,
    is_number,
)
from tajikcli.proof.measured.marks import around
from tajikcli.proof.measured.measures import stem_of
from tajikcli.proof.measured.nearest import is_bare
from tajikcli.proof.measured.wording import start_of_bound
from tajikcli.proof.speech import (
    ADVERBS,
    CLOSED,
    MODALS,
    MONTHS_AND_DAYS,
    SUBORDINATE,
    VERBS,
    WHO,
    looks_like_verb,
)
from tajikcli.text import fold_letters, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tajikcli.proof.measured.question import Question
    from tajikcli.proof.measured.sentence import FigureSentence
    from tajikcli.proof.numbers import Number

_ALL, _WORDINGS = together(), wordings()
_PRESENT = word_set(fold_letters(" ".join(_WORDINGS.present)))
_AUXILIARIES = AUXILIARIES | MODALS
_PHRASES = (
    *(*_WORDINGS.over, *_WORDINGS.under, *_WORDINGS.almost, *_WORDINGS.about, *_WORDINGS.exactly),
    *(*_ALL.least, *_ALL.most, *_WORDINGS.hosting, *_WORDINGS.short_months),
    *(*_WORDINGS.amounting, *_WORDINGS.moving_to, *_WORDINGS.last_verbs, *_WORDINGS.no_direction),
)
_WORDS = (
    *(_ALL.rising, _ALL.falling, _ALL.linking, _ALL.ranking, _ALL.hedging),
    *(
        _WORDINGS.rising,
        _WORDINGS.falling,
        _WORDINGS.adding,
        _WORDINGS.joining,
        _WORDINGS.more,
        _WORDINGS.fewer,
    ),
    *(_WORDINGS.holding, _WORDINGS.comparing, _WORDINGS.rank_nouns),
    _WORDINGS.neutral,
    _WORDINGS.neutral_amounts,
)


_NEUTRAL, _OF_AMOUNTS, _LIGHT = (
    OnFirstUse(any_of(fold_letters(" ".join(words))))
    for words in ((*_PHRASES, *_WORDS), [_WORDINGS.neutral_amounts], [_WORDINGS.light])
)
_FORMS, _LAST_FORMS = (
    OnFirstUse(
        "|".join(fold_letters(form) for one in WORDINGS if bool(one.light) is last for form in one.verb_forms)
    )
    for last in (False, True)
)
# The letters of languages in which the verb is the last word of its clause.
_VERB_LAST = frozenset(letter for one in WORDINGS if one.light for letter in one.own_letters.split())
_COUNTERS = word_set(_WORDINGS.counters)  # `82 нафар мешавад`
_DIGIT = re.compile(r"\d")
_ASIDES = 3  # the maximum number of commas between a number and its verb
_FAR = 40  # the maximum number of words between a number and a verb
_PLURAL = re.compile(r"[a-z-]+[^\Ws]s")
_MARKS = re.compile(r"[^\w\s$\u20ac\u20bd\u00a3'\u2019-]|\d")
_BEFORE_CLAUSE = VERBS | SUBORDINATE | SUBORDINATING
# A linking verb directly before a number is its verb: `trade among allies is $1.79 billion`.
_BETWEEN = (ADVERBS | ARTICLES | _PRESENT) - _AUXILIARIES
_NO_VERBS = CLOSED | ADVERBS | MONTHS_AND_DAYS | _PRESENT | word_set(fold_letters(_WORDINGS.no_verbs))


def has_other_verb(asked: Question) -> bool:
    """Return whether a verb around a number is not known to leave it as it is."""
    on_record = asked.measure.words_on_record
    known = asked.sentence.heads | on_record
    found: list[tuple[str, bool]] = []
    for end in _ends(asked.sentence, asked.number):
        found = list(_Clause(asked, end).verbs())
        if any(fold_letters(word) not in VERBS for word, _ in found):
            break  # `72 teachers, Orlova said, were jailed`
    behind = bisect_left(asked.sentence.starts, asked.number.end)
    counts = asked.number.unit is None and not is_bare(asked.sentence, asked.number, behind)
    return any(
        not _is_neutral(fold_letters(word), has_object=has, counts=counts)
        and stem_of(word) not in (on_record if _OF_AMOUNTS.compiled.fullmatch(fold_letters(word)) else known)
        for word, has in found
    )


def _ends(sentence: FigureSentence, number: Number) -> Iterator[int]:
    """Yield the end of the part of a sentence between the commas around a number, and the ends of those after it that may have its verb."""
    _, end = around(sentence.breaks, number.start, number.end, len(sentence.text))
    yield end
    first = bisect_left(sentence.breaks, end)
    for begin, end in pairwise([*sentence.breaks[first : first + _ASIDES], len(sentence.text)]):
        word = WORD.search(sentence.text, begin, end)
        if sentence.text[begin] == ";" or word is None or _DIGIT.search(sentence.text, begin, end):
            return
        if fold_letters(word[0]) in CONJUNCTIONS or _opens_clause(word[0]):
            return
        yield end


@lru_cache(maxsize=50_000)
def _is_neutral(folded: str, *, has_object: bool, counts: bool) -> bool:
    """Return whether a verb leaves a number as it is.

    Args:
        folded: the verb, folded.
        has_object: whether the number is its object, of which a verb of saying says something else: `recalled 72 teachers`.
        counts: whether the number counts people or things, to which a verb may do something: `hit 72 teachers`.
    """
    if counts and _OF_AMOUNTS.compiled.fullmatch(folded):
        return False
    is_saying = folded in VERBS and not has_object
    return is_saying or folded in _AUXILIARIES or bool(_NEUTRAL.compiled.fullmatch(folded))


class _Clause:
    """The words between the commas around a number.

    Those up to a verb of saying, or a conjunction, do not belong to it, nor those behind a conjunction after the number.

    Args:
        asked: the number.
        end: the offset of the end of its part of the sentence.
    """

    def __init__(self, asked: Question, end: int) -> None:
        sentence, self._number = asked.sentence, asked.number
        self._text = sentence.text
        begin, _ = around(sentence.breaks, asked.number.start, asked.number.end, len(sentence.text))
        first, at, behind, last = (
            bisect_left(sentence.starts, place)
            for place in (begin, asked.number.start, asked.number.end, end)
        )
        words = sentence.words
        first, last = max(first, at - _FAR), min(last, behind + _FAR)
        begins = start_of_bound(sentence.text, asked.number.start)
        told = range(first, bisect_left(sentence.starts, begins) - 1)
        said = (place + 1 for place in told if fold_letters(words[place][2]) in _BEFORE_CLAUSE)
        first = max(said, default=first)
        opens = (place for place in range(behind, last) if _opens_clause(words[place][2]))
        self._words = words[first : next(opens, last)]
        self._written = [word for _, _, word in self._words]
        self._folded = list(map(fold_letters, self._written))
        self._before, self._begins = at - first - 1, begins
        self._named = {place for one in countries_in(self._written) for place in range(one.start, one.end)}
        self._named |= {place for place, word in enumerate(self._written) if capital_of(word)}
        self._behind_country = {
            place + 1
            for place in self._named
            if not is_adjective(self._folded[place]) and not is_possessive(self._written[place])
        }

    def verbs(self) -> Iterator[tuple[str, bool]]:
        """Yield the words that are verbs, or the main part of one, by their form or their place, each with whether the number is behind it."""
        places = [place for place in range(len(self._words)) if self._may_be_verb(place)]
        if any(not _VERB_LAST.isdisjoint(word) for word in self._written):
            places = self._last(places)
        else:
            places = [place for place in places if self._has_form(place) or self._has_place(place)]
        yield from ((self._written[place], self._is_before_number(place)) for place in places)

    def _may_be_verb(self, place: int) -> bool:
        """Return whether a word is not a country, a capital, a number, an adverb, or of another closed class."""
        begin, folded, word = self._words[place][0], self._folded[place], self._written[place]
        return not (
            self._number.start <= begin < self._number.end
            or place in self._named
            or folded in _NO_VERBS
            or is_adverb(word)
            or is_negation(word)
            or is_number(word)
            or is_possessive(word)
        )

    def _last(self, places: list[int]) -> list[int]:
        """Return the last verb of a clause in a language whose verbs come last, with the word that gives its meaning: `хориҷ кард`."""
        end = len(self._words) - 1
        if end not in places or not _LAST_FORMS.compiled.fullmatch(self._folded[end]):
            return []
        if _LIGHT.compiled.fullmatch(self._folded[end]) is None:
            return [end]
        is_beside = (
            end - 1 in places and self._adjoin(end - 1, end) and self._folded[end - 1] not in _COUNTERS
        )
        return [end - 1] if is_beside else []

    def _has_form(self, place: int) -> bool:
        """Return whether a word has the ending of a verb, and not of a plural."""
        folded = self._folded[place]
        is_plural = _PLURAL.fullmatch(folded) is not None
        has_ending = looks_like_verb(folded) or _FORMS.compiled.fullmatch(folded) is not None
        return has_ending and not is_plural and self._written[place][0].islower()

    def _has_place(self, place: int) -> bool:
        """Return whether a word stands where a verb does, in a language in which few verbs have endings.

        That is behind an auxiliary (`has jailed`), directly before the number (`will axe 82`), or, with the ending of a plural,
        behind a country (`Russia jails`).
        """
        if has_cases(self._folded[place]):
            return False
        if _PLURAL.fullmatch(self._folded[place]):
            return place in self._behind_country or self._is_before_number(place)
        before = place - 1
        while before >= 0 and self._folded[before] not in ARTICLES and self._is_between(before):
            before -= 1
        is_behind = before >= 0 and self._folded[before] in _AUXILIARIES and self._adjoin(before, place)
        return is_behind or self._is_before_number(place)

    def _is_before_number(self, place: int) -> bool:
        """Return whether a word is the last one before a number with its bound, its article and adverbs."""
        last = self._before
        while last >= 0 and (self._words[last][0] >= self._begins or self._is_between(last)):
            last -= 1
        return place == last and not _MARKS.search(self._text[self._words[place][1] : self._begins])

    def _adjoin(self, place: int, behind: int) -> bool:
        """Return whether neither a number nor a mark is between two words."""
        return not _MARKS.search(self._text[self._words[place][1] : self._words[behind][0]])

    def _is_between(self, place: int) -> bool:
        """Return whether a word may stand between an auxiliary and its verb, or between a verb and a number."""
        folded = self._folded[place]
        return folded in _BETWEEN or is_adverb(folded) or is_negation(folded)


def _opens_clause(word: str) -> bool:
    """Return whether a word begins a subordinate clause that is not about the word before it."""
    return begins_subordinate(word) and fold_letters(word) not in WHO
