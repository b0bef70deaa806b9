"""The offices that a sentence names, with their countries: `Russian President`, `министр иностранных дел Таджикистана`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.extract.nominative import NOMINATIVE, case_of_office, in_nominative
from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import reports
from tajikcli.language.countries import countries_in, is_adjective
from tajikcli.language.folding import fold_letters
from tajikcli.language.forms import any_of, has_cases, is_possessive, nominatives
from tajikcli.language.names_of_countries import NAMES
from tajikcli.proof.grammar import FINITE, FUNCTION_WORDS
from tajikcli.proof.speech import AND, PAST_TENSES, VERBS, looks_like_verb
from tajikcli.text import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_ALL = together()
_REPORTS = reports()
_OF = word_set(fold_letters(f"{_ALL.of_office} {_ALL.articles}"))
_SMALL = _OF | word_set(fold_letters(f"{_ALL.prepositions} {_ALL.conjunctions}"))
_LONGEST_ABBREVIATION = 3  # letters
_STATES = word_set(fold_letters(_REPORTS.states))
_ABBREVIATED = frozenset(fold_letters(post) for post in _REPORTS.posts if post.isupper())
_BETWEEN = 5  # the maximum number of words between an office and its country (`of the Republic of`)
_MOST_INITIALS = 4  # the maximum number of initials of a country's name
_ARTICLES = word_set(fold_letters(_ALL.articles))
_DESCRIBING = word_set(fold_letters(f"{_ALL.out_of_office} {_ALL.in_office}"))
_OF_A_CLAUSE = VERBS | FINITE | word_set(fold_letters(_REPORTS.relative))
_NEVER_BEFORE = (_SMALL | _OF_A_CLAUSE | FUNCTION_WORDS | AND) - _DESCRIBING
_ADJECTIVES = {case: tuple(endings.split()) for case, endings in _REPORTS.adjectives_in_cases}
_PARTICIPLE = re.compile(rf"(?:{any_of(_REPORTS.active_participles)})\w{{2,3}}$")
_MOST_OF_A_ROLE = 9  # the maximum number of words after a name that name an office


class Office(NamedTuple):
    """An office in a sentence: its first word, the word after its end (including the country), its name and its countries."""

    start: int
    end: int
    name: str
    countries: frozenset[str]
    base: tuple[str, ...]


def office_at(words: Sequence[str], folded: Sequence[str], place: int) -> Office | None:
    """Return the office that begins at a position, with the country before or after it."""
    phrase = post_at(folded, place)
    size = len(phrase)
    if not size or (size == 1 and folded[place] in _ABBREVIATED and not words[place].isupper()):
        return None
    start, end = place, place + size
    countries: frozenset[str] = frozenset()
    first = _country_before(words, folded, place)
    if first is not None:
        start, countries = first
    behind = countries_in(words[end : end + _BETWEEN + 2])
    if behind and behind[0].start <= _BETWEEN:
        between = words[end : end + behind[0].start]
        if all(
            word[0].isalpha() and (word[0].isupper() or fold_letters(word) in _OF or has_cases(word))
            for word in between
        ):
            countries = countries or behind[0].codes
            if _is_name_of(words[end : end + behind[0].start]):  # `President Karl Lind of Sweden`
                return Office(start, end, " ".join(folded[place : place + size]), countries, phrase)
            end += behind[0].end
            end = _behind_states(words, folded, end)  # of the Kyrgyz Republic
            if end < len(words) and (above := post_at(folded, end)):  # aide to the Russian President
                end += len(above)
    if not countries:
        end = _behind_a_state(words, folded, end)
        end += 2 * _is_of_a_place(words, folded, end)
    return Office(start, end, " ".join(folded[place : place + size]), countries, phrase)


def _is_name_of(words: Sequence[str]) -> bool:
    """Return whether words between an office and a country are a name and `of`, not words for a state: `of the Republic of`."""
    if len(words) < _OF_A_NAME or has_cases(words[0]) or fold_letters(words[-1]) not in _OF:
        return False
    folded = [fold_letters(word) for word in words[:-1]]
    return (
        all(word[0].isupper() for word in words[:-1])
        and _STATES.isdisjoint(folded)
        and _OF.isdisjoint(folded)
    )


_OF_A_NAME = 2  # the minimum number of words: a last name and `of`


def _country_before(
    words: Sequence[str], folded: Sequence[str], place: int
) -> tuple[int, frozenset[str]] | None:
    """Return the start and the codes of a country directly before an office: `Russian`, `Russia's`, `US`, `U.S.`."""
    first = place
    while first > 0 and place - first < _MOST_INITIALS and len(words[first - 1].rstrip(".")) == 1:
        first -= 1
    if place - first > 1:  # initials
        found = countries_in(["".join(words[first:place]).replace(".", "")])
        return (first, found[0].codes) if found else None
    first = max(0, place - 3)
    before = countries_in(words[first:place])
    if not before or before[-1].end != place - first:
        return None
    is_before = (
        is_adjective(folded[place - 1]) or is_possessive(words[place - 1]) or words[place - 1].isupper()
    )
    return (first + before[-1].start, before[-1].codes) if is_before else None


def _behind_states(words: Sequence[str], folded: Sequence[str], end: int) -> int:
    """Return the position after words for a state that belong to the country before them: `Китайской Народной Республики`."""
    while end < len(words):
        if _is_state(folded, end):
            end += 1
        elif words[end][0].isupper() and has_cases(words[end]) and _is_state(folded, end + 1):
            end += 2
        else:
            break
    return end


def _is_state(folded: Sequence[str], place: int) -> bool:
    return place < len(folded) and not nominatives(folded[place]).isdisjoint(_STATES)


def _behind_a_state(words: Sequence[str], folded: Sequence[str], end: int) -> int:
    """Return the position after a state that is not a country: `President of the Republic Jan Lind`, `Раис Республики Татарстан`."""
    place = end
    while place < len(folded) and folded[place] in _OF:
        place += 1
    if not _is_state(folded, place):
        return end
    place += 1
    # Its name, if a first and a last name follow it.
    behind = words[place : place + 3]
    is_named = len(behind) == 3 and all(word[0].isupper() and word[-1].isalpha() for word in behind)
    return place + 1 if is_named and not words[place].isascii() else place


def _is_of_a_place(words: Sequence[str], folded: Sequence[str], end: int) -> bool:
    """Return whether a place that is not a country follows an office, and a full name follows it: `Mayor of Ghent Jan Lind`."""
    behind = words[end + 1 : end + 4]
    return (
        folded[end : end + 1] != []
        and folded[end] in _OF
        and len(behind) == 3  # the place, a first and a last name
        and all(word[0].isupper() and word[-1].isalpha() for word in behind)
    )


def post_at(folded: Sequence[str], place: int) -> tuple[str, ...]:
    """Return the office whose words begin at a position, in the nominative; empty if there is none."""
    if not folded[place][0].isalpha():
        return ()
    found = [
        phrase
        for key in nominatives(folded[place])
        for phrase in _posts().get(key, ())
        if len(here := folded[place : place + len(phrase)]) == len(phrase)
        and all(one == other or one in nominatives(other) for one, other in zip(phrase, here, strict=True))
    ]
    # The longest office; among several, the one in its form as written.
    return max(found, key=lambda one: (len(one), one[0] == folded[place], one), default=())


@lru_cache(maxsize=1)
def _posts() -> dict[str, list[tuple[str, ...]]]:
    """Return the offices by their first words, longer ones first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for post in sorted({fold_letters(post) for post in _REPORTS.posts}, key=lambda one: -len(one.split())):
        # A hyphen belongs to the words on both sides.
        words = tuple(post.split())
        found.setdefault(words[0], []).append(words)
    return found


def apposed(words: Sequence[str], folded: Sequence[str], end: int) -> tuple[str, Office] | None:
    """Return the office after a name and a comma, as written, up to the next comma."""
    if end >= len(words) or words[end] != ",":
        return None
    place = end + 1
    while place < len(words) and (folded[place] in _OF or not words[place][0].isalpha()):
        place += 1
    first = place
    has_article = folded[first - 1] in _ARTICLES
    while place < len(words) and place - first <= 2 and not post_at(folded, place):
        place += 1
    office = office_at(words, folded, place) if place < len(words) else None
    if office is None or not _describe(
        words[first:place], folded[first:place], office, has_article=has_article
    ):
        return None
    stop = office.end
    while stop < len(words) and words[stop][0].isalpha() and stop - first <= _MOST_OF_A_ROLE:
        stop += 1
    is_followed = bool(office.countries) and has_cases(words[office.start])  # the verb may follow the country
    if (
        is_followed
        or not _OF_A_CLAUSE.isdisjoint(folded[office.end : stop])
        or (stop < len(words) and words[stop] not in ",.;")
    ):
        stop = office.end
    return " ".join(_without_capitals(words[first:stop])), office


def _describe(words: Sequence[str], folded: Sequence[str], office: Office, *, has_article: bool) -> bool:
    """Return whether words between a name and an office describe the office: `the former Swedish`; a verb, or somebody whom the office has, does not.

    Args:
        words: the words, as written.
        folded: the same words, folded.
        office: the office.
        has_article: whether an article is before them; then a participle describes as well (`the newly elected`).
    """
    if not words:
        return True
    if any(not word[0].isalpha() for word in words) or not _NEVER_BEFORE.isdisjoint(folded):
        return False
    case = case_of_office(office.name.split()[0], office.base[0])
    owned = [has_article, *(has_article or is_possessive(word) for word in words)]
    return all(
        is_adjective(one)
        or not nominatives(one).isdisjoint(_DESCRIBING)
        or bool(countries_in([word]))
        or (_agrees(one, case) if has_cases(word) else is_owned or not _may_be_verb(one))
        for word, one, is_owned in zip(words, folded, owned, strict=False)
    )


def _agrees(folded: str, case: str | None) -> bool:
    """Return whether a word is an adjective in the case of an office; in a case other than the nominative, the office may be the object of a participle."""
    endings = _ADJECTIVES.get(case or "", ())
    return folded.endswith(endings) and (case == NOMINATIVE or not _PARTICIPLE.search(folded))


def _may_be_verb(folded: str) -> bool:
    """Return whether an English word may be a verb or a participle."""
    return looks_like_verb(folded) or folded in PAST_TENSES or folded.endswith(_ALL.participle_endings)


def role_of(words: Sequence[str], office: Office) -> str:
    """Return an office as a role: `President of Russia` for `Russian President`, otherwise as written, without words in capitals."""
    written = _without_capitals(words[office.start : office.end])
    post = written[-len(office.name.split()) :]
    is_described = office.start < office.end - len(post) or office.end - office.start == len(post)
    if is_described and len(office.countries) == 1 and fold_letters(" ".join(post)) == office.name:
        (code,) = office.countries
        before = "".join(written[: -len(post)])
        if before.replace(".", "").isupper():  # `US President`
            return " ".join([before, *post])
        if " ".join(post).isascii():
            return f"{' '.join(word[0].upper() + word[1:] for word in post)} of {country_name(code)}"
    if (
        has_cases(written[0])
        and office.start + len(post) <= office.end
        and fold_letters(written[0]) == office.name.split()[0]
    ):
        # The words after the office stay as they are; the office itself gets its full name.
        head = [
            word if fold_letters(word) == one else one
            for word, one in zip(written, office.base, strict=False)
        ]
        head[0] = head[0].capitalize() if written[0][0].isupper() else head[0]
        return " ".join([*head, *written[len(head) :]])
    size = len(written) - len(post)
    if has_cases(written[0]) and size and is_adjective(fold_letters(written[size - 1])):
        # `таджикистанским лидером`: the adjective has the case of the office.
        case = case_of_office(fold_letters(post[0]), office.base[0])
        described = [in_nominative(word, case) if case else None for word in written[:size]]
        known = [word for word in described if word]
        return " ".join([*(known if len(known) == size else ()), office.base[0], *post[1:]])
    return " ".join(written)


def _without_capitals(words: Sequence[str]) -> list[str]:
    """Return the words of an office in capitals as they are written elsewhere: `of the United States` for `OF THE UNITED STATES`."""
    is_loud = words[0].isupper() or any(word.isupper() and fold_letters(word) in _OF for word in words)
    if not is_loud or fold_letters(words[0]) in _ABBREVIATED or _is_short(words[0]):
        return list(words)
    return [
        word.lower()
        if fold_letters(word) in _SMALL
        else word
        if _is_short(word)
        else word.capitalize()
        if word.isupper()
        else word
        for word in words
    ]


def _is_short(word: str) -> bool:
    """Return whether a word may be an abbreviation: `US`, `МИД`."""
    return len(word.rstrip(".")) <= _LONGEST_ABBREVIATION


@lru_cache(maxsize=300)
def country_name(code: str) -> str:
    """Return the English name of a country by its code."""
    line = next(line for line in NAMES.strip().splitlines() if line.startswith(f"{code}:"))
    return line.partition(": ")[2].split(",")[0].split(";")[0]


def is_same_post(one: str, other: str) -> bool:
    """Return whether two offices are the same, in any grammatical case."""
    return (
        bool(one)
        and len(one.split()) == len(other.split())
        and all(
            not nominatives(a).isdisjoint(nominatives(b))
            for a, b in zip(one.split(), other.split(), strict=True)
        )
    )
