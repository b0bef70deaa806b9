"""The rules that find the speaker of a quotation. Each is a function with an example, and the first result counts.

A rule gets a view of a quotation in its sentence, and returns the mention of the speaker: a name, a pronoun,
a title, or words for an unnamed speaker. It returns None if it does not apply. To add a rule, write it and
add it to `RULES`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.forms import has_cases, nominatives
from tajikcli.proof.speakers.answers import answered_with
from tajikcli.proof.speakers.ascribing import ascribed_to, quoted_by, uttered_by
from tajikcli.proof.speakers.before import announced_with_auxiliary, doing_before, verb_before
from tajikcli.proof.speakers.behind import (
    cased_behind,
    dash_and_name,
    said_behind,
    verb_behind,
    verb_further_behind,
)
from tajikcli.proof.speakers.clauses import agent_by_case
from tajikcli.proof.speakers.doubts import (
    another_may_speak,
    another_spoke,
    is_asked_for,
    is_described_by_quotation,
    is_in_question,
    is_supposed,
    relays,
)
from tajikcli.proof.speakers.handing_over import gives_floor, may_hand_over
from tajikcli.proof.speakers.labels import (
    in_row,
    labelled_headline,
    named_with_colon,
    named_with_dash,
    side_with_colon,
)
from tajikcli.proof.speakers.last_clause import after_introduction, gapped, who_gives_words
from tajikcli.proof.speakers.marks import QUOTE, is_dash
from tajikcli.proof.speakers.mention import Kind, Mention
from tajikcli.proof.speakers.noun_phrases import named_in_apposition
from tajikcli.proof.speakers.objects import before_titles
from tajikcli.proof.speakers.others_words import cites_others, is_answered, is_shared, takes_up
from tajikcli.proof.speakers.owners import (
    according_to,
    heard_from,
    owner_in_apposition,
    owner_in_double_genitive,
    owner_of_words,
    praised_for,
)
from tajikcli.proof.speakers.owners_behind import addressed_behind, owner_behind_words, words_of_behind
from tajikcli.proof.speakers.sentence import mention_ending
from tajikcli.proof.speakers.verbs import is_adverb, is_saying, may_say
from tajikcli.proof.speakers.view import View, clause_begin, denied, frame, somebody
from tajikcli.proof.speech import AS_REPORTED, DETERMINERS, OBJECTS, OFFICES, SUBJECTS, TOGETHER

if TYPE_CHECKING:
    from collections.abc import Callable

    from tajikcli.proof.speakers.sentence import Sentence

_ALL = together()


def local_speaker(view: View) -> Mention | None:
    """Return the speaker of a quotation according to its own sentence, by the first rule that applies.

    A quotation that ends with a full stop may end its sentence (`Lind said: “….” Berg thanked him`), so the words before it
    count for more than those after it.
    """
    tried = [(rule, view) for rule in RULES]
    if view.closing in {".", "?", "!", "\u2026"} and not _goes_on(view):
        ended = view._replace(end=view.sign + 1)
        tried = [*((rule, ended) for rule in _BEFORE), *tried]
    for rule, seen in tried:
        found = rule(seen)
        if found is not None and found.start > view.sign and rule is not named_with_colon:
            label = named_with_colon(view)
            if label is not None and label.is_named and label.who != found.who:
                # `Lind: “…” – Berg reacts`
                return denied(view.sign) if is_saying(view.one, min(found.end, view.end - 1)) else label
        if found is not None and relays(view, found):
            said = next((one for before in _BEFORE if (one := before(view)) is not None), None)
            found = said if said is not None and said.kind in _SPEAKING else found
        if found is not None:
            answered = rule not in _NAMING_OWNERS and is_answered(view, found)
            doubted = (
                answered
                or gives_floor(view, found)
                or _is_claimed_before(view, found)
                or (
                    rule not in _BY_PHRASE
                    and (
                        may_hand_over(view, found)
                        or is_shared(view, found)
                        or is_asked_for(view, found)
                        or another_may_speak(view, found)
                        or takes_up(view, found)
                        or another_spoke(view, found)
                        or is_supposed(view, found)
                        or is_in_question(view, found)
                        or is_described_by_quotation(view, found)
                    )
                )
            )
            return denied(found.start) if doubted else named_in_apposition(view.one, found)
    return None


def _is_claimed_before(view: View, behind: Mention) -> bool:
    """Return whether the words before a quotation introduce it as another's than the words after it do: `Lind said “…”, Berg reported`.

    A pronoun after the quotation may mean the person before it, who then listens (`Lind got his answer: “…,” Berg told him`).
    """
    if behind.start < view.sign or not behind.is_named or not _is_introduced(view):
        return False
    if not OBJECTS.isdisjoint(view.one.folded[view.sign : view.end]):
        return False
    before = local_speaker(view._replace(end=view.sign + 1))
    return before is not None and before.is_named and before.who != behind.who


def _is_introduced(view: View) -> bool:
    """Return whether a phrase, a colon, or the clause that ends at a quotation introduces it.

    Before a comma, only a phrase does so (`According to Lind, “…”`, `As Lind noted, “…”`), since a clause may be about
    something else: `When Lind asked, “…,” Berg said`.
    """
    one, last = view.one, view.sign - 1
    if last < view.start:
        return False
    if one.words[last] == ":":
        return True
    if one.words[last] == ",":
        begin = clause_begin(one, view.start, last)
        named = mention_ending(one, last)
        verb = before_titles(one, named) if named is not None else last - 1
        as_reported = one.folded[begin] in AS_REPORTED and is_saying(one, verb)
        return as_reported or any(rule(view) is not None for rule in (according_to, owner_of_words))
    begin = clause_begin(one, view.start, view.sign)
    return any(is_saying(one, at) or may_say(one, at) for at in range(begin, view.sign))


def done_by(view: View) -> Mention | None:
    """Find the person whose name has the case of the agent of a passive verb: `Бергу было сказано Линдом: «…»`."""
    one = view.one
    for start, end in ((frame(view)[0], view.end), (view.start, view.sign)):
        for place in range(start, end):
            if one.folded[place].endswith(_ALL.passive_endings) and has_cases(one.words[place]):
                agent = agent_by_case(one, place)
                if agent is not None and start <= agent.start < end:
                    return agent
    return None


def several_speak(view: View) -> Mention | None:
    """Find several unnamed persons who speak at once: `“…,” both presidents said`."""
    one = view.one
    if TOGETHER.isdisjoint(one.folded):
        return None
    for place in range(view.start, view.end):
        if one.folded[place] in TOGETHER and not any(
            mention.start <= place < mention.end and mention.countries for mention in one.mentions
        ):
            beside = place + 1
            while beside < view.end and (
                is_adverb(one.folded[beside])
                or one.folded[beside] in TOGETHER
                or _is_office(one.folded[beside])
            ):
                beside += 1
            is_subject = beside < view.end and one.words[beside] != QUOTE and is_saying(one, beside)
            follows = place > view.start and one.folded[place] not in SUBJECTS  # not `Lind wrote they may`
            if is_subject or (follows and _says_before(one, place, view.start)):
                return somebody(place)
    return None


def _is_office(folded: str) -> bool:
    """Return whether a folded word is a form of an office: `президента`, `presidents`."""
    return not OFFICES.isdisjoint(nominatives(folded))


def _says_before(one: Sentence, place: int, start: int) -> bool:
    """Return whether a verb of saying precedes a noun, with only its article in between."""
    before = place - 1
    while before > start and (one.folded[before] in DETERMINERS or one.folded[before] in TOGETHER):
        before -= 1
    return is_saying(one, before)


RULES: tuple[Callable[[View], Mention | None], ...] = (
    in_row,
    several_speak,
    owner_in_double_genitive,
    owner_behind_words,
    praised_for,
    ascribed_to,
    quoted_by,
    heard_from,
    done_by,
    words_of_behind,
    owner_in_apposition,
    said_behind,
    verb_behind,
    cased_behind,
    gapped,
    answered_with,
    named_with_colon,
    named_with_dash,
    owner_of_words,
    according_to,
    announced_with_auxiliary,
    after_introduction,
    who_gives_words,
    labelled_headline,
    verb_before,
    uttered_by,
    dash_and_name,
    verb_further_behind,
    doing_before,
    side_with_colon,
    addressed_behind,
    cites_others,
)
_BEFORE = (
    owner_in_double_genitive,
    praised_for,
    quoted_by,
    heard_from,
    done_by,
    answered_with,
    named_with_colon,
    owner_of_words,
    according_to,
    announced_with_auxiliary,
    after_introduction,
    who_gives_words,
    verb_before,
)  # these rules do not use the words after the quotation
_SPEAKING = frozenset({Kind.PERSON, Kind.TITLE, Kind.PRONOUN})
_NAMING_OWNERS = frozenset({ascribed_to, quoted_by, heard_from, named_with_colon})
_BY_PHRASE = frozenset(
    {
        ascribed_to,
        owner_behind_words,
        praised_for,
        owner_in_double_genitive,
        quoted_by,
        heard_from,
        according_to,
        owner_of_words,
        owner_in_apposition,
        done_by,
        answered_with,
        named_with_colon,
        words_of_behind,
    }
)  # these rules do not look for the subject of a verb


def _goes_on(view: View) -> bool:
    """Return whether a comma or a dash after the quotation shows that its sentence continues."""
    behind = view.one.words[view.sign + 1 : view.sign + 2]
    return any(word == "," or is_dash(word) for word in behind)
