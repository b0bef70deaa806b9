"""The words with which reports in all languages name a speaker, folded, in the form that attribution needs."""

from __future__ import annotations

import re
from functools import lru_cache

from tajikcli.language.all_languages import together
from tajikcli.language.folding import fold_letters
from tajikcli.language.forms import any_of
from tajikcli.proof.grammar import FUNCTION_WORDS

_ALL = together()


def _folded(words: str) -> frozenset[str]:
    # `ӯ` is a pronoun, `у` a preposition.
    return frozenset(word if len(word) == 1 else fold_letters(word) for word in words.casefold().split())


def _phrases(phrases: tuple[str, ...]) -> dict[str, list[tuple[str, ...]]]:
    """Return phrases by their first words."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(fold_letters(phrase).split())
        found.setdefault(words[0], []).append(words)
    return found


VERBS = _folded(_ALL.saying)
ADDRESSING = _folded(_ALL.addressing)
PREPOSITIONS = _folded(_ALL.prepositions)
KEEPING_FORM = _folded(_ALL.keeping_form)
LIGHT = _folded(_ALL.light)
PRONOUNS = _folded(_ALL.pronouns)
OBJECTS = _folded(_ALL.object_pronouns)
OBJECTS_OR_OWNERS = _folded(_ALL.object_or_owner_pronouns)
SUBJECTS = _folded(_ALL.subjects)
WHOM = _folded(_ALL.whom)
WHO = _folded(_ALL.who)
BE = _folded(_ALL.be)
DETERMINERS = _folded(_ALL.determiners)
PAST_TENSES = _folded(_ALL.past_tenses)
NO_PARTICIPLES = _folded(_ALL.no_participles)
BEFORE_INVERSION = _folded(_ALL.before_inversion)
AS_SAYING = _folded(_ALL.as_saying)
AS_REPORTED = _folded(_ALL.as_reported)
TITLES = _folded(_ALL.titles)
BEFORE_TITLES = _folded(_ALL.before_titles)
OWNERS = _folded(_ALL.owners)
WORDS_OF = _folded(_ALL.said_nouns)
SPEAKING = VERBS - WORDS_OF
# Nouns for words that usually are somebody else's.
OTHERS_WORDS = _folded(_ALL.others_words)
UTTERED = _folded(_ALL.uttered)
USING = _folded(_ALL.using)
ADDRESSED_TO = _folded(_ALL.addressed_to)
ASCRIBING = _folded(_ALL.ascribing)
ASCRIBED_TO = _folded(_ALL.ascribed_to)
PLACING = _folded(_ALL.placing)
LOCATING = _folded(_ALL.locating)
OPENING = _folded(_ALL.opening)
POINTING = _folded(_ALL.pointing)
OF_TOPICS = _folded(_ALL.topic_prepositions)
AGENTS = _folded(_ALL.agents)
FOR = _folded(_ALL.reasons)
GAP = _folded(_ALL.gap)
# Words between a verb of saying and the words said: `that`, `что`.
SUBORDINATE = _folded(_ALL.said_that)
SILENT = _folded(_ALL.silent)
QUOTING = _folded(_ALL.quoting)
DENYING = _folded(_ALL.denying)
LYING = _folded(_ALL.lying)
CITING = _folded(_ALL.citing)
NOBODY = _folded(_ALL.nobody)
BARELY = _folded(_ALL.barely)
SUPPOSEDLY = _folded(_ALL.supposedly)
TOLD_IN = _folded(_ALL.told_in)
SAYING_WITH = frozenset(tuple(fold_letters(phrase).split()) for phrase in _ALL.saying_with)
REPORTING = _folded(_ALL.reporting)
STRESSING = _folded(_ALL.stressing)
WITHHOLDING = _folded(_ALL.withholding)
GIVING = _folded(_ALL.giving)
MODALS = _folded(_ALL.modals)
ASKING = _folded(_ALL.asking)
HEARING = _folded(_ALL.hearing)
FLOOR = _folded(_ALL.floor)
INVITING = _folded(_ALL.inviting)
INVITING_WITH = frozenset(tuple(fold_letters(phrase).split()) for phrase in _ALL.inviting_with)
PASSING = _folded(_ALL.passing)
YIELDING = _folded(_ALL.yielding)
AWAITING = _folded(_ALL.awaiting)
RECEIVING = _folded(_ALL.receiving)
KEEPING_SILENT = _folded(_ALL.keeping_silent)
GESTURES = _folded(_ALL.gestures)
LISTENING = _folded(_ALL.listening)
HEARD_FROM = _folded(_ALL.heard_from)
AGREEING = _folded(_ALL.agreeing)
REPLYING = _folded(_ALL.replying)
EXCLUDING = tuple(tuple(fold_letters(phrase).split()) for phrase in _ALL.excluding)
LATTER = _folded(_ALL.latter)
FORMER = _folded(_ALL.former)
TOGETHER = _folded(_ALL.together)
OWNER_BEHIND = _folded(_ALL.owner_behind)
INVERTING = _folded(_ALL.inverting)
STATES = _folded(_ALL.states)
DEPUTIES = _folded(_ALL.deputies)
PRETENDING = _folded(_ALL.pretending)
LIGHT_VERBS = _folded(_ALL.light_verbs)
HONORIFICS = _folded(_ALL.honorifics)
OF_MEN = _folded(_ALL.of_men) | _folded(_ALL.he)
OF_WOMEN = _folded(_ALL.of_women) | _folded(_ALL.she)
DOCUMENTS = _folded(_ALL.documents)
COUNTERPARTS = _folded(_ALL.counterparts)
LEADERS = _folded(_ALL.leaders)
AND = _folded(_ALL.joining)
CONTRASTING = _folded(_ALL.contrasting)
DENIALS = _folded(_ALL.denials)
NOTHING = _folded(_ALL.nothing)
HIS = _folded(_ALL.he)
HERS = _folded(_ALL.she)
# Only whole words, because `март*` would also match the beginning of surnames.
MONTHS_AND_DAYS = frozenset(
    word for word in _folded(" ".join((*_ALL.months, _ALL.weekdays))) if not word.endswith("*")
)
ADVERBS = _folded(_ALL.adverbs)
NO_ADVERBS = _folded(_ALL.no_adverbs)
OPENERS = _folded(_ALL.openers)
BY = _phrases(_ALL.by_phrases)
OFFICES = TITLES | _folded(_ALL.offices)
# Words that are not nouns, names or verbs.
CLOSED = FUNCTION_WORDS | PREPOSITIONS | DETERMINERS | SUBJECTS | WHO | WHOM | AND
# Words that precede or replace a name.
RANKS = HONORIFICS | OFFICES
REFERRING = PRONOUNS | RANKS | OWNERS | COUNTERPARTS | DOCUMENTS | LATTER | FORMER

_VERB = re.compile(rf"..(?:{'|'.join(_ALL.verb_endings)})$")
IRREGULAR_PASTS = _folded(_ALL.irregular_pasts)


_OCCASION = re.compile(any_of(fold_letters(_ALL.occasions)))


def is_occasion(folded: str) -> bool:
    """Return whether a folded word is a noun for an occasion on which people speak with each other: `talks`."""
    return bool(_OCCASION.fullmatch(folded))


@lru_cache(maxsize=50_000)
def looks_like_verb(folded: str) -> bool:
    """Return whether a folded word has the ending of a finite verb."""
    return folded in IRREGULAR_PASTS or bool(_VERB.search(folded))
