"""Decide whether the printed words can replace an altered quotation in the sentence of the draft.

After a correction inside a quotation, the sentence must say the same as the source. A correction must not
produce `Tajikistan is “is a reliable ally”`, apply the words on record to a different subject, put them after a `not` in the draft, or
begin or end in the middle of a phrase.
"""

from __future__ import annotations

from tajikcli.language.countries import countries_in
from tajikcli.language.forms import WORD
from tajikcli.proof.grammar import is_negation
from tajikcli.proof.sentences import sentence_spans
from tajikcli.proof.speech import SUBORDINATE, VERBS
from tajikcli.proof.tokens import words_of
from tajikcli.text import fold_letters

_NEAR = 4  # the number of words before a quotation that may negate it
_ENDS = (".", "!", "?")
_APART = ",:;\u2014\u2013"  # marks before a quotation that does not continue the sentence


def fits(before: str, quoted: str, record: str, whole: str) -> bool:
    """Return whether the words on record fit into the sentence of the draft.

    Args:
        before: the words of the draft before the quotation, in its paragraph.
        quoted: the quotation.
        record: the words on record that would replace it.
        whole: the statement that contains them.
    """
    if len(list(sentence_spans(quoted))) == 1 < len(list(sentence_spans(record.strip()))):
        return False
    mine = _sentence(before)
    if not _is_embedded(before, quoted):
        return not _negated(mine)  # `never said “…”`
    at = whole.find(record.strip(" .,;"))
    theirs = _sentence(whole[: max(0, at)])
    return _negated(mine) == _negated(theirs) and not _is_of_another_country(mine, theirs)


def has_its_ends(quoted: str, record: str) -> bool:
    """Return whether the words on record begin and end with the first and the last word of the quotation.

    Otherwise, nothing says where in the record they begin or end: for `Tajikistan ranks first` it has `The Russian Federation ranks first`.
    """
    mine, theirs = ([token.form.casefold() for token in words_of(text)] for text in (quoted, record))
    return (mine[:1], mine[-1:]) == (theirs[:1], theirs[-1:])


def _is_embedded(before: str, quoted: str) -> bool:
    """Return whether a quotation continues a sentence of the draft: `Tajikistan is “a reliable ally”`."""
    told = before.rstrip(" \t\n\u00a0\"'\u201c\u201e\u00ab\u2018")
    if not told or told.endswith(_ENDS) or not quoted.strip()[:1].islower():
        return False
    words = WORD.findall(told)
    last = fold_letters(words[-1]) if words else ""
    return not told.endswith(tuple(_APART)) and last not in SUBORDINATE | VERBS


def _sentence(before: str) -> list[str]:
    """Return the words of the last, incomplete sentence of a text."""
    if not before.strip() or before.rstrip().endswith(_ENDS):
        return []
    *_, (start, end) = sentence_spans(before)
    return WORD.findall(before[start:end])


def _negated(words: list[str]) -> bool:
    return any(map(is_negation, words[-_NEAR:]))


def _is_of_another_country(mine: list[str], theirs: list[str]) -> bool:
    """Return whether both sides name countries before the words and have no country in common."""
    here, there = (
        frozenset(code for country in countries_in(words) for code in country.codes)
        for words in (mine, theirs)
    )
    return bool(here) and bool(there) and not here & there
