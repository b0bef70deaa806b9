"""Find fragments that a draft denies, limits, doubts, or applies to a country other than the record's: `China is not “a reliable ally”`."""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import together
from tajikcli.language.countries import capital_of, countries_in, is_adjective
from tajikcli.proof.fragments import turned_by
from tajikcli.proof.grammar import (
    AFFIRMING,
    ARTICLES,
    AUXILIARIES,
    BELIEVING,
    CLOSING_NEGATIONS,
    CONDITIONAL,
    CONJUNCTIONS,
    DOUBTING,
    FINITE,
    INVERTED_CONDITIONS,
    OF,
    POSSIBILITY,
    PRONOUNS,
    PRONOUNS_OF_SPEAKER,
    SAID_THAT,
    SAYING,
    SUBORDINATING,
    WANTING,
    is_adverb,
    is_negation,
    is_number,
    is_part,
    limits,
)
from tajikcli.proof.speech import STATES
from tajikcli.text import fold_letters, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.proof.candidate import Candidate

_THAT = SAID_THAT | SUBORDINATING
_SUBJECTS = PRONOUNS | SAID_THAT

_ALL = together()
_LINKING = AUXILIARIES | ARTICLES | PRONOUNS_OF_SPEAKER | POSSIBILITY | word_set(_ALL.linking)
_PREPOSITIONS = frozenset(fold_letters(_ALL.prepositions).split())
_DISTANCING = tuple(tuple(phrase.split()) for phrase in _ALL.distancing)
_DEFINITE = word_set(_ALL.before_titles)
_TO = word_set(_ALL.infinitives)
_CALLING = word_set(_ALL.calling)
_BEGINNING = FINITE | word_set(_ALL.linking)  # the first words of a predicate
_GOVERNING = DOUBTING | ARTICLES | _TO | OF
PART = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*|\S")  # a word, or any other character
# A few words in marks of their own between the words of a sentence: `did “not” “agree”`.
_MARKED = re.compile(r"[\u201c\u201e\"\u00ab]([^\W\d_]+(?:['\u2019 ][^\W\d_]+){0,2})[\u201c\u201d\"\u00bb]")
SENTENCE_END = re.compile(
    r"[.!?;\u2026\u201d\u00bb][\u201d\u00bb)]?\s"
)  # the end of a sentence, or of other words in marks
NEXT_WORDS = re.compile(r"[.!?;\u201c\u201e\"\u00ab]")  # the end of the sentence, or other words in marks
_DASHES = frozenset("\u2013\u2014-")
_CONTINUING = _DASHES | {
    *',\u201c\u201d"\u00bb'
}  # the marks after which a sentence may go on before a quotation
_CONDITIONS = CONDITIONAL | INVERTED_CONDITIONS
_MOST = 9  # the maximum number of words in a subject and in its link with its predicate
_ASIDE = 6  # the maximum number of words between the commas of an aside
_NEAR = 2  # the number of words within which a negation is before the word that it governs
LONGEST = 240  # the number of characters within which these words are


class Predicate(NamedTuple):
    """The draft's words directly before a quotation that is part of one of its sentences.

    Attributes:
        denied: whether a word denies, limits or rejects it.
        possible: whether it is only possible (`could become`).
        conditional: whether the sentence begins with a condition.
        countries: the codes of the country that is the subject; empty if there is none.
        person: the last word of the name of the person who is described (`called Lind`), or of the body that is the
            subject (`the Alliance is`), folded; empty if there is none.
        topics: the codes of the countries of which the words are said (`said of Aland`), or on which the subject
            depends (`relations with Aland are`).
    """

    denied: bool = False
    possible: bool = False
    conditional: bool = False
    countries: frozenset[str] = frozenset()
    person: str = ""
    topics: frozenset[str] = frozenset()


def predicate_of(before: str, behind: str = "") -> Predicate:
    """Return the predicate that a draft has directly before a quotation: `Aland is not “…”`, `called Aland “…”`.

    Args:
        before: the draft's own words before the opening mark; only the last of them are read.
        behind: the draft's own words after the closing mark.
    """
    if _is_denied_behind(behind):
        return Predicate(denied=True)
    text = before[-LONGEST:]
    end_of_words = text.rstrip()[-1:]
    followed = _is_conditional_behind(behind)
    if not (end_of_words.isalnum() or end_of_words in _CONTINUING):
        return Predicate(conditional=followed)  # as between sentences
    text = _MARKED.sub(r"\1", text)
    begin = max((match.end() for match in SENTENCE_END.finditer(text)), default=0)
    first = PART.search(text, begin)
    opened = (
        first is not None
        and first[0].casefold() in _CONDITIONS
        and (begin > 0 or len(before) < LONGEST)
        and BELIEVING.isdisjoint(map(str.casefold, PART.findall(text[begin:])))  # `If Lind is to be believed`
    )
    end_of_words = text.rstrip()[-1:]
    if not end_of_words.isalnum() and end_of_words not in _DASHES:
        return Predicate(conditional=followed or (opened and end_of_words == ","))
    if before[-1:].isalpha():
        return Predicate(denied=True)  # letters touch the mark: `dis“satisfied”`
    parts = PART.findall(text[begin:])
    rejected = not _is_named_only(parts) and _is_rejected(parts)
    parts = _without_aside(parts)
    words: list[str] = []
    for part in reversed(parts):
        if len(words) == _MOST or not (part[0].isalpha() or part in _DASHES):
            break
        if part not in _DASHES:
            words.insert(0, part)
    end = _before_linking(words)
    link = words[end:]
    said = Predicate(
        denied=rejected or _is_denied(link) or (_has_verb(link) and _is_of_a_part(words[:end])),
        possible=any(word.casefold() in POSSIBILITY for word in link),
        conditional=followed or opened,
    )
    named = [one for one in countries_in(words) if one.end == end]
    if not named:
        is_linked = any(word.casefold() in FINITE for word in link)
        person = _described_person(words[:end]) or (_named_subject(words[:end]) if is_linked else "")
        return said._replace(person=person)
    if is_adjective(fold_letters(words[end - 1])):
        return said
    start = named[-1].start
    governed = start > 0 and fold_letters(words[start - 1]) in _PREPOSITIONS
    if governed:
        return said._replace(topics=named[-1].codes) if _has_verb(link) else said
    return said._replace(countries=named[-1].codes)


def _named_subject(words: Sequence[str]) -> str:
    """Return the last word of a name before a verb that is no country, folded: `the Alliance`; the first word may only begin a sentence."""
    last = words[-1] if len(words) > 1 else ""
    is_name = last[:1].isupper() and not is_adjective(fold_letters(last)) and capital_of(last) is None
    return fold_letters(last) if is_name and fold_letters(last) not in STATES else ""


def _is_denied_behind(behind: str) -> bool:
    """Return whether the words after a quotation deny it: `“…” is not what Lind said`, `«…» нест`.

    Whether somebody said it (`“…” was never said by Lind`) is about the speaker.
    """
    parts = [match[0].casefold() for match in islice(PART.finditer(behind), 3)]
    first, second, third = (*parts, "", "", "")[:3]
    return first in CLOSING_NEGATIONS or (first in FINITE and is_negation(second) and third not in SAYING)


def _is_conditional_behind(behind: str) -> bool:
    """Return whether a condition follows a quotation in its sentence: `“…,” Lind said, if the bridge holds`."""
    if "," not in behind:
        return False
    parts = PART.findall(NEXT_WORDS.split(behind, maxsplit=1)[0])
    return any(comma == "," and part.casefold() in CONDITIONAL for comma, part in pairwise(parts))


def _without_aside(parts: list[str]) -> list[str]:
    """Return the parts of a sentence without an aside directly before its last verb: `Aland, Lind said, is`."""
    commas = [place for place, part in enumerate(parts) if part == ","]
    if len(commas) < _NEAR:
        return parts
    first, last = commas[-2:]
    link = parts[last + 1 :]
    if (
        not link
        or last - first - 1 > _ASIDE
        or _before_linking(link)
        or not all(part[0].isalpha() for part in link)
    ):
        return parts
    return parts[:first] + link


def _has_verb(link: Sequence[str]) -> bool:
    return any(word.casefold() not in ARTICLES for word in link)


def _is_named_only(parts: Sequence[str]) -> bool:
    """Return whether the quoted words name a thing and say nothing about a subject: `failed to settle the “…”`."""
    *_, before, last = ("", "", *parts[-2:])
    is_predicate = before.casefold() in _LINKING or before.istitle() or is_negation(before)
    return last.casefold() in _DEFINITE and not is_predicate


def _is_rejected(parts: Sequence[str]) -> bool:
    """Return whether a word before a quotation rejects, doubts or wishes for what its clause says: `rejected the idea that`."""
    for place in range(len(parts) - 1, -1, -1):
        part, following = parts[place].casefold(), [one.casefold() for one in parts[place + 1 : place + 2]]
        if not part[0].isalnum():
            if part in _DASHES or (part == "," and following and following[0] in _THAT):
                continue
            return False
        if part in CONJUNCTIONS and following:
            if following[0] in SAYING or following[0] in FINITE or following[0] in _SUBJECTS:
                return False
        elif part in DOUBTING or (part in WANTING and _wants_another(parts, place)):
            return not _is_negated(parts, place)
        elif part in BELIEVING and _is_negated(parts, place):
            return True
        elif part in SAYING and not _is_object(parts, place, following):
            return False
    return False


def _wants_another(parts: Sequence[str], place: int) -> bool:
    """Return whether a verb of wanting has an object, or a clause, that is to do something: `wanted Aland to be`.

    In `wanted to stress` and `expected Lind to say`, somebody says the words.
    """
    behind = [part.casefold() for part in parts[place + 1 :]]
    markers = _TO | _THAT
    return (
        bool(behind)
        and behind[0] not in _TO
        and any(one in markers and then not in SAYING for one, then in pairwise((*behind, "")))
    )


def _is_object(parts: Sequence[str], place: int, following: Sequence[str]) -> bool:
    """Return whether a word of saying is a noun or an infinitive that an earlier word governs: `dismissed the claims that`."""
    *_, earlier, before = ("", "", *(part.casefold() for part in parts[max(0, place - _NEAR) : place]))
    if before in _GOVERNING:
        return True
    return earlier in DOUBTING and before not in PRONOUNS and not SAID_THAT.isdisjoint(following)


def _is_negated(parts: Sequence[str], place: int) -> bool:
    return any(map(is_negation, (*parts[max(0, place - _NEAR) : place], *parts[place + 1 : place + 2])))


def _is_of_a_part(subject: Sequence[str]) -> bool:
    """Return whether the subject of a verb is only a part: `some in Oslo were`."""
    begin = next(
        (
            n
            for n in range(len(subject), 0, -1)
            if subject[n - 1].casefold() in SAYING or subject[n - 1].casefold() in SAID_THAT
        ),
        0,
    )
    first = subject[begin : begin + 1]
    return (
        bool(first)
        and (is_part(first[0]) or _is_limit(first[0]))
        and not any(map(is_number, subject[begin + 1 : begin + 2]))
    )


def _is_limit(form: str) -> bool:
    folded = form.casefold()
    return limits(form) and folded not in SAYING and folded not in POSSIBILITY


def turned_around(candidate: Candidate, first: int, last: int, said: Predicate) -> tuple[int, int] | None:
    """Return the words on record before a fragment, if a draft denies or limits it, or applies it to a different country or to a person.

    Args:
        candidate: the text on record.
        first: the first token of the fragment.
        last: the token after the fragment.
        said: the draft's words before it.
    """
    start, _ = candidate.sentence_of(first)
    if (said.denied or said.possible or said.conditional) and turned_by(candidate, first, last) is None:
        on_record = predicate_of(
            candidate.text[slice(candidate.tokens[start].start, candidate.tokens[first].start)]
        )
        if any(here and not there for here, there in zip(said[:3], on_record[:3], strict=True)):
            return max(start, first - 1), max(first, start + 1)
    if said.topics and not any(one.codes & said.topics for one in countries_in(candidate.forms)):
        return max(start, first - 1), max(first, start + 1)
    if not (said.countries or said.person) or first == start:
        return None
    end = start + _before_linking(candidate.forms[start:first])
    begins_with_verb = end == first and candidate.forms[first].casefold() in _BEGINNING
    if not begins_with_verb and all(form.casefold() in ARTICLES for form in candidate.forms[end:first]):
        return None  # no verb links them
    if said.person and not _is_of_another(candidate.forms[start:end], said.person):
        return None
    subject = [one for one in countries_in(candidate.forms[start:end]) if start + one.end == end]
    if subject and subject[-1].codes & said.countries:
        return None
    return start + (subject[-1].start if subject else max(0, end - start - 1)), first


def _described_person(words: Sequence[str]) -> str:
    """Return the last word of a name that is the object of a verb before it, folded: `called President Lind`."""
    place = len(words)
    while place and words[place - 1].istitle() and words[place - 1].casefold() not in _CALLING:
        place -= 1
    is_object = 0 < place < len(words) and words[place - 1].casefold() in _CALLING
    return fold_letters(words[-1]) if is_object and capital_of(words[-1]) is None else ""


def _is_of_another(subject: Sequence[str], person: str) -> bool:
    """Return whether the subject on record is neither the person that a draft describes nor a pronoun that may mean the person."""
    folded = [fold_letters(form) for form in subject]
    return person not in folded and folded[-1:] != [] and folded[-1] not in PRONOUNS


def _before_linking(words: Sequence[str]) -> int:
    """Return the number of words before the last ones that link a subject with its predicate: `is not a`, `as`."""
    end = len(words)
    while end:
        phrase = _phrase(words[:end])
        if phrase:
            end -= phrase
        elif (
            words[end - 1].casefold() in _LINKING
            or is_negation(words[end - 1])
            or limits(words[end - 1])
            or is_adverb(words[end - 1])
        ):
            end -= 1
        else:
            break
    return end


def _phrase(words: Sequence[str]) -> int:
    """Return the number of words in the distancing phrase with which words end; 0 if there is none."""
    lower = tuple(word.casefold() for word in words[-_MOST:])
    return max((len(phrase) for phrase in _DISTANCING if lower[-len(phrase) :] == phrase), default=0)


def _is_denied(link: Sequence[str]) -> bool:
    """Return whether a word between a subject and its predicate denies or limits the predicate."""
    if any(_phrase(link[: end + 1]) for end in range(len(link))):
        return True
    return any(
        _is_limit(form)
        and not (is_negation(form) and following.casefold() in AFFIRMING)
        and not (is_negation(before) and form.casefold() in AFFIRMING)
        for (before, form), (_, following) in pairwise(pairwise(("", *link, "")))
    )
