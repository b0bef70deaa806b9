"""The rules that find the owner of a noun for words after the quotation: `“…,” was Lind's answer`, `«…», — эти слова Линда`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.forms import has_cases
from tajikcli.proof.speakers.clauses import is_noun_of_words
from tajikcli.proof.speakers.mention import Kind, Mention
from tajikcli.proof.speakers.noun_phrases import noun_behind
from tajikcli.proof.speakers.objects import before_titles, is_governed, is_object
from tajikcli.proof.speakers.strangers import OTHER_CASE
from tajikcli.proof.speakers.verbs import is_saying, may_say
from tajikcli.proof.speakers.view import FEW, View, denied, frame, somebody
from tajikcli.proof.speech import (
    BE,
    BY,
    CITING,
    GIVING,
    HEARD_FROM,
    HEARING,
    OWNER_BEHIND,
    PREPOSITIONS,
    RECEIVING,
    VERBS,
    WORDS_OF,
)

if TYPE_CHECKING:
    from tajikcli.proof.speakers.sentence import Sentence

_HEARING = HEARING | RECEIVING
_NEAR = 3  # the number of words after a name within which its verb stands


def owner_behind_words(view: View) -> Mention | None:
    """Find the person from whom words come that follow a noun for them: `Berg smiled at the words “…” from Lind`, `the phrase “…” of Lind`."""
    one, noun = view.one, view.sign - 1
    if noun < view.start or one.folded[noun] not in WORDS_OF or has_cases(one.words[noun]):
        return None
    if one.folded[view.sign + 1 : view.sign + 2] and one.folded[view.sign + 1] in OWNER_BEHIND:
        named, _ = noun_behind(one, view.sign + 2, view.end)
        return named if named is not None and named.is_named else None
    return None


def words_of_behind(view: View) -> Mention | None:
    """Find the person to whom a noun for words belongs: `“…,” was Lind's answer`, `“…,” came the reply from Lind`, `«…», — эти слова Линда запомнил Берг`."""
    one = view.one
    start, _ = frame(view)
    for noun in range(start, min(view.end, start + FEW)):
        if _is_in_phrase(one, noun):
            return None  # `«…», — так, по словам Берга, сказал Линд`
        if not is_noun_of_words(one, noun):
            if one.words[noun].islower() and is_saying(one, noun) and one.folded[noun] not in CITING:
                return None
            continue
        behind = next((mention for mention in one.mentions if mention.start > noun), None)
        if has_cases(one.words[noun]):
            is_owner = behind is not None and behind.end <= view.end and before_titles(one, behind) == noun
            if one.folded[noun - 1] in PREPOSITIONS and one.folded[noun - 1] not in HEARD_FROM:
                return None  # `«…», — кивнул Линд в ответ Бергу`
            is_joined = one.folded[noun].endswith(together().describing_endings)  # `суханони Линд`
            if behind is not None and is_owner and behind.is_named and (is_joined or not behind.nominative):
                is_listener = OTHER_CASE.search(one.folded[behind.end - 1]) is not None  # `ответ Линду`
                return denied(noun) if is_listener else behind._replace(nominative=True)
            return _greeting_with(one, noun, view.end)
        if one.folded[noun + 1 : noun + 2] and one.folded[noun + 1] in OWNER_BEHIND:
            return noun_behind(one, noun + 2, view.end)[0]
        return next(
            (
                mention
                for mention in one.mentions
                if mention.possessive and start <= mention.start and noun - 2 <= mention.end <= noun
            ),
            None,
        )
    return None


def addressed_behind(view: View) -> Mention | None:
    """Find that only the person is named to whom the words are addressed, and not who says them: `“…” was the message to Lind`, `“…” were the words that reached Lind`."""
    one = view.one
    start, _ = frame(view)
    for noun in range(start, min(view.end, start + FEW)):
        if is_noun_of_words(one, noun) and not BE.isdisjoint(one.folded[start:noun]):
            behind = next((mention for mention in one.mentions if mention.start > noun), None)
            if behind is None or behind.kind is not Kind.PERSON or behind.possessive or behind.end > view.end:
                return None
            acts = any(may_say(one, at) for at in range(behind.end, min(behind.end + _NEAR, view.end)))
            return None if acts and not is_object(one, behind) else somebody(noun)
    return None


def _is_in_phrase(one: Sentence, noun: int) -> bool:
    """Return whether a noun for words ends a phrase before a speaker's name: `по словам`."""
    return any(
        len(phrase) > 1 and tuple(one.folded[noun + 1 - len(phrase) : noun + 1]) == phrase
        for phrase in BY.get(one.folded[noun - 1], ())
    )


def _greeting_with(one: Sentence, noun: int, end: int) -> Mention | None:
    """Return the subject of `такими словами Линд встретил Берга`, with any verb but one of hearing.

    A noun in the nominative or accusative needs a verb of saying or giving: `такой ответ дал Линд`.
    """
    behind = one.folded[noun + 1 : end]
    if not _HEARING.isdisjoint(behind):
        return denied(noun)  # `эту фразу Линд услышал дважды`
    if one.folded[noun] in WORDS_OF and (VERBS | GIVING).isdisjoint(behind):
        return None
    found = [
        mention
        for mention in one.mentions
        if noun < mention.start < end
        and mention.is_named
        and mention.nominative
        and not is_governed(one, mention)
    ]
    return found[0] if len({mention.who for mention in found}) == 1 and not found[0].possessive else None
