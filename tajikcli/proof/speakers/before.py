"""The rules that find the speaker in the words before a quotation: `Lind said that “…”`, `Lind: “…”`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.forms import has_cases
from tajikcli.proof.grammar import INFINITIVES
from tajikcli.proof.speakers.clauses import (
    GERUNDS,
    cased_antecedent,
    cased_bounds,
    gives_words,
    in_cased_clause,
    is_in_relative_clause,
    is_reporter,
)
from tajikcli.proof.speakers.marks import is_dash
from tajikcli.proof.speakers.mention import Kind, Mention
from tajikcli.proof.speakers.noun_phrases import named_in_apposition, noun_behind
from tajikcli.proof.speakers.objects import before_titles, has_subject, is_governed, is_object
from tajikcli.proof.speakers.sentence import (
    Sentence,
    before_brackets,
    is_bracketed,
    mention_ending,
)
from tajikcli.proof.speakers.subjects import is_in_inserted_clause, subject_before
from tajikcli.proof.speakers.titles import office_of
from tajikcli.proof.speakers.told import BESIDE, is_in_clause_before, is_told_of, rejoined, teller
from tajikcli.proof.speakers.verbs import is_adverb, is_denied, is_passive, is_saying, is_told, may_say
from tajikcli.proof.speakers.view import WIDE, View, clause_begin, denied, somebody
from tajikcli.proof.speech import (
    ADDRESSING,
    AGENTS,
    AND,
    AS_REPORTED,
    AWAITING,
    BE,
    CLOSED,
    DENIALS,
    DETERMINERS,
    HEARING,
    MODALS,
    OBJECTS,
    OPENERS,
    OWNERS,
    SILENT,
    SUBORDINATE,
    SUPPOSEDLY,
    VERBS,
    WITHHOLDING,
    WORDS_OF,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_SMALL = CLOSED | SUBORDINATE
_LEADING = DENIALS | MODALS
_NOT_ANNOUNCING = SILENT | HEARING | CLOSED
_BEFORE_NOUNS = DETERMINERS | OWNERS
_HEARING = HEARING | AWAITING

_ALL = together()


def verb_before(view: View) -> Mention | None:
    """Find a verb of saying before the quotation, and its subject: `Lind told Berg that “…”`, `Lind boasted: “…”`, `Линд заявил: «…»`."""
    one = view.one
    if _is_heard(view):
        return denied(view.sign - 1)
    inner: Mention | None = None
    negated: Mention | None = None
    for verb in _verbs_before(view):
        sure = is_saying(one, verb)
        if inner is not None and (not sure or not _is_same_clause(one, verb, inner)):
            continue
        if is_denied(one, verb):
            if sure:
                return denied(verb)
            negated = negated or denied(
                verb
            )  # `Lind admitted that it was not enough: “…”`, `Lind did not tweet: “…”`
            continue
        if view.sign - verb <= BESIDE and _is_told_to(one, verb):
            return somebody(verb)
        found = agent(one, verb) or _subject(one, verb, view)
        is_inner = found is not None and (
            is_in_clause_before(view, found, verb)
            or (not sure and (found.kind in _THINGS or is_told_of(one, found)))
        )
        if is_inner or (found is not None and _is_in_question(one, found)):
            inner = found  # `She called his ideas “…”`, `he says the team needs “…”`, `Lind said what he thinks: “…”`
            continue
        is_outer = inner is not None and is_told_of(one, inner)  # `The report says Lind leads “…”`
        if found is not None and (inner is None or is_outer or found.kind not in _THINGS):
            return rejoined(one, found, verb) or found
        if one.folded[verb] in ADDRESSING and _is_of_somebody_else(one, verb):
            return somebody(verb)
    return teller(one, inner) if inner is not None and is_told_of(one, inner) else inner or negated


def _is_heard(view: View) -> bool:
    """Return whether the last verb before a quotation is one of hearing or waiting: `Lind expected to hear “…”`, `Lind waited for a reply: “…”`, `Линд услышал в ответ: «…»`."""
    one, last = view.one, view.sign - 1
    if last <= view.start:
        return False
    if one.words[last] != ":":
        return one.folded[last] in HEARING
    begin = clause_begin(one, view.start, last)
    if one.folded[begin] in SUBORDINATE:
        return False  # `Lind said that he was sorry and that he had learned: “…”`
    verb = next(
        (
            at
            for at in range(last - 1, begin - 1, -1)
            if one.folded[at] in _HEARING
            or (
                is_saying(one, at) and not (_is_noun_for_words(one, at) and one.folded[at - 1] in DETERMINERS)
            )
        ),
        None,
    )
    return verb is not None and one.folded[verb] in _HEARING


_THINGS = frozenset({Kind.SOMEBODY, Kind.PLACE, Kind.BODY, Kind.DOCUMENT})


def _is_told_to(one: Sentence, verb: int) -> bool:
    """Return whether a pronoun or a title is the object that shall say the words: `taught him to say “…”`, `ordered his ministers to say “…”`."""
    if verb < 2 or one.folded[verb - 1] not in INFINITIVES:
        return False
    told = one.folded[verb - 2]
    return told in OBJECTS or bool(office_of(told) or office_of(told.removesuffix("s")))


def _is_in_question(one: Sentence, subject: Mention) -> bool:
    """Return whether a pronoun is the subject of an indirect question: `what he thinks`."""
    word = one.folded[subject.start - 1] if subject.start else ""
    return subject.kind is Kind.PRONOUN and word in OPENERS and word not in _SMALL


def _is_same_clause(one: Sentence, verb: int, inner: Mention) -> bool:
    """Return whether neither a comma nor `and` is between a verb and a subject after it."""
    between = one.folded[verb + 1 : inner.start]
    return verb < inner.start and "," not in between and AND.isdisjoint(between)


def doing_before(view: View) -> Mention | None:
    """Find a name with any verb, without another person in between: `Lind grumbled to the crowd that “…”`."""
    one = view.one
    for verb in range(view.sign - 1, view.start, -1):
        if one.words[verb] in {";", ":"}:
            return None
        if any(
            other.end == verb + 1 and other.is_named and not is_object(one, other) for other in one.mentions
        ):
            return None
        if may_say(one, verb) and not is_saying(one, verb):
            place = verb
            while place > view.start and is_adverb(one.folded[place - 1]):
                place -= 1
            mention = mention_ending(one, before_brackets(one, place, view.start))
            if mention is None or mention.possessive or is_object(one, mention, verb):
                continue
            if _is_remark(one, verb, view.sign):
                return somebody(verb)
            if is_denied(one, verb) or is_passive(one, verb):
                return somebody(verb)
            return mention
    return None


def _is_remark(one: Sentence, verb: int, sign: int) -> bool:
    """Return whether a verb is in a remark that closes before a form of `be` and the words: `Lind's view, one Berg shares, is that`."""
    last = sign - 1
    while last > verb and one.folded[last] in SUBORDINATE:
        last -= 1
    return (
        last - 1 > verb
        and one.folded[last] in BE
        and (one.words[last - 1] == "," or is_dash(one.words[last - 1]))
    )


def announced_with_auxiliary(view: View) -> Mention | None:
    """Find the subject of a sentence with an auxiliary or a negation that ends in a colon: `Lind would later boast: “…”`, `Lind did not hesitate: “…”`.

    A negated verb announces words only if it is one of withholding them.
    """
    one, colon = view.one, view.sign - 1
    if colon <= view.start or one.words[colon] != ":":
        return None
    begin = clause_begin(one, view.start, colon)
    for verb in range(colon - 1, begin, -1):
        first = verb
        while first > begin and (one.folded[first - 1] in _LEADING or is_adverb(one.folded[first - 1])):
            first -= 1
        led = one.folded[first:verb]
        if not DENIALS.isdisjoint(led):
            announces = one.folded[verb] in WITHHOLDING
        else:
            announces = (
                not MODALS.isdisjoint(led)
                and one.words[verb].islower()
                and not is_adverb(one.folded[verb])
                and one.folded[verb] not in _NOT_ANNOUNCING
            )
        if announces and not SUPPOSEDLY.isdisjoint(led) and DENIALS.isdisjoint(led):
            return denied(verb)  # `Lind might say Berg was right: “…”`
        if announces:
            subjects = [
                mention
                for mention in one.mentions
                if begin <= mention.start
                and mention.end <= (colon if has_cases(one.words[verb]) else first)
                and mention.nominative
                and not mention.possessive
                and not is_governed(one, mention)
            ]
            return subjects[0] if len({each.who for each in subjects}) == 1 else None
    return None


def _verbs_before(view: View) -> Iterator[int]:
    """Yield the verbs before a quotation that may introduce it, the nearest first."""
    one = view.one
    adjacent = view.sign - 1
    while adjacent >= view.start and (
        one.words[adjacent] in {":", ","}
        or is_dash(one.words[adjacent])
        or one.folded[adjacent] in SUBORDINATE
    ):
        adjacent -= 1
    colon = view.sign - 1 >= view.start and one.words[view.sign - 1] == ":"
    clause = clause_begin(one, view.start, view.sign - 1)
    if not colon and (one.words[view.sign - 1] != "," or one.folded[clause] not in AS_REPORTED):
        clause = view.sign  # `Как выразился Линд, «…»`
    for place in range(view.sign - 1, max(view.start - 1, view.sign - 1 - 3 * WIDE), -1):
        if one.words[place] == ";":
            return
        if (_is_noun_for_words(one, place) and place < adjacent) or _is_noun(one, place):
            continue
        if place > view.start and not is_saying(one, place) and one.folded[place - 1] in ADDRESSING:
            continue  # `told reporters`
        if is_saying(one, place) or (may_say(one, place) and (place == adjacent or place >= clause)):
            yield place
    if colon:
        # The subject of a sentence that ends with a colon is the speaker, whatever the verb.
        yield from (
            place
            for place in range(view.start, view.sign - 1)
            if (may_say(one, place) and not is_saying(one, place)) or gives_words(one, place)
        )


def _is_noun_for_words(one: Sentence, place: int) -> bool:
    """Return whether a word is a noun for words: `Lind's warning to Berg`, but not `by warning Berg`."""
    if one.folded[place] not in WORDS_OF or not one.folded[place].endswith(GERUNDS):
        return one.folded[place] in WORDS_OF
    before = mention_ending(one, place)
    return one.folded[place - 1] in _BEFORE_NOUNS or (before is not None and before.possessive)


def _is_noun(one: Sentence, place: int) -> bool:
    """Return whether a word is a noun that looks like a verb in the plural, after an article and in the singular: `struck a different note`."""
    word = one.folded[place]
    if has_cases(word) or f"{word}s" not in VERBS or one.folded[place - 1].endswith("s"):
        return False
    if word in WORDS_OF and one.folded[place - 1] in DETERMINERS:
        return False  # `used the phrase “…”`
    for at in range(place - 1, max(-1, place - 4), -1):
        if one.folded[at] in DETERMINERS:
            return True
        if not one.words[at][0].isalpha() or one.folded[at] in CLOSED:
            return False
    return False


def agent(one: Sentence, verb: int) -> Mention | None:
    """Return the person after `announced by`."""
    if AGENTS.isdisjoint(one.folded[verb + 1 : verb + 2]):
        return None
    return noun_behind(one, verb + 2, len(one.words))[0]


def _subject(one: Sentence, verb: int, view: View) -> Mention | None:
    """Return the subject of a verb of saying before a quotation."""
    if has_cases(one.words[verb]):
        begin, end = cased_bounds(one, verb, view)
        related = cased_antecedent(one, begin, view.start)
        if related is not None:
            return related
        found = in_cased_clause(one, begin, end)
        if found is not None and found.kind is not Kind.SOMEBODY:
            return found
        nominatives = [
            named_in_apposition(one, mention)
            for mention in one.mentions
            if view.start <= mention.start
            and mention.end <= begin
            and mention.nominative
            and not is_governed(one, mention)
            and (
                mention.is_named
                or mention.kind in {Kind.PRONOUN, Kind.TITLE, Kind.BODY, Kind.FORMER, Kind.LATTER}
            )
            and not is_in_relative_clause(one, mention)
            and not is_reporter(one, mention)
            and not is_bracketed(one, mention)
            and not is_in_inserted_clause(one, mention, view.start)
            and not _is_compared(one, mention)
        ]
        return nominatives[-1] if nominatives and len({one.who for one in nominatives}) == 1 else found
    subject = subject_before(one, verb, view.start)
    if subject is not None:
        return subject
    if one.folded[verb] in WORDS_OF and is_told(
        one, verb, view.start
    ):  # `was greeted by Lind with the words`
        agent = next((at for at in range(view.start, verb) if one.folded[at] in AGENTS), verb)
        return noun_behind(one, agent + 1, verb)[0]
    if one.folded[verb] in ADDRESSING or one.folded[verb] in WORDS_OF or has_subject(one, verb):
        return None
    return noun_behind(one, verb + 1, view.sign)[0]


def _is_compared(one: Sentence, mention: Mention) -> bool:
    """Return whether a name between commas is only compared with the subject: `Линд, как и Берг, отметил`."""
    before = before_titles(one, mention)
    return (
        before > 1
        and one.folded[before] in AND
        and one.folded[before - 1] in AS_REPORTED
        and one.words[before - 2] == ","
        and one.words[mention.end : mention.end + 1] == [","]
    )


def _is_of_somebody_else(one: Sentence, verb: int) -> bool:
    """Return whether a verb of telling has a subject that is not a name: `the guest told her`, `she was told`."""
    word = one.folded[verb]
    return not word.endswith(_ALL.gerund_endings) and (has_subject(one, verb) or is_told(one, verb + 1))
