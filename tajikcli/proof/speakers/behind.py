"""The rules that find the speaker in the words after a quotation: `“…,” Lind said`, `“…,” said Lind`, `«…», — сказал Линд`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.forms import has_cases
from tajikcli.proof.grammar import CLAUSE_OPENERS, begins_subordinate
from tajikcli.proof.speakers.before import agent
from tajikcli.proof.speakers.clauses import (
    GERUNDS,
    any_case_behind,
    behind_aside,
    in_cased_clause,
    is_noun_of_words,
)
from tajikcli.proof.speakers.marks import is_dash
from tajikcli.proof.speakers.mention import Kind
from tajikcli.proof.speakers.noun_phrases import named_in_apposition, noun_behind
from tajikcli.proof.speakers.objects import before_titles, is_governed, is_object
from tajikcli.proof.speakers.sentence import Sentence, mention_ending, mention_starting
from tajikcli.proof.speakers.subjects import subject_before
from tajikcli.proof.speakers.verbs import is_adverb, is_denied, is_passive, is_saying, may_say
from tajikcli.proof.speakers.view import WIDE, View, clause_end, denied, frame, is_cased, somebody
from tajikcli.proof.speech import (
    ADDRESSING,
    AGENTS,
    AND,
    CONTRASTING,
    DETERMINERS,
    GESTURES,
    HEARD_FROM,
    HEARING,
    INVITING,
    PREPOSITIONS,
    RECEIVING,
    SILENT,
    USING,
    VERBS,
    WHO,
    WHOM,
    WORDS_OF,
)

if TYPE_CHECKING:
    from tajikcli.proof.speakers.mention import Mention

_FROM_ANOTHER = HEARD_FROM | AGENTS | HEARING

_ALL = together()
_JOINING = AND | CONTRASTING | CLAUSE_OPENERS
_BESIDE = 5  # the number of words after a dash that are searched for a verb


def said_behind(view: View) -> Mention | None:
    """Find a subject and a verb after the quotation: `“…,” Lind said`, `“…,” President Lind of Aland boasted in Oslo`."""
    one = view.one
    place, linked = frame(view)
    if place >= view.end or is_cased(one, place, view.end):
        return None
    subject, end = noun_behind(one, place, view.end)
    if subject is None:
        return None
    named = named_in_apposition(one, subject)
    if named is not subject:
        subject, end = named, named.end + (one.words[named.end : named.end + 1] == [","])
    remark = one.words[end : end + 1] == [","] and end + 1 < view.end and is_saying(one, end + 1)
    inner = noun_behind(one, end + 2, view.end)[0] if remark else None
    if inner is not None and inner.is_named:
        return inner  # `“….” This, said Lind, is what …`
    verb = _verb_behind(one, end, view.end)
    if verb is None or not (is_saying(one, verb) or (linked and may_say(one, verb))):
        return None
    if one.folded[verb] in WORDS_OF and not subject.possessive:
        return None
    if one.words[verb + 1 : verb + 2] == [":"] or _is_subordinate(view, verb):
        return None  # it names the speaker of the next quotation, or the main clause has another subject
    if is_denied(one, verb):
        return denied(verb)
    if is_passive(one, verb, end - 1):
        said = next((at for at in range(verb + 1, min(verb + 4, view.end)) if is_saying(one, at)), None)
        if said is None:
            return agent(one, verb) or somebody(verb)
        return denied(said) if is_denied(one, said) else subject  # `Lind was rumoured to have said`
    return subject


def _is_subordinate(view: View, behind: int) -> bool:
    """Return whether a quotation ends a clause that only introduces the next one: `While Lind said that it is “…,” Berg left`."""
    one = view.one
    if (
        is_saying(one, behind)
        or not begins_subordinate(one.words[view.start])
        or "," in one.words[view.start : view.sign]
    ):
        return False
    return any(is_saying(one, at) or may_say(one, at) for at in range(view.start + 1, view.sign))


def verb_behind(view: View) -> Mention | None:
    """Find a verb and a subject after the quotation: `“…,” said Lind`, `“…,” tweeted President Lind`."""
    one = view.one
    verb, linked = frame(view)
    if verb >= view.end or has_cases(one.words[verb]) or one.folded[verb].endswith(_ALL.gerund_endings):
        return None
    if not (is_saying(one, verb) or (linked and may_say(one, verb))) or one.folded[verb] in WORDS_OF:
        return None
    if one.folded[verb] in ADDRESSING and any(
        not mention.possessive
        and not is_object(one, mention)
        and view.start <= mention.start < view.sign
        and not any(may_say(one, at) for at in range(mention.end, view.sign))
        for mention in one.mentions
    ):
        return None  # `Lind, “…,” told Berg`
    subject, end = noun_behind(one, verb + 1, view.end)
    return somebody(verb) if subject is not None and _is_in_relative(one, verb, subject, end) else subject


def _is_in_relative(one: Sentence, verb: int, subject: Mention, end: int) -> bool:
    """Return whether a name after a noun is the subject of a relative clause about it: `“…,” says the man Lind calls a friend`."""
    is_described = before_titles(one, subject) > verb + 1 and one.folded[verb + 1] in DETERMINERS
    has_verb = end < len(one.words) and may_say(one, end) and not one.folded[end].endswith(GERUNDS)
    return subject.is_named and is_described and has_verb


def cased_behind(view: View) -> Mention | None:
    """Find a verb and a nominative after the quotation, in any order: `«…», — сказал Линд`, `«…», — Линд подчеркнул`."""
    one = view.one
    place, linked = frame(view)
    if not linked and not (place < view.end and is_saying(one, place)):
        return None
    end = clause_end(one, place, view.end)
    if not is_cased(one, place, end):
        return None
    if one.folded[place] in _JOINING and one.words[place - 1] == "," and view.sign > view.start:
        return None  # `Линд заявил: «…», и Берг это подтвердил`
    if is_dash(one.words[place - 1]) and not HEARING.isdisjoint(one.folded[place:end]):
        return denied(place)  # `«…», — слушал Линд`
    found = in_cased_clause(one, place, end) or behind_aside(one, end, view.end)
    is_described = not (WHOM | WHO).isdisjoint(one.folded[end + 1 : end + 3])
    if found is None and is_described and any(is_saying(one, at) for at in range(place, end)):
        return somebody(place)  # `«…», — сказал человек, которого Линд называет другом`
    return found or _gesturing(one, place, end)


def _gesturing(one: Sentence, place: int, end: int) -> Mention | None:
    """Return the subject of a verb that accompanies speech, directly after a dash: `— …, — улыбнулся Линд`, but not `— …, — приехал Линд`."""
    if place == 0 or not is_dash(one.words[place - 1]):
        return None
    for verb in range(place, min(place + _BESIDE, end)):
        if one.folded[verb] in SILENT:
            beside = next(
                (other for other in one.mentions if verb in {other.end, before_titles(one, other)}), None
            )
            is_subject = beside is not None and beside.nominative and not beside.possessive
            if beside is None or not is_subject or not place <= beside.start < end:
                return None
            if is_governed(one, beside):
                return denied(verb)  # `«…» — ин паём ба Линд буд`
            owns = any(is_noun_of_words(one, at) for at in range(place, verb))  # `суханони Линд буд`
            is_inverted = beside.start > verb
            return denied(verb) if is_inverted and not owns and one.folded[verb] not in GESTURES else beside
    return None


def dash_and_name(view: View) -> Mention | None:
    """Find a name after a dash, a bracket or a colon: `“…” — Anna Lind`, `“…”: Lind to Berg`, `“…” Speaker: Lind`, `«…» — Линд о встрече с Бергом`."""
    one = view.one
    place = view.sign + 1
    while place < view.end and one.words[place] in {".", ","}:
        place += 1
    label = mention_starting(one, place)
    if one.words[place + 1 : place + 2] == [":"] and (label is None or label.kind is Kind.TITLE):
        place += 1  # `“…” Speaker: Lind`
    if place >= view.end or not (is_dash(one.words[place]) or one.words[place] in {"(", ":"}):
        return None
    named, end = any_case_behind(one, place + 1, view.end)
    if named is None or not named.is_named or before_titles(one, named) != place:
        return None
    if view.end - end <= 1:
        return named
    original = next((other for other in one.mentions if other.start == named.start), named)
    behind = one.folded[end : view.end]
    comes_from_another = not _FROM_ANOTHER.isdisjoint(behind)
    if one.words[place] == "(" or comes_from_another or original.possessive or not original.nominative:
        return None
    beside = end + (one.words[end] == ",")  # `“…” — Anna Lind, to Ola Berg`
    is_doing = (  # `“…” — Lind, welcoming Berg`
        beside > end and one.folded[beside].endswith(GERUNDS) and "," not in one.words[beside : view.end]
    )
    is_label = one.folded[beside] in PREPOSITIONS or is_dash(one.words[end]) or is_doing
    return named if is_label or (one.words[place] == ":" and _acts(one, end)) else None


def _acts(one: Sentence, place: int) -> bool:
    """Return whether a word in a headline is a verb whose subject speaks before the colon: `“…”: Lind welcomes Berg`."""
    return may_say(one, place) or one.folded[place] in SILENT


def verb_further_behind(view: View) -> Mention | None:
    """Find a verb of saying at some distance after the quotation, and its subject: `“…” is how Lind described it`."""
    one = view.one
    refers = False  # whether a noun for words refers to the quotation: `with these words Lind greeted Berg`
    means = False  # whether it is the means of what somebody does
    for verb in range(view.sign + 1, view.end):
        if one.words[verb] == ";":
            return None
        if not refers and one.folded[verb] in WORDS_OF:
            refers, means = True, not USING.isdisjoint(one.folded[max(view.sign, verb - _BESIDE) : verb])
        if one.folded[verb] in HEARING and not any(is_saying(one, at) for at in range(verb + 1, view.end)):
            return denied(verb)  # `“…” is what Lind heard`
        if (is_saying(one, verb) or (refers and _follows_its_subject(one, verb))) and one.folded[
            verb
        ] not in WORDS_OF:
            is_wanted = not means and one.folded[verb] in INVITING and one.folded[verb] not in VERBS
            if is_denied(one, verb) or one.folded[verb] in RECEIVING or is_wanted:
                return denied(verb)  # `“…” was the answer Lind wanted`
            inverted = noun_behind(one, verb + 1, view.end)[0] if one.words[verb - 1] == "," else None
            if inverted is not None and inverted.is_named:
                return inverted  # `“…” if Berg may go, said Lind`
            if _begins_next_quotation(view, verb):
                return None
            found = agent(one, verb) or subject_before(one, verb, view.sign + 1) or inverted
            if found is not None:
                return found
    return None


def _begins_next_quotation(view: View, verb: int) -> bool:
    """Return whether a verb and its subject after `and` belong to the next quotation: `Lind spoke of “…” and Berg says “…”`."""
    one, joining = view.one, view.sign + 1
    if view.end >= len(one.words) or one.folded[joining] not in AND:
        return False
    mention = next((other for other in one.mentions if other.start > joining), None)
    return mention is not None and before_titles(one, mention) == joining and mention.end <= verb


def _follows_its_subject(one: Sentence, verb: int) -> bool:
    """Return whether a word can be the verb of a name: it is in lower case and directly follows the name."""
    mention = mention_ending(one, verb)
    return mention is not None and mention.is_named and not mention.possessive and one.words[verb].islower()


def _verb_behind(one: Sentence, place: int, end: int) -> int | None:
    """Return the verb of the name that ends at a position, after adverbs, brackets, and descriptions of the person."""
    bound = min(end, place + WIDE)
    while place < bound:
        word = one.words[place]
        if word == "(":
            place = next((at + 1 for at in range(place, bound) if one.words[at] == ")"), bound)
        elif is_dash(word):  # `Lind – who met Berg – summed up`
            close = next((at + 1 for at in range(place + 1, bound - 1) if is_dash(one.words[at])), None)
            return close if close is not None and may_say(one, close) else None
        elif word == ",":
            ahead = next(
                (
                    at + 1
                    for at in range(place + 1, bound - 1)
                    if one.words[at] == "," and is_saying(one, _past_adverbs(one, at + 1, bound))
                ),
                None,
            )
            if ahead is None and one.folded[place + 1 : place + 2] and one.folded[place + 1] in WHO:
                close = next((at + 1 for at in range(place + 1, bound - 1) if one.words[at] == ","), None)
                return close if close is not None and may_say(one, close) else None
            if ahead is None:
                ahead = _past_adverbs(one, place + 1, bound)
                if ahead >= bound or not is_saying(one, ahead):
                    return None
            place = ahead
        elif one.folded[place] in WHO | WHOM:  # `the man who drives Lind said`
            return next((at for at in range(place + 2, bound) if is_saying(one, at)), None)
        elif is_adverb(one.folded[place]):
            place += 1
        elif word[0].isalpha() and not is_saying(one, place) and one.folded[place] in PREPOSITIONS:
            _, behind = noun_behind(one, place + 1, bound)
            if behind <= place + 1:
                return None
            place = behind
        else:
            return place
    return None


def _past_adverbs(one: Sentence, place: int, end: int) -> int:
    while place < end - 1 and is_adverb(one.folded[place]):
        place += 1
    return place
