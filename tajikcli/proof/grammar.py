"""Words that change the meaning of the words around them, in all languages of `language`."""

from __future__ import annotations

from tajikcli.language.all_languages import together
from tajikcli.language.forms import OnFirstUse, any_of
from tajikcli.text import word_set

_ALL = together()

NEGATIONS = word_set(_ALL.negations)
LIMITING = word_set(_ALL.limiting)
APPROXIMATING = word_set(_ALL.approximating)
CONDITIONAL = word_set(_ALL.conditional)
SUBORDINATING = word_set(_ALL.subordinating)
AUXILIARIES = word_set(_ALL.auxiliaries)
ARTICLES = word_set(_ALL.articles)
PRONOUNS_OF_SPEAKER = word_set(_ALL.own_pronouns)
PRONOUNS_OF_LISTENER = word_set(_ALL.listeners_pronouns)
POLITE = word_set(_ALL.polite_pronouns)
PRONOUNS_OF_OTHERS = word_set(_ALL.others_pronouns)
PRONOUNS = PRONOUNS_OF_SPEAKER | PRONOUNS_OF_LISTENER | PRONOUNS_OF_OTHERS
WITHOUT = word_set(_ALL.without)
OF = word_set(_ALL.of)
AMONG = OF | word_set(_ALL.among)
DEGREES = word_set(_ALL.degrees)
BUT = word_set(_ALL.but)
EXCEPTING = word_set(_ALL.excepting)
CAPITALS = word_set(_ALL.capitals)
_NUMBER_WORDS = word_set(_ALL.number_words)
_PARTS = word_set(_ALL.parts_of_many)
_ALL_BUT = word_set(_ALL.all_but)
INTENSIFYING = word_set(_ALL.intensifying)
AFFIRMING = word_set(_ALL.affirming)
QUALIFYING = word_set(_ALL.qualifying)
POSSIBILITY = word_set(_ALL.possibility)
DOUBTING = word_set(_ALL.doubting)
BELIEVING = word_set(_ALL.believing)
WANTING = word_set(_ALL.wanting)
INVERTED_CONDITIONS = word_set(_ALL.inverted_conditions)
CLOSING_NEGATIONS = word_set(_ALL.closing_negations)
SAYING = word_set(_ALL.saying)
SAID_THAT = word_set(_ALL.said_that)
THAT = OnFirstUse(rf"\b(?:{any_of(_ALL.said_that)})\b")
INFINITIVES = word_set(_ALL.infinitives)
FINITE = AUXILIARIES - INFINITIVES
CLAUSE_OPENERS = word_set(_ALL.clause_openers)
_SUBORDINATE = SUBORDINATING | word_set(_ALL.subordinate_openers)
CONJUNCTIONS = word_set(_ALL.conjunctions)
FUNCTION_WORDS = AUXILIARIES | ARTICLES | PRONOUNS | CLAUSE_OPENERS | word_set(_ALL.function_words)


def is_negation(form: str) -> bool:
    """Return whether a word negates the words that it governs."""
    folded = form.casefold()
    return folded in NEGATIONS or folded.endswith(_ALL.negating_endings)


def limits(form: str) -> bool:
    """Return whether a word negates, limits, weakens or doubts the words that it governs."""
    folded = form.casefold()
    is_another_word = form.istitle() and folded in CAPITALS
    return (folded in LIMITING and not is_another_word) or is_negation(form)


def is_adverb(form: str) -> bool:
    """Return whether a word may stand between a negation and the words that it governs: `not quite`, `not entirely`."""
    folded = form.casefold()
    return folded in INTENSIFYING or (form.islower() and folded.endswith(_ALL.adverb_endings))


def is_number(form: str) -> bool:
    """Return whether a word is a number, in digits or words, or a rank."""
    return any(char.isdigit() for char in form) or form.casefold() in _NUMBER_WORDS


def is_part(form: str) -> bool:
    """Return whether a word says that only a part is meant."""
    return form.casefold() in _PARTS


def opens_clause(between: str, form: str, following: str) -> bool:
    """Return whether a word begins a clause that no earlier word governs.

    Args:
        between: the white space and punctuation before it.
        form: the word.
        following: the word after it.
    """
    folded = form.casefold()
    if any(mark in between for mark in ";:)\u2014\u2013\u2015") or " - " in between:
        return True
    if folded in BUT:
        return True
    if "," in between:
        return folded in CLAUSE_OPENERS
    return folded in CONJUNCTIONS and (following.casefold() in FINITE or following.casefold() in PRONOUNS)


def begins_subordinate(form: str) -> bool:
    """Return whether a word begins a subordinate clause at any position: `while we may have more to endure`."""
    return form.casefold() in _SUBORDINATE


def is_all_but(form: str, before: str) -> bool:
    """Return whether a word is the `but` of `anything but`."""
    return form.casefold() in BUT and before.casefold() in _ALL_BUT
