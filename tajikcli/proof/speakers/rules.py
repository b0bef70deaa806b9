"""The rules that find the speaker of a quotation. Each is a function with an example, and the first result counts.

A rule gets a view of a quotation in its sentence, and returns the mention of the speaker: a name, a pronoun,
a title, or words for an unnamed speaker. It returns None if it does not apply. To add a rule, write it and
add it to `RULES`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.all_wordings import wordings
from tajikcli.language.forms import has_cases, nominatives
from tajikcli.proof.grammar import CLAUSE_OPENERS, CONDITIONAL, INFINITIVES, begins_subordinate, limits
from tajikcli.proof.speakers.before import (
    announced_with_auxiliary,
    doing_before,
    gapped,
    in_row,
    named_with_colon,
    named_with_dash,
    verb_before,
)
from tajikcli.proof.speakers.behind import (
    cased_behind,
    dash_and_name,
    said_behind,
    verb_behind,
    verb_further_behind,
)
from tajikcli.proof.speakers.clauses import agent_by_case
from tajikcli.proof.speakers.marks import QUOTE, is_dash
from tajikcli.proof.speakers.mention import Kind, Mention
from tajikcli.proof.speakers.objects import before_titles, is_governed
from tajikcli.proof.speakers.owners import (
    according_to,
    ascribed_to,
    heard_from,
    is_word_for_words,
    owner_in_apposition,
    owner_in_double_genitive,
    owner_of_words,
    quoted_by,
    uttered_by,
    words_of_behind,
)
from tajikcli.proof.speakers.verbs import is_adverb, is_saying
from tajikcli.proof.speakers.view import View, clause_begin, denied, frame, somebody
from tajikcli.proof.speech import (
    ADDRESSING,
    AGENTS,
    AGREEING,
    AND,
    CITING,
    CONTRASTING,
    DENYING,
    DETERMINERS,
    HEARD_FROM,
    HEARING,
    MODALS,
    OFFICES,
    OWNER_BEHIND,
    PREPOSITIONS,
    QUOTING,
    REPLYING,
    SILENT,
    SUBORDINATE,
    TOGETHER,
    WORDS_OF,
)
from tajikcli.text import fold_letters, word_set

if TYPE_CHECKING:
    from collections.abc import Callable

    from tajikcli.proof.speakers.sentence import Sentence


_ALL = together()
_DOUBTING = word_set(fold_letters(wordings().doubting))
_NEAR = 3  # the number of words on each side of a name that are searched for its verb of saying


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
        if found is not None and _relays(view, found):
            said = next((one for before in _BEFORE if (one := before(view)) is not None), None)
            found = said if said is not None and said.kind in _SPEAKING else found
        if found is not None:
            doubted = (rule not in _NAMING_OWNERS and _is_answered(view, found)) or (
                rule not in _BY_PHRASE
                and (
                    _may_hand_over(view, found)
                    or _another_may_speak(view, found)
                    or _another_spoke(view, found)
                    or _is_supposed(view, found)
                    or _is_in_question(view, found)
                )
            )
            return denied(found.start) if doubted else found
    return None


def _is_in_question(view: View, subject: Mention) -> bool:
    """Return whether the sentence asks whether somebody said the words: `Did Lind say “…”?`."""
    one = view.one
    return (
        before_titles(one, subject) == view.start
        and one.folded[view.start] in MODALS | SILENT
        and (view.closing == "?" or "?" in one.words[view.sign + 1 : view.sign + 2])
    )


def _relays(view: View, subject: Mention) -> bool:
    """Return whether the subject after a quotation is a medium or unnamed, so that it may relay another's words: `Lind said: “…”, the agency reported`."""
    behind = view.one.folded[subject.end : subject.end + 2]
    return subject.start > view.sign and subject.kind in _RELAYING and DENYING.isdisjoint(behind)


def _may_hand_over(view: View, subject: Mention) -> bool:
    """Return whether the object of a verb that is not clearly a verb of saying may be the speaker: `Lind prompted Berg: “…”`."""
    one = view.one
    if not subject.is_named or subject.possessive or not view.start <= subject.start < view.sign:
        return False
    reached = next(
        (
            other
            for other in one.mentions
            if subject.end < other.start < view.sign
            and other.is_named
            and other.who != subject.who
            and not is_governed(one, other)
        ),
        None,
    )
    if reached is None or any(
        is_saying(one, at) or one.folded[at] in ADDRESSING for at in range(subject.end, reached.start)
    ):
        return False
    return not any(
        is_saying(one, at) and one.folded[at - 1] not in PREPOSITIONS for at in range(reached.end, view.sign)
    )


def _another_may_speak(view: View, subject: Mention) -> bool:
    """Return whether a second person before the quotation may speak: `Lind said that he was glad, Berg that “…”`.

    So may the person from whom words come (`Lind won praise from Berg: “…”`), and who does something
    (`prompting Berg to reply: “…”`). A verb of saying after the second person has the first one as its subject
    (`Lind met Berg and said: “…”`).
    """
    one = view.one
    if not view.start <= subject.start < view.sign:
        return False
    for other in one.mentions:
        if (
            not (subject.end <= other.start and other.end <= view.sign)
            or not other.is_named
            or other.possessive
        ):
            continue
        if other.who == subject.who or not (other.known or other.kind is Kind.PERSON):
            continue
        behind = one.folded[other.end : other.end + 2]
        if len(behind) > 1 and behind[0] in INFINITIVES and is_saying(one, other.end + 1):
            return True
        if any(is_saying(one, at) for at in range(other.end, view.sign)):
            continue
        place = before_titles(one, other)
        if begins_subordinate(one.words[place]) and one.folded[place] not in CONTRASTING:
            continue
        if one.folded[place] in AGENTS and _is_object_of_words(one, place - 1):
            return True  # `Lind recalled a speech by Berg: “…”`
        if one.folded[place] in HEARD_FROM or (
            one.folded[place] in PREPOSITIONS and not AGREEING.isdisjoint(one.folded[subject.end : place])
        ):
            return True
        while place > subject.end and one.folded[place] in PREPOSITIONS and one.folded[place] not in AND:
            place -= 1
        begins_clause = (
            one.words[place] in {",", ";"}
            or one.folded[place] in AND
            or one.folded[place] in CONTRASTING
            or one.folded[place] in CLAUSE_OPENERS
        )
        if not begins_clause or (has_cases(one.words[other.start]) and not other.nominative):
            continue
        if place >= subject.end and one.words[other.end] not in {",", ")"}:
            return True
    return False


def _is_object_of_words(one: Sentence, noun: int) -> bool:
    """Return whether a noun for words is an object without a preposition: `recalled a speech`, but not `after a speech`."""
    if not is_word_for_words(one.folded[noun]):
        return False
    while noun > 0 and one.folded[noun - 1] in DETERMINERS:
        noun -= 1
    return one.folded[noun - 1] not in PREPOSITIONS


def _is_answered(view: View, owner: Mention) -> bool:
    """Return whether somebody before the quotation answers the words of another, so that an answer may follow: `Berg replied to Lind's remark: “…”`.

    Somebody who cites the words (`Berg recalled Lind's remark: “…”`) does not answer them.
    """
    one = view.one
    if not owner.is_named or owner.end > view.sign or one.words[view.sign - 1] not in {":", ","}:
        return False
    start = before_titles(one, owner)
    is_one_of_several = one.folded[start] in OWNER_BEHIND and not has_cases(one.words[start])
    if is_one_of_several:
        start -= 1
    behind = one.folded[owner.end : owner.end + _NEAR] if owner.possessive else []
    if is_word_for_words(one.folded[start]):
        start -= 1
    elif WORDS_OF.isdisjoint(behind):
        return False
    while start > view.start and one.folded[start] in DETERMINERS:
        start -= 1
    before = one.folded[view.start : start + 1]
    if is_one_of_several and one.folded[start] not in PREPOSITIONS and REPLYING.isdisjoint(before):
        return False  # `Berg took up a phrase of Lind's: “…”`
    return (CITING | QUOTING | HEARING).isdisjoint(before) and any(
        (other.known or other.kind is Kind.PERSON)
        and other.nominative
        and not other.possessive
        and other.who != owner.who
        and view.start <= other.start
        and other.end <= start + 1
        and not is_governed(one, other)
        for other in one.mentions
    )


def _another_spoke(view: View, subject: Mention) -> bool:
    """Return whether the subject after a quotation only relates that another person spoke: `“…,” Lind said Berg had told him`."""
    one = view.one
    if not subject.is_named or subject.start < view.sign:
        return False
    for other in one.mentions:
        if not (subject.end < other.start and other.end < view.end) or not other.is_named:
            continue
        between = one.folded[subject.end : other.start]
        if "," in between or ";" in between or not AND.isdisjoint(between):
            return False
        if not ADDRESSING.isdisjoint(between) or is_governed(one, other):
            continue  # the listener: `Lind told Berg in televised comments`, `Lind said to Berg in opening remarks`
        if len(between) >= _NEAR:
            return False
        spoke = any(is_saying(one, at) for at in range(other.end, min(other.end + _NEAR, view.end)))
        if has_cases(one.words[other.end - 1]) and not other.nominative:
            continue  # `«…», — ответил Линд на критику Берга, который считает`
        if (
            other.who != subject.who
            and spoke
            and not begins_subordinate(one.words[before_titles(one, other)])
        ):
            return True
    return False


def _is_supposed(view: View, subject: Mention) -> bool:
    """Return whether a condition or a denial governs the subject: `if Lind had said “…”`, `few believe that Lind said “…”`."""
    one, place = view.one, before_titles(view.one, subject)
    if not view.start <= subject.start < view.sign or place < view.start:
        return False
    if one.folded[place] in CONDITIONAL:  # `if Lind is to be believed` is no condition
        verbs = range(subject.end, min(subject.end + _NEAR, view.sign))
        return any(
            is_saying(one, at) and INFINITIVES.isdisjoint(one.folded[subject.end : at]) for at in verbs
        )
    begin = clause_begin(one, view.start, place)
    return one.folded[place] in SUBORDINATE and (
        any(map(limits, one.words[begin:place]))
        or not _DOUBTING.isdisjoint(
            one.folded[view.sign + 1 : view.end]
        )  # `reports that Lind said “…” are false`
    )


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
            if is_subject or (place > view.start and _says_before(one, place, view.start)):
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
    named_with_colon,
    named_with_dash,
    owner_of_words,
    according_to,
    announced_with_auxiliary,
    verb_before,
    uttered_by,
    dash_and_name,
    verb_further_behind,
    doing_before,
)


_BEFORE = (
    owner_in_double_genitive,
    quoted_by,
    heard_from,
    done_by,
    named_with_colon,
    owner_of_words,
    according_to,
    announced_with_auxiliary,
    verb_before,
)  # these rules do not use the words after the quotation


_RELAYING = frozenset({Kind.BODY, Kind.SOMEBODY, Kind.UNSURE, Kind.DOCUMENT})
_SPEAKING = frozenset({Kind.PERSON, Kind.TITLE, Kind.PRONOUN})


_NAMING_OWNERS = frozenset({ascribed_to, quoted_by, heard_from, named_with_colon})
_BY_PHRASE = frozenset(
    {
        ascribed_to,
        owner_in_double_genitive,
        quoted_by,
        heard_from,
        according_to,
        owner_of_words,
        owner_in_apposition,
        done_by,
        named_with_colon,
        words_of_behind,
    }
)  # these rules do not look for the subject of a verb


def _goes_on(view: View) -> bool:
    """Return whether a comma or a dash after the quotation shows that its sentence continues."""
    behind = view.one.words[view.sign + 1 : view.sign + 2]
    return any(word == "," or is_dash(word) for word in behind)
