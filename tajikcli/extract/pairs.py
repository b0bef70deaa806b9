"""Read two persons with one office in the plural: `the Norwegian and Swedish presidents, Karl Lind and Jon Berg`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.extract.nominative import NOMINATIVE
from tajikcli.extract.offices import Office, country_name
from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import reports
from tajikcli.language.countries import countries_in, is_adjective
from tajikcli.language.folding import fold_letters
from tajikcli.language.forms import has_cases
from tajikcli.proof.speech import AND
from tajikcli.text import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_ALL, _REPORTS = together(), reports()
_OF = word_set(fold_letters(f"{_ALL.of_office} {_ALL.articles} {_REPORTS.states}"))
_LONGEST = 4  # the maximum number of words of a country with its state: `the Kingdom of Norway`


class Held(NamedTuple):
    """An office in the plural of two countries.

    Attributes:
        end: the position after its words.
        roles: the office of each of the two persons, as a role.
        offices: the same, as offices.
        case: the case of the office, and of the names behind it.
    """

    end: int
    roles: tuple[str, str]
    offices: tuple[Office, Office]
    case: str


def held_by_two(words: Sequence[str], folded: Sequence[str], place: int) -> Held | None:
    """Return the office of two countries that begins at a position: `Norwegian and Swedish presidents`, `президенты Норвегии и Швеции`."""
    first = _country(words, folded, place)
    if first is not None:  # the countries precede the office
        second = _behind_and(words, folded, first[0])
        at = second[0] if second is not None else place
        ends = at + 1
    else:
        at, ends = place, place + 1
        first = _country(words, folded, ends)
        second = _behind_and(words, folded, first[0]) if first is not None else None
        ends = second[0] if second is not None else ends
    if first is None or second is None or at >= len(words):
        return None
    base, case = _plurals().get(folded[at], ("", NOMINATIVE))
    if not base:
        return None
    roles = _role(base, words[at], first), _role(base, words[at], second)
    offices = [Office(place, ends, base, codes, (base,)) for codes in (first[2], second[2])]
    return Held(ends, roles, (offices[0], offices[1]), case)


def _country(
    words: Sequence[str], folded: Sequence[str], place: int
) -> tuple[int, str, frozenset[str]] | None:
    """Return the position after a country that begins at a position, the country as written, and its codes."""
    begin = place
    while begin < len(words) and begin - place < _LONGEST and folded[begin] in _OF:
        begin += 1
    found = countries_in(words[begin : begin + _LONGEST])
    if not found or found[0].start:
        return None
    end = begin + found[0].end
    first = begin if is_adjective(folded[end - 1]) else place  # not the article
    return end, " ".join(words[first:end]), found[0].codes


def _behind_and(
    words: Sequence[str], folded: Sequence[str], place: int
) -> tuple[int, str, frozenset[str]] | None:
    """Return the country behind `and`."""
    return _country(words, folded, place + 1) if place < len(words) and folded[place] in AND else None


@lru_cache(maxsize=1)
def _plurals() -> dict[str, tuple[str, str]]:
    """Return the offices of one word by their plurals, each with the case of the plural."""
    plurals = [(end, NOMINATIVE) for end in _REPORTS.plurals_of_offices.split()]
    posts = [fold_letters(post) for post in _REPORTS.posts if " " not in post]
    return {
        f"{stem}{end}": (post, case)
        for post in posts
        for end, case in [*_REPORTS.plurals_of_offices_in_cases, *plurals]
        for stem in (post, post[:-1])
        if f"{stem}{end}" not in posts
    }


def _role(base: str, written: str, country: tuple[int, str, frozenset[str]]) -> str:
    """Return the role of a person: `President of Norway`, `US President`, `президент Норвегии`."""
    _, name, codes = country
    if has_cases(written):
        return f"{base.capitalize() if written[0].isupper() else base} {name}"
    if name.replace(".", "").isupper() or len(codes) != 1 or not is_adjective(fold_letters(name)):
        return (
            f"{name} {base.capitalize()}"
            if name.replace(".", "").isupper()
            else f"{base.capitalize()} {name}"
        )
    return f"{base.capitalize()} of {country_name(next(iter(codes)))}"
