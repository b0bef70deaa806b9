"""Find fragments that a draft denies, or applies to a country other than the record's: `China is not “a reliable ally”`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import together
from tajikcli.language.countries import countries_in, is_adjective
from tajikcli.proof.fragments import turned_by
from tajikcli.proof.grammar import ARTICLES, AUXILIARIES, PRONOUNS_OF_SPEAKER, is_negation, limits
from tajikcli.text import fold_letters, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.proof.candidate import Candidate

_ALL = together()
_LINKING = AUXILIARIES | ARTICLES | PRONOUNS_OF_SPEAKER | word_set(_ALL.linking)
_PREPOSITIONS = frozenset(fold_letters(_ALL.prepositions).split())
_PART = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*|\S")  # a word, or any other character
_DASHES = frozenset("\u2013\u2014-")
_MOST = 9  # the maximum number of words in a subject and in its link with its predicate
_LONGEST = 160  # the number of characters within which these words are


class Predicate(NamedTuple):
    """The draft's words directly before a quotation that is part of one of its sentences.

    Attributes:
        denied: whether a negation governs it.
        countries: the codes of the country that is the subject; empty if there is none.
    """

    denied: bool = False
    countries: frozenset[str] = frozenset()


def predicate_of(before: str) -> Predicate:
    """Return the predicate that a draft has directly before a quotation: `Aland is not “…”`, `called Aland “…”`.

    Args:
        before: the draft's own words before the opening mark.
    """
    end_of_words = before.rstrip()[-1:]
    if not end_of_words.isalnum() and end_of_words not in _DASHES:
        return Predicate()
    words: list[str] = []
    for part in reversed(_PART.findall(before[-_LONGEST:])):
        if len(words) == _MOST or not (part[0].isalpha() or part in _DASHES):
            break
        if part not in _DASHES:
            words.insert(0, part)
    end = _before_linking(words)
    denied = any(map(is_negation, words[end:]))
    named = [one for one in countries_in(words) if one.end == end]
    if not named or is_adjective(fold_letters(words[end - 1])):
        return Predicate(denied)
    start = named[-1].start
    governed = start > 0 and fold_letters(words[start - 1]) in _PREPOSITIONS
    return Predicate(denied, frozenset() if governed else named[-1].codes)


def turned_around(candidate: Candidate, first: int, last: int, said: Predicate) -> tuple[int, int] | None:
    """Return the words on record before a fragment, if a draft denies it or applies it to a different country.

    Args:
        candidate: the text on record.
        first: the first token of the fragment.
        last: the token after the fragment.
        said: the draft's words before it.
    """
    start, _ = candidate.sentence_of(first)
    if (
        said.denied
        and turned_by(candidate, first, last) is None
        and not _is_denied(candidate.forms[start:first])
    ):
        return max(start, first - 1), first
    if not said.countries or first == start:
        return None
    end = start + _before_linking(candidate.forms[start:first])
    if end == first or all(form.casefold() in ARTICLES for form in candidate.forms[end:first]):
        return None  # no verb links them
    subject = [one for one in countries_in(candidate.forms[start:end]) if start + one.end == end]
    if subject and subject[-1].codes & said.countries:
        return None
    return start + (subject[-1].start if subject else max(0, end - start - 1)), first


def _before_linking(words: Sequence[str]) -> int:
    """Return the number of words before the last ones that link a subject with its predicate: `is not a`, `as`."""
    end = len(words)
    while end and (
        words[end - 1].casefold() in _LINKING or is_negation(words[end - 1]) or limits(words[end - 1])
    ):
        end -= 1
    return end


def _is_denied(forms: Sequence[str]) -> bool:
    return any(map(is_negation, forms[_before_linking(forms) :]))
