"""Find the persons meant by a title: `the president`, `the Kremlin leader`, `his Tajik counterpart`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.countries import countries_in, is_adjective, seat_of
from tajikcli.language.forms import has_cases, is_possessive, nominatives
from tajikcli.proof.speakers.holders import is_of_another
from tajikcli.proof.speakers.mention import Kind, Mention, gender_of
from tajikcli.proof.speech import (
    BEFORE_TITLES,
    COUNTERPARTS,
    DETERMINERS,
    LEADERS,
    MONTHS_AND_DAYS,
    OFFICES,
    OWNERS,
    PREPOSITIONS,
    SILENT,
    STATES,
    VERBS,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.proof.speakers.naming import Names

_ALL = together()
LEADER = min(LEADERS)  # one of the titles with the same meaning
_LONGEST_TITLE = 5  # the maximum number of words between an article and a title


def countries_beside(words: Sequence[str]) -> frozenset[str]:
    """Return the countries named beside a title, also by the seats of their leaders."""
    return frozenset(code for country in countries_in(words) for code in country.codes).union(
        *map(seat_of, words)
    )


@lru_cache(maxsize=50_000)
def office_of(folded: str) -> str:
    """Return the nominative of a folded word that is an office or a counterpart, in any case (`президента`), otherwise an empty text."""
    forms = [folded, *sorted(nominatives(folded))] if has_cases(folded) else [folded]
    return next((form for form in forms if form in OFFICES or form in COUNTERPARTS), "")


def title_at(
    words: Sequence[str], folded: Sequence[str], place: int, office: str, names: Names
) -> Mention | None:
    """Return `the president`, `the Kremlin leader`, `his Tajik counterpart`: a title that stands for a person.

    If only one speaker on record has that office in that country, the mention names this person.
    """
    counterpart = _counterpart_of(words, folded, place, names) if office in COUNTERPARTS else None
    if counterpart is not None:
        return counterpart
    follows = words[place + 1 : place + 2]
    if (
        follows
        and follows[0][0].isupper()
        and folded[place + 1] not in MONTHS_AND_DAYS
        and not (office == folded[place] and _is_in_another_case(words, place + 1, names))
    ):
        return title_of_country(words, folded, place, names)  # otherwise, it belongs to the following name
    of_state = title_of_country(words, folded, place, names) if has_cases(words[place]) else None
    if of_state is not None:
        return of_state
    start = article_before(folded, place)
    owner = country_before(words, folded, place) if start is None else None
    if start is None and owner is None and not has_cases(words[place]):
        return None
    begin = next((at for at in (start, owner) if at is not None), place)
    while start is None and owner is None and begin and is_adjective(folded[begin - 1]):
        begin -= 1  # `таджикский лидер`
    between = words[begin + (start is not None) : place]
    if start is not None and folded[start] not in BEFORE_TITLES and folded[start] not in OWNERS:
        return Mention(begin, place + 1, Kind.SOMEBODY, possessive=is_possessive(words[place]))
    if is_of_another(words, folded, begin, place):
        return another_title(words, folded, begin, place)
    countries = countries_beside(between) or _countries_behind(words, folded, place)
    holder = names.holder(LEADER if office in COUNTERPARTS else office, countries) if countries else None
    return Mention(
        begin,
        place + 1,
        Kind.TITLE if holder is None else Kind.PERSON,
        holder,
        known=holder is not None,
        nominative=office == folded[place],
        possessive=is_possessive(words[place]),
        gender=gender_of(folded[place]),
        countries=countries,
        qualified=bool(between) and not countries,
    )


def another_title(words: Sequence[str], folded: Sequence[str], begin: int, last: int) -> Mention:
    """Return a title of somebody whom the text does not name, and who is not the leader of a country on record."""
    return Mention(
        begin,
        last + 1,
        Kind.TITLE,
        nominative=any(office_of(word) == word for word in folded[begin : last + 1]),
        possessive=is_possessive(words[last]),
        qualified=True,
    )


def _is_in_another_case(words: Sequence[str], place: int, names: Names) -> bool:
    """Return whether a name on record at a position is in another case than a title in the nominative before it: `сказал норвежский лидер Линду`."""
    named = names.at(words, place)
    return named is not None and not named[2]


def country_before(words: Sequence[str], folded: Sequence[str], place: int) -> int | None:
    """Return the position of the country that owns an office: `Aland's long-serving president`."""
    for number in range(place - 1, max(-1, place - 1 - _LONGEST_TITLE), -1):
        if is_possessive(words[number]):
            return number if countries_beside(words[number : number + 1]) else None
        if not _may_describe(folded[number]):
            return None
    return None


def _counterpart_of(words: Sequence[str], folded: Sequence[str], place: int, names: Names) -> Mention | None:
    """Return the leader of another country whom a named person's counterpart is: `Lind's Norwegian counterpart`, `норвежский коллега Линд`, `ҳамтои тоҷики Берг`."""
    begin, end, owned = place, place + 1, False
    while begin and is_adjective(folded[begin - 1]):
        begin -= 1
    countries = countries_beside(words[begin:place])
    if begin and is_possessive(words[begin - 1]):
        owned = True
    elif has_cases(words[place]):
        if not countries:
            countries = countries_beside(words[end : end + 1])
            end += 1
        named = names.at(words, end) if end < len(words) else None
        owned = named is not None and (end > place + 1 or not named[2])
        if named is not None and owned and names.holder(LEADER, countries) == named[1]:
            return None  # `ҳамтои тоҷики Раҳмон`
        end += named[0] if named is not None and end > place + 1 else 0
    holder = names.holder(LEADER, countries) if owned and countries else None
    if holder is None:
        return None
    return Mention(
        begin,
        end,
        Kind.PERSON,
        holder,
        known=True,
        nominative=office_of(folded[place]) == folded[place],
        possessive=is_possessive(words[place]),
        countries=countries,
    )


def _countries_behind(words: Sequence[str], folded: Sequence[str], place: int) -> frozenset[str]:
    """Return the country of `the president of Aland`."""
    if folded[place + 1 : place + 2] and folded[place + 1] in _OF:
        return countries_beside(words[place + 2 : place + 5])
    return frozenset()


def title_of_country(words: Sequence[str], folded: Sequence[str], place: int, names: Names) -> Mention | None:
    """Return a title with its country, if no name follows: `президенти Тоҷикистон`, `глава таджикского государства`, `глава Кремля`."""
    if not has_cases(words[place]):
        return None
    behind = place + 1
    if behind < len(words) and folded[behind] in STATES:
        behind += 1
    seat = seat_of(words[behind]) if behind < len(words) and words[behind][0].isupper() else frozenset()
    found = countries_in(words[behind : behind + 3])
    if not seat and (not found or found[0].start):
        return None
    end = behind + (1 if seat else found[0].end)
    if not seat and (words[end - 1].islower() or is_adjective(folded[end - 1])):
        if end >= len(words) or folded[end] not in STATES:
            return None  # `глава таджикской делегации`
        end += 1
    if end < len(words) and words[end][0].isupper():
        return None
    if is_of_another(words, folded, place, place):
        return another_title(words, folded, place, end - 1)
    office = office_of(folded[place])
    countries = seat or found[0].codes
    holder = names.holder(LEADER if office in COUNTERPARTS else office, countries)
    return Mention(
        place,
        end,
        Kind.TITLE if holder is None else Kind.PERSON,
        holder,
        known=holder is not None,
        nominative=office == folded[place],
        countries=countries,
    )


_OF = frozenset(_ALL.of_office.split())


def article_before(folded: Sequence[str], place: int) -> int | None:
    """Return the position of a noun's article or possessive, with only adjectives and names in between."""
    for number in range(place - 1, max(-1, place - 1 - _LONGEST_TITLE), -1):
        word = folded[number]
        if word in BEFORE_TITLES or word in OWNERS or word in DETERMINERS:
            return number
        if not _may_describe(word):
            return None
    return None


def _may_describe(folded: str) -> bool:
    """Return whether a word may stand between an article and its noun."""
    return folded[0].isalpha() and not any(folded in closed for closed in (PREPOSITIONS, VERBS, SILENT))
