"""Speakers to whom a sentence ascribes a quotation: `quoted by`, `attributed to`, `words uttered by`."""

from __future__ import annotations

from tajikcli.language.all_languages import together
from tajikcli.language.forms import has_cases, nominatives
from tajikcli.proof.grammar import limits
from tajikcli.proof.speakers.clauses import any_case_behind, owner_of_cited
from tajikcli.proof.speakers.marks import QUOTE
from tajikcli.proof.speakers.mention import Kind, Mention
from tajikcli.proof.speakers.noun_phrases import noun_behind
from tajikcli.proof.speakers.objects import before_titles, is_governed
from tajikcli.proof.speakers.sentence import Sentence, mention_ending, mention_starting
from tajikcli.proof.speakers.subjects import subject_before
from tajikcli.proof.speakers.verbs import is_told
from tajikcli.proof.speakers.view import FEW, View, denied, frame
from tajikcli.proof.speech import (
    AGENTS,
    ASCRIBED_TO,
    ASCRIBING,
    CITING,
    HEARD_FROM,
    PREPOSITIONS,
    QUOTING,
    SILENT,
    SUPPOSEDLY,
    UTTERED,
    WORDS_OF,
)

_ALL = together()
_BESIDE = 3  # words before a verb of ascribing that may deny it


def quoted_by(view: View) -> Mention | None:
    """Find the object of a verb of quoting: `«…», — цитирует Линда агентство`, `the agency quoted Lind: “…”`, `recalled Lind's words`."""
    one = view.one
    if CITING.isdisjoint(one.folded) and QUOTING.isdisjoint(one.folded):
        return None
    for start, end in ((frame(view)[0], view.end), (view.start, view.sign)):
        for place in range(start, end):
            if one.folded[place] in CITING:
                owner = owner_of_cited(one, place + 1, end)
                if owner is not None:
                    return owner
            if one.folded[place] in CITING and _is_after_person(one, place + 1, end):
                return denied(place)
            if one.folded[place] in QUOTING and not AGENTS.isdisjoint(one.folded[place + 1 : place + 2]):
                passive = _quoted_in_passive(view, place, start, end)
                if passive is not None:
                    return passive
                continue
            if one.folded[place] in QUOTING:
                object_ = mention_ending(one, place)
                if (
                    object_ is not None
                    and object_.start >= start
                    and object_.is_named
                    and not object_.nominative
                ):
                    return object_._replace(nominative=True)
                titled = mention_starting(one, place + 1)
                if titled is not None and titled.kind is Kind.TITLE and not titled.nominative:
                    return titled._replace(nominative=True)  # `цитирует президента пресс-служба`
                named, _ = any_case_behind(one, place + 1, end)
                if named is not None and has_cases(one.words[place]):
                    named = _object_of_quoting(one, named, end)
                if (
                    named is not None
                    and (named.is_named or named.kind in {Kind.TITLE, Kind.DENIED})
                    and not is_told(one, place + 1, start)
                ):
                    return named
    return None


def _object_of_quoting(one: Sentence, named: Mention, end: int) -> Mention:
    """Return the person quoted if the person named first is the one who quotes: `процитировал Берг Линда`; nobody if only that person is named."""
    original = mention_starting(one, named.start)
    if original is None or not original.known or not original.nominative:
        return named
    other = next((one_ for one_ in one.mentions if named.end <= one_.start and one_.end <= end), None)
    is_object_ = other is not None and other.is_named and not other.nominative and not is_governed(one, other)
    return other._replace(nominative=True) if other is not None and is_object_ else denied(named.start)


def _quoted_in_passive(view: View, place: int, start: int, end: int) -> Mention | None:
    """Return the subject of a passive verb of quoting before its agent: `“…,” Lind was quoted by the agency as saying`.

    Without a subject, a person who quotes words says whose they are elsewhere: `“…,” as quoted by Lind`.
    """
    one = view.one
    subject = subject_before(one, place, start)
    if subject is not None or place < view.sign:
        return subject  # `Quoted by the agency, Lind told Berg: “…”`
    quoting, _ = noun_behind(one, place + 2, end)
    is_person = quoting is not None and quoting.kind is Kind.PERSON
    return denied(place) if is_person else quoting


def _is_after_person(one: Sentence, place: int, end: int) -> bool:
    """Return whether a preposition and a person are at a position: `Berg repeated after Lind`."""
    if place >= end or one.folded[place] not in PREPOSITIONS or one.folded[place] in AGENTS:
        return False
    return any(
        mention.kind is Kind.PERSON and before_titles(one, mention) == place and mention.end <= end
        for mention in one.mentions
    )


def ascribed_to(view: View) -> Mention | None:
    """Find the person to whom the text ascribes the words: `the phrase “…” is attributed to Lind`, `слова «…» принадлежат Линду`."""
    one = view.one
    if ASCRIBING.isdisjoint(one.folded):
        return None
    for start, end in ((view.sign + 1, view.end), (view.start, view.sign)):
        for place in range(start, end):
            if one.folded[place] not in ASCRIBING:
                continue
            near = one.folded[max(0, place - FEW) : place + FEW]
            if QUOTE not in near and not any(map(is_word_for_words, near)):
                continue
            if (
                any(map(limits, one.folded[max(0, place - _BESIDE) : place]))
                or one.folded[place] in SUPPOSEDLY
            ):
                return denied(place)
            if one.folded[place].endswith(_ALL.describing_endings):
                if one.folded[place - 1] in HEARD_FROM:
                    return any_case_behind(one, place + 1, end)[0]  # `ин суханҳо аз они Линд мебошанд`
                continue  # Russian `они`
            if has_cases(one.folded[place]):
                return _owner_by_case(one, start, end)
            # `the phrase “…” came from Lind`, but not `Lind came from Salem to say “…”`
            joining = HEARD_FROM if one.folded[place] in SILENT else ASCRIBED_TO
            is_subject = one.folded[place] not in SILENT or place == view.sign + 1
            if is_subject and one.folded[place + 1 : place + 2] and one.folded[place + 1] in joining:
                named, _ = noun_behind(one, place + 2, end)
                # `the “danger” came from Lind's views`
                is_source = one.folded[place] not in SILENT or (named is not None and named.is_named)
                return named if is_source else None
    return None


def is_word_for_words(folded: str) -> bool:
    """Return whether a folded word is a noun for words, in any case or number."""
    return not WORDS_OF.isdisjoint(nominatives(folded) if has_cases(folded) else {folded})


def _owner_by_case(one: Sentence, start: int, end: int) -> Mention | None:
    """Return the only person between two positions whose name has neither the nominative nor a preposition: `принадлежат Линду`."""
    found = [
        mention
        for mention in one.mentions
        if start <= mention.start
        and mention.end <= end
        and mention.is_named
        and not mention.nominative
        and not mention.possessive
        and not is_governed(one, mention)
    ]
    return found[0]._replace(nominative=True) if len({mention.who for mention in found}) == 1 else None


def uttered_by(view: View) -> Mention | None:
    """Find the person said to have used the words: `the phrase “…” was used by Lind`."""
    one = view.one
    if AGENTS.isdisjoint(one.folded):
        return None
    for place in range(view.sign + 1, view.end):
        if one.folded[place] in AGENTS and one.folded[place - 1] in UTTERED:
            if any(map(limits, one.folded[max(view.sign, place - _BESIDE) : place])):
                return denied(place)  # `was never said by Lind`
            named, _ = noun_behind(one, place + 1, view.end)
            return named
    return None
